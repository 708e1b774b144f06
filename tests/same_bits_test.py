"""The same bytes natively and as wasm: the table of `tiendo score` for every shipped package and
methodology, and a random scoring of 3,355 units by 200 indicators."""
import hashlib
import pathlib
import shutil
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
NATIVE = ROOT / "build/native"
WASM = ROOT / "build/web/tests/score_csv.js"


def run(*command):
    done = subprocess.run([str(part) for part in command], cwd=ROOT, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode, done.stdout


@unittest.skipUnless(WASM.exists() and (NATIVE / "tests/score_csv").exists() and shutil.which("node"),
                     "needs the native and the web build, and node")
class SameBits(unittest.TestCase):
    def compare(self, native, arguments):
        code, expected = run(*native)
        self.assertEqual(code, 0, native)
        code, found = run("node", "--no-experimental-fetch", WASM, *arguments)
        self.assertEqual(code, 0, arguments)
        self.assertEqual(hashlib.sha256(found).hexdigest(), hashlib.sha256(expected).hexdigest(),
                         arguments)
        return expected

    def test_every_shipped_package_by_every_methodology_that_fits_it(self):
        compared = 0
        packages = [path.parent for path in sorted(ROOT.glob("assets/data/*/datapackage.json"))]
        for package in packages:
            for rule in sorted(ROOT.glob("assets/methodology/*.json")):
                native = (NATIVE / "tiendo", "score", package, "--methodology", rule)
                if run(*native)[0] != 0:
                    continue  # it asks for indicators that the package does not have
                self.compare(native, (package.relative_to(ROOT), rule.stem))
                compared += 1
        self.assertGreaterEqual(compared, 2)

    def test_a_random_scoring_with_logarithms_and_powers(self):
        csv = self.compare((NATIVE / "tests/score_csv", "random"), ("random",))
        self.assertGreater(csv.count(b"\n"), 3355 * 200)


if __name__ == "__main__":
    unittest.main()
