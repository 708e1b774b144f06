#include "score/normalise.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "base/overloaded.h"
#include "score/statistics.h"

namespace tiendo {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double sign_of(Direction direction) {
  return direction == Direction::lower_is_better ? -1.0 : 1.0;
}

// lower + factor (d·x − origin)/length, clamped to [least, most]: most methods are this.
struct Affine {
  double origin = 0, length = 1, lower = 0, factor = 1;
  double least = -infinity, most = infinity;

  double operator()(double x) const {
    const double y = lower + factor * ((x - origin) / length);
    return std::isfinite(y) ? std::min(std::max(y, least), most) : y;
  }
};

void apply(const Affine& to, double sign, const ScoreColumn& figures, ScoreColumn& points) {
  for (std::size_t i = 0; i < figures.size(); ++i)
    if (figures.has(i)) points.set(i, to(sign * figures.values[i]));
}

struct Extremes {
  double min = infinity, max = -infinity;  // of directed values; empty: min above max

  bool empty() const { return min > max; }
};

class ColumnNormaliser {
 public:
  ColumnNormaliser(const ScoreColumn& figures, const ColumnContext& context, ScoreColumn& points)
      : figures_(figures), context_(context), points_(points), sign_(sign_of(context.direction)) {
    points_.reset(figures.size());
    for (std::size_t i = 0; i < figures.size(); ++i)
      if (figures.presence[i] == Presence::exempt) points_.clear(i, Presence::exempt);
  }

  Flaw operator()(const Goalposts& posts) const {
    const bool turned = sign_ < 0;
    const double length = posts.upper - posts.lower;
    if (length == 0) return Flaw::constant;
    Affine to{.origin = turned ? -posts.upper : posts.lower, .length = length,
              .factor = posts.factor};
    if (posts.limit == Limit::capped) {
      to.least = std::min(0.0, posts.factor);
      to.most = std::max(0.0, posts.factor);
    }
    apply(to, sign_, figures_, points_);
    return Flaw::none;
  }

  Flaw operator()(const Share&) const {
    apply({.lower = sign_ < 0 ? 100.0 : 0.0, .least = 0, .most = 100}, sign_, figures_, points_);
    return Flaw::none;
  }

  Flaw operator()(const MinMax& method) const { return between_extremes(method.range); }
  Flaw operator()(const DistanceToMax& method) const { return between_extremes(method.range); }

  Flaw operator()(const ZScore& method) const {
    const std::vector<double> pool = directed_pool();
    if (pool.empty()) return Flaw::none;
    const auto sd = sd_of(pool);
    if (!sd) return Flaw::constant;
    apply({.origin = *mean_of(pool), .length = *sd, .lower = method.mean, .factor = method.sd},
          sign_, figures_, points_);
    return Flaw::none;
  }

  Flaw operator()(const PercentileRank& method) const {
    const PointRange range = method.range;
    return by_rank([&](double rank, double count) {
      const double share = count > 1 ? (rank - 1) / (count - 1) : 0;
      return range.lower + (range.upper - range.lower) * share;
    });
  }
  Flaw operator()(const Borda&) const {
    return by_rank([](double rank, double) { return rank - 1; });
  }
  Flaw operator()(const Rank&) const {
    return by_rank([](double rank, double) { return rank; });
  }

  Flaw operator()(const FractionOfMax& method) const {
    const auto [lower, upper] = method.range;
    const Extremes extremes = extremes_of();
    const double best = sign_ * extremes.max;  // raw: the maximum, or the minimum where d = −1
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (!figures_.has(i)) continue;
      const double x = figures_.values[i];
      const double fraction = x == best ? 1 : sign_ > 0 ? x / best : best / x;
      points_.set(i, lower + (upper - lower) * fraction);
    }
    return Flaw::none;
  }

  Flaw operator()(const DistanceToReference& method) const {
    const Extremes extremes = extremes_of();
    if (extremes.empty()) return Flaw::none;
    if (!context_.reference) return Flaw::no_reference;
    return from_minimum(extremes.min, sign_ * *context_.reference, method.limit, method.range)
               ? Flaw::none
               : Flaw::no_reference;
  }

  Flaw operator()(const DistanceToTarget& method) const {
    const Extremes extremes = extremes_of();
    if (extremes.empty()) return Flaw::none;
    if (method.target)
      return from_minimum(extremes.min, sign_ * *method.target, method.limit, method.range)
                 ? Flaw::none
                 : Flaw::no_way;
    return by_way([&](const Way& way) -> std::optional<Affine> {
      return to_end(extremes.min, sign_ * way.to, method.limit, method.range);
    }, sign_);
  }

  Flaw operator()(const Attainment& method) const {
    return by_way([&](const Way& way) { return along(way.from, way.to, method.cap); }, 1);
  }

