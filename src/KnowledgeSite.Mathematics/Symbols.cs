using System.Collections.Frozen;

namespace KnowledgeSite.Mathematics;

/// <summary>The class of an atom, which decides about the space around it (The TeXbook, chapter 18).</summary>
internal enum AtomClass
{
    Ordinary,
    LargeOperator,
    Binary,
    Relation,
    Opening,
    Closing,
    Punctuation,

    /// <summary>White space, which has no class.</summary>
    Space,
}

/// <summary>The element that a symbol is written as, and whether alphabets change it.</summary>
internal enum SymbolKind
{
    /// <summary>A variable; italic unless an alphabet says otherwise.</summary>
    Letter,

    /// <summary>An identifier that is always upright.</summary>
    Upright,
    Number,
    Operator,

    /// <summary>A letter of a script without mathematical alphabets, such as Chinese.</summary>
    Word,
}

/// <summary>The symbol that a command or a character stands for.</summary>
internal readonly record struct SymbolEntry(string Text, AtomClass Class, SymbolKind Kind);

/// <summary>The symbols of plain TeX, LaTeX and the AMS packages, and the same characters in Unicode.</summary>
internal static class Symbols
{
    private const string Letters = """
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
        varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon
        υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ imath ı jmath ȷ partial ∂ varGamma 𝛤 varDelta 𝛥 varTheta 𝛩
        varLambda 𝛬 varXi 𝛯 varPi 𝛱 varSigma 𝛴 varUpsilon 𝛶 varPhi 𝛷 varPsi 𝛹 varOmega 𝛺
        """;

    private const string UprightLetters = """
        Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω nabla ∇ Alpha Α Beta Β
        Epsilon Ε Zeta Ζ Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν Omicron Ο Rho Ρ Tau Τ Chi Χ
        """;

    private const string Ordinary = """
        infty ∞ aleph ℵ beth ℶ gimel ℷ daleth ℸ ell ℓ wp ℘ Re ℜ Im ℑ emptyset ∅ varnothing ∅ forall ∀ exists ∃
        nexists ∄ top ⊤ bot ⊥ angle ∠ measuredangle ∡ sphericalangle ∢ triangle △ diamondsuit ♢ heartsuit ♡
        clubsuit ♣ spadesuit ♠ flat ♭ natural ♮ sharp ♯ Box □ square □ blacksquare ■ Diamond ◊ lozenge ◊
        blacklozenge ⧫ bigstar ★ eth ð hslash ℏ complement ∁ Finv Ⅎ Game ⅁ mho ℧ circledS Ⓢ circledR ® checkmark ✓
        maltese ✠ S § P ¶ pounds £ copyright © yen ¥ dag † ddag ‡ dots … ldots … textellipsis … cdots ⋯ vdots ⋮
        ddots ⋱ iddots ⋰ adots ⋰ therefore ∴ because ∵ prime ′ backprime ‵ # # % % $ $ _ _ AA Å ae æ AE Æ oe œ OE
        Œ o ø O Ø ss ß l ł L Ł i ı j ȷ euro € cent ¢ textdegree ° textendash – textemdash — varhexagon ⬡
        vartriangle △ triangledown ▽ blacktriangle ▲ blacktriangledown ▼ bigcirc ◯ diagup ╱ diagdown ╲ Bbbk 𝕜
        textquotesingle ' textasciitilde ~ textasciicircum ^ textunderscore _ textdollar $ lq ‘ rq ’ quotedblleft
        “ & & male ♂ female ♀ sun ☉ Omicron Ο textperiodcentered ·
        """;

    /// <summary>Symbols without space around them that are operators to screen readers.</summary>
    private const string OrdinaryOperators = """
        neg ¬ lnot ¬ backslash \ | ‖ Vert ‖ vert |
        """;

    private const string LargeOperators = """
        sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄
        bigsqcup ⨆ bigsqcap ⨅ int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ intop ∫ smallint ∫
        ointctrclockwise ∳ varointclockwise ∲ fint ⨏ sumint ⨋ bigtimes ⨉
        """;

