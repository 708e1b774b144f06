#include "io/field.h"

#include <gtest/gtest.h>

namespace tiendo::io {
namespace {

TEST(Field, ReadsNumbersWithTheDigitsThatWerePrinted) {
  const Field field{.type = FieldType::number};
  struct Case { const char* cell; double value; int decimals; };
  for (const Case& expected : {Case{"39.51", 39.51, 2}, {"80", 80, 0}, {"-0.50", -0.5, 2},
                               {"+7", 7, 0}, {"1e3", 1000, 0}, {"1.25e-3", 0.00125, 5},
                               {".5", 0.5, 1}, {"5.", 5, 0}, {"0.1", 0.1, 1}}) {
    const auto number = read_number(field, expected.cell);
    ASSERT_TRUE(number) << expected.cell;
    EXPECT_EQ(number->value, expected.value) << expected.cell;
    EXPECT_EQ(number->decimals, expected.decimals) << expected.cell;
  }
}

TEST(Field, TakesNothingForANumberThatIsNone) {
  const Field field{.type = FieldType::number};
  for (const char* cell :
       {"",  "39,51", "1 000", "1,000", "nan",   "NaN", "inf", "-INF", "1e999", "12a", "--1",
        "-", ".",     "e5",    "1e",    "1.2.3", " 1",  "1 ",  "0x10", "1-2",   "١"})
    EXPECT_FALSE(read_number(field, cell)) << cell;
}

TEST(Field, FollowsDecimalAndGroupCharacters) {
  const Field field{.type = FieldType::number, .decimal_char = ',', .group_char = '.'};
  EXPECT_EQ(read_number(field, "1.234.567,89")->value, 1234567.89);
  EXPECT_EQ(read_number(field, "39,51")->decimals, 2);
  for (const char* cell : {"1..2", ".5", "5.", "1,2.3", "1,2,3"})
    EXPECT_FALSE(read_number(field, cell)) << cell;
}

TEST(Field, LeavesSignsAroundANumberOutOnlyWhereTheSchemaSaysSo) {
  const Field bare{.type = FieldType::number};
  const Field wrapped{.type = FieldType::number, .bare_number = false};
  EXPECT_FALSE(read_number(bare, "95%"));
  EXPECT_EQ(read_number(wrapped, "95 %")->value, 95);
  EXPECT_EQ(read_number(wrapped, "khoảng -12.5 điểm")->value, -12.5);
  EXPECT_FALSE(read_number(wrapped, "%"));
  EXPECT_EQ(read_integer({.type = FieldType::integer, .bare_number = false}, "34 tỉnh"), 34);
  EXPECT_EQ(read_number(wrapped, "khoảng .5 %")->value, 0.5);
  EXPECT_EQ(read_number(wrapped, "-.5 %")->value, -0.5);
  EXPECT_FALSE(read_number({.type = FieldType::number}, "+-5"));
}

TEST(Field, ReadsWholeNumbers) {
  const Field field{.type = FieldType::integer};
  EXPECT_EQ(read_integer(field, "-12"), -12);
  for (const char* cell : {"1.0", "1e3", "", "12345678901234567890"})
    EXPECT_FALSE(read_integer(field, cell)) << cell;
}

TEST(Field, NeverGuessesADate) {
  const Field iso{.type = FieldType::date};
  const Field vietnamese{.type = FieldType::date, .date_format = "%d/%m/%Y"};
  EXPECT_FALSE(read_date(iso, "04/05/2025"));
  EXPECT_EQ(read_date(iso, "2025-05-04"), (Date{2025, 5, 4}));
  EXPECT_EQ(read_date(vietnamese, "04/05/2025"), (Date{2025, 5, 4}));
  EXPECT_EQ(read_date(vietnamese, "4/5/2025"), (Date{2025, 5, 4}));  // as strptime reads it
  for (const char* cell : {"4/5/25", "/5/2025", "004/5/2025", "31/04/2025", "04-05-2025", "04/05/25", "04/05/2025 "})
    EXPECT_FALSE(read_date(vietnamese, cell)) << cell;
  EXPECT_TRUE(is_format(FieldType::date, "%Y%m%d"));
  for (const char* format : {"%d/%m/%y", "%d/%m", "%d/%d/%m/%Y", "%B %d %Y", "%"})
    EXPECT_FALSE(is_format(FieldType::date, format)) << format;
}

TEST(Field, KnowsItsTypes) {
  const auto is = [](FieldType type, const char* cell) { return is_of_type({.type = type}, cell); };
  EXPECT_TRUE(is(FieldType::year, "2025"));
  EXPECT_FALSE(is(FieldType::year, "25"));
  EXPECT_TRUE(is(FieldType::yearmonth, "2025-07"));
  EXPECT_FALSE(is(FieldType::yearmonth, "2025-07-01"));
  EXPECT_TRUE(is(FieldType::boolean, "TRUE"));
  EXPECT_FALSE(is(FieldType::boolean, "yes"));
  EXPECT_TRUE(is(FieldType::datetime, "2025-07-19T08:30:00"));
  EXPECT_TRUE(is(FieldType::datetime, "2025-07-19T08:30:00.25+07:00"));
  EXPECT_TRUE(is(FieldType::datetime, "2025-07-19T08:30:00Z"));
  for (const char* cell :
       {"2025-07-19", "2025-07-19 08:30:00", "2025-07-19T25:00:00", "2025-07-19T08:30:00+7"})
    EXPECT_FALSE(is(FieldType::datetime, cell)) << cell;
  EXPECT_TRUE(is(FieldType::any, "gì cũng được"));
}

}  // namespace
}  // namespace tiendo::io
