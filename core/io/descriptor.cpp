#include "io/descriptor.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "io/inline_rows.h"
#include "io/json.h"
#include "io/problems.h"
#include "io/word.h"

namespace tiendo::io {
namespace {

constexpr int known_profile = 1;

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

bool has_ending(std::string_view path, std::string_view ending) {  // DATA.CSV has it too
  return path.size() >= ending.size() &&
         lower_case(std::string(path.substr(path.size() - ending.size()))) == ending;
}

// An address is read where the package holds a file of that name, or would if it could be had: only
// who opened the package by address asks for one.
bool may_be_read(const Package& package, const std::string& path) {
  const bool was_asked_for = package.files.count(path) > 0 || package.lacking.count(path) > 0;
  return is_safe_path(path) || (is_address(path) && was_asked_for);
}

// `format` says it; otherwise the ending of the file, or a list of rows in place.
bool is_table(const JsonCursor& json, const std::vector<std::string>& paths) {
  const std::optional<JsonCursor> data = json.member("data");
  if (data && data->value().is_array()) return true;
  if (const std::optional<std::string> format = json.text("format"))
    return *format == "csv" || *format == "tsv";
  return !paths.empty() && is_table_file(paths[0]);
}

// A part of the descriptor: written in place, or a path to a JSON file of the package.
class Part {
 public:
  Part(const Package& package, const JsonCursor& json, const char* name,
       const char* problem_name, Problems& problems) {
    const std::optional<JsonCursor> found = json.member(name);
    if (!found) return;
    if (!found->is_text()) {
      if (const std::optional<JsonCursor> object = json.object(name))
        cursor_ = object->as(problem_name);
      return;
    }
    path_ = found->as_text();
    if (!may_be_read(package, path_)) {
      problems.add(problem::unsafe_path(found->place(), path_));
      return;
    }
    const auto file = package.files.find(path_);
    if (file == package.files.end()) {
      problems.add(problem::file_missing(path_, name));
      return;
    }
    document_ = parse_json(file->second, path_, problem_name, problems);
    if (document_) cursor_.emplace(*document_, path_, problem_name, problems);
  }
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;

  const std::optional<JsonCursor>& cursor() const { return cursor_; }

