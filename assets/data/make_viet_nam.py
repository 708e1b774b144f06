#!/usr/bin/env python3
"""Make the shipped dataset `assets/data/viet-nam` from the two folders of facts.

    python3 assets/data/make_viet_nam.py [--facts DIR] [--facts-web DIR] [--out DIR]

Reads  ../shared/facts      facts of five news articles (CSV)
       ../shared/facts-web  later and unit-level published figures (CSV)
       viet_nam_words/      what we wrote by hand, keyed by id: short names, definitions and notes in
                            both languages, the reports on tasks, the choice of some phrases
Writes viet-nam/*.csv and viet-nam/datapackage.json, always the same bytes for the same input
(UTF-8, NFC, LF, RFC 4180, stable order). Nothing is added that is not in those files: figures, dates
and phrases are copied, and every phrase kept as evidence is checked to be a verbatim part of the quote.
Ends with checks; any failure is listed and the exit code is 1. Standard library only.
"""

import argparse
import csv
import datetime
import io
import json
import re
import sys
import unicodedata
from pathlib import Path

from profile_tables import (COLUMNS, DATES, ENUMS, FOREIGN, INTEGERS, KEYS, LISTS, NUMBERS, PERIODS,
                            REQUIRED, write_package)

TABLES = [table for table in COLUMNS if table != "databases"]  # none of these is published
HERE = Path(__file__).resolve().parent
WORDS = HERE / "viet_nam_words"
METHODOLOGIES = HERE.parent / "methodology"
CLASSES = {"Tốt": "Good", "Khá": "Fair", "Trung bình": "Average", "dưới 10%": "under 10%"}
MAX_WORDS = 20  # of the document's own words in a cell
SNAPSHOTS_766 = ("2026-09-26", "2026-10-10")
COMPONENTS_766 = {  # indicator: (points, field names in the two captures)
    "766-cong-khai": (18, ("CKMB",)),
    "766-tien-do": (20, ("TDGQ",)),
    "766-truc-tuyen": (12, ("ONLINE", "CLGQ")),
    "766-thanh-toan": (10, ("TTTT",)),
    "766-so-hoa": (22, ("MDSH",)),
    "766-hai-long": (18, ("MDHL",)),
}
DETAILS_766 = {
    "766-ho-so-tiep-nhan": "totalReceived",
    "766-ho-so-dung-han": "totalOnTime",
    "766-ho-so-qua-han": "totalOverdue",
    "766-thoi-gian-xu-ly": "avgProcessingDays",
    "766-ty-le-dung-han": "ratio",
}


problems = []


