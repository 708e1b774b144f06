#include "io/field.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "io/problems.h"

namespace tiendo::io {
namespace {

constexpr std::size_t number_length_max = 100;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool contains(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// What is left without the signs around a number: "95 %" is 95, "(1.200 đ)" 1.200, ".5 %" .5.
std::string_view strip_around(const Field& field, std::string_view cell) {
  const auto is_part = [&](std::size_t place) {
    const char c = cell[place];
    const bool is_point = c == field.decimal_char && place + 1 < cell.size();
    return is_digit(c) || c == '-' || c == '+' || (is_point && is_digit(cell[place + 1]));
  };
  std::size_t begin = 0, end = cell.size();
  while (begin < end && !is_part(begin)) ++begin;
  while (begin < end && !is_digit(cell[end - 1])) --end;
  return cell.substr(begin, end - begin);
}

// The number as every parser reads it: digits, one '.', an exponent. Empty: it is none. A group
// character must have a digit on both sides, so that "1,,5" and "1," are no numbers.
std::string plain_number(const Field& field, std::string_view cell) {
  if (!field.bare_number) cell = strip_around(field, cell);
  if (!cell.empty() && cell.front() == '+') {
    cell.remove_prefix(1);
    if (!cell.empty() && cell.front() == '-') return {};
  }
  if (cell.empty() || cell.size() > number_length_max) return {};
  std::string plain;
  bool has_digit = false, has_point = false, has_exponent = false;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char c = cell[i];
    const bool is_after_exponent = i > 0 && (cell[i - 1] == 'e' || cell[i - 1] == 'E');
    if (is_digit(c)) {
      has_digit = true;
    } else if (c == field.decimal_char && !has_point && !has_exponent) {
      has_point = true;
      plain += '.';
      continue;
    } else if ((c == 'e' || c == 'E') && has_digit && !has_exponent) {
      has_exponent = true;
    } else if (field.group_char != 0 && c == field.group_char && !has_point && !has_exponent) {
      const bool is_between =
          i > 0 && i + 1 < cell.size() && is_digit(cell[i - 1]) && is_digit(cell[i + 1]);
      if (!is_between) return {};
      continue;
    } else if (!(c == '-' && (i == 0 || is_after_exponent)) && !(c == '+' && is_after_exponent)) {
      return {};
    }
    plain += c;
  }
  return has_digit ? plain : std::string();
}

std::optional<double> parse_double(const std::string& plain) {
  char* end = nullptr; // the nearest double with every C library; nothing sets another locale
  const double value = std::strtod(plain.c_str(), &end);
  if (end != plain.c_str() + plain.size() || !std::isfinite(value)) return {};
  return value;
}

// A number of up to 15 digits with or without a point, which is how nearly all are written;
// nothing: it is another one, or none. Digits and power of ten are exact as doubles, so that their
// quotient is the nearest double (W. Clinger, "How to Read Floating Point Numbers Accurately").
std::optional<Number> read_short_number(std::string_view cell) {
  constexpr double powers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                               1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  const bool is_negative = !cell.empty() && cell.front() == '-';
  cell.remove_prefix(is_negative ? 1 : 0);
  if (cell.empty() || cell.size() > 16 || !is_digit(cell.front()) || !is_digit(cell.back()))
    return {};
  std::int64_t digits = 0;
  std::size_t point = cell.size() - 1;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (is_digit(cell[i])) {
      digits = digits * 10 + (cell[i] - '0');
    } else if (cell[i] == '.' && point == cell.size() - 1) {
      point = i;
    } else {
      return {};
    }
  }
  const std::size_t decimals = cell.size() - 1 - point;
  if (cell.size() - (decimals > 0 ? 1 : 0) > 15) return {};
  const double value = static_cast<double>(digits) / powers[decimals];
  return Number{.value = is_negative ? -value : value, .decimals = static_cast<int>(decimals)};
}

int printed_decimals(const std::string& plain) {
  const std::size_t exponent_at = std::min(plain.find_first_of("eE"), plain.size());
  const std::size_t point = plain.find('.');
  const std::size_t digits = point < exponent_at ? exponent_at - point - 1 : 0;
  int exponent = 0;
  const bool is_negative = plain.substr(exponent_at, 2).find('-') != std::string::npos;
  for (std::size_t i = exponent_at; i < plain.size(); ++i)
    if (is_digit(plain[i])) exponent = std::min(exponent * 10 + (plain[i] - '0'), 1000);
  return std::max(0, static_cast<int>(digits) + (is_negative ? exponent : -exponent));
}

std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return {};
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_digit(text[i])) return {};
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

// A moment by its format; what the format does not have stays 0.
struct Parts { int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0; };

