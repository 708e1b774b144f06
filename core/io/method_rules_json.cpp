#include "io/method_rules_json.h"

#include <cmath>
#include <utility>

namespace tiendo::io {
namespace {

constexpr int age_months_limit = 1200;
constexpr int count_limit = 1'000'000;

int integer_from(const JsonCursor& json, const char* name, int least, int most, int otherwise) {
  const int value = json.integer(name).value_or(otherwise);
  if (value >= least && value <= most) return value;
  report_range(json, name, least, most);
  return otherwise;
}

std::optional<int> age_of(const JsonCursor& json, const char* name) {
  if (!json.has(name)) return {};
  return integer_from(json, name, 0, age_months_limit, 0);
}

PointRange range_of(const JsonCursor& json) {
  const std::vector<JsonCursor> ends = json.list("range");
  if (!json.has("range")) return {};
  const bool numbers = ends.size() == 2 && ends[0].value().is_number() &&
                       ends[1].value().is_number();
  if (!numbers) {
    json.member("range")->report_type({"hai số [dưới, trên]", "two numbers [lower, upper]"});
    return {};
  }
  return {.lower = ends[0].value().get<double>(), .upper = ends[1].value().get<double>()};
}

Limit limit_of(const JsonCursor& json, const char* name, Limit otherwise) {
  const std::optional<bool> capped = json.flag(name);
  return !capped ? otherwise : *capped ? Limit::capped : Limit::open;
}

Goalposts read_goalposts(const JsonCursor& json, Limit otherwise) {
  json.report_unknown({"method", "lower", "upper", "factor", "clamp"});
  const Goalposts goalposts{.lower = json.number("lower").value_or(0),
                            .upper = json.number("upper").value_or(points_max),
                            .factor = json.number("factor").value_or(points_max),
                            .limit = limit_of(json, "clamp", otherwise)};
  if (goalposts.lower == goalposts.upper)
    json.report({"“lower” và “upper” phải khác nhau.", "“lower” and “upper” must differ."});
  return goalposts;
}

ZScore read_z_score(const JsonCursor& json) {
  json.report_unknown({"method", "mean", "sd"});
  const ZScore score{.mean = json.number("mean").value_or(0), .sd = json.number("sd").value_or(1)};
  if (!(score.sd > 0))
    json.member("sd").value_or(json).report(
        {"Độ lệch chuẩn phải lớn hơn 0.", "The standard deviation must be above 0."});
  return score;
}

Steps read_steps(const JsonCursor& json) {
  json.report_unknown({"method", "steps", "otherwise"});
  Steps steps{.steps = {}, .otherwise = json.number("otherwise").value_or(0)};
  for (const JsonCursor& step : json.list("steps")) {
    step.report_unknown({"from", "points"});
    steps.steps.push_back({.from = required_number(step, "from"),
                           .points = required_number(step, "points")});
  }
  if (steps.steps.empty()) json.report_missing("steps");
  for (std::size_t i = 2; i < steps.steps.size(); ++i) {
    const bool falls = steps.steps[1].from < steps.steps[0].from;
    if (steps.steps[i].from == steps.steps[i - 1].from ||
        (steps.steps[i].from < steps.steps[i - 1].from) != falls)
      json.member("steps")->report({"Các ngưỡng phải xếp từ tốt nhất đến kém nhất.",
                                    "Thresholds must go from the best to the worst."});
  }
  return steps;
}

DistanceToReference read_reference(const JsonCursor& json) {
  json.report_unknown({"method", "unit", "capped", "range"});
  return {.unit = json.required_text("unit"), .limit = limit_of(json, "capped", Limit::open),
          .range = range_of(json)};
}

DistanceToTarget read_distance(const JsonCursor& json) {
  json.report_unknown({"method", "target", "capped", "range"});
  return {.target = json.number("target"), .limit = limit_of(json, "capped", Limit::open),
          .range = range_of(json)};
}

constexpr Word<Peers> peer_words[] = {{"all", Peers::all}, {"group", Peers::group}};
constexpr Word<Ends> end_words[] = {{"nearest", Ends::nearest}, {"missing", Ends::missing}};

Impute read_impute(const JsonCursor& json) {
  enum class Method : unsigned char { carry_forward, linear, mean, median, row_mean, row_median };
  constexpr Word<Method> methods[] = {
      {"carry_forward", Method::carry_forward}, {"linear", Method::linear},
      {"mean", Method::mean}, {"median", Method::median},
      {"row_mean", Method::row_mean}, {"row_median", Method::row_median}};
  const std::optional<JsonCursor> method = json.member("method");
  if (!method) {
    json.report_missing("method");
    return {};
  }
  const Method chosen = lookup(*method, methods).value_or(Method::mean);
  switch (chosen) {
    case Method::carry_forward:
      json.report_unknown({"step", "method", "indicators", "max_age_months"});
      return {.method = CarryForward{.age_months_max = age_of(json, "max_age_months")}};
    case Method::linear:
      json.report_unknown({"step", "method", "indicators", "ends"});
      return {.method = Linear{.ends = option(json, "ends", end_words, Ends::nearest)}};
    case Method::mean:
    case Method::median:
      json.report_unknown({"step", "method", "indicators", "over"});
      return {.method = FromPeers{
                  .middle = chosen == Method::mean ? Middle::mean : Middle::median,
                  .peers = option(json, "over", peer_words, Peers::all)}};
    case Method::row_mean:
    case Method::row_median: break;
  }
  json.report_unknown({"step", "method", "indicators", "levels_up"});
  FromRow row{.middle = chosen == Method::row_mean ? Middle::mean : Middle::median,
              .levels_up = {}};
  if (json.has("levels_up")) row.levels_up = integer_from(json, "levels_up", 1, count_limit, 1);
  return {.method = row};
}

Transform read_transform(const JsonCursor& json) {
  enum class Method : unsigned char { log_ct, log_ct_plus, log_ct_orig, box_cox };
  constexpr Word<Method> methods[] = {{"log_ct", Method::log_ct},
                                      {"log_ct_plus", Method::log_ct_plus},
                                      {"log_ct_orig", Method::log_ct_orig},
                                      {"box_cox", Method::box_cox}};
  std::optional<JsonCursor> method = json;
  if (json.is_object()) {
    json.report_unknown({"method", "lambda"});
    method = json.member("method");
    if (!method) json.report_missing("method");
  }
  switch (method ? lookup(*method, methods).value_or(Method::log_ct) : Method::log_ct) {
    case Method::log_ct: return LogCt{};
    case Method::log_ct_plus: return LogCtPlus{};
    case Method::log_ct_orig: return LogCtOrig{};
    case Method::box_cox: break;
  }
  return BoxCox{.lambda = json.is_object() ? json.number("lambda").value_or(0) : 0};
}

Treat read_treat(const JsonCursor& json) {
  json.report_unknown(
      {"step", "indicators", "skew_below", "kurtosis_below", "max_points", "second"});
  Treat treat;
  treat.skew_below = json.number("skew_below").value_or(treat.skew_below);
  treat.kurtosis_below = json.number("kurtosis_below").value_or(treat.kurtosis_below);
  treat.points_max = integer_from(json, "max_points", 0, count_limit, treat.points_max);
  if (const auto second = json.member("second")) treat.second = read_transform(*second);
  return treat;
}

Denominate read_denominate(const JsonCursor& json) {
  json.report_unknown({"step", "indicators", "by", "factor"});
  return {.by = json.required_text("by"), .factor = json.number("factor").value_or(1)};
}

}  // namespace

void report_choice(const JsonCursor& json, std::string_view name, std::string known) {
  json.report(problem::fill({"Không biết {0}.", "{0} is not known."}, {problem::quoted(name)}),
              problem::fill({"Dùng một trong: {0}.", "Use one of: {0}."},
                            {problem::both(std::move(known))}));
}

void report_range(const JsonCursor& json, const char* name, double least, double most) {
  json.member(name).value_or(json).report_type(
      problem::fill({"một số từ {0} đến {1}", "a number from {0} to {1}"},
                    {problem::both(std::to_string(static_cast<int>(least))),
                     problem::both(std::to_string(static_cast<int>(most)))}));
}

double number_within(const JsonCursor& json, const char* name, double least, double most,
                     double otherwise) {
  const double value = json.number(name).value_or(otherwise);
  if (value >= least && value <= most) return value;
  report_range(json, name, least, most);
  return otherwise;
}

double required_number(const JsonCursor& json, const char* name) {
  if (!json.has(name)) json.report_missing(name);
  return json.number(name).value_or(0);
}

double cap_of(const JsonCursor& json) {
  constexpr double cap_max = 1000;
  return number_within(json, "cap", 0, cap_max, points_max);
}

Normalisation read_normalisation(const JsonCursor& json) {
  enum class Method : unsigned char {
    goalposts, scaled, min_max, attainment, trajectory, share, z_score, percentile_rank, borda,
    rank, fraction_of_max, distance_to_max, distance_to_reference, distance_to_target, steps
  };
  constexpr Word<Method> methods[] = {{"goalposts", Method::goalposts},
                                      {"scaled", Method::scaled},
                                      {"min_max", Method::min_max},
                                      {"attainment", Method::attainment},
                                      {"trajectory", Method::trajectory},
                                      {"share", Method::share},
                                      {"z_score", Method::z_score},
                                      {"percentile_rank", Method::percentile_rank},
                                      {"borda", Method::borda},
                                      {"rank", Method::rank},
                                      {"fraction_of_max", Method::fraction_of_max},
                                      {"distance_to_max", Method::distance_to_max},
                                      {"distance_to_reference", Method::distance_to_reference},
                                      {"distance_to_target", Method::distance_to_target},
                                      {"steps", Method::steps}};
  const std::optional<JsonCursor> method = json.member("method");
  if (!method) {
    json.report_missing("method");
    return Share{};
  }
  const Method chosen = lookup(*method, methods).value_or(Method::share);
  switch (chosen) {
    case Method::goalposts: return read_goalposts(json, Limit::capped);
    case Method::scaled: return read_goalposts(json, Limit::open);
    case Method::z_score: return read_z_score(json);
    case Method::steps: return read_steps(json);
    case Method::distance_to_reference: return read_reference(json);
    case Method::distance_to_target: return read_distance(json);
    case Method::attainment:
    case Method::trajectory:
      json.report_unknown({"method", "cap"});
      if (chosen == Method::attainment) return Attainment{.cap = cap_of(json)};
      return Trajectory{.cap = cap_of(json)};
    case Method::share:
    case Method::borda:
    case Method::rank:
      json.report_unknown({"method"});
      if (chosen == Method::borda) return Borda{};
      if (chosen == Method::rank) return Rank{};
      return Share{};
    case Method::min_max:
    case Method::percentile_rank:
    case Method::fraction_of_max:
    case Method::distance_to_max: break;
  }
  json.report_unknown({"method", "range"});
  const PointRange range = range_of(json);
  if (chosen == Method::min_max) return MinMax{range};
  if (chosen == Method::percentile_rank) return PercentileRank{range};
  if (chosen == Method::fraction_of_max) return FractionOfMax{range};
  return DistanceToMax{range};
}

Aggregation read_aggregation(const JsonCursor& json) {
  enum class Method : unsigned char { arithmetic, geometric, harmonic, power, copeland };
  constexpr Word<Method> methods[] = {{"arithmetic", Method::arithmetic},
                                      {"geometric", Method::geometric},
                                      {"harmonic", Method::harmonic},
                                      {"power", Method::power},
                                      {"copeland", Method::copeland}};
  std::optional<JsonCursor> method = json;
  if (json.is_object()) {
    json.report_unknown({"method", "exponent"});
    method = json.member("method");
    if (!method) json.report_missing("method");
  }
  switch (method ? lookup(*method, methods).value_or(Method::arithmetic) : Method::arithmetic) {
    case Method::arithmetic: return Arithmetic{};
    case Method::geometric: return Geometric{};
    case Method::harmonic: return Harmonic{};
    case Method::copeland: return Copeland{};
    case Method::power: break;
  }
  const double exponent = json.is_object() ? json.number("exponent").value_or(0) : 0;
  if (exponent == 0 || !std::isfinite(exponent))
    json.report({"“power” cần “exponent” khác 0.", "“power” needs an “exponent” other than 0."},
                {"Với số mũ 0 hãy dùng “geometric”.", "For the exponent 0 use “geometric”."});
  return Power{.exponent = exponent == 0 ? 1 : exponent};
}

PreparationStep read_preparation_step(const JsonCursor& json) {
  enum class Kind : unsigned char { denominate, impute, screen, treat };
  constexpr Word<Kind> kinds[] = {{"denominate", Kind::denominate}, {"impute", Kind::impute},
                                  {"screen", Kind::screen}, {"treat", Kind::treat}};
  PreparationStep step;
  const std::optional<JsonCursor> kind = json.is_object() ? json.member("step") : std::nullopt;
  if (!kind) {
    json.report_missing("step");
    return step;
  }
  step.indicators = json.texts("indicators");
  switch (lookup(*kind, kinds).value_or(Kind::screen)) {
    case Kind::denominate: step.rule = read_denominate(json); break;
    case Kind::impute: step.rule = read_impute(json); break;
    case Kind::treat: step.rule = read_treat(json); break;
    case Kind::screen:
      json.report_unknown({"step", "indicators", "coverage_min"});
      step.rule = Screen{.coverage_min = number_within(json, "coverage_min", 0, 1, 0)};
      break;
  }
  return step;
}

Uncertainty read_uncertainty(const JsonCursor& json) {
  json.report_unknown({"weights", "normalise", "aggregate", "missing", "rounding"});
  Uncertainty uncertainty;
  uncertainty.weight_share = number_within(json, "weights", 0, 1, uncertainty.weight_share);
  for (const JsonCursor& each : json.list("normalise"))
    uncertainty.normalisations.push_back(read_normalisation(each));
  for (const JsonCursor& each : json.list("aggregate"))
    uncertainty.aggregations.push_back(read_aggregation(each));
  for (const JsonCursor& each : json.list("missing"))
    if (const auto rule = lookup(each, missing_rules)) uncertainty.missing.push_back(*rule);
  if (json.flag("rounding") == false) uncertainty.rounding = Rounding::kept;
  return uncertainty;
}

}  // namespace tiendo::io
