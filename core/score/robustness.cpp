#include "score/robustness.h"

#include <algorithm>
#include <cmath>

#include "base/sort.h"
#include "score/statistics.h"

namespace tiendo {
namespace {

// SplitMix64's output function (G. Steele, D. Lea, C. Flood, 2014): a bijection that scatters bits.
std::uint64_t mix(std::uint64_t z) {
  z += 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

double half_unit(int decimals) {
  double unit = 0.5;
  for (int i = 0; i < decimals; ++i) unit /= 10;
  return unit;
}

// How often each rank came up, of sorted ranks.
std::vector<double> shares_of(const std::vector<double>& ranks) {
  std::vector<double> shares(static_cast<std::size_t>(ranks.back()), 0.0);
  for (const double rank : ranks) shares[static_cast<std::size_t>(rank) - 1] += 1;
  for (double& share : shares) share /= static_cast<double>(ranks.size());
  return shares;
}

const IndicatorRule* indicator_rule(const PreparedLeaf& leaf) {
  return std::get_if<IndicatorRule>(&leaf.method->rule);
}

}  // namespace

Robustness::Robustness(const Dataset& dataset, const Methodology& methodology,
                       const Moment& moment, const RobustnessSettings& settings)
    : prepared_(prepare(dataset, methodology, moment)),
      settings_(settings),
      own_weights_(prepared_.tree.weights()) {
  const Uncertainty& uncertainty = methodology.uncertainty;
  raw_.resize(prepared_.leaves.size());
  half_units_.resize(prepared_.leaves.size());
  for (std::size_t leaf = 0; leaf < raw_.size(); ++leaf) {
    const IndicatorRule* rule = indicator_rule(prepared_.leaves[leaf]);
    if (!rule || uncertainty.rounding == Rounding::kept) continue;
    raw_[leaf] = gather(dataset, rule->indicator, prepared_.units, moment);
    for (const auto& id : raw_[leaf].observations)
      half_units_[leaf].push_back(id ? half_unit(dataset[*id].printed_decimals) : 0);
  }
  varied_figures_ = raw_;
  if (uncertainty.rounding == Rounding::kept) prepare_choices();
  evaluate(prepared_.input(own_weights_), scores_);
  rank_column(column_of(prepared_.input(own_weights_), scores_, 0), prepared_.peers,
              methodology.rank_decimals, space_, published_);
}

// Of figures that never move, once for all runs.
void Robustness::prepare_choices() {
  std::vector<FigureColumn> columns;
  for (const PreparedLeaf& leaf : prepared_.leaves) columns.push_back(leaf.column);
  choices_.resize(choice_count());
  choices_[0] = prepared_.points;
  for (std::size_t choice = 1; choice < choices_.size(); ++choice)
    normalise_all(choice, columns, choices_[choice]);
}

double Robustness::draw(int run, UncertaintySource source, const Streams& streams,
                        std::uint64_t place) const {
  const auto index = static_cast<std::uint64_t>(source);
  const auto stream = static_cast<std::uint64_t>(streams[static_cast<std::size_t>(source)]);
  const std::uint64_t of_run = mix(settings_.seed ^ mix(static_cast<std::uint64_t>(run)));
  const std::uint64_t bits = mix(of_run ^ mix(place << 8 | index << 1 | stream));
  return static_cast<double>(bits >> 11) * 0x1p-53;
}

std::size_t Robustness::choose(int run, UncertaintySource source, const Streams& streams,
                               std::size_t count) const {
  const double place = draw(run, source, streams, 0) * static_cast<double>(count);
  return std::min(static_cast<std::size_t>(place), count - 1);
}

void Robustness::normalise_all(std::size_t choice, const std::vector<FigureColumn>& columns,
                               std::vector<ScoreColumn>& points) const {
  points.resize(columns.size());
  for (std::size_t leaf = 0; leaf < columns.size(); ++leaf) {
    const IndicatorRule* rule = indicator_rule(prepared_.leaves[leaf]);
    if (!rule) {
      points[leaf] = prepared_.points[leaf];
      continue;
    }
    const auto& alternatives = prepared_.methodology->uncertainty.normalisations;
    const Normalisation& method = choice == 0 ? rule->normalisation : alternatives[choice - 1];
    normalise_leaf(prepared_, leaf, method, columns[leaf].figures, points[leaf]);
  }
}

void Robustness::vary_rounding(int run, const Streams& streams, std::size_t choice) {
  std::vector<FigureColumn>& columns = varied_figures_;
  const std::size_t units = prepared_.units.size();
  for (std::size_t leaf = 0; leaf < columns.size(); ++leaf) {
    columns[leaf].figures = raw_[leaf].figures;
    for (std::size_t i = 0; i < columns[leaf].figures.size(); ++i) {
      if (!columns[leaf].figures.has(i)) continue;
      const double u = draw(run, UncertaintySource::rounding, streams, leaf * units + i);
      columns[leaf].figures.values[i] += (2 * u - 1) * half_units_[leaf][i];
    }
  }
  std::vector<bool> screened(units, false);
  run_steps(*prepared_.dataset, *prepared_.methodology, prepared_.tree, prepared_.units,
            prepared_.moment, columns, screened);
  normalise_all(choice, columns, varied_);
}

const std::vector<ScoreColumn>& Robustness::points_of(int run, const Streams& streams) {
  const std::size_t choice =
      choose(run, UncertaintySource::normalisation, streams, choice_count());
  if (prepared_.methodology->uncertainty.rounding == Rounding::kept) return choices_[choice];
  vary_rounding(run, streams, choice);
  return varied_;
}

void Robustness::simulate(int run, const Streams& streams) {
  const Uncertainty& uncertainty = prepared_.methodology->uncertainty;
  weights_ = own_weights_;
  for (std::size_t node = 0; node < weights_.size(); ++node) {
    const double u = draw(run, UncertaintySource::weights, streams, node);
    weights_[node] *= 1 + (2 * u - 1) * uncertainty.weight_share;
  }
  const std::size_t aggregation = choose(run, UncertaintySource::aggregation, streams,
                                         uncertainty.aggregations.size() + 1);
  const std::size_t missing =
      choose(run, UncertaintySource::missing, streams, uncertainty.missing.size() + 1);
  KernelInput input{.tree = prepared_.tree, .leaves = points_of(run, streams),
                    .deductions = prepared_.deductions, .weights = weights_};
  if (aggregation > 0) input.aggregation = &uncertainty.aggregations[aggregation - 1];
  if (missing > 0) input.missing = uncertainty.missing[missing - 1];
  evaluate(input, scores_);
  rank_column(column_of(input, scores_, 0), prepared_.peers, prepared_.methodology->rank_decimals,
              space_, ranks_);
}

bool Robustness::advance(int runs) {
  for (int left = runs; left > 0 && done_ < settings_.runs; --left) {
    simulate(done_, {});
    history_.push_back(ranks_);
    ++done_;
  }
  return done_ < settings_.runs;
}

std::vector<UnitRobustness> Robustness::table() const {
  std::vector<UnitRobustness> table;
  for (std::size_t i = 0; i < prepared_.units.size(); ++i) {
    UnitRobustness unit;
    unit.unit = prepared_.units[i];
    if (published_[i] > 0) unit.rank = static_cast<int>(published_[i]);
    std::vector<double> ranks;
    int top = 0;
    for (const auto& run : history_) {
      if (run[i] == 0) continue;
      ranks.push_back(run[i]);
      top += static_cast<int>(run[i]) <= settings_.top ? 1 : 0;
    }
    unit.ranked = static_cast<int>(ranks.size());
    if (!ranks.empty()) {
      std::sort(ranks.begin(), ranks.end());
      unit.low = quantile_of(ranks, 0.05);
      unit.lower_quartile = quantile_of(ranks, 0.25);
      unit.median = quantile_of(ranks, 0.5);
      unit.upper_quartile = quantile_of(ranks, 0.75);
      unit.high = quantile_of(ranks, 0.95);
      if (prepared_.units.size() <= units_with_shares_max) unit.shares = shares_of(ranks);
      unit.top_share = static_cast<double>(top) / static_cast<double>(unit.ranked);
    }
    table.push_back(unit);
  }
  sort_by(table, [](const UnitRobustness& a, const UnitRobustness& b) {
    return ranks_before(a.rank, b.rank);
  });
  return table;
}

RankStudy Robustness::study() const {
  return {.methodology = prepared_.methodology->id, .month = prepared_.moment.month,
          .as_of = prepared_.moment.as_of, .runs = done_, .top = settings_.top,
          .seed = settings_.seed, .units = table()};
}

double Robustness::mean_shift(int run, const Streams& streams) {
  simulate(run, streams);
  double sum = 0, count = 0;
  for (std::size_t i = 0; i < ranks_.size(); ++i) {
    if (ranks_[i] == 0 || published_[i] == 0) continue;
    sum += std::abs(static_cast<double>(ranks_[i]) - static_cast<double>(published_[i]));
    ++count;
  }
  return count > 0 ? sum / count : 0;
}

std::optional<std::vector<SourceShare>> Robustness::shares(int runs) {
  Streams second;
  second.fill(Stream::second);
  std::vector<double> a, b, all;
  for (int run = 0; run < runs; ++run) {
    a.push_back(mean_shift(run, {}));
    b.push_back(mean_shift(run, second));
  }
  all = a;
  all.insert(all.end(), b.begin(), b.end());
  const std::optional<double> sd = sd_of(all);
  if (!sd) return {};
  const double variance = *sd * *sd;
  std::vector<SourceShare> shares;
  for (std::size_t source = 0; source < uncertainty_source_count; ++source) {
    Streams mixed{};
    mixed[source] = Stream::second;
    Sum first, total;
    for (int run = 0; run < runs; ++run) {
      const auto at = static_cast<std::size_t>(run);
      const double both = mean_shift(run, mixed);
      first.add(b[at] * (both - a[at]));
      total.add((a[at] - both) * (a[at] - both));
    }
    shares.push_back({.source = static_cast<UncertaintySource>(source),
                      .first_order = first.value() / runs / variance,
                      .total_effect = total.value() / (2.0 * runs) / variance});
  }
  return shares;
}

}  // namespace tiendo
