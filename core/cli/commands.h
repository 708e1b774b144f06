// The commands of the tool but render (cli/render.h): each prints to standard output and returns
// the exit code: 0 done, 1 the package or the methodology has problems, 2 unusable.
#pragma once

#include <optional>
#include <string>

#include "base/calendar.h"
#include "base/language.h"
#include "io/package.h"
#include "io/problem_report.h"

namespace tiendo {

enum class ReportFormat : unsigned char { text, json };

int validate(const Package& package, ReportFormat format, Language language);

struct ScoreOptions {
  std::string methodology;     // an id, or the path of a file
  std::optional<Month> month;  // empty: every month in which something has a score
  std::optional<Date> as_of;   // what was published by then; empty: everything
};

// CSV: month, unit, node, score (17 digits), coverage, rank (of the whole, in the row of the root).
int print_scores(const Package& package, const ScoreOptions& options, Language language);

}  // namespace tiendo
