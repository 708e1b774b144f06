#include "io/json.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "base/text.h"
#include "io/problems.h"
#include "io/source_text.h"

namespace tiendo::io {
namespace {

std::string escaped(std::string token) {
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] != '~' && token[i] != '/') continue;
    token.replace(i, 1, token[i] == '~' ? "~0" : "~1");
    ++i;
  }
  return token;
}

// Reads a document, and finds its mistakes on the way: where the syntax breaks, names that stand
// twice in one object (of which the library would silently keep the last), and texts that are none.
class Inspector : public Json::json_sax_t {
 public:
  static constexpr std::size_t depth_max = 100;

  Inspector(const std::string& file, Problems& problems) : file_(file), problems_(problems) {}

  Json document;

  std::optional<std::size_t> broken_at;
  bool is_number_too_large = false;  // what is broken there
  bool is_too_deep = false;
  struct Repeated { std::string name, pointer; };
  std::vector<Repeated> repeated;

  bool null() override { return value() && builder_.null(); }
  bool boolean(bool truth) override { return value() && builder_.boolean(truth); }
  bool number_integer(number_integer_t number) override {
    return value() && builder_.number_integer(number);
  }
  bool number_unsigned(number_unsigned_t number) override {
    return value() && builder_.number_unsigned(number);
  }
  bool number_float(number_float_t number, const string_t& text) override {
    return value() && builder_.number_float(number, text);
  }
  bool string(string_t& text) override {
    value();
    inspect(text);
    return builder_.string(text);
  }
  bool binary(binary_t& bytes) override { return value() && builder_.binary(bytes); }
  bool start_array(std::size_t size) override { return enter() && builder_.start_array(size); }
  bool end_array() override { return leave() && builder_.end_array(); }
  bool start_object(std::size_t size) override { return enter() && builder_.start_object(size); }
  bool end_object() override { return leave() && builder_.end_object(); }
  bool key(string_t& name) override {
    builder_.key(name);
    Open& object = open_.back();
    object.key = name;
    inspect(name);
    if (!object.names.insert(name).second) repeated.push_back({name, pointer()});
    return true;
  }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& exception) override {
    constexpr int number_out_of_range = 406;
    broken_at = position;
    is_number_too_large = exception.id == number_out_of_range;
    return false;
  }

 private:
  // An object or a list, and where in it the reader stands: the key, or so many values have begun.
  struct Open {
    std::set<std::string> names;
    std::optional<std::string> key;
    std::size_t begun = 0;
  };

  bool value() {
    if (!open_.empty()) ++open_.back().begun;
    return true;
  }
  bool enter() {
    value();
    open_.emplace_back();
    is_too_deep = open_.size() > depth_max;
    return !is_too_deep;
  }
  bool leave() {
    open_.pop_back();
    return true;
  }
  std::string pointer() const {
    std::string text;
    for (const Open& open : open_)
      text += "/" + (open.key ? escaped(*open.key) : std::to_string(open.begun - 1));
    return text;
  }

  // Such a character cannot stand in the file, but an escape can name it: "\u0007".
  void inspect(const std::string& text) {
    if (const std::optional<std::size_t> control = form_of(text).control)
      problems_.add_error([&] {
        return problem::control_in_text({.file = file_, .column = pointer()},
                                        static_cast<unsigned char>(text[*control]));
      });
  }

  const std::string& file_;
  Problems& problems_;
  std::vector<Open> open_;
  nlohmann::detail::json_sax_dom_parser<Json> builder_{document, false};
};

Bilingual expected_object() { return {"một đối tượng {…}", "an object {…}"}; }

}  // namespace

std::optional<Json> parse_json(std::string_view bytes, const std::string& file,
                               std::string_view problem_name, Problems& problems) {
  SourceText source(Encoding::utf8, file);
  while (source.read(bytes, true, bytes.size(), problems)) {
  }
  if (source.is_broken()) return {};
  const std::string_view text = source.view();
  Inspector inspector(file, problems);
  Json::sax_parse(text, &inspector);
  if (inspector.is_too_deep) {
    problems.add(problem::too_deep(problem_name, {.file = file}, Inspector::depth_max));
    return {};
  }
  if (inspector.broken_at) {
    const std::size_t place = std::min(*inspector.broken_at, text.size());
    const std::string_view before = text.substr(0, place > 0 ? place - 1 : 0);
    const auto line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
    problems.add(inspector.is_number_too_large
                     ? problem::too_large(problem_name, {.file = file, .line = line})
                     : problem::not_json(problem_name, {.file = file, .line = line}, place));
    return {};
  }
  for (const auto& [name, pointer] : inspector.repeated)
    problems.add(problem::error(
        problem_name, {.file = file, .column = pointer},
        problem::fill({"Tên {0} có hai lần trong cùng một đối tượng.",
                       "The name {0} stands twice in one object."}, {problem::quoted(name)}),
        {"Xóa một trong hai.", "Delete one of the two."}));
  if (!inspector.repeated.empty()) return {};
  return std::move(inspector.document);
}

JsonCursor JsonCursor::as(const char* problem_name) const {
  JsonCursor other = *this;
  other.problem_name_ = problem_name;
  return other;
}

JsonCursor JsonCursor::step(const Json& value, const std::string& token) const {
  JsonCursor next = *this;
  next.value_ = &value;
  next.pointer_ += "/" + escaped(token);
  return next;
}

Place JsonCursor::place() const { return {.file = *file_, .line = 0, .column = pointer_}; }

bool JsonCursor::has(std::string_view name) const { return member(name).has_value(); }

std::optional<JsonCursor> JsonCursor::member(std::string_view name) const {
  if (!value_->is_object()) return {};
  const std::string key(name);
  const auto found = value_->find(key);
  if (found == value_->end() || found->is_null()) return {};
  return step(*found, key);
}

