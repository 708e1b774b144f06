// Small datasets for tests: tables filled a row at a time, each row returned for what is special in
// it. A returned row lives until the next one is added to its table.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/check.h"
#include "model/dataset.h"
#include "model/methodology.h"
#include "score/select.h"

namespace tiendo::test {

inline Date date(std::string_view text) {
  const auto parsed = parse_date(text);
  check(parsed.has_value());
  return *parsed;
}

inline Period period(std::string_view text) {
  const auto parsed = parse_period(text);
  check(parsed.has_value());
  return *parsed;
}

// at("2025-06") is the end of June 2025 with all that is known; at("2025-06", "2025-07-10") is the
// same month with what was published by 10 July.
inline Moment at(std::string_view month, std::string_view as_of = {}) {
  const auto parsed = parse_month(month);
  check(parsed.has_value());
  return {.month = *parsed, .as_of = as_of.empty() ? std::nullopt : parse_date(as_of)};
}

struct DatasetMaker {
  DatasetTables tables;
  std::vector<Observation> observations;

  DatasetMaker() { source("undated"); }  // the source of all rows that name no other

  SourceId source(const std::string& key, std::string_view dated = {}) {
    Source row;
    row.key = key;
    row.title = {key, key};
    if (!dated.empty()) row.date = period(dated);
    return add<SourceId>(tables.sources, std::move(row));
  }

  UnitId unit(const std::string& key, UnitKind kind = UnitKind::province) {
    Unit row;
    row.key = key;
    row.name = {key, key};
    row.kind = kind;
    return add<UnitId>(tables.units, std::move(row));
  }

  IndicatorId indicator(const std::string& key, Direction direction = Direction::higher_is_better,
                        const std::string& quantity = "%") {
    Indicator row;
    row.key = key;
    row.name = {key, key};
    row.direction = direction;
    row.quantity.vi = quantity;
    return add<IndicatorId>(tables.indicators, std::move(row));
  }

  Observation& observe(IndicatorId indicator, UnitId unit, std::string_view when,
                       std::optional<double> value) {
    Observation row;
    row.indicator = indicator;
    row.unit = unit;
    row.period = period(when);
    row.value = value;
    return observations.emplace_back(std::move(row));
  }

  Target& promise(IndicatorId indicator, UnitId unit, double value, std::string_view due = {}) {
    Target row;
    row.key = "t" + std::to_string(tables.targets.size());
    row.indicator = indicator;
    row.unit = unit;
    row.value = value;
    if (!due.empty()) row.due = date(due);
    return tables.targets.emplace_back(std::move(row));
  }

  TaskId task(UnitId lead, std::string_view deadline = {}) {
    Task row;
    row.key = "task" + std::to_string(tables.tasks.size());
    row.title = {row.key, row.key};
    row.leads = {lead};
    if (!deadline.empty()) row.deadline = date(deadline);
    return add<TaskId>(tables.tasks, std::move(row));
  }

  TaskReport& report(TaskId task, std::string_view when, ReportedState state,
                     std::string_view new_deadline = {}) {
    TaskReport row;
    row.task = task;
    row.date = period(when);
    row.state = state;
    if (!new_deadline.empty()) row.new_deadline = date(new_deadline);
    return tables.task_reports.emplace_back(std::move(row));
  }

  Dataset make() const {
    DatasetTables all = tables;
    all.observations = Observations(observations);
    return Dataset(std::move(all));
  }

 private:
  template <class RowId, class Row>
  RowId add(std::vector<Row>& rows, Row row) {
    rows.push_back(std::move(row));
    return {static_cast<std::uint32_t>(rows.size() - 1)};
  }
};

inline MethodNode leaf(const std::string& indicator, Normalisation normalisation,
                       double weight = 1) {
  MethodNode node;
  node.id = indicator;
  node.weight = weight;
  node.rule = IndicatorRule{.indicator = indicator, .normalisation = normalisation};
  return node;
}

inline MethodNode group(const std::string& id, std::vector<MethodNode> children,
                        double weight = 1) {
  MethodNode node;
  node.id = id;
  node.weight = weight;
  GroupRule rule;
  rule.children = std::move(children);
  node.rule = std::move(rule);
  return node;
}

inline MethodNode tasks_node(TasksRule rule = {}, double weight = 1) {
  MethodNode node;
  node.id = "tasks";
  node.weight = weight;
  node.rule = rule;
  return node;
}

inline Methodology methodology(MethodNode root) {
  Methodology result;
  result.id = "test";
  result.units = {UnitKind::province};
  result.rank_decimals = 2;
  result.root = std::move(root);
  return result;
}

}  // namespace tiendo::test
