// Cards of the list of tasks: the monthly review, the leads, the time line.
#include <algorithm>
#include <map>

#include "base/sort.h"
#include "report/cells.h"
#include "report/tasks_parts.h"

namespace tiendo {
namespace {

constexpr std::size_t review_rows_max = 10;
constexpr std::size_t timeline_rows_max = 24;
constexpr double pile_up_share = 0.3;  // of the dated tasks in one month, to be called a pile-up

long size_of(const std::vector<TaskStanding>& tasks) { return static_cast<long>(tasks.size()); }

// ---- review

Span state_link(const Scope& scope, TaskState state, int count, Word one, Word many) {
  Route there = scope.route;
  there.state = state;
  return link(scope.count(count, one, many), address_of(there));
}

Words review_foot(const Scope& scope, const TaskTally& tally) {
  Words foot;
  const int overdue = tally.of(TaskState::overdue), silent = tally.of(TaskState::unconfirmed);
  if (overdue > 0)
    foot.push_back(state_link(scope, TaskState::overdue, overdue, Word::tasks_review_overdue_one,
                              Word::tasks_review_overdue));
  if (overdue > 0 && silent > 0) foot.push_back(plain(scope.say(Word::phrases_dot), Ink::muted));
  if (silent > 0)
    foot.push_back(state_link(scope, TaskState::unconfirmed, silent,
                              Word::tasks_review_unconfirmed_one, Word::tasks_review_unconfirmed));
  return foot;
}

Table review_table(const Scope& scope, const std::vector<TaskStanding>& tasks) {
  Table table{.caption = scope.say(Word::tasks_review_caption),
              .columns = {
                  {.title = scope.say(Word::tasks_column_office), .grow = 1.5f},
                  {.title = scope.say(Word::tasks_column_task), .grow = 3, .lead = true},
                  {.title = scope.say(Word::tasks_column_deadline), .place = ColumnPlace::detail},
                  {.title = scope.say(Word::tasks_column_state), .grow = 1.2f}}};
  const std::size_t rows = std::min(tasks.size(), review_rows_max);
  for (std::size_t i = 0; i < rows; ++i) {
    const Task& task = scope.dataset[tasks[i].task];
    table.rows.push_back({.cells = {
                              words_cell(office_words(scope, task)),
                              link_cell(task.title.in(scope.language),
                                        task_href(scope.dataset, tasks[i].task, scope.route)),
                              words_cell(deadline_words(scope, tasks[i])),
                              state_cell(scope, tasks[i])}});
  }
  return table;
}

// ---- leads

struct LeadRow {
  std::optional<UnitId> unit;  // nothing: the document names nobody
  TaskTally tally;

