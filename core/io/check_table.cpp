// The rules of a table's own schema (table.h).
#include <unordered_map>
#include <utility>

#include "base/check.h"
#include "base/text.h"
#include "io/problems.h"
#include "io/table.h"

namespace tiendo::io {
namespace {

bool is_among(const std::vector<Choice>& choices, std::string_view cell,
              const std::optional<double>& value) {
  for (const Choice& choice : choices)
    if (choice.written == cell || (value && choice.value == value)) return true;
  return false;
}

std::string joined(const std::vector<Choice>& choices) {
  constexpr std::size_t shown_max = 20;
  std::string text;
  for (std::size_t i = 0; i < choices.size() && i < shown_max; ++i)
    text += (i == 0 ? "" : ", ") + choices[i].written;
  return choices.size() > shown_max ? text + ", …" : text;
}

// What a cell can break, in the order in which it is looked at.
enum class Rule : unsigned char {
  none, required, type, choice, minimum, maximum, exclusive_minimum, exclusive_maximum, min_length,
  max_length, pattern
};

Rule broken_bound(const Constraints& rules, double value) {
  if (rules.minimum && value < rules.minimum->value) return Rule::minimum;
  if (rules.maximum && value > rules.maximum->value) return Rule::maximum;
  if (rules.exclusive_minimum && value <= rules.exclusive_minimum->value)
    return Rule::exclusive_minimum;
  if (rules.exclusive_maximum && value >= rules.exclusive_maximum->value)
    return Rule::exclusive_maximum;
  return Rule::none;
}

// The first rule of the field that a cell breaks.
Rule broken_rule(const Field& field, std::string_view cell) {
  const Constraints& rules = field.constraints;
  if (is_missing(cell)) return rules.required ? Rule::required : Rule::none;
  if (!is_of_type(field, cell)) return Rule::type;
  const bool is_ordered = !rules.choices.empty() || rules.has_bounds();
  const std::optional<double> value = is_ordered ? ordinal_of(field, cell) : std::nullopt;
  if (!rules.choices.empty() && !is_among(rules.choices, cell, value)) return Rule::choice;
  if (const Rule rule = value ? broken_bound(rules, *value) : Rule::none; rule != Rule::none)
    return rule;
  if (rules.min_length || rules.max_length) {
    const std::size_t length = count_code_points(cell);
    if (length < rules.min_length.value_or(0)) return Rule::min_length;
    if (length > rules.max_length.value_or(length)) return Rule::max_length;
  }
  if (rules.pattern && !rules.pattern->matches(cell)) return Rule::pattern;
  return Rule::none;
}

Bilingual in_words(Rule rule, const Constraints& rules) {
  const auto words = [](const char* vi, const char* en, std::string limit) {
    return problem::fill({vi, en}, {problem::both(std::move(limit))});
  };
  switch (rule) {
    case Rule::minimum:
      return words("giá trị nhỏ nhất là {0}", "the least value is {0}", rules.minimum->written);
    case Rule::maximum:
      return words("giá trị lớn nhất là {0}", "the greatest value is {0}", rules.maximum->written);
    case Rule::exclusive_minimum:
      return words("giá trị phải lớn hơn {0}", "the value must be above {0}",
                   rules.exclusive_minimum->written);
    case Rule::exclusive_maximum:
      return words("giá trị phải nhỏ hơn {0}", "the value must be below {0}",
                   rules.exclusive_maximum->written);
    case Rule::min_length:
      return words("cần ít nhất {0} ký tự", "at least {0} characters are needed",
                   std::to_string(*rules.min_length));
    case Rule::max_length:
      return words("được nhiều nhất {0} ký tự", "at most {0} characters are allowed",
                   std::to_string(*rules.max_length));
    case Rule::pattern:
      return words("phải theo mẫu {0}", "it must match the pattern {0}", rules.pattern_written);
    case Rule::none:
    case Rule::required:
    case Rule::type:
    case Rule::choice: break;
  }
  check(false);
  return {};
}

Problem problem_of(Rule rule, const Field& field, std::string_view cell, Place place) {
  if (rule == Rule::required) return problem::required_cell(std::move(place));
  if (rule == Rule::type) return problem::wrong_type(std::move(place), cell, expected(field));
  if (rule == Rule::choice)
    return problem::not_allowed(std::move(place), cell, joined(field.constraints.choices));
  return problem::out_of_bounds(std::move(place), cell, in_words(rule, field.constraints));
}

bool needs_no_check(const Field& field) {
  const Constraints& rules = field.constraints;
  const bool is_text = field.type == FieldType::any || field.type == FieldType::string;
  return is_text && !field.text_form && !rules.required &&
         rules.choices.empty() && !rules.pattern && !rules.min_length && !rules.max_length;
}

// A text that is too long or not by its pattern is still a text: a key that is badly formed must
// not make a foreign-key error of every row that refers to it.
bool stays_readable(const Field& field, std::string_view cell) {
  const bool is_text = field.type == FieldType::string || field.type == FieldType::any;
  return is_text && is_present(cell) && field.constraints.choices.empty();
}

void check_cells(Table& table, Problems& problems) {
  std::vector<std::size_t> columns;
  for (std::size_t column = 0; column < table.fields.size(); ++column)
    if (!needs_no_check(table.fields[column])) columns.push_back(column);
  std::vector<std::string_view> last_good(table.fields.size());  // columns repeat themselves
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (const std::size_t column : columns) {
      std::string_view& cell = table.cell(row, column);
      const Field& field = table.fields[column];
      if (is_faulty(cell)) continue;
      if (is_present(cell) && is_present(last_good[column]) && cell == last_good[column]) continue;
      const Rule rule = broken_rule(field, cell);
      if (rule == Rule::none) {
        if (is_present(cell)) last_good[column] = cell;
        continue;
      }
      problems.add_error([&] { return problem_of(rule, field, cell, table.place(row, column)); });
      if (!stays_readable(field, cell)) cell = faulty_cell;
    }
  }
}

// The columns of `names`; nothing where one is absent, which the header has reported.
std::optional<std::vector<std::size_t>> find_columns(const Table& table,
                                                     const std::vector<std::string>& names) {
  std::vector<std::size_t> columns;
  for (const std::string& name : names) {
    const std::optional<std::size_t> column = table.find_column(name);
    if (!column) return {};
    columns.push_back(*column);
  }
  return columns;
}

struct RowKey {
  std::string text;  // the cells, with a character between them that no cell holds
  bool has_missing = false, has_faulty = false, has_present = false;
};

RowKey key_of(const Table& table, std::size_t row, const std::vector<std::size_t>& columns) {
  RowKey key;
  for (const std::size_t column : columns) {
    const std::string_view cell = table.cell(row, column);
    key.has_missing |= is_missing(cell);
    key.has_faulty |= is_faulty(cell);
    key.has_present |= is_present(cell);
    if (!key.text.empty()) key.text += '\0';
    key.text += cell;
  }
  return key;
}

std::string shown(std::string key) {
  for (char& c : key)
    if (c == '\0') c = '|';
  return key;
}

// What a missing cell does in a key.
enum class Missing : unsigned char { is_reported, excuses_row, is_compared };

void check_key(Table& table, const std::vector<std::string>& names, Missing missing,
               Problems& problems) {
  const auto columns = find_columns(table, names);
  if (names.empty() || !columns) return;
  std::unordered_map<std::string, std::size_t> first_rows;
  first_rows.reserve(table.rows.size());
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    RowKey key = key_of(table, row, *columns);
    if (key.has_faulty || (key.has_missing && missing == Missing::excuses_row)) continue;
    std::string_view& first_cell = table.cell(row, columns->front());
    if (key.has_missing && missing == Missing::is_reported) {
      for (const std::size_t column : *columns)
        if (is_missing(table.cell(row, column)))
          problems.add_error([&] { return problem::missing_key(table.place(row, column)); });
      first_cell = faulty_cell;
      continue;
    }
    const auto [entry, is_new] = first_rows.emplace(std::move(key.text), row);
    if (is_new) continue;
    const std::string& text = entry->first;
    const std::size_t first_row = entry->second;
    problems.add_error([&] {
      const Place place = table.place(row, columns->front());
      const int first_line = table.rows[first_row].line;
      return missing == Missing::excuses_row
                 ? problem::repeated_value(place, shown(text), first_line)
                 : problem::repeated_key(place, shown(text), first_line);
    });
    first_cell = faulty_cell;
  }
}

