// How many of a unit's tasks are in which state at the end of the month shown.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/language.h"
#include "model/dataset.h"
#include "score/task_state.h"

namespace tiendo {

struct TaskTally {
  std::array<int, task_state_count> by_state{};
  int moved = 0;  // with a deadline that was put off at least once

  int of(TaskState state) const { return by_state[static_cast<std::size_t>(state)]; }
  int total() const;
  int done() const { return of(TaskState::done_on_time) + of(TaskState::done_late); }
  int due() const { return done() + of(TaskState::overdue) + of(TaskState::unconfirmed); }

  void add(const TaskStanding& standing);
};

// Tasks that the unit leads, alone or with others.
std::vector<TaskStanding> led_by(const Dataset& dataset, UnitId unit,
                                 const std::vector<TaskStanding>& standings);
TaskTally tally_of(const std::vector<TaskStanding>& standings);
// Tasks led by at least one of the units, each counted once.
TaskTally tally_of_any(const Dataset& dataset, const std::vector<UnitId>& units,
                       const std::vector<TaskStanding>& standings);

// "3 xong đúng hạn, 44 chưa xác nhận": the states that occur, in their order; "" without tasks.
std::string tally_words(const TaskTally& tally, Language language);

}  // namespace tiendo
