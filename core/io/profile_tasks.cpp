// Tasks, what was reported of them, events (profile.h).
#include <string>

#include "io/problems.h"
#include "io/profile.h"

namespace tiendo::io {
namespace {

constexpr const char* clear_columns[clears_count] = {
    "clear_goal",           "clear_person",  "clear_work",  "clear_time",
    "clear_responsibility", "clear_product", "clear_result"};

constexpr Word<Specificity> specificities[] = {{"specific", Specificity::specific},
                                               {"general", Specificity::general}};

constexpr Word<ReportedState> reported_states[] = {{"done", ReportedState::done},
                                                   {"not_done", ReportedState::not_done},
                                                   {"in_progress", ReportedState::in_progress},
                                                   {"restated", ReportedState::restated},
                                                   {"cancelled", ReportedState::cancelled}};

constexpr Word<Precision> precisions[] = {{"day", Precision::day},
                                          {"month", Precision::month},
                                          {"year", Precision::year},
                                          {"none", Precision::day}};  // such an event has no date

// An event's date stands for its month or its year where it is known no better.
Period coarsened(const Period& period, Precision precision) {
  if (precision >= period.precision) return period;
  return precision == Precision::month ? period_of(month_of(period.last))
                                       : period_of_year(period.last.year);
}

}  // namespace

std::vector<Task> read_tasks(Table* table, const ProfileKeys& keys, Texts& texts,
                             Problems& problems) {
  Rows rows(table, problems);
  const Column id = rows.required("id"), lead = rows.column("lead"),
               coordinating = rows.column("coordinating"), assigned_on = rows.column("assigned_on"),
               deadline = rows.column("deadline"), thread = rows.column("thread"),
               indicators = rows.column("indicators"), specificity = rows.column("specificity");
  const BilingualColumn title = rows.required_bilingual("title"), office = rows.bilingual("office"),
                        product = rows.bilingual("product"),
                        programme = rows.bilingual("programme"), note = rows.bilingual("note");
  const EvidenceColumns evidence(rows);
  std::array<Column, clears_count> clears;
  for (std::size_t i = 0; i < clears_count; ++i) clears[i] = rows.column(clear_columns[i]);
  std::vector<Task> tasks;
  while (rows.next()) {
    Task task;
    task.key = rows.text(id);
    task.title = rows.text(title);
    task.leads = rows.references(lead, keys.units);
    task.coordinating = rows.references(coordinating, keys.units);
    task.office = rows.text(office);
    task.assigned_on = rows.period(assigned_on);
    task.deadline = rows.date(deadline);
    task.product = rows.text(product);
    task.programme = rows.text(programme);
    task.thread = rows.reference(thread, keys.threads);
    task.indicators = rows.references(indicators, keys.indicators);
    task.specificity = rows.choice(specificity, specificities, Specificity::specific);
    task.evidence = kept(read_evidence(rows, evidence, keys), texts);
    for (std::size_t i = 0; i < clears_count; ++i) task.clears[i] = rows.flag(clears[i]);
    task.note = rows.text(note);
    tasks.push_back(std::move(task));
  }
  return tasks;
}

std::vector<TaskReport> read_task_reports(Table* table, const ProfileKeys& keys, Texts& texts,
                                          Problems& problems) {
  Rows rows(table, problems);
  const Column task = rows.required("task"), date = rows.required("date"),
               state = rows.required("state"), progress = rows.column("progress"),
               new_deadline = rows.column("new_deadline");
  const EvidenceColumns evidence(rows);
  const BilingualColumn note = rows.bilingual("note");
  std::vector<TaskReport> reports;
  while (rows.next()) {
    TaskReport report;
    report.task = rows.reference(task, keys.tasks).value_or(TaskId{});
    report.date = rows.period(date).value_or(Period{});
    report.state = rows.choice(state, reported_states, ReportedState::in_progress);
    report.progress = rows.value(progress);
    report.new_deadline = rows.date(new_deadline);
    report.evidence = kept(read_evidence(rows, evidence, keys), texts);
    report.note = rows.text(note);
    if (report.progress && (*report.progress < 0 || *report.progress > 100))
      rows.report(progress, {"“progress” là phần trăm, từ 0 đến 100.",
                             "“progress” is a percentage, from 0 to 100."},
                  {"Ghi số từ 0 đến 100, không kèm dấu %.",
                   "Write a number from 0 to 100 without a % sign."});
    reports.push_back(std::move(report));
  }
  return reports;
}

std::vector<Event> read_events(Table* table, const ProfileKeys& keys, Texts& texts,
                               Problems& problems) {
  Rows rows(table, problems);
  const Column id = rows.required("id"), date = rows.column("date"),
               precision = rows.column("date_precision"), kind = rows.column("kind"),
               status = rows.column("status"), units = rows.column("units");
  const BilingualColumn title = rows.required_bilingual("title");
  const EvidenceColumns evidence(rows);
  std::vector<Event> events;
  while (rows.next()) {
    Event event;
    event.key = rows.text(id);
    event.title = rows.text(title);
    const Precision known = rows.choice(precision, precisions, Precision::day);
    event.date = rows.period(date);
    if (event.date) event.date = coarsened(*event.date, known);
    event.kind = rows.text(kind);
    event.status = rows.text(status);
    event.units = rows.references(units, keys.units);
    event.evidence = kept(read_evidence(rows, evidence, keys), texts);
    events.push_back(std::move(event));
  }
  return events;
}

}  // namespace tiendo::io
