// Subjects whose date passed without a word of completion and that a later document assigned again.
// The same subject is not always the same product: the rows lead to the words, and say so.
#include <algorithm>

#include "base/sort.h"
#include "report/cells.h"
#include "report/overview_parts.h"

namespace tiendo {

namespace {

constexpr std::size_t threads_shown_max = 6;

struct Assigned {
  TaskStanding standing;
  Date on;  // the day of its document
};

struct Again {
  ThreadId thread;
  Assigned first, latest;
};

// The tasks of the thread that name a date for their assignment, by that date.
std::vector<Assigned> tasks_of(const Scope& scope, ThreadId thread,
                               const std::vector<TaskStanding>& all) {
  std::vector<Assigned> tasks;
  for (const TaskStanding& standing : all) {
    const Task& task = scope.dataset[standing.task];
    const std::optional<Period> on = assigned_on(scope.dataset, task);
    if (on && task.thread == thread) tasks.push_back({standing, on->last});
  }
  sort_by(tasks, [](const Assigned& a, const Assigned& b) { return a.on < b.on; });
  return tasks;
}

bool is_open(const TaskStanding& standing) {
  return standing.state == TaskState::overdue || standing.state == TaskState::unconfirmed;
}

std::optional<Again> again_of(const Scope& scope, ThreadId thread,
                              const std::vector<TaskStanding>& all) {
  const std::vector<Assigned> tasks = tasks_of(scope, thread, all);
  const bool told = std::any_of(tasks.begin(), tasks.end(), [](const Assigned& task) {
    return !task.standing.slips.empty();
  });
  const auto first = std::find_if(tasks.begin(), tasks.end(), [](const Assigned& task) {
    return task.standing.original_deadline && is_open(task.standing);
  });
  if (told || first == tasks.end() || !(first->on < tasks.back().on)) return {};
  // Of the last document the task with a date, if it names any.
  const Date last_on = tasks.back().on;
  const auto by_weight = [&](const Assigned& a, const Assigned& b) {
    const bool a_last = a.on == last_on, b_last = b.on == last_on;
    if (a_last != b_last) return b_last;
    return !a.standing.deadline && b.standing.deadline;
  };
  const auto latest = std::max_element(tasks.begin(), tasks.end(), by_weight);
  const std::optional<Date> due = latest->standing.deadline;
  if (due && *due <= *first->standing.original_deadline) return {};
  return Again{thread, *first, *latest};
}

Cell due_cell(const Scope& scope, const Assigned& task, std::optional<Date> due) {
  Cell cell = due ? text_cell(scope.date(*due))
                  : text_cell(scope.say(Word::phrases_undated), Ink::accent);
  const SourceId source = scope.dataset[task.standing.task].evidence.source;
  cell.words.push_back(plain(scope.say(Word::phrases_comma), Ink::muted));
  cell.words.push_back(link(short_document(scope.dataset, source, scope.language),
                            task_href(scope.dataset, task.standing.task, scope.route), Ink::muted));
  return cell;
}

TableRow row_of(const Scope& scope, const Again& again) {
  TableRow row;
  row.cells.push_back(link_cell(scope.dataset[again.thread].name.in(scope.language),
                                task_href(scope.dataset, again.first.standing.task, scope.route)));
  row.cells.push_back(due_cell(scope, again.first, again.first.standing.original_deadline));
  row.cells.push_back(due_cell(scope, again.latest, again.latest.standing.deadline));
  return row;
}

}  // namespace

std::vector<Block> threads_again(const Scope& scope) {
  const std::vector<TaskStanding> all = standings(scope.dataset, scope.moment, deadline_rule_shown);
  std::vector<Again> found;
  for (std::uint32_t i = 0; i < scope.dataset.threads().size(); ++i) {
    if (auto again = again_of(scope, {i}, all)) found.push_back(std::move(*again));
  }
  if (found.empty()) return {};
  sort_by(found, [](const Again& a, const Again& b) {
    return *a.first.standing.original_deadline < *b.first.standing.original_deadline;
  });
  Table table = {.caption = scope.say(Word::overview_again_caption)};
  table.columns = {
      {.title = scope.say(Word::overview_again_subject), .grow = 1, .lead = true},
      {.title = scope.say(Word::overview_again_first), .place = ColumnPlace::detail, .grow = 1},
      {.title = scope.say(Word::overview_again_latest), .place = ColumnPlace::detail, .grow = 1},
  };
  for (std::size_t i = 0; i < std::min(found.size(), threads_shown_max); ++i) {
    table.rows.push_back(row_of(scope, found[i]));
  }
  std::string note = scope.say(Word::overview_again_note);
  if (found.size() > threads_shown_max) {
    const auto rest = static_cast<long>(found.size() - threads_shown_max);
    note += " " + scope.count(rest, Word::overview_again_more_one, Word::overview_again_more);
  }
  return blocks_of(Heading{scope.say(Word::overview_again_heading)}, std::move(table),
                   Paragraph{{plain(note, Ink::muted)}, ParagraphRole::note});
}

}  // namespace tiendo
