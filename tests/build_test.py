"""Tests of the build scripts: the words, the placeholders of the pages, the count of tests/run."""
import importlib.machinery
import importlib.util
import json
import pathlib
import re
import sys
import tempfile
import unicodedata
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "cmake"))
sys.dont_write_bytecode = True
import make_site  # noqa: E402
import make_words  # noqa: E402
import setup  # noqa: E402


class Tools(unittest.TestCase):
    # Headers of other people's libraries that no tool of the list has to bring: compilers have theirs,
    # GoogleTest is there as sources, Dear ImGui and SDL come with their own sources.
    ELSEWHERE = ("gtest/", "emscripten", "GLES3/", "imgui", "SDL")

    def test_every_library_that_the_code_includes_is_installed_by_the_set_up(self):
        probes = {probe.removeprefix("include/") for probe, _ in setup.BUILD_TOOLS.values()}
        missing = set()
        for file in [*ROOT.glob("core/**/*.[ch]*"), *ROOT.glob("web/**/*.[ch]*"), *ROOT.glob("tests/**/*.[ch]*")]:
            for header in re.findall(r"(?m)^#include <(\S+/\S+)>", file.read_text(encoding="utf-8", errors="replace")):
                if header not in probes and not header.startswith(self.ELSEWHERE):
                    missing.add(header)
        self.assertEqual(missing, set(), "name the Debian package in cmake/setup.py")


class Words(unittest.TestCase):
    def read(self, text):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "overview.json"
            file.write_text(text, encoding="utf-8")
            return make_words.read_words([file])

    def refusal(self, text):
        with self.assertRaises(make_words.TextError) as caught:
            self.read(text)
        return str(caught.exception)

    def test_a_word_is_named_after_file_and_key(self):
        (word, entry), = self.read('{"page-title": {"vi": "Tổng quan {0}", "en": "Overview {0}"}}')
        self.assertEqual(word, "overview_page_title")
        self.assertEqual(entry["en"], "Overview {0}")

    def test_a_missing_or_empty_language_is_refused_with_file_and_key(self):
        for entry in ('{"vi": "a"}', '{"vi": "a", "en": " "}', '{"vi": "a", "en": "b", "fr": "c"}', '"a"'):
            message = self.refusal(f'{{"title": {entry}}}')
            self.assertIn('assets/text/overview.json, key "title"', message)

    def test_a_repeated_key_is_refused(self):
        self.assertIn('key "a" appears twice', self.refusal('{"a": {"vi": "x", "en": "y"}, "a": {"vi": "x", "en": "y"}}'))
        self.assertIn("is already that of", self.refusal('{"a-b": {"vi": "x", "en": "y"}, "a b": {"vi": "x", "en": "y"}}'))

    def test_placeholders_must_be_those_of_the_other_language(self):
        self.assertIn("placeholders differ: vi has {0} and en has {0} {1}",
                      self.refusal('{"a": {"vi": "{0}", "en": "{1} {0}"}}'))
        self.assertIn("{name} is not a placeholder", self.refusal('{"a": {"vi": "{name}", "en": "{name}"}}'))

    def test_text_must_be_nfc(self):
        decomposed = unicodedata.normalize("NFD", "Tiến")
        self.assertIn("NFC", self.refusal(f'{{"a": {{"vi": "{decomposed}", "en": "x"}}}}'))


