// The tasks on a time axis: those that wait for an answer, those still open, those that are done.
#include <algorithm>
#include <map>

#include "report/cells.h"
#include "report/tasks_parts.h"

namespace tiendo {
namespace {

constexpr std::size_t rows_max = 60;   // of one chart; the form of a table has them all
constexpr double pile_up_share = 0.3;  // of the dated tasks in one month, to be called a pile-up

long size_of(const std::vector<TaskStanding>& tasks) { return static_cast<long>(tasks.size()); }

bool is_done(const TaskStanding& standing) {
  return standing.state == TaskState::done_on_time || standing.state == TaskState::done_late;
}

Month busiest_month(const std::vector<TaskStanding>& dated, long& tasks_in_it) {
  std::map<Month, long> by_month;
  for (const TaskStanding& task : dated) ++by_month[month_of(*task.deadline)];
  Month busiest = by_month.begin()->first;
  for (const auto& entry : by_month)
    if (entry.second > by_month[busiest]) busiest = entry.first;
  tasks_in_it = by_month[busiest];
  return busiest;
}

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
  if (is_done(standing) && standing.deciding) row.done = standing.deciding->date.last;
  return row;
}

struct DateRange { Date from, to; };

// Grows to every date of the task that a row shows.
void widen(DateRange& range, const Scope& scope, const TaskStanding& standing) {
  const TimelineRow row = timeline_row(scope, standing);
  for (const auto& date : {row.assigned, row.deadline, row.moved_to, row.done}) {
    if (date && *date < range.from) range.from = *date;
    if (date && *date > range.to) range.to = *date;
  }
}

DateRange range_of(const Scope& scope, const std::vector<TaskStanding>& dated) {
  DateRange range{scope.moment.end(), scope.moment.end()};
  for (const TaskStanding& task : dated) widen(range, scope, task);
  return range;
}

// Of the marks that these rows have.
std::vector<KeySign> signs_of(const Scope& scope, const std::vector<TimelineRow>& rows) {
  using Look = KeySign::Look;
  const auto any = [&](auto has) { return std::any_of(rows.begin(), rows.end(), has); };
  std::vector<KeySign> signs;
  if (any([](const TimelineRow& row) { return row.assigned.has_value(); }))
    signs.push_back({Symbol::dash, Ink::line_strong, scope.say(Word::tasks_timeline_sign_assigned),
                     Look::line});
  if (any([](const TimelineRow& row) { return row.deadline || row.moved_to; }))
    signs.push_back({Symbol::ring, Ink::accent, scope.say(Word::tasks_timeline_sign_first)});
  if (any([](const TimelineRow& row) { return row.deadline && row.moved_to; }))
    signs.push_back({Symbol::diamond, Ink::accent, scope.say(Word::tasks_timeline_sign_moved)});
  const auto is_past_due = [&](const TimelineRow& row) {
    const std::optional<Date> due = row.moved_to ? row.moved_to : row.deadline;
    return due && !row.done && *due < scope.moment.end();
  };
  const auto is_said_open = [](const TimelineRow& row) { return row.symbol == Symbol::square; };
  if (any([&](const TimelineRow& row) { return is_past_due(row) && is_said_open(row); }))
    signs.push_back({Symbol::dash, Ink::bad, scope.say(Word::tasks_timeline_sign_overdue),
                     Look::line});
  if (any([&](const TimelineRow& row) { return is_past_due(row) && !is_said_open(row); }))
    signs.push_back({Symbol::dash, Ink::silence, scope.say(Word::tasks_timeline_sign_past),
                     Look::dashed_line});
  if (any([](const TimelineRow& row) { return row.done.has_value(); }))
    signs.push_back({Symbol::circle, Ink::good, scope.say(Word::tasks_timeline_sign_done)});
  return signs;
}

Figure figure_in(const Scope& scope, const std::vector<TaskStanding>& dated,
                 const DateRange& range) {
  Timeline chart{.from = range.from, .to = range.to, .now = scope.moment.end(),
                 .language = scope.language};
  chart.now_label =
      scope.say(Word::tasks_timeline_now, {format_month(scope.moment.month, scope.language)});
  for (const TaskStanding& task : dated) chart.rows.push_back(timeline_row(scope, task));
  chart.signs = signs_of(scope, chart.rows);
  const std::string description =
      scope.count(size_of(dated), Word::tasks_timeline_description_one,
                  Word::tasks_timeline_description, {scope.date(range.from), scope.date(range.to)});
  return {.chart = std::move(chart), .title = {}, .description = description};
}

struct Group {
  CountedWord title;
  bool (*holds)(const TaskStanding& standing);
};
constexpr Group groups[] = {
    {{Word::tasks_timeline_waiting_one, Word::tasks_timeline_waiting}, is_unresolved},
    {{Word::tasks_timeline_open_one, Word::tasks_timeline_open},
     [](const TaskStanding& standing) { return standing.state == TaskState::in_progress; }},
    {{Word::tasks_timeline_done_one, Word::tasks_timeline_done}, is_done},
    {{Word::tasks_timeline_cancelled_one, Word::tasks_timeline_cancelled},
     [](const TaskStanding& standing) { return standing.state == TaskState::cancelled; }},
};

Card group_card(const Scope& scope, std::vector<TaskStanding> tasks, const CountedWord& title,
                const DateRange& range) {
  Card card{.title = scope.count(size_of(tasks), title.one, title.many)};
  if (tasks.size() > rows_max) {
    const long left_out = size_of(tasks) - static_cast<long>(rows_max);
    const std::string table =
        address_with(scope.route, [](Route& there) { there.tasks_as = TasksAs::table; });
    card.foot.push_back(link(scope.count(left_out, Word::tasks_timeline_left_out_one,
                                         Word::tasks_timeline_left_out,
                                         {count_words(rows_max, scope.language)}),
                             table));
    tasks.resize(rows_max);
  }
  card.blocks.push_back({figure_in(scope, tasks, range)});
  return card;
}

}  // namespace

