// Why this score: its parts as a waterfall and as a table, each down to the published figure and
// the words that state it.
#include <algorithm>
#include <cmath>

#include "base/overloaded.h"
#include "report/cells.h"
#include "report/ranking_parts.h"
#include "report/unit_parts.h"
#include "score/rounding.h"

namespace tiendo {
namespace {

void append_parts(const TraceNode& node, double share, std::vector<UnitPart>& parts) {
  if (node.children.empty()) {
    parts.push_back({.node = &node, .maximum = 100 * share, .change = std::nullopt});
    return;
  }
  for (const TraceNode& child : node.children) append_parts(child, share * child.weight, parts);
}

Words tasks_leaf_words(const UnitView& view, const TraceNode& node) {
  const Scope& scope = view.scope;
  const auto due = static_cast<long>(node.tasks.size());
  if (due == 0) return {plain(scope.say(Word::unit_leaf_no_tasks), Ink::muted)};
  std::string text = scope.count(due, Word::unit_leaf_tasks_one, Word::unit_leaf_tasks);
  if (node.excluded > 0)
    text = scope.say(Word::unit_leaf_excluded, {text, count_words(node.excluded, scope.language)});
  return {link(std::move(text), address_of(tasks_route(view)))};
}

Words targets_leaf_words(const UnitView& view, const TraceNode& node) {
  const Scope& scope = view.scope;
  if (node.targets.empty()) return {plain(scope.say(Word::unit_leaf_no_targets), Ink::muted)};
  if (node.targets.size() > 1)
    return {plain(scope.count(static_cast<long>(node.targets.size()), Word::unit_leaf_targets_one,
                              Word::unit_leaf_targets))};
  const IndicatorId indicator = view.dataset()[node.targets.front()].indicator;
  return {link(card_name(view.dataset()[indicator], scope.language),
               indicator_href(view.dataset(), indicator, view.unit, scope.route))};
}

Words owned_leaf_words(const UnitView& view, const TraceNode& node) {
  const Scope& scope = view.scope;
  Route there = route_to(scope.route, View::readiness);
  there.unit = view.row().key;
  return {link(scope.count(static_cast<long>(node.owned.size()), Word::readiness_databases_one,
                           Word::readiness_databases),
               address_of(there))};
}

Words figure_leaf_words(const UnitView& view, const TraceNode& node) {
  const Scope& scope = view.scope;
  if (!node.observation) return {plain(scope.say(Word::phrases_no_data), Ink::muted)};
  const Observation& figure = view.dataset()[*node.observation];
  const std::string words = figure_number(view.dataset(), figure, scope.language);
  return {link(scope.say(Word::unit_dated, {words, scope.period(figure.period)}),
               indicator_href(view.dataset(), figure.indicator, view.unit, scope.route))};
}

// --- the waterfall

WaterfallStep part_step(const UnitView& view, const UnitPart& part) {
  const Scope& scope = view.scope;
  const std::string maximum = points_maximum(part.maximum, scope.language);
  const std::string stated = stated_words(view, *part.node);
  WaterfallStep step{.label = part.name(view.scope.language),
                     .href = href_of(published_words(view, *part.node))};
  if (!part.node->contribution) {
    step.kind = WaterfallStep::Kind::absent;
    step.value_label = scope.say(Word::phrases_no_data);
    step.words = scope.say(Word::unit_step_absent, {step.label, stated});
    return step;
  }
  step.value = *part.node->contribution;
  step.value_label = view.shown(step.value);
  step.detail = scope.say(Word::unit_step_detail, {maximum});
  step.words = scope.say(Word::unit_step, {step.label, step.value_label, maximum, stated});
  return step;
}

// Deductions and caps, of any group.
void append_adjustments(const UnitView& view, const TraceNode& node,
                        std::vector<WaterfallStep>& steps) {
  if (node.adjustment_contribution != 0) {
    WaterfallStep step{.label = view.scope.say(Word::unit_step_adjusted,
                                               {node.method->name.in(view.scope.language)}),
                       .value = node.adjustment_contribution, .ink = Ink::bad};
    step.value_label = view.change(step.value);
    step.words = view.scope.say(Word::ranking_one_score, {step.label, step.value_label});
    steps.push_back(std::move(step));
  }
  for (const TraceNode& child : node.children) append_adjustments(view, child, steps);
}

Figure waterfall_figure(const UnitView& view, const std::vector<UnitPart>& parts,
                        const std::string& title) {
  const Scope& scope = view.scope;
  Waterfall chart{.axis_max = 100, .language = scope.language};
  std::vector<std::string> described;
  for (const UnitPart& part : parts) {
    chart.steps.push_back(part_step(view, part));
    described.push_back(scope.say(Word::ranking_one_score,
                                  {chart.steps.back().label, chart.steps.back().value_label}));
  }
  append_adjustments(view, view.scored.now->trace(), chart.steps);
  const double score = *view.scored.now->score;
  WaterfallStep total{.kind = WaterfallStep::Kind::total, .label = scope.say(Word::unit_total),
                      .value = score, .value_label = view.shown(score), .ink = Ink::text};
  total.words = scope.say(Word::ranking_one_score, {total.label, total.value_label});
  chart.steps.push_back(std::move(total));
  return {.chart = std::move(chart), .title = title,
          .description = scope.say(Word::unit_waterfall_description,
                                   {view.name(), join(described, scope.say(Word::site_semicolon)),
                                    view.shown(score)})};
}

// --- the table

Cell change_cell(const UnitView& view, const std::optional<double>& change, Weight weight) {
  if (!change) return text_cell(view.scope.say(Word::unit_no_comparison), Ink::faint);
  return words_cell({plain(view.change(*change),
                           Ink::text, weight)});
}

Cell document_cell(const UnitView& view, const TraceNode& leaf) {
  if (!leaf.observation) return text_cell(view.scope.say(Word::ranking_none), Ink::faint);
  return words_cell(quoted_words(view.scope, view.dataset()[*leaf.observation].evidence));
}

TableRow part_row(const UnitView& view, const UnitPart& part) {
  const Scope& scope = view.scope;
  TableRow row;
  row.cells.push_back(text_cell(part.name(view.scope.language)));
  const std::optional<double>& points = part.node->contribution;
  if (points && part.maximum > 0) {
    row.cells.push_back(words_cell({plain(view.shown(*points), Ink::text, Weight::bold)}));
    row.cells.push_back(text_cell(points_maximum(part.maximum, scope.language)));
    row.cells.push_back(
        text_cell(format_percent(100 * (*points / part.maximum), 0, scope.language)));
  } else {
    row.cells.push_back(text_cell(scope.say(Word::unit_left_out), Ink::muted));
    row.cells.push_back(text_cell(scope.say(Word::unit_left_out), Ink::muted));
    row.cells.push_back(text_cell(scope.say(Word::phrases_no_data), Ink::muted));
  }
  row.cells.push_back(words_cell(published_words(view, *part.node)));
  row.cells.push_back(document_cell(view, *part.node));
  if (view.scored.change) row.cells.push_back(change_cell(view, part.change, Weight::regular));
  return row;
}

TableRow total_row(const UnitView& view) {
  const Scope& scope = view.scope;
  const double score = *view.scored.now->score;
  TableRow row;
  row.highlighted = true;
  row.cells.push_back(
      words_cell({plain(scope.say(Word::unit_total), Ink::text, Weight::bold)}));
  row.cells.push_back(words_cell({plain(view.shown(score), Ink::text, Weight::bold)}));
  row.cells.push_back(text_cell(points_maximum(100, scope.language)));
  row.cells.push_back(text_cell(format_percent(score, 0, scope.language)));
  row.cells.push_back(text_cell(scored_at(view), Ink::muted));
  row.cells.push_back(text_cell(scope.say(Word::ranking_none), Ink::faint));
  if (view.scored.change)
    row.cells.push_back(change_cell(view, view.scored.change->points, Weight::bold));
  return row;
}

std::vector<Column> trace_columns(const UnitView& view) {
  const Scope& scope = view.scope;
  constexpr ColumnPlace detail = ColumnPlace::detail;
  std::vector<Column> columns = {
      {.title = scope.say(Word::unit_part), .grow = 2, .lead = true},
      {.title = scope.say(Word::unit_points), .align = Align::right},
      {.title = scope.say(Word::unit_maximum), .align = Align::right},
      {.title = scope.say(Word::unit_share), .align = Align::right, .place = detail},
      {.title = scope.say(Word::unit_published), .place = detail, .grow = 1},
      {.title = scope.say(Word::unit_words), .place = detail, .grow = 1},
  };
  if (view.scored.change)
    columns.push_back({.title = scope.say(Word::unit_since, {compared_at(view)}),
                       .align = Align::right, .place = detail});
  return columns;
}

std::string trace_title(const UnitView& view, const std::vector<UnitPart>& parts) {
  const Scope& scope = view.scope;
  const UnitPart* worst = nullptr;
  const auto lost = [](const UnitPart& part) {
    return part.node->contribution ? part.maximum - *part.node->contribution : 0;
  };
  for (const UnitPart& part : parts)
    if (!worst || lost(part) > lost(*worst)) worst = &part;
  if (!worst || round_to(lost(*worst), view.methodology->shown_decimals()) <= 0)
    return scope.say(Word::unit_trace_title_full);
  return scope.say(Word::unit_trace_title,
                   {worst->name(view.scope.language), view.shown(*worst->node->contribution),
                    points_maximum(worst->maximum, scope.language)});
}

// That the parts add up to what was published, with the way to its words.
Words sum_words(const UnitView& view) {
  const Scope& scope = view.scope;
  Words words;
  const auto total = view.dataset().find_indicator(view.methodology->published_total);
  const auto figure =
      total ? select(view.dataset(), *total, view.unit, scope.moment) : std::nullopt;
  if (figure) {
    const Observation& published = view.dataset()[*figure];
    const std::string number = figure_number(view.dataset(), published, scope.language);
    const double score = *view.scored.now->score;
    const bool same = round_to(score - *published.value, published.printed_decimals) == 0;
    const std::string sum =
        same ? scope.say(Word::unit_trace_sum, {number})
             : scope.say(Word::unit_trace_sum_off, {view.shown(score), number});
    words.push_back(plain(sum + " ", Ink::muted));
    words.push_back(link(scope.say(Word::unit_see_words),
                         indicator_href(view.dataset(), *total, view.unit, scope.route)));
  }
  return words;
}

bool any_left_out(const std::vector<UnitPart>& parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [](const UnitPart& part) { return !part.node->contribution; });
}

}  // namespace

