#include "report/table_csv.h"

#include <algorithm>

namespace tiendo {
namespace {

std::string words_of(const Cell& cell) {
  std::string words = cell.status ? cell.status->word : std::string();
  if (cell.status && !cell.words.empty()) words += " ";
  for (const Span& span : cell.words) words += span.text;
  return words;
}

}  // namespace

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

std::string to_csv(const Table& table) {
  std::string csv;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    csv += (i > 0 ? "," : "") + csv_field(table.columns[i].title);
  csv += "\n";
  for (const TableRow& row : table.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      csv += (i > 0 ? "," : "") + csv_field(words_of(row.cells[i]));
    csv += "\n";
  }
  return csv;
}

std::string to_csv(const ExtraTable& table) {
  std::string csv = "row";
  std::size_t rows = 0;
  for (const ExtraColumn& column : table.columns) {
    csv += "," + csv_field(column.label);
    rows = std::max(rows, column.cells.size());
  }
  csv += "\n";
  for (std::size_t row = 0; row < rows; ++row) {
    csv += std::to_string(row + 1);
    for (const ExtraColumn& column : table.columns) csv += "," + csv_field(column.cells[row]);
    csv += "\n";
  }
  return csv;
}

}  // namespace tiendo
