// Dataset: a package whose every row has been checked. It exists only if it is valid: every id
// leads to a row, every text is NFC, every key is unique. It is read-only once made.
//
// It knows no file and no CSV (io/dataset_reader makes it) and computes no score.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/database.h"
#include "model/extra.h"
#include "model/ids.h"
#include "model/indicator.h"
#include "model/observations.h"
#include "model/source.h"
#include "model/task.h"
#include "model/unit.h"

namespace tiendo {

struct DatasetInfo {
  std::string name;  // "viet-nam"
  Bilingual title, description;
  std::string version, created, licence;
  bool illustration = false;  // invented figures: marked on every screen
  std::vector<std::string> headline;       // indicator keys for the overview, in order
  std::vector<std::string> methodologies;  // ids, the first one is the default
  std::optional<Month> latest_month;       // what the site opens with
};

// The rows of all tables, in the publisher's order, before the Dataset is made of them.
struct DatasetTables {
  DatasetInfo info;
  std::vector<Unit> units;
  std::vector<Indicator> indicators;
  Observations observations;
  std::vector<Target> targets;
  std::vector<Thread> threads;
  std::vector<Task> tasks;
  std::vector<TaskReport> task_reports;
  std::vector<Event> events;
  std::vector<Source> sources;
  std::vector<Database> databases;
  std::vector<ExtraTable> extras;
  std::shared_ptr<Texts> texts = std::make_shared<Texts>();  // of the evidence of all the others
};

// What scoring asks of an observation with a value, small and contiguous: a column of thousands of
// units is gathered in one pass. Days are day numbers (base/calendar).
struct FigureRow {
  double value = 0;
  std::int32_t last_day = 0;   // of its period
  std::int32_t known_day = 0;  // published, by its own date or its document's; unknown: the least
  UnitId unit;
  ObservationId observation;
};

class Dataset {
 public:
  // All ids in `tables` must lead to rows (the reader has reported any that do not).
  explicit Dataset(DatasetTables tables);  // DatasetBuilder does the same in slices

  const DatasetInfo& info() const { return tables_.info; }
  const std::vector<Unit>& units() const { return tables_.units; }
  const std::vector<Indicator>& indicators() const { return tables_.indicators; }
  const Observations& observations() const { return tables_.observations; }
  const std::vector<Target>& targets() const { return tables_.targets; }
  const std::vector<Thread>& threads() const { return tables_.threads; }
  const std::vector<Task>& tasks() const { return tables_.tasks; }
  const std::vector<TaskReport>& task_reports() const { return tables_.task_reports; }
  const std::vector<Event>& events() const { return tables_.events; }
  const std::vector<Source>& sources() const { return tables_.sources; }
  const std::vector<Database>& databases() const { return tables_.databases; }
  const std::vector<ExtraTable>& extras() const { return tables_.extras; }

  const Unit& operator[](UnitId id) const { return tables_.units[id.index]; }
  const Indicator& operator[](IndicatorId id) const { return tables_.indicators[id.index]; }
  const Source& operator[](SourceId id) const { return tables_.sources[id.index]; }
  const Task& operator[](TaskId id) const { return tables_.tasks[id.index]; }
  const Thread& operator[](ThreadId id) const { return tables_.threads[id.index]; }
  const Target& operator[](TargetId id) const { return tables_.targets[id.index]; }
  Observation operator[](ObservationId id) const { return tables_.observations[id.index]; }

  std::optional<UnitId> find_unit(std::string_view key) const;
  std::optional<IndicatorId> find_indicator(std::string_view key) const;
  std::optional<TaskId> find_task(std::string_view key) const;
  std::optional<SourceId> find_source(std::string_view key) const;

  // Ascending by period.last, then by publication. Empty where nothing was published.
  std::span<const ObservationId> observations_of(IndicatorId indicator, UnitId unit) const;
  std::span<const ObservationId> observations_of(IndicatorId indicator) const;  // by unit, the same
  // Ascending by unit, then as above. Only those with a value.
  std::span<const FigureRow> figures_of(IndicatorId indicator) const;
  std::vector<UnitId> units_observed(IndicatorId indicator) const;  // in table order
  std::vector<TargetId> targets_of(IndicatorId indicator, UnitId unit) const;  // by set_on
  std::vector<TaskId> tasks_led_by(UnitId unit) const;                         // in table order
  std::vector<const Database*> databases_of(UnitId owner) const;               // in table order
  std::vector<const TaskReport*> reports_of(TaskId task) const;                // by date

 private:
  friend class DatasetBuilder;
  Dataset() = default;

  DatasetTables tables_;
  std::unordered_map<std::string, UnitId> unit_by_key_;
  std::unordered_map<std::string, IndicatorId> indicator_by_key_;
  std::unordered_map<std::string, TaskId> task_by_key_;
  std::unordered_map<std::string, SourceId> source_by_key_;
  std::vector<ObservationId> observations_sorted_;
  std::vector<FigureRow> figures_;
  // By indicator: where its observations and its figures begin; one more at the end.
  std::vector<std::uint32_t> observations_begin_, figures_begin_;
};

// Makes a Dataset a slice at a time. The observations, millions of rows perhaps, perhaps of a single
// indicator, are placed by their unit, from there by their indicator, and what is one unit's of one
// indicator is put in order by time.
class DatasetBuilder {
 public:
  explicit DatasetBuilder(DatasetTables tables);
  bool step(std::size_t rows_max);  // false: there is nothing more to do
  Dataset take() { return std::move(dataset_); }

 private:
  void count_row(std::size_t row);
  void begin_places();
  std::size_t run_end(std::size_t begin) const;
  void order_run(std::size_t end);

  Dataset dataset_;
  std::vector<std::uint32_t> place_of_unit_, place_of_indicator_;  // where their next row goes
  std::vector<std::uint32_t> by_unit_;                             // rows
  std::size_t counted_ = 0, placed_by_unit_ = 0, placed_ = 0, ordered_ = 0;
};

}  // namespace tiendo
