// How sure is a rank? A Monte Carlo over what a methodology could as well have chosen (scoring.md
// §8; OECD/JRC Handbook (2008), step 7; A. Saltelli et al., Global Sensitivity Analysis, 2008):
//   weights        each times 1 ± weight_share, uniformly, renormalised by the means themselves
//   normalisation  the methodology's own, or one of its listed alternatives for all indicators
//   aggregation    own, or a listed one for all groups (copeland stays what it is)
//   missing        own, or a listed rule for all groups
//   rounding       every published figure anywhere within half a unit of its last printed decimal
// Leaves of tasks, targets, clears and what is owned keep their points; their weights vary.
//
// Random numbers come from a counter (SplitMix64's mixing of seed, run, source and place), so that a
// run needs no run before it: the same seed gives the same table everywhere, in slices of any size.
// It never blocks: advance() does so many runs and returns.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/study.h"
#include "score/prepare.h"
#include "score/rank.h"

namespace tiendo {

enum class UncertaintySource : unsigned char {
  weights, normalisation, aggregation, missing, rounding
};
inline constexpr std::size_t uncertainty_source_count = 5;

// Up to so many units the study keeps what rank came up how often.
inline constexpr std::size_t units_with_shares_max = 100;

struct RobustnessSettings {
  int runs = 1000;
  std::uint64_t seed = 1;
  int top = 10;
};

// Shares of the variance of the mean shift of ranks, by the estimators of Saltelli (2010) and Jansen
// (1999): alone, and together with everything it interacts with.
struct SourceShare {
  UncertaintySource source = UncertaintySource::weights;
  double first_order = 0, total_effect = 0;
};

// `dataset` and `methodology` must outlive it.
class Robustness {
 public:
  Robustness(const Dataset& dataset, const Methodology& methodology, const Moment& moment,
             const RobustnessSettings& settings);

  bool advance(int runs);  // whether there are runs left
  int done() const { return done_; }
  std::vector<UnitRobustness> table() const;  // of the runs done, by rank as published
  RankStudy study() const;                    // the same with what it is of

  // A study of its own: (5 + 2) · runs simulations. Nothing where nothing varies.
  std::optional<std::vector<SourceShare>> shares(int runs);

 private:
  enum class Stream : unsigned char { first, second };
  using Streams = std::array<Stream, uncertainty_source_count>;

  double draw(int run, UncertaintySource source, const Streams& streams, std::uint64_t place) const;
  std::size_t choose(int run, UncertaintySource source, const Streams& streams,
                     std::size_t count) const;
  std::size_t choice_count() const {  // of normalisations
    return prepared_.methodology->uncertainty.normalisations.size() + 1;
  }
  void prepare_choices();
  const std::vector<ScoreColumn>& points_of(int run, const Streams& streams);
  void vary_rounding(int run, const Streams& streams, std::size_t choice);
  void normalise_all(std::size_t choice, const std::vector<FigureColumn>& columns,
                     std::vector<ScoreColumn>& points) const;
  void simulate(int run, const Streams& streams);  // fills ranks_
  double mean_shift(int run, const Streams& streams);

  Prepared prepared_;
  RobustnessSettings settings_;
  std::vector<double> own_weights_, weights_;
  std::vector<FigureColumn> raw_, varied_figures_;  // before the steps
  std::vector<std::vector<double>> half_units_;     // by leaf, by unit: of the last printed decimal
  std::vector<std::vector<ScoreColumn>> choices_;   // points by normalisation; where rounding varies none
  std::vector<ScoreColumn> varied_;
  NodeScores scores_;
  RankingSpace space_;
  std::vector<std::uint32_t> ranks_, published_;
  std::vector<std::vector<std::uint32_t>> history_;  // by run done, by unit
  int done_ = 0;
};

}  // namespace tiendo
