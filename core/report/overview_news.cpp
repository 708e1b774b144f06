// What is new in the month: figures, reports on tasks, assignments, and dates that came due.
#include <algorithm>
#include <map>

#include "base/sort.h"
#include "report/overview_parts.h"

namespace tiendo {

namespace {

constexpr std::size_t indicators_listed_max = 6;

bool in_month(const std::optional<Period>& period, Month month) {
  return period && month_of(period->last) == month;
}

// New in the month: published in it, or speaking of it.
std::map<IndicatorId, int> new_figures(const Scope& scope) {
  std::map<IndicatorId, int> count;
  const Month month = scope.moment.month;
  for (const Observation& figure : scope.dataset.observations()) {
    if (!shown_at(scope.dataset, figure, scope.moment)) continue;
    const bool is_new = in_month(figure.period, month) ||
                        in_month(published_on(scope.dataset, figure), month);
    if (is_new) ++count[figure.indicator];
  }
  return count;
}

Words listed_indicators(const Scope& scope, const std::map<IndicatorId, int>& count) {
  std::vector<std::pair<IndicatorId, int>> listed(count.begin(), count.end());
  sort_by(listed, [](const auto& a, const auto& b) { return a.second > b.second; });
  Words words;
  for (std::size_t i = 0; i < std::min(listed.size(), indicators_listed_max); ++i) {
    if (i > 0) words.push_back(plain(scope.say(Word::phrases_comma)));
    const Indicator& indicator = scope.dataset[listed[i].first];
    words.push_back(link(card_name(indicator, scope.language),
                         indicator_href(scope.dataset, listed[i].first, scope.route)));
    words.push_back(plain(" (" + count_words(listed[i].second, scope.language) + ")", Ink::muted));
  }
  if (listed.size() > indicators_listed_max) {
    const auto rest = static_cast<long>(listed.size() - indicators_listed_max);
    words.push_back(plain(scope.say(Word::phrases_comma)));
    words.push_back(link(scope.count(rest, Word::overview_news_more_one, Word::overview_news_more),
                         address_of({.language = scope.language, .view = View::indicators,
                                     .month = scope.route.month, .as_of = scope.route.as_of})));
  }
  return words;
}

long new_reports(const Scope& scope) {
  const auto& reports = scope.dataset.task_reports();
  return std::count_if(reports.begin(), reports.end(), [&](const TaskReport& report) {
    return in_month(report.date, scope.moment.month);
  });
}

long new_tasks(const Scope& scope) {
  const auto& tasks = scope.dataset.tasks();
  return std::count_if(tasks.begin(), tasks.end(), [&](const Task& task) {
    const auto& document = scope.dataset[task.evidence.source].date;
    return in_month(task.assigned_on ? task.assigned_on : document, scope.moment.month);
  });
}

struct CameDue { long tasks = 0, silent = 0, targets = 0; };
CameDue came_due(const Scope& scope) {
  CameDue due;
  const Month month = scope.moment.month;
  for (const TaskStanding& task : standings(scope.dataset, scope.moment, deadline_rule_shown)) {
    if (!task.deadline || month_of(*task.deadline) != month) continue;
    ++due.tasks;
    if (task.state == TaskState::unconfirmed) ++due.silent;
  }
  for (std::uint32_t unit = 0; unit < scope.dataset.units().size(); ++unit) {
    for (const TargetId id : current_targets(scope.dataset, {unit}, scope.moment)) {
      const std::optional<Date> date = scope.dataset[id].due;
      if (date && month_of(*date) == month) ++due.targets;
    }
  }
  return due;
}

// The last month before the one shown in which a report on a task was published.
std::optional<Month> last_report_before(const Scope& scope) {
  std::optional<Month> last;
  for (const TaskReport& report : scope.dataset.task_reports()) {
    const Month month = month_of(report.date.last);
    if (month < scope.moment.month && (!last || *last < month)) last = month;
  }
  return last;
}

Words reports_value(const Scope& scope) {
  const long reports = new_reports(scope);
  if (reports > 0) {
    return {link(scope.count(reports, Word::overview_news_reports_one, Word::overview_news_reports),
                 address_of({.language = scope.language, .view = View::tasks,
                             .month = scope.route.month, .as_of = scope.route.as_of}))};
  }
  const auto last = last_report_before(scope);
  if (!last) return {plain(scope.say(Word::overview_news_no_reports), Ink::muted)};
  return {plain(scope.say(Word::overview_news_no_reports_since,
                          {format_month_in_words(*last, scope.language)}),
                Ink::muted)};
}

Words due_value(const Scope& scope, const CameDue& due) {
  if (due.tasks + due.targets == 0) {
    return {plain(scope.say(Word::overview_news_none_due), Ink::muted)};
  }
  std::vector<std::string> parts;
  if (due.tasks > 0) {
    parts.push_back(
        scope.count(due.tasks, Word::overview_news_tasks_due_one, Word::overview_news_tasks_due));
  }
  if (due.silent > 0) {
    parts.push_back(
        scope.count(due.silent, Word::overview_news_silent_one, Word::overview_news_silent));
  }
  if (due.targets > 0) {
    parts.push_back(scope.count(due.targets, Word::overview_news_targets_due_one,
                                Word::overview_news_targets_due));
  }
  return {plain(join(parts, scope.say(Word::phrases_comma)))};
}

std::string title_of(const Scope& scope, long figures, long reports, const CameDue& due) {
  const std::string month = format_month_in_words(scope.moment.month, scope.language);
  if (figures > 0) {
    return scope.count(figures, Word::overview_news_title_figures_one,
                       Word::overview_news_title_figures, {month});
  }
  if (reports > 0) {
    return scope.count(reports, Word::overview_news_title_reports_one,
                       Word::overview_news_title_reports, {month});
  }
  if (due.silent > 0) {
    return scope.count(due.silent, Word::overview_news_title_silent_one,
                       Word::overview_news_title_silent, {month});
  }
  return scope.say(Word::overview_news_title_none, {month});
}

}  // namespace

std::optional<Card> news_card(const Scope& scope) {
  const std::map<IndicatorId, int> figures = new_figures(scope);
  const CameDue due = came_due(scope);
  long count = 0;
  for (const auto& [indicator, number] : figures) count += number;

  Card card = {.title = title_of(scope, count, new_reports(scope), due)};
  Terms terms;
  Words listed = listed_indicators(scope, figures);
  if (figures.empty()) listed = {plain(scope.say(Word::overview_news_no_figures), Ink::muted)};
  terms.terms.push_back(
      {.name = scope.say(Word::overview_news_figures), .value = std::move(listed)});
  terms.terms.push_back(
      {.name = scope.say(Word::overview_news_reported), .value = reports_value(scope)});
  if (const long assigned = new_tasks(scope); assigned > 0) {
    terms.terms.push_back({.name = scope.say(Word::overview_news_assigned),
                           .value = {plain(scope.count(assigned, Word::overview_news_assigned_one,
                                                       Word::overview_news_assigned_many))}});
  }
  terms.terms.push_back(
      {.name = scope.say(Word::overview_news_due), .value = due_value(scope, due)});
  card.blocks.push_back({std::move(terms)});
  return card;
}

}  // namespace tiendo
