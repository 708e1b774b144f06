#!/usr/bin/env python3
"""The files of folders as one C++ source (core/cli/built_in.h), so that `tiendo` needs nothing beside itself:
make_built_in.py OUT.cpp NAME=FOLDER..."""
import pathlib
import sys


def literal(text):
    """A C++ string literal a line, so that a compiler's limit on one literal is not met."""
    escaped = (line.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("?", "\\?")
               for line in text.splitlines(keepends=True))
    return "\n    ".join(f'"{line}"' for line in escaped) or '""'


def files_of(name, folder):
    folder = pathlib.Path(folder)
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    rows = ",\n".join(f'    {{"{file.relative_to(folder).as_posix()}",\n    {literal(file.read_text(encoding="utf-8"))}}}'
                      for file in files)
    return (f"constexpr BuiltInFile {name}_list[] = {{\n{rows}}};\n"
            f"const std::span<const BuiltInFile> {name} = {name}_list;\n\n")


def main(out, *named):
    parts = "".join(files_of(*one.split("=", 1)) for one in named)
    pathlib.Path(out).write_text(
        f'#include "cli/built_in.h"\n\nnamespace tiendo {{\n\n{parts}}}  // namespace tiendo\n', encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
