namespace KnowledgeSite.Content.Forms;

/// <summary>An entry of a workshop's <c>agenda:</c>.</summary>
internal static class StepKeys
{
    public static readonly Key<Located<int>?> Minutes = Key.Count("minutes", "How long it takes.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<bool?> Break = Key.Boolean("break", "True for a break.");
    public static readonly Key<Located<string>?> Title = Key.Text("title", "What the step is called.") with
    {
        IsNeeded = true,
        Unless = Break,
    };
    public static readonly Key<Located<string>?> What = Key.Text("what", "What happens, for the facilitator.") with
    {
        IsNeeded = true,
        Unless = Break,
    };
    public static readonly Key<Located<string>?> Lead = Key.Text(
        "lead",
        "Who leads it. Left out where the facilitator does."
    );

    public static readonly YamlForm Form = new("A step of an agenda", Minutes, Title, What, Lead, Break);
}
