#include "model/dataset.h"

#include <algorithm>
#include <limits>

#include "base/check.h"
#include "base/sort.h"

namespace tiendo {
namespace {

template <class Row>
std::unordered_map<std::string, Id<Row>> index_by_key(const std::vector<Row>& rows) {
  std::unordered_map<std::string, Id<Row>> index;
  index.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool is_new = index.emplace(rows[i].key, Id<Row>{static_cast<std::uint32_t>(i)}).second;
    check(is_new);
  }
  return index;
}

template <class Row>
std::optional<Id<Row>> find(const std::unordered_map<std::string, Id<Row>>& index,
                            std::string_view key) {
  const auto found = index.find(std::string(key));
  return found == index.end() ? std::optional<Id<Row>>() : found->second;
}

// When a row became known: as stated, else with its source, else with what it speaks of.
Date publication(const DatasetTables& tables, const std::optional<Period>& stated,
                 const Evidence& evidence, Date otherwise) {
  if (stated) return stated->last;
  const std::optional<Period>& source = tables.sources[evidence.source.index].date;
  return source ? source->last : otherwise;
}

bool contains(const std::vector<UnitId>& units, UnitId unit) {
  return std::find(units.begin(), units.end(), unit) != units.end();
}

}  // namespace

Dataset::Dataset(DatasetTables tables) {
  DatasetBuilder builder(std::move(tables));
  while (builder.step(std::numeric_limits<std::uint32_t>::max())) {
  }
  *this = builder.take();
}

DatasetBuilder::DatasetBuilder(DatasetTables tables) {
  dataset_.tables_ = std::move(tables);
  const DatasetTables& rows = dataset_.tables_;
  dataset_.unit_by_key_ = index_by_key(rows.units);
  dataset_.indicator_by_key_ = index_by_key(rows.indicators);
  dataset_.task_by_key_ = index_by_key(rows.tasks);
  dataset_.source_by_key_ = index_by_key(rows.sources);
  dataset_.observations_begin_.resize(rows.indicators.size() + 1);
  dataset_.figures_begin_.resize(rows.indicators.size() + 1);
  dataset_.observations_sorted_.reserve(rows.observations.size());
  place_of_unit_.resize(rows.units.size() + 1);
  by_unit_.reserve(rows.observations.size());
}

bool DatasetBuilder::step(std::size_t rows_max) {
  const Observations& observations = dataset_.tables_.observations;
  const std::size_t rows = observations.size();
  const auto end = [&](std::size_t done) { return std::min(rows, done + rows_max); };
  if (counted_ < rows) {
    for (const std::size_t to = end(counted_); counted_ < to; ++counted_) count_row(counted_);
    // A slice at a time too: memory that is touched for the first time takes the system its while.
    dataset_.observations_sorted_.resize(counted_);
    by_unit_.resize(counted_);
    if (counted_ == rows) begin_places();
  } else if (placed_by_unit_ < rows) {
    for (const std::size_t to = end(placed_by_unit_); placed_by_unit_ < to; ++placed_by_unit_)
      by_unit_[place_of_unit_[observations.unit(placed_by_unit_).index]++] =
          static_cast<std::uint32_t>(placed_by_unit_);
  } else if (placed_ < rows) {
    for (const std::size_t to = end(placed_); placed_ < to; ++placed_) {
      const std::uint32_t row = by_unit_[placed_];
      const std::uint32_t place = place_of_indicator_[observations.indicator(row).index]++;
      dataset_.observations_sorted_[place] = {row};
    }
  } else {
    for (const std::size_t to = end(ordered_); ordered_ < to;) order_run(run_end(ordered_));
  }
  return ordered_ < rows;
}

// At places one further, so that the sums are where the next one begins.
void DatasetBuilder::count_row(std::size_t row) {
  const DatasetTables& tables = dataset_.tables_;
  const IndicatorId indicator = tables.observations.indicator(row);
  const UnitId unit = tables.observations.unit(row);
  check(indicator.index < tables.indicators.size());
  check(unit.index < tables.units.size());
  check(tables.observations.source(row).index < tables.sources.size());
  ++place_of_unit_[unit.index + 1];
  ++dataset_.observations_begin_[indicator.index + 1];
  dataset_.figures_begin_[indicator.index + 1] += tables.observations.value(row).has_value();
}

void DatasetBuilder::begin_places() {
  for (std::vector<std::uint32_t>* begin :
       {&place_of_unit_, &dataset_.observations_begin_, &dataset_.figures_begin_})
    for (std::size_t i = 1; i < begin->size(); ++i) (*begin)[i] += (*begin)[i - 1];
  place_of_indicator_ = dataset_.observations_begin_;
  dataset_.figures_.reserve(dataset_.figures_begin_.back());
}

// Where another indicator or unit begins.
std::size_t DatasetBuilder::run_end(std::size_t begin) const {
  const Observations& observations = dataset_.tables_.observations;
  const std::vector<ObservationId>& sorted = dataset_.observations_sorted_;
  const auto is_of_run = [&, first = sorted[begin].index](std::uint32_t row) {
    return observations.unit(row) == observations.unit(first) &&
           observations.indicator(row) == observations.indicator(first);
  };
  std::size_t end = begin + 1;
  while (end < sorted.size() && is_of_run(sorted[end].index)) ++end;
  return end;
}