    private const string Binary = """
        pm ± mp ∓ times × div ÷ cdot ⋅ cdotp ⋅ centerdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗
        oslash ⊘ odot ⊙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖ smallsetminus ∖
        wr ≀ amalg ⨿ dagger † ddagger ‡ bigtriangleup △ bigtriangledown ▽ diamond ⋄ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵
        ltimes ⋉ rtimes ⋊ leftthreetimes ⋋ rightthreetimes ⋌ curlyvee ⋎ curlywedge ⋏ barwedge ⌅ doublebarwedge ⌆
        veebar ⊻ intercal ⊺ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ circledcirc ⊚ circledast ⊛ circleddash ⊝
        dotplus ∔ divideontimes ⋇ Cap ⋒ Cup ⋓ doublecap ⋒ doublecup ⋓ gtrdot ⋗ lessdot ⋖ triangleleft ◁
        triangleright ▷ sslash ⫽ minus − plus + cdott ⋅ * ∗
        """;

    private const string Relations = """
        le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ equiv ≡ approx ≈ cong ≅ sim ∼ simeq ≃ propto ∝ varpropto ∝ ll ≪ gg ≫ lll
        ⋘ ggg ⋙ llless ⋘ gggtr ⋙ lt < gt > in ∈ notin ∉ ni ∋ notni ∌ owns ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq
        ⊇ nsubseteq ⊈ nsupseteq ⊉ subsetneq ⊊ supsetneq ⊋ varsubsetneq ⊊ varsupsetneq ⊋ subseteqq ⫅ supseteqq ⫆
        subsetneqq ⫋ supsetneqq ⫌ nsubseteqq ⊈ nsupseteqq ⊉ nsubset ⊄ nsupset ⊅ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑
        sqsupseteq ⊒ Subset ⋐ Supset ⋑ prec ≺ succ ≻ preceq ⪯ succeq ⪰ preccurlyeq ≼ succcurlyeq ≽ curlyeqprec ⋞
        curlyeqsucc ⋟ precsim ≾ succsim ≿ nprec ⊀ nsucc ⊁ npreceq ⋠ nsucceq ⋡ precapprox ⪷ succapprox ⪸ precneqq ⪵
        succneqq ⪶ precnsim ⋨ succnsim ⋩ precnapprox ⪹ succnapprox ⪺ mid ∣ nmid ∤ shortmid ∣ nshortmid ∤ parallel
        ∥ nparallel ∦ shortparallel ∥ nshortparallel ∦ perp ⟂ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ Vvdash ⊪
        nvdash ⊬ nvDash ⊭ nVdash ⊮ nVDash ⊯ VDash ⊫ asymp ≍ bowtie ⋈ Join ⋈ smile ⌣ frown ⌢ smallsmile ⌣
        smallfrown ⌢ doteq ≐ Doteq ≑ doteqdot ≑ fallingdotseq ≒ risingdotseq ≓ coloneqq ≔ coloneq ≔ eqqcolon ≕
        circeq ≗ eqcirc ≖ triangleq ≜ bumpeq ≏ Bumpeq ≎ backsim ∽ backsimeq ⋍ thicksim ∼ thickapprox ≈ approxeq ≊
        eqsim ≂ nsim ≁ ncong ≇ leqq ≦ geqq ≧ leqslant ⩽ geqslant ⩾ eqslantless ⪕ eqslantgtr ⪖ lesssim ≲ gtrsim ≳
        lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛ lesseqqgtr ⪋ gtreqqless ⪌ nless ≮
        ngtr ≯ nleq ≰ ngeq ≱ nleqslant ≰ ngeqslant ≱ nleqq ≰ ngeqq ≱ lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩ lnsim ⋦ gnsim ⋧
        lnapprox ⪉ gnapprox ⪊ between ≬ pitchfork ⋔ vartriangleleft ⊲ vartriangleright ⊳ trianglelefteq ⊴
        trianglerighteq ⊵ ntriangleleft ⋪ ntriangleright ⋫ ntrianglelefteq ⋬ ntrianglerighteq ⋭ blacktriangleleft
        ◀ blacktriangleright ▶ multimap ⊸ vcentcolon ∶ ratio ∶ Colon ∷ gets ← leftarrow ← to → rightarrow →
        leftrightarrow ↔ Leftarrow ⇐ Rightarrow ⇒ Leftrightarrow ⇔ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑
        Downarrow ⇓ Updownarrow ⇕ mapsto ↦ longmapsto ⟼ mapsfrom ↤ longleftarrow ⟵ longrightarrow ⟶
        longleftrightarrow ⟷ Longleftarrow ⟸ Longrightarrow ⟹ Longleftrightarrow ⟺ nearrow ↗ searrow ↘ swarrow ↙
        nwarrow ↖ hookleftarrow ↩ hookrightarrow ↪ leftharpoonup ↼ leftharpoondown ↽ rightharpoonup ⇀
        rightharpoondown ⇁ rightleftharpoons ⇌ leftrightharpoons ⇋ rightleftarrows ⇄ leftrightarrows ⇆
        leftleftarrows ⇇ rightrightarrows ⇉ upuparrows ⇈ downdownarrows ⇊ leftarrowtail ↢ rightarrowtail ↣
        twoheadleftarrow ↞ twoheadrightarrow ↠ looparrowleft ↫ looparrowright ↬ curvearrowleft ↶ curvearrowright ↷
        circlearrowleft ↺ circlearrowright ↻ dashleftarrow ⇠ dashrightarrow ⇢ leadsto ⇝ rightsquigarrow ⇝
        leftrightsquigarrow ↭ Lsh ↰ Rsh ↱ upharpoonleft ↿ upharpoonright ↾ restriction ↾ downharpoonleft ⇃
        downharpoonright ⇂ Lleftarrow ⇚ Rrightarrow ⇛ nleftarrow ↚ nrightarrow ↛ nleftrightarrow ↮ nLeftarrow ⇍
        nRightarrow ⇏ nLeftrightarrow ⇎ lArr ⇐ rArr ⇒ hArr ⇔ Larr ⇐ Rarr ⇒ Harr ⇔ larr ← rarr → harr ↔ uarr ↑ darr
        ↓ isin ∈ sube ⊆ supe ⊇ sub ⊂ origof ⊶ imageof ⊷ lll ⋘
        """;

