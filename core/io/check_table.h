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

// Some rows of a table, one after the other.
struct RowBlock {
  std::size_t first = 0, count = 0;      // of the table's rows
  std::size_t width = 0;                 // the table's columns
  std::vector<std::string_view> cells;  // row by row

  std::string_view* row(std::size_t place) { return cells.data() + place * width; }
  void read(const Table& table, std::size_t row, std::size_t end);  // as many as it holds
};

// Looks at the rows of a table, a block at a time. All that is given to a check must outlive it.
class RowCheck {
 public:
  enum class Readiness : unsigned char {
    not_yet,   // there is more to prepare
    ready,
    not_asked  // no row needs to be looked at
  };
  virtual ~RowCheck() = default;
  // A slice of what must be known before the next rows; the table itself has been read.
  virtual Readiness prepare(std::size_t rows_max) = 0;
  // A cell that becomes faulty does so in the block too.
  virtual void check_rows(RowBlock& rows) = 0;
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
  RowBlock block_;
  std::size_t next_row_ = 0;
};

// Types and constraints of the cells.
class CellCheck : public RowCheck {
 public:
  // `reads`: what is read as its type by who reads the table, and reported there.
  CellCheck(Table& table, bool (*reads)(const Field&), Problems& problems)
      : table_(table), reads_(reads), problems_(problems) {}
  Readiness prepare(std::size_t rows_max) override;
  void check_rows(RowBlock& rows) override;

 private:
  struct Column {
    std::size_t index = 0;
    const Field* field = nullptr;
    bool takes_any_text = false;
    std::vector<std::string_view> good;  // by their hash: columns repeat themselves
  };
  void check_cell(Column& column, std::size_t row, std::string_view& cell);
  void report(std::size_t column, std::size_t row, std::string_view& cell, Rule rule);

  Table& table_;
  bool (*reads_)(const Field&);
  Problems& problems_;
  std::vector<Column> columns_;
};

// What a missing cell does in a key.
enum class Missing : unsigned char { is_reported, excuses_row, is_compared };

// No two rows have the same key. Where a column is absent, which the header has reported, nothing is
// checked. While every row's key is behind the one before, as in most tables that are published, no
// two are the same; an index is made once one is not.
class KeyCheck : public RowCheck {
 public:
  KeyCheck(Table& table, std::vector<std::string> names, Missing missing, Problems& problems)
      : table_(table), names_(std::move(names)), missing_(missing), problems_(problems) {}
  Readiness prepare(std::size_t rows_max) override;
  void check_rows(RowBlock& rows) override;

 private:
  bool is_compared(std::size_t row, std::string_view* cells);
  bool is_in_order(RowBlock& rows);
  bool is_behind_last(const std::string_view* cells) const;
  void catch_up(std::size_t rows_max);
  void add(RowBlock& rows);
  void report_missing(std::size_t row, std::string_view* cells);
  void report_repeated(std::size_t row, std::string_view* cells, std::uint32_t first_row);

  Table& table_;
  std::vector<std::string> names_;
  Missing missing_;
  Problems& problems_;
  bool is_ordered_ = true;
  std::vector<std::string_view> last_key_;  // while it is
  std::optional<KeyIndex> index_;
  std::size_t indexed_ = 0, seen_ = 0;  // rows
  RowBlock block_;
  std::vector<std::size_t> compared_;  // of the block's rows
  std::vector<std::uint32_t> hashes_;
};

// A foreign key leads to a row of `target`; null: the package has no such table, which is reported.
class ReferenceCheck : public RowCheck {
 public:
  ReferenceCheck(Table& table, const ForeignKey& key, const Table* target, Problems& problems)
      : table_(table), key_(key), target_(target), problems_(problems) {}
  Readiness prepare(std::size_t rows_max) override;
  void check_rows(RowBlock& rows) override;

 private:
  void report_target();
  bool has_target_columns();
  void check_row(std::size_t row, std::string_view* cells);

  Table& table_;
  const ForeignKey& key_;
  const Table* target_;
  Problems& problems_;
  std::optional<KeyIndex> index_;
  std::vector<std::size_t> columns_;
  std::vector<std::string_view> key_cells_, key_values_, last_good_, target_cells_;
  std::vector<std::string> rooms_;  // of `key_values_`
  std::size_t next_target_ = 0;
};

}  // namespace tiendo::io
