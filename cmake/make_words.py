#!/usr/bin/env python3
"""Turns assets/text/*.json into words_generated.{h,cpp}: one enumerator a text, one table.

A file holds { "key": { "vi": "…", "en": "…" }, … }; its word is Word::<file>_<key>. A language that
is missing or empty, a repeated key, placeholders that differ between the languages and text that is
not NFC stop the build with file and key.
"""
import argparse
import json
import pathlib
import re
import sys
import unicodedata

LANGUAGES = ("vi", "en")


class TextError(Exception):
    pass


def identifier(text):
    return re.sub(r"[^0-9a-zA-Z]+", "_", text).strip("_")


def unique(pairs):
    entries = {}
    for key, value in pairs:
        if key in entries:
            raise TextError(f'key "{key}" appears twice')
        entries[key] = value
    return entries


def check_entry(entry):
    if not isinstance(entry, dict) or set(entry) != set(LANGUAGES):
        raise TextError(f"expected exactly the languages {', '.join(LANGUAGES)}")
    for language in LANGUAGES:
        text = entry[language]
        if not isinstance(text, str) or not text.strip():
            raise TextError(f'"{language}" is empty')
        if unicodedata.normalize("NFC", text) != text:
            raise TextError(f'"{language}" is not in NFC')
        if "\n" in text:
            raise TextError(f'"{language}" is more than one line')
    placeholders = [sorted(set(re.findall(r"\{[^{}]*\}", entry[language]))) for language in LANGUAGES]
    if placeholders[0] != placeholders[1]:
        raise TextError("placeholders differ: vi has {} and en has {}".format(
            *(" ".join(found) or "none" for found in placeholders)))
    for placeholder in placeholders[0]:
        if not re.fullmatch(r"\{\d\}", placeholder):
            raise TextError(f"{placeholder} is not a placeholder like {{0}}")


def read_words(files):
    """[(enumerator, {"vi": …, "en": …})] in the order of the files; raises TextError."""
    words, seen = [], {}
    for file in sorted(files, key=lambda file: file.name):
        place = file.name
        try:
            entries = json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=unique)
            if not isinstance(entries, dict):
                raise TextError("expected an object of texts")
            for key, entry in entries.items():
                place = f'{file.name}, key "{key}"'
                check_entry(entry)
                word = identifier(f"{file.stem}_{key}")
                if word in seen:
                    raise TextError(f"the name {word} is already that of {seen[word]}")
                seen[word] = place
                words.append((word, entry))
        except (ValueError, TextError) as error:
            raise TextError(f"assets/text/{place}: {error}") from None
    return words


def literal(text):
    return json.dumps(text, ensure_ascii=False)


HEADER = """\
// Made by cmake/make_words.py from assets/text/*.json. Do not edit.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/language.h"

namespace tiendo {{

enum class Word : unsigned short {{
{words}
}};

inline constexpr std::size_t word_count = {count};

// The text of `word` with its placeholders {{0}}, {{1}} … still in it. Native programs have the texts
// in them (words_generated.cpp), the site's fetches them as one file (web/words_fetched.cpp).
std::string_view word_pattern(Word word, Language language);

}}  // namespace tiendo
"""

SOURCE = """\
// Made by cmake/make_words.py from assets/text/*.json. Do not edit.
#include "report/words_generated.h"

namespace tiendo {{
namespace {{

constexpr std::string_view patterns[word_count + 1][2] = {{
{patterns}
    {{"", ""}},
}};

}}  // namespace

std::string_view word_pattern(Word word, Language language) {{
  return patterns[static_cast<std::size_t>(word)][static_cast<std::size_t>(language)];
}}

}}  // namespace tiendo
"""


def write_if_changed(file, text):
    """An edited text then recompiles the table only, not all that includes the header."""
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("files", type=pathlib.Path, nargs="*")
    arguments = parser.parse_args()
    try:
        words = read_words(arguments.files)
    except TextError as error:
        sys.exit(f"error: {error}")
    arguments.out.mkdir(parents=True, exist_ok=True)
    write_if_changed(arguments.out / "words_generated.h", HEADER.format(
        words="\n".join(f"  {word}," for word, _ in words), count=len(words)))
    for language in ("vi", "en"):
        write_if_changed(arguments.out / f"words.{language}.txt", "".join(
            f"{entry[language]}\n" for _, entry in words))
    write_if_changed(arguments.out / "words_generated.cpp", SOURCE.format(patterns="\n".join(
        f"    {{{literal(entry['vi'])},\n     {literal(entry['en'])}}}," for _, entry in words)))


if __name__ == "__main__":
    main()
