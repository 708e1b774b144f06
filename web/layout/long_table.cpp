#include "layout/long_table.h"

#include <algorithm>

namespace tiendo {

namespace {

constexpr float margin = 160;  // set beyond what is in sight, so that a step of the wheel finds it

std::size_t row_at(const LongTable& table, float y) {
  const auto after = std::upper_bound(table.tops.begin(), table.tops.end(), y);
  const auto row = static_cast<std::size_t>(after - table.tops.begin());
  return std::min(row == 0 ? 0 : row - 1, table.rows() - 1);
}

}  // namespace

void RowsInSight::show(const std::vector<LongTable>& tables, float top, float bottom) {
  std::vector<Chunk> kept;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    const LongTable& table = tables[t];
    if (table.tops.front() > bottom + margin || table.tops.back() < top - margin) continue;
    const std::size_t last = row_at(table, bottom + margin);
    std::size_t first = row_at(table, top - margin);
    first -= first % LongTable::chunk_rows;
    for (; first <= last; first += LongTable::chunk_rows) {
      const auto same = [&](const Chunk& chunk) {
        return chunk.table == t && chunk.first == first;
      };
      const auto known = std::find_if(chunks_.begin(), chunks_.end(), same);
      if (known != chunks_.end()) {
        kept.push_back(std::move(*known));
        continue;
      }
      const std::size_t end = std::min(first + LongTable::chunk_rows, table.rows());
      kept.push_back({t, first, compose_rows(table, first, end)});
    }
  }
  chunks_ = std::move(kept);
}

}  // namespace tiendo