std::vector<UnitPart> parts_of(const UnitScore& unit) {
  std::vector<UnitPart> parts;
  append_parts(unit.trace(), 1, parts);
  return parts;
}

std::vector<UnitPart> parts_of(const UnitView& view) {
  std::vector<UnitPart> parts = parts_of(*view.scored.now);
  if (!view.why) return parts;
  for (UnitPart& part : parts)
    for (const LeafChange& leaf : view.why->leaves)
      if (leaf.now == part.node) part.change = leaf.points;
  return parts;
}

Words published_words(const UnitView& view, const TraceNode& leaf) {
  return std::visit(
      overloaded{
          [&](const TasksRule&) { return tasks_leaf_words(view, leaf); },
          [&](const ClearsRule&) { return tasks_leaf_words(view, leaf); },
          [&](const TargetsRule&) { return targets_leaf_words(view, leaf); },
          [&](const OwnedRule&) { return owned_leaf_words(view, leaf); },
          [&](const IndicatorRule&) { return figure_leaf_words(view, leaf); },
          [&](const GroupRule&) { return figure_leaf_words(view, leaf); },
      },
      leaf.method->rule);
}

std::string stated_words(const UnitView& view, const TraceNode& leaf) {
  std::string text;
  for (const Span& span : published_words(view, leaf)) text += span.text;
  if (!leaf.observation) return text;
  const Evidence& evidence = view.dataset()[*leaf.observation].evidence;
  if (!evidence.words.empty()) text += " " + quotation(evidence.words, view.scope.language);
  return view.scope.say(Word::unit_stated, {text, short_document(view.dataset(), evidence.source,
                                                                 view.scope.language)});
}

std::string href_of(const Words& words) {
  for (const Span& span : words)
    if (!span.href.empty()) return span.href;
  return {};
}

std::optional<Card> trace_card(const UnitView& view) {
  if (!view.has_score()) return std::nullopt;
  const Scope& scope = view.scope;
  const std::vector<UnitPart> parts = parts_of(view);
  Table table{.caption = scope.say(Word::unit_trace_caption), .columns = trace_columns(view),
              .rows = {}};
  for (const UnitPart& part : parts) table.rows.push_back(part_row(view, part));
  table.rows.push_back(total_row(view));
  Card card;
  card.title = trace_title(view, parts);
  card.subtitle = scope.say(Word::unit_trace_subtitle,
                            {view.methodology->name.in(scope.language), scored_at(view)});
  card.blocks.push_back({waterfall_figure(view, parts, card.title)});
  card.blocks.push_back({std::move(table)});
  if (any_left_out(parts))
    card.blocks.push_back({Paragraph{.words = {plain(scope.say(Word::unit_trace_reweighted))},
                                     .role = ParagraphRole::note}});
  card.foot = sum_words(view);
  return card;
}

}  // namespace tiendo
