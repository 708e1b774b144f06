// Everything private to io/ is in the namespace io, because a page has tables, columns and rows
// too.
//
// Table: a resource whose rows stand in columns, each with its field. A cell is a text, missing
// (the field's missing values), or faulty: already reported, so that nobody reports it again.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "io/csv.h"
#include "io/descriptor.h"
#include "io/field.h"
#include "io/source_text.h"

namespace tiendo::io {

struct TableRow {
  std::size_t file = 0;  // in Table::files
  int line = 0;
};

struct Table {
  std::string name;
  std::vector<Field> fields;  // one a column; a column without a field in the schema is text
  std::vector<bool> is_known;  // one a column: our profile has read it
  std::vector<std::string> files;
  std::vector<TableRow> rows;
  std::vector<std::string_view> cells;  // rows × fields
  int header_line = 0;
  std::vector<std::string> absent;  // fields of the schema that the header lacks: reported

  std::deque<SourceText> texts;  // what the cells view into
  std::deque<CsvFile> parts;

  std::optional<std::size_t> find_column(std::string_view label) const;
  bool lacks(std::string_view label) const;  // and it has been reported
  std::string_view cell(std::size_t row, std::size_t column) const {
    return cells[row * fields.size() + column];
  }
  std::string_view& cell(std::size_t row, std::size_t column) {
    return cells[row * fields.size() + column];
  }
  Place place(std::size_t row, std::size_t column) const;
  Place place_of_row(std::size_t row) const;
};

// Missing and faulty cells are told from empty texts by where they view to.
inline constexpr std::string_view missing_cell{};
inline constexpr char faulty_mark = 0;
inline constexpr std::string_view faulty_cell{&faulty_mark, 0};
inline bool is_missing(std::string_view cell) { return cell.data() == nullptr; }
inline bool is_faulty(std::string_view cell) { return cell.data() == &faulty_mark; }
inline bool is_present(std::string_view cell) { return !is_missing(cell) && !is_faulty(cell); }

// The resource's files as one table. Header and shape of the rows are checked; what cells mean is
// not. `package` must outlive the table; rows in place are moved out of the resource.
Table read_table(const Package& package, Resource& resource, Problems& problems);

// Types, constraints, primary and unique keys, as the schema has them. Cells that break a rule
// become faulty.
void check_table(Table& table, const TableSchema& schema, Problems& problems);
// A key that our profile asks for, whatever the schema says; a missing cell is compared like a
// text, and columns that the table does not have are left out.
void check_profile_key(Table& table, const std::vector<std::string>& names, Problems& problems);
// Foreign keys, where all tables have been read.
void check_references(Table& table, const TableSchema& schema, const std::deque<Table>& tables,
                      Problems& problems);

}  // namespace tiendo::io
