#!/usr/bin/env python3
"""Writes Unicode's tables of normalisation and of letters as C++, from Python's own unicodedata.

--tables FILE    what core/base/normalise_text.cpp unpacks: differences, a few bytes each
--expected FILE  what tests/core/base_text_test.cpp compares with: Python's own normalisation of
                 every code point (a checksum a block) and of random sequences
"""
import argparse
import pathlib
import random
import sys
import unicodedata

BLOCK = 4096
HANGUL_SYLLABLES = range(0xAC00, 0xD7A4)
HANGUL_VOWELS_AND_TAILS = [*range(0x1161, 0x1176), *range(0x11A8, 0x11C3)]
# Letters whose capitals meet their small letters in a search: Latin, Greek, Cyrillic.
FOLDED = [range(0x80, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000), range(0x2C60, 0x2C80),
          range(0xA640, 0xA6A0), range(0xA720, 0xA800)]
# đ, and the two letters that look like its capital and are typed for it.
FOLDED_TO_D = "ĐđÐðƉɖ"

HEADER = """\
// Made by cmake/make_unicode.py (Unicode {version}). Do not edit.
#pragma once

#include <cstdint>

namespace tiendo::unicode {{

"""
FOOTER = "\n}  // namespace tiendo::unicode\n"


def code_points():
    return (code for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)


def decompositions():
    """{code: (first, second or 0)}: the canonical ones, one step, without Hangul."""
    found = {}
    for code in code_points():
        parts = unicodedata.decomposition(chr(code)).split()
        if parts and not parts[0].startswith("<"):
            first, second = ([int(part, 16) for part in parts] + [0])[:2]
            found[code] = (first, second)
    return found


def array(kind, name, values):
    lines = [f"inline constexpr {kind} {name}[] = {{"]
    values = list(values)
    for start in range(0, len(values), 8):
        lines.append("    " + " ".join(f"{value}," for value in values[start:start + 8]))
    return "\n".join(lines) + "\n};\n"


def packed(values):
    """Each value's difference from the one before, zigzag, in groups of 7 bits, the lowest first."""
    before = 0
    for value in values:
        difference = value - before
        before = value
        zigzag = difference << 1 if difference >= 0 else (-difference << 1) - 1
        while zigzag >= 128:
            yield zigzag & 127 | 128
            zigzag >>= 7
        yield zigzag


def letter_bounds():
    """Where runs of letters begin, and end: one past the last."""
    before = False
    for code in range(sys.maxunicode + 2):
        is_letter = code <= sys.maxunicode and unicodedata.category(chr(code)).startswith("L")
        if is_letter != before:
            yield code
        before = is_letter


def tables():
    parts = decompositions()
    seconds = sorted({second for _, second in parts.values()})
    order = sorted(parts)
    second_place = {second: place for place, second in enumerate(seconds)}
    # NFC itself says which decompositions are put together again.
    apart = [place for place, code in enumerate(order)
             if not parts[code][1] or unicodedata.normalize("NFC", chr(code)) != chr(code)]
    classes = [(code, unicodedata.combining(chr(code))) for code in code_points()]
    folds = {}
    for block in FOLDED:
        for code in block:
            folded = chr(code).casefold()
            if code not in parts and len(folded) == 1 and ord(folded) != code:
                folds[code] = ord(folded)
    folds.update({ord(letter): ord("d") for letter in FOLDED_TO_D})

    assert max(folds) < 1 << 16
    text = HEADER.format(version=unicodedata.unidata_version)
    text += "// All but `folds` are packed: differences, zigzag, 7 bits a byte.\n"
    text += "\n// Second halves of canonical decompositions, ascending; the first is 0: there is none.\n"
    text += array("std::uint8_t", "seconds", packed(seconds))
    text += "\n// Code points that decompose, ascending, and into what: first half, place of the second.\n"
    text += array("std::uint8_t", "composed", packed(order))
    text += array("std::uint8_t", "first_halves", packed(parts[code][0] for code in order))
    text += array("std::uint8_t", "second_places",
                  packed(second_place[parts[code][1]] for code in order))
    text += "\n// Places in `composed` that composition never makes, ascending.\n"
    text += array("std::uint8_t", "never_made", packed(apart))
    text += "\n// Code points whose canonical combining class is not 0, ascending, and the classes.\n"
    text += array("std::uint8_t", "marks", packed(code for code, value in classes if value))
    text += array("std::uint8_t", "mark_classes", packed(value for _, value in classes if value))
    text += "\n// Where runs of letters begin and end (one past the last), ascending.\n"
    text += array("std::uint8_t", "letter_bounds", packed(letter_bounds()))
    text += "\n// What a letter without diacritics becomes in a search; ascending by `from`.\n"
    text += "struct Fold {\n  std::uint16_t from, to;\n};\n"
    text += array("Fold", "folds", (f"{{{code}, {folds[code]}}}" for code in sorted(folds)))
    return text + FOOTER


def checksum(block):
    """FNV-1a over the UTF-8 of the NFC of every code point of the block, each followed by a 0."""
    value = 2166136261
    for code in range(block * BLOCK, (block + 1) * BLOCK):
        if not 0xD800 <= code < 0xE000:
            for byte in unicodedata.normalize("NFC", chr(code)).encode() + b"\0":
                value = (value ^ byte) * 16777619 % (1 << 32)
    return f"{value}u"


def sequences(count):
    """Random sequences of what composes, decomposes and is reordered, with their NFC."""
    rng = random.Random(766)
    marks = [code for code in code_points() if unicodedata.combining(chr(code))]
    parts = decompositions()
    pools = [marks, sorted(parts), sorted(first for first, _ in parts.values()),
             sorted(second for _, second in parts.values() if second), HANGUL_SYLLABLES,
             [*range(0x1100, 0x1113), *HANGUL_VOWELS_AND_TAILS], range(0x41, 0x7B),
             [ord(mark) for mark in "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"]]
    for _ in range(count):
        text = "".join(chr(rng.choice(rng.choice(pools))) for _ in range(rng.randint(1, 7)))
        yield text, unicodedata.normalize("NFC", text)


def literal(text):
    return '"' + "".join(f"\\{byte:03o}" for byte in text.encode()) + '"'


def expected():
    text = HEADER.format(version=unicodedata.unidata_version)
    text += f"inline constexpr int block_size = {BLOCK};\n"
    text += array("std::uint32_t", "nfc_checksums",
                  (checksum(block) for block in range((sys.maxunicode + 1) // BLOCK)))
    text += "struct Sequence {\n  const char *text, *nfc;\n};\n"
    text += "inline constexpr Sequence sequences[] = {\n"
    text += "".join(f"    {{{literal(given)}, {literal(nfc)}}},\n"
                    for given, nfc in sequences(2000))
    return text + "};\n" + FOOTER


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--tables", type=pathlib.Path)
    parser.add_argument("--expected", type=pathlib.Path)
    arguments = parser.parse_args()
    if arguments.tables:
        write(arguments.tables, tables())
    if arguments.expected:
        write(arguments.expected, expected())


if __name__ == "__main__":
    main()