int& part_of(Parts& parts, char name) {
  switch (name) {
    case 'Y': return parts.year;
    case 'm': return parts.month;
    case 'd': return parts.day;
    case 'H': return parts.hour;
    case 'M': return parts.minute;
    default: return parts.second;
  }
}

// Of one that can be.
std::optional<Parts> parse_by_format(std::string_view format, std::string_view text) {
  Parts parts;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') {
      if (text.empty() || text.front() != format[i]) return {};
      text.remove_prefix(1);
      continue;
    }
    const char name = format[++i];
    std::optional<int> value = take_digits(text, name == 'Y' ? 4 : 2);
    if (!value && name != 'Y') value = take_digits(text, 1);
    if (!value) return {};
    part_of(parts, name) = *value;
  }
  const Date date{parts.year, parts.month, parts.day};
  if (!text.empty() || date.month < 1 || date.month > 12) return {};
  if (date.day < 1 || date.day > days_in_month(month_of(date))) return {};
  if (parts.hour > 23 || parts.minute > 59 || parts.second > 60) return {};
  return parts;
}

Date day_of(const Parts& parts) { return {parts.year, parts.month, parts.day}; }

double seconds_of(const Parts& parts) {
  return 86400.0 * static_cast<double>(day_number(day_of(parts))) + 3600.0 * parts.hour +
         60.0 * parts.minute + parts.second;
}

// ISO 8601 with seconds and an optional zone, as seconds of Universal Time, which is meant without
// one: 2025-07-19T08:30:00, …Z, …+07:00.
std::optional<double> parse_iso_datetime(std::string_view cell) {
  constexpr std::size_t length = 19;
  const std::optional<Parts> parts =
      cell.size() < length ? std::nullopt
                           : parse_by_format("%Y-%m-%dT%H:%M:%S", cell.substr(0, length));
  if (!parts) return {};
  double seconds = seconds_of(*parts);
  std::string_view rest = cell.substr(length);
  if (!rest.empty() && rest.front() == '.') {
    rest.remove_prefix(1);
    if (rest.empty() || !is_digit(rest.front())) return {};
    for (double digit = 0.1; !rest.empty() && is_digit(rest.front()); digit /= 10) {
      seconds += digit * (rest.front() - '0');
      rest.remove_prefix(1);
    }
  }
  if (rest.empty() || rest == "Z") return seconds;
  const int sign = rest.front() == '+' ? 1 : rest.front() == '-' ? -1 : 0;
  rest.remove_prefix(1);
  const std::optional<int> hours = take_digits(rest, 2);
  if (sign == 0 || !hours || rest.empty() || rest.front() != ':') return {};
  rest.remove_prefix(1);
  const std::optional<int> minutes = take_digits(rest, 2);
  if (!minutes || !rest.empty()) return {};
  return seconds - sign * (3600.0 * *hours + 60.0 * *minutes);
}

// Without the zeros that say nothing; with an exponent as the nearest double.
std::string canonical_number(const std::string& plain) {
  if (plain.find_first_of("eE") != std::string::npos) {
    char text[40];
    std::snprintf(text, sizeof text, "%.17g", std::strtod(plain.c_str(), nullptr));
    return text;
  }
  const bool is_negative = plain.front() == '-';
  std::string_view whole = plain, fraction;
  whole.remove_prefix(is_negative ? 1 : 0);
  if (const std::size_t point = whole.find('.'); point != std::string_view::npos) {
    fraction = whole.substr(point + 1);
    whole = whole.substr(0, point);
  }
  whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
  fraction = fraction.substr(0, fraction.find_last_not_of('0') + 1);
  if (whole.empty() && fraction.empty()) return "0";
  std::string text = (is_negative ? "-" : "") + std::string(whole.empty() ? "0" : whole);
  return fraction.empty() ? text : text + "." + std::string(fraction);
}

std::string as_json(char c) { return std::string("\"") + c + '"'; }

// The members of a field with which the number would be read; empty: none is known.
std::string marks_for_number(const Field& field, FieldType type, std::string_view cell) {
  struct Marks { char decimal, group; };
  constexpr Marks marks[] = {{'.', 0}, {',', 0}, {',', '.'}, {'.', ','}};
  for (const bool is_bare : {true, false}) {
    if (!is_bare && !cell.ends_with('%')) continue;
    for (const Marks mark : marks) {
      Field other = field;
      other.type = type;
      other.decimal_char = mark.decimal;
      other.group_char = mark.group;
      other.bare_number = is_bare;
      if (!is_of_type(other, cell)) continue;
      std::string members;
      if (mark.decimal != '.') members += ", \"decimalChar\": " + as_json(mark.decimal);
      if (mark.group != 0) members += ", \"groupChar\": " + as_json(mark.group);
      if (!is_bare) members += ", \"bareNumber\": false";
      return members;
    }
  }
  return {};
}