class Pages(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for name, path in (("ROOT", ""), ("SHELL", "shell"), ("DATA", "data"), ("WEB", "web"), ("SITE", "site")):
            before = getattr(make_site, name)
            self.addCleanup(setattr, make_site, name, before)
            setattr(make_site, name, self.root / path)
            (self.root / path).mkdir(exist_ok=True)
        (self.root / "data" / "x").mkdir()
        (self.root / "data" / "x" / "datapackage.json").write_text('{"resources": [{"path": "a.csv"}]}')
        (self.root / "data" / "x" / "a.csv").write_text("id\n1\n")
        (self.root / "data" / "catalog.json").write_text('{"packages": [{"id": "x", "folder": "x"}]}')
        (self.root / "shell" / "icon.svg").write_text("<svg/>")
        self.site = make_site._Site(self.root / "site")

    def page(self, text):
        (self.root / "shell" / "index.html").write_text(text)
        self.site.write_pages()
        return (self.root / "site" / "index.html").read_text()

    def test_an_asset_is_named_by_its_content(self):
        text = self.page("{{asset:icon.svg}} {{asset:icon.svg}}")
        first, second = text.split()
        self.assertEqual(first, second)
        self.assertRegex(first, r"^icon\.[0-9a-f]{8}\.svg$")
        self.assertEqual((self.root / "site" / first).read_text(), "<svg/>")

    def test_a_package_comes_as_one_file(self):
        text = self.page("{{packages}}")
        self.assertRegex(text, r'^\{"x": "data/x\.[0-9a-f]{8}\.json"\}$')

    def test_the_publishers_own_package_is_what_the_site_opens_with(self):
        own = self.root / "own"
        own.mkdir()
        (own / "datapackage.json").write_text('{"name": "cua-toi", "title": "T", "resources": []}')
        self.site = make_site._Site(self.root / "site", [own])
        self.assertRegex(self.page("{{package}}"), r"^data/cua-toi\.[0-9a-f]{8}\.json$")
        catalog = json.loads((self.root / "site" / "data" / "catalog.json").read_text())["packages"]
        self.assertEqual([entry["id"] for entry in catalog], ["cua-toi", "x"])
        self.assertEqual(catalog[0]["title"], "T")

    def test_only_the_first_package_belongs_to_the_first_visit(self):
        own = self.root / "own"
        own.mkdir()
        (own / "datapackage.json").write_text('{"name": "cua-toi", "resources": []}')
        self.site = make_site._Site(self.root / "site", [own])
        text = self.page("{{package}} {{packages}} {{assets}}").partition("} ")[2]
        self.assertIn("data/cua-toi.", text)
        self.assertNotIn("data/x.", text)

    def test_a_file_outside_of_the_package_is_refused(self):
        (self.root / "data" / "x" / "datapackage.json").write_text('{"resources": [{"path": "../catalog.json"}]}')
        with self.assertRaisesRegex(make_site.SiteError, "names ../catalog.json"):
            self.page("")

    def test_a_wrong_placeholder_is_refused(self):
        for wrong in ("{{asset:none.svg}}", "{{nothing}}", "{{asset:../secret}}", "{{asset:data/y}}"):
            with self.assertRaises(make_site.SiteError, msg=wrong):
                self.page(wrong)

    def test_a_package_that_names_a_missing_file_is_refused(self):
        (self.root / "data" / "x" / "a.csv").unlink()
        with self.assertRaisesRegex(make_site.SiteError, "names a.csv"):
            self.page("")


class Counting(unittest.TestCase):
    """tests/run must not take a crash for silence."""

    def count(self, code, output):
        loader = importlib.machinery.SourceFileLoader("tests_run", str(ROOT / "tests" / "run"))
        run = importlib.util.module_from_spec(importlib.util.spec_from_loader("tests_run", loader))
        loader.exec_module(run)
        return str(run.count_ctest(code, output))

    def test_cases_of_all_programs_are_added(self):
        self.assertEqual(self.count(8, (
            "1: [==========] 3 tests\n1: [  PASSED  ] 3 tests.\n1/2 Test #1: a ...   Passed    0.01 sec\n"
            "2: [  PASSED  ] 1 test.\n2: [  SKIPPED ] 2 tests, listed below:\n2: [  FAILED  ] 1 test, listed below:\n"
            "2/2 Test #2: b ...***Failed    0.01 sec\n")), "4 passed, 1 failed, 2 skipped")

    def test_a_crash_is_a_failure(self):
        self.assertEqual(self.count(8, "1: [ RUN      ] A.B\n1/1 Test #1: a ...***Exception: SegFault  0.1 sec\n"),
                         "0 passed, 1 failed")
        self.assertEqual(self.count(8, "No tests were found!!!\n"), "0 passed, 1 failed")


if __name__ == "__main__":
    unittest.main()
