// What stands on a node beside its mean, and the scores of assignments and offices, by hand.
#include <gtest/gtest.h>

#include "make_dataset.h"
#include "score/change.h"
#include "score/offices.h"
#include "score/scorecard.h"

namespace tiendo {
namespace {

using test::at;
using test::DatasetMaker;
using test::group;
using test::leaf;
using test::methodology;

struct Scored {
  DatasetMaker maker;
  UnitId x = maker.unit("x");

  IndicatorId add(const char* key, double value, const char* when = "2025-06") {
    const IndicatorId indicator = maker.indicator(key);
    maker.observe(indicator, x, when, value);
    return indicator;
  }
};

Deduction deduction(const char* indicator, double each, std::optional<double> most = {}) {
  return {.reason = {indicator, indicator}, .indicator = indicator, .points_each = each,
          .points_max = most};
}

GroupRule& rule_of(MethodNode& node) { return std::get<GroupRule>(node.rule); }

TEST(Deductions, TakePointsOffForEveryOneCountedUpToTheirMost) {
  // mean(60, 80) = 70; 3 leaks at 2 points: 64; 9 complaints at 1 point, at most 5: 59
  Scored scored;
  scored.add("a", 60);
  scored.add("b", 80);
  scored.add("leaks", 3);
  scored.add("complaints", 9);
  MethodNode root = group("root", {leaf("a", Share{}), leaf("b", Share{})});
  rule_of(root).deductions = {deduction("leaks", 2), deduction("complaints", 1, 5.0),
                              deduction("unheard-of", 10)};  // nothing counted: nothing taken
  const Dataset dataset = scored.maker.make();
  const Methodology method = methodology(root);
  const Scorecard card = score(dataset, method, at("2025-06"));
  EXPECT_EQ(card.units[0].score, 59.0);
  const TraceNode& trace = card.units[0].trace();
  ASSERT_EQ(trace.deductions.size(), 2u);
  EXPECT_EQ(trace.deductions[0].points, 6);
  EXPECT_EQ(trace.deductions[1].points, 5);
  EXPECT_EQ(trace.adjustment, -11);
  EXPECT_EQ(*trace.children[0].contribution + *trace.children[1].contribution, 70);
}

TEST(Deductions, TakeAScoreToZeroAtMost) {
  Scored scored;
  scored.add("a", 4);
  scored.add("leaks", 3);
  MethodNode root = group("root", {leaf("a", Share{})});
  rule_of(root).deductions = {deduction("leaks", 2), deduction("leaks", 1)};
  const Dataset dataset = scored.maker.make();
  const Methodology method = methodology(root);
  const Scorecard card = score(dataset, method, at("2025-06"));
  EXPECT_EQ(card.units[0].score, 0.0);                    // 4 − 6 stops at 0
  EXPECT_EQ(card.units[0].trace().deductions[0].points, 4);  // what was really taken
  EXPECT_EQ(card.units[0].trace().deductions[1].points, 0);
}

TEST(Deductions, GiveNoScoreToWhoHasNone) {
  Scored scored;
  scored.maker.indicator("a");
  scored.add("leaks", 3);
  MethodNode root = group("root", {leaf("a", Share{})});
  rule_of(root).deductions = {deduction("leaks", 2)};
  const Dataset dataset = scored.maker.make();
  const Methodology method = methodology(root);
  EXPECT_EQ(score(dataset, method, at("2025-06")).units[0].score, std::nullopt);
}

TEST(Cap, ComesAfterTheDeductionsAndOnlyOnItsOwnNode) {
  // inner: 95 − 2 = 93, capped at 90; root: mean(90, 100) = 95, not capped
  Scored scored;
  scored.add("a", 95);
  scored.add("b", 100);
  scored.add("leaks", 1);
  MethodNode inner = group("inner", {leaf("a", Share{})});
  rule_of(inner).deductions = {deduction("leaks", 2)};
  rule_of(inner).cap = 90;
  const Dataset dataset = scored.maker.make();
  const Methodology method = methodology(group("root", {inner, leaf("b", Share{})}));
  const Scorecard card = score(dataset, method, at("2025-06"));
  EXPECT_EQ(card.units[0].score, 95.0);
  const TraceNode& trace = card.units[0].trace().children[0];
  EXPECT_EQ(trace.score, 90.0);
  EXPECT_EQ(trace.adjustment, -5);               // 2 taken off, 3 above the cap
  EXPECT_EQ(trace.adjustment_contribution, -2.5);  // half of it in the root's points
}

TEST(Clears, AreTheWeightedShareOfTheSeven) {
  Task task;
  task.clears = {true, true, false, true, false, false, false};
  EXPECT_DOUBLE_EQ(clears_score(task, ClearsRule{}), 300.0 / 7);  // 3 of 7
  // weights 2, 1, 1, 3, 1, 1, 1 add up to 10; 2 + 1 + 3 of them are clear
  EXPECT_DOUBLE_EQ(clears_score(task, ClearsRule{{2, 1, 1, 3, 1, 1, 1}}), 60);
  EXPECT_EQ(clears_score(Task{}, ClearsRule{}), 0);
}

TEST(Clears, OfAUnitAreTheMeanOverAllAssignmentsThatItLeads) {
  // 7 of 7 and 3 of 7, due or not: (100 + 300/7)/2
  Scored scored;
  scored.maker.task(scored.x, "2025-03-01");
  scored.maker.task(scored.x, "2026-03-01");
  scored.maker.tables.tasks[0].clears = {true, true, true, true, true, true, true};
  scored.maker.tables.tasks[1].clears = {true, true, true};
  scored.maker.task(scored.maker.unit("y"));  // another's
  MethodNode root;
  root.id = "clears";
  root.rule = ClearsRule{};
  const Dataset dataset = scored.maker.make();
  const Methodology method = methodology(root);
  const Scorecard card = score(dataset, method, at("2025-06"));
  EXPECT_DOUBLE_EQ(*card.find(scored.x)->score, (100 + 300.0 / 7) / 2);
  EXPECT_EQ(card.find(scored.x)->trace().tasks.size(), 2u);
}

TEST(Offices, AreScoredOverTheTasksThatTheyAnswerFor) {
  // Cục A: done on time 100, overdue since 31 May, 30 days at 1 point: 70; mean 85.
  // Cục B: one task in silence: no score, one left out. A task without an office is nobody's.
  Scored scored;
  const TaskId done = scored.maker.task(scored.x, "2025-05-01");
  const TaskId late = scored.maker.task(scored.x, "2025-05-31");
  scored.maker.task(scored.x, "2025-05-01");
  scored.maker.task(scored.x, "2025-05-01");
  for (int i = 0; i < 3; ++i)
    scored.maker.tables.tasks[i].office = {i < 2 ? "Cục A" : "Cục B", ""};
  scored.maker.report(done, "2025-04-20", ReportedState::done);
  scored.maker.report(late, "2025-06-15", ReportedState::not_done);
  TasksRule rule;
  rule.points.overdue = DecliningPoints{.start = 100, .per_day = 1, .floor = 40};
  const Dataset dataset = scored.maker.make();
  const auto offices = office_scores(dataset, at("2025-06"), rule);
  ASSERT_EQ(offices.size(), 2u);
  EXPECT_EQ(offices[0].office.vi, "Cục A");
  EXPECT_EQ(offices[0].score, 85.0);
  EXPECT_EQ(offices[1].score, std::nullopt);
  EXPECT_EQ(offices[1].excluded, 1);
  const auto review =
      review_list(dataset, standings(dataset, at("2025-06"), DeadlineRule::revised));
  ASSERT_EQ(review.size(), 3u);  // Cục B's of 1 May, Cục A's of 31 May, then nobody's of 1 May
  EXPECT_EQ(review[0].office.vi, "Cục B");
  EXPECT_EQ(review[1].office.vi, "Cục A");
  EXPECT_TRUE(review[2].office.empty());
}

// --- three cards: before, between (the old rule now) and now

TEST(Change, IsSplitIntoFiguresCoverageAndMethod) {
  // May: a 40, b 80, no c: mean 60. June: a 50, b 80, c 20: by the old rule 50.
  //   coverage: the common members a, b make 60 → 65; the third takes it to 50: −15
  //   figures: a by half of its 10: +5
  // The new rule makes b four times as heavy: (50 + 320 + 20)/6 = 65, so the method gives +15.
  Scored scored;
  const IndicatorId a = scored.add("a", 40, "2025-05");
  scored.add("b", 80, "2025-05");
  scored.add("c", 20);
  scored.maker.observe(a, scored.x, "2025-06", 50);
  const Dataset dataset = scored.maker.make();
  const auto rule = [](double weight_of_b) {
    return methodology(group("root", {leaf("a", Share{}), leaf("b", Share{}, weight_of_b),
                                      leaf("c", Share{})}));
  };
  const Methodology old_rule = rule(1), new_rule = rule(4);
  const Scorecard before = score(dataset, old_rule, at("2025-05"));
  const Scorecard between = score(dataset, old_rule, at("2025-06"));
  const Scorecard now = score(dataset, new_rule, at("2025-06"));
  const auto change = change_of(before, between, now, scored.x);
  ASSERT_TRUE(change);
  EXPECT_DOUBLE_EQ(change->points, 5);
  EXPECT_DOUBLE_EQ(change->method, 15);
  EXPECT_DOUBLE_EQ(change->coverage, -15);
  EXPECT_EQ(change->leaves[0].method->id, "a");
  EXPECT_DOUBLE_EQ(change->leaves[0].points, 5);
  EXPECT_FALSE(change_of(before, now, scored.x));  // two rules: two cards cannot tell
}

TEST(Change, OfAGeometricMeanIsTheAverageOfBothOrders) {
  // √(4·9) = 6 → √(16·25) = 20. a first: √(16·9) = 12, so a +6, b +8; b first: √(4·25) = 10, so
  // b +4, a +10. On average a +8, b +6.
  Scored scored;
  const IndicatorId a = scored.add("a", 4, "2025-05"), b = scored.add("b", 9, "2025-05");
  scored.maker.observe(a, scored.x, "2025-06", 16);
  scored.maker.observe(b, scored.x, "2025-06", 25);
  MethodNode root = group("root", {leaf("a", Share{}), leaf("b", Share{})});
  rule_of(root).aggregation = Geometric{};
  const Dataset dataset = scored.maker.make();
  const Methodology method = methodology(root);
  const Scorecard before = score(dataset, method, at("2025-05"));
  const Scorecard now = score(dataset, method, at("2025-06"));
  const auto change = change_of(before, now, scored.x);
  ASSERT_TRUE(change);
  EXPECT_NEAR(change->points, 14, 1e-12);
  EXPECT_EQ(change->leaves[0].method->id, "a");
  EXPECT_NEAR(change->leaves[0].points, 8, 1e-12);
  EXPECT_NEAR(change->leaves[1].points, 6, 1e-12);
}

TEST(Change, OfADeductionIsSaidOfTheNodeThatItStandsOn) {
  Scored scored;
  const IndicatorId leaks = scored.add("leaks", 1, "2025-05");
  scored.add("a", 60, "2025-05");
  scored.maker.observe(leaks, scored.x, "2025-06", 4);
  MethodNode root = group("root", {leaf("a", Share{})});
  rule_of(root).deductions = {deduction("leaks", 2)};
  const Dataset dataset = scored.maker.make();
  const Methodology method = methodology(root);
  const Scorecard before = score(dataset, method, at("2025-05"));
  const Scorecard now = score(dataset, method, at("2025-06"));
  const auto change = change_of(before, now, scored.x);  // 58 → 52
  ASSERT_TRUE(change);
  EXPECT_EQ(change->leaves[0].method->id, "root");
  EXPECT_DOUBLE_EQ(change->leaves[0].points, -6);
}

// --- edges

// Every method over one unit, and over a column in which all are equal: as the table of scoring.md.
TEST(Edges, OfAConstantColumnFollowEveryMethodsOwnRule) {
  const auto scored = [](Normalisation method, int count) {
    DatasetMaker maker;
    const IndicatorId a = maker.indicator("a");
    for (int i = 0; i < count; ++i)
      maker.observe(a, maker.unit("u" + std::to_string(i)), "2025-06", 0.1);
    const Dataset dataset = maker.make();
    const Methodology rule = methodology(leaf("a", method));
    return score(dataset, rule, at("2025-06")).units[0].score;
  };
  for (const int count : {1, 3}) {
    EXPECT_EQ(scored(MinMax{}, count), std::nullopt);
    EXPECT_EQ(scored(ZScore{}, count), std::nullopt);
    EXPECT_EQ(scored(DistanceToMax{}, count), std::nullopt);
    EXPECT_EQ(scored(DistanceToReference{.unit = "u0"}, count), std::nullopt);
    EXPECT_EQ(scored(DistanceToTarget{.target = 0.1}, count), std::nullopt);
    EXPECT_EQ(scored(PercentileRank{}, count), 0.0);
    EXPECT_EQ(scored(Borda{}, count), 0.0);
    EXPECT_EQ(scored(Rank{}, count), 1.0);
    EXPECT_EQ(scored(FractionOfMax{}, count), 100.0);
    EXPECT_EQ(scored(Share{}, count), 0.1);
  }
}

TEST(Edges, AWarningNamesTheLeafThatCouldNotBeScaled) {
  Scored scored;
  scored.add("a", 5);
  scored.add("b", 50);
  const Dataset dataset = scored.maker.make();
  const Methodology method =
      methodology(group("root", {leaf("a", MinMax{}), leaf("b", Share{})}));
  const Scorecard card = score(dataset, method, at("2025-06"));
  ASSERT_EQ(card.warnings.size(), 1u);
  EXPECT_EQ(card.warnings[0].kind, WarningKind::constant);
  EXPECT_EQ(card.warnings[0].node->id, "a");
  EXPECT_EQ(card.units[0].score, 50.0);
  EXPECT_EQ(card.units[0].coverage, 0.5);
}

}  // namespace
}  // namespace tiendo
