using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace KnowledgeSite.Strings;

/// <summary>
/// The strings that readers of a site see, in the site's language. The members are generated from the tables beside
/// this file, one for each language (<c>eng/StringTables</c>).
/// </summary>
public sealed partial class UiStrings
{
    /// <summary>The first of the characters that stand for the parameters of a text.</summary>
    internal const char FirstMark = '\uE000';

    private static readonly SearchValues<char> Marks = SearchValues.Create([
        .. Enumerable.Range(FirstMark, 16).Select(m => (char)m),
    ]);

    private readonly string[] _texts;
    private readonly NumberFormatInfo _numbers;
    private readonly string[] _months;
    private readonly string[] _shortMonths;

    private UiStrings(string language, string[] texts)
    {
        Language = language;
        _texts = texts;
        _numbers = new NumberFormatInfo
        {
            NumberGroupSeparator = GroupSeparator,
            NumberDecimalSeparator = DecimalSeparator,
        };
        _months = [Month1, Month2, Month3, Month4, Month5, Month6, Month7, Month8, Month9, Month10, Month11, Month12];
        _shortMonths =
        [
            ShortMonth1,
            ShortMonth2,
            ShortMonth3,
            ShortMonth4,
            ShortMonth5,
            ShortMonth6,
            ShortMonth7,
            ShortMonth8,
            ShortMonth9,
            ShortMonth10,
            ShortMonth11,
            ShortMonth12,
        ];
    }

    /// <summary>The English strings.</summary>
    public static UiStrings English { get; } = new("en", FindTable("en")!.Split('\n'));

    /// <summary>The language of the strings, as a BCP 47 tag such as <c>pt-BR</c>.</summary>
    public string Language { get; }

    /// <summary>The number with the separators of the language, such as "1,250".</summary>
    public string Number(int number) =>
        number is >= 0 and < 1000 ? number.ToString(CultureInfo.InvariantCulture) : number.ToString("N0", _numbers);

    /// <summary>A number with the separators of the language.</summary>
    /// <param name="decimals">The number of digits after the decimal separator.</param>
    public string Number(double number, int decimals) =>
        number.ToString(decimals == 0 ? "N0" : "N" + decimals.ToString(CultureInfo.InvariantCulture), _numbers);

    /// <summary>A date such as "29 November 2026".</summary>
    public string LongDate(DateOnly date) => DateLong(Day(date), _months[date.Month - 1], Year(date));

    /// <summary>A date such as "29 Nov 2026".</summary>
    public string ShortDate(DateOnly date) => DateShort(Day(date), _shortMonths[date.Month - 1], Year(date));

    /// <summary>A number with the decimal separator of the language, without zeros at its end.</summary>
    /// <param name="decimals">The maximum number of digits after the decimal separator.</param>
    public string ShortNumber(double number, int decimals) =>
        number.ToString("0." + new string('#', decimals), _numbers);

    /// <summary>The name of a month, from 1.</summary>
    public string Month(int month) => _months[month - 1];

    /// <summary>The short name of a month, from 1.</summary>
    public string ShortMonth(int month) => _shortMonths[month - 1];

    /// <summary>The name of a day of the week.</summary>
    public string Weekday(DayOfWeek day) =>
        day switch
        {
            DayOfWeek.Monday => Weekday1,
            DayOfWeek.Tuesday => Weekday2,
            DayOfWeek.Wednesday => Weekday3,
            DayOfWeek.Thursday => Weekday4,
            DayOfWeek.Friday => Weekday5,
            DayOfWeek.Saturday => Weekday6,
            _ => Weekday7,
        };

    /// <summary>The short name of a day of the week.</summary>
    public string ShortWeekday(DayOfWeek day) =>
        day switch
        {
            DayOfWeek.Monday => ShortWeekday1,
            DayOfWeek.Tuesday => ShortWeekday2,
            DayOfWeek.Wednesday => ShortWeekday3,
            DayOfWeek.Thursday => ShortWeekday4,
            DayOfWeek.Friday => ShortWeekday5,
            DayOfWeek.Saturday => ShortWeekday6,
            _ => ShortWeekday7,
        };

    /// <summary>A label as it is written within a sentence: in lower case, but not the nouns of German.</summary>
    public string InSentence(string label) =>
        Language == "de" || label.Length == 0 ? label : char.ToLowerInvariant(label[0]) + label[1..];

    /// <summary>A list such as "a, b and c".</summary>
    public string Join(IReadOnlyList<string> items) =>
        items.Count < 2
            ? string.Concat(items)
            : string.Join(ListSeparator, items.SkipLast(1)) + LastSeparator + items[^1];

