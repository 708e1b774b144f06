// Is a target being met? (scoring.md §7; the ratio rule is Statistics Canada's, used by Open SDG.)
//
// The status of a promise with a due date, at the end of a month:
//   achieved     the latest figure meets it
//   missed       it does not, and the due date has come
//   before the due date, by the ratio r = achieved rate / required rate since the baseline:
//   on_track     r ≥ 0.95 · behind 0.60 ≤ r < 0.95 · far_behind 0 ≤ r < 0.60 · moving_away r < 0
//   not_measured no figure, or nothing to compare the only figure with
// A promise without a due date asks for no pace: it is achieved or not_measured.
//
// The baseline is the stated one (of its own date, else of the day of the promise), else the first
// known figure before the latest. Without any, before the due date, one figure alone says nothing
// about the pace: the status is not_measured, and `latest` and `gap` are given all the same. A
// baseline that meets the promise already asks for no movement, so there is no ratio: while it is
// met it is achieved, and a figure that no longer meets it is moving_away. Nothing is ever divided
// by zero.
//
// Rates are linear (per day) for percentages. Otherwise growth compounds per year,
// (x/b)^(1/years) − 1, where baseline, target and figure are all above zero; else linear.
#pragma once

#include <optional>
#include <vector>

#include "model/dataset.h"
#include "score/normalise.h"
#include "score/select.h"

namespace tiendo {

enum class TargetStatus : unsigned char {
  achieved, on_track, behind, far_behind, moving_away, missed, not_measured
};

struct TargetThresholds { double on_track = 0.95, behind = 0.60; };

struct TargetStanding {
  TargetId target;
  TargetStatus status = TargetStatus::not_measured;
  std::optional<ObservationId> latest;    // the figure that decides
  std::optional<ObservationId> baseline;  // first known figure, where the target states none
  // Of a missed promise: the first figure that reaches the due date, where there is one. A later
  // one says how it went on, not how far the promise was missed.
  std::optional<ObservationId> at_due;
  std::optional<double> gap;  // target − at_due, else target − latest; in the indicator's quantity
  std::optional<double> ratio;            // achieved rate / required rate
  // `missed` with measured_after_due == false: the last figure before the due date was short and
  // nothing has been published since; the page says so in these words.
  bool measured_after_due = false;
};

// The measure may be the target's own indicator or another measure of the same promise (a child).
TargetStanding standing_of(const Dataset& dataset, TargetId target, IndicatorId measure,
                           const Moment& moment, const TargetThresholds& thresholds = {});

// Whether a figure keeps the promise. `approximate` is met by a figure that rounds to the promise
// at the decimals it was printed with; it and `equal` also by one beyond it in the indicator's
// direction ("12 databases": 13 keep it too).
bool meets(const Target& target, Direction direction, double value);

// The promises of a unit known at the moment, in table order. Of those for the same indicator and
// value only the last made counts (the last dated one, if any has a date): a promise made again
// with a later date is not two promises.
std::vector<TargetId> current_targets(const Dataset& dataset, UnitId unit, const Moment& moment);

// The current promise that speaks of the moment: of those still to come the first due; if none, the
// last due; if none has a date, one without. Among equals the last made.
std::optional<TargetId> target_in_force(const Dataset& dataset, IndicatorId indicator, UnitId unit,
                                        const Moment& moment);

// By the day they were made; one whose day nobody knows comes before the dated ones.
bool made_before(const Dataset& dataset, TargetId a, TargetId b);
// Whether `a` speaks of the moment, which ends at `end`, more than `b` does: a promise that is still
// to come before one that is past, and of each kind the nearer one. Neither where they are equal.
bool speaks_sooner(const Target& a, const Target& b, Date end);

// The ways that the normalisations `attainment` and `trajectory` measure. Nothing: the promise asks
// for no movement, because the baseline meets it already.
//   attainment_way  from the stated baseline, else from 0; where 0 meets the promise already ("at
//                   most 4 days"), from the first known figure
//   trajectory_way  from the dated baseline that the status is measured from
std::optional<Way> attainment_way(const Dataset& dataset, TargetId target, ObservationId latest,
                                  const Moment& moment);
std::optional<Way> trajectory_way(const Dataset& dataset, TargetId target, ObservationId latest,
                                  const Moment& moment);

// The same indicator, unit and value promised again: a chain, first promise first. Restatements
// with the same date are in the chain too; only a later date is a slip. Promises made once are no
// chain.
struct PromiseChain {
  std::vector<TargetId> promises;  // by the date they were made
  int months_slipped = 0;          // first due → last due; negative where it was brought forward
  int slips = 0;                   // how many times the date moved later
};
PromiseChain chain_of(const Dataset& dataset, std::vector<TargetId> promises);  // in any order
std::vector<PromiseChain> promise_chains(const Dataset& dataset, const Moment& moment);

}  // namespace tiendo
