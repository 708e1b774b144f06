// The columns of a table of units that count their tasks: assigned, due, confirmed done, overdue,
// unconfirmed, moved. A column that would be empty for every unit is left out.
#pragma once

#include <optional>
#include <vector>

#include "report/measures.h"
#include "report/task_tally.h"

namespace tiendo {

struct TaskColumn {
  Word title;
  int (*count)(const TaskTally& tally);
  bool linked = true;               // leads to the tasks view
  std::optional<TaskState> state;   // its filters there
  bool moved = false;
};

std::vector<TaskColumn> task_columns(const std::vector<TaskTally>& units);
Column column_of(const Scope& scope, const TaskColumn& column);
// The count, leading to those tasks; "không có" where there are none.
Cell cell_of(const Scope& scope, const TaskColumn& column, UnitId unit, const TaskTally& tally);

}  // namespace tiendo
