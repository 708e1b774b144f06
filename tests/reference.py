"""A second scoring engine, written anew from the formulas alone: plain Python, a value at a time, as slow
and as simple as it can be. tests/reference_test.py compares `tiendo score` with it.

It reads the tables and the methodology of a Data Package whose periods are years or months. Of the tree it
knows groups and indicators.
"""
import csv
import json
import math
import statistics


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def months_of(period):  # the last month of a period, counted from year 0
    year, _, month = period.partition("-")
    return int(year) * 12 + (int(month) if month else 12) - 1


def finite(x):
    return x if x is not None and math.isfinite(x) else None


def present(column):
    return [x for x in column.values() if x is not None]


class Package:
    def __init__(self, folder):
        units = [row for row in read(folder / "units.csv") if row["kind"] == "province"]
        self.units = [row["id"] for row in units]
        self.parent = {row["id"]: row.get("parent") or None for row in units}
        self.indicators = {row["id"]: row for row in read(folder / "indicators.csv")}
        self.rows = {}
        for row in read(folder / "observations.csv"):
            series = self.rows.setdefault((row["indicator"], row["unit"]), [])
            series.append((months_of(row["period"]), float(row["value"])))
        for series in self.rows.values():
            series.sort(key=lambda figure: figure[0])

    def months(self):
        return sorted({month for series in self.rows.values() for month, _ in series})

    def column(self, indicator, month):
        age = self.indicators[indicator].get("max_age_months")
        def value(unit):
            known = [(m, v) for m, v in self.rows.get((indicator, unit), []) if m <= month]
            if not known or (age and month - known[-1][0] > int(age)):
                return None
            return known[-1][1]
        return {unit: value(unit) for unit in self.units}

    def sign(self, indicator):
        return -1 if self.indicators[indicator].get("direction") == "lower" else 1


def leaves(node):
    return [leaf for child in node["children"] for leaf in leaves(child)] if "children" in node else [node]


def paths(node, above=()):
    """{id of a leaf: its ancestors' ids, root first}"""
    if "children" not in node:
        return {node["id"]: above}
    return {key: path for child in node["children"] for key, path in paths(child, above + (node["id"],)).items()}


# Preparation. `columns`: {id of a leaf: {unit: value or None}}

def denominate(package, method, step, month, columns):
    for leaf in leaves(method["root"]):
        if "indicators" in step and leaf["indicator"] not in step["indicators"]:
            continue
        by = package.column(step["by"], month)
        for unit, x in columns[leaf["id"]].items():
            whole = by[unit]
            columns[leaf["id"]][unit] = x * step.get("factor", 1) / whole if x is not None and whole else None


def screen(package, method, step, month, columns):
    for unit in package.units:
        row = [column[unit] for column in columns.values()]
        if len([x for x in row if x is not None]) / len(row) < step.get("coverage_min", 0):
            for column in columns.values():
                column[unit] = None


def middle(kind, values):
    if not values:
        return None
    if "median" in kind or min(values) == max(values):
        return statistics.median(values)
    return math.fsum(values) / len(values)


def impute(package, method, step, month, columns):
    before = {key: dict(column) for key, column in columns.items()}
    above = paths(method["root"])
    ends = {}
    for leaf in leaves(method["root"]):
        directed = [package.sign(leaf["indicator"]) * x for x in present(before[leaf["id"]])]
        ends[leaf["id"]] = (min(directed), max(directed)) if directed else None
    sign = {leaf["id"]: package.sign(leaf["indicator"]) for leaf in leaves(method["root"])}

    def from_row(key, unit):
        up = step.get("levels_up")
        ancestor = above[key][-up] if up else above[key][0]
        scaled = [(sign[other] * column[unit] - ends[other][0]) / (ends[other][1] - ends[other][0])
                  for other, column in before.items()
                  if column[unit] is not None and ancestor in above[other] and ends[other][0] != ends[other][1]]
        part = middle(step["method"], scaled)
        if part is None or not ends[key]:
            return None
        return sign[key] * (ends[key][0] + part * (ends[key][1] - ends[key][0]))

    def from_time(indicator, unit):
        series = package.rows.get((indicator, unit), [])
        past = [figure for figure in series if figure[0] <= month]
        future = [figure for figure in series if figure[0] > month]
        if step["method"] == "carry_forward":
            age = step.get("max_age_months")
            return past[-1][1] if past and (age is None or month - past[-1][0] <= age) else None
        if past and future:
            (m0, y0), (m1, y1) = past[-1], future[0]
            return y0 + (y1 - y0) * (month - m0) / (m1 - m0)
        nearest = past[-1] if past else future[0] if future else None
        return nearest[1] if nearest and step.get("ends", "nearest") == "nearest" else None

    for leaf in leaves(method["root"]):
        key = leaf["id"]
        for unit in package.units:
            if columns[key][unit] is not None:
                continue
            if step["method"] in ("carry_forward", "linear"):
                columns[key][unit] = from_time(leaf["indicator"], unit)
            elif all(column[unit] is None for column in before.values()):
                continue
            elif step["method"].startswith("row_"):
                columns[key][unit] = from_row(key, unit)
            else:
                group = step.get("over") == "group"
                peers = [other for other in package.units if not group or
                         (package.parent[unit] and package.parent[other] == package.parent[unit])]
                values = [before[key][other] for other in peers if before[key][other] is not None]
                columns[key][unit] = middle(step["method"], values)


