"""The JSON Schemas of assets/schema against what ships, and against what they must refuse (by npm's ajv)."""
import json
import pathlib
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCHEMAS = ROOT / "assets" / "schema"
SCRIPT = """
const Ajv = require("ajv/dist/2020");
const [schema, document] = JSON.parse(require("fs").readFileSync(0));
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
console.log(JSON.stringify(validate(document) ? [] : validate.errors.map((e) => e.instancePath + " " + e.message)));
"""


def problems(schema, document):
    given = json.dumps([json.loads((SCHEMAS / schema).read_text(encoding="utf-8")), document])
    done = subprocess.run(["node", "-e", SCRIPT], input=given, capture_output=True, encoding="utf-8", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def read(path):
    return json.loads((ROOT / path).read_text(encoding="utf-8"))


class Schemas(unittest.TestCase):
    def test_what_ships_follows_them(self):
        for path in ("assets/data/viet-nam/datapackage.json", "assets/example/datapackage.json"):
            self.assertEqual(problems("profile.json", read(path)), [], path)
        methods = [*ROOT.glob("assets/methodology/*.json"), *ROOT.glob("assets/example/methodologies/*.json")]
        self.assertGreater(len(methods), 2)
        for path in methods:
            self.assertEqual(problems("methodology.json", read(path)), [], path)

    def test_a_method_takes_only_its_own_parameters(self):
        rule = {"id": "m", "version": "1", "name": "M", "units": ["province"],
                "root": {"id": "r", "name": "R", "indicator": "x",
                         "normalise": {"method": "z_score", "mean": 50, "sd": 10}}}
        self.assertEqual(problems("methodology.json", rule), [])
        rule["root"]["normalise"]["cap"] = 100
        self.assertNotEqual(problems("methodology.json", rule), [])

    def test_a_package_that_the_loader_refuses_is_refused(self):
        for name, change in {
            "no table": lambda package: package["resources"].pop(0),
            "a path that climbs": lambda package: package["resources"][0].update(path="../units.csv"),
            "no column": lambda package: package["resources"][0]["schema"]["fields"].pop(0),
            "another profile": lambda package: package["tien-do"].update(profile=2),
            "an encoding": lambda package: package["resources"][0].update(encoding="windows-1258"),
        }.items():
            package = read("assets/example/datapackage.json")
            change(package)
            self.assertNotEqual(problems("profile.json", package), [], name)


if __name__ == "__main__":
    unittest.main()
