#include "chart/scale.h"

#include <gtest/gtest.h>

#include <limits>

#include "chart/text_width.h"

namespace tiendo {
namespace {

TEST(LinearScale, MapsTheDomainToTheRange) {
  const LinearScale scale = {{0, 100}, {300, 20}};
  EXPECT_EQ(scale(0), 300);
  EXPECT_EQ(scale(100), 20);
  EXPECT_EQ(scale(50), 160);
}

TEST(LinearScale, PutsADomainWithoutLengthInTheMiddle) {
  const LinearScale scale = {{7, 7}, {0, 10}};
  EXPECT_EQ(scale(7), 5);
  EXPECT_EQ(scale(99), 5);
}

TEST(NiceTicks, AreRoundAndEncloseTheData) {
  const ValueTicks ticks = nice_ticks(0, 97.3, 5);
  EXPECT_EQ(ticks.values, (std::vector<double>{0, 20, 40, 60, 80, 100}));
  EXPECT_EQ(ticks.decimals, 0);
}

TEST(NiceTicks, KeepTenthsExact) {
  const ValueTicks ticks = nice_ticks(0.12, 0.48, 4);
  EXPECT_EQ(ticks.values, (std::vector<double>{0.1, 0.2, 0.3, 0.4, 0.5}));
  EXPECT_EQ(ticks.decimals, 1);
}

TEST(NiceTicks, GoBelowZero) {
  EXPECT_EQ(nice_ticks(-3, 9, 5).values, (std::vector<double>{-4, -2, 0, 2, 4, 6, 8, 10}));
}

TEST(NiceTicks, AreThereForAnyNumbers) {
  const double infinity = std::numeric_limits<double>::infinity();
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  for (const double low : {0.0, -1e15, 5e-324, infinity, nothing})
    for (const double high : {0.0, 1e15, 1e-12, -infinity, nothing})
      for (const int count : {-1, 0, 1, 5, 1000}) {
        const ValueTicks ticks = nice_ticks(low, high, count);
        EXPECT_GE(ticks.values.size(), 2u) << low << " " << high;
        EXPECT_LE(ticks.values.size(), 100u) << low << " " << high;
        for (std::size_t i = 1; i < ticks.values.size(); ++i)
          EXPECT_LT(ticks.values[i - 1], ticks.values[i]);
      }
}

TEST(TimeTicks, AreMonthsQuartersOrYearsByRoom) {
  const auto labels_at = [](double width) {
    std::vector<std::string> labels;
    const TimeScale scale = {{2024, 6, 1}, {2026, 12, 31}, {0, width}};
    for (const TimeTick& tick : time_ticks(scale, 13, Language::en)) labels.push_back(tick.label);
    return labels;
  };
  EXPECT_EQ(labels_at(200), (std::vector<std::string>{"2025", "2026"}));
  EXPECT_EQ(labels_at(600).front(), "Jul 2024");
  EXPECT_EQ(labels_at(600).size(), 5u);
  EXPECT_EQ(labels_at(1100).size(), 10u);
  EXPECT_EQ(labels_at(4000).size(), 31u);
}

// What is dated by the last day of September is at the edge of the label "10/2026", not under it.
TEST(TimeTicks, NameTheMonthOrTheYearThatBeginsAtThem) {
  const TimeScale months = {{2026, 7, 1}, {2026, 11, 30}, {0, 800}};
  const std::vector<TimeTick> ticks = time_ticks(months, 13, Language::vi);
  ASSERT_EQ(ticks.size(), 5u);
  EXPECT_EQ(ticks[2].label, "09/2026");
  EXPECT_EQ(ticks[2].at, (Date{2026, 9, 1}));
  EXPECT_EQ(ticks[2].middle, (Date{2026, 9, 16}));
  const TimeScale years = {{2022, 1, 1}, {2026, 3, 31}, {0, 300}};
  EXPECT_EQ(time_ticks(years, 13, Language::vi)[1].middle, (Date{2023, 7, 2}));
  EXPECT_LT(time_ticks(years, 13, Language::vi).back().middle, years.to);
}

TEST(TimeTicks, NeverTouchAtAnyWidth) {
  for (int width = 40; width < 1400; width += 13) {
    const TimeScale scale = {{2019, 3, 15}, {2030, 12, 31}, {0, static_cast<double>(width)}};
    const std::vector<TimeTick> ticks = time_ticks(scale, 13, Language::vi);
    for (std::size_t i = 1; i < ticks.size(); ++i)
      EXPECT_GE(scale(ticks[i].at) - scale(ticks[i - 1].at), text_width(ticks[i].label, 13));
  }
}

TEST(TimeTicks, NameBothEndsOfAShortAxis) {
  const TimeScale scale = {{2025, 10, 5}, {2025, 10, 28}, {0, 400}};
  EXPECT_EQ(time_ticks(scale, 13, Language::vi).size(), 2u);
}

TEST(TimeTicks, AreNoneWithoutLength) {
  EXPECT_TRUE(time_ticks({{2025, 1, 1}, {2025, 1, 1}, {0, 400}}, 13, Language::vi).empty());
  EXPECT_TRUE(time_ticks({{2026, 1, 1}, {2025, 1, 1}, {0, 400}}, 13, Language::vi).empty());
}

}  // namespace
}  // namespace tiendo
