// The main promise as a line, and the states of the tasks as bars.
#include <algorithm>
#include <array>

#include "report/overview_parts.h"
#include "report/promise_chart.h"

namespace tiendo {

namespace {

constexpr std::array<TaskState, task_state_count> states_in_order = {
    TaskState::unconfirmed, TaskState::overdue,     TaskState::done_late, TaskState::done_on_time,
    TaskState::in_progress, TaskState::no_deadline, TaskState::cancelled};

long count_dues(const Dataset& dataset, const PromiseChain& chain) {
  std::vector<Date> dues;
  for (const TargetId id : chain.promises) {
    const std::optional<Date> due = dataset[id].due;
    if (due && std::find(dues.begin(), dues.end(), *due) == dues.end()) dues.push_back(*due);
  }
  return static_cast<long>(dues.size());
}

std::string promise_title(const Scope& scope, const Promise& promise) {
  const Dataset& dataset = scope.dataset;
  const auto last = last_measured(dataset, promise, scope.moment);
  const std::string figure =
      last ? figure_words(dataset, dataset[*last], scope.language) : std::string();
  const long dues = count_dues(dataset, promise.chain);
  if (dues < 2) {
    const std::string words = promise_words(dataset, dataset[promise.target], scope.language);
    return last ? scope.say(Word::overview_promise_once, {words, figure})
                : scope.say(Word::overview_promise_once_silent, {words});
  }
  const std::string value = promised_value(dataset, promise, scope.language);
  const std::string number = count_words(dues, scope.language);
  return last ? scope.say(Word::overview_promise_again, {value, number, figure})
              : scope.say(Word::overview_promise_again_silent, {value, number});
}

// The documents that made the promise, each a link, and the way to their words.
Words promise_foot(const Scope& scope, const Promise& promise) {
  const Dataset& dataset = scope.dataset;
  const std::string dot = scope.say(Word::phrases_dot);
  Words words;
  std::vector<SourceId> named;
  for (const TargetId id : promise.chain.promises) {
    const SourceId source = dataset[id].evidence.source;
    if (std::find(named.begin(), named.end(), source) != named.end()) continue;
    named.push_back(source);
    if (!words.empty()) words.push_back(plain(dot, Ink::muted));
    words.push_back(link(short_document(dataset, source, scope.language),
                         source_href(dataset, source, scope.route), Ink::muted));
  }
  words.push_back(plain(dot, Ink::muted));
  words.push_back(link(scope.say(Word::overview_see_words),
                       indicator_href(dataset, promise.measure, scope.route)));
  return words;
}

std::string tasks_href(const Scope& scope, std::optional<TaskState> state) {
  return address_of({.language = scope.language, .view = View::tasks, .month = scope.route.month,
                     .as_of = scope.route.as_of,
                     .state = state});
}

Bar bar_of(const Scope& scope, TaskState state, int count) {
  Status status = status_of(state, scope.language);
  const std::string number = count_words(count, scope.language);
  return {.label = status.word,
          .value = count,
          .value_label = number,
          .ink = status.ink,
          .symbol = status.symbol,
          .words = scope.count(count, Word::overview_task_bar_one, Word::overview_task_bar,
                               {status.word}),
          .href = tasks_href(scope, state)};
}

std::string tasks_title(const Scope& scope, const std::array<int, task_state_count>& counts,
                        long total) {
  const std::string all =
      scope.count(total, Word::overview_tasks_total_one, Word::overview_tasks_total);
  const auto of = [&](TaskState state) { return counts[static_cast<std::size_t>(state)]; };
  std::vector<std::string> parts = {all};
  if (const int silent = of(TaskState::unconfirmed); silent > 0) {
    parts.push_back(scope.count(silent, Word::overview_tasks_unconfirmed_one,
                                Word::overview_tasks_unconfirmed));
  } else if (const int late = of(TaskState::overdue); late > 0) {
    parts.push_back(
        scope.count(late, Word::overview_tasks_overdue_one, Word::overview_tasks_overdue));
  }
  return join(parts, scope.say(Word::phrases_comma));
}

}  // namespace

std::optional<Card> promise_card(const Scope& scope) {
  const std::optional<MainPromise> main = main_promise_of_site(scope);
  if (!main) return {};
  const Dataset& dataset = scope.dataset;
  const IndicatorId measure = main->promise.measure;
  const std::optional<IndicatorId> parent = dataset[measure].parent;
  ChartRequest request = {.measures = {measure}, .promise = main->promise};
  if (parent && same_quantity(dataset, measure, *parent)) request.measures.push_back(*parent);
  request.units = nation_and_groups(scope, request.measures);
  const UnitId unit = dataset[main->promise.target].unit;
  if (std::find(request.units.begin(), request.units.end(), unit) == request.units.end()) {
    request.units.insert(request.units.begin(), unit);
  }
  const std::optional<LineChart> chart = promise_chart(scope, request);
  if (!chart) return {};

  Card card = {.title = promise_title(scope, main->promise),
               .subtitle = dataset[measure].name.in(scope.language)};
  card.blocks.push_back({Figure{.chart = *chart, .title = card.title,
                                .description = chart_description(scope, request, *chart)}});
  append(card.blocks, pace_paragraph(scope, request.promise, *chart));
  if (request.measures.size() > 1) {
    card.blocks.push_back(
        {Paragraph{{plain(scope.say(Word::overview_not_joined,
                                    {card_name(dataset[*parent], scope.language),
                                     card_name(dataset[measure], scope.language)}),
                          Ink::muted)},
                   ParagraphRole::note}});
  }
  card.foot = promise_foot(scope, main->promise);
  return card;
}

std::optional<Card> task_states_card(const Scope& scope) {
  const std::vector<TaskStanding> tasks =
      standings(scope.dataset, scope.moment, deadline_rule_shown);
  const std::string month = format_month_in_words(scope.moment.month, scope.language);
  if (tasks.empty()) return {};
  const std::array<int, task_state_count> counts = count_states(tasks);
  Card card = {.title = tasks_title(scope, counts, static_cast<long>(tasks.size())),
               .subtitle = scope.say(Word::overview_tasks_subtitle, {month})};
  BarChart chart = {.language = scope.language};
  std::vector<std::string> description;
  for (const TaskState state : states_in_order) {
    const int count = counts[static_cast<std::size_t>(state)];
    if (count == 0) continue;
    chart.bars.push_back(bar_of(scope, state, count));
    description.push_back(chart.bars.back().words);
  }
  card.blocks.push_back({Figure{.chart = std::move(chart), .title = card.title,
                                .description = join(description, scope.say(Word::phrases_comma))}});
  if (counts[static_cast<std::size_t>(TaskState::unconfirmed)] > 0) {
    card.blocks.push_back({Paragraph{
        {plain(scope.say(Word::overview_unconfirmed_note), Ink::muted)}, ParagraphRole::note}});
  }
  card.foot = {link(scope.say(Word::overview_all_tasks), tasks_href(scope, {}))};
  const std::vector<bool> silent = without_trace(scope.dataset, scope.moment);
  if (const long count = std::count(silent.begin(), silent.end(), true); count > 0) {
    card.foot.push_back(plain(scope.say(Word::phrases_dot), Ink::muted));
    card.foot.push_back(link(
        scope.count(count, Word::tasks_heading_no_trace_one, Word::tasks_heading_no_trace),
        address_of({.language = scope.language, .view = View::tasks, .month = scope.route.month,
                    .as_of = scope.route.as_of, .without_trace_only = true})));
  }
  return card;
}

}  // namespace tiendo
