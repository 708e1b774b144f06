#include <gtest/gtest.h>

#include <limits>

#include "make_dataset.h"
#include "score/normalise.h"

namespace tiendo {
namespace {

using test::date;

constexpr auto higher = Direction::higher_is_better;
constexpr auto lower = Direction::lower_is_better;

std::optional<double> points(const Normalisation& method, double value,
                             Direction direction = higher) {
  return normalise(method, {.value = value, .direction = direction, .column = {}, .way = {},
                            .at = {}});
}

std::optional<double> min_max(double value, const std::vector<double>& column,
                              Direction direction = higher) {
  std::vector<double> directed_values;
  for (const double each : column) directed_values.push_back(directed(each, direction));
  return normalise(MinMax{}, {.value = value, .direction = direction,
                              .column = extremes_of(directed_values), .way = {}, .at = {}});
}

TEST(Goalposts, GivesTheShareOfTheWayBetweenThem) {
  // 9 of 0–18 is half; 15 of 10–30 is a quarter.
  EXPECT_EQ(points(Goalposts{.lower = 0, .upper = 18}, 9), 50);
  EXPECT_EQ(points(Goalposts{.lower = 10, .upper = 30}, 15), 25);
}

TEST(Goalposts, GivesExactlyTheEndsAtThePosts) {
  EXPECT_EQ(points(Goalposts{.lower = 0, .upper = 18}, 0), 0);
  EXPECT_EQ(points(Goalposts{.lower = 0, .upper = 18}, 18), 100);
}

TEST(Goalposts, ClampsBeyondThePosts) {
  EXPECT_EQ(points(Goalposts{.lower = 0, .upper = 18}, 20), 100);
  EXPECT_EQ(points(Goalposts{.lower = 0, .upper = 18}, -1), 0);
}

TEST(Goalposts, SwapsThePostsWhereLowerIsBetter) {
  // 5 days of 0–20: (20 − 5)/20 = 75.
  EXPECT_EQ(points(Goalposts{.lower = 0, .upper = 20}, 5, lower), 75);
  EXPECT_EQ(points(Goalposts{.lower = 0, .upper = 20}, 0, lower), 100);
  EXPECT_EQ(points(Goalposts{.lower = 0, .upper = 20}, 25, lower), 0);
}

TEST(Goalposts, WorksWithNegativeFigures) {
  // −5 of −10–0 is half.
  EXPECT_EQ(points(Goalposts{.lower = -10, .upper = 0}, -5), 50);
}

TEST(Goalposts, EqualPostsAreMissing) {
  EXPECT_EQ(points(Goalposts{.lower = 5, .upper = 5}, 5), std::nullopt);
}

TEST(Goalposts, WhatOverflowsIsMissing) {
  const double huge = std::numeric_limits<double>::max();
  EXPECT_EQ(points(Goalposts{.lower = -huge, .upper = huge}, huge), std::nullopt);
}

TEST(MinMax, ScalesToTheExtremesOfTheColumn) {
  // (20 − 10)/(50 − 10) = 0.25
  EXPECT_EQ(min_max(20, {50, 10, 20}), 25);
  EXPECT_EQ(min_max(10, {50, 10, 20}), 0);
  EXPECT_EQ(min_max(50, {50, 10, 20}), 100);
}

TEST(MinMax, TurnsTheColumnRoundWhereLowerIsBetter) {
  // d·x: −50, −10, −20; (−20 + 50)/(−10 + 50) = 0.75
  EXPECT_EQ(min_max(20, {50, 10, 20}, lower), 75);
}

TEST(MinMax, WorksWithNegativeFigures) {
  // (−5 + 10)/(10 + 10) = 0.25
  EXPECT_EQ(min_max(-5, {-10, -5, 10}), 25);
}

TEST(MinMax, AConstantColumnIsMissing) {
  EXPECT_EQ(min_max(7, {7, 7, 7}), std::nullopt);
  EXPECT_EQ(min_max(0.1, {0.1, 0.1}), std::nullopt);
}

TEST(MinMax, AColumnOfOneUnitIsMissing) { EXPECT_EQ(min_max(7, {7}), std::nullopt); }

TEST(MinMax, AnEmptyColumnHasNoExtremes) { EXPECT_FALSE(extremes_of({})); }

TEST(Share, IsTheFigureItself) {
  EXPECT_EQ(points(Share{}, 15.21), 15.21);
  EXPECT_EQ(points(Share{}, 39.51, lower), 100 - 39.51);
}

TEST(Share, ClampsToTheScale) {
  EXPECT_EQ(points(Share{}, 104), 100);
  EXPECT_EQ(points(Share{}, -2), 0);
}

TEST(Attainment, GivesTheShareOfTheWayFromTheBaseline) {
  // (39.5 − 20)/(80 − 20) = 0.325
  EXPECT_DOUBLE_EQ(attainment(39.5, 20, 80, 100).value(), 32.5);
  EXPECT_EQ(attainment(80, 20, 80, 100), 100);
}

TEST(Attainment, ClampsToItsCap) {
  EXPECT_EQ(attainment(90, 0, 50, 100), 100);
  EXPECT_EQ(attainment(90, 0, 50, 150), 150);
  EXPECT_EQ(attainment(10, 20, 80, 100), 0);
}

TEST(Attainment, AWayDownCountsTheSame) {
  // From 12 days down to 4, now 6: (6 − 12)/(4 − 12) = 0.75
  EXPECT_EQ(attainment(6, 12, 4, 100), 75);
}

TEST(Attainment, ABaselineEqualToTheTargetIsMissing) {
  EXPECT_EQ(attainment(50, 50, 50, 100), std::nullopt);
}

TEST(Attainment, IsMissingWithoutAPromise) {
  EXPECT_EQ(points(Attainment{}, 50), std::nullopt);
  EXPECT_EQ(points(Trajectory{}, 50), std::nullopt);
}

std::optional<double> trajectory(double value, const char* at, const Way& way) {
  return normalise(Trajectory{}, {.value = value, .direction = higher, .column = {}, .way = way,
                                  .at = date(at)});
}

const Way from_20_to_80{.from = 20, .to = 80, .since = date("2025-01-01"),
                        .due = date("2025-12-31")};

TEST(Trajectory, MeasuresAgainstTheLineAtTheMoment) {
  // 1 January to 31 December 2025 is 364 days, to 2 July 182: half the way, so 50 is required.
  // (35 − 20)/(50 − 20) = 0.5
  EXPECT_EQ(trajectory(35, "2025-07-02", from_20_to_80), 50);
  EXPECT_EQ(trajectory(50, "2025-07-02", from_20_to_80), 100);
  EXPECT_EQ(trajectory(60, "2025-07-02", from_20_to_80), 100);
}

TEST(Trajectory, EqualsTheAttainmentOnTheDueDateAndAfterIt) {
  EXPECT_EQ(trajectory(50, "2025-12-31", from_20_to_80), attainment(50, 20, 80, 100));
  EXPECT_EQ(trajectory(50, "2026-12-31", from_20_to_80), attainment(50, 20, 80, 100));
}

TEST(Trajectory, IsMissingWhereNothingIsRequiredYet) {
  EXPECT_EQ(trajectory(50, "2025-01-01", from_20_to_80), std::nullopt);
  EXPECT_EQ(trajectory(50, "2024-06-30", from_20_to_80), std::nullopt);
}

TEST(Trajectory, IsMissingWithoutADueDate) {
  EXPECT_EQ(trajectory(50, "2025-07-02", {.from = 20, .to = 80, .since = date("2025-01-01"),
                                          .due = {}}), std::nullopt);
}

TEST(RequiredOn, IsTheBaselineBeforeTheLineAndTheTargetAfterIt) {
  const Date start = date("2025-01-01"), due = date("2025-12-31");
  EXPECT_EQ(required_on(start, 20, due, 80, date("2024-01-01")), 20);
  EXPECT_EQ(required_on(start, 20, due, 80, date("2025-07-02")), 50);
  EXPECT_EQ(required_on(start, 20, due, 80, date("2026-01-01")), 80);
}

TEST(RequiredOn, ALineWithoutLengthIsNone) {
  const Date day = date("2025-01-01");
  EXPECT_EQ(required_on(day, 20, day, 80, day), std::nullopt);
  EXPECT_EQ(required_on(day, 20, date("2024-01-01"), 80, day), std::nullopt);
}

}  // namespace
}  // namespace tiendo
