#!/usr/bin/env python3
"""The files of a folder as one C++ source, so that `tiendo init` needs nothing beside itself:
make_example.py FOLDER OUT.cpp"""
import pathlib
import sys


def literal(text):
    """A C++ string literal a line, so that a compiler's limit on one literal is not met."""
    escaped = (line.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("?", "\\?")
               for line in text.splitlines(keepends=True))
    return "\n    ".join(f'"{line}"' for line in escaped) or '""'


def main(folder, out):
    folder = pathlib.Path(folder)
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    rows = ",\n".join(f'    {{"{file.relative_to(folder).as_posix()}",\n    {literal(file.read_text(encoding="utf-8"))}}}'
                      for file in files)
    pathlib.Path(out).write_text(
        '#include "cli/init.h"\n\nnamespace tiendo {\n\n'
        f"const ExampleFile example_files[] = {{\n{rows}}};\n"
        f"const std::size_t example_file_count = {len(files)};\n\n}}  // namespace tiendo\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
