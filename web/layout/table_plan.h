// Which columns of a table stand side by side in a width, how wide they are, and which fold under the
// row's name. Shared by the files that lay out tables.
#pragma once

#include <vector>

#include "layout/typeset.h"

namespace tiendo {

inline constexpr TextStyle table_head_style{.size = 14, .leading = 1.4f, .ink = Ink::muted};
inline constexpr TextStyle table_cell_style{.size = 16, .leading = 1.45f};
inline constexpr float table_status_gap = 8;

struct TableColumn {
  std::size_t index = 0;
  float x = 0, width = 0;
};

struct TablePlan {
  float gap = 16;
  std::vector<TableColumn> columns;  // shown as columns
  std::vector<std::size_t> folded;   // shown on a line of their own under the row
};

// Looks at every cell: its cost is that of measuring the table's text once.
TablePlan plan_table(const Table& table, float width);

// A bar or a line: read aloud, not set.
inline bool is_drawn(const Cell& cell) { return cell.bar || cell.line; }
bool is_bars(const Table& table, std::size_t index);

}  // namespace tiendo
