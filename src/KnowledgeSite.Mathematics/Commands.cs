using System.Collections.Frozen;

namespace KnowledgeSite.Mathematics;

/// <summary>The commands that are more than a symbol.</summary>
internal static partial class Commands
{
    public static readonly FrozenSet<string> Sizes = FrozenSet.Create(
        StringComparer.Ordinal,
        "tiny",
        "scriptsize",
        "footnotesize",
        "small",
        "normalsize",
        "large",
        "Large",
        "LARGE",
        "huge",
        "Huge"
    );

    /// <summary>
    /// Name, mark, <c>s</c> if it stretches, <c>b</c> if it is below, <c>l</c> if its scripts are a label.
    /// </summary>
    private const string Accents = """
        hat ˆ - widehat ^ s check ˇ - widecheck ˇ s tilde ˜ - widetilde ~ s acute ´ - grave ` - dot ˙ - ddot ¨ -
        dddot ⃛ - ddddot ⃜ - breve ˘ - bar ˉ - vec ⃗ - mathring ˚ - overline ‾ s overrightarrow → s overleftarrow
        ← s overleftrightarrow ↔ s Overrightarrow ⇒ s overleftharpoon ↼ s overrightharpoon ⇀ s overbrace ⏞ sl
        underbrace ⏟ sbl overbracket ⎴ sl underbracket ⎵ sbl overparen ⏜ s wideparen ⏜ s underparen ⏝ sb overgroup
        ⏠ s undergroup ⏡ sb underline _ sb underbar _ sb utilde ~ sb underrightarrow → sb underleftarrow ← sb
        underleftrightarrow ↔ sb overarc ⏜ s
        """;

    private const string Arrows = """
        xrightarrow → xleftarrow ← xleftrightarrow ↔ xRightarrow ⇒ xLeftarrow ⇐ xLeftrightarrow ⇔ xmapsto ↦
        xhookrightarrow ↪ xhookleftarrow ↩ xrightharpoonup ⇀ xrightharpoondown ⇁ xleftharpoonup ↼ xleftharpoondown
        ↽ xrightleftharpoons ⇌ xleftrightharpoons ⇋ xlongequal = xtwoheadrightarrow ↠ xtwoheadleftarrow ↞ xtofrom
        ⇄
        """;

    private static readonly Dictionary<string, Alphabet> AlphabetCommands = new(StringComparer.Ordinal)
    {
        ["mathrm"] = Alphabet.Roman,
        ["mathup"] = Alphabet.Roman,
        ["mathbf"] = Alphabet.Bold,
        ["mathbfup"] = Alphabet.Bold,
        ["symbf"] = Alphabet.Bold,
        ["mathit"] = Alphabet.Italic,
        ["mathnormal"] = Alphabet.Usual,
        ["mathbfit"] = Alphabet.BoldItalic,
        ["mathcal"] = Alphabet.Script,
        ["mathscr"] = Alphabet.Script,
        ["mathbfcal"] = Alphabet.BoldScript,
        ["mathbfscr"] = Alphabet.BoldScript,
        ["mathfrak"] = Alphabet.Fraktur,
        ["mathbffrak"] = Alphabet.BoldFraktur,
        ["mathbb"] = Alphabet.DoubleStruck,
        ["mathbbm"] = Alphabet.DoubleStruck,
        ["mathds"] = Alphabet.DoubleStruck,
        ["mathsf"] = Alphabet.SansSerif,
        ["mathbfsf"] = Alphabet.BoldSansSerif,
        ["mathtt"] = Alphabet.Typewriter,
    };

    /// <summary>Commands that change the alphabet up to the end of the group.</summary>
    private static readonly Dictionary<string, Alphabet> AlphabetSwitches = new(StringComparer.Ordinal)
    {
        ["rm"] = Alphabet.Roman,
        ["bf"] = Alphabet.Bold,
        ["it"] = Alphabet.Italic,
        ["cal"] = Alphabet.Script,
        ["scr"] = Alphabet.Script,
        ["sf"] = Alphabet.SansSerif,
        ["tt"] = Alphabet.Typewriter,
        ["mit"] = Alphabet.Italic,
    };

    private static readonly Dictionary<string, double> Spaces = new(StringComparer.Ordinal)
    {
        [","] = 3 / 18.0,
        [":"] = 4 / 18.0,
        [">"] = 4 / 18.0,
        [";"] = 5 / 18.0,
        ["!"] = -3 / 18.0,
        ["negmedspace"] = -4 / 18.0,
        ["negthickspace"] = -5 / 18.0,
        [" "] = 1 / 3.0,
        ["nobreakspace"] = 1 / 3.0,
        ["space"] = 1 / 3.0,
        ["enspace"] = 0.5,
        ["enskip"] = 0.5,
        ["quad"] = 1,
        ["qquad"] = 2,
        ["hfill"] = 1,
        ["hfil"] = 1,
    };

