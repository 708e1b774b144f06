#include "score/offices.h"


#include "base/sort.h"

namespace tiendo {
namespace {

template <class Group>
Group& group_of(std::vector<Group>& groups, const Bilingual& office) {
  for (Group& group : groups)
    if (group.office.vi == office.vi) return group;
  groups.emplace_back();
  groups.back().office = office;
  return groups.back();
}

bool is_due(const TaskStanding& standing, const Moment& moment) {
  if (standing.deadline) return *standing.deadline <= moment.end();
  return standing.state == TaskState::done_on_time;
}

bool needs_review(const TaskStanding& standing) {
  return standing.state == TaskState::overdue || standing.state == TaskState::unconfirmed ||
         standing.ineffective;
}

}  // namespace

std::vector<OfficeScore> office_scores(const Dataset& dataset, const Moment& moment,
                                       const TasksRule& rule) {
  std::vector<OfficeScore> offices;
  for (const TaskStanding& standing : standings(dataset, moment, rule.deadline)) {
    const Bilingual& office = dataset[standing.task].office;
    if (office.empty()) continue;
    OfficeScore& found = group_of(offices, office);
    if (is_due(standing, moment) && standing.state != TaskState::cancelled)
      found.tasks.push_back(standing);
  }
  for (OfficeScore& office : offices) {
    double sum = 0;
    int counted = 0;
    for (const TaskStanding& standing : office.tasks) {
      const auto points = task_points(standing, rule.points);
      sum += points.value_or(0);
      counted += points ? 1 : 0;
    }
    office.excluded = static_cast<int>(office.tasks.size()) - counted;
    if (counted > 0) office.score = sum / counted;
  }
  return offices;
}

std::vector<ReviewGroup> review_list(const Dataset& dataset, const Moment& moment,
                                     DeadlineRule rule) {
  std::vector<TaskStanding> found;
  for (const TaskStanding& standing : standings(dataset, moment, rule))
    if (needs_review(standing)) found.push_back(standing);
  sort_by(found, [](const TaskStanding& a, const TaskStanding& b) {
    if (!a.deadline || !b.deadline) return a.deadline.has_value() && !b.deadline;
    return *a.deadline < *b.deadline;
  });
  std::vector<ReviewGroup> groups;
  for (const TaskStanding& standing : found)
    group_of(groups, dataset[standing.task].office).tasks.push_back(standing);
  return groups;
}

}  // namespace tiendo
