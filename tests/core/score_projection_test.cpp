#include "score/projection.h"

#include <gtest/gtest.h>

#include "make_dataset.h"
#include "score/offices.h"
#include "score/robustness.h"
#include "score/scorecard.h"
#include "score/treat.h"

namespace tiendo {
namespace {

using test::at;
using test::date;
using test::DatasetMaker;
using test::group;
using test::leaf;
using test::methodology;

constexpr double month_days = 30.4375;

struct Series {
  DatasetMaker maker;
  UnitId unit = maker.unit("x");
  IndicatorId rate = maker.indicator("a");

  void add(const char* when, double value) { maker.observe(rate, unit, when, value); }
};

TEST(Trend, IsTheMedianOfAllSlopes) {
  // 1, 11, 21, 31 January: 10, 20, 30, 100. Slopes by day: 1, 1, 7, 1, 4, 3 → 1, 1, 1, 3, 4, 7;
  // median (1 + 3)/2 = 2. N = 6, half width 1.96 √(4·3·13/18) = 5.77: all of them.
  Series series;
  series.add("2025-01-01", 10);
  series.add("2025-01-11", 20);
  series.add("2025-01-21", 30);
  series.add("2025-01-31", 100);
  const Dataset dataset = series.maker.make();
  const auto trend = trend_of(dataset, series.rate, series.unit, at("2025-01"));
  ASSERT_TRUE(trend);
  EXPECT_EQ(trend->basis, TrendBasis::theil_sen);
  EXPECT_DOUBLE_EQ(trend->per_month, 2 * month_days);
  EXPECT_DOUBLE_EQ(*trend->low_per_month, 1 * month_days);
  EXPECT_DOUBLE_EQ(*trend->high_per_month, 7 * month_days);
}

TEST(Trend, OfTwoFiguresHasNoIntervalAndOfOneIsNone) {
  Series series;
  series.add("2025-01-01", 10);
  EXPECT_FALSE(trend_of(series.maker.make(), series.rate, series.unit, at("2025-01")));
  series.add("2025-01-11", 20);
  const auto trend = trend_of(series.maker.make(), series.rate, series.unit, at("2025-01"));
  ASSERT_TRUE(trend);
  EXPECT_EQ(trend->basis, TrendBasis::two_points);
  EXPECT_FALSE(trend->low_per_month);
}

TEST(Projection, SaysWhenTheLineReachesTheTargetAndWhatIsNeeded) {
  // 1 a day; 20 on 11 January, 50 asked for: 30 days later, on 10 February. By 21 January 30 in 10
  // days are needed.
  Series series;
  series.add("2025-01-01", 10);
  series.add("2025-01-11", 20);
  series.maker.promise(series.rate, series.unit, 50, "2025-02-20");
  const Dataset dataset = series.maker.make();
  const auto projection = projection_of(dataset, {0}, at("2025-01"));
  ASSERT_TRUE(projection);
  EXPECT_EQ(projection->reached, date("2025-02-10"));
  EXPECT_DOUBLE_EQ(*projection->needed_per_month, 30.0 / 40 * month_days);
}

TEST(Projection, OfALineThatGoesTheOtherWayIsNever) {
  Series series;
  series.add("2025-01-01", 20);
  series.add("2025-01-11", 10);
  series.maker.promise(series.rate, series.unit, 50, "2025-02-20");
  const auto projection = projection_of(series.maker.make(), {0}, at("2025-01"));
  ASSERT_TRUE(projection);
  EXPECT_FALSE(projection->reached);
}

TEST(Offices, AnswerForTheirTasksOldestFirst) {
  DatasetMaker maker;
  const UnitId x = maker.unit("x");
  for (const char* deadline : {"2025-05-01", "2025-03-01", "2025-09-01"}) maker.task(x, deadline);
  for (Task& task : maker.tables.tasks) task.office = {"Cục A", "Department A"};
  maker.report({0}, "2025-04-01", ReportedState::done);
  const Dataset dataset = maker.make();
  const auto offices = office_scores(dataset, at("2025-06"), TasksRule{});
  ASSERT_EQ(offices.size(), 1u);
  EXPECT_EQ(offices[0].score, 100);  // done on time; the other due one is silent and left out
  EXPECT_EQ(offices[0].tasks.size(), 2u);
  EXPECT_EQ(offices[0].excluded, 1);
  const auto review = review_list(
      dataset, standings(dataset, at("2025-06"), DeadlineRule::revised));
  ASSERT_EQ(review.size(), 1u);
  ASSERT_EQ(review[0].tasks.size(), 1u);
  EXPECT_EQ(review[0].tasks[0].state, TaskState::unconfirmed);
}

TEST(Treat, PullsInTheMaximumUntilTheColumnPasses) {
  // 1 … 10 and 100: skew 3.3, kurtosis 10.8. The 100 becomes 10, and the column passes.
  const std::vector<double> values{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100};
  const std::vector<double> expected{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10};
  EXPECT_EQ(treat(Treat{}, values), expected);
  // the mirror image is pulled in from below
  std::vector<double> mirrored, mirrored_expected;
  for (const double x : values) mirrored.push_back(-x);
  for (const double x : expected) mirrored_expected.push_back(-x);
  EXPECT_EQ(treat(Treat{}, mirrored), mirrored_expected);
}

TEST(Treat, LeavesAColumnAloneForWhichTheMeasuresAreUndefined) {
  const std::vector<double> three{1, 1, 100}, constant{5, 5, 5, 5, 5};
  EXPECT_EQ(treat(Treat{}, three), three);
  EXPECT_EQ(treat(Treat{}, constant), constant);
  // pulled in, this one would be constant: it stays
  const std::vector<double> spike{0, 0, 0, 0, 0, 0, 0, 0, 0, 50};
  EXPECT_EQ(treat(Treat{}, spike), spike);
}

// Owner x has three databases: 40 and 80 by "share", one exempt: (40 + 80)/2 = 60, coverage full.
TEST(Owned, IsTheMeanOfTheDatabasesThatAreNotExempt) {
  DatasetMaker maker;
  const UnitId x = maker.unit("x");
  const IndicatorId rate = maker.indicator("a");
  for (const char* key : {"d1", "d2", "d3"}) {
    const UnitId database = maker.unit(key, UnitKind::database);
    maker.tables.units[database.index].owner = x;
    const bool exempt = std::string_view(key) == "d3";
    Observation& row = maker.observe(rate, database, "2025-06", std::nullopt);
    if (exempt) row.category.vi = "exempt";
    else row.value = key[1] == '1' ? 40 : 80;
  }
  OwnedRule rule;
  rule.each = {group("each", {leaf("a", Share{})})};
  MethodNode root;
  root.id = "owned";
  root.rule = rule;
  const Dataset dataset = maker.make();
  const Methodology method = methodology(root);
  const Scorecard card = score(dataset, method, at("2025-06"));
  ASSERT_EQ(card.units.size(), 1u);
  EXPECT_EQ(card.units[0].score, 60);
  EXPECT_EQ(card.units[0].coverage, 1);
  EXPECT_EQ(card.units[0].trace().owned.size(), 3u);
}

// A rank without a value is a row like any other: the exemption beside it is found all the same.
TEST(Exempt, IsFoundAmongRowsThatAreOnlyARank) {
  DatasetMaker maker;
  const IndicatorId rate = maker.indicator("a");
  const UnitId ranked = maker.unit("x"), exempt = maker.unit("y"), later = maker.unit("z");
  maker.observe(rate, ranked, "2025-06", std::nullopt).rank = 3;
  maker.observe(rate, exempt, "2025-06", std::nullopt).category.vi = "exempt";
  maker.observe(rate, later, "2025-07", std::nullopt).category.vi = "exempt";
  const Dataset dataset = maker.make();
  const Prepared prepared = prepare(dataset, methodology(group("root", {leaf("a", Share{})})),
                                    at("2025-06"));
  EXPECT_EQ(prepared.points[0].presence,
            (std::vector<Presence>{Presence::absent, Presence::exempt, Presence::absent}));
}

TEST(Robustness, GivesTheSameTableInSlicesOfAnySize) {
  DatasetMaker maker;
  const IndicatorId a = maker.indicator("a"), b = maker.indicator("b");
  for (int i = 0; i < 8; ++i) {
    const UnitId unit = maker.unit("u" + std::to_string(i));
    maker.observe(a, unit, "2025-06", 10 * i);
    maker.observe(b, unit, "2025-06", (i * 37) % 80);
  }
  const Dataset dataset = maker.make();
  const Methodology method = methodology(group("root", {leaf("a", Share{}), leaf("b", Share{})}));
  const RobustnessSettings settings{.runs = 60, .seed = 7, .top = 3};
  Robustness whole(dataset, method, at("2025-06"), settings);
  Robustness sliced(dataset, method, at("2025-06"), settings);
  EXPECT_FALSE(whole.advance(60));
  while (sliced.advance(7)) {
  }
  const auto x = whole.table(), y = sliced.table();
  ASSERT_EQ(x.size(), y.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    EXPECT_EQ(x[i].median, y[i].median);
    EXPECT_EQ(x[i].low, y[i].low);
    EXPECT_EQ(x[i].top_share, y[i].top_share);
    EXPECT_LE(x[i].low, x[i].median);
    EXPECT_LE(x[i].median, x[i].high);
  }
}

TEST(Robustness, OfWhatDoesNotVaryIsCertain) {
  DatasetMaker maker;
  const IndicatorId a = maker.indicator("a");
  for (int i = 0; i < 3; ++i)
    maker.observe(a, maker.unit("u" + std::to_string(i)), "2025-06", 10 * i);
  const Dataset dataset = maker.make();
  const Methodology method = methodology(leaf("a", Share{}));
  Robustness robustness(dataset, method, at("2025-06"), {.runs = 20, .seed = 1, .top = 1});
  robustness.advance(20);
  const auto table = robustness.table();
  EXPECT_EQ(table[0].low, 1);
  EXPECT_EQ(table[0].high, 1);
  EXPECT_EQ(table[0].top_share, 1);
  EXPECT_EQ(table[2].median, 3);
  EXPECT_FALSE(robustness.shares(10));
}

}  // namespace
}  // namespace tiendo
