#!/usr/bin/env python3
"""make_fonts.py NOTO_DIR WEIGHT OUT: Noto Sans cut to the letters and signs of the site.

One TrueType file a weight serves both the canvas and CSS. Letters, digits and punctuation come from
Noto Sans; the minus is cut from its plus, as wide as a digit; arrows and mathematics come from Noto
Sans Math and shapes from Noto Sans Symbols 2 (these have one weight). Kerning stays, hinting goes.
"""
import pathlib
import sys
import tempfile

from fontTools import subset
from fontTools.merge import Merger
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x100),            # Latin, Latin-1
           *map(ord, "ĂăĐđĨĩŨũƠơƯư"), *range(0x1EA0, 0x1EFA)]  # Vietnamese
PUNCTUATION = "\u2007\u2009\u2010\u2011\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e†•…‰′″‹›⁄₫€№™²³\u202f\ufffd"
MATHEMATICS = "←↑→↓↔↕≈≠≤≥∞△▽"
SHAPES = "▲▼◆●○■□▶◀◇★☆✓✗✕⚠☰⇧"
MINUS = 0x2212


def cut(path, codepoints):
    """The font at `path` with those of `codepoints` that it has."""
    options = subset.Options(hinting=False, layout_features=["kern"], name_IDs=[1, 2, 4, 6, 13, 14],
                             notdef_outline=True, drop_tables=["DSIG", "GSUB", "GDEF", "STAT"])
    font = TTFont(path)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codepoints)
    subsetter.subset(font)
    return font


def add_minus(font):
    """Draws U+2212 as the bar of the plus."""
    plus = font.getBestCmap()[ord("+")]
    ys = sorted({y for _, y in font["glyf"][plus].coordinates})
    xs = [x for x, _ in font["glyf"][plus].coordinates]
    bottom, top = ys[1], ys[-2]
    pen = TTGlyphPen(None)
    for index, point in enumerate([(min(xs), bottom), (min(xs), top), (max(xs), top), (max(xs), bottom)]):
        (pen.lineTo if index else pen.moveTo)(point)
    pen.closePath()
    font.setGlyphOrder([*font.getGlyphOrder(), "minus"])
    font["glyf"]["minus"] = pen.glyph()
    font["hmtx"]["minus"] = (font["hmtx"][plus][0], min(xs))
    for table in font["cmap"].tables:
        table.cmap[MINUS] = "minus"


def main():
    noto, weight, out = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
    signs = set(map(ord, PUNCTUATION + MATHEMATICS + SHAPES))
    base = cut(noto / f"NotoSans-{weight}.ttf", {*LETTERS, *signs})
    if MINUS not in base.getBestCmap():
        add_minus(base)
    parts, have = [base], set(base.getBestCmap())
    for name in ("NotoSansMath-Regular.ttf", "NotoSansSymbols2-Regular.ttf"):
        part = cut(noto / name, signs - have)
        if part["head"].unitsPerEm != base["head"].unitsPerEm:
            sys.exit(f"error: {name} is drawn on another grid than Noto Sans")
        have |= set(part.getBestCmap())
        for table in ("GPOS", "MATH", "vhea", "vmtx", "VORG"):
            if table in part:
                del part[table]
        parts.append(part)
    missing = {*LETTERS, *signs, MINUS} - have
    if missing:
        print("not in these fonts:", " ".join(f"U+{code:04X}" for code in sorted(missing)))
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for index, part in enumerate(parts):
            files.append(f"{folder}/{index}.ttf")
            part.save(files[-1])
        merged = Merger().merge(files)
    for table in ("hhea", "OS/2"):  # the lines keep the height of Noto Sans, not of the tallest sign
        for field in ("ascent", "descent", "lineGap", "sTypoAscender", "sTypoDescender", "sTypoLineGap",
                      "usWinAscent", "usWinDescent"):
            if hasattr(base[table], field):
                setattr(merged[table], field, getattr(base[table], field))
    merged["head"].created = merged["head"].modified = 0  # the same input makes the same file
    merged.recalcTimestamp = False
    out.parent.mkdir(parents=True, exist_ok=True)
    merged.save(out)


if __name__ == "__main__":
    main()
