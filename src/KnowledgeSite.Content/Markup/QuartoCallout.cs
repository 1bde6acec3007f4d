using Markdig.Extensions.CustomContainers;
using Markdig.Renderers.Html;

namespace KnowledgeSite.Content.Markup;

/// <summary>A callout of Quarto: <c>::: {.callout-note title="Text" collapse="true"}</c>.</summary>
internal static class QuartoCallout
{
    private const string Prefix = "callout-";

    /// <summary>The attributes that are no attributes of HTML here.</summary>
    private static readonly string[] Options = ["title", "collapse", "icon", "appearance"];

    /// <summary>The class that makes a block a callout; null if it is none.</summary>
    public static string? Find(CustomContainer container) =>
        container
            .TryGetAttributes()
            ?.Classes?.Find(c =>
                c.StartsWith(Prefix, StringComparison.Ordinal)
                && Callout.KnownTypes.Contains(c[Prefix.Length..], StringComparer.Ordinal)
            );

    /// <summary>Reads and removes what makes a block a callout. Null if it is none.</summary>
    public static Callout? Take(CustomContainer container)
    {
        if (Find(container) is not { } name)
            return null;
        var attributes = container.GetAttributes();
        var form = attributes.Properties?.Find(p => p.Key == "collapse").Value switch
        {
            "true" => CalloutForm.Closed,
            "false" => CalloutForm.Open,
            _ => CalloutForm.Box,
        };
        attributes.Classes!.Remove(name);
        attributes.Properties?.RemoveAll(p => Options.Contains(p.Key, StringComparer.Ordinal));
        return new Callout(name[Prefix.Length..], form);
    }
}
