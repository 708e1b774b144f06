// Reading our JSON documents: a cursor that turns every wrong type into a problem with its JSON
// pointer, so that readers say what they want and go on. Private to io/ (it brings the JSON
// library).
#pragma once

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/problem.h"

namespace tiendo::io {

using Json = nlohmann::json;

// The document, in NFC. UTF-8, syntax (with its line) and repeated names are checked; what is wrong
// is reported under `problem_name`.
std::optional<Json> parse_json(std::string_view text, const std::string& file,
                               std::string_view problem_name, Problems& problems);

class JsonCursor {
 public:
  // All four must outlive the cursor and those made from it.
  JsonCursor(const Json& value, const std::string& file, const char* problem_name,
             Problems& problems)
      : value_(&value), file_(&file), problem_name_(problem_name), problems_(&problems) {}

  JsonCursor as(const char* problem_name) const;  // the same place, problems under another name
  const Json& value() const { return *value_; }
  bool is_object() const { return value_->is_object(); }
  bool is_text() const { return value_->is_string(); }
  bool has(std::string_view name) const;
  Place place() const;

  // Members. Nothing where the member is absent or null; of the wrong type: nothing, and reported.
  std::optional<JsonCursor> member(std::string_view name) const;
  std::optional<JsonCursor> object(std::string_view name) const;
  std::optional<std::string> text(std::string_view name) const;
  std::optional<double> number(std::string_view name) const;
  std::optional<int> integer(std::string_view name) const;
  std::optional<bool> flag(std::string_view name) const;
  std::optional<char> character(std::string_view name) const;  // of ASCII; "" is the character 0
  std::vector<JsonCursor> list(std::string_view name) const;  // empty where absent
  std::vector<std::string> texts(std::string_view name) const;         // of a list
  std::vector<std::string> text_or_texts(std::string_view name) const;  // a text is a list of one
  Bilingual bilingual(std::string_view name) const;  // {"vi", "en"}, or one text for both
  std::string required_text(std::string_view name) const;

  // This value itself.
  std::vector<JsonCursor> elements() const;
  std::vector<JsonCursor> members() const;
  std::string as_text() const;  // "" and reported where it is no text
  Bilingual as_bilingual() const;
  // Members of an object that are not among `known`, each reported, or warned of.
  void report_unknown(std::initializer_list<std::string_view> known,
                      Severity severity = Severity::error) const;

  void report(Bilingual message, Bilingual mend = {}) const;
  void warn(Bilingual message, Bilingual mend = {}) const;
  void report_type(const Bilingual& expected) const;
  void report_missing(std::string_view name) const;

 private:
  JsonCursor step(const Json& value, const std::string& token) const;

  const Json* value_;
  const std::string* file_;
  std::string pointer_;  // RFC 6901
  const char* problem_name_;
  Problems* problems_;
};

}  // namespace tiendo::io
