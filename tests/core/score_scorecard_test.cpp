#include <gtest/gtest.h>

#include "make_dataset.h"
#include "score/scorecard.h"

namespace tiendo {
namespace {

using test::at;
using test::date;
using test::DatasetMaker;
using test::group;
using test::leaf;
using test::methodology;
using test::period;

constexpr std::optional<double> missing;

// Three provinces, two indicators: "a" of 0–20 and "b" in percent.
struct Provinces {
  DatasetMaker maker;
  UnitId x = maker.unit("x"), y = maker.unit("y"), z = maker.unit("z");
  IndicatorId a = maker.indicator("a"), b = maker.indicator("b");

  Provinces& observe(UnitId unit, std::optional<double> of_a, std::optional<double> of_b,
                     std::string_view when = "2025-06") {
    if (of_a) maker.observe(a, unit, when, of_a);
    if (of_b) maker.observe(b, unit, when, of_b);
    return *this;
  }
};

// a weighs 1, b weighs 3
Methodology two_leaves() {
  return methodology(group("root", {leaf("a", Goalposts{.lower = 0, .upper = 20}, 1),
                                    leaf("b", Share{}, 3)}));
}

TEST(Scorecard, ScoresRanksAndOrdersTheUnits) {
  // x: (50 + 3·70)/4 = 65; y: (100 + 3·80)/4 = 85
  Provinces provinces;
  provinces.observe(provinces.x, 10, 70).observe(provinces.y, 20, 80);
  const Dataset dataset = provinces.maker.make();
  const Methodology method = two_leaves();
  const Scorecard card = score(dataset, method, at("2025-06"));
  ASSERT_EQ(card.units.size(), 3u);
  EXPECT_EQ(card.units[0].unit, provinces.y);
  EXPECT_EQ(card.units[0].score, 85);
  EXPECT_EQ(card.units[0].rank, 1);
  EXPECT_EQ(card.units[1].score, 65);
  EXPECT_EQ(card.units[1].rank, 2);
  EXPECT_EQ(card.scored(), 2);
}

TEST(Scorecard, ListsAUnitWithoutDataUnscoredAndLast) {
  Provinces provinces;
  provinces.observe(provinces.z, 10, 70);
  const Dataset dataset = provinces.maker.make();
  const Methodology method = two_leaves();
  const Scorecard card = score(dataset, method, at("2025-06"));
  ASSERT_EQ(card.units.size(), 3u);
  EXPECT_EQ(card.units[0].unit, provinces.z);
  EXPECT_EQ(card.units[1].unit, provinces.x);  // in table order
  EXPECT_EQ(card.units[2].unit, provinces.y);
  EXPECT_EQ(card.units[2].score, missing);
  EXPECT_EQ(card.units[2].rank, std::nullopt);
  EXPECT_EQ(card.units[2].band, nullptr);
  EXPECT_EQ(card.units[2].coverage, 0);
}

TEST(Scorecard, WithoutAnyDataNobodyHasAScore) {
  const Provinces provinces;
  const Dataset dataset = provinces.maker.make();
  const Methodology method = two_leaves();
  EXPECT_EQ(score(dataset, method, at("2025-06")).scored(), 0);
}

TEST(Scorecard, AnIndicatorThatTheDatasetDoesNotKnowIsMissing) {
  Provinces provinces;
  provinces.observe(provinces.x, 10, 70);
  const Dataset dataset = provinces.maker.make();
  const Methodology method =
      methodology(group("root", {leaf("a", Goalposts{.lower = 0, .upper = 20}),
                                 leaf("unheard-of", Share{})}));
  const Scorecard card = score(dataset, method, at("2025-06"));
  EXPECT_EQ(card.units[0].score, 50);
  EXPECT_EQ(card.units[0].coverage, 0.5);
}

TEST(Scorecard, HoldsOnlyUnitsOfTheKindsThatExistOnTheLastDay) {
  DatasetMaker maker;
  const IndicatorId rate = maker.indicator("a");
  const UnitId former = maker.unit("former"), merged = maker.unit("merged");
  maker.unit("ministry", UnitKind::ministry);
  maker.tables.units[former.index].valid_to = date("2025-06-30");
  maker.tables.units[merged.index].valid_from = date("2025-07-01");
  maker.observe(rate, former, "2025-05", 10);
  maker.observe(rate, merged, "2025-07", 20);
  const Dataset dataset = maker.make();
  const Methodology method = methodology(leaf("a", Share{}));
  const auto only_unit = [&](std::string_view month) {
    const Scorecard card = score(dataset, method, at(month));
    return card.units.size() == 1 ? card.units[0].unit : UnitId{99};
  };
  EXPECT_EQ(only_unit("2025-06"), former);
  EXPECT_EQ(only_unit("2025-07"), merged);
}

TEST(Scorecard, FindsAUnitThatTakesPartAndNoOther) {
  Provinces provinces;
  const UnitId ministry = provinces.maker.unit("ministry", UnitKind::ministry);
  provinces.observe(provinces.y, 10, 70);
  const Dataset dataset = provinces.maker.make();
  const Methodology method = two_leaves();
  const Scorecard card = score(dataset, method, at("2025-06"));
  EXPECT_EQ(card.find(provinces.y)->unit, provinces.y);
  EXPECT_EQ(card.find(ministry), nullptr);
}

TEST(Scorecard, DependsOnWhatWasKnown) {
  Provinces provinces;
  provinces.observe(provinces.x, 10, {});
  provinces.maker.observations[0].published = period("2025-08-01");
  const Dataset dataset = provinces.maker.make();
  const Methodology method = two_leaves();
  EXPECT_EQ(score(dataset, method, at("2025-06", "2025-07-31")).scored(), 0);
  EXPECT_EQ(score(dataset, method, at("2025-06", "2025-08-01")).scored(), 1);
}

TEST(MinMaxOfAScorecard, LooksOnlyAtUnitsThatTakePart) {
  // x 10, y 20, z 30; the nation's 1000 is not one of them: y is half way
  Provinces provinces;
  const UnitId nation = provinces.maker.unit("viet-nam", UnitKind::nation);
  provinces.observe(provinces.x, 10, {}).observe(provinces.y, 20, {})
      .observe(provinces.z, 30, {}).observe(nation, 1000, {});
  const Dataset dataset = provinces.maker.make();
  const Methodology method = methodology(leaf("a", MinMax{}));
  const Scorecard card = score(dataset, method, at("2025-06"));
  EXPECT_EQ(card.find(provinces.y)->score, 50);
  EXPECT_EQ(card.find(provinces.z)->score, 100);
}

TEST(MinMaxOfAScorecard, AConstantColumnScoresNobody) {
  Provinces provinces;
  provinces.observe(provinces.x, 10, {}).observe(provinces.y, 10, {});
  const Dataset dataset = provinces.maker.make();
  const Methodology method = methodology(leaf("a", MinMax{}));
  EXPECT_EQ(score(dataset, method, at("2025-06")).scored(), 0);
}

TEST(Trace, NamesFiguresWeightsAndContributions) {
  Provinces provinces;
  provinces.observe(provinces.x, 10, 70);
  const Dataset dataset = provinces.maker.make();
  const Methodology method = two_leaves();
  const Scorecard card = score(dataset, method, at("2025-06"));
  const TraceNode& root = card.find(provinces.x)->trace();
  EXPECT_EQ(root.method, &method.root);
  EXPECT_EQ(root.score, 65);
  EXPECT_EQ(root.contribution, 65);
  EXPECT_EQ(root.weight, 1);
  ASSERT_EQ(root.children.size(), 2u);
  EXPECT_EQ(root.children[0].observation, ObservationId{0});
  EXPECT_EQ(root.children[0].score, 50);
  EXPECT_EQ(root.children[0].weight, 0.25);
  EXPECT_EQ(root.children[0].contribution, 12.5);
  EXPECT_EQ(root.children[1].contribution, 52.5);
}

TEST(Trace, ShowsTheWeightsAfterReweighting) {
  Provinces provinces;
  provinces.observe(provinces.x, 10, {});
  const Dataset dataset = provinces.maker.make();
  const Methodology method = two_leaves();
  const Scorecard card = score(dataset, method, at("2025-06"));
  const TraceNode& root = card.find(provinces.x)->trace();
  EXPECT_EQ(root.score, 50);
  EXPECT_EQ(root.children[0].weight, 1);
  EXPECT_EQ(root.children[0].contribution, 50);
  EXPECT_EQ(root.children[1].weight, 0);
  EXPECT_EQ(root.children[1].contribution, missing);
}

TEST(Trace, BelowAnUnscoredRootNothingContributes) {
  Provinces provinces;
  provinces.observe(provinces.x, 10, {});
  const Dataset dataset = provinces.maker.make();
  Methodology method = two_leaves();
  std::get<GroupRule>(method.root.rule).coverage_min = 0.75;
  const Scorecard card = score(dataset, method, at("2025-06"));
  const UnitScore& unit = *card.find(provinces.x);
  EXPECT_EQ(unit.score, missing);
  EXPECT_EQ(unit.coverage, 0.5);
  EXPECT_EQ(unit.trace().children[0].score, 50);
  EXPECT_EQ(unit.trace().children[0].contribution, missing);
}

TEST(Coverage, OfAGroupIsTheShareOfTheLeavesBelowIt) {
  // two groups of 3 and 1 leaves, with 1 of 3 and 1 of 1 present: the root has 2 of 4
  Provinces provinces;
  provinces.observe(provinces.x, 10, 70);
  const Dataset dataset = provinces.maker.make();
  const Methodology method = methodology(
      group("root", {group("g", {leaf("b", Share{}), leaf("c", Share{}), leaf("d", Share{})}),
                     group("h", {leaf("a", Goalposts{.lower = 0, .upper = 20})})}));
  const Scorecard card = score(dataset, method, at("2025-06"));
  const TraceNode& root = card.find(provinces.x)->trace();
  EXPECT_EQ(root.coverage, 0.5);
  EXPECT_EQ(root.children[0].coverage, 1.0 / 3);
  EXPECT_EQ(root.children[1].coverage, 1);
}

TEST(Coverage, AFigureThatCannotBeScoredIsNotCovered) {
  Provinces provinces;
  provinces.observe(provinces.x, 10, 70).observe(provinces.y, 10, 70);
  const Dataset dataset = provinces.maker.make();
  const Methodology method = methodology(group("root", {leaf("a", MinMax{}), leaf("b", Share{})}));
  const Scorecard card = score(dataset, method, at("2025-06"));
  const TraceNode& root = card.find(provinces.x)->trace();
  EXPECT_TRUE(root.children[0].observation);
  EXPECT_EQ(root.children[0].score, missing);
  EXPECT_EQ(root.coverage, 0.5);
  EXPECT_EQ(root.score, 70);
}

TEST(AttainmentLeaf, ScoresAgainstTheUnitsOwnPromiseInForce) {
  Provinces provinces;
  provinces.observe(provinces.x, {}, 39.5).observe(provinces.y, {}, 60);
  provinces.maker.promise(provinces.b, provinces.x, 80, "2025-12-31").baseline = 20;
  const Dataset dataset = provinces.maker.make();
  const Methodology method = methodology(leaf("b", Attainment{}));
  const Scorecard card = score(dataset, method, at("2025-06"));
  EXPECT_DOUBLE_EQ(card.find(provinces.x)->score.value(), 32.5);  // (39.5 − 20)/(80 − 20)
  EXPECT_EQ(card.find(provinces.x)->trace().targets, std::vector<TargetId>{TargetId{0}});
  EXPECT_EQ(card.find(provinces.y)->score, missing);  // promised nothing
}

TEST(TrajectoryLeaf, ScoresAgainstTheLineAtTheEndOfTheMonth) {
  // 0 on 31 December 2024, 73 asked for by 31 December 2025: 365 days, one point in five days; on
  // 30 June (day 181) 36.2 are required, and 18.1 are half of it
  Provinces provinces;
  provinces.observe(provinces.x, {}, 0, "2024-12-31").observe(provinces.x, {}, 18.1, "2025-06-30");
  provinces.maker.promise(provinces.b, provinces.x, 73, "2025-12-31");
  const Dataset dataset = provinces.maker.make();
  const Methodology method = methodology(leaf("b", Trajectory{}));
  const Scorecard card = score(dataset, method, at("2025-06"));
  EXPECT_NEAR(card.find(provinces.x)->score.value(), 50, 1e-9);
}

MethodNode targets_node(double cap = 100) {
  MethodNode node;
  node.id = "targets";
  node.rule = TargetsRule{.cap = cap};
  return node;
}

TEST(TargetsLeaf, IsTheMeanAttainmentOfTheMeasuredPromises) {
  // a: 10 of 20 = 50; b: 30 of 40 = 75; c is not measured: (50 + 75)/2, two of three covered
  Provinces provinces;
  provinces.observe(provinces.x, 10, 30);
  provinces.maker.promise(provinces.a, provinces.x, 20);
  provinces.maker.promise(provinces.b, provinces.x, 40);
  provinces.maker.promise(provinces.maker.indicator("c"), provinces.x, 5);
  const Dataset dataset = provinces.maker.make();
  const Methodology method = methodology(targets_node());
  const Scorecard card = score(dataset, method, at("2025-06"));
  const UnitScore& unit = *card.find(provinces.x);
  EXPECT_EQ(unit.score, 62.5);
  EXPECT_EQ(unit.coverage, 2.0 / 3);
  EXPECT_EQ(unit.trace().targets, (std::vector<TargetId>{{0}, {1}}));
  EXPECT_EQ(card.find(provinces.y)->score, missing);
}

// Provinces that lead tasks due on 30 June 2025.
struct Tasks {
  DatasetMaker maker;
  UnitId x = maker.unit("x"), y = maker.unit("y");

