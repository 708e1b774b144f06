// The descriptor of a package, datapackage.json: Data Package v2, and v1.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "io/content_check.h"
#include "io/csv.h"
#include "io/package.h"
#include "io/source_text.h"
#include "io/table_schema.h"
#include "model/dataset.h"

namespace tiendo::io {

inline constexpr const char* descriptor_file = "datapackage.json";

// One table: CSV files that lie in the package, or rows that stand in the descriptor itself.
struct Resource {
  std::string name;
  std::vector<std::string> paths;  // in this order one table; the first one has the header
  std::optional<CsvFile> data;     // `data`; a row's line is its place in the list, from 1
  std::string data_place;          // "datapackage.json#/resources/0/data"
  Encoding encoding = Encoding::utf8;
  Dialect dialect;
  std::optional<TableSchema> schema;
};

struct Descriptor {
  DatasetInfo info;
  std::vector<Resource> resources;
  std::vector<std::string> others;  // names of resources that are no CSV tables
  std::vector<ContentClaim> claims;  // of all resources

  const Resource* find(std::string_view name) const;
};

// Nothing where there is no readable descriptor at all; every problem is reported.
std::optional<Descriptor> read_descriptor(const Package& package, Problems& problems);

// Relative, inside the package, no hidden names: "data/units.csv".
bool is_safe_path(std::string_view path);
// "https://…", "http://…".
bool is_address(std::string_view path);
// By its ending. Every other file arrives before the tables do.
bool is_table_file(std::string_view path);

}  // namespace tiendo::io
