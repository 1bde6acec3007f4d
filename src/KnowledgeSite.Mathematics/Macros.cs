namespace KnowledgeSite.Mathematics;

/// <summary>A command that is replaced by other TeX.</summary>
/// <param name="ParameterCount">The number of arguments, from 0 to 9.</param>
/// <param name="Default">The first argument if none is given in brackets, or null if it is required.</param>
/// <param name="Body">What replaces the command; parameters stand for arguments.</param>
internal sealed record Macro(int ParameterCount, Token[]? Default, Token[] Body)
{
    /// <summary>Creates a macro from TeX. It has as many parameters as the highest number in it.</summary>
    public static Macro Create(string tex)
    {
        var scanner = new TexScanner(tex);
        var body = new List<Token>();
        var count = 0;
        for (var token = scanner.Read(); token.Kind != TokenKind.End; token = scanner.Read())
        {
            body.Add(token);
            if (token.Kind == TokenKind.Parameter && token.Text is [>= '1' and <= '9'])
                count = Math.Max(count, token.Text[0] - '0');
        }

        return new(count, null, [.. body]);
    }

    /// <summary>Says in a sentence why a macro cannot be used, and how to fix it. Null if it can.</summary>
    public static string? FindProblem(string name, string tex)
    {
        if (name.Length == 0 || !name.All(char.IsAsciiLetter))
            return "its name may only have the letters a to z. Rename it.";
        if (name is "begin" or "end" or "left" or "right" or "middle" or "limits" or "nolimits")
            return "it is a part of TeX. Choose another name.";
        var depth = 0;
        foreach (var token in Create(tex).Body)
        {
            depth += token.Kind switch
            {
                TokenKind.GroupStart => 1,
                TokenKind.GroupEnd => -1,
                _ => 0,
            };
            if (depth < 0)
                break;
        }

        return depth == 0 ? null : "its braces do not match. Correct them.";
    }
}

