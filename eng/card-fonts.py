#!/usr/bin/env python3
"""Makes the two fonts that cards and icons are drawn with, of Noto Serif and Noto Sans (Debian: fonts-noto-extra, fonts-noto-core, python3-fonttools).

  eng/card-fonts.py FOLDER     where NotoSerif-SemiBold.ttf and NotoSans-Medium.ttf lie

Kept are Latin, Greek and Cyrillic letters without their hints. Kerning moves from GPOS to a plain `kern` table, which takes a screen of code to read.
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

KEPT = [(0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x18F), (0x192, 0x192), (0x1A0, 0x1B0), (0x1CD, 0x1DC), (0x1E6, 0x1E7), (0x218, 0x21B), (0x1E00, 0x1EFF),
        (0x370, 0x3FF), (0x400, 0x45F), (0x490, 0x4FF), (0x2010, 0x2027), (0x2030, 0x203A), (0x20A0, 0x20BF), (0x2116, 0x2116), (0x2122, 0x2122),
        (0x2190, 0x2193), (0x2212, 0x2212), (0x2260, 0x2265)]
ALPHABETS = [range(0x20, 0x180), range(0x370, 0x400), range(0x400, 0x460)]
SMALLEST = 20


def kerning(font):
    """Every pair of letters of one alphabet that stand closer or wider, by the first lookup that speaks of both."""
    tables = font["GPOS"].table
    kern = {i for f in tables.FeatureList.FeatureRecord if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex}
    subtables = [getattr(s, "ExtSubTable", s) for i in sorted(kern) for s in tables.LookupList.Lookup[i].SubTable]
    glyphs = font.getBestCmap()
    pairs = {}
    for alphabet in ALPHABETS:
        names = [glyphs[c] for c in alphabet if c in glyphs]
        for left in names:
            for right in names:
                if (left, right) in pairs:
                    continue
                value = next((v for v in (advance(s, left, right) for s in subtables) if v is not None), 0)
                if abs(value) >= SMALLEST:
                    pairs[left, right] = value
    return pairs


def advance(subtable, left, right):
    if left not in subtable.Coverage.glyphs:
        return None
    if subtable.Format == 1:
        record = next((r for r in subtable.PairSet[subtable.Coverage.glyphs.index(left)].PairValueRecord if r.SecondGlyph == right), None)
        return None if record is None else getattr(record.Value1, "XAdvance", 0)
    first, second = subtable.ClassDef1.classDefs.get(left, 0), subtable.ClassDef2.classDefs.get(right, 0)
    return getattr(subtable.Class1Record[first].Class2Record[second].Value1, "XAdvance", 0) or None


def drawOutTurned(font):
    """A glyph made of others that are turned over gets an outline of its own: what reads the font only moves them."""
    glyphs, table = font.getGlyphSet(), font["glyf"]
    for name in table.keys():
        if table[name].isComposite() and any(hasattr(c, "transform") for c in table[name].components):
            record, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
            glyphs[name].draw(record)
            record.replay(pen)
            table[name] = pen.glyph()


def make(source, target):
    options = subset.Options(hinting=False, layout_features=["kern"], name_IDs=[0, 1, 2, 13, 14], notdef_outline=True, glyph_names=False)
    font = TTFont(source, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[c for first, last in KEPT for c in range(first, last + 1)])
    cutter.subset(font)
    drawOutTurned(font)
    table = KernTable_format_0()
    table.coverage, table.apple, table.version, table.kernTable = 1, False, 0, kerning(font)
    font["kern"] = newTable("kern")
    font["kern"].version, font["kern"].kernTables = 0, [table]
    for unused in ("GPOS", "GSUB", "GDEF", "OS/2", "post", "gasp", "prep", "DSIG"):
        if unused in font:
            del font[unused]
    font.save(target)
    print(f"{target.name}: {target.stat().st_size} bytes, {len(table.kernTable)} pairs")


folder = Path(sys.argv[1])
home = Path(__file__).parent.parent / "src/KnowledgeSite/Cards/Fonts"
make(folder / "NotoSerif-SemiBold.ttf", home / "serif.ttf")
make(folder / "NotoSans-Medium.ttf", home / "sans.ttf")
