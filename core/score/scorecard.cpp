#include "score/scorecard.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "base/check.h"
#include "score/rank.h"

namespace tiendo {
namespace {

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

void append_warnings(const Scoring& scoring, std::vector<ScoreWarning>& warnings) {
  const Prepared& prepared = scoring.prepared();
  warnings = prepared.warnings;
  for (const KernelWarning& warning : scoring.scores().warnings)
    warnings.push_back({.kind = WarningKind::not_positive,
                        .node = prepared.tree.nodes[warning.node].method});
}

// The rows of the columns, kind by kind by rank, the unranked of a kind last. Ranks are places
// already, so nothing is compared: of those that share one, each takes the next.
std::vector<std::uint32_t> rows_in_order(const Prepared& prepared,
                                         const std::vector<std::uint32_t>& ranks) {
  const auto kind_of_row = [&](std::uint32_t row) {
    return prepared.peers.empty() ? 0 : static_cast<std::size_t>(prepared.peers[row]);
  };
  const auto rows = static_cast<std::uint32_t>(ranks.size());
  std::array<std::uint32_t, unit_kind_count + 1> first{};
  std::array<std::uint32_t, unit_kind_count> unranked{};
  for (std::uint32_t row = 0; row < rows; ++row) {
    ++first[kind_of_row(row) + 1];
    unranked[kind_of_row(row)] += ranks[row] > 0;
  }
  for (std::size_t kind = 0; kind < unit_kind_count; ++kind) {
    first[kind + 1] += first[kind];
    unranked[kind] += first[kind];
  }
  std::vector<std::uint32_t> order(rows), sharing(rows, 0);
  for (std::uint32_t row = 0; row < rows; ++row) {
    const std::size_t kind = kind_of_row(row);
    const std::uint32_t place = first[kind] + ranks[row] - 1;
    order[ranks[row] > 0 ? place + sharing[place]++ : unranked[kind]++] = row;
  }
  return order;
}

void place_units(Scorecard& card) {
  card.places.assign(card.scoring->prepared().units.size(), nowhere);
  for (std::uint32_t place = 0; place < card.units.size(); ++place)
    card.places[card.units[place].row] = place;
}

Scorecard card_of(std::shared_ptr<const Scoring> scoring, const Methodology& methodology) {
  const Prepared& prepared = scoring->prepared();
  Scorecard card{.methodology = &methodology, .moment = prepared.moment};
  append_warnings(*scoring, card.warnings);
  const ScoreColumn& total = scoring->column(0);
  RankingSpace space;
  std::vector<std::uint32_t> ranks;
  rank_column(total, prepared.peers, methodology.rank_decimals, space, ranks);
  card.units.reserve(prepared.units.size());
  for (const std::uint32_t row : rows_in_order(prepared, ranks)) {
    UnitScore unit{.unit = prepared.units[row], .row = row, .score = total.at(row),
                   .presence = total.presence[row], .coverage = prepared.coverage[row],
                   .scoring = scoring.get()};
    if (unit.score) {
      unit.rank = static_cast<int>(ranks[row]);
      unit.band = band_of(*unit.score, methodology);
      UnitScore* before = card.units.empty() ? nullptr : &card.units.back();
      unit.tied = before && before->rank == unit.rank &&
                  (prepared.peers.empty() || prepared.peers[before->row] == prepared.peers[row]);
      if (unit.tied) before->tied = true;
    }
    card.units.push_back(std::move(unit));
  }
  card.scoring = std::move(scoring);
  place_units(card);
  return card;
}

// What is owned is scored inside of the columns, by weights of its own.
bool weighs_owned_alike(const Tree& a, const Tree& b) {
  for (std::size_t leaf = 0; leaf < a.leaves.size(); ++leaf) {
    const auto* owned = std::get_if<OwnedRule>(&a.nodes[a.leaves[leaf]].method->rule);
    const auto* other = std::get_if<OwnedRule>(&b.nodes[b.leaves[leaf]].method->rule);
    if (!owned || owned->each.empty()) continue;
    check(other && other->each.size() == owned->each.size());
    if (flatten(owned->each.front()).weights() != flatten(other->each.front()).weights())
      return false;
  }
  return true;
}

void widen(std::optional<FiguresSpan>& span, Date date) {
  if (!span) span = FiguresSpan{.first = date, .last = date};
  span->first = std::min(span->first, date);
  span->last = std::max(span->last, date);
}

void widen(std::optional<FiguresSpan>& span, const UnitScore& unit, std::size_t leaf) {
  const Prepared& prepared = unit.scoring->prepared();
  const auto& observations = prepared.leaves[leaf].column.observations;
  if (observations.empty() || !observations[unit.row]) return;
  if (!unit.scoring->counts(prepared.tree.leaves[leaf], unit.row)) return;
  widen(span, prepared.dataset->observations().last_day(observations[unit.row]->index));
}

}  // namespace

const UnitScore* Scorecard::find(UnitId unit) const {
  const std::vector<UnitId>& known = scoring->prepared().units;
  // Units of a kind mostly stand together in their table.
  std::size_t row = known.empty() ? 0 : unit.index - known.front().index;
  if (row >= known.size() || !(known[row] == unit))
    row = static_cast<std::size_t>(std::lower_bound(known.begin(), known.end(), unit) -
                                   known.begin());
  if (row == known.size() || !(known[row] == unit) || places[row] == nowhere) return nullptr;
  return &units[places[row]];
}

int Scorecard::scored() const {
  return static_cast<int>(std::count_if(units.begin(), units.end(), [](const UnitScore& unit) {
    return unit.score.has_value();
  }));
}

Scorecard score(const Dataset& dataset, const Methodology& methodology, const Moment& moment) {
  auto columns = std::make_shared<const Prepared>(prepare(dataset, methodology, moment));
  std::vector<double> weights = columns->tree.weights();
  return card_of(std::make_shared<const Scoring>(std::move(columns), std::move(weights)),
                 methodology);
}

Scorecard score_with(const Scorecard& card, const Methodology& own) {
  const Prepared& prepared = card.scoring->prepared();
  const Tree tree = flatten(own.root);
  check(tree.nodes.size() == prepared.tree.nodes.size());
  if (!weighs_owned_alike(prepared.tree, tree))
    return score(*prepared.dataset, own, prepared.moment);
  return card_of(std::make_shared<const Scoring>(card.scoring->columns(), tree.weights()), own);
}

Scorecard only_peers(Scorecard card, UnitKind kind) {
  const Prepared& prepared = card.scoring->prepared();
  const auto is_other = [&](const UnitScore& unit) {
    return peers_of((*prepared.dataset)[unit.unit].kind) != peers_of(kind);
  };
  if (card.units.empty() || (prepared.peers.empty() && !is_other(card.units.front()))) return card;
  std::erase_if(card.units, is_other);
  card.figures.reset();
  place_units(card);
  return card;
}

std::optional<FiguresSpan> figures_span(const UnitScore& unit) {
  std::optional<FiguresSpan> span;
  for (std::size_t leaf = 0; unit.score && leaf < unit.scoring->prepared().leaves.size(); ++leaf)
    widen(span, unit, leaf);
  return span;
}

std::optional<FiguresSpan> figures_span(const Scorecard& card) {
  if (card.figures) return *card.figures;
  std::optional<FiguresSpan> span;
  for (std::size_t leaf = 0; leaf < card.scoring->prepared().leaves.size(); ++leaf)
    for (const UnitScore& unit : card.units)
      if (unit.score) widen(span, unit, leaf);
  card.figures = span;
  return span;
}

}  // namespace tiendo