  Tasks& lead(UnitId unit, std::string_view deadline, std::string_view when = {},
              ReportedState state = ReportedState::done) {
    const TaskId task = maker.task(unit, deadline);
    if (!when.empty()) maker.report(task, when, state);
    return *this;
  }
};

Methodology tasks_methodology() {
  TasksRule rule;
  rule.points.done_late = DecliningPoints{.start = 80, .per_day = 1, .floor = 20};
  rule.points.overdue = DecliningPoints{.start = 0, .per_day = 0, .floor = 0};
  return methodology(test::tasks_node(rule));
}

TEST(TasksLeaf, IsTheMeanOverTheTasksDueThatHavePoints) {
  // on time 100, 10 days late 70, silent: left out, due later: not yet; (100 + 70)/2
  Tasks tasks;
  tasks.lead(tasks.x, "2025-06-30", "2025-06-20").lead(tasks.x, "2025-06-30", "2025-07-10")
      .lead(tasks.x, "2025-06-30").lead(tasks.x, "2025-12-31");
  const Dataset dataset = tasks.maker.make();
  const Methodology method = tasks_methodology();
  const Scorecard card = score(dataset, method, at("2025-07"));
  const UnitScore& unit = *card.find(tasks.x);
  EXPECT_EQ(unit.score, 85);
  EXPECT_EQ(unit.trace().tasks.size(), 3u);
  EXPECT_EQ(unit.trace().excluded, 1);
  EXPECT_EQ(unit.coverage, 2.0 / 3);
}

TEST(TasksLeaf, AUnitWhoseTasksAreAllUnconfirmedHasNoScore) {
  Tasks tasks;
  tasks.lead(tasks.x, "2025-06-30").lead(tasks.x, "2025-05-31");
  const Dataset dataset = tasks.maker.make();
  const Methodology method = tasks_methodology();
  const Scorecard card = score(dataset, method, at("2025-07"));
  EXPECT_EQ(card.find(tasks.x)->score, missing);
  EXPECT_EQ(card.find(tasks.x)->trace().excluded, 2);
}

TEST(TasksLeaf, CountsATaskForEveryUnitThatLeadsIt) {
  Tasks tasks;
  tasks.lead(tasks.x, "2025-06-30", "2025-06-20");
  tasks.maker.tables.tasks[0].leads = {tasks.x, tasks.y};
  const Dataset dataset = tasks.maker.make();
  const Methodology method = tasks_methodology();
  EXPECT_EQ(score(dataset, method, at("2025-07")).scored(), 2);
}

TEST(TasksLeaf, DoesNotCountWhatWasCancelledNorWhatIsDoneBeforeItIsDue) {
  Tasks tasks;
  tasks.lead(tasks.x, "2025-06-30", "2025-06-01", ReportedState::cancelled)
      .lead(tasks.x, "2025-12-31", "2025-06-20");
  const Dataset dataset = tasks.maker.make();
  const Methodology method = tasks_methodology();
  const Scorecard july = score(dataset, method, at("2025-07"));
  EXPECT_TRUE(july.find(tasks.x)->trace().tasks.empty());
  const Scorecard december = score(dataset, method, at("2025-12"));
  EXPECT_EQ(december.find(tasks.x)->score, 100);
}

TEST(TasksLeaf, CountsWhatIsDoneWithoutADeadline) {
  Tasks tasks;
  tasks.lead(tasks.x, "", "2025-06-20").lead(tasks.x, "");
  const Dataset dataset = tasks.maker.make();
  const Methodology method = tasks_methodology();
  const Scorecard card = score(dataset, method, at("2025-07"));
  EXPECT_EQ(card.find(tasks.x)->score, 100);
  EXPECT_EQ(card.find(tasks.x)->trace().tasks.size(), 1u);
}

std::vector<Month> months(const DatasetMaker& maker, const Methodology& method) {
  return scored_months(maker.make(), method);
}

TEST(ScoredMonths, AreThoseWithAFigureOfTheMethodology) {
  Provinces provinces;
  provinces.observe(provinces.x, 10, {}, "2025-06-10").observe(provinces.y, 10, {}, "2025-03")
      .observe(provinces.x, {}, 70, "2025-09");  // b is not asked for
  const IndicatorId other = provinces.maker.indicator("c");
  provinces.maker.observe(other, provinces.x, "2025-10", 1);
  const Methodology method = methodology(leaf("a", Goalposts{.lower = 0, .upper = 20}));
  EXPECT_EQ(months(provinces.maker, method), (std::vector<Month>{{2025, 3}, {2025, 6}}));
}

TEST(ScoredMonths, LeaveOutMonthsInWhichNobodyHasAScore) {
  // in March x alone: a constant column; in June x and y differ
  Provinces provinces;
  provinces.observe(provinces.x, 10, {}, "2025-03").observe(provinces.y, 15, {}, "2025-06");
  const Methodology method = methodology(leaf("a", MinMax{}));
  EXPECT_EQ(months(provinces.maker, method), (std::vector<Month>{{2025, 6}}));
}

TEST(ScoredMonths, AreEmptyWithoutData) {
  EXPECT_TRUE(months(Provinces().maker, two_leaves()).empty());
}

TEST(ScoredMonths, OfTasksAreTheMonthsOfReportsAndDeadlinesUpToTheLastReport) {
  // reports in May (too early to count) and August; deadlines June, July and, ahead of all that is
  // published, December
  Tasks tasks;
  tasks.lead(tasks.x, "2025-06-30", "2025-05-20").lead(tasks.x, "2025-07-31", "2025-08-20")
      .lead(tasks.x, "2025-12-31");
  EXPECT_EQ(months(tasks.maker, tasks_methodology()),
            (std::vector<Month>{{2025, 6}, {2025, 7}, {2025, 8}}));
}

}  // namespace
}  // namespace tiendo
