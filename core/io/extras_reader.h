// What no reader has asked for: the columns that the profile does not know, and all of the tables
// that it does not (model/extra.h).
#pragma once

#include <deque>
#include <vector>

#include "io/table.h"
#include "io/work.h"
#include "model/extra.h"
#include "model/texts.h"

namespace tiendo::io {

class ExtrasReader : public Work {
 public:
  // All of it must outlive the reader.
  ExtrasReader(const std::deque<Table>& tables, std::vector<ExtraTable>& extras, Texts& texts)
      : tables_(tables), extras_(extras), texts_(texts) {}
  Step step(std::size_t rows_max) override;

 private:
  void begin_table();

  const std::deque<Table>& tables_;
  std::vector<ExtraTable>& extras_;
  Texts& texts_;
  std::size_t next_table_ = 0, next_row_ = 0;
  std::vector<std::size_t> columns_;  // of the table, that are kept
};

}  // namespace tiendo::io
