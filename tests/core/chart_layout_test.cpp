// What holds for every chart of chart_cases.h at every width.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/overloaded.h"
#include "chart/labels.h"
#include "chart/marks.h"
#include "chart/text_width.h"
#include "core/chart_cases.h"

namespace tiendo {
namespace {

constexpr float rounding_px = 0.05f;
const float widths[] = {280, 300, 320, 360, 390, 414,  480, 559,
                        560, 600, 640, 768, 900, 1024, 1200, 1376};

struct Drawn {
  std::string name;
  Scene scene;
};

const std::vector<Drawn>& drawings() {
  static const std::vector<Drawn> all = [] {
    std::vector<Drawn> drawn;
    for (const ChartCase& one : chart_cases(400))
      for (const float width : widths)
        drawn.push_back({one.name + " at " + std::to_string(static_cast<int>(width)),
                         layout(one.chart, width)});
    return drawn;
  }();
  return all;
}

std::vector<const TextMark*> texts_of(Scene&&) = delete;  // they would point into what is gone
std::vector<const TextMark*> texts_of(const Scene& scene) {
  std::vector<const TextMark*> texts;
  for (const Mark& mark : scene.marks)
    if (const auto* text = std::get_if<TextMark>(&mark)) texts.push_back(text);
  return texts;
}

bool inside(const Box& box, const Scene& scene) {
  return box.x >= -rounding_px && box.y >= -rounding_px &&
         box.right() <= scene.width + rounding_px && box.bottom() <= scene.height + rounding_px;
}

Box box_of(const Mark& mark) {
  const auto around = [](const std::vector<Point>& points) {
    Box box = {points[0].x, points[0].y, 0, 0};
    for (const Point point : points) {
      const float right = std::max(box.right(), point.x), bottom = std::max(box.bottom(), point.y);
      box.x = std::min(box.x, point.x), box.y = std::min(box.y, point.y);
      box.width = right - box.x, box.height = bottom - box.y;
    }
    return box;
  };
  return std::visit(
      overloaded{[](const RectMark& rect) { return rect.box; },
                 [&](const LineMark& line) { return around(line.points); },
                 [&](const AreaMark& area) { return around(area.points); },
                 [](const SymbolMark& symbol) {
                   return box_around(symbol.centre, symbol.size, symbol.size);
                 },
                 [](const TextMark& text) { return text_box(text); }},
      mark);
}

TEST(Layout, KeepsEveryMarkInTheScene) {
  for (const Drawn& drawn : drawings())
    for (const Mark& mark : drawn.scene.marks) {
      const Box box = box_of(mark);
      if (inside(box, drawn.scene)) continue;
      ADD_FAILURE()
          << drawn.name << ": a mark of kind " << mark.index() << " at " << box.x << " " << box.y
          << " " << box.width << " x " << box.height;
    }
}

TEST(Layout, LetsNoTwoTextsOverlap) {
  for (const Drawn& drawn : drawings()) {
    std::vector<const TextMark*> texts = texts_of(drawn.scene);
    std::sort(texts.begin(), texts.end(), [](const TextMark* a, const TextMark* b) {
      return text_box(*a).y < text_box(*b).y;
    });
    for (std::size_t i = 0; i < texts.size(); ++i) {
      Box box = text_box(*texts[i]);
      box.height -= rounding_px;
      box.width -= rounding_px;
      for (std::size_t j = i + 1; j < texts.size(); ++j) {
        const Box other = text_box(*texts[j]);
        if (other.y >= box.bottom()) break;
        if (overlap(box, other))
          ADD_FAILURE() << drawn.name << ": " << texts[i]->text << " / " << texts[j]->text;
      }
    }
  }
}

TEST(Layout, WritesNothingSmallerThanTwelvePixels) {
  for (const Drawn& drawn : drawings())
    for (const TextMark* text : texts_of(drawn.scene))
      if (text->size < 12) ADD_FAILURE() << drawn.name << ": " << text->text;
}

TEST(Layout, KeepsEverySpotInTheSceneAndLargeEnough) {
  for (const Drawn& drawn : drawings())
    for (const Spot& spot : drawn.scene.spots) {
      const bool large = spot.box.width >= spot_least_px - rounding_px &&
                         spot.box.height >= spot_least_px - rounding_px;
      if (!inside(spot.box, drawn.scene) || !large || spot.words.empty())
        ADD_FAILURE() << drawn.name << ": " << spot.words;
    }
}

TEST(Layout, IsAsWideAsItWasAsked) {
  for (const ChartCase& one : chart_cases(400))
    for (const float width : widths) EXPECT_EQ(layout(one.chart, width).width, width);
}

TEST(Layout, DrawsAtAnyWidthAtAll) {
  const float infinity = std::numeric_limits<float>::infinity();
  for (const ChartCase& one : chart_cases(400))
    for (const float width : {0.0f, -5.0f, 1.0f, 100.0f, infinity, std::nanf("")}) {
      const Scene scene = layout(one.chart, width);
      EXPECT_GT(scene.width, 0) << one.name;
      EXPECT_GT(scene.height, 0) << one.name;
      EXPECT_LT(scene.width, 1e5f) << one.name;
    }
}

const Chart& chart_named(const std::string& name) {
  static const std::vector<ChartCase> cases = chart_cases(400);
  const auto found = std::find_if(cases.begin(), cases.end(),
                                  [&](const ChartCase& one) { return one.name == name; });
  return found->chart;
}

TEST(Layout, GivesEachBarTaskAndTileASpot) {
  EXPECT_EQ(layout(chart_named("bar_many_categories"), 320).spots.size(), 400u);
  EXPECT_EQ(layout(chart_named("timeline_many_categories"), 320).spots.size(), 400u);
  EXPECT_EQ(layout(chart_named("tile_map_normal"), 300).spots.size(), 36u);
  EXPECT_EQ(layout(chart_named("line_normal"), 320).spots.size(), 6u);
}

// Whether the scene says this, on however many lines.
bool shows_text(const Scene& scene, const std::string& part) {
  std::string all;
  for (const TextMark* text : texts_of(scene)) all += text->text + ' ';
  return all.find(part) != std::string::npos;
}

TEST(LineChart, NamesSeriesPromisesSlipAndSilence) {
  for (const float width : {280.0f, 320.0f, 688.0f, 1200.0f}) {
    const Scene scene = layout(chart_named("line_normal"), width);
    for (const char* words : {"Cả nước", "39,98 %", "Các tỉnh", "80 % vào 31/12/2024",
                              "lùi sang 31/12/2025", "+12 tháng", "không có số liệu"})
      EXPECT_TRUE(shows_text(scene, words)) << words << " at " << width;
  }
}

float gap_between(const Box& box, Point point) {
  const float x = std::max({box.x - point.x, point.x - box.right(), 0.0f});
  const float y = std::max({box.y - point.y, point.y - box.bottom(), 0.0f});
  return std::max(x, y);
}

int times_shown(const Scene& scene, const std::string& words) {
  std::string all;
  for (const TextMark* text : texts_of(scene)) all += text->text + ' ';
  int times = 0;
  for (std::size_t at = all.find(words); at != std::string::npos; at = all.find(words, at + 1))
    ++times;
  return times;
}

TEST(LineChart, ShowsAPromiseOfAnotherValueAtItsDayAndJoinsItToNothing) {
  const auto dashed_lines = [](const Scene& scene) {
    return std::count_if(scene.marks.begin(), scene.marks.end(), [](const Mark& mark) {
      const auto* line = std::get_if<LineMark>(&mark);
      return line && line->dashed;
    });
  };
  for (const float width : widths)
    for (const char* words : {"Cả nước 50 %", "Các bộ 70 %", "Các tỉnh 30 %"})
      EXPECT_EQ(times_shown(layout(chart_named("line_other_promises"), width), words), 1)
          << words << " at " << width;
  const Scene scene = layout(chart_named("line_other_promises"), 688);
  const Scene alone = layout(chart_named("line_normal"), 688);
  EXPECT_EQ(dashed_lines(scene), dashed_lines(alone));
  EXPECT_EQ(scene.spots.size(), alone.spots.size() + 3);
}

TEST(LineChart, NamesEverySeriesOnceAtItsMarkOrInTheKey) {
  for (const float width : widths) {
    const Scene scene = layout(chart_named("line_two_measures"), width);
    for (const char* words : {"Cả nước 39,98 %", "Các bộ, ngành 54,46 %",
                              "Các tỉnh, thành phố 16,94 %", "Tỷ lệ toàn trình",
                              "đường tới mục tiêu"})
      EXPECT_EQ(times_shown(scene, words), 1) << words << " at " << width;
  }
}

TEST(LineChart, SaysTheValuesOfFewFigures) {
  const Scene scene = layout(chart_named("line_two_measures"), 900);
  for (const char* words : {"42 %", "45,8 %", "63,47 %", "18,54 %", "39,51 %", "15,21 %"})
    EXPECT_EQ(times_shown(scene, words), 1) << words;
}

TEST(LineChart, KeepsTheNameOfTheWayFromTheFigures) {
  for (const float width : widths) {
    const Scene scene = layout(chart_named("line_two_measures"), width);
    std::vector<Point> figures;
    for (const Mark& mark : scene.marks) {
      const auto* symbol = std::get_if<SymbolMark>(&mark);
      if (symbol != nullptr && symbol->ink != Ink::accent) figures.push_back(symbol->centre);
    }
    for (const TextMark* text : texts_of(scene)) {
      if (text->text.find("đường tới") == std::string::npos) continue;
      for (const Point figure : figures)
        EXPECT_GE(gap_between(text_box(*text), figure), 11) << text->text << " at " << width;
    }
  }
}

LinePoint point(int month, std::optional<double> value, bool provisional = false) {
  return {{2025, month, 15}, value, provisional, "Số đo", ""};
}

TEST(LineChart, JoinsNothingAcrossAGap) {
  LineChart chart;
  chart.from = {2025, 1, 1};
  chart.to = {2025, 12, 31};
  LineSeries series;
  for (int month = 1; month <= 9; ++month)
    series.points.push_back(point(month, month == 5 ? std::nullopt : std::optional(20.0)));
  chart.series = {series};
  const auto lines_of_series = [](const LineChart& one) {
    std::vector<std::size_t> lengths;
    for (const Mark& mark : layout(one, 640).marks)
      if (const auto* line = std::get_if<LineMark>(&mark); line && line->ink == Ink::series)
        lengths.push_back(line->points.size());
    return lengths;
  };
  EXPECT_EQ(lines_of_series(chart), (std::vector<std::size_t>{4, 4}));
  chart.series[0].joined = false;
  EXPECT_TRUE(lines_of_series(chart).empty());
}

TEST(LineChart, PutsTheLastValueAtTheLastMark) {
  LineChart chart;
  chart.from = {2025, 1, 1};
  chart.to = {2025, 12, 31};
  chart.low = 60, chart.high = 63;
  for (const double last : {60.0, 61.0, 62.6})
    for (const float width : {280.0f, 360.0f, 640.0f, 1200.0f}) {
      chart.series = {{"Cả nước", "62,59 điểm (tạm tính)", Ink::series,
                       {point(9, 61), point(10, last)}, true}};
      const Scene scene = layout(chart, width);
      std::vector<Point> marks;
      for (const Mark& mark : scene.marks)
        if (const auto* symbol = std::get_if<SymbolMark>(&mark)) marks.push_back(symbol->centre);
      for (const TextMark* text : texts_of(scene)) {
        if (text->text.find("62,59") == std::string::npos) continue;
        const float gap = gap_between(text_box(*text), marks.back());
        EXPECT_LT(gap, 45) << text->text << " at " << width;
        EXPECT_LE(gap, gap_between(text_box(*text), marks.front())) << text->text << " " << width;
      }
    }
}

TEST(LineChart, HasMarksOfOneSizeBeforeAndAfterAGap) {
  LineChart chart;
  chart.from = {2025, 1, 1};
  chart.to = {2025, 12, 31};
  LineSeries series;
  for (int month = 1; month <= 12; ++month)
    series.points.push_back(point(month, month == 9 ? std::nullopt : std::optional(20.0)));
  chart.series = {series, {"", "", Ink::series_other, {point(11, 40)}}};
  for (const float width : widths) {
    std::vector<float> sizes;
    for (const Mark& mark : layout(chart, width).marks)
      if (const auto* symbol = std::get_if<SymbolMark>(&mark)) sizes.push_back(symbol->size);
    EXPECT_EQ(sizes, std::vector<float>(sizes.size(), sizes.at(0))) << width;
  }
}

TEST(LineChart, DrawsProvisionalValuesHollow) {
  LineChart chart;
  chart.from = {2025, 1, 1};
  chart.to = {2025, 12, 31};
  chart.series = {{"", "", Ink::series, {point(3, 10), point(6, 12, true)}}};
  std::vector<Symbol> symbols;
  for (const Mark& mark : layout(chart, 640).marks)
    if (const auto* symbol = std::get_if<SymbolMark>(&mark)) symbols.push_back(symbol->symbol);
  EXPECT_EQ(symbols, (std::vector<Symbol>{Symbol::circle, Symbol::ring}));
}

TEST(BarChart, DrawsNoBarWhereThereIsNoValue) {
  BarChart chart;
  chart.bars = {{"Huế", {}, "chưa có số liệu", Ink::series, {}, "Huế: chưa có số liệu", ""}};
  for (const auto labels : {BarChart::Labels::above, BarChart::Labels::beside}) {
    chart.labels = labels;
    const Scene scene = layout(chart, 320);
    for (const Mark& mark : scene.marks) EXPECT_FALSE(std::holds_alternative<RectMark>(mark));
    EXPECT_TRUE(shows_text(scene, "chưa có số liệu"));
    EXPECT_EQ(scene.spots.size(), 1u);
  }
}

TEST(TileMap, ShowsEveryNameAndValueOnAPhone) {
  const Scene scene = layout(chart_named("tile_map_normal"), 300);
  for (const TextMark* text : texts_of(scene))
    EXPECT_EQ(text->text.find("…"), std::string::npos) << text->text;
  EXPECT_TRUE(shows_text(scene, "Hoàng") && shows_text(scene, "Trường"));
}

TEST(HeatMap, NamesEveryColumnOnAPhone) {
  HeatMap map;
  map.columns = {"Correct", "Complete", "Clean", "Live", "Consistent", "Shared"};
  map.rows = {{"Land", "", std::vector<HeatCell>(6)}};
  map.low_label = "30.00", map.high_label = "85.25 points";
  map.breaks = {"41.05", "52.10", "63.15", "74.20"};
  const Scene scene = layout(map, 296);
  for (const std::string& column : map.columns) EXPECT_TRUE(shows_text(scene, column)) << column;
  EXPECT_TRUE(shows_text(scene, map.high_label));
}

TEST(TileMap, GivesACellToTheFirstTileThatClaimsIt) {
  TileMap map;
  map.tiles = {{"Huế", "1", 0, 0, 0.5, "a", ""}, {"Hà Nội", "2", 0, 0, 0.5, "b", ""}};
  const Scene scene = layout(map, 320);
  EXPECT_TRUE(shows_text(scene, "Huế"));
  EXPECT_FALSE(shows_text(scene, "Hà Nội"));
}

TEST(Timeline, NamesItsMarksInAKeyAndTheMomentApartFromTheDates) {
  for (const float width : widths) {
    const Scene scene = layout(chart_named("timeline_normal"), width);
    for (const char* words : {"từ ngày giao", "thời hạn đầu tiên", "thời hạn bị dời", "quá hạn"})
      EXPECT_EQ(times_shown(scene, words), 1) << words << " at " << width;
    EXPECT_EQ(times_shown(scene, "cuối 10/2026"), 1) << width;
  }
}

TEST(Timeline, SetsALongNameOnUpToThreeLines) {
  const auto lines_of = [](float width) {
    int lines = 0;
    const Scene scene = layout(chart_named("timeline_long_names"), width);
    for (const TextMark* text : texts_of(scene))
      lines += text->size == label_px ? text->text.size() > 25 : 0;
    return lines;
  };
  EXPECT_GE(lines_of(768), 3);
}

TEST(TileMap, SaysWhereTheShadesOfItsKeyMeet) {
  const Scene scene = layout(chart_named("tile_map_normal"), 320);
  std::vector<float> borders, labels;
  for (const Mark& mark : scene.marks) {
    const auto* rect = std::get_if<RectMark>(&mark);
    if (rect && rect->box.y < 20 && rect->fill >= Ink::seq2 && rect->fill <= Ink::seq5)
      borders.push_back(rect->box.x);
  }
  for (const char* words : {"57,8", "60,6", "63,4", "66,2"})
    for (const TextMark* text : texts_of(scene))
      if (text->text == words && text->at.y < 40) labels.push_back(text->at.x);
  EXPECT_EQ(labels, borders);
  EXPECT_EQ(labels.size(), 4u);
}

}  // namespace
}  // namespace tiendo
