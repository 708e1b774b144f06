#include <gtest/gtest.h>

#include "make_dataset.h"
#include "score/task_state.h"

namespace tiendo {
namespace {

using test::at;
using test::date;
using test::DatasetMaker;
using test::period;

constexpr auto done = ReportedState::done;
constexpr auto not_done = ReportedState::not_done;
constexpr auto in_progress = ReportedState::in_progress;
constexpr auto restated = ReportedState::restated;
constexpr auto cancelled = ReportedState::cancelled;

// One task of one ministry, with the deadline 30 June 2025 unless it says otherwise.
struct OneTask {
  DatasetMaker maker;
  UnitId ministry = maker.unit("bo-noi-vu", UnitKind::ministry);
  TaskId task;

  explicit OneTask(std::string_view deadline = "2025-06-30")
      : task(maker.task(ministry, deadline)) {}

  OneTask& report(std::string_view when, ReportedState state, std::string_view new_deadline = {}) {
    maker.report(task, when, state, new_deadline);
    return *this;
  }
  // The result without its pointers, whose dataset ends here.
  TaskStanding standing(const Moment& moment, DeadlineRule rule = DeadlineRule::revised) const {
    const Dataset dataset = maker.make();
    TaskStanding result = standing_of(dataset, task, moment, rule);
    result.deciding = nullptr;
    return result;
  }
  TaskState state(const Moment& moment, DeadlineRule rule = DeadlineRule::revised) const {
    return standing(moment, rule).state;
  }
};

TEST(TaskState, DueAfterTheMonthIsInProgress) {
  EXPECT_EQ(OneTask().state(at("2025-05")), TaskState::in_progress);
}

TEST(TaskState, SilenceAfterTheDeadlineIsUnconfirmedAndNotOverdue) {
  const TaskStanding standing = OneTask().standing(at("2025-08"));
  EXPECT_EQ(standing.state, TaskState::unconfirmed);
  EXPECT_EQ(standing.days_late, 62);  // of silence: 30 June → 31 August, 31 + 31
}

TEST(TaskState, ADeadlineOnTheLastDayOfTheMonthHasCome) {
  const TaskStanding standing = OneTask().standing(at("2025-06"));
  EXPECT_EQ(standing.state, TaskState::unconfirmed);
  EXPECT_EQ(standing.days_late, 0);
}

TEST(TaskState, DoneOnTheDeadlineIsOnTime) {
  const TaskStanding standing = OneTask().report("2025-06-30", done).standing(at("2025-06"));
  EXPECT_EQ(standing.state, TaskState::done_on_time);
  EXPECT_EQ(standing.days_late, 0);
}

TEST(TaskState, DoneOneDayAfterTheDeadlineIsLateByOneDay) {
  const TaskStanding standing = OneTask().report("2025-07-01", done).standing(at("2025-12"));
  EXPECT_EQ(standing.state, TaskState::done_late);
  EXPECT_EQ(standing.days_late, 1);
}

TEST(TaskState, AReportCountsOnlyOnceItsPeriodHasEnded) {
  OneTask task;
  task.report("2025-08", done);  // the month of August
  EXPECT_EQ(task.state(at("2025-07")), TaskState::unconfirmed);
  EXPECT_EQ(task.state(at("2025-08")), TaskState::done_late);
}

TEST(TaskState, AReportOfTheMonthOfTheDeadlineIsNotCalledLate) {
  // "done in June 2025" with a deadline of 15 June: nobody can say that it was after it
  EXPECT_EQ(OneTask("2025-06-15").report("2025-06", done).state(at("2025-06")),
            TaskState::done_on_time);
}

TEST(TaskState, AReportPublishedAfterAsOfIsNotKnown) {
  OneTask task;
  task.report("2025-06-20", done);
  EXPECT_EQ(task.state(at("2025-06", "2025-06-19")), TaskState::unconfirmed);
  EXPECT_EQ(task.state(at("2025-06", "2025-06-20")), TaskState::done_on_time);
  task.maker.tables.task_reports[0].evidence.source = task.maker.source("minutes", "2025-09-01");
  EXPECT_EQ(task.state(at("2025-06", "2025-08-31")), TaskState::unconfirmed);
  EXPECT_EQ(task.state(at("2025-06", "2025-09-01")), TaskState::done_on_time);
}

TEST(TaskState, NotDoneAfterTheDeadlineIsOverdue) {
  const TaskStanding standing = OneTask().report("2025-07-19", not_done).standing(at("2025-07"));
  EXPECT_EQ(standing.state, TaskState::overdue);
  EXPECT_EQ(standing.days_late, 31);  // 30 June → 31 July
}

TEST(TaskState, StillInProgressAfterTheDeadlineIsOverdue) {
  EXPECT_EQ(OneTask().report("2025-07-19", in_progress).state(at("2025-07")), TaskState::overdue);
}

TEST(TaskState, WhatWasSaidBeforeTheDeadlineDoesNotDecideAfterIt) {
  for (const ReportedState said : {not_done, in_progress}) {
    OneTask task;
    task.report("2025-06-10", said);
    EXPECT_EQ(task.state(at("2025-06")), TaskState::unconfirmed);
    EXPECT_EQ(task.state(at("2025-09")), TaskState::unconfirmed);
  }
}

TEST(TaskState, NotDoneOnTheDeadlineItselfDoesNotDecide) {
  EXPECT_EQ(OneTask().report("2025-06-30", not_done).state(at("2025-07")), TaskState::unconfirmed);
}

TEST(TaskState, ATaskStatedAgainAfterItsDeadlineIsNeitherDoneNorLate) {
  EXPECT_EQ(OneTask().report("2025-07-19", restated).state(at("2025-07")), TaskState::unconfirmed);
}

TEST(TaskState, OverdueEndsWithTheReportOfCompletion) {
  OneTask task;
  task.report("2025-07-19", not_done).report("2025-09-10", done);
  EXPECT_EQ(task.state(at("2025-08")), TaskState::overdue);
  const TaskStanding standing = task.standing(at("2025-09"));
  EXPECT_EQ(standing.state, TaskState::done_late);
  EXPECT_EQ(standing.days_late, 72);  // 30 June → 10 September: 31 + 31 + 10
}

TEST(TaskState, ALaterDocumentThatSaysNotDoneTakesTheCompletionBack) {
  OneTask task;
  task.report("2025-06-20", done).report("2025-07-19", not_done);
  EXPECT_EQ(task.state(at("2025-06")), TaskState::done_on_time);
  EXPECT_EQ(task.state(at("2025-07")), TaskState::overdue);
}

TEST(TaskState, CompletionIsDatedByTheFirstReportOfIt) {
  OneTask task;
  task.report("2025-06-20", done).report("2025-10-01", done);
  EXPECT_EQ(task.state(at("2025-12")), TaskState::done_on_time);
}

TEST(TaskState, WithoutADeadlineThereIsNoLateness) {
  OneTask task("");
  task.report("2025-07-19", not_done);
  EXPECT_EQ(task.state(at("2030-12")), TaskState::no_deadline);
  task.report("2025-09-10", done);
  EXPECT_EQ(task.state(at("2030-12")), TaskState::done_on_time);
}

TEST(TaskState, CancelledHoldsUntilTheTaskIsStatedAgain) {
  OneTask task;
  task.report("2025-05-10", cancelled);
  EXPECT_EQ(task.state(at("2025-09")), TaskState::cancelled);
  task.report("2025-10-01", restated, "2025-12-31");
  EXPECT_EQ(task.state(at("2025-10")), TaskState::in_progress);
}

TEST(TaskState, TheLaterRowOfOneDayIsTheLastWord) {
  OneTask task;
  task.report("2025-07-19", not_done).report("2025-07-19", done);
  EXPECT_EQ(task.state(at("2025-07")), TaskState::done_late);
}

TEST(RevisedDeadline, IsTheLastOneKnownAtTheMoment) {
  OneTask task;
  task.report("2025-05-10", restated, "2025-09-30").report("2025-08-20", restated, "2025-12-31");
  EXPECT_EQ(task.standing(at("2025-04")).deadline, date("2025-06-30"));
  EXPECT_EQ(task.standing(at("2025-07")).deadline, date("2025-09-30"));
  EXPECT_EQ(task.standing(at("2025-08")).deadline, date("2025-12-31"));
  EXPECT_EQ(task.standing(at("2025-08")).original_deadline, date("2025-06-30"));
  EXPECT_EQ(task.state(at("2025-08")), TaskState::in_progress);
}

TEST(RevisedDeadline, NotDoneBeforeItDoesNotMakeTheTaskOverdue) {
  OneTask task;
  task.report("2025-07-19", not_done, "2025-09-30");
  EXPECT_EQ(task.state(at("2025-07")), TaskState::in_progress);
  EXPECT_EQ(task.state(at("2025-10")), TaskState::unconfirmed);
}

TEST(OriginalDeadline, DecidesWhateverWasGrantedLater) {
  OneTask task;
  task.report("2025-07-19", not_done, "2025-09-30");
  EXPECT_EQ(task.state(at("2025-07"), DeadlineRule::original), TaskState::overdue);
  task.report("2025-09-20", done);
  EXPECT_EQ(task.state(at("2025-09"), DeadlineRule::revised), TaskState::done_on_time);
  const TaskStanding standing = task.standing(at("2025-09"), DeadlineRule::original);
  EXPECT_EQ(standing.state, TaskState::done_late);
  EXPECT_EQ(standing.days_late, 82);  // 30 June → 20 September: 31 + 31 + 20
  EXPECT_EQ(standing.deadline, date("2025-06-30"));
}

TEST(OriginalDeadline, IsTheFirstThatAnyDocumentSetsWhereTheTaskHasNone) {
  OneTask task("");
  task.report("2025-05-10", restated, "2025-06-30").report("2025-06-10", restated, "2025-09-30");
  EXPECT_EQ(task.standing(at("2025-07"), DeadlineRule::original).deadline, date("2025-06-30"));
  EXPECT_EQ(task.standing(at("2025-07"), DeadlineRule::revised).deadline, date("2025-09-30"));
}

TEST(RevisedDeadline, ADeadlineSetAfterCompletionDoesNotExcuseIt) {
  OneTask task;
  task.report("2025-08-10", done).report("2025-09-01", restated, "2025-12-31");
  EXPECT_EQ(task.state(at("2025-12")), TaskState::done_late);
}

TEST(DeadlineSlip, OneForEachMoveToALaterDate) {
  OneTask task;
  task.report("2025-05-10", restated, "2025-09-30")   // + 31 + 31 + 30 = 92 days
      .report("2025-08-20", restated, "2025-09-30")   // the same again: no slip
      .report("2025-09-20", not_done, "2025-10-10")   // + 10 days
      .report("2025-10-01", restated, "2025-10-05");  // earlier: no slip
  const TaskStanding standing = task.standing(at("2025-10"));
  ASSERT_EQ(standing.slips.size(), 2u);
  EXPECT_EQ(standing.slips[0].from, date("2025-06-30"));
  EXPECT_EQ(standing.slips[0].to, date("2025-09-30"));
  EXPECT_EQ(standing.slips[0].days, 92);
  EXPECT_EQ(standing.slips[1].days, 10);
  EXPECT_EQ(standing.deadline, date("2025-10-05"));
  EXPECT_EQ(task.standing(at("2025-08")).slips.size(), 1u);
}

TEST(DeadlineSlip, NamesTheDocumentAndIsSeenByEitherRule) {
  OneTask task;
  task.report("2025-05-10", restated, "2025-09-30");
  const Dataset dataset = task.maker.make();
  for (const auto rule : {DeadlineRule::original, DeadlineRule::revised}) {
    const TaskStanding standing = standing_of(dataset, task.task, at("2025-06"), rule);
    ASSERT_EQ(standing.slips.size(), 1u);
    EXPECT_EQ(standing.slips[0].report, &dataset.task_reports()[0]);
  }
}

TEST(Standing, NamesTheReportThatDecides) {
  OneTask task;
  task.report("2025-06-10", not_done).report("2025-07-19", not_done);
  const Dataset dataset = task.maker.make();
  const auto deciding = [&](const Moment& moment) {
    return standing_of(dataset, task.task, moment, DeadlineRule::revised).deciding;
  };
  EXPECT_EQ(deciding(at("2025-06")), nullptr);
  EXPECT_EQ(deciding(at("2025-07")), &dataset.task_reports()[1]);
}

TEST(Standings, AreThoseOfTheTasksAssignedByTheMoment) {
  DatasetMaker maker;
  const UnitId ministry = maker.unit("bo-noi-vu", UnitKind::ministry);
  maker.task(ministry);
  maker.task(ministry);
  maker.task(ministry);
  maker.tables.tasks[0].assigned_on = period("2025-07-19");
  maker.tables.tasks[1].evidence.source = maker.source("notice", "2025-08-01");
  const Dataset dataset = maker.make();  // the third has no date at all: always known
  EXPECT_EQ(standings(dataset, at("2025-06"), DeadlineRule::revised).size(), 1u);
  EXPECT_EQ(standings(dataset, at("2025-07"), DeadlineRule::revised).size(), 2u);
  EXPECT_EQ(standings(dataset, at("2025-08"), DeadlineRule::revised).size(), 3u);
  EXPECT_EQ(standings(dataset, at("2025-08", "2025-07-31"), DeadlineRule::revised).size(), 2u);
}

TEST(Standings, AgreeWithTheStandingOfEachTask) {
  DatasetMaker maker;
  const UnitId ministry = maker.unit("bo-noi-vu", UnitKind::ministry);
  const TaskId first = maker.task(ministry, "2025-06-30");
  const TaskId second = maker.task(ministry, "2025-06-30");
  maker.report(second, "2025-07-19", done);
  maker.report(first, "2025-08-19", not_done);
  maker.report(second, "2025-06-19", not_done);
  const Dataset dataset = maker.make();
  for (const TaskStanding& standing : standings(dataset, at("2025-08"), DeadlineRule::revised)) {
    const auto alone = standing_of(dataset, standing.task, at("2025-08"), DeadlineRule::revised);
    EXPECT_EQ(standing.state, alone.state);
    EXPECT_EQ(standing.deciding, alone.deciding);
    EXPECT_EQ(standing.days_late, alone.days_late);
  }
}

TEST(CountStates, CountsEveryStandingOnce) {
  DatasetMaker maker;
  const UnitId ministry = maker.unit("bo-noi-vu", UnitKind::ministry);
  maker.task(ministry, "2025-06-30");
  maker.task(ministry, "2025-05-31");
  maker.task(ministry);
  const Dataset dataset = maker.make();
  const auto counts = count_states(standings(dataset, at("2025-07"), DeadlineRule::revised));
  EXPECT_EQ(counts[static_cast<std::size_t>(TaskState::unconfirmed)], 2);
  EXPECT_EQ(counts[static_cast<std::size_t>(TaskState::no_deadline)], 1);
  EXPECT_EQ(counts[static_cast<std::size_t>(TaskState::overdue)], 0);
}

// A done task that serves an indicator whose target of 80 % by 30 June was missed, at 60 %.
struct ServedIndicator {
  DatasetMaker maker;
  UnitId ministry = maker.unit("bo-noi-vu", UnitKind::ministry);
  UnitId nation = maker.unit("viet-nam", UnitKind::nation);
  UnitId province = maker.unit("ha-noi", UnitKind::province);
  IndicatorId rate = maker.indicator("rate");
  TaskId task = maker.task(ministry, "2025-06-30");

