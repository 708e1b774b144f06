// The preparation steps, by hand. The table of most tests, at the end of June 2025:
//
//          a (higher)   b (lower)   c (higher)
//   u0        10           4            —
//   u1        20           —           300
//   u2        60           2           100
//   u3        —            8           200
//   u4        —            —            —       nothing at all
#include "score/prepare.h"

#include <gtest/gtest.h>

#include <cmath>

#include "make_dataset.h"
#include "score/scorecard.h"
#include "score/treat.h"

namespace tiendo {
namespace {

using test::at;
using test::DatasetMaker;
using test::group;
using test::leaf;
using test::methodology;

using Values = std::vector<std::optional<double>>;
constexpr std::nullopt_t none = std::nullopt;

struct Table {
  DatasetMaker maker;
  std::vector<UnitId> units;
  IndicatorId a = maker.indicator("a");
  IndicatorId b = maker.indicator("b", Direction::lower_is_better);
  IndicatorId c = maker.indicator("c");
  Methodology method = methodology(group(
      "root", {group("g", {leaf("a", MinMax{}), leaf("b", MinMax{})}), leaf("c", MinMax{})}));

  Table() {
    for (const char* key : {"u0", "u1", "u2", "u3", "u4"}) units.push_back(maker.unit(key));
    fill(a, {10, 20, 60, none, none});
    fill(b, {4, none, 2, 8, none});
    fill(c, {none, 300, 100, 200, none});
  }

