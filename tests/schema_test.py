"""assets/schema/methodology.json is true: every shipped methodology keeps to it."""
import json
import pathlib
import unittest

try:
    import jsonschema
except ImportError:
    jsonschema = None

ROOT = pathlib.Path(__file__).resolve().parent.parent


@unittest.skipUnless(jsonschema, "needs the Python package jsonschema")
class MethodologySchema(unittest.TestCase):
    def setUp(self):
        schema = json.loads((ROOT / "assets/schema/methodology.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        self.validator = jsonschema.Draft202012Validator(schema)

    def test_every_shipped_methodology_keeps_to_it(self):
        files = sorted((ROOT / "assets/methodology").glob("*.json"))
        self.assertGreaterEqual(len(files), 5)
        for file in files:
            errors = list(self.validator.iter_errors(json.loads(file.read_text(encoding="utf-8"))))
            self.assertEqual([error.message for error in errors], [], file.name)

    def test_a_method_takes_only_its_own_parameters(self):
        rule = {"id": "m", "version": "1", "name": "M", "units": ["province"],
                "root": {"id": "r", "name": "R", "indicator": "x",
                         "normalise": {"method": "z_score", "mean": 50, "sd": 10}}}
        self.assertTrue(self.validator.is_valid(rule))
        rule["root"]["normalise"]["cap"] = 100
        self.assertFalse(self.validator.is_valid(rule))


if __name__ == "__main__":
    unittest.main()
