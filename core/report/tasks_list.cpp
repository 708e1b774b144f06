// The list of tasks: what was assigned to whom, by when, and what is known of it.
#include <algorithm>
#include <map>

#include "base/sort.h"
#include "base/text.h"
#include "report/cells.h"
#include "report/tasks_parts.h"
#include "report/views.h"

namespace tiendo {
namespace {

// In the order in which the states ask for attention.
constexpr std::array<TaskState, task_state_count> states_in_order = {
    TaskState::overdue,      TaskState::unconfirmed, TaskState::in_progress,
    TaskState::done_on_time, TaskState::done_late,    TaskState::no_deadline,
    TaskState::cancelled};

// Unresolved first, then open, done, and what has no deadline.
int attention(const TaskStanding& standing) {
  if (is_unresolved(standing)) return 0;
  for (std::size_t i = 0; i < states_in_order.size(); ++i)
    if (states_in_order[i] == standing.state) return static_cast<int>(i);
  return static_cast<int>(states_in_order.size());
}

Stat stat_of(const Scope& scope, Word label, int value, std::optional<TaskState> state,
             Words line) {
  Route there = scope.route;
  there.state = state;
  Stat stat{.label = scope.say(label), .value = count_words(value, scope.language)};
  stat.lines.push_back(std::move(line));
  if (state) stat.href = address_of(there);
  return stat;
}

// Counts over the other filters, so that they stay when a state is chosen.
Stats stats_of(const Scope& scope) {
  const std::vector<TaskStanding> tasks = tasks_matching(scope, TaskFilter::state);
  const TaskTally tally = tally_of(tasks);
  const auto count = [&](int number) { return count_words(number, scope.language); };
  Stats stats;
  Stat due = stat_of(scope, Word::tasks_stat_due, tally.due(), std::nullopt,
                     {plain(scope.say(Word::tasks_stat_due_line))});
  due.unit = scope.say(Word::tasks_stat_of,
                       {count(tally.due() + tally.of(TaskState::in_progress))});
  stats.stats.push_back(std::move(due));

  Words silence = {plain(scope.say(Word::tasks_stat_unconfirmed_line))};
  long longest = 0;
  for (const TaskStanding& task : tasks)
    if (task.state == TaskState::unconfirmed) longest = std::max(longest, task.days_late);
  if (longest > 0)
    silence.push_back(plain(
        scope.say(Word::phrases_comma) +
        scope.say(Word::tasks_stat_oldest,
                  {scope.count(longest, Word::phrases_days_one, Word::phrases_days)})));
  stats.stats.push_back(stat_of(scope, Word::tasks_stat_unconfirmed,
                                tally.of(TaskState::unconfirmed), TaskState::unconfirmed, silence));
  stats.stats.push_back(stat_of(scope, Word::tasks_stat_overdue, tally.of(TaskState::overdue),
                                TaskState::overdue,
                                {plain(scope.say(Word::tasks_stat_overdue_line))}));
  Stat done = stat_of(scope, Word::tasks_stat_done, tally.done(), std::nullopt,
                      {plain(scope.say(Word::tasks_stat_done_line,
                                       {count(tally.of(TaskState::done_on_time)),
                                        count(tally.of(TaskState::done_late))}))});
  if (tally.of(TaskState::done_on_time) > 0 && tally.of(TaskState::done_late) == 0) {
    Route there = scope.route;
    there.state = TaskState::done_on_time;
    done.href = address_of(there);
  }
  stats.stats.push_back(std::move(done));
  return stats;
}

Option option(const Scope& scope, const Route& there, const std::string& name, long count) {
  return {.text = scope.say(Word::tasks_option_counted, {name, count_words(count, scope.language)}),
          .href = address_of(there),
          .selected = there == scope.route};
}

Choice state_choice(const Scope& scope) {
  const TaskTally tally = tally_of(tasks_matching(scope, TaskFilter::state));
  Choice choice{.label = scope.say(Word::tasks_choice_state)};
  Route there = scope.route;
  there.state.reset();
  choice.options.push_back(option(scope, there, scope.say(Word::tasks_option_all), tally.total()));
  for (const TaskState state : states_in_order) {
    there.state = state;
    choice.options.push_back(
        option(scope, there, status_of(state, scope.language).word, tally.of(state)));
  }
  return choice;
}

Choice unit_choice(const Scope& scope) {
  const std::vector<TaskStanding> tasks = tasks_matching(scope, TaskFilter::unit);
  std::map<UnitId, int> counts;
  for (const TaskStanding& task : tasks)
    for (const UnitId lead : scope.dataset[task.task].leads) ++counts[lead];
  if (const auto chosen = scope.dataset.find_unit(scope.route.unit)) counts.try_emplace(*chosen, 0);
  std::vector<std::pair<UnitId, int>> by_count(counts.begin(), counts.end());
  sort_by(by_count, [](const auto& a, const auto& b) { return a.second > b.second; });
  Choice choice{.label = scope.say(Word::tasks_choice_unit), .look = ChoiceLook::menu};
  Route there = scope.route;
  there.unit.clear();
  choice.options.push_back(option(scope, there, scope.say(Word::tasks_option_all),
                                  static_cast<long>(tasks.size())));
  for (const auto& entry : by_count) {
    const Unit& unit = scope.dataset[entry.first];
    there.unit = unit.key;
    choice.options.push_back(option(scope, there, unit.name.in(scope.language), entry.second));
  }
  return choice;
}

Choice programme_choice(const Scope& scope) {
  const std::vector<TaskStanding> tasks = tasks_matching(scope, TaskFilter::programme);
  std::map<std::string, std::pair<std::string, int>> by_slug;  // slug → name, count
  for (const TaskStanding& task : tasks) {
    const Bilingual& programme = scope.dataset[task.task].programme;
    if (programme.empty()) continue;
    auto& entry = by_slug[programme_slug(programme)];
    entry.first = programme.in(scope.language);
    ++entry.second;
  }
  Choice choice{.label = scope.say(Word::tasks_choice_programme), .look = ChoiceLook::menu};
  Route there = scope.route;
  there.programme.clear();
  choice.options.push_back(option(scope, there, scope.say(Word::tasks_option_all),
                                  static_cast<long>(tasks.size())));
  for (const auto& entry : by_slug) {
    there.programme = entry.first;
    choice.options.push_back(option(scope, there, entry.second.first, entry.second.second));
  }
  return choice;
}

Choice flag_choice(const Scope& scope, Word label, Word on, TaskFilter filter,
                   bool Route::*flag) {
  const std::vector<TaskStanding> tasks = tasks_matching(scope, filter);
  Route there = scope.route;
  there.*flag = false;
  Choice choice{.label = scope.say(label)};
  choice.options.push_back(option(scope, there, scope.say(Word::tasks_option_any),
                                  static_cast<long>(tasks.size())));
  const long marked = std::count_if(tasks.begin(), tasks.end(), [&](const TaskStanding& task) {
    return filter == TaskFilter::moved
               ? !task.slips.empty()
               : clears_met(scope.dataset[task.task]) == static_cast<int>(clears_count);
  });
  there.*flag = true;
  choice.options.push_back(option(scope, there, scope.say(on), marked));
  return choice;
}

Choices choices_of(const Scope& scope) {
  Choices choices{.choices = {
                      state_choice(scope), unit_choice(scope), programme_choice(scope),
                      flag_choice(scope, Word::tasks_choice_moved, Word::tasks_option_moved,
                                  TaskFilter::moved, &Route::moved_only),
                      flag_choice(scope, Word::tasks_choice_clear, Word::tasks_option_clear,
                                  TaskFilter::clear, &Route::all_clear_only)}};
  std::erase_if(choices.choices, [](const Choice& choice) { return choice.options.size() < 2; });
  return choices;
}

void sort_as_asked(const Scope& scope, std::vector<TaskStanding>& tasks) {
  sort_by_deadline(tasks);
  const auto by_attention = [](const TaskStanding& a, const TaskStanding& b) {
    return attention(a) < attention(b);
  };
  const auto by_name = [&](const TaskStanding& a, const TaskStanding& b) {
    const auto name = [&](const TaskStanding& task) {
      return fold(scope.dataset[task.task].title.in(scope.language));
    };
    return name(a) < name(b);
  };
  if (scope.route.order == Order::by_name) {
    sort_by(tasks, by_name);
  } else {
    sort_by(tasks, by_attention);
  }
}

std::vector<Column> columns_of(const Scope& scope) {
  const bool by_name = scope.route.order == Order::by_name;
  const auto sorted_by = [&](Order order) {
    return address_with(scope.route, [&](Route& there) { there.order = order; });
  };
  std::vector<Column> columns = {
      {.title = scope.say(Word::tasks_column_task), .grow = 3, .lead = true,
       .href = sorted_by(Order::by_name)},
      {.title = scope.say(Word::tasks_column_lead), .place = ColumnPlace::detail, .grow = 1.5f},
      {.title = scope.say(Word::tasks_column_deadline), .place = ColumnPlace::detail},
      {.title = scope.say(Word::tasks_column_state), .grow = 1.2f,
       .href = sorted_by(Order::by_default)},
      {.title = scope.say(Word::tasks_column_clears), .align = Align::right,
       .place = ColumnPlace::detail},
      {.title = scope.say(Word::tasks_column_document), .place = ColumnPlace::detail}};
  columns[by_name ? 0 : 3].ascending = true;
  return columns;
}

TableRow row_of(const Scope& scope, const TaskStanding& standing) {
  const Task& task = scope.dataset[standing.task];
  const int clears = clears_met(task);
  return {.cells = {
              link_cell(task.title.in(scope.language),
                        task_href(scope.dataset, standing.task, scope.route)),
              words_cell(unit_list(scope.dataset, task.leads, scope.route)),
              words_cell(deadline_words(scope, standing)),
              state_cell(scope, standing),
              text_cell(scope.say(Word::tasks_clears_of, {count_words(clears, scope.language)})),
              words_cell(document_words(scope, task))}};
}

// "127 việc: 44 chưa xác nhận, 78 không nêu thời hạn"
std::string table_title(const Scope& scope, const std::vector<TaskStanding>& tasks) {
  const TaskTally tally = tally_of(tasks);
  const std::string total =
      scope.count(tally.total(), Word::tasks_table_total_one, Word::tasks_table_total);
  std::vector<std::string> parts;
  for (const TaskState state : states_in_order) {
    if (tally.of(state) == 0) continue;
    parts.push_back(scope.say(Word::tasks_table_part,
                              {count_words(tally.of(state), scope.language),
                               lower_first(status_of(state, scope.language).word)}));
  }
  return scope.say(Word::tasks_scoped, {total, join(parts, scope.say(Word::phrases_comma))});
}

Card table_card(const Scope& scope, std::vector<TaskStanding> tasks) {
  Card card{.title = table_title(scope, tasks), .subtitle = scope.say(Word::tasks_table_subtitle)};
  sort_as_asked(scope, tasks);
  Table table{.caption = scope.say(Word::tasks_table_caption), .columns = columns_of(scope)};
  for (const TaskStanding& task : tasks) table.rows.push_back(row_of(scope, task));
  card.blocks.push_back({std::move(table)});
  return card;
}

Card empty_card(const Scope& scope) {
  Card card{.title = scope.say(Word::tasks_heading_no_match)};
  const std::string everything = address_of(without_task_filters(scope.route));
  card.blocks.push_back(
      {Paragraph{.words = {link(scope.say(Word::tasks_clear_filters), everything)}}});
  return card;
}

Page list_page(const Scope& scope) {
  const std::vector<TaskStanding> tasks = tasks_matching(scope);
  const bool filtered = any_task_filter(scope.route);
  Page page{.language = scope.language,
            .title = scope.say(Word::site_tab_title, {scope.say(Word::tasks_title)}),
            .heading = tasks_heading(scope, tasks),
            .lede = tasks_lede(scope, tasks)};
  if (tasks.empty() && !filtered) return page;
  page.blocks.push_back({stats_of(scope)});
  page.blocks.push_back({choices_of(scope)});
  if (tasks.empty()) {
    page.blocks.push_back({empty_card(scope)});
    return page;
  }
  if (!filtered) {
    page.blocks.push_back({review_card(scope, tasks)});
    if (auto card = by_unit_card(scope, tasks)) page.blocks.push_back({std::move(*card)});
  }
  page.blocks.push_back({table_card(scope, tasks)});
  if (auto card = timeline_card(scope, tasks)) page.blocks.push_back({std::move(*card)});
  if (auto card = clears_card(scope, tasks)) page.blocks.push_back({std::move(*card)});
  return page;
}

}  // namespace

Page tasks_page(const Publication& publication, const Route& route) {
  const Scope scope(publication, route);
  if (route.subject.empty()) return list_page(scope);
  const std::optional<TaskId> task = publication.dataset.find_task(route.subject);
  return task ? task_page(publication, route, *task) : not_found_page(publication, route);
}

}  // namespace tiendo