def skew(x):
    n, mean = len(x), math.fsum(x) / len(x)
    if n < 3 or min(x) == max(x):
        return None
    z = [value - mean for value in x]
    g1 = math.sqrt(n) * math.fsum(v ** 3 for v in z) / math.fsum(v ** 2 for v in z) ** 1.5
    return g1 * math.sqrt(n * (n - 1)) / (n - 2)


def kurtosis(x):
    n, mean = len(x), math.fsum(x) / len(x)
    if n < 4 or min(x) == max(x):
        return None
    z = [value - mean for value in x]
    r = n * math.fsum(v ** 4 for v in z) / math.fsum(v ** 2 for v in z) ** 2
    return ((n + 1) * (r - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))


def second_treatment(second, x):
    kind = second if isinstance(second, str) else second["method"]
    least, most = min(x), max(x)
    shift = 0.01 * (most - least)
    if kind == "log_ct" or kind == "log_ct_plus" and skew(x) > 0:
        return [math.log(v - least + shift) for v in x]
    if kind == "log_ct_plus":
        return [-math.log(most + shift - v) for v in x]
    if kind == "log_ct_orig":
        return [math.log(v - least + 1) for v in x]
    power = 0 if isinstance(second, str) else second.get("lambda", 0)
    y = [v - least + 1 for v in x]
    return [math.log(v) if power == 0 else (v ** power - 1) / power for v in y]


def treat_column(step, x):
    def state(values):
        g1, g2 = skew(values), kurtosis(values)
        if g1 is None or g2 is None:
            return None
        return abs(g1) < step.get("skew_below", 2) or g2 < step.get("kurtosis_below", 3.5)

    treated, high, low = list(x), set(), set()
    ok = state(treated) if x else None
    while ok is False and len(high) + len(low) < step.get("max_points", 5):
        top = skew(treated) >= 0
        end = max(treated) if top else min(treated)
        at = {i for i, v in enumerate(treated) if v == end}
        rest = [v for i, v in enumerate(treated) if i not in at]
        for i in at:
            treated[i] = max(rest) if top else min(rest)
        high, low = (at, low) if top else (high, at)
        ok = state(treated)
    if ok is None:
        return list(x)
    return treated if ok or "second" not in step else second_treatment(step["second"], x)


def treat(package, method, step, month, columns):
    for column in columns.values():
        units = [unit for unit, x in column.items() if x is not None]
        for unit, x in zip(units, treat_column(step, [column[unit] for unit in units])):
            column[unit] = x


STEPS = {"denominate": denominate, "screen": screen, "impute": impute, "treat": treat}


def prepared(package, method, month):
    columns = {leaf["id"]: package.column(leaf["indicator"], month) for leaf in leaves(method["root"])}
    for step in method.get("prepare", []):
        STEPS[step["step"]](package, method, step, month, columns)
    return columns


# Normalisation: one value; `pool`: the directed values that statistics are over