  bool ineffective(UnitId holder, ReportedState state = done) {
    maker.tables.tasks[0].indicators = {rate};
    maker.promise(rate, holder, 80, "2025-06-30");
    maker.observe(rate, holder, "2025-06-30", 60);
    maker.report(task, "2025-06-20", state);
    const Dataset dataset = maker.make();
    return standing_of(dataset, task, at("2025-07"), DeadlineRule::revised).ineffective;
  }
};

TEST(Ineffective, IsDoneWhileTheTargetThatItServesWasMissed) {
  ServedIndicator nation, lead;
  EXPECT_TRUE(nation.ineffective(nation.nation));
  EXPECT_TRUE(lead.ineffective(lead.ministry));
}

TEST(Ineffective, AnotherUnitsMissDoesNotFallOnTheTask) {
  ServedIndicator served;
  EXPECT_FALSE(served.ineffective(served.province));
}

TEST(Ineffective, IsSaidOnlyOfWhatIsDone) {
  ServedIndicator served;
  EXPECT_FALSE(served.ineffective(served.nation, in_progress));
}

TEST(Ineffective, IsNotSaidWhereTheTargetWasMet) {
  ServedIndicator served;
  served.maker.observe(served.rate, served.nation, "2025-07-31", 80);
  EXPECT_FALSE(served.ineffective(served.nation));
}

std::optional<double> points(TaskState state, long days_late, const TaskPoints& rule) {
  TaskStanding standing;
  standing.state = state;
  standing.days_late = days_late;
  return task_points(standing, rule);
}

TEST(TaskPoints, DeclineByTheDayDownToTheFloor) {
  const TaskPoints rule{.done_on_time = 100.0,
                        .done_late = DecliningPoints{.start = 90, .per_day = 0.5, .floor = 50},
                        .overdue = DecliningPoints{.start = 40, .per_day = 1, .floor = 0},
                        .unconfirmed = {}};
  EXPECT_EQ(points(TaskState::done_on_time, 0, rule), 100);
  EXPECT_EQ(points(TaskState::done_late, 10, rule), 85);
  EXPECT_EQ(points(TaskState::done_late, 80, rule), 50);  // the floor, met exactly
  EXPECT_EQ(points(TaskState::done_late, 81, rule), 50);
  EXPECT_EQ(points(TaskState::overdue, 25, rule), 15);
  EXPECT_EQ(points(TaskState::overdue, 1000, rule), 0);
}

TEST(TaskPoints, StatesWithoutARuleAreLeftOut) {
  const TaskPoints rule;
  EXPECT_EQ(points(TaskState::done_late, 1, rule), std::nullopt);
  EXPECT_EQ(points(TaskState::overdue, 1, rule), std::nullopt);
  EXPECT_EQ(points(TaskState::unconfirmed, 1, rule), std::nullopt);
  EXPECT_EQ(points(TaskState::in_progress, 0, rule), std::nullopt);
  EXPECT_EQ(points(TaskState::no_deadline, 0, rule), std::nullopt);
  EXPECT_EQ(points(TaskState::cancelled, 0, rule), std::nullopt);
}

TEST(TaskPoints, SilenceCostsWhatTheMethodologySays) {
  TaskPoints rule;
  rule.unconfirmed = 30;
  EXPECT_EQ(points(TaskState::unconfirmed, 400, rule), 30);
}

TEST(TaskPoints, StayOnTheScale) {
  TaskPoints rule;
  rule.done_on_time = 120;
  rule.overdue = DecliningPoints{.start = 10, .per_day = 1, .floor = -50};
  EXPECT_EQ(points(TaskState::done_on_time, 0, rule), 100);
  EXPECT_EQ(points(TaskState::overdue, 30, rule), 0);
}

}  // namespace
}  // namespace tiendo
