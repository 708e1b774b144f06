#include "report/promise_chart.h"

#include <algorithm>
#include <array>

#include "base/sort.h"
#include "report/pace.h"

namespace tiendo {

namespace {

constexpr std::array<Ink, 4> inks = {Ink::series, Ink::series_other, Ink::series_third,
                                      Ink::series_fourth};
constexpr std::array<Symbol, 4> symbols = {Symbol::circle, Symbol::square, Symbol::diamond,
                                           Symbol::triangle_up};
constexpr std::size_t units_max = symbols.size();
constexpr int months_around = 2;

bool neighbours(const Period& a, const Period& b) {
  const bool a_year = a.precision == Precision::year, b_year = b.precision == Precision::year;
  if (a_year != b_year) return false;
  if (a_year) return b.last.year - a.last.year <= 1;
  return months_between(month_of(a.last), month_of(b.last)) <= 1;
}

bool is_hedged(const Observation& observation) {
  return observation.qualifier != Qualifier::exact || observation.value_max.has_value();
}

LinePoint point_of(const Scope& scope, ObservationId id) {
  const Dataset& dataset = scope.dataset;
  const Observation& figure = dataset[id];
  const Language language = scope.language;
  return {.at = figure.period.last,
          .value = figure.value,
          .provisional = is_hedged(figure),
          .words = scope.say(Word::indicators_point,
                             {dataset[figure.unit].name.in(language),
                              figure_words(dataset, figure, language), scope.period(figure.period),
                              dataset[figure.indicator].name.in(language)}),
          .href = indicator_href(dataset, figure.indicator, figure.unit, scope.route),
          .value_label = figure_words(dataset, figure, language)};
}

// With a gap where a neighbour in time is missing.
std::vector<LinePoint> points_of(const Scope& scope, IndicatorId measure, UnitId unit) {
  std::vector<LinePoint> points;
  std::optional<ObservationId> before;
  for (const ObservationId id : series_of(scope.dataset, measure, unit, scope.moment)) {
    const Observation& figure = scope.dataset[id];
    if (before && !neighbours(scope.dataset[*before].period, figure.period))
      points.push_back({.at = figure.period.last});
    points.push_back(point_of(scope, id));
    before = id;
  }
  return points;
}

// The ink and the symbol say the unit. The main measure's series are labelled with its name, those
// of another measure are hollow and only their measure is named, in the key.
void add_series(const Scope& scope, IndicatorId measure, bool is_main, UnitId unit,
                std::size_t place, LineChart& chart) {
  const Dataset& dataset = scope.dataset;
  LineSeries series = {.ink = inks[place],
                       .points = points_of(scope, measure, unit),
                       .symbol = symbols[place],
                       .hollow = !is_main};
  if (series.points.empty()) return;
  const auto last = last_figure(dataset, measure, unit, scope.moment);
  if (!is_main) series.key_label = card_name(dataset[measure], scope.language);
  if (is_main && last && dataset[*last].value) {
    series.label = dataset[unit].name.in(scope.language);
    series.value_label = figure_words(dataset, dataset[*last], scope.language);
  }
  chart.series.push_back(std::move(series));
}

void add_all_series(const Scope& scope, const ChartRequest& request, LineChart& chart) {
  for (std::size_t m = 0; m < request.measures.size(); ++m)
    for (std::size_t u = 0; u < std::min(request.units.size(), units_max); ++u)
      add_series(scope, request.measures[m], m == 0, request.units[u], u, chart);
}

// One mark for each date that was promised; restatements of the same date share it.
void add_promises(const Scope& scope, const Promise& promise, LineChart& chart) {
  const Dataset& dataset = scope.dataset;
  for (const TargetId id : promise.chain.promises) {
    const Target& target = dataset[id];
    if (!target.due) continue;
    const std::string who = short_document(dataset, target.evidence.source, scope.language);
    const auto same = std::find_if(
        chart.promises.begin(), chart.promises.end(),
        [&](const LinePromise& earlier) { return earlier.due == *target.due; });
    if (same != chart.promises.end()) {
      same->words += scope.say(Word::indicators_promise_again, {who});
      continue;
    }
    const bool again = !chart.promises.empty() && chart.promises.back().due < *target.due;
    const std::string words = promise_words(dataset, target, scope.language);
    chart.promises.push_back({
        .due = *target.due,
        .value = target.value,
        .label = again ? scope.say(Word::indicators_moved_to, {scope.date(*target.due)}) : words,
        .words = scope.say(Word::indicators_promise_point, {words, who}),
        .href = indicator_href(dataset, target.indicator, scope.route),
    });
  }
  sort_by(chart.promises, [](const LinePromise& a, const LinePromise& b) { return a.due < b.due; });
  if (const auto delay = delay_of(promise, scope.language)) {
    chart.slip_label = scope.say(Word::indicators_slip, {*delay});
  }
}

// What else was promised of the one measure that is drawn: other values, and of other units.
void add_other_promises(const Scope& scope, const ChartRequest& request, LineChart& chart) {
  const Dataset& dataset = scope.dataset;
  if (request.measures.size() > 1) return;
  for (std::uint32_t i = 0; i < dataset.targets().size(); ++i) {
    const Target& target = dataset.targets()[i];
    const bool in_chain = request.promise && target.unit == dataset[request.promise->target].unit &&
                          target.value == dataset[request.promise->target].value;
    const bool drawn = std::find(request.units.begin(), request.units.end(), target.unit) !=
                       request.units.end();
    if (target.indicator != request.measures.front() || !target.due || in_chain || !drawn ||
        !known_at(dataset, target, scope.moment))
      continue;
    const std::string words =
        scope.say(Word::indicators_series, {dataset[target.unit].name.in(scope.language),
                                            promise_words(dataset, target, scope.language)});
    const std::string who = short_document(dataset, target.evidence.source, scope.language);
    chart.other_promises.push_back(
        {.due = *target.due,
         .value = target.value,
         .label = words,
         .words = scope.say(Word::indicators_promise_point, {words, who}),
         .href = indicator_href(dataset, target.indicator, target.unit, scope.route)});
  }
}

// The time axis holds every mark and the moment; the value axis starts at zero unless all figures
// are far above it.
void set_axes(const Scope& scope, const Indicator& indicator, LineChart& chart) {
  std::optional<Date> first, last;
  std::vector<double> values;
  const auto include = [&](Date date, double value) {
    if (!first || date < *first) first = date;
    if (!last || *last < date) last = date;
    values.push_back(value);
  };
  for (const LineSeries& series : chart.series) {
    for (const LinePoint& point : series.points) {
      if (point.value) include(point.at, *point.value);
    }
  }
  for (const auto* promises : {&chart.promises, &chart.other_promises})
    for (const LinePromise& promise : *promises) include(promise.due, promise.value);
  const double low = *std::min_element(values.begin(), values.end());
  const double high = *std::max_element(values.begin(), values.end());
  chart.from = first_day(add_months(month_of(*first), -months_around));
  chart.to = std::max(*last, scope.moment.end());
  const bool far_above_zero = low > high / 2 && !indicator.is_percentage();
  chart.low = far_above_zero ? low - (high - low) / 2 : std::min(low, 0.0);
  chart.high = indicator.is_percentage() ? std::max(high, 100.0) : high;
  if (chart.low == chart.high) chart.high = chart.low + 1;
}

// The straight way from the first figure to the promise: only where the line is held against it and
// had not reached it at the start.
void set_trajectory(const Scope& scope, const ChartRequest& request, LineChart& chart) {
  if (!request.promise || chart.promises.empty() || chart.series.empty()) return;
  const Target& target = scope.dataset[request.promise->target];
  const bool same_unit = !request.units.empty() && target.unit == request.units.front();
  if (!same_unit || request.promise->measure != request.measures.front()) return;
  const LinePoint& first = chart.series.front().points.front();
  const Direction direction = scope.dataset[target.indicator].direction;
  const bool ahead = first.at < chart.promises.back().due;
  chart.trajectory = ahead && first.value && !meets(target, direction, *first.value);
  if (chart.trajectory) chart.trajectory_label = scope.say(Word::indicators_trajectory);
}

// Of the first line, where it is what the promise is held against.
void set_projection(const Scope& scope, const ChartRequest& request, LineChart& chart) {
  if (!request.promise || chart.series.empty()) return;
  const Target& target = scope.dataset[request.promise->target];
  const bool drawn = target.indicator == request.measures.front() && !request.units.empty() &&
                     target.unit == request.units.front();
  if (!drawn) return;
  if (const auto pace = pace_of(scope, *request.promise)) chart.projection = line_ahead(*pace);
}

void set_silence(const Scope& scope, const ChartRequest& request, LineChart& chart) {
  std::optional<ObservationId> last;
  for (const IndicatorId measure : request.measures) {
    for (const UnitId unit : request.units) {
      const auto figure = last_figure(scope.dataset, measure, unit, scope.moment);
      if (!figure) continue;
      const Date as_of = scope.dataset[*figure].period.last;
      if (!last || scope.dataset[*last].period.last < as_of) last = figure;
    }
  }
  if (!last || !silent_since(scope.dataset, *last, scope.moment)) return;
  const Period& period = scope.dataset[*last].period;
  chart.silent_from = first_day(add_months(month_of(period.last), 1));
  chart.silent_to = scope.moment.end();  // of what is to come nobody can be silent yet
  chart.silence_label = scope.say(Word::phrases_no_data_since, {scope.period(period)});
}

}  // namespace

std::optional<LineChart> promise_chart(const Scope& scope, const ChartRequest& request) {
  if (request.measures.empty()) return {};
  const Indicator& indicator = scope.dataset[request.measures.front()];
  LineChart chart;
  chart.language = scope.language;
  chart.unit = short_quantity(indicator, scope.language);
  add_all_series(scope, request, chart);
  if (request.promise) add_promises(scope, *request.promise, chart);
  add_other_promises(scope, request, chart);
  if (chart.series.empty() && chart.promises.empty()) return {};
  set_axes(scope, indicator, chart);
  set_trajectory(scope, request, chart);
  set_projection(scope, request, chart);
  set_silence(scope, request, chart);
  return chart;
}

std::string chart_description(const Scope& scope, const ChartRequest& request,
                              const LineChart& chart) {
  const Dataset& dataset = scope.dataset;
  const std::string comma = scope.say(Word::phrases_comma);
  std::vector<std::string> parts, promised;
  for (const IndicatorId measure : request.measures) {
    for (const UnitId unit : request.units) {
      std::vector<std::string> figures;
      for (const ObservationId id : series_of(scope.dataset, measure, unit, scope.moment)) {
        figures.push_back(scope.say(Word::indicators_figure_as_of,
                                    {figure_words(dataset, dataset[id], scope.language),
                                     scope.period(dataset[id].period)}));
      }
      if (figures.empty()) continue;
      parts.push_back(scope.say(Word::indicators_described_series,
                                {card_name(dataset[measure], scope.language),
                                 dataset[unit].name.in(scope.language), join(figures, comma)}));
    }
  }
  for (const auto* promises : {&chart.promises, &chart.other_promises})
    for (const LinePromise& promise : *promises) promised.push_back(promise.label);
  if (!promised.empty()) {
    parts.push_back(scope.say(Word::indicators_described_promise, {join(promised, comma)}));
  }
  if (chart.projection) parts.push_back(chart.projection->words);
  if (!chart.silence_label.empty()) parts.push_back(chart.silence_label);
  return join(parts, scope.say(Word::indicators_description_between));
}

std::optional<Paragraph> pace_paragraph(const Scope& scope, const std::optional<Promise>& promise,
                                        const LineChart& chart) {
  if (!promise || !chart.projection) return {};
  const auto pace = pace_of(scope, *promise);
  const auto words = pace ? words_ahead(*pace) : std::nullopt;
  if (!words) return {};
  return Paragraph{{plain(*words)}, ParagraphRole::note};
}

std::vector<UnitId> nation_and_groups(const Scope& scope,
                                      const std::vector<IndicatorId>& measures) {
  const Dataset& dataset = scope.dataset;
  std::vector<UnitId> units;
  const auto measured = [&](UnitId unit) {
    return std::any_of(measures.begin(), measures.end(), [&](IndicatorId measure) {
      return !figures_of(dataset, measure, unit, scope.moment).empty();
    });
  };
  for (std::uint32_t i = 0; i < dataset.units().size(); ++i) {
    const UnitKind kind = dataset.units()[i].kind;
    if ((kind != UnitKind::nation && kind != UnitKind::group) || !measured({i})) continue;
    if (kind == UnitKind::nation) units.insert(units.begin(), UnitId{i});
    else units.push_back({i});
  }
  return units;
}

}  // namespace tiendo
