// Rows that stand in the descriptor (`data`): lists with a header first, or objects, as cells like
// those of a CSV file. A number is written as JSON writes it, null is a missing cell.
#pragma once

#include "io/csv.h"
#include "io/json.h"

namespace tiendo::io {

CsvFile read_inline_rows(const JsonCursor& data);

}  // namespace tiendo::io
