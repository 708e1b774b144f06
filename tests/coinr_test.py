"""The results of a respected peer, COINr 1.1.14, through `tiendo score`: every configuration of
../shared/examples/coinr, from a Data Package that tests/coinr/make_package.py makes of its files.
Scores to 1e-9 relative (floor: 1e-3 of the column's largest absolute value), ranks exactly."""
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXAMPLES = ROOT.parent / "shared/examples/coinr"
TIENDO = ROOT / "build/native/tiendo"


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def scored(package, *options):
    output = subprocess.run([str(TIENDO), "score", str(package), "--methodology", "coinr", *options],
                            check=True, stdout=subprocess.PIPE).stdout.decode()
    return {(row["unit"], row["node"]): row for row in csv.DictReader(io.StringIO(output))}


@unittest.skipUnless(EXAMPLES.exists(), "../shared/examples/coinr is not beside the project")
@unittest.skipUnless(TIENDO.exists(), "needs the native build")
class Coinr(unittest.TestCase):
    def compare(self, expected, found, value, exact, skip=()):
        compared = 0
        for node in list(expected[0])[1:]:
            numbers = [abs(float(row[node])) for row in expected if row[node] != "NA"]
            floor = 1e-3 * max(numbers, default=0)
            for row in expected:
                unit, wanted = row["uCode"], row[node]
                cell = found[unit, node][value]
                compared += 1
                if wanted == "NA" or cell == "":
                    self.assertEqual(wanted == "NA", cell == "", (unit, node))
                elif exact:
                    if unit not in skip:
                        self.assertEqual(int(cell), int(wanted), (unit, node))
                else:
                    allowed = 1e-9 * max(abs(float(wanted)), floor)
                    self.assertLessEqual(abs(float(cell) - float(wanted)), allowed, (unit, node))
        return compared

    def test_every_configuration_is_reproduced(self):
        compared = 0
        configs = sorted(EXAMPLES.glob("*/config.json"))
        for config in configs:
            with self.subTest(config.parent.name), tempfile.TemporaryDirectory() as folder:
                subprocess.run([sys.executable, str(ROOT / "tests/coinr/make_package.py"),
                                str(config), folder], check=True)
                ties = json.loads(config.read_text()).get("near_ties", [])
                skip = {unit for pair in ties for unit in pair} if all(
                    isinstance(pair, list) for pair in ties) else set()
                nodes, leaves = scored(folder), scored(folder, "--normalised")
                for name, found, value, exact in (("normalised", leaves, "score", False),
                                                  ("treated", leaves, "prepared", False),
                                                  ("scores", nodes, "score", False),
                                                  ("ranks", nodes, "rank", True)):
                    path = config.parent / f"{name}.csv"
                    if path.exists():
                        compared += self.compare(read(path), found, value, exact, skip)
        self.assertGreater(compared, 1000 * len(configs))


if __name__ == "__main__":
    unittest.main()
