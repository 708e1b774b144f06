// The list of tasks: what was assigned to whom, by when, and what is known of it.
#include <algorithm>

#include "base/sort.h"
#include "base/text.h"
#include "report/cells.h"
#include "report/tasks_parts.h"
#include "report/views.h"

namespace tiendo {
namespace {

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
Stats stats_of(const Scope& scope, const TaskPool& pool) {
  const std::vector<TaskStanding> tasks = pool.matching(TaskFilter::state);
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

struct Named {
  std::string name;
  TaskStanding standing;
};

void sort_as_asked(const Scope& scope, std::vector<TaskStanding>& tasks) {
  sort_by_deadline(tasks);
  if (scope.route.order != Order::by_name) {
    sort_by(tasks, [](const TaskStanding& a, const TaskStanding& b) {
      return attention(a) < attention(b);
    });
    return;
  }
  std::vector<Named> named;
  for (TaskStanding& task : tasks)
    named.push_back({fold(scope.dataset[task.task].title.in(scope.language)), std::move(task)});
  sort_by(named, [](const Named& a, const Named& b) { return a.name < b.name; });
  for (std::size_t i = 0; i < tasks.size(); ++i) tasks[i] = std::move(named[i].standing);
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
      {.title = scope.say(Word::tasks_column_state), .grow = 2,
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

void add_list(const Scope& scope, const std::vector<TaskStanding>& tasks,
              std::vector<Block>& blocks) {
  blocks.push_back({table_card(scope, tasks)});
  append(blocks, clears_card(scope, tasks));
}

std::string heading_of(const Scope& scope, const std::vector<TaskStanding>& tasks) {
  if (tasks.empty()) return tasks_heading(scope, tasks);
  switch (scope.route.tasks_as) {
    case TasksAs::timeline: return scoped_heading(scope, timeline_title(scope, tasks));
    case TasksAs::review: return scoped_heading(scope, review_title(scope, tasks));
    case TasksAs::leads:
    case TasksAs::table: break;
  }
  return tasks_heading(scope, tasks);
}

Page list_page(const Scope& scope) {
  const TaskPool pool(scope);
  const std::vector<TaskStanding> tasks = pool.matching();
  Page page{.language = scope.language,
            .title = scope.say(Word::site_tab_title, {scope.say(Word::tasks_title)}),
            .heading = heading_of(scope, tasks),
            .lede = tasks_lede(scope, tasks)};
  if (tasks.empty() && !any_task_filter(scope.route)) return page;
  const TasksAs form = scope.route.tasks_as;
  const bool is_review = form == TasksAs::review, is_silent = is_review && is_record_silent(scope);
  if (is_review)
    page.lede = {plain(scope.say(Word::tasks_review_subtitle) + ".")};
  else if (form != TasksAs::timeline)
    page.blocks.push_back({stats_of(scope, pool)});
  add_filters(scope, pool, page.blocks);
  if (is_silent) add_review_record(scope, page.blocks);
  if (tasks.empty()) {
    page.blocks.push_back({empty_card(scope)});
  } else if (form == TasksAs::timeline) {
    add_timelines(scope, tasks, page.blocks);
  } else if (form == TasksAs::review) {
    add_review(scope, tasks, page.blocks);
  } else if (form == TasksAs::leads) {
    append(page.blocks, by_unit_card(scope, tasks));
    append(page.blocks, clears_by_unit_card(scope, tasks));
  } else {
    add_list(scope, tasks, page.blocks);
  }
  if (is_review && !is_silent) add_review_record(scope, page.blocks);
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
