#include "io/csv.h"

#include <algorithm>
#include <utility>

#include "base/bytes.h"
#include "base/check.h"
#include "io/problems.h"

namespace tiendo::io {

std::string_view CsvFile::cell(std::size_t row, std::size_t column) const {
  const Row& found = rows_[row];
  const std::size_t place = found.first + column;
  const std::size_t end = ends_[place];
  if (end >= apart) return cell_apart(place);
  return unquoted(text_ + found.begin, column == 0 ? 0 : after(ends_[place - 1]), end, quote_);
}

std::size_t CsvFile::read_row(std::size_t row, std::string_view* cells, std::size_t count,
                              bool empty_is_null) const {
  const Row& found = rows_[row];
  const std::uint16_t* const ends = ends_.data() + found.first;
  const char* const text = text_ + found.begin;
  const int quote = quote_;
  count = std::min<std::size_t>(count, found.count);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t end = ends[i];
    cells[i] = end < apart ? unquoted(text, begin, end, quote) : cell_apart(found.first + i);
    if (empty_is_null && cells[i].empty()) cells[i] = {};
    begin = after(end);
  }
  return count;
}

void CsvFile::add_apart(std::size_t raw_end, Apart cell) {
  cell.cell = ends_.size();
  apart_.push_back(cell);
  // Where the cell ends matters for the next one only, and that is apart too if this one is far.
  ends_.push_back(
      static_cast<std::uint16_t>(apart | ((raw_end - rows_.back().begin) & (apart - 1))));
}

void CsvFile::add_far_cell(std::size_t begin, std::size_t end) {
  const bool is_quoted = begin < end && text_[begin] == quote_;
  add_cell_apart(begin + is_quoted, end - is_quoted, end);
}

void CsvFile::add_cell_apart(std::size_t begin, std::size_t end, std::size_t raw_end) {
  add_apart(raw_end, {.begin = begin, .length = end - begin});
}

void CsvFile::add_text(std::string_view text, std::size_t raw_end) {
  add_apart(raw_end, {.begin = own_text_.size(), .length = text.size(), .is_own = true});
  own_text_ += text;
}

void CsvFile::add_null() { add_apart(rows_.back().begin, {.length = null_length}); }

std::string_view CsvFile::cell_apart(std::size_t cell) const {
  const auto found =
      std::lower_bound(apart_.begin(), apart_.end(), cell,
                       [](const Apart& entry, std::size_t wanted) { return entry.cell < wanted; });
  check(found != apart_.end() && found->cell == cell);
  if (found->length == null_length) return {};
  return {(found->is_own ? own_text_.data() : text_) + found->begin, found->length};
}

void CsvFile::drop_last_row() {
  ends_.resize(rows_.back().first);
  rows_.pop_back();
  while (!apart_.empty() && apart_.back().cell >= ends_.size()) apart_.pop_back();
}

// Rows are much alike: the whole will take what a part of it tells, and a vector that doubles
// itself would take twice of that.
void CsvFile::reserve(double share_read) {
  const auto grow = [&](auto& items) {
    const double whole = static_cast<double>(items.size()) / std::clamp(share_read, 0.001, 1.0);
    if (static_cast<double>(items.capacity()) < whole)
      items.reserve(static_cast<std::size_t>(whole * 1.02) + 64);
  };
  grow(rows_);
  grow(ends_);
}

CsvReader::CsvReader(const Dialect& dialect, std::string file)
    : dialect_(dialect), file_(std::move(file)) {
  const auto byte = [](char c) { return static_cast<unsigned char>(c); };
  for (const char c : {dialect.delimiter, '\n', '\r'}) stops_[byte(c)] = true;
  for (const char c : {dialect.quote, '\n', '\r'}) quoted_stops_[byte(c)] = true;
  if (dialect.escape == 0) return;
  stops_[byte(dialect.escape)] = quoted_stops_[byte(dialect.escape)] = true;
}

bool CsvReader::read(std::string_view text, bool is_whole, std::size_t rows_max, CsvFile& csv,
                     Problems& problems) {
  text_ = text;
  is_whole_ = is_whole;
  csv.set_text(text);
  csv.set_quote(dialect_.quote);
  if (!is_whole && text.size() < wanted_size_) return false;
  for (std::size_t i = 0; i < rows_max; ++i)
    if (is_at_end() || !read_line(csv, problems)) return false;
  return !is_at_end();
}

// One row, or a line that is none. False: it may go on behind the text's end.
bool CsvReader::read_line(CsvFile& csv, Problems& problems) {
  const std::size_t begin = offset_, listed = problems.listed.size(), errors = problems.errors;
  const int line = line_;
  const bool is_comment = dialect_.comment != 0 && text_[offset_] == dialect_.comment;
  if (is_comment) {
    offset_ = std::min(text_.find_first_of("\r\n", offset_), text_.size());
  } else {
    csv.begin_row(begin, line);
    read_row(csv, problems);
  }
  const bool is_open = is_at_end() || (text_[offset_] == '\r' && offset_ + 1 == text_.size());
  if (is_open && !is_whole_) {
    if (!is_comment) csv.drop_last_row();
    problems.listed.resize(listed);
    problems.errors = errors;
    wanted_size_ = begin + 2 * (text_.size() - begin);
    offset_ = begin;
    line_ = line;
    return false;
  }
  end_line();
  if (is_comment) return true;
  csv.end_row();
  ++row_number_;
  const std::vector<int>& comments = dialect_.comment_rows;
  if (std::find(comments.begin(), comments.end(), row_number_) != comments.end())
    csv.drop_last_row();
  return true;
}

