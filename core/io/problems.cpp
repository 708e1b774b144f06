#include "io/problems.h"

#include <utility>

#include "base/text.h"

namespace tiendo::problem {
namespace {

constexpr std::size_t shown_code_points_max = 60;

std::string fill_one(std::string_view pattern, std::initializer_list<Bilingual> parts,
                     Language language) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool placeholder = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
    const auto part = placeholder ? static_cast<std::size_t>(pattern[i + 1] - '0') : parts.size();
    if (part < parts.size()) {
      text += parts.begin()[part].in(language);
      i += 2;
    } else {
      text += pattern[i];
    }
  }
  return text;
}

Bilingual number(std::size_t value) { return both(std::to_string(value)); }
Bilingual line(int value) { return both(std::to_string(value)); }

std::string code_of(unsigned char control) {
  constexpr const char* digits = "0123456789ABCDEF";
  return {'U', '+', '0', '0', digits[control >> 4], digits[control & 15]};
}

}  // namespace

Bilingual both(std::string text) { return {.vi = text, .en = text}; }

Bilingual quoted(std::string_view found) {
  std::size_t end = 0;
  for (std::size_t shown = 0; end < found.size() && shown < shown_code_points_max; ++shown)
    next_code_point(found, end);
  std::string text = "“" + std::string(found.substr(0, end));
  if (end < found.size()) text += "…";
  return both(text + "”");
}

Bilingual fill(const Bilingual& pattern, std::initializer_list<Bilingual> parts) {
  return {.vi = fill_one(pattern.vi, parts, Language::vi),
          .en = fill_one(pattern.en, parts, Language::en)};
}

Problem error(std::string_view name, Place place, Bilingual message, Bilingual mend) {
  return {.severity = Severity::error,
          .name = std::string(name),
          .place = std::move(place),
          .message = std::move(message),
          .mend = std::move(mend)};
}

Problem warning(std::string_view name, Place place, Bilingual message, Bilingual mend) {
  Problem problem = error(name, std::move(place), std::move(message), std::move(mend));
  problem.severity = Severity::warning;
  return problem;
}

Problem file_missing(std::string file, const char* member, std::string_view alike) {
  if (!alike.empty())
    return error("scheme-error", {.file = std::move(file)},
                 fill({"Không có tệp này trong gói, mà có {0}: tên tệp phân biệt chữ hoa và chữ "
                       "thường.",
                       "The package has no such file, but {0}: names of files are case-sensitive."},
                      {quoted(alike)}),
                 fill({"Đổi tên tệp, hoặc sửa “{0}” trong datapackage.json.",
                       "Rename the file, or mend “{0}” in datapackage.json."}, {both(member)}));
  return error("scheme-error", {.file = std::move(file)},
               {"Không có tệp này trong gói.", "The package has no such file."},
               fill({"Thêm tệp vào gói, hoặc sửa “{0}” trong datapackage.json.",
                     "Add the file to the package, or mend “{0}” in datapackage.json."},
                    {both(member)}));
}

Problem file_empty(std::string file) {
  return error("source-error", {.file = std::move(file)},
               {"Tệp rỗng; cần ít nhất một dòng tiêu đề.",
                "The file is empty; at least a header row was expected."},
               {"Ghi dòng tiêu đề, dù chưa có dòng số liệu nào.",
                "Write the header row, even where there is no row of figures yet."});
}

Problem not_in_encoding(Place place, std::size_t byte, const char* encoding) {
  return error("encoding-error", std::move(place),
               fill({"Byte thứ {0} của tệp không phải là {1}.", "Byte {0} of the file is not {1}."},
                    {number(byte + 1), both(encoding)}),
               {"Lưu lại tệp với bảng mã UTF-8 (trong Excel: “CSV UTF-8”).",
                "Save the file as UTF-8 (in Excel: “CSV UTF-8”)."});
}

Problem control_character(Place place, std::size_t byte, unsigned char found) {
  return error("source-error", std::move(place),
               fill({"Byte thứ {0} của tệp là ký tự điều khiển {1}, không thuộc về văn bản.",
                     "Byte {0} of the file is the control character {1}, which no text has."},
                    {number(byte + 1), both(code_of(found))}),
               {"Xóa ký tự đó, hoặc lưu lại tệp từ bảng tính dưới dạng CSV UTF-8.",
                "Delete the character, or save the file from the spreadsheet again as CSV UTF-8."});
}

