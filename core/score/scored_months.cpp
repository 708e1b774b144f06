// Which months a methodology can be shown for. Only months in which something was published or fell
// due are asked; each is scored whole.
#include <algorithm>
#include <functional>

#include "base/overloaded.h"
#include "base/sort.h"
#include "score/scorecard.h"
#include "score/prepare.h"

namespace tiendo {
namespace {

struct Asked {
  std::vector<bool> indicators;  // by table row
  bool tasks = false, targets = false;
};

void ask(const Dataset& dataset, const MethodNode& node, Asked& asked) {
  std::visit(overloaded{
                 [&](const IndicatorRule& rule) {
                   const auto indicator = dataset.find_indicator(rule.indicator);
                   if (indicator) asked.indicators[indicator->index] = true;
                 },
                 [&](const GroupRule& rule) {
                   for (const MethodNode& child : rule.children) ask(dataset, child, asked);
                 },
                 [&](const OwnedRule& rule) {
                   for (const MethodNode& each : rule.each) ask(dataset, each, asked);
                 },
                 [&](const TasksRule&) { asked.tasks = true; },
                 [&](const ClearsRule&) { asked.tasks = true; },
                 [&](const TargetsRule&) { asked.targets = true; },
             },
             node.rule);
}

Asked asked_by(const Dataset& dataset, const Methodology& methodology) {
  Asked asked{.indicators = std::vector<bool>(dataset.indicators().size(), false)};
  ask(dataset, methodology.root, asked);
  if (asked.targets) {
    for (const Target& target : dataset.targets()) asked.indicators[target.indicator.index] = true;
  }
  return asked;
}

// A due date ahead of everything that was published tells nothing yet.
void append_due_months(const Dataset& dataset, const Asked& asked, std::optional<Month> latest,
                       std::vector<Month>& months) {
  const auto append = [&](const std::optional<Date>& due) {
    if (due && latest && month_of(*due) <= *latest) months.push_back(month_of(*due));
  };
  if (asked.tasks) {
    for (const Task& task : dataset.tasks()) append(task.deadline);
    for (const TaskReport& report : dataset.task_reports()) append(report.new_deadline);
  }
  if (asked.targets) {
    for (const Target& target : dataset.targets()) append(target.due);
  }
}

}  // namespace

std::vector<Month> months_to_score(const Dataset& dataset, const Methodology& methodology) {
  const Asked asked = asked_by(dataset, methodology);
  std::vector<Month> months;
  std::optional<Month> latest = dataset.info().latest_month;
  const Observations& rows = dataset.observations();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Month month = month_of(rows.last_day(row));
    if (!latest || *latest < month) latest = month;
    if (asked.indicators[rows.indicator(row).index] && rows.value(row) &&
        (months.empty() || !(months.back() == month)))
      months.push_back(month);
  }
  for (const TaskReport& report : dataset.task_reports()) {
    const Month month = month_of(report.date.last);
    if (!latest || *latest < month) latest = month;
    if (asked.tasks) months.push_back(month);
  }
  append_due_months(dataset, asked, latest, months);
  sort_by(months, std::less<>());
  months.erase(std::unique(months.begin(), months.end()), months.end());
  return months;
}

std::vector<Month> scored_months(const Dataset& dataset, const Methodology& methodology) {
  std::vector<Month> months = months_to_score(dataset, methodology);
  std::erase_if(months, [&](Month month) {
    return score(dataset, methodology, {.month = month, .as_of = {}}).scored() == 0;
  });
  return months;
}

}  // namespace tiendo
