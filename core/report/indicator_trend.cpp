// At this pace, when? The pace of the published figures, with its interval, when it would reach the
// promise and what would be needed to be in time. It promises nothing, and says so.
#include "report/indicators_parts.h"
#include "report/pace.h"

namespace tiendo {
namespace {

std::string month_words(const Pace& pace, Date date) {
  return format_month_in_words(month_of(date), pace.scope.language);
}

// The interval holds paces that lead to the promise and paces that lead away from it.
bool is_open(const Trend& trend) {
  return trend.low_per_month && trend.high_per_month && *trend.low_per_month <= 0 &&
         *trend.high_per_month >= 0;
}

std::string title_of(const Pace& pace) {
  const Scope& scope = pace.scope;
  const Target& target = pace.target();
  const std::string value = promised_value(scope.dataset, pace.promise, scope.language);
  if (is_open(pace.projection.trend)) return scope.say(Word::indicators_pace_open, {value});
  if (!pace.projection.reached) return scope.say(Word::indicators_pace_never, {value});
  const Date reached = *pace.projection.reached;
  if (!target.due)
    return scope.say(Word::indicators_pace_reaches, {value, month_words(pace, reached)});
  if (reached <= *target.due)
    return scope.say(Word::indicators_pace_in_time, {value, month_words(pace, reached)});
  const int months = months_between(month_of(*target.due), month_of(reached));
  const std::string late =
      months > 0 ? scope.count(months, Word::phrases_months_one, Word::phrases_months)
                 : delay_words(*target.due, reached, scope.language);
  return scope.say(Word::indicators_pace_late, {value, month_words(pace, reached), late});
}

std::string interval_words(const Pace& pace) {
  const Scope& scope = pace.scope;
  const Trend& trend = pace.projection.trend;
  if (!trend.low_per_month || !trend.high_per_month)
    return scope.say(Word::indicators_pace_no_interval);
  return scope.say(Word::indicators_pace_interval, {pace.signed_words(*trend.low_per_month),
                                                    pace.signed_words(*trend.high_per_month)});
}

std::string reached_words(const Pace& pace) {
  const Scope& scope = pace.scope;
  const Projection& projection = pace.projection;
  if (!projection.reached) return scope.say(Word::indicators_pace_not_reached);
  if (!projection.trend.low_per_month) return month_words(pace, *projection.reached);
  const auto end = [&](const std::optional<Date>& date) {
    return date ? month_words(pace, *date) : scope.say(Word::indicators_pace_not_reached);
  };
  return scope.say(Word::indicators_pace_between, {month_words(pace, *projection.reached),
                                                   end(projection.earliest),
                                                   end(projection.latest)});
}

}  // namespace

std::optional<Card> projection_card(const Scope& scope, const std::optional<Promise>& promise) {
  if (!promise) return std::nullopt;
  const std::optional<Pace> found = pace_of(scope, *promise);
  if (!found) return std::nullopt;
  const Pace& pace = *found;
  const Projection& projection = pace.projection;
  const Target& target = pace.target();
  Card card{.title = title_of(pace), .subtitle = scope.say(Word::indicators_pace_subtitle)};
  Terms terms;
  const auto add = [&](Word name, std::string value) {
    terms.terms.push_back({.name = scope.say(name), .value = {plain(std::move(value))}});
  };
  add(Word::indicators_pace,
      scope.count(projection.trend.figures, Word::indicators_pace_of_one,
                  Word::indicators_pace_of, {pace.signed_words(projection.trend.per_month)}));
  add(Word::indicators_pace_interval_name, interval_words(pace));
  add(Word::indicators_pace_reached, reached_words(pace));
  if (projection.needed_per_month)
    add(Word::indicators_pace_needed,
        scope.say(Word::indicators_pace_needed_by,
                  {pace.signed_words(*projection.needed_per_month), scope.date(*target.due)}));
  card.blocks.push_back({std::move(terms)});
  card.blocks.push_back({Paragraph{.words = {plain(scope.say(Word::indicators_pace_note))},
                                   .role = ParagraphRole::note}});
  return card;
}

}  // namespace tiendo
