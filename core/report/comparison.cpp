#include "report/comparison.h"

#include <algorithm>
#include <cmath>

#include "base/format.h"

namespace tiendo {
namespace {

// Figures carried over from the earlier month are not compared with themselves.
bool is_comparable(const Scorecard& now, const std::optional<FiguresSpan>& span,
                   const MonthScores& before) {
  if (span && span == before.figures) return false;
  int scored_in_both = 0;
  for (const UnitScore& unit : now.units)
    if (unit.score && before.find(unit.unit)) ++scored_in_both;
  const int scored = now.scored();
  return scored > 0 && scored_in_both >= comparable_share_min * scored;
}

}  // namespace

UnitComparison Comparison::of(UnitId unit) const {
  UnitComparison comparison;
  comparison.now = now->find(unit);
  if (!before) return comparison;
  const UnitScore* then = before->find(unit);
  if (then && then->score) comparison.before = then;
  comparison.change = move_of(comparison.before, comparison.now);
  return comparison;
}

std::optional<ScoreChange> Comparison::why(UnitId unit) const {
  return before ? change_of(*before, *now, unit) : std::nullopt;
}

Comparison compare(const Publication& publication, const Methodology& methodology, UnitKind kind,
                   const Moment& moment) {
  Comparison comparison;
  comparison.now = scorecard_of(publication, methodology, kind, moment);
  const std::optional<FiguresSpan> span = figures_span(*comparison.now);
  const auto history = history_of(publication, methodology, kind, moment.as_of);
  for (auto month = history->rbegin(); month != history->rend(); ++month) {
    if (!(month->month < moment.month) || !is_comparable(*comparison.now, span, *month)) continue;
    comparison.before = scorecard_of(publication, methodology, kind,
                                     {.month = month->month, .as_of = moment.as_of});
    break;
  }
  for (const UnitScore& unit : comparison.now->units)
    if (unit.score) comparison.scored.push_back(comparison.of(unit.unit));
  return comparison;
}

const LeafChange* main_part(const ScoreChange& change) {
  for (const LeafChange& leaf : change.leaves)
    if (leaf.points * change.points > 0) return &leaf;
  return nullptr;
}

std::optional<Reproduction> reproduction_of(const Dataset& dataset, const Scorecard& scorecard) {
  const auto total = dataset.find_indicator(scorecard.methodology->published_total);
  if (!total) return std::nullopt;
  Reproduction reproduction;
  for (const UnitScore& unit : scorecard.units) {
    const auto published = select(dataset, *total, unit.unit, scorecard.moment);
    if (!unit.score || !published) continue;
    if (!reproduction.example) reproduction.example = published;
    ++reproduction.compared;
    const double deviation = std::abs(*unit.score - *dataset[*published].value);
    reproduction.deviation_max = std::max(reproduction.deviation_max, deviation);
  }
  return reproduction;
}

std::string shown_score(const Methodology& methodology, double score, Language language) {
  return format_number(score, methodology.shown_decimals(), language);
}

std::string shown_change(const Methodology& methodology, double points, Language language) {
  return format_number(points, methodology.shown_decimals(), language, Sign::always);
}

}  // namespace tiendo
