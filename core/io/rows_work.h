// A table whose rows are made a slice at a time, one after the other.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "io/rows.h"
#include "io/work.h"

namespace tiendo::io {

template <class Row, class Make>
class RowsWork : public Work {
 public:
  RowsWork(Rows rows, std::vector<Row>& made, Make make)
      : rows_(std::move(rows)), made_(made), make_(std::move(make)) {}
  Step step(std::size_t rows_max) override {
    for (std::size_t i = 0; i < rows_max; ++i) {
      if (!rows_.next()) return Step::done;
      made_.push_back(make_(rows_));
    }
    return Step::more;
  }

 private:
  Rows rows_;
  std::vector<Row>& made_;
  Make make_;
};

// `make(rows)` is the row that `rows` stands at. `made` must outlive the work; `table` may be null.
template <class Row, class Make>
std::unique_ptr<Work> rows_work(const Table* table, Rows rows, std::vector<Row>& made, Make make) {
  if (table) made.reserve(table->row_count());
  return std::make_unique<RowsWork<Row, Make>>(std::move(rows), made, std::move(make));
}

}  // namespace tiendo::io
