// What happened to one task and its thread since it was assigned, told as a story: by date, what
// was ordered of whom by when, what documents said of it since, in their words, and the silence at
// the end. And the indicators that tell whether it works.
#include <algorithm>
#include <cmath>
#include <set>

#include "base/sort.h"
#include "report/cells.h"
#include "report/tasks_parts.h"

namespace tiendo {
namespace {

// ---- what a document says

Word decided_word(ReportedState state) {
  switch (state) {
    case ReportedState::done: return Word::task_decided_done;
    case ReportedState::not_done: return Word::task_decided_not_done;
    case ReportedState::in_progress: return Word::task_decided_in_progress;
    case ReportedState::restated: return Word::task_decided_restated;
    case ReportedState::cancelled: break;
  }
  return Word::task_decided_cancelled;
}

Word says_word(ReportedState state) {
  switch (state) {
    case ReportedState::done: return Word::task_says_done;
    case ReportedState::not_done: return Word::task_says_not_done;
    case ReportedState::in_progress: return Word::task_says_in_progress;
    case ReportedState::restated: return Word::task_says_restated;
    case ReportedState::cancelled: break;
  }
  return Word::task_says_cancelled;
}

// "chưa xong, hạn dời từ 31/12/2024 sang 31/12/2025, thêm 12 tháng"
std::string says(const Scope& scope, const TaskStanding& standing, const TaskReport& report) {
  std::vector<std::string> parts = {scope.say(says_word(report.state))};
  const int decimals = report.progress && std::floor(*report.progress) != *report.progress ? 1 : 0;
  if (report.progress)
    parts.push_back(scope.say(Word::task_says_progress,
                              {format_percent(*report.progress, decimals, scope.language)}));
  const auto slip = std::find_if(standing.slips.begin(), standing.slips.end(),
                                 [&](const DeadlineSlip& one) { return one.report == &report; });
  if (slip != standing.slips.end())
    parts.push_back(scope.say(Word::task_says_moved,
                              {scope.date(slip->from), scope.date(slip->to),
                               delay_words(slip->from, slip->to, scope.language)}));
  else if (report.new_deadline)
    parts.push_back(scope.say(Word::task_says_deadline, {scope.date(*report.new_deadline)}));
  return join(parts, scope.say(Word::phrases_comma));
}

// ---- thread

std::vector<TaskStanding> thread_of(const Scope& scope, TaskId id) {
  const std::optional<ThreadId> thread = scope.dataset[id].thread;
  if (!thread) return {};
  std::vector<TaskStanding> tasks = standings(scope.dataset, scope.moment, deadline_rule_shown);
  std::erase_if(tasks, [&](const TaskStanding& task) {
    return scope.dataset[task.task].thread != thread;
  });
  return tasks;
}

long documents_of(const Scope& scope, const std::vector<TaskStanding>& tasks) {
  std::set<SourceId> documents;
  for (const TaskStanding& task : tasks)
    documents.insert(scope.dataset[task.task].evidence.source);
  return static_cast<long>(documents.size());
}

std::string thread_title(const Scope& scope, const std::vector<TaskStanding>& tasks,
                         const std::string& name) {
  std::optional<Date> first, last;
  for (const TaskStanding& task : tasks) {
    if (!task.deadline) continue;
    if (!first || *task.deadline < *first) first = task.deadline;
    if (!last || *last < *task.deadline) last = task.deadline;
  }
  const std::string count = scope.count(static_cast<long>(tasks.size()),
                                        Word::task_thread_tasks_one, Word::task_thread_tasks);
  const std::string documents =
      scope.count(documents_of(scope, tasks), Word::task_thread_documents_one,
                  Word::task_thread_documents);
  if (!first || *first == *last)
    return scope.say(Word::task_thread_title, {name, count, documents});
  return scope.say(Word::task_thread_title_span,
                   {name, count, documents, scope.date(*first), scope.date(*last)});
}

// ---- the story

// That a document assigns a task of the story or, with `report`, speaks of one.
struct Said {
  std::optional<Period> on;
  const Evidence* evidence = nullptr;
  const TaskStanding* standing = nullptr;
  const TaskReport* report = nullptr;