  int unresolved() const {
    return tally.of(TaskState::overdue) + tally.of(TaskState::unconfirmed);
  }
};

std::vector<LeadRow> lead_rows(const Dataset& dataset, const std::vector<TaskStanding>& tasks) {
  std::map<UnitId, TaskTally> by_unit;
  LeadRow nobody;
  for (const TaskStanding& task : tasks) {
    const std::vector<UnitId>& leads = dataset[task.task].leads;
    for (const UnitId lead : leads) by_unit[lead].add(task);
    if (leads.empty()) nobody.tally.add(task);
  }
  std::vector<LeadRow> rows;
  for (const auto& entry : by_unit) rows.push_back({.unit = entry.first, .tally = entry.second});
  if (nobody.tally.total() > 0) rows.push_back(nobody);
  sort_by(rows, [](const LeadRow& a, const LeadRow& b) {
    if (a.unresolved() != b.unresolved()) return a.unresolved() > b.unresolved();
    return a.tally.total() > b.tally.total();
  });
  return rows;
}

// The one office with most unresolved tasks; a group answers for nothing, so it is not named.
const LeadRow* top_office(const Dataset& dataset, const std::vector<LeadRow>& rows) {
  const LeadRow* top = nullptr;
  for (const LeadRow& row : rows) {
    const UnitKind kind = row.unit ? dataset[*row.unit].kind : UnitKind::other;
    if (kind == UnitKind::other || kind == UnitKind::group || kind == UnitKind::nation) continue;
    if (top) return row.unresolved() < top->unresolved() ? top : nullptr;
    top = &row;
  }
  return top && top->unresolved() > 0 ? top : nullptr;
}

std::string leads_title(const Scope& scope, const std::vector<LeadRow>& rows) {
  const auto has_unresolved = [](const LeadRow& row) { return row.unresolved() > 0; };
  const long unresolved = std::count_if(rows.begin(), rows.end(), has_unresolved);
  if (unresolved == 0)
    return scope.count(static_cast<long>(rows.size()), Word::tasks_units_title_none_one,
                       Word::tasks_units_title_none);
  if (const LeadRow* top = top_office(scope.dataset, rows)) {
    const std::string& name = scope.dataset[*top->unit].name.in(scope.language);
    const std::string open = count_words(top->unresolved(), scope.language);
    if (top->unresolved() == top->tally.due() && top->tally.due() > 1)
      return scope.say(Word::tasks_units_title_top_all, {name, open});
    return scope.say(Word::tasks_units_title_top,
                     {name, open, count_words(top->tally.due(), scope.language)});
  }
  return scope.count(unresolved, Word::tasks_units_title_all_one, Word::tasks_units_title_all);
}

Cell lead_name(const Scope& scope, const LeadRow& row) {
  if (!row.unit) return text_cell(scope.say(Word::phrases_nobody_named), Ink::muted);
  Route there = without_task_filters(scope.route);
  there.unit = scope.dataset[*row.unit].key;
  return link_cell(scope.dataset[*row.unit].name.in(scope.language), address_of(there));
}

// ---- time line

Month busiest_month(const std::vector<TaskStanding>& dated, long& tasks_in_it) {
  std::map<Month, long> by_month;
  for (const TaskStanding& task : dated) ++by_month[month_of(*task.deadline)];
  Month busiest = by_month.begin()->first;
  for (const auto& entry : by_month)
    if (entry.second > by_month[busiest]) busiest = entry.first;
  tasks_in_it = by_month[busiest];
  return busiest;
}

std::string timeline_title(const Scope& scope, const std::vector<TaskStanding>& dated) {
  const std::string same_date = scope.date(*dated.front().deadline);
  if (dated.size() > 1 && dated.front().deadline == dated.back().deadline)
    return scope.count(size_of(dated), Word::tasks_timeline_title_same,
                       Word::tasks_timeline_title_same, {same_date});
  long most = 0;
  const Month busiest = busiest_month(dated, most);
  const long count = size_of(dated);
  const std::string month = format_month_in_words(busiest, scope.language);
  if (count == 1) return scope.say(Word::tasks_timeline_title_one, {month});
  const std::string total = count_words(count, scope.language);
  if (most > 2 && static_cast<double>(most) >= pile_up_share * static_cast<double>(count))
    return scope.say(Word::tasks_timeline_title,
                     {month, count_words(most, scope.language), total});
  return scope.say(Word::tasks_timeline_title_spread, {total, scope.date(*dated.front().deadline),
                                                       scope.date(*dated.back().deadline)});
}

}  // namespace

TimelineRow timeline_row(const Scope& scope, const TaskStanding& standing) {
  const Task& task = scope.dataset[standing.task];
  const Status status = status_of(standing.state, scope.language);
  const std::string days = state_days(scope, standing);
  const std::string comma = scope.say(Word::phrases_comma);
  const std::string state = days.empty() ? status.word : join({status.word, days}, comma);
  const std::string& title = task.title.in(scope.language);
  const std::optional<Period> assigned = assigned_on(scope.dataset, task);
  TimelineRow row{.label = title,
                  .assigned = assigned ? std::optional(assigned->last) : std::nullopt,
                  .deadline = standing.original_deadline ? standing.original_deadline
                                                         : standing.deadline,
                  .ink = status.ink,
                  .symbol = status.symbol,
                  .words = scope.say(Word::tasks_timeline_words, {title, state}),
                  .href = task_href(scope.dataset, standing.task, scope.route)};
  if (!standing.slips.empty()) row.moved_to = standing.slips.back().to;
  const bool done = standing.state == TaskState::done_on_time ||
                    standing.state == TaskState::done_late;
  if (done && standing.deciding) row.done = standing.deciding->date.last;
  return row;
}

Figure timeline_figure(const Scope& scope, const std::vector<TaskStanding>& dated) {
  Timeline chart{.now = scope.moment.end(), .language = scope.language};
  chart.now_label = format_month(scope.moment.month, scope.language);
  chart.from = chart.to = chart.now;
  for (const TaskStanding& task : dated) {
    TimelineRow row = timeline_row(scope, task);
    for (const auto& date : {row.assigned, row.deadline, row.moved_to, row.done}) {
      if (date && *date < chart.from) chart.from = *date;
      if (date && *date > chart.to) chart.to = *date;
    }
    chart.rows.push_back(std::move(row));
  }
  const std::string description =
      scope.count(size_of(dated), Word::tasks_timeline_description_one,
                  Word::tasks_timeline_description, {scope.date(chart.from), scope.date(chart.to)});
  return {.chart = std::move(chart), .title = {}, .description = description};
}

std::optional<Card> timeline_card(const Scope& scope, std::vector<TaskStanding> tasks) {
  std::erase_if(tasks, [](const TaskStanding& task) { return !task.deadline; });
  if (tasks.empty()) return std::nullopt;
  sort_by_deadline(tasks);
  Card card{.title = timeline_title(scope, tasks),
            .subtitle = scope.say(Word::tasks_timeline_subtitle)};
  if (tasks.size() > timeline_rows_max) {
    const long left_out = size_of(tasks) - static_cast<long>(timeline_rows_max);
    card.foot.push_back(plain(scope.count(left_out, Word::tasks_timeline_left_out_one,
                                          Word::tasks_timeline_left_out,
                                          {count_words(timeline_rows_max, scope.language)}),
                              Ink::muted));
    tasks.resize(timeline_rows_max);
  }
  card.blocks.push_back({timeline_figure(scope, tasks)});
  return card;
}

std::optional<Card> by_unit_card(const Scope& scope, const std::vector<TaskStanding>& tasks) {
  const std::vector<LeadRow> rows = lead_rows(scope.dataset, tasks);
  if (rows.empty()) return std::nullopt;
  const auto counted = [&](Word title, ColumnPlace place) {
    return Column{.title = scope.say(title), .align = Align::right, .place = place};
  };
  Table table{.caption = scope.say(Word::tasks_units_caption),
              .columns = {{.title = scope.say(Word::tasks_column_unit), .grow = 2, .lead = true},
                          counted(Word::tasks_column_assigned, ColumnPlace::detail),
                          counted(Word::tasks_column_due, ColumnPlace::own),
                          counted(Word::tasks_column_done, ColumnPlace::own),
                          counted(Word::tasks_column_overdue, ColumnPlace::detail),
                          counted(Word::tasks_column_unconfirmed, ColumnPlace::own),
                          counted(Word::tasks_column_moved, ColumnPlace::detail),
                          counted(Word::tasks_column_undated, ColumnPlace::detail)}};
  for (const LeadRow& row : rows) {
    TableRow cells{.cells = {lead_name(scope, row)}};
    for (const int count : {row.tally.total(), row.tally.due(), row.tally.done(),
                            row.tally.of(TaskState::overdue),
                            row.tally.of(TaskState::unconfirmed), row.tally.moved,
                            row.tally.of(TaskState::no_deadline)})
      cells.cells.push_back(count_cell(count, scope.language));
    table.rows.push_back(std::move(cells));
  }
  Card card{.title = leads_title(scope, rows), .subtitle = scope.say(Word::tasks_units_subtitle)};
  card.blocks.push_back({std::move(table)});
  return card;
}

Card review_card(const Scope& scope, std::vector<TaskStanding> tasks) {
  const TaskTally tally = tally_of(tasks);
  std::erase_if(tasks, [](const TaskStanding& task) { return !needs_answer(task); });
  const std::string month = month_in_words(scope);
  if (tasks.empty()) return {.title = scope.say(Word::tasks_review_title_none, {month})};
  sort_by_deadline(tasks);
  Card card{.title = scope.count(size_of(tasks), Word::tasks_review_title_one,
                                 Word::tasks_review_title, {month}),
            .subtitle = scope.say(Word::tasks_review_subtitle)};
  card.blocks.push_back({review_table(scope, tasks)});
  card.foot = review_foot(scope, tally);
  return card;
}

}  // namespace tiendo