// Whether day or month comes first is for the publisher to say: the first that fits is an example.
std::string format_for_date(std::string_view cell) {
  for (const char* format : {"%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%d.%m.%Y"})
    if (parse_by_format(format, cell)) return std::string(", \"format\": \"") + format + '"';
  return {};
}

}  // namespace

std::optional<Number> read_number(const Field& field, std::string_view cell) {
  const bool is_common = field.decimal_char == '.' && field.group_char == 0 && field.bare_number;
  if (is_common)
    if (const std::optional<Number> number = read_short_number(cell)) return number;
  const std::string plain = plain_number(field, cell);
  const std::optional<double> value = plain.empty() ? std::nullopt : parse_double(plain);
  if (!value) return {};
  return Number{.value = *value, .decimals = printed_decimals(plain)};
}

std::optional<std::int64_t> read_integer(const Field& field, std::string_view cell) {
  constexpr std::size_t digits_max = 18;  // all of these fit
  if (cell.size() <= digits_max && !cell.empty() &&
      std::all_of(cell.begin(), cell.end(), is_digit)) {
    std::int64_t value = 0;
    for (const char c : cell) value = value * 10 + (c - '0');
    return value;
  }
  const std::string plain = plain_number(field, cell);
  const std::size_t sign = !plain.empty() && plain.front() == '-' ? 1 : 0;
  if (plain.size() == sign || plain.size() - sign > digits_max) return {};
  std::int64_t value = 0;
  for (std::size_t i = sign; i < plain.size(); ++i) {
    if (!is_digit(plain[i])) return {};
    value = value * 10 + (plain[i] - '0');
  }
  return sign != 0 ? -value : value;
}

std::optional<bool> read_boolean(const Field& field, std::string_view cell) {
  if (contains(field.true_values, cell)) return true;
  if (contains(field.false_values, cell)) return false;
  return {};
}

std::optional<Date> read_date(const Field& field, std::string_view cell) {
  if (field.date_format.empty()) return parse_date(cell);
  const std::optional<Parts> parts = parse_by_format(field.date_format, cell);
  return parts ? std::optional(day_of(*parts)) : std::nullopt;
}

std::optional<Period> read_period(const Field& field, std::string_view cell) {
  if (field.date_format.empty()) return parse_period(cell);
  const std::optional<Date> date = read_date(field, cell);
  return date ? std::optional<Period>(period_of(*date)) : std::nullopt;
}

bool is_format(FieldType type, std::string_view format) {
  Parts counts;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') continue;
    if (++i == format.size()) return false;
    if (std::string_view("YmdHMS").find(format[i]) == std::string_view::npos) return false;
    ++part_of(counts, format[i]);
  }
  const bool has_date = counts.year == 1 && counts.month == 1 && counts.day == 1;
  const int hours = type == FieldType::datetime ? 1 : 0;
  return has_date && counts.hour == hours && counts.minute == hours && counts.second <= hours;
}

std::string_view canonical(const Field& field, std::string_view cell, std::string& room) {
  if (!has_many_forms(field) || cell.empty()) return cell;
  if (field.type == FieldType::date) {
    const std::optional<Date> date = read_date(field, cell);
    if (date) room = iso(*date);
    return date ? std::string_view(room) : cell;
  }
  const bool is_plain = (cell.front() != '0' || cell.size() == 1) &&
                        std::all_of(cell.begin(), cell.end(), is_digit);
  if (field.type == FieldType::boolean) {
    const std::optional<bool> value = read_boolean(field, cell);
    return !value ? cell : *value ? "true" : "false";
  }
  if (is_plain) return cell;
  const std::string plain = plain_number(field, cell);
  if (plain.empty()) return cell;
  room = canonical_number(plain);
  return room;
}

bool is_of_type(const Field& field, std::string_view cell) {
  switch (field.type) {
    case FieldType::any: return true;
    case FieldType::string: return !field.text_form || field.text_form->matches(cell);
    default: return ordinal_of(field, cell).has_value();
  }
}

bool has_order(FieldType type) {
  return type != FieldType::any && type != FieldType::string && type != FieldType::boolean;
}

