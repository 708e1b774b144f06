#include "base/calendar.h"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

TEST(Calendar, EveryDayFrom1900To2100FollowsTheOneBefore) {
  Date expected{1900, 1, 1};
  for (long day = day_number(expected); expected.year <= 2100; ++day) {
    ASSERT_EQ(date_of_day_number(day), expected);
    ASSERT_EQ(day_number(expected), day);
    ASSERT_EQ(parse_date(iso(expected)), expected);
    if (expected != last_day(month_of(expected))) {
      ++expected.day;
    } else {
      expected = first_day(add_months(month_of(expected), 1));
    }
  }
}

TEST(Calendar, CountsDaysFrom1970) {
  EXPECT_EQ(day_number({1970, 1, 1}), 0);
  EXPECT_EQ(day_number({2000, 3, 1}), 11017);
  EXPECT_EQ(day_number({1969, 12, 31}), -1);
  EXPECT_EQ(days_between({2024, 12, 31}, {2025, 12, 31}), 365);
  EXPECT_EQ(days_between({2025, 3, 1}, {2025, 2, 28}), -1);
}

TEST(Calendar, KnowsLeapYears) {
  EXPECT_EQ(days_in_month({2024, 2}), 29);
  EXPECT_EQ(days_in_month({2025, 2}), 28);
  EXPECT_EQ(days_in_month({1900, 2}), 28);
  EXPECT_EQ(days_in_month({2000, 2}), 29);
  EXPECT_EQ(last_day({2025, 4}), (Date{2025, 4, 30}));
}

TEST(Calendar, AddsMonthsAcrossYearsBothWays) {
  EXPECT_EQ(add_months({2025, 11}, 3), (Month{2026, 2}));
  EXPECT_EQ(add_months({2025, 1}, -1), (Month{2024, 12}));
  EXPECT_EQ(add_months({2025, 6}, -30), (Month{2022, 12}));
  EXPECT_EQ(months_between({2024, 12}, {2025, 12}), 12);
  EXPECT_EQ(months_between({2026, 1}, {2025, 11}), -2);
}

TEST(Calendar, ReadsNothingThatIsNotStrictlyIso) {
  EXPECT_EQ(parse_date("2025-07-19"), (Date{2025, 7, 19}));
  for (const char* text : {"", "2025-7-19", "19/07/2025", "04/05/2025", "2025-02-29", "2025-13-01",
                           "2025-00-10", "2025-07-00", "2025-07-19 ", " 2025-07-1", "2025/07/19",
                           "+025-07-19", "2025-07-1a"})
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  EXPECT_EQ(parse_month("2025-10"), (Month{2025, 10}));
  EXPECT_EQ(parse_month("2025-1"), std::nullopt);
  EXPECT_EQ(parse_month("10-2025"), std::nullopt);
}

TEST(Calendar, ReadsAPeriodAtItsPrecision) {
  EXPECT_EQ(parse_period("2024"), period_of_year(2024));
  EXPECT_EQ(parse_period("2024-02"), (Period{{2024, 2, 1}, {2024, 2, 29}, Precision::month}));
  EXPECT_EQ(parse_period("2024-02-05"), period_of(Date{2024, 2, 5}));
  EXPECT_EQ(parse_period("2024-Q1"), std::nullopt);
  for (const char* text : {"2024", "2024-02", "2024-02-05"})
    EXPECT_EQ(iso(*parse_period(text)), text);
}

}  // namespace
}  // namespace tiendo
