#!/usr/bin/env python3
"""Creates the fonts of the theme and of cards, the styles that name them, the letters of icons, and the widths that diagrams are measured with.

  eng/fonts.py SOURCES FALLBACKS

SOURCES holds the originals, all under the Open Font License:
  Literata[opsz,wght].ttf, Literata-Italic[opsz,wght].ttf    github.com/googlefonts/literata, fonts/variable
  SourceSans3VF-Upright.ttf                                  npm source-sans@3.52.0, VF
  SourceCodeVariable-Roman.ttf                                   npm source-code-pro@2.38.0, VAR
FALLBACKS holds system fonts, which are only measured: Gelasio (as wide as Georgia), Liberation, Roboto, Noto and DejaVu, found by file name.

Needs Debian's python3-fonttools and python3-brotli. 'Source' is a reserved name, so every font that is written has a name of its own.
Why these: docs/restyle.md. Literata has optical sizes: 12 points are right for text, and headings are few. Two weights as files of their own weigh as much as one
variable file, and browsers put them into a PDF as TrueType, where a variable font becomes drawings (Type 3).
"""
import sys
import unicodedata
from pathlib import Path

from fontTools import subset
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).parent.parent
THEME_FONTS = ROOT / "theme/fonts"
CARD_FONTS = ROOT / "src/KnowledgeSite.Imaging/Fonts"
STYLES = ROOT / "theme/styles/fonts.css"
WIDTHS = ROOT / "src/KnowledgeSite.Diagrams/SansWidths.cs"

# The letters of most pages in Western European languages; the rest of Latin is in other files.
LATIN = [(0x20, 0x7E), (0xA0, 0xA3), (0xA5, 0xA5), (0xA7, 0xA7), (0xA9, 0xA9), (0xAB, 0xAB), (0xAE, 0xAE), (0xB0, 0xB1), (0xB7, 0xB7), (0xBB, 0xBB), (0xBF, 0xCF),
         (0xD1, 0xDC), (0xDF, 0xEF), (0xF1, 0xFC), (0x152, 0x153), (0x2009, 0x2014), (0x2018, 0x201A), (0x201C, 0x201E), (0x2022, 0x2022), (0x2026, 0x2026), (0x202F, 0x202F),
         (0x2039, 0x203A), (0x20AC, 0x20AC), (0x2122, 0x2122), (0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265)]
SYMBOLS = [(0x2190, 0x2193), (0x21A9, 0x21A9), (0x25B8, 0x25B8), (0x25BE, 0x25BE), (0x2713, 0x2713)]
ALL_LATIN = [(0x20, 0x7E), (0xA0, 0x24F), (0x259, 0x259), (0x2C6, 0x2C7), (0x2D8, 0x2DD), (0x1E00, 0x1EFF), (0x2009, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026),
             (0x202F, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044), (0x20A0, 0x20C0), (0x2122, 0x2122), (0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2265)]
MONO_LATIN = [(0x20, 0x7E), (0xA0, 0xA0), (0x2013, 0x2014), (0x2018, 0x2019), (0x201C, 0x201D), (0x2026, 0x2026)]

SERIF_FEATURES = ["kern", "liga", "onum", "ccmp", "locl", "mark"]
SANS_FEATURES = ["kern", "liga", "ccmp", "locl", "mark"]
UNUSED_TABLES = ["STAT", "vhea", "vmtx", "VVAR", "VORG", "gasp", "DSIG", "meta", "prep"]

CARD_LETTERS = ALL_LATIN + SYMBOLS + [(0x370, 0x3FF), (0x400, 0x45F), (0x490, 0x4FF), (0x2116, 0x2116)]
CARD_FEATURES = ["kern", "mark", "ccmp"]

# File, family, weight, style, original.
FACES = [
    ("serif", "Knowledge Serif", 400, "normal", "Literata[opsz,wght].ttf"),
    ("serif-bold", "Knowledge Serif", 600, "normal", "Literata[opsz,wght].ttf"),
    ("serif-italic", "Knowledge Serif", 400, "italic", "Literata-Italic[opsz,wght].ttf"),
    ("sans", "Knowledge Sans", 400, "normal", "SourceSans3VF-Upright.ttf"),
    ("sans-bold", "Knowledge Sans", 600, "normal", "SourceSans3VF-Upright.ttf"),
    ("mono", "Knowledge Mono", 400, "normal", "SourceCodeVariable-Roman.ttf"),
]