const Table* find_table(const std::deque<Table>& tables, std::string_view name) {
  for (const Table& table : tables)
    if (table.name == name) return &table;
  return nullptr;
}

void check_reference(Table& table, const ForeignKey& key, const Table& target, Problems& problems) {
  const auto columns = find_columns(table, key.fields);
  const auto target_columns = find_columns(target, key.reference_fields);
  if (!columns || !target_columns) return;
  std::unordered_map<std::string, std::size_t> known;
  known.reserve(target.rows.size());
  for (std::size_t row = 0; row < target.rows.size(); ++row)
    known.emplace(key_of(target, row, *target_columns).text, row);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const RowKey wanted = key_of(table, row, *columns);
    if (wanted.has_faulty || !wanted.has_present || known.count(wanted.text) != 0) continue;
    const std::size_t column = columns->front();
    problems.add_error([&] {
      return problem::unknown_reference(table.place(row, column), shown(wanted.text), target.name);
    });
    table.cell(row, column) = faulty_cell;
  }
}

}  // namespace

void check_table(Table& table, const TableSchema& schema, Problems& problems) {
  check_cells(table, problems);
  for (const Field& field : schema.fields)
    if (field.constraints.unique) check_key(table, {field.name}, Missing::excuses_row, problems);
  check_key(table, schema.primary_key, Missing::is_reported, problems);
  for (const std::vector<std::string>& key : schema.unique_keys)
    check_key(table, key, Missing::excuses_row, problems);
}

void check_profile_key(Table& table, const std::vector<std::string>& names, Problems& problems) {
  std::vector<std::string> present;
  for (const std::string& name : names)
    if (table.find_column(name)) present.push_back(name);
  check_key(table, present, Missing::is_compared, problems);
}

void check_references(Table& table, const TableSchema& schema, const std::deque<Table>& tables,
                      Problems& problems) {
  for (const ForeignKey& key : schema.foreign_keys) {
    const Table* target = key.resource.empty() ? &table : find_table(tables, key.resource);
    if (target) {
      check_reference(table, key, *target, problems);
    } else {
      problems.add(problem::error(
          "foreign-key", {.file = table.files.empty() ? "" : table.files.front()},
          problem::fill({"Khóa ngoại dẫn tới bảng {0}, mà gói không có bảng này.",
                         "A foreign key leads to the table {0}, which the package does not have."},
                        {problem::quoted(key.resource)})));
    }
  }
}

}  // namespace tiendo::io