    private static readonly Dictionary<string, AtomClass> Classes = new(StringComparer.Ordinal)
    {
        ["mathord"] = AtomClass.Ordinary,
        ["mathinner"] = AtomClass.Ordinary,
        ["mathbin"] = AtomClass.Binary,
        ["mathrel"] = AtomClass.Relation,
        ["mathopen"] = AtomClass.Opening,
        ["mathclose"] = AtomClass.Closing,
        ["mathpunct"] = AtomClass.Punctuation,
    };

    /// <summary>Relations with a stroke through them, in pairs.</summary>
    private const string Negations = "=≠<≮>≯∈∉∋∌≤≰≥≱∼≁≃≄≅≇≈≉≡≢⊂⊄⊃⊅⊆⊈⊇⊉∃∄∣∤|∤∥∦→↛←↚↔↮⇒⇏⇐⇍⇔⇎⊢⊬⊨⊭≺⊀≻⊁⊲⋪⊳⋫";

    private static readonly FrozenDictionary<string, Func<FormulaParser, Token, MathNode?>> All = Create();

    public static IEnumerable<string> Names => All.Keys;

    public static Func<FormulaParser, Token, MathNode?>? Find(string name) => All.GetValueOrDefault(name);

    private static FrozenDictionary<string, Func<FormulaParser, Token, MathNode?>> Create()
    {
        var all = new Dictionary<string, Func<FormulaParser, Token, MathNode?>>(StringComparer.Ordinal)
        {
            ["frac"] = (p, t) => new Fraction(p.ParseArgument(t), p.ParseArgument(t)),
            ["nicefrac"] = ParseSlantedFraction,
            ["sfrac"] = ParseSlantedFraction,
            ["binom"] = (p, t) => Enclose("(", new Fraction(p.ParseArgument(t), p.ParseArgument(t), "0"), ")"),
            ["genfrac"] = ParseGeneralFraction,
            ["sqrt"] = ParseRoot,
            ["root"] = ParsePlainRoot,
            ["left"] = (p, t) => p.ParseFenced(t),
            ["begin"] = (p, t) => p.ParseEnvironment(t),
            ["substack"] = (p, t) => p.ParseSubstack(t),
            ["multicolumn"] = (p, t) => p.ParseSpanningCell(t),
            ["operatorname"] = ParseOperatorName,
            ["DeclareMathOperator"] = (p, t) => p.DefineOperator(t),
            ["mathop"] = ParseOperator,
            ["overset"] = (p, t) => ParseStack(p, t, isAbove: true),
            ["underset"] = (p, t) => ParseStack(p, t, isAbove: false),
            ["stackrel"] = ParseStackedRelation,
            ["not"] = ParseNegation,
            ["boldsymbol"] = ParseBold,
            ["bm"] = ParseBold,
            ["pmb"] = ParseBold,
            ["symbfit"] = ParseBold,
            ["phantom"] = (p, t) => Wrap("mphantom", p, t),
            ["hphantom"] = (p, t) => Resize(ParsePhantom(p, t), ("height", "0"), ("depth", "0")),
            ["vphantom"] = (p, t) => Resize(ParsePhantom(p, t), ("width", "0")),
            ["smash"] = ParseSmash,
            ["mathrlap"] = (p, t) => Resize(p.ParseArgument(t), ("width", "0")),
            ["rlap"] = (p, t) => Resize(p.ParseArgument(t), ("width", "0")),
            ["mathclap"] = (p, t) => p.ParseArgument(t),
            ["mathllap"] = (p, t) => p.ParseArgument(t),
            ["raisebox"] = ParseRaised,
            ["boxed"] = (p, t) => Mark("math-boxed", new Styled(MathStyle.Display, [p.ParseArgument(t)])),
            ["fbox"] = (p, t) => Mark("math-boxed", new Group(p.ParseText(t, null))),
            ["bbox"] = ParseBox,
            ["cancel"] = (p, t) => Mark("math-cancel", p.ParseArgument(t)),
            ["bcancel"] = (p, t) => Mark("math-cancel-down", p.ParseArgument(t)),
            ["xcancel"] = (p, t) => Mark("math-cancel-both", p.ParseArgument(t)),
            ["sout"] = (p, t) => Mark("math-cancel-across", p.ParseArgument(t)),
            ["color"] = (p, t) => Run(() => SkipColor(p, t)),
            ["textcolor"] = ParseColored,
            ["colorbox"] = ParseColoredBox,
            ["hspace"] = ParseHorizontalSpace,
            ["kern"] = ParseKern,
            ["mkern"] = ParseKern,
            ["hskip"] = ParseKern,
            ["mskip"] = ParseKern,
            ["mspace"] = ParseHorizontalSpace,
            ["vspace"] = (p, t) => Run(() => p.ReadName(t)),
            ["rule"] = ParseRule,
            ["dots"] = ParseDots,
            ["label"] = (p, t) => Run(() => p.ParseLabel(t)),
            ["tag"] = (p, t) => Run(() => p.ParseTag(t)),
            ["notag"] = (_, _) => null,
            ["ref"] = (p, t) => p.ParseReference(t),
            ["eqref"] = (p, t) => p.ParseReference(t),
            ["newcommand"] = (p, t) => p.DefineCommand(t),
            ["renewcommand"] = (p, t) => p.DefineCommand(t),
            ["providecommand"] = (p, t) => p.DefineCommand(t),
            ["def"] = (p, t) => p.DefinePlainCommand(t),
            ["gdef"] = (p, t) => p.DefinePlainCommand(t),
            ["let"] = (p, t) => p.DefineAlias(t),
            ["require"] = (p, t) => Run(() => p.ReadName(t)),
            ["displaystyle"] = (p, _) => new Styled(MathStyle.Display, p.ParseRow()),
            ["textstyle"] = (p, _) => new Styled(MathStyle.Inline, p.ParseRow()),
            ["scriptstyle"] = (p, _) => new Styled(MathStyle.Inline.Script, p.ParseRow()),
            ["scriptscriptstyle"] = (p, _) => new Styled(MathStyle.Inline.Script.Script, p.ParseRow()),
            ["boldmath"] = (p, _) => Run(() => p.IsBold = true),
            ["limits"] = (_, _) => null,
            ["nolimits"] = (_, _) => null,
            ["limsup"] = (_, _) => new Function(Name("lim\u2009sup"), true),
            ["liminf"] = (_, _) => new Function(Name("lim\u2009inf"), true),
            ["injlim"] = (_, _) => new Function(Name("inj\u2009lim"), true),
            ["projlim"] = (_, _) => new Function(Name("proj\u2009lim"), true),
        };
        foreach (var name in Words(Symbols.Functions))
            all[name] = (_, _) => new Function(Name(name), false);
        foreach (var name in Words(Symbols.FunctionsWithLimits))
            all[name] = (_, _) => new Function(Name(name), true);
        foreach (var (name, alphabet) in AlphabetCommands)
            all[name] = (p, t) => p.ParseArgument(t, alphabet, p.IsBold);
        foreach (var (name, alphabet) in AlphabetSwitches)
            all[name] = (p, _) => Run(() => p.Alphabet = alphabet);
        foreach (var (name, width) in Spaces)
            all[name] = (_, _) => new Space(width);
        foreach (var (name, look) in FormulaParser.TextCommands)
            all[name] = (p, t) => new Group(p.ParseText(t, look));
        foreach (var (name, atomClass) in Classes)
            all[name] = (p, t) => ChangeClass(p.ParseArgument(t), atomClass);
        foreach (var name in Sizes)
            all[name] = (_, _) => null;
        AddAccents(all);
        AddArrows(all);
        AddSizes(all);
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string[] Words(string table) =>
        table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static void AddAccents(Dictionary<string, Func<FormulaParser, Token, MathNode?>> all)
    {
        foreach (var accent in Words(Accents).Chunk(3))
        {
            var isBelow = accent[2].Contains('b', StringComparison.Ordinal);
            var isStretchy = accent[2].Contains('s', StringComparison.Ordinal);
            var hasLabel = accent[2].Contains('l', StringComparison.Ordinal);
            var place = hasLabel ? ScriptPlace.Above : ScriptPlace.Beside;
            all[accent[0]] = (p, t) => new Accent(p.ParseArgument(t), accent[1], isStretchy, isBelow, place);
        }
    }

    private static void AddArrows(Dictionary<string, Func<FormulaParser, Token, MathNode?>> all)
    {
        foreach (var arrow in Words(Arrows).Chunk(2))
        {
            all[arrow[0]] = (p, t) =>
            {
                var below = p.ParseOptionalArgument();
                return new LabelledArrow(arrow[1], p.ParseArgument(t), below);
            };
        }
    }

    private static void AddSizes(Dictionary<string, Func<FormulaParser, Token, MathNode?>> all)
    {
        (string Name, double Height)[] sizes = [("big", 1.2), ("Big", 1.8), ("bigg", 2.4), ("Bigg", 3)];
        (string Suffix, AtomClass Class)[] classes =
        [
            ("", AtomClass.Ordinary),
            ("l", AtomClass.Opening),
            ("r", AtomClass.Closing),
            ("m", AtomClass.Relation),
        ];
        foreach (var (name, height) in sizes)
        {
            foreach (var (suffix, atomClass) in classes)
                all[name + suffix] = (p, t) => new Delimiter(p.ReadDelimiter(t), atomClass, height);
        }
    }

    private static MathNode? Run(Action action)
    {
        action();
        return null;
    }
}