# How often each letter occurs per thousand characters of English text, spaces included.
ENGLISH = {" ": 180, "e": 102, "t": 75, "a": 65, "o": 62, "i": 57, "n": 57, "s": 53, "r": 50, "h": 49, "l": 33, "d": 33, "u": 23, "c": 22, "m": 20, "f": 18, "w": 17, "g": 16,
           "p": 15, "y": 14, "b": 12, "v": 8, "k": 5, "x": 2, "j": 1, "q": 1, "z": 1, ".": 10, ",": 10, "T": 2, "A": 2, "S": 2, "I": 3}

# The fallback fonts until a font is loaded: names for local(), and the file that is measured in their place.
FALLBACK_FONTS = {
    "Serif": [("Georgia", ["Georgia"], "gelasio-latin-{weight}-{style}.woff2"),
              ("Times", ["Times New Roman", "Liberation Serif"], "LiberationSerif-{name}.ttf"),
              ("Noto", ["Noto Serif"], "NotoSerif-{name}.ttf"),
              ("DejaVu", ["DejaVu Serif"], "DejaVuSerif-{name}.ttf")],
    "Sans": [("Arial", ["Arial", "Liberation Sans"], "LiberationSans-{name}.ttf"),
             ("Roboto", ["Roboto"], "roboto-latin-{weight}-{style}.woff2"),
             ("Noto", ["Noto Sans"], "NotoSans-{name}.ttf"),
             ("DejaVu", ["DejaVu Sans"], "DejaVuSans-{name}.ttf")],
}


def letters(ranges):
    return [c for first, last in ranges for c in range(first, last + 1)]


def without(ranges, others):
    return [(c, c) for c in sorted(set(letters(ranges)) - set(letters(others)))]


LATIN_EXTENDED = without(ALL_LATIN, LATIN)
MONO_EXTENDED = without(ALL_LATIN + SYMBOLS, MONO_LATIN)


def cut(path, ranges, limits, features, name):
    """Subsets a font to these ranges, under this name and without hints. Axes are limited last, since old versions fail otherwise."""
    font = TTFont(path, recalcTimestamp=False)
    cutter = subset.Subsetter(subset.Options(hinting=False, layout_features=features, name_IDs=[1, 4, 6, 13], notdef_outline=True, glyph_names=False))
    cutter.populate(unicodes=letters(ranges))
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, limits)
    if 0x21A9 in letters(ranges) and 0x21A9 not in font.getBestCmap():
        draw_return_arrow(font)
    for record in font["name"].names:
        if record.nameID in (1, 4):
            record.string = name
        if record.nameID == 6:
            record.string = name.replace(" ", "")
    for table in UNUSED_TABLES:
        if table in font:
            del font[table]
    return font


def draw_return_arrow(font):
    """The return sign of footnotes: a hooked arrow to the left, as large as the other arrows."""
    arrow = font["glyf"][font.getBestCmap()[0x2190]]
    left, right, middle = arrow.xMin, arrow.xMax, (arrow.yMin + arrow.yMax) // 2
    pen, thick, hook, head = TTGlyphPen(None), 56, 260, 130
    low, high = middle - thick // 2, middle + thick // 2
    outline = [(left, middle), (left + head, middle - head), (left + head + 40, middle - head + 40), (left + 110, low), (right, low), (right, low + hook + thick),
               (left + 260, low + hook + thick), (left + 260, low + hook), (right - thick, low + hook), (right - thick, high), (left + 110, high),
               (left + head + 40, middle + head - 40), (left + head, middle + head)]
    pen.moveTo(outline[0])
    for point in outline[1:]:
        pen.lineTo(point)
    pen.closePath()
    name = "uni21A9"
    variations = font["gvar"].variations if "gvar" in font else {}
    font.setGlyphOrder(font.getGlyphOrder() + [name])
    font["glyf"][name] = pen.glyph()
    font["hmtx"][name] = font["hmtx"][font.getBestCmap()[0x2190]]
    variations[name] = []
    if "HVAR" in font:
        widths = font["HVAR"].table.AdvWidthMap.mapping
        widths[name] = widths[font.getBestCmap()[0x2190]]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0x21A9] = name


