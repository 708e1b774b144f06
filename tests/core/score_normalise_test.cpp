#include <gtest/gtest.h>

#include <limits>
#include <utility>
#include <vector>

#include "make_dataset.h"
#include "score/normalise.h"

namespace tiendo {
namespace {

using test::date;

constexpr auto higher = Direction::higher_is_better;
constexpr auto lower = Direction::lower_is_better;

constexpr std::optional<double> missing;

using Points = std::vector<std::optional<double>>;

struct Asked {
  Direction direction = higher;
  std::vector<double> pool = {};
  std::optional<double> reference = {};
  std::optional<Way> way = {};
  Date at = {};
  Flaw flaw = Flaw::none;  // the answer
};

// The points of a column.
Points column(const Normalisation& method, const Points& figures, Asked&& asked = {}) {
  ScoreColumn raw(figures.size()), points;
  for (std::size_t i = 0; i < figures.size(); ++i)
    if (figures[i]) raw.set(i, *figures[i]);
  const std::vector<std::optional<Way>> ways(asked.way ? figures.size() : 0, asked.way);
  asked.flaw = normalise(method, raw,
                         {.direction = asked.direction, .pool = asked.pool,
                          .reference = asked.reference, .ways = ways, .at = asked.at},
                         points);
  Points result;
  for (std::size_t i = 0; i < points.size(); ++i) result.push_back(points.at(i));
  return result;
}

std::optional<double> points(const Normalisation& method, double value,
                             Direction direction = higher) {
  return column(method, {value}, {.direction = direction})[0];
}

std::optional<double> min_max(double value, const std::vector<double>& others,
                              Direction direction = higher) {
  Points figures{value};
  for (const double each : others) figures.push_back(each);
  return column(MinMax{}, figures, {.direction = direction})[0];
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

TEST(MinMax, AnEmptyColumnStaysEmpty) {
  EXPECT_EQ(column(MinMax{}, {missing, missing}), (Points{missing, missing}));
}

TEST(MinMax, TakesARangeOfItsOwn) {
  // 1 + 99 · 0.25
  EXPECT_EQ(column(MinMax{{1, 100}}, {10, 20, 50, missing}), (Points{1, 25.75, 100, missing}));
}

TEST(MinMax, MayBeMeasuredAgainstAllPeriods) {
  // pooled min 0, max 40
  EXPECT_EQ(column(MinMax{}, {10, 20}, {.pool = {0, 10, 20, 40}}), (Points{25, 50}));
}

TEST(ZScore, CountsStandardDeviationsFromTheMean) {
  // mean 4, squared deviations 4 + 0 + 4, over n − 1 = 2: sd 2
  EXPECT_EQ(column(ZScore{}, {2, 4, 6, missing}), (Points{-1, 0, 1, missing}));
  EXPECT_EQ(column(ZScore{.mean = 50, .sd = 10}, {2, 4, 6}, {.direction = lower}),
            (Points{60, 50, 40}));
}

TEST(ZScore, KnowsAConstantColumnExactly) {
  // the mean of three 0.1 is not 0.1 in binary; the sd must not become a tiny number
  Asked asked;
  EXPECT_EQ(column(ZScore{}, {0.1, 0.1, 0.1}, std::move(asked)), (Points{missing, missing, missing}));
  EXPECT_EQ(asked.flaw, Flaw::constant);
}

TEST(ZScore, ALargeOffsetCostsNoDigits) {
  const double offset = 1e9;
  const Points shifted = column(ZScore{}, {offset + 2, offset + 4, offset + 6});
  EXPECT_EQ(shifted, (Points{-1, 0, 1}));
}

TEST(PercentileRank, GivesTiesTheSmallestRank) {
  // ranks 1, 2, 2, 4 of 4: 0, 1/3, 1/3, 1
  const Points ranks = column(PercentileRank{{0, 3}}, {5, 7, 7, 9, missing});
  EXPECT_EQ(ranks, (Points{0, 1, 1, 3, missing}));
  EXPECT_EQ(column(PercentileRank{{0, 3}}, {5, 7, 7, 9}, {.direction = lower}),
            (Points{3, 1, 1, 0}));
}

TEST(PercentileRank, OfAConstantColumnIsTheLowerEnd) {
  EXPECT_EQ(column(PercentileRank{}, {4, 4}), (Points{0, 0}));
  EXPECT_EQ(column(PercentileRank{}, {4}), (Points{0}));
}

TEST(Ranks, AscendFromOneAndBordaFromZero) {
  EXPECT_EQ(column(Rank{}, {5, 9, 5}), (Points{1, 3, 1}));
  EXPECT_EQ(column(Borda{}, {5, 9, 5}), (Points{0, 2, 0}));
  EXPECT_EQ(column(Rank{}, {4, 4}), (Points{1, 1}));
}

TEST(FractionOfMax, DividesByTheBest) {
  EXPECT_EQ(column(FractionOfMax{{0, 1}}, {5, 10}), (Points{0.5, 1}));
  // less is better: min/x
  EXPECT_EQ(column(FractionOfMax{{0, 1}}, {5, 10}, {.direction = lower}), (Points{1, 0.5}));
  EXPECT_EQ(column(FractionOfMax{{0, 1}}, {0, 0}), (Points{1, 1}));
}

TEST(DistanceToMax, IsOneAtTheMaximum) {
  // 1 − (50 − 20)/(50 − 10) = 0.25
  EXPECT_EQ(column(DistanceToMax{{0, 1}}, {10, 20, 50}), (Points{0, 0.25, 1}));
  EXPECT_EQ(column(DistanceToMax{}, {7, 7}), (Points{missing, missing}));
}

TEST(DistanceToReference, IsOneAtTheReference) {
  // ref 30, min 10: 1 − (30 − 20)/20 = 0.5; 50 is at 2, capped at 1
  EXPECT_EQ(column(DistanceToReference{"u", Limit::open, {0, 1}}, {10, 20, 50},
                   {.reference = 30}), (Points{0, 0.5, 2}));
  EXPECT_EQ(column(DistanceToReference{"u", Limit::capped, {0, 1}}, {10, 20, 50},
                   {.reference = 30}), (Points{0, 0.5, 1}));
}

TEST(DistanceToReference, WithoutAFigureAllAreMissing) {
  Asked asked;
  EXPECT_EQ(column(DistanceToReference{"u"}, {10, 20}, std::move(asked)), (Points{missing, missing}));
  EXPECT_EQ(asked.flaw, Flaw::no_reference);
}

TEST(DistanceToTarget, MeasuresFromTheMinimum) {
  // (20 − 10)/(30 − 10); less is better: d·x −10, −20, −50, T −5: (−20 + 50)/(−5 + 50)
  EXPECT_EQ(column(DistanceToTarget{30, Limit::open, {0, 1}}, {10, 20, 50}), (Points{0, 0.5, 2}));
  EXPECT_EQ(column(DistanceToTarget{5, Limit::open, {0, 3}}, {10, 20, 50}, {.direction = lower})[1],
            2);
  EXPECT_EQ(column(DistanceToTarget{10}, {10, 20}), (Points{missing, missing}));
}

TEST(Scaled, IsNotClampedAndTakesAFactor) {
  EXPECT_EQ(points(Goalposts{0, 10, 100, Limit::open}, 15), 150);
  EXPECT_EQ(points(Goalposts{0, 10, 5, Limit::capped}, 15), 5);
  EXPECT_EQ(points(Goalposts{0, 10, 5, Limit::capped}, 4), 2);
}

TEST(Steps, GiveThePointsOfTheFirstThresholdReached) {
  const Steps steps{.steps = {{90, 3}, {70, 2}, {50, 1}}, .otherwise = 0};
  EXPECT_EQ(column(steps, {95, 90, 89.9, 50, 10}), (Points{3, 3, 2, 1, 0}));
  const Steps days{.steps = {{5, 3}, {10, 1}}, .otherwise = 0};
  EXPECT_EQ(column(days, {4, 5, 6, 11}, {.direction = lower}), (Points{3, 3, 1, 0}));
}

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
  return column(Trajectory{}, {value}, {.way = way, .at = date(at)})[0];
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
