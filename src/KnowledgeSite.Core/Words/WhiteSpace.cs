using System.Text;

namespace KnowledgeSite.Words;

/// <summary>White space in texts for people, where line breaks and repeated spaces carry no meaning.</summary>
internal static class WhiteSpace
{
    /// <summary>Replaces each run of white space with one space, also at the start and at the end.</summary>
    public static string Collapse(string text)
    {
        var i = 0;
        while (i < text.Length && !IsCollapsible(text, i))
            i++;
        if (i == text.Length)
            return text;
        var collapsed = new StringBuilder(text.Length).Append(text, 0, i);
        for (; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
                collapsed.Append(text[i]);
            else if (i == 0 || !char.IsWhiteSpace(text[i - 1]))
                collapsed.Append(' ');
        }

        return collapsed.ToString();
    }

    private static bool IsCollapsible(string text, int i) =>
        char.IsWhiteSpace(text[i]) && (text[i] != ' ' || (i + 1 < text.Length && char.IsWhiteSpace(text[i + 1])));
}
