// Accountable offices (scoring.md §6): the score of the tasks that an office answers for, and the
// monthly review list: tasks overdue, unconfirmed or ineffective, oldest deadline first, by office.
// An office is what the assignment calls it; one that it does not name answers for nothing here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/dataset.h"
#include "score/task_state.h"

namespace tiendo {

struct OfficeScore {
  Bilingual office;
  std::optional<double> score;      // mean points over its tasks due by the moment
  std::vector<TaskStanding> tasks;  // due, not cancelled, in table order
  int excluded = 0;                 // of them without points: counted beside the score
};

// In the order in which the table of tasks first names them.
std::vector<OfficeScore> office_scores(const Dataset& dataset, const Moment& moment,
                                       const TasksRule& rule);

// The first rule for tasks in a methodology's tree; null: it asks for none.
const TasksRule* tasks_rule_in(const MethodNode& node);

struct ReviewGroup {
  Bilingual office;                 // empty: no office is named
  std::vector<TaskStanding> tasks;  // oldest deadline first
};
// Of these tasks those that need an answer. The office that has waited longest first; what nobody is
// named for last.
std::vector<ReviewGroup> review_list(const Dataset& dataset, std::vector<TaskStanding> tasks);

}  // namespace tiendo
