// Rows: reads a table of our profile row by row, each cell as what its column means. Whatever does
// not fit is reported where it stands and read as missing; cells that the table's own schema has
// refused are not reported again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/language.h"
#include "io/key_index.h"
#include "io/table.h"
#include "io/word.h"
#include "model/ids.h"

namespace tiendo::io {

struct Column {
  static constexpr std::size_t absent = std::numeric_limits<std::size_t>::max();
  std::size_t index = absent;
  bool required = false;
};
struct BilingualColumn {
  Column vi, en;  // "name" and "name@en"
};

// Which row has which key. Every row of a table becomes the element of the same index.
struct KeyMap {
  std::string table;
  KeyIndex rows;
  bool is_unreadable =
      false;  // the table is broken, which is reported: nothing is said of references
};
template <class Row>
struct Keys : KeyMap {};

// The keys in the column "id"; repeated ones are reported. `table` may be null (no keys) and must
// outlive the map.
KeyMap read_keys(const Table* table, std::string name, Problems& problems);

class Rows {
 public:
  // `table` may be null: it has no rows then. Its columns are marked as known once asked for.
  Rows(Table* table, Problems& problems) : table_(table), problems_(problems) {}

  Column column(std::string_view name);        // may be absent: its cells are missing then
  Column required(std::string_view name);      // absence and missing cells are reported
  BilingualColumn bilingual(const std::string& name);
  BilingualColumn required_bilingual(const std::string& name);  // in Vietnamese

  bool next();  // to the first row, to the next; false after the last one
  // To this row, whose cells the caller has and keeps while it is read.
  void go_to(std::size_t row, const std::string_view* cells) {
    next_ = row + 1;
    row_cells_ = cells;
  }

  bool is_missing(Column column) const;  // nothing stands there, not even something faulty
  std::string text(Column column);
  std::string_view view(Column column) { return present(column); }  // into the table
  Bilingual text(const BilingualColumn& column);
  std::optional<Number> number(Column column);
  std::optional<double> value(Column column);  // the number alone
  std::optional<int> integer(Column column, int least);
  std::optional<Date> date(Column column);
  std::optional<Period> period(Column column);
  bool flag(Column column);  // false where missing
  std::optional<bool> stated_flag(Column column);

  // One of `words`; `otherwise` where missing.
  template <class Value, std::size_t count>
  Value choice(Column column, const Word<Value> (&words)[count], Value otherwise) {
    const std::string_view cell = present(column);
    if (cell.data() == nullptr) return otherwise;
    const std::optional<Value> value = find_word(words, cell);
    if (!value) report_choice(column, cell, all_words(words));
    return value.value_or(otherwise);
  }

  template <class Row>
  std::optional<Id<Row>> reference(Column column, const Keys<Row>& keys) {
    const std::string_view cell = present(column);
    if (cell.data() == nullptr) return {};
    const std::optional<std::uint32_t> row = find(column, cell, keys);
    return row ? std::optional<Id<Row>>(Id<Row>{*row}) : std::nullopt;
  }

  // Keys with ';' between them.
  template <class Row>
  std::vector<Id<Row>> references(Column column, const Keys<Row>& keys) {
    std::vector<Id<Row>> ids;
    for (const std::string_view key : list(column))
      if (const std::optional<std::uint32_t> row = find(column, key, keys))
        ids.push_back(Id<Row>{*row});
    return ids;
  }

  Place place(Column column) const;
  // A rule between the cells of the row is broken (row-constraint): put into words where it is listed.
  struct Told { std::string_view vi, en; };
  void report(Column column, Told message, Told mend);
  void warn(Column column, Told message, Told mend);

 private:
  // The cell, without data where there is nothing to read; a missing required one is reported.
  std::string_view present(Column column);
  std::vector<std::string_view> list(Column column);
  std::optional<std::uint32_t> find(Column column, std::string_view key, const KeyMap& keys);
  void report_choice(Column column, std::string_view cell, const std::string& allowed);
  void report_type(Column column, std::string_view cell, FieldType wanted,
                   const Bilingual& expected);
  const Field& field(Column column) const { return table_->fields[column.index]; }

  Table* table_;
  Problems& problems_;
  std::size_t next_ = 0;
  std::vector<std::string_view> cells_;  // of the row that next() went to
  const std::string_view* row_cells_ = nullptr;
};

}  // namespace tiendo::io
