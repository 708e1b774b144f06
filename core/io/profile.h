// Our profile of a Data Package: which tables it has, which columns, and what they mean
// (assets/schema/profile.json). Tables and columns that are not in it are nobody's error.
#pragma once

#include <deque>
#include <memory>

#include "base/problem.h"
#include "io/check_table.h"
#include "io/rows.h"
#include "io/table.h"
#include "io/work.h"
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
// Its texts are views into the table; kept(), they are views into `texts`.
Evidence read_evidence(Rows& rows, const EvidenceColumns& columns, const ProfileKeys& keys);
Evidence kept(Evidence evidence, Texts& texts);

// A row is its own ancestor: reported once a circle. `parents` are indices of rows.
void check_parents(const Table* table, const std::vector<std::optional<std::uint32_t>>& parents,
                   Problems& problems);

// One table each; null: the package does not have it. A row with problems is still a row, so that
// the ids of the others stay right.
std::vector<Unit> read_units(Table* table, const ProfileKeys& keys, Problems& problems);
std::vector<Source> read_sources(Table* table, Problems& problems);
std::vector<Thread> read_threads(Table* table, Problems& problems);
std::vector<Indicator> read_indicators(Table* table, const ProfileKeys& keys,
                                       Problems& problems);
std::vector<Event> read_events(Table* table, const ProfileKeys& keys, Texts& texts,
                               Problems& problems);
// `units` are those of the package: an owner that stands in both tables must be the same.
std::vector<Database> read_databases(Table* table, const std::vector<Unit>& units,
                                     const ProfileKeys& keys, Problems& problems);
// Those that may be long, as work in slices: its end finds all rows in the vector.
std::unique_ptr<Work> read_targets(Table* table, const ProfileKeys& keys, Texts& texts,
                                   std::vector<Target>& targets, Problems& problems);
std::unique_ptr<Work> read_tasks(Table* table, const ProfileKeys& keys, Texts& texts,
                                 std::vector<Task>& tasks, Problems& problems);
std::unique_ptr<Work> read_task_reports(Table* table, const ProfileKeys& keys, Texts& texts,
                                        std::vector<TaskReport>& reports, Problems& problems);
// The one table that may have millions of rows: read in the same way through them in which they
// are checked.
class ObservationReader : public RowCheck {
 public:
  // The keys that are looked up here anyway, with the same words for one that is not known.
  static bool looks_up(const ForeignKey& key);
  // And the numbers that are read here anyway, without any rule but their type.
  static bool reads(const Field& field);
  ObservationReader(Table* table, const ProfileKeys& keys, Observations& observations,
                    Problems& problems);
  Readiness prepare(std::size_t) override { return Readiness::ready; }
  void check_rows(RowBlock& rows) override;

 private:
  Observation read();
  void check_rules(const Observation& row);

  Rows rows_;
  const ProfileKeys& keys_;
  Observations& observations_;
  Column indicator_, unit_, period_, qualifier_, numerator_, denominator_, published_;
  Column value_, value_max_, rank_;
  BilingualColumn category_;
  EvidenceColumns evidence_;
  BilingualColumn note_;
  bool lacks_value_ = false;  // the whole column, which is reported
};

}  // namespace tiendo::io
