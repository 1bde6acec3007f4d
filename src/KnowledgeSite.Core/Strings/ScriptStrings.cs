using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Strings;

/// <summary>
/// Writes strings into scripts. A script imports the strings that it needs from <c>strings.js</c>; when it is
/// published, constants and functions replace the import. So scripts load no other file for their strings, and contain
/// no string that they do not need.
/// </summary>
internal static partial class ScriptStrings
{
    /// <summary>The name of the module that scripts import strings from. There is no such file.</summary>
    public const string Module = "strings.js";

    private static readonly Dictionary<string, UiString> Keys = UiStrings.Keys.ToDictionary(
        k => NameOf(k.Name),
        StringComparer.Ordinal
    );

    /// <summary>Replaces the import of strings in a script.</summary>
    /// <exception cref="KeyNotFoundException">There is no string of an imported name.</exception>
    public static string Write(string script, UiStrings text) =>
        script.Contains(Module, StringComparison.Ordinal)
            ? Import()
                .Replace(
                    script,
                    import =>
                        string.Join(
                            '\n',
                            import
                                .Groups["names"]
                                .Value.Split(
                                    ',',
                                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                                )
                                .Select(name => $"const {name} = {Value(name, text)};")
                        )
                )
            : script;

    /// <summary>The name of a key in scripts: <c>copyLink</c> for <c>copy_link</c>.</summary>
    public static string NameOf(string key) =>
        string.Concat(key.Split('_').Select((part, i) => i == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));

    private static string Value(string name, UiStrings text)
    {
        if (!Keys.TryGetValue(name, out var key))
            throw new KeyNotFoundException($"A script imports the string '{name}', which does not exist.");
        var one = text.Texts[key.Slot];
        if (!key.IsCounted)
            return key.Parameters.Count == 0 ? Quote(one) : $"({Parameters(key)}) => {Template(one, key)}";
        var other = text.Texts[key.Slot + 1];
        if (one == other)
            return $"({Parameters(key)}) => {Template(other, key)}";
        var number = ParameterName(key.Parameters.ToList().FindIndex(UiString.IsNumber));
        var isOne = text.ZeroIsOne ? $"{number} < 2" : $"{number} === 1";
        return $"({Parameters(key)}) => {isOne} ? {Template(one, key)} : {Template(other, key)}";

        string Template(string pattern, UiString of) => TemplateOf(pattern, of, text);
    }

    private static string Parameters(UiString key) =>
        string.Join(", ", key.Parameters.Select((_, i) => ParameterName(i)));

    private static string ParameterName(int index) => ((char)('a' + index)).ToString(CultureInfo.InvariantCulture);

    /// <summary>A text with parameters as a template literal. Numbers get the separators of the language.</summary>
    private static string TemplateOf(string pattern, UiString key, UiStrings text)
    {
        var literal = new StringBuilder("`");
        foreach (var c in pattern)
        {
            var index = c - UiStrings.FirstMark;
            if (index >= 0 && index < key.Parameters.Count)
            {
                var name = ParameterName(index);
                literal.Append(
                    UiString.IsNumber(key.Parameters[index])
                        ? $"${{{name}.toLocaleString('{text.Language}')}}"
                        : $"${{{name}}}"
                );
            }
            else
            {
                literal.Append(c is '`' or '\\' or '$' ? $"\\{c}" : c);
            }
        }

        return literal.Append('`').ToString();
    }

    private static string Quote(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    [GeneratedRegex(@"^import \{(?<names>[^}]*)\} from '\./strings\.js';", RegexOptions.Multiline)]
    private static partial Regex Import();
}
