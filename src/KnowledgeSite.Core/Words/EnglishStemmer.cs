using System.Buffers;

namespace KnowledgeSite.Words;

/// <summary>
/// The English (Porter2) stemmer, https://snowballstem.org/algorithms/english/stemmer.html. The JavaScript counterpart
/// is <c>stemmer.js</c>.
/// </summary>
internal static class EnglishStemmer
{
    private const string LiEndings = "cdeghkmnrt";

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    };

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "inning",
        "outing",
        "canning",
        "herring",
        "earring",
        "proceed",
        "exceed",
        "succeed",
    };

    // The longest matching suffix wins, so in each list a suffix comes before its own suffixes.
    private static readonly (string Ending, string Replacement, string? After)[] Step2 =
    [
        ("ization", "ize", null),
        ("ational", "ate", null),
        ("fulness", "ful", null),
        ("ousness", "ous", null),
        ("iveness", "ive", null),
        ("tional", "tion", null),
        ("biliti", "ble", null),
        ("lessli", "less", null),
        ("entli", "ent", null),
        ("ation", "ate", null),
        ("alism", "al", null),
        ("aliti", "al", null),
        ("ousli", "ous", null),
        ("iviti", "ive", null),
        ("fulli", "ful", null),
        ("enci", "ence", null),
        ("anci", "ance", null),
        ("abli", "able", null),
        ("izer", "ize", null),
        ("ator", "ate", null),
        ("alli", "al", null),
        ("bli", "ble", null),
        ("ogi", "og", "l"),
        ("li", "", LiEndings),
    ];

    private static readonly (string Ending, string Replacement, string? After)[] Step3 =
    [
        ("ational", "ate", null),
        ("tional", "tion", null),
        ("alize", "al", null),
        ("icate", "ic", null),
        ("iciti", "ic", null),
        ("ical", "ic", null),
        ("ness", "", null),
        ("ful", "", null),
    ];

    private static readonly string[] Step4 =
    [
        "ement",
        "ance",
        "ence",
        "able",
        "ible",
        "ment",
        "ant",
        "ent",
        "ism",
        "ate",
        "iti",
        "ous",
        "ive",
        "ize",
        "ion",
        "al",
        "er",
        "ic",
    ];

    /// <summary>The stem of a word in lower-case letters a to z; any other word is returned unchanged.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 3 || word.AsSpan().ContainsAnyExcept(Letters))
            return word;
        if (Exceptions.TryGetValue(word, out var exception))
            return exception;
        var s = MarkConsonantY(word);
        var r1 = s switch
        {
            _ when s.StartsWith("gener", StringComparison.Ordinal) || s.StartsWith("arsen", StringComparison.Ordinal) =>
                5,
            _ when s.StartsWith("commun", StringComparison.Ordinal) => 6,
            _ => RegionAfter(s, 0),
        };
        var r2 = RegionAfter(s, r1);

        s = Step1A(s);
        if (Kept.Contains(s))
            return s;
        s = Step1B(s, r1);
        if (s.Length > 2 && s[^1] is 'y' or 'Y' && !IsVowel(s[^2]))
            s = s[..^1] + "i";
        s = ReplaceIn(s, r1, Step2);
        s = EndsWith(s, "ative") ? (s.Length - 5 >= r2 ? s[..^5] : s) : ReplaceIn(s, r1, Step3);
        s = DeleteIn(s, r2);
        return DeleteLast(s, r1, r2).ToLowerInvariant();
    }

    /// <summary>
    /// The base form that the inflected forms of a word share: plural and singular, all tenses. Derived words keep
    /// their own base, such as "operator" and "operation", which have the same stem.
    /// </summary>
    public static string Base(string word)
    {
        if (word.Length < 3 || word.AsSpan().ContainsAnyExcept(Letters))
            return word;
        if (Exceptions.TryGetValue(word, out var exception))
            return exception;
        var s = MarkConsonantY(word);
        var r1 = RegionAfter(s, 0);
        var r2 = RegionAfter(s, r1);
        s = Step1A(s);
        if (Kept.Contains(s))
            return s;
        s = Step1B(s, r1);
        if (s.Length > 2 && s[^1] is 'y' or 'Y' && !IsVowel(s[^2]))
            s = s[..^1] + "i";
        return (EndsWith(s, "e") ? DeleteLast(s, r1, r2) : s).ToLowerInvariant();
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static bool HasVowel(ReadOnlySpan<char> s) => s.IndexOfAny("aeiouy") >= 0;

    private static bool EndsWith(string s, string ending) => s.EndsWith(ending, StringComparison.Ordinal);

    /// <summary>Writes a y at the start of a word or after a vowel as Y, to mark it as a consonant.</summary>
    private static string MarkConsonantY(string word)
    {
        if (!word.Contains('y', StringComparison.Ordinal))
            return word;
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1])))
                letters[i] = 'Y';
        }

        return new(letters);
    }

    /// <summary>
    /// The start of the region after the first consonant that follows a vowel (R1 and R2 of the algorithm).
    /// </summary>
    private static int RegionAfter(string s, int from)
    {
        for (var i = from + 1; i < s.Length; i++)
        {
            if (!IsVowel(s[i]) && IsVowel(s[i - 1]))
                return i + 1;
        }

        return s.Length;
    }

    private static bool EndsInShortSyllable(string s) =>
        s.Length switch
        {
            < 2 => false,
            2 => IsVowel(s[0]) && !IsVowel(s[1]),
            _ => !IsVowel(s[^1]) && s[^1] is not ('w' or 'x' or 'Y') && IsVowel(s[^2]) && !IsVowel(s[^3]),
        };

    private static string Step1A(string s)
    {
        if (EndsWith(s, "sses"))
            return s[..^2];
        if (EndsWith(s, "ied") || EndsWith(s, "ies"))
            return s.Length > 4 ? s[..^2] : s[..^1];
        if (EndsWith(s, "us") || EndsWith(s, "ss"))
            return s;
        return EndsWith(s, "s") && HasVowel(s.AsSpan(..^2)) ? s[..^1] : s;
    }

    private static string Step1B(string s, int r1)
    {
        var eed =
            EndsWith(s, "eedly") ? 5
            : EndsWith(s, "eed") ? 3
            : 0;
        if (eed > 0)
            return s.Length - eed >= r1 ? s[..^eed] + "ee" : s;
        var ending =
            EndsWith(s, "ingly") ? 5
            : EndsWith(s, "edly") ? 4
            : EndsWith(s, "ing") ? 3
            : EndsWith(s, "ed") ? 2
            : 0;
        if (ending == 0 || !HasVowel(s.AsSpan(..^ending)))
            return s;
        var rest = s[..^ending];
        if (EndsWith(rest, "at") || EndsWith(rest, "bl") || EndsWith(rest, "iz"))
            return rest + "e";
        if (
            rest.Length > 1
            && rest[^1] == rest[^2]
            && rest[^1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't'
        )
            return rest[..^1];
        return rest.Length <= r1 && EndsInShortSyllable(rest) ? rest + "e" : rest;
    }

    private static string ReplaceIn(string s, int region, (string Ending, string Replacement, string? After)[] endings)
    {
        foreach (var (ending, replacement, after) in endings)
        {
            if (!EndsWith(s, ending))
                continue;
            var rest = s[..^ending.Length];
            return
                rest.Length >= region
                && (after is null || (rest.Length > 0 && after.Contains(rest[^1], StringComparison.Ordinal)))
                ? rest + replacement
                : s;
        }

        return s;
    }

    private static string DeleteIn(string s, int r2)
    {
        foreach (var ending in Step4)
        {
            if (!EndsWith(s, ending))
                continue;
            var rest = s[..^ending.Length];
            return rest.Length >= r2 && (ending != "ion" || (rest.Length > 0 && rest[^1] is 's' or 't')) ? rest : s;
        }

        return s;
    }

    private static string DeleteLast(string s, int r1, int r2)
    {
        var rest = s[..^1];
        if (EndsWith(s, "e"))
            return rest.Length >= r2 || (rest.Length >= r1 && !EndsInShortSyllable(rest)) ? rest : s;
        return EndsWith(s, "ll") && rest.Length >= r2 ? rest : s;
    }
}
