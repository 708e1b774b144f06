// Scorecard: every unit's score at one moment by one methodology (scoring.md §5, §8). score() is
// total and pure: the same inputs give the same bits natively and as wasm. It makes numbers only; why
// a unit has its score is traced when somebody asks (trace.h).
//
// The units that take part are those of the methodology's kinds that exist on the last day of the
// month. Extremes of columns are over them and no others, ranks over those of one kind (peers_of).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "model/dataset.h"
#include "model/methodology.h"
#include "score/select.h"
#include "score/trace.h"

namespace tiendo {

struct UnitScore {
  UnitId unit;
  std::uint32_t row = 0;  // in the scoring's columns
  std::optional<double> score;
  std::optional<int> rank;  // competition ranking 1, 2, 2, 4 within its kind, after rank_decimals
  bool tied = false;        // shares its rank
  Presence presence = Presence::absent;
  const Band* band = nullptr;
  double coverage = 0;
  const Scoring* scoring = nullptr;  // the Scorecard's

  // Lasts as long as the Scorecard or any copy of it.
  const TraceNode& trace() const { return scoring->trace(row); }
};

// The dates of the figures that scores are made of.
struct FiguresSpan {
  Date first, last;

  friend bool operator==(const FiguresSpan&, const FiguresSpan&) = default;
};

struct Scorecard {
  const Methodology* methodology = nullptr;
  Moment moment;
  std::vector<ScoreWarning> warnings;
  std::vector<UnitScore> units;  // kind by kind by rank; the unscored of a kind last, in table order
  std::shared_ptr<const Scoring> scoring;

  const UnitScore* find(UnitId unit) const;
  int scored() const;

  std::vector<std::uint32_t> places;  // in `units`, by row of the scoring's columns
  mutable std::optional<std::optional<FiguresSpan>> figures;  // see figures_span()
};

// `dataset` and `methodology` must outlive the Scorecard.
Scorecard score(const Dataset& dataset, const Methodology& methodology, const Moment& moment);

// The same moment by the same rule with other weights, from the columns that are prepared already:
// `own` has the tree of the card's methodology (model/own_weights) and must outlive the result. Only
// where it weighs differently what is owned (OwnedRule), everything is scored anew.
Scorecard score_with(const Scorecard& card, const Methodology& own);

// The card of the units alone that are ranked within this kind.
Scorecard only_peers(Scorecard card, UnitKind kind);

// Nothing where no score is made of a figure: tasks have no date of their own, they are counted at
// the end of the month.
std::optional<FiguresSpan> figures_span(const Scorecard& card);
std::optional<FiguresSpan> figures_span(const UnitScore& unit);

// Months in which something that the methodology looks at was published or fell due, and at least
// one unit has a score; ascending. A month into which older figures are only carried is not listed.
std::vector<Month> scored_months(const Dataset& dataset, const Methodology& methodology);
// The same before it is known whether a unit has a score.
std::vector<Month> months_to_score(const Dataset& dataset, const Methodology& methodology);

}  // namespace tiendo
