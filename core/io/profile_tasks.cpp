// Tasks, what was reported of them, events (profile.h).
#include <string>

#include "io/problems.h"
#include "io/profile.h"
#include "io/rows_work.h"

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

std::unique_ptr<Work> read_tasks(Table* table, const ProfileKeys& keys, Texts& texts,
                                 std::vector<Task>& tasks, Problems& problems) {
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
  return rows_work(table, rows, tasks, [=, &keys, &texts](Rows& row) {
    Task task;
    task.key = row.text(id);
    task.title = row.text(title);
    task.leads = row.references(lead, keys.units);
    task.coordinating = row.references(coordinating, keys.units);
    task.office = row.text(office);
    task.assigned_on = row.period(assigned_on);
    task.deadline = row.date(deadline);
    task.product = row.text(product);
    task.programme = row.text(programme);
    task.thread = row.reference(thread, keys.threads);
    task.indicators = row.references(indicators, keys.indicators);
    task.specificity = row.choice(specificity, specificities, Specificity::specific);
    task.evidence = kept(read_evidence(row, evidence, keys), texts);
    for (std::size_t i = 0; i < clears_count; ++i) task.clears[i] = row.flag(clears[i]);
    task.note = row.text(note);
    return task;
  });
}

std::unique_ptr<Work> read_task_reports(Table* table, const ProfileKeys& keys, Texts& texts,
                                        std::vector<TaskReport>& reports, Problems& problems) {
  Rows rows(table, problems);
  const Column task = rows.required("task"), date = rows.required("date"),
               state = rows.required("state"), progress = rows.column("progress"),
               new_deadline = rows.column("new_deadline");
  const EvidenceColumns evidence(rows);
  const BilingualColumn note = rows.bilingual("note");
  return rows_work(table, rows, reports, [=, &keys, &texts](Rows& row) {
    TaskReport report;
    report.task = row.reference(task, keys.tasks).value_or(TaskId{});
    report.date = row.period(date).value_or(Period{});
    report.state = row.choice(state, reported_states, ReportedState::in_progress);
    report.progress = row.value(progress);
    report.new_deadline = row.date(new_deadline);
    report.evidence = kept(read_evidence(row, evidence, keys), texts);
    report.note = row.text(note);
    if (report.progress && (*report.progress < 0 || *report.progress > 100))
      row.report(progress, {"“progress” là phần trăm, từ 0 đến 100.",
                             "“progress” is a percentage, from 0 to 100."},
                  {"Ghi số từ 0 đến 100, không kèm dấu %.",
                   "Write a number from 0 to 100 without a % sign."});
    return report;
  });
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
