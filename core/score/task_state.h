// The state of a task at the end of a month (scoring.md §6). Silence is a state of its own:
// `unconfirmed` means that the deadline has passed and nothing published says either way.
//
// A report counts once its period has ended and its document is published by `as_of`. The last
// report of done, not_done, in_progress or cancelled is what is known of the task; where it says
//   cancelled    it is cancelled, until a later document states it again;
//   done         it is done since the first report of the unbroken run that says so, and late where
//                that report's period begins after the deadline (without a deadline: on time);
//   not_done or in_progress, after a deadline that has come: it is overdue.
// Otherwise a deadline that has come makes it unconfirmed: what was said before the deadline does
// not decide after it, and a document that states the task again says neither done nor late.
//
// A deadline on the last day of the month has come. By the `revised` rule the deadline is the last
// new one known (of a task that is done: the last one known when it was), by `original` the first
// that any document set. A task is known from the day of its assignment, else of its document;
// one without any date is always known.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "model/dataset.h"
#include "model/methodology.h"
#include "score/select.h"

namespace tiendo {

enum class TaskState : unsigned char {
  done_on_time, done_late, in_progress, overdue, unconfirmed, no_deadline, cancelled
};
inline constexpr std::size_t task_state_count = 7;

// A moved deadline never disappears: it becomes a slip with its source.
struct DeadlineSlip {
  Date from, to;
  long days = 0;
  const TaskReport* report = nullptr;  // the document that says so
};

struct TaskStanding {
  TaskId task;
  TaskState state = TaskState::no_deadline;
  std::optional<Date> original_deadline, deadline;  // `deadline` by the rule asked for
  std::vector<DeadlineSlip> slips;
  const TaskReport* deciding = nullptr;  // the report that decides the state, where there is one
  long days_late = 0;     // done_late, overdue: days behind; unconfirmed: days of silence; else 0
  // Done, but an indicator that it serves missed its target: one of a leading unit's, or of the
  // nation's, the government's or a group's. Another unit's miss does not fall on this task.
  bool ineffective = false;
};

// The date of the assignment, else of its document.
std::optional<Period> assigned_on(const Dataset& dataset, const Task& task);
// Whether the document that sets the task is dated by the end of the month and by `as_of`.
bool known_at(const Dataset& dataset, const Task& task, const Moment& moment);
bool known_at(const Dataset& dataset, const TaskReport& report, const Moment& moment);

TaskStanding standing_of(const Dataset& dataset, TaskId task, const Moment& moment,
                         DeadlineRule rule);
// All tasks known at the moment (their document is dated by then), in table order.
std::vector<TaskStanding> standings(const Dataset& dataset, const Moment& moment,
                                    DeadlineRule rule);
std::array<int, task_state_count> count_states(const std::vector<TaskStanding>& standings);
// Due by the moment's end, or done without ever having had a deadline, and not cancelled: what a score
// of tasks looks at.
bool is_judged(const TaskStanding& standing, const Moment& moment);
// By row of the tasks: assigned, and nothing known at the moment speaks of it since. That is no report
// on it, no later task of its thread nor a later report on one, and no figure of a later time for an
// indicator that it serves. An assignment without a date has no "since": only a report is a trace.
std::vector<bool> without_trace(const Dataset& dataset, const Moment& moment);
// Overdue or unconfirmed: the deadline has passed and nothing says that it is done.
bool is_unresolved(const TaskStanding& standing);
// Unresolved, or done while the indicator that it serves missed its target.
bool needs_answer(const TaskStanding& standing);
// Oldest deadline first, undated last; the order of the table within.
void sort_by_deadline(std::vector<TaskStanding>& standings);
// How clear an assignment is: the weighted share of its seven clears, 0–100. With equal weights the
// 0–7 score of scoring.md §6 is seven hundredths of it.
double clears_score(const Task& task, const ClearsRule& rule);
// Points by the methodology, clamped to 0–100; nothing: the state is left out, as in_progress,
// no_deadline and cancelled always are. Declining points are max(floor, start − per_day·days_late).
std::optional<double> task_points(const TaskStanding& standing, const TaskPoints& points);

}  // namespace tiendo