def clean(text):
    """NFC, single spaces."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text or "")).strip()


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        return [{k: clean(v) for k, v in row.items()} for row in csv.DictReader(f)]


def words(name, *keys):
    """A table of viet_nam_words as a dictionary by key(s); a double key is a fault."""
    table = {}
    for row in read(WORDS / f"{name}.csv"):
        key = tuple(row[k] for k in keys) if len(keys) > 1 else row[keys[0]]
        if key in table:
            problems.append(f"viet_nam_words/{name}.csv: {key} twice")
        table[key] = row
    return table


# ---- choosing the few words kept as evidence ---------------------------------------------------------


def spans(text, needle):
    """Where `needle` stands in `text`, not inside a longer number or word."""
    found = []
    start = text.lower().find(needle.lower())
    while start >= 0:
        end = start + len(needle)
        before, after = text[start - 1:start], text[end:end + 2]
        inside = (needle[0].isalnum() and before.isalnum()) or (needle[-1].isalnum() and after[:1].isalnum())
        if needle[0].isdigit() and before in (".", ",") and text[start - 2:start - 1].isdigit():
            inside = True
        if needle[-1].isdigit() and re.match(r"[.,]\d", after):
            inside = True
        if not inside:
            found.append((start, end))
        start = text.lower().find(needle.lower(), start + 1)
    return found


def number_forms(value):
    """The ways a page may print a number: 39.51, 39,51, 15.000, 15,000, 90.10 …"""
    if not value:
        return []
    forms = {value}
    whole, _, part = value.partition(".")
    for tail in {part, part.rstrip("0"), part.ljust(2, "0") if part else ""}:
        grouped = f"{int(whole):,}" if whole.isdigit() else whole
        if tail:
            forms |= {f"{whole}.{tail}", f"{whole},{tail}", f"{grouped}.{tail}",
                      f"{grouped.replace(',', '.')},{tail}"}
        elif not part.strip("0"):
            forms |= {whole, grouped, grouped.replace(",", ".")}
    return sorted(forms, key=lambda f: (-len(f), f))


def phrase(quote, anchors=(), wanted=(), overlap=""):
    """At most MAX_WORDS words of `quote` that hold one of `anchors` (spans), cut at punctuation where
    possible, and hold something of each group of `wanted`; without an anchor, those closest to `overlap`."""
    tokens = [m.span() for m in re.finditer(r"\S+", quote)]
    lower = {w for w in re.findall(r"\w+", overlap.lower())}
    best, best_score = "", None
    for i in range(len(tokens)):
        for j in range(i, min(len(tokens), i + MAX_WORDS)):
            start, end = tokens[i][0], tokens[j][1]
            if anchors and not any(start <= a and b <= end for a, b in anchors):
                continue
            text = quote[start:end]
            n = j - i + 1
            score = 0.0
            before = quote[tokens[i - 1][0]:tokens[i - 1][1]] if i else "."
            last = quote[tokens[j][0]:end] if j + 1 < len(tokens) else "."
            score += {".": 9, ";": 9, ":": 7, ",": 6, ")": 3}.get(before[-1], 0)
            score += {".": 9, ";": 9, ":": 5, ",": 6, ")": 4}.get(last[-1], 0)
            score -= 8 * (text.count("(") != text.count(")")) + 6 * (text.count('"') % 2)
            score -= 2.0 * max(0, 5 - n) + 0.4 * max(0, n - 13)
            score += sum(12 for group in wanted if any(spans(text, w) for w in group))
            if lower:
                score += 3.0 * len(lower & set(re.findall(r"\w+", text.lower()))) - 0.9 * n
            if best_score is None or score > best_score + 1e-9:
                best, best_score = text, score
    return best.strip(" ,;:").removesuffix(".") if not best.endswith("...") else best


def anchors(quote, needles):
    """Every place of the first of `needles` that occurs."""
    return next((found for found in (spans(quote, n) for n in needles if n) if found), [])


# ---- the tables --------------------------------------------------------------------------------------


def also_stated(rows):
    """Figures that a quote states beside the one that it was taken for, as rows of their own."""
    told = []
    for (beside, unit, period), mine in words("also_stated", "beside", "unit", "period").items():
        found = [row for row in rows
                 if (row["indicator_id"], row["unit_id"], row["period"]) == (beside, unit, period)]
        if len(found) != 1 or mine["value_text"] not in found[0]["quote_vi"]:
            problems.append(f"viet_nam_words/also_stated.csv: {beside}: no quote with {mine['value_text']!r}")
            continue
        told.append({**found[0], "indicator_id": mine["indicator"], "value": mine["value"],
                     "value_text": mine["value_text"], "note": mine["source_note"]})
    return told


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    shared = HERE.parent.parent.parent / "shared"
    parser.add_argument("--facts", type=Path, default=shared / "facts")
    parser.add_argument("--facts-web", type=Path, default=shared / "facts-web")
    parser.add_argument("--out", type=Path, default=HERE / "viet-nam")
    args = parser.parse_args()
    facts = {p.stem: read(p) for p in sorted(args.facts.glob("*.csv"))}
    web = {p.stem: read(p) for p in sorted(args.facts_web.glob("*.csv"))}
    readme = clean((args.facts / "README.md").read_text(encoding="utf-8")) + " " + clean(
        (args.facts_web / "README.md").read_text(encoding="utf-8"))

    terms = words("terms", "kind", "key")
    notes = words("notes", "indicator", "source_note")
    used_notes = set()

    def term(kind, key):
        row = terms.get((kind, key))
        if not row:
            problems.append(f"viet_nam_words/terms.csv: no {kind} {key!r}")
            return "", ""
        return row["vi"], row["en"]

    def note_of(text, indicator=""):
        """The note of the facts in our two languages; numbers at its end are kept elsewhere."""
        if not text:
            return "", ""
        text = re.sub(r"(up to the date\.) \d+/\d+\.$", r"\1", text)
        for key in ((indicator, text), ("", text)):
            if key in notes:
                used_notes.add(key)
                return notes[key]["note"], notes[key]["note@en"]
        problems.append(f"viet_nam_words/notes.csv: no words for {text!r}")
        return "", ""

    tables = {table: [] for table in COLUMNS}

    # sources
    source_words = words("sources", "id")
    documents = {}  # source: date of the document itself, for assigned_on and set_on
    for row in facts["sources"] + web["sources"]:
        mine = source_words.pop(row["id"], {})
        own = "title_vi" in row
        title = row["title_vi"] if own else row["title"]
        note, note_en = mine.get("note", ""), mine.get("note@en", "")
        guessed = re.search(r" \(title from the address(; [A-Za-z ]+)?\)$", title)
        if guessed:
            title = title[:guessed.start()]
            note = f"Tiêu đề lấy từ địa chỉ trang. {note}".strip()
            note_en = f"Title taken from the address of the page. {note_en}".strip()
        tables["sources"].append({
            "id": row["id"], "title": mine.get("title") or title,
            "title@en": mine.get("title@en") or (row["title_en"] if own else title),
            "outlet": mine.get("outlet") or row["outlet"],
            "number": mine.get("number") or row.get("document_number", ""),
            "date": row["date"], "url": row.get("url", ""), "grade": row.get("grade") or "B",
            "note": note, "note@en": note_en})
        documents[row["id"]] = mine.get("document_date") or row["date"]
        if mine and not own and not (mine.get("title") or mine.get("title@en")):
            problems.append(f"viet_nam_words/sources.csv: {row['id']} has one language only")
    problems.extend(f"viet_nam_words/sources.csv: unknown {k}" for k in source_words)
    published = {row["id"]: row["date"] for row in tables["sources"]}

    # units
    kinds = {"ministry": "ministry", "ministerial_agency": "agency", "government_agency": "agency",
             "province": "province", "city": "province", "province_group": "group",
             "commune_group": "group", "enterprise_group": "group", "enterprise": "other"}
    parents = {"ministry": "cac-bo-nganh", "ministerial_agency": "cac-bo-nganh",
               "government_agency": "co-quan-thuoc-chinh-phu", "province": "cap-tinh", "city": "cap-tinh"}
    unit_words = words("units", "id")
    raw_units = {}
    for row in facts["units"] + web["units"]:
        raw_units.setdefault(row["id"], {}).update({k: v for k, v in row.items() if v and k != "note"})
    for uid, row in raw_units.items():
        mine = unit_words.pop(uid, {})
        raw = row["kind"]
        form, form_en = (mine["form"], mine["form@en"]) if mine.get("form") else term("form", raw)
        name = mine.get("name") or row["name_vi"]
        name_en = mine.get("name@en") or row["name_en"]
        office, office_en = mine.get("office", ""), mine.get("office@en", "")
        if not office and not mine.get("kind"):
            if raw == "ministry":
                office = term("office", raw)[0].format(name=name)
                office_en = re.sub(r"^Ministry", term("office", raw)[1], name_en)
            elif raw in ("province", "city") and not row.get("valid_to"):
                plain, plain_en = re.sub(r"^TP ", "", name), re.sub(r" City$", "", name_en)
                office = term("office", raw)[0].format(name=plain)
                office_en = term("office", raw)[1].format(name=plain_en)
        parent = mine.get("parent") or parents.get(raw, "")
        tables["units"].append({
            "id": uid, "code": row.get("code", ""), "name": name, "name@en": name_en,
            "kind": mine.get("kind") or kinds[raw], "form": form, "form@en": form_en,
            "parent": "" if parent == "-" else parent, "owner": "",
            "valid_from": row.get("valid_from", ""), "valid_to": row.get("valid_to", ""),
            "office": office, "office@en": office_en, "merged_from": row.get("merged_from", ""),
            "note": mine.get("note", ""), "note@en": mine.get("note@en", "")})
    problems.extend(f"viet_nam_words/units.csv: unknown {k}" for k in unit_words)
    order = ENUMS["units", "kind"].split()
    tables["units"].sort(key=lambda u: (order.index(u["kind"]), u["valid_to"] != ""))  # stable
    unit_rank = {u["id"]: i for i, u in enumerate(tables["units"])}
    units = {u["id"]: u for u in tables["units"]}

    # observations
    corpus = {}  # source: its quotes
    chosen = words("observations", "indicator", "unit", "period")

    def edition(indicator, period):
        return f"{indicator}-2025" if indicator.startswith("766-") and period < "2026" else indicator

    no_figure = set()
    quotes = {}
    for row in facts["observations"] + web["observations"] + also_stated(web["observations"]):
        raw, unit, period, value = (row[k] for k in ("indicator_id", "unit_id", "period", "value"))
        indicator = edition(raw, period)
        mine = chosen.pop((indicator, unit, period), {})
        quote, text, remark = row["quote_vi"], row["value_text"], row["note"]
        corpus.setdefault(row["source_id"], set()).add(quote)
        # full printed digits: 92.8 printed as 92.80 stays 92.80
        for shown in re.findall(r"\d+[.,]\d+", text):
            shown = shown.replace(",", ".")
            if value and float(shown) == float(value) and len(shown) > len(value):
                value = shown
        bound = value == "" and re.match(r"dưới", text)
        klass = text if (value == "" and text) else ""
        if klass and klass not in CLASSES:
            problems.append(f"{raw} of {row['unit_id']}: the class {klass} has no English")
        numerator, denominator = row.get("numerator", ""), row.get("denominator", "")
        counts = re.fullmatch(r"(\d+)/(\d+)", text)
        if raw == "766-ty-le-dung-han":
            counts = re.search(r"(\d+)/(\d+)\.$", remark)
        if raw == "766-tong-diem":
            counts = None
        if counts:
            numerator, denominator = counts.groups()
        numerator, denominator = (mine.get("numerator") or numerator), (mine.get("denominator") or denominator)
        qualifier = mine.get("qualifier") or row.get("qualifier") or "exact"
        if "qualifier" not in row and not mine.get("qualifier"):
            if remark.startswith("DERIVED") or row["source_id"] == "web-gh-papi":
                qualifier = "derived"
            elif raw in ("766-tong-diem", "766-cong-khai") and period in SNAPSHOTS_766:
                qualifier = "provisional"
            elif re.search(r"^(hơn|trên|vượt|more than|over|exceeded)\b", text) or "ower bound" in remark:
                qualifier = "more_than"
            elif re.search(r"^(khoảng|around)\b", text):
                qualifier = "approx"
        # evidence
        names = [units[unit]["name"].replace(" (cũ)", ""), units[unit]["name@en"].split(" (")[0]]
        if ("alias", unit) in terms:
            names = terms["alias", unit]["vi"].split(";") + names
        evidence = mine.get("evidence", "")
        field = None
        if row["source_id"].startswith("web-gh-") and quote.startswith(("{", '"TDGQ')):
            if raw == "766-tong-diem":
                field = re.search(r'"totalScore".*"rank": \d+', quote)
            elif raw in COMPONENTS_766:
                field = re.search(r'"(?:%s)": [\d.]+' % "|".join(COMPONENTS_766[raw][1]), quote)
            else:
                field = re.search(r'"%s": [\d.]+' % DETAILS_766[raw], quote)
        elif raw == "766-ty-le-thanh-toan-truc-tuyen" and quote.startswith('"total'):
            field = re.search(r'"totalDossierOnlinePaymentSuccess": \d+, "totalDossierFinancialObligation": \d+',
                              quote)
        figures = [text] if re.search(r"\d", text) else []
        figures += number_forms(value)
        if value == "":
            rank = row.get("rank", "")
            places = [f"{w}{rank}{tail}" for w, tail in (("thứ ", ""), ("", "st"), ("", "nd"), ("", "rd"),
                                                         ("", "th"))] if rank else []
            figures = ([text] if bound else []) + places + names + [rank]
        if not evidence:
            if field:
                evidence = field.group(0)
            elif len(quote.split()) <= MAX_WORDS:
                evidence = quote
            else:
                at = anchors(quote, figures) or anchors(quote, names)
                evidence = phrase(quote, at, [names] + ([[klass]] if klass else []))
        key = (indicator, unit, period)
        quotes["observations", key] = quote
        if not any(spans(evidence, f) for f in figures if f):
            printed_counts = denominator and all(spans(evidence, c) for c in (numerator, denominator))
            if printed_counts and abs(100 * int(numerator) / int(denominator) - float(value)) < 0.0051:
                qualifier = "derived"  # the page prints the two counts
            elif qualifier != "derived":
                no_figure.add(key)
        note, note_en = note_of(remark, raw)
        tables["observations"].append({
            "indicator": indicator, "unit": unit, "period": period, "value": value,
            "value_max": row.get("value_max", ""), "qualifier": qualifier, "numerator": numerator,
            "denominator": denominator, "rank": row.get("rank", ""), "class": klass,
            "class@en": CLASSES.get(klass, ""),
            "published": published[row["source_id"]], "source": row["source_id"], "evidence": evidence,
            "paragraph": row.get("paragraph", ""), "note": note, "note@en": note_en})
    allowed = {k for k, v in words("observations", "indicator", "unit", "period").items()
               if v["figure"] == "no"}
    problems.extend(f"observations {k}: the figure is not in the evidence" for k in sorted(no_figure - allowed))
    problems.extend(f"viet_nam_words/observations.csv: unknown {k}" for k in chosen)

    # indicators
    raw_indicators = {}
    for row in facts["indicators"] + web["indicators"]:
        old = raw_indicators.get(row["id"], {})
        raw_indicators[row["id"]] = {**row, "programme": old.get("programme") or row["programme"]}
    mine = words("indicators", "id")
    problems.extend(f"viet_nam_words/indicators.csv: unknown {k}" for k in mine if k not in raw_indicators)
    seen = {o["indicator"] for o in tables["observations"]}
    old_edition = {i for i in seen if i.endswith("-2025")}
    printed = {}
    for o in tables["observations"]:
        for figure in (o["value"], o["value_max"]):
            printed[o["indicator"]] = max(printed.get(o["indicator"], 0), len(figure.partition(".")[2]))
    for iid, row in raw_indicators.items():
        w = mine.get(iid)
        if not w:
            problems.append(f"viet_nam_words/indicators.csv: no words for {iid}")
            continue
        programme, programme_en = term("programme", row["programme"])
        quantity, quantity_en = term("quantity", row["unit"])
        base = {
            "id": iid, "name": row["name_vi"], "name@en": w["name@en"] or row["name_en"],
            "short": w["short"], "short@en": w["short@en"], "quantity": quantity, "quantity@en": quantity_en,
            "direction": w["direction"] or row["direction"].replace("_better", ""), "programme": programme,
            "programme@en": programme_en, "definition": w["definition"], "definition@en": w["definition@en"],
            "frequency": w["frequency"], "decimals": w["decimals"] or str(printed.get(iid, 0)),
            "max_age_months": w["max_age_months"], "parent": w["parent"], "note": w["note"],
            "note@en": w["note@en"]}
        if iid in seen or f"{iid}-2025" not in seen:
            tables["indicators"].append(base)
        if f"{iid}-2025" in seen:
            name, short, note = (term("edition", k) for k in ("name", "short", "note"))
            parent = base["parent"] + "-2025" if base["parent"] + "-2025" in old_edition else base["parent"]
            only = iid not in seen  # no 2026 edition: its own note still holds
            tables["indicators"].append({
                **base, "id": f"{iid}-2025", "name": f"{base['name']} {name[0]}",
                "name@en": f"{base['name@en']} {name[1]}", "short": f"{base['short']} {short[0]}",
                "short@en": f"{base['short@en']} {short[1]}", "parent": parent,
                "frequency": base["frequency"].replace("daily", "weekly"),
                "note": f"{base['note']} {note[0]}".strip() if only else note[0],
                "note@en": f"{base['note@en']} {note[1]}".strip() if only else note[1]})
    indicator_rank = {i["id"]: n for n, i in enumerate(tables["indicators"])}
    tables["observations"].sort(key=lambda o: (indicator_rank[o["indicator"]], o["period"],
                                               unit_rank[o["unit"]]))

    # targets
    target_words = words("targets", "indicator", "unit", "source")

    def target(indicator, unit, value, comparator, due, set_on, source, evidence, quote, paragraph, w):
        tid = "tg-%s-%s" % (documents[source][:7].replace("-", ""), indicator)
        tid += "" if unit == "quoc-gia" else f"-{unit}"
        quotes["targets", tid] = quote
        tables["targets"].append({
            "id": tid, "indicator": indicator, "unit": unit, "value": value, "comparator": comparator,
            "due": due, "baseline": "", "baseline_period": "", "set_on": set_on, "source": source,
            "evidence": evidence, "paragraph": paragraph, "note": w.get("note", ""),
            "note@en": w.get("note@en", "")})

    for row in facts["targets"]:
        w = target_words.pop((row["indicator_id"], row["unit_id"], row["source_id"]), {})
        if row["note"] and not w.get("note"):
            problems.append(f"viet_nam_words/targets.csv: no words for {row['note']!r}")
        corpus.setdefault(row["source_id"], set()).add(row["quote_vi"])
        target(row["indicator_id"], row["unit_id"], row["target_value"], row["comparator"], row["due"],
               documents[row["source_id"]], row["source_id"], w.get("evidence") or row["target_text"],
               row["quote_vi"], row["paragraph"], w)
    for (indicator, unit, source), w in target_words.items():  # those that a quote of facts-web states
        quote = next((q for q in sorted(corpus.get(source, ())) if w["evidence"] in q), "")
        target(indicator, unit, w["value"], w["comparator"], w["due"],
               "" if w["set_on"] == "-" else documents[source], source, w["evidence"], quote, "", w)

    # tasks and threads
    task_words = words("tasks", "id")
    for row in facts["tasks"]:
        w = task_words.pop(row["id"], {})
        quote, limit = row["quote_vi"], row["deadline_text"]
        corpus.setdefault(row["source_id"], set()).add(quote)
        leads = row["assigned_unit_ids"].split(";")
        evidence = w.get("evidence", "")
        if not evidence and limit and limit in quote and len(limit.split()) >= 4:
            evidence = limit
        if not evidence:
            evidence = phrase(quote, anchors(quote, [limit]) if row["deadline"] else (), (),
                              row["title_vi"] + " " + row["product"])

        def join(column, last):
            offices = list(dict.fromkeys(filter(None, (units[u][column] for u in leads))))
            offices[1:] = [o[0].lower() + o[1:] for o in offices[1:]]
            return (", ".join(offices[:-1]) + f" {last} " if offices[1:] else "") + "".join(offices[-1:])

        programme, programme_en = term("programme", row["programme"])
        product = w.get("product") or row["product"]
        if bool(product) != bool(w.get("product@en")):
            problems.append(f"viet_nam_words/tasks.csv: {row['id']} product in one language only")
        note, note_en = note_of(row["note"])
        quotes["tasks", row["id"]] = quote
        task = {
            "id": row["id"], "title": w.get("title") or row["title_vi"],
            "title@en": w.get("title@en") or row["title_en"], "lead": row["assigned_unit_ids"],
            "coordinating": row["coordinating_unit_ids"], "office": join("office", "và"),
            "office@en": join("office@en", "and"), "assigned_on": documents[row["source_id"]],
            "deadline": row["deadline"], "product": product, "product@en": w.get("product@en", ""),
            "programme": programme, "programme@en": programme_en, "thread": row["thread"],
            "indicators": row["indicator_ids"], "specificity": row["specificity"],
            "source": row["source_id"], "evidence": evidence, "paragraph": row["paragraph"],
            "note": note, "note@en": note_en}
        for clear in (c for c in COLUMNS["tasks"] if c.startswith("clear_")):
            task[clear] = {"yes": "true", "no": "false"}[row[clear]]
        tables["tasks"].append(task)
        for column in ("title", "title@en"):
            if len(task[column]) > 90:
                problems.append(f"tasks {row['id']}: {column} has {len(task[column])} characters")
    problems.extend(f"viet_nam_words/tasks.csv: unknown {k}" for k in task_words)
    for thread in sorted({t["thread"] for t in tables["tasks"]} - {""}):
        name, name_en = term("thread", thread)
        tables["threads"].append({"id": thread, "name": name, "name@en": name_en})

    # events
    event_words = words("events", "id")
    for row in facts["events"]:
        w = event_words.pop(row["id"], {})
        quote, shown = row["quote_vi"], row["date_text"]
        corpus.setdefault(row["source_id"], set()).add(quote)
        evidence = w.get("evidence") or phrase(quote, anchors(quote, [shown]), (), row["name_vi"])
        quotes["events", row["id"]] = quote
        tables["events"].append({
            "id": row["id"], "date": row["date"], "date_precision": row["date_precision"],
            "title": row["name_vi"], "title@en": row["name_en"], "kind": row["kind"],
            "status": row["status_as_stated"], "units": row["unit_ids"], "source": row["source_id"],
            "evidence": evidence, "paragraph": row["paragraph"]})
    for eid, w in event_words.items():
        quotes["events", eid] = next((q for q in corpus.get(w["source"], ()) if w["evidence"] in q), "")
        tables["events"].append({c: w.get(c, "") for c in COLUMNS["events"]} | {"id": eid})
    tables["events"].sort(key=lambda e: (e["date"] == "", e["date"], e["id"]))

    # what later documents say of a task
    tables["task_reports"] = read(WORDS / "reports.csv")
    for r in tables["task_reports"]:
        said = sorted(corpus.get(r["source"], ())) + ([readme] if r["source"] in readme else [])
        quotes["task_reports", (r["task"], r["date"], r["state"])] = next(
            (q for q in said if r["evidence"] in q), "")
    task_rank = {t["id"]: n for n, t in enumerate(tables["tasks"])}
    tables["task_reports"].sort(key=lambda r: (task_rank.get(r["task"], -1), r["date"], r["state"]))

    unused = set(notes) - used_notes
    problems.extend(f"viet_nam_words/notes.csv: not used: {k}" for k in sorted(unused))
    check(tables, quotes)
    if problems:
        print(f"{len(problems)} problem(s); nothing written", file=sys.stderr)
        for problem in problems[:200]:
            print(" -", problem, file=sys.stderr)
        return 1
    write(tables, args.out, term)
    print(", ".join(f"{table} {len(rows)}" for table, rows in tables.items()))
    return 0


# ---- checks ------------------------------------------------------------------------------------------


def check(tables, quotes):
    ids = {t: {r["id"] for r in rows if "id" in r} for t, rows in tables.items()}
    for table, rows in tables.items():
        seen = set()
        for row in rows:
            key = tuple(row[c] for c in KEYS.get(table, ["id"]))
            key = key[0] if len(key) == 1 else key
            where = f"{table} {key}"
            if key in seen:
                problems.append(f"{where}: twice")
            seen.add(key)
            if set(row) != set(COLUMNS[table]):
                problems.append(f"{where}: columns {set(row) ^ set(COLUMNS[table])}")
                continue
            for column in COLUMNS[table]:
                value, spot = row[column], f"{where}: {column} {row[column]!r}"
                if value != unicodedata.normalize("NFC", value) or "\n" in value:
                    problems.append(f"{spot} is not clean text")
                if not value:
                    if column in REQUIRED[table].split():
                        problems.append(f"{spot} is missing")
                    continue
                if (table, column) in ENUMS and value not in ENUMS[table, column].split():
                    problems.append(f"{spot} is not in the list")
                if (table, column) in DATES | PERIODS:
                    full = value + "-01-01"[len(value) - 4:] if (table, column) in PERIODS else value
                    try:
                        datetime.date.fromisoformat(full)
                    except ValueError:
                        problems.append(f"{spot} is not a date")
                if (table, column) in NUMBERS and not re.fullmatch(r"-?\d+(\.\d+)?", value):
                    problems.append(f"{spot} is not a number")
                if (table, column) in INTEGERS and not value.isdigit():
                    problems.append(f"{spot} is not an integer")
                other = FOREIGN.get(table, {}).get(column)
                if other and value not in ids[other]:
                    problems.append(f"{spot} is not in {other}")
                if (table, column) in LISTS:
                    problems.extend(f"{where}: {column} {v!r} is not in {LISTS[table, column]}"
                                    for v in value.split(";") if v not in ids[LISTS[table, column]])
                if column.endswith("@en") and not row[column[:-3]]:
                    problems.append(f"{spot} has no Vietnamese")
                if column + "@en" in row and not row[column + "@en"]:
                    problems.append(f"{spot} has no English")
                if column in ("short", "short@en") and len(value) > 28:
                    problems.append(f"{spot} is longer than 28")
            if "evidence" in row:
                quote = quotes.get((table, key), "")
                if not row["evidence"] or row["evidence"] not in quote:
                    problems.append(f"{where}: evidence {row['evidence']!r} is not in the quote")
                if len(row["evidence"].split()) > MAX_WORDS:
                    problems.append(f"{where}: evidence has more than {MAX_WORDS} words")

    # the 766 methodology gives back all the published totals
    value = {(o["indicator"], o["unit"], o["period"]): float(o["value"])
             for o in tables["observations"] if o["value"]}
    method = json.loads((METHODOLOGIES / "766.json").read_text(encoding="utf-8"))
    leaves = method["root"]["children"]
    if {l["indicator"]: (l["weight"], l["normalise"]["lower"], l["normalise"]["upper"]) for l in leaves} != {
            i: (p, 0, p) for i, (p, _) in COMPONENTS_766.items()}:
        problems.append("methodology 766: weights and goalposts differ from the points")
    totals = 0
    for unit in (u for u in tables["units"] if u["kind"] == "province" and not u["valid_to"]):
        for period in SNAPSHOTS_766:
            total = value.get(("766-tong-diem", unit["id"], period))
            try:
                score = sum(l["weight"] * 100 * value[l["indicator"], unit["id"], period] /
                            l["normalise"]["upper"] for l in leaves) / sum(l["weight"] for l in leaves)
            except KeyError as gap:
                problems.append(f"766 {unit['id']} {period}: no {gap}")
                continue
            totals += 1
            if total is None or abs(score - total) > 0.02 + 1e-9:
                problems.append(f"766 {unit['id']} {period}: published {total}, components {score:.4f}")
    if totals != 68:
        problems.append(f"766: {totals} totals, not 68")


# ---- writing -----------------------------------------------------------------------------------------


def write(tables, out, term):
    (title, title_en), (text, text_en) = term("package", "title"), term("package", "description")
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "viet-nam", "title": title, "title@en": title_en, "description": text,
        "description@en": text_en, "version": "1.0.0", "created": "2026-11-22T00:00:00Z",
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0",
                      "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "contributors": [{"title": "Tiến Độ", "roles": ["author"]}],
        "sources": [{"title": s["title"]} | ({"path": s["url"]} if s["url"] else {})
                    for s in tables["sources"]],
        "tien-do": {
            "profile": 1, "illustration": False,
            "headline": ["ty-le-ho-so-toan-trinh", "ty-le-phu-song-5g-dan-so", "nhiem-vu-nq57-hoan-thanh",
                         "766-tong-diem"],
            "methodologies": ["766", "nhiem-vu-va-chi-tieu"], "latest_month": "2026-10"},
    }
    write_package(out, package, {table: tables[table] for table in TABLES})


if __name__ == "__main__":
    sys.exit(main())
