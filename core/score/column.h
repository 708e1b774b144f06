// ScoreColumn: one value a unit, contiguous, beside its presence: what the scoring kernel runs over.
// It knows no unit; whoever holds it knows the order. Outside the kernel a missing value is
// std::optional, as everywhere.
#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

namespace tiendo {

// `exempt` is a value: the state-secret exemption, neither a figure nor a gap.
enum class Presence : unsigned char { absent, present, exempt };

struct ScoreColumn {
  std::vector<double> values;  // 0 where there is none
  std::vector<Presence> presence;
  bool has_exempt = false;

  ScoreColumn() = default;
  explicit ScoreColumn(std::size_t units) { reset(units); }

  void reset(std::size_t units) {
    values.assign(units, 0);
    presence.assign(units, Presence::absent);
    has_exempt = false;
  }
  std::size_t size() const { return values.size(); }
  bool has(std::size_t unit) const { return presence[unit] == Presence::present; }
  std::optional<double> at(std::size_t unit) const {
    return has(unit) ? std::optional(values[unit]) : std::nullopt;
  }
  // What is not finite (an overflow of absurd input, a zero divisor) is missing.
  void set(std::size_t unit, double value) {
    const bool finite = std::isfinite(value);
    values[unit] = finite ? value : 0;
    presence[unit] = finite ? Presence::present : Presence::absent;
  }
  void clear(std::size_t unit, Presence as = Presence::absent) {
    values[unit] = 0;
    presence[unit] = as;
    has_exempt = has_exempt || as == Presence::exempt;
  }
};

}  // namespace tiendo
