#include "report/task_columns.h"

#include <algorithm>

#include "report/cells.h"

namespace tiendo {

std::vector<TaskColumn> task_columns(const std::vector<TaskTally>& units) {
  const auto any = [&](int (*count)(const TaskTally&)) {
    return std::any_of(units.begin(), units.end(),
                       [&](const TaskTally& tally) { return count(tally) > 0; });
  };
  const auto due = [](const TaskTally& tally) { return tally.due(); };
  const std::vector<TaskColumn> all = {
      {.title = Word::ranking_assigned,
       .count = [](const TaskTally& tally) { return tally.total(); }},
      {.title = Word::ranking_due, .count = due, .linked = false},
      {.title = Word::ranking_done, .count = [](const TaskTally& tally) { return tally.done(); },
       .linked = false},
      {.title = Word::ranking_overdue,
       .count = [](const TaskTally& tally) { return tally.of(TaskState::overdue); },
       .state = TaskState::overdue},
      {.title = Word::ranking_unconfirmed_column,
       .count = [](const TaskTally& tally) { return tally.of(TaskState::unconfirmed); },
       .state = TaskState::unconfirmed},
      {.title = Word::ranking_moved, .count = [](const TaskTally& tally) { return tally.moved; },
       .moved = true},
  };
  std::vector<TaskColumn> columns;
  for (const TaskColumn& column : all) {
    // That nothing is confirmed as done is worth its column wherever something was due.
    const bool always = column.title == Word::ranking_done && any(due);
    if (always || any(column.count)) columns.push_back(column);
  }
  return columns;
}

Column column_of(const Scope& scope, const TaskColumn& column) {
  return {.title = scope.say(column.title), .align = Align::right, .place = ColumnPlace::detail};
}

Cell cell_of(const Scope& scope, const TaskColumn& column, UnitId unit, const TaskTally& tally) {
  const int count = column.count(tally);
  if (count == 0 || !column.linked) return count_cell(count, scope.language);
  const std::string words = count_words(count, scope.language);
  return link_cell(words, address_of({.language = scope.language, .view = View::tasks,
                                      .month = scope.route.month,
                                      .as_of = scope.route.as_of, .unit = scope.dataset[unit].key,
                                      .state = column.state, .moved_only = column.moved}));
}

}  // namespace tiendo
