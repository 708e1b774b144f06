#include "model/own_weights.h"

namespace tiendo {
namespace {

void set_weights(MethodNode& node, const std::vector<OwnWeight>& weights) {
  if (OwnedRule* owned = std::get_if<OwnedRule>(&node.rule))
    for (MethodNode& each : owned->each) set_weights(each, weights);
  GroupRule* group = std::get_if<GroupRule>(&node.rule);
  if (!group) return;
  double published = 0;
  for (const MethodNode& child : group->children) published += child.weight;
  for (MethodNode& child : group->children) {
    for (const OwnWeight& own : weights)
      if (own.node == child.id) child.weight = own.weight * published / 100;
    set_weights(child, weights);
  }
}

}  // namespace

Methodology with_weights(Methodology methodology, const std::vector<OwnWeight>& weights) {
  set_weights(methodology.root, weights);
  methodology.id += "~";  // no id of a methodology has it
  methodology.bands.clear();
  methodology.published_total.clear();
  return methodology;
}

}  // namespace tiendo