def normalise(rule, sign, value, pool, reference):
    x, kind = sign * value, rule["method"]
    least, most = min(pool), max(pool)
    lower, upper = rule.get("range", (0, 100))
    scaled = lambda part: lower + (upper - lower) * part
    if kind in ("goalposts", "scaled"):
        lower, upper = sorted((sign * rule.get("lower", 0), sign * rule.get("upper", 100)))
        if (rule.get("lower", 0) < rule.get("upper", 100)) is False:
            lower, upper = upper, lower
        part = (x - lower) / (upper - lower)
        if rule.get("clamp", kind == "goalposts"):
            part = min(max(part, 0), 1)
        return part * rule.get("factor", 100)
    if kind == "share":
        return min(max(value if sign > 0 else 100 - value, 0), 100)
    if kind == "steps":
        for step in rule["steps"]:
            if x >= sign * step["from"]:
                return step["points"]
        return rule.get("otherwise", 0)
    rank = 1 + len([other for other in pool if other < x])
    if kind == "rank":
        return rank
    if kind == "borda":
        return rank - 1
    if kind == "percentile_rank":
        return scaled((rank - 1) / (len(pool) - 1) if len(pool) > 1 else 0)
    if kind == "fraction_of_max":
        best = sign * most
        return scaled(1) if value == best else scaled(value / best if sign > 0 else best / value)
    if kind in ("min_max", "distance_to_max"):
        return None if least == most else scaled((x - least) / (most - least))
    if kind == "z_score":
        if least == most:
            return None
        mean = math.fsum(pool) / len(pool)
        sd = math.sqrt(math.fsum((v - mean) ** 2 for v in pool) / (len(pool) - 1))
        return rule.get("mean", 0) + rule.get("sd", 1) * (x - mean) / sd
    end = sign * rule["target"] if kind == "distance_to_target" else reference
    if end is None or end == least:
        return None
    part = (x - least) / (end - least)  # 1 − (end − x)/(end − least), without its loss of digits
    return scaled(min(part, 1) if rule.get("capped") else part)


# Aggregation: {unit: value}

def copeland(members, weights, units):
    def duel(a, b):
        both = [(m[a], m[b], w) for m, w in zip(members, weights) if m[a] is not None and m[b] is not None]
        total = math.fsum(w for _, _, w in both)
        if total == 0:
            return 0.5
        return math.fsum(w * (1 if x > y else 0.5 if x == y else 0) for x, y, w in both) / total
    scored = [unit for unit in units if any(m[unit] is not None for m in members)]
    return {unit: math.fsum(duel(unit, b) for b in scored if b != unit) if unit in scored else None
            for unit in units}


def aggregate(node, members, weights, units):
    rule = node.get("aggregate", "arithmetic")
    kind = rule if isinstance(rule, str) else rule["method"]
    if kind == "copeland":
        return copeland(members, weights, units)

    def mean(unit):
        row = [m[unit] for m in members]
        here = [x for x in row if x is not None]
        if not here or len(here) / len(row) < node.get("coverage_min", 0):
            return None
        missing = node.get("missing", "reweight")
        if missing == "fail" and len(here) < len(row):
            return None
        if missing == "zero":
            row = [0 if x is None else x for x in row]
        pairs = [(x, w) for x, w in zip(row, weights) if x is not None and w > 0]
        total = math.fsum(w for _, w in pairs)
        if total == 0:
            return None
        if kind == "arithmetic":
            return math.fsum(w * x for x, w in pairs) / total
        if any(x <= 0 for x, _ in pairs) and kind != "power":
            return None
        if kind == "geometric":
            return math.exp(math.fsum(w * math.log(x) for x, w in pairs) / total)
        if kind == "harmonic":
            return total / math.fsum(w / x for x, w in pairs)
        p = rule["exponent"]
        if any(x < 0 or x == 0 and p < 0 for x, _ in pairs):
            return None
        return (math.fsum(w * x ** p for x, w in pairs) / total) ** (1 / p)
    return {unit: mean(unit) for unit in units}


def score(folder, method, month):
    """{id of a node: {unit: score or None}} at the end of `month`, YYYY-MM."""
    package, at = Package(folder), months_of(month)
    columns = prepared(package, method, at)
    pools = {key: present(column) for key, column in columns.items()}
    if method.get("statistics") == "pooled":
        pools = {key: [] for key in columns}
        for each in package.months():
            for key, column in prepared(package, method, each).items():
                pools[key] += present(column)
    scores = {}

    def fill(node):
        if "children" in node:
            for child in node["children"]:
                fill(child)
            scores[node["id"]] = aggregate(node, [scores[child["id"]] for child in node["children"]],
                                           [child.get("weight", 1) for child in node["children"]], package.units)
            return
        key, rule, sign = node["id"], node["normalise"], package.sign(node["indicator"])
        reference = columns[key].get(rule.get("unit"))
        reference = sign * reference if reference is not None else None
        pool = [sign * x for x in pools[key]]
        def point(x):
            try:
                return None if x is None else finite(normalise(rule, sign, x, pool, reference))
            except ZeroDivisionError:
                return None
        scores[key] = {unit: point(x) for unit, x in columns[key].items()}
    fill(method["root"])
    return scores


def ranks(column):
    values = present(column)
    return {unit: 1 + len([v for v in values if v > x]) for unit, x in column.items() if x is not None}
