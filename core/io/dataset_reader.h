// From a package to a Dataset: descriptor, tables, keys, references. All problems are reported,
// each with file, line, column and how to mend it, under the Frictionless error names; any error
// stops the load.
#pragma once

#include "base/result.h"
#include "io/package.h"
#include "model/dataset.h"

namespace tiendo {

Result<Dataset> read_dataset(const Package& package);

}  // namespace tiendo
