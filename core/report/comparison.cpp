#include "report/comparison.h"

#include <algorithm>
#include <cmath>

#include "base/format.h"

namespace tiendo {
namespace {

// Figures carried over from the earlier month are not compared with themselves.
bool is_comparable(const Dataset& dataset, const Scorecard& now, const Scorecard& before) {
  const std::optional<FiguresSpan> span = figures_span(dataset, now);
  if (span && span == figures_span(dataset, before)) return false;
  int scored_in_both = 0;
  for (const UnitScore& unit : now.units) {
    const UnitScore* then = before.find(unit.unit);
    if (unit.score && then && then->score) ++scored_in_both;
  }
  const int scored = now.scored();
  return scored > 0 && scored_in_both >= comparable_share_min * scored;
}

void widen(std::optional<FiguresSpan>& span, Date date) {
  if (!span) {
    span = FiguresSpan{.first = date, .last = date};
    return;
  }
  span->first = std::min(span->first, date);
  span->last = std::max(span->last, date);
}

void widen(std::optional<FiguresSpan>& span, const Dataset& dataset, const TraceNode& node) {
  if (node.contribution && node.observation)
    widen(span, dataset[*node.observation].period.last);
  for (const TraceNode& child : node.children) widen(span, dataset, child);
}

}  // namespace

UnitComparison Comparison::of(UnitId unit) const {
  UnitComparison comparison;
  comparison.now = now.find(unit);
  if (!before) return comparison;
  const UnitScore* then = before->find(unit);
  if (then && then->score) comparison.before = then;
  comparison.change = change_of(*before, now, unit);
  return comparison;
}

std::vector<UnitComparison> Comparison::scored() const {
  std::vector<UnitComparison> all;
  for (const UnitScore& unit : now.units)
    if (unit.score) all.push_back(of(unit.unit));
  return all;
}

Comparison compare(const Publication& publication, const Methodology& methodology,
                   const Moment& moment) {
  const Dataset& dataset = publication.dataset;
  Comparison comparison{.now = score(dataset, methodology, moment), .before = std::nullopt};
  if (comparison.now.scored() == 0) return comparison;
  std::vector<Month> months = scored_months(dataset, methodology);
  for (std::size_t left = months.size(); left > 0; --left) {
    const Month month = months[left - 1];
    if (!(month < moment.month)) continue;
    Scorecard before = score(dataset, methodology, {.month = month, .as_of = moment.as_of});
    if (!is_comparable(dataset, comparison.now, before)) continue;
    comparison.before = std::move(before);
    break;
  }
  return comparison;
}

std::optional<FiguresSpan> figures_span(const Dataset& dataset, const UnitScore& unit) {
  std::optional<FiguresSpan> span;
  if (unit.score) widen(span, dataset, unit.trace);
  return span;
}

const LeafChange* main_part(const ScoreChange& change) {
  for (const LeafChange& leaf : change.leaves)
    if (leaf.points * change.points > 0) return &leaf;
  return nullptr;
}

std::optional<FiguresSpan> figures_span(const Dataset& dataset, const Scorecard& scorecard) {
  std::optional<FiguresSpan> span;
  for (const UnitScore& unit : scorecard.units) {
    const std::optional<FiguresSpan> own = figures_span(dataset, unit);
    if (!own) continue;
    widen(span, own->first);
    widen(span, own->last);
  }
  return span;
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
