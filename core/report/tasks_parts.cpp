#include "report/tasks_parts.h"

#include <algorithm>
#include <limits>

#include "report/cells.h"

namespace tiendo {
namespace {

bool leads(const Dataset& dataset, const Task& task, const std::string& unit) {
  return std::any_of(task.leads.begin(), task.leads.end(),
                     [&](UnitId lead) { return dataset[lead].key == unit; });
}

// By row of the table of tasks, whether the words that were typed find it.
std::vector<bool> found_by_words(const Scope& scope) {
  const std::optional<SearchIndex>& kept = scope.publication.search;
  const std::size_t all = std::numeric_limits<std::size_t>::max();
  std::vector<bool> found(scope.dataset.tasks().size());
  for (const Hit& hit : kept ? kept->find(scope.route.query, all)
                             : SearchIndex(scope.dataset).find(scope.route.query, all))
    if (hit.kind == Findable::task) found[hit.index] = true;
  return found;
}

}  // namespace

TaskPool::TaskPool(const Scope& scope)
    : scope_(scope), known_(standings(scope.dataset, scope.moment, deadline_rule_shown)),
      without_trace_(without_trace(scope.dataset, scope.moment)) {
  if (!scope.route.query.empty()) found_ = found_by_words(scope);
  if (scope.route.programme.empty()) return;
  for (const Task& task : scope.dataset.tasks())
    of_programme_.push_back(programme_slug(task.programme) == scope.route.programme);
}

bool TaskPool::passes(const TaskStanding& standing, TaskFilter left_out) const {
  const Route& route = scope_.route;
  const Task& task = scope_.dataset[standing.task];
  const auto asks = [&](TaskFilter filter, bool is_set) { return is_set && filter != left_out; };
  if (!found_.empty() && !found_[standing.task.index]) return false;
  if (asks(TaskFilter::state, route.state.has_value()) && standing.state != *route.state)
    return false;
  if (asks(TaskFilter::unit, !route.unit.empty()) && !leads(scope_.dataset, task, route.unit))
    return false;
  if (asks(TaskFilter::programme, !of_programme_.empty()) && !of_programme_[standing.task.index])
    return false;
  const auto passes_flag = [&](TaskFilter filter, bool is_set) {
    return !asks(filter, is_set) || has(filter, standing);
  };
  return passes_flag(TaskFilter::moved, route.moved_only) &&
         passes_flag(TaskFilter::clear, route.all_clear_only) &&
         passes_flag(TaskFilter::trace, route.without_trace_only);
}

bool TaskPool::has(TaskFilter filter, const TaskStanding& standing) const {
  if (filter == TaskFilter::moved) return !standing.slips.empty();
  if (filter == TaskFilter::clear) return has_all_clears(scope_.dataset[standing.task]);
  return filter == TaskFilter::trace && without_trace_[standing.task.index];
}

std::vector<TaskStanding> TaskPool::matching(TaskFilter left_out) const {
  std::vector<TaskStanding> tasks;
  for (const TaskStanding& task : known_)
    if (passes(task, left_out)) tasks.push_back(task);
  return tasks;
}

bool any_task_filter(const Route& route) {
  return route.state || !route.unit.empty() || !route.programme.empty() || route.moved_only ||
         route.all_clear_only || route.without_trace_only || !route.query.empty();
}

Route without_task_filters(const Route& route) {
  return {.language = route.language, .view = View::tasks, .month = route.month,
          .as_of = route.as_of, .tasks_as = route.tasks_as};
}

std::string month_in_words(const Scope& scope) {
  return format_month_in_words(scope.moment.month, scope.language);
}

int clears_met(const Task& task) {
  return static_cast<int>(std::count(task.clears.begin(), task.clears.end(), true));
}

bool has_all_clears(const Task& task) {
  return clears_met(task) == static_cast<int>(clears_count);
}

Word clear_word(std::size_t clear) {
  constexpr std::array<Word, clears_count> words = {
      Word::tasks_clear_goal, Word::tasks_clear_person, Word::tasks_clear_work,
      Word::tasks_clear_time, Word::tasks_clear_responsibility, Word::tasks_clear_product,
      Word::tasks_clear_result};
  return words[clear];
}

Words deadline_words(const Scope& scope, const TaskStanding& standing) {
  if (!standing.deadline) return {plain(scope.say(Word::tasks_no_date), Ink::muted)};
  const std::string deadline = scope.date(*standing.deadline);
  if (standing.slips.empty()) return {plain(deadline)};
  return {plain(scope.say(Word::tasks_moved,
                          {scope.date(standing.slips.front().from), deadline}))};
}

long days_since_assigned(const Scope& scope, TaskId task) {
  const std::optional<Period> assigned = assigned_on(scope.dataset, scope.dataset[task]);
  return assigned ? days_between(assigned->last, scope.moment.end()) : 0;
}

std::string state_days(const Scope& scope, const TaskStanding& standing) {
  long days = standing.days_late;
  Word word = Word::tasks_days_late;
  switch (standing.state) {
    case TaskState::overdue: word = Word::tasks_days_overdue; break;
    case TaskState::unconfirmed: word = Word::tasks_days_silent; break;
    case TaskState::done_late: break;
    case TaskState::in_progress:
      word = Word::tasks_days_left;
      days = standing.deadline ? days_between(scope.moment.end(), *standing.deadline) : 0;
      break;
    case TaskState::no_deadline:
      word = Word::tasks_days_since;
      days = days_since_assigned(scope, standing.task);
      break;
    case TaskState::done_on_time:
    case TaskState::cancelled: return {};
  }
  if (days <= 0) return {};
  return scope.say(word, {scope.count(days, Word::phrases_days_one, Word::phrases_days)});
}

Cell state_cell(const Scope& scope, const TaskStanding& standing) {
  Cell cell{.status = status_of(standing.state, scope.language)};
  std::vector<std::string> parts;
  if (const std::string days = state_days(scope, standing); !days.empty()) parts.push_back(days);
  if (standing.ineffective) parts.push_back(scope.say(Word::tasks_ineffective));
  if (!parts.empty())
    cell.words = {plain(join(parts, scope.say(Word::phrases_comma)), Ink::muted)};
  return cell;
}

Words office_words(const Scope& scope, const Task& task) {
  if (!task.office.empty()) return {plain(task.office.in(scope.language))};
  return unit_list(scope.dataset, task.leads, scope.route);
}

Words document_words(const Scope& scope, const Task& task) {
  const SourceId source = task.evidence.source;
  return {link(document_label(scope.dataset[source], scope.language),
               source_href(scope.dataset, source, scope.route))};
}

std::string lower_first(std::string text) {
  if (text.rfind("Đ", 0) == 0) return "đ" + text.substr(std::string_view("Đ").size());
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

}  // namespace tiendo
