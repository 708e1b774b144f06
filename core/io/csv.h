// CSV (RFC 4180) in its dialects: text into cells. It knows no schema: a row has as many cells as
// it has, and what a cell means is for others.
//
// Lines end with LF, CRLF or CR. Quoted cells keep delimiters and newlines; a quote inside is
// doubled. A quote inside an unquoted cell is an ordinary character, as every spreadsheet reads it.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace tiendo::io {

// Data Package, "Table Dialect". A character 0 means that there is none.
struct Dialect {
  char delimiter = ',';
  char quote = '"';
  char escape = 0;  // takes the next character as it is
  char comment = 0;  // lines that begin with it are left out
  bool double_quote = true;
  bool skip_initial_space = false;
  std::vector<int> header_rows = {1};  // 1-based; empty: the table has no header
  std::string header_join = " ";       // between the parts of a label over several rows
  std::vector<int> comment_rows;       // 1-based rows that are left out
};

struct CsvRow {
  std::size_t first = 0, count = 0;  // in CsvFile::cells; an empty line has no cells
  int line = 0;                      // 1-based physical line on which the row begins
};

// Cells are views into the text that was read, or into `unescaped`.
struct CsvFile {
  std::vector<CsvRow> rows;
  std::vector<std::string_view> cells;
  std::deque<std::string> unescaped;

  CsvFile() = default;
  CsvFile(CsvFile&&) = default;
  CsvFile& operator=(CsvFile&&) = default;
  CsvFile(const CsvFile&) = delete;  // the cells of a copy would view into the original
  CsvFile& operator=(const CsvFile&) = delete;
};

// `text` is UTF-8 without a byte order mark and must outlive the result; `file` names it in
// problems.
CsvFile read_csv(std::string_view text, const Dialect& dialect, const std::string& file,
                 Problems& problems);

}  // namespace tiendo::io
