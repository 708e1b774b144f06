#include "io/methodology_json.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "io/method_rules_json.h"

namespace tiendo::io {
namespace {

constexpr int depth_max = 16;
constexpr int rank_decimals_max = 10;

constexpr Word<DeadlineRule> deadline_rules[] = {{"original", DeadlineRule::original},
                                                  {"revised", DeadlineRule::revised}};
constexpr Word<Statistics> statistics_words[] = {{"period", Statistics::period},
                                                 {"pooled", Statistics::pooled}};

IndicatorRule read_indicator_rule(const JsonCursor& json) {
  IndicatorRule rule;
  rule.indicator = json.required_text("indicator");
  if (const std::optional<JsonCursor> normalise = json.object("normalise")) {
    rule.normalisation = read_normalisation(*normalise);
  } else if (!json.has("normalise")) {
    json.report_missing("normalise");
  }
  return rule;
}

// A number of points, points that decline by the day, or null: the state is left out.
std::optional<DecliningPoints> read_declining(const JsonCursor& points, const char* state) {
  const std::optional<JsonCursor> found = points.member(state);
  if (!found) return {};
  if (!found->is_object()) {
    const double constant = number_within(points, state, 0, points_max, 0);
    return DecliningPoints{.start = constant, .per_day = 0, .floor = constant};
  }
  found->report_unknown({"start", "per_day", "floor"});
  const DecliningPoints declining{
      .start = number_within(*found, "start", 0, points_max, points_max),
      .per_day = number_within(*found, "per_day", 0, points_max, 0),
      .floor = number_within(*found, "floor", 0, points_max, 0)};
  if (declining.floor > declining.start)
    found->report({"“floor” lớn hơn “start”.", "“floor” is above “start”."});
  return declining;
}

std::optional<double> read_points(const JsonCursor& points, const char* state) {
  if (!points.has(state)) return {};
  return number_within(points, state, 0, points_max, 0);
}

TaskPoints read_task_points(const JsonCursor& json) {
  json.report_unknown({"done_on_time", "done_late", "overdue", "unconfirmed", "in_progress",
                       "no_deadline", "cancelled"});
  for (const char* state : {"in_progress", "no_deadline", "cancelled"})
    if (json.has(state))
      json.member(state)->report({"Việc chưa đến hạn hoặc không còn hạn thì không có điểm.",
                                  "A task that is not due has no points."},
                                 {"Ghi null.", "Write null."});
  TaskPoints points;
  if (json.value().contains("done_on_time"))
    points.done_on_time = read_points(json, "done_on_time");
  points.done_late = read_declining(json, "done_late");
  points.overdue = read_declining(json, "overdue");
  points.unconfirmed = read_points(json, "unconfirmed");
  return points;
}

TasksRule read_tasks_rule(const JsonCursor& json) {
  json.report_unknown({"deadline", "points"});
  TasksRule rule;
  rule.deadline = option(json, "deadline", deadline_rules, DeadlineRule::revised);
  if (const std::optional<JsonCursor> points = json.object("points"))
    rule.points = read_task_points(*points);
  return rule;
}

ClearsRule read_clears_rule(const JsonCursor& json) {
  json.report_unknown({"weights"});
  ClearsRule rule;
  const std::vector<JsonCursor> weights = json.list("weights");
  double total = 0;
  for (std::size_t i = 0; i < weights.size() && i < rule.weights.size(); ++i) {
    rule.weights[i] = weights[i].value().is_number() ? weights[i].value().get<double>() : -1;
    if (rule.weights[i] < 0)
      weights[i].report({"Trọng số không được âm.", "A weight must not be negative."});
    total += rule.weights[i];
  }
  if (!weights.empty() && (weights.size() != rule.weights.size() || !(total > 0)))
    json.member("weights")->report({"Cần bảy trọng số, không phải đều bằng 0.",
                                    "Seven weights are needed, not all of them 0."});
  return rule;
}

Deduction read_deduction(const JsonCursor& json) {
  json.report_unknown({"reason", "indicator", "points_each", "points_max"});
  Deduction deduction;
  deduction.reason = json.bilingual("reason");
  if (deduction.reason.empty()) json.report_missing("reason");
  deduction.indicator = json.required_text("indicator");
  deduction.points_each = number_within(json, "points_each", 0, 1000, 1);
  if (json.has("points_max")) deduction.points_max = number_within(json, "points_max", 0, 1000, 0);
  return deduction;
}

class NodeReader {
 public:
  MethodNode read(const JsonCursor& json, int depth) {
    MethodNode node;
    if (!json.is_object()) {
      json.report_type({"một đối tượng {…}", "an object {…}"});
      return node;
    }
    // What this version does not know would change the score: it is refused, never passed over.
    json.report_unknown({"id", "name", "weight", "note", "children", "aggregate", "missing",
                         "coverage_min", "deductions", "cap", "indicator", "normalise", "targets",
                         "tasks", "clears", "owned"});
    node.id = json.required_text("id");
    if (!ids_.insert(node.id).second && !node.id.empty())
      json.report(problem::fill({"Hai nút cùng “id” {0}.", "Two nodes have the “id” {0}."},
                                {problem::quoted(node.id)}));
    node.name = json.bilingual("name");
    if (node.name.empty()) json.report_missing("name");
    node.weight = json.number("weight").value_or(1);
    if (node.weight < 0)
      json.member("weight")->report({"Trọng số không được âm.", "A weight must not be negative."});
    read_rule(json, depth, node);
    return node;
  }

