#!/usr/bin/env python3
"""Make the illustration `minh-hoa`: invented figures, so that every view can be seen full.

    python3 assets/data/make_minh_hoa.py OUT

34 provinces, 22 ministries and agencies (the names and ids of assets/data/viet-nam/units.csv), 116
databases with six criteria each, 40 indicators over 24 months, 300 tasks with reports and moved
deadlines; with gaps, revisions and late figures on purpose. The same bytes every time: the random
numbers are seeded, and nothing is taken from any publication. Every source, title and note says that
the figures are invented. The output is not committed; the build makes it. Standard library only.
"""
import argparse
import csv
import datetime
import json
import pathlib
import random
import sys

sys.dont_write_bytecode = True
from profile_tables import COLUMNS, write_package  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
MARK, MARK_EN = "Số liệu minh họa, không phải số liệu thật", "Invented figures, for illustration only"
SEED = 34_22_116
FIRST_MONTH, MONTHS = (2024, 11), 24

# id, name, English, short, short English, higher or lower, who: p(rovince), m(inistry), b(oth)
INDICATORS = """
ho-so-truc-tuyen|Tỷ lệ hồ sơ nộp trực tuyến|Share of files submitted online|Hồ sơ trực tuyến|Files online|higher|b
toan-trinh|Tỷ lệ thủ tục toàn trình|Share of procedures end to end|Toàn trình|End to end|higher|b
dung-han|Tỷ lệ hồ sơ giải quyết đúng hạn|Share of files handled on time|Đúng hạn|On time|higher|b
so-hoa|Tỷ lệ số hóa kết quả|Share of results digitised|Số hóa|Digitised|higher|b
tai-su-dung|Tỷ lệ tái sử dụng dữ liệu|Share of data reused|Tái sử dụng|Reused|higher|b
thanh-toan|Tỷ lệ thanh toán trực tuyến|Share of payments online|Thanh toán|Payments online|higher|p
hai-long|Mức độ hài lòng|Satisfaction|Hài lòng|Satisfaction|higher|b
dinh-danh|Tỷ lệ hồ sơ gắn định danh|Share of files tied to an ID|Gắn định danh|Tied to an ID|higher|b
tra-loi|Tỷ lệ phản ánh được trả lời|Share of petitions answered|Trả lời phản ánh|Petitions answered|higher|p
tre-han|Tỷ lệ hồ sơ trễ hạn|Share of files late|Trễ hạn|Late files|lower|b
ky-so|Tỷ lệ văn bản ký số|Share of documents signed digitally|Ký số|Digital signature|higher|m
bao-cao-so|Tỷ lệ báo cáo trên hệ thống|Share of reports in the system|Báo cáo số|Digital reports|higher|m
hop-truc-tuyen|Tỷ lệ cuộc họp trực tuyến|Share of meetings online|Họp trực tuyến|Online meetings|higher|m
ket-noi-lgsp|Tỷ lệ hệ thống kết nối|Share of systems connected|Kết nối|Connected|higher|b
mo-du-lieu|Số bộ dữ liệu mở|Open datasets|Dữ liệu mở|Open datasets|higher|b
an-toan-cap-do|Tỷ lệ hệ thống có cấp độ an toàn|Share of systems with a security level|An toàn|Security level|higher|b
dien-tap|Số cuộc diễn tập an ninh mạng|Cybersecurity exercises|Diễn tập|Exercises|higher|b
can-bo-ky-nang|Tỷ lệ cán bộ có kỹ năng số|Share of officials with digital skills|Kỹ năng số|Digital skills|higher|b
chi-ngan-sach|Tỷ lệ chi cho chuyển đổi số|Share of spending on digital|Chi ngân sách|Spending|higher|b
giai-ngan|Tỷ lệ giải ngân|Disbursement|Giải ngân|Disbursement|higher|b
phu-song-5g|Tỷ lệ dân số được phủ sóng 5G|Share of people covered by 5G|Phủ sóng 5G|5G coverage|higher|p
cap-quang|Tỷ lệ hộ có cáp quang|Share of households with fibre|Cáp quang|Fibre|higher|p
dien-thoai|Tỷ lệ người lớn có điện thoại thông minh|Share of adults with a smartphone|Điện thoại|Smartphones|higher|p
tai-khoan|Tỷ lệ người lớn có tài khoản định danh|Share of adults with an e-ID|Tài khoản|Accounts|higher|p
ho-so-suc-khoe|Tỷ lệ dân số có hồ sơ sức khỏe|Share of people with a health record|Hồ sơ sức khỏe|Health records|higher|p
hoc-ba-so|Tỷ lệ học bạ số|Share of digital school records|Học bạ số|School records|higher|p
dat-dai|Tỷ lệ thửa đất đã số hóa|Share of land plots digitised|Đất đai|Land plots|higher|p
ho-tich|Tỷ lệ hộ tịch đã số hóa|Share of civil records digitised|Hộ tịch|Civil records|higher|p
khong-tien-mat|Tỷ lệ chi trả không tiền mặt|Share of benefits paid without cash|Không tiền mặt|Cashless|higher|p
hoa-don|Tỷ lệ hóa đơn điện tử|Share of electronic invoices|Hóa đơn|E-invoices|higher|p
doanh-nghiep-so|Tỷ trọng kinh tế số|Share of the digital economy|Kinh tế số|Digital economy|higher|p
to-cong-nghe|Tỷ lệ thôn có tổ công nghệ số|Share of villages with a digital team|Tổ công nghệ|Digital teams|higher|p
thoi-gian|Thời gian xử lý trung bình|Mean handling time|Thời gian xử lý|Handling time|lower|b
mot-cua|Tỷ lệ hồ sơ không theo địa giới|Share of files taken anywhere|Phi địa giới|Taken anywhere|higher|p
"""
QUANTITIES = {"mo-du-lieu": ("bộ", "datasets", 400), "dien-tap": ("cuộc", "exercises", 12),
              "thoi-gian": ("ngày", "days", 20)}
