// What the score is made of: each component over all units, and every unit's components.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/sort.h"
#include "report/ranking_parts.h"
#include "score/rounding.h"
#include "score/statistics.h"

namespace tiendo {
namespace {

const TraceNode* part_of(const UnitScore& unit, const Component& component) {
  const std::vector<TraceNode>& children = unit.trace().children;
  if (component.index >= children.size()) return nullptr;
  return &children[component.index];
}

std::optional<double> points_of(const UnitScore& unit, const Component& component) {
  const TraceNode* part = part_of(unit, component);
  return part ? part->contribution : std::nullopt;
}

struct Standing {
  Component component;
  std::vector<const UnitScore*> by_points;  // highest first; those with points only
  double median = 0;
};

std::vector<Standing> standings_of(const Ranking& ranking) {
  std::vector<Standing> all;
  for (const Component& component : components_of(ranking.scope.dataset, ranking.methodology)) {
    Standing standing{.component = component, .by_points = {}};
    std::vector<double> points;
    for (const UnitScore* unit : ranking.scored()) {
      if (!points_of(*unit, component)) continue;
      standing.by_points.push_back(unit);
      points.push_back(*points_of(*unit, component));
    }
    if (points.empty()) continue;
    standing.median = *sample_median(std::move(points));
    sort_by(standing.by_points, [&](const UnitScore* a, const UnitScore* b) {
      return *points_of(*a, component) > *points_of(*b, component);
    });
    all.push_back(std::move(standing));
  }
  return all;
}

double share_of(const Standing& standing) { return standing.median / standing.component.maximum; }

Span component_link(const Scope& scope, const Component& component) {
  const std::string& name = component.method->name.in(scope.language);
  if (!component.indicator) return plain(name);
  return link(name, indicator_href(scope.dataset, *component.indicator, scope.route));
}

// The unit at an end of the list, or how many share that end.
Words extreme_words(const Ranking& ranking, const Standing& standing, const UnitScore& unit) {
  const Scope& scope = ranking.scope;
  const std::string points = ranking.shown(*points_of(unit, standing.component));
  const auto same = [&](const UnitScore* other) {
    return ranking.shown(*points_of(*other, standing.component)) == points;
  };
  const long sharing =
      std::count_if(standing.by_points.begin(), standing.by_points.end(), same);
  const std::string& name = ranking.name(unit);
  const std::string text =
      sharing > 1 ? scope.count(sharing - 1, Word::ranking_extreme_shared_one,
                                Word::ranking_extreme_shared, {name, points})
                  : scope.say(Word::ranking_extreme, {name, points});
  return {link(text, unit_href(scope.dataset, unit.unit, scope.route))};
}

TableRow component_row(const Ranking& ranking, const Standing& standing) {
  const Scope& scope = ranking.scope;
  const UnitScore& first = *standing.by_points.front();
  const UnitScore& last = *standing.by_points.back();
  const double spread =
      *points_of(first, standing.component) - *points_of(last, standing.component);
  const std::string maximum = points_maximum(standing.component.maximum, scope.language);
  TableRow row;
  row.cells.push_back({.words = {component_link(scope, standing.component)}});
  row.cells.push_back({.words = {plain(maximum)}});
  row.cells.push_back({.words = {plain(ranking.shown(standing.median), Ink::text, Weight::bold)}});
  row.cells.push_back(
      {.words = {plain(format_percent(100 * share_of(standing), 0, scope.language))},
       .bar = std::clamp(share_of(standing), 0.0, 1.0)});
  row.cells.push_back({.words = extreme_words(ranking, standing, first)});
  row.cells.push_back({.words = extreme_words(ranking, standing, last)});
  row.cells.push_back({.words = {plain(ranking.shown(spread))}});
  return row;
}

std::vector<Column> component_columns(const Scope& scope) {
  return {
      {.title = scope.say(Word::ranking_component), .grow = 2, .lead = true},
      {.title = scope.say(Word::ranking_maximum), .align = Align::right,
       .place = ColumnPlace::detail},
      {.title = scope.say(Word::ranking_median), .align = Align::right},
      {.title = scope.say(Word::ranking_median_bar), .place = ColumnPlace::detail, .grow = 1},
      {.title = scope.say(Word::ranking_highest), .place = ColumnPlace::detail, .grow = 2},
      {.title = scope.say(Word::ranking_lowest), .place = ColumnPlace::detail, .grow = 2},
      {.title = scope.say(Word::ranking_spread), .align = Align::right,
       .place = ColumnPlace::detail},
  };
}

// --- every unit's components

std::optional<double> change_in(const UnitComparison& unit, const Component& component) {
  if (!unit.before) return std::nullopt;
  const std::optional<double> before = points_of(*unit.before, component);
  const std::optional<double> now = points_of(*unit.now, component);
  if (!before || !now) return std::nullopt;
  return *now - *before;
}

Cell matrix_cell(const Ranking& ranking, const UnitComparison& unit, const Component& component) {
  const Scope& scope = ranking.scope;
  const std::optional<double> points = points_of(*unit.now, component);
  if (!points) return {.words = {plain(scope.say(Word::phrases_no_data), Ink::muted)}};
  const std::string shown = ranking.shown(*points);
  Cell cell;
  cell.words.push_back(
      component.indicator
          ? link(shown, indicator_href(scope.dataset, *component.indicator, unit.now->unit,
                                       scope.route))
          : plain(shown));
  if (const std::optional<double> change = change_in(unit, component))
    cell.words.push_back(plain(" " + ranking.change(*change), Ink::muted));
  return cell;
}

TableRow matrix_row(const Ranking& ranking, const UnitComparison& unit,
                    const std::vector<Component>& components) {
  const Scope& scope = ranking.scope;
  TableRow row;
  row.cells.push_back({.words = {link(ranking.name(*unit.now),
                                      unit_href(scope.dataset, unit.now->unit, scope.route))}});
  Cell total{.words = {plain(ranking.shown(*unit.now->score), Ink::text, Weight::bold)}};
  if (unit.change)
    total.words.push_back(plain(" " + ranking.change(unit.change->points), Ink::muted));
  row.cells.push_back(std::move(total));
  for (const Component& component : components)
    row.cells.push_back(matrix_cell(ranking, unit, component));
  return row;
}

std::vector<Column> matrix_columns(const Ranking& ranking,
                                   const std::vector<Component>& components) {
  const Scope& scope = ranking.scope;
  const bool provinces = ranking.group() == RankingGroup::provinces;
  const Word lead = provinces ? Word::ranking_province : Word::ranking_ministry;
  std::vector<Column> columns;
  columns.push_back({.title = scope.say(lead), .grow = 1, .lead = true});
  columns.push_back({.title = scope.say(Word::ranking_score), .align = Align::right});
  for (const Component& component : components)
    columns.push_back(
        {.title = scope.say(Word::ranking_with_maximum,
                            {component.method->name.in(scope.language),
                             points_maximum(component.maximum, scope.language)}),
         .align = Align::right, .place = ColumnPlace::detail});
  return columns;
}

// The component that moved most, and by how much in the mean over the units compared.
std::string matrix_title(const Ranking& ranking, const std::vector<Component>& components) {
  const Scope& scope = ranking.scope;
  const std::string units =
      group_count(scope, ranking.group(), static_cast<long>(ranking.scored().size()));
  if (!ranking.comparison.before)
    return scope.say(Word::ranking_matrix_title_plain, {units});
  const Component* most = nullptr;
  double most_mean = 0;
  for (const Component& component : components) {
    double sum = 0;
    int compared = 0;
    for (const UnitComparison& unit : ranking.comparison.scored) {
      const std::optional<double> change = change_in(unit, component);
      if (!change) continue;
      sum += std::abs(*change);
      ++compared;
    }
    if (compared == 0 || sum / compared <= most_mean) continue;
    most = &component;
    most_mean = sum / compared;
  }
  if (!most || is_still(ranking, most_mean)) return scope.say(Word::ranking_matrix_title_still);
  return scope.say(Word::ranking_matrix_title,
                   {most->method->name.in(scope.language), ranking.points(most_mean)});
}

}  // namespace

std::vector<Component> components_of(const Dataset& dataset, const Methodology& methodology) {
  const GroupRule* root = std::get_if<GroupRule>(&methodology.root.rule);
  if (!root) return {};
  const double total = std::accumulate(
      root->children.begin(), root->children.end(), 0.0,
      [](double sum, const MethodNode& child) { return sum + child.weight; });
  std::vector<Component> components;
  for (std::size_t i = 0; i < root->children.size() && total > 0; ++i) {
    const MethodNode& child = root->children[i];
    if (child.weight <= 0) continue;
    const IndicatorRule* rule = std::get_if<IndicatorRule>(&child.rule);
    components.push_back(
        {.method = &child,
         .index = i,
         .maximum = 100 * child.weight / total,
         .indicator = rule ? dataset.find_indicator(rule->indicator) : std::nullopt});
  }
  return components;
}

std::string points_maximum(double maximum, Language language) {
  const bool whole = round_to(maximum, 1) == round_to(maximum, 0);
  return format_number(maximum, whole ? 0 : 1, language);
}

std::optional<Card> components_card(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const std::vector<Standing> all = standings_of(ranking);
  if (all.size() < 2 || ranking.scored().size() < 2) return std::nullopt;
  const Standing& weakest = *std::min_element(
      all.begin(), all.end(),
      [](const Standing& a, const Standing& b) { return share_of(a) < share_of(b); });
  Table table{.caption = scope.say(Word::ranking_components_caption),
              .columns = component_columns(scope), .rows = {}};
  for (const Standing& standing : all) table.rows.push_back(component_row(ranking, standing));
  Card card;
  card.title = scope.say(Word::ranking_components_title,
                         {weakest.component.method->name.in(scope.language),
                          ranking.shown(weakest.median),
                          points_maximum(weakest.component.maximum, scope.language)});
  card.subtitle = scope.say(Word::ranking_components_subtitle,
                            {count_words(static_cast<long>(all.size()), scope.language),
                             dated_words(scope, ranking.now())});
  card.blocks.push_back({std::move(table)});
  return card;
}

std::optional<Card> component_matrix_card(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const std::vector<Component> components = components_of(scope.dataset, ranking.methodology);
  if (components.size() < 2 || ranking.scored().empty()) return std::nullopt;
  Table table{.caption = scope.say(Word::ranking_matrix_caption),
              .columns = matrix_columns(ranking, components), .rows = {}};
  for (const UnitComparison& unit : ranking.comparison.scored)
    table.rows.push_back(matrix_row(ranking, unit, components));
  Card card;
  card.title = matrix_title(ranking, components);
  const std::string now = dated_words(scope, ranking.now());
  card.subtitle = ranking.comparison.before
                      ? scope.say(Word::ranking_matrix_subtitle,
                                  {now, dated_words(scope, *ranking.comparison.before)})
                      : scope.say(Word::ranking_matrix_subtitle_plain, {now});
  card.blocks.push_back({std::move(table)});
  return card;
}

}  // namespace tiendo
