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
      visit(address, width, compose(page, frame, width).sheet);
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
      const Sheet sheet = compose(page, frame, width).sheet;
      std::multiset<std::string> links;
      collect_links(sheet.nodes, links);
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

TEST(Typeset, ALastLineThatIsCutSaysSo) {
  Sheet sheet;
  std::vector<Node> nodes;
  set_text(sheet, nodes, "một hai ba bốn năm sáu bảy tám chín mười", {.size = 16, .lines_max = 1}, {0, 0}, 120);
  ASSERT_EQ(sheet.marks.size(), 1u);
  const std::string& text = std::get<TextMark>(sheet.marks[0]).text;
  EXPECT_EQ(text.substr(text.size() - 3), "…");
}

}  // namespace
}  // namespace tiendo
