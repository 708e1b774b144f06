#include "io/table.h"

#include <algorithm>

#include "base/bytes.h"

namespace tiendo::io {

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
  if (column >= part.csv.cell_count(place)) return faulty_cell;
  return read_cell(part.csv.cell(place, column), row, column);
}

std::string_view Table::read_cell(std::string_view cell, std::size_t row,
                                  std::size_t column) const {
  if (!faulty_.empty() && faulty_[row * fields.size() + column]) return faulty_cell;
  for (const std::string& missing : fields[column].missing_values)
    if (same_bytes(cell, missing)) return missing_cell;
  return cell;
}

void Table::read_row(std::size_t row, std::vector<std::string_view>& cells) const {
  const TablePart& part = part_of(row);
  part.csv.read_row(row - part.begin + part.header_height, cells);
  const std::size_t count = std::min(cells.size(), fields.size());
  cells.resize(fields.size(), faulty_cell);
  for (std::size_t column = 0; column < count; ++column)
    cells[column] = read_cell(cells[column], row, column);
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
