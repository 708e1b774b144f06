// The card of the seven clears: how the tasks were assigned, not how they are done.
#include <algorithm>
#include <map>

#include "base/sort.h"
#include "report/cells.h"
#include "report/tasks_parts.h"

namespace tiendo {
namespace {

constexpr long tasks_min = 3;  // fewer are told by their own pages
constexpr std::size_t full_rows_max = 10;
constexpr int all_seven = static_cast<int>(clears_count);

struct ClearCounts {
  std::array<long, clears_count> met{};
  long tasks = 0, full = 0, sum = 0;

  void add(const Task& task) {
    for (std::size_t i = 0; i < clears_count; ++i) met[i] += task.clears[i] ? 1 : 0;
    ++tasks;
    sum += clears_met(task);
    full += clears_met(task) == all_seven ? 1 : 0;
  }
  double mean() const { return static_cast<double>(sum) / static_cast<double>(tasks); }
};

std::string clears_title(const Scope& scope, const ClearCounts& counts) {
  if (counts.full == 0)
    return scope.count(counts.tasks, Word::tasks_clears_title_none_one,
                       Word::tasks_clears_title_none);
  if (counts.full == counts.tasks) return scope.say(Word::tasks_clears_title_all);
  return scope.say(Word::tasks_clears_title, {count_words(counts.full, scope.language),
                                              count_words(counts.tasks, scope.language)});
}

std::string clears_subtitle(const Scope& scope, const ClearCounts& counts) {
  const long least = *std::min_element(counts.met.begin(), counts.met.end());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < clears_count; ++i)
    if (counts.met[i] == least) names.push_back(scope.say(clear_word(i)));
  if (names.size() > 2) return {};
  return scope.say(Word::tasks_clears_subtitle, {join(names, scope.say(Word::phrases_and)),
                                                 count_words(least, scope.language),
                                                 count_words(counts.tasks, scope.language)});
}

Figure clears_figure(const Scope& scope, const ClearCounts& counts) {
  BarChart chart;
  chart.axis_max = static_cast<double>(counts.tasks);
  chart.labels = BarChart::Labels::beside;
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < clears_count; ++i) {
    const std::string name = scope.say(clear_word(i));
    const std::string value =
        scope.say(Word::tasks_clears_bar, {count_words(counts.met[i], scope.language),
                                           count_words(counts.tasks, scope.language)});
    parts.push_back(scope.say(Word::tasks_clears_item, {name, value}));
    chart.bars.push_back({.label = name,
                          .value = static_cast<double>(counts.met[i]),
                          .value_label = value,
                          .words = parts.back()});
  }
  return {.chart = std::move(chart),
          .title = scope.say(Word::tasks_clears_chart),
          .description = scope.say(Word::tasks_clears_description,
                                   {join(parts, scope.say(Word::site_semicolon))})};
}

Table counts_table(const Scope& scope, Word caption, Word what) {
  return {.caption = scope.say(caption),
          .columns = {{.title = scope.say(what), .grow = 2, .lead = true},
                      {.title = scope.say(Word::tasks_column_tasks), .align = Align::right},
                      {.title = scope.say(Word::tasks_column_mean), .align = Align::right},
                      {.title = scope.say(Word::tasks_column_all_seven), .align = Align::right,
                       .place = ColumnPlace::detail}},
          .rows = {}};
}

std::string mean_words(const Scope& scope, const ClearCounts& counts) {
  return format_number(counts.mean(), 1, scope.language);
}

TableRow counts_row(const Scope& scope, Cell name, const ClearCounts& counts) {
  return {.cells = {std::move(name), count_cell(counts.tasks, scope.language),
                    text_cell(mean_words(scope, counts)), count_cell(counts.full, scope.language)}};
}

Table documents_table(const Scope& scope, const std::vector<TaskStanding>& tasks) {
  std::map<SourceId, ClearCounts> by_document;
  for (const TaskStanding& standing : tasks) {
    const Task& task = scope.dataset[standing.task];
    by_document[task.evidence.source].add(task);
  }
  Table table = counts_table(scope, Word::tasks_documents_caption, Word::tasks_column_document);
  for (const auto& entry : by_document)
    table.rows.push_back(counts_row(
        scope,
        link_cell(document_label(scope.dataset[entry.first], scope.language),
                  source_href(scope.dataset, entry.first, scope.route)),
        entry.second));
  return table;
}

