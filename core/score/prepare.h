// From the rows of a dataset to the points of every leaf for every unit that takes part, at one
// moment (scoring.md §1–§4): which figure counts, the preparation steps in the methodology's order,
// then normalisation. The aggregation over the tree (kernel.h) knows nothing of this.
//
// Steps, over raw figures (OECD/JRC Handbook (2008), steps 3–4; COINr's Denominate, Impute, Screen
// and Treat), their directions ignored unless stated:
//   denominate     x · factor / denominator; no denominator, or 0: missing
//   carry_forward  the latest earlier figure however old, up to age_months_max; marked as carried
//   linear         between the neighbours in time, by months; beyond them the nearest, or missing
//   mean, median   of all units, or of those with the same parent (without a parent: left alone)
//   row_mean …     of the unit's other figures under the same ancestor, each first min–max scaled
//                  in its direction, then mapped back to the indicator's own scale
//   screen         a unit whose share of present figures is below coverage_min takes no part
//   treat          see treat.h
// A unit without any figure is never imputed.
//
// Statistics of a normalisation are over the units of the month, or pooled over every month in which
// a figure of the methodology's indicators stands, each prepared the same way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/dataset.h"
#include "score/kernel.h"
#include "score/normalise.h"
#include "score/select.h"
#include "score/task_state.h"

namespace tiendo {

enum class Origin : unsigned char { published, carried, interpolated, imputed };

// The figures of one indicator: by unit the value after the steps so far and where it comes from.
struct FigureColumn {
  std::optional<IndicatorId> indicator;  // empty: the dataset does not know the key
  Direction direction = Direction::none;
  ScoreColumn figures;
  std::vector<std::optional<ObservationId>> observations;  // the figure selected or carried
  std::vector<Origin> origins;
  std::vector<bool> treated;
};

// What a unit owns, with its score by the rule's own tree; exempt: left out.
struct OwnedScore {
  UnitId unit;
  std::optional<double> score;
  Presence presence = Presence::absent;
};

// A leaf that is no indicator's, for one unit.
struct LeafResult {
  std::optional<double> score;
  Presence presence = Presence::absent;
  double coverage = 0;              // share of what could count that does
  std::vector<TargetId> targets;    // measured
  std::vector<TaskStanding> tasks;  // that the rule looks at; `excluded` of them are left out
  int excluded = 0;
  std::vector<OwnedScore> owned;
};

struct PreparedLeaf {
  const MethodNode* method = nullptr;
  FigureColumn column;                            // of an indicator
  std::vector<std::optional<TargetId>> promises;  // that it is measured against, by unit
  std::vector<std::optional<Way>> ways;           // the same
  std::vector<double> pool;                       // raw figures of all periods, where pooled
  std::vector<LeafResult> results;                // by unit, of all other leaves
};

enum class WarningKind : unsigned char { constant, no_reference, no_way, not_positive };
struct ScoreWarning {
  WarningKind kind = WarningKind::constant;
  const MethodNode* node = nullptr;
};

// The pointers must outlive it.
struct Prepared {
  const Dataset* dataset = nullptr;
  const Methodology* methodology = nullptr;
  Moment moment;
  Tree tree;
  std::vector<UnitId> units;  // of the methodology's kinds, existing at the moment's end
  std::vector<UnitKind> peers;  // by unit whom it is ranked among; empty: all are of one kind
  std::vector<PreparedLeaf> leaves;
  std::vector<ScoreColumn> points;  // by leaf
  std::vector<DeductionColumn> deductions;
  std::vector<bool> screened;       // by unit
  std::vector<double> coverage;     // by unit: of the leaves not exempt, the share that counts
  std::vector<ScoreWarning> warnings;

  KernelInput input(const std::vector<double>& weights) const {
    return {.tree = tree, .leaves = points, .deductions = deductions, .weights = weights};
  }
};

Prepared prepare(const Dataset& dataset, const Methodology& methodology, const Moment& moment);

// How much of what could count does, 0–1: of an indicator 1 where it has points.
double leaf_coverage(const Prepared& prepared, std::size_t leaf, std::size_t unit);
std::vector<double> coverage_of(const Prepared& prepared);  // see there

// The points of a leaf of an indicator by another method, or from other figures.
Flaw normalise_leaf(const Prepared& prepared, std::size_t leaf, const Normalisation& method,
                    const ScoreColumn& figures, ScoreColumn& points);

// Which units take part, and the columns after the steps: what prepare() begins with.
std::vector<UnitId> participants(const Dataset& dataset, std::span<const UnitKind> kinds,
                                 const Moment& moment);
FigureColumn gather(const Dataset& dataset, std::string_view indicator,
                    std::span<const UnitId> units, const Moment& moment);
// `columns` by leaf of the tree; those of other leaves are empty and left alone.
void run_steps(const Dataset& dataset, const Methodology& methodology, const Tree& tree,
               std::span<const UnitId> units, const Moment& moment,
               std::vector<FigureColumn>& columns, std::vector<bool>& screened);

// The results of a leaf that is no indicator's, by unit (score/leaves.cpp).
std::vector<LeafResult> leaf_results(const Dataset& dataset, const Methodology& methodology,
                                     const MethodNode& leaf, std::span<const UnitId> units,
                                     const Moment& moment);
// The methodology that an OwnedRule scores the owned units by; `methodology`'s steps and statistics.
Methodology owned_methodology(const Methodology& methodology, const OwnedRule& rule);

// The leaves of a methodology's tree, in order: every node that is not a group.
std::vector<const MethodNode*> leaves_of(const MethodNode& root);

}  // namespace tiendo
