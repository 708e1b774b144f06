// What changed since the month before it that can be compared, and why: every part with the two
// figures behind it.
#include <algorithm>
#include <cmath>

#include "report/cells.h"
#include "report/ranking_parts.h"
#include "report/unit_parts.h"
#include "score/rounding.h"

namespace tiendo {
namespace {

// A part of the change: a leaf, or what other figures or another rule did.
struct Cause {
  std::string name;
  double points = 0;
  const LeafChange* leaf = nullptr;
};

bool is_still(const UnitView& view, double points) {
  return round_to(points, view.methodology->shown_decimals()) == 0;
}

// The largest first, as change_of() gives them; those that show as zero are left out.
std::vector<Cause> causes_of(const UnitView& view) {
  const Scope& scope = view.scope;
  const ScoreChange& change = *view.why;
  std::vector<Cause> causes;
  for (const LeafChange& leaf : change.leaves)
    causes.push_back({.name = leaf.method->name.in(scope.language), .points = leaf.points,
                      .leaf = &leaf});
  causes.push_back({.name = scope.say(Word::unit_change_coverage), .points = change.coverage});
  causes.push_back({.name = scope.say(Word::unit_change_method), .points = change.method});
  std::erase_if(causes, [&](const Cause& cause) { return is_still(view, cause.points); });
  return causes;
}

std::string figure_at(const UnitView& view, const TraceNode* node) {
  const Scope& scope = view.scope;
  if (!node || !node->observation) return scope.say(Word::phrases_no_data);
  const Observation& figure = view.dataset()[*node->observation];
  return scope.say(Word::unit_dated, {figure_number(view.dataset(), figure, scope.language),
                                      scope.period(figure.period)});
}

// "12,10, 26/09/2026 → 9,62, 10/10/2026"
std::string figures_words(const UnitView& view, const Cause& cause) {
  const auto* rule = cause.leaf ? std::get_if<IndicatorRule>(&cause.leaf->method->rule) : nullptr;
  if (!rule) return view.scope.say(Word::ranking_none);
  return view.scope.say(Word::ranking_from_to,
                        {figure_at(view, cause.leaf->before), figure_at(view, cause.leaf->now)});
}

std::string cause_href(const UnitView& view, const Cause& cause) {
  if (!cause.leaf || !cause.leaf->now) return {};
  return href_of(published_words(view, *cause.leaf->now));
}

// Each document that states one of the two figures.
Words documents_words(const UnitView& view, const Cause& cause) {
  Words words;
  if (!cause.leaf) return {plain(view.scope.say(Word::ranking_none), Ink::faint)};
  for (const TraceNode* node : {cause.leaf->before, cause.leaf->now}) {
    if (!node || !node->observation) continue;
    const SourceId source = view.dataset()[*node->observation].evidence.source;
    const std::string href = source_href(view.dataset(), source, view.scope.route);
    if (!words.empty() && words.back().href == href) continue;
    if (!words.empty()) words.push_back(plain(view.scope.say(Word::site_semicolon)));
    words.push_back(link(short_document(view.dataset(), source, view.scope.language), href));
  }
  if (words.empty()) words.push_back(plain(view.scope.say(Word::ranking_none), Ink::faint));
  return words;
}

WaterfallStep step_of(const UnitView& view, const Cause& cause) {
  const std::string points = view.change(cause.points);
  return {.label = cause.name, .value = cause.points, .value_label = points,
          .ink = cause.points > 0 ? Ink::good : Ink::bad,
          .words = view.scope.say(Word::unit_change_step,
                                  {cause.name, points, figures_words(view, cause)}),
          .href = cause_href(view, cause)};
}

WaterfallStep result_step(const UnitView& view) {
  const double points = view.scored.change->points;
  WaterfallStep step{.kind = WaterfallStep::Kind::total,
                     .label = view.scope.say(Word::unit_change_total), .value = points,
                     .value_label = view.change(points), .ink = Ink::text};
  step.words = view.scope.say(Word::ranking_one_score, {step.label, step.value_label});
  return step;
}

TableRow row_of(const UnitView& view, const Cause& cause) {
  const std::string href = cause_href(view, cause);
  const double points = cause.points;
  return {.cells = {href.empty() ? text_cell(cause.name) : link_cell(cause.name, href),
                    {.status = Status{points > 0 ? Symbol::triangle_up : Symbol::triangle_down,
                                      points > 0 ? Ink::good : Ink::bad,
                                      view.change(points)}},
                    text_cell(figures_words(view, cause)),
                    words_cell(documents_words(view, cause))}};
}

// "Giảm 1,51 điểm, chủ yếu do Số hóa hồ sơ (−1,20)": the largest part that goes the same way.
std::string title_of(const UnitView& view, const std::vector<Cause>& causes) {
  const Scope& scope = view.scope;
  const double points = view.scored.change->points;
  if (is_still(view, points))
    return scope.say(causes.empty() ? Word::unit_change_none : Word::unit_change_level);
  const bool up = points > 0;
  const std::string much = view.points(std::abs(points));
  const auto main = std::find_if(causes.begin(), causes.end(), [&](const Cause& cause) {
    return (cause.points > 0) == up;
  });
  if (main == causes.end())
    return scope.say(up ? Word::unit_change_up_plain : Word::unit_change_down_plain, {much});
  return scope.say(up ? Word::unit_change_up : Word::unit_change_down,
                   {much, main->name, view.change(main->points)});
}

}  // namespace

std::optional<Card> unit_change_card(const UnitView& view) {
  if (!view.scored.change) return std::nullopt;
  const Scope& scope = view.scope;
  const std::vector<Cause> causes = causes_of(view);
  Card card{.title = title_of(view, causes),
            .subtitle = scope.say(Word::unit_change_subtitle,
                                  {compared_at(view), view.points(*view.scored.before->score),
                                   scored_at(view), view.points(*view.scored.now->score)})};
  if (causes.empty()) return card;
  Waterfall chart{.language = scope.language};
  Table table{.caption = scope.say(Word::unit_change_caption),
              .columns = {{.title = scope.say(Word::unit_part), .grow = 1, .lead = true},
                          {.title = scope.say(Word::unit_points)},
                          {.title = scope.say(Word::unit_change_figures),
                           .place = ColumnPlace::detail, .grow = 1},
                          {.title = scope.say(Word::unit_change_documents),
                           .place = ColumnPlace::detail, .grow = 1}}};
  std::vector<std::string> described;
  for (const Cause& cause : causes) {
    chart.steps.push_back(step_of(view, cause));
    table.rows.push_back(row_of(view, cause));
    described.push_back(scope.say(Word::ranking_one_score,
                                  {cause.name, view.change(cause.points)}));
  }
  chart.steps.push_back(result_step(view));
  card.blocks.push_back({Figure{.chart = std::move(chart), .title = card.title,
                                .description = join(described, scope.say(Word::site_semicolon))}});
  card.blocks.push_back({std::move(table)});
  return card;
}

}  // namespace tiendo
