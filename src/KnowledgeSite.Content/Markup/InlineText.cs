using System.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Syntax.Inlines;

namespace KnowledgeSite.Content.Markup;

/// <summary>Reads the plain text of inline Markdown, without its marks.</summary>
internal static class InlineText
{
    public static string Read(ContainerInline? container)
    {
        var text = new StringBuilder();
        if (container is not null)
            Append(container, text);
        return ProtectedText.Restore(text.ToString()).Trim();
    }

    private static void Append(ContainerInline container, StringBuilder text)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.ContentSpan);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case AbbreviationInline abbreviation:
                    text.Append(abbreviation.Abbreviation.Label);
                    break;
                case MathInline math:
                    text.Append(math.Source.AsSpan());
                    break;
                case KeysInline keys:
                    text.AppendJoin('+', keys.Names);
                    break;
                case WikiLinkInline { IsEmbed: true }:
                    break;
                case WikiLinkInline wiki:
                    text.Append(wiki.Label ?? wiki.Target);
                    break;
                case GapInline:
                    text.Append("____");
                    break;
                case OptionInline option:
                    text.Append("( ) ");
                    Append(option, text);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case ContainerInline inner:
                    Append(inner, text);
                    break;
            }
        }
    }
}
