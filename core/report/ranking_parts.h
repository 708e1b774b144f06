// The parts of the ranking view, each in a file of its own. Private to ranking*.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/comparison.h"
#include "report/measures.h"
#include "report/task_tally.h"
#include "score/rank_certainty.h"

namespace tiendo {

struct Ranking {
  Scope scope;
  const Methodology& methodology;
  const Comparison& comparison;
  std::vector<TaskStanding> standings;  // empty where the methodology asks for no tasks
  std::shared_ptr<const ScoreHistory> history;  // of the months with scores, oldest first
  // The scores as published, where `methodology` has the reader's own weights.
  SharedScorecard official;
  std::optional<RankStudy> certainty;   // nothing: there is no study yet

  const Scorecard& now() const { return *comparison.now; }
  RankingGroup group() const { return scope.route.group; }
  const Unit& unit(const UnitScore& score) const { return scope.dataset[score.unit]; }
  const std::string& name(const UnitScore& score) const {
    return unit(score).name.in(scope.language);
  }
  std::string shown(double score) const {
    return shown_score(methodology, score, scope.language);
  }
  std::string change(double points) const {
    return shown_change(methodology, points, scope.language);
  }
  std::string points(double score) const {  // "68,80 điểm"
    return score_words(score, methodology.shown_decimals(), scope.language);
  }
  bool asks_for_tasks() const;
  std::vector<const UnitScore*> scored() const;
  std::vector<const UnitScore*> unscored() const;
};

UnitKind kind_of(RankingGroup group);
// The reader's methodology if it scores this kind of unit, else the first that does, if any.
const Methodology* methodology_shown(const Publication& publication, const Route& route);

// "34 tỉnh, thành phố"
std::string group_count(const Scope& scope, RankingGroup group, long count);
// "10/10/2026", "25/09/2026–10/10/2026"
std::string span_words(const Scope& scope, const FiguresSpan& span);
// "ngày" of the figures where they have one, else the month.
std::string dated_words(const Scope& scope, const Scorecard& scorecard);
bool is_still(const Ranking& ranking, double points);  // shown as 0

std::string ranking_heading(const Ranking& ranking);
Words ranking_lede(const Ranking& ranking);

Card ranking_table_card(const Ranking& ranking);
// What of the table is shown, by the address; how many that is, in words; and the ways to choose.
class RowFilter {
 public:
  explicit RowFilter(const Ranking& ranking);
  bool passes(const UnitScore& unit) const;

 private:
  const Ranking& ranking_;
  bool is_set_, regions_;
};
bool has_filter(const Route& route);
std::string filter_words(const Ranking& ranking, std::size_t shown);
std::optional<Choices> filter_choices(const Ranking& ranking);
// "2–5": the places that the rank lies on in 90 % of the runs; "" where it has none.
std::string range_words(const Scope& scope, const UnitRobustness& unit);
// What a study of so many runs says of ranges; "" where the methodology lets nothing vary.
std::string certainty_note(const Scope& scope, const Methodology& methodology, int runs);
// The same for a ranking; without a study the offer to make one ("!study:METHOD").
Words certainty_words(const Ranking& ranking);
Column sortable(const Ranking& ranking, Column column, Order order, bool ascending);
std::string rank_words(const Ranking& ranking, const UnitScore& unit);  // "4", "đồng hạng 4"
Cell moved_cell(const Scope& scope, int places);                        // ▲ "lên 3"
std::optional<Card> tile_map_card(const Ranking& ranking);

// By the reader's own weights (Ranking::official is set).
bool can_be_weighed(const Methodology& methodology);
Choice weights_choice(const Scope& scope, const Methodology& methodology);
std::string own_heading(const Ranking& ranking);
Words own_lede(const Ranking& ranking);
Card weights_card(const Ranking& ranking);
Card own_table_card(const Ranking& ranking);

std::optional<Card> unscored_card(const Ranking& ranking);
// Why a unit has no score, in a few words.
std::string unscored_reason(const Scope& scope, const Methodology& methodology,
                            const UnitScore& unit, const TaskTally& tally);
// "“Công khai, minh bạch”": the parts whose figures are provisional in at least one unit; or "".
std::string provisional_parts(const Scope& scope, const std::vector<const UnitScore*>& units);

// The parts that the score is the sum of: what the root of the methodology is made of.
struct Component {
  const MethodNode* method = nullptr;
  std::size_t index = 0;                  // in the root's children
  double maximum = 0;                     // points of the score
  std::optional<IndicatorId> indicator;   // where one published figure makes it
};
std::vector<Component> components_of(const Dataset& dataset, const Methodology& methodology);
std::string points_maximum(double maximum, Language language);  // "18", "12,5"

std::optional<Card> components_card(const Ranking& ranking);
std::optional<Card> component_matrix_card(const Ranking& ranking);
std::optional<Card> change_card(const Ranking& ranking);
Card method_card(const Ranking& ranking);

}  // namespace tiendo