CRITERIA = [("dung", "Đúng", "Correct"), ("du", "Đủ", "Complete"), ("sach", "Sạch", "Clean"),
            ("song", "Sống", "Living"), ("thong-nhat", "Thống nhất", "Uniform"),
            ("dung-chung", "Dùng chung", "Shared")]
REASONS = [("Chưa theo từ điển dữ liệu chung (minh họa)", "Not yet in the common data dictionary (illustration)"),
           ("Chưa kết nối nền tảng chia sẻ (minh họa)", "Not yet on the sharing platform (illustration)"),
           ("Đang làm sạch dữ liệu (minh họa)", "The data are being cleaned (illustration)")]
SUBJECTS = [("dân cư", "population"), ("đất đai", "land"), ("doanh nghiệp", "businesses"),
            ("hộ tịch", "civil status"), ("bảo hiểm", "insurance"), ("cán bộ", "officials"),
            ("tài sản công", "public assets"), ("giáo dục", "education"), ("y tế", "health"),
            ("xây dựng", "construction"), ("giao thông", "transport"), ("môi trường", "environment"),
            ("văn hóa", "culture"), ("tư pháp", "justice"), ("ngân sách", "the budget")]
ACTIONS = [("Kết nối cơ sở dữ liệu", "Connect the database of"), ("Số hóa hồ sơ", "Digitise the files of"),
           ("Cắt giảm thủ tục", "Cut the procedures of"), ("Ban hành danh mục dữ liệu", "Issue the data list of"),
           ("Nâng cấp hệ thống", "Upgrade the system of"), ("Đào tạo cán bộ", "Train the officials of")]
CLEARS = [column for column in COLUMNS["tasks"] if column.startswith("clear_")]


def month_at(place):
    months = FIRST_MONTH[0] * 12 + FIRST_MONTH[1] - 1 + place
    return f"{months // 12}-{months % 12 + 1:02}"


