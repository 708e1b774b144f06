#include "base/format.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>

#include "base/check.h"

namespace tiendo {
namespace {

constexpr const char* minus_sign = "\u2212";
constexpr const char* no_break_space = "\u00a0";

constexpr const char* short_months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr const char* long_months[] = {"January", "February", "March",     "April",
                                       "May",     "June",     "July",      "August",
                                       "September", "October", "November", "December"};

struct Decimal {
  std::string digits;  // the first one is not 0, except in zero itself
  int point = 0;       // how many of them stand before the decimal point; may be negative
};

// The fewest digits that mean `magnitude` and no other double: what a person would have written.
// Rounding starts from them, so that 1.005 becomes 1.01 although its double lies below.
Decimal shortest(double magnitude) {
  char text[40];
  for (int precision = 14; precision <= 16; ++precision) {
    std::snprintf(text, sizeof text, "%.*e", precision, magnitude);
    if (std::strtod(text, nullptr) == magnitude) break;
  }
  Decimal decimal;
  const char* c = text;
  for (; *c != 'e'; ++c)
    if (*c >= '0' && *c <= '9') decimal.digits += *c;
  decimal.point = std::atoi(c + 1) + 1;
  return decimal;
}

// Half away from zero, to `decimals` digits after the point; the result has exactly those.
Decimal round_to(Decimal decimal, int decimals) {
  if (decimal.point < 0) {
    decimal.digits.insert(0, static_cast<std::size_t>(-decimal.point), '0');
    decimal.point = 0;
  }
  const auto kept = static_cast<std::size_t>(decimal.point + decimals);
  const bool up = kept < decimal.digits.size() && decimal.digits[kept] >= '5';
  decimal.digits.resize(kept, '0');
  if (!up) return decimal;
  std::size_t place = kept;
  while (place > 0 && decimal.digits[place - 1] == '9') decimal.digits[--place] = '0';
  if (place > 0) {
    ++decimal.digits[place - 1];
  } else {
    decimal.digits.insert(0, 1, '1');
    ++decimal.point;
  }
  return decimal;
}

// The same where no half is near: what a person would have written then makes no difference.
std::optional<Decimal> rounded_far_from_half(double magnitude, int decimals) {
  constexpr double powers[] = {1, 10, 100, 1000};
  if (decimals > 3 || magnitude >= 1e6) return std::nullopt;
  const double scaled = magnitude * powers[decimals], whole = std::floor(scaled);
  const double beyond = scaled - whole;
  if (std::fabs(beyond - 0.5) < 1e-3) return std::nullopt;
  Decimal decimal{.digits = std::to_string(static_cast<unsigned>(whole) + (beyond > 0.5 ? 1 : 0))};
  const auto after = static_cast<std::size_t>(decimals);
  if (decimal.digits.size() < after) decimal.digits.insert(0, after - decimal.digits.size(), '0');
  decimal.point = static_cast<int>(decimal.digits.size() - after);
  return decimal;
}

std::string with_separators(const Decimal& decimal, Language language) {
  const char group = language == Language::vi ? '.' : ',';
  const char point = language == Language::vi ? ',' : '.';
  const auto before = static_cast<std::size_t>(decimal.point);
  std::string text = before == 0 ? "0" : "";
  for (std::size_t i = 0; i < decimal.digits.size(); ++i) {
    if (i == before) {
      text += point;
    } else if (i > 0 && i < before && (before - i) % 3 == 0) {
      text += group;
    }
    text += decimal.digits[i];
  }
  return text;
}

const char* month_name(const char* const (&names)[12], int month) {
  check(month >= 1 && month <= 12);
  return names[month - 1];
}

}  // namespace

std::string format_number(double value, int decimals, Language language, Sign sign) {
  check(std::isfinite(value));
  check(decimals >= 0);
  const double magnitude = std::fabs(value);
  const std::optional<Decimal> plain = rounded_far_from_half(magnitude, decimals);
  const Decimal decimal = plain ? *plain : round_to(shortest(magnitude), decimals);
  const std::string digits = with_separators(decimal, language);
  if (decimal.digits.find_first_not_of('0') == std::string::npos) return digits;
  if (value < 0) return minus_sign + digits;
  return sign == Sign::always ? "+" + digits : digits;
}

std::string format_percent(double value, int decimals, Language language, Sign sign) {
  return format_number(value, decimals, language, sign) +
         (language == Language::vi ? no_break_space : "") + "%";
}

std::string format_date(Date date, Language language) {
  char text[48];
  if (language == Language::vi) {
    std::snprintf(text, sizeof text, "%02d/%02d/%04d", date.day, date.month, date.year);
  } else {
    std::snprintf(text, sizeof text, "%d %s %d", date.day, month_name(short_months, date.month),
                  date.year);
  }
  return text;
}

std::string format_month(Month month, Language language) {
  char text[48];
  if (language == Language::vi) {
    std::snprintf(text, sizeof text, "%02d/%04d", month.month, month.year);
  } else {
    std::snprintf(text, sizeof text, "%s %d", month_name(short_months, month.month), month.year);
  }
  return text;
}

std::string format_month_in_words(Month month, Language language) {
  const std::string year = std::to_string(month.year);
  return language == Language::vi
             ? "tháng " + std::to_string(month.month) + "/" + year
             : std::string(month_name(long_months, month.month)) + " " + year;
}

std::string format_period(const Period& period, Language language) {
  switch (period.precision) {
    case Precision::year: return std::to_string(period.first.year);
    case Precision::month: return format_month(month_of(period.first), language);
    case Precision::day: break;
  }
  return format_date(period.first, language);
}

}  // namespace tiendo
