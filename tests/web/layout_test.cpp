// What a reader sees of any page at any width: no word cut off, none on top of another, everything
// that is pressed large enough, and the mirror saying what the canvas shows.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "chart/text_width.h"
#include "core/shipped.h"
#include "layout/compose.h"
#include "layout/composer.h"
#include "layout/metrics.h"
#include "layout/typeset.h"
#include "report/publication.h"

namespace tiendo {
namespace {

const std::vector<float> widths = {320, 360, 768, 1280, 1920};

// One address of each kind of page, in both languages.
std::vector<std::string> addresses() {
  std::vector<std::string> all;
  for (const char* view : {"tong-quan", "xep-hang", "xep-hang?loai=bo",
                           "xep-hang?trong-so=so-hoa~60", "xep-hang?to-mau=766-ho-so-tiep-nhan",
                           "phuong-phap", "phuong-phap/766", "phuong-phap/nhiem-vu-va-chi-tieu",
                           "don-vi", "don-vi/dong-thap",
                           "don-vi/bo-cong-an", "nhiem-vu", "nhiem-vu/t202408-03", "chi-tieu",
                           "chi-tieu/ty-le-toan-trinh", "chi-tieu/766-tong-diem?don-vi=gia-lai",
                           "nguon", "nguon/src-2025-10-phien-hop-4", "khong-co"})
    for (const char* language : {"#/vi/", "#/en/"}) all.push_back(std::string(language) + view);
  return all;
}

Box box_of(const TextMark& text) {
  const float width = text_width(text.text, text.size, text.weight);
  const float x = text.at.x - (text.align == Align::right    ? width
                               : text.align == Align::centre ? width / 2
                                                             : 0);
  return {x, text.at.y - 0.72f * text.size, width, 0.72f * text.size};  // capital height: what is read
}

bool overlap(const Box& a, const Box& b) {
  return a.x < b.right() - 0.5f && b.x < a.right() - 0.5f && a.y < b.bottom() - 0.5f &&
         b.y < a.bottom() - 0.5f;
}

std::string words_of(const std::vector<Node>& nodes) {
  std::string words;
  for (const Node& node : nodes) words += node.text + " " + words_of(node.children);
  return words;
}

template <class Visit>
void for_each_sheet(Visit visit) {
  for (const std::string& address : addresses()) {
    const Route route = parse_address(address);
    const Page page = make_page(test::shipped(), route);
    const Frame frame = make_frame(test::shipped(), route);
    for (const float width : widths) {
      const ComposedFrame around = compose(frame, width);
      const ComposedPage composed = compose(page, frame, width);
      visit(address, width, composed.sheet);
      for (const LongTable& table : composed.long_tables)
        visit(address + " (rows)", width, compose_rows(table, 0, table.rows()));
      visit(address + " (top)", width, around.top);
      visit(address + " (bottom)", width, around.bottom);
    }
  }
}

TEST(Layout, NoTextLeavesTheSheet) {
  for_each_sheet([](const std::string& address, float width, const Sheet& sheet) {
    for (const Mark& mark : sheet.marks) {
      const auto* text = std::get_if<TextMark>(&mark);
      if (!text) continue;
      const Box box = box_of(*text);
      EXPECT_GE(box.x, -0.5f) << address << " at " << width << ": " << text->text;
      EXPECT_LE(box.right(), width + 0.5f) << address << " at " << width << ": " << text->text;
    }
  });
}

TEST(Layout, NoTextLiesOnAnother) {
  for_each_sheet([](const std::string& address, float width, const Sheet& sheet) {
    std::vector<const TextMark*> texts;
    for (const Mark& mark : sheet.marks)
      if (const auto* text = std::get_if<TextMark>(&mark); text && !text->text.empty()) texts.push_back(text);
    std::sort(texts.begin(), texts.end(),
              [](const TextMark* a, const TextMark* b) { return a->at.y < b->at.y; });
    int found = 0;
    for (std::size_t i = 0; i < texts.size() && found < 3; ++i)
      for (std::size_t k = i + 1; k < texts.size() && texts[k]->at.y - texts[i]->at.y < 48; ++k)
        if (overlap(box_of(*texts[i]), box_of(*texts[k]))) {
          ADD_FAILURE() << address << " at " << width << ": “" << texts[i]->text << "” and “"
                        << texts[k]->text << "”";
          if (++found == 3) break;
        }
  });
}

TEST(Layout, NoTextIsSmallerThan14Pixels) {
  for_each_sheet([](const std::string& address, float width, const Sheet& sheet) {
    for (const Mark& mark : sheet.marks) {
      const auto* text = std::get_if<TextMark>(&mark);
      if (!text) continue;
      EXPECT_GE(text->size, 14) << address << " at " << width << ": " << text->text;
    }
  });
}

TEST(Layout, WhatIsPressedIsAtLeast24PixelsHighAndOnTheSheet) {
  for_each_sheet([](const std::string& address, float width, const Sheet& sheet) {
    for (const Area& area : sheet.areas) {
      if (area.href.empty()) continue;
      EXPECT_GE(area.box.height, 23.5f) << address << " at " << width << ": " << area.href;
      EXPECT_LE(area.box.x, width) << address << " at " << width << ": " << area.href;
    }
  });
}

// Charts choose which marks they have room for; all other links are there at every width.
void collect_links(const std::vector<Node>& nodes, std::multiset<std::string>& links) {
  for (const Node& node : nodes) {
    if (node.tag == "figure") continue;
    const bool is_of_bar = node.href == "!play";  // stands on the page where the bar is too narrow
    if (!node.href.empty() && !is_of_bar) links.insert(node.href);
    collect_links(node.children, links);
  }
}

TEST(Layout, TheMirrorHasEveryLinkAndTheHeadingAtEveryWidth) {
  for (const std::string& address : addresses()) {
    const Route route = parse_address(address);
    const Page page = make_page(test::shipped(), route);
    const Frame frame = make_frame(test::shipped(), route);
    std::multiset<std::string> first;
    for (const float width : widths) {
      const ComposedPage composed = compose(page, frame, width);
      const Sheet& sheet = composed.sheet;
      std::multiset<std::string> links;
      collect_links(sheet.nodes, links);
      for (const LongTable& table : composed.long_tables)
        collect_links(compose_rows(table, 0, table.rows()).nodes, links);
      if (width == widths.front()) first = links;
      EXPECT_EQ(links, first) << address << " at " << width;
      EXPECT_NE(words_of(sheet.nodes).find(page.heading), std::string::npos) << address;
    }
  }
}

TEST(Typeset, BreaksAtSpacesOnlyAndKeepsNoBreakSpaces) {
  Sheet sheet;
  std::vector<Node> nodes;
  const TextStyle style{.size = 16};
  const std::string figure = "39,51\u00a0%";
  const float width = text_width("tỷ lệ", 16, Weight::regular) + 2;
  set_text(sheet, nodes, "tỷ lệ " + figure, style, {0, 0}, width);
  ASSERT_EQ(sheet.marks.size(), 2u);
  EXPECT_EQ(std::get<TextMark>(sheet.marks[0]).text, "tỷ lệ");
  EXPECT_EQ(std::get<TextMark>(sheet.marks[1]).text, figure);
}

TEST(Typeset, HeightIsLinesTimesLeading) {
  const TextStyle style{.size = 20, .leading = 1.5f};
  EXPECT_FLOAT_EQ(measure_words({{.text = "một"}}, style, 500), 30);
  EXPECT_FLOAT_EQ(measure_words({{.text = "một hai"}}, style, 30), 60);
  EXPECT_FLOAT_EQ(measure_words({}, style, 30), 0);
}

TEST(Typeset, ALinkIsAnAreaAndAnElement) {
  Sheet sheet;
  std::vector<Node> nodes;
  set_words(sheet, nodes, {{.text = "xem "}, {.text = "câu gốc", .href = "#/vi/nguon"}}, {}, {0, 0}, 400);
  ASSERT_EQ(sheet.areas.size(), 1u);
  EXPECT_EQ(sheet.areas[0].href, "#/vi/nguon");
  ASSERT_EQ(nodes.size(), 2u);
  EXPECT_EQ(nodes[1].tag, "a");
  EXPECT_GT(nodes[1].box.width, 0);
}

TEST(Typeset, TheRuleOfALinkLiesUnderTheTailsOfItsLetters) {
  for (const float size : {12.0f, 13.0f, 14.0f, 16.0f, 30.0f}) {
    Sheet sheet;
    std::vector<Node> nodes;
    set_words(sheet, nodes, {Span{.text = "gộp một lệ", .href = "#/vi"}}, {.size = size}, {0, 0}, 600);
    const auto* rule = std::get_if<LineMark>(&sheet.marks.at(0));  // painted before the words
    const auto* words = std::get_if<TextMark>(&sheet.marks.at(1));
    ASSERT_TRUE(rule && words);
    EXPECT_GE(rule->points[0].y - words->at.y, std::max(4.0f, 0.25f * size));
    EXPECT_LE(rule->points[0].y, TextStyle{.size = size}.line_height() + 1);
  }
}

TEST(Status, NoWordIsWrittenInAnInkTooPaleForWords) {
  for (const Ink ink : {Ink::silence, Ink::line_strong, Ink::bad}) {
    Sheet sheet;
    set_status(sheet, {Symbol::ring, ink, "Chưa xác nhận"}, {.size = 14}, {0, 0}, 300);
    EXPECT_EQ(std::get<SymbolMark>(sheet.marks.at(0)).ink, ink);
    EXPECT_EQ(std::get<TextMark>(sheet.marks.at(1)).ink, ink == Ink::bad ? ink : Ink::muted);
  }
}

TEST(Typeset, ALastLineThatIsCutSaysSo) {
  Sheet sheet;
  std::vector<Node> nodes;
  set_text(sheet, nodes, "một hai ba bốn năm sáu bảy tám chín mười", {.size = 16, .lines_max = 1}, {0, 0}, 120);
  ASSERT_EQ(sheet.marks.size(), 1u);
  const std::string& text = std::get<TextMark>(sheet.marks[0]).text;
  EXPECT_EQ(text.substr(text.size() - 3), "…");
}

// A table as the list of tasks has it, with rows of one line, of several and with folded details.
Page page_of_rows(std::size_t count) {
  Table table{.caption = "Việc",
              .columns = {{.title = "Việc", .grow = 3, .lead = true},
                          {.title = "Chủ trì", .place = ColumnPlace::detail, .grow = 1},
                          {.title = "Trạng thái", .grow = 1}}};
  for (std::size_t i = 0; i < count; ++i) {
    std::string name = "Việc số " + std::to_string(i);
    for (std::size_t k = 0; k < i % 40; ++k) name += " dài thêm";
    table.rows.push_back({.cells = {{.words = {{.text = name, .href = "#/vi/nhiem-vu/t" +
                                                                      std::to_string(i)}}},
                                    {.words = {{.text = i % 3 == 0 ? "" : "Bộ Y tế"}}},
                                    {.words = {{.text = "chờ 12 ngày"}},
                                     .status = Status{Symbol::ring, Ink::silence, "Chưa xác nhận"}}},
                          .highlighted = i % 50 == 7});
  }
  Page page;
  page.heading = "Việc";
  page.blocks.push_back({std::move(table)});
  page.blocks.push_back({Paragraph{.words = {{.text = "sau bảng"}}}});
  return page;
}

float bottom_of(const Sheet& sheet) {
  float bottom = 0;
  for (const Mark& mark : sheet.marks) bottom = std::max(bottom, bounds(mark).bottom());
  return bottom;
}

TEST(LongTable, StandsExactlyAsHighAsItsRowsWhenTheyAreSet) {
  const Page page = page_of_rows(400);
  for (const float width : widths) {
    const ComposedPage composed = compose(page, {}, width);
    ASSERT_EQ(composed.long_tables.size(), 1u);
    const LongTable& table = composed.long_tables[0];
    ASSERT_EQ(table.rows(), 400u);
    for (std::size_t i = 0; i + 1 < table.rows(); ++i)  // the hairline below a row ends where it does
      EXPECT_NEAR(bottom_of(compose_rows(table, i, i + 1)), table.tops[i + 1], 0.1f)
          << "row " << i << " at " << width;
  }
}

TEST(LongTable, IsTheSamePageAsWithEveryRowSet) {
  const Page few = page_of_rows(LongTable::from_rows), many = page_of_rows(LongTable::from_rows + 1);
  const Sheet whole = compose(few, {}, 768).sheet;
  const ComposedPage composed = compose(many, {}, 768);
  const LongTable& table = composed.long_tables[0];
  const Sheet rows = compose_rows(table, 0, table.rows());
  std::multiset<std::string> links, expected;
  collect_links(rows.nodes, links);
  collect_links(whole.nodes, expected);
  constexpr std::size_t more = LongTable::from_rows;
  expected.insert("#/vi/nhiem-vu/t" + std::to_string(more));
  EXPECT_EQ(links, expected);
  EXPECT_NEAR(composed.sheet.height - (table.tops[more + 1] - table.tops[more]), whole.height, 0.1f);
}

TEST(LongTable, SetsTheRowsInSightAndForgetsTheOthers) {
  const Page page = page_of_rows(5000);
  const ComposedPage composed = compose(page, {}, 1280);
  const LongTable& table = composed.long_tables[0];
  RowsInSight rows;
  for (const float top : {0.0f, 100.0f, 20000.0f, table.tops.back() - 900}) {
    rows.show(composed.long_tables, top, top + 900);
    std::set<std::size_t> set;
    for (const RowsInSight::Chunk& chunk : rows.chunks())
      for (std::size_t i = 0; i < chunk.sheet.nodes.size(); ++i) set.insert(chunk.first + i);
    for (std::size_t i = 0; i < table.rows(); ++i) {
      const bool in_sight = table.tops[i + 1] > top && table.tops[i] < top + 900;
      EXPECT_TRUE(!in_sight || set.count(i) == 1) << "row " << i << " from " << top;
    }
    EXPECT_LE(set.size(), 5 * LongTable::chunk_rows);
  }
}

TEST(LongTable, OfThePageIsNamedInItsMirror) {
  const Page page = page_of_rows(200);
  EXPECT_NE(to_json(compose(page, {}, 360).sheet.nodes).find("\"rows\":0"), std::string::npos);
}

TEST(Typeset, MeasuresWordsAsItSetsThem) {
  const TextStyle style{.size = 16};
  const Words words{{.text = "hồ sơ 39,51"}, {.text = "\u00a0% "}, {.text = "toàn trình"}};
  const Extent extent = extent_of(words, style);
  EXPECT_NEAR(extent.line, text_width("hồ sơ 39,51\u00a0% toàn trình", 16), 0.01f);
  EXPECT_NEAR(extent.word, text_width("39,51\u00a0%", 16), 0.01f);
  EXPECT_EQ(measure_words(words, style, extent.line + 0.1f), style.line_height());
  EXPECT_EQ(measure_words(words, style, extent.line - 2), 2 * style.line_height());
}

}  // namespace
}  // namespace tiendo
