// Field: what a Table Schema says of one column, and how the texts of its cells are read as
// numbers, dates and truth values. Nothing is guessed: "04/05/2025" is a date only where the
// field's format says which of the two is the day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/language.h"
#include "io/pattern.h"

namespace tiendo::io {

enum class FieldType : unsigned char {
  any, string, integer, number, boolean, date, datetime, yearmonth, year
};

struct Bound {
  double value = 0;     // by ordinal_of
  std::string written;  // as the schema has it
};
struct Choice {
  std::string written;
  std::optional<double> value;  // by ordinal_of, where the type has an order
};

struct Constraints {
  bool required = false, unique = false;
  std::vector<Choice> choices;  // enum, categories; empty: everything
  std::optional<Pattern> pattern;
  std::string pattern_written;
  std::optional<Bound> minimum, maximum, exclusive_minimum, exclusive_maximum;
  std::optional<std::size_t> min_length, max_length;  // in code points

  bool has_bounds() const {
    return minimum || maximum || exclusive_minimum || exclusive_maximum;
  }
};

struct Field {
  std::string name;
  FieldType type = FieldType::any;
  std::string date_format;  // "%d/%m/%Y", "%d/%m/%Y %H:%M"; empty: ISO 8601
  std::string text_format;  // of a string: "email", "uri", "uuid", "binary"; empty: any text
  std::optional<Pattern> text_form;
  char decimal_char = '.', group_char = 0;
  bool bare_number = true;  // false: signs around a number, as in "95 %", are left out
  std::vector<std::string> true_values = {"true", "True", "TRUE", "1"};
  std::vector<std::string> false_values = {"false", "False", "FALSE", "0"};
  std::vector<std::string> missing_values = {""};
  Constraints constraints;
  bool is_unreadable = false;  // how cells are written is not understood, which is reported
};

struct Number {
  double value = 0;  // always finite
  int decimals = 0;  // digits after the point, as printed
};

std::optional<Number> read_number(const Field& field, std::string_view cell);
std::optional<std::int64_t> read_integer(const Field& field, std::string_view cell);
std::optional<bool> read_boolean(const Field& field, std::string_view cell);
std::optional<Date> read_date(const Field& field, std::string_view cell);
std::optional<Period> read_period(const Field& field, std::string_view cell);  // year, month or day

// %d, %m and %Y, each once (4 and 04 are both %d, as strptime reads them); of a datetime %H and %M
// besides, and perhaps %S.
bool is_format(FieldType type, std::string_view format);
bool is_of_type(const Field& field, std::string_view cell);
bool has_order(FieldType type);
// A value of these may be written in several ways: 1, 1.0 and 01; true and TRUE; 4/5/2025.
inline bool has_many_forms(const Field& field) {
  return field.type == FieldType::integer || field.type == FieldType::number ||
         field.type == FieldType::boolean ||
         (field.type == FieldType::date && !field.date_format.empty());
}
// One of these ways, the same for the same value, perhaps in `room`. Of every other type, and of
// what is not of the type, the cell itself.
std::string_view canonical(const Field& field, std::string_view cell, std::string& room);
// A number that orders the values of the field's type, or tells true from false; nothing for text
// and for what is not of the type.
std::optional<double> ordinal_of(const Field& field, std::string_view cell);

Bilingual expected(const Field& field);  // "a number such as 39.51", for problems
Bilingual expected_number(const Field& field);
Bilingual expected_date(const Field& field);
// How to mend a cell that is not of the type `wanted`: where another way to write numbers or dates
// would read it, the field that states that way.
Bilingual type_mend(const Field& field, FieldType wanted, std::string_view cell, bool is_required);

}  // namespace tiendo::io
