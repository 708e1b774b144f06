#include "base/calendar.h"

#include <cstdio>

#include "base/check.h"

namespace tiendo {
namespace {

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

long floor_divide(long value, long divisor) {
  return value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor);
}

// The number of exactly `text.size()` digits, or -1.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string print(const char* pattern, int year, int month = 0, int day = 0) {
  char text[40];
  const int length = std::snprintf(text, sizeof text, pattern, year, month, day);
  check(length > 0 && length < static_cast<int>(sizeof text));
  return std::string(text, static_cast<std::size_t>(length));
}

}  // namespace

int days_in_month(Month month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  check(month.month >= 1 && month.month <= 12);
  return month.month == 2 && is_leap(month.year) ? 29 : days[month.month - 1];
}

Date first_day(Month month) { return {month.year, month.month, 1}; }
Date last_day(Month month) { return {month.year, month.month, days_in_month(month)}; }
Month month_of(Date date) { return {date.year, date.month}; }

Month add_months(Month month, int months) {
  const long total = 12L * month.year + month.month - 1 + months;
  const long year = floor_divide(total, 12);
  return {static_cast<int>(year), static_cast<int>(total - 12 * year) + 1};
}

int months_between(Month from, Month to) {
  return 12 * (to.year - from.year) + to.month - from.month;
}

// Both directions count in eras of 400 years that begin on 1 March, where the leap day is the last
// day of a year (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
long day_number(Date date) {
  const long year = date.month <= 2 ? date.year - 1L : date.year;
  const long era = floor_divide(year, 400);
  const long year_of_era = year - era * 400;
  const long day_of_year = (153L * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const long day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date date_of_day_number(long day) {
  const long shifted = day + 719468;
  const long era = floor_divide(shifted, 146097);
  const long day_of_era = shifted - era * 146097;
  const long year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long march_month = (5 * day_of_year + 2) / 153;
  const long month = march_month + (march_month < 10 ? 3 : -9);
  return {static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)), static_cast<int>(month),
          static_cast<int>(day_of_year - (153 * march_month + 2) / 5 + 1)};
}

long days_between(Date from, Date to) { return day_number(to) - day_number(from); }

Period period_of(Date date) { return {date, date, Precision::day}; }
Period period_of(Month month) { return {first_day(month), last_day(month), Precision::month}; }
Period period_of_year(int year) { return {{year, 1, 1}, {year, 12, 31}, Precision::year}; }

std::optional<Month> parse_month(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return {};
  const Month month{digits(text.substr(0, 4)), digits(text.substr(5))};
  if (month.year < 0 || month.month < 1 || month.month > 12) return {};
  return month;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[7] != '-') return {};
  const std::optional<Month> month = parse_month(text.substr(0, 7));
  const int day = digits(text.substr(8));
  if (!month || day < 1 || day > days_in_month(*month)) return {};
  return Date{month->year, month->month, day};
}

std::optional<Period> parse_period(std::string_view text) {
  if (text.size() == 4) {
    const int year = digits(text);
    return year < 0 ? std::optional<Period>() : period_of_year(year);
  }
  if (const std::optional<Month> month = parse_month(text)) return period_of(*month);
  if (const std::optional<Date> date = parse_date(text)) return period_of(*date);
  return {};
}

std::string iso(Date date) { return print("%04d-%02d-%02d", date.year, date.month, date.day); }
std::string iso(Month month) { return print("%04d-%02d", month.year, month.month); }

std::string iso(const Period& period) {
  switch (period.precision) {
    case Precision::year: return print("%04d", period.first.year);
    case Precision::month: return iso(month_of(period.first));
    case Precision::day: break;
  }
  return iso(period.first);
}

}  // namespace tiendo
