"""The tables of our profile (assets/schema/profile.json), and a package of them as files: CSV (UTF-8, LF,
RFC 4180, stable order) and datapackage.json with a schema for every table. Standard library only."""
import csv
import io
import json

COLUMNS = {
    "units": "id code name name@en kind form form@en parent owner valid_from valid_to office office@en"
             " merged_from note note@en",
    "indicators": "id name name@en short short@en quantity quantity@en direction programme programme@en"
                  " definition definition@en frequency decimals max_age_months parent note note@en",
    "observations": "indicator unit period value value_max qualifier numerator denominator rank class"
                    " class@en published source evidence paragraph note note@en",
    "targets": "id indicator unit value comparator due baseline baseline_period set_on source evidence"
               " paragraph note note@en",
    "tasks": "id title title@en lead coordinating office office@en assigned_on deadline product product@en"
             " programme programme@en thread indicators specificity source evidence paragraph clear_goal"
             " clear_person clear_work clear_time clear_responsibility clear_product clear_result note"
             " note@en",
    "threads": "id name name@en",
    "task_reports": "task date state progress new_deadline source evidence paragraph note note@en",
    "events": "id date date_precision title title@en kind status units source evidence paragraph",
    "sources": "id title title@en outlet number date url grade note note@en",
    "databases": "unit owner kind shared exempt reason reason@en",
}
COLUMNS = {table: columns.split() for table, columns in COLUMNS.items()}

ENUMS = {
    ("units", "kind"): "nation government ministry agency province commune database group other",
    ("indicators", "direction"): "higher lower none",
    ("indicators", "frequency"): "daily weekly monthly yearly irregular",
    ("observations", "qualifier"): "exact approx more_than at_least at_most range derived provisional",
    ("targets", "comparator"): "ge le eq approx",
    ("tasks", "specificity"): "specific general",
    ("task_reports", "state"): "done not_done in_progress restated cancelled",
    ("events", "date_precision"): "day month year none",
    ("events", "kind"): "meeting document deadline milestone programme_horizon review handling",
    ("events", "status"): "happened due planned",
    ("sources", "grade"): "A B C",
    ("databases", "kind"): "national sectoral local",
}
DATES = {("units", "valid_from"), ("units", "valid_to"), ("targets", "due"), ("tasks", "deadline"),
         ("task_reports", "new_deadline")}
PERIODS = {("observations", "period"), ("observations", "published"), ("targets", "baseline_period"),
           ("targets", "set_on"), ("tasks", "assigned_on"), ("task_reports", "date"), ("events", "date"),
           ("sources", "date")}
NUMBERS = {("observations", "value"), ("observations", "value_max"), ("observations", "numerator"),
           ("observations", "denominator"), ("targets", "value"), ("targets", "baseline"),
           ("task_reports", "progress")}
INTEGERS = {("indicators", "decimals"), ("indicators", "max_age_months"), ("observations", "rank"),
            ("observations", "paragraph"), ("targets", "paragraph"), ("tasks", "paragraph"),
            ("task_reports", "paragraph"), ("events", "paragraph")}
REQUIRED = {
    "units": "id name name@en kind",
    "indicators": "id name name@en short short@en quantity quantity@en direction programme programme@en"
                  " definition definition@en frequency decimals",
    "observations": "indicator unit period qualifier source evidence",
    "targets": "id indicator unit value comparator source evidence",
    "tasks": "id title title@en lead assigned_on programme programme@en specificity source evidence",
    "threads": "id name name@en",
    "task_reports": "task date state source evidence note note@en",
    "events": "id date_precision title title@en kind status source evidence",
    "sources": "id title title@en grade",
    "databases": "unit kind",
}
BOOLEANS = {("databases", "shared"), ("databases", "exempt")}
KEYS = {"observations": ["indicator", "unit", "period"], "task_reports": ["task", "date", "state"],
        "databases": ["unit"]}
FOREIGN = {  # column: (table, column); the lists in a cell (";") are checked here and by the loader
    "units": {"parent": "units", "owner": "units"},
    "indicators": {"parent": "indicators"},
    "observations": {"indicator": "indicators", "unit": "units", "source": "sources"},
    "targets": {"indicator": "indicators", "unit": "units", "source": "sources"},
    "tasks": {"thread": "threads", "source": "sources"},
    "task_reports": {"task": "tasks", "source": "sources"},
    "events": {"source": "sources"},
    "databases": {"unit": "units", "owner": "units"},
}
LISTS = {("units", "merged_from"): "units", ("tasks", "lead"): "units", ("tasks", "coordinating"): "units",
         ("tasks", "indicators"): "indicators", ("events", "units"): "units"}
TITLES = {
    "units": ("Đơn vị", "Units"), "indicators": ("Chỉ số", "Indicators"),
    "observations": ("Số liệu", "Observations"), "targets": ("Chỉ tiêu", "Targets"),
    "tasks": ("Nhiệm vụ", "Tasks"), "threads": ("Chủ đề", "Threads"),
    "task_reports": ("Báo cáo về nhiệm vụ", "Reports on tasks"), "events": ("Mốc thời gian", "Events"),
    "sources": ("Nguồn", "Sources"), "databases": ("Cơ sở dữ liệu", "Databases"),
}


def field(table, column):
    f = {"name": column, "type": "string"}
    constraints = {}
    if (table, column) in DATES:
        f["type"] = "date"
    elif (table, column) in PERIODS:
        constraints["pattern"] = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
    elif (table, column) in NUMBERS:
        f["type"] = "number"
    elif (table, column) in INTEGERS:
        f["type"] = "integer"
        constraints["minimum"] = 1 if column == "rank" else 0
    elif column.startswith("clear_") or (table, column) in BOOLEANS:
        f |= {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]}
    elif column == "url":
        f["format"] = "uri"
    if column in REQUIRED[table].split() or column.startswith("clear_"):
        constraints["required"] = True
    if column == "id":
        constraints |= {"unique": True, "pattern": "^[0-9a-z][0-9a-z-]*$"}
    if (table, column) in ENUMS:
        constraints["enum"] = ENUMS[table, column].split()
    if column in ("short", "short@en"):
        constraints["maxLength"] = 28
    if constraints:
        f["constraints"] = constraints
    return f


def write_package(out, package, tables, keys={}):
    """Writes {table: rows} and the descriptor `package`, to which the resources are added; `keys` replace KEYS."""
    out.mkdir(parents=True, exist_ok=True)
    resources = []
    for table, rows in tables.items():
        columns = COLUMNS[table]
        buffer = io.StringIO(newline="")
        writer = csv.DictWriter(buffer, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        (out / f"{table}.csv").write_bytes(buffer.getvalue().encode("utf-8"))
        schema = {"fields": [field(table, c) for c in columns], "missingValues": [""],
                  "primaryKey": keys.get(table, KEYS.get(table, ["id"]))}
        foreign = []
        for column, other in FOREIGN.get(table, {}).items():
            reference = {"fields": ["id"]} if other == table else {"resource": other, "fields": ["id"]}
            foreign.append({"fields": [column], "reference": reference})
        if foreign:
            schema["foreignKeys"] = foreign
        resources.append({
            "name": table, "type": "table", "profile": "tabular-data-resource", "path": f"{table}.csv",
            "title": TITLES[table][0], "title@en": TITLES[table][1], "format": "csv",
            "mediatype": "text/csv", "encoding": "utf-8", "schema": schema})
    (out / "datapackage.json").write_text(json.dumps(package | {"resources": resources}, ensure_ascii=False,
                                                     indent=1) + "\n", encoding="utf-8", newline="\n")
