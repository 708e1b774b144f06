// Methodology: a scoring rule, as data. Nothing about a ministry, a weight or a threshold is in
// code; io/methodology_json reads it from assets/methodology/*.json and has checked it: ids unique,
// weights ≥ 0 and not all zero, bands in falling order. io/methodology_fit says whether it fits a
// dataset; score/ is total all the same (what the dataset does not know is never measured).
//
// Every node has a range, 0 to 100 unless its methods say otherwise.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/language.h"
#include "model/task.h"
#include "model/unit.h"

namespace tiendo {

// How a raw figure becomes points. Formulas: docs of score/normalise.h.
struct PointRange { double lower = 0, upper = 100; };
enum class Limit : unsigned char { open, capped };

struct MinMax { PointRange range; };
struct ZScore { double mean = 0, sd = 1; };
struct PercentileRank { PointRange range; };
struct Borda {};
struct Rank {};
struct FractionOfMax { PointRange range; };
struct DistanceToMax { PointRange range; };
struct DistanceToReference { std::string unit; Limit limit = Limit::open; PointRange range; };
// Without a target of its own: the promise in force of each unit.
struct DistanceToTarget { std::optional<double> target; Limit limit = Limit::open; PointRange range; };
struct Goalposts { double lower = 0, upper = 100, factor = 100; Limit limit = Limit::capped; };
struct Attainment { double cap = 100; };
struct Trajectory { double cap = 100; };
struct PointStep { double from = 0, points = 0; };
struct Steps { std::vector<PointStep> steps; double otherwise = 0; };  // best first
struct Share {};
using Normalisation =
    std::variant<Goalposts, MinMax, Attainment, Trajectory, Share, ZScore, PercentileRank, Borda,
                 Rank, FractionOfMax, DistanceToMax, DistanceToReference, DistanceToTarget, Steps>;

// What is done to the figures before they are normalised, step by step in the order of the
// methodology. `indicators` are keys; none: those of all leaves. Formulas: docs of score/prepare.h.
enum class Middle : unsigned char { mean, median };
enum class Peers : unsigned char { all, group };  // group: the units with the same parent
enum class Ends : unsigned char { nearest, missing };

struct CarryForward { std::optional<int> age_months_max; };
struct Linear { Ends ends = Ends::nearest; };
struct FromPeers { Middle middle = Middle::mean; Peers peers = Peers::all; };
struct FromRow { Middle middle = Middle::mean; std::optional<int> levels_up; };  // none: the root

struct LogCt {};
struct LogCtPlus {};
struct LogCtOrig {};
struct BoxCox { double lambda = 0; };
using Transform = std::variant<LogCt, LogCtPlus, LogCtOrig, BoxCox>;

struct Denominate { std::string by; double factor = 1; };
struct Impute { std::variant<CarryForward, Linear, FromPeers, FromRow> method; };
struct Screen { double coverage_min = 0; };
struct Treat {
  double skew_below = 2, kurtosis_below = 3.5;
  int points_max = 5;
  std::optional<Transform> second;
};
struct PreparationStep {
  std::variant<Denominate, Impute, Screen, Treat> rule;
  std::vector<std::string> indicators;
};

enum class Statistics : unsigned char { period, pooled };

// Points per task state; nothing: tasks in that state are left out of the mean and counted beside it.
struct DecliningPoints { double start = 100, per_day = 0, floor = 0; };
struct TaskPoints {
  std::optional<double> done_on_time = 100.0;
  std::optional<DecliningPoints> done_late;
  std::optional<DecliningPoints> overdue;
  std::optional<double> unconfirmed;
};
enum class DeadlineRule : unsigned char { original, revised };

struct Arithmetic {};
struct Geometric {};
struct Harmonic {};
struct Power { double exponent = 1; };  // not 0
struct Copeland {};
using Aggregation = std::variant<Arithmetic, Geometric, Harmonic, Power, Copeland>;
enum class MissingRule : unsigned char { reweight, zero, fail };

// Points taken off a group's score: `points_each` for every one that the indicator counts.
struct Deduction {
  Bilingual reason;
  std::string indicator;  // key
  double points_each = 1;
  std::optional<double> points_max;
};

struct MethodNode;

struct GroupRule {
  Aggregation aggregation;
  MissingRule missing = MissingRule::reweight;
  double coverage_min = 0;  // share of the members present, 0–1; below it there is no score
  std::vector<Deduction> deductions;
  std::optional<double> cap;
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
// How clear the assignments are that the unit was given: the mean over them of the weighted share of
// the seven clears, in their order. A score of the assignments and not of the unit.
struct ClearsRule { std::array<double, clears_count> weights = {1, 1, 1, 1, 1, 1, 1}; };
// Mean score by `each` over the units of `kind` that the unit owns; an exempt one is left out.
struct OwnedRule {
  UnitKind kind = UnitKind::database;
  std::vector<MethodNode> each;  // exactly one
};

struct MethodNode {
  std::string id;
  Bilingual name;
  double weight = 1;  // relative to its siblings
  std::variant<GroupRule, IndicatorRule, TargetsRule, TasksRule, ClearsRule, OwnedRule> rule;
};

struct Band {
  double from = 0;  // the least score of the band
  Bilingual name;
  bool confirmed = false;  // by an official page
};

// What score/robustness.h varies. Alternatives are drawn with equal chances beside the
// methodology's own choice.
enum class Rounding : unsigned char { kept, varied };
struct Uncertainty {
  double weight_share = 0.25;  // each weight up to so much of itself more or less
  std::vector<Normalisation> normalisations;
  std::vector<Aggregation> aggregations;
  std::vector<MissingRule> missing;
  Rounding rounding = Rounding::varied;
};

struct Methodology {
  std::string id, version;
  Bilingual name, description;
  std::vector<Bilingual> notes;
  std::vector<UnitKind> units;  // the kinds that take part; each is ranked by itself (peers_of)
  std::optional<int> rank_decimals;  // none: scores are compared exactly
  std::vector<Band> bands;      // highest first
  std::string published_total;  // key of the published figure that the score must reproduce, or ""
  Statistics statistics = Statistics::period;
  std::vector<PreparationStep> preparation;
  Uncertainty uncertainty;
  MethodNode root;

  int shown_decimals() const { return rank_decimals.value_or(2); }
  bool scores(UnitKind kind) const {
    return std::find(units.begin(), units.end(), kind) != units.end();
  }
};

}  // namespace tiendo
