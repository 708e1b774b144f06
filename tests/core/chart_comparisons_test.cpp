// What each of the charts that compare many units promises beside what holds for all charts.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "chart/charts.h"
#include "chart/shade.h"

namespace tiendo {
namespace {

template <class One>
std::vector<One> marks_of(const Scene& scene) {
  std::vector<One> found;
  for (const Mark& mark : scene.marks)
    if (const auto* one = std::get_if<One>(&mark)) found.push_back(*one);
  return found;
}

std::vector<RectMark> rects_of(const Scene& scene, Ink fill) {
  std::vector<RectMark> rects;
  for (const RectMark& rect : marks_of<RectMark>(scene))
    if (rect.fill == fill) rects.push_back(rect);
  return rects;
}

bool shows(const Scene& scene, const std::string& part) {
  std::string all;
  for (const TextMark& text : marks_of<TextMark>(scene)) all += text.text + ' ';
  return all.find(part) != std::string::npos;
}

HeatCell cell(std::optional<double> share, const std::string& label) {
  return {share, {}, Ink::muted, label, "ô " + label, ""};
}

TEST(Shade, HasFiveEqualSteps) {
  EXPECT_EQ(shade_of(-1), Ink::seq1);
  EXPECT_EQ(shade_of(0.199), Ink::seq1);
  EXPECT_EQ(shade_of(0.2), Ink::seq2);
  EXPECT_EQ(shade_of(0.5), Ink::seq3);
  EXPECT_EQ(shade_of(0.8), Ink::seq5);
  EXPECT_EQ(shade_of(1), Ink::seq5);
}

TEST(HeatMap, HatchesWhatIsMissingAndShadesAZero) {
  HeatMap map;
  map.columns = {"a", "b", "c"};
  map.rows = {{"hàng", "", {cell(0, "0"), cell({}, "–")}}};  // the third cell is not even there
  const Scene scene = layout(map, 640);
  EXPECT_EQ(rects_of(scene, Ink::seq1).size(), 1u);
  EXPECT_EQ(rects_of(scene, Ink::field).size(), 2u);
  EXPECT_GE(marks_of<LineMark>(scene).size(), 10u);
  EXPECT_EQ(scene.spots.size(), 2u);
}

TEST(HeatMap, WritesAFigureOnlyWhereItFits) {
  HeatMap map;
  map.columns = {"a", "b", "c"};
  map.rows = {{"hàng", "", {cell(0.5, "50"), cell(0.5, "1.000.000.000.000.000"), cell(0, "0")}}};
  const Scene scene = layout(map, 320);
  EXPECT_TRUE(shows(scene, "50"));
  EXPECT_FALSE(shows(scene, "1.000"));
  EXPECT_EQ(scene.spots.size(), 3u);
}

TEST(HeatMap, NamesTheEndsOfItsScaleAndItsSigns) {
  HeatMap map;
  map.columns = {"a"};
  map.rows = {{"hàng", "", {cell(0.5, "50")}}};
  map.low_label = "0 %";
  map.high_label = "100 %";
  map.missing_label = "chưa công bố";
  map.signs = {{Symbol::cross, Ink::bad, "từ chối"}};
  const Scene scene = layout(map, 320);
  for (const char* words : {"0 %", "100 %", "chưa công bố", "từ chối"})
    EXPECT_TRUE(shows(scene, words)) << words;
}

TEST(HeatMap, RepeatsTheTitlesOfALongMap) {
  HeatMap map;
  map.columns = {"Đúng"};
  for (int i = 0; i < 116; ++i) map.rows.push_back({"hàng", "", {cell(0.5, "50")}});
  const std::vector<TextMark> texts = marks_of<TextMark>(layout(map, 640));
  EXPECT_EQ(std::count_if(texts.begin(), texts.end(),
                          [](const TextMark& text) { return text.text == "Đúng"; }),
            6);  // 116 rows, 20 after each
}

WaterfallStep step(WaterfallStep::Kind kind, double value) {
  return {kind, "bước", "", value, "số", Ink::series, "bước", ""};
}

TEST(Waterfall, BeginsEachStepWhereTheLastOneEnded) {
  using Kind = WaterfallStep::Kind;
  Waterfall chart;
  chart.axis_max = 100;
  chart.steps = {step(Kind::part, 40), step(Kind::absent, 0), step(Kind::part, 20),
                 step(Kind::part, -10), step(Kind::total, 50)};
  for (const float width : {320.0f, 900.0f}) {
    const Scene scene = layout(chart, width);
    const std::vector<RectMark> up = rects_of(scene, Ink::series);
    const std::vector<RectMark> down = rects_of(scene, Ink::series_other);
    ASSERT_EQ(up.size(), 3u);  // 0–40, 40–60, 0–50: the absent step has no bar
    ASSERT_EQ(down.size(), 1u);
    EXPECT_NEAR(up[1].box.x, up[0].box.right(), 0.01);
    EXPECT_NEAR(down[0].box.right(), up[1].box.right(), 0.01);  // 60–50
    EXPECT_NEAR(up[2].box.x, up[0].box.x, 0.01);
    EXPECT_NEAR(up[2].box.right(), down[0].box.x, 0.01);
    EXPECT_GT(up[2].box.height, up[0].box.height);
    EXPECT_EQ(scene.spots.size(), 5u);
  }
}

TEST(Waterfall, SaysInWordsThatAStepIsAbsent) {
  Waterfall chart;
  chart.steps = {step(WaterfallStep::Kind::absent, 30)};
  chart.steps[0].value_label = "chưa có số liệu";
  const Scene scene = layout(chart, 640);
  EXPECT_TRUE(shows(scene, "chưa có số liệu"));
  EXPECT_TRUE(rects_of(scene, Ink::series).empty());
}

TEST(DotStrip, MovesDotsApartThatWouldLieOnOneAnother) {
  DotStrip chart;
  StripRow row;
  for (int i = 0; i < 5; ++i) row.dots.push_back({50, Ink::silence, false, "", "một đơn vị", ""});
  row.dots.push_back({50, Ink::series, true, "Huế 50", "Huế 50", ""});
  chart.rows = {row};
  const Scene scene = layout(chart, 640);
  const std::vector<SymbolMark> dots = marks_of<SymbolMark>(scene);
  ASSERT_EQ(dots.size(), 6u);
  for (std::size_t i = 0; i < 5; ++i)
    for (std::size_t j = i + 1; j < 5; ++j) {
      EXPECT_EQ(dots[i].centre.x, dots[j].centre.x);
      EXPECT_GE(std::abs(dots[i].centre.y - dots[j].centre.y), 4);
    }
  EXPECT_EQ(dots.back().ink, Ink::series);  // on top of them
  EXPECT_TRUE(shows(scene, "Huế 50"));
  EXPECT_EQ(scene.spots.size(), 6u);
}

TEST(DotStrip, GrowsItsScaleToWhatIsDrawn) {
  DotStrip chart;
  StripRow row;
  row.low = 0, row.high = 10;
  row.dots = {{-20, Ink::silence, false, "", "a", ""}, {30, Ink::silence, false, "", "b", ""}};
  row.target = 5;
  row.target_label = "mục tiêu 5";
  chart.rows = {row};
  const Scene scene = layout(chart, 640);
  const std::vector<SymbolMark> dots = marks_of<SymbolMark>(scene);
  ASSERT_EQ(dots.size(), 2u);
  for (const LineMark& line : marks_of<LineMark>(scene))  // halfway between −20 and 30
    if (line.ink == Ink::accent) {
      EXPECT_NEAR(line.points[0].x, (dots[0].centre.x + dots[1].centre.x) / 2, 0.01);
    }
  EXPECT_TRUE(shows(scene, "mục tiêu 5"));
}

TEST(DotStrip, HatchesARowWithoutDots) {
  DotStrip chart;
  chart.rows = {StripRow{}};
  EXPECT_EQ(rects_of(layout(chart, 640), Ink::field).size(), 1u);
}

RankDistribution spread(std::optional<int> rank, double low, double median, double high) {
  RankDistribution chart;
  chart.ranks = 10;
  chart.rows = {{"Huế", "khoảng", rank, low, median, high, {}, "Huế", ""}};
  return chart;
}

TEST(RankDistribution, PutsRankOneAtTheLeft) {
  RankDistribution chart = spread(1, 1, 1, 10);
  for (const int rank : {2, 10}) chart.rows.push_back(spread(rank, 1, 1, 10).rows[0]);
  const std::vector<SymbolMark> dots = marks_of<SymbolMark>(layout(chart, 640));
  ASSERT_EQ(dots.size(), 3u);
  const float step = dots[1].centre.x - dots[0].centre.x;
  EXPECT_GT(step, 0);
  EXPECT_NEAR(dots[2].centre.x - dots[0].centre.x, 9 * step, 0.01);
}

TEST(RankDistribution, BarsTheIntervalAroundTheDot) {
  const Scene scene = layout(spread(4, 3, 5, 8), 640);
  const std::vector<RectMark> bars = rects_of(scene, Ink::seq3);
  const std::vector<SymbolMark> dots = marks_of<SymbolMark>(scene);
  ASSERT_EQ(bars.size(), 1u);
  ASSERT_EQ(dots.size(), 1u);
  EXPECT_LT(bars[0].box.x, dots[0].centre.x);
  EXPECT_GT(bars[0].box.right(), dots[0].centre.x);
  EXPECT_TRUE(rects_of(scene, Ink::seq2).empty());  // no runs were given
}

TEST(RankDistribution, DrawsNoDotWithoutARankAndNoBarWithoutAnInterval) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const Scene scene = layout(spread({}, none, none, none), 640);
  EXPECT_TRUE(marks_of<SymbolMark>(scene).empty());
  EXPECT_TRUE(rects_of(scene, Ink::seq3).empty());
  EXPECT_EQ(rects_of(scene, Ink::field).size(), 1u);  // hatched
  EXPECT_EQ(scene.spots.size(), 1u);
}

TEST(RankDistribution, ShowsTheRunsAsHighAsTheirShare) {
  RankDistribution chart = spread(1, 1, 1, 3);
  chart.rows[0].shares = {0.5, 0.25, 0, 0.125};
  const std::vector<RectMark> ridge = rects_of(layout(chart, 640), Ink::seq2);
  ASSERT_EQ(ridge.size(), 3u);
  EXPECT_NEAR(ridge[0].box.height, 2 * ridge[1].box.height, 0.01);
  EXPECT_NEAR(ridge[0].box.height, 4 * ridge[2].box.height, 0.01);
}

SlopeLine slope(const char* label, std::optional<double> from, std::optional<double> to,
                bool strong = false) {
  return {label, from, to, "", "", Ink::silence, strong, label, ""};
}

TEST(SlopeChart, PutsRankOneAtTheTopAndTheGreatestValueToo) {
  SlopeChart chart;
  chart.lines = {slope("a", 1, 2), slope("b", 2, 1)};
  const auto first_line = [&] {
    const std::vector<LineMark> lines = marks_of<LineMark>(layout(chart, 640));
    return lines[2].points;  // after the two axes
  };
  EXPECT_GT(first_line()[0].y, first_line()[1].y);  // from 1 up to 2
  chart.ranks = true;
  EXPECT_LT(first_line()[0].y, first_line()[1].y);  // from the first down to the second
}

TEST(SlopeChart, NamesTheStrongOneWhereQuietOnesCrowd) {
  SlopeChart chart;
  for (int i = 0; i < 50; ++i) chart.lines.push_back(slope("im lặng", 10, 10));
  chart.lines.push_back(slope("Huế", 10, 10, true));
  const std::vector<TextMark> texts = marks_of<TextMark>(layout(chart, 640));
  ASSERT_EQ(texts.size(), 2u);  // an end at each side
  EXPECT_EQ(texts[0].text, "Huế");
  EXPECT_EQ(texts[1].text, "Huế");
}

TEST(SlopeChart, KeepsItsLabelsInTheOrderOfTheirEnds) {
  SlopeChart chart;
  chart.lines = {slope("ba", 10, 10.2, true), slope("hai", 20, 10.1, true),
                 slope("một", 30, 10, true)};
  std::vector<TextMark> right;
  for (const TextMark& text : marks_of<TextMark>(layout(chart, 640)))
    if (text.at.x > 320) right.push_back(text);
  ASSERT_EQ(right.size(), 3u);
  EXPECT_LT(right[0].at.y, right[1].at.y);
  EXPECT_LT(right[1].at.y, right[2].at.y);
}

TEST(SlopeChart, DrawsNoLineToAMissingEnd) {
  SlopeChart chart;
  chart.lines = {slope("a", 1, {})};
  const Scene scene = layout(chart, 640);
  for (const LineMark& line : marks_of<LineMark>(scene))
    if (line.ink == Ink::silence) {
      EXPECT_LT(line.points[1].x - line.points[0].x, 20);
    }
  ASSERT_EQ(marks_of<SymbolMark>(scene).size(), 1u);
  EXPECT_EQ(marks_of<SymbolMark>(scene)[0].symbol, Symbol::ring);
}

SmallMultiples panels(int count) {
  SmallMultiples chart;
  chart.from = {2025, 1, 1};
  chart.to = {2025, 12, 31};
  for (int i = 0; i < count; ++i) {
    SmallMultiple panel = {"đơn vị", "9", {}, Ink::series, "đơn vị", ""};
    for (int month = 1; month <= 9; ++month)
      panel.points.push_back({{2025, month, 15}, 10.0 * i, false, "", ""});
    chart.panels.push_back(panel);
  }
  return chart;
}

std::vector<std::size_t> lengths_of_lines(const Scene& scene, Ink ink) {
  std::vector<std::size_t> lengths;
  for (const LineMark& line : marks_of<LineMark>(scene))
    if (line.ink == ink) lengths.push_back(line.points.size());
  return lengths;
}

TEST(SmallMultiples, JoinsNothingAcrossAGapAndDrawsProvisionalValuesHollow) {
  SmallMultiples chart = panels(1);
  chart.panels[0].points[4].value.reset();
  chart.panels[0].points[8].provisional = true;
  const Scene scene = layout(chart, 640);
  EXPECT_EQ(lengths_of_lines(scene, Ink::series), (std::vector<std::size_t>{4, 4}));
  ASSERT_EQ(marks_of<SymbolMark>(scene).size(), 1u);
  EXPECT_EQ(marks_of<SymbolMark>(scene)[0].symbol, Symbol::ring);
}

TEST(SmallMultiples, HaveOneScaleForAllPanels) {
  const Scene scene = layout(panels(3), 900);  // three columns: values 0, 10 and 20 of 0–100
  const std::vector<SymbolMark> last = marks_of<SymbolMark>(scene);
  ASSERT_EQ(last.size(), 3u);
  EXPECT_GT(last[0].centre.y, last[1].centre.y);
  EXPECT_NEAR(last[0].centre.y - last[1].centre.y, last[1].centre.y - last[2].centre.y, 0.01);
}

TEST(SmallMultiples, NamesTheTargetOnceAndDrawsItInEveryPanel) {
  SmallMultiples chart = panels(5);
  chart.target = 80;
  chart.target_label = "mục tiêu";
  const Scene scene = layout(chart, 640);
  EXPECT_EQ(lengths_of_lines(scene, Ink::accent).size(), 5u);
  const std::vector<TextMark> texts = marks_of<TextMark>(scene);
  EXPECT_EQ(std::count_if(texts.begin(), texts.end(),
                          [](const TextMark& text) { return text.text == "mục tiêu"; }),
            1);
  EXPECT_EQ(scene.spots.size(), 5u);
}

TEST(SmallMultiples, SayThatAPanelHasNoValue) {
  SmallMultiples chart = panels(2);
  chart.panels[1].points.clear();
  chart.panels[1].value_label = "chưa có số liệu";
  const Scene scene = layout(chart, 640);
  EXPECT_TRUE(shows(scene, "chưa có số liệu"));
  EXPECT_EQ(lengths_of_lines(scene, Ink::series).size(), 1u);
  EXPECT_EQ(scene.spots.size(), 2u);
}

TEST(SmallMultiples, LeaveNoPanelAloneInTheLastRow) {
  for (const std::size_t count : {7u, 9u, 13u, 25u, 57u}) {
    const Scene scene = layout(panels(static_cast<int>(count)), 1200);
    const float last = scene.spots.back().box.y;
    EXPECT_GT(std::count_if(scene.spots.begin(), scene.spots.end(),
                            [&](const Spot& spot) { return spot.box.y == last; }),
              1)
        << count;
  }
}

TEST(SmallMultiples, StandTwoBesideOneAnotherOnAPhone) {
  const Scene scene = layout(panels(6), 296);
  EXPECT_EQ(scene.spots[0].box.y, scene.spots[1].box.y);
  EXPECT_LT(scene.spots[0].box.right(), scene.spots[1].box.x);
}

TEST(SmallMultiples, NameTheTargetAtItsLineOrInAnotherPanel) {
  SmallMultiples chart = panels(5);
  chart.target = 95;
  chart.target_label = "mục tiêu";
  for (LinePoint& point : chart.panels[0].points) point.value = 95;  // no room in the first
  const Scene scene = layout(chart, 640);
  const float line = [&] {
    for (const Mark& mark : scene.marks)
      if (const auto* one = std::get_if<LineMark>(&mark); one && one->ink == Ink::accent)
        return one->points[0].y;
    return 0.0f;
  }();
  std::vector<float> heights;
  for (const TextMark& text : marks_of<TextMark>(scene))
    if (text.text == "mục tiêu") heights.push_back(text.at.y);
  ASSERT_EQ(heights.size(), 1u);
  EXPECT_NEAR(heights[0], line + 5, 20);
}

TEST(DotStrip, KnowsSeveralStrongDotsByTheSignsOfItsKey) {
  DotStrip chart;
  chart.signs = {{Symbol::square, Ink::text, "Đà Nẵng"}, {Symbol::diamond, Ink::series, "Huế"}};
  StripRow row;
  row.dots = {{50, Ink::text, true, "50", "Đà Nẵng: 50", "", Symbol::square},
              {50.5, Ink::series, true, "50,5", "Huế: 50,5", "", Symbol::diamond},
              {20, Ink::silence, false, "", "Cà Mau: 20", ""}};
  chart.rows = {row};
  const Scene scene = layout(chart, 320);
  EXPECT_TRUE(shows(scene, "Đà Nẵng"));
  EXPECT_TRUE(shows(scene, "Huế"));
  std::vector<Symbol> symbols;
  for (const SymbolMark& mark : marks_of<SymbolMark>(scene)) symbols.push_back(mark.symbol);
  EXPECT_EQ(symbols, (std::vector<Symbol>{Symbol::square, Symbol::diamond, Symbol::circle,
                                          Symbol::square, Symbol::diamond}));
}

}  // namespace
}  // namespace tiendo
