// The preparation steps over columns of raw figures (prepare.h).
#include <algorithm>
#include <string>

#include "base/overloaded.h"
#include "score/prepare.h"
#include "score/statistics.h"
#include "score/treat.h"

namespace tiendo {
namespace {

struct Preparation {
  const Dataset& dataset;
  const Tree& tree;
  std::span<const UnitId> units;
  const Moment& moment;
  std::vector<FigureColumn>& columns;
  std::vector<bool>& screened;
};

bool is_figures(const Tree& tree, std::size_t leaf) {
  return std::holds_alternative<IndicatorRule>(tree.nodes[tree.leaves[leaf]].method->rule);
}

bool is_asked(const Preparation& steps, std::size_t leaf,
              const std::vector<std::string>& indicators) {
  if (!is_figures(steps.tree, leaf)) return false;
  const auto* rule =
      std::get_if<IndicatorRule>(&steps.tree.nodes[steps.tree.leaves[leaf]].method->rule);
  return indicators.empty() ||
         std::find(indicators.begin(), indicators.end(), rule->indicator) != indicators.end();
}

std::vector<double> present_values(const ScoreColumn& column) {
  std::vector<double> values;
  for (std::size_t i = 0; i < column.size(); ++i)
    if (column.has(i)) values.push_back(column.values[i]);
  return values;
}

std::optional<double> middle_of(Middle middle, std::vector<double> values) {
  return middle == Middle::mean ? mean_of(values) : sample_median(std::move(values));
}

// Whether a unit may be imputed: it has a figure, and a gap in this column.
std::vector<bool> units_with_figures(const Preparation& steps) {
  std::vector<bool> has(steps.units.size(), false);
  for (std::size_t leaf = 0; leaf < steps.columns.size(); ++leaf)
    for (std::size_t i = 0; is_figures(steps.tree, leaf) && i < has.size(); ++i)
      if (steps.columns[leaf].figures.has(i)) has[i] = true;
  return has;
}

bool is_gap(const FigureColumn& column, std::size_t unit) {
  return column.figures.presence[unit] == Presence::absent;
}

void fill(FigureColumn& column, std::size_t unit, double value, Origin origin) {
  column.figures.set(unit, value);
  column.origins[unit] = origin;
}

std::span<const FigureRow> series_of(const Preparation& steps, const FigureColumn& column,
                                  std::size_t unit) {
  if (!column.indicator) return {};
  const auto figures = steps.dataset.figures_of(*column.indicator);
  const auto first = std::partition_point(figures.begin(), figures.end(), [&](const FigureRow& f) {
    return f.unit < steps.units[unit];
  });
  const auto last = std::partition_point(first, figures.end(), [&](const FigureRow& f) {
    return f.unit == steps.units[unit];
  });
  return figures.subspan(first - figures.begin(), last - first);
}

bool is_known(const FigureRow& figure, const Moment& moment) {
  return !moment.as_of || figure.known_day <= day_number(*moment.as_of);
}

int months_to(const FigureRow& figure, Month month) {
  return months_between(month_of(date_of_day_number(figure.last_day)), month);
}

// The figures around the end of the month: the last one by then, the first one after.
struct Neighbours {
  const FigureRow* before = nullptr;
  const FigureRow* after = nullptr;
};

Neighbours neighbours_of(std::span<const FigureRow> series, const Moment& moment) {
  Neighbours found;
  for (const FigureRow& figure : series) {
    if (!is_known(figure, moment)) continue;
    if (figure.last_day <= day_number(moment.end())) found.before = &figure;
    else if (!found.after || figure.last_day == found.after->last_day) found.after = &figure;
  }
  return found;
}

void carry_forward(const Preparation& steps, FigureColumn& column, const CarryForward& rule) {
  for (std::size_t i = 0; i < steps.units.size(); ++i) {
    if (!is_gap(column, i)) continue;
    const FigureRow* last = neighbours_of(series_of(steps, column, i), steps.moment).before;
    if (!last) continue;
    if (rule.age_months_max && months_to(*last, steps.moment.month) > *rule.age_months_max)
      continue;
    fill(column, i, last->value, Origin::carried);
    column.observations[i] = last->observation;
  }
}

void interpolate(const Preparation& steps, FigureColumn& column, const Linear& rule) {
  for (std::size_t i = 0; i < steps.units.size(); ++i) {
    if (!is_gap(column, i)) continue;
    const auto [before, after] = neighbours_of(series_of(steps, column, i), steps.moment);
    if (before && after) {
      const double passed = months_to(*before, steps.moment.month);
      const double whole = passed - months_to(*after, steps.moment.month);
      const double share = whole > 0 ? passed / whole : 0;
      fill(column, i, before->value + (after->value - before->value) * share,
           Origin::interpolated);
    } else if (rule.ends == Ends::nearest && (before || after)) {
      fill(column, i, (before ? before : after)->value, Origin::interpolated);
    }
  }
}

// Of all units, or of those with the same parent as `unit`.
std::vector<double> peer_values(const Preparation& steps, const ScoreColumn& column, Peers peers,
                                std::size_t unit) {
  if (peers == Peers::all) return present_values(column);
  const std::optional<UnitId>& group = steps.dataset[steps.units[unit]].parent;
  std::vector<double> values;
  for (std::size_t i = 0; group && i < column.size(); ++i)
    if (column.has(i) && steps.dataset[steps.units[i]].parent == group)
      values.push_back(column.values[i]);
  return values;
}

void fill_from_peers(const Preparation& steps, FigureColumn& column, const FromPeers& rule,
                     const std::vector<bool>& may) {
  const ScoreColumn original = column.figures;
  const auto of_all = rule.peers == Peers::all
                          ? middle_of(rule.middle, present_values(original))
                          : std::nullopt;
  for (std::size_t i = 0; i < steps.units.size(); ++i) {
    if (!may[i] || !is_gap(column, i)) continue;
    const auto value = rule.peers == Peers::all
                           ? of_all
                           : middle_of(rule.middle, peer_values(steps, original, rule.peers, i));
    if (value) fill(column, i, *value, Origin::imputed);
  }
}

// The min–max space of a column, in its direction.
struct Scale {
  double sign = 1, min = 0, max = 0;
  bool is_empty = true;
};

Scale scale_of(const FigureColumn& column) {
  Scale scale;
  scale.sign = directed(1, column.direction);
  std::vector<double> values = present_values(column.figures);
  if (values.empty()) return scale;
  for (double& value : values) value *= scale.sign;
  const auto [min, max] = std::minmax_element(values.begin(), values.end());
  scale.min = *min;
  scale.max = *max;
  scale.is_empty = false;
  return scale;
}

std::size_t ancestor_of(const Tree& tree, std::size_t leaf, std::optional<int> levels_up) {
  std::size_t node = tree.leaves[leaf];
  for (int level = 0; node != 0 && (!levels_up || level < *levels_up); ++level)
    node = tree.nodes[node].parent;
  return node;
}

void fill_from_row(const Preparation& steps, const FromRow& rule,
                   const std::vector<std::string>& indicators) {
  std::vector<Scale> scales;
  for (const FigureColumn& column : steps.columns) scales.push_back(scale_of(column));
  std::vector<ScoreColumn> original;
  for (const FigureColumn& column : steps.columns) original.push_back(column.figures);
  for (std::size_t leaf = 0; leaf < steps.columns.size(); ++leaf) {
    if (!is_asked(steps, leaf, indicators) || scales[leaf].is_empty) continue;
    const std::size_t ancestor = ancestor_of(steps.tree, leaf, rule.levels_up);
    for (std::size_t i = 0; i < steps.units.size(); ++i) {
      if (!is_gap(steps.columns[leaf], i)) continue;
      std::vector<double> row;
      for (std::size_t other = 0; other < original.size(); ++other) {
        const Scale& scale = scales[other];
        if (!is_figures(steps.tree, other) || !original[other].has(i)) continue;
        if (scale.max == scale.min) continue;
        if (ancestor_of(steps.tree, other, rule.levels_up) != ancestor) continue;
        row.push_back((scale.sign * original[other].values[i] - scale.min) /
                      (scale.max - scale.min));
      }
      const Scale& own = scales[leaf];
      if (const auto middle = middle_of(rule.middle, std::move(row)))
        fill(steps.columns[leaf], i, own.sign * (own.min + *middle * (own.max - own.min)),
             Origin::imputed);
    }
  }
}

void run(const Preparation& steps, const Denominate& rule,
         const std::vector<std::string>& indicators) {
  const FigureColumn by = gather(steps.dataset, rule.by, steps.units, steps.moment);
  for (std::size_t leaf = 0; leaf < steps.columns.size(); ++leaf) {
    if (!is_asked(steps, leaf, indicators)) continue;
    ScoreColumn& figures = steps.columns[leaf].figures;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if (!figures.has(i)) continue;
      if (by.figures.has(i)) figures.set(i, figures.values[i] / by.figures.values[i] * rule.factor);
      else figures.clear(i);
    }
  }
}

void run(const Preparation& steps, const Impute& rule, const std::vector<std::string>& indicators) {
  if (const auto* row = std::get_if<FromRow>(&rule.method))
    return fill_from_row(steps, *row, indicators);
  const std::vector<bool> may = units_with_figures(steps);
  for (std::size_t leaf = 0; leaf < steps.columns.size(); ++leaf) {
    if (!is_asked(steps, leaf, indicators)) continue;
    FigureColumn& column = steps.columns[leaf];
    std::visit(overloaded{
                   [&](const CarryForward& method) { carry_forward(steps, column, method); },
                   [&](const Linear& method) { interpolate(steps, column, method); },
                   [&](const FromPeers& method) { fill_from_peers(steps, column, method, may); },
                   [&](const FromRow&) {},
               },
               rule.method);
  }
}

void run(const Preparation& steps, const Screen& rule, const std::vector<std::string>& indicators) {
  for (std::size_t i = 0; i < steps.units.size(); ++i) {
    double present = 0, total = 0;
    for (std::size_t leaf = 0; leaf < steps.columns.size(); ++leaf) {
      if (!is_asked(steps, leaf, indicators)) continue;
      const Presence presence = steps.columns[leaf].figures.presence[i];
      present += presence == Presence::present ? 1 : 0;
      total += presence != Presence::exempt ? 1 : 0;
    }
    if (total == 0 || present / total >= rule.coverage_min) continue;
    steps.screened[i] = true;
    for (FigureColumn& column : steps.columns)
      if (i < column.figures.size()) column.figures.clear(i);
  }
}

void run(const Preparation& steps, const Treat& rule, const std::vector<std::string>& indicators) {
  for (std::size_t leaf = 0; leaf < steps.columns.size(); ++leaf) {
    if (!is_asked(steps, leaf, indicators)) continue;
    FigureColumn& column = steps.columns[leaf];
    const std::vector<double> treated = treat(rule, present_values(column.figures));
    std::size_t place = 0;
    for (std::size_t i = 0; i < column.figures.size(); ++i) {
      if (!column.figures.has(i)) continue;
      column.treated[i] = treated[place] != column.figures.values[i];
      column.figures.set(i, treated[place++]);
    }
  }
}

}  // namespace

void run_steps(const Dataset& dataset, const Methodology& methodology, const Tree& tree,
               std::span<const UnitId> units, const Moment& moment,
               std::vector<FigureColumn>& columns, std::vector<bool>& screened) {
  const Preparation steps{.dataset = dataset, .tree = tree, .units = units, .moment = moment,
                    .columns = columns, .screened = screened};
  for (const PreparationStep& step : methodology.preparation)
    std::visit([&](const auto& rule) { run(steps, rule, step.indicators); }, step.rule);
}

}  // namespace tiendo