def save_woff2(font, name):
    font.flavor = "woff2"
    target = THEME_FONTS / f"{name}.woff2"
    font.save(target)
    print(f"{target.name}: {target.stat().st_size} bytes, {len(font.getBestCmap())} letters")
    font.flavor = None
    return font


def advances(font):
    """The width of each letter in thousandths of the font size."""
    units = font["head"].unitsPerEm
    return {code: font["hmtx"][glyph][0] * 1000 / units for code, glyph in font.getBestCmap().items()}


def width_of_english(widths):
    return sum(widths[ord(letter)] * count for letter, count in ENGLISH.items()) / sum(ENGLISH.values())


def range_list(font, ranges):
    """The letters of these ranges that the font has, as a CSS unicode-range."""
    runs = []
    for code in sorted(set(letters(ranges)) & set(font.getBestCmap())):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


def face(family, file, ranges, weight, style="normal"):
    sort = "" if style == "normal" else f" font-style: {style};"
    return f'@font-face {{ font-family: "{family}"; src: url("{file}.woff2") format("woff2"); font-weight: {weight};{sort} font-display: swap; unicode-range: {ranges}; }}'


def fallback_face(family, names, widths, target_widths, metrics, weight, style):
    scale = width_of_english(target_widths) / width_of_english(widths)
    ascent, descent = (f"{100 * m / scale:.1f}%" for m in metrics)
    sources = ", ".join(f'local("{n}")' for n in names)
    sort = "" if style == "normal" else f" font-style: {style};"
    return (f'@font-face {{ font-family: "{family}"; src: {sources}; font-weight: {weight};{sort} size-adjust: {100 * scale:.1f}%; '
            f"ascent-override: {ascent}; descent-override: {descent}; line-gap-override: 0%; }}")


def local_names(names, name):
    """The names of the fonts on different systems: some use the family's name alone for the regular style."""
    if name == "Regular":
        return [n for family in names for n in ([family, family + " Regular"] if family.startswith("Noto") else [family])]
    plain = {"Bold": "Bold", "Italic": "Italic"}[name]
    return [f"{family} {plain}" for family in names]


def measured(folder, pattern, weight, style):
    name = {(400, "normal"): "Regular", (600, "normal"): "Bold", (400, "italic"): "Italic"}[weight, style]
    wanted = [pattern.format(weight=700 if weight == 600 else 400, style=style, name=n) for n in ([name, ""] if name == "Regular" else [name, "Oblique"])]
    found = [p for w in wanted for p in (folder.rglob(w.replace("-.ttf", ".ttf")))]
    return (name, advances(TTFont(found[0]))) if found else (name, None)


def styles(folder, fonts):
    lines = ["/* Generated by eng/fonts.py: the theme's fonts by script, and scaled fallbacks with the same line breaks. */"]
    for file, family, weight, style, _ in FACES:
        mono = family == "Knowledge Mono"
        lines.append(face(family, file, range_list(fonts[file], MONO_LATIN if mono else LATIN + SYMBOLS), weight, style))
        lines.append(face(family, file + "-extended", range_list(fonts[file + "-extended"], MONO_EXTENDED if mono else LATIN_EXTENDED), weight, style))
    for family, weight, style in (("Serif", 400, "normal"), ("Serif", 600, "normal"), ("Serif", 400, "italic"), ("Sans", 600, "normal")):
        lines.append(face(f"Knowledge {family}", "sans", range_list(fonts["sans"], SYMBOLS), weight, style))
    for kind, targets in (("Serif", {(400, "normal"): "serif", (600, "normal"): "serif-bold", (400, "italic"): "serif-italic"}), ("Sans", {(400, "normal"): "sans", (600, "normal"): "sans-bold"})):
        metrics = [fonts[kind.lower()]["hhea"].ascent / 1000, -fonts[kind.lower()]["hhea"].descent / 1000]
        for label, names, pattern in FALLBACK_FONTS[kind]:
            for (weight, style), target in targets.items():
                name, widths = measured(folder, pattern, weight, style)
                lines.append(fallback_face(f"{kind} by {label}", local_names(names, name), widths, advances(fonts[target]), metrics, weight, style))
    STYLES.write_text("\n".join(lines) + "\n")
    print(f"{STYLES.name}: {len(lines)} faces")


