// The tasks that one unit leads, and who answers for them.
#include <algorithm>

#include "base/sort.h"
#include "report/cells.h"
#include "report/tasks_parts.h"
#include "report/unit_parts.h"

namespace tiendo {
namespace {

// What wants an answer first, then what is still to come, then what is settled.
int urgency(TaskState state) {
  switch (state) {
    case TaskState::overdue: return 0;
    case TaskState::unconfirmed: return 1;
    case TaskState::in_progress: return 2;
    case TaskState::done_late: return 3;
    case TaskState::done_on_time: return 4;
    case TaskState::no_deadline: return 5;
    case TaskState::cancelled: break;
  }
  return 6;
}

BarChart states_chart(const UnitView& view, const TaskTally& tally) {
  const Scope& scope = view.scope;
  BarChart chart;
  for (std::size_t i = 0; i < task_state_count; ++i) {
    const auto state = static_cast<TaskState>(i);
    if (tally.of(state) == 0) continue;
    const Status status = status_of(state, scope.language);
    Route there = tasks_route(view);
    there.state = state;
    const std::string count = count_words(tally.of(state), scope.language);
    chart.bars.push_back({.label = status.word,
                          .value = tally.of(state),
                          .value_label = count,
                          .ink = status.ink,
                          .symbol = status.symbol,
                          .words = scope.say(Word::ranking_one_score, {status.word, count}),
                          .href = address_of(there)});
  }
  return chart;
}

TableRow task_row(const UnitView& view, const TaskStanding& standing) {
  const Scope& scope = view.scope;
  const Task& task = view.dataset()[standing.task];
  return {.cells = {link_cell(task.title.in(scope.language),
                              task_href(view.dataset(), standing.task, scope.route)),
                    state_cell(scope, standing), words_cell(deadline_words(scope, standing)),
                    words_cell(document_words(scope, task))}};
}

Table tasks_table(const UnitView& view) {
  const Scope& scope = view.scope;
  Table table{.caption = scope.say(Word::unit_tasks_caption),
              .columns = {{.title = scope.say(Word::unit_task), .grow = 3, .lead = true},
                          {.title = scope.say(Word::unit_state), .grow = 1},
                          {.title = scope.say(Word::unit_deadline), .place = ColumnPlace::detail},
                          {.title = scope.say(Word::unit_document), .place = ColumnPlace::detail}},
              .rows = {}};
  std::vector<TaskStanding> tasks = view.tasks;
  sort_by_deadline(tasks);
  sort_by(tasks, [](const TaskStanding& a, const TaskStanding& b) {
    return urgency(a.state) < urgency(b.state);
  });
  for (const TaskStanding& standing : tasks) table.rows.push_back(task_row(view, standing));
  return table;
}

std::vector<TaskId> coordinated_by(const UnitView& view) {
  std::vector<TaskId> tasks;
  for (const TaskStanding& standing :
       standings(view.dataset(), view.scope.moment, deadline_rule_shown)) {
    const std::vector<UnitId>& units = view.dataset()[standing.task].coordinating;
    if (std::find(units.begin(), units.end(), view.unit) != units.end())
      tasks.push_back(standing.task);
  }
  return tasks;
}

std::optional<Paragraph> coordinated_words(const UnitView& view) {
  const Scope& scope = view.scope;
  const std::vector<TaskId> tasks = coordinated_by(view);
  if (tasks.empty()) return std::nullopt;
  Paragraph paragraph{.role = ParagraphRole::note};
  paragraph.words.push_back(plain(scope.count(static_cast<long>(tasks.size()),
                                              Word::unit_coordinates_one, Word::unit_coordinates)));
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (i > 0) paragraph.words.push_back(plain(scope.say(Word::unit_semicolon)));
    paragraph.words.push_back(link(view.dataset()[tasks[i]].title.in(scope.language),
                                   task_href(view.dataset(), tasks[i], scope.route)));
  }
  return paragraph;
}

// For a unit that leads no task but supports some.
std::optional<Card> coordinated_card(const UnitView& view) {
  std::optional<Paragraph> words = coordinated_words(view);
  if (!words) return std::nullopt;
  Card card;
  card.title = view.scope.count(static_cast<long>(coordinated_by(view).size()),
                                Word::unit_coordinates_title_one, Word::unit_coordinates_title);
  card.blocks.push_back({std::move(*words)});
  return card;
}

std::string tasks_title(const UnitView& view) {
  // Without the unit's filter the sentence does not name it again.
  Route route = tasks_route(view);
  route.unit.clear();
  return tasks_heading(Scope(view.scope.publication, route), view.tasks);
}

// --- about the unit

void add_term(Terms& terms, std::string name, Words value) {
  terms.terms.push_back({.name = std::move(name), .value = std::move(value)});
}

}  // namespace

std::optional<Card> unit_tasks_card(const UnitView& view) {
  const Scope& scope = view.scope;
  if (view.tasks.empty()) return coordinated_card(view);
  const TaskTally tally = tally_of(view.tasks);
  Card card;
  card.title = tasks_title(view);
  card.subtitle = scope.say(Word::unit_tasks_subtitle,
                            {format_month_in_words(scope.moment.month, scope.language)});
  if (tally.total() > 1)
    card.blocks.push_back({Figure{
        .chart = states_chart(view, tally),
        .title = scope.say(Word::unit_tasks_states),
        .description = scope.say(Word::unit_tasks_description,
                                 {view.name(), tally_words(tally, scope.language)})}});
  card.blocks.push_back({tasks_table(view)});
  if (std::optional<Paragraph> words = coordinated_words(view))
    card.blocks.push_back({std::move(*words)});
  card.foot = {link(scope.say(Word::unit_tasks_all), address_of(tasks_route(view)))};
  return card;
}

Card about_card(const UnitView& view) {
  const Scope& scope = view.scope;
  const Unit& unit = view.row();
  const bool has_office = !unit.office.empty();
  Card card;
  card.title = has_office ? scope.say(Word::unit_about_title, {unit.office.in(scope.language)})
                          : scope.say(Word::unit_about_title_plain);
  Terms terms;
  if (has_office)
    add_term(terms, scope.say(Word::unit_about_office), {plain(unit.office.in(scope.language))});
  if (!unit.form.empty())
    add_term(terms, scope.say(Word::unit_about_form), {plain(unit.form.in(scope.language))});
  if (!unit.code.empty()) add_term(terms, scope.say(Word::unit_about_code), {plain(unit.code)});
  if (unit.parent)
    add_term(terms, scope.say(Word::unit_about_parent),
             unit_list(view.dataset(), {*unit.parent}, scope.route));
  if (unit.valid_from || unit.valid_to)
    add_term(terms, scope.say(Word::unit_about_period), {plain(existence_words(scope, unit))});
  if (!unit.merged_from.empty())
    add_term(terms, scope.say(Word::unit_about_merged),
             unit_list(view.dataset(), unit.merged_from, scope.route));
  if (const std::vector<UnitId> next = successors_of(view.dataset(), view.unit); !next.empty())
    add_term(terms, scope.say(Word::unit_about_successor),
             unit_list(view.dataset(), next, scope.route));
  if (!unit.note.empty())
    add_term(terms, scope.say(Word::unit_about_note), {plain(unit.note.in(scope.language))});
  card.blocks.push_back({std::move(terms)});
  return card;
}

}  // namespace tiendo
