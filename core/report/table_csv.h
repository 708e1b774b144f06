// A table of a page as CSV (RFC 4180, UTF-8, LF): the words that the reader sees, one row a row.
// Figures are as printed in the page's language; the dataset's own CSV files hold them as numbers.
#pragma once

#include <string>
#include <string_view>

#include "model/extra.h"
#include "report/page.h"

namespace tiendo {

std::string csv_field(std::string_view text);
std::string to_csv(const Table& table);
// The columns as the dataset has them, behind the number of the row.
std::string to_csv(const ExtraTable& table);

}  // namespace tiendo
