// The rules of a methodology in words and signs: each says what score/ does, see the docs there.
#include <cmath>

#include "base/overloaded.h"
#include "report/method_parts.h"

namespace tiendo {
namespace {

// A fraction of a range as points: "100 × …", "10 + 90 × …".
std::string scaled(const Scope& scope, const std::string& fraction, double lower, double upper) {
  const Language language = scope.language;
  if (lower == 0) return scope.say(Word::method_times, {number_words(upper, language), fraction});
  return scope.say(Word::method_shifted, {number_words(lower, language),
                                          number_words(upper - lower, language), fraction});
}

std::string within(const Scope& scope, std::string formula, double most) {
  return scope.say(Word::method_within, {formula, number_words(most, scope.language)});
}

std::string posts_words(const Scope& scope, const Goalposts& posts, bool lower_is_better) {
  const std::string low = number_words(posts.lower, scope.language);
  const std::string high = number_words(posts.upper, scope.language);
  const Word word = lower_is_better    ? Word::method_posts_down
                    : posts.lower == 0 ? Word::method_posts_zero
                                       : Word::method_posts;
  std::string formula = scaled(scope, scope.say(word, {low, high}), 0, posts.factor);
  if (posts.limit == Limit::open) return formula;
  return within(scope, std::move(formula), posts.factor);
}

std::string reference_words(const Scope& scope, const std::string& reference, Limit limit,
                            const PointRange& range, bool lower_is_better) {
  const Word word = lower_is_better ? Word::method_reference_down : Word::method_reference;
  std::string formula = scaled(scope, scope.say(word, {reference}), range.lower, range.upper);
  if (limit == Limit::open) return formula;
  return scope.say(Word::method_at_most, {formula, number_words(range.upper, scope.language)});
}

std::string steps_words(const Scope& scope, const Steps& rule, bool lower_is_better) {
  std::vector<std::string> parts;
  for (const PointStep& step : rule.steps)
    parts.push_back(scope.say(lower_is_better ? Word::method_step_down : Word::method_step,
                              {number_words(step.from, scope.language),
                               number_words(step.points, scope.language)}));
  parts.push_back(scope.say(Word::method_step_otherwise,
                            {number_words(rule.otherwise, scope.language)}));
  return join(parts, scope.say(Word::site_semicolon));
}

std::string unit_name(const Scope& scope, const std::string& key) {
  const std::optional<UnitId> unit = scope.dataset.find_unit(key);
  return unit ? scope.dataset[*unit].name.in(scope.language) : key;
}

std::string indicator_name(const Scope& scope, const std::string& key) {
  const std::optional<IndicatorId> id = scope.dataset.find_indicator(key);
  return id ? card_name(scope.dataset[*id], scope.language) : key;
}

std::string impute_words(const Scope& scope, const Impute& rule) {
  const auto middle = [&](Middle which) {
    return scope.say(which == Middle::mean ? Word::method_mean : Word::method_median);
  };
  return std::visit(
      overloaded{
          [&](const CarryForward& carry) {
            if (!carry.age_months_max) return scope.say(Word::method_carry);
            return scope.count(*carry.age_months_max, Word::method_carry_months_one,
                               Word::method_carry_months);
          },
          [&](const Linear& linear) {
            return scope.say(linear.ends == Ends::nearest ? Word::method_linear_nearest
                                                          : Word::method_linear);
          },
          [&](const FromPeers& peers) {
            return scope.say(peers.peers == Peers::all ? Word::method_from_all
                                                       : Word::method_from_group,
                             {middle(peers.middle)});
          },
          [&](const FromRow& row) {
            return scope.say(Word::method_from_row, {middle(row.middle)});
          },
      },
      rule.method);
}

}  // namespace

std::string number_words(double value, Language language) {
  int decimals = 0;
  for (double scale = 1; decimals < 6; ++decimals, scale *= 10)
    if (std::abs(value * scale - std::round(value * scale)) < 1e-9 * scale) break;
  return format_number(value, decimals, language);
}

std::string formula_words(const Scope& scope, const IndicatorRule& rule) {
  const std::optional<IndicatorId> id = scope.dataset.find_indicator(rule.indicator);
  const bool down = id && scope.dataset[*id].direction == Direction::lower_is_better;
  const auto either = [&](Word up, Word other) { return scope.say(down ? other : up); };
  const std::string range = either(Word::method_range, Word::method_range_down);
  const auto number = [&](double value) { return number_words(value, scope.language); };
  return std::visit(
      overloaded{
          [&](const Goalposts& method) { return posts_words(scope, method, down); },
          [&](const MinMax& method) {
            return scaled(scope, range, method.range.lower, method.range.upper);
          },
          [&](const Attainment& method) {
            return within(scope, scaled(scope, scope.say(Word::method_way), 0, 100), method.cap);
          },
          [&](const Trajectory& method) {
            return within(scope, scaled(scope, scope.say(Word::method_required), 0, 100),
                          method.cap);
          },
          [&](const Share&) { return either(Word::method_share, Word::method_share_down); },
          [&](const ZScore& method) {
            return scope.say(Word::method_shifted,
                             {number(method.mean), number(method.sd),
                              either(Word::method_deviation, Word::method_deviation_down)});
          },
          [&](const PercentileRank& method) {
            return scaled(scope, scope.say(Word::method_percentile), method.range.lower,
                          method.range.upper);
          },
          [&](const Borda&) { return scope.say(Word::method_borda); },
          [&](const Rank&) { return scope.say(Word::method_rank); },
          [&](const FractionOfMax& method) {
            return scaled(scope, either(Word::method_of_max, Word::method_of_max_down),
                          method.range.lower, method.range.upper);
          },
          [&](const DistanceToMax& method) {
            return scaled(scope, range, method.range.lower, method.range.upper);
          },
          [&](const DistanceToReference& method) {
            return reference_words(
                scope, scope.say(Word::method_figure_of, {unit_name(scope, method.unit)}),
                method.limit, method.range, down);
          },
          [&](const DistanceToTarget& method) {
            return reference_words(scope,
                                   method.target ? number(*method.target)
                                                 : scope.say(Word::method_own_target),
                                   method.limit, method.range, down);
          },
          [&](const Steps& method) { return steps_words(scope, method, down); },
      },
      rule.normalisation);
}

std::string formula_words(const Scope& scope, const TargetsRule& rule) {
  return scope.say(Word::method_targets, {number_words(rule.cap, scope.language)});
}

std::string aggregation_words(const Scope& scope, const Aggregation& aggregation) {
  return std::visit(
      overloaded{
          [&](const Arithmetic&) { return scope.say(Word::method_arithmetic); },
          [&](const Geometric&) { return scope.say(Word::method_geometric); },
          [&](const Harmonic&) { return scope.say(Word::method_harmonic); },
          [&](const Power& power) {
            return scope.say(Word::method_power, {number_words(power.exponent, scope.language)});
          },
          [&](const Copeland&) { return scope.say(Word::method_copeland); },
      },
      aggregation);
}

std::string missing_words(const Scope& scope, MissingRule missing) {
  switch (missing) {
    case MissingRule::reweight: return scope.say(Word::method_reweight);
    case MissingRule::zero: return scope.say(Word::method_zero);
    case MissingRule::fail: return scope.say(Word::method_fail);
  }
  return {};
}

std::string step_words(const Scope& scope, const PreparationStep& step) {
  const auto number = [&](double value) { return number_words(value, scope.language); };
  std::string words = std::visit(
      overloaded{
          [&](const Denominate& rule) {
            return scope.say(Word::method_denominate,
                             {indicator_name(scope, rule.by), number(rule.factor)});
          },
          [&](const Impute& rule) { return impute_words(scope, rule); },
          [&](const Screen& rule) {
            return scope.say(Word::method_screen,
                             {percent_words(100 * rule.coverage_min, scope.language)});
          },
          [&](const Treat& rule) {
            return scope.say(rule.second ? Word::method_treat_twice : Word::method_treat,
                             {number(rule.skew_below), number(rule.kurtosis_below),
                              count_words(rule.points_max, scope.language)});
          },
      },
      step.rule);
  if (step.indicators.empty()) return words;
  std::vector<std::string> names;
  for (const std::string& key : step.indicators) names.push_back(indicator_name(scope, key));
  return scope.say(Word::method_only_for, {words, join(names, scope.say(Word::phrases_comma))});
}

}  // namespace tiendo
