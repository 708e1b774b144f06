#include <gtest/gtest.h>

#include <cmath>

#include "make_dataset.h"
#include "score/target_status.h"

namespace tiendo {
namespace {

using test::at;
using test::date;
using test::DatasetMaker;
using test::period;

constexpr auto higher = Direction::higher_is_better;
constexpr auto lower = Direction::lower_is_better;

// The nation's promise of 80 % by 31 December 2025, unless it is changed.
struct OnePromise {
  DatasetMaker maker;
  UnitId nation = maker.unit("viet-nam", UnitKind::nation);
  IndicatorId rate;

  explicit OnePromise(double value = 80, std::string_view due = "2025-12-31",
                      Direction direction = higher, const std::string& quantity = "%")
      : rate(maker.indicator("rate", direction, quantity)) {
    maker.promise(rate, nation, value, due);
  }
  Target& promise() { return maker.tables.targets[0]; }
  OnePromise& observe(std::string_view when, double value) {
    maker.observe(rate, nation, when, value);
    return *this;
  }
  TargetStanding standing(const Moment& moment) const {
    const Dataset dataset = maker.make();
    return standing_of(dataset, TargetId{0}, rate, moment);
  }
  TargetStatus status(const Moment& moment) const { return standing(moment).status; }
};

TEST(TargetStatus, WithoutAFigureIsNotMeasuredEvenAfterTheDueDate) {
  EXPECT_EQ(OnePromise().status(at("2025-06")), TargetStatus::not_measured);
  EXPECT_EQ(OnePromise().status(at("2026-06")), TargetStatus::not_measured);
}

TEST(TargetStatus, IsAchievedByTheExactValue) {
  EXPECT_EQ(OnePromise().observe("2025-06-30", 80).status(at("2025-06")), TargetStatus::achieved);
  EXPECT_EQ(OnePromise().observe("2025-06-30", 79.99).status(at("2025-12")), TargetStatus::missed);
}

TEST(TargetStatus, IsMissedOnlyFromTheDueDateOn) {
  OnePromise promise;
  promise.observe("2025-01-01", 20).observe("2025-11-30", 39.51);
  EXPECT_NE(promise.status(at("2025-11")), TargetStatus::missed);
  EXPECT_EQ(promise.status(at("2025-12")), TargetStatus::missed);
  EXPECT_FALSE(promise.standing(at("2025-12")).measured_after_due);
}

TEST(TargetStatus, SaysWhetherItWasMeasuredAfterTheDueDate) {
  OnePromise promise;
  promise.observe("2025-12-31", 39.51);
  const TargetStanding standing = promise.standing(at("2025-12"));
  EXPECT_EQ(standing.status, TargetStatus::missed);
  EXPECT_TRUE(standing.measured_after_due);
  EXPECT_NEAR(standing.gap.value(), 40.49, 1e-12);
}

TEST(TargetStatus, IsMissedByTheFigureOfItsDueDateNotByALaterOne) {
  OnePromise promise;
  promise.observe("2025-06-30", 60).observe("2025-12-31", 73.5).observe("2026-10-31", 64);
  const TargetStanding standing = promise.standing(at("2026-10"));
  EXPECT_EQ(standing.status, TargetStatus::missed);
  EXPECT_NEAR(standing.gap.value(), 6.5, 1e-12);
  const Dataset dataset = promise.maker.make();
  EXPECT_EQ(dataset[standing.at_due.value()].period.last, date("2025-12-31"));
  EXPECT_EQ(dataset[standing.latest.value()].period.last, date("2026-10-31"));
  promise.observe("2026-11-30", 80);
  EXPECT_EQ(promise.standing(at("2026-11")).status, TargetStatus::achieved);  // late, but kept
}

TEST(TargetStatus, KeptWhenItFellDueAndLostAfterwardsIsMeasuredByTheLatest) {
  OnePromise promise;
  promise.observe("2025-12-31", 81).observe("2026-10-31", 64);
  const TargetStanding standing = promise.standing(at("2026-10"));
  EXPECT_FALSE(standing.at_due);
  EXPECT_NEAR(standing.gap.value(), 16, 1e-12);
}

TEST(TargetStatus, OneFigureAloneSaysNothingOfThePaceBeforeTheDueDate) {
  const TargetStanding standing = OnePromise().observe("2025-06-30", 39.51).standing(at("2025-06"));
  EXPECT_EQ(standing.status, TargetStatus::not_measured);
  EXPECT_TRUE(standing.latest);
  EXPECT_NEAR(standing.gap.value(), 40.49, 1e-12);
  EXPECT_EQ(standing.ratio, std::nullopt);
}

// From 20 % on 1 January to 80 % on 31 December 2025: 60 points in 364 days. 2 July is day 182,
// where 50 % is required: the ratio is (x − 20)/30.
OnePromise on_2_july(double value) {
  OnePromise promise;
  promise.observe("2025-01-01", 20).observe("2025-07-02", value);
  return promise;
}

TEST(TargetStatus, ComparesTheRateSinceTheFirstFigureWithTheRateRequired) {
  const TargetStanding standing = on_2_july(35).standing(at("2025-07"));
  EXPECT_DOUBLE_EQ(standing.ratio.value(), 0.5);
  EXPECT_EQ(standing.status, TargetStatus::far_behind);
  EXPECT_EQ(standing.baseline, ObservationId{0});
}

TEST(TargetStatus, ThresholdsBelongToTheBetterStatus) {
  // exact quarters: thresholds of 0.75 and 0.5 are met by 20 + 22.5 and by 20 + 15
  const TargetThresholds thresholds{.on_track = 0.75, .behind = 0.5};
  const auto status = [&](double value) {
    const Dataset dataset = on_2_july(value).maker.make();
    return standing_of(dataset, TargetId{0}, IndicatorId{0}, at("2025-07"), thresholds).status;
  };
  EXPECT_EQ(status(42.5), TargetStatus::on_track);
  EXPECT_EQ(status(42.4), TargetStatus::behind);
  EXPECT_EQ(status(35), TargetStatus::behind);
  EXPECT_EQ(status(34.9), TargetStatus::far_behind);
  EXPECT_EQ(status(20), TargetStatus::far_behind);  // no movement at all: r = 0
  EXPECT_EQ(status(19.9), TargetStatus::moving_away);
}

TEST(TargetStatus, HasStatisticsCanadasThresholds) {
  EXPECT_EQ(on_2_july(48.6).status(at("2025-07")), TargetStatus::on_track);    // r = 0.953
  EXPECT_EQ(on_2_july(48.4).status(at("2025-07")), TargetStatus::behind);      // r = 0.947
  EXPECT_EQ(on_2_july(38.1).status(at("2025-07")), TargetStatus::behind);      // r = 0.603
  EXPECT_EQ(on_2_july(37.9).status(at("2025-07")), TargetStatus::far_behind);  // r = 0.597
}

TEST(TargetStatus, PrefersTheStatedBaseline) {
  OnePromise promise;
  promise.promise().baseline = 20;
  promise.promise().baseline_period = period("2025-01-01");
  promise.observe("2024-01-01", 1).observe("2025-07-02", 50);
  const TargetStanding standing = promise.standing(at("2025-07"));
  EXPECT_DOUBLE_EQ(standing.ratio.value(), 1);
  EXPECT_EQ(standing.baseline, std::nullopt);
}

TEST(TargetStatus, AStatedBaselineWithoutItsDateIsOfTheDayOfThePromise) {
  OnePromise promise;
  promise.promise().baseline = 20;
  promise.promise().set_on = period("2025-01-01");
  promise.observe("2025-07-02", 50);
  EXPECT_DOUBLE_EQ(promise.standing(at("2025-07")).ratio.value(), 1);
}

TEST(TargetStatus, GrowthCompoundsForWhatIsNoPercentage) {
  // 100 → 400 in 731 days asks for 4^(365.25/731) − 1 = 0.99905 a year; 100 → 200 in 366 days is
  // 2^(365.25/366) − 1 = 0.99716: r = 0.9981. The linear rule would say (100/366)/(300/731) = 0.67.
  OnePromise promise(400, "2026-01-01", higher, "trạm");
  promise.observe("2024-01-01", 100).observe("2025-01-01", 200);
  EXPECT_NEAR(promise.standing(at("2025-06")).ratio.value(), 0.9981, 1e-4);
}

TEST(TargetStatus, GrowthIsLinearFromABaselineOfZero) {
  // 0 → 400 in 731 days, 100 after 366: (100/366)/(400/731) = 0.49932
  OnePromise promise(400, "2026-01-01", higher, "trạm");
  promise.observe("2024-01-01", 0).observe("2025-01-01", 100);
  EXPECT_NEAR(promise.standing(at("2025-06")).ratio.value(), 100.0 / 366 / (400.0 / 731), 1e-12);
}

TEST(TargetStatus, GrowthIsLinearWhereTheFigureFellToZero) {
  OnePromise promise(400, "2026-01-01", higher, "trạm");
  promise.observe("2024-01-01", 100).observe("2025-01-01", 0);
  EXPECT_EQ(promise.status(at("2025-06")), TargetStatus::moving_away);
}

TEST(TargetStatus, AWayDownHasTheSameRule) {
  // at most 4 days by 31 December from 12 on 1 January: 8 down in 364 days, 10 on 2 July: 2 of 4
  OnePromise promise(4, "2025-12-31", lower, "%");
  promise.promise().comparator = Comparator::at_most;
  promise.observe("2025-01-01", 12).observe("2025-07-02", 10);
  EXPECT_DOUBLE_EQ(promise.standing(at("2025-07")).ratio.value(), 0.5);
  promise.observe("2025-08-31", 13);
  EXPECT_EQ(promise.status(at("2025-08")), TargetStatus::moving_away);
  promise.observe("2025-09-30", 4);
  EXPECT_EQ(promise.status(at("2025-09")), TargetStatus::achieved);
}

TEST(TargetStatus, ABaselineThatMeetsThePromiseGivesNoRatio) {
  for (const double baseline : {80.0, 85.0}) {
    OnePromise promise;
    promise.observe("2025-01-01", baseline).observe("2025-07-02", 70);
    const TargetStanding standing = promise.standing(at("2025-07"));
    EXPECT_EQ(standing.ratio, std::nullopt);
    EXPECT_EQ(standing.status, TargetStatus::moving_away);
  }
}

TEST(TargetStatus, AStatedBaselineOfTheSameDayGivesNoRatio) {
  OnePromise promise;
  promise.promise().baseline = 20;
  promise.promise().baseline_period = period("2025-07-02");
  promise.observe("2025-07-02", 30);
  EXPECT_EQ(promise.standing(at("2025-07")).ratio, std::nullopt);
  EXPECT_EQ(promise.status(at("2025-07")), TargetStatus::not_measured);
}

TEST(TargetStatus, APromiseWithoutADateIsAchievedOrNotMeasured) {
  OnePromise promise(80, "");
  promise.observe("2025-01-01", 20).observe("2025-07-02", 50);
  EXPECT_EQ(promise.status(at("2030-12")), TargetStatus::not_measured);
  promise.observe("2025-12-31", 80);
  EXPECT_EQ(promise.status(at("2030-12")), TargetStatus::achieved);
}

TEST(TargetStatus, SeesOnlyWhatWasPublishedByThen) {
  OnePromise promise;
  promise.observe("2025-06-30", 80);
  promise.maker.observations[0].published = period("2025-09-01");
  EXPECT_EQ(promise.status(at("2025-06", "2025-08-31")), TargetStatus::not_measured);
  EXPECT_EQ(promise.status(at("2025-06", "2025-09-01")), TargetStatus::achieved);
}

TEST(TargetStatus, MayBeMeasuredByAnotherIndicator) {
  OnePromise promise;
  const IndicatorId provinces_only = promise.maker.indicator("rate-of-provinces");
  promise.maker.observe(provinces_only, promise.nation, "2025-12-31", 15.21);
  const Dataset dataset = promise.maker.make();
  const auto standing = standing_of(dataset, TargetId{0}, provinces_only, at("2025-12"));
  EXPECT_EQ(standing.status, TargetStatus::missed);
  EXPECT_EQ(standing.latest, ObservationId{0});
}

Target target(double value, Comparator comparator, int printed_decimals = 0) {
  Target result;
  result.value = value;
  result.comparator = comparator;
  result.printed_decimals = printed_decimals;
  return result;
}

TEST(Meets, AtLeastAndAtMostIncludeTheValue) {
  EXPECT_TRUE(meets(target(80, Comparator::at_least), higher, 80));
  EXPECT_FALSE(meets(target(80, Comparator::at_least), higher, 79.9));
  EXPECT_TRUE(meets(target(5, Comparator::at_most), lower, 5));
  EXPECT_FALSE(meets(target(5, Comparator::at_most), lower, 5.1));
}

TEST(Meets, EqualIsExactAndKeptByWhatGoesBeyond) {
  EXPECT_TRUE(meets(target(12, Comparator::equal), higher, 12));
  EXPECT_TRUE(meets(target(12, Comparator::equal), higher, 13));
  EXPECT_FALSE(meets(target(100, Comparator::equal), higher, 99.6));
  EXPECT_TRUE(meets(target(10, Comparator::equal), lower, 9));
  EXPECT_FALSE(meets(target(10, Comparator::equal), Direction::none, 11));
}

TEST(Meets, ApproximateRoundsAsThePromiseWasPrinted) {
  EXPECT_TRUE(meets(target(95, Comparator::approximate), higher, 94.5));
  EXPECT_FALSE(meets(target(95, Comparator::approximate), higher, 94.4));
  EXPECT_FALSE(meets(target(95, Comparator::approximate, 1), higher, 94.5));
  EXPECT_TRUE(meets(target(95, Comparator::approximate), higher, 97));
}

// Promises of one unit: value, due, when made.
struct Promises {
  DatasetMaker maker;
  UnitId nation = maker.unit("viet-nam", UnitKind::nation);
  IndicatorId rate = maker.indicator("rate");

