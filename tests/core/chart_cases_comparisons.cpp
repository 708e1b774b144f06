#include <algorithm>
#include <cstdlib>
#include <limits>
#include <utility>

#include "core/chart_cases.h"
#include "core/chart_cases_data.h"

namespace tiendo {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

const char* const databases[] = {
    "Cơ sở dữ liệu quốc gia về dân cư",
    "Cơ sở dữ liệu đất đai",
    "Cơ sở dữ liệu hộ tịch điện tử",
    "Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp",
    "Cơ sở dữ liệu quốc gia về bảo hiểm",
    "Cơ sở dữ liệu về cán bộ, công chức, viên chức",
};

HeatMap readiness() {
  HeatMap map;
  map.columns = {"Đúng", "Đủ", "Sạch", "Sống", "Thống nhất", "Dùng chung"};
  map.low_label = "0 %";
  map.high_label = "100 %";
  map.missing_label = "chưa công bố";
  map.signs = {{Symbol::cross, Ink::bad, "từ chối chia sẻ"},
               {Symbol::dash, Ink::muted, "được miễn, theo Nghị định 278"}};
  for (int i = 0; i < 6; ++i) {
    HeatRow row = {databases[i], "#/vi/du-lieu", {}};
    for (int j = 0; j < 6; ++j) {
      const int value = (i * 31 + j * 17 + 13) % 101;
      HeatCell cell;
      if ((i + 2 * j) % 7 == 3) {
        cell.words = "chưa công bố";
      } else if (j == 5 && i % 2 == 1) {
        cell.symbol = i == 1 ? Symbol::cross : Symbol::dash;
        cell.ink = i == 1 ? Ink::bad : Ink::muted;
        cell.value_label = i == 1 ? "từ chối" : "miễn";
        cell.words = cell.value_label;
      } else {
        cell.share = value / 100.0;
        cell.value_label = std::to_string(value);
        cell.words = std::string(databases[i]) + ": " + cell.value_label + " %";
      }
      row.cells.push_back(cell);
    }
    map.rows.push_back(row);
  }
  return map;
}

HeatMap one_cell() {
  HeatMap map;
  map.columns = {"Đúng"};
  map.rows = {{"Dân cư", "", {{0.7, {}, Ink::muted, "70", "Dân cư: 70 %", ""}}}};
  return map;
}

HeatMap silent_map() {
  HeatMap map = readiness();
  for (std::size_t i = 0; i < map.rows.size(); ++i) {
    map.rows[i].cells.resize(i);
    for (HeatCell& cell : map.rows[i].cells) cell = {{}, {}, Ink::muted, "", "chưa công bố", ""};
  }
  return map;
}

HeatMap extreme_heat() {
  HeatMap map = readiness();
  const double values[] = {not_a_number, infinite, -infinite, 1e300, -1e300, 0};
  for (std::size_t j = 0; j < 6; ++j) {
    map.rows[0].cells[j] = {values[j], {}, Ink::muted, "900.000.000", "ngoài thang", ""};
    map.rows[1].cells[j].value_label = "900.000.000.000.000.000";
  }
  return map;
}

HeatMap many_databases(int many) {
  HeatMap map = readiness();
  for (int i = 6; i < many; ++i) {
    HeatRow row = map.rows[static_cast<std::size_t>(i % 6)];
    row.label += " " + std::to_string(i);
    map.rows.push_back(row);
  }
  return map;
}

HeatMap many_columns(int many) {
  HeatMap map;
  for (int i = 0; i < many; ++i) map.columns.push_back(provinces[i % 34].name);
  for (const char* const name : databases) {
    HeatRow row = {name, "", {}};
    for (int i = 0; i < many; ++i)
      row.cells.push_back({(i * 7 % 11) / 11.0, {}, Ink::muted, "5", provinces[i % 34].name, ""});
    map.rows.push_back(row);
  }
  return map;
}

HeatMap long_heat() {
  HeatMap map = readiness();
  map.rows[0].label = long_name;
  map.rows[1].label = unbroken_name;
  map.columns[1] = "Đầy đủ theo danh mục của Bộ Công an";
  map.columns[2] = unbroken_name;
  map.low_label = std::string("thấp nhất: ") + long_name;
  map.missing_label = std::string("chưa công bố: ") + long_name;
  map.signs[0].label = long_name;
  return map;
}

WaterfallStep step(WaterfallStep::Kind kind, std::string label, std::string detail, double value,
                   std::string value_label) {
  std::string words = label + ": " + value_label;
  return {kind, std::move(label), std::move(detail), value, std::move(value_label), Ink::series,
          std::move(words), "#/vi/nguon"};
}

Waterfall score() {
  using Kind = WaterfallStep::Kind;
  Waterfall chart;
  chart.axis_max = 100;
  chart.steps = {
      step(Kind::part, "Công khai, minh bạch", "15,84 trên 18 điểm", 15.84, "+15,84"),
      step(Kind::part, "Tiến độ giải quyết", "18,83 trên 20 điểm", 18.83, "+18,83"),
      step(Kind::part, "Dịch vụ công trực tuyến", "5,55 trên 12 điểm", 5.55, "+5,55"),
      step(Kind::absent, "Thanh toán trực tuyến", "trọng số 10", 0, "chưa có số liệu, không tính"),
      step(Kind::part, "Mức độ hài lòng", "17,61 trên 18 điểm", 17.61, "+17,61"),
      step(Kind::part, "Số hóa hồ sơ", "7,9 trên 22 điểm", 7.9, "+7,9"),
      step(Kind::part, "Trừ điểm: hồ sơ quá hạn", "1.204 hồ sơ", -2.5, "−2,5"),
      step(Kind::total, "Điểm phục vụ", "tổng của sáu thành phần", 63.23, "63,23"),
  };
  return chart;
}

Waterfall extreme_score() {
  Waterfall chart = score();
  chart.axis_max = infinite;
  chart.steps[0].value = 9e14;
  chart.steps[0].value_label = "900.000.000.000.000";
  chart.steps[1].value = -9.9e14;
  chart.steps[2].value = not_a_number;
  chart.steps[4].value = infinite;
  chart.steps[5].value = 1e-12;
  chart.steps[6].value = 0;
  chart.steps[7].value = -9e13;
  return chart;
}

Waterfall silent_score() {
  Waterfall chart = score();
  for (WaterfallStep& one : chart.steps) {
    one.kind = WaterfallStep::Kind::absent;
    one.value_label = "chưa có số liệu";
  }
  return chart;
}

Waterfall many_steps(int many) {
  Waterfall chart = score();
  chart.axis_max.reset();
  chart.steps.clear();
  for (int i = 0; i < many; ++i) {
    WaterfallStep one = score().steps[static_cast<std::size_t>(i % 7)];
    one.label += " " + std::to_string(i);
    chart.steps.push_back(one);
  }
  return chart;
}

Waterfall long_score() {
  Waterfall chart = score();
  chart.steps[0].label = long_name;
  chart.steps[0].detail = std::string("theo ") + long_name;
  chart.steps[1].label = unbroken_name;
  chart.steps[1].value_label = "cộng mười tám phẩy tám mươi ba điểm, chưa được xác nhận";
  chart.steps[3].value_label = std::string("không tính: ") + long_name;
  chart.steps[7].label = std::string("Tổng: ") + long_name;
  return chart;
}

Waterfall first_step() {
  Waterfall chart = score();
  chart.steps.resize(1);
  return chart;
}

StripRow strip_row(const char* label, const char* value_label, double factor) {
  StripRow row = {label, value_label, "#/vi/chi-tieu", {}, 0, 100, "0", "100", 70.0,
                  "mục tiêu 70 %"};
  for (const Province& province : provinces) {
    const double value = (province.score - 50) * factor;
    const bool own = std::string(province.name) == "Gia Lai";
    const std::string label_of = std::string(province.name) + " " + province.label;
    row.dots.push_back({value, own ? Ink::series : Ink::silence, own, label_of, label_of,
                        "#/vi/don-vi"});
  }
  return row;
}

DotStrip peers() {
  DotStrip chart;
  chart.rows = {strip_row("Hồ sơ giải quyết toàn trình", "81,2 %", 5),
                strip_row("Thanh toán trực tuyến", "56,8 %", 3.5),
                strip_row("Mức độ hài lòng", "64,9 điểm", 4)};
  chart.rows[1].target.reset();
  return chart;
}

DotStrip compared() {  // four units among their peers, named in the key
  DotStrip chart = peers();
  chart.signs = {{Symbol::circle, Ink::series, "Huế"},
                 {Symbol::square, Ink::text, "Đà Nẵng"},
                 {Symbol::diamond, Ink::series_third, "Hà Nội"},
                 {Symbol::triangle_up, Ink::series_fourth, "Cần Thơ"}};
  for (StripRow& row : chart.rows) {
    row.target.reset();
    row.value_label.clear();
    for (std::size_t i = 0; i < row.dots.size(); ++i) {
      StripDot& dot = row.dots[i];
      dot.strong = i % 9 == 3;
      dot.ink = dot.strong ? chart.signs[i / 9].ink : Ink::silence;
      dot.symbol = chart.signs[std::min<std::size_t>(i / 9, 3)].symbol;
      dot.label = std::to_string(static_cast<int>(dot.value));
    }
  }
  return chart;
}

DotStrip one_dot() {
  DotStrip chart = peers();
  chart.rows.resize(1);
  chart.rows[0].dots = {{42, Ink::series, true, "Huế 42", "Huế 42", ""}};
  return chart;
}

DotStrip silent_peers() {
  DotStrip chart = peers();
  chart.rows[0].dots.clear();
  chart.rows[0].value_label = "chưa có số liệu";
  chart.rows[1].dots.resize(3);
  chart.rows[2].dots.clear();
  chart.rows[2].target.reset();
  chart.rows[2].low_label = chart.rows[2].high_label = "";
  return chart;
}

DotStrip extreme_peers() {
  DotStrip chart = peers();
  chart.rows[0].dots[0].value = 9e14;
  chart.rows[0].dots[1].value = -9e14;
  chart.rows[0].dots[2].value = not_a_number;
  chart.rows[1].low = infinite;
  chart.rows[1].high = -infinite;
  chart.rows[1].target = infinite;
  for (StripDot& dot : chart.rows[2].dots) dot.value = 50;
  chart.rows[2].target = 50;
  return chart;
}

DotStrip many_peers(int many) {
  DotStrip chart = peers();
  chart.rows.resize(2);
  for (int i = 0; i < many; ++i) {
    StripDot dot = chart.rows[0].dots[static_cast<std::size_t>(i % 34)];
    dot.value += (i * 7 % 13) - 6;
    chart.rows[0].dots.push_back(dot);
    dot.strong = true;
    chart.rows[1].dots.push_back(dot);
  }
  return chart;
}

DotStrip long_peers() {
  DotStrip chart = peers();
  chart.rows[0].label = long_name;
  chart.rows[0].value_label = std::string("81,2 %, ") + long_name;
  chart.rows[1].label = unbroken_name;
  for (StripRow& row : chart.rows) {
    row.dots[22].label = long_name;
    row.target_label = long_name;
    row.low_label = long_name;
    row.high_label = unbroken_name;
  }
  return chart;
}

// Shares that fall off to both sides of `middle`.
std::vector<double> shares_around(int middle, int ranks) {
  std::vector<double> shares;
  for (int rank = 1; rank <= ranks; ++rank) {
    const int far = std::abs(rank - middle);
    shares.push_back(far > 5 ? 0 : 1.0 / ((1 + far) * (1 + far)));
  }
  return shares;
}

RankDistribution rank_spreads(int count) {
  RankDistribution chart;
  chart.ranks = count;
  for (int i = 0; i < count; ++i) {
    const int rank = i + 1, low = std::max(1, rank - 2), high = std::min(count, rank + 3);
    const std::string name = provinces[i % 34].name;
    const std::string spread = "khoảng " + std::to_string(low) + "–" + std::to_string(high);
    chart.rows.push_back({name, spread, rank, static_cast<double>(low),
                          std::min<double>(count, rank + 1), static_cast<double>(high),
                          shares_around(rank, count), name + ": hạng " + std::to_string(rank),
                          "#/vi/don-vi"});
  }
  return chart;
}

RankDistribution silent_spreads() {
  RankDistribution chart = rank_spreads(8);
  for (std::size_t i = 0; i < 4; ++i) chart.rows[i].shares.clear();
  chart.rows[1].rank.reset();
  chart.rows[2].rank.reset();
  chart.rows[2].low = chart.rows[2].median = chart.rows[2].high = not_a_number;
  chart.rows[2].value_label = "chưa đủ số liệu để xếp hạng";
  chart.rows[5].shares.resize(3);
  return chart;
}

RankDistribution extreme_spreads() {
  RankDistribution chart = rank_spreads(6);
  chart.ranks = -3;
  chart.rows[0].high = infinite;
  chart.rows[1].low = -1e300;
  chart.rows[2].shares = {infinite, not_a_number, -5, 1e300, 2};
  chart.rows[3].rank = std::numeric_limits<int>::min();
  chart.rows[4].low = 5, chart.rows[4].high = 2;
  chart.rows[5].median = 900;
  return chart;
}

RankDistribution long_spreads() {
  RankDistribution chart = rank_spreads(4);
  chart.rows[0].label = long_name;
  chart.rows[1].label = unbroken_name;
  chart.rows[1].value_label = long_name;
  chart.rows[2].rank = 3'355;
  return chart;
}

// Scores of the provinces, and the ones that they had before.
SlopeChart before_and_after(int many) {
  SlopeChart chart;
  chart.from_title = "26/9/2026";
  chart.to_title = "10/10/2026";
  for (int i = 0; i < many; ++i) {
    const Province& province = provinces[i % 34];
    const double before = province.score - 3 + (i * 7 % 9);
    const int tenths = static_cast<int>(before * 10);
    SlopeLine line = {province.name, before, province.score,
                      std::to_string(tenths / 10) + "," + std::to_string(tenths % 10),
                      province.label, Ink::silence, false,
                      std::string(province.name) + " từ 26/9 đến 10/10", "#/vi/don-vi"};
    if (i % 34 == 22 && i < 34) line.ink = Ink::series, line.strong = true;
    chart.lines.push_back(line);
  }
  return chart;
}

// Places of the first provinces under two methodologies.
SlopeChart two_methods(int count) {
  SlopeChart chart;
  chart.from_title = "Theo Quyết định 766";
  chart.to_title = "Theo chỉ tiêu và nhiệm vụ";
  chart.ranks = true;
  for (int i = 0; i < count; ++i) {
    const int other = (i * 5) % count;
    SlopeLine line = {provinces[i].name, i + 1.0, other + 1.0, std::to_string(i + 1),
                      std::to_string(other + 1), Ink::silence, false,
                      std::string(provinces[i].name) + ": hạng", "#/vi/don-vi"};
    if (i == 2) line.ink = Ink::good, line.strong = true;
    if (i == 5) line.ink = Ink::bad, line.strong = true;
    chart.lines.push_back(line);
  }
  return chart;
}

SlopeChart gappy_slopes() {
  SlopeChart chart = two_methods(9);
  chart.lines[1].to.reset();
  chart.lines[1].to_label = "";
  chart.lines[2].from.reset();
  chart.lines[4].from.reset();
  chart.lines[4].to.reset();
  return chart;
}

SlopeChart silent_slopes() {
  SlopeChart chart = two_methods(3);
  for (SlopeLine& line : chart.lines) line.from.reset(), line.to.reset();
  return chart;
}

SlopeChart extreme_slopes() {
  SlopeChart chart = before_and_after(8);
  chart.lines[0].from = 9e14;
  chart.lines[0].from_label = "900.000.000.000.000";
  chart.lines[1].to = -9e14;
  chart.lines[2].from = not_a_number;
  chart.lines[3].to = infinite;
  for (SlopeLine& line : chart.lines) line.strong = true;
  return chart;
}

SlopeChart long_slopes() {
  SlopeChart chart = two_methods(6);
  chart.from_title = chart.to_title = long_name;
  chart.lines[0].label = long_name;
  chart.lines[1].label = unbroken_name;
  chart.lines[2].label = long_name;
  chart.lines[3].to_label = long_name;
  return chart;
}

SmallMultiples online_by_province(int count) {
  SmallMultiples chart;
  chart.from = {2025, 1, 1};
  chart.to = {2026, 10, 31};
  chart.unit = "%";
  chart.target = 80;
  chart.target_label = "mục tiêu 80 %";
  for (int i = 0; i < count; ++i) {
    const Province& province = provinces[i % 34];
    SmallMultiple panel = {province.name, std::string(province.label) + " %", {}, Ink::series,
                           std::string(province.name) + " " + province.label, "#/vi/don-vi"};
    for (int month = 0; month < 22; ++month) {
      const bool missing = i % 5 == 2 && month > 7 && month < 12;
      const double value = province.score - 40 + month * (1 + i % 4) + (month * (i + 3)) % 7;
      panel.points.push_back({last_day(add_months({2025, 1}, month)),
                              missing ? std::optional<double>() : value, month > 19, "", ""});
    }
    chart.panels.push_back(panel);
  }
  return chart;
}

SmallMultiples one_panel() {
  SmallMultiples chart = online_by_province(1);
  chart.panels[0].points.resize(1);
  return chart;
}

SmallMultiples silent_panels() {
  SmallMultiples chart = online_by_province(7);
  chart.panels[1].points.clear();
  chart.panels[1].value_label = "chưa có số liệu nào được công bố";
  for (LinePoint& point : chart.panels[3].points) point.value.reset();
  chart.panels[3].value_label = "chưa có số liệu";
  for (std::size_t i = 0; i < 22; ++i)
    if (i % 3 != 0) chart.panels[4].points[i].value.reset();
  return chart;
}

SmallMultiples extreme_panels() {
  SmallMultiples chart = online_by_province(4);
  chart.unit = "hồ sơ mỗi tháng";
  chart.low = infinite;
  chart.target = not_a_number;
  chart.panels[0].points[3].value = 9e14;
  chart.panels[0].value_label = "900.000.000.000.000 hồ sơ";
  chart.panels[1].points[3].value = -9e14;
  chart.panels[2].points[4].value = not_a_number;
  chart.panels[2].points[9].value = 1e300;
  chart.panels[3].points[0].at = {1900, 1, 1};
  return chart;
}

SmallMultiples long_panels() {
  SmallMultiples chart = online_by_province(5);
  chart.unit = long_name;
  chart.target_label = long_name;
  chart.panels[0].label = long_name;
  chart.panels[1].label = unbroken_name;
  chart.panels[2].value_label = long_name;
  chart.panels[3].points.clear();
  chart.panels[3].value_label = long_name;
  return chart;
}

}  // namespace

