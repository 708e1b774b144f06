// Does a methodology measure what its weights say? For the person who designs one (scoring.md §10;
// OECD/JRC Handbook (2008), steps 4 and 7; W. Becker et al., Weights and importance in composite
// indicators (2017); COINr's get_eff_weights, get_corr, get_cronbach and remove_elements):
//
//   effective weight  of a node in the whole: the product of its and its ancestors' relative weights
//   importance        r² of a leaf's points with the score, as a share of the sum over all leaves:
//                     the linear form of the correlation ratio that Becker et al. compare with weights
//   correlations      Pearson's r over the units that have both; under three such units, or where one
//                     does not vary: nothing
//   Cronbach's alpha  of a group's k members over the units that have all of them:
//                     k/(k − 1) · (1 − Σ var(member) / var(Σ members))
//   leaving out       ranks without the leaf against the published ones, over the units ranked in both
//
// Cost: linear in units, quadratic in leaves.
#pragma once

#include <optional>
#include <vector>

#include "score/prepare.h"

namespace tiendo {

struct NodeCoherence {
  const MethodNode* node = nullptr;
  double weight = 1;  // effective, 0–1
  std::optional<double> with_parent, with_root;  // r with their scores; of the root none
  // Of a leaf alone:
  std::optional<double> importance;
  std::optional<double> shift_mean;  // places, by leaving it out
  int shift_max = 0, units_moved = 0;
};

struct GroupCoherence {
  const MethodNode* node = nullptr;
  std::optional<double> alpha;
  int complete = 0;  // units that it is over
  // Mean r over the pairs of leaves below the group, and over those with one leaf elsewhere.
  std::optional<double> within, between;
};

struct LeafPair {
  std::size_t a = 0, b = 0;  // of `leaves`; a < b
  bool siblings = false;
  std::optional<double> correlation;
};

struct Coherence {
  std::vector<NodeCoherence> nodes;  // in the order of the document
  std::vector<GroupCoherence> groups;
  std::vector<const MethodNode*> leaves;
  std::vector<LeafPair> pairs;
};

Coherence coherence_of(const Prepared& prepared);

// Pearson's r over the places that both columns have.
std::optional<double> correlation_of(const ScoreColumn& x, const ScoreColumn& y);

}  // namespace tiendo
