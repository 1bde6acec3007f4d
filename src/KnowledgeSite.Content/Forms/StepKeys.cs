namespace KnowledgeSite.Content.Forms;

/// <summary>The keys of a step in the <c>agenda:</c> of a workshop.</summary>
internal static class StepKeys
{
    public static readonly Key<Located<int>?> Minutes = Key.Count("minutes", "The length of the step in minutes.") with
    {
        IsNeeded = true,
    };
    public static readonly Key<bool?> Break = Key.Boolean("break", "True for a break.");
    public static readonly Key<Located<string>?> Title = Key.Text("title", "The title of the step.") with
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
        "Who leads the step. Default: the facilitator."
    );

    public static readonly YamlForm Form = new("A step of an agenda", Minutes, Title, What, Lead, Break);
}
