// ExtraTable: the columns of a table that our profile does not know, kept as text so that they can be
// shown and exported. Nothing is computed from them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

struct ExtraColumn {
  std::string label;
  // One a row of the table, empty where nothing stands; they stay where the dataset has its texts.
  std::vector<std::string_view> cells;
};

struct ExtraTable {
  std::string name;  // of a table of the profile ("units") or of one that it does not know
  std::vector<ExtraColumn> columns;
};

}  // namespace tiendo
