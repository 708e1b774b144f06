#include "base/elementary.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

namespace tiendo {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr int mantissa_bits = 52, exponent_bias = 1023;

// ln 2 in two parts; the first has 17 zero bits at its end, so that a multiple of it is exact.
constexpr double ln2_high = 0x1.62e42fefap-1, ln2_low = 0x1.cf79abc9e3b3ap-40;

// An unevaluated sum: about twice the digits of a double (T. J. Dekker, 1971).
struct Pair {
  double high = 0, low = 0;
};

Pair sum(double a, double b) {  // exact
  const double high = a + b, part = high - a;
  return {.high = high, .low = (a - (high - part)) + (b - part)};
}

Pair halves(double a) {
  constexpr double splitter = 134217729;  // 2^27 + 1
  const double scaled = splitter * a, high = scaled - (scaled - a);
  return {.high = high, .low = a - high};
}

Pair product(double a, double b) {  // exact, for |a|, |b| < 2^970
  const double high = a * b;
  const Pair x = halves(a), y = halves(b);
  return {.high = high,
          .low = ((x.high * y.high - high) + x.high * y.low + x.low * y.high) + x.low * y.low};
}

std::uint64_t bits_of(double x) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &x, sizeof bits);
  return bits;
}

double two_to(int exponent) {  // of a normal number
  const std::uint64_t bits = static_cast<std::uint64_t>(exponent + exponent_bias) << mantissa_bits;
  double x = 0;
  std::memcpy(&x, &bits, sizeof x);
  return x;
}

// ln x for a finite x > 0. With x = 2^e m, m near 1, and f = (m − 1)/(m + 1):
// ln m = 2 (f + f³/3 + f⁵/5 + …), |f| < 0.1716, so the 12th term is below 2^−62 of the first.
Pair log_pair(double x) {
  int exponent = 0;
  if (x < std::numeric_limits<double>::min()) {
    x *= 0x1p54;
    exponent = -54;
  }
  exponent += static_cast<int>(bits_of(x) >> mantissa_bits) - exponent_bias;
  double m = 0;
  const std::uint64_t mantissa = (bits_of(x) & ((std::uint64_t{1} << mantissa_bits) - 1)) |
                                 (std::uint64_t{exponent_bias} << mantissa_bits);
  std::memcpy(&m, &mantissa, sizeof m);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    ++exponent;
  }
  const double above = m - 1;
  const Pair below = sum(m, 1);
  const double f = above / below.high;
  const Pair back = product(f, below.high);
  const double rest = ((above - back.high) - back.low - f * below.low) / below.high;
  const double square = f * f;
  double tail = 0;
  for (int k = 25; k >= 3; k -= 2) tail = (tail + 1.0 / k) * square;
  const double scale = exponent;
  const Pair whole = sum(scale * ln2_high, 2 * f);
  return sum(whole.high, whole.low + (2 * rest + 2 * f * tail + scale * ln2_low));
}

// e^(high + low): 2^k e^r with |r| ≤ ln 2 / 2, and e^r by its series to r^15/15!.
double exp_of(const Pair& x) {
  if (x.high > 710) return infinity;
  if (x.high < -746) return 0;
  const int k = static_cast<int>(std::floor(x.high / (ln2_high + ln2_low) + 0.5));
  const Pair r = sum(x.high - k * ln2_high, x.low - k * ln2_low);
  double series = 0;  // (e^r − 1 − r)/r²
  double inverse = 1.0 / 1307674368000.0;  // 1/15!
  for (int n = 15; n >= 2; --n) {
    series = series * r.high + inverse;
    inverse *= n;
  }
  const Pair square = product(r.high, r.high);
  const Pair first = sum(1, r.high);
  const double e_r =
      first.high +
      (first.low + (r.low * (1 + r.high) + (square.high * series + square.low * series)));
  const int half = k / 2;
  return e_r * two_to(half) * two_to(k - half);
}

}  // namespace

double natural_log(double x) {
  if (x == 0) return -infinity;
  if (!(x > 0)) return std::numeric_limits<double>::quiet_NaN();
  return std::isinf(x) ? x : log_pair(x).high;
}

double exponential(double x) { return std::isnan(x) ? x : exp_of({.high = x}); }

double power(double base, double exponent) {
  if (exponent == 0 || base == 1) return 1;
  if (exponent == 1) return base;
  if (base == 0 || std::isinf(base)) return (base == 0) == (exponent > 0) ? 0 : infinity;
  if (!(base > 0) || std::isnan(exponent)) return std::numeric_limits<double>::quiet_NaN();
  const Pair log = log_pair(base);
  if (std::isinf(exponent) || std::abs(exponent) > 1e250 || std::abs(exponent * log.high) > 1e3)
    return (log.high > 0) == (exponent > 0) ? infinity : 0;
  const Pair whole = product(log.high, exponent);
  return exp_of(sum(whole.high, whole.low + log.low * exponent));
}

}  // namespace tiendo