  Promises& make(double value, std::string_view due, std::string_view made) {
    maker.promise(rate, nation, value, due).set_on = period(made);
    return *this;
  }
  std::vector<PromiseChain> chains(const Moment& moment) const {
    return promise_chains(maker.make(), moment);
  }
};

TEST(PromiseChain, CountsTheMonthsThatTheDateMoved) {
  // 80 % by the end of 2024, then by the end of 2025, then the same again
  Promises promises;
  promises.make(80, "2025-12-31", "2025-10-24")
      .make(80, "2024-12-31", "2024-08-19")
      .make(80, "2025-12-31", "2025-07-19");
  const auto chains = promises.chains(at("2025-11"));
  ASSERT_EQ(chains.size(), 1u);
  EXPECT_EQ(chains[0].promises, (std::vector<TargetId>{{1}, {2}, {0}}));
  EXPECT_EQ(chains[0].months_slipped, 12);
  EXPECT_EQ(chains[0].slips, 1);
}

TEST(PromiseChain, HoldsOnlyWhatWasPromisedByThen) {
  Promises promises;
  promises.make(80, "2024-12-31", "2024-08-19").make(80, "2025-12-31", "2025-07-19");
  EXPECT_TRUE(promises.chains(at("2025-06")).empty());
  EXPECT_EQ(promises.chains(at("2025-07")).size(), 1u);
  EXPECT_TRUE(promises.chains(at("2025-07", "2025-07-18")).empty());
}

TEST(PromiseChain, AnotherValueIsAnotherPromise) {
  Promises promises;
  promises.make(80, "2024-12-31", "2024-08-19").make(90, "2025-12-31", "2025-07-19");
  EXPECT_TRUE(promises.chains(at("2025-12")).empty());
}

TEST(PromiseChain, ARestatementWithoutADateMovesNothing) {
  Promises promises;
  promises.make(80, "2024-12-31", "2024-08-19").make(80, "", "2025-01-10")
      .make(80, "2025-06-30", "2025-02-01").make(80, "2025-12-31", "2025-07-19");
  const auto chains = promises.chains(at("2025-12"));
  ASSERT_EQ(chains.size(), 1u);
  EXPECT_EQ(chains[0].promises.size(), 4u);
  EXPECT_EQ(chains[0].slips, 2);
  EXPECT_EQ(chains[0].months_slipped, 12);
}

TEST(PromiseChain, ADateBroughtForwardIsNoSlip) {
  Promises promises;
  promises.make(80, "2025-12-31", "2024-08-19").make(80, "2025-06-30", "2025-01-10");
  const auto chains = promises.chains(at("2025-12"));
  ASSERT_EQ(chains.size(), 1u);
  EXPECT_EQ(chains[0].slips, 0);
  EXPECT_EQ(chains[0].months_slipped, -6);
}

TEST(CurrentTargets, APromiseMadeAgainCountsOnce) {
  Promises promises;
  promises.make(80, "2024-12-31", "2024-08-19").make(80, "2025-12-31", "2025-07-19")
      .make(100, "2030-12-31", "2024-08-19").make(80, "", "2025-08-01");
  const Dataset dataset = promises.maker.make();
  EXPECT_EQ(current_targets(dataset, promises.nation, at("2025-06")),
            (std::vector<TargetId>{{0}, {2}}));
  EXPECT_EQ(current_targets(dataset, promises.nation, at("2025-09")),
            (std::vector<TargetId>{{1}, {2}}));
}

TEST(TargetInForce, IsTheNextDueElseTheLastDueElseOneWithoutADate) {
  Promises promises;
  promises.make(70, "", "2024-01-01").make(80, "2025-12-31", "2024-01-01")
      .make(100, "2030-12-31", "2024-01-01").make(60, "2024-12-31", "2024-01-01");
  const Dataset dataset = promises.maker.make();
  const auto in_force = [&](std::string_view month) {
    return target_in_force(dataset, promises.rate, promises.nation, at(month));
  };
  EXPECT_EQ(in_force("2023-12"), std::nullopt);
  EXPECT_EQ(in_force("2024-12"), TargetId{3});  // due on that very day
  EXPECT_EQ(in_force("2025-01"), TargetId{1});
  EXPECT_EQ(in_force("2026-01"), TargetId{2});
  EXPECT_EQ(in_force("2031-01"), TargetId{2});
}

TEST(TargetInForce, OfTwoValuesForOneDateIsTheLastMade) {
  Promises promises;
  promises.make(85, "2025-12-31", "2025-03-01").make(80, "2025-12-31", "2024-01-01");
  const Dataset dataset = promises.maker.make();
  EXPECT_EQ(target_in_force(dataset, promises.rate, promises.nation, at("2025-06")), TargetId{0});
}

TEST(AttainmentWay, StartsFromTheStatedBaselineElseFromZero) {
  OnePromise promise;
  promise.observe("2025-06-30", 40);
  EXPECT_EQ(attainment_way(promise.maker.make(), {0}, {0}, at("2025-06"))->from, 0);
  promise.promise().baseline = 20;
  EXPECT_EQ(attainment_way(promise.maker.make(), {0}, {0}, at("2025-06"))->from, 20);
}

TEST(AttainmentWay, APromiseThatZeroMeetsStartsFromTheFirstFigure) {
  OnePromise promise(4, "2025-12-31", lower, "ngày");
  promise.promise().comparator = Comparator::at_most;
  promise.observe("2025-01-31", 12);
  EXPECT_FALSE(attainment_way(promise.maker.make(), {0}, {0}, at("2025-01")));
  promise.observe("2025-06-30", 6);
  EXPECT_EQ(attainment_way(promise.maker.make(), {0}, {1}, at("2025-06"))->from, 12);
}

TEST(AttainmentWay, ABaselineThatMeetsThePromiseIsNoWay) {
  OnePromise promise;
  promise.observe("2025-06-30", 70);
  promise.promise().baseline = 80;
  EXPECT_FALSE(attainment_way(promise.maker.make(), {0}, {0}, at("2025-06")));
  promise.promise().baseline = 90;
  EXPECT_FALSE(attainment_way(promise.maker.make(), {0}, {0}, at("2025-06")));
}

}  // namespace
}  // namespace tiendo
