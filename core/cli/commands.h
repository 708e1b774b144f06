// The commands of the tool but render (cli/render.h): each prints to standard output and returns
// the exit code: 0 done, 1 the package or the methodology has problems, 2 unusable.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/calendar.h"
#include "base/language.h"
#include "base/result.h"
#include "cli/score_table.h"
#include "io/package.h"
#include "io/problem_report.h"

namespace tiendo {

enum class ReportFormat : unsigned char { text, json };

// A package that cannot be opened has a report too, of why: 2.
int validate(const Result<Package>& package, ReportFormat format, Language language);

enum class ScoreFormat : unsigned char { csv, json };

struct ScoreOptions {
  std::string methodology;     // an id, or the path of a file
  std::optional<Month> month;  // empty: every month in which something has a score
  std::optional<Date> as_of;   // what was published by then; empty: everything
  ScoreFormat format = ScoreFormat::csv;
  ScoreRows rows = ScoreRows::nodes;
};

// The table of cli/score_table.h. A methodology that does not fit the package is refused.
int print_scores(const Package& package, const ScoreOptions& options, Language language);

enum class SensitivityTable : unsigned char { units, sources, nodes, groups, correlations };

struct SensitivityOptions {
  std::string methodology;
  std::optional<Month> month;  // empty: the last in which something has a score
  std::optional<Date> as_of;
  int runs = 1000, top = 10;
  std::uint64_t seed = 1;
  SensitivityTable table = SensitivityTable::units;
};

// CSV. Of units: month, unit, rank, runs with a rank, median rank, 5th and 95th percentile, share of
// the runs among the best `top`. Of sources: source, first-order share, total effect. The others are
// those of score/coherence.h, a row a node, a group or a pair of leaves.
int print_sensitivity(const Package& package, const SensitivityOptions& options,
                      Language language);

}  // namespace tiendo
