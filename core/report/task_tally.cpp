#include "report/task_tally.h"

#include <algorithm>
#include <numeric>

#include "report/phrases.h"

namespace tiendo {
namespace {

Word word_of(TaskState state) {
  switch (state) {
    case TaskState::done_on_time: return Word::tally_done_on_time;
    case TaskState::done_late: return Word::tally_done_late;
    case TaskState::in_progress: return Word::tally_in_progress;
    case TaskState::overdue: return Word::tally_overdue;
    case TaskState::unconfirmed: return Word::tally_unconfirmed;
    case TaskState::no_deadline: return Word::tally_no_deadline;
    case TaskState::cancelled: break;
  }
  return Word::tally_cancelled;
}

bool leads(const Dataset& dataset, UnitId unit, const TaskStanding& standing) {
  const std::vector<UnitId>& units = dataset[standing.task].leads;
  return std::find(units.begin(), units.end(), unit) != units.end();
}

}  // namespace

int TaskTally::total() const { return std::accumulate(by_state.begin(), by_state.end(), 0); }

void TaskTally::add(const TaskStanding& standing) {
  ++by_state[static_cast<std::size_t>(standing.state)];
  if (!standing.slips.empty()) ++moved;
}

std::vector<TaskStanding> led_by(const Dataset& dataset, UnitId unit,
                                 const std::vector<TaskStanding>& standings) {
  std::vector<TaskStanding> own;
  for (const TaskStanding& standing : standings)
    if (leads(dataset, unit, standing)) own.push_back(standing);
  return own;
}

TaskTally tally_of(const std::vector<TaskStanding>& standings) {
  TaskTally tally;
  for (const TaskStanding& standing : standings) tally.add(standing);
  return tally;
}

TaskTally tally_of_any(const Dataset& dataset, const std::vector<UnitId>& units,
                       const std::vector<TaskStanding>& standings) {
  TaskTally tally;
  for (const TaskStanding& standing : standings) {
    const bool counts = std::any_of(units.begin(), units.end(), [&](UnitId unit) {
      return leads(dataset, unit, standing);
    });
    if (counts) tally.add(standing);
  }
  return tally;
}

std::string tally_words(const TaskTally& tally, Language language) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < task_state_count; ++i) {
    const auto state = static_cast<TaskState>(i);
    if (tally.of(state) > 0)
      parts.push_back(say(language, word_of(state), {count_words(tally.of(state), language)}));
  }
  return join(parts, say(language, Word::phrases_comma));
}

}  // namespace tiendo
