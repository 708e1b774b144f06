// A methodology from its JSON document (assets/schema/methodology.json, assets/methodology/).
#pragma once

#include <string_view>

#include "base/result.h"
#include "model/methodology.h"

namespace tiendo {

// `file` names the document in the problems.
Result<Methodology> read_methodology(std::string_view json, std::string_view file);

}  // namespace tiendo
