#include "model/dataset.h"

#include <algorithm>

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
  const auto pair_at = [this](std::size_t place) {
    const Observation& row = (*this)[observations_sorted_[place]];
    return pair_key(row.indicator, row.unit);
  };
  for (std::size_t begin = 0; begin < observations_sorted_.size();) {
    std::size_t end = begin + 1;
    while (end < observations_sorted_.size() && pair_at(end) == pair_at(begin)) ++end;
    observation_range_[pair_at(begin)] = {static_cast<std::uint32_t>(begin),
                                          static_cast<std::uint32_t>(end)};
    begin = end;
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

std::span<const ObservationId> Dataset::observations_of(IndicatorId indicator, UnitId unit) const {
  const auto found = observation_range_.find(pair_key(indicator, unit));
  if (found == observation_range_.end()) return {};
  const auto [begin, end] = found->second;
  return std::span(observations_sorted_).subspan(begin, end - begin);
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
