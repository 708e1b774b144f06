// Where nothing is published about any one database: what was ordered and when, and what is said of
// databases all the same. What speaks of databases is found by its words (readiness.json), because
// no column says so.
#include <algorithm>
#include <string_view>

#include "base/sort.h"
#include "base/text.h"
#include "report/cells.h"
#include "report/finding.h"
#include "report/readiness_parts.h"
#include "report/tasks_parts.h"

namespace tiendo {
namespace {

// Folded, and whatever is no letter or digit as one space: "“Đúng, đủ”" is " dung du ". Folded
// Vietnamese is ASCII, so other bytes are signs.
std::string plain_words(std::string_view text) {
  std::string words = " ";
  for (const char c : fold(text)) {
    const bool in_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (in_word) words += c;
    else if (words.back() != ' ') words += ' ';
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

// Documents are Vietnamese, so the phrases are too.
bool mentions(Word phrases, std::string_view text) {
  const std::string words = plain_words(text);
  const std::string all = say(Language::vi, phrases);
  for (const std::string_view phrase : split(all, ';'))
    if (words.find(plain_words(phrase)) != std::string::npos) return true;
  return false;
}

std::string text_of(const Task& task) {
  std::string text = task.title.vi + ". " + task.product.vi + ". ";
  text += task.evidence.words;
  return text;
}

std::vector<TaskStanding> tasks_with(const Scope& scope, Word phrases) {
  std::vector<TaskStanding> tasks = standings(scope.dataset, scope.moment, deadline_rule_shown);
  std::erase_if(tasks, [&](const TaskStanding& standing) {
    return !mentions(phrases, text_of(scope.dataset[standing.task]));
  });
  return tasks;
}

// What asks for the criteria or for their ranking, the oldest first.
std::vector<TaskStanding> orders(const Scope& scope) {
  std::vector<TaskStanding> tasks = tasks_with(scope, Word::readiness_order_phrases);
  const auto day = [&](const TaskStanding& standing) {
    const auto period = assigned_on(scope.dataset, scope.dataset[standing.task]);
    return period ? day_number(period->last) : 0L;
  };
  sort_by(tasks,
          [&](const TaskStanding& a, const TaskStanding& b) { return day(a) < day(b); });
  return tasks;
}

std::vector<IndicatorId> indicators_about(const Scope& scope) {
  std::vector<IndicatorId> found;
  for (std::uint32_t i = 0; i < scope.dataset.indicators().size(); ++i) {
    const Indicator& indicator = scope.dataset.indicators()[i];
    if (mentions(Word::readiness_phrases, indicator.name.vi + ". " + indicator.definition.vi))
      found.push_back({i});
  }
  return found;
}

std::optional<Stats> figures_of_databases(const Scope& scope,
                                          const std::vector<IndicatorId>& indicators) {
  Stats stats;
  for (const IndicatorId id : indicators) {
    const Reading reading = reading_of(scope.dataset, id, scope.moment);
    if (!reading.figure) continue;
    const Observation& figure = scope.dataset[*reading.figure];
    FigureParts parts = figure_parts(scope.dataset, figure, scope.language);
    Stat stat{.label = card_name(scope.dataset[id], scope.language),
              .value = std::move(parts.number), .unit = std::move(parts.quantity),
              .href = indicator_href(scope.dataset, id, scope.route)};
    if (!figure.note.empty())
      stat.lines.push_back({plain(std::string(figure.note.in(scope.language)), Ink::muted)});
    stat.foot = {plain(scope.say(Word::phrases_as_of, {scope.period(figure.period)}), Ink::muted)};
    stats.stats.push_back(std::move(stat));
  }
  if (stats.stats.empty()) return std::nullopt;
  return stats;
}

Words order_words(const Scope& scope, const TaskStanding& standing) {
  const Task& task = scope.dataset[standing.task];
  Words words = {link(task.title.in(scope.language),
                      task_href(scope.dataset, standing.task, scope.route))};
  const std::optional<Period> day = assigned_on(scope.dataset, task);
  if (!day) return words;
  const long days = days_between(day->last, scope.moment.end());
  words.push_back(plain(scope.say(
      Word::readiness_ordered_on,
      {scope.period(*day), format_number(static_cast<double>(days), 0, scope.language),
       month_in_words(scope)})));
  return words;
}

std::optional<Card> orders_card(const Scope& scope, const std::vector<TaskStanding>& tasks) {
  if (tasks.empty()) return std::nullopt;
  Card card{.title = scope.count(static_cast<long>(tasks.size()), Word::readiness_orders_one,
                                 Word::readiness_orders),
            .subtitle = scope.say(Word::readiness_orders_subtitle)};
  for (const TaskStanding& standing : tasks) {
    const Task& task = scope.dataset[standing.task];
    card.blocks.push_back({Paragraph{.words = order_words(scope, standing)}});
    if (!task.evidence.words.empty())
      card.blocks.push_back({quote_of(scope.dataset, task.evidence, scope.route)});
  }
  return card;
}

TableRow target_row(const Scope& scope, IndicatorId id, const Promise& promise) {
  const Dataset& dataset = scope.dataset;
  const Target& target = dataset[promise.target];
  Status status = promise_status(scope, promise);
  if (!promise.standing.latest) status.word = scope.say(Word::indicators_promised_never_measured);
  return {.cells = {link_cell(dataset[id].name.in(scope.language),
                              indicator_href(dataset, id, scope.route)),
                    text_cell(promise_words(dataset, target, scope.language)),
                    {.status = std::move(status)},
                    words_cell(quoted_words(scope, target.evidence))}};
}

std::optional<Card> targets_card(const Scope& scope, const std::vector<IndicatorId>& indicators) {
  Table table{.columns = {{.title = scope.say(Word::unit_indicator), .grow = 2, .lead = true},
                          {.title = scope.say(Word::unit_promised),
                           .place = ColumnPlace::detail, .grow = 1},
                          {.title = scope.say(Word::unit_state)},
                          {.title = scope.say(Word::readiness_words_column),
                           .place = ColumnPlace::detail, .grow = 2}}};
  long silent = 0;
  for (const IndicatorId id : indicators) {
    const std::optional<Promise> promise = main_promise(scope.dataset, id, scope.moment);
    if (!promise) continue;
    if (!promise->standing.latest) ++silent;
    table.rows.push_back(target_row(scope, id, *promise));
  }
  if (table.rows.empty()) return std::nullopt;
  Card card{.title = scope.count(static_cast<long>(table.rows.size()),
                                 Word::readiness_targets_one, Word::readiness_targets,
                                 {count_words(silent, scope.language)})};
  table.caption = card.title;
  card.blocks.push_back({std::move(table)});
  return card;
}

std::optional<Card> tasks_card(const Scope& scope, std::vector<TaskStanding> tasks) {
  if (tasks.empty()) return std::nullopt;
  const auto silent = std::count_if(tasks.begin(), tasks.end(), [](const TaskStanding& standing) {
    return standing.state == TaskState::unconfirmed;
  });
  Card card{.title = scope.count(static_cast<long>(tasks.size()), Word::readiness_tasks_one,
                                 Word::readiness_tasks, {count_words(silent, scope.language)}),
            .subtitle = scope.say(Word::readiness_tasks_subtitle)};
  Table table{.caption = card.title,
              .columns = {{.title = scope.say(Word::unit_task), .grow = 3, .lead = true},
                          {.title = scope.say(Word::readiness_who), .place = ColumnPlace::detail,
                           .grow = 2},
                          {.title = scope.say(Word::unit_state), .grow = 1},
                          {.title = scope.say(Word::unit_deadline), .place = ColumnPlace::detail}}};
  sort_by_deadline(tasks);
  for (const TaskStanding& standing : tasks) {
    const Task& task = scope.dataset[standing.task];
    table.rows.push_back(
        {.cells = {link_cell(task.title.in(scope.language),
                             task_href(scope.dataset, standing.task, scope.route)),
                   words_cell(office_words(scope, task)), state_cell(scope, standing),
                   words_cell(deadline_words(scope, standing))}});
  }
  card.blocks.push_back({std::move(table)});
  return card;
}

std::optional<Card> events_card(const Scope& scope) {
  Table table{.columns = {{.title = scope.say(Word::readiness_event), .grow = 2, .lead = true},
                          {.title = scope.say(Word::readiness_date)},
                          {.title = scope.say(Word::readiness_words_column),
                           .place = ColumnPlace::detail, .grow = 2}}};
  for (const Event& event : scope.dataset.events()) {
    if (!mentions(Word::readiness_phrases, event.title.vi)) continue;
    Words words = quoted_words(scope, event.evidence);
    words.push_back(plain(" "));
    words.push_back(link(document_label(scope.dataset[event.evidence.source], scope.language),
                         source_href(scope.dataset, event.evidence.source, scope.route)));
    table.rows.push_back({.cells = {text_cell(event.title.in(scope.language)),
                                    text_cell(event.date ? scope.period(*event.date)
                                                         : scope.say(Word::phrases_undated)),
                                    words_cell(std::move(words))}});
  }
  if (table.rows.empty()) return std::nullopt;
  Card card{.title = scope.count(static_cast<long>(table.rows.size()), Word::readiness_events_one,
                                 Word::readiness_events)};
  table.caption = card.title;
  card.blocks.push_back({std::move(table)});
  return card;
}

std::string silence_heading(const Scope& scope, const std::vector<TaskStanding>& asked) {
  const std::optional<Period> since =
      asked.empty() ? std::nullopt
                    : assigned_on(scope.dataset, scope.dataset[asked.front().task]);
  if (!since) return scope.say(Word::readiness_heading_none);
  return scope.say(Word::readiness_heading_ordered, {scope.period(*since)});
}

}  // namespace

void append_data_silence(const Scope& scope, Page& page) {
  const std::vector<IndicatorId> indicators = indicators_about(scope);
  const std::vector<TaskStanding> asked = orders(scope);
  page.heading = silence_heading(scope, asked);
  page.lede = {plain(scope.say(Word::readiness_silence_lede, {month_in_words(scope)}))};
  if (std::optional<Stats> stats = figures_of_databases(scope, indicators))
    page.blocks.push_back({std::move(*stats)});
  append(page.blocks, orders_card(scope, asked));
  append(page.blocks, targets_card(scope, indicators));
  append(page.blocks, tasks_card(scope, tasks_with(scope, Word::readiness_phrases)));
  append(page.blocks, events_card(scope));
  Card missing{.title = scope.say(Word::readiness_missing_title)};
  missing.blocks.push_back({Paragraph{.words = {plain(scope.say(Word::readiness_missing))}}});
  page.blocks.push_back({std::move(missing)});
}

}  // namespace tiendo
