// Strengths and weaknesses: where the unit stands among its peers in every part of the score.
#include <algorithm>

#include "report/cells.h"
#include "report/ranking_parts.h"
#include "report/unit_parts.h"
#include "score/rounding.h"
#include "score/statistics.h"

namespace tiendo {
namespace {

struct PeerPoints { UnitId unit; double points = 0; };

struct PeerStanding {
  UnitPart part;
  std::vector<PeerPoints> peers;  // all with points in the part, the unit itself too
  double median = 0;
  int rank = 1;  // in this part; equal points share it
};

const UnitPart* part_with(const std::vector<UnitPart>& parts, const MethodNode& method) {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const UnitPart& part) {
    return &part.method() == &method;
  });
  return found == parts.end() ? nullptr : &*found;
}

std::vector<PeerStanding> peer_standings(const UnitView& view) {
  std::vector<PeerStanding> standings;
  for (const UnitPart& part : parts_of(view))
    if (part.node->contribution) standings.push_back({.part = part});
  for (const UnitScore& peer : view.comparison->now->units) {
    if (!peer.score) continue;
    const std::vector<UnitPart> parts = parts_of(peer);
    for (PeerStanding& standing : standings) {
      const UnitPart* part = part_with(parts, standing.part.method());
      if (part && part->node->contribution)
        standing.peers.push_back({peer.unit, *part->node->contribution});
    }
  }
  const int decimals = view.methodology->shown_decimals();
  for (PeerStanding& standing : standings) {
    const double own = round_to(*standing.part.node->contribution, decimals);
    std::vector<double> points;
    for (const PeerPoints& peer : standing.peers) {
      standing.rank += round_to(peer.points, decimals) > own ? 1 : 0;
      points.push_back(peer.points);
    }
    standing.median = sample_median(std::move(points)).value_or(0);
  }
  return standings;
}

StripRow strip_row(const UnitView& view, const PeerStanding& standing) {
  const Scope& scope = view.scope;
  StripRow row{.label = standing.part.name(view.scope.language),
               .value_label = scope.say(Word::unit_place,
                                        {count_words(standing.rank, scope.language),
                                         count_words(static_cast<long>(standing.peers.size()),
                                                     scope.language)}),
               .href = href_of(published_words(view, *standing.part.node)),
               .high = standing.part.maximum,
               .low_label = "0",
               .high_label = points_maximum(standing.part.maximum, scope.language),
               .target = standing.median,
               .target_label = scope.say(Word::unit_median_is, {view.shown(standing.median)})};
  for (const PeerPoints& peer : standing.peers) {
    const bool own = peer.unit == view.unit;
    const std::string words =
        scope.say(Word::readiness_cell, {view.dataset()[peer.unit].name.in(scope.language),
                                         row.label, view.shown(peer.points)});
    row.dots.push_back({.value = peer.points, .ink = own ? Ink::series : Ink::silence,
                        .strong = own, .label = own ? view.shown(peer.points) : std::string(),
                        .words = words,
                        .href = unit_href(view.dataset(), peer.unit, scope.route)});
  }
  return row;
}

TableRow peer_row(const UnitView& view, const PeerStanding& standing) {
  const Scope& scope = view.scope;
  const double own = *standing.part.node->contribution;
  TableRow row;
  row.cells.push_back(text_cell(standing.part.name(view.scope.language)));
  row.cells.push_back(words_cell({plain(view.shown(own), Ink::text, Weight::bold)}));
  row.cells.push_back(text_cell(view.shown(standing.median)));
  row.cells.push_back(
      text_cell(view.change(own - standing.median)));
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
                   {best->part.name(view.scope.language), best_rank,
                    worst->part.name(view.scope.language),
                    count_words(worst->rank, scope.language)});
}

}  // namespace

std::optional<Card> peers_card(const UnitView& view) {
  constexpr int peers_min = 3;
  if (!view.has_score() || view.comparison->now->scored() < peers_min) return std::nullopt;
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
  DotStrip strip;
  for (const PeerStanding& standing : standings) {
    table.rows.push_back(peer_row(view, standing));
    strip.rows.push_back(strip_row(view, standing));
  }
  Card card;
  card.title = peers_title(view, standings);
  card.subtitle = scope.say(
      Word::unit_peers_subtitle,
      {peers_count(scope, view.row().kind, view.comparison->now->scored())});
  card.blocks.push_back(
      {Figure{.chart = std::move(strip), .title = card.title,
              .description = scope.say(Word::unit_peers_description, {view.name()})}});
  card.blocks.push_back({std::move(table)});
  return card;
}

}  // namespace tiendo