    private const string Openings = """
        { { ( ( [ [ lbrack [ langle ⟨ lceil ⌈ lfloor ⌊ lgroup ⟮ lmoustache ⎰ lvert | lVert ‖ ulcorner ⌜ llcorner ⌞
        llbracket ⟦ lBrace ⦃ lang ⟨ llparenthesis ⦇
        """;

    private const string Closings = """
        } } ) ) ] ] rbrack ] rangle ⟩ rceil ⌉ rfloor ⌋ rgroup ⟯ rmoustache ⎱ rvert | rVert ‖ urcorner ⌝ lrcorner ⌟
        rrbracket ⟧ rBrace ⦄ rang ⟩ rrparenthesis ⦈
        """;

    /// <summary>Names of the functions, such as <c>\sin</c>.</summary>
    public const string Functions = """
        arccos arcsin arctan arctg arcctg arg ch cos cosec cosh cot cotg coth csc ctg cth deg dim exp hom ker lg
        ln log sec sin sinh sh tan tanh tg th
        """;

    /// <summary>Names of the functions whose subscript is set below them in displayed formulas.</summary>
    public const string FunctionsWithLimits = """
        det gcd inf lim max min Pr sup lcm esssup essinf
        """;

    private static readonly FrozenDictionary<string, SymbolEntry> Commands = Read(
        (Letters, AtomClass.Ordinary, SymbolKind.Letter),
        (UprightLetters, AtomClass.Ordinary, SymbolKind.Upright),
        (Ordinary, AtomClass.Ordinary, SymbolKind.Upright),
        (OrdinaryOperators, AtomClass.Ordinary, SymbolKind.Operator),
        (LargeOperators, AtomClass.LargeOperator, SymbolKind.Operator),
        (Binary, AtomClass.Binary, SymbolKind.Operator),
        (Relations, AtomClass.Relation, SymbolKind.Operator),
        (Openings, AtomClass.Opening, SymbolKind.Operator),
        (Closings, AtomClass.Closing, SymbolKind.Operator)
    );

