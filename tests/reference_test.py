"""`tiendo score` against the second engine of tests/reference.py: every normalisation, aggregation, imputation
and treatment, over figures with gaps, ties, constants, outliers, zeros, negative values and both directions."""
import csv
import io
import json
import pathlib
import random
import subprocess
import tempfile
import unittest

import reference

ROOT = pathlib.Path(__file__).resolve().parent.parent
TIENDO = ROOT / "build/native/tiendo"
UNITS, YEARS = [f"u{i:02}" for i in range(12)], (2021, 2022, 2023)
TABLES = ["units", "indicators", "observations", "sources"]


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def figures(random_of):
    """{indicator: [a value or None by unit]} of one year."""
    number = lambda least, most: round(random_of.uniform(least, most), 2)
    some = lambda x: None if random_of.random() < 0.15 else x
    return {
        "plain": [some(number(0, 100)) for _ in UNITS],
        "less": [some(number(1, 50)) for _ in UNITS],
        "negative": [some(number(-40, 40)) for _ in UNITS],
        "ties": [some(random_of.choice([1, 1, 2, 3])) for _ in UNITS],
        "constant": [some(7.3) for _ in UNITS],
        "outliers": [some(number(0, 10)) for _ in UNITS[:-2]] + [90.5, 400.25],
        "low": [some(number(90, 100)) for _ in UNITS[:-1]] + [-300],
        "offset": [some(1e9 + number(0, 1)) for _ in UNITS],
        "empty": [None for _ in UNITS],
        "people": [number(1, 9) if i else 0 for i, _ in enumerate(UNITS)],
    }


LOWER = {"less", "ties", "low"}


def make_package(folder):
    random_of = random.Random(766)
    names = list(figures(random.Random(0)))
    write(folder / "units.csv", [["id", "name", "kind", "parent"], ["n", "N", "group", ""], ["s", "S", "group", ""]] +
          [[unit, unit, "province", ("n", "s", "")[i % 3]] for i, unit in enumerate(UNITS)])
    write(folder / "indicators.csv", [["id", "name", "quantity", "direction", "max_age_months"]] +
          [[name, name, "", "lower" if name in LOWER else "higher", 0] for name in names])
    rows = []
    for year in YEARS:
        for name, values in figures(random_of).items():
            rows += [[name, unit, year, value, "s"] for unit, value in zip(UNITS, values)
                     if value is not None and unit != UNITS[5]]  # one unit has nothing at all
    write(folder / "observations.csv", [["indicator", "unit", "period", "value", "source"]] + rows)
    write(folder / "sources.csv", [["id", "title", "grade"], ["s", "S", "C"]])
    (folder / "datapackage.json").write_text(json.dumps(
        {"name": "x", "title": "X", "tien-do": {"profile": 1},
         "resources": [{"name": name, "path": f"{name}.csv"} for name in TABLES]}))


def tree(normalise, aggregate="arithmetic", **more):
    """Two groups under a root; every leaf by one method, or by what `normalise` says of its name."""
    rule = normalise if callable(normalise) else lambda name: normalise
    leaf = lambda name, weight: {"id": name, "name": name, "indicator": name, "weight": weight,
                                 "normalise": rule(name)}
    group = lambda key, children: {"id": key, "name": key, "aggregate": aggregate, "children": children, **more}
    return group("root", [
        group("a", [leaf("plain", 1), leaf("less", 2), leaf("negative", 0.5), leaf("ties", 1.5)]) | {"weight": 3},
        group("b", [leaf("constant", 1), leaf("outliers", 1), leaf("low", 0.25), leaf("offset", 1),
                    leaf("empty", 4)]) | {"weight": 2}])


POSITIVE = {"method": "min_max", "range": [1, 100]}
NORMALISATIONS = [
    {"method": "min_max"}, POSITIVE, {"method": "z_score"}, {"method": "z_score", "mean": 50, "sd": 10},
    {"method": "percentile_rank"}, {"method": "percentile_rank", "range": [0, 1]}, {"method": "borda"},
    {"method": "rank"}, {"method": "fraction_of_max"}, {"method": "distance_to_max", "range": [0, 1]},
    {"method": "distance_to_reference", "unit": "u02"},
    {"method": "distance_to_reference", "unit": "u07", "capped": True, "range": [0, 1]},
    {"method": "distance_to_reference", "unit": "u05"},  # it has no figure
    {"method": "distance_to_target", "target": 45.5}, {"method": "distance_to_target", "target": 2, "capped": True},
    {"method": "distance_to_target", "target": -500, "range": [0, 1]},
    {"method": "goalposts", "lower": 5, "upper": 40}, {"method": "goalposts", "lower": 40, "upper": 5, "factor": 10},
    {"method": "goalposts", "lower": 5, "upper": 40, "clamp": False}, {"method": "scaled", "lower": 1, "upper": 9},
    {"method": "scaled", "lower": 0, "upper": 1, "factor": 1, "clamp": True}, {"method": "share"},
    {"method": "steps", "steps": [{"from": 40, "points": 10}, {"from": 7.3, "points": 4}], "otherwise": 1},
]
AGGREGATES = ["arithmetic", "geometric", "harmonic", {"method": "power", "exponent": 2},
              {"method": "power", "exponent": -1.5}, {"method": "power", "exponent": 0.5}, "copeland"]