def last_day(month):
    year, number = map(int, month.split("-"))
    return (datetime.date(year + number // 12, number % 12 + 1, 1) - datetime.timedelta(1))


class Maker:
    def __init__(self):
        self.random = random.Random(SEED)
        self.tables = {table: [] for table in COLUMNS}

    def add(self, table, **row):
        self.tables[table].append({column: "" for column in COLUMNS[table]}
                                  | {name.replace("_en", "@en"): value for name, value in row.items()})

    def make(self):
        self.make_units()
        self.make_sources()
        self.make_indicators()
        self.make_databases()
        for unit in [*self.provinces, *self.ministries]:
            self.make_observations(unit)
        self.make_national_figures()
        self.make_targets()
        self.make_tasks()
        self.make_events()
        return self.tables

    def make_units(self):
        with (HERE / "viet-nam" / "units.csv").open(encoding="utf-8", newline="") as file:
            known = [row for row in csv.DictReader(file) if not row["valid_to"]]
        of_kind = {kind: [row for row in known if row["kind"] in kind.split()]
                   for kind in ("nation", "province", "ministry agency")}
        self.provinces = [row["id"] for row in of_kind["province"]]
        self.ministries = [row["id"] for row in of_kind["ministry agency"]]
        assert (len(self.provinces), len(self.ministries)) == (34, 22)
        for row in [*of_kind["nation"], *of_kind["ministry agency"], *of_kind["province"]]:
            kept = {name: row[name] for name in ("id", "code", "name", "name@en", "kind", "form", "form@en",
                                                 "office", "office@en")}
            parent = "" if row["kind"] == "nation" else "quoc-gia"
            self.add("units", **kept, parent=parent, note=MARK, note_en=MARK_EN)

    def make_sources(self):
        for place in range(MONTHS):
            month = month_at(place)
            self.add("sources", id=f"bao-cao-{month}", title=f"Báo cáo tháng {month} (minh họa)",
                     title_en=f"Report of {month} (illustration)", outlet="Tiến Độ",
                     date=str(last_day(month) + datetime.timedelta(12)), grade="ABC"[place % 3], note=MARK,
                     note_en=MARK_EN)
        for place in range(0, MONTHS, 3):
            month = month_at(place)
            self.add("sources", id=f"ke-hoach-{month}", title=f"Kế hoạch quý từ {month} (minh họa)",
                     title_en=f"Plan for the quarter from {month} (illustration)", outlet="Tiến Độ",
                     number=f"{place + 1}/KH-MH", date=f"{month}-05", grade="A", note=MARK, note_en=MARK_EN)

    def make_indicators(self):
        self.indicators = {}
        for line in INDICATORS.strip().splitlines():
            identifier, name, english, short, short_en, direction, who = line.split("|")
            quantity, quantity_en, most = QUANTITIES.get(identifier, ("%", "%", 100))
            self.indicators[identifier] = (who, direction, most)
            self.add_indicator(identifier, name, english, short, short_en, quantity, quantity_en, direction)
        for identifier, name, english in CRITERIA:
            self.add_indicator(f"csdl-{identifier}", f"Cơ sở dữ liệu: {name.lower()}",
                               f"Database: {english.lower()}", name, english, "%", "%", "higher")

    def add_indicator(self, identifier, name, english, short, short_en, quantity, quantity_en, direction):
        self.add("indicators", id=identifier, name=name, name_en=english, short=short, short_en=short_en,
                 quantity=quantity, quantity_en=quantity_en, direction=direction, programme="Minh họa",
                 programme_en="Illustration", definition=f"{name}. {MARK}.", definition_en=f"{english}. {MARK_EN}.",
                 frequency="monthly", decimals=1, max_age_months=6, note=MARK, note_en=MARK_EN)

    def make_databases(self):
        for place in range(116):
            kind = "national" if place < 12 else "sectoral" if place < 82 else "local"
            owner = self.provinces[place - 82] if kind == "local" else self.ministries[place % 22]
            subject, english = SUBJECTS[place % len(SUBJECTS)]
            unit = f"csdl-{place + 1:03}"
            self.add("units", id=unit, code="", name=f"Cơ sở dữ liệu {subject} {place + 1}",
                     name_en=f"Database of {english} {place + 1}", kind="database", parent="quoc-gia",
                     owner=owner, note=MARK, note_en=MARK_EN)
            exempt = place % 29 == 7
            stated = "" if exempt or place % 13 == 5 else ("true" if self.random.random() < 0.6 else "false")
            refused = stated == "false" and place % 3 != 0
            reason, reason_en = REASONS[place % len(REASONS)] if refused else ("", "")
            self.add("databases", unit=unit, owner=owner, kind=kind, shared=stated,
                     exempt="true" if exempt else "", reason=reason, reason_en=reason_en)
            if place % 17 == 4:
                continue  # nobody has measured it
            for criterion, _, _ in CRITERIA:
                if exempt and criterion == "dung-chung":
                    self.add_exemption(f"csdl-{criterion}", unit)
                    continue
                self.add_series(f"csdl-{criterion}", unit, "higher", 100, step=3)

    def add_exemption(self, indicator, unit):
        """A state secret: a value of its own in every quarter, and no figure."""
        for place in range(0, MONTHS, 3):
            month = month_at(place)
            self.add("observations", indicator=indicator, unit=unit, period=month, qualifier="exact",
                     published=str(last_day(month) + datetime.timedelta(12)), source=f"bao-cao-{month}",
                     evidence=MARK, **{"class": "exempt"})

    def make_observations(self, unit):
        ours = "p" if unit in self.provinces else "m"
        for identifier, (who, direction, most) in self.indicators.items():
            if who in (ours, "b"):
                self.add_series(identifier, unit, direction, most)

    def make_national_figures(self):
        for identifier in ("ho-so-truc-tuyen", "toan-trinh", "dung-han", "phu-song-5g"):
            self.add_series(identifier, "quoc-gia", "higher", 100)

    def add_series(self, indicator, unit, direction, most, step=1):
        """One line over the months: it mostly gets better, is sometimes silent, late or revised."""
        draw = self.random
        level = draw.uniform(0.25, 0.7) if direction == "higher" else draw.uniform(0.15, 0.5)
        pace = draw.uniform(0, 0.018) if direction == "higher" else -draw.uniform(0, 0.01)
        silence = draw.randrange(MONTHS) if draw.random() < 0.12 else MONTHS  # from here on for five months
        for place in range(0, MONTHS, step):
            level = min(0.99, max(0.01, level + pace * step + draw.gauss(0, 0.01)))
            if silence <= place < silence + 5 or draw.random() < 0.02:
                continue
            month = month_at(place)
            late = 75 if draw.random() < 0.04 else 12
            value = round(level * most, 1)
            self.add_figure(indicator, unit, month, value, last_day(month) + datetime.timedelta(late), month)
            if draw.random() < 0.02 and place + 1 < MONTHS:
                revised = round(min(most, max(0, value * draw.uniform(0.9, 1.06))), 1)
                later = month_at(place + 1)
                self.add_figure(indicator, unit, month, revised, last_day(later) + datetime.timedelta(12), later)

    def add_figure(self, indicator, unit, month, value, published, source):
        self.add("observations", indicator=indicator, unit=unit, period=month, value=value, qualifier="exact",
                 published=published, source=f"bao-cao-{source}", evidence=MARK)

    def make_targets(self):
        for unit in [*self.ministries, *self.provinces, "quoc-gia"]:
            for indicator in ("ho-so-truc-tuyen", "toan-trinh", "dung-han"):
                for year, value in ((2025, 70), (2026, 85)):
                    first = "2024-11" if year == 2025 else "2025-11"
                    self.add("targets", id=f"ct-{unit}-{indicator}-{year}", indicator=indicator, unit=unit,
                             value=value + self.random.randrange(0, 10), comparator="ge", due=f"{year}-12-31",
                             set_on=f"{first}-05", source=f"ke-hoach-{first}", evidence=MARK)

    def make_tasks(self):
        for place, (subject, english) in enumerate(SUBJECTS):
            self.add("threads", id=f"chu-de-{place + 1}", name=subject.capitalize(), name_en=english.capitalize())
        units = [*self.ministries, *self.ministries, *self.provinces]
        for place in range(300):
            self.make_task(place, units[place % len(units)])

    def make_task(self, place, lead):
        draw = self.random
        quarter = place % 8 * 3
        assigned = datetime.date.fromisoformat(f"{month_at(quarter)}-05")
        deadline = assigned + datetime.timedelta(draw.randrange(60, 420))
        subject = place % len(SUBJECTS)
        action, action_en = ACTIONS[place // len(SUBJECTS) % len(ACTIONS)]
        identifier = f"nv-{place + 1:03}"
        self.add("tasks", id=identifier, title=f"{action} {SUBJECTS[subject][0]} ({place + 1})",
                 title_en=f"{action_en} {SUBJECTS[subject][1]} ({place + 1})", lead=lead,
                 coordinating=draw.choice(self.ministries) if place % 3 == 0 else "", assigned_on=assigned,
                 deadline="" if place % 20 == 9 else deadline, product="Báo cáo (minh họa)",
                 product_en="Report (illustration)", programme="Minh họa", programme_en="Illustration",
                 thread=f"chu-de-{subject + 1}", specificity="general" if place % 9 == 4 else "specific",
                 indicators="toan-trinh" if place % 10 == 3 else "", source=f"ke-hoach-{month_at(quarter)}",
                 evidence=MARK, note=MARK, note_en=MARK_EN,
                 **{clear: str(draw.random() < 0.8).lower() for clear in CLEARS})
        self.make_reports(identifier, quarter, deadline if place % 20 != 9 else None)

    def make_reports(self, task, quarter, deadline):
        draw = self.random
        end = draw.choice(["done", "done", "done", "silent", "not_done", "cancelled"])
        progress = 0
        for place in range(quarter + 2, MONTHS, 3):
            month = month_at(place)
            due = deadline and last_day(month) >= deadline
            progress = min(95, progress + draw.randrange(10, 35))
            state, moved = "in_progress", ""
            if due or (not deadline and draw.random() < 0.2):
                if end == "silent":
                    return
                if due and draw.random() < 0.3:
                    deadline = deadline + datetime.timedelta(draw.randrange(60, 240))
                    state, moved = "restated", deadline
                else:
                    state = end
            stated = {"done": 100, "cancelled": "", "restated": ""}.get(state, progress)
            self.add("task_reports", task=task, date=month, state=state, progress=stated, new_deadline=moved,
                     source=f"bao-cao-{month}", evidence=MARK, note=MARK, note_en=MARK_EN)
            if state in ("done", "cancelled"):
                return

    def make_events(self):
        for place in range(MONTHS):
            month = month_at(place)
            self.add("events", id=f"hop-{month}", date=f"{month}-20", date_precision="day",
                     title=f"Phiên họp tháng {month} (minh họa)", title_en=f"Meeting of {month} (illustration)",
                     kind="meeting", status="happened", source=f"bao-cao-{month}", evidence=MARK)
            if place == 0:
                self.add("events", id="yeu-cau-ra-soat", date=f"{month}-20", date_precision="day",
                         title="Rà soát hằng tháng (minh họa)", title_en="Monthly review (illustration)",
                         kind="review", status="due", source=f"bao-cao-{month}", evidence=MARK)
            if place % 7 < 5:
                self.add("events", id=f"ra-soat-{month}", date=f"{month}-25", date_precision="day",
                         title=f"Rà soát tháng {month} (minh họa)",
                         title_en=f"Review of {month} (illustration)", kind="review", status="happened",
                         source=f"bao-cao-{month}", evidence=MARK)


def methodology(identifier, name, english, units, leaves):
    return {
        "id": identifier, "version": "1.0.0", "name": {"vi": name, "en": english},
        "description": {"vi": MARK, "en": MARK_EN}, "notes": [{"vi": MARK, "en": MARK_EN}],
        "units": units, "rank_decimals": 2,
        "bands": [{"from": start, "name": {"vi": vi, "en": en}} for start, vi, en in
                  ((80, "Tốt", "Good"), (60, "Khá", "Fair"), (40, "Trung bình", "Average"), (0, "Yếu", "Weak"))],
        "root": {"id": "tong", "name": {"vi": "Tổng", "en": "Total"}, "missing": "reweight", "coverage_min": 0.5,
                 "children": [{"id": leaf, "name": {"vi": vi, "en": en}, "weight": weight, "indicator": leaf,
                               "normalise": {"method": "goalposts", "lower": low, "upper": high}}
                              for leaf, vi, en, weight, low, high in leaves]}}


METHODOLOGIES = [
    methodology("minh-hoa-tinh", "Phục vụ người dân (minh họa)", "Service to citizens (illustration)", ["province"], [
        ("ho-so-truc-tuyen", "Hồ sơ trực tuyến", "Files online", 25, 0, 100),
        ("toan-trinh", "Toàn trình", "End to end", 25, 0, 100),
        ("dung-han", "Đúng hạn", "On time", 20, 0, 100),
        ("so-hoa", "Số hóa", "Digitised", 15, 0, 100),
        ("tre-han", "Trễ hạn", "Late files", 15, 50, 0)]),
    methodology("minh-hoa-du-lieu", "Sáu tiêu chí dữ liệu (minh họa)", "Six criteria of data (illustration)",
                ["database"], [(f"csdl-{key}", vi, en, 1, 0, 100) for key, vi, en in CRITERIA]),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=pathlib.Path, metavar="OUT", help="the folder to write")
    out = parser.parse_args().out
    tables = Maker().make()
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": "minh-hoa",
        "title": "Bộ minh họa: mọi khung nhìn đều có số", "title@en": "The illustration: every view is full",
        "description": f"{MARK}. Mọi con số, nhiệm vụ và văn bản ở đây đều do chương trình tạo ra.",
        "description@en": f"{MARK_EN}. Every figure, task and document in it is made by a program.",
        "version": "1.0.0", "created": "2026-11-25T00:00:00Z", "licenses": [{"name": "CC0-1.0"}],
        "tien-do": {"profile": 1, "illustration": True,
                    "headline": ["ho-so-truc-tuyen", "toan-trinh", "dung-han", "phu-song-5g"],
                    "methodologies": [method["id"] for method in METHODOLOGIES]
                    + ["nhiem-vu-va-chi-tieu", "san-sang", "chia-se"],
                    "latest_month": month_at(MONTHS - 1)}}
    write_package(out, package, tables, {"observations": ["indicator", "unit", "period", "published"]})
    (out / "methodologies").mkdir(exist_ok=True)
    for method in METHODOLOGIES:
        (out / "methodologies" / f"{method['id']}.json").write_text(
            json.dumps(method, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
