// Our profile of a Data Package: which tables it has, which columns, and what they mean
// (assets/schema/profile.json). Tables and columns that are not in it are nobody's error.
#pragma once

#include <deque>

#include "base/problem.h"
#include "io/rows.h"
#include "io/table.h"
#include "model/dataset.h"

namespace tiendo::io {

struct ProfileKeys {
  Keys<Unit> units;
  Keys<Indicator> indicators;
  Keys<Source> sources;
  Keys<Thread> threads;
  Keys<Task> tasks;
};

// The columns source, evidence, paragraph.
struct EvidenceColumns {
  explicit EvidenceColumns(Rows& rows)
      : source(rows.required("source")),
        evidence(rows.column("evidence")),
        paragraph(rows.column("paragraph")) {}
  Column source, evidence, paragraph;
};
Evidence read_evidence(Rows& rows, const EvidenceColumns& columns, const ProfileKeys& keys);

// A row is its own ancestor: reported once a circle. `parents` are indices of rows.
void check_parents(const Table* table, const std::vector<std::optional<std::uint32_t>>& parents,
                   Problems& problems);

// One table each; null: the package does not have it. A row with problems is still a row, so that
// the ids of the others stay right.
std::vector<Unit> read_units(const Table* table, const ProfileKeys& keys, Problems& problems);
std::vector<Source> read_sources(const Table* table, Problems& problems);
std::vector<Thread> read_threads(const Table* table, Problems& problems);
std::vector<Indicator> read_indicators(const Table* table, const ProfileKeys& keys,
                                       Problems& problems);
std::vector<Observation> read_observations(const Table* table, const ProfileKeys& keys,
                                           Problems& problems);
std::vector<Target> read_targets(const Table* table, const ProfileKeys& keys, Problems& problems);
std::vector<Task> read_tasks(const Table* table, const ProfileKeys& keys, Problems& problems);
std::vector<TaskReport> read_task_reports(const Table* table, const ProfileKeys& keys,
                                          Problems& problems);
std::vector<Event> read_events(const Table* table, const ProfileKeys& keys, Problems& problems);

}  // namespace tiendo::io
