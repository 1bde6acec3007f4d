using System.Collections.Frozen;
using System.Globalization;

namespace KnowledgeSite.Mathematics;

internal enum OperatorForm
{
    Infix,
    Prefix,
    Postfix,
}

/// <summary>The properties that a browser gives to an operator without attributes.</summary>
/// <param name="Left">The space before it, in eighteenths of an em.</param>
/// <param name="Right">The space after it, in eighteenths of an em.</param>
internal readonly record struct OperatorProperties(int Left, int Right, bool IsStretchy, bool MovesLimits);

/// <summary>
/// The operator dictionary of MathML Core (appendix B), so that only attributes that differ from it are written.
/// </summary>
internal static class OperatorDictionary
{
    private static readonly OperatorProperties Default = new(5, 5, false, false);

    /// <summary>Form, properties, and the operators as hexadecimal code points or ranges.</summary>
    private static readonly (OperatorForm Form, OperatorProperties Properties, string Operators)[] Categories =
    [
        (
            OperatorForm.Infix,
            new(5, 5, true, false),
            "2190-2195 219A-21AE 21B0-21B5 21B9 21BC-21D5 21DA-21F0 21F3-21FF 27F0-27F1 27F4-27FF "
                + "2900-2920 2934-2937 2942-2975 297C-297F 2B04-2B07 2B0C-2B11 2B30-2B3E 2B40-2B4C"
        ),
        (
            OperatorForm.Infix,
            new(4, 4, false, false),
            "2B 2D 2F B1 F7 322 2044 2212-2216 2227-222A 2236 2238 228C-228E 2293-2296 2298 229D-229F "
                + "22BB-22BD 22CE-22CF 22D2-22D3 2795-2797 29B8 29BC 29C4-29C5 29F5-29FB 2A1F-2A2E 2A38-2A3A "
                + "2A3E 2A40-2A4F 2A51-2A63 2ADB 2AF6 2AFB 2AFD"
        ),
        (
            OperatorForm.Infix,
            new(3, 3, false, false),
            "25 2A 2E 3F-40 5E B7 D7 323 32E 2022 2043 2217-2219 2240 2297 2299-229B 22A0-22A1 22BA "
                + "22C4-22C7 22C9-22CC 2305-2306 27CB 27CD 29C6-29C8 29D4-29D7 29E2 2A1D-2A1E 2A2F-2A37 "
                + "2A3B-2A3D 2A3F 2A50 2A64-2A65 2ADC-2ADD 2AFE"
        ),
        (
            OperatorForm.Prefix,
            new(0, 0, false, false),
            "21 2B 2D AC B1 331 2018 201C 2200-2201 2203-2204 2207 2212-2213 221F-2222 2234-2235 223C "
                + "22BE-22BF 2310 2319 2795-2796 27C0 299B-29AF 2AEC-2AED"
        ),
        (
            OperatorForm.Postfix,
            new(0, 0, false, false),
            "21-22 25-27 60 A8 B0 B2-B4 B8-B9 2CA-2CB 2D8-2DA 2DD 311 320 325 327 331 2019-201B 201D-201F "
                + "2032-2037 2057 20DB-20DC 23CD"
        ),
        (
            OperatorForm.Prefix,
            new(0, 0, true, false),
            "28 5B 7B 7C 2016 2308 230A 2329 2772 27E6 27E8 27EA 27EC 27EE 2980 2983 2985 2987 2989 298B "
                + "298D 298F 2991 2993 2995 2997 2999 29D8 29DA 29FC"
        ),
        (
            OperatorForm.Postfix,
            new(0, 0, true, false),
            "29 5D 7C 7D 2016 2309 230B 232A 2773 27E7 27E9 27EB 27ED 27EF 2980 2984 2986 2988 298A 298C "
                + "298E 2990 2992 2994 2996 2998 2999 29D9 29DB 29FD"
        ),
        (OperatorForm.Prefix, new(3, 3, false, false), "222B-2233 2A0B-2A1C"),
        (
            OperatorForm.Postfix,
            new(0, 0, true, false),
            "5E-5F 7E AF 2C6-2C7 2C9 2CD 2DC 2F7 302 203E 2322-2323 23B4-23B5 23DC-23E1"
        ),
        (OperatorForm.Prefix, new(3, 3, false, true), "220F-2211 22C0-22C3 2A00-2A0A 2A1D-2A1E 2AFC 2AFF"),
        (OperatorForm.Infix, new(0, 0, false, false), "5C 5F 2061-2064 2206"),
        (OperatorForm.Prefix, new(3, 0, false, false), "2145-2146 2202 221A-221C"),
        (OperatorForm.Infix, new(0, 3, false, false), "2C 3A 3B"),
        // These two do not take over the properties of their other forms.
        (OperatorForm.Infix, Default, "7C 223C"),
    ];

    private static readonly FrozenDictionary<(int, OperatorForm), OperatorProperties> Entries = Categories
        .SelectMany(c => Expand(c.Operators).Select(code => ((code, c.Form), c.Properties)))
        .ToFrozenDictionary(e => e.Item1, e => e.Properties);

    public static OperatorProperties Find(string text, OperatorForm form)
    {
        if (text.Length != 1)
            return Default;
        ReadOnlySpan<OperatorForm> order = [form, OperatorForm.Infix, OperatorForm.Postfix, OperatorForm.Prefix];
        foreach (var tried in order)
        {
            if (Entries.TryGetValue((text[0], tried), out var properties))
                return properties;
        }

        return Default;
    }

    private static IEnumerable<int> Expand(string ranges)
    {
        foreach (var range in ranges.Split(' '))
        {
            var ends = range.Split('-');
            var first = int.Parse(ends[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var last = int.Parse(ends[^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            for (var code = first; code <= last; code++)
                yield return code;
        }
    }
}