  void fill(IndicatorId indicator, const Values& values, const char* when = "2025-06") {
    for (std::size_t i = 0; i < values.size(); ++i)
      if (values[i]) maker.observe(indicator, units[i], when, *values[i]);
  }
  template <class Rule>
  void step(Rule rule, std::vector<std::string> indicators = {}) {
    method.preparation.push_back({.rule = rule, .indicators = std::move(indicators)});
  }
};

Values figures_of(const FigureColumn& column) {
  Values values;
  for (std::size_t i = 0; i < column.figures.size(); ++i) values.push_back(column.figures.at(i));
  return values;
}

Values column(const Table& table, std::size_t leaf, const char* month = "2025-06") {
  const Dataset dataset = table.maker.make();
  return figures_of(prepare(dataset, table.method, at(month)).leaves[leaf].column);
}

TEST(Denominate, DividesByTheUnitsOwnFigureTimesTheFactor) {
  Table table;
  const IndicatorId people = table.maker.indicator("people");
  table.fill(people, {5, 0, none, 4, 1});
  table.step(Denominate{.by = "people", .factor = 1000}, {"a"});
  // u0: 1000 · 10/5 = 2000; u1 divides by 0, u2 by nothing: missing. b is not asked and stays.
  EXPECT_EQ(column(table, 0), (Values{2000, none, none, none, none}));
  EXPECT_EQ(column(table, 1), (Values{4, none, 2, 8, none}));
}

TEST(Impute, MeanAndMedianAreOfAllUnitsAndNeverForAUnitWithNothing) {
  Table table;
  table.step(Impute{FromPeers{.middle = Middle::mean}}, {"a"});
  table.step(Impute{FromPeers{.middle = Middle::median}}, {"b"});
  // mean of 10, 20, 60 = 30; median of 2, 4, 8 = 4; u4 has nothing and gets nothing
  EXPECT_EQ(column(table, 0), (Values{10, 20, 60, 30, none}));
  EXPECT_EQ(column(table, 1), (Values{4, 4, 2, 8, none}));
}

TEST(Impute, OfAGroupLooksAtTheUnitsWithTheSameParent) {
  Table table;
  const UnitId north = table.maker.unit("north", UnitKind::group);
  const UnitId south = table.maker.unit("south", UnitKind::group);
  for (const std::size_t i : {0u, 1u, 3u}) table.maker.tables.units[i].parent = north;
  table.maker.tables.units[2].parent = south;
  table.step(Impute{FromPeers{.middle = Middle::mean, .peers = Peers::group}}, {"a", "c"});
  // a of u3: north has 10 and 20: 15. c of u0: north has 300 and 200: 250.
  EXPECT_EQ(column(table, 0), (Values{10, 20, 60, 15, none}));
  EXPECT_EQ(column(table, 2), (Values{250, 300, 100, 200, none}));
}

TEST(Impute, WithoutAParentOrWithPeersWithoutFiguresTheGapStays) {
  Table table;
  const UnitId south = table.maker.unit("south", UnitKind::group);
  table.maker.tables.units[3].parent = south;
  table.step(Impute{FromPeers{.middle = Middle::median, .peers = Peers::group}});
  EXPECT_EQ(column(table, 0), (Values{10, 20, 60, none, none}));  // u3 is alone in the south
  EXPECT_EQ(column(table, 1), (Values{4, none, 2, 8, none}));     // u1 has no parent
}

// Scaled in their directions: a from 10 to 60, −b from −8 to −2, c from 100 to 300.
//   u0: a (10 − 10)/50 = 0, b (−4 + 8)/6 = 2/3
//   u1: a 0.2, c 1
//   u3: b 0, c 0.5
TEST(Impute, OfARowIsInMinMaxSpaceAndMappedBackToTheIndicatorsOwnScale) {
  Table table;
  table.step(Impute{FromRow{.middle = Middle::mean}});
  // a of u3: mean(0, 0.5) = 0.25: 10 + 0.25 · 50 = 22.5
  EXPECT_EQ(column(table, 0), (Values{10, 20, 60, 22.5, none}));
  // b of u1: mean(0.2, 1) = 0.6: −b = −8 + 0.6 · 6 = −4.4
  EXPECT_NEAR(*column(table, 1)[1], 4.4, 1e-12);
  // c of u0: mean(0, 2/3) = 1/3: 100 + 200/3
  EXPECT_NEAR(*column(table, 2)[0], 100 + 200.0 / 3, 1e-12);
  EXPECT_EQ(column(table, 2)[4], none);
}

TEST(Impute, OfARowMayStayUnderItsOwnAncestor) {
  Table table;
  table.step(Impute{FromRow{.middle = Middle::median, .levels_up = 1}});
  EXPECT_EQ(column(table, 0)[3], 10.0);  // under g only b counts: 0, and a begins at 10
  EXPECT_NEAR(*column(table, 1)[1], 6.8, 1e-12);  // under g only a: 0.2; −b = −8 + 0.2 · 6 = −6.8
  // The root is the parent of g and of c, but one step up from a leaf of g is g: only c itself
  // lies right under the root, so the gap of c stays.
  EXPECT_EQ(column(table, 2)[0], none);
}

struct Timed {
  Table table;
  // One unit with figures at the end of March and of July, one with none after January.
  Timed() {
    table.maker.observations.clear();
    table.fill(table.a, {30, none, none, none, none}, "2025-03");
    table.fill(table.a, {50, none, none, none, none}, "2025-07");
    table.fill(table.a, {none, 8, none, none, none}, "2025-01");
    table.fill(table.b, {none, none, 1, none, none}, "2025-06");
    table.maker.tables.indicators[table.a.index].max_age_months = 0;
  }
};

TEST(Impute, CarryForwardTakesTheLatestEarlierFigureUpToAnAge) {
  Timed timed;
  timed.table.step(Impute{CarryForward{}}, {"a"});
  EXPECT_EQ(column(timed.table, 0), (Values{30, 8, none, none, none}));
  timed.table.method.preparation[0].rule = Impute{CarryForward{.age_months_max = 3}};
  EXPECT_EQ(column(timed.table, 0), (Values{30, none, none, none, none}));  // 3 months pass, 5 do not
  const Dataset dataset = timed.table.maker.make();
  const Prepared prepared = prepare(dataset, timed.table.method, at("2025-06"));
  EXPECT_EQ(prepared.leaves[0].column.origins[0], Origin::carried);  // flagged
  EXPECT_TRUE(prepared.leaves[0].column.observations[0].has_value());
}

TEST(Impute, LinearStandsBetweenTheNeighboursInTime) {
  Timed timed;
  timed.table.step(Impute{Linear{}}, {"a"});
  // u0: March 30, July 50; June is 3 of the 4 months on: 30 + 20 · 3/4 = 45. u1: the nearest, 8.
  EXPECT_EQ(column(timed.table, 0), (Values{45, 8, none, none, none}));
  EXPECT_EQ(column(timed.table, 0, "2025-02")[0], 30.0);  // before the first figure: the nearest
  timed.table.method.preparation[0].rule = Impute{Linear{.ends = Ends::missing}};
  EXPECT_EQ(column(timed.table, 0), (Values{45, none, none, none, none}));
}

TEST(Impute, LinearLooksOnlyAtWhatWasPublished) {
  Timed timed;
  timed.table.step(Impute{Linear{}}, {"a"});
  for (Observation& row : timed.table.maker.observations)
    row.published = test::period(row.period.last < test::date("2025-07-01") ? "2025-06-05"
                                                                            : "2025-08-05");
  const Dataset dataset = timed.table.maker.make();
  const Prepared prepared = prepare(dataset, timed.table.method, at("2025-06", "2025-06-30"));
  EXPECT_EQ(prepared.leaves[0].column.figures.at(0), 30.0);  // July was not known in June
}

// Five indicators, of which a unit has one: 1/5 passes 0.2 exactly, and not a hair more.
TEST(Screen, AShareThatEqualsTheThresholdPasses) {
  DatasetMaker maker;
  std::vector<MethodNode> leaves;
  const UnitId poor = maker.unit("poor"), rich = maker.unit("rich"), empty = maker.unit("empty");
  for (const char* key : {"i0", "i1", "i2", "i3", "i4"}) {
    const IndicatorId indicator = maker.indicator(key);
    maker.observe(indicator, rich, "2025-06", 50);
    if (leaves.empty()) maker.observe(indicator, poor, "2025-06", 90);
    leaves.push_back(leaf(key, Share{}));
  }
  Methodology method = methodology(group("root", leaves));
  method.preparation = {{.rule = Screen{.coverage_min = 0.2}, .indicators = {}}};
  const Dataset dataset = maker.make();
  const auto score_of = [&](UnitId unit) {
    return score(dataset, method, at("2025-06")).find(unit)->score;
  };
  EXPECT_EQ(score_of(poor), 90.0);
  EXPECT_EQ(score_of(empty), none);
  method.preparation[0].rule = Screen{.coverage_min = 0.2000001};
  EXPECT_EQ(score_of(poor), none);
  EXPECT_EQ(score_of(rich), 50.0);
}

TEST(Screen, HappensBeforeAnyMinimumIsTaken) {
  Table table;
  table.fill(table.c, {1000, none, none, none, none});  // u0 now has all three
  table.step(Screen{.coverage_min = 1}, {"a", "b"});    // u0 and u2 have both
  const Dataset dataset = table.maker.make();
  const Prepared prepared = prepare(dataset, table.method, at("2025-06"));
  EXPECT_EQ(figures_of(prepared.leaves[2].column), (Values{1000, none, 100, none, none}));
  EXPECT_EQ(prepared.points[2].at(2), 0.0);  // the least of those that are left
  EXPECT_TRUE(prepared.screened[1]);
}

// May 0 and 40, June 20 and 100: pooled, the extremes are 0 and 100 in both months.
TEST(PooledStatistics, AreOverEveryMonthSoThatMonthsCompare) {
  DatasetMaker maker;
  const IndicatorId a = maker.indicator("a");
  maker.tables.indicators[a.index].max_age_months = 0;
  const UnitId x = maker.unit("x"), y = maker.unit("y");
  maker.observe(a, x, "2025-05", 0);
  maker.observe(a, y, "2025-05", 40);
  maker.observe(a, x, "2025-06", 20);
  maker.observe(a, y, "2025-06", 100);
  const Dataset dataset = maker.make();
  Methodology method = methodology(leaf("a", MinMax{}));
  const auto score_of = [&](UnitId unit, const char* month) {
    return score(dataset, method, at(month)).find(unit)->score;
  };
  EXPECT_EQ(score_of(y, "2025-05"), 100.0);  // by the period alone
  method.statistics = Statistics::pooled;
  EXPECT_EQ(score_of(x, "2025-05"), 0.0);
  EXPECT_EQ(score_of(y, "2025-05"), 40.0);
  EXPECT_EQ(score_of(x, "2025-06"), 20.0);
  EXPECT_EQ(score_of(y, "2025-06"), 100.0);
}

// 0 … 10 and three values far out: skew 2.6, pulled in once 1.9, twice 1.6, three times −0.4.
const std::vector<double> far_out{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1000, 2000, 4000};

TEST(Winsorise, GoesOnWhileItFailsAndFewerThanTheMostAreTreated) {
  // 4000 → 2000, both → 1000, all three → 10: then it passes.
  std::vector<double> one = far_out, two = far_out, all = far_out;
  one[13] = 2000;
  two[12] = two[13] = 1000;
  all[11] = all[12] = all[13] = 10;
  const auto treated = [](int most) {
    return treat(Treat{.skew_below = 1, .kurtosis_below = -2, .points_max = most, .second = {}},
                 far_out);
  };
  EXPECT_EQ(treated(0), far_out);
  EXPECT_EQ(treated(1), one);
  EXPECT_EQ(treated(2), two);
  EXPECT_EQ(treated(3), all);  // skew −0.4: it passes
  EXPECT_EQ(treated(5), all);
}

TEST(Winsorise, PullsInTiedExtremesTogether) {
  // Two values of 100 count as two treated, in one step: points_max 1 lets it happen all the same.
  const std::vector<double> values{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 100, 100};
  std::vector<double> expected = values;
  expected[15] = expected[16] = 15;
  EXPECT_EQ(treat(Treat{.skew_below = 1, .kurtosis_below = 0, .points_max = 1, .second = {}}, values),
            expected);
}

// Columns that winsorising may not touch (points_max 0), so that the second treatment comes: 1 … 9
// and 101, a range of 100, and the mirror image.
struct Logs {
  std::vector<double> up{1, 2, 3, 4, 5, 6, 7, 8, 9, 101};
  std::vector<double> down{-1, -2, -3, -4, -5, -6, -7, -8, -9, -101};

