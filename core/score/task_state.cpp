#include "score/task_state.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"
#include "score/target_status.h"

namespace tiendo {
namespace {

using Reports = std::vector<const TaskReport*>;  // of one task, by date

// The last day of which the figures of each indicator speak, looked up once.
class LastFigures {
 public:
  LastFigures(const Dataset& dataset, const Moment& moment)
      : dataset_(dataset), moment_(moment), known_(dataset.indicators().size()) {}

  bool any_after(IndicatorId indicator, Date day) {
    std::optional<Date>& last = known_[indicator.index];
    if (!last) {
      last = Date{};
      for (const ObservationId id : dataset_.observations_of(indicator)) {
        const Date end = dataset_.observations().last_day(id.index);
        if (end > *last && end <= moment_.end() && known_at(dataset_, dataset_[id], moment_))
          last = end;
      }
    }
    return *last > day;
  }

 private:
  const Dataset& dataset_;
  const Moment& moment_;
  std::vector<std::optional<Date>> known_;
};

// A walk over the reports, in the order of their dates: what is known after each.
struct History {
  std::optional<Date> original, deadline;
  std::optional<Date> deadline_when_done;
  std::vector<DeadlineSlip> slips;
  const TaskReport* last_word = nullptr;  // done: the first of the run

  void move_deadline(const TaskReport& report) {
    if (!report.new_deadline) return;
    const Date to = *report.new_deadline;
    if (deadline && to > *deadline) {
      slips.push_back({.from = *deadline, .to = to, .days = days_between(*deadline, to),
                       .report = &report});
    }
    deadline = to;
    if (!original) original = to;
  }