std::string timeline_title(const Scope& scope, std::vector<TaskStanding> tasks) {
  std::erase_if(tasks, [](const TaskStanding& task) {
    return !task.deadline || task.state == TaskState::cancelled;
  });
  if (tasks.empty()) return scope.say(Word::tasks_timeline_title_none);
  sort_by_deadline(tasks);
  if (tasks.size() > 1 && tasks.front().deadline == tasks.back().deadline)
    return scope.count(size_of(tasks), Word::tasks_timeline_title_same,
                       Word::tasks_timeline_title_same, {scope.date(*tasks.front().deadline)});
  long most = 0;
  const Month busiest = busiest_month(tasks, most);
  const long count = size_of(tasks);
  const std::string month = format_month_in_words(busiest, scope.language);
  if (count == 1) return scope.say(Word::tasks_timeline_title_one, {month});
  const std::string total = count_words(count, scope.language);
  if (most > 2 && static_cast<double>(most) >= pile_up_share * static_cast<double>(count))
    return scope.say(Word::tasks_timeline_title,
                     {month, count_words(most, scope.language), total});
  return scope.say(Word::tasks_timeline_title_spread, {total, scope.date(*tasks.front().deadline),
                                                       scope.date(*tasks.back().deadline)});
}

Figure timeline_figure(const Scope& scope, const std::vector<TaskStanding>& dated) {
  return figure_in(scope, dated, range_of(scope, dated));
}

void add_timelines(const Scope& scope, std::vector<TaskStanding> tasks,
                   std::vector<Block>& blocks) {
  const long undated = std::count_if(tasks.begin(), tasks.end(), [](const TaskStanding& task) {
    return task.state == TaskState::no_deadline;
  });
  std::erase_if(tasks, [](const TaskStanding& task) { return !task.deadline; });
  sort_by_deadline(tasks);
  const DateRange range = range_of(scope, tasks);
  for (const Group& group : groups) {
    std::vector<TaskStanding> members;
    for (const TaskStanding& task : tasks)
      if (group.holds(task)) members.push_back(task);
    if (!members.empty())
      blocks.push_back({group_card(scope, std::move(members), group.title, range)});
  }
  if (undated == 0) return;
  Route there = scope.route;
  there.tasks_as = TasksAs::table;
  there.state = TaskState::no_deadline;
  blocks.push_back({Paragraph{
      .words = {link(scope.count(undated, Word::tasks_timeline_undated_one,
                                 Word::tasks_timeline_undated),
                     address_of(there))}}});
}

}  // namespace tiendo