 private:
  std::string path_;
  std::optional<Json> document_;
  std::optional<JsonCursor> cursor_;
};

std::vector<int> read_row_numbers(const JsonCursor& json) {
  std::vector<int> rows;
  for (const JsonCursor& element : json.elements()) {
    constexpr std::int64_t most = 1'000'000'000;
    const std::int64_t row =
        element.value().is_number_integer() ? element.value().get<std::int64_t>() : 0;
    if (row > 0 && row <= most) {
      rows.push_back(static_cast<int>(row));
    } else {
      element.report_type({"số thứ tự của một dòng", "the number of a row"});
    }
  }
  return rows;
}

Dialect read_dialect(const JsonCursor& json, Dialect dialect) {
  dialect.delimiter = json.character("delimiter").value_or(dialect.delimiter);
  dialect.is_delimiter_stated |= json.has("delimiter");
  dialect.quote = json.character("quoteChar").value_or(dialect.quote);
  dialect.escape = json.character("escapeChar").value_or(dialect.escape);
  dialect.comment = json.character("commentChar").value_or(dialect.comment);
  dialect.double_quote = json.flag("doubleQuote").value_or(dialect.double_quote);
  dialect.skip_initial_space = json.flag("skipInitialSpace").value_or(dialect.skip_initial_space);
  dialect.header_join = json.text("headerJoin").value_or(dialect.header_join);
  if (const auto rows = json.member("headerRows")) dialect.header_rows = read_row_numbers(*rows);
  if (const auto rows = json.member("commentRows")) dialect.comment_rows = read_row_numbers(*rows);
  if (!json.flag("header").value_or(true)) dialect.header_rows.clear();
  if (const auto nothing = json.member("nullSequence"))
    nothing->warn({"“nullSequence” không được dùng.", "“nullSequence” is not used."},
                  {"Ghi giá trị đó vào “missingValues” của lược đồ.",
                   "Write the value into “missingValues” of the schema."});
  if (dialect.delimiter == 0 || dialect.delimiter == dialect.quote)
    json.report({"Dấu phân cách phải là một ký tự, khác dấu nháy.",
                 "The delimiter must be a character other than the quote."});
  return dialect;
}

constexpr Word<Encoding> encodings[] = {
    {"utf-8", Encoding::utf8},          {"utf8", Encoding::utf8},
    {"utf-8-sig", Encoding::utf8},      {"ascii", Encoding::utf8},
    {"us-ascii", Encoding::utf8},       {"utf-16", Encoding::utf16_little},
    {"utf-16le", Encoding::utf16_little}, {"utf-16be", Encoding::utf16_big}};

Encoding read_encoding(const JsonCursor& json) {
  const std::string name = json.text("encoding").value_or("utf-8");
  if (const std::optional<Encoding> known = find_word(encodings, lower_case(name))) return *known;
  json.member("encoding")->as("encoding-error").report(
      problem::fill({"Không đọc được bảng mã {0}.", "The encoding {0} cannot be read."},
                    {problem::quoted(name)}),
      {"Lưu lại tệp với bảng mã UTF-8 và xóa “encoding”.",
       "Save the file as UTF-8 and delete “encoding”."});
  return Encoding::utf8;
}

std::optional<double> read_bytes(const JsonCursor& json) {
  constexpr double most = 9007199254740992;  // what a double counts exactly
  const std::optional<double> bytes = json.number("bytes");
  if (!bytes || (*bytes >= 0 && *bytes <= most && std::floor(*bytes) == *bytes)) return bytes;
  json.member("bytes")->report_type(
      {"số byte của tệp, một số nguyên từ 0", "the file's bytes, a whole number from 0 on"});
  return {};
}

// `bytes` and `hash` of all files of the resource together.
std::optional<ContentClaim> read_claim(const JsonCursor& json,
                                       const std::vector<std::string>& paths, bool is_of_table) {
  ContentClaim claim{
      .paths = paths, .is_of_table = is_of_table, .bytes = read_bytes(json)};
  const std::string hash = lower_case(json.text("hash").value_or(""));
  const std::size_t colon = hash.find(':');
  const std::string algorithm = colon == std::string::npos ? "md5" : hash.substr(0, colon);
  claim.digest = colon == std::string::npos ? hash : hash.substr(colon + 1);
  if (!hash.empty() && algorithm == "md5") claim.algorithm = Digest::Algorithm::md5;
  if (!hash.empty() && algorithm == "sha256") claim.algorithm = Digest::Algorithm::sha256;
  if (!hash.empty() && !claim.algorithm)
    json.member("hash")->warn(
        problem::fill({"Mã băm {0} không được kiểm tra.", "The digest {0} is not checked."},
                      {problem::quoted(algorithm)}),
        {"Dùng sha256.", "Use sha256."});
  if (paths.empty() || (is_of_table && !claim.bytes && !claim.algorithm)) return {};
  return claim;
}

std::vector<std::string> read_paths(const Package& package, const JsonCursor& json,
                                    Problems& problems) {
  std::vector<std::string> paths = json.text_or_texts("path");
  const auto is_unsafe = [&](const std::string& path) {
    if (may_be_read(package, path)) return false;
    problems.add(problem::unsafe_path(json.member("path")->place(), path));
    return true;
  };
  paths.erase(std::remove_if(paths.begin(), paths.end(), is_unsafe), paths.end());
  return paths;
}

void read_resource(const Package& package, const JsonCursor& json, Descriptor& descriptor,
                   Problems& problems) {
  Resource resource{.name = json.required_text("name")};
  if (descriptor.find(resource.name))
    json.report(problem::fill({"Hai bảng cùng tên {0}.", "Two resources are named {0}."},
                              {problem::quoted(resource.name)}));
  const std::size_t errors_before = problems.errors;
  resource.paths = read_paths(package, json, problems);
  if (resource.paths.empty() && problems.errors == errors_before && !json.has("data"))
    json.report_missing("path");
  if (!resource.paths.empty() && json.has("data"))
    json.report({"“path” và “data” không được đứng cùng nhau.",
                 "“path” and “data” may not stand together."},
                {"Giữ một trong hai.", "Keep one of the two."});
  const bool is_of_table = is_table(json, resource.paths);
  if (std::optional<ContentClaim> claim = read_claim(json, resource.paths, is_of_table))
    descriptor.claims.push_back(std::move(*claim));
  if (!is_of_table) {
    descriptor.others.push_back(resource.name);
    return;
  }
  if (const std::optional<JsonCursor> data = json.member("data")) {
    resource.data = read_inline_rows(*data);
    resource.data_place = data->place().file + "#" + data->place().column;
  }
  resource.encoding = read_encoding(json);
  if (json.text("format") == "tsv" ||
      (!resource.paths.empty() && has_ending(resource.paths[0], ".tsv"))) {
    resource.dialect.delimiter = '\t';
    resource.dialect.is_delimiter_stated = true;
  }
  const Part dialect(package, json, "dialect", "dialect-error", problems);
  if (dialect.cursor()) resource.dialect = read_dialect(*dialect.cursor(), resource.dialect);
  const Part schema(package, json, "schema", "schema-error", problems);
  if (schema.cursor()) resource.schema = read_table_schema(*schema.cursor());
  descriptor.resources.push_back(std::move(resource));
}

std::string read_licence(const JsonCursor& json) {
  std::string licences;
  for (const JsonCursor& licence : json.list("licenses")) {
    const std::string name = licence.text("name").value_or(licence.text("title").value_or(""));
    licences += (licences.empty() ? "" : ", ") + name;
  }
  return licences;
}

// Our own property: what a site that shows this package begins with.
void read_site_settings(const JsonCursor& json, DatasetInfo& info) {
  const std::optional<int> profile = json.integer("profile");
  if (profile.value_or(known_profile) != known_profile)
    json.member("profile")->report(
        problem::fill({"Gói theo hồ sơ {0}; bản này chỉ đọc được hồ sơ {1}.",
                       "The package follows profile {0}; this version reads profile {1} only."},
                      {problem::both(std::to_string(*profile)),
                       problem::both(std::to_string(known_profile))}));
  json.report_unknown({"profile", "illustration", "headline", "methodologies", "latest_month"},
                      Severity::warning);
  info.illustration = json.flag("illustration").value_or(false);
  info.headline = json.texts("headline");
  info.methodologies = json.texts("methodologies");
  const std::optional<std::string> month = json.text("latest_month");
  if (!month) return;
  info.latest_month = parse_month(*month);
  if (!info.latest_month)
    json.member("latest_month")
        ->report_type({"một tháng, ví dụ 2026-10", "a month such as 2026-10"});
}

DatasetInfo read_info(const JsonCursor& json) {
  DatasetInfo info;
  info.name = json.text("name").value_or("");
  info.title = {.vi = json.text("title").value_or(""), .en = json.text("title@en").value_or("")};
  info.description = {.vi = json.text("description").value_or(""),
                      .en = json.text("description@en").value_or("")};
  info.version = json.text("version").value_or("");
  info.created = json.text("created").value_or("");
  info.licence = read_licence(json);
  if (const std::optional<JsonCursor> settings = json.object("tien-do"))
    read_site_settings(*settings, info);
  return info;
}

}  // namespace

const Resource* Descriptor::find(std::string_view name) const {
  const auto found =
      std::find_if(resources.begin(), resources.end(),
                   [name](const Resource& resource) { return resource.name == name; });
  return found == resources.end() ? nullptr : &*found;
}

bool is_safe_path(std::string_view path) {
  if (path.empty() || path.find_first_of("\\:") != std::string_view::npos) return false;
  for (const std::string_view name : split(path, '/'))
    if (name.empty() || name.front() == '.') return false;
  return true;
}

bool is_address(std::string_view path) {
  return path.starts_with("https://") || path.starts_with("http://");
}

bool is_table_file(std::string_view path) {
  return has_ending(path, ".csv") || has_ending(path, ".tsv");
}

std::optional<Descriptor> read_descriptor(const Package& package, Problems& problems) {
  const std::string file = descriptor_file;
  const auto found = package.files.find(file);
  if (found == package.files.end()) {
    problems.add(problem::error(
        "package-error", {.file = file}, {"Gói không có tệp datapackage.json.",
                                          "The package has no datapackage.json."},
        {"Thêm tệp mô tả datapackage.json ở thư mục đầu của gói.",
         "Add the descriptor datapackage.json to the top folder of the package."}));
    return {};
  }
  const std::optional<Json> document = parse_json(found->second, file, "package-error", problems);
  if (!document) return {};
  const JsonCursor json(*document, file, "package-error", problems);
  if (!json.is_object()) {
    json.report_type({"một đối tượng {…}", "an object {…}"});
    return {};
  }
  Descriptor descriptor{.info = read_info(json)};
  if (!json.has("resources")) json.report_missing("resources");
  for (const JsonCursor& element : json.list("resources"))
    read_resource(package, element.as("resource-error"), descriptor, problems);
  return descriptor;
}

}  // namespace tiendo::io
