#include "report/html.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace tiendo {
namespace {

Page page_with(Block block) {
  Page page;
  page.title = "tab";
  page.heading = "Finding";
  page.blocks.push_back(std::move(block));
  return page;
}

std::string html_of(Block block) {
  return to_html(page_with(std::move(block)), Frame{}, HtmlUse::page);
}

bool has(const std::string& html, const std::string& part) {
  return html.find(part) != std::string::npos;
}

Block paragraph(Span span) { return {Paragraph{.words = {std::move(span)}}}; }

TEST(Html, EscapesWhateverComesFromADataset) {
  const std::string html = html_of(paragraph({.text = "<script>alert(\"1\") & more</script>"}));
  EXPECT_TRUE(has(html, "&lt;script&gt;alert(&quot;1&quot;) &amp; more&lt;/script&gt;")) << html;
  EXPECT_FALSE(has(html, "<script"));
}

TEST(Html, KeepsAddressesOfTheSiteAsTheyAre) {
  EXPECT_TRUE(has(html_of(paragraph({.text = "x", .href = "#/vi/nguon"})),
                  "<a href=\"#/vi/nguon\">x</a>"));
  EXPECT_TRUE(has(html_of(paragraph({.text = "x", .href = "data/viet-nam/units.csv"})),
                  "<a href=\"data/viet-nam/units.csv\">x</a>"));
}

TEST(Html, TellsOtherSitesNothingAboutTheReader) {
  EXPECT_TRUE(has(html_of(paragraph({.text = "x", .href = "https://chinhphu.vn/"})),
                  "<a href=\"https://chinhphu.vn/\" rel=\"noopener noreferrer\">x</a>"));
}

TEST(Html, MakesNoLinkOfADangerousAddress) {
  for (const char* href : {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x",
                           "//evil.example/", "/etc/passwd", "../x", " javascript:alert(1)"})
    EXPECT_FALSE(has(html_of(paragraph({.text = "x", .href = href})), "<a ")) << href;
}

TEST(Html, HasNoStyleAttributeAndNoScript) {
  Table table{.caption = "c", .columns = {{.title = "A", .lead = true}, {.title = "B"}}};
  table.rows.push_back({.cells = {{.words = {{.text = "a"}}}, {.bar = 0.5}}});
  const std::string html = html_of({std::move(table)});
  EXPECT_FALSE(has(html, "style="));
  EXPECT_FALSE(has(html, "<script"));
  EXPECT_TRUE(has(html, "width=\"50\""));
}

TEST(Html, NestsHeadingsByTheNestingOfCards) {
  Card inner{.title = "inner"};
  Card outer{.title = "outer"};
  outer.blocks.push_back({Heading{"part"}});
  outer.blocks.push_back({std::move(inner)});
  const std::string html = html_of({std::move(outer)});
  EXPECT_TRUE(has(html, "<h1>Finding</h1>"));
  EXPECT_TRUE(has(html, "<h2>outer</h2>"));
  EXPECT_TRUE(has(html, "<h3>part</h3>"));
  EXPECT_TRUE(has(html, "<h4>inner</h4>"));
}

TEST(Html, GivesATableItsCaptionAndItsHeaders) {
  Table table{.caption = "Việc", .columns = {{.title = "Tên", .lead = true},
                                             {.title = "Hạn", .align = Align::right,
                                              .place = ColumnPlace::detail}}};
  table.rows.push_back({.cells = {{.words = {{.text = "a"}}}, {.words = {{.text = "b"}}}}});
  const std::string html = html_of({std::move(table)});
  EXPECT_TRUE(has(html, "<caption>Việc</caption>")) << html;
  EXPECT_TRUE(has(html, "<th scope=\"col\">Tên</th>"));
  EXPECT_TRUE(has(html, "<th scope=\"row\">a</th>"));
  EXPECT_TRUE(has(html, "<td class=\"right detail\" data-label=\"Hạn\">b</td>"));
}

TEST(Html, MarksTheSortedColumn) {
  Table table{.caption = "c", .columns = {{.title = "A", .lead = true, .href = "#/vi",
                                           .ascending = true}}};
  table.rows.push_back({.cells = {{.words = {{.text = "a"}}}}});
  EXPECT_TRUE(has(html_of({std::move(table)}),
                  "<th scope=\"col\" aria-sort=\"ascending\"><a href=\"#/vi\">A</a></th>"));
}

TEST(Html, ShowsAStateByShapeAndWord) {
  Table table{.caption = "c", .columns = {{.title = "A", .lead = true}}};
  table.rows.push_back({.cells = {{.status = Status{Symbol::square, Ink::bad, "Quá hạn"}}}});
  EXPECT_TRUE(has(html_of({std::move(table)}),
                  "<span class=\"status ink-bad\"><span class=\"symbol\" aria-hidden=\"true\">■"
                  "</span> Quá hạn</span>"));
}

TEST(Html, SaysWhichWordsAreVietnamese) {
  Page page = page_with({Quote{.words = "mới đạt 39,51%", .source = {{.text = "Document"}}}});
  page.language = Language::en;
  page.lede = {{.text = "“đẩy nhanh”", .quoted = true}};
  const std::string html = to_html(page, Frame{.language = Language::en}, HtmlUse::page);
  EXPECT_TRUE(has(html, "<article class=\"page\" lang=\"en\">")) << html;
  EXPECT_TRUE(has(html, "<blockquote lang=\"vi\"><p>mới đạt 39,51%</p></blockquote>"));
  EXPECT_TRUE(has(html, "<span lang=\"vi\">“đẩy nhanh”</span>"));
}

TEST(Html, NamesTheChoiceThatIsMade) {
  const Choice choice{.label = "Tháng", .look = ChoiceLook::menu,
                      .options = {{.text = "10/2026", .href = "#/vi", .selected = true},
                                  {.text = "9/2026", .href = "#/vi?thang=2026-09"}}};
  const std::string html = html_of({Choices{.choices = {choice}}});
  EXPECT_TRUE(has(html, "<nav class=\"menu\" aria-label=\"Tháng\">")) << html;
  EXPECT_TRUE(has(html, "<summary>Tháng <b>10/2026</b></summary>"));
  EXPECT_TRUE(has(html, "<a href=\"#/vi\" aria-current=\"true\">10/2026</a>"));
}

TEST(Html, DrawsAFigureWithItsDescription) {
  BarChart chart;
  chart.bars.push_back({.label = "A", .value = 1, .value_label = "1"});
  const std::string html = html_of({Figure{.chart = chart, .title = "T", .description = "D."}});
  EXPECT_TRUE(has(html, "<svg"));
  EXPECT_TRUE(has(html, "<figcaption><b>T</b> D.</figcaption>")) << html;
}

TEST(Html, OfTheHeadlineIsHeadingLedeAndFirstStatsOnly) {
  Page page = page_with({Card{.title = "later"}});
  page.lede = {{.text = "Lede."}};
  page.blocks.insert(page.blocks.begin(), {Stats{.stats = {{.label = "L", .value = "39,98",
                                                            .unit = "%"}}}});
  const Frame frame{.brand = "Tiến Độ", .illustration = "Số liệu minh họa"};
  const std::string html = to_html(page, frame, HtmlUse::headline);
  EXPECT_TRUE(has(html, "<h1>Finding</h1>"));
  EXPECT_TRUE(has(html, "<p class=\"lede\">Lede.</p>"));
  EXPECT_TRUE(has(html, "<b class=\"number\">39,98</b> <span class=\"unit\">%</span>")) << html;
  EXPECT_TRUE(has(html, "Số liệu minh họa"));  // the mark goes wherever the figures go
  EXPECT_FALSE(has(html, "later"));
  EXPECT_FALSE(has(html, "Tiến Độ"));
}

TEST(Html, FramesThePageWithViewsMonthsAndTheOtherLanguage) {
  Frame frame{.brand = "Tiến Độ", .tagline = "T"};
  frame.views = {.label = "Các trang", .look = ChoiceLook::tabs,
                 .options = {{.text = "Tổng quan", .href = "#/vi", .selected = true}}};
  frame.other_language = {.text = "English", .href = "#/en"};
  frame.foot = {{.text = "Dữ liệu"}};
  const std::string html = to_html(page_with({Heading{"h"}}), frame, HtmlUse::page);
  EXPECT_TRUE(has(html, "<p class=\"brand\"><a href=\"#/vi\">Tiến Độ</a></p>")) << html;
  EXPECT_TRUE(has(html, "<a href=\"#/vi\" aria-current=\"page\">Tổng quan</a>"));
  EXPECT_TRUE(has(html, "<a class=\"language\" lang=\"en\" hreflang=\"en\" href=\"#/en\">English"));
  EXPECT_TRUE(has(html, "<footer class=\"foot\">"));
}

// One block of every kind but a chart, whose drawing has goldens of its own.
Page page_of_every_block() {
  Page page = page_with({Stats{.stats = {{.label = "Hồ sơ", .value = "39,98", .unit = "%",
                                          .status = Status{Symbol::square, Ink::bad, "Không đạt"},
                                          .lines = {{{.text = "Mục tiêu 80 %"}}},
                                          .foot = {{.text = "Tính đến 28/10/2025",
                                                    .ink = Ink::muted}},
                                          .href = "#/vi/chi-tieu/x"},
                                         {.label = "Chưa có", .lines = {{{.text = "im lặng"}}}}}}});
  page.lede = {{.text = "Lede "}, {.text = "bold", .weight = Weight::bold}};
  page.blocks.push_back({Choices{.choices = {{.label = "Trạng thái",
                                              .options = {{.text = "Tất cả", .href = "#/vi",
                                                           .selected = true}}}}}});
  page.blocks.push_back({Heading{"Phần"}});
  Card card{.title = "Card", .subtitle = "Subtitle", .foot = {{.text = "Foot"}}};
  card.blocks.push_back({Quote{.words = "phải đạt 90%",
                               .source = {{.text = "Nguồn", .href = "https://chinhphu.vn/"}}}});
  Table table{.caption = "Bảng", .columns = {{.title = "Việc", .grow = 2, .lead = true},
                                             {.title = "Điểm", .align = Align::right},
                                             {.title = "Hạn", .place = ColumnPlace::detail}}};
  table.rows.push_back({.cells = {{.words = {{.text = "a", .href = "#/vi/nhiem-vu/a"}}},
                                  {.words = {{.text = "63"}}, .bar = 0.63},
                                  {.status = Status{Symbol::ring, Ink::silence, "Im lặng"}}},
                        .highlighted = true});
  card.blocks.push_back({std::move(table)});
  Row row;
  row.columns.push_back({.share = 2, .blocks = blocks_of(std::move(card))});
  Terms terms;
  terms.terms.push_back({.name = "Chủ trì", .value = {{.text = "Bộ A"}}});
  row.columns.push_back({.share = 1, .blocks = blocks_of(std::move(terms))});
  page.blocks.push_back({std::move(row)});
  return page;
}

// TIENDO_UPDATE_GOLDEN=1 build/native/tests/report_test --gtest_filter='Html.*' rewrites it.
TEST(Html, OfEveryBlockIsTheReviewedOne) {
  const char* path = "tests/golden/every_block.html";
  const std::string html = to_html(page_of_every_block(), Frame{}, HtmlUse::page);
  if (std::getenv("TIENDO_UPDATE_GOLDEN")) {
    std::ofstream(path, std::ios::binary) << html;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  const std::string golden{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(html, golden);
}

TEST(Html, LeavesOutWhatAPageDoesNotHave) {
  const std::string html = to_html(Page{}, Frame{}, HtmlUse::page);
  for (const char* part : {"<h1>", "<p class=\"lede\">", "<footer", "class=\"illustration\""})
    EXPECT_FALSE(has(html, part)) << part;
}

}  // namespace
}  // namespace tiendo
