#include "io/table.h"

#include <algorithm>
#include <utility>

namespace tiendo::io {

void Table::add_column(Field field) {
  const std::vector<std::string>& words = field.missing_values;
  only_empty_is_missing_.push_back(words.size() == 1 && words.front().empty());
  has_missing_words_ |= only_empty_is_missing_.back() == 0;
  has_unreadable_ |= field.is_unreadable;
  fields.push_back(std::move(field));
  is_known.push_back(false);
}

std::size_t Table::row_count() const {
  if (parts.empty()) return 0;
  const TablePart& last = parts.back();
  return last.begin + std::max(last.csv.row_count(), last.header_height) - last.header_height;
}

std::optional<std::size_t> Table::find_column(std::string_view label) const {
  for (std::size_t column = 0; column < fields.size(); ++column)
    if (fields[column].name == label) return column;
  return {};
}

bool Table::lacks(std::string_view label) const {
  return std::find(absent.begin(), absent.end(), label) != absent.end();
}

const TablePart& Table::part_of(std::size_t row) const {
  std::size_t part = parts.size() - 1;
  while (row < parts[part].begin) --part;
  return parts[part];
}

std::string_view Table::cell(std::size_t row, std::size_t column) const {
  const TablePart& part = part_of(row);
  const std::size_t place = row - part.begin + part.header_height;
  if (column >= part.csv.cell_count(place) || fields[column].is_unreadable) return faulty_cell;
  if (!faulty_.empty() && faulty_[row * fields.size() + column]) return faulty_cell;
  const std::string_view cell = part.csv.cell(place, column);
  return is_missing_word(cell, column) ? missing_cell : cell;
}

bool Table::is_missing_word(std::string_view cell, std::size_t column) const {
  if (only_empty_is_missing_[column] != 0) return cell.empty();
  const std::vector<std::string>& words = fields[column].missing_values;
  return std::find(words.begin(), words.end(), cell) != words.end();
}

void Table::read_row(std::size_t row, std::string_view* cells) const {
  const TablePart& part = part_of(row);
  const std::size_t width = fields.size(), place = row - part.begin + part.header_height;
  const std::size_t count = part.csv.read_row(place, cells, width, !has_missing_words_);
  for (std::size_t column = 0; has_missing_words_ && column < count; ++column)
    if (is_missing_word(cells[column], column)) cells[column] = missing_cell;
  for (std::size_t column = count; column < width; ++column) cells[column] = faulty_cell;
  for (std::size_t column = 0; has_unreadable_ && column < width; ++column)
    if (fields[column].is_unreadable) cells[column] = faulty_cell;
  if (faulty_.empty()) return;
  for (std::size_t column = 0; column < count; ++column)
    if (faulty_[row * width + column]) cells[column] = faulty_cell;
}

void Table::set_faulty(std::size_t row, std::size_t column, std::string_view& cell) {
  faulty_.resize(row_count() * fields.size());
  faulty_[row * fields.size() + column] = true;
  cell = faulty_cell;
}

int Table::line(std::size_t row) const {
  const TablePart& part = part_of(row);
  return part.csv.line(row - part.begin + part.header_height);
}

Place Table::place_of_row(std::size_t row) const {
  return {.file = part_of(row).file, .line = line(row), .column = {}};
}

Place Table::place(std::size_t row, std::size_t column) const {
  Place place = place_of_row(row);
  place.column = fields[column].name;
  return place;
}

}  // namespace tiendo::io
