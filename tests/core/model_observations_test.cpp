#include "model/observations.h"

#include <gtest/gtest.h>

#include <string>

namespace tiendo {
namespace {

TEST(Observations, GiveBackWhatWasAdded) {
  Observation full;
  full.indicator = {3};
  full.unit = {7};
  full.period = *parse_period("2024-02");  // to the 29th
  full.value = -0.0;
  full.value_max = 2.5;
  full.printed_decimals = 2;
  full.qualifier = Qualifier::provisional;
  full.numerator = 0;
  full.rank = 0;
  full.category = {.vi = "Tốt", .en = "Good"};
  full.published = *parse_period("2024");
  full.evidence = {.source = {5}, .words = "đạt 2,5%", .paragraph = "4"};
  full.note = {.vi = "ghi chú", .en = "note"};
  Observation bare;
  bare.period = *parse_period("2025-07-19");
  const Observations rows({bare, full, bare});
  ASSERT_EQ(rows.size(), 3u);
  const Observation back = rows[1];
  EXPECT_EQ(back.indicator, full.indicator);
  EXPECT_EQ(back.unit, full.unit);
  EXPECT_EQ(back.period, full.period);
  EXPECT_EQ(back.value, full.value);
  EXPECT_EQ(back.value_max, full.value_max);
  EXPECT_EQ(back.printed_decimals, 2);
  EXPECT_EQ(back.qualifier, Qualifier::provisional);
  EXPECT_EQ(back.numerator, full.numerator);
  EXPECT_EQ(back.denominator, std::nullopt);
  EXPECT_EQ(back.rank, 0);
  EXPECT_EQ(back.category.vi, "Tốt");
  EXPECT_EQ(back.category.en, "Good");
  EXPECT_EQ(back.published, full.published);
  EXPECT_EQ(back.evidence.source, SourceId{5});
  EXPECT_EQ(back.evidence.words, "đạt 2,5%");
  EXPECT_EQ(back.evidence.paragraph, "4");
  EXPECT_EQ(back.note.in(Language::en), "note");
  for (const std::size_t row : {0, 2}) {
    EXPECT_EQ(rows[row].period, bare.period);
    EXPECT_EQ(rows[row].value, std::nullopt);
    EXPECT_EQ(rows[row].rank, std::nullopt);
    EXPECT_EQ(rows[row].published, std::nullopt);
    EXPECT_TRUE(rows[row].evidence.words.empty() && rows[row].note.empty());
  }
}

TEST(Texts, KeepAnyLength) {
  Texts texts;
  std::vector<std::pair<Texts::Ref, std::string>> kept;
  for (const std::size_t length : {1, 127, 128, 60000, 10, 65535, 65536, 200000, 3, 16384})
    for (const char c : {'a', 'b'}) {
      const std::string text(length, c);
      kept.emplace_back(texts.keep(text), text);
    }
  for (const auto& [ref, text] : kept) EXPECT_EQ(texts.at(ref), text);
  EXPECT_EQ(texts.keep("lặp lại"), texts.keep("lặp lại"));
  EXPECT_EQ(texts.at(texts.keep("")), "");
}

}  // namespace
}  // namespace tiendo