Table full_table(const Scope& scope, const std::vector<TaskStanding>& full) {
  Table table{.caption = scope.say(Word::tasks_full_caption),
              .columns = {{.title = scope.say(Word::tasks_column_task), .grow = 3, .lead = true},
                          {.title = scope.say(Word::tasks_column_lead),
                           .place = ColumnPlace::detail, .grow = 1.5f},
                          {.title = scope.say(Word::tasks_column_state), .grow = 1.2f}}};
  for (std::size_t i = 0; i < std::min(full.size(), full_rows_max); ++i) {
    const Task& task = scope.dataset[full[i].task];
    table.rows.push_back({.cells = {
                              link_cell(task.title.in(scope.language),
                                        task_href(scope.dataset, full[i].task, scope.route)),
                              words_cell(unit_list(scope.dataset, task.leads, scope.route)),
                              state_cell(scope, full[i])}});
  }
  return table;
}

void add_full_list(const Scope& scope, std::vector<TaskStanding> tasks, Card& card) {
  std::erase_if(tasks, [&](const TaskStanding& task) {
    return !has_all_clears(scope.dataset[task.task]);
  });
  if (tasks.empty() || scope.route.all_clear_only) return;  // the table of the page lists them
  card.blocks.push_back({Heading{scope.say(Word::tasks_full_list)}});
  card.blocks.push_back({full_table(scope, tasks)});
  if (tasks.size() <= full_rows_max) return;
  const std::string href =
      address_with(scope.route, [](Route& there) { there.all_clear_only = true; });
  card.blocks.push_back({Paragraph{
      .words = {link(scope.say(Word::tasks_full_more,
                               {count_words(static_cast<long>(tasks.size()), scope.language)}),
                     href)}}});
}

}  // namespace

std::optional<Card> clears_by_unit_card(const Scope& scope,
                                        const std::vector<TaskStanding>& tasks) {
  std::map<UnitId, ClearCounts> by_unit;
  for (const TaskStanding& standing : tasks)
    for (const UnitId lead : scope.dataset[standing.task].leads)
      by_unit[lead].add(scope.dataset[standing.task]);
  std::vector<std::pair<UnitId, ClearCounts>> units(by_unit.begin(), by_unit.end());
  if (units.size() < 2) return std::nullopt;
  sort_by(units,
          [](const auto& a, const auto& b) { return a.second.mean() > b.second.mean(); });
  Table table = counts_table(scope, Word::tasks_clears_units_caption, Word::tasks_column_unit);
  for (const auto& [unit, counts] : units)
    table.rows.push_back(counts_row(scope,
                                    link_cell(scope.dataset[unit].name.in(scope.language),
                                              unit_href(scope.dataset, unit, scope.route)),
                                    counts));
  Card card{.title = scope.say(Word::tasks_clears_units_title,
                               {mean_words(scope, units.back().second),
                                mean_words(scope, units.front().second)})};
  card.blocks.push_back({std::move(table)});
  card.foot = {plain(scope.say(Word::tasks_clears_note), Ink::muted)};
  return card;
}

std::optional<Card> clears_card(const Scope& scope, const std::vector<TaskStanding>& tasks) {
  ClearCounts counts;
  for (const TaskStanding& task : tasks) counts.add(scope.dataset[task.task]);
  if (counts.tasks < tasks_min) return std::nullopt;
  Card card{.title = clears_title(scope, counts), .subtitle = clears_subtitle(scope, counts)};
  Row row{.columns = {}, .min_width = 360};
  row.columns.push_back({.share = 1, .blocks = blocks_of(clears_figure(scope, counts))});
  row.columns.push_back({.share = 1, .blocks = blocks_of(documents_table(scope, tasks))});
  card.blocks.push_back({std::move(row)});
  add_full_list(scope, tasks, card);
  card.foot = {plain(scope.say(Word::tasks_clears_note), Ink::muted)};
  return card;
}

}  // namespace tiendo
