#include <gtest/gtest.h>

#include "report/phrases.h"
#include "report/takeaway.h"

namespace tiendo {
namespace {

Table table_of(const char* title) {
  return {.columns = {{.title = title, .lead = true}},
          .rows = {TableRow{.cells = {Cell{.words = {plain("Huế, 1")}}}}}};
}

// A card with a chart and a table, and beside it a card with a table.
Page page_of_three() {
  Page page{.language = Language::en, .heading = "What is on it"};
  Card left{.title = "Điểm của Huế"}, right{.title = "Việc"};
  left.blocks.push_back({Figure{.chart = BarChart{}, .description = "Nothing to see"}});
  left.blocks.push_back({table_of("first")});
  right.blocks.push_back({table_of("second")});
  Row row;
  row.columns.push_back({.blocks = blocks_of(std::move(left))});
  row.columns.push_back({.blocks = blocks_of(std::move(right))});
  page.blocks.push_back({std::move(row)});
  return page;
}

const Card& card_in(const Page& page, std::size_t column) {
  const Row& row = std::get<Row>(page.blocks[0].content);
  return std::get<Card>(row.columns[column].blocks[0].content);
}

TEST(Takeaway, IsOfferedUnderTheCardThatItStandsIn) {
  Page page = page_of_three();
  offer_takeaways(page);
  const Words& left = card_in(page, 0).takeaways;
  ASSERT_EQ(left.size(), 3u);
  EXPECT_EQ(left[0].href, "!take:svg:0");
  EXPECT_EQ(left[2].href, "!take:csv:0");
  const Words& right = card_in(page, 1).takeaways;
  ASSERT_EQ(right.size(), 1u);
  EXPECT_EQ(right[0].href, "!take:csv:1");
}

TEST(Takeaway, OfSeveralInACardSaysWhichOne) {
  Page page = page_of_three();
  Card both{.title = "Hai bảng"};
  both.blocks.push_back({table_of("third")});
  both.blocks.push_back({table_of("fourth")});
  page.blocks.push_back({std::move(both)});
  offer_takeaways(page);
  EXPECT_EQ(card_in(page, 0).takeaways[2].text, "Save the table (CSV)");
  const Words& words = std::get<Card>(page.blocks[1].content).takeaways;
  ASSERT_EQ(words.size(), 3u);
  EXPECT_EQ(words[0].text, "Save table 1 (CSV)");
  EXPECT_EQ(words[2].text, "Save table 2 (CSV)");
  EXPECT_EQ(words[2].href, "!take:csv:3");
}

TEST(Takeaway, IsTheTableOrChartOfTheLinkUnderTheCardsName) {
  const Page page = page_of_three();
  const auto second = takeaway(page, "!take:csv:1", "");
  ASSERT_TRUE(second);
  EXPECT_EQ(second->file_name, "viec.csv");
  EXPECT_EQ(second->content, "second\n\"Huế, 1\"\n");
  const auto chart = takeaway(page, "!take:svg:0", "");
  ASSERT_TRUE(chart);
  EXPECT_EQ(chart->file_name, "diem-cua-hue.svg");
  EXPECT_NE(chart->content.find("<svg"), std::string::npos);
}

TEST(Takeaway, OfInventedFiguresCarriesTheirMark) {
  const Page page = page_of_three();
  EXPECT_NE(takeaway(page, "!take:csv:0", "invented")->content.find("invented"), std::string::npos);
  EXPECT_NE(takeaway(page, "!take:svg:0", "invented")->content.find("invented"), std::string::npos);
}

TEST(Takeaway, OfWhatIsNotThereIsNothing) {
  const Page page = page_of_three();
  for (const char* href : {"!take:csv:2", "!take:svg:1", "!take:csv:", "!take:png:0", "!take:", ""})
    EXPECT_FALSE(takeaway(page, href, "")) << href;
}

}  // namespace
}  // namespace tiendo
