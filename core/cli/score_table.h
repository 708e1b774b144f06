// The table that `tiendo score` prints, as text: pure, so that the same bytes are compared between
// the native tool and wasm.
//
//   month,unit,node,score,coverage,rank
//
// One row for every month, unit and node of the methodology; units by rank, the unscored last;
// nodes in the order of the document. `score` has 17 significant digits; `rank` is the competition
// rank of that node's score among the units of a kind. Only the leaves are shown under `normalised`,
// with two more columns: the published figure that was selected and the figure after the preparation
// steps.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "score/prepare.h"

namespace tiendo {

enum class ScoreRows : unsigned char { nodes, normalised };

struct ScoreRow {
  UnitId unit;
  const MethodNode* node = nullptr;
  std::optional<double> score;
  double coverage = 0;
  std::optional<int> rank;
  std::optional<double> figure, prepared;  // of an indicator's leaf
};

struct ScoredMonth {
  Month month;
  std::vector<ScoreRow> rows;
  std::vector<ScoreWarning> warnings;
};

ScoredMonth score_month(const Dataset& dataset, const Methodology& methodology,
                        const Moment& moment, ScoreRows kind);

std::string score_csv_header(ScoreRows kind);
std::string score_csv(const Dataset& dataset, const ScoredMonth& month, ScoreRows kind);
// One JSON object: the methodology, and the months with the same rows; of invented figures the mark
// too (report/illustration), as "illustration".
std::string score_json(const Dataset& dataset, const Methodology& methodology,
                       const std::vector<ScoredMonth>& months, const std::string& mark);

}  // namespace tiendo
