#include "io/methodology_fit.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/overloaded.h"
#include "io/problems.h"

namespace tiendo {
namespace {

class FitChecker {
 public:
  FitChecker(const Dataset& dataset, std::string_view file) : dataset_(dataset), file_(file) {}

  void check_node(const MethodNode& node, const std::string& pointer) {
    std::visit(overloaded{
                   [&](const GroupRule& rule) { check_group(rule, pointer); },
                   [&](const IndicatorRule& rule) { check_indicator_rule(rule, pointer); },
                   [&](const OwnedRule& rule) {
                     for (const MethodNode& each : rule.each)
                       check_node(each, pointer + "/owned/each");
                   },
                   [&](const TargetsRule&) {},
                   [&](const TasksRule&) {},
                   [&](const ClearsRule&) {},
               },
               node.rule);
  }

  void check_steps(const Methodology& methodology) {
    const std::vector<std::string> all = keys_of(methodology.root);
    for (std::size_t i = 0; i < methodology.preparation.size(); ++i) {
      const PreparationStep& step = methodology.preparation[i];
      const std::string pointer = "/prepare/" + std::to_string(i);
      for (std::size_t k = 0; k < step.indicators.size(); ++k)
        check_indicator(step.indicators[k], pointer + "/indicators/" + std::to_string(k));
      if (const auto* denominate = std::get_if<Denominate>(&step.rule))
        check_denominator(*denominate, step.indicators.empty() ? all : step.indicators, pointer);
    }
  }

  void check_key(const std::string& key, const std::string& pointer) {
    if (!key.empty()) check_indicator(key, pointer);
  }

  Problems problems;

 private:
  void report(const std::string& pointer, Bilingual message, Bilingual mend = {}) {
    problems.add(problem::error("methodology-error", {.file = file_, .line = 0, .column = pointer},
                                std::move(message), std::move(mend)));
  }

  // What is divided must not be what it is divided by, nor be divided by it in a round.
  void check_denominator(const Denominate& rule, const std::vector<std::string>& divided,
                         const std::string& pointer) {
    const std::string place = pointer + "/by";
    check_indicator(rule.by, place);
    for (const std::string& key : divided) {
      if (is_divided(key, rule.by)) continue;  // an indicator of several leaves
      divisions_.push_back({.indicator = key, .by = rule.by});
      if (!depends(rule.by, key)) continue;
      report(place,
             problem::fill({"Vòng lặp: {0} rốt cuộc bị chia cho chính nó.",
                            "A cycle: {0} is in the end divided by itself."},
                           {problem::quoted(key)}),
             {"Chia cho một chỉ số khác, hoặc nêu trong “indicators” những chỉ số bị chia.",
              "Divide by another indicator, or name in “indicators” those to be divided."});
    }
  }

  bool is_divided(const std::string& key, const std::string& by) const {
    return std::any_of(divisions_.begin(), divisions_.end(), [&](const Division& each) {
      return each.indicator == key && each.by == by;
    });
  }

  // Whether `key` is `from` or is reached from it by divisions.
  bool depends(const std::string& from, const std::string& key) const {
    std::vector<std::string> reached = {from};
    for (std::size_t at = 0; at < reached.size() && reached[at] != key; ++at)
      for (const Division& each : divisions_)
        if (each.indicator == reached[at] &&
            std::find(reached.begin(), reached.end(), each.by) == reached.end())
          reached.push_back(each.by);
    return std::find(reached.begin(), reached.end(), key) != reached.end();
  }

  static std::vector<std::string> keys_of(const MethodNode& node) {
    if (const auto* rule = std::get_if<IndicatorRule>(&node.rule)) return {rule->indicator};
    std::vector<std::string> keys;
    const auto* group = std::get_if<GroupRule>(&node.rule);
    const auto* owned = std::get_if<OwnedRule>(&node.rule);
    const std::vector<MethodNode> none;
    for (const MethodNode& child : group ? group->children : owned ? owned->each : none)
      for (std::string& key : keys_of(child)) keys.push_back(std::move(key));
    return keys;
  }

  void check_indicator(const std::string& key, const std::string& pointer) {
    if (dataset_.find_indicator(key)) return;
    report(pointer,
           problem::fill({"Bộ dữ liệu không có chỉ số {0}.", "The dataset has no indicator {0}."},
                         {problem::quoted(key)}),
           {"Dùng một “id” của bảng indicators.", "Use an “id” of the table indicators."});
  }

  void check_group(const GroupRule& rule, const std::string& pointer) {
    for (std::size_t i = 0; i < rule.deductions.size(); ++i)
      check_indicator(rule.deductions[i].indicator,
                      pointer + "/deductions/" + std::to_string(i) + "/indicator");
    for (std::size_t i = 0; i < rule.children.size(); ++i)
      check_node(rule.children[i], pointer + "/children/" + std::to_string(i));
  }

  void check_indicator_rule(const IndicatorRule& rule, const std::string& pointer) {
    check_indicator(rule.indicator, pointer + "/indicator");
    const std::string method = pointer + "/normalise";
    const auto* distance = std::get_if<DistanceToTarget>(&rule.normalisation);
    const bool needs_promise = std::holds_alternative<Attainment>(rule.normalisation) ||
                               std::holds_alternative<Trajectory>(rule.normalisation) ||
                               (distance && !distance->target);
    if (needs_promise && !has_promise(rule.indicator))
      report(method,
             problem::fill({"Không có chỉ tiêu nào cho {0}.", "There is no target for {0}."},
                           {problem::quoted(rule.indicator)}),
             {"Thêm dòng vào bảng targets, hoặc chọn cách chuẩn hóa khác.",
              "Add a row to the table targets, or choose another normalisation."});
    const auto* reference = std::get_if<DistanceToReference>(&rule.normalisation);
    if (reference && !dataset_.find_unit(reference->unit))
      report(method + "/unit",
             problem::fill({"Bộ dữ liệu không có đơn vị {0}.", "The dataset has no unit {0}."},
                           {problem::quoted(reference->unit)}),
             {"Dùng một “id” của bảng units.", "Use an “id” of the table units."});
  }

  bool has_promise(const std::string& key) const {
    const auto indicator = dataset_.find_indicator(key);
    return !indicator || std::any_of(dataset_.targets().begin(), dataset_.targets().end(),
                                     [&](const Target& t) { return t.indicator == *indicator; });
  }

  struct Division { std::string indicator, by; };

  const Dataset& dataset_;
  std::string file_;
  std::vector<Division> divisions_;
};

}  // namespace

Problems check_fit(const Methodology& methodology, const Dataset& dataset, std::string_view file) {
  FitChecker checker(dataset, file);
  checker.check_steps(methodology);
  checker.check_key(methodology.published_total, "/published_total");
  checker.check_node(methodology.root, "/root");
  return std::move(checker.problems);
}

}  // namespace tiendo
