#include "io/table_schema.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "io/json.h"
#include "io/problems.h"

namespace tiendo::io {
namespace {

struct TypeName {
  const char* name;
  FieldType type;
};
constexpr TypeName type_names[] = {
    {"any", FieldType::any},           {"string", FieldType::string},
    {"integer", FieldType::integer},   {"number", FieldType::number},
    {"boolean", FieldType::boolean},   {"date", FieldType::date},
    {"datetime", FieldType::datetime}, {"yearmonth", FieldType::yearmonth},
    {"year", FieldType::year}};
constexpr const char* unchecked_types[] = {"object", "array",    "list",     "time",
                                           "duration", "geopoint", "geojson"};

FieldType read_type(const JsonCursor& json) {
  const std::string name = json.text("type").value_or("string");
  for (const TypeName& known : type_names)
    if (known.name == name) return known.type;
  const JsonCursor place = json.member("type").value_or(json);
  if (std::find(std::begin(unchecked_types), std::end(unchecked_types), name) !=
      std::end(unchecked_types)) {
    place.warn(problem::fill({"Kiểu {0} được giữ như chữ, không kiểm tra.",
                              "The type {0} is kept as text and not checked."},
                             {problem::quoted(name)}),
               {"Cứ để vậy cũng được; muốn ô được kiểm tra thì dùng string với “pattern”.",
                "It can stay; to have the cells checked, use string with a “pattern”."});
  } else {
    place.report(problem::fill({"Table Schema không có kiểu {0}.",
                                "Table Schema has no type {0}."}, {problem::quoted(name)}),
                 {"Dùng string, integer, number, boolean, date, yearmonth, year hoặc any.",
                  "Use string, integer, number, boolean, date, yearmonth, year or any."});
  }
  return FieldType::any;
}

struct TextFormat {
  const char* name;
  const char* pattern;
};
constexpr TextFormat text_formats[] = {
    {"email", "[^@\\s]+@[^@\\s]+"},
    {"uri", "[A-Za-z][A-Za-z0-9+.\\-]*:\\S+"},
    {"uuid", "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"},
    {"binary", "[A-Za-z0-9+/]*={0,2}"}};

void read_text_format(const JsonCursor& json, const std::string& name, Field& field) {
  for (const TextFormat& known : text_formats)
    if (known.name == name) {
      field.text_format = name;
      field.text_form = Pattern::compile(known.pattern);
      return;
    }
  json.member("format")
      ->report_type({"email, uri, uuid hoặc binary", "email, uri, uuid or binary"});
}

void read_format(const JsonCursor& json, Field& field) {
  const std::string format = json.text("format").value_or("default");
  if (format == "default" || format == "any") return;  // "any" is ISO 8601 too: nothing is guessed
  if (field.type == FieldType::string) return read_text_format(json, format, field);
  if (field.type == FieldType::any) return;
  field.is_unreadable = true;
  if (field.type != FieldType::date && field.type != FieldType::datetime) {
    json.member("format")->report(
        problem::fill({"Kiểu này không có “format” {0}.", "The type has no “format” {0}."},
                      {problem::quoted(format)}),
        {"Xóa “format”; số thì dùng “decimalChar”, “groupChar”, ngày viết khác thì kiểu date.",
         "Delete “format”; numbers have “decimalChar” and “groupChar”, dates the type date."});
    return;
  }
  if (is_format(field.type, format)) {
    field.is_unreadable = false;
    field.date_format = format;
    return;
  }
  json.member("format")->report(
      problem::fill({"Không hiểu dạng ngày {0}.", "The date format {0} is not understood."},
                    {problem::quoted(format)}),
      {"Dùng mỗi phần %d, %m, %Y một lần, ví dụ %d/%m/%Y; ngày và giờ thì thêm %H:%M.",
       "Use %d, %m and %Y, each once, for example %d/%m/%Y; with a time %H:%M besides."});
}

std::string as_written(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::optional<Bound> read_bound(const JsonCursor& json, const char* name, const Field& field) {
  const std::optional<JsonCursor> found = json.member(name);
  if (!found) return {};
  if (!has_order(field.type)) {
    found->report(problem::fill({"“{0}” chỉ dùng cho số và ngày, cột này thì không phải.",
                                 "“{0}” is for numbers and dates only, which the column is not."},
                                {problem::both(name)}),
                  {"Xóa mục này, hoặc ghi “type” của cột.",
                   "Delete the entry, or state the column's “type”."});
    return {};
  }
  Bound bound{.written = as_written(found->value())};
  // A bound that is a JSON number is written with a point, whatever the cells are written with.
  const Field plain{.type = field.type};
  std::optional<double> value = ordinal_of(found->is_text() ? field : plain, bound.written);
  if (!value && found->is_text()) value = ordinal_of(plain, bound.written);
  if (!value) {
    found->report_type(expected(field));
    return {};
  }
  bound.value = *value;
  return bound;
}

std::optional<std::size_t> read_length(const JsonCursor& json, const char* name) {
  const std::optional<int> length = json.integer(name);
  if (!length) return {};
  if (*length >= 0) return static_cast<std::size_t>(*length);
  json.member(name)->report_type({"một số không âm", "a number that is not negative"});
  return {};
}

void add_choice(const JsonCursor& json, Field& field) {
  const Json& value = json.value();
  if (value.is_object()) {  // of `categories`: {"value", "label"}
    if (const std::optional<JsonCursor> inner = json.member("value")) add_choice(*inner, field);
    return;
  }
  Choice choice{.written = as_written(value), .value = {}};
  const Field plain{.type = field.type};
  choice.value = ordinal_of(value.is_string() ? field : plain, choice.written);
  field.constraints.choices.push_back(std::move(choice));
}

void read_pattern(const JsonCursor& json, Constraints& constraints) {
  const std::optional<std::string> written = json.text("pattern");
  if (!written) return;
  constraints.pattern_written = *written;
  constraints.pattern = Pattern::compile(*written);
  if (!constraints.pattern)
    json.member("pattern")->warn(
        problem::fill({"Mẫu {0} không được kiểm tra.", "The pattern {0} is not checked."},
                      {problem::quoted(*written)}),
        {"Viết mẫu chỉ với chữ, . [ ] ( ) | * + ? {m,n} \\d \\s \\w \\p{L}, ^ ở đầu và $ ở cuối.",
         "Write it with text, . [ ] ( ) | * + ? {m,n} \\d \\s \\w \\p{L}, ^ at the beginning and $ "
         "at the end only."});
}

void read_constraints(const JsonCursor& json, Field& field) {
  Constraints& constraints = field.constraints;
  constraints.required = json.flag("required").value_or(false);
  constraints.unique = json.flag("unique").value_or(false);
  for (const JsonCursor& value : json.list("enum")) add_choice(value, field);
  read_pattern(json, constraints);
  constraints.minimum = read_bound(json, "minimum", field);
  constraints.maximum = read_bound(json, "maximum", field);
  constraints.exclusive_minimum = read_bound(json, "exclusiveMinimum", field);
  constraints.exclusive_maximum = read_bound(json, "exclusiveMaximum", field);
  constraints.min_length = read_length(json, "minLength");
  constraints.max_length = read_length(json, "maxLength");
}

// Texts, or (v2) pairs of a value and a label.
std::vector<std::string> read_missing_values(const JsonCursor& json) {
  std::vector<std::string> values;
  for (const JsonCursor& element : json.list("missingValues"))
    values.push_back(element.is_object() ? element.required_text("value") : element.as_text());
  return values;
}

void read_number_marks(const JsonCursor& json, Field& field) {
  field.decimal_char = json.character("decimalChar").value_or(field.decimal_char);
  field.group_char = json.character("groupChar").value_or(field.group_char);
  field.bare_number = json.flag("bareNumber").value_or(field.bare_number);
  if (field.group_char == field.decimal_char)
    json.report({"“groupChar” và “decimalChar” không được giống nhau.",
                 "“groupChar” and “decimalChar” must differ."});
}

Field read_field(const JsonCursor& json, const TableSchema& schema) {
  Field field{.name = json.required_text("name")};
  field.type = read_type(json);
  read_format(json, field);
  if (field.type == FieldType::number || field.type == FieldType::integer)
    read_number_marks(json, field);
  if (json.has("trueValues")) field.true_values = json.texts("trueValues");
  if (json.has("falseValues")) field.false_values = json.texts("falseValues");
  field.missing_values =
      json.has("missingValues") ? read_missing_values(json) : schema.missing_values;
  if (const std::optional<JsonCursor> constraints = json.object("constraints"))
    read_constraints(*constraints, field);
  for (const JsonCursor& category : json.list("categories")) add_choice(category, field);
  return field;
}

FieldsMatch read_fields_match(const JsonCursor& json) {
  const std::vector<std::string> found = json.text_or_texts("fieldsMatch");
  const std::string match = found.empty() ? "exact" : found.front();
  if (match == "subset") return {.may_lack = false, .may_add = true};
  if (match == "superset") return {.may_lack = true, .may_add = false};
  if (match == "partial") return {.may_lack = true, .may_add = true};
  if (match != "exact" && match != "equal")
    json.member("fieldsMatch")->report_type({"exact, equal, subset, superset hoặc partial",
                                             "exact, equal, subset, superset or partial"});
  return {};
}

void check_names(const JsonCursor& json, const TableSchema& schema,
                 const std::vector<std::string>& names) {
  for (const std::string& name : names)
    if (!schema.find(name))
      json.report(problem::fill({"Lược đồ không có cột {0}.", "The schema has no field {0}."},
                                {problem::quoted(name)}));
}

void read_foreign_keys(const JsonCursor& json, TableSchema& schema) {
  for (const JsonCursor& element : json.list("foreignKeys")) {
    ForeignKey key;
    key.fields = element.text_or_texts("fields");
    check_names(element, schema, key.fields);
    const std::optional<JsonCursor> reference = element.object("reference");
    if (!reference) {
      element.report_missing("reference");
      continue;
    }
    key.resource = reference->text("resource").value_or("");
    key.reference_fields = reference->text_or_texts("fields");
    if (key.fields.empty() || key.fields.size() != key.reference_fields.size()) {
      element.report({"Hai phía của khóa ngoại phải có cùng số cột.",
                      "Both sides of a foreign key need the same number of fields."});
      continue;
    }
    schema.foreign_keys.push_back(std::move(key));
  }
}

}  // namespace

const Field* TableSchema::find(std::string_view name) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [name](const Field& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

TableSchema read_table_schema(const JsonCursor& json) {
  TableSchema schema;
  if (json.has("missingValues")) schema.missing_values = read_missing_values(json);
  std::set<std::string> names;
  for (const JsonCursor& element : json.list("fields")) {
    schema.fields.push_back(read_field(element.as("field-error"), schema));
    const std::string& name = schema.fields.back().name;
    if (!names.insert(name).second)
      element.report(problem::fill({"Hai cột cùng tên {0}.", "Two fields are named {0}."},
                                   {problem::quoted(name)}));
  }
  schema.fields_match = read_fields_match(json);
  schema.primary_key = json.text_or_texts("primaryKey");
  check_names(json.member("primaryKey").value_or(json), schema, schema.primary_key);
  for (const JsonCursor& key : json.list("uniqueKeys")) {
    std::vector<std::string> fields;
    for (const JsonCursor& field : key.elements()) fields.push_back(field.as_text());
    check_names(key, schema, fields);
    schema.unique_keys.push_back(std::move(fields));
  }
  read_foreign_keys(json, schema);
  return schema;
}

}  // namespace tiendo::io
