// The rules of a table's own schema, and the keys that our profile asks for. Cells that break a rule
// become faulty.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "io/key_index.h"
#include "io/table.h"
#include "io/table_schema.h"
#include "io/work.h"

namespace tiendo::io {

// What a cell can break, in the order in which it is looked at.
enum class Rule : unsigned char {
  none, required, type, choice, minimum, maximum, exclusive_minimum, exclusive_maximum, min_length,
  max_length, pattern
};

// Types and constraints of the cells. All that is given must outlive a check.
class CellCheck : public Work {
 public:
  CellCheck(Table& table, Problems& problems) : table_(table), problems_(problems) {}
  Step step(std::size_t rows_max) override;

 private:
  struct Column {
    std::size_t index = 0;
    std::string_view good;  // the last good cell: columns repeat themselves
  };
  void check_row(std::size_t row);
  void report(std::size_t column, std::size_t row, std::string_view cell, Rule rule);

  Table& table_;
  Problems& problems_;
  std::vector<Column> columns_;
  std::vector<std::string_view> cells_;
  std::size_t next_row_ = 0;
};

// What a missing cell does in a key.
enum class Missing : unsigned char { is_reported, excuses_row, is_compared };

// No two rows have the same key. Where a column is absent, which the header has reported, nothing is
// checked.
class KeyCheck : public Work {
 public:
  KeyCheck(Table& table, std::vector<std::string> names, Missing missing, Problems& problems)
      : table_(table), names_(std::move(names)), missing_(missing), problems_(problems) {}
  Step step(std::size_t rows_max) override;

 private:
  void check_row(std::size_t row);

  Table& table_;
  std::vector<std::string> names_;
  Missing missing_;
  Problems& problems_;
  std::optional<KeyIndex> index_;
  std::size_t next_row_ = 0;
};

// A foreign key leads to a row of `target`; null: the package has no such table, which is reported.
class ReferenceCheck : public Work {
 public:
  ReferenceCheck(Table& table, const ForeignKey& key, const Table* target, Problems& problems)
      : table_(table), key_(key), target_(target), problems_(problems) {}
  Step step(std::size_t rows_max) override;

 private:
  void report_target();
  void check_row(std::size_t row);

  Table& table_;
  const ForeignKey& key_;
  const Table* target_;
  Problems& problems_;
  std::optional<KeyIndex> index_;
  std::vector<std::size_t> columns_;
  std::vector<std::string_view> cells_, last_good_;
  std::size_t next_target_ = 0, next_row_ = 0;
};

}  // namespace tiendo::io
