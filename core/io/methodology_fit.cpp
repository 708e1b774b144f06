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

  void check_step(const PreparationStep& step, const std::string& pointer) {
    const auto* denominate = std::get_if<Denominate>(&step.rule);
    for (std::size_t i = 0; i < step.indicators.size(); ++i) {
      const std::string place = pointer + "/indicators/" + std::to_string(i);
      check_indicator(step.indicators[i], place);
      if (denominate && step.indicators[i] == denominate->by)
        report(place, {"Chỉ số bị chia cho chính nó.", "The indicator is divided by itself."});
    }
    if (denominate) check_indicator(denominate->by, pointer + "/by");
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
                           {problem::quoted(reference->unit)}));
  }

  bool has_promise(const std::string& key) const {
    const auto indicator = dataset_.find_indicator(key);
    return !indicator || std::any_of(dataset_.targets().begin(), dataset_.targets().end(),
                                     [&](const Target& t) { return t.indicator == *indicator; });
  }

  const Dataset& dataset_;
  std::string file_;
};

}  // namespace

Problems check_fit(const Methodology& methodology, const Dataset& dataset, std::string_view file) {
  FitChecker checker(dataset, file);
  for (std::size_t i = 0; i < methodology.preparation.size(); ++i)
    checker.check_step(methodology.preparation[i], "/prepare/" + std::to_string(i));
  checker.check_key(methodology.published_total, "/published_total");
  checker.check_node(methodology.root, "/root");
  return std::move(checker.problems);
}

}  // namespace tiendo