std::vector<ChartCase> comparison_cases(int many) {
  return {
      {"heat_map_normal", readiness(), 900},
      {"heat_map_one_point", one_cell(), 640},
      {"heat_map_no_data", HeatMap{}, 640},
      {"heat_map_gaps", silent_map(), 640},
      {"heat_map_extreme_values", extreme_heat(), 640},
      {"heat_map_many_categories", many_databases(many), 640},
      {"heat_map_many_columns", many_columns(many), 640},
      {"heat_map_long_names", long_heat(), 640},
      {"heat_map_long_names_320", long_heat(), 320},
      {"heat_map_320", readiness(), 320},
      {"waterfall_normal", score(), 900},
      {"waterfall_one_point", first_step(), 640},
      {"waterfall_no_data", Waterfall{}, 640},
      {"waterfall_gaps", silent_score(), 640},
      {"waterfall_extreme_values", extreme_score(), 640},
      {"waterfall_many_categories", many_steps(many), 640},
      {"waterfall_long_names", long_score(), 640},
      {"waterfall_long_names_320", long_score(), 320},
      {"waterfall_320", score(), 320},
      {"dot_strip_normal", peers(), 900},
      {"dot_strip_one_point", one_dot(), 640},
      {"dot_strip_no_data", DotStrip{}, 640},
      {"dot_strip_gaps", silent_peers(), 640},
      {"dot_strip_extreme_values", extreme_peers(), 640},
      {"dot_strip_many_categories", many_peers(many), 640},
      {"dot_strip_long_names", long_peers(), 640},
      {"dot_strip_long_names_320", long_peers(), 320},
      {"dot_strip_320", peers(), 320},
      {"dot_strip_compared", compared(), 900},
      {"dot_strip_compared_320", compared(), 320},
      {"rank_distribution_normal", rank_spreads(34), 900},
      {"rank_distribution_one_point", rank_spreads(1), 640},
      {"rank_distribution_no_data", RankDistribution{}, 640},
      {"rank_distribution_gaps", silent_spreads(), 640},
      {"rank_distribution_extreme_values", extreme_spreads(), 640},
      {"rank_distribution_many_categories", rank_spreads(many), 640},
      {"rank_distribution_long_names", long_spreads(), 640},
      {"rank_distribution_long_names_320", long_spreads(), 320},
      {"rank_distribution_320", rank_spreads(8), 320},
      {"slope_normal", two_methods(12), 640},
      {"slope_values", before_and_after(34), 640},
      {"slope_one_point", two_methods(1), 640},
      {"slope_no_data", SlopeChart{}, 640},
      {"slope_all_silent", silent_slopes(), 640},
      {"slope_gaps", gappy_slopes(), 640},
      {"slope_extreme_values", extreme_slopes(), 640},
      {"slope_many_categories", before_and_after(many), 900},
      {"slope_long_names", long_slopes(), 640},
      {"slope_long_names_320", long_slopes(), 320},
      {"slope_320", two_methods(12), 320},
      {"small_multiples_normal", online_by_province(34), 900},
      {"small_multiples_one_point", one_panel(), 640},
      {"small_multiples_no_data", SmallMultiples{}, 640},
      {"small_multiples_gaps", silent_panels(), 640},
      {"small_multiples_extreme_values", extreme_panels(), 640},
      {"small_multiples_many_categories", online_by_province(many), 1200},
      {"small_multiples_long_names", long_panels(), 640},
      {"small_multiples_long_names_320", long_panels(), 320},
      {"small_multiples_320", online_by_province(5), 320},
  };
}

}  // namespace tiendo