void CsvReader::end_line() {
  if (is_at_end()) return;
  offset_ += text_[offset_] == '\r' && next() == '\n' ? 2 : 1;
  ++line_;
}

void CsvReader::read_row(CsvFile& csv, Problems& problems) {
  if (is_at_line_end()) return;
  const bool is_simple = dialect_.escape == 0 && !dialect_.skip_initial_space;
  for (;;) {
    if (is_simple && read_plain_cells(csv)) return;
    if (dialect_.skip_initial_space)
      while (!is_at_end() && text_[offset_] == ' ') ++offset_;
    const bool is_quoted = dialect_.quote != 0 && !is_at_end() && text_[offset_] == dialect_.quote;
    if (is_quoted) {
      read_quoted(csv, problems);
    } else {
      read_plain(csv);
    }
    if (is_at_line_end()) return;
    ++offset_;  // the delimiter
  }
}

// The cells up to the line's end, as most are: the dialect has nothing that a plain one must be
// looked through for. False: before a quoted one. Eight bytes are looked at at once, which hold an
// end or two.
bool CsvReader::read_plain_cells(CsvFile& csv) {
  const char* const text = text_.data();
  const std::size_t size = text_.size();
  const int quote = dialect_.quote == 0 ? -1 : dialect_.quote;
  const char delimiter = dialect_.delimiter;
  const EachByte delimiters(delimiter);
  std::uint64_t stops = 0;  // the ends among the eight bytes before `next`; tabs may be among them
  std::size_t begin = offset_;
  for (std::size_t next = begin;;) {
    if (begin != size && text[begin] == quote) return false;
    std::size_t end = begin;
    do {
      for (; stops == 0 && next + 8 <= size; next += 8) {
        const auto bytes = word_at<std::uint64_t>(text + next);
        stops = delimiters.in(bytes) | bytes_below(bytes, '\r' + 1);
      }
      if (stops == 0) {
        end = std::max(end, next);
        while (end != size && !stops_[static_cast<unsigned char>(text[end])]) ++end;
        break;
      }
      end = next - 8 + first_byte(stops);
      stops &= stops - 1;
    } while (!stops_[static_cast<unsigned char>(text[end])]);
    csv.add_cell(begin, end);
    offset_ = end;
    if (end == size || text[end] != delimiter) return true;
    begin = ++offset_;
  }
}

void CsvReader::read_plain(CsvFile& csv) {
  const std::size_t begin = offset_;
  bool has_escapes = false;
  for (;;) {
    const char* at = text_.data() + offset_;
    const char* const end = text_.data() + text_.size();
    while (at != end && !stops_[static_cast<unsigned char>(*at)]) ++at;
    offset_ = static_cast<std::size_t>(at - text_.data());
    if (is_at_end() || dialect_.escape == 0 || *at != dialect_.escape) break;
    has_escapes |= offset_ + 1 < text_.size();
    offset_ = std::min(offset_ + 2, text_.size());
  }
  if (has_escapes) {
    csv.add_text(unescape(text_.substr(begin, offset_ - begin), '\0'), offset_);
  } else if (dialect_.skip_initial_space) {
    csv.add_cell_apart(begin, offset_, offset_);
  } else {
    csv.add_cell(begin, offset_);
  }
}

void CsvReader::read_quoted(CsvFile& csv, Problems& problems) {
  const int opened_on = line_;
  const std::size_t begin = ++offset_;
  const char doubled = dialect_.double_quote ? dialect_.quote : '\0';
  bool has_escapes = false;
  for (; offset_ < text_.size(); ++offset_) {
    const char c = text_[offset_];
    if (!quoted_stops_[static_cast<unsigned char>(c)]) continue;
    if ((dialect_.escape != 0 && c == dialect_.escape) ||
        (doubled != 0 && c == doubled && next() == doubled)) {
      has_escapes = true;
      ++offset_;
    } else if (c == dialect_.quote) {
      break;
    } else if (c == '\n' || (c == '\r' && next() != '\n')) {
      ++line_;
    }
  }
  if (offset_ >= text_.size()) {
    offset_ = text_.size();
    csv.add_cell_apart(begin, offset_, offset_);
    if (is_whole_) problems.add(problem::unclosed_quote({.file = file_, .line = opened_on}));
    return;
  }
  const std::size_t end = offset_++;
  skip_text_after_quote(problems);
  if (has_escapes) {
    csv.add_text(unescape(text_.substr(begin, end - begin), doubled), offset_);
  } else if (offset_ == end + 1 && !dialect_.skip_initial_space) {
    csv.add_cell(begin - 1, offset_);
  } else {
    csv.add_cell_apart(begin, end, offset_);
  }
}

void CsvReader::skip_text_after_quote(Problems& problems) {
  const std::size_t begin = offset_;
  while (!is_at_line_end() && text_[offset_] != dialect_.delimiter) ++offset_;
  if (offset_ == begin) return;
  problems.add_error([&] {
    return problem::text_after_quote({.file = file_, .line = line_},
                                     text_.substr(begin, offset_ - begin));
  });
}

std::string CsvReader::unescape(std::string_view cell, char doubled) const {
  std::string text;
  text.reserve(cell.size());
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const bool is_escape = (dialect_.escape != 0 && cell[i] == dialect_.escape) ||
                           (doubled != 0 && cell[i] == doubled);
    if (is_escape && i + 1 < cell.size()) ++i;
    text += cell[i];
  }
  return text;
}

CsvFile read_csv(std::string_view text, const Dialect& dialect, const std::string& file,
                 Problems& problems) {
  CsvFile csv;
  CsvReader reader(dialect, file);
  while (reader.read(text, true, 1 << 20, csv, problems)) {
  }
  return csv;
}

}  // namespace tiendo::io
