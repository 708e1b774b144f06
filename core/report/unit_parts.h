// The parts of the unit view, each in a file of its own. Private to unit*.cpp. Every part works for
// a unit of any kind: a province with a score, a ministry without one, a group, one that is no more.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/comparison.h"
#include "report/measures.h"
#include "report/task_tally.h"

namespace tiendo {

// What is published about the unit, one line an indicator.
struct UnitIndicator {
  IndicatorId indicator;
  std::vector<ObservationId> figures;  // ascending; at least one
};

// Everything that the page of one unit speaks from.
struct UnitView {
  Scope scope;
  UnitId unit;
  const Methodology* methodology = nullptr;  // that scores units of its kind
  const Comparison* comparison = nullptr;    // null: not scored, or not existing then
  UnitComparison scored;                     // into *comparison
  std::optional<ScoreChange> why;            // where it changed
  std::vector<TaskStanding> tasks;           // that it leads
  std::vector<UnitIndicator> indicators;     // in table order

  const Dataset& dataset() const { return scope.dataset; }
  const Unit& row() const { return scope.dataset[unit]; }
  const std::string& name() const { return row().name.in(scope.language); }
  bool exists() const { return row().exists_on(scope.moment.end()); }
  bool has_score() const { return scored.now && scored.now->score; }
  std::string points(double score) const {  // "68,80 điểm"
    return score_words(score, methodology->shown_decimals(), scope.language);
  }
  std::string shown(double points) const {
    return shown_score(*methodology, points, scope.language);
  }
  std::string change(double points) const {
    return shown_change(*methodology, points, scope.language);
  }
  long figures() const;
  std::optional<ObservationId> latest_figure() const;
};

std::vector<UnitIndicator> indicators_of(const Scope& scope, UnitId unit);
std::optional<ObservationId> latest_of(const Dataset& dataset,
                                       const std::vector<UnitIndicator>& indicators);
// The units that say that they replaced it.
std::vector<UnitId> successors_of(const Dataset& dataset, UnitId unit);
// "từ 01/07/2025", "đến 30/06/2025"
std::string existence_words(const Scope& scope, const Unit& unit);
// "34 tỉnh, thành phố" with the kind of the unit, where it is one of a ranking's groups.
std::string peers_count(const Scope& scope, UnitKind kind, long count);
// The address of the ranking that it stands in.
std::string ranking_href(const UnitView& view);
// "10/10/2026", else "tháng 10/2026"
std::string scored_at(const UnitView& view);
std::string compared_at(const UnitView& view);
// The tasks view, for this unit only.
Route tasks_route(const UnitView& view);

std::string unit_heading(const UnitView& view);
Words unit_lede(const UnitView& view);
Stats unit_stats(const UnitView& view);

// A leaf of the score, with the points it could bring and, where compared, what it brought before.
struct UnitPart {
  const TraceNode* node = nullptr;
  double maximum = 0;
  std::optional<double> change;

  const MethodNode& method() const { return *node->method; }
  const std::string& name(Language language) const { return method().name.in(language); }
};
std::vector<UnitPart> parts_of(const UnitScore& unit);
std::vector<UnitPart> parts_of(const UnitView& view);  // with their change
// The published figure of a leaf with its date, or why there is none; leads to its words.
Words published_words(const UnitView& view, const TraceNode& leaf);
// The same without links, with the words of the document: for a tooltip.
std::string stated_words(const UnitView& view, const TraceNode& leaf);
std::string href_of(const Words& words);  // the first one's, or ""

std::optional<Card> comparison_card(const UnitView& view);
// Ways to put others beside the unit, and to take them away again.
// Beside the unit itself at most so many; of those that the address names the known ones, each once.
inline constexpr std::size_t compared_max = 3;
std::vector<UnitId> compared_units(const UnitView& view);
const std::string& name_of(const UnitView& view, UnitId unit);
const UnitScore* score_of(const UnitView& view, UnitId unit);  // null: none
Paragraph remove_words(const UnitView& view, const std::vector<UnitId>& others);
std::optional<Choice> compare_choice(const UnitView& view);
std::optional<Paragraph> compare_suggestions(const UnitView& view);
std::optional<Card> trace_card(const UnitView& view);
std::optional<Card> unit_change_card(const UnitView& view);
std::optional<Card> peers_card(const UnitView& view);
std::optional<Card> history_card(const UnitView& view);
std::optional<Card> unit_databases_card(const UnitView& view);
std::optional<Card> unit_indicators_card(const UnitView& view);
std::optional<Card> unit_targets_card(const UnitView& view);
std::optional<Card> unit_tasks_card(const UnitView& view);
std::optional<Card> former_units_card(const UnitView& view);
Card about_card(const UnitView& view);

Page unit_list_page(const Publication& publication, const Route& route);
Page one_unit_page(const Publication& publication, const Route& route, UnitId unit);

}  // namespace tiendo