  Flaw operator()(const Trajectory& method) const {
    return by_way([&](const Way& way) -> std::optional<Affine> {
      if (!way.since || !way.due) return {};
      const auto required = required_on(*way.since, way.from, *way.due, way.to, context_.at);
      return required ? along(way.from, *required, method.cap) : std::nullopt;
    }, 1);
  }

  Flaw operator()(const Steps& method) const {
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (!figures_.has(i)) continue;
      const double x = sign_ * figures_.values[i];
      const auto step =
          std::find_if(method.steps.begin(), method.steps.end(),
                       [&](const PointStep& each) { return x >= sign_ * each.from; });
      points_.set(i, step == method.steps.end() ? method.otherwise : step->points);
    }
    return Flaw::none;
  }

 private:
  static std::optional<Affine> along(double from, double to, double cap) {
    if (from == to) return {};
    return Affine{.origin = from, .length = to - from, .factor = 100, .least = 0,
                  .most = std::max(cap, 0.0)};
  }

  static std::optional<Affine> to_end(double min, double end, Limit limit,
                                      const PointRange& range) {
    if (min == end) return {};
    Affine to{.origin = min, .length = end - min, .lower = range.lower,
              .factor = range.upper - range.lower};
    if (limit == Limit::capped) (to.factor < 0 ? to.least : to.most) = range.upper;
    return to;
  }

  bool from_minimum(double min, double end, Limit limit, const PointRange& range) const {
    const auto to = to_end(min, end, limit, range);
    if (to) apply(*to, sign_, figures_, points_);
    return to.has_value();
  }

  Flaw between_extremes(const PointRange& range) const {
    const Extremes extremes = extremes_of();
    if (extremes.empty()) return Flaw::none;
    return from_minimum(extremes.min, extremes.max, Limit::open, range) ? Flaw::none
                                                                        : Flaw::constant;
  }

  // Each unit along its own way.
  template <class AffineOf>
  Flaw by_way(AffineOf affine_of, double sign) const {
    Flaw flaw = Flaw::none;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (!figures_.has(i) || i >= context_.ways.size() || !context_.ways[i]) continue;
      const std::optional<Affine> to = affine_of(*context_.ways[i]);
      if (!to) {
        flaw = Flaw::no_way;
        continue;
      }
      points_.set(i, (*to)(sign * figures_.values[i]));
    }
    return flaw;
  }

  template <class PointsOf>
  Flaw by_rank(PointsOf points_of) const {
    std::vector<double> sorted = directed_pool();
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (!figures_.has(i)) continue;
      const auto place =
          std::lower_bound(sorted.begin(), sorted.end(), sign_ * figures_.values[i]);
      points_.set(i, points_of(static_cast<double>(place - sorted.begin() + 1),
                               static_cast<double>(sorted.size())));
    }
    return Flaw::none;
  }

  Extremes extremes_of() const {
    Extremes extremes;
    const auto take = [&](double x) {
      extremes.min = std::min(extremes.min, x);
      extremes.max = std::max(extremes.max, x);
    };
    for (const double x : context_.pool) take(sign_ * x);
    if (!context_.pool.empty()) return extremes;
    for (std::size_t i = 0; i < figures_.size(); ++i)
      if (figures_.has(i)) take(sign_ * figures_.values[i]);
    return extremes;
  }

  std::vector<double> directed_pool() const {
    std::vector<double> pool;
    for (const double x : context_.pool) pool.push_back(sign_ * x);
    if (!pool.empty()) return pool;
    for (std::size_t i = 0; i < figures_.size(); ++i)
      if (figures_.has(i)) pool.push_back(sign_ * figures_.values[i]);
    return pool;
  }

  const ScoreColumn& figures_;
  const ColumnContext& context_;
  ScoreColumn& points_;
  double sign_;
};

}  // namespace

Flaw normalise(const Normalisation& method, const ScoreColumn& figures,
               const ColumnContext& context, ScoreColumn& points) {
  return std::visit(ColumnNormaliser(figures, context, points), method);
}

double directed(double value, Direction direction) { return sign_of(direction) * value; }

std::optional<double> attainment(double value, double baseline, double target, double cap) {
  if (baseline == target) return {};
  const double result = 100 * ((value - baseline) / (target - baseline));
  if (!std::isfinite(result)) return {};
  return std::clamp(result, 0.0, std::max(cap, 0.0));
}

std::optional<double> required_on(Date baseline_date, double baseline, Date due, double target,
                                  Date at) {
  const long whole = days_between(baseline_date, due);
  if (whole <= 0) return {};
  const long passed = std::clamp(days_between(baseline_date, at), 0L, whole);
  if (passed == whole) return target;
  const double share_passed = static_cast<double>(passed) / static_cast<double>(whole);
  return baseline + (target - baseline) * share_passed;
}

}  // namespace tiendo
