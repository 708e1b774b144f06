// The rules of a table's own schema, and the keys that our profile asks for. Cells that break a rule
// become faulty, so that no later check reports them again.
#pragma once

#include <memory>
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

// Looks at the rows of a table one by one. All that is given to a check must outlive it.
class RowCheck {
 public:
  enum class Readiness : unsigned char {
    not_yet,   // there is more to prepare
    ready,
    not_asked  // no row needs to be looked at
  };
  virtual ~RowCheck() = default;
  // A slice of what must be known before the rows; the table itself has been read.
  virtual Readiness prepare(std::size_t rows_max) = 0;
  // `cells`: all of the row, one a field. A cell that becomes faulty does so here too.
  virtual void check_row(std::size_t row, std::vector<std::string_view>& cells) = 0;
};

// All checks of a table in one way through its rows: a cell is found once.
class TableCheck : public Work {
 public:
  explicit TableCheck(Table& table) : table_(table) {}
  void add(std::unique_ptr<RowCheck> check) { checks_.push_back(std::move(check)); }
  Step step(std::size_t rows_max) override;

 private:
  Table& table_;
  std::vector<std::unique_ptr<RowCheck>> checks_;
  std::vector<std::string_view> cells_;
  std::size_t prepared_ = 0, next_row_ = 0;
};

// Types and constraints of the cells.
class CellCheck : public RowCheck {
 public:
  CellCheck(Table& table, Problems& problems) : table_(table), problems_(problems) {}
  Readiness prepare(std::size_t rows_max) override;
  void check_row(std::size_t row, std::vector<std::string_view>& cells) override;

 private:
  struct Column {
    std::size_t index = 0;
    const Field* field = nullptr;
    std::string_view good;  // the last good cell: columns repeat themselves
  };
  void report(std::size_t column, std::size_t row, std::string_view& cell, Rule rule);

  Table& table_;
  Problems& problems_;
  std::vector<Column> columns_;
};

// What a missing cell does in a key.
enum class Missing : unsigned char { is_reported, excuses_row, is_compared };

// No two rows have the same key. Where a column is absent, which the header has reported, nothing is
// checked.
class KeyCheck : public RowCheck {
 public:
  KeyCheck(Table& table, std::vector<std::string> names, Missing missing, Problems& problems)
      : table_(table), names_(std::move(names)), missing_(missing), problems_(problems) {}
  Readiness prepare(std::size_t rows_max) override;
  void check_row(std::size_t row, std::vector<std::string_view>& cells) override;

 private:
  void report_missing(std::size_t row, std::vector<std::string_view>& cells);

  Table& table_;
  std::vector<std::string> names_;
  Missing missing_;
  Problems& problems_;
  std::optional<KeyIndex> index_;
};

// A foreign key leads to a row of `target`; null: the package has no such table, which is reported.
class ReferenceCheck : public RowCheck {
 public:
  ReferenceCheck(Table& table, const ForeignKey& key, const Table* target, Problems& problems)
      : table_(table), key_(key), target_(target), problems_(problems) {}
  Readiness prepare(std::size_t rows_max) override;
  void check_row(std::size_t row, std::vector<std::string_view>& cells) override;

 private:
  void report_target();

  Table& table_;
  const ForeignKey& key_;
  const Table* target_;
  Problems& problems_;
  std::optional<KeyIndex> index_;
  std::vector<std::size_t> columns_;
  std::vector<std::string_view> key_cells_, last_good_, target_cells_;
  std::size_t next_target_ = 0;
};

}  // namespace tiendo::io
