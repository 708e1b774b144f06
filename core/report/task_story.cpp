// What happened to one task since it was assigned: reports, moved deadlines, its thread, and the
// indicators that tell whether it works.
#include <algorithm>
#include <cmath>
#include <set>

#include "base/sort.h"
#include "report/cells.h"
#include "report/tasks_parts.h"

namespace tiendo {
namespace {

// ---- reports

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

std::string says(const Scope& scope, const TaskReport& report) {
  std::vector<std::string> parts = {scope.say(says_word(report.state))};
  const int decimals = report.progress && std::floor(*report.progress) != *report.progress ? 1 : 0;
  if (report.progress)
    parts.push_back(scope.say(Word::task_says_progress,
                              {format_percent(*report.progress, decimals, scope.language)}));
  if (report.new_deadline)
    parts.push_back(scope.say(Word::task_says_deadline, {scope.date(*report.new_deadline)}));
  return join(parts, scope.say(Word::phrases_comma));
}

std::vector<const TaskReport*> reports_shown(const Scope& scope, TaskId task) {
  std::vector<const TaskReport*> reports = scope.dataset.reports_of(task);
  std::erase_if(reports, [&](const TaskReport* report) {
    return report->date.last > scope.moment.end();
  });
  return reports;
}

Table reports_table(const Scope& scope, const std::vector<const TaskReport*>& reports) {
  const bool any_note = std::any_of(reports.begin(), reports.end(), [](const TaskReport* report) {
    return !report->note.empty();
  });
  Table table{.caption = scope.say(Word::task_reports_caption),
              .columns = {{.title = scope.say(Word::task_column_date)},
                          {.title = scope.say(Word::task_column_says), .grow = 1, .lead = true},
                          {.title = scope.say(Word::task_column_words), .grow = 2.5f},
                          {.title = scope.say(Word::task_column_source),
                           .place = ColumnPlace::detail, .grow = 2}}};
  if (any_note)
    table.columns.push_back({.title = scope.say(Word::task_column_why),
                             .place = ColumnPlace::detail, .grow = 1.5f});
  for (const TaskReport* report : reports) {
    TableRow row{.cells = {text_cell(scope.period(report->date)), text_cell(says(scope, *report)),
                           words_cell(quoted_words(scope, report->evidence)),
                           words_cell(source_words(scope.dataset, report->evidence,
                                                   scope.route))}};
    if (any_note) row.cells.push_back(text_cell(report->note.in(scope.language), Ink::muted));
    table.rows.push_back(std::move(row));
  }
  return table;
}

// What was last said of the state; a document that only states the task again says nothing of it.
const TaskReport* last_word(const std::vector<const TaskReport*>& reports) {
  const TaskReport* last = nullptr;
  for (const TaskReport* report : reports)
    if (report->state != ReportedState::restated) last = report;
  return last;
}

// The sentence that nothing says either way; empty where a report decides.
std::string silence_words(const Scope& scope, const TaskStanding& standing) {
  const std::string documents =
      scope.count(static_cast<long>(scope.dataset.sources().size()), Word::task_documents_one,
                  Word::task_documents);
  switch (standing.state) {
    case TaskState::unconfirmed:
      return scope.say(Word::task_silence_since,
                       {scope.date(*standing.deadline), month_in_words(scope), documents});
    case TaskState::no_deadline:
      return scope.say(Word::task_silence_undated, {month_in_words(scope), documents});
    case TaskState::in_progress:
      return scope.say(Word::task_silence_open,
                       {scope.date(*standing.deadline), month_in_words(scope), documents});
    case TaskState::done_on_time:
    case TaskState::done_late:
    case TaskState::overdue:
    case TaskState::cancelled: break;
  }
  return {};
}

void add_paragraph(const std::string& words, Card& card) {
  card.blocks.push_back({Paragraph{.words = {plain(words)}}});
}

void add_silence(const Scope& scope, const TaskStanding& standing, const TaskReport* last,
                 Card& card) {
  card.title = scope.say(Word::task_silence_title_since, {scope.date(*standing.deadline)});
  add_paragraph(silence_words(scope, standing), card);
  if (last)
    add_paragraph(scope.say(Word::task_silence_before,
                            {scope.period(last->date), says(scope, *last)}), card);
}

void add_report(const Scope& scope, const TaskStanding& standing, const TaskReport& report,
                Card& card) {
  const std::optional<Period>& document = scope.dataset[report.evidence.source].date;
  card.title = scope.say(decided_word(report.state),
                         {scope.period(document ? *document : report.date)});
  card.blocks.push_back({quote_of(scope.dataset, report.evidence, scope.route)});
  if (!report.note.empty())
    card.blocks.push_back({Paragraph{.words = {plain(report.note.in(scope.language))},
                                     .role = ParagraphRole::note}});
  if (standing.state == TaskState::no_deadline)
    add_paragraph(scope.say(Word::task_no_verdict), card);
  if (standing.state == TaskState::in_progress)
    add_paragraph(scope.say(Word::task_open_until, {scope.date(*standing.deadline)}), card);
}

// ---- thread

std::vector<TaskStanding> thread_of(const Scope& scope, TaskId id) {
  const std::optional<ThreadId> thread = scope.dataset[id].thread;
  if (!thread) return {};
  std::vector<TaskStanding> tasks = standings(scope.dataset, scope.moment, deadline_rule_shown);
  std::erase_if(tasks, [&](const TaskStanding& task) {
    return scope.dataset[task.task].thread != thread;
  });
  sort_by(tasks, [&](const TaskStanding& a, const TaskStanding& b) {
    const auto first = assigned_on(scope.dataset, scope.dataset[a.task]);
    const auto second = assigned_on(scope.dataset, scope.dataset[b.task]);
    if (!first || !second) return first && !second;
    return first->last < second->last;
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

Table thread_table(const Scope& scope, const std::vector<TaskStanding>& tasks, TaskId here) {
  Table table{.caption = scope.say(Word::task_thread_caption),
              .columns = {{.title = scope.say(Word::task_column_assigned),
                           .place = ColumnPlace::detail},
                          {.title = scope.say(Word::task_column_task), .grow = 3, .lead = true},
                          {.title = scope.say(Word::task_column_lead),
                           .place = ColumnPlace::detail, .grow = 1.5f},
                          {.title = scope.say(Word::task_column_deadline)},
                          {.title = scope.say(Word::task_column_state), .grow = 1.2f}}};
  for (const TaskStanding& standing : tasks) {
    const Task& task = scope.dataset[standing.task];
    const auto assigned = assigned_on(scope.dataset, task);
    Words title = {link(task.title.in(scope.language),
                        task_href(scope.dataset, standing.task, scope.route))};
    if (standing.task == here)
      title = {plain(task.title.in(scope.language) + scope.say(Word::task_this_task))};
    table.rows.push_back(
        {.cells = {text_cell(assigned ? scope.period(*assigned)
                                      : scope.say(Word::phrases_source_undated)),
                   words_cell(title),
                   words_cell(unit_list(scope.dataset, task.leads, scope.route)),
                   words_cell(deadline_words(scope, standing)), state_cell(scope, standing)},
         .highlighted = standing.task == here});
  }
  return table;
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

Card state_card(const Scope& scope, const TaskStanding& standing) {
  const std::vector<const TaskReport*> reports = reports_shown(scope, standing.task);
  Card card;
  const TaskReport* last = last_word(reports);
  const TaskReport* quoted = standing.deciding ? standing.deciding : last;
  if (standing.state == TaskState::unconfirmed) {
    add_silence(scope, standing, last, card);
    quoted = nullptr;
  } else if (quoted) {
    add_report(scope, standing, *quoted, card);
  } else {
    card.title = scope.say(Word::task_silence_title);
    add_paragraph(silence_words(scope, standing), card);
  }
  if (reports.empty() || (reports.size() == 1 && quoted)) return card;
  card.blocks.push_back({Heading{scope.count(static_cast<long>(reports.size()),
                                             Word::task_reports_heading_one,
                                             Word::task_reports_heading)}});
  card.blocks.push_back({reports_table(scope, reports)});
  return card;
}

std::optional<Card> moves_card(const Scope& scope, const TaskStanding& standing) {
  if (standing.slips.empty()) return std::nullopt;
  const Task& task = scope.dataset[standing.task];
  const auto assigned = assigned_on(scope.dataset, task);
  Table table{.caption = scope.say(Word::task_moves_caption),
              .columns = {{.title = scope.say(Word::task_column_deadline), .lead = true},
                          {.title = scope.say(Word::task_column_shift)},
                          {.title = scope.say(Word::task_column_stated_on),
                           .place = ColumnPlace::detail},
                          {.title = scope.say(Word::task_column_words),
                           .place = ColumnPlace::detail, .grow = 2},
                          {.title = scope.say(Word::task_column_source),
                           .place = ColumnPlace::detail, .grow = 2}}};
  const auto add = [&](Date deadline, const std::string& shift,
                       const std::optional<Period>& said, const Evidence& evidence) {
    table.rows.push_back(
        {.cells = {text_cell(scope.date(deadline)), text_cell(shift),
                   text_cell(said ? scope.period(*said)
                                  : scope.say(Word::phrases_source_undated)),
                   words_cell(quoted_words(scope, evidence)),
                   words_cell(source_words(scope.dataset, evidence, scope.route))}});
  };
  add(standing.slips.front().from, scope.say(Word::task_first_deadline), assigned, task.evidence);
  for (const DeadlineSlip& slip : standing.slips)
    add(slip.to,
        scope.say(Word::task_shift, {delay_words(slip.from, slip.to, scope.language)}),
        slip.report ? std::optional(slip.report->date) : std::nullopt,
        slip.report ? slip.report->evidence : task.evidence);
  Card card{.title = scope.count(static_cast<long>(standing.slips.size()),
                                 Word::task_moves_title_one, Word::task_moves_title,
                                 {delay_words(standing.slips.front().from,
                                              standing.slips.back().to, scope.language)})};
  card.blocks.push_back({std::move(table)});
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

std::optional<Card> thread_card(const Scope& scope, TaskId id) {
  std::vector<TaskStanding> tasks = thread_of(scope, id);
  if (tasks.size() < 2) return std::nullopt;
  const std::string& name = scope.dataset[*scope.dataset[id].thread].name.in(scope.language);
  Card card{.title = thread_title(scope, tasks, name),
            .subtitle = scope.say(Word::task_thread_subtitle)};
  card.blocks.push_back({thread_table(scope, tasks, id)});
  std::erase_if(tasks, [](const TaskStanding& task) { return !task.deadline; });
  if (tasks.size() >= 2) card.blocks.push_back({timeline_figure(scope, tasks)});
  return card;
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