  static std::vector<double> of(const std::vector<double>& values, Transform second) {
    return treat(Treat{.points_max = 0, .second = second}, values);
  }
};

TEST(SecondTreatment, LogCtAddsAHundredthOfTheRange) {
  const auto treated = Logs::of(Logs{}.up, LogCt{});
  EXPECT_NEAR(treated[0], 0, 1e-15);               // ln(1 − 1 + 0.01 · 100) = ln 1
  EXPECT_NEAR(treated[4], std::log(5), 1e-15);     // ln(5 − 1 + 1)
  EXPECT_NEAR(treated[9], std::log(101), 1e-14);
}

TEST(SecondTreatment, LogCtPlusTurnsRoundWhereTheSkewIsNegative) {
  EXPECT_EQ(Logs::of(Logs{}.up, LogCtPlus{}), Logs::of(Logs{}.up, LogCt{}));
  const auto treated = Logs::of(Logs{}.down, LogCtPlus{});
  EXPECT_NEAR(treated[0], 0, 1e-15);               // −ln(−1 + 1 + 1)
  EXPECT_NEAR(treated[4], -std::log(5), 1e-15);    // −ln(−1 + 5 + 1)
  EXPECT_NEAR(treated[9], -std::log(101), 1e-14);  // the order is kept: the least stays the least
}

TEST(SecondTreatment, LogCtOrigAddsOne) {
  const auto treated = Logs::of(Logs{}.up, LogCtOrig{});
  EXPECT_EQ(treated[0], 0);                        // ln(1 − 1 + 1)
  EXPECT_NEAR(treated[9], std::log(101), 1e-14);
}

TEST(SecondTreatment, BoxCoxIsOfTheValuesFromOneOn) {
  // y = x − min + 1 = x here. λ = 0: ln y. λ = 0.5: (√y − 1)/0.5. λ = −1: 1 − 1/y.
  EXPECT_NEAR(Logs::of(Logs{}.up, BoxCox{})[9], std::log(101), 1e-14);
  EXPECT_NEAR(Logs::of(Logs{}.up, BoxCox{.lambda = 0.5})[8], 4, 1e-14);
  EXPECT_NEAR(Logs::of(Logs{}.up, BoxCox{.lambda = -1})[3], 0.75, 1e-15);
}

TEST(Treat, LooksAtTheRawFiguresAndSaysWhichItChanged) {
  Table table;
  table.maker.observations.clear();
  for (int i = 5; i < 11; ++i) table.units.push_back(table.maker.unit("u" + std::to_string(i)));
  table.fill(table.b, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100});  // lower is better: all the same
  table.step(Treat{}, {"b"});
  const Dataset dataset = table.maker.make();
  const Prepared prepared = prepare(dataset, table.method, at("2025-06"));
  EXPECT_EQ(prepared.leaves[1].column.figures.at(10), 10.0);
  EXPECT_TRUE(prepared.leaves[1].column.treated[10]);
  EXPECT_FALSE(prepared.leaves[1].column.treated[9]);
}

}  // namespace
}  // namespace tiendo
