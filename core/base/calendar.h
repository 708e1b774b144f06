// Dates, months and published periods, in the proleptic Gregorian calendar. No clock: "today" is
// never asked for, every month comes from the reader's address or the dataset.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tiendo {

struct Date {
  int year = 0, month = 1, day = 1;

  friend bool operator==(const Date&, const Date&) = default;
  friend bool operator<(const Date& a, const Date& b) {
    if (a.year != b.year) return a.year < b.year;
    return a.month != b.month ? a.month < b.month : a.day < b.day;
  }
  friend bool operator>(const Date& a, const Date& b) { return b < a; }
  friend bool operator<=(const Date& a, const Date& b) { return !(b < a); }
  friend bool operator>=(const Date& a, const Date& b) { return !(a < b); }
};

struct Month {
  int year = 0, month = 1;

  friend bool operator==(const Month&, const Month&) = default;
  friend bool operator<(const Month& a, const Month& b) {
    return a.year != b.year ? a.year < b.year : a.month < b.month;
  }
  friend bool operator>(const Month& a, const Month& b) { return b < a; }
  friend bool operator<=(const Month& a, const Month& b) { return !(b < a); }
  friend bool operator>=(const Month& a, const Month& b) { return !(a < b); }
};

enum class Precision : unsigned char { year, month, day };

// The time that a published figure speaks of. `last` is the as-of date: what is compared with the
// end of the month that the reader looks at.
struct Period {
  Date first, last;
  Precision precision = Precision::day;

  friend bool operator==(const Period&, const Period&) = default;
};

int days_in_month(Month month);
Date first_day(Month month);
Date last_day(Month month);
Month month_of(Date date);
Month add_months(Month month, int months);
int months_between(Month from, Month to);  // negative where `to` is earlier
long day_number(Date date);                // days since 1970-01-01
Date date_of_day_number(long day);
long days_between(Date from, Date to);     // negative where `to` is earlier

Period period_of(Date date);
Period period_of(Month month);
Period period_of_year(int year);

// Strict ISO 8601: "2025-07-19", "2025-07", "2025". Anything else is nothing: never guessed.
std::optional<Date> parse_date(std::string_view text);
std::optional<Month> parse_month(std::string_view text);
std::optional<Period> parse_period(std::string_view text);

std::string iso(Date date);
std::string iso(Month month);
std::string iso(const Period& period);

}  // namespace tiendo
