#include "io/extras_reader.h"

#include <algorithm>

namespace tiendo::io {

Step ExtrasReader::step(std::size_t rows_max) {
  if (next_table_ == tables_.size()) return Step::done;
  if (next_row_ == 0) begin_table();
  const Table& table = tables_[next_table_];
  const std::size_t rows = columns_.empty() ? 0 : table.row_count();
  const std::size_t end = std::min(rows, next_row_ + rows_max);
  for (; next_row_ < end; ++next_row_)
    for (std::size_t i = 0; i < columns_.size(); ++i)
      extras_.back().columns[i].cells.push_back(
          texts_.at(texts_.keep(table.cell(next_row_, columns_[i]))));
  if (next_row_ == rows) {
    ++next_table_;
    next_row_ = 0;
  }
  return Step::more;
}

void ExtrasReader::begin_table() {
  const Table& table = tables_[next_table_];
  columns_.clear();
  for (std::size_t column = 0; column < table.fields.size(); ++column)
    if (!table.is_known[column]) columns_.push_back(column);
  if (columns_.empty()) return;
  ExtraTable& extra = extras_.emplace_back(ExtraTable{.name = table.name, .columns = {}});
  for (const std::size_t column : columns_) {
    extra.columns.push_back({.label = table.fields[column].name, .cells = {}});
    extra.columns.back().cells.reserve(table.row_count());
  }
}

}  // namespace tiendo::io
