#include "report/table_csv.h"

namespace tiendo {
namespace {

std::string field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

std::string words_of(const Cell& cell) {
  std::string words = cell.status ? cell.status->word : std::string();
  if (cell.status && !cell.words.empty()) words += " ";
  for (const Span& span : cell.words) words += span.text;
  return words;
}

}  // namespace

std::string to_csv(const Table& table) {
  std::string csv;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    csv += (i > 0 ? "," : "") + field(table.columns[i].title);
  csv += "\n";
  for (const TableRow& row : table.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      csv += (i > 0 ? "," : "") + field(words_of(row.cells[i]));
    csv += "\n";
  }
  return csv;
}

}  // namespace tiendo