Problem control_in_text(Place place, unsigned char found) {
  return error("source-error", std::move(place),
               fill({"Chữ ở đây có ký tự điều khiển {0}, không thuộc về văn bản.",
                     "The text here has the control character {0}, which no text has."},
                    {both(code_of(found))}),
               {"Xóa ký tự đó.", "Delete the character."});
}

Problem too_deep(std::string_view name, Place place, std::size_t depth_max) {
  return error(name, std::move(place),
               fill({"Các ngoặc lồng nhau sâu hơn {0} tầng.",
                     "The brackets are nested more than {0} deep."}, {number(depth_max)}),
               {"Kiểm tra xem có ngoặc nào không được đóng.",
                "See whether a bracket is not closed."});
}

Problem wrong_size(std::string file, std::size_t found, std::size_t expected) {
  return error("byte-count", {.file = std::move(file)},
               fill({"Tệp có {0} byte, “bytes” ghi {1}.",
                     "The file has {0} bytes, “bytes” says {1}."},
                    {number(found), number(expected)}),
               {"Tệp đã bị đổi hoặc tải về chưa đủ: lấy lại tệp, hoặc sửa “bytes”.",
                "The file was changed or not fully downloaded: get it again, or mend “bytes”."});
}

Problem wrong_hash(std::string file, const std::string& found, const std::string& expected) {
  return error("hash-count", {.file = std::move(file)},
               fill({"Mã băm của tệp là {0}, “hash” ghi {1}.",
                     "The file's digest is {0}, “hash” says {1}."}, {both(found), both(expected)}),
               {"Tệp đã bị đổi sau khi đóng gói: lấy lại tệp, hoặc đóng gói lại (tiendo bundle).",
                "The file was changed after it was sealed: get it again, or bundle it anew "
                "(tiendo bundle)."});
}

Problem not_json(std::string_view name, Place place, std::size_t byte) {
  return error(name, std::move(place),
               fill({"Không đọc được như JSON từ byte thứ {0}.",
                     "Not readable as JSON from byte {0} on."}, {number(byte)}),
               {"Kiểm tra dấu phẩy, dấu ngoặc và dấu nháy quanh chỗ này.",
                "Look at the commas, brackets and quotes around this place."});
}

Problem too_large(std::string_view name, Place place) {
  return error(name, std::move(place),
               {"Dòng này có một số lớn quá mức máy tính giữ được.",
                "There is a number on this line that is too large for a computer to hold."},
               {"Sửa số đó; nếu là mã thì đặt trong dấu nháy.",
                "Mend the number; if it is a code, put it in quotes."});
}

Problem unsafe_path(Place place, std::string_view path) {
  return error(
      "resource-error", std::move(place),
      fill({"Đường dẫn {0} không được phép: phải là đường dẫn tương đối nằm trong gói, không "
            "có “..”, “\\” hay tên bắt đầu bằng dấu chấm.",
            "The path {0} is not allowed: it must be relative and stay in the package, "
            "without “..”, “\\” or names that begin with a dot."},
           {quoted(path)}),
      {"Đặt tệp trong thư mục của gói và ghi đường dẫn từ đó, ví dụ “data/units.csv”.",
       "Put the file in the package's folder and write its path from there, for example "
       "“data/units.csv”."});
}

Problem unclosed_quote(Place place) {
  return error("source-error", std::move(place),
               {"Dấu nháy mở ở dòng này không được đóng trước khi hết tệp.",
                "The quote that opens on this line is not closed before the end of the file."},
               {"Đóng dấu nháy ở cuối ô; dấu nháy bên trong ô thì viết hai lần.",
                "Close it at the end of the cell; write a quote inside a cell twice."});
}

Problem text_after_quote(Place place, std::string_view found) {
  return error(
      "source-error", std::move(place),
      fill({"Có chữ {0} ngay sau dấu nháy đóng của một ô.",
            "There is text, {0}, right after the closing quote of a cell."},
           {quoted(found)}),
      {"Dấu nháy bên trong ô thì viết hai lần: \"\".", "Write a quote inside a cell twice: \"\"."});
}

Problem other_delimiter(Place place, char found) {
  const bool is_tab = found == '\t';
  const Bilingual mark = is_tab ? Bilingual{"dấu tab", "a tab"} : quoted({&found, 1});
  return error(
      "dialect-error", std::move(place),
      fill({"Dòng tiêu đề chỉ có một ô, trong đó có {0}: có vẻ tệp tách cột bằng dấu này chứ "
            "không phải dấu phẩy. Bảng chưa được kiểm tra.",
            "The header row is one cell, which holds {0}: that seems to part the columns, not a "
            "comma. The table has not been checked."},
           {mark}),
      fill({"Lưu lại tệp với dấu phẩy, hoặc thêm \"dialect\": {\"delimiter\": \"{0}\"} vào bảng "
            "này trong datapackage.json.",
            "Save the file with commas, or add \"dialect\": {\"delimiter\": \"{0}\"} to this "
            "table in datapackage.json."},
           {both(is_tab ? "\\t" : std::string(1, found))}));
}