 private:
  void read_rule(const JsonCursor& json, int depth, MethodNode& node) {
    int kinds = 0;
    for (const char* kind : {"children", "indicator", "targets", "tasks", "clears", "owned"})
      kinds += json.has(kind);
    if (kinds != 1) {
      json.report({"Một nút cần đúng một trong: children, indicator, targets, tasks, clears, "
                   "owned.",
                   "A node needs exactly one of: children, indicator, targets, tasks, clears, "
                   "owned."});
    } else if (json.has("children")) {
      node.rule = read_group(json, depth);
    } else if (json.has("indicator")) {
      node.rule = read_indicator_rule(json);
    } else if (const auto targets = json.object("targets")) {
      targets->report_unknown({"cap"});
      node.rule = TargetsRule{.cap = cap_of(*targets)};
    } else if (const auto tasks = json.object("tasks")) {
      node.rule = read_tasks_rule(*tasks);
    } else if (const auto clears = json.object("clears")) {
      node.rule = read_clears_rule(*clears);
    } else if (const auto owned = json.object("owned")) {
      node.rule = read_owned(*owned, depth);
    }
  }

  GroupRule read_group(const JsonCursor& json, int depth) {
    GroupRule group;
    if (const auto aggregate = json.member("aggregate"))
      group.aggregation = read_aggregation(*aggregate);
    group.missing = option(json, "missing", missing_rules, MissingRule::reweight);
    group.coverage_min = number_within(json, "coverage_min", 0, 1, 0);
    for (const JsonCursor& each : json.list("deductions"))
      group.deductions.push_back(read_deduction(each));
    if (json.has("cap")) group.cap = cap_of(json);
    const JsonCursor children = *json.member("children");
    if (is_too_deep(children, depth)) return group;
    double weights = 0;
    for (const JsonCursor& child : children.elements()) {
      group.children.push_back(read(child, depth + 1));
      weights += std::max(group.children.back().weight, 0.0);
    }
    if (group.children.empty()) {
      children.report({"Nhóm không có nút con.", "The group has no children."});
    } else if (weights == 0) {
      children.report({"Mọi trọng số trong nhóm đều bằng 0.", "All weights of the group are 0."});
    }
    return group;
  }

  static bool is_too_deep(const JsonCursor& json, int depth) {
    if (depth < depth_max) return false;
    json.report(problem::fill({"Cây sâu hơn {0} tầng.", "The tree is deeper than {0} levels."},
                              {problem::both(std::to_string(depth_max))}));
    return true;
  }

  OwnedRule read_owned(const JsonCursor& json, int depth) {
    json.report_unknown({"kind", "each"});
    OwnedRule rule;
    rule.kind = option(json, "kind", unit_kinds, UnitKind::database);
    const std::optional<JsonCursor> each = json.object("each");
    if (!each) json.report_missing("each");
    if (each && !is_too_deep(*each, depth)) rule.each.push_back(read(*each, depth + 1));
    return rule;
  }

  std::set<std::string> ids_;
};

std::vector<Band> read_bands(const JsonCursor& json) {
  std::vector<Band> bands;
  for (const JsonCursor& element : json.list("bands")) {
    Band band{.from = number_within(element, "from", 0, points_max, 0),
              .name = element.bilingual("name"),
              .confirmed = element.flag("confirmed").value_or(false)};
    if (!element.has("from")) element.report_missing("from");
    if (band.name.empty()) element.report_missing("name");
    if (!bands.empty() && band.from >= bands.back().from)
      element.report({"Các mức phải xếp từ cao xuống thấp.", "Bands must go from high to low."});
    bands.push_back(std::move(band));
  }
  return bands;
}

Methodology read(const JsonCursor& json) {
  Methodology methodology;
  methodology.id = json.required_text("id");
  methodology.version = json.required_text("version");
  methodology.name = json.bilingual("name");
  if (methodology.name.empty()) json.report_missing("name");
  methodology.description = json.bilingual("description");
  for (const JsonCursor& note : json.list("notes"))
    methodology.notes.push_back(note.as_bilingual());
  for (const JsonCursor& element : json.list("units"))
    if (const auto kind = lookup(element, unit_kinds)) methodology.units.push_back(*kind);
  if (methodology.units.empty()) json.report_missing("units");
  if (const std::optional<int> decimals = json.integer("rank_decimals")) {
    if (*decimals >= 0 && *decimals <= rank_decimals_max) methodology.rank_decimals = decimals;
    else report_range(json, "rank_decimals", 0, rank_decimals_max);
  }
  methodology.statistics = option(json, "statistics", statistics_words, Statistics::period);
  for (const JsonCursor& step : json.list("prepare"))
    methodology.preparation.push_back(read_preparation_step(step));
  if (const auto uncertainty = json.object("uncertainty"))
    methodology.uncertainty = read_uncertainty(*uncertainty);
  methodology.bands = read_bands(json);
  methodology.published_total = json.text("published_total").value_or("");
  if (const std::optional<JsonCursor> root = json.member("root")) {
    methodology.root = NodeReader().read(*root, 1);
  } else {
    json.report_missing("root");
  }
  return methodology;
}

}  // namespace
}  // namespace tiendo::io

namespace tiendo {

Result<Methodology> read_methodology(std::string_view text, std::string_view file) {
  Problems problems;
  const std::string name(file);
  const std::optional<io::Json> document =
      io::parse_json(text, name, "methodology-error", problems);
  if (!document) return problems;
  const io::JsonCursor json(*document, name, "methodology-error", problems);
  if (!json.is_object()) {
    json.report_type({"một đối tượng {…}", "an object {…}"});
    return problems;
  }
  Methodology methodology = io::read(json);
  if (!problems.ok()) return problems;
  return {std::move(methodology), std::move(problems)};
}

}  // namespace tiendo