IMPUTE = [{"method": "carry_forward"}, {"method": "carry_forward", "max_age_months": 12}, {"method": "linear"},
          {"method": "linear", "ends": "missing"}, {"method": "mean"}, {"method": "median"},
          {"method": "mean", "over": "group"}, {"method": "median", "over": "group"}, {"method": "row_mean"},
          {"method": "row_median"}, {"method": "row_mean", "levels_up": 1}, {"method": "row_median", "levels_up": 2}]
SECONDS = [None, "log_ct", "log_ct_plus", "log_ct_orig", "box_cox", {"method": "box_cox", "lambda": 0.5},
           {"method": "box_cox", "lambda": -1}]


def best_first(rule, name):  # steps go down for what is better high, up for what is better low
    if rule["method"] != "steps" or name not in LOWER:
        return rule
    return {**rule, "steps": [{"from": 2, "points": 10}, {"from": 20, "points": 4}]}


def methodologies():
    for rule in NORMALISATIONS:
        for statistics in ("period", "pooled"):
            yield {"root": tree(lambda name, rule=rule: best_first(rule, name)), "statistics": statistics}
    for aggregate in AGGREGATES:
        for missing in ("reweight", "zero", "fail"):
            if aggregate != "copeland":
                yield {"root": tree(POSITIVE, aggregate, missing=missing)}
        yield {"root": tree({"method": "z_score"}, aggregate)}  # with values below 0
        yield {"root": tree(POSITIVE, aggregate, coverage_min=0.5 if aggregate != "copeland" else 0)}
    yield {"root": tree(POSITIVE, coverage_min=0.6)}  # 3 of 5 passes
    for step in IMPUTE:
        yield {"root": tree(POSITIVE), "prepare": [{"step": "impute", **step}]}
        yield {"root": tree({"method": "z_score"}), "prepare": [{"step": "impute", **step}], "statistics": "pooled"}
    for points in (0, 1, 2, 5, 100):
        for second in SECONDS:
            step = {"step": "treat", "max_points": points, **({"second": second} if second else {})}
            yield {"root": tree({"method": "min_max"}), "prepare": [step]}
    for least in (0, 5 / 9, 6 / 9, 7 / 9, 1):  # met exactly by some
        yield {"root": tree({"method": "min_max"}), "prepare": [{"step": "screen", "coverage_min": least}]}
    yield {"root": tree({"method": "min_max"}), "prepare": [
        {"step": "denominate", "by": "people", "factor": 1000, "indicators": ["plain", "outliers"]},
        {"step": "screen", "coverage_min": 0.5}, {"step": "impute", "method": "median"},
        {"step": "treat", "second": "log_ct"}]}


@unittest.skipUnless(TIENDO.exists(), "needs the native build")
class Reference(unittest.TestCase):
    maxDiff = None

    def scored(self, folder, method):
        (folder / "methodologies").mkdir(exist_ok=True)
        (folder / "methodologies/m.json").write_text(json.dumps(method))
        done = subprocess.run([str(TIENDO), "score", str(folder), "--methodology", "m", "--month", "2022-12"],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return {(row["node"], row["unit"]): row for row in csv.DictReader(io.StringIO(done.stdout.decode()))}

    def compare(self, folder, method):
        found, expected = self.scored(folder, method), reference.score(folder, method, "2022-12")
        for node, column in expected.items():
            floor = 1e-3 * max((abs(x) for x in reference.present(column)), default=0)
            for unit, wanted in column.items():
                cell = found[node, unit]["score"]
                self.assertEqual(cell == "", wanted is None, (node, unit, cell, wanted))
                if wanted is not None:
                    self.assertLessEqual(abs(float(cell) - wanted), 1e-9 * max(abs(wanted), floor),
                                         (node, unit, cell, wanted))
        return len(expected)

    def test_every_method_gives_the_numbers_of_its_formula(self):
        compared = 0
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            make_package(folder)
            for method in methodologies():
                method = {"id": "m", "version": "1", "name": "M", "units": ["province"], **method}
                with self.subTest(json.dumps(method)[-400:]):
                    compared += self.compare(folder, method)
        self.assertGreater(compared, 1000)


if __name__ == "__main__":
    unittest.main()
