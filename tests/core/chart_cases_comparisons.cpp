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
  chart.start = not_a_number;
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
  };
}

}  // namespace tiendo