  void hear(const TaskReport& report) {
    move_deadline(report);
    switch (report.state) {
      case ReportedState::done:
        if (last_word && last_word->state == ReportedState::done) return;
        deadline_when_done = deadline;
        break;
      case ReportedState::restated:
        if (last_word && last_word->state == ReportedState::cancelled) last_word = nullptr;
        return;
      case ReportedState::not_done:
      case ReportedState::in_progress:
      case ReportedState::cancelled: break;
    }
    last_word = &report;
  }
};

bool serves_missed_target(const Dataset& dataset, const Task& task, const Moment& moment) {
  const auto concerns = [&](const Target& target) {
    const UnitKind kind = dataset[target.unit].kind;
    return kind == UnitKind::nation || kind == UnitKind::government || kind == UnitKind::group ||
           std::find(task.leads.begin(), task.leads.end(), target.unit) != task.leads.end();
  };
  for (const IndicatorId indicator : task.indicators) {
    for (std::uint32_t i = 0; i < dataset.targets().size(); ++i) {
      const Target& target = dataset[TargetId{i}];
      if (!(target.indicator == indicator) || !concerns(target)) continue;
      if (!known_at(dataset, target, moment)) continue;
      if (standing_of(dataset, TargetId{i}, indicator, moment).status == TargetStatus::missed) {
        return true;
      }
    }
  }
  return false;
}

void judge_done(TaskStanding& standing, const TaskReport& done) {
  standing.deciding = &done;
  const bool late = standing.deadline && done.date.first > *standing.deadline;
  standing.state = late ? TaskState::done_late : TaskState::done_on_time;
  if (late) standing.days_late = days_between(*standing.deadline, done.date.first);
}

void judge_open(TaskStanding& standing, const TaskReport* last_word, const Moment& moment) {
  if (!standing.deadline) {
    standing.state = TaskState::no_deadline;
    return;
  }
  if (*standing.deadline > moment.end()) {
    standing.state = TaskState::in_progress;
    return;
  }
  const bool said_after = last_word && last_word->date.first > *standing.deadline;
  standing.state = said_after ? TaskState::overdue : TaskState::unconfirmed;
  standing.deciding = said_after ? last_word : nullptr;
  standing.days_late = days_between(*standing.deadline, moment.end());
}

TaskStanding judge(const Dataset& dataset, TaskId id, const Reports& reports, const Moment& moment,
                   DeadlineRule rule) {
  const Task& task = dataset[id];
  History history{.original = task.deadline, .deadline = task.deadline, .deadline_when_done = {},
                  .slips = {}};
  for (const TaskReport* report : reports) {
    if (known_at(dataset, *report, moment)) history.hear(*report);
  }
  const TaskReport* last_word = history.last_word;
  const bool done = last_word && last_word->state == ReportedState::done;
  const auto& revised = done ? history.deadline_when_done : history.deadline;

  TaskStanding standing;
  standing.task = id;
  standing.original_deadline = history.original;
  standing.deadline = rule == DeadlineRule::original ? history.original : revised;
  standing.slips = std::move(history.slips);
  if (done) {
    judge_done(standing, *last_word);
    standing.ineffective = serves_missed_target(dataset, task, moment);
  } else if (last_word && last_word->state == ReportedState::cancelled) {
    standing.state = TaskState::cancelled;
    standing.deciding = last_word;
  } else {
    judge_open(standing, last_word, moment);
  }
  return standing;
}

std::optional<double> declining(const std::optional<DecliningPoints>& rule, long days) {
  if (!rule) return {};
  const double left = rule->start - rule->per_day * static_cast<double>(days);
  return std::clamp(std::max(rule->floor, left), 0.0, 100.0);
}

}  // namespace

std::optional<Period> assigned_on(const Dataset& dataset, const Task& task) {
  return task.assigned_on ? task.assigned_on : dataset[task.evidence.source].date;
}

bool known_at(const Dataset& dataset, const Task& task, const Moment& moment) {
  const std::optional<Period> assigned = assigned_on(dataset, task);
  if (!assigned) return true;
  return assigned->last <= moment.end() && published_by(assigned, moment);
}

bool known_at(const Dataset& dataset, const TaskReport& report, const Moment& moment) {
  if (report.date.last > moment.end()) return false;
  const std::optional<Period>& document = dataset[report.evidence.source].date;
  return published_by(document ? document : report.date, moment);
}

TaskStanding standing_of(const Dataset& dataset, TaskId task, const Moment& moment,
                         DeadlineRule rule) {
  return judge(dataset, task, dataset.reports_of(task), moment, rule);
}

std::vector<TaskStanding> standings(const Dataset& dataset, const Moment& moment,
                                    DeadlineRule rule) {
  std::vector<Reports> reports_by_task(dataset.tasks().size());
  for (const TaskReport& report : dataset.task_reports()) {
    reports_by_task[report.task.index].push_back(&report);
  }
  std::vector<TaskStanding> result;
  for (std::uint32_t i = 0; i < dataset.tasks().size(); ++i) {
    if (!known_at(dataset, dataset[TaskId{i}], moment)) continue;
    Reports& reports = reports_by_task[i];
    sort_by(reports, [](const auto* a, const auto* b) {
      return a->date.last < b->date.last;
    });
    result.push_back(judge(dataset, TaskId{i}, reports, moment, rule));
  }
  return result;
}

std::array<int, task_state_count> count_states(const std::vector<TaskStanding>& standings) {
  std::array<int, task_state_count> counts{};
  for (const TaskStanding& standing : standings) ++counts[static_cast<std::size_t>(standing.state)];
  return counts;
}

bool is_judged(const TaskStanding& standing, const Moment& moment) {
  if (standing.deadline)
    return *standing.deadline <= moment.end() && standing.state != TaskState::cancelled;
  return standing.state == TaskState::done_on_time;
}

std::vector<bool> without_trace(const Dataset& dataset, const Moment& moment) {
  std::vector<bool> silent;
  std::vector<Date> last_of_thread(dataset.threads().size());
  const auto hear = [&](const Task& task, const std::optional<Period>& on) {
    if (!task.thread || !on) return;
    Date& last = last_of_thread[task.thread->index];
    if (on->first > last) last = on->first;
  };
  for (const Task& task : dataset.tasks()) {
    silent.push_back(known_at(dataset, task, moment));
    if (silent.back()) hear(task, assigned_on(dataset, task));
  }
  for (const TaskReport& report : dataset.task_reports()) {
    if (!known_at(dataset, report, moment)) continue;
    silent[report.task.index] = false;
    hear(dataset[report.task], report.date);
  }
  LastFigures figures(dataset, moment);
  for (std::size_t i = 0; i < silent.size(); ++i) {
    const Task& task = dataset.tasks()[i];
    const std::optional<Period> assigned = assigned_on(dataset, task);
    if (!silent[i] || !assigned) continue;
    const auto measured = [&](IndicatorId id) { return figures.any_after(id, assigned->last); };
    silent[i] = !(task.thread && last_of_thread[task.thread->index] > assigned->last) &&
                std::none_of(task.indicators.begin(), task.indicators.end(), measured);
  }
  return silent;
}

bool is_unresolved(const TaskStanding& standing) {
  return standing.state == TaskState::overdue || standing.state == TaskState::unconfirmed;
}

bool needs_answer(const TaskStanding& standing) {
  return is_unresolved(standing) || standing.ineffective;
}

void sort_by_deadline(std::vector<TaskStanding>& standings) {
  sort_by(standings, [](const TaskStanding& a, const TaskStanding& b) {
    if (!a.deadline || !b.deadline) return a.deadline && !b.deadline;
    return *a.deadline < *b.deadline;
  });
}

std::optional<double> task_points(const TaskStanding& standing, const TaskPoints& points) {
  const auto fixed = [](std::optional<double> value) -> std::optional<double> {
    return value ? std::optional(std::clamp(*value, 0.0, 100.0)) : std::nullopt;
  };
  switch (standing.state) {
    case TaskState::done_on_time: return fixed(points.done_on_time);
    case TaskState::done_late: return declining(points.done_late, standing.days_late);
    case TaskState::overdue: return declining(points.overdue, standing.days_late);
    case TaskState::unconfirmed: return fixed(points.unconfirmed);
    case TaskState::in_progress:
    case TaskState::no_deadline:
    case TaskState::cancelled: break;
  }
  return {};
}

}  // namespace tiendo