Problem blank_header(Place place) {
  return error("blank-header", std::move(place),
               {"Dòng tiêu đề trống.", "The header row is blank."},
               {"Xóa các dòng trống ở đầu tệp, để tên cột ở dòng đầu tiên.",
                "Delete the blank rows at the beginning, so that the names of columns are first."});
}

Problem header_behind_end(Place place, int row) {
  return error("dialect-error", std::move(place),
               fill({"“headerRows” nói tiêu đề ở dòng {0}, mà tệp không có đến dòng đó.",
                     "“headerRows” puts the header on row {0}, and the file ends before it."},
                    {line(row)}),
               {"Sửa “headerRows” trong “dialect” của bảng; tiêu đề ở dòng đầu thì xóa nó đi.",
                "Mend “headerRows” in the table's “dialect”; delete it where the first row is "
                "the header."});
}

Problem no_column_names(Place place) {
  return error("dialect-error", std::move(place),
               {"Bảng không có dòng tiêu đề (“header”: false) mà cũng không có lược đồ: không biết "
                "các cột tên là gì.",
                "The table has no header row (“header”: false) and no schema either: nobody knows "
                "what its columns are called."},
               {"Thêm dòng tiêu đề và xóa “header”, hoặc kể các cột theo thứ tự trong “schema”.",
                "Add a header row and delete “header”, or list the columns in order in “schema”."});
}

Problem blank_label(Place place, std::size_t position) {
  return error("blank-label", std::move(place),
               fill({"Cột thứ {0} không có tên.", "Column {0} has no name."}, {number(position)}),
               {"Đặt tên cho cột ở dòng tiêu đề, hoặc xóa cột.",
                "Name the column in the header row, or delete it."});
}

Problem duplicate_label(Place place) {
  const Bilingual label = quoted(place.column);
  return error("duplicate-label", std::move(place),
               fill({"Có hai cột cùng tên {0}.", "Two columns are named {0}."}, {label}),
               {"Đổi tên hoặc xóa một cột.", "Rename or delete one of them."});
}

Problem missing_label(Place place) {
  const Bilingual label = quoted(place.column);
  return error("missing-label", std::move(place),
               fill({"Thiếu cột {0}.", "The column {0} is missing."}, {label}),
               fill({"Thêm {0} vào dòng tiêu đề; tên cột phân biệt chữ hoa và chữ thường.",
                     "Add {0} to the header row; names of columns are case-sensitive."}, {label}));
}

Problem unknown_label(Place place) {
  const Bilingual label = quoted(place.column);
  return warning("extra-label", std::move(place),
                 fill({"Lược đồ của bảng không mô tả cột {0}; cột được giữ như chữ.",
                       "The table's schema does not describe the column {0}; it is kept as text."},
                      {label}),
                 {"Nếu không phải gõ nhầm thì thêm cột vào “fields” trong datapackage.json.",
                  "If it is no slip of the keyboard, add it to “fields” in datapackage.json."});
}

Problem blank_row(Place place) {
  return error("blank-row", std::move(place),
               {"Dòng trống.", "The row is blank."}, {"Xóa dòng này.", "Delete the row."});
}

Problem missing_cell(Place place, std::size_t found, std::size_t expected) {
  const Bilingual label = quoted(place.column);
  return error(
      "missing-cell", std::move(place),
      fill({"Dòng có {0} ô, cần {1}: thiếu ô của cột {2}.",
            "The row has {0} cells, {1} were expected: the cell of column {2} is missing."},
           {number(found), number(expected), label}),
      {"Thêm dấu phân cách cho đủ ô; ô không có số liệu thì để trống.",
       "Add the missing delimiters; leave a cell without a figure empty."});
}

Problem extra_cell(Place place, std::size_t found, std::size_t expected) {
  return error("extra-cell", std::move(place),
               fill({"Dòng có {0} ô, cần {1}.", "The row has {0} cells, {1} were expected."},
                    {number(found), number(expected)}),
               {"Xóa ô thừa; ô có dấu phân cách bên trong thì đặt trong dấu nháy.",
                "Delete the extra cells; put a cell that contains the delimiter in quotes."});
}