    private string Day(DateOnly date) => date.Day == 1 ? FirstDay : date.Day.ToString(CultureInfo.InvariantCulture);

    private static string Year(DateOnly date) => date.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The strings for a language: those of the tag, or of the same language in another region. Null if there are none.
    /// </summary>
    internal static UiStrings? Find(string tag)
    {
        var language = Array.Find(Languages, l => l.Equals(tag, StringComparison.OrdinalIgnoreCase));
        var primary = tag.Split('-')[0];
        language ??= Array.Find(Languages, l => l.Split('-')[0].Equals(primary, StringComparison.OrdinalIgnoreCase));
        if (language is null)
            return null;
        var text = language == English.Language ? English : new(language, FindTable(language)!.Split('\n'));
        return tag.Equals("en-US", StringComparison.OrdinalIgnoreCase) ? text.WithMonthFirst() : text;
    }

    /// <summary>A copy with dates such as "November 29, 2026".</summary>
    private UiStrings WithMonthFirst()
    {
        string[] dates = ["date_long", "date_short"];
        const string pattern = "\uE001 \uE000, \uE002";
        return With(Keys.Where(k => dates.Contains(k.Name)).ToDictionary(k => k.Slot, _ => pattern));
    }

    /// <summary>A copy in which some texts are replaced, by their place in the table.</summary>
    internal UiStrings With(IReadOnlyDictionary<int, string> texts)
    {
        if (texts.Count == 0)
            return this;
        var changed = (string[])_texts.Clone();
        foreach (var (slot, text) in texts)
            changed[slot] = text;
        return new(Language, changed);
    }

    /// <summary>The keys of the tables, in the order of their texts.</summary>
    internal static IReadOnlyList<UiString> Keys => LazyKeys.Value;

    private static readonly Lazy<IReadOnlyList<UiString>> LazyKeys = new(() =>
    {
        var keys = new List<UiString>();
        var slot = 0;
        foreach (var line in KeyTable.Split('\n'))
        {
            var parts = line.Split(' ');
            var isCounted = parts[0].EndsWith('*');
            keys.Add(new(parts[0].TrimEnd('*'), slot, isCounted, parts[1..]));
            slot += isCounted ? 2 : 1;
        }

        return keys;
    });

    /// <summary>The texts with marks for their parameters. Strings that depend on a number have two.</summary>
    internal IReadOnlyList<string> Texts => _texts;

    /// <summary>
    /// The numbers that have the form for one, as CLDR has it: French and Brazilian Portuguese include zero; Japanese
    /// has one form for all numbers.
    /// </summary>
    internal bool ZeroIsOne => Language is "fr" or "pt-BR";

    /// <summary>The text of a key with its parameters in braces.</summary>
    internal string Describe(UiString key)
    {
        var text = _texts[key.IsCounted ? key.Slot + 1 : key.Slot];
        for (var i = 0; i < key.Parameters.Count; i++)
            text = text.Replace(MarkOf(i), $"{{{key.Parameters[i]}}}", StringComparison.Ordinal);
        return text;
    }

    /// <summary>The character that stands for a parameter in a text.</summary>
    internal static string MarkOf(int parameter) => ((char)(FirstMark + parameter)).ToString();

    private int FormOf(int count) => count == 1 || (count == 0 && ZeroIsOne) ? 0 : 1;

    private static string Fill(string text, params ReadOnlySpan<string> values)
    {
        var rest = text.AsSpan();
        var filled = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[256]);
        for (int mark; (mark = rest.IndexOfAny(Marks)) >= 0; rest = rest[(mark + 1)..])
        {
            // An author's text may hold such a character too, as those of icon fonts.
            var parameter = rest[mark] - FirstMark;
            filled.AppendFormatted(rest[..mark]);
            filled.AppendFormatted(parameter < values.Length ? values[parameter] : rest.Slice(mark, 1));
        }

        filled.AppendFormatted(rest);
        return filled.ToStringAndClear();
    }
}

/// <summary>A key of the tables.</summary>
/// <param name="Slot">The place of its text among the texts of a language.</param>
/// <param name="IsCounted">True if it has a text for one and a text for other numbers, which follow each other.</param>
/// <param name="Parameters">The names of its parameters, in the order of their marks.</param>
internal sealed record UiString(string Name, int Slot, bool IsCounted, IReadOnlyList<string> Parameters)
{
    /// <summary>True for a parameter that is a number: <c>count</c>, or a name that ends with it.</summary>
    public static bool IsNumber(string parameter) =>
        parameter == "count" || parameter.EndsWith("_count", StringComparison.Ordinal);
}
