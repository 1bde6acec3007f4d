#!/usr/bin/env python3
"""Creates theme/fonts/math.woff2, the font of formulas.

  eng/math-font.py SOURCE

SOURCE is STIXTwoMath.input.ttf of STIX Two, version 2.12 (github.com/stipub/stixfonts, source), under the Open Font License.
Needs Debian's python3-fonttools and python3-brotli.
The font has the characters that src/KnowledgeSite.Mathematics can write, and their larger sizes.
"""
import sys
from copy import deepcopy
from pathlib import Path

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "theme/fonts/math.woff2"
SOURCES = ROOT / "src/KnowledgeSite.Mathematics"
NAME = "Knowledge Math"

RANGES = [(0x20, 0x7E), (0xA0, 0xA0), (0xA8, 0xA8), (0xAC, 0xAC), (0xAF, 0xB1), (0xB4, 0xB4), (0xB7, 0xB7), (0xC0, 0xFF), (0x131, 0x131), (0x237, 0x237), (0x302, 0x305),
          (0x338, 0x338), (0x391, 0x3A9), (0x3B1, 0x3C9), (0x3D1, 0x3D6), (0x3F0, 0x3F5), (0x2009, 0x2009), (0x2018, 0x201D), (0x2032, 0x2034), (0x2057, 0x2057),
          (0x2061, 0x2063), (0x20D7, 0x20D7), (0x2102, 0x2102), (0x210A, 0x2113), (0x2115, 0x2115), (0x2118, 0x211D), (0x2124, 0x2124), (0x2128, 0x2128),
          (0x212C, 0x2134), (0x2212, 0x2212), (0x1D400, 0x1D7FF)]
PRIMES = (0x2032, 0x2033, 0x2034, 0x2057)

# Characters that TeX stretches although the font has the wide forms only for combining marks.
WIDE_MARKS = {0x5E: 0x302, 0x2C6: 0x302, 0x7E: 0x303, 0x2DC: 0x303}

# Characters whose tall forms are at most this many times as wide as the character itself.
NARROWED = "√()[]{}⟨⟩⌊⌋⌈⌉"
WIDEST = 1.2


def characters():
    written = "".join(p.read_text(encoding="utf-8") for p in sorted(SOURCES.glob("*.cs")))
    return {ord(c) for c in written if ord(c) > 0x7E} | {c for first, last in RANGES for c in range(first, last + 1)}


def alternates(font, feature):
    """The first alternate of each glyph in a feature."""
    found = {}
    table = font["GSUB"].table
    lookups = {i for record in table.FeatureList.FeatureRecord if record.FeatureTag == feature for i in record.Feature.LookupListIndex}
    for index in lookups:
        for part in table.LookupList.Lookup[index].SubTable:
            part = getattr(part, "ExtSubTable", part)
            found.update({glyph: forms[0] for glyph, forms in getattr(part, "alternates", {}).items()})
    return found


def use_script_primes(font):
    """Maps primes to the glyphs that are made for superscripts, because Chromium does not choose them itself."""
    forms = alternates(font, "ssty")
    for table in font["cmap"].tables:
        for code in PRIMES:
            if table.isUnicode() and code in table.cmap:
                table.cmap[code] = forms.get(table.cmap[code], table.cmap[code])


def widen_marks(font):
    """Gives spacing marks the wide forms of combining marks."""
    variants, names = font["MATH"].table.MathVariants, font.getBestCmap()
    glyphs, forms = variants.HorizGlyphCoverage.glyphs, variants.HorizGlyphConstruction
    found = dict(zip(glyphs, forms))
    for mark, source in WIDE_MARKS.items():
        construction = deepcopy(found[names[source]])
        construction.MathGlyphVariantRecord[0].VariantGlyph = names[mark]
        found[names[mark]] = construction
    order = sorted(found, key=font.getGlyphID)
    variants.HorizGlyphCoverage.glyphs = order
    variants.HorizGlyphConstruction = [found[g] for g in order]
    variants.HorizGlyphCount = len(order)


def repair_connectors(font):
    """Lets the last part of long arrows overlap the part before it. Without an overlap, Chromium does not lengthen them."""
    variants = font["MATH"].table.MathVariants
    for construction in variants.HorizGlyphConstruction:
        parts = construction.GlyphAssembly.PartRecords if construction.GlyphAssembly else []
        if len(parts) > 1 and parts[-1].StartConnectorLength == 0:
            parts[-1].StartConnectorLength, parts[-1].EndConnectorLength = parts[-1].EndConnectorLength, 0


def narrow_tall_forms(font):
    """Narrows the tall forms of roots and brackets, because Chromium reserves the width of the widest form for each of them."""
    variants, names = font["MATH"].table.MathVariants, font.getBestCmap()
    found = dict(zip(variants.VertGlyphCoverage.glyphs, variants.VertGlyphConstruction))
    for character in NARROWED:
        glyph = names[ord(character)]
        limit = round(font["hmtx"][glyph][0] * WIDEST)
        parts = found[glyph].GlyphAssembly.PartRecords if found[glyph].GlyphAssembly else []
        for form in [v.VariantGlyph for v in found[glyph].MathGlyphVariantRecord] + [p.glyph for p in parts]:
            narrow(font, form, limit)


def narrow(font, glyph, limit):
    width = font["hmtx"][glyph][0]
    if width > limit:
        transform(font, glyph, (limit / width, 0, 0, 1, 0, 0), limit)


def place_vector_arrow(font):
    """Gives the arrow of vectors a width, because Chromium does not centre a combining mark above a letter."""
    glyph = font.getBestCmap()[0x20D7]
    outline = font["glyf"][glyph]
    width, left = outline.xMax - outline.xMin, outline.xMin
    transform(font, glyph, (1, 0, 0, 1, -left, 0), width)
    attachment = font["MATH"].table.MathGlyphInfo.MathTopAccentAttachment
    attachment.TopAccentAttachment[attachment.TopAccentCoverage.glyphs.index(glyph)].Value -= left


def transform(font, glyph, matrix, width):
    recording, pen = DecomposingRecordingPen(font.getGlyphSet()), TTGlyphPen(None)
    font.getGlyphSet()[glyph].draw(recording)
    recording.replay(TransformPen(pen, matrix))
    outline = pen.glyph()
    font["glyf"][glyph] = outline
    outline.recalcBounds(font["glyf"])
    font["hmtx"][glyph] = (width, outline.xMin)


def main(source):
    font = TTFont(source, recalcTimestamp=False)
    use_script_primes(font)
    widen_marks(font)
    repair_connectors(font)
    narrow_tall_forms(font)
    place_vector_arrow(font)
    options = subset.Options(hinting=False, layout_features=["ccmp"], name_IDs=[1, 4, 6, 13], notdef_outline=True, glyph_names=False)
    options.drop_tables += ["DSIG", "gasp", "prep", "meta", "STAT"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters())
    cutter.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 4):
            record.string = NAME
        if record.nameID == 6:
            record.string = NAME.replace(" ", "")
    font.flavor = "woff2"
    font.save(TARGET)
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes, {len(font.getBestCmap())} characters")


main(Path(sys.argv[1]))
