#include "io/table.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "io/problems.h"

namespace tiendo::io {
namespace {

std::string_view cell_of(const CsvFile& csv, const CsvRow& row, std::size_t column) {
  return column < row.count ? csv.cells[row.first + column] : std::string_view();
}

bool is_blank(const CsvFile& csv, const CsvRow& row) {
  for (std::size_t i = 0; i < row.count; ++i)
    if (!trim(csv.cells[row.first + i]).empty()) return false;
  return true;
}

class TableReader {
 public:
  TableReader(const Resource& resource, Problems& problems)
      : resource_(resource), problems_(problems) {
    table_.name = resource.name;
  }

  void read_file(const std::string& path, std::string_view bytes) {
    std::optional<SourceText> text =
        read_source_text(bytes, resource_.encoding, path, problems_);
    if (!text) return;
    table_.texts.push_back(std::move(*text));
    read_rows(path, read_csv(table_.texts.back().view(), resource_.dialect, path, problems_));
  }

  void read_rows(const std::string& path, CsvFile part) {
    table_.files.push_back(path);
    table_.parts.push_back(std::move(part));
    const CsvFile& csv = table_.parts.back();
    if (csv.rows.empty() && !resource_.dialect.header_rows.empty()) {
      problems_.add(problem::file_empty(path));
      return;
    }
    std::size_t first_row = 0;
    if (!has_columns_) {
      first_row = read_header(csv);
    } else if (has_same_header(csv)) {
      first_row = header_height();
    }
    for (std::size_t row = first_row; row < csv.rows.size(); ++row) add_row(csv, csv.rows[row]);
  }

  Table take() { return std::move(table_); }

 private:
  std::size_t header_height() const {
    const std::vector<int>& rows = resource_.dialect.header_rows;
    return rows.empty() ? 0 : static_cast<std::size_t>(*std::max_element(rows.begin(), rows.end()));
  }

  std::vector<std::string> labels_of(const CsvFile& csv) const {
    std::vector<std::string> labels;
    for (const int number : resource_.dialect.header_rows) {
      const auto place = static_cast<std::size_t>(number) - 1;
      if (place >= csv.rows.size()) continue;
      const CsvRow& row = csv.rows[place];
      labels.resize(std::max(labels.size(), row.count));
      for (std::size_t column = 0; column < row.count; ++column) {
        const std::string_view part = trim(cell_of(csv, row, column));
        std::string& label = labels[column];
        if (!label.empty() && !part.empty()) label += resource_.dialect.header_join;
        label += part;
      }
    }
    return labels;
  }

  // Later parts may repeat the header or leave it out.
  bool has_same_header(const CsvFile& csv) const { return labels_of(csv) == labels_; }

  std::size_t read_header(const CsvFile& csv) {
    has_columns_ = true;
    const bool has_header = !resource_.dialect.header_rows.empty();
    if (has_header) {
      labels_ = labels_of(csv);
    } else if (resource_.schema) {
      for (const Field& field : resource_.schema->fields) labels_.push_back(field.name);
    }
    const std::size_t last = std::min(header_height(), csv.rows.size());
    table_.header_line = last == 0 ? 0 : csv.rows[last - 1].line;
    header_place_ = {.file = table_.files.back(), .line = table_.header_line};
    std::set<std::string> seen;
    for (std::size_t column = 0; column < labels_.size(); ++column) {
      const std::string& label = labels_[column];
      if (label.empty()) {
        problems_.add(problem::blank_label(header_place_, column + 1));
      } else if (!seen.insert(label).second) {
        problems_.add(problem::duplicate_label(place_of_label(label)));
      }
      table_.fields.push_back(field_of(label));
    }
    table_.is_known.resize(labels_.size());
    if (resource_.schema && !resource_.schema->fields_match.may_lack)
      for (const Field& field : resource_.schema->fields)
        if (seen.count(field.name) == 0) {
          problems_.add(problem::missing_label(place_of_label(field.name)));
          table_.absent.push_back(field.name);
        }
    return last;
  }

  Place place_of_label(const std::string& label) const {
    Place place = header_place_;
    place.column = label;
    return place;
  }

  Field field_of(const std::string& label) {
    if (!resource_.schema) return {.name = label};
    if (const Field* field = resource_.schema->find(label)) return *field;
    if (!label.empty() && !resource_.schema->fields_match.may_add)
      problems_.add(problem::unknown_label(place_of_label(label)));
    return {.name = label, .missing_values = resource_.schema->missing_values};
  }

  void add_row(const CsvFile& csv, const CsvRow& row) {
    const std::size_t width = table_.fields.size();
    const auto place = [&](std::string column) {
      return Place{.file = table_.files.back(), .line = row.line, .column = std::move(column)};
    };
    if (is_blank(csv, row)) {
      problems_.add_error([&] { return problem::blank_row(place("")); });
      return;
    }
    if (row.count > width)
      problems_.add_error([&] { return problem::extra_cell(place(""), row.count, width); });
    for (std::size_t column = 0; column < width; ++column) {
      const bool is_there = column < row.count;
      if (!is_there)
        problems_.add_error([&] {
          return problem::missing_cell(place(table_.fields[column].name), row.count, width);
        });
      table_.cells.push_back(is_there ? read_cell(csv.cells[row.first + column], column)
                                      : faulty_cell);
    }
    table_.rows.push_back({.file = table_.files.size() - 1, .line = row.line});
  }

  std::string_view read_cell(std::string_view cell, std::size_t column) const {
    const std::vector<std::string>& missing = table_.fields[column].missing_values;
    const bool is_none = std::find(missing.begin(), missing.end(), cell) != missing.end();
    return is_none || cell.data() == nullptr ? missing_cell : cell;
  }

  const Resource& resource_;
  Problems& problems_;
  Table table_;
  std::vector<std::string> labels_;
  Place header_place_;
  bool has_columns_ = false;
};

}  // namespace

std::optional<std::size_t> Table::find_column(std::string_view label) const {
  for (std::size_t column = 0; column < fields.size(); ++column)
    if (fields[column].name == label) return column;
  return {};
}

bool Table::lacks(std::string_view label) const {
  return std::find(absent.begin(), absent.end(), label) != absent.end();
}

Place Table::place_of_row(std::size_t row) const {
  return {.file = files[rows[row].file], .line = rows[row].line, .column = {}};
}

Place Table::place(std::size_t row, std::size_t column) const {
  Place place = place_of_row(row);
  place.column = fields[column].name;
  return place;
}

Table read_table(const Package& package, Resource& resource, Problems& problems) {
  TableReader reader(resource, problems);
  if (resource.data) reader.read_rows(resource.data_place, std::move(*resource.data));
  for (const std::string& path : resource.paths) {
    const auto file = package.files.find(path);
    if (file == package.files.end()) {
      problems.add(problem::file_missing(path));
    } else {
      reader.read_file(path, file->second);
    }
  }
  return reader.take();
}

}  // namespace tiendo::io
