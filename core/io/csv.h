// CSV (RFC 4180) in its dialects: text into cells. It knows no schema: a row has as many cells as
// it has, and what a cell means is for others.
//
// Lines end with LF, CRLF or CR. Quoted cells keep delimiters and newlines; a quote inside is
// doubled. A quote inside an unquoted cell is an ordinary character, as every spreadsheet reads it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace tiendo::io {

// Data Package, "Table Dialect". A character 0 means that there is none.
struct Dialect {
  char delimiter = ',';
  bool is_delimiter_stated = false;  // by the descriptor or by the ending of the file
  char quote = '"';
  char escape = 0;  // takes the next character as it is
  char comment = 0;  // lines that begin with it are left out
  bool double_quote = true;
  bool skip_initial_space = false;
  std::vector<int> header_rows = {1};  // 1-based; empty: the table has no header
  std::string header_join = " ";       // between the parts of a label over several rows
  std::vector<int> comment_rows;       // 1-based rows that are left out
};

// The rows of a text, as the places where their cells end: two bytes a cell, so that a file of two
// million rows is not held twice. A cell that is not simply a piece of the text (with escapes, or far
// from its row's beginning) is kept apart.
class CsvFile {
 public:
  std::size_t row_count() const { return rows_.size(); }
  std::size_t cell_count(std::size_t row) const { return rows_[row].count; }
  int line(std::size_t row) const { return rows_[row].line; }  // physical, on which the row begins
  // A view into the text, or into this; without data where the cell is null (add_null).
  std::string_view cell(std::size_t row, std::size_t column) const;
  // The cells of a row, up to `count` of them, into `cells`: how many there are. With
  // `empty_is_null`, an empty one has no data.
  std::size_t read_row(std::size_t row, std::string_view* cells, std::size_t count,
                       bool empty_is_null) const;
  // All rows have as many cells as the first one, and none is blank. False: look at them.
  bool is_surely_regular() const { return is_regular_; }

  // Where the text is: it may move and grow while it is read.
  void set_text(std::string_view text) { text_ = text.data(); }
  void set_quote(char quote) { quote_ = quote == 0 ? -1 : quote; }

  void begin_row(std::size_t begin, int line) {
    rows_.push_back({.begin = begin, .first = ends_.size(), .count = 0, .line = line});
  }
  void end_row() {
    Row& row = rows_.back();
    row.count = static_cast<std::uint32_t>(ends_.size() - row.first);
    is_regular_ &= row.count == rows_.front().count && surely_begins_with_text(row);
  }
  // The next cell of the last row: the text from the cell before it to `end`, quotes taken off.
  [[gnu::always_inline]] void add_cell(std::size_t begin, std::size_t end) {
    const std::size_t length = end - rows_.back().begin;
    if (length < apart) {
      ends_.push_back(static_cast<std::uint16_t>(length));
    } else {
      add_far_cell(begin, end);
    }
  }
  // A cell of the text from `begin` to `end`, which stands before `raw_end`.
  void add_cell_apart(std::size_t begin, std::size_t end, std::size_t raw_end);
  void add_text(std::string_view text, std::size_t raw_end);  // a text of its own
  void add_null();
  void drop_last_row();
  void move_row(std::size_t from, std::size_t to) { rows_[to] = rows_[from]; }
  void keep_rows(std::size_t count) { rows_.resize(count); }  // the first ones
  void reserve(double share_read);  // what is read so far is this share of the whole

 private:
  static constexpr std::uint16_t apart = 0x8000;  // of `ends_`: look in `apart_`
  static constexpr std::size_t null_length = static_cast<std::size_t>(-1);

  struct Row {
    std::size_t begin = 0;  // in the text
    std::size_t first = 0;  // in `ends_`
    std::uint32_t count = 0;
    int line = 0;
  };
  struct Apart {
    std::size_t cell = 0;  // in `ends_`
    std::size_t begin = 0, length = 0;
    bool is_own = false;  // in `own_text_`
  };

  // Where the cell behind the one that ends there begins.
  static std::size_t after(std::size_t end) { return (end & (apart - 1u)) + 1u; }
  static std::string_view unquoted(const char* row, std::size_t begin, std::size_t end, int quote) {
    const bool is_quoted = begin < end && row[begin] == quote;
    return {row + begin + is_quoted, end - begin - 2u * is_quoted};
  }

  bool surely_begins_with_text(const Row& row) const {
    const std::size_t end = row.count == 0 ? 0 : ends_[row.first];
    if (end == 0 || end >= apart) return false;
    const char* const text = text_ + row.begin + (text_[row.begin] == quote_ && end > 1);
    return static_cast<unsigned char>(*text) > ' ' && *text != quote_;
  }
  void add_far_cell(std::size_t begin, std::size_t end);
  void add_apart(std::size_t raw_end, Apart cell);
  std::string_view cell_apart(std::size_t cell) const;

  const char* text_ = nullptr;
  int quote_ = -1;
  std::vector<Row> rows_;
  std::vector<std::uint16_t> ends_;  // of cells, from their row's beginning
  std::vector<Apart> apart_;         // ascending by cell
  std::string own_text_;
  bool is_regular_ = true;
};

// Reads a text row by row, as it arrives.
class CsvReader {
 public:
  // `dialect` must outlive the reader; `file` names the text in problems.
  CsvReader(const Dialect& dialect, std::string file);

  // Up to `rows_max` further rows of `text`, which begins with what was given before. Unless
  // `is_whole`, a row that may go on behind the text's end waits. False: nothing more is to be read.
  bool read(std::string_view text, bool is_whole, std::size_t rows_max, CsvFile& csv,
            Problems& problems);
  std::size_t offset() const { return offset_; }

 private:
  bool is_at_end() const { return offset_ == text_.size(); }
  bool is_at_line_end() const {
    return is_at_end() || text_[offset_] == '\n' || text_[offset_] == '\r';
  }
  char next() const { return offset_ + 1 < text_.size() ? text_[offset_ + 1] : '\0'; }
  bool read_line(CsvFile& csv, Problems& problems);
  void read_row(CsvFile& csv, Problems& problems);
  bool read_plain_cells(CsvFile& csv);
  void read_plain(CsvFile& csv);
  void read_quoted(CsvFile& csv, Problems& problems);
  void skip_text_after_quote(Problems& problems);
  std::string unescape(std::string_view cell, char doubled) const;
  void end_line();

  const Dialect& dialect_;
  std::string file_;
  bool stops_[256] = {}, quoted_stops_[256] = {};  // what a plain or a quoted cell is looked at for
  std::string_view text_;
  bool is_whole_ = false;
  std::size_t offset_ = 0;
  std::size_t wanted_size_ = 0;  // of the text, before a row that was too long is tried again
  int line_ = 1, row_number_ = 0;
};

// A whole text at once. `text` is UTF-8 without a byte order mark and must outlive the result.
CsvFile read_csv(std::string_view text, const Dialect& dialect, const std::string& file,
                 Problems& problems);

}  // namespace tiendo::io
