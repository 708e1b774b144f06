// What the parts of the tasks view share: which tasks are meant, and how one of them is worded.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "report/measures.h"
#include "report/task_tally.h"

namespace tiendo {

struct CountedWord { Word one, many; };

// In the order in which the states ask for attention.
inline constexpr std::array<TaskState, task_state_count> states_in_order = {
    TaskState::overdue,      TaskState::unconfirmed, TaskState::in_progress,
    TaskState::done_on_time, TaskState::done_late,   TaskState::no_deadline,
    TaskState::cancelled};

// One filter of the address; counts beside a filter's options leave that filter itself out.
enum class TaskFilter : unsigned char { none, state, unit, programme, moved, clear, trace };

// The tasks known at the moment, and which of them pass the address's filters.
class TaskPool {
 public:
  explicit TaskPool(const Scope& scope);  // must outlive it
  std::vector<TaskStanding> matching(TaskFilter left_out = TaskFilter::none) const;
  // Whether the task has what the filter asks for that is on or off: moved, clear, trace.
  bool has(TaskFilter filter, const TaskStanding& standing) const;

 private:
  bool passes(const TaskStanding& standing, TaskFilter left_out) const;

  const Scope& scope_;
  std::vector<TaskStanding> known_;
  std::vector<bool> found_, of_programme_;  // by row of the tasks; empty: all
  std::vector<bool> without_trace_;         // by row of the tasks
};

bool any_task_filter(const Route& route);
Route without_task_filters(const Route& route);

std::string month_in_words(const Scope& scope);  // the month shown: "tháng 10/2026"
int clears_met(const Task& task);
bool has_all_clears(const Task& task);
Word clear_word(std::size_t clear);

// "31/12/2024", "31/12/2024 → 31/12/2025", "không nêu"
Words deadline_words(const Scope& scope, const TaskStanding& standing);
long days_since_assigned(const Scope& scope, TaskId task);  // 0: no date is known
// "327 ngày im lặng", "còn 45 ngày", "đã 328 ngày từ khi giao"; empty where no days are to be told.
std::string state_days(const Scope& scope, const TaskStanding& standing);
// State, days and, where it applies, "xong, nhưng chỉ tiêu không đạt".
Cell state_cell(const Scope& scope, const TaskStanding& standing);
// The accountable office, else the lead units.
Words office_words(const Scope& scope, const Task& task);
// The document that assigned it, linked to its page.
Words document_words(const Scope& scope, const Task& task);

// "Bộ Công an" → "bộ Công an": for a sentence that goes on after a colon. ASCII and Đ only.
std::string lower_first(std::string text);

// Heading and lede of the list: what the tasks in view come to.
std::string tasks_heading(const Scope& scope, const std::vector<TaskStanding>& tasks);
// A finding with the unit and the programme that it is about before it.
std::string scoped_heading(const Scope& scope, const std::string& finding);
Words tasks_lede(const Scope& scope, const std::vector<TaskStanding>& tasks);

// How the list is shown, and its filters.
void add_filters(const Scope& scope, const TaskPool& pool, std::vector<Block>& blocks);

// Beside the table, empty where there is nothing to show: who leads them, and how clear they are.
std::optional<Card> by_unit_card(const Scope& scope, const std::vector<TaskStanding>& tasks);
std::optional<Card> clears_card(const Scope& scope, const std::vector<TaskStanding>& tasks);
std::optional<Card> clears_by_unit_card(const Scope& scope, const std::vector<TaskStanding>& tasks);

// As time lines.
std::string timeline_title(const Scope& scope, std::vector<TaskStanding> tasks);
Figure timeline_figure(const Scope& scope, const std::vector<TaskStanding>& dated);
void add_timelines(const Scope& scope, std::vector<TaskStanding> tasks,
                   std::vector<Block>& blocks);

// As the monthly review.
std::string review_title(const Scope& scope, const std::vector<TaskStanding>& tasks);
void add_review(const Scope& scope, const std::vector<TaskStanding>& tasks,
                std::vector<Block>& blocks);

// What is published of the monthly reviews and of the handling of responsibility since they were
// ordered: the dataset's events of these kinds. Where it is nothing at all, that is said before the
// list of tasks; what is published can be long and follows it.
bool is_record_silent(const Scope& scope);
void add_review_record(const Scope& scope, std::vector<Block>& blocks);

// The parts of one task's page.
Card story_card(const Scope& scope, const TaskStanding& standing);
std::optional<Stat> thread_stat(const Scope& scope, TaskId task);
std::optional<Card> served_card(const Scope& scope, const Task& task);

Page task_page(const Publication& publication, const Route& route, TaskId task);

}  // namespace tiendo
