// Methodology: a scoring rule, as data. Nothing about a ministry, a weight or a threshold is in
// code; io/methodology_json reads it from assets/methodology/*.json and has checked it: ids unique,
// weights ≥ 0 and not all zero, bands in falling order. Names of indicators are checked against a
// dataset by score/ (an unknown one is simply never measured, and the reader of the page is told).
//
// Every score is on a scale of 0 to 100.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/language.h"
#include "model/unit.h"

namespace tiendo {

// How a raw figure becomes points from 0 to 100. Formulas: docs of score/normalise.h.
struct Goalposts { double lower = 0, upper = 100; };
struct MinMax {};
struct Attainment { double cap = 100; };
struct Trajectory { double cap = 100; };
struct Share {};
using Normalisation = std::variant<Goalposts, MinMax, Attainment, Trajectory, Share>;

// Points per task state; nothing: tasks in that state are left out of the mean and counted beside it.
struct DecliningPoints { double start = 100, per_day = 0, floor = 0; };
struct TaskPoints {
  std::optional<double> done_on_time = 100.0;
  std::optional<DecliningPoints> done_late;
  std::optional<DecliningPoints> overdue;
  std::optional<double> unconfirmed;
};
enum class DeadlineRule : unsigned char { original, revised };

enum class Aggregation : unsigned char { arithmetic };
enum class MissingRule : unsigned char { reweight, zero, fail };

struct MethodNode;

struct GroupRule {
  Aggregation aggregation = Aggregation::arithmetic;
  MissingRule missing = MissingRule::reweight;
  double coverage_min = 0;  // share of the members present, 0–1; below it there is no score
  std::vector<MethodNode> children;
};
struct IndicatorRule {
  std::string indicator;  // key
  Normalisation normalisation;
};
struct TargetsRule { double cap = 100; };  // mean attainment over the unit's own measured targets
struct TasksRule {
  DeadlineRule deadline = DeadlineRule::revised;
  TaskPoints points;
};

struct MethodNode {
  std::string id;
  Bilingual name;
  double weight = 1;  // relative to its siblings
  std::variant<GroupRule, IndicatorRule, TargetsRule, TasksRule> rule;
};

struct Band {
  double from = 0;  // the least score of the band
  Bilingual name;
  bool confirmed = false;  // by an official page
};

struct Methodology {
  std::string id, version;
  Bilingual name, description;
  std::vector<Bilingual> notes;
  std::vector<UnitKind> units;  // the kinds that take part, ranked together
  int rank_decimals = 2;
  std::vector<Band> bands;      // highest first
  std::string published_total;  // key of the published figure that the score must reproduce, or ""
  MethodNode root;
};

}  // namespace tiendo
