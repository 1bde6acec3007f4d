using System.Text.RegularExpressions;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Content;

/// <summary>
/// Reads <c>strings.yaml</c>: the strings of the UI that a site words differently, by their key in the tables of the
/// tool. A string that depends on a number is a map of <c>one</c> and <c>other</c>, or one text for all numbers.
/// </summary>
internal sealed partial class StringOverrides
{
    public const string FileName = "strings.yaml";

    private static readonly string[] Forms = ["one", "other"];

    private readonly SourceFile _file;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<int, string> _texts = [];

    private StringOverrides(SourceFile file, DiagnosticBag diagnostics)
    {
        _file = file;
        _diagnostics = diagnostics;
    }

    /// <summary>The strings with those of the file. What is wrong in the file is reported and ignored.</summary>
    public static UiStrings Apply(SourceFile file, UiStrings text, DiagnosticBag diagnostics)
    {
        var overrides = new StringOverrides(file, diagnostics);
        foreach (var entry in YamlReader.Read(file, new(0, file.Text!.Value.Length), diagnostics).Entries)
            overrides.Read(entry);
        return text.With(overrides._texts);
    }

    private void Read(YamlEntry entry)
    {
        var name = entry.Key.Value;
        if (UiStrings.Keys.FirstOrDefault(k => MapReader.KeyComparer.Equals(k.Name, name)) is not { } key)
            ReportUnknown(entry.Key, UiStrings.Keys.Select(k => k.Name));
        else if (entry.Value is YamlScalar { IsNull: false } text)
        {
            Set(key, key.Slot, text);
            if (key.IsCounted)
                Set(key, key.Slot + 1, text);
        }
        else if (key.IsCounted && entry.Value is YamlMap forms)
            ReadForms(key, forms);
        else
            ReportType(entry, key.IsCounted ? "a text, or a map of 'one' and 'other'" : "a text");
    }

    private void ReadForms(UiString key, YamlMap forms)
    {
        foreach (var form in forms.Entries)
        {
            var index = Array.IndexOf(Forms, form.Key.Value);
            if (index < 0)
                ReportUnknown(form.Key, Forms);
            else if (form.Value is YamlScalar { IsNull: false } text)
                Set(key, key.Slot + index, text);
            else
                ReportType(form, "a text");
        }
    }

    private void Set(UiString key, int slot, YamlScalar text)
    {
        var used = Parameter().Matches(text.Value).Select(m => m.Groups[1].Value).Distinct().ToList();
        if (used.Count == key.Parameters.Count && !used.Except(key.Parameters).Any())
            _texts[slot] = Parameter()
                .Replace(text.Value, m => UiStrings.MarkOf(key.Parameters.ToList().IndexOf(m.Groups[1].Value)));
        else
            _diagnostics.Add(
                Diagnostic.At(
                    FrontMatterRules.WrongParameters,
                    _file,
                    text.Span,
                    key.Name,
                    Name(key.Parameters),
                    Name(used)
                )
            );
    }

    private static string Name(IReadOnlyList<string> parameters) =>
        parameters.Count == 0 ? "no name in braces" : string.Join(", ", parameters.Select(p => $"'{{{p}}}'"));

    private void ReportUnknown(YamlScalar key, IEnumerable<string> known) =>
        _diagnostics.Add(
            Diagnostic.At(
                FrontMatterRules.UnknownKey,
                _file,
                key.Span,
                key.Value,
                SuggestionIndex.DidYouMean(key.Value, known)
            )
        );

    private void ReportType(YamlEntry entry, string expected) =>
        _diagnostics.Add(
            Diagnostic.At(
                FrontMatterRules.WrongType,
                _file,
                entry.Value.Span,
                entry.Key.Value,
                expected,
                entry.Value switch
                {
                    YamlMap => "a map",
                    YamlList => "a list",
                    _ => "empty",
                }
            )
        );

    [GeneratedRegex(@"\{([a-z_]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
