#include "io/rows.h"

#include <utility>

#include "base/check.h"
#include "base/text.h"
#include "io/problems.h"

namespace tiendo::io {

namespace {

Bilingual in_words(const Rows::Told& told) { return {std::string(told.vi), std::string(told.en)}; }

}  // namespace

KeyMap read_keys(const Table* table, std::string name, Problems& problems) {
  KeyMap keys{.table = std::move(name)};
  const auto column = table ? table->find_column("id") : std::nullopt;
  keys.is_unreadable = table && (!column || table->fields[*column].is_unreadable);
  if (!column) return keys;
  keys.rows = KeyIndex(*table, {*column});
  while (keys.rows.make_room(table->row_count() + 1)) {
  }
  std::vector<std::string_view> cells(table->fields.size());
  for (std::size_t row = 0; row < table->row_count(); ++row) {
    table->read_row(row, cells.data());
    const std::string_view key = cells[*column];
    const std::optional<std::uint32_t> first =
        is_present(key) ? keys.rows.add(row, cells.data()) : std::nullopt;
    if (!first) continue;
    const int first_line = table->line(*first);
    problems.add_error(
        [&] { return problem::repeated_key(table->place(row, *column), key, first_line); });
  }
  return keys;
}

Column Rows::column(std::string_view name) {
  const auto found = table_ ? table_->find_column(name) : std::nullopt;
  if (found) table_->is_known[*found] = true;
  return {.index = found.value_or(Column::absent), .required = false};
}

Column Rows::required(std::string_view name) {
  Column found = column(name);
  found.required = true;
  const bool has_header = table_ && !table_->fields.empty();
  if (found.index == Column::absent && has_header && !table_->lacks(name))
    problems_.add(problem::missing_label(
        {.file = table_->first_file(), .line = table_->header_line, .column = std::string(name)}));
  return found;
}

BilingualColumn Rows::bilingual(const std::string& name) {
  return {.vi = column(name), .en = column(name + "@en")};
}

BilingualColumn Rows::required_bilingual(const std::string& name) {
  return {.vi = required(name), .en = column(name + "@en")};
}

bool Rows::next() {
  if (!table_ || next_ == table_->row_count()) return false;
  cells_.resize(table_->fields.size());
  table_->read_row(next_, cells_.data());
  go_to(next_, cells_.data());
  return true;
}

std::string_view Rows::present(Column column) {
  check(next_ > 0);
  if (column.index == Column::absent) return {};
  const std::string_view cell = row_cells_[column.index];
  if (is_faulty(cell)) return {};
  if (cell.empty() && column.required)
    problems_.add_error([&] { return problem::required_cell(place(column)); });
  return cell;
}

bool Rows::is_missing(Column column) const {
  check(next_ > 0);
  return column.index == Column::absent || io::is_missing(row_cells_[column.index]);
}

std::string Rows::text(Column column) { return std::string(present(column)); }

Bilingual Rows::text(const BilingualColumn& column) {
  return {.vi = text(column.vi), .en = text(column.en)};
}

std::optional<Number> Rows::number(Column column) {
  const std::string_view cell = present(column);
  if (cell.data() == nullptr) return {};
  const std::optional<Number> number = read_number(field(column), cell);
  if (!number) report_type(column, cell, FieldType::number, expected_number(field(column)));
  return number;
}

std::optional<double> Rows::value(Column column) {
  const std::optional<Number> found = number(column);
  return found ? std::optional<double>(found->value) : std::nullopt;
}

std::optional<int> Rows::integer(Column column, int least) {
  const std::string_view cell = present(column);
  if (cell.data() == nullptr) return {};
  constexpr int most = 1'000'000'000;
  const std::optional<std::int64_t> value = read_integer(field(column), cell);
  if (value && *value >= least && *value <= most) return static_cast<int>(*value);
  report_type(column, cell, FieldType::integer,
              problem::fill({"một số nguyên từ {0} trở lên", "a whole number from {0} on"},
                            {problem::both(std::to_string(least))}));
  return {};
}

std::optional<Date> Rows::date(Column column) {
  const std::string_view cell = present(column);
  if (cell.data() == nullptr) return {};
  const std::optional<Date> date = read_date(field(column), cell);
  if (!date) report_type(column, cell, FieldType::date, expected_date(field(column)));
  return date;
}

std::optional<Period> Rows::period(Column column) {
  const std::string_view cell = present(column);
  if (cell.data() == nullptr) return {};
  const std::optional<Period> period = read_period(field(column), cell);
  if (!period)
    report_type(column, cell, FieldType::date,
                {"năm, tháng hoặc ngày: 2025, 2025-07 hoặc 2025-07-19",
                 "a year, month or day: 2025, 2025-07 or 2025-07-19"});
  return period;
}

bool Rows::flag(Column column) { return stated_flag(column).value_or(false); }

std::optional<bool> Rows::stated_flag(Column column) {
  const std::string_view cell = present(column);
  if (cell.data() == nullptr) return {};
  const std::optional<bool> value = read_boolean(field(column), cell);
  if (!value) report_type(column, cell, FieldType::boolean, {"true hoặc false", "true or false"});
  return value;
}

std::vector<std::string_view> Rows::list(Column column) {
  std::vector<std::string_view> keys;
  const std::string_view cell = present(column);
  if (cell.data() == nullptr) return keys;
  for (const std::string_view part : split(cell, ';'))
    if (!trim(part).empty()) keys.push_back(trim(part));
  return keys;
}

std::optional<std::uint32_t> Rows::find(Column column, std::string_view key, const KeyMap& keys) {
  if (const std::optional<std::uint32_t> found = keys.rows.find(&key)) return found;
  if (!keys.is_unreadable)
    problems_.add_error(
        [&] { return problem::unknown_reference(place(column), key, keys.table); });
  return {};
}

void Rows::report_choice(Column column, std::string_view cell, const std::string& allowed) {
  problems_.add_error([&] { return problem::not_allowed(place(column), cell, allowed); });
}

void Rows::report_type(Column column, std::string_view cell, FieldType wanted,
                       const Bilingual& expected) {
  problems_.add_error([&] {
    const bool is_required = column.required || field(column).constraints.required;
    return problem::wrong_type(place(column), cell, expected,
                               type_mend(field(column), wanted, cell, is_required));
  });
}

Place Rows::place(Column column) const {
  check(next_ > 0);
  return column.index == Column::absent ? table_->place_of_row(next_ - 1)
                                        : table_->place(next_ - 1, column.index);
}

void Rows::report(Column column, Told message, Told mend) {
  problems_.add_error(
      [&] { return problem::row_rule(place(column), in_words(message), in_words(mend)); });
}

void Rows::warn(Column column, Told message, Told mend) {
  problems_.add_warning([&] {
    return problem::warning("row-constraint", place(column), in_words(message), in_words(mend));
  });
}

}  // namespace tiendo::io
