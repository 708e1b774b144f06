#include "io/table_reader.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "io/problems.h"

namespace tiendo::io {

TableReader::TableReader(const Package& package, Resource& resource, Table& table,
                         Problems& problems)
    : package_(package), resource_(resource), table_(table), problems_(problems) {}

Step TableReader::step(std::size_t rows_max) {
  return stage_ ? (this->*stage_)(rows_max) : open();
}

Step TableReader::open() {
  const auto add_part = [this](const std::string& file) {
    const std::size_t begin = table_.row_count();
    return &table_.parts.emplace_back(TablePart{
        .file = file, .text = SourceText(resource_.encoding, file), .csv = {}, .begin = begin});
  };
  if (resource_.data) {
    add_part(resource_.data_place)->csv = std::move(*resource_.data);
    resource_.data.reset();
    begin_rows();
    return Step::more;
  }
  if (next_path_ == resource_.paths.size()) return Step::done;
  const std::string& path = resource_.paths[next_path_];
  const auto file = package_.files.find(path);
  const bool has_come = file != package_.files.end() && !file->second.empty();
  if (package_.is_arriving(path) && !has_come) return Step::waits;  // it may yet turn out to lack
  if (file != package_.files.end()) {
    add_part(path);
    csv_reader_.emplace(resource_.dialect, path);
    csv_problems_ = {};
    stage_ = &TableReader::read_text;
  } else {
    problems_.add(problem::file_missing(path, "path", file_alike(path)));
  }
  ++next_path_;
  return Step::more;
}

Step TableReader::read_text(std::size_t rows_max) {
  TablePart& part = table_.parts.back();
  const std::string& bytes = package_.files.find(part.file)->second;
  const bool is_whole = !package_.is_arriving(part.file);
  const bool has_more_text =
      part.text.read(bytes, is_whole, rows_max * bytes_per_row, problems_);
  if (part.text.is_broken()) {
    table_.parts.pop_back();
    stage_ = nullptr;
    return Step::more;
  }
  const bool has_more_rows = csv_reader_->read(part.text.view(), is_whole && !has_more_text,
                                               rows_max, part.csv, csv_problems_);
  part.csv.reserve(static_cast<double>(csv_reader_->offset() + 1) /  // there is room for the whole
                   static_cast<double>(bytes.capacity() + 1));
  if (has_more_text || has_more_rows) return Step::more;
  if (!is_whole) return Step::waits;
  problems_.add_all(csv_problems_);
  begin_rows();
  return Step::more;
}

void TableReader::begin_rows() {
  TablePart& part = table_.parts.back();
  stage_ = nullptr;
  if (part.csv.row_count() == 0 && !resource_.dialect.header_rows.empty()) {
    problems_.add(problem::file_empty(part.file));
    return;
  }
  if (!has_columns_) {
    labels_ = labels_of(part.csv);
    if (std::optional<Problem> problem = problem_of_header(part)) {
      problems_.add(std::move(*problem));
      return give_up();
    }
    part.header_height = read_header(part.csv);
  } else if (labels_of(part.csv) == labels_) {  // later parts may repeat it or leave it out
    part.header_height = header_height();
  }
  next_row_ = kept_rows_ = part.header_height;
  stage_ = &TableReader::shape_rows;
}

std::size_t TableReader::header_height() const {
  std::size_t height = 0;
  for (const int number : resource_.dialect.header_rows)
    height = std::max(height, place_of_row(number) + 1);
  return height;
}

// Of a row by its number in the file, among those that are no comments.
std::size_t TableReader::place_of_row(int number) const {
  const std::vector<int>& comments = resource_.dialect.comment_rows;
  const auto before = std::count_if(comments.begin(), comments.end(),
                                    [&](int comment) { return comment < number; });
  return static_cast<std::size_t>(number - 1 - before);
}

std::vector<std::string> TableReader::labels_of(const CsvFile& csv) const {
  std::vector<std::string> labels;
  for (const int number : resource_.dialect.header_rows) {
    const std::size_t row = place_of_row(number);
    if (row >= csv.row_count()) continue;
    labels.resize(std::max(labels.size(), csv.cell_count(row)));
    for (std::size_t column = 0; column < csv.cell_count(row); ++column) {
      const std::string_view part = trim(csv.cell(row, column));
      std::string& label = labels[column];
      if (!label.empty() && !part.empty()) label += resource_.dialect.header_join;
      label += part;
    }
  }
  return labels;
}

// What the file is delimited with, as it seems: its header is one cell that holds it, and nobody
// has said what delimits it. 0: it is as it should be.
char TableReader::other_delimiter() const {
  if (resource_.dialect.is_delimiter_stated || labels_.size() != 1) return 0;
  const std::string& label = labels_.front();
  if (resource_.schema && resource_.schema->find(label)) return 0;
  const std::size_t place = label.find_first_of(";\t");
  return place == std::string::npos ? '\0' : label[place];
}

// A spreadsheet's title above the names: the header is one cell, and below it there is a row with a
// text in every cell, whose number this is. 0: it is as it should be.
int TableReader::header_below_title(const CsvFile& csv) const {
  const auto is_empty = [](const std::string& label) { return label.empty(); };
  const auto named = labels_.size() - static_cast<std::size_t>(
                                          std::count_if(labels_.begin(), labels_.end(), is_empty));
  if (named != 1 || labels_.size() < 3 || resource_.dialect.header_rows != std::vector<int>{1} ||
      !resource_.dialect.comment_rows.empty())
    return 0;
  constexpr std::size_t rows_max = 10;
  for (std::size_t row = 1; row < std::min(csv.row_count(), rows_max); ++row) {
    std::size_t filled = 0;
    for (std::size_t column = 0; column < csv.cell_count(row); ++column)
      filled += !trim(csv.cell(row, column)).empty();
    if (filled >= labels_.size()) return static_cast<int>(row) + 1;
  }
  return 0;
}

// A file of the package whose name has other capitals.
std::string TableReader::file_alike(const std::string& path) const {
  for (const auto& [name, bytes] : package_.files)
    if (fold(name) == fold(path)) return name;
  return {};
}

// Why nothing can be said of the table's columns, in one problem.
std::optional<Problem> TableReader::problem_of_header(const TablePart& part) const {
  const std::vector<int>& rows = resource_.dialect.header_rows;
  const Place place{.file = part.file, .line = part.csv.row_count() > 0 ? part.csv.line(0) : 0};
  if (rows.empty()) {
    const bool has_names = resource_.schema && !resource_.schema->fields.empty();
    return has_names ? std::nullopt : std::optional(problem::no_column_names(place));
  }
  if (header_height() > part.csv.row_count())
    return problem::header_behind_end({.file = part.file},
                                      *std::max_element(rows.begin(), rows.end()));
  if (std::all_of(labels_.begin(), labels_.end(), [](const auto& label) { return label.empty(); }))
    return problem::blank_header(place);
  if (const char found = other_delimiter(); found != 0)
    return problem::other_delimiter(place, found);
  if (const int row = header_below_title(part.csv); row > 0)
    return problem::title_above_header(place, row);
  return {};
}

// A table without columns: nothing further is said of it, nor of what refers to it.
void TableReader::give_up() {
  table_.parts.clear();
  next_path_ = resource_.paths.size();
}

std::size_t TableReader::read_header(const CsvFile& csv) {
  has_columns_ = true;
  const bool has_header = !resource_.dialect.header_rows.empty();
  if (!has_header && resource_.schema) {
    for (const Field& field : resource_.schema->fields) labels_.push_back(field.name);
  }
  const std::size_t height = std::min(header_height(), csv.row_count());
  table_.header_line = height == 0 ? 0 : csv.line(height - 1);
  header_place_ = {.file = table_.parts.back().file, .line = table_.header_line};
  std::set<std::string> seen;
  for (std::size_t column = 0; column < labels_.size(); ++column) {
    const std::string& label = labels_[column];
    if (label.empty()) {
      problems_.add(problem::blank_label(header_place_, column + 1));
    } else if (!seen.insert(label).second) {
      problems_.add(problem::duplicate_label(place_of_label(label)));
    }
    table_.add_column(field_of(label));
  }
  if (resource_.schema && !resource_.schema->fields_match.may_lack)
    for (const Field& field : resource_.schema->fields)
      if (seen.count(field.name) == 0) {
        problems_.add(problem::missing_label(place_of_label(field.name)));
        table_.absent.push_back(field.name);
      }
  return height;
}

Place TableReader::place_of_label(const std::string& label) const {
  Place place = header_place_;
  place.column = label;
  return place;
}

Field TableReader::field_of(const std::string& label) {
  if (!resource_.schema) return {.name = label};
  if (const Field* field = resource_.schema->find(label)) return *field;
  if (!label.empty() && !resource_.schema->fields_match.may_add)
    problems_.add(problem::unknown_label(place_of_label(label)));
  return {.name = label, .missing_values = resource_.schema->missing_values};
}

Step TableReader::shape_rows(std::size_t rows_max) {
  CsvFile& csv = table_.parts.back().csv;
  if (csv.is_surely_regular() && csv.row_count() > 0 &&
      csv.cell_count(0) == table_.fields.size()) {
    stage_ = nullptr;
    return Step::more;
  }
  const std::size_t end = std::min(csv.row_count(), next_row_ + rows_max);
  for (; next_row_ < end; ++next_row_) {
    if (is_blank(next_row_)) {
      problems_.add_error([&] {
        return problem::blank_row(
            {.file = table_.parts.back().file, .line = csv.line(next_row_)});
      });
      continue;
    }
    if (csv.cell_count(next_row_) != table_.fields.size()) check_shape(next_row_);
    csv.move_row(next_row_, kept_rows_++);
  }
  if (next_row_ < csv.row_count()) return Step::more;
  csv.keep_rows(kept_rows_);
  stage_ = nullptr;
  return Step::more;
}

bool TableReader::is_blank(std::size_t row) {
  const CsvFile& csv = table_.parts.back().csv;
  const std::size_t count = csv.cell_count(row);
  for (std::size_t column = 0; column < count; ++column)
    if (!trim(csv.cell(row, column)).empty()) return false;
  return true;
}

void TableReader::check_shape(std::size_t row) {
  const CsvFile& csv = table_.parts.back().csv;
  const std::size_t width = table_.fields.size(), count = csv.cell_count(row);
  const auto place = [&](std::string column) {
    return Place{.file = table_.parts.back().file, .line = csv.line(row),
                 .column = std::move(column)};
  };
  if (count > width)
    problems_.add_error([&] { return problem::extra_cell(place(""), count, width); });
  for (std::size_t column = count; column < width; ++column)
    problems_.add_error(
        [&] { return problem::missing_cell(place(table_.fields[column].name), count, width); });
}

}  // namespace tiendo::io
