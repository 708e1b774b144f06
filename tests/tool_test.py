"""tiendo from outside: what it writes, what it refuses, its exit codes (0 done, 1 problems, 2 unusable)."""
import hashlib
import json
import pathlib
import shutil
import subprocess
import tempfile
import unicodedata
import unittest
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = ROOT / "build" / "native" / "tiendo"
MARK = "Số liệu minh họa, không phải số liệu thật"


def tiendo(*arguments):
    return subprocess.run([str(TOOL), *map(str, arguments)], capture_output=True, cwd=ROOT, encoding="utf-8",
                          stdin=subprocess.DEVNULL)


@unittest.skipUnless(TOOL.exists(), "build/native/tiendo is not built")
class Tool(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.package = self.root / "goi"
        self.assertEqual(tiendo("init", self.package).returncode, 0)

    def zip(self, entries):
        file = self.root / "a.zip"
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in entries:
                archive.writestr(name, content)
        return file

    def names_of(self, package):
        done = tiendo("validate", package, "--format", "json")
        return done.returncode, [problem["name"] for problem in json.loads(done.stdout)["problems"]]

    def test_the_example_is_valid_can_be_scored_and_drawn(self):
        done = tiendo("validate", self.package)
        self.assertEqual((done.returncode, done.stdout), (0, "0 lỗi, 0 cảnh báo\n"))
        done = tiendo("score", self.package, "--methodology", "vi-du", "--month", "2025-10")
        self.assertRegex(done.stdout, rf"(?m)^2025-10,tinh-a,tong,66\.(1|09)\d*,1,1,\"{MARK}\"$")
        done = tiendo("render", self.package, "--view", "xep-hang", "--format", "csv")
        self.assertEqual(done.returncode, 0)
        self.assertIn("Tỉnh A", done.stdout)

    def test_sensitivity_says_how_sure_ranks_are_and_whether_the_weights_mean_what_they_say(self):
        for table, header in {
            "units": "month,unit,rank,runs,median,p05,p95,top_share",
            "sources": "source,first_order,total_effect",
            "nodes": "node,effective_weight,importance,with_parent,with_root,shift_mean,shift_max,units_moved",
            "groups": "group,alpha,units,within,between",
            "correlations": "a,b,siblings,correlation",
        }.items():
            done = tiendo("sensitivity", self.package, "--methodology", "vi-du", "--runs", 20, "--table", table)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(done.stdout.splitlines()[0], f"{header},illustration")
            if table in ("units", "nodes", "groups"):  # the example has one indicator: nothing varies
                self.assertGreater(len(done.stdout.splitlines()), 1, table)
        self.assertEqual(tiendo("sensitivity", self.package, "--methodology", "vi-du", "--table", "x").returncode, 2)

    def test_init_does_not_touch_a_folder_that_is_not_empty(self):
        self.assertEqual(tiendo("init", self.package).returncode, 2)

    def test_the_report_is_the_same_as_text_and_as_json(self):
        with (self.package / "observations.csv").open("a", encoding="utf-8") as file:
            file.write("truc-tuyen,tinh-x,2025-10,101,03/11/2025,bc-10,\n")
        done = tiendo("validate", self.package, "--format", "json")
        report = json.loads(done.stdout)
        self.assertEqual((done.returncode, report["valid"], report["errors"]), (1, False, 3))
        text = tiendo("validate", self.package, "--lang", "en").stdout
        for problem in report["problems"]:
            self.assertEqual(problem["line"], 7)
            self.assertIn(f"error {problem['name']} observations.csv:7 {problem['column']}", text)
            self.assertIn(problem["message"]["en"], text)
        self.assertTrue(text.endswith("errors: 3, warnings: 0\n"))

    def test_a_bundle_is_sealed_valid_and_the_same_every_time(self):
        first, second = self.root / "1.zip", self.root / "2.zip"
        for file in (first, second):
            self.assertEqual(tiendo("bundle", self.package, "--out", file).returncode, 0)
        self.assertEqual(first.read_bytes(), second.read_bytes())
        self.assertEqual(tiendo("validate", first).returncode, 0)
        with zipfile.ZipFile(first) as archive:
            for resource in json.loads(archive.read("datapackage.json"))["resources"]:
                content = archive.read(resource["path"])
                self.assertEqual(resource["bytes"], len(content))
                self.assertEqual(resource["hash"], "sha256:" + hashlib.sha256(content).hexdigest())

    def test_a_bundle_that_was_changed_is_refused_and_can_be_sealed_anew(self):
        file = self.root / "1.zip"
        tiendo("bundle", self.package, "--out", file)
        with zipfile.ZipFile(file) as archive:
            entries = [(name, archive.read(name)) for name in archive.namelist()]
        changed = self.zip([(name, content.replace(b"66.1", b"66.2")) for name, content in entries])
        self.assertEqual(self.names_of(changed), (1, ["hash-count"]))
        self.assertEqual(tiendo("bundle", changed, "--out", self.root / "2.zip").returncode, 0)
        self.assertEqual(tiendo("validate", self.root / "2.zip").returncode, 0)

    def test_a_bundle_holds_what_the_descriptor_names_and_says_what_else_there_was(self):
        (self.package / "ghi-chu.docx").write_bytes(b"PK")
        descriptor = self.package / "datapackage.json"
        named = json.loads(descriptor.read_text())
        named["resources"][0]["dialect"] = "dialect.json"
        (self.package / "dialect.json").write_text("{}")
        descriptor.write_text(json.dumps(named))
        file = self.package / "goi.zip"  # beside what it is made of
        for _ in range(2):
            done = tiendo("bundle", self.package, "--out", file)
            self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("ghi-chu.docx", done.stderr)
        names = zipfile.ZipFile(file).namelist()
        self.assertIn("dialect.json", names)
        self.assertIn("methodologies/vi-du.json", names)
        self.assertFalse({"goi.zip", "ghi-chu.docx", "methodologies/766.json"} & set(names))
        self.assertNotIn("766", done.stderr)

    def test_shipped_methodologies_are_the_tool_s_own_wherever_it_stands(self):
        folder = self.root / "x" / "viet-nam"
        shutil.copytree(ROOT / "assets/data/viet-nam", folder)
        (self.root / "methodology").mkdir()
        (self.root / "methodology" / "secret.json").write_text("{}")
        self.assertEqual(tiendo("validate", folder).returncode, 0)
        done = tiendo("bundle", folder, "--out", self.root / "1.zip")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("methodologies/766.json is the one that ships with this tool", done.stderr)
        names = zipfile.ZipFile(self.root / "1.zip").namelist()
        self.assertIn("methodologies/766.json", names)
        self.assertNotIn("methodologies/secret.json", names)
        self.assertEqual(tiendo("validate", self.root / "1.zip").returncode, 0)

    def test_a_package_with_errors_is_not_bundled(self):
        (self.package / "units.csv").unlink()
        self.assertEqual(tiendo("bundle", self.package, "--out", self.root / "1.zip").returncode, 1)
        self.assertFalse((self.root / "1.zip").exists())

    def test_a_zip_of_the_folder_is_read_and_what_systems_add_is_left_out(self):
        files = [(f"goi/{file.relative_to(self.package)}", file.read_bytes())
                 for file in self.package.rglob("*") if file.is_file()]
        self.assertEqual(self.names_of(self.zip([*files, ("__MACOSX/goi/._units.csv", "x")])), (0, []))

    def test_a_name_that_the_system_writes_decomposed_is_found(self):
        units = self.package / "units.csv"
        units.rename(self.package / unicodedata.normalize("NFD", "đơn-vị.csv"))
        descriptor = self.package / "datapackage.json"
        descriptor.write_text(descriptor.read_text().replace("units.csv", "đơn-vị.csv"))
        self.assertEqual(tiendo("validate", self.package).returncode, 0)

    def test_paths_that_climb_bombs_and_damage_are_refused(self):
        done = tiendo("validate", self.zip([("datapackage.json", "{}"), ("../x.csv", "x")]), "--lang", "en")
        self.assertEqual(done.returncode, 2)
        self.assertIn("resource-error", done.stdout)
        self.assertFalse((self.root.parent / "x.csv").exists())
        done = tiendo("validate", self.zip([("datapackage.json", b"0" * (32 << 20))]), "--lang", "en")
        self.assertEqual(done.returncode, 2)
        self.assertIn("more than 200 times", done.stdout)
        whole = self.zip([("datapackage.json", "{}" * 1000)])
        whole.write_bytes(whole.read_bytes()[:-30])
        done = tiendo("validate", whole, "--lang", "en")
        self.assertEqual(done.returncode, 2)
        self.assertIn("damaged", done.stdout)

    def test_what_is_no_package_is_unusable(self):
        self.assertEqual(tiendo("validate", self.root / "none").returncode, 2)
        self.assertEqual(tiendo("validate", self.root).returncode, 2)  # a folder without a descriptor
        self.assertEqual(tiendo("validate").returncode, 2)
        self.assertEqual(tiendo("publish", self.package).returncode, 2)

    def test_a_package_that_cannot_be_opened_has_a_report_of_why(self):
        damaged = self.zip([("datapackage.json", "{}" * 1000)])
        damaged.write_bytes(damaged.read_bytes()[:-30])
        empty = self.root / "khac.zip"
        with zipfile.ZipFile(empty, "w") as archive:
            archive.writestr("units.csv", "id\n")
        binary = self.root / "anh.png"
        binary.write_bytes(b"\x89PNG\r\n\x1a\n\0\xff")
        spreadsheet = self.root / "so-lieu.XLSX"
        shutil.copy(empty, spreadsheet)
        described = self.root / "goi.json"
        described.write_text('{"resources": []}', encoding="utf-8")
        for path, name, file in (
            (damaged, "source-error", "a.zip"),
            (empty, "package-error", "datapackage.json"),
            (binary, "format-error", "anh.png"),
            (spreadsheet, "format-error", "so-lieu.XLSX"),
            (self.package / "units.csv", "format-error", "units.csv"),
            (described, "package-error", "goi.json"),
            (self.root / "none", "source-error", str(self.root / "none")),
        ):
            done = tiendo("validate", path, "--format", "json")
            report = json.loads(done.stdout)
            self.assertEqual((done.returncode, report["valid"]), (2, False), path)
            self.assertEqual([(problem["name"], problem["file"]) for problem in report["problems"]],
                             [(name, file)], path)
            self.assertTrue(all(report["problems"][0]["mend"].values()), path)
            done = tiendo("score", path, "--methodology", "vi-du")
            self.assertEqual((done.returncode, done.stdout), (2, ""), path)

    def test_what_is_made_of_invented_figures_says_so_and_of_real_ones_does_not(self):
        method = ("--methodology", "vi-du")
        tables = [("score", *method), ("score", *method, "--normalised"), ("render", "--view", "xep-hang", "--format", "csv"),
                  *(("sensitivity", *method, "--runs", 9, "--table", table) for table in ("units", "nodes", "groups"))]
        exports = [*tables, ("score", *method, "--format", "json"), ("render", "--view", "tong-quan", "--format", "svg"),
                   ("render", "--view", "xep-hang")]
        for command, *options in tables:
            header, *rows = tiendo(command, self.package, *options).stdout.splitlines()
            self.assertTrue(header.endswith(",illustration"), (command, options))
            for row in rows:
                self.assertTrue(row.endswith(f',"{MARK}"'), (command, options))
        for command, *options in exports:
            self.assertIn(MARK, tiendo(command, self.package, *options).stdout, (command, options))
        svg = tiendo("render", self.package, "--view", "tong-quan", "--format", "svg").stdout
        self.assertRegex(svg, f"<desc[^>]*>{MARK}")
        self.assertRegex(svg, f"<text[^>]*>{MARK}</text>")
        descriptor = self.package / "datapackage.json"
        descriptor.write_text(descriptor.read_text().replace('"illustration": true', '"illustration": false'))
        for command, *options in exports:
            done = tiendo(command, self.package, *options)
            self.assertEqual(done.returncode, 0)
            self.assertNotIn(MARK, done.stdout, (command, options))
            self.assertFalse(done.stdout.splitlines()[0].endswith("illustration"))

    def test_a_link_is_not_followed_and_that_is_said(self):
        units = self.package / "units.csv"
        units.rename(self.root / "units.csv")
        units.symlink_to(self.root / "units.csv")
        done = tiendo("validate", self.package, "--format", "json")
        self.assertEqual(done.returncode, 1)
        self.assertIn("units.csv", done.stderr)
        self.assertEqual(json.loads(done.stdout)["problems"][0]["name"], "scheme-error")

    def test_the_report_begins_with_errors_and_no_cell_reaches_the_terminal_as_it_is(self):
        descriptor = self.package / "datapackage.json"
        described = json.loads(descriptor.read_text())
        described["tien-do"]["khac"] = 1  # a warning, found before the cells
        descriptor.write_text(json.dumps(described))
        with (self.package / "observations.csv").open("a", encoding="utf-8") as file:
            file.write("truc-tuyen,tinh-a,2025-11,\x7f9\u009b31m,,bc-10,\n")
        text = tiendo("validate", self.package, "--lang", "en").stdout
        self.assertRegex(text, r"(?s)^error type-error.*warning package-error")
        self.assertIn("U+007F9U+009B31m", text)
        self.assertFalse(set(text) & {"\x7f", "\u009b"})

    def test_help_and_errors_are_words(self):
        for command in ("validate", "score", "sensitivity", "render", "bundle", "init"):
            help_text = tiendo(command, "--help").stdout
            error = tiendo(command, self.package, "--lang", "fr").stderr
            for text in (help_text, error):
                self.assertFalse([c for c in text if ord(c) < 32 and c != "\n"], (command, text))
        self.assertIn("{text,json}", tiendo("validate", "--help").stdout)
        self.assertIn("{vi,en}", tiendo("validate", self.package, "--lang", "fr").stderr)
        self.assertIn("xep-hang", tiendo("render", "--help").stdout)

    def test_a_view_that_is_not_there_is_unusable(self):
        for view in ("zzz", "don-vi/zzz", "#/en/zzz"):
            done = tiendo("render", self.package, "--view", view)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn("xep-hang", done.stderr)
            self.assertIn("ranking", done.stderr)

    def test_every_chart_and_table_of_a_view_is_printed_by_its_number(self):
        def render(number, format):
            return tiendo("render", self.package, "--view", "don-vi/tinh-a", "--format", format, "--number", number)
        for format, first in (("svg", "<svg"), ("csv", "")):
            one, two, none = (render(number, format) for number in (1, 2, 99))
            self.assertEqual((one.returncode, two.returncode), (0, 0), format)
            self.assertTrue(one.stdout.startswith(first) and two.stdout.startswith(first), format)
            self.assertNotEqual(one.stdout, two.stdout, format)
            self.assertEqual((none.returncode, none.stdout), (1, ""), format)
            self.assertRegex(none.stderr, "no (chart|table) 99; its last is [0-9]+")

    def test_help_has_examples(self):
        done = tiendo("--help")
        self.assertEqual(done.returncode, 0)
        for command in ("validate", "score", "render", "bundle", "init"):
            self.assertIn(f"  tiendo {command} ", done.stdout)


@unittest.skipUnless(TOOL.exists(), "build/native/tiendo is not built")
class Illustration(unittest.TestCase):
    def test_it_is_the_same_every_time_valid_and_marked(self):
        with tempfile.TemporaryDirectory() as folder:
            first, second = pathlib.Path(folder, "1"), pathlib.Path(folder, "2")
            for out in (first, second):
                subprocess.run(["python3", str(ROOT / "assets/data/make_minh_hoa.py"), str(out)], check=True)
            files = sorted(file.relative_to(first) for file in first.rglob("*") if file.is_file())
            for file in files:
                self.assertEqual((first / file).read_bytes(), (second / file).read_bytes(), file)
            for method in json.loads((first / "datapackage.json").read_text())["tien-do"]["methodologies"]:
                own = first / "methodologies" / f"{method}.json"
                if not own.exists():
                    own.write_bytes((ROOT / "assets/methodology" / f"{method}.json").read_bytes())
            self.assertEqual(tiendo("validate", first).stdout, "0 lỗi, 0 cảnh báo\n")
            lines = {table: len((first / f"{table}.csv").read_text(encoding="utf-8").splitlines()) - 1
                     for table in ("indicators", "tasks", "databases")}
            self.assertEqual(lines, {"indicators": 40, "tasks": 300, "databases": 116})
            for table in ("observations", "tasks", "task_reports", "targets", "events", "sources"):
                with (first / f"{table}.csv").open(encoding="utf-8") as rows:
                    next(rows)
                    self.assertTrue(all("Số liệu minh họa, không phải số liệu thật" in row for row in rows), table)


if __name__ == "__main__":
    unittest.main()