  bool same_words(const Said& other) const {
    return on == other.on && evidence->source == other.evidence->source &&
           evidence->words == other.evidence->words &&
           evidence->paragraph == other.evidence->paragraph;
  }
};

// By date, within a date by document; what has no date comes first.
std::vector<Said> story_of(const Scope& scope, const std::vector<TaskStanding>& tasks) {
  std::vector<Said> story;
  for (const TaskStanding& standing : tasks) {
    const Task& task = scope.dataset[standing.task];
    story.push_back({assigned_on(scope.dataset, task), &task.evidence, &standing});
    for (const TaskReport* report : scope.dataset.reports_of(standing.task))
      if (known_at(scope.dataset, *report, scope.moment))
        story.push_back({report->date, &report->evidence, &standing, report});
  }
  const auto day = [](const Said& said) { return said.on ? day_number(said.on->last) : 0L; };
  sort_by(story, [&](const Said& a, const Said& b) {
    if (day(a) != day(b)) return day(a) < day(b);
    return a.evidence->source < b.evidence->source;
  });
  return story;
}

// What the documents of earlier dates had said: who leads, by the last that assigned, and by when.
struct Before {
  bool assigned = false;
  std::vector<UnitId> leads;
  std::optional<Date> deadline;
};

Before before(const Scope& scope, const std::vector<Said>& story, const Said& here) {
  Before before;
  std::optional<Period> day;
  for (const Said& said : story) {
    if (said.on == here.on) break;
    const Task& task = scope.dataset[said.standing->task];
    const std::optional<Date>& due = said.report ? said.report->new_deadline : task.deadline;
    if (due) before.deadline = due;
    if (said.report) continue;
    if (said.on != day) before.leads.clear();
    day = said.on;
    before.assigned = true;
    before.leads.insert(before.leads.end(), task.leads.begin(), task.leads.end());
  }
  return before;
}

std::string unit_names(const Scope& scope, const std::vector<UnitId>& units) {
  std::set<std::string> names;
  for (const UnitId unit : units) names.insert(scope.dataset[unit].name.in(scope.language));
  if (names.empty()) return scope.say(Word::phrases_nobody_named);
  return join({names.begin(), names.end()}, scope.say(Word::phrases_comma));
}

// Tasks of a thread need not be the same product, so a later date is told as later, not as moved.
std::string due_words(const Scope& scope, const std::optional<Date>& due,
                      const std::optional<Date>& last) {
  if (!due) return scope.say(last ? Word::task_story_undated_now : Word::task_story_undated);
  const std::string date = scope.date(*due);
  if (!last) return scope.say(Word::task_story_due, {date});
  if (*due == *last) return scope.say(Word::task_story_due_same, {date});
  return scope.say(*due < *last ? Word::task_story_due_sooner : Word::task_story_due_later,
                   {date, delay_words(*last, *due, scope.language), scope.date(*last)});
}

// "hạn 31/12/2025, muộn hơn hạn nêu trước đó 12 tháng (chủ trì: Bộ Y tế, lần trước: Bộ Công an)"
std::string assigns(const Scope& scope, const Task& task, const Before& before) {
  std::string words = due_words(scope, task.deadline, before.deadline);
  const std::string leads = unit_names(scope, task.leads);
  if (!before.assigned) return words + scope.say(Word::task_story_lead, {leads});
  const bool led_before = std::any_of(task.leads.begin(), task.leads.end(), [&](UnitId lead) {
    return std::find(before.leads.begin(), before.leads.end(), lead) != before.leads.end();
  });
  if (led_before || task.leads.empty()) return words;
  return words + scope.say(Word::task_story_lead_new, {leads, unit_names(scope, before.leads)});
}

// "Cấp giấy khai sinh trực tuyến: hạn 31/10/2025. Nay: chưa xác nhận, 365 ngày im lặng."
void tell(const Scope& scope, const std::vector<Said>& story, const Said& said, TaskId here,
          Words& words) {
  const Task& task = scope.dataset[said.standing->task];
  const std::string& title = task.title.in(scope.language);
  const bool is_here = said.standing->task == here;
  if (is_here)
    words.push_back(plain(title + scope.say(Word::task_this_task), Ink::text, Weight::bold));
  else
    words.push_back(link(title, task_href(scope.dataset, said.standing->task, scope.route)));
  words.push_back(plain(scope.say(
      Word::task_story_what, {said.report ? says(scope, *said.standing, *said.report)
                                          : assigns(scope, task, before(scope, story, said))})));
  if (said.report && !said.report->note.empty())
    words.push_back(plain(" " + said.report->note.in(scope.language), Ink::muted));
  if (said.report || is_here) return;
  const std::string days = state_days(scope, *said.standing);
  std::string state = lower_first(status_of(said.standing->state, scope.language).word);
  if (!days.empty()) state += scope.say(Word::phrases_comma) + days;
  words.push_back(plain(scope.say(Word::task_story_now, {state}), Ink::muted));
}

void add_steps(const Scope& scope, const std::vector<Said>& story, TaskId here, Card& card) {
  Words words;
  for (std::size_t i = 0; i < story.size(); ++i) {
    const Said& said = story[i];
    const std::string date =
        said.on ? scope.period(*said.on) : scope.say(Word::phrases_source_undated);
    if (words.empty())
      words = {plain(date, Ink::text, Weight::bold), plain(scope.say(Word::phrases_dot))};
    else
      words.push_back(plain("\n"));
    tell(scope, story, said, here, words);
    if (i + 1 < story.size() && said.same_words(story[i + 1])) continue;
    card.blocks.push_back({Paragraph{.words = std::move(words)}});
    words.clear();
    if (said.evidence->words.empty())
      card.blocks.push_back(
          {Paragraph{.words = source_words(scope.dataset, *said.evidence, scope.route)}});
    else
      card.blocks.push_back({quote_of(scope.dataset, *said.evidence, scope.route)});
  }
}

// Since when nothing was said, and what follows for the state of the task.
void add_silence(const Scope& scope, const std::vector<Said>& story, const TaskStanding& standing,
                 bool is_thread, Card& card) {
  Words words = {plain(scope.say(Word::task_story_until, {month_in_words(scope)}), Ink::text,
                       Weight::bold),
                 plain(scope.say(Word::phrases_dot))};
  const std::optional<Period>& last = story.back().on;
  if (last && last->last < scope.moment.end()) {
    const std::string documents =
        scope.count(static_cast<long>(scope.dataset.sources().size()), Word::task_documents_one,
                    Word::task_documents);
    words.push_back(plain(scope.count(
        days_between(last->last, scope.moment.end()),
        is_thread ? Word::task_story_silent_thread_one : Word::task_story_silent_one,
        is_thread ? Word::task_story_silent_thread : Word::task_story_silent,
        {scope.period(*last), documents})));
  }
  const auto add = [&](Word word) {
    if (words.size() > 2) words.push_back(plain(" "));
    const std::string due = standing.deadline ? scope.date(*standing.deadline) : "";
    words.push_back(plain(scope.say(word, {due})));
  };
  if (standing.state == TaskState::unconfirmed) add(Word::task_neither);
  if (standing.state == TaskState::no_deadline) add(Word::task_no_verdict);
  if (standing.state == TaskState::in_progress) add(Word::task_open_until);
  if (words.size() > 2) card.blocks.push_back({Paragraph{.words = std::move(words)}});
}

// What is known of the task: the report that decides, else the last that says how it stands.
std::string story_title(const Scope& scope, const std::vector<Said>& story,
                        const TaskStanding& standing) {
  if (standing.state == TaskState::unconfirmed)
    return scope.say(Word::task_silence_title_since, {scope.date(*standing.deadline)});
  const TaskReport* said = standing.deciding;
  for (std::size_t i = 0; i < story.size() && !standing.deciding; ++i)
    if (story[i].report && story[i].report->state != ReportedState::restated)
      said = story[i].report;
  if (!said) return scope.say(Word::task_silence_title);
  const std::optional<Period>& document = scope.dataset[said->evidence.source].date;
  return scope.say(decided_word(said->state), {scope.period(document ? *document : said->date)});
}

// ---- indicators

TableRow served_row(const Scope& scope, IndicatorId indicator, bool& measured) {
  const std::optional<Promise> promise = promise_in_family(scope.dataset, indicator, scope.moment);
  const IndicatorId measure = promise ? promise->measure : indicator;
  const std::optional<ObservationId> figure =
      reading_of(scope.dataset, measure, scope.moment).figure;
  measured = figure.has_value();
  TableRow row;
  row.cells.push_back(link_cell(scope.dataset[indicator].name.in(scope.language),
                                indicator_href(scope.dataset, indicator, scope.route)));
  if (figure) {
    const Observation& observation = scope.dataset[*figure];
    Cell cell = link_cell(figure_words(scope.dataset, observation, scope.language),
                          indicator_href(scope.dataset, measure, scope.route));
    if (!(measure == indicator))
      cell.words.push_back(plain(
          scope.say(Word::task_measured_as, {card_name(scope.dataset[measure], scope.language)}),
          Ink::muted));
    row.cells.push_back(std::move(cell));
    row.cells.push_back(text_cell(scope.period(observation.period)));
  } else {
    row.cells.push_back(text_cell(scope.say(Word::phrases_no_data), Ink::muted));
    row.cells.push_back(text_cell(scope.say(Word::phrases_no_data), Ink::muted));
  }
  if (!promise) {
    row.cells.push_back(text_cell(scope.say(Word::task_no_target), Ink::muted));
    return row;
  }
  Cell target = text_cell(
      promise_words(scope.dataset, scope.dataset[promise->target], scope.language), Ink::muted);
  target.status = status_of(promise->standing.status, scope.language);
  row.cells.push_back(std::move(target));
  return row;
}

}  // namespace

Card story_card(const Scope& scope, const TaskStanding& standing) {
  const Task& task = scope.dataset[standing.task];
  const bool is_known = known_at(scope.dataset, task, scope.moment);
  std::vector<TaskStanding> tasks = thread_of(scope, standing.task);
  const bool is_thread = is_known && tasks.size() > 1;
  if (!is_thread) tasks = {standing};
  const std::vector<Said> story = story_of(scope, tasks);
  Card card;
  if (is_thread) {
    card.title = thread_title(scope, tasks, scope.dataset[*task.thread].name.in(scope.language));
    card.subtitle = scope.say(Word::task_thread_subtitle);
  } else if (is_known) {
    card.title = story_title(scope, story, standing);
  } else {
    card.title = task.deadline
                     ? scope.say(Word::task_words_title_dated, {scope.date(*task.deadline)})
                     : scope.say(Word::task_words_title_undated);
  }
  add_steps(scope, story, standing.task, card);
  if (is_known) add_silence(scope, story, standing, is_thread, card);
  std::erase_if(tasks, [](const TaskStanding& one) { return !one.deadline; });
  if (is_thread && tasks.size() > 1) card.blocks.push_back({timeline_figure(scope, tasks)});
  return card;
}

std::optional<Stat> thread_stat(const Scope& scope, TaskId id) {
  const std::vector<TaskStanding> tasks = thread_of(scope, id);
  if (tasks.size() < 2) return std::nullopt;
  Stat stat{.label = scope.say(Word::task_stat_thread),
            .value = count_words(static_cast<long>(tasks.size()), scope.language),
            .unit = scope.say(Word::task_stat_thread_unit)};
  stat.lines.push_back({plain(scope.count(documents_of(scope, tasks),
                                          Word::task_stat_thread_line_one,
                                          Word::task_stat_thread_line))});
  return stat;
}

std::optional<Card> served_card(const Scope& scope, const Task& task) {
  if (task.indicators.empty()) return std::nullopt;
  Table table{.caption = scope.say(Word::task_indicators_caption),
              .columns = {{.title = scope.say(Word::task_column_indicator), .grow = 2,
                           .lead = true},
                          {.title = scope.say(Word::task_column_figure)},
                          {.title = scope.say(Word::task_column_as_of),
                           .place = ColumnPlace::detail},
                          {.title = scope.say(Word::task_column_target),
                           .place = ColumnPlace::detail, .grow = 1}}};
  bool any_measured = false;
  for (const IndicatorId indicator : task.indicators) {
    bool measured = false;
    table.rows.push_back(served_row(scope, indicator, measured));
    any_measured = any_measured || measured;
  }
  const long count = static_cast<long>(task.indicators.size());
  Card card{.title = any_measured ? scope.count(count, Word::task_indicators_title_one,
                                                Word::task_indicators_title)
                                  : scope.count(count, Word::task_indicators_unmeasured_one,
                                                Word::task_indicators_unmeasured)};
  card.blocks.push_back({std::move(table)});
  return card;
}

}  // namespace tiendo
