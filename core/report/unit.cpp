// The unit view: the list of all units, or one unit with everything that is published about it.
#include <algorithm>

#include "report/ranking_parts.h"
#include "report/unit_parts.h"
#include "report/views.h"

namespace tiendo {
namespace {

bool in_ranking(UnitKind kind) {
  return kind == UnitKind::province || kind == UnitKind::ministry || kind == UnitKind::agency;
}

RankingGroup group_of(UnitKind kind) {
  return kind == UnitKind::province ? RankingGroup::provinces : RankingGroup::ministries;
}

}  // namespace

long UnitView::figures() const {
  long count = 0;
  for (const UnitIndicator& indicator : indicators)
    count += static_cast<long>(indicator.figures.size());
  return count;
}

std::optional<ObservationId> UnitView::latest_figure() const {
  return latest_of(dataset(), indicators);
}

std::vector<UnitIndicator> indicators_of(const Scope& scope, UnitId unit) {
  std::vector<UnitIndicator> all;
  for (std::uint32_t i = 0; i < scope.dataset.indicators().size(); ++i) {
    UnitIndicator indicator{
        .indicator = IndicatorId{i},
        .figures = figures_of(scope.dataset, IndicatorId{i}, unit, scope.moment)};
    if (!indicator.figures.empty()) all.push_back(std::move(indicator));
  }
  return all;
}

std::optional<ObservationId> latest_of(const Dataset& dataset,
                                       const std::vector<UnitIndicator>& indicators) {
  std::optional<ObservationId> latest;
  for (const UnitIndicator& indicator : indicators) {
    const ObservationId last = indicator.figures.back();
    if (!latest || dataset[*latest].period.last < dataset[last].period.last) latest = last;
  }
  return latest;
}

std::vector<UnitId> successors_of(const Dataset& dataset, UnitId unit) {
  std::vector<UnitId> successors;
  for (std::uint32_t i = 0; i < dataset.units().size(); ++i) {
    const std::vector<UnitId>& replaced = dataset.units()[i].merged_from;
    if (std::find(replaced.begin(), replaced.end(), unit) != replaced.end())
      successors.push_back(UnitId{i});
  }
  return successors;
}

std::string existence_words(const Scope& scope, const Unit& unit) {
  if (unit.valid_from && unit.valid_to)
    return scope.say(Word::unit_from_until,
                     {scope.date(*unit.valid_from), scope.date(*unit.valid_to)});
  if (unit.valid_from) return scope.say(Word::unit_from, {scope.date(*unit.valid_from)});
  if (unit.valid_to) return scope.say(Word::unit_until, {scope.date(*unit.valid_to)});
  return scope.say(Word::unit_always);
}

std::string peers_count(const Scope& scope, UnitKind kind, long count) {
  return group_count(scope, group_of(kind), count);
}

std::string ranking_href(const UnitView& view) {
  return address_of({.language = view.scope.language, .view = View::ranking,
                     .month = view.scope.route.month,
                     .as_of = view.scope.route.as_of, .group = group_of(view.row().kind)});
}

std::string scored_at(const UnitView& view) {
  const std::optional<FiguresSpan> span = figures_span(*view.scored.now);
  if (span) return span_words(view.scope, *span);
  return format_month_in_words(view.scope.moment.month, view.scope.language);
}

std::string compared_at(const UnitView& view) {
  const std::optional<FiguresSpan> span = figures_span(*view.scored.before);
  if (span) return span_words(view.scope, *span);
  return format_month_in_words(view.comparison->before->moment.month, view.scope.language);
}

Route tasks_route(const UnitView& view) {
  return {.language = view.scope.language, .view = View::tasks, .month = view.scope.route.month,
          .as_of = view.scope.route.as_of,
          .unit = view.row().key};
}

Page one_unit_page(const Publication& publication, const Route& route, UnitId unit) {
  const Scope scope(publication, route);
  const UnitKind kind = publication.dataset[unit].kind;
  UnitView view{.scope = scope, .unit = unit};
  if (in_ranking(kind)) view.methodology = publication.methodology_for(kind);
  std::optional<Comparison> comparison;
  if (view.methodology) comparison = compare(publication, *view.methodology, kind, scope.moment);
  if (comparison && comparison->now->find(unit)) {
    view.comparison = &*comparison;
    view.scored = comparison->of(unit);
    view.why = comparison->why(unit);
  }
  view.tasks = led_by(scope.dataset, unit,
                      standings(scope.dataset, scope.moment, deadline_rule_shown));
  view.indicators = indicators_of(scope, unit);

  Page page;
  page.language = scope.language;
  page.title = scope.say(Word::site_tab_title, {view.name()});
  page.heading = unit_heading(view);
  page.lede = unit_lede(view);
  page.blocks.push_back({unit_stats(view)});
  if (std::optional<Choice> choice = compare_choice(view))
    page.blocks.push_back({Choices{{std::move(*choice)}}});
  if (std::optional<Paragraph> words = compare_suggestions(view))
    page.blocks.push_back({std::move(*words)});
  append(page.blocks, comparison_card(view));
  append(page.blocks, trace_card(view));
  append(page.blocks, unit_change_card(view));
  append(page.blocks, peers_card(view));
  append(page.blocks, history_card(view));
  append(page.blocks, unit_databases_card(view));
  append(page.blocks, unit_tasks_card(view));
  append(page.blocks, unit_targets_card(view));
  append(page.blocks, unit_indicators_card(view));
  append(page.blocks, former_units_card(view));
  page.blocks.push_back({about_card(view)});
  return page;
}

Page unit_page(const Publication& publication, const Route& route) {
  if (route.subject.empty()) return unit_list_page(publication, route);
  const std::optional<UnitId> unit = publication.dataset.find_unit(route.subject);
  if (!unit) return not_found_page(publication, route);
  return one_unit_page(publication, route, *unit);
}

}  // namespace tiendo
