#include "model/dataset.h"

#include <algorithm>
#include <limits>

#include "base/check.h"
#include "base/sort.h"

namespace tiendo {
namespace {

std::uint64_t pair_key(IndicatorId indicator, UnitId unit) {
  return std::uint64_t{indicator.index} << 32 | unit.index;
}

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

std::vector<ObservationId> sorted_observations(const DatasetTables& tables) {
  struct Entry {
    std::uint64_t pair;
    Date period, published;
    ObservationId id;
  };
  std::vector<Entry> entries;
  entries.reserve(tables.observations.size());
  for (std::size_t i = 0; i < tables.observations.size(); ++i) {
    const Observation& row = tables.observations[i];
    check(row.indicator.index < tables.indicators.size());
    check(row.unit.index < tables.units.size());
    check(row.evidence.source.index < tables.sources.size());
    entries.push_back(
        {.pair = pair_key(row.indicator, row.unit),
         .period = row.period.last,
         .published = publication(tables, row.published, row.evidence, row.period.last),
         .id = {static_cast<std::uint32_t>(i)}});
  }
  sort_by(entries, [](const Entry& a, const Entry& b) {
    if (a.pair != b.pair) return a.pair < b.pair;
    return a.period != b.period ? a.period < b.period : a.published < b.published;
  });
  std::vector<ObservationId> sorted;
  sorted.reserve(entries.size());
  for (const Entry& entry : entries) sorted.push_back(entry.id);
  return sorted;
}

FigureRow figure_of(const DatasetTables& tables, ObservationId id) {
  const Observation& row = tables.observations[id.index];
  const auto& published =
      row.published ? row.published : tables.sources[row.evidence.source.index].date;
  return {.value = *row.value,
          .last_day = static_cast<std::int32_t>(day_number(row.period.last)),
          .known_day = published ? static_cast<std::int32_t>(day_number(published->last))
                                 : std::numeric_limits<std::int32_t>::min(),
          .unit = row.unit,
          .observation = id};
}

bool contains(const std::vector<UnitId>& units, UnitId unit) {
  return std::find(units.begin(), units.end(), unit) != units.end();
}

}  // namespace

Dataset::Dataset(DatasetTables tables)
    : tables_(std::move(tables)),
      unit_by_key_(index_by_key(tables_.units)),
      indicator_by_key_(index_by_key(tables_.indicators)),
      task_by_key_(index_by_key(tables_.tasks)),
      source_by_key_(index_by_key(tables_.sources)),
      observations_sorted_(sorted_observations(tables_)) {
  for (std::uint32_t i = 0; i < observations_sorted_.size(); ++i) {
    const Observation& row = (*this)[observations_sorted_[i]];
    begin_indicators(row.indicator.index + 1, i);
    if (row.value) figures_.push_back(figure_of(tables_, observations_sorted_[i]));
  }
  begin_indicators(tables_.indicators.size() + 1,
                   static_cast<std::uint32_t>(observations_sorted_.size()));
}

// Every indicator before `end` that has not begun yet begins here.
void Dataset::begin_indicators(std::size_t end, std::uint32_t observation) {
  observations_begin_.resize(std::max(observations_begin_.size(), end), observation);
  figures_begin_.resize(observations_begin_.size(), static_cast<std::uint32_t>(figures_.size()));
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

std::span<const ObservationId> Dataset::observations_of(IndicatorId indicator, UnitId unit) const {
  const auto begin = observations_sorted_.begin() + observations_begin_[indicator.index];
  const auto end = observations_sorted_.begin() + observations_begin_[indicator.index + 1];
  const auto first = std::partition_point(
      begin, end, [&](ObservationId id) { return (*this)[id].unit < unit; });
  const auto last = std::partition_point(
      first, end, [&](ObservationId id) { return (*this)[id].unit == unit; });
  return std::span(observations_sorted_)
      .subspan(first - observations_sorted_.begin(), last - first);
}

std::span<const FigureRow> Dataset::figures_of(IndicatorId indicator) const {
  const std::uint32_t begin = figures_begin_[indicator.index];
  return std::span(figures_).subspan(begin, figures_begin_[indicator.index + 1] - begin);
}

std::vector<UnitId> Dataset::units_observed(IndicatorId indicator) const {
  std::vector<UnitId> observed;
  for (std::uint32_t i = 0; i < tables_.units.size(); ++i)
    if (!observations_of(indicator, {i}).empty()) observed.push_back({i});
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
