// Why this score: its parts, each down to the published figure, and how they stand against the
// peers.
#include <algorithm>
#include <cmath>

#include "report/cells.h"
#include "report/ranking_parts.h"
#include "report/unit_parts.h"
#include "score/rounding.h"

namespace tiendo {
namespace {

// A leaf of the score, with the points it could bring and, where compared, what it brought before.
struct Part {
  const TraceNode* node = nullptr;
  double maximum = 0;
  std::optional<double> change;
};

void append_parts(const TraceNode& node, double share, std::vector<Part>& parts) {
  if (node.children.empty()) {
    parts.push_back({.node = &node, .maximum = 100 * share, .change = std::nullopt});
    return;
  }
  for (const TraceNode& child : node.children) append_parts(child, share * child.weight, parts);
}

std::vector<Part> parts_of(const UnitView& view) {
  std::vector<Part> parts;
  append_parts(view.scored.now->trace, 1, parts);
  if (!view.scored.change) return parts;
  for (Part& part : parts)
    for (const LeafChange& leaf : view.scored.change->leaves)
      if (leaf.now == part.node) part.change = leaf.points;
  return parts;
}

const std::string& part_name(const UnitView& view, const Part& part) {
  return part.node->method->name.in(view.scope.language);
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

// The published figure with its date, or why there is none; leads to its words.
Words published_words(const UnitView& view, const Part& part) {
  const Scope& scope = view.scope;
  const TraceNode& node = *part.node;
  if (std::holds_alternative<TasksRule>(node.method->rule)) return tasks_leaf_words(view, node);
  if (std::holds_alternative<TargetsRule>(node.method->rule)) return targets_leaf_words(view, node);
  if (!node.observation) return {plain(scope.say(Word::phrases_no_data), Ink::muted)};
  const Observation& figure = view.dataset()[*node.observation];
  const std::string words = figure_number(view.dataset(), figure, scope.language);
  return {link(scope.say(Word::unit_dated, {words, scope.period(figure.period)}),
               indicator_href(view.dataset(), figure.indicator, view.unit, scope.route))};
}

std::string shown(const UnitView& view, double points) {
  return shown_score(*view.methodology, points, view.scope.language);
}

Cell change_cell(const UnitView& view, const std::optional<double>& change, Weight weight) {
  if (!change) return text_cell(view.scope.say(Word::unit_no_comparison), Ink::faint);
  return words_cell({plain(shown_change(*view.methodology, *change, view.scope.language),
                           Ink::text, weight)});
}

TableRow part_row(const UnitView& view, const Part& part) {
  const Scope& scope = view.scope;
  TableRow row;
  row.cells.push_back(text_cell(part_name(view, part)));
  const std::optional<double>& points = part.node->contribution;
  if (points && part.maximum > 0) {
    row.cells.push_back(words_cell({plain(shown(view, *points), Ink::text, Weight::bold)}));
    row.cells.push_back(text_cell(points_maximum(part.maximum, scope.language)));
    const double share = *points / part.maximum;
    row.cells.push_back({.words = {plain(format_percent(100 * share, 0, scope.language))},
                         .bar = std::clamp(share, 0.0, 1.0)});
  } else {
    row.cells.push_back(text_cell(scope.say(Word::unit_left_out), Ink::muted));
    row.cells.push_back(text_cell(scope.say(Word::unit_left_out), Ink::muted));
    row.cells.push_back(text_cell(scope.say(Word::phrases_no_data), Ink::muted));
  }
  row.cells.push_back(words_cell(published_words(view, part)));
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
  row.cells.push_back(words_cell({plain(shown(view, score), Ink::text, Weight::bold)}));
  row.cells.push_back(text_cell(points_maximum(100, scope.language)));
  row.cells.push_back({.words = {plain(format_percent(score, 0, scope.language))},
                       .bar = std::clamp(score / 100, 0.0, 1.0)});
  row.cells.push_back(text_cell(scored_at(view), Ink::muted));
  if (view.scored.change)
    row.cells.push_back(change_cell(view, view.scored.change->points, Weight::bold));
  return row;
}

std::vector<Column> trace_columns(const UnitView& view) {
  const Scope& scope = view.scope;
  std::vector<Column> columns = {
      {.title = scope.say(Word::unit_part), .grow = 2, .lead = true},
      {.title = scope.say(Word::unit_points), .align = Align::right},
      {.title = scope.say(Word::unit_maximum), .align = Align::right},
      {.title = scope.say(Word::unit_share), .place = ColumnPlace::detail, .grow = 2},
      {.title = scope.say(Word::unit_published), .place = ColumnPlace::detail, .grow = 1},
  };
  if (view.scored.change)
    columns.push_back({.title = scope.say(Word::unit_since, {compared_at(view)}),
                       .align = Align::right, .place = ColumnPlace::detail});
  return columns;
}

std::string trace_title(const UnitView& view, const std::vector<Part>& parts) {
  const Scope& scope = view.scope;
  const Part* worst = nullptr;
  const auto lost = [](const Part& part) {
    return part.node->contribution ? part.maximum - *part.node->contribution : 0;
  };
  for (const Part& part : parts)
    if (!worst || lost(part) > lost(*worst)) worst = &part;
  if (!worst || round_to(lost(*worst), view.methodology->shown_decimals()) <= 0)
    return scope.say(Word::unit_trace_title_full);
  return scope.say(Word::unit_trace_title,
                   {part_name(view, *worst), shown(view, *worst->node->contribution),
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
             : scope.say(Word::unit_trace_sum_off, {shown(view, score), number});
    words.push_back(plain(sum + " ", Ink::muted));
    words.push_back(link(scope.say(Word::unit_see_words),
                         indicator_href(view.dataset(), *total, view.unit, scope.route)));
  }
  return words;
}

bool any_left_out(const std::vector<Part>& parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [](const Part& part) { return !part.node->contribution; });
}

// --- against the peers

struct PeerStanding {
  Part part;
  double median = 0;
  int rank = 1;  // in this part; equal points share it
};

std::vector<Part> parts_of(const UnitScore& unit) {
  std::vector<Part> parts;
  append_parts(unit.trace, 1, parts);
  return parts;
}

std::vector<PeerStanding> peer_standings(const UnitView& view) {
  std::vector<PeerStanding> standings;
  for (const Part& part : parts_of(view))
    if (part.node->contribution) standings.push_back({.part = part});
  const int decimals = view.methodology->shown_decimals();
  for (PeerStanding& standing : standings) {
    std::vector<double> points;
    for (const UnitScore& peer : view.comparison->now.units) {
      if (!peer.score) continue;
      for (const Part& part : parts_of(peer))
        if (part.node->method == standing.part.node->method && part.node->contribution)
          points.push_back(*part.node->contribution);
    }
    const double own = round_to(*standing.part.node->contribution, decimals);
    for (const double peer : points) standing.rank += round_to(peer, decimals) > own ? 1 : 0;
    standing.median = median_of(std::move(points)).value_or(0);
  }
  return standings;
}

TableRow peer_row(const UnitView& view, const PeerStanding& standing) {
  const Scope& scope = view.scope;
  const double own = *standing.part.node->contribution;
  TableRow row;
  row.cells.push_back(text_cell(part_name(view, standing.part)));
  row.cells.push_back(words_cell({plain(shown(view, own), Ink::text, Weight::bold)}));
  row.cells.push_back(text_cell(shown(view, standing.median)));
  row.cells.push_back(
      text_cell(shown_change(*view.methodology, own - standing.median, scope.language)));
  row.cells.push_back(text_cell(count_words(standing.rank, scope.language)));
  return row;
}

std::string peers_title(const UnitView& view, const std::vector<PeerStanding>& standings) {
  const Scope& scope = view.scope;
  const auto by_rank = [](const PeerStanding& a, const PeerStanding& b) { return a.rank < b.rank; };
  const auto best = std::min_element(standings.begin(), standings.end(), by_rank);
  const auto worst = std::max_element(standings.begin(), standings.end(), by_rank);
  const std::string best_rank = count_words(best->rank, scope.language);
  if (best->rank == worst->rank) return scope.say(Word::unit_peers_title_even, {best_rank});
  return scope.say(Word::unit_peers_title,
                   {part_name(view, best->part), best_rank, part_name(view, worst->part),
                    count_words(worst->rank, scope.language)});
}

}  // namespace

std::optional<Card> trace_card(const UnitView& view) {
  if (!view.has_score()) return std::nullopt;
  const Scope& scope = view.scope;
  const std::vector<Part> parts = parts_of(view);
  Table table{.caption = scope.say(Word::unit_trace_caption), .columns = trace_columns(view),
              .rows = {}};
  for (const Part& part : parts) table.rows.push_back(part_row(view, part));
  table.rows.push_back(total_row(view));
  Card card;
  card.title = trace_title(view, parts);
  card.subtitle = scope.say(Word::unit_trace_subtitle,
                            {view.methodology->name.in(scope.language), scored_at(view)});
  card.blocks.push_back({std::move(table)});
  if (any_left_out(parts))
    card.blocks.push_back({Paragraph{.words = {plain(scope.say(Word::unit_trace_reweighted))},
                                     .role = ParagraphRole::note}});
  card.foot = sum_words(view);
  return card;
}

std::optional<Card> peers_card(const UnitView& view) {
  constexpr int peers_min = 3;
  if (!view.has_score() || view.comparison->now.scored() < peers_min) return std::nullopt;
  const Scope& scope = view.scope;
  const std::vector<PeerStanding> standings = peer_standings(view);
  if (standings.size() < 2) return std::nullopt;
  Table table{.caption = scope.say(Word::unit_peers_caption),
              .columns = {{.title = scope.say(Word::unit_part), .grow = 2, .lead = true},
                          {.title = scope.say(Word::unit_points), .align = Align::right},
                          {.title = scope.say(Word::unit_median), .align = Align::right,
                           .place = ColumnPlace::detail},
                          {.title = scope.say(Word::unit_difference), .align = Align::right,
                           .place = ColumnPlace::detail},
                          {.title = scope.say(Word::unit_rank_in), .align = Align::right}},
              .rows = {}};
  for (const PeerStanding& standing : standings) table.rows.push_back(peer_row(view, standing));
  Card card;
  card.title = peers_title(view, standings);
  card.subtitle = scope.say(
      Word::unit_peers_subtitle,
      {peers_count(scope, view.row().kind, view.comparison->now.scored())});
  card.blocks.push_back({std::move(table)});
  return card;
}

}  // namespace tiendo
