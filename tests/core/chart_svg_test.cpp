#include "chart/svg.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "chart/symbol.h"

namespace tiendo {
namespace {

Scene small_scene() {
  Scene scene;
  scene.width = 100;
  scene.height = 40;
  scene.marks = {
      RectMark{{0, 0, 12.34f, 8}, 2, Ink::series, Ink::none},
      LineMark{{{0, 1}, {10, 2.26f}}, Ink::accent, 2, true},
      TextMark{{5, 20}, "<b> & \"Hà Nội\"\x01", 13, Weight::bold, Ink::text, Align::right}};
  scene.spots = {{{0, 0, 24, 24}, "Lời <hứa>", "#/vi"}};
  return scene;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Svg, EscapesTextAndLeavesControlCharactersOut) {
  const std::string svg = to_svg(small_scene(), "a < b", "c & d", SvgUse::inline_in_page);
  EXPECT_TRUE(contains(svg, "&lt;b&gt; &amp; &quot;Hà Nội&quot;</text>"));
  EXPECT_TRUE(contains(svg, "Lời &lt;hứa&gt;"));
  EXPECT_TRUE(contains(svg, ">a &lt; b</title>"));
  EXPECT_TRUE(contains(svg, ">c &amp; d</desc>"));
}

TEST(Svg, RoundsToATenthOfAPixel) {
  const std::string svg = to_svg(small_scene(), "t", "", SvgUse::inline_in_page);
  EXPECT_TRUE(contains(svg, "width=\"12.3\""));
  EXPECT_TRUE(contains(svg, "points=\"0,1 10,2.3\""));
}

TEST(Svg, NamesItselfToAssistiveTechnology) {
  const std::string svg = to_svg(small_scene(), "Tên", "Lời tả", SvgUse::inline_in_page);
  const std::size_t at = svg.find("aria-labelledby=\"") + 17;
  const std::string ids = svg.substr(at, svg.find('"', at) - at);
  const std::string title_id = ids.substr(0, ids.find(' '));
  EXPECT_TRUE(contains(svg, "role=\"img\""));
  EXPECT_TRUE(contains(svg, "<title id=\"" + title_id + "\">Tên</title>"));
  EXPECT_TRUE(contains(svg, "<desc id=\"" + ids.substr(ids.find(' ') + 1) + "\">Lời tả</desc>"));
}

TEST(Svg, GivesDifferentDrawingsDifferentIds) {
  const std::string one = to_svg(small_scene(), "Một", "", SvgUse::inline_in_page);
  const std::string two = to_svg(small_scene(), "Hai", "", SvgUse::inline_in_page);
  EXPECT_NE(one.substr(one.find("id=\""), 16), two.substr(two.find("id=\""), 16));
}

TEST(Svg, CarriesItsColoursOnlyWhereItStandsAlone) {
  const std::string alone = to_svg(small_scene(), "t", "", SvgUse::stand_alone);
  EXPECT_TRUE(contains(alone, ".ink-text{color:#15202e}"));
  EXPECT_TRUE(contains(alone, "xmlns="));
  EXPECT_FALSE(contains(to_svg(small_scene(), "t", "", SvgUse::inline_in_page), "<style>"));
}

TEST(Svg, WritesNoNumberThatIsNone) {
  Scene scene = small_scene();
  scene.marks = {RectMark{{std::nanf(""), 1e30f, -0.04f, 1}, 0, Ink::bad, Ink::none}};
  const std::string svg = to_svg(scene, "t", "", SvgUse::inline_in_page);
  EXPECT_TRUE(contains(svg, "<rect x=\"0\" y=\"0\" width=\"0\" height=\"1\""));
}

TEST(Svg, HasAClassForEveryInk) {
  std::set<std::string> names;
  for (int i = 0; i <= static_cast<int>(Ink::seq5); ++i)
    names.insert(ink_class(static_cast<Ink>(i)));
  EXPECT_EQ(names.size(), static_cast<std::size_t>(Ink::seq5) + 1);
  names.erase("ink-none");
  for (const std::string& name : names)
    EXPECT_TRUE(contains(ink_style_sheet(Theme::dark), "." + name + "{color:#"));
}

TEST(Symbols, StayInTheirBox) {
  for (int i = 0; i <= static_cast<int>(Symbol::cross); ++i) {
    const SymbolMark mark = {{50, 50}, 10, static_cast<Symbol>(i), Ink::text};
    for (const std::vector<Point>& polygon : symbol_polygons(mark))
      for (const Point point : polygon) {
        EXPECT_LE(std::abs(point.x - 50), 5.2f) << i;
        EXPECT_LE(std::abs(point.y - 50), 5.2f) << i;
      }
  }
}

}  // namespace
}  // namespace tiendo
