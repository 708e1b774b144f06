// Table Schema (Data Package v2, and v1): what a table's columns, keys and references must be.
#pragma once

#include <string>
#include <vector>

#include "io/field.h"

namespace tiendo::io {

struct ForeignKey {
  std::vector<std::string> fields;
  std::string resource;  // empty: the table itself
  std::vector<std::string> reference_fields;
};

// How the labels of the file may differ from the fields of the schema. Columns are always joined
// with fields by name.
struct FieldsMatch {
  bool may_lack = false;  // the file may lack fields
  bool may_add = false;   // the file may have further columns without a warning
};

struct TableSchema {
  std::vector<Field> fields;
  std::vector<std::string> missing_values = {""};
  std::vector<std::string> primary_key;
  std::vector<std::vector<std::string>> unique_keys;
  std::vector<ForeignKey> foreign_keys;
  FieldsMatch fields_match;

  const Field* find(std::string_view name) const;
};

class JsonCursor;
TableSchema read_table_schema(const JsonCursor& json);  // problems: schema-error, field-error

}  // namespace tiendo::io
