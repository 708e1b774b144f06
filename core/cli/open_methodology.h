// The dataset of a package and a methodology that fits it; what is wrong goes to standard error.
#pragma once

#include <optional>
#include <string>

#include "base/language.h"
#include "base/result.h"
#include "io/package.h"
#include "model/dataset.h"
#include "model/methodology.h"

namespace tiendo {

struct Opened {
  std::optional<Result<Dataset>> dataset;
  std::optional<Result<Methodology>> methodology;  // empty: there is none to be used
  int exit_code = 0;                               // where there is none
};

// `name`: the id of a methodology of the package, or the path of a file.
Opened open_methodology(const Package& package, const std::string& name, Language language);

}  // namespace tiendo
