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

}  // namespace

std::vector<OfficeScore> office_scores(const Dataset& dataset, const Moment& moment,
                                       const TasksRule& rule) {
  std::vector<OfficeScore> offices;
  for (const TaskStanding& standing : standings(dataset, moment, rule.deadline)) {
    const Bilingual& office = dataset[standing.task].office;
    if (office.empty()) continue;
    OfficeScore& found = group_of(offices, office);
    if (is_judged(standing, moment)) found.tasks.push_back(standing);
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

const TasksRule* tasks_rule_in(const MethodNode& node) {
  if (const auto* rule = std::get_if<TasksRule>(&node.rule)) return rule;
  const auto* group = std::get_if<GroupRule>(&node.rule);
  for (std::size_t i = 0; group && i < group->children.size(); ++i)
    if (const TasksRule* rule = tasks_rule_in(group->children[i])) return rule;
  return nullptr;
}

std::vector<ReviewGroup> review_list(const Dataset& dataset, std::vector<TaskStanding> tasks) {
  std::erase_if(tasks, [](const TaskStanding& task) { return !needs_answer(task); });
  sort_by_deadline(tasks);
  std::vector<ReviewGroup> groups;
  for (const TaskStanding& standing : tasks)
    group_of(groups, dataset[standing.task].office).tasks.push_back(standing);
  sort_by(groups, [](const ReviewGroup& a, const ReviewGroup& b) {
    return !a.office.empty() && b.office.empty();
  });
  return groups;
}

}  // namespace tiendo
