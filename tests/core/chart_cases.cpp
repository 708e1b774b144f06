#include "core/chart_cases.h"

#include <limits>
#include <utility>

#include "core/chart_cases_data.h"

namespace tiendo {
namespace {

Bar bar(std::string label, std::optional<double> value, std::string value_label, Ink ink,
        Symbol symbol) {
  std::string words = label + ": " + value_label;
  return {std::move(label), value,          std::move(value_label), ink, symbol,
          std::move(words), "#/vi/nhiem-vu"};
}

BarChart task_states() {
  BarChart chart;
  chart.bars = {bar("Chưa xác nhận", 44, "44", Ink::silence, Symbol::ring),
                bar("Không nêu thời hạn", 78, "78", Ink::line_strong, Symbol::dash),
                bar("Quá hạn", 1, "1", Ink::bad, Symbol::square),
                bar("Xong đúng hạn", 3, "3", Ink::good, Symbol::circle),
                bar("Còn trong hạn", 1, "1", Ink::info, Symbol::half_circle)};
  return chart;
}

BarChart ranking() {
  BarChart chart;
  chart.labels = BarChart::Labels::beside;
  chart.axis_max = 100;
  for (const Province& province : provinces)
    chart.bars.push_back({province.name, province.score, province.label, Ink::series, {},
                          std::string(province.name) + " " + province.label, ""});
  return chart;
}

BarChart changes() {
  BarChart chart = ranking();
  chart.axis_max.reset();
  chart.bars.resize(6);
  const std::pair<double, const char*> values[] = {{8.89, "+8,89"},  {3.49, "+3,49"},
                                                   {0, "0"},         {-1.1, "−1,10"},
                                                   {-1.51, "−1,51"}, {0.02, "+0,02"}};
  for (std::size_t i = 0; i < 6; ++i) {
    chart.bars[i].value = values[i].first;
    chart.bars[i].value_label = values[i].second;
    chart.bars[i].ink = values[i].first < 0 ? Ink::bad : Ink::good;
    chart.bars[i].symbol = values[i].first < 0 ? Symbol::triangle_down : Symbol::triangle_up;
  }
  return chart;
}

BarChart extreme_bars() {
  BarChart chart = task_states();
  chart.bars[0].value = 9e14;
  chart.bars[0].value_label = "900.000.000.000.000";
  chart.bars[1].value = -4e14;
  chart.bars[1].value_label = "−400.000.000.000.000";
  chart.bars[2].value = std::numeric_limits<double>::infinity();
  chart.bars[2].value_label = "không hữu hạn";
  chart.bars[3].value = std::numeric_limits<double>::quiet_NaN();
  chart.bars[3].value_label = "chưa có số liệu";
  chart.bars[4].value = 1e-12;
  return chart;
}

BarChart many_bars(int many) {
  BarChart chart = ranking();
  for (int i = static_cast<int>(chart.bars.size()); i < many; ++i) {
    Bar one = chart.bars[static_cast<std::size_t>(i % 34)];
    one.label += " " + std::to_string(i);
    if (i % 7 == 0) {
      one.value.reset();
      one.value_label = "chưa có số liệu";
    }
    chart.bars.push_back(one);
  }
  return chart;
}

BarChart long_bars(BarChart::Labels labels) {
  BarChart chart = task_states();
  chart.labels = labels;
  chart.bars[0].label = long_name;
  chart.bars[1].label = unbroken_name;
  chart.bars[2].label = "Thành phố Hồ Chí Minh";
  chart.bars[3].value_label = "chưa có số liệu nào được công bố từ tháng 10/2025";
  chart.bars[3].value.reset();
  return chart;
}

LinePoint point(Date at, std::optional<double> value, bool provisional = false) {
  return {at, value, provisional, "Số đo ngày " + iso(at), "#/vi/nguon"};
}

LineChart online_services() {
  LineChart chart;
  chart.from = {2024, 6, 1};
  chart.to = {2026, 12, 31};
  chart.unit = "%";
  chart.series = {{"Cả nước", "39,98 %", Ink::series,
                   {point({2025, 7, 19}, 39.51), point({2025, 10, 28}, 39.98)}, true},
                  {"Các tỉnh", "16,94 %", Ink::series_other,
                   {point({2025, 7, 19}, 15.02), point({2025, 10, 28}, 16.94)}, true}};
  chart.promises = {{{2024, 12, 31}, 80, "80 % vào 31/12/2024", "Hứa lần đầu", "#/vi/nguon"},
                    {{2025, 12, 31}, 80, "lùi sang 31/12/2025", "Hứa lại", "#/vi/nguon"}};
  chart.slip_label = "+12 tháng";
  chart.silent_from = Date{2025, 11, 1};
  chart.silence_label = "không có số liệu nào được công bố";
  return chart;
}

LineChart with_gaps() {
  LineChart chart;
  chart.from = {2021, 1, 1};
  chart.to = {2025, 12, 31};
  chart.unit = "%";
  LineSeries series = {"Chữ ký số cá nhân", "27,4 %", Ink::series, {}, true};
  for (int month = 0; month < 54; ++month) {
    const Month at = add_months({2021, 1}, month);
    const bool missing = (month > 12 && month < 19) || month == 30 || month == 32;
    series.points.push_back(
        point(last_day(at), missing ? std::optional<double>() : 3 + month * 0.45, month > 48));
  }
  chart.series = {series};
  chart.promises = {{{2025, 12, 31}, 50, "Mục tiêu 50 % vào 31/12/2025", "Mục tiêu", ""}};
  chart.trajectory = true;
  chart.trajectory_label = "đường cần đi";
  return chart;
}

LineChart extreme_line() {
  LineChart chart = online_services();
  chart.unit = "hồ sơ mỗi tháng";
  chart.low = 0;
  chart.high = std::numeric_limits<double>::infinity();
  chart.silent_from.reset();
  chart.series[0].points[0].value = -3e11;
  chart.series[0].points[1].value = 7.5e11;
  chart.series[0].value_label = "750.000.000.000";
  chart.series[1].points[0].value = std::numeric_limits<double>::quiet_NaN();
  chart.series[1].points[1].value = 1e300;
  return chart;
}

LineChart many_lines(int many) {
  LineChart chart;
  chart.from = {2015, 1, 1};
  chart.to = {2025, 12, 31};
  chart.unit = "%";
  for (int i = 0; i < many / 10; ++i) {
    LineSeries series = {
        provinces[i % 34].name, "", i == 0 ? Ink::accent : Ink::series_other, {}, true};
    for (int month = 0; month < 130; ++month)
      series.points.push_back(point(first_day(add_months({2015, 1}, month)),
                                    5 + 0.4 * month + (i * 37 % 40) + ((month * (i + 3)) % 11)));
    chart.series.push_back(series);
  }
  return chart;
}

LineChart long_line() {
  LineChart chart = online_services();
  chart.series[0].label =
      "Tỷ lệ hồ sơ thủ tục hành chính giải quyết toàn trình trên môi trường số, cả nước";
  chart.series[1].label = unbroken_name;
  chart.promises[0].label =
      "Hoàn thành 80 % hồ sơ toàn trình theo Nghị quyết 57-NQ/TW trước 31/12/2024";
  chart.promises[1].label =
      "lùi sang 31/12/2025 theo Thông báo 369/TB-VPCP của Văn phòng Chính phủ";
  chart.slip_label = "lùi mười hai tháng so với lời hứa đầu tiên của Chính phủ";
  chart.silence_label =
      "từ đây không cơ quan nào công bố số liệu, kể cả Cổng Dịch vụ công quốc gia";
  return chart;
}

LineChart empty_line() {
  LineChart chart;
  chart.from = {2025, 1, 1};
  chart.to = {2025, 12, 31};
  chart.unit = "%";
  return chart;
}

LineChart restated() {  // three promises of different height, and the promise beyond the axis
  LineChart chart = online_services();
  chart.silent_from.reset();
  chart.promises = {{{2024, 12, 31}, 60, "60 % vào 2024", "a", ""},
                    {{2025, 12, 31}, 80, "80 % vào 2025", "b", ""},
                    {{2030, 12, 31}, 100, "100 % vào 2030", "c", ""}};
  chart.slip_label = "+60 tháng";
  chart.language = Language::en;
  return chart;
}

LineChart promised_to_groups() {  // other values, and of other units
  LineChart chart = online_services();
  chart.other_promises = {{{2024, 12, 31}, 50, "Cả nước 50 % vào 31/12/2024", "d", ""},
                          {{2024, 12, 31}, 70, "Các bộ 70 % vào 31/12/2024", "e", ""},
                          {{2024, 12, 31}, 30, "Các tỉnh 30 % vào 31/12/2024", "f", ""}};
  return chart;
}

LineChart projected() {  // with its interval, which leaves the plot above
  LineChart chart = online_services();
  chart.silent_from.reset();
  chart.trajectory = true;
  chart.trajectory_label = "đường tới mục tiêu";
  const LinePoint& last = chart.series.front().points.back();
  chart.promises.back().due = {2026, 12, 31};
  chart.projection = LineProjection{last.at, {2026, 12, 31}, *last.value, 58.3, 44, 120,
                                    "giữ đà này: 58,3 %", "Giữ đà này: 58,3 % vào 31/12/2026", ""};
  return chart;
}

LineChart projected_of_two() {  // two figures: no interval
  LineChart chart = projected();
  chart.projection->low.reset();
  chart.projection->high.reset();
  return chart;
}

LinePoint valued(Date at, double value, std::string words) {
  LinePoint one = point(at, value);
  one.value_label = std::move(words);
  return one;
}

LineChart two_measures() {  // of three units, the second measure only named in the key
  LineChart chart = online_services();
  chart.trajectory = true;
  chart.trajectory_label = "đường tới mục tiêu";
  const Date first = {2024, 12, 31}, last = {2025, 10, 28}, other = {2025, 7, 31};
  const LinePoint gap = {last, {}, false, "", "", ""};
  chart.series = {
      {"Cả nước", "39,98 %", Ink::series,
       {valued({2024, 6, 30}, 42, "42 %"), {first, {}, false, "", "", ""},
        valued(first, 45.8, "45,8 %"), gap, valued(last, 39.98, "39,98 %")}},
      {"Các bộ, ngành", "54,46 %", Ink::series_other,
       {valued(first, 63.47, "63,47 %"), gap, valued(last, 54.46, "54,46 %")}, true, Symbol::square},
      {"Các tỉnh, thành phố", "16,94 %", Ink::series_third,
       {valued(first, 18.54, "18,54 %"), gap, valued(last, 16.94, "16,94 %")}, true, Symbol::diamond},
      {"", "", Ink::series, {valued(other, 39.51, "39,51 %")}, true, Symbol::circle, true,
       "Tỷ lệ toàn trình"},
      {"", "", Ink::series_third, {valued(other, 15.21, "15,21 %")}, true, Symbol::diamond, true,
       "Tỷ lệ toàn trình"}};
  return chart;
}

Timeline tasks() {
  Timeline chart;
  chart.from = {2024, 7, 1};
  chart.to = {2026, 12, 31};
  chart.now = {2026, 10, 31};
  chart.now_label = "cuối 10/2026";
  chart.signs = {{Symbol::dash, Ink::line_strong, "từ ngày giao", KeySign::Look::line},
                 {Symbol::ring, Ink::accent, "thời hạn đầu tiên"},
                 {Symbol::diamond, Ink::accent, "thời hạn bị dời"},
                 {Symbol::dash, Ink::silence, "quá hạn", KeySign::Look::dashed_line}};
  chart.rows = {
      {"Xây dựng Cơ sở dữ liệu quốc gia về cán bộ", Date{2024, 8, 26}, Date{2024, 12, 31},
       Date{2025, 12, 31}, {}, Ink::bad, Symbol::square, "Quá hạn", "#/vi/nhiem-vu/1"},
      {"Ban hành khung kiến trúc số", Date{2025, 1, 10}, Date{2025, 6, 30}, {}, Date{2025, 6, 20},
       Ink::good, Symbol::circle, "Xong đúng hạn", "#/vi/nhiem-vu/2"},
      {"Trung tâm dữ liệu quốc gia số 1", Date{2025, 2, 1}, Date{2025, 8, 19}, {}, {}, Ink::silence,
       Symbol::ring, "Chưa xác nhận", "#/vi/nhiem-vu/3"},
      {"Sổ sức khỏe điện tử trên VNeID", Date{2024, 9, 1}, Date{2024, 12, 31}, {}, Date{2025, 5, 4},
       Ink::warn, Symbol::triangle_up, "Xong muộn", "#/vi/nhiem-vu/4"},
      {"Rà soát thủ tục hành chính nội bộ", Date{2026, 3, 1}, Date{2026, 12, 15}, {}, {}, Ink::info,
       Symbol::half_circle, "Còn trong hạn", "#/vi/nhiem-vu/5"},
      {"Thủ tục không phụ thuộc địa giới", Date{2025, 5, 1}, {}, {}, {}, Ink::silence, Symbol::dash,
       "Không nêu thời hạn", ""},
  };
  return chart;
}

Timeline many_tasks(int many) {
  Timeline chart = tasks();
  for (int i = 6; i < many; ++i) {
    TimelineRow row = chart.rows[static_cast<std::size_t>(i % 6)];
    row.label = "Nhiệm vụ số " + std::to_string(i) + ": " + row.label;
    chart.rows.push_back(row);
  }
  return chart;
}

Timeline long_tasks() {
  Timeline chart = tasks();
  chart.rows[0].label = long_name;
  chart.rows[1].label = unbroken_name;
  chart.now_label = std::string("bây giờ, ") + long_name;
  return chart;
}

Timeline extreme_tasks() {
  Timeline chart = tasks();
  chart.from = {1, 1, 1};
  chart.to = {9999, 12, 31};
  chart.rows[0].moved_to = Date{1990, 1, 1};
  chart.rows[1].done = Date{9999, 12, 31};
  return chart;
}

TileMap tile_map() {
  TileMap map;
  for (const Province& province : provinces)
    map.tiles.push_back({province.short_name, province.label, province.column, province.row,
                         (province.score - 55) / 14,
                         std::string(province.name) + " " + province.label, "#/vi/don-vi"});
  map.islands = {{"Hoàng Sa", 4, 9}, {"Trường Sa", 4, 15}};
  map.low_label = "55,0", map.high_label = "69,0 điểm", map.missing_label = "chưa có số liệu";
  map.breaks = {"57,8", "60,6", "63,4", "66,2"};
  return map;
}

TileMap gappy_map() {
  TileMap map = tile_map();
  for (std::size_t i = 0; i < map.tiles.size(); i += 3) {
    map.tiles[i].share.reset();
    map.tiles[i].value_label = "–";
  }
  return map;
}

TileMap many_tiles(int many) {
  TileMap map;
  for (int i = 0; i < many; ++i)
    map.tiles.push_back({provinces[i % 34].short_name, provinces[i % 34].label, i % 20, i / 20,
                         (i % 10) / 9.0, provinces[i % 34].name, ""});
  return map;
}

TileMap extreme_map() {
  TileMap map = tile_map();
  map.tiles[0].share = std::numeric_limits<double>::quiet_NaN();
  map.tiles[1].share = 1e300;
  map.tiles[2].share = -1e300;
  map.tiles[3].column = 4, map.tiles[3].row = 0;  // claims a cell that another has
  map.tiles[4].value_label = "900.000.000.000";
  return map;
}

TileMap long_map() {
  TileMap map = tile_map();
  for (Tile& tile : map.tiles) tile.label = "Thành phố " + tile.label;
  map.tiles[0].label = unbroken_name;
  return map;
}

Sparkline sparkline(std::vector<std::optional<double>> values) {
  return {std::move(values), Ink::series, "Điểm qua các tháng", ""};
}

template <class One>
One only_first(One chart) {
  if constexpr (std::is_same_v<One, BarChart>) chart.bars.resize(1);
  if constexpr (std::is_same_v<One, Timeline>) chart.rows.resize(1);
  if constexpr (std::is_same_v<One, TileMap>) chart.tiles.resize(1), chart.islands.clear();
  if constexpr (std::is_same_v<One, LineChart>) {
    chart.series.resize(1);
    chart.series[0].points.resize(1);
    chart.promises.resize(1);
  }
  return chart;
}

Timeline no_tasks() {
  Timeline chart = tasks();
  chart.rows.clear();
  return chart;
}

}  // namespace

std::vector<ChartCase> chart_cases(int many) {
  std::vector<std::optional<double>> values;
  for (int i = 0; i < many; ++i) values.push_back((i * i) % 97);
  using Labels = BarChart::Labels;
  std::vector<ChartCase> cases = {
      {"bar_normal", task_states(), 322},
      {"bar_one_point", only_first(task_states()), 322},
      {"bar_no_data", BarChart{}, 322},
      {"bar_gaps", long_bars(Labels::above), 480},
      {"bar_extreme_values", extreme_bars(), 480},
      {"bar_negative", changes(), 480},
      {"bar_many_categories", many_bars(many), 640},
      {"bar_long_names", long_bars(Labels::above), 320},
      {"bar_long_names_beside", long_bars(Labels::beside), 320},
      {"bar_320", task_states(), 320},
      {"bar_beside_normal", ranking(), 640},
      {"bar_beside_320", ranking(), 320},
      {"line_normal", online_services(), 688},
      {"line_one_point", only_first(online_services()), 640},
      {"line_no_data", empty_line(), 640},
      {"line_no_axis", LineChart{}, 640},
      {"line_gaps", with_gaps(), 640},
      {"line_restated", restated(), 640},
      {"line_other_promises", promised_to_groups(), 688},
      {"line_other_promises_320", promised_to_groups(), 320},
      {"line_projected", projected(), 640},
      {"line_projected_320", projected(), 320},
      {"line_projected_of_two", projected_of_two(), 640},
      {"line_two_measures", two_measures(), 640},
      {"line_two_measures_320", two_measures(), 320},
      {"line_extreme_values", extreme_line(), 640},
      {"line_many_categories", many_lines(many), 900},
      {"line_long_names", long_line(), 640},
      {"line_long_names_320", long_line(), 320},
      {"line_320", online_services(), 320},
      {"sparkline_normal", sparkline({1, 3, 2, 5, 4, 6}), 120},
      {"sparkline_one_point", sparkline({1}), 120},
      {"sparkline_no_data", sparkline({}), 120},
      {"sparkline_gaps", sparkline({1, 3, {}, 5, {}, 4, 6, {}}), 120},
      {"sparkline_extreme_values", sparkline({1e300, -9e14, 9e14, 0}), 120},
      {"sparkline_many_categories", sparkline(values), 120},
      {"timeline_normal", tasks(), 900},
      {"timeline_one_point", only_first(tasks()), 900},
      {"timeline_no_data", no_tasks(), 640},
      {"timeline_extreme_values", extreme_tasks(), 900},
      {"timeline_many_categories", many_tasks(many), 900},
      {"timeline_long_names", long_tasks(), 900},
      {"timeline_long_names_320", long_tasks(), 320},
      {"timeline_320", tasks(), 320},
      {"tile_map_normal", tile_map(), 320},
      {"tile_map_wide", tile_map(), 640},
      {"tile_map_one_point", only_first(tile_map()), 320},
      {"tile_map_no_data", TileMap{}, 320},
      {"tile_map_gaps", gappy_map(), 320},
      {"tile_map_extreme_values", extreme_map(), 320},
      {"tile_map_many_categories", many_tiles(many), 900},
      {"tile_map_long_names", long_map(), 320},
      {"tile_map_300", tile_map(), 300},
  };
  for (ChartCase& one : comparison_cases(many)) cases.push_back(std::move(one));
  return cases;
}

}  // namespace tiendo