std::optional<JsonCursor> JsonCursor::object(std::string_view name) const {
  std::optional<JsonCursor> found = member(name);
  if (found && !found->is_object()) {
    found->report_type(expected_object());
    return {};
  }
  return found;
}

std::optional<std::string> JsonCursor::text(std::string_view name) const {
  const std::optional<JsonCursor> found = member(name);
  if (!found) return {};
  return found->as_text();
}

std::string JsonCursor::required_text(std::string_view name) const {
  const std::optional<std::string> found = text(name);
  if (!found || trim(*found).empty()) report_missing(name);
  return found.value_or("");
}

std::optional<double> JsonCursor::number(std::string_view name) const {
  const std::optional<JsonCursor> found = member(name);
  if (!found) return {};
  if (found->value_->is_number()) {
    const auto value = found->value_->get<double>();
    if (std::isfinite(value)) return value;
  }
  found->report_type({"một số", "a number"});
  return {};
}

std::optional<int> JsonCursor::integer(std::string_view name) const {
  constexpr double most = 1e9;
  const std::optional<double> value = number(name);
  if (!value) return {};
  if (std::floor(*value) == *value && std::fabs(*value) <= most) return static_cast<int>(*value);
  member(name)->report_type({"một số nguyên", "a whole number"});
  return {};
}

std::optional<bool> JsonCursor::flag(std::string_view name) const {
  const std::optional<JsonCursor> found = member(name);
  if (!found) return {};
  if (found->value_->is_boolean()) return found->value_->get<bool>();
  found->report_type({"true hoặc false", "true or false"});
  return {};
}

std::optional<char> JsonCursor::character(std::string_view name) const {
  const std::optional<std::string> found = text(name);
  if (!found) return {};
  if (found->empty()) return '\0';
  if (found->size() == 1 && (found->front() & 0x80) == 0) return found->front();
  member(name)->report_type({"đúng một ký tự ASCII", "exactly one ASCII character"});
  return {};
}

std::vector<JsonCursor> JsonCursor::list(std::string_view name) const {
  const std::optional<JsonCursor> found = member(name);
  return found ? found->elements() : std::vector<JsonCursor>();
}

std::vector<std::string> JsonCursor::texts(std::string_view name) const {
  std::vector<std::string> texts;
  for (const JsonCursor& element : list(name)) texts.push_back(element.as_text());
  return texts;
}

std::vector<std::string> JsonCursor::text_or_texts(std::string_view name) const {
  const std::optional<JsonCursor> found = member(name);
  if (found && found->is_text()) return {found->as_text()};
  return texts(name);
}

Bilingual JsonCursor::bilingual(std::string_view name) const {
  const std::optional<JsonCursor> found = member(name);
  return found ? found->as_bilingual() : Bilingual();
}

Bilingual JsonCursor::as_bilingual() const {
  if (is_object()) return {.vi = required_text("vi"), .en = text("en").value_or("")};
  return {.vi = as_text(), .en = {}};
}

std::vector<JsonCursor> JsonCursor::elements() const {
  std::vector<JsonCursor> elements;
  if (!value_->is_array()) {
    report_type({"một danh sách […]", "a list […]"});
    return elements;
  }
  for (std::size_t i = 0; i < value_->size(); ++i)
    elements.push_back(step((*value_)[i], std::to_string(i)));
  return elements;
}

std::vector<JsonCursor> JsonCursor::members() const {
  std::vector<JsonCursor> members;
  if (!value_->is_object()) {
    report_type(expected_object());
    return members;
  }
  for (auto entry = value_->begin(); entry != value_->end(); ++entry)
    members.push_back(step(entry.value(), entry.key()));
  return members;
}

std::string JsonCursor::as_text() const {
  // A text written with \u escapes comes out of the parser as it was before the border.
  if (value_->is_string()) return to_nfc(value_->get_ref<const std::string&>());
  report_type({"chữ", "text"});
  return {};
}

void JsonCursor::report_unknown(std::initializer_list<std::string_view> known,
                                Severity severity) const {
  for (auto entry = value_->begin(); entry != value_->end(); ++entry) {
    if (std::find(known.begin(), known.end(), entry.key()) != known.end()) continue;
    const JsonCursor unknown = step(entry.value(), entry.key());
    const Bilingual message =
        problem::fill({"Bản này không biết {0}.", "This version does not know {0}."},
                      {problem::quoted(entry.key())});
    const Bilingual mend = {"Sửa tên, hoặc xóa mục này.", "Mend the name, or delete the entry."};
    severity == Severity::error ? unknown.report(message, mend) : unknown.warn(message, mend);
  }
}

void JsonCursor::report(Bilingual message, Bilingual mend) const {
  if (mend.empty())
    mend = problem::fill({"Sửa mục này trong {0}.", "Mend this entry of {0}."},
                         {problem::both(*file_)});
  problems_->add(problem::error(problem_name_, place(), std::move(message), std::move(mend)));
}

void JsonCursor::warn(Bilingual message, Bilingual mend) const {
  problems_->add(problem::warning(problem_name_, place(), std::move(message), std::move(mend)));
}

void JsonCursor::report_type(const Bilingual& expected) const {
  const std::string found = value_->dump(-1, ' ', false, Json::error_handler_t::replace);
  report(problem::fill({"Có {0}, cần {1}.", "Found {0}, expected {1}."},
                       {problem::quoted(found), expected}));
}

void JsonCursor::report_missing(std::string_view name) const {
  report(problem::fill({"Thiếu {0}.", "{0} is missing."}, {problem::quoted(name)}));
}

}  // namespace tiendo::io