    /// <summary>The symbols by character. Of two commands for one character, the first one counts.</summary>
    private static readonly FrozenDictionary<string, SymbolEntry> Characters = Commands
        .Values.Where(e => e.Text.Length > 1 || e.Text[0] > 127)
        .Concat([
            new("+", AtomClass.Binary, SymbolKind.Operator),
            new("=", AtomClass.Relation, SymbolKind.Operator),
            new("<", AtomClass.Relation, SymbolKind.Operator),
            new(">", AtomClass.Relation, SymbolKind.Operator),
            new(":", AtomClass.Relation, SymbolKind.Operator),
            new(",", AtomClass.Punctuation, SymbolKind.Operator),
            new(";", AtomClass.Punctuation, SymbolKind.Operator),
            new("(", AtomClass.Opening, SymbolKind.Operator),
            new("[", AtomClass.Opening, SymbolKind.Operator),
            new(")", AtomClass.Closing, SymbolKind.Operator),
            new("]", AtomClass.Closing, SymbolKind.Operator),
            new("!", AtomClass.Closing, SymbolKind.Operator),
            new("?", AtomClass.Closing, SymbolKind.Operator),
            new("/", AtomClass.Ordinary, SymbolKind.Operator),
            new("|", AtomClass.Ordinary, SymbolKind.Operator),
            new("·", AtomClass.Binary, SymbolKind.Operator),
            new("•", AtomClass.Binary, SymbolKind.Operator),
            new("∶", AtomClass.Relation, SymbolKind.Operator),
            new("⊥", AtomClass.Relation, SymbolKind.Operator),
            new("△", AtomClass.Ordinary, SymbolKind.Upright),
            new("†", AtomClass.Binary, SymbolKind.Operator),
        ])
        .GroupBy(e => e.Text, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);

    /// <summary>Characters that TeX shows as others.</summary>
    private static readonly FrozenDictionary<string, string> Replacements = new Dictionary<string, string>
    {
        ["-"] = "−",
        ["*"] = "∗",
        ["<="] = "≤",
        ["〈"] = "⟨",
        ["〉"] = "⟩",
        ["∆"] = "Δ",
        ["∥"] = "∥",
        ["…"] = "…",
        ["`"] = "‘",
        ["µ"] = "μ",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Commands.Keys;

    /// <summary>The symbol of a command, or null.</summary>
    public static SymbolEntry? FindCommand(string name) => Commands.TryGetValue(name, out var entry) ? entry : null;

    public static SymbolEntry FindCharacter(string character)
    {
        if (character is [>= 'a' and <= 'z' or >= 'A' and <= 'Z'])
            return new(character, AtomClass.Ordinary, SymbolKind.Letter);
        if (character is [>= '0' and <= '9'])
            return new(character, AtomClass.Ordinary, SymbolKind.Number);
        character = Replacements.GetValueOrDefault(character, character);
        if (Characters.TryGetValue(character, out var entry))
            return entry;
        var rune = char.IsSurrogatePair(character, 0) ? char.ConvertToUtf32(character, 0) : character[0];
        if (character.Length == 1 && char.IsDigit(character[0]))
            return new(character, AtomClass.Ordinary, SymbolKind.Number);
        var isLetter = char.IsLetter(character, 0) || char.IsSurrogate(character[0]);
        if (!isLetter)
            return new(character, AtomClass.Ordinary, SymbolKind.Upright);
        var isMathematical = rune is < 0x0530 or (>= 0x2100 and < 0x2150) or (>= 0x1D400 and < 0x1D800);
        return new(character, AtomClass.Ordinary, isMathematical ? SymbolKind.Letter : SymbolKind.Word);
    }

    private static FrozenDictionary<string, SymbolEntry> Read(
        params ReadOnlySpan<(string Table, AtomClass Class, SymbolKind Kind)> tables
    )
    {
        var entries = new Dictionary<string, SymbolEntry>(StringComparer.Ordinal);
        foreach (var (table, atomClass, kind) in tables)
        {
            var words = table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i + 1 < words.Length; i += 2)
                entries.TryAdd(words[i], new(words[i + 1], atomClass, kind));
        }

        return entries.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
