// What each of the charts that compare many units promises beside what holds for all charts.
#include <gtest/gtest.h>

#include <algorithm>
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

}  // namespace
}  // namespace tiendo
