#include "score/coherence.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "score/rank.h"
#include "score/statistics.h"

namespace tiendo {
namespace {

constexpr std::size_t units_min = 3;  // two points always lie on a line

double square(double x) { return x * x; }

class Studied {
 public:
  explicit Studied(const Prepared& prepared)
      : prepared_(prepared),
        weights_(prepared.tree.weights()),
        input_(prepared.input(weights_)),
        points_(prepared.points) {
    evaluate(input_, scores_);
    rank_column(column(0), prepared.peers, prepared.methodology->rank_decimals, space_, published_);
  }

  Coherence study() {
    Coherence result;
    for (const std::size_t node : tree().leaves) result.leaves.push_back(tree().nodes[node].method);
    for (std::size_t node = 0; node < tree().nodes.size(); ++node)
      result.nodes.push_back(node_of(node, result.nodes));
    share_out_importance(result.nodes);
    for (std::size_t leaf = 0; leaf < tree().leaves.size(); ++leaf)
      leave_out(leaf, result.nodes[tree().leaves[leaf]]);
    append_pairs(result.pairs);
    for (std::size_t node = 0; node < tree().nodes.size(); ++node)
      if (tree().nodes[node].group) result.groups.push_back(group_of(node, result.pairs));
    return result;
  }

 private:
  const Tree& tree() const { return prepared_.tree; }
  const ScoreColumn& column(std::size_t node) const { return column_of(input_, scores_, node); }

  NodeCoherence node_of(std::size_t node, const std::vector<NodeCoherence>& before) const {
    NodeCoherence result;
    const TreeNode& place = tree().nodes[node];
    result.node = place.method;
    if (node == 0) return result;
    double total = 0;
    for (const std::size_t sibling : tree().nodes[place.parent].children)
      total += weights_[sibling];
    result.weight = total > 0 ? before[place.parent].weight * weights_[node] / total : 0;
    result.with_parent = correlation_of(column(node), column(place.parent));
    result.with_root = correlation_of(column(node), column(0));
    return result;
  }

  void share_out_importance(std::vector<NodeCoherence>& nodes) const {
    double total = 0;
    for (const std::size_t leaf : tree().leaves)
      if (nodes[leaf].with_root) total += square(*nodes[leaf].with_root);
    for (const std::size_t leaf : tree().leaves)
      if (nodes[leaf].with_root && total > 0)
        nodes[leaf].importance = square(*nodes[leaf].with_root) / total;
  }

  // A member that nobody has to have is none at all, whatever the rules about gaps.
  void leave_out(std::size_t leaf, NodeCoherence& result) {
    for (std::size_t i = 0; i < points_[leaf].size(); ++i) points_[leaf].clear(i, Presence::exempt);
    const KernelInput without{.tree = tree(), .leaves = points_,
                              .deductions = prepared_.deductions, .weights = weights_};
    evaluate(without, without_);
    rank_column(column_of(without, without_, 0), prepared_.peers,
                prepared_.methodology->rank_decimals, space_, ranks_);
    points_[leaf] = prepared_.points[leaf];
    double sum = 0;
    int compared = 0;
    for (std::size_t i = 0; i < ranks_.size(); ++i) {
      if (ranks_[i] == 0 || published_[i] == 0) continue;
      const int shift = std::abs(static_cast<int>(ranks_[i]) - static_cast<int>(published_[i]));
      sum += shift;
      ++compared;
      result.shift_max = std::max(result.shift_max, shift);
      result.units_moved += shift > 0 ? 1 : 0;
    }
    if (compared > 0) result.shift_mean = sum / compared;
  }

  void append_pairs(std::vector<LeafPair>& pairs) const {
    const std::vector<std::size_t>& leaves = tree().leaves;
    for (std::size_t a = 0; a < leaves.size(); ++a)
      for (std::size_t b = a + 1; b < leaves.size(); ++b)
        pairs.push_back(
            {.a = a, .b = b,
             .siblings = tree().nodes[leaves[a]].parent == tree().nodes[leaves[b]].parent,
             .correlation = correlation_of(prepared_.points[a], prepared_.points[b])});
  }

  bool is_below(std::size_t leaf, std::size_t group) const {
    std::size_t node = tree().leaves[leaf];
    while (node != group && node != 0) node = tree().nodes[node].parent;
    return node == group;
  }

  GroupCoherence group_of(std::size_t node, const std::vector<LeafPair>& pairs) const {
    GroupCoherence result;
    result.node = tree().nodes[node].method;
    std::vector<double> within, between;
    for (const LeafPair& pair : pairs) {
      const bool a = is_below(pair.a, node), b = is_below(pair.b, node);
      if (!pair.correlation || (!a && !b)) continue;
      (a && b ? within : between).push_back(*pair.correlation);
    }
    result.within = mean_of(within);
    result.between = mean_of(between);
    result.alpha = alpha_of(node, result.complete);
    return result;
  }

  std::optional<double> alpha_of(std::size_t node, int& complete) const {
    const std::vector<std::size_t>& members = tree().nodes[node].children;
    std::vector<std::vector<double>> values(members.size());
    std::vector<double> sums;
    for (std::size_t i = 0; i < prepared_.units.size(); ++i) {
      const auto has = [&](std::size_t member) { return column(member).has(i); };
      if (!std::all_of(members.begin(), members.end(), has)) continue;
      double sum = 0;
      for (std::size_t k = 0; k < members.size(); ++k) {
        values[k].push_back(column(members[k]).values[i]);
        sum += values[k].back();
      }
      sums.push_back(sum);
    }
    complete = static_cast<int>(sums.size());
    const std::optional<double> whole = sd_of(sums);
    const auto count = static_cast<double>(members.size());
    if (members.size() < 2 || sums.size() < units_min || !whole) return {};
    double parts = 0;
    for (const auto& each : values) parts += square(sd_of(each).value_or(0));
    return count / (count - 1) * (1 - parts / square(*whole));
  }

  const Prepared& prepared_;
  std::vector<double> weights_;
  KernelInput input_;
  std::vector<ScoreColumn> points_;  // without one leaf at a time
  NodeScores scores_, without_;
  RankingSpace space_;
  std::vector<std::uint32_t> published_, ranks_;
};

}  // namespace

std::optional<double> correlation_of(const ScoreColumn& x, const ScoreColumn& y) {
  std::vector<double> a, b;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (!x.has(i) || !y.has(i)) continue;
    a.push_back(x.values[i]);
    b.push_back(y.values[i]);
  }
  if (a.size() < units_min) return {};
  const auto sd_a = sd_of(a), sd_b = sd_of(b);
  if (!sd_a || !sd_b) return {};
  const double mean_a = *mean_of(a), mean_b = *mean_of(b);
  Sum products;
  for (std::size_t i = 0; i < a.size(); ++i) products.add((a[i] - mean_a) * (b[i] - mean_b));
  const double r = products.value() / (static_cast<double>(a.size() - 1) * *sd_a * *sd_b);
  return std::isfinite(r) ? std::optional(std::clamp(r, -1.0, 1.0)) : std::nullopt;
}

Coherence coherence_of(const Prepared& prepared) { return Studied(prepared).study(); }

}  // namespace tiendo
