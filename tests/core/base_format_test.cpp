#include "base/format.h"

#include <gtest/gtest.h>

#include <cstdio>

namespace tiendo {
namespace {

constexpr Language vi = Language::vi, en = Language::en;

TEST(FormatNumber, WritesPointsAndCommasAsEachLanguageDoes) {
  EXPECT_EQ(format_number(15000, 0, vi), "15.000");
  EXPECT_EQ(format_number(15000, 0, en), "15,000");
  EXPECT_EQ(format_number(1234567.891, 2, vi), "1.234.567,89");
  EXPECT_EQ(format_number(1234567.891, 2, en), "1,234,567.89");
  EXPECT_EQ(format_number(999, 0, vi), "999");
  EXPECT_EQ(format_percent(39.51, 2, vi), "39,51\u00a0%");
  EXPECT_EQ(format_percent(39.51, 2, en), "39.51%");
}

TEST(FormatNumber, RoundsHalfAwayFromZeroAsWritten) {
  EXPECT_EQ(format_number(0.125, 2, en), "0.13");
  EXPECT_EQ(format_number(1.005, 2, en), "1.01");
  EXPECT_EQ(format_number(-2.5, 0, en), "\u22123");
  EXPECT_EQ(format_number(0.5, 0, en), "1");
  EXPECT_EQ(format_number(0.4999, 0, en), "0");
  EXPECT_EQ(format_number(0.05, 0, en), "0");
  EXPECT_EQ(format_number(0.06, 1, en), "0.1");
  EXPECT_EQ(format_number(9.995, 2, en), "10.00");
  EXPECT_EQ(format_number(999999.5, 0, vi), "1.000.000");
  EXPECT_EQ(format_number(0.1 + 0.2, 1, en), "0.3");
}

TEST(FormatNumber, RoundsEveryWrittenNumberAsItsDigitsSay) {
  for (int ten_thousandths = 0; ten_thousandths < 200000; ++ten_thousandths) {
    const int rounded = (ten_thousandths + 50) / 100;
    char expected[16];
    std::snprintf(expected, sizeof expected, "%d.%02d", rounded / 100, rounded % 100);
    ASSERT_EQ(format_number(ten_thousandths / 10000.0, 2, en), expected) << ten_thousandths;
  }
}

TEST(FormatNumber, PadsToTheDigitsAskedFor) {
  EXPECT_EQ(format_number(39.5, 2, vi), "39,50");
  EXPECT_EQ(format_number(1e21, 0, en), "1,000,000,000,000,000,000,000");
  EXPECT_EQ(format_number(1e-9, 3, en), "0.000");
}

TEST(FormatNumber, ShowsTheSignOfWhatIsLeftAfterRounding) {
  EXPECT_EQ(format_number(-0.001, 2, vi), "0,00");
  EXPECT_EQ(format_number(-0.0, 0, vi), "0");
  EXPECT_EQ(format_number(0.001, 2, vi, Sign::always), "0,00");
  EXPECT_EQ(format_number(1.5, 1, vi, Sign::always), "+1,5");
  EXPECT_EQ(format_percent(-1.5, 1, vi, Sign::always), "\u22121,5\u00a0%");
}

TEST(FormatDate, WritesDatesAsEachLanguageDoes) {
  EXPECT_EQ(format_date({2025, 11, 20}, vi), "20/11/2025");
  EXPECT_EQ(format_date({2025, 4, 5}, vi), "05/04/2025");
  EXPECT_EQ(format_date({2025, 11, 20}, en), "20 Nov 2025");
  EXPECT_EQ(format_month({2025, 10}, vi), "10/2025");
  EXPECT_EQ(format_month({2025, 10}, en), "Oct 2025");
  EXPECT_EQ(format_month_in_words({2025, 10}, vi), "tháng 10/2025");
  EXPECT_EQ(format_month_in_words({2025, 10}, en), "October 2025");
}

TEST(FormatDate, ShowsAPeriodNoFinerThanItWasPublished) {
  EXPECT_EQ(format_period(*parse_period("2024"), vi), "2024");
  EXPECT_EQ(format_period(*parse_period("2024-09"), en), "Sep 2024");
  EXPECT_EQ(format_period(*parse_period("2024-09-02"), vi), "02/09/2024");
}

}  // namespace
}  // namespace tiendo
