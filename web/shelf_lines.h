// What can be opened from here, as the shell tells it: a line for each dataset, its fields parted by
// tabs. "shipped", id, title, title in English, description, description in English, "1" where it is
// an illustration; "kept", id, title, title in English, the day on which it was opened.
#pragma once

#include <string_view>

#include "report/shelf.h"

namespace tiendo {

Shelf read_shelf(std::string_view lines);  // the two lists of it

}  // namespace tiendo
