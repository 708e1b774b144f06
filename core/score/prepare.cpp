#include "score/prepare.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/overloaded.h"
#include "base/sort.h"
#include "score/target_status.h"

namespace tiendo {
namespace {

// How a method turns the promise in force into a way; nullptr where it asks for no promise.
using WayRule = std::optional<Way> (*)(const Dataset&, TargetId, ObservationId, const Moment&);

std::optional<Way> to_target(const Dataset& dataset, TargetId target, ObservationId,
                             const Moment&) {
  return Way{.from = 0, .to = dataset[target].value, .since = {}, .due = {}};
}

WayRule way_rule(const Normalisation& method) {
  if (std::holds_alternative<Attainment>(method)) return attainment_way;
  if (std::holds_alternative<Trajectory>(method)) return trajectory_way;
  const auto* distance = std::get_if<DistanceToTarget>(&method);
  return distance && !distance->target ? to_target : nullptr;
}

void find_promises(const Dataset& dataset, const Normalisation& method,
                   std::span<const UnitId> units, const Moment& moment, PreparedLeaf& leaf) {
  const WayRule way = way_rule(method);
  leaf.promises.resize(way ? units.size() : 0);
  leaf.ways.resize(leaf.promises.size());
  for (std::size_t i = 0; way && leaf.column.indicator && i < units.size(); ++i) {
    if (!leaf.column.observations[i]) continue;
    leaf.promises[i] = target_in_force(dataset, *leaf.column.indicator, units[i], moment);
    if (leaf.promises[i])
      leaf.ways[i] = way(dataset, *leaf.promises[i], *leaf.column.observations[i], moment);
  }
}

std::vector<FigureColumn> columns_at(const Dataset& dataset, const Methodology& methodology,
                                     const Tree& tree, std::span<const UnitId> units,
                                     const Moment& moment, std::vector<bool>& screened) {
  std::vector<FigureColumn> columns(tree.leaves.size());
  for (std::size_t leaf = 0; leaf < columns.size(); ++leaf)
    if (const auto* rule =
            std::get_if<IndicatorRule>(&tree.nodes[tree.leaves[leaf]].method->rule))
      columns[leaf] = gather(dataset, rule->indicator, units, moment);
  screened.assign(units.size(), false);
  run_steps(dataset, methodology, tree, units, moment, columns, screened);
  return columns;
}

// Every month in which a figure of the methodology's indicators stands and is known.
std::vector<Month> months_of_figures(const Prepared& prepared) {
  std::vector<Month> months;
  for (const PreparedLeaf& leaf : prepared.leaves) {
    if (!leaf.column.indicator) continue;
    for (const FigureRow& figure : prepared.dataset->figures_of(*leaf.column.indicator)) {
      const auto& as_of = prepared.moment.as_of;
      if (as_of && figure.known_day > day_number(*as_of)) continue;
      const Month month = month_of(date_of_day_number(figure.last_day));
      if (months.empty() || months.back() != month) months.push_back(month);
    }
  }
  sort_by(months, std::less<>());
  months.erase(std::unique(months.begin(), months.end()), months.end());
  return months;
}

void fill_pools(Prepared& prepared) {
  for (const Month month : months_of_figures(prepared)) {
    const Moment moment{.month = month, .as_of = prepared.moment.as_of};
    const auto units = participants(*prepared.dataset, prepared.methodology->units, moment);
    std::vector<bool> screened;
    const auto columns = columns_at(*prepared.dataset, *prepared.methodology, prepared.tree, units,
                                    moment, screened);
    for (std::size_t leaf = 0; leaf < columns.size(); ++leaf)
      for (std::size_t i = 0; i < columns[leaf].figures.size(); ++i)
        if (columns[leaf].figures.has(i))
          prepared.leaves[leaf].pool.push_back(columns[leaf].figures.values[i]);
  }
}

void append_deductions(Prepared& prepared) {
  for (std::size_t node = 0; node < prepared.tree.nodes.size(); ++node) {
    const GroupRule* group = prepared.tree.nodes[node].group;
    if (!group) continue;
    for (const Deduction& each : group->deductions) {
      ScoreColumn points =
          gather(*prepared.dataset, each.indicator, prepared.units, prepared.moment).figures;
      for (std::size_t i = 0; i < points.size(); ++i) {
        if (!points.has(i)) continue;
        const double taken = std::max(0.0, points.values[i] * each.points_each);
        points.set(i, each.points_max ? std::min(taken, *each.points_max) : taken);
      }
      prepared.deductions.push_back(
          {.deduction = &each, .node = node, .points = std::move(points)});
    }
  }
}

WarningKind warning_of(Flaw flaw) {
  if (flaw == Flaw::no_reference) return WarningKind::no_reference;
  return flaw == Flaw::no_way ? WarningKind::no_way : WarningKind::constant;
}

void fill_points(Prepared& prepared, std::size_t index) {
  PreparedLeaf& leaf = prepared.leaves[index];
  ScoreColumn& points = prepared.points[index];
  if (const auto* rule = std::get_if<IndicatorRule>(&leaf.method->rule)) {
    find_promises(*prepared.dataset, rule->normalisation, prepared.units, prepared.moment, leaf);
    const Flaw flaw =
        normalise_leaf(prepared, index, rule->normalisation, leaf.column.figures, points);
    if (flaw != Flaw::none)
      prepared.warnings.push_back({.kind = warning_of(flaw), .node = leaf.method});
    return;
  }
  leaf.results = leaf_results(*prepared.dataset, *prepared.methodology, *leaf.method,
                              prepared.units, prepared.moment);
  points.reset(prepared.units.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    const LeafResult& result = leaf.results[i];
    if (prepared.screened[i]) continue;
    if (result.score) points.set(i, *result.score);
    else points.clear(i, result.presence);
  }
}

// Left empty where all are of one kind, as nearly always.
void find_peers(Prepared& prepared) {
  for (const UnitId unit : prepared.units)
    prepared.peers.push_back(peers_of((*prepared.dataset)[unit].kind));
  const auto& peers = prepared.peers;
  if (std::adjacent_find(peers.begin(), peers.end(), std::not_equal_to<>()) == peers.end())
    prepared.peers.clear();
}

}  // namespace

std::vector<const MethodNode*> leaves_of(const MethodNode& root) {
  const Tree tree = flatten(root);
  std::vector<const MethodNode*> leaves;
  for (const std::size_t node : tree.leaves) leaves.push_back(tree.nodes[node].method);
  return leaves;
}

Flaw normalise_leaf(const Prepared& prepared, std::size_t index, const Normalisation& method,
                    const ScoreColumn& figures, ScoreColumn& points) {
  const PreparedLeaf& leaf = prepared.leaves[index];
  ColumnContext context{.direction = leaf.column.direction, .pool = leaf.pool, .reference = {},
                        .ways = leaf.ways, .at = prepared.moment.end()};
  if (const auto* distance = std::get_if<DistanceToReference>(&method)) {
    const auto unit = prepared.dataset->find_unit(distance->unit);
    for (std::size_t i = 0; unit && i < prepared.units.size(); ++i)
      if (prepared.units[i] == *unit) context.reference = figures.at(i);
  }
  return normalise(method, figures, context, points);
}

Prepared prepare(const Dataset& dataset, const Methodology& methodology, const Moment& moment) {
  Prepared prepared;
  prepared.dataset = &dataset;
  prepared.methodology = &methodology;
  prepared.moment = moment;
  prepared.tree = flatten(methodology.root);
  prepared.units = participants(dataset, methodology.units, moment);
  find_peers(prepared);
  std::vector<FigureColumn> columns = columns_at(dataset, methodology, prepared.tree,
                                                 prepared.units, moment, prepared.screened);
  prepared.leaves.resize(columns.size());
  for (std::size_t leaf = 0; leaf < columns.size(); ++leaf) {
    prepared.leaves[leaf].method = prepared.tree.nodes[prepared.tree.leaves[leaf]].method;
    prepared.leaves[leaf].column = std::move(columns[leaf]);
  }
  if (methodology.statistics == Statistics::pooled) fill_pools(prepared);
  prepared.points.resize(prepared.leaves.size());
  for (std::size_t leaf = 0; leaf < prepared.leaves.size(); ++leaf) fill_points(prepared, leaf);
  prepared.coverage = coverage_of(prepared);
  append_deductions(prepared);
  return prepared;
}

}  // namespace tiendo
