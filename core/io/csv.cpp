#include "io/csv.h"

#include <algorithm>

#include "io/problems.h"

namespace tiendo::io {
namespace {

class CsvReader {
 public:
  CsvReader(std::string_view text, const Dialect& dialect, const std::string& file,
            Problems& problems)
      : text_(text), dialect_(dialect), file_(file), problems_(problems) {}

  CsvFile read() {
    int row_number = 0;
    while (offset_ < text_.size()) {
      if (dialect_.comment != 0 && text_[offset_] == dialect_.comment) {
        offset_ = std::min(text_.find_first_of("\r\n", offset_), text_.size());
        end_line();
        continue;
      }
      ++row_number;
      const std::size_t cells_before = csv_.cells.size();
      const CsvRow row = read_row();
      const std::vector<int>& comments = dialect_.comment_rows;
      if (std::find(comments.begin(), comments.end(), row_number) == comments.end()) {
        csv_.rows.push_back(row);
      } else {
        csv_.cells.resize(cells_before);
      }
    }
    return std::move(csv_);
  }

 private:
  bool at_line_end() const {
    return offset_ == text_.size() || text_[offset_] == '\n' || text_[offset_] == '\r';
  }

  char next() const { return offset_ + 1 < text_.size() ? text_[offset_ + 1] : '\0'; }

  void end_line() {
    if (offset_ == text_.size()) return;
    offset_ += text_[offset_] == '\r' && next() == '\n' ? 2 : 1;
    ++line_;
  }

  CsvRow read_row() {
    CsvRow row{.first = csv_.cells.size(), .count = 0, .line = line_};
    if (!at_line_end()) {
      for (;;) {
        if (dialect_.skip_initial_space)
          while (offset_ < text_.size() && text_[offset_] == ' ') ++offset_;
        csv_.cells.push_back(read_cell());
        if (at_line_end()) break;
        ++offset_;  // the delimiter
      }
    }
    end_line();
    row.count = csv_.cells.size() - row.first;
    return row;
  }

  std::string_view read_cell() {
    const bool is_quoted =
        dialect_.quote != 0 && offset_ < text_.size() && text_[offset_] == dialect_.quote;
    return is_quoted ? read_quoted() : read_plain();
  }

  std::string_view read_plain() {
    const std::size_t begin = offset_;
    bool has_escapes = false;
    const auto ends_cell = [delimiter = dialect_.delimiter](char c) {
      return c == delimiter || c == '\n' || c == '\r';
    };
    if (dialect_.escape == 0) {
      offset_ = static_cast<std::size_t>(
          std::find_if(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.end(), ends_cell) -
          text_.begin());
    } else {
      for (; offset_ < text_.size() && !ends_cell(text_[offset_]); ++offset_)
        if (text_[offset_] == dialect_.escape && offset_ + 1 < text_.size()) {
          has_escapes = true;
          ++offset_;
        }
    }
    const std::string_view cell = text_.substr(begin, offset_ - begin);
    return has_escapes ? unescape(cell, '\0') : cell;
  }

  std::string_view read_quoted() {
    const int opened_on = line_;
    const std::size_t begin = ++offset_;
    const char doubled = dialect_.double_quote ? dialect_.quote : '\0';
    bool has_escapes = false;
    for (; offset_ < text_.size(); ++offset_) {
      const char c = text_[offset_];
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
      problems_.add(problem::unclosed_quote({.file = file_, .line = opened_on}));
      return text_.substr(begin);
    }
    const std::string_view cell = text_.substr(begin, offset_ - begin);
    ++offset_;
    skip_text_after_quote();
    return has_escapes ? unescape(cell, doubled) : cell;
  }

  void skip_text_after_quote() {
    const std::size_t begin = offset_;
    while (!at_line_end() && text_[offset_] != dialect_.delimiter) ++offset_;
    if (offset_ == begin) return;
    problems_.add_error([&] {
      return problem::text_after_quote({.file = file_, .line = line_},
                                       text_.substr(begin, offset_ - begin));
    });
  }

  std::string_view unescape(std::string_view cell, char doubled) {
    std::string& text = csv_.unescaped.emplace_back();
    text.reserve(cell.size());
    for (std::size_t i = 0; i < cell.size(); ++i) {
      const bool is_escape = (dialect_.escape != 0 && cell[i] == dialect_.escape) ||
                             (doubled != 0 && cell[i] == doubled);
      if (is_escape && i + 1 < cell.size()) ++i;
      text += cell[i];
    }
    return text;
  }

  std::string_view text_;
  const Dialect& dialect_;
  const std::string& file_;
  Problems& problems_;
  CsvFile csv_;
  std::size_t offset_ = 0;
  int line_ = 1;
};

}  // namespace

CsvFile read_csv(std::string_view text, const Dialect& dialect, const std::string& file,
                 Problems& problems) {
  return CsvReader(text, dialect, file, problems).read();
}

}  // namespace tiendo::io
