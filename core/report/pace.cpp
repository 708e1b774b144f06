#include "report/pace.h"

#include <algorithm>

namespace tiendo {
namespace {

constexpr int figures_past_due_min = 4;

// How far the line is followed: to the day of the promise, or until it is kept.
struct Ahead {
  Observation latest;
  Date to;
  bool in_time = false;

  double at_end(double per_month) const {
    const auto days = static_cast<double>(days_between(latest.period.last, to));
    return *latest.value + per_month * days / days_per_month;
  }
};

std::optional<Ahead> ahead_of(const Pace& pace) {
  if (!pace.projection.needed_per_month) return {};
  const Date due = *pace.target().due;
  const std::optional<Date>& reached = pace.projection.reached;
  const bool in_time = reached && *reached <= due;
  return Ahead{.latest = pace.scope.dataset[pace.projection.trend.latest],
               .to = in_time ? *reached : due, .in_time = in_time};
}

std::string value_words(const Pace& pace, double value) {
  const Indicator& indicator = pace.indicator();
  const int decimals = indicator.is_percentage() ? std::max(indicator.decimals, 1) : 0;
  return quantity_words(indicator, value, decimals, pace.scope.language);
}

double end_value(const Pace& pace, const Ahead& ahead) {
  return ahead.in_time ? pace.target().value : ahead.at_end(pace.projection.trend.per_month);
}

}  // namespace

std::string Pace::signed_words(double per_month) const {
  const int decimals = std::max(indicator().decimals, 1) + 1;
  const std::string number = format_number(per_month, decimals, scope.language, Sign::always);
  const std::string quantity = indicator().is_percentage()
                                   ? scope.say(Word::indicators_percent_points)
                                   : short_quantity(indicator(), scope.language);
  return quantity.empty() ? number : number + " " + quantity;
}

std::optional<Pace> pace_of(const Scope& scope, const Promise& promise) {
  if (promise.standing.status == TargetStatus::achieved) return {};
  const auto projection = projection_of(scope.dataset, promise.target, scope.moment);
  if (!projection) return {};
  // Past its date a promise is judged; where a few figures lead from there would only soften it.
  const auto due = scope.dataset[promise.target].due;
  const bool past = due && *due <= scope.moment.end();
  if (past && projection->trend.figures < figures_past_due_min) return {};
  return Pace{scope, promise, *projection};
}

std::optional<LineProjection> line_ahead(const Pace& pace) {
  const std::optional<Ahead> ahead = ahead_of(pace);
  if (!ahead) return {};
  const Scope& scope = pace.scope;
  const Trend& trend = pace.projection.trend;
  LineProjection line{.from = ahead->latest.period.last, .to = ahead->to,
                      .value = *ahead->latest.value, .end = end_value(pace, *ahead)};
  const std::string end = value_words(pace, line.end);
  line.label = ahead->in_time
                   ? scope.say(Word::indicators_pace_line_in_time,
                               {format_month(month_of(ahead->to), scope.language)})
                   : scope.say(Word::indicators_pace_line, {end});
  line.words = scope.say(Word::indicators_pace_point,
                         {pace.signed_words(trend.per_month), end, scope.date(ahead->to)});
  line.href = indicator_href(scope.dataset, pace.target().indicator, scope.route);
  if (!trend.low_per_month || !trend.high_per_month) {
    line.words += scope.say(Word::indicators_pace_point_two);
    return line;
  }
  line.low = ahead->at_end(*trend.low_per_month);
  line.high = ahead->at_end(*trend.high_per_month);
  line.words += scope.say(Word::indicators_pace_point_interval,
                          {value_words(pace, *line.low), value_words(pace, *line.high)});
  return line;
}

std::optional<std::string> words_ahead(const Pace& pace) {
  const std::optional<Ahead> ahead = ahead_of(pace);
  if (!ahead) return {};
  const Scope& scope = pace.scope;
  const std::string rate = pace.signed_words(pace.projection.trend.per_month);
  const std::string end = value_words(pace, end_value(pace, *ahead));
  if (ahead->in_time)
    return scope.say(Word::indicators_pace_ahead_in_time,
                     {rate, end, format_month_in_words(month_of(ahead->to), scope.language)});
  return scope.say(Word::indicators_pace_ahead,
                   {rate, scope.date(ahead->to), end,
                    pace.signed_words(*pace.projection.needed_per_month)});
}

}  // namespace tiendo
