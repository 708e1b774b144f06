"""The arrows of ARCHITECTURE.md, read from the includes and imports, and the form of the sources."""
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
CORE, WEB, SHELL = ROOT / "core", ROOT / "web", ROOT / "shell"

# What each part may include besides itself. `cli`, `web` and `study` are the programs around the core.
ARROWS = {
    "base": set(),
    "model": {"base"},
    "io": {"base", "model"},
    "score": {"base", "model"},
    "chart": {"base"},
    "report": {"base", "model", "score", "chart"},
    "cli": {"base", "model", "io", "score", "chart", "report"},
    "layout": {"base", "chart", "report"},
    "web": {"base", "model", "io", "chart", "report", "layout"},
    "study": {"base", "model", "io", "score"},
}
# Libraries, and the only places that may see them: what they are must not leak into the rest.
LIBRARIES = {
    r"nlohmann/": {"io", "cli"},
    r"CLI/": {"cli"},
    r"zip\.h": {"cli"},
    r"imgui": {"web"},
    r"(SDL|GLES)": {"web"},
    r"emscripten": {"web", "study"},
    r"(fstream|filesystem|iostream)$": {"cli"},
    r"(chrono|thread|random)$": set(),
}
# Of the page and of its worker: the two ends of each way.
BRIDGES = {"web": {"bridge.cpp", "study.cpp"}, "shell": {"bridge.mjs", "study_worker.mjs"}}


def part_of(file):
    if CORE in file.parents:
        return file.relative_to(CORE).parts[0]
    inside = file.relative_to(WEB).parts
    return inside[0] if len(inside) > 1 else "web"


def sources(*folders):
    return [file for folder in folders for pattern in ("*.h", "*.cpp") for file in folder.rglob(pattern)]


def includes(file):
    return re.findall(r'^#include ["<]([^">]+)[">]', file.read_text(encoding="utf-8"), re.MULTILINE)


class Arrows(unittest.TestCase):
    def test_every_include_follows_an_arrow(self):
        files = sources(CORE, WEB)
        self.assertGreater(len(files), 50)
        wrong = []
        for file in files:
            part = part_of(file)
            for name in includes(file):
                target = name.partition("/")[0]
                if "/" in name and target in ARROWS and target not in ARROWS[part] | {part}:
                    wrong.append(f"{file.relative_to(ROOT)} includes {name}: {part} may not know {target}")
        self.assertEqual(wrong, [])

    def test_libraries_stay_where_they_belong(self):
        wrong = []
        for file in sources(CORE, WEB):
            for name in includes(file):
                for library, allowed in LIBRARIES.items():
                    if re.match(library, name) and part_of(file) not in allowed:
                        wrong.append(f"{file.relative_to(ROOT)} includes {name}")
        self.assertEqual(wrong, [])

    def test_only_the_bridges_know_both_sides(self):
        for file in sources(WEB):
            if file.name not in BRIDGES["web"]:
                code = re.sub(r"//.*", "", file.read_text(encoding="utf-8"))
                self.assertNotRegex(code, r"EM_JS|EM_ASM|EMSCRIPTEN_KEEPALIVE", file.name)
        for file in SHELL.glob("*.mjs"):
            if file.name not in BRIDGES["shell"]:
                self.assertNotRegex(file.read_text(encoding="utf-8"), r"_tiendo_|HEAPU8|_malloc", file.name)

    def test_an_arrow_that_is_not_allowed_is_found(self):
        self.assertNotIn("report", ARROWS["score"])
        self.assertNotIn("model", ARROWS["chart"])
        self.assertNotIn("io", ARROWS["report"])


class Form(unittest.TestCase):
    def test_nothing_throws_but_the_parser_of_the_command_line(self):
        for file in set(sources(CORE, WEB)) - {CORE / "cli" / "main.cpp"}:
            code = re.sub(r"//.*", "", file.read_text(encoding="utf-8"))
            self.assertNotRegex(code, r"\b(throw|try|catch)\b\s*[({]?\s*[({]", str(file.relative_to(ROOT)))

    def test_lines_stay_within_their_columns_and_headers_open_with_their_contract(self):
        for file in sources(CORE, WEB):
            text = file.read_text(encoding="utf-8")
            most = 110 if file.suffix == ".h" else 100
            long = [number for number, line in enumerate(text.splitlines(), 1) if len(line) > most]
            self.assertEqual(long, [], f"{file.relative_to(ROOT)}: lines over {most} columns")
            if file.suffix == ".h":
                self.assertTrue(text.startswith("//"), f"{file.relative_to(ROOT)} has no opening comment")


if __name__ == "__main__":
    unittest.main()