/// <summary>The macros of a page: those of the site, and those that its formulas define.</summary>
/// <param name="site">Shared by all pages.</param>
internal sealed class MacroTable(IReadOnlyDictionary<string, Macro>? site = null)
{
    /// <summary>Commands that are TeX in terms of other commands.</summary>
    private static readonly Dictionary<string, string> BuiltIn = new(StringComparer.Ordinal)
    {
        ["iff"] = @"\;\Longleftrightarrow\;",
        ["implies"] = @"\;\Longrightarrow\;",
        ["impliedby"] = @"\;\Longleftarrow\;",
        ["argmax"] = @"\operatorname*{arg\,max}",
        ["argmin"] = @"\operatorname*{arg\,min}",
        ["plim"] = @"\operatorname*{plim}",
        ["varliminf"] = @"\operatorname*{\underline{lim}}",
        ["varlimsup"] = @"\operatorname*{\overline{lim}}",
        ["varinjlim"] = @"\operatorname*{\underrightarrow{lim}}",
        ["varprojlim"] = @"\operatorname*{\underleftarrow{lim}}",
        ["pmod"] = @"\quad(\mathrm{mod}\;#1)",
        ["pod"] = @"\quad(#1)",
        ["mod"] = @"\quad\mathrm{mod}\;#1",
        ["bra"] = @"\langle{#1}|",
        ["ket"] = @"|{#1}\rangle",
        ["braket"] = @"\langle{#1}\rangle",
        ["Bra"] = @"\left\langle{#1}\right|",
        ["Ket"] = @"\left|{#1}\right\rangle",
        ["Braket"] = @"\left\langle{#1}\right\rangle",
        ["set"] = @"\{\,#1\,\}",
        ["Set"] = @"\left\{\,#1\,\right\}",
        ["dotsc"] = @"\ldots",
        ["dotso"] = @"\ldots",
        ["dotsb"] = @"\cdots",
        ["dotsm"] = @"\cdots",
        ["dotsi"] = @"\cdots",
        ["bmod"] = @"\;\mathrm{mod}\;",
        ["colon"] = @"\mathpunct{:}",
        ["ordinarycolon"] = ":",
        ["dblcolon"] = @"\mathrel{::}",
        ["eqcolon"] = @"\mathrel{=:}",
        ["Coloneqq"] = @"\mathrel{::=}",
        ["lbrace"] = @"\{",
        ["rbrace"] = @"\}",
        ["thinspace"] = @"\,",
        ["medspace"] = @"\:",
        ["thickspace"] = @"\;",
        ["negthinspace"] = @"\!",
        ["limits@"] = "",
        ["tfrac"] = @"{\textstyle\frac{#1}{#2}}",
        ["dfrac"] = @"{\displaystyle\frac{#1}{#2}}",
        ["cfrac"] = @"{\displaystyle\frac{\displaystyle #1}{\displaystyle #2}}",
        ["tbinom"] = @"{\textstyle\binom{#1}{#2}}",
        ["dbinom"] = @"{\displaystyle\binom{#1}{#2}}",
        ["mathstrut"] = @"\vphantom{(}",
        ["strut"] = @"\vphantom{(}",
        ["joinrel"] = @"\!",
        ["hdots"] = @"\ldots",
        ["bold"] = @"\mathbf{#1}",
        ["Bbb"] = @"\mathbb{#1}",
        ["frak"] = @"\mathfrak{#1}",
        ["bordermatrix"] = @"\begin{pmatrix}#1\end{pmatrix}",
        ["matrix"] = @"\begin{matrix}#1\end{matrix}",
        ["pmatrix"] = @"\begin{pmatrix}#1\end{pmatrix}",
        ["cases"] = @"\begin{cases}#1\end{cases}",
        ["eqalign"] = @"\begin{aligned}#1\end{aligned}",
        ["displaylines"] = @"\begin{gathered}#1\end{gathered}",
        ["mathchoice"] = "#2",
        ["tripledash"] = "---",
        ["surd"] = @"\mathord{√}",
        ["degree"] = "°",
        ["celsius"] = @"°\mathrm{C}",
        ["minuso"] = @"\mathbin{\ominus}",
        ["And"] = @"\mathrel{\mathrm{\&}}",
        ["TeX"] = @"\text{TeX}",
        ["LaTeX"] = @"\text{LaTeX}",
        ["hbar"] = "ℏ",
        ["nobreak"] = "",
        ["allowbreak"] = "",
        ["relax"] = "",
        ["displaybreak"] = "",
        ["centering"] = "",
        ["protect"] = "",
        ["noindent"] = "",
        ["nonumber"] = @"\notag",
        ["qedhere"] = "",
        ["qed"] = "□",
    };

    private readonly Dictionary<string, Macro> _page = new(StringComparer.Ordinal);
    private int _remaining = Limits.PageExpansions;

    public static IEnumerable<string> BuiltInNames => BuiltIn.Keys;

    public void Define(string name, Macro macro) => _page[name] = macro;

    public Macro? Find(string name)
    {
        if (_page.TryGetValue(name, out var macro) || site?.TryGetValue(name, out macro) == true)
            return macro;
        if (!BuiltIn.TryGetValue(name, out var tex))
            return null;
        macro = Macro.Create(tex);
        _page.Add(name, macro);
        return macro;
    }

    /// <summary>True if the page may still expand macros to this number of tokens.</summary>
    public bool Take(int tokens)
    {
        _remaining -= tokens;
        return _remaining >= 0;
    }
}

/// <summary>Bounds that keep hostile or damaged formulas from costing time or memory.</summary>
internal static class Limits
{
    /// <summary>
    /// The maximum length of a formula in UTF-16 units. The longest ones that people write have a few thousand.
    /// </summary>
    public const int Length = 50_000;

    /// <summary>The maximum depth of groups and arguments. Each level needs two of these steps at most.</summary>
    public const int Depth = 200;

    /// <summary>The maximum number of tokens that macros add to one formula.</summary>
    public const int FormulaExpansions = 50_000;

    /// <summary>The maximum number of tokens that macros add to the formulas of a page.</summary>
    public const int PageExpansions = 1_000_000;
}
