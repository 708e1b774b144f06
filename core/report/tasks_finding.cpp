// What the tasks in view come to: heading and lede, chosen among patterns by what the data say.
#include <algorithm>
#include <set>

#include "report/tasks_parts.h"

namespace tiendo {
namespace {

CountedWord state_finding(TaskState state) {
  switch (state) {
    case TaskState::done_on_time:
      return {Word::tasks_heading_done_on_time_one, Word::tasks_heading_done_on_time};
    case TaskState::done_late:
      return {Word::tasks_heading_done_late_one, Word::tasks_heading_done_late};
    case TaskState::in_progress:
      return {Word::tasks_heading_in_progress_one, Word::tasks_heading_in_progress};
    case TaskState::overdue:
      return {Word::tasks_heading_overdue_one, Word::tasks_heading_overdue};
    case TaskState::unconfirmed:
      return {Word::tasks_heading_unconfirmed_one, Word::tasks_heading_unconfirmed};
    case TaskState::no_deadline:
      return {Word::tasks_heading_no_deadline_one, Word::tasks_heading_no_deadline};
    case TaskState::cancelled: break;
  }
  return {Word::tasks_heading_cancelled_one, Word::tasks_heading_cancelled};
}

std::string part_of_due(const Scope& scope, int part, int due, Word only_one, Word all, Word some) {
  if (part == due) return scope.count(due, only_one, all);
  return scope.count(due, some, some, {count_words(part, scope.language)});
}

// What most of the tasks that fell due have in common.
std::string due_finding(const Scope& scope, const TaskTally& tally) {
  const int silent = tally.of(TaskState::unconfirmed), late = tally.of(TaskState::overdue);
  if (silent >= late && silent >= tally.done())
    return part_of_due(scope, silent, tally.due(), Word::tasks_heading_silent_one,
                       Word::tasks_heading_silent_all, Word::tasks_heading_silent);
  if (late >= tally.done())
    return part_of_due(scope, late, tally.due(), Word::tasks_heading_late_all_one,
                       Word::tasks_heading_late_all, Word::tasks_heading_late);
  return part_of_due(scope, tally.done(), tally.due(), Word::tasks_heading_done_all_one,
                     Word::tasks_heading_done_all, Word::tasks_heading_done);
}

std::string finding(const Scope& scope, const TaskTally& tally) {
  if (tally.total() == 0)
    return any_task_filter(scope.route)
               ? scope.say(Word::tasks_heading_no_match)
               : scope.say(Word::tasks_heading_none,
                           {month_in_words(scope)});
  if (tally.due() > 0) return due_finding(scope, tally);
  if (tally.of(TaskState::no_deadline) == tally.total())
    return scope.count(tally.total(), Word::tasks_heading_undated_one, Word::tasks_heading_undated);
  return scope.count(tally.total(), Word::tasks_heading_not_due_one, Word::tasks_heading_not_due);
}

std::string moved_finding(const Scope& scope, const std::vector<TaskStanding>& tasks) {
  if (tasks.empty()) return scope.say(Word::tasks_heading_moved_none);
  const auto moved_by = [](const TaskStanding& task) {
    return days_between(task.slips.front().from, task.slips.back().to);
  };
  const auto farthest = std::max_element(
      tasks.begin(), tasks.end(), [&](const TaskStanding& a, const TaskStanding& b) {
        return moved_by(a) < moved_by(b);
      });
  const std::string delay =
      delay_words(farthest->slips.front().from, farthest->slips.back().to, scope.language);
  return scope.count(static_cast<long>(tasks.size()), Word::tasks_heading_moved_one,
                     Word::tasks_heading_moved, {delay});
}

std::string filtered_finding(const Scope& scope, const std::vector<TaskStanding>& tasks) {
  const Route& route = scope.route;
  const long count = static_cast<long>(tasks.size());
  if (route.state) {
    const std::string state = status_of(*route.state, scope.language).word;
    if (count == 0) return scope.say(Word::tasks_heading_state_none, {lower_first(state)});
    const CountedWord words = state_finding(*route.state);
    return scope.count(count, words.one, words.many);
  }
  if (route.moved_only) return moved_finding(scope, tasks);
  if (route.without_trace_only && count > 0)
    return scope.count(count, Word::tasks_heading_no_trace_one, Word::tasks_heading_no_trace);
  if (!route.query.empty() && count == 0) return scope.say(Word::tasks_heading_no_match);
  if (route.all_clear_only && count == 0) return scope.say(Word::tasks_heading_clear_none);
  if (route.all_clear_only)
    return scope.count(count, Word::tasks_heading_clear_one, Word::tasks_heading_clear);
  return finding(scope, tally_of(tasks));
}

// The unit and the programme that the address names, as the dataset writes them.
std::vector<std::string> scope_names(const Scope& scope) {
  std::vector<std::string> names;
  if (const auto unit = scope.dataset.find_unit(scope.route.unit))
    names.push_back(scope.dataset[*unit].name.in(scope.language));
  if (scope.route.programme.empty()) return names;
  for (const Task& task : scope.dataset.tasks()) {
    if (programme_slug(task.programme) != scope.route.programme) continue;
    names.push_back(task.programme.in(scope.language));
    break;
  }
  return names;
}

}  // namespace

std::string scoped_heading(const Scope& scope, const std::string& finding) {
  const std::vector<std::string> names = scope_names(scope);
  if (names.empty()) return finding;
  return scope.say(Word::tasks_scoped,
                   {join(names, scope.say(Word::phrases_comma)), lower_first(finding)});
}

std::string tasks_heading(const Scope& scope, const std::vector<TaskStanding>& tasks) {
  return scoped_heading(scope, filtered_finding(scope, tasks));
}

namespace {

std::string empty_words(const Scope& scope) {
  if (any_task_filter(scope.route)) return scope.say(Word::tasks_empty_filtered);
  std::optional<Period> first;
  for (const Task& task : scope.dataset.tasks()) {
    const std::optional<Period> assigned = assigned_on(scope.dataset, task);
    if (assigned && (!first || assigned->last < first->last)) first = assigned;
  }
  if (!first) return scope.say(Word::tasks_empty_dataset);
  return scope.say(Word::tasks_empty_before, {scope.period(*first)});
}

int documents_of(const Scope& scope, const std::vector<TaskStanding>& tasks) {
  std::set<SourceId> documents;
  for (const TaskStanding& task : tasks)
    documents.insert(scope.dataset[task.task].evidence.source);
  return static_cast<int>(documents.size());
}

}  // namespace

Words tasks_lede(const Scope& scope, const std::vector<TaskStanding>& tasks) {
  if (tasks.empty()) return {plain(empty_words(scope))};
  const TaskTally tally = tally_of(tasks);
  const auto has_deadline = [](const TaskStanding& task) {
    return task.deadline && task.state != TaskState::cancelled;
  };
  const long dated = std::count_if(tasks.begin(), tasks.end(), has_deadline);
  const std::string documents = scope.count(documents_of(scope, tasks),
                                            Word::tasks_lede_documents_one,
                                            Word::tasks_lede_documents);
  std::vector<std::string> parts = {
      scope.count(tally.total(), Word::tasks_lede_tasks_one, Word::tasks_lede_tasks, {documents}),
      scope.count(dated, Word::tasks_lede_dated, Word::tasks_lede_dated),
      scope.count(tally.due(), Word::tasks_lede_due, Word::tasks_lede_due)};
  if (tally.moved > 0)
    parts.push_back(scope.count(tally.moved, Word::tasks_lede_moved_one, Word::tasks_lede_moved));
  if (scope.route.without_trace_only) parts.push_back(scope.say(Word::tasks_lede_no_trace));
  std::string words = scope.say(Word::tasks_lede_until,
                                {month_in_words(scope)}) +
                      join(parts, scope.say(Word::phrases_comma)) + ".";
  if (tally.of(TaskState::unconfirmed) > 0) words += scope.say(Word::tasks_lede_silence);
  return {plain(words)};
}

}  // namespace tiendo