std::optional<double> ordinal_of(const Field& field, std::string_view cell) {
  switch (field.type) {
    case FieldType::any:
    case FieldType::string: return {};
    case FieldType::boolean: {
      const std::optional<bool> value = read_boolean(field, cell);
      return value ? std::optional<double>(*value ? 1 : 0) : std::nullopt;
    }
    case FieldType::datetime: {
      if (field.date_format.empty()) return parse_iso_datetime(cell);
      const std::optional<Parts> parts = parse_by_format(field.date_format, cell);
      return parts ? std::optional(seconds_of(*parts)) : std::nullopt;
    }
    case FieldType::integer: {
      const std::optional<std::int64_t> value = read_integer(field, cell);
      return value ? std::optional<double>(static_cast<double>(*value)) : std::nullopt;
    }
    case FieldType::number: {
      const std::optional<Number> value = read_number(field, cell);
      return value ? std::optional<double>(value->value) : std::nullopt;
    }
    case FieldType::date: {
      const std::optional<Date> value = read_date(field, cell);
      return value ? std::optional<double>(static_cast<double>(day_number(*value))) : std::nullopt;
    }
    case FieldType::yearmonth: {
      const std::optional<Month> value = parse_month(cell);
      return value ? std::optional<double>(12.0 * value->year + value->month) : std::nullopt;
    }
    case FieldType::year: {
      const std::optional<Period> value = cell.size() == 4 ? parse_period(cell) : std::nullopt;
      return value ? std::optional<double>(value->first.year) : std::nullopt;
    }
  }
  return {};
}

Bilingual expected_number(const Field& field) {
  const std::string example = std::string("39") + field.decimal_char + "51";
  return problem::fill({"một số, ví dụ {0}", "a number such as {0}"}, {problem::both(example)});
}

Bilingual expected_date(const Field& field) {
  if (field.date_format.empty())
    return {"một ngày dạng năm-tháng-ngày, ví dụ 2025-07-19",
            "a date written year-month-day, such as 2025-07-19"};
  return problem::fill({"một ngày dạng {0}", "a date of the form {0}"},
                       {problem::both(field.date_format)});
}

Bilingual type_mend(const Field& field, FieldType wanted, std::string_view cell,
                    bool is_required) {
  const bool is_date = wanted == FieldType::date;
  const bool is_number = wanted == FieldType::number || wanted == FieldType::integer;
  const std::string members = is_number ? marks_for_number(field, wanted, cell)
                              : is_date ? format_for_date(cell)
                                        : std::string();
  if (!members.empty()) {
    const char* type = is_date ? "date" : wanted == FieldType::integer ? "integer" : "number";
    return problem::fill(
        {"Nếu cả cột viết như vậy thì khai cột trong lược đồ của bảng (“schema” trong "
         "datapackage.json), ví dụ {0}; nếu không thì sửa ô.",
         "If the whole column is written like this, describe it in the table's “schema” in "
         "datapackage.json, for example {0}; otherwise mend the cell."},
        {problem::both("{\"name\": \"" + field.name + "\", \"type\": \"" + type + "\"" + members +
                       "}")});
  }
  constexpr std::size_t day_number_length = 5;  // since 1900, as spreadsheets count
  if (is_date && cell.size() == day_number_length &&
      std::all_of(cell.begin(), cell.end(), is_digit))
    return {"Có vẻ đây là số thứ tự của một ngày trong bảng tính: đặt dạng năm-tháng-ngày "
            "(yyyy-mm-dd) cho cột rồi lưu lại.",
            "This seems to be a spreadsheet's number of a day: format the column as "
            "year-month-day (yyyy-mm-dd) and save it again."};
  if (is_required) return {"Sửa ô.", "Mend the cell."};
  return {"Sửa ô, hoặc để trống nếu không có số liệu.",
          "Mend the cell, or leave it empty where there is no figure."};
}

Bilingual expected(const Field& field) {
  switch (field.type) {
    case FieldType::integer: return {"một số nguyên, ví dụ 34", "a whole number such as 34"};
    case FieldType::number: return expected_number(field);
    case FieldType::boolean:
      return problem::fill(
          {"{0} hoặc {1}", "{0} or {1}"},
          {problem::both(field.true_values.empty() ? "" : field.true_values[0]),
           problem::both(field.false_values.empty() ? "" : field.false_values[0])});
    case FieldType::date: return expected_date(field);
    case FieldType::datetime:
      if (!field.date_format.empty()) return expected_date(field);
      return {"ngày và giờ, ví dụ 2025-07-19T08:30:00",
              "a date and time such as 2025-07-19T08:30:00"};
    case FieldType::yearmonth:
      return {"một tháng dạng năm-tháng, ví dụ 2025-07",
              "a month written year-month, such as 2025-07"};
    case FieldType::year: return {"một năm, ví dụ 2025", "a year such as 2025"};
    case FieldType::any:
    case FieldType::string: break;
  }
  if (!field.text_form) return {"chữ", "text"};
  return problem::fill({"chữ dạng “{0}”", "text of the form “{0}”"},
                       {problem::both(field.text_format)});
}

}  // namespace tiendo::io
