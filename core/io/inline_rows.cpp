#include "io/inline_rows.h"

#include <set>

#include "base/text.h"

namespace tiendo::io {
namespace {

class InlineReader {
 public:
  CsvFile read(const JsonCursor& data) {
    const std::vector<JsonCursor> rows = data.elements();
    const bool has_objects = !rows.empty() && rows.front().is_object();
    if (has_objects) read_labels(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Json& row = rows[i].value();
      csv_.begin_row(0, static_cast<int>(i) + 1);
      if (has_objects ? row.is_object() : row.is_array()) {
        has_objects ? read_object(row) : read_list(row);
      } else {
        rows[i].report_type({"một dòng như dòng đầu", "a row like the first one"});
      }
      csv_.end_row();
    }
    return std::move(csv_);
  }

 private:

  void read_labels(const std::vector<JsonCursor>& rows) {
    std::set<std::string> labels;
    for (const JsonCursor& row : rows)
      if (row.is_object())
        for (auto entry = row.value().begin(); entry != row.value().end(); ++entry)
          labels.insert(entry.key());
    labels_.assign(labels.begin(), labels.end());
    csv_.begin_row(0, 1);
    for (const std::string& label : labels_) add_text(label);
    csv_.end_row();
  }

  void read_object(const Json& row) {
    for (const std::string& label : labels_) {
      const auto cell = row.find(label);
      add_cell(cell == row.end() ? Json() : *cell);
    }
  }

  void read_list(const Json& row) {
    for (const Json& cell : row) add_cell(cell);
  }

  void add_cell(const Json& cell) {
    if (cell.is_null()) {
      csv_.add_null();
    } else {
      add_text(cell.is_string() ? cell.get_ref<const std::string&>() : cell.dump());
    }
  }

  void add_text(const std::string& text) { csv_.add_text(to_nfc(text), 0); }

  CsvFile csv_;
  std::vector<std::string> labels_;
};

}  // namespace

CsvFile read_inline_rows(const JsonCursor& data) { return InlineReader().read(data); }

}  // namespace tiendo::io
