#include "io/check_table.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/bytes.h"
#include "base/check.h"
#include "base/text.h"
#include "io/problems.h"

namespace tiendo::io {
namespace {

constexpr std::size_t good_count = 256;

bool is_among(const std::vector<Choice>& choices, std::string_view cell,
              const std::optional<double>& value) {
  for (const Choice& choice : choices)
    if (same_bytes(choice.written, cell) || (value && choice.value == value)) return true;
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

bool is_text(const Field& field) {
  return field.type == FieldType::any || field.type == FieldType::string;
}

// The first rule of the field that a cell breaks.
Rule broken_rule(const Field& field, std::string_view cell) {
  const Constraints& rules = field.constraints;
  if (is_missing(cell)) return rules.required ? Rule::required : Rule::none;
  const std::optional<double> value = ordinal_of(field, cell);
  if (is_text(field) ? !is_of_type(field, cell) : !value) return Rule::type;
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
  if (rule == Rule::type) {
    Bilingual mend = type_mend(field, field.type, cell, field.constraints.required);
    return problem::wrong_type(std::move(place), cell, expected(field), std::move(mend));
  }
  if (rule == Rule::choice)
    return problem::not_allowed(std::move(place), cell, joined(field.constraints.choices));
  return problem::out_of_bounds(std::move(place), cell, in_words(rule, field.constraints));
}

// Whatever is written there is right.
bool takes_any_text(const Field& field) {
  const Constraints& rules = field.constraints;
  return is_text(field) && !field.text_form && rules.choices.empty() && !rules.pattern &&
         !rules.min_length && !rules.max_length;
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

std::string shown(const std::string_view* cells,
                  const std::vector<std::size_t>& columns) {
  std::string text;
  for (const std::size_t column : columns) {
    if (!text.empty()) text += '|';
    text += cells[column];
  }
  return text;
}

}  // namespace

void RowBlock::read(const Table& table, std::size_t row, std::size_t end) {
  constexpr std::size_t count_max = 64;
  first = row;
  count = std::min(count_max, end - row);
  width = table.fields.size();
  cells.resize(count_max * width);
  for (std::size_t i = 0; i < count; ++i) table.read_row(first + i, this->row(i));
}

// The blocks are the same whatever the slices, so that problems come in the same order.
Step TableCheck::step(std::size_t rows_max) {
  for (std::size_t rows = 0; rows < rows_max; rows += block_.count) {
    for (std::size_t i = 0; i < checks_.size();) {
      const RowCheck::Readiness readiness = checks_[i]->prepare(rows_max);
      if (readiness == RowCheck::Readiness::not_yet) return Step::more;
      if (readiness == RowCheck::Readiness::ready) ++i;
      if (readiness == RowCheck::Readiness::not_asked) checks_.erase(checks_.begin() + i);
    }
    if (checks_.empty() || next_row_ == table_.row_count()) return Step::done;
    block_.read(table_, next_row_, table_.row_count());
    next_row_ += block_.count;
    for (const std::unique_ptr<RowCheck>& check : checks_) check->check_rows(block_);
  }
  return Step::more;
}

RowCheck::Readiness CellCheck::prepare(std::size_t) {
  if (!columns_.empty()) return Readiness::ready;
  for (std::size_t column = 0; column < table_.fields.size(); ++column) {
    const Field& field = table_.fields[column];
    const bool takes_any = takes_any_text(field);
    if ((takes_any && !field.constraints.required) || (reads_ && reads_(field))) continue;
    columns_.push_back({.index = column, .field = &field, .takes_any_text = takes_any, .good = {}});
    if (!takes_any) columns_.back().good.resize(good_count, missing_cell);
  }
  return columns_.empty() ? Readiness::not_asked : Readiness::ready;
}

void CellCheck::check_rows(RowBlock& rows) {
  for (Column& column : columns_)
    for (std::size_t i = 0; i < rows.count; ++i)
      check_cell(column, rows.first + i, rows.row(i)[column.index]);
}

void CellCheck::check_cell(Column& column, std::size_t row, std::string_view& cell) {
  if (is_missing(cell) ? !column.field->constraints.required : column.takes_any_text) return;
  if (is_faulty(cell)) return;
  if (is_missing(cell)) return report(column.index, row, cell, Rule::required);
  std::string_view& good = column.good[hash_bytes(0, cell) % good_count];
  if (!is_missing(good) && same_bytes(cell, good)) return;
  const Rule rule = broken_rule(*column.field, cell);
  if (rule != Rule::none) {
    report(column.index, row, cell, rule);
  } else {
    good = cell;
  }
}

void CellCheck::report(std::size_t column, std::size_t row, std::string_view& cell, Rule rule) {
  const Field& field = table_.fields[column];
  problems_.add_error([&] { return problem_of(rule, field, cell, table_.place(row, column)); });
  if (!stays_readable(field, cell)) table_.set_faulty(row, column, cell);
}

RowCheck::Readiness KeyCheck::prepare(std::size_t rows_max) {
  if (!index_) {
    auto columns = find_columns(table_, names_);
    if (names_.empty() || !columns) return Readiness::not_asked;
    index_.emplace(table_, std::move(*columns));
    is_ordered_ = !index_->has_many_forms();  // else what is behind may be the same
  }
  if (is_ordered_) return Readiness::ready;
  if (index_->make_room(rows_max)) return Readiness::not_yet;
  catch_up(rows_max);
  return indexed_ < seen_ ? Readiness::not_yet : Readiness::ready;
}

void KeyCheck::check_rows(RowBlock& rows) {
  seen_ = rows.first + rows.count;
  if (is_ordered_) {
    is_ordered_ = is_in_order(rows);
  } else if (indexed_ == rows.first) {
    add(rows);
  }
}

bool KeyCheck::is_in_order(RowBlock& rows) {
  for (std::size_t i = 0; i < rows.count; ++i) {
    std::string_view* const cells = rows.row(i);
    if (!is_compared(rows.first + i, cells)) continue;
    if (!is_behind_last(cells)) return false;
    last_key_.clear();
    for (const std::size_t column : index_->columns()) last_key_.push_back(cells[column]);
  }
  return true;
}

bool KeyCheck::is_behind_last(const std::string_view* cells) const {
  const std::vector<std::size_t>& columns = index_->columns();
  for (std::size_t i = 0; i < last_key_.size(); ++i) {
    const std::string_view cell = cells[columns[i]];
    if (!same_bytes(cell, last_key_[i])) return cell > last_key_[i];
  }
  return last_key_.empty();
}

// The rows that were looked at before one was out of order.
void KeyCheck::catch_up(std::size_t rows_max) {
  const std::size_t end = std::min(seen_, indexed_ + rows_max);
  while (indexed_ < end) {
    block_.read(table_, indexed_, end);
    add(block_);
  }
}

void KeyCheck::add(RowBlock& rows) {
  indexed_ = rows.first + rows.count;
  compared_.clear();
  hashes_.clear();
  for (std::size_t i = 0; i < rows.count; ++i) {
    if (!is_compared(rows.first + i, rows.row(i))) continue;
    compared_.push_back(i);
    hashes_.push_back(index_->hash_of(rows.row(i)));
  }
  index_->fetch(hashes_);
  for (std::size_t i = 0; i < compared_.size(); ++i) {
    std::string_view* const cells = rows.row(compared_[i]);
    const std::size_t row = rows.first + compared_[i];
    if (const std::optional<std::uint32_t> first = index_->add(row, cells, hashes_[i]))
      report_repeated(row, cells, *first);
  }
}

bool KeyCheck::is_compared(std::size_t row, std::string_view* cells) {
  bool has_missing = false;
  for (const std::size_t column : index_->columns()) {
    if (is_faulty(cells[column])) return false;
    has_missing |= is_missing(cells[column]);
  }
  if (has_missing && missing_ == Missing::is_reported) report_missing(row, cells);
  return !has_missing || missing_ == Missing::is_compared;
}

void KeyCheck::report_repeated(std::size_t row, std::string_view* cells,
                               std::uint32_t first_row) {
  const std::vector<std::size_t>& columns = index_->columns();
  problems_.add_error([&] {
    const Place place = table_.place(row, columns.front());
    const int first_line = table_.line(first_row);
    const std::string text = shown(cells, columns);
    return missing_ == Missing::excuses_row ? problem::repeated_value(place, text, first_line)
                                            : problem::repeated_key(place, text, first_line);
  });
  table_.set_faulty(row, columns.front(), cells[columns.front()]);
}

void KeyCheck::report_missing(std::size_t row, std::string_view* cells) {
  const std::vector<std::size_t>& columns = index_->columns();
  for (const std::size_t column : columns)
    if (is_missing(cells[column]))
      problems_.add_error([&] { return problem::missing_key(table_.place(row, column)); });
  table_.set_faulty(row, columns.front(), cells[columns.front()]);
}

void ReferenceCheck::report_target() {
  problems_.add(problem::error(
      "foreign-key", {.file = table_.first_file()},
      problem::fill({"Khóa ngoại dẫn tới bảng {0}, mà gói không có bảng này.",
                     "A foreign key leads to the table {0}, which the package does not have."},
                    {problem::quoted(key_.resource)}),
      {"Thêm bảng đó vào gói, hoặc sửa “reference” của khóa ngoại.",
       "Add that table to the package, or mend the “reference” of the foreign key."}));
}

// A column that its own table should have is reported there.
bool ReferenceCheck::has_target_columns() {
  if (target_->fields.empty()) return false;
  bool has_all = true;
  for (const std::string& name : key_.reference_fields) {
    if (target_->find_column(name)) continue;
    has_all = false;
    if (target_->lacks(name)) continue;
    problems_.add(problem::error(
        "schema-error", {.file = table_.first_file()},
        problem::fill({"Khóa ngoại dẫn tới cột {0}, mà bảng {1} không có cột này.",
                       "A foreign key leads to the column {0}, which the table {1} does not have."},
                      {problem::quoted(name), problem::quoted(target_->name)}),
        {"Sửa “reference” của khóa ngoại trong lược đồ, hoặc thêm cột đó.",
         "Mend the “reference” of the foreign key in the schema, or add that column."}));
  }
  return has_all;
}

RowCheck::Readiness ReferenceCheck::prepare(std::size_t rows_max) {
  if (!target_) {
    report_target();
    return Readiness::not_asked;
  }
  if (!index_) {
    if (!has_target_columns()) return Readiness::not_asked;
    auto columns = find_columns(table_, key_.fields);
    auto target_columns = find_columns(*target_, key_.reference_fields);
    if (!columns || !target_columns || columns->size() != target_columns->size())
      return Readiness::not_asked;
    columns_ = std::move(*columns);
    target_cells_.resize(target_->fields.size());
    key_cells_.resize(columns_.size());
    key_values_.resize(columns_.size());
    rooms_.resize(columns_.size());
    last_good_.resize(columns_.size());
    index_.emplace(*target_, std::move(*target_columns));
  }
  if (index_->make_room(rows_max)) return Readiness::not_yet;
  const std::size_t end = std::min(target_->row_count(), next_target_ + rows_max);
  for (; next_target_ < end; ++next_target_) {
    target_->read_row(next_target_, target_cells_.data());
    index_->add(next_target_, target_cells_.data());
  }
  return next_target_ < target_->row_count() ? Readiness::not_yet : Readiness::ready;
}

void ReferenceCheck::check_rows(RowBlock& rows) {
  for (std::size_t i = 0; i < rows.count; ++i) check_row(rows.first + i, rows.row(i));
}

void ReferenceCheck::check_row(std::size_t row, std::string_view* cells) {
  bool has_present = false, is_last = true;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    key_cells_[i] = cells[columns_[i]];
    if (is_faulty(key_cells_[i])) return;
    has_present |= is_present(key_cells_[i]);
    is_last &= is_present(key_cells_[i]) == is_present(last_good_[i]) &&
               same_bytes(key_cells_[i], last_good_[i]);
  }
  if (!has_present || is_last) return;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    key_values_[i] = canonical(table_.fields[columns_[i]], key_cells_[i], rooms_[i]);
  if (index_->find(key_values_.data())) {
    last_good_ = key_cells_;
    return;
  }
  const std::size_t column = columns_.front();
  problems_.add_error([&] {
    return problem::unknown_reference(table_.place(row, column), shown(cells, columns_),
                                      target_->name);
  });
  table_.set_faulty(row, column, cells[column]);
}

}  // namespace tiendo::io
