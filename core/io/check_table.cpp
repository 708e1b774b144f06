#include "io/check_table.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/check.h"
#include "base/text.h"
#include "io/problems.h"

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

bool is_text(const Field& field) {
  return field.type == FieldType::any || field.type == FieldType::string;
}

bool needs_no_check(const Field& field) {
  const Constraints& rules = field.constraints;
  return is_text(field) && !field.text_form && !rules.required && rules.choices.empty() &&
         !rules.pattern && !rules.min_length && !rules.max_length;
}

// A text that is too long or not by its pattern is still a text: a key that is badly formed must
// not make a foreign-key error of every row that refers to it.
bool stays_readable(const Field& field, std::string_view cell) {
  return is_text(field) && is_present(cell) && field.constraints.choices.empty();
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

std::string shown(const Table& table, std::size_t row, const std::vector<std::size_t>& columns) {
  std::string text;
  for (const std::size_t column : columns) {
    if (!text.empty()) text += '|';
    text += table.cell(row, column);
  }
  return text;
}

}  // namespace

Step CellCheck::step(std::size_t rows_max) {
  if (next_row_ == 0)
    for (std::size_t column = 0; column < table_.fields.size(); ++column)
      if (!needs_no_check(table_.fields[column])) columns_.push_back({.index = column, .good = {}});
  if (columns_.empty()) return Step::done;
  const std::size_t end = std::min(table_.row_count(), next_row_ + rows_max);
  for (; next_row_ < end; ++next_row_) check_row(next_row_);
  return next_row_ < table_.row_count() ? Step::more : Step::done;
}

void CellCheck::check_row(std::size_t row) {
  table_.read_row(row, cells_);
  for (Column& column : columns_) {
    const std::string_view cell = cells_[column.index];
    if (is_faulty(cell)) continue;
    if (is_present(cell) && is_present(column.good) && cell == column.good) continue;
    const Rule rule = broken_rule(table_.fields[column.index], cell);
    if (rule != Rule::none) {
      report(column.index, row, cell, rule);
    } else if (is_present(cell)) {
      column.good = cell;
    }
  }
}

void CellCheck::report(std::size_t column, std::size_t row, std::string_view cell, Rule rule) {
  const Field& field = table_.fields[column];
  problems_.add_error([&] { return problem_of(rule, field, cell, table_.place(row, column)); });
  if (!stays_readable(field, cell)) table_.set_faulty(row, column);
}

Step KeyCheck::step(std::size_t rows_max) {
  if (!index_) {
    auto columns = find_columns(table_, names_);
    if (names_.empty() || !columns) return Step::done;
    index_.emplace(table_, std::move(*columns));
  }
  const std::size_t end = std::min(table_.row_count(), next_row_ + rows_max);
  for (; next_row_ < end; ++next_row_) check_row(next_row_);
  return next_row_ < table_.row_count() ? Step::more : Step::done;
}

void KeyCheck::check_row(std::size_t row) {
  const std::vector<std::size_t>& columns = index_->columns();
  bool has_missing = false;
  for (const std::size_t column : columns) {
    const std::string_view cell = table_.cell(row, column);
    if (is_faulty(cell)) return;
    has_missing |= is_missing(cell);
  }
  if (has_missing && missing_ == Missing::excuses_row) return;
  if (has_missing && missing_ == Missing::is_reported) {
    for (const std::size_t column : columns)
      if (is_missing(table_.cell(row, column)))
        problems_.add_error([&] { return problem::missing_key(table_.place(row, column)); });
    table_.set_faulty(row, columns.front());
    return;
  }
  const std::optional<std::uint32_t> first_row = index_->add(row);
  if (!first_row) return;
  problems_.add_error([&] {
    const Place place = table_.place(row, columns.front());
    const int first_line = table_.line(*first_row);
    const std::string text = shown(table_, row, columns);
    return missing_ == Missing::excuses_row ? problem::repeated_value(place, text, first_line)
                                            : problem::repeated_key(place, text, first_line);
  });
  table_.set_faulty(row, columns.front());
}

void ReferenceCheck::report_target() {
  problems_.add(problem::error(
      "foreign-key", {.file = table_.first_file()},
      problem::fill({"Khóa ngoại dẫn tới bảng {0}, mà gói không có bảng này.",
                     "A foreign key leads to the table {0}, which the package does not have."},
                    {problem::quoted(key_.resource)})));
}

Step ReferenceCheck::step(std::size_t rows_max) {
  if (!target_) {
    report_target();
    return Step::done;
  }
  if (!index_) {
    auto columns = find_columns(table_, key_.fields);
    auto target_columns = find_columns(*target_, key_.reference_fields);
    if (!columns || !target_columns || columns->size() != target_columns->size())
      return Step::done;
    columns_ = std::move(*columns);
    cells_.resize(columns_.size());
    last_good_.resize(columns_.size());
    index_.emplace(*target_, std::move(*target_columns));
  }
  const std::size_t target_end = std::min(target_->row_count(), next_target_ + rows_max);
  for (; next_target_ < target_end; ++next_target_) index_->add(next_target_);
  if (next_target_ < target_->row_count()) return Step::more;
  const std::size_t end = std::min(table_.row_count(), next_row_ + rows_max);
  for (; next_row_ < end; ++next_row_) check_row(next_row_);
  return next_row_ < table_.row_count() ? Step::more : Step::done;
}

void ReferenceCheck::check_row(std::size_t row) {
  bool has_present = false;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    cells_[i] = table_.cell(row, columns_[i]);
    if (is_faulty(cells_[i])) return;
    has_present |= is_present(cells_[i]);
  }
  if (!has_present || cells_ == last_good_) return;
  if (index_->find(cells_.data())) {
    last_good_ = cells_;
    return;
  }
  const std::size_t column = columns_.front();
  problems_.add_error([&] {
    return problem::unknown_reference(table_.place(row, column), shown(table_, row, columns_),
                                      target_->name);
  });
  table_.set_faulty(row, column);
}

}  // namespace tiendo::io
