#!/usr/bin/env python3
"""A Data Package and a methodology from an example of COINr's: make_package.py CONFIG OUT

CONFIG is a config.json: the data, its metadata and the steps, in COINr's words. OUT becomes a folder
with datapackage.json, the tables, and methodologies/coinr.json, to be scored by
`tiendo score OUT --methodology coinr`. Figures are copied as they are printed; NA has no row.
"""
import csv
import json
import pathlib
import sys

MISSING = {"NA", ""}
AGGREGATES = {"amean": "arithmetic", "gmean": "geometric", "hmean": "harmonic"}
NORMALISE = {"minmax": "min_max", "zscore": "z_score", "prank": "percentile_rank",
             "fracmax": "fraction_of_max", "dist2max": "distance_to_max",
             "dist2ref": "distance_to_reference", "dist2targ": "distance_to_target"}


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, names, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(rows)


def number(text):
    return None if text is None or text in MISSING else float(text)


class Example:
    def __init__(self, config_path):
        self.config = json.loads(config_path.read_text(encoding="utf-8"))
        folder = config_path.parent.parent
        self.data = read(folder / self.config["data"])
        self.meta = read(folder / self.config["meta"])
        self.is_panel = len({row.get("Time") for row in self.data}) > 1
        self.leaves = [row for row in self.meta if row["Level"] == "1"]
        self.denominators = [row for row in self.meta
                             if row.get("Type") == "Denominator" and row["iCode"] in self.data[0]]
        self.folder = folder
        self.stages = {stage["to_level"]: stage
                       for step in self.step("aggregate") for stage in step["stages"]}

    def step(self, kind):
        return [step for step in self.config["steps"] if step["step"] == kind]

    def group_column(self):
        for step in self.step("impute"):
            if step.get("group"):
                return step["group"]
        return "EurAsia_group" if "EurAsia_group" in self.data[0] else None

    # Tables

    def units(self):
        column, seen = self.group_column(), {}
        groups = sorted({row[column] for row in self.data} - MISSING) if column else []
        rows = [(f"group-{group}", group, "group", "") for group in groups]
        for row in self.data:
            group = row.get(column) if column else None
            parent = f"group-{group}" if group and group not in MISSING else ""
            seen[row["uCode"]] = (row["uCode"], row.get("uName") or row["uCode"], "province", parent)
        return rows + [seen[code] for code in sorted(seen)]

    def indicators(self):
        age = "0" if self.is_panel else ""
        return [(row["iCode"], row["iName"], row.get("Unit") or "",
                 "lower" if row.get("Direction") == "-1" else "higher", age)
                for row in self.leaves + self.denominators]

    def observations(self):
        for row in self.data:
            for meta in self.leaves + self.denominators:
                value = row.get(meta["iCode"], "NA")
                if value not in MISSING:
                    yield meta["iCode"], row["uCode"], row.get("Time") or "2018", value, "coinr"

    # The methodology

    def normalise(self, meta):
        step = next((step for step in self.step("normalise")), {"method": "none"})
        own = step.get("per_indicator", {}).get(meta["iCode"], step)
        method = NORMALISE.get(own["method"], own["method"])
        rule = {"method": method}
        if method == "min_max":
            rule["range"] = [own.get("lower", 0), own.get("upper", 100)]
        elif method in ("percentile_rank", "fraction_of_max", "distance_to_max",
                        "distance_to_reference", "distance_to_target"):
            rule["range"] = [0, own.get("scale", 1)]
        elif method == "z_score":
            rule.update(mean=own.get("mean", 0), sd=own.get("sd", 1))
        elif method == "goalposts" and meta.get("goalpost_lower"):
            rule.update(lower=number(meta["goalpost_lower"]), upper=number(meta["goalpost_upper"]),
                        factor=number(meta["goalpost_scale"]))
            rule["clamp"] = own.get("truncate", True)
        elif method == "scaled":
            rule.update(lower=own.get("lower", 0), upper=own.get("upper", 100))
        elif method == "none":
            rule = {"method": "scaled", "lower": 0, "upper": 1, "factor": 1}
        capped = own.get("cap", own.get("cap_max", own.get("capped", False)))
        if method == "distance_to_reference":
            rule.update(unit=own["reference"], capped=capped)
        if method == "distance_to_target":
            rule.update(target=number(meta["Target"]), capped=capped)
        return rule

    def preparation(self):
        steps = []
        for step in self.config["steps"]:
            if step["step"] == "denominate":
                by = {}
                for row in self.leaves:
                    if number_or_text(row.get("Denominator")):
                        by.setdefault(row["Denominator"], []).append(row["iCode"])
                steps += [{"step": "denominate", "by": name, "indicators": codes}
                          for name, codes in sorted(by.items())]
            elif step["step"] == "screen":
                steps.append({"step": "screen", "coverage_min":
                              step.get("min_availability", step.get("threshold", 0))})
            elif step["step"] == "impute":
                steps.append(self.impute(step))
            elif step["step"] == "treat":
                rule = {"step": "treat", "skew_below": step["abs_skew_below"],
                        "kurtosis_below": step["kurtosis_below"],
                        "max_points": step["max_points"] if step["max_points"] is not None else 10**6}
                if step.get("second"):
                    second = step["second"].lower()
                    rule["second"] = ({"method": "box_cox", "lambda": step.get("lambda", 0)}
                                      if second in ("boxcox", "box_cox") else second)
                steps.append(rule)
        return steps

    def impute(self, step):
        method = step["method"]
        rule = {"step": "impute"}
        if method in ("latest", "carry_forward"):
            rule["method"] = "carry_forward"
            if step.get("max_time"):
                rule["max_age_months"] = 12 * step["max_time"]
        elif method == "linear":
            rule.update(method="linear", ends="nearest")
        elif step.get("by") == "row" or method.startswith("row_"):
            rule["method"] = "row_median" if "median" in method else "row_mean"
            if step.get("group_level"):
                rule["levels_up"] = step["group_level"] - 1
        else:
            rule["method"] = "median" if "median" in method else "mean"
            if step.get("group"):
                rule["over"] = "group"
        return rule

    def weight(self, meta):
        """Of the stage that the node is aggregated in: the metadata's, a table's, or none."""
        stage = self.stages.get(int(meta["Level"]) + 1, {})
        chosen = stage.get("weights", self.config.get("weights", "meta.Weight"))
        if chosen in (None, "none", "equal"):
            return 1
        if isinstance(chosen, str) and chosen.endswith(".csv"):
            table = {row["iCode"]: number(row["Weight"]) for row in read(self.folder / chosen)}
            return table[meta["iCode"]]
        return number(meta["Weight"])

    def node(self, meta):
        children = [row for row in self.meta if row.get("Parent") == meta["iCode"]]
        node = {"id": meta["iCode"], "name": meta["iName"]}
        weight = self.weight(meta)
        if weight is not None:
            node["weight"] = weight
        if not children:
            return {**node, "indicator": meta["iCode"], "normalise": self.normalise(meta)}
        stage = self.stages[int(meta["Level"])]
        aggregate = AGGREGATES.get(stage["method"], stage["method"])
        if aggregate == "power":
            aggregate = {"method": "power", "exponent": stage.get("exponent", stage.get("p"))}
        node["aggregate"] = aggregate
        if stage.get("min_availability") is not None:
            node["coverage_min"] = stage["min_availability"]
        node["children"] = [self.node(child) for child in children]
        return node

    def methodology(self):
        levels = [int(row["Level"]) for row in self.meta if row["Level"] not in MISSING]
        root = next(row for row in self.meta if row["Level"] == str(max(levels)))
        return {"id": "coinr", "version": "1", "name": self.config.get("title", "COINr"),
                "units": ["province"], "prepare": self.preparation(),
                "statistics": self.config.get("statistics", "period"), "root": self.node(root)}

    def write(self, out):
        (out / "methodologies").mkdir(parents=True, exist_ok=True)
        write(out / "units.csv", ["id", "name", "kind", "parent"], self.units())
        write(out / "indicators.csv", ["id", "name", "quantity", "direction", "max_age_months"],
              self.indicators())
        write(out / "observations.csv", ["indicator", "unit", "period", "value", "source"],
              self.observations())
        write(out / "sources.csv", ["id", "title", "grade"], [("coinr", "COINr 1.1.14", "C")])
        tables = ["units", "indicators", "observations", "sources"]
        package = {"name": "coinr", "title": "COINr",
                   "tien-do": {"profile": 1, "methodologies": ["coinr"]},
                   "resources": [{"name": name, "path": f"{name}.csv"} for name in tables]}
        (out / "datapackage.json").write_text(json.dumps(package, indent=2), encoding="utf-8")
        (out / "methodologies/coinr.json").write_text(
            json.dumps(self.methodology(), indent=1, ensure_ascii=False), encoding="utf-8")


def number_or_text(text):
    return text if text not in MISSING else None


if __name__ == "__main__":
    Example(pathlib.Path(sys.argv[1])).write(pathlib.Path(sys.argv[2]))