void DatasetBuilder::order_run(std::size_t end) {
  struct Entry {
    ObservationId id;
    std::int32_t last_day, published_day;  // published: known to be, else when it speaks of
    bool goes_before(const Entry& other) const {
      return last_day != other.last_day ? last_day < other.last_day
                                        : published_day < other.published_day;
    }
  };
  const DatasetTables& tables = dataset_.tables_;
  const auto day = [](Date date) { return static_cast<std::int32_t>(day_number(date)); };
  const auto published = [&](std::size_t row) {
    const std::optional<Period> stated = tables.observations.published(row);
    return stated ? stated : tables.sources[tables.observations.source(row).index].date;
  };
  std::vector<Entry> entries;
  entries.reserve(end - ordered_);
  bool is_in_order = true;
  for (std::size_t place = ordered_; place < end; ++place) {
    const ObservationId id = dataset_.observations_sorted_[place];
    const Date last = tables.observations.last_day(id.index);
    const std::optional<Period> known = published(id.index);
    entries.push_back({.id = id, .last_day = day(last),
                       .published_day = day(known ? known->last : last)});
    const std::size_t count = entries.size();
    if (count > 1) is_in_order &= !entries[count - 1].goes_before(entries[count - 2]);
  }
  if (!is_in_order)
    sort_by(entries, [](const Entry& a, const Entry& b) { return a.goes_before(b); });
  for (const Entry& entry : entries) {
    dataset_.observations_sorted_[ordered_++] = entry.id;
    const std::optional<double> value = tables.observations.value(entry.id.index);
    if (!value) continue;
    dataset_.figures_.push_back(
        {.value = *value,
         .last_day = entry.last_day,
         .known_day = published(entry.id.index) ? entry.published_day
                                                : std::numeric_limits<std::int32_t>::min(),
         .unit = tables.observations.unit(entry.id.index),
         .observation = entry.id});
  }
}

std::optional<UnitId> Dataset::find_unit(std::string_view key) const {
  return find(unit_by_key_, key);
}
std::optional<IndicatorId> Dataset::find_indicator(std::string_view key) const {
  return find(indicator_by_key_, key);
}
std::optional<TaskId> Dataset::find_task(std::string_view key) const {
  return find(task_by_key_, key);
}
std::optional<SourceId> Dataset::find_source(std::string_view key) const {
  return find(source_by_key_, key);
}

std::span<const ObservationId> Dataset::observations_of(IndicatorId indicator) const {
  const std::uint32_t begin = observations_begin_[indicator.index];
  return std::span(observations_sorted_)
      .subspan(begin, observations_begin_[indicator.index + 1] - begin);
}

std::span<const ObservationId> Dataset::observations_of(IndicatorId indicator, UnitId unit) const {
  const std::span<const ObservationId> all = observations_of(indicator);
  const Observations& rows = tables_.observations;
  const auto first = std::partition_point(
      all.begin(), all.end(), [&](ObservationId id) { return rows.unit(id.index) < unit; });
  const auto last = std::partition_point(
      first, all.end(), [&](ObservationId id) { return rows.unit(id.index) == unit; });
  return all.subspan(first - all.begin(), last - first);
}

std::span<const FigureRow> Dataset::figures_of(IndicatorId indicator) const {
  const std::uint32_t begin = figures_begin_[indicator.index];
  return std::span(figures_).subspan(begin, figures_begin_[indicator.index + 1] - begin);
}

std::vector<UnitId> Dataset::units_observed(IndicatorId indicator) const {
  std::vector<UnitId> observed;
  for (std::uint32_t i = observations_begin_[indicator.index];
       i < observations_begin_[indicator.index + 1]; ++i) {
    const UnitId unit = tables_.observations.unit(observations_sorted_[i].index);
    if (observed.empty() || !(observed.back() == unit)) observed.push_back(unit);
  }
  return observed;
}

std::vector<TargetId> Dataset::targets_of(IndicatorId indicator, UnitId unit) const {
  std::vector<TargetId> targets;
  for (std::uint32_t i = 0; i < tables_.targets.size(); ++i) {
    const Target& target = tables_.targets[i];
    if (target.indicator == indicator && target.unit == unit) targets.push_back({i});
  }
  const auto promised_on = [this](TargetId id) {
    const Target& target = (*this)[id];
    return publication(tables_, target.set_on, target.evidence,
                       target.due.value_or(Date{9999, 12, 31}));
  };
  sort_by(targets, [&](TargetId a, TargetId b) {
    return promised_on(a) < promised_on(b);
  });
  return targets;
}

std::vector<TaskId> Dataset::tasks_led_by(UnitId unit) const {
  std::vector<TaskId> tasks;
  for (std::uint32_t i = 0; i < tables_.tasks.size(); ++i)
    if (contains(tables_.tasks[i].leads, unit)) tasks.push_back({i});
  return tasks;
}

std::vector<const Database*> Dataset::databases_of(UnitId owner) const {
  std::vector<const Database*> databases;
  for (const Database& database : tables_.databases)
    if (database.owner == owner) databases.push_back(&database);
  return databases;
}

std::vector<const TaskReport*> Dataset::reports_of(TaskId task) const {
  std::vector<const TaskReport*> reports;
  for (const TaskReport& report : tables_.task_reports)
    if (report.task == task) reports.push_back(&report);
  sort_by(reports, [](const TaskReport* a, const TaskReport* b) {
    return a->date.last < b->date.last;
  });
  return reports;
}

}  // namespace tiendo