def widths_source(fonts):
    """The widths as C#, sixteen letters per line, so that a diff is readable."""
    tables = {weight: {**advances(fonts[file + "-extended"]), **advances(fonts[file])} for weight, file in ((400, "sans"), (600, "sans-bold"))}
    blocks = [(0x20, 0x24F), (0x1E00, 0x1EFF), (0x2000, 0x20CF), (0x2100, 0x22FF), (0x25A0, 0x25CF), (0x2700, 0x271F)]

    def rows(weight):
        parts = []
        for first, last in blocks:
            for row in range(first, last + 1, 16):
                codes = range(row, min(row + 16, last + 1))
                if any(c in tables[weight] for c in codes):
                    parts.append(f"        [0x{row:x}] = [" + ", ".join(str(round(tables[weight].get(c, 0))) for c in codes) + "],")
        return parts

    text = ["namespace KnowledgeSite.Diagrams;", "",
            "/// <summary>The advance widths of the theme's sans-serif in thousandths of its size, in rows of sixteen letters; 0 where it has no such letter. Made by eng/fonts.py.</summary>",
            "internal static class SansWidths", "{"]
    for name, weight in (("Regular", 400), ("Bold", 600)):
        text += [f"    public static readonly Dictionary<int, short[]> {name} = new()", "    {"] + rows(weight) + ["    };"]
        if name == "Regular":
            text.append("")
    WIDTHS.write_text("\n".join(text) + "\n}\n")


def card_font(path, limits, name, target):
    font = cut(path, CARD_LETTERS, limits, CARD_FEATURES, name)
    for unused in ("post", "HVAR", "MVAR", "avar"):
        if unused in font:
            del font[unused]
    font.save(target)
    print(f"{target.name}: {target.stat().st_size} bytes, {len(font.getBestCmap())} letters")
    return font


def icon_letters(font, target):
    """The outlines of the capital letters and digits, in font units, for icons. A line is a letter, the box around it and its path, separated by tabs."""
    glyphs, lines = font.getGlyphSet(), []
    for code, glyph in sorted(font.getBestCmap().items()):
        letter = chr(code)
        if unicodedata.category(letter) not in ("Lu", "Lt", "Lo", "Nd") and letter not in "ß§":
            continue
        bounds, path = BoundsPen(glyphs), SVGPathPen(glyphs, ntos=lambda v: str(round(v)))
        glyphs[glyph].draw(bounds)
        glyphs[glyph].draw(TransformPen(path, (1, 0, 0, -1, 0, 0)))
        left, bottom, right, top = map(round, bounds.bounds)
        lines.append(f"{letter}\t{left} {-top} {right - left} {top - bottom}\t{path.getCommands()}\n")
    target.write_text("".join(lines))
    print(f"{target.name}: {len(lines)} letters")


def main(sources, fallbacks):
    THEME_FONTS.mkdir(exist_ok=True)
    fonts = {}
    for file, family, weight, _, original in FACES:
        limits = {"wght": weight, **({"opsz": 12} if original.startswith("Literata") else {})}
        features = SERIF_FEATURES if family == "Knowledge Serif" else SANS_FEATURES
        ranges, others = (MONO_LATIN, MONO_EXTENDED) if family == "Knowledge Mono" else (LATIN, LATIN_EXTENDED)
        if file == "sans":
            ranges = ranges + SYMBOLS
        fonts[file] = save_woff2(cut(sources / original, ranges, limits, features, family), file)
        fonts[file + "-extended"] = save_woff2(cut(sources / original, others, limits, features, family), file + "-extended")
    styles(fallbacks, fonts)
    widths_source(fonts)
    serif = card_font(sources / "Literata[opsz,wght].ttf", {"wght": 600, "opsz": 12}, "Knowledge Serif", CARD_FONTS / "serif.ttf")
    icon_letters(serif, CARD_FONTS / "icon-letters.txt")
    card_font(sources / "SourceSans3VF-Upright.ttf", {"wght": 500}, "Knowledge Sans", CARD_FONTS / "sans.ttf")


main(Path(sys.argv[1]), Path(sys.argv[2]))
