// Everything private to io/ is in the namespace io, because a page has tables, columns and rows
// too.
//
// Table: a resource whose rows stand in columns, each with its field. A cell is a text, missing
// (the field's missing values), or faulty: already reported, so that nobody reports it again. All
// cells of a field that cannot be read are.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "io/csv.h"
#include "io/field.h"
#include "io/source_text.h"

namespace tiendo::io {

// A file of the table, or rows in place.
struct TablePart {
  std::string file;
  SourceText text;
  CsvFile csv;
  std::size_t header_height = 0;  // rows of `csv` that are not of the table
  std::size_t begin = 0;          // which row of the table is the first one
};

struct Table {
  std::string name;
  std::vector<Field> fields;  // one a column; a column without a field in the schema is text
  std::vector<bool> is_known;  // one a column: our profile has read it
  std::deque<TablePart> parts;
  int header_line = 0;
  std::vector<std::string> absent;  // fields of the schema that the header lacks: reported

  void add_column(Field field);
  std::size_t row_count() const;
  std::optional<std::size_t> find_column(std::string_view label) const;
  bool lacks(std::string_view label) const;  // and it has been reported
  std::string_view cell(std::size_t row, std::size_t column) const;
  // All cells of a row, one a field, into `cells`.
  void read_row(std::size_t row, std::string_view* cells) const;
  void set_faulty(std::size_t row, std::size_t column, std::string_view& cell);  // `cell` too
  Place place(std::size_t row, std::size_t column) const;
  Place place_of_row(std::size_t row) const;
  int line(std::size_t row) const;
  std::string first_file() const { return parts.empty() ? "" : parts.front().file; }

 private:
  const TablePart& part_of(std::size_t row) const;
  bool is_missing_word(std::string_view cell, std::size_t column) const;

  std::vector<char> only_empty_is_missing_;  // one a column
  bool has_missing_words_ = false;  // some column has
  bool has_unreadable_ = false;     // some field is
  std::vector<bool> faulty_;  // rows × fields; empty where none is
};

// Missing and faulty cells are told from empty texts by where they view to.
inline constexpr std::string_view missing_cell{};
inline constexpr char faulty_mark = 0;
inline constexpr std::string_view faulty_cell{&faulty_mark, 0};
inline bool is_missing(std::string_view cell) { return cell.data() == nullptr; }
inline bool is_faulty(std::string_view cell) { return cell.data() == &faulty_mark; }
inline bool is_present(std::string_view cell) { return !is_missing(cell) && !is_faulty(cell); }

}  // namespace tiendo::io
