// What the methodologies of a publication come to, each thing worked out once: a page asks for the
// same scorecard several times, the next page or the next step of a slider again. Everything is what
// score() gives; a methodology that is not one of the publication's own is scored anew.
//
// Few scorecards are kept, since each holds the columns that it is made of; whoever asks keeps his
// own alive. Of all months together only scores and ranks are kept.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "model/publication.h"
#include "score/scorecard.h"

namespace tiendo {

using SharedScorecard = std::shared_ptr<const Scorecard>;

SharedScorecard scorecard_of(const Publication& publication, const Methodology& methodology,
                             const Moment& moment);
// Of the units that are ranked within this kind.
SharedScorecard scorecard_of(const Publication& publication, const Methodology& methodology,
                             UnitKind kind, const Moment& moment);

// What is left of a month's scorecard in a history: no trace can be made of it.
struct MonthScores {
  struct Unit {
    UnitId unit;
    double score = 0;
    int rank = 0;
  };
  Month month;
  std::size_t units = 0;     // that took part
  std::vector<Unit> scored;  // ascending by unit
  std::optional<FiguresSpan> figures;

  const Unit* find(UnitId unit) const;
};
using ScoreHistory = std::vector<MonthScores>;

// Of the units that are ranked within this kind: the months in which at least one of them has a
// score, ascending, with the scores as they were known by `as_of`.
std::shared_ptr<const ScoreHistory> history_of(const Publication& publication,
                                               const Methodology& methodology, UnitKind kind,
                                               const std::optional<Date>& as_of);

// How sure the ranks are, by the study that every page shows (rank_certainty.h), made at once.
std::shared_ptr<const RankStudy> study_of(const Publication& publication,
                                          const Methodology& methodology, const Moment& moment);

}  // namespace tiendo
