// The same indicator of many units: a small line each where there are figures of three periods or
// more, so that their ways can be compared.
#include <algorithm>
#include <map>

#include "base/sort.h"
#include "report/indicators_parts.h"

namespace tiendo {
namespace {

constexpr std::size_t units_min = 8, periods_min = 3;

struct Line { UnitId unit; std::vector<ObservationId> figures; };
using Lines = std::vector<Line>;

std::map<UnitKind, Lines> lines_by_kind(const Scope& scope, IndicatorId indicator) {
  std::map<UnitKind, Lines> groups;
  for (const UnitId unit : scope.dataset.units_observed(indicator)) {
    const UnitKind kind = scope.dataset[unit].kind;
    if (kind == UnitKind::nation || kind == UnitKind::group) continue;
    std::vector<ObservationId> figures = series_of(scope.dataset, indicator, unit, scope.moment);
    if (figures.size() >= periods_min)
      groups[peers_of(kind)].push_back({unit, std::move(figures)});
  }
  return groups;
}

double last_value(const Scope& scope, const Line& line) {
  return *scope.dataset[line.figures.back()].value;
}

double change_of(const Scope& scope, const Line& line) {
  return last_value(scope, line) - *scope.dataset[line.figures.front()].value;
}

SmallMultiple panel_of(const Scope& scope, IndicatorId indicator, const Line& line) {
  const Dataset& dataset = scope.dataset;
  const Observation& last = dataset[line.figures.back()];
  const std::string& name = dataset[line.unit].name.in(scope.language);
  const Observation& first = dataset[line.figures.front()];
  return {.label = name,
          .value_label = figure_number(dataset, last, scope.language),
          .points = points_with_gaps(scope, line.figures),
          .ink = chosen_unit(scope) == line.unit ? Ink::accent : Ink::series,
          .words = scope.say(Word::indicators_panel,
                             {name, figure_words(dataset, first, scope.language),
                              scope.period(first.period),
                              figure_words(dataset, last, scope.language),
                              scope.period(last.period)}),
          .href = indicator_href(dataset, indicator, line.unit, scope.route)};
}

// The axes hold every point; from zero, unless all lie far above it.
void set_axes(const Scope& scope, const Indicator& indicator, const Lines& lines,
              SmallMultiples& chart) {
  std::optional<double> low, high;
  chart.from = scope.dataset[lines.front().figures.front()].period.last;
  chart.to = chart.from;
  for (const Line& line : lines)
    for (const ObservationId id : line.figures) {
      const Observation& figure = scope.dataset[id];
      low = low ? std::min(*low, *figure.value) : *figure.value;
      high = high ? std::max(*high, *figure.value) : *figure.value;
      chart.from = std::min(chart.from, figure.period.last);
      chart.to = std::max(chart.to, figure.period.last);
    }
  const bool far_above_zero = *low > *high / 2 && !indicator.is_percentage();
  chart.low = far_above_zero ? *low - (*high - *low) / 4 : std::min(*low, 0.0);
  chart.high = indicator.is_percentage() ? std::max(*high, 100.0) : *high;
  if (chart.low == chart.high) chart.high = chart.low + 1;
}

std::string title_of(const Scope& scope, const Lines& lines) {
  const auto less = [&](const Line& a, const Line& b) {
    return std::abs(change_of(scope, a)) < std::abs(change_of(scope, b));
  };
  const auto rose = std::count_if(lines.begin(), lines.end(), [&](const Line& line) {
    return change_of(scope, line) > 0;
  });
  const Line& example = *std::max_element(lines.begin(), lines.end(), less);
  const Observation& first = scope.dataset[example.figures.front()];
  const Observation& last = scope.dataset[example.figures.back()];
  const Indicator& indicator = scope.dataset[first.indicator];
  const int decimals = std::max(indicator.decimals, std::min(last.printed_decimals, 2));
  return scope.say(Word::indicators_multiples_title,
                   {count_words(rose, scope.language),
                    count_words(static_cast<long>(lines.size()), scope.language),
                    scope.dataset[example.unit].name.in(scope.language),
                    format_number(*first.value, decimals, scope.language),
                    quantity_words(indicator, *last.value, decimals, scope.language)});
}

Card card_of(const Scope& scope, IndicatorId id, Lines lines) {
  const Indicator& indicator = scope.dataset[id];
  const double sign = indicator.direction == Direction::lower_is_better ? -1 : 1;
  sort_by(lines, [&](const Line& a, const Line& b) {
    return sign * last_value(scope, a) > sign * last_value(scope, b);
  });
  SmallMultiples chart{.unit = short_quantity(indicator, scope.language),
                       .language = scope.language};
  set_axes(scope, indicator, lines, chart);
  const auto promise = main_promise(scope.dataset, id, scope.moment);
  const bool of_nation =
      promise && scope.dataset[scope.dataset[promise->target].unit].kind == UnitKind::nation &&
      promise->measure == id;
  if (of_nation) {
    chart.target = scope.dataset[promise->target].value;
    chart.target_label = promised_value(scope.dataset, *promise, scope.language);
  }
  for (const Line& line : lines) chart.panels.push_back(panel_of(scope, id, line));
  Card card{.title = title_of(scope, lines),
            .subtitle = scope.say(Word::indicators_multiples_subtitle)};
  const std::string& best = scope.dataset[lines.front().unit].name.in(scope.language);
  card.blocks.push_back(
      {Figure{.chart = std::move(chart), .title = card.title,
              .description = scope.say(Word::indicators_multiples_description,
                                       {count_words(static_cast<long>(lines.size()),
                                                    scope.language), best})}});
  return card;
}

}  // namespace

// A step more than half as long again as the usual one is a gap: something was not published.
std::vector<LinePoint> points_with_gaps(const Scope& scope,
                                        const std::vector<ObservationId>& figures) {
  std::vector<long> days, steps;
  for (const ObservationId id : figures) {
    days.push_back(day_number(scope.dataset[id].period.last));
    if (days.size() > 1) steps.push_back(days.back() - days[days.size() - 2]);
  }
  sort_by(steps, [](long a, long b) { return a < b; });
  const long usual = steps.empty() ? 0 : steps[steps.size() / 2];
  std::vector<LinePoint> points;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Observation& figure = scope.dataset[figures[i]];
    if (i > 0 && 2 * (days[i] - days[i - 1]) > 3 * usual)
      points.push_back({.at = date_of_day_number((days[i] + days[i - 1]) / 2)});
    const bool hedged = figure.qualifier != Qualifier::exact || figure.value_max.has_value();
    points.push_back({.at = figure.period.last, .value = figure.value, .provisional = hedged});
  }
  return points;
}

std::vector<Card> multiples_cards(const Scope& scope, IndicatorId indicator) {
  std::vector<Card> cards;
  for (auto& [kind, lines] : lines_by_kind(scope, indicator))
    if (lines.size() >= units_min) cards.push_back(card_of(scope, indicator, std::move(lines)));
  return cards;
}

}  // namespace tiendo