Problem row_rule(Place place, Bilingual message, Bilingual mend) {
  return error("row-constraint", std::move(place), std::move(message), std::move(mend));
}

Problem wrong_type(Place place, std::string_view found, Bilingual expected, Bilingual mend) {
  return error("type-error", std::move(place),
               fill({"Ô ghi {0}, cần {1}.", "The cell says {0}, expected {1}."},
                    {quoted(found), expected}),
               std::move(mend));
}

Problem required_cell(Place place) {
  return error(
      "constraint-error", std::move(place),
      {"Ô trống, nhưng cột này bắt buộc.", "The cell is empty, but its column is required."},
      {"Điền ô này.", "Fill in the cell."});
}

Problem not_allowed(Place place, std::string_view found, std::string_view allowed) {
  return error("constraint-error", std::move(place),
               fill({"Ô ghi {0}, không thuộc các giá trị cho phép.",
                     "The cell says {0}, which is not among the allowed values."}, {quoted(found)}),
               fill({"Dùng một trong: {0}.", "Use one of: {0}."}, {both(std::string(allowed))}));
}

Problem out_of_bounds(Place place, std::string_view found, Bilingual rule) {
  return error(
      "constraint-error", std::move(place),
      fill({"Ô ghi {0}, nhưng {1}.", "The cell says {0}, but {1}."}, {quoted(found), rule}),
      {"Sửa ô, hoặc sửa ràng buộc trong lược đồ của bảng.",
       "Mend the cell, or the constraint in the table's schema."});
}

Problem repeated_value(Place place, std::string_view found, int first_line) {
  return error("unique-error", std::move(place),
               fill({"Giá trị {0} đã có ở dòng {1}, nhưng cột này không được lặp.",
                     "The value {0} is already on line {1}, but the column may not repeat one."},
                    {quoted(found), line(first_line)}),
               {"Sửa hoặc xóa một trong hai dòng.", "Mend or delete one of the two rows."});
}

Problem repeated_key(Place place, std::string_view found, int first_line) {
  return error("primary-key", std::move(place),
               fill({"Khóa {0} đã có ở dòng {1}.", "The key {0} is already on line {1}."},
                    {quoted(found), line(first_line)}),
               {"Mỗi khóa chỉ được một dòng: sửa hoặc xóa một trong hai.",
                "A key has one row: mend or delete one of the two."});
}

Problem missing_key(Place place) {
  return error("primary-key", std::move(place),
               {"Ô trống, nhưng là một phần của khóa.", "The cell is empty, but part of the key."},
               {"Điền ô này.", "Fill in the cell."});
}

Problem title_above_header(Place place, int header_row) {
  return error("dialect-error", std::move(place),
               {"Dòng tiêu đề chỉ có một ô có chữ: có vẻ đó là tên của bảng, còn tên các cột ở "
                "dòng dưới. Bảng chưa được kiểm tra.",
                "The header row has text in one cell only: that seems to be the table's title, "
                "with the names of the columns below. The table has not been checked."},
               fill({"Xóa các dòng ở trên tên cột, hoặc thêm \"dialect\": {\"headerRows\": [{0}]} "
                     "vào bảng này trong datapackage.json.",
                     "Delete the rows above the names, or add \"dialect\": {\"headerRows\": [{0}]} "
                     "to this table in datapackage.json."},
                    {line(header_row)}));
}

// A space before or after a key is not to be seen, one of a spreadsheet (U+00A0) least of all.
Problem unknown_reference(Place place, std::string_view found, std::string_view table) {
  constexpr std::string_view hard_space = "\xC2\xA0";
  if (trim(found) != found || found.starts_with(hard_space) || found.ends_with(hard_space))
    return error("foreign-key", std::move(place),
                 fill({"Khóa {0} có dấu cách ở đầu hoặc cuối; bảng “{1}” không có khóa như vậy.",
                       "The key {0} begins or ends with a space; the table “{1}” has no such key."},
                      {quoted(found), both(std::string(table))}),
                 {"Xóa dấu cách đó.", "Delete the space."});
  return error("foreign-key", std::move(place),
               fill({"Bảng “{1}” không có dòng nào có khóa {0}.",
                     "The table “{1}” has no row with the key {0}."},
                    {quoted(found), both(std::string(table))}),
               fill({"Sửa khóa, hoặc thêm dòng vào bảng “{0}”.",
                     "Mend the key, or add the row to the table “{0}”."},
                    {both(std::string(table))}));
}

}  // namespace tiendo::problem
