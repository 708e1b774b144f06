// A RankStudy as text, on its way between the worker that makes it and the page that shows it. Units
// are named by their keys: the two read the same package, but they are two programs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/dataset.h"
#include "model/study.h"

namespace tiendo {

std::string study_json(const RankStudy& study, const Dataset& dataset);
// Nothing where it is no study of units of this dataset.
std::optional<RankStudy> read_study(std::string_view text, const Dataset& dataset);

}  // namespace tiendo
