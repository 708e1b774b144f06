// Whether a methodology fits a dataset: every indicator that it names is there, what is measured
// against promises has promises, reference units exist, nothing is divided by itself, in one step
// or round a cycle of several. All problems, each with its JSON pointer. (That weights are not all
// zero and that no node is its own ancestor, io/methodology_json has seen to.)
#pragma once

#include <string_view>

#include "base/problem.h"
#include "model/dataset.h"
#include "model/methodology.h"

namespace tiendo {

// `file` names the methodology's document in the problems.
Problems check_fit(const Methodology& methodology, const Dataset& dataset, std::string_view file);

}  // namespace tiendo
