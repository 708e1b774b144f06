// Long tables: thousands of rows stand where they stand, but are set only near the view. Composing a
// page measures their heights, exactly; the rows themselves are made a chunk at a time as they come
// into sight, and for the mirror a slice at a time when nothing else is to be done.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/sheet.h"
#include "layout/table_plan.h"

namespace tiendo {

struct LongTable {
  static constexpr std::size_t from_rows = 64;  // a table with more is long
  static constexpr std::size_t chunk_rows = 32;

  const Table* table = nullptr;  // the page's own: the page must stay
  TablePlan plan;
  float x = 0, width = 0;
  std::vector<float> tops;  // of every row, and where the last one ends

  std::size_t rows() const { return tops.size() - 1; }
};

// Rows [first, last) where they stand on the page; a node each.
Sheet compose_rows(const LongTable& table, std::size_t first, std::size_t last);

// The rows of a page's long tables that are set for now: those in sight and a little more.
class RowsInSight {
 public:
  void forget() { chunks_.clear(); }
  void show(const std::vector<LongTable>& tables, float top, float bottom);

  struct Chunk { std::size_t table = 0, first = 0; Sheet sheet; };
  const std::vector<Chunk>& chunks() const { return chunks_; }

 private:
  std::vector<Chunk> chunks_;
};

}  // namespace tiendo
