// The card of the leads: who leads how many tasks, and how they stand.
#include <algorithm>
#include <map>

#include "base/sort.h"
#include "report/cells.h"
#include "report/tasks_parts.h"

namespace tiendo {
namespace {

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
  there.tasks_as = TasksAs::table;
  there.unit = scope.dataset[*row.unit].key;
  return link_cell(scope.dataset[*row.unit].name.in(scope.language), address_of(there));
}

}  // namespace

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

}  // namespace tiendo
