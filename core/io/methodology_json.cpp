#include "io/methodology_json.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "io/json.h"
#include "io/problems.h"
#include "io/word.h"

namespace tiendo::io {
namespace {

constexpr int depth_max = 16;
constexpr int rank_decimals_max = 10;
constexpr double points_max = 100;

constexpr Word<Aggregation> aggregations[] = {{"arithmetic", Aggregation::arithmetic}};
constexpr Word<MissingRule> missing_rules[] = {{"reweight", MissingRule::reweight},
                                                {"zero", MissingRule::zero},
                                                {"fail", MissingRule::fail}};
constexpr Word<DeadlineRule> deadline_rules[] = {{"original", DeadlineRule::original},
                                                  {"revised", DeadlineRule::revised}};

// The value that the text at `json` names; an unknown name is reported with all that are known.
template <class Value, std::size_t count>
std::optional<Value> lookup(const JsonCursor& json, const Word<Value> (&words)[count]) {
  const std::string name = json.as_text();
  const std::optional<Value> value = find_word(words, name);
  if (!value && json.is_text())
    json.report(problem::fill({"Không biết {0}.", "{0} is not known."}, {problem::quoted(name)}),
                problem::fill({"Dùng một trong: {0}.", "Use one of: {0}."},
                              {problem::both(all_words(words))}));
  return value;
}

template <class Value, std::size_t count>
Value option(const JsonCursor& json, const char* name, const Word<Value> (&words)[count],
             Value otherwise) {
  const std::optional<JsonCursor> found = json.member(name);
  return found ? lookup(*found, words).value_or(otherwise) : otherwise;
}

void report_range(const JsonCursor& json, const char* name, double least, double most) {
  json.member(name).value_or(json).report_type(
      problem::fill({"một số từ {0} đến {1}", "a number from {0} to {1}"},
                    {problem::both(std::to_string(static_cast<int>(least))),
                     problem::both(std::to_string(static_cast<int>(most)))}));
}

double number_within(const JsonCursor& json, const char* name, double least, double most,
                     double otherwise) {
  const double value = json.number(name).value_or(otherwise);
  if (value >= least && value <= most) return value;
  report_range(json, name, least, most);
  return otherwise;
}

double cap_of(const JsonCursor& json) {
  constexpr double cap_max = 1000;
  return number_within(json, "cap", 0, cap_max, points_max);
}

Goalposts read_goalposts(const JsonCursor& json) {
  const Goalposts goalposts{.lower = json.number("lower").value_or(0),
                            .upper = json.number("upper").value_or(points_max)};
  if (goalposts.lower == goalposts.upper)
    json.report({"“lower” và “upper” phải khác nhau.", "“lower” and “upper” must differ."});
  return goalposts;
}

Normalisation read_normalisation(const JsonCursor& json) {
  enum class Method : unsigned char { goalposts, min_max, attainment, trajectory, share };
  constexpr Word<Method> methods[] = {{"goalposts", Method::goalposts},
                                       {"min_max", Method::min_max},
                                       {"attainment", Method::attainment},
                                       {"trajectory", Method::trajectory},
                                       {"share", Method::share}};
  const std::optional<JsonCursor> method = json.member("method");
  if (!method) {
    json.report_missing("method");
    return Share{};
  }
  json.report_unknown({"method", "lower", "upper", "cap"});
  switch (lookup(*method, methods).value_or(Method::share)) {
    case Method::goalposts: return read_goalposts(json);
    case Method::min_max: return MinMax{};
    case Method::attainment: return Attainment{.cap = cap_of(json)};
    case Method::trajectory: return Trajectory{.cap = cap_of(json)};
    case Method::share: break;
  }
  return Share{};
}

IndicatorRule read_indicator_rule(const JsonCursor& json) {
  IndicatorRule rule{.indicator = json.required_text("indicator"), .normalisation = Share{}};
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
                         "coverage_min", "indicator", "normalise", "targets", "tasks"});
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
    for (const char* kind : {"children", "indicator", "targets", "tasks"}) kinds += json.has(kind);
    if (kinds != 1) {
      json.report({"Một nút cần đúng một trong: children, indicator, targets, tasks.",
                   "A node needs exactly one of: children, indicator, targets, tasks."});
    } else if (json.has("children")) {
      node.rule = read_group(json, depth);
    } else if (json.has("indicator")) {
      node.rule = read_indicator_rule(json);
    } else if (const auto targets = json.object("targets")) {
      targets->report_unknown({"cap"});
      node.rule = TargetsRule{.cap = cap_of(*targets)};
    } else if (const auto tasks = json.object("tasks")) {
      node.rule = read_tasks_rule(*tasks);
    }
  }

  GroupRule read_group(const JsonCursor& json, int depth) {
    GroupRule group;
    group.aggregation = option(json, "aggregate", aggregations, Aggregation::arithmetic);
    group.missing = option(json, "missing", missing_rules, MissingRule::reweight);
    group.coverage_min = number_within(json, "coverage_min", 0, 1, 0);
    const JsonCursor children = *json.member("children");
    if (depth == depth_max) {
      children.report(
          problem::fill({"Cây sâu hơn {0} tầng.", "The tree is deeper than {0} levels."},
                        {problem::both(std::to_string(depth_max))}));
      return group;
    }
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
  const int decimals = json.integer("rank_decimals").value_or(methodology.rank_decimals);
  if (decimals >= 0 && decimals <= rank_decimals_max) {
    methodology.rank_decimals = decimals;
  } else {
    report_range(json, "rank_decimals", 0, rank_decimals_max);
  }
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
