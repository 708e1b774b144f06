// How much the ranks owe to the choices of the methodology: how sure they are, and what another
// rule over the same figures would make of them.
#include <algorithm>
#include <cmath>

#include "base/sort.h"
#include "model/own_weights.h"
#include "report/cells.h"
#include "report/comparison.h"
#include "report/method_parts.h"
#include "report/ranking_parts.h"
#include "score/rank_certainty.h"

namespace tiendo {
namespace {

constexpr int runs_of_shares = 200;

RankSpread spread_of(const MethodView& view, const UnitRobustness& found) {
  const Scope& scope = view.scope;
  const std::string name = scope.dataset[found.unit].name.in(scope.language);
  const std::string interval = range_words(scope, found);
  return {.label = name, .value_label = interval, .rank = found.rank, .low = found.low,
          .median = found.median, .high = found.high, .shares = found.shares,
          .words = scope.say(Word::method_spread,
                             {name, count_words(found.rank.value_or(0), scope.language), interval}),
          .href = unit_href(scope.dataset, found.unit, scope.route)};
}

Word source_word(UncertaintySource source) {
  switch (source) {
    case UncertaintySource::weights: return Word::method_source_weights;
    case UncertaintySource::normalisation: return Word::method_source_normalisation;
    case UncertaintySource::aggregation: return Word::method_source_aggregation;
    case UncertaintySource::missing: return Word::method_source_missing;
    case UncertaintySource::rounding: return Word::method_source_rounding;
  }
  return Word::method_source_weights;
}

// What the uncertainty comes from; sources that are not varied have no share and are left out.
std::optional<Table> shares_table(const MethodView& view) {
  const Scope& scope = view.scope;
  if (!is_studied_at_once(scope.dataset, view.methodology, scope.moment)) return std::nullopt;
  Robustness study(scope.dataset, view.methodology, scope.moment, shown_study);
  const std::optional<std::vector<SourceShare>> shares = study.shares(runs_of_shares);
  if (!shares) return std::nullopt;
  Table table{.caption = scope.say(Word::method_shares),
              .columns = {{.title = scope.say(Word::method_shares), .grow = 1, .lead = true},
                          {.title = scope.say(Word::method_alone), .align = Align::right},
                          {.title = scope.say(Word::method_together), .align = Align::right}},
              .rows = {}};
  for (const SourceShare& share : *shares) {
    if (share.total_effect <= 0 && share.first_order <= 0) continue;
    const auto percent = [&](double of_all) {
      return text_cell(format_percent(100 * std::clamp(of_all, 0.0, 1.0), 0, scope.language));
    };
    table.rows.push_back({.cells = {text_cell(scope.say(source_word(share.source))),
                                    percent(share.first_order), percent(share.total_effect)}});
  }
  if (table.rows.size() < 2) return std::nullopt;  // of one source all is 100 %
  return table;
}

// --- another rule

struct Alternative {
  std::string key;  // in Route::methodology; "~" is in no id
  std::string name;
  Methodology rule;
};

void set_aggregation(MethodNode& node, const Aggregation& aggregation) {
  GroupRule* group = std::get_if<GroupRule>(&node.rule);
  if (!group) return;
  if (!std::holds_alternative<Copeland>(group->aggregation)) group->aggregation = aggregation;
  for (MethodNode& child : group->children) set_aggregation(child, aggregation);
}

bool are_equal(const GroupRule& group) {
  return std::all_of(
      group.children.begin(), group.children.end(),
      [&](const MethodNode& child) { return child.weight == group.children.front().weight; });
}

void append_variants(const MethodView& view, std::vector<Alternative>& all) {
  const Scope& scope = view.scope;
  const Methodology& methodology = view.methodology;
  const GroupRule* root = std::get_if<GroupRule>(&methodology.root.rule);
  if (!root || root->children.size() < 2) return;
  if (!scope.route.weights.empty())
    all.push_back({"~own", scope.say(Word::ranking_weights_own),
                   with_weights(methodology, scope.route.weights)});
  if (!are_equal(*root)) {
    std::vector<OwnWeight> equal;
    for (const MethodNode& child : root->children) equal.push_back({child.id, 100});
    all.push_back({"~equal", scope.say(Word::method_equal), with_weights(methodology, equal)});
  }
  int number = 0;
  for (const Aggregation& aggregation : methodology.uncertainty.aggregations) {
    Alternative other{"~" + std::to_string(++number), aggregation_words(scope, aggregation),
                      methodology};
    set_aggregation(other.rule.root, aggregation);
    all.push_back(std::move(other));
  }
}

// Ranks are of one kind of unit: of the method's own group.
SharedScorecard peers_by(const MethodView& view, const Methodology& methodology) {
  return scorecard_of(view.scope.publication, methodology, kind_of(view.group()),
                      view.scope.moment);
}

std::vector<Alternative> alternatives(const MethodView& view) {
  std::vector<Alternative> all;
  append_variants(view, all);
  for (const Methodology& other : view.scope.publication.methodologies) {
    if (&other == &view.methodology || !other.scores(kind_of(view.group()))) continue;
    if (peers_by(view, other)->scored() > 1)
      all.push_back({other.id, other.name.in(view.scope.language), other});
  }
  return all;
}

struct Shift { UnitId unit; int from = 0, to = 0; };

// Those that both rules rank, by how far they move.
std::vector<Shift> shifts_of(const MethodView& view, const Scorecard& other) {
  std::vector<Shift> shifts;
  const SharedScorecard own = peers_by(view, view.methodology);
  for (const UnitScore& unit : own->units) {
    const UnitScore* there = other.find(unit.unit);
    if (unit.rank && there && there->rank) shifts.push_back({unit.unit, *unit.rank, *there->rank});
  }
  sort_by(shifts, [](const Shift& a, const Shift& b) {
    return std::abs(a.to - a.from) > std::abs(b.to - b.from);
  });
  return shifts;
}

std::string shift_title(const MethodView& view, const std::vector<Shift>& shifts) {
  const Scope& scope = view.scope;
  const auto moved = std::count_if(shifts.begin(), shifts.end(),
                                   [](const Shift& shift) { return shift.from != shift.to; });
  if (moved == 0) return scope.say(Word::method_same_ranks);
  const Shift& most = shifts.front();
  return scope.say(Word::method_shifted_ranks,
                   {count_words(moved, scope.language),
                    count_words(static_cast<long>(shifts.size()), scope.language),
                    scope.dataset[most.unit].name.in(scope.language),
                    count_words(most.from, scope.language), count_words(most.to, scope.language)});
}

SlopeChart slope_of(const MethodView& view, const std::vector<Shift>& shifts,
                    const std::string& other) {
  constexpr std::size_t strong_max = 3;
  const Scope& scope = view.scope;
  SlopeChart chart{.from_title = view.methodology.name.in(scope.language), .to_title = other,
                   .lines = {}, .ranks = true};
  for (std::size_t i = 0; i < shifts.size(); ++i) {
    const Shift& shift = shifts[i];
    const bool strong = i < strong_max && shift.from != shift.to;
    const std::string name = scope.dataset[shift.unit].name.in(scope.language);
    const std::string from = count_words(shift.from, scope.language);
    const std::string to = count_words(shift.to, scope.language);
    chart.lines.push_back({.label = name,
                           .from = static_cast<double>(shift.from),
                           .to = static_cast<double>(shift.to),
                           .from_label = from,
                           .to_label = to,
                           .ink = strong ? (shift.to < shift.from ? Ink::good : Ink::bad)
                                         : Ink::silence,
                           .strong = strong,
                           .words = scope.say(Word::method_shift, {name, from, to}),
                           .href = unit_href(scope.dataset, shift.unit, scope.route)});
  }
  return chart;
}

Choice alternatives_choice(const Scope& scope, const std::vector<Alternative>& all,
                           const Alternative& chosen) {
  Choice choice{.label = scope.say(Word::method_against), .look = ChoiceLook::menu, .options = {}};
  for (const Alternative& each : all)
    choice.options.push_back(
        {.text = each.name,
         .href = address_with(scope.route, [&](Route& route) { route.methodology = each.key; }),
         .selected = &each == &chosen});
  return choice;
}

}  // namespace

std::optional<Card> certainty_card(const MethodView& view) {
  const Scope& scope = view.scope;
  if (view.now.scored() < 2) return std::nullopt;
  const std::optional<RankStudy> study =
      rank_certainty(scope.publication, view.methodology, scope.moment);
  if (!study) return std::nullopt;
  const SharedScorecard peers = peers_by(view, view.methodology);
  RankDistribution chart{.rows = {}, .ranks = peers->scored(), .language = scope.language};
  const UnitRobustness* widest = nullptr;
  for (const UnitRobustness& found : study->units) {
    if (!found.rank || found.ranked == 0 || !peers->find(found.unit)) continue;
    chart.rows.push_back(spread_of(view, found));
    if (!widest || found.high - found.low > widest->high - widest->low) widest = &found;
  }
  if (!widest) return std::nullopt;
  const RankSpread most = spread_of(view, *widest);
  Card card;
  card.title = scope.say(Word::method_certainty_title, {most.label, most.value_label});
  card.subtitle = certainty_note(scope, view.methodology, study->runs);
  card.blocks.push_back({Figure{.chart = std::move(chart),
                                .title = scope.say(Word::method_certainty_figure),
                                .description = card.title}});
  if (std::optional<Table> shares = shares_table(view))
    card.blocks.push_back({std::move(*shares)});
  return card;
}

std::optional<Card> alternatives_card(const MethodView& view) {
  const Scope& scope = view.scope;
  if (view.now.scored() < 2) return std::nullopt;
  const std::vector<Alternative> all = alternatives(view);
  if (all.empty()) return std::nullopt;
  const auto asked = std::find_if(all.begin(), all.end(), [&](const Alternative& each) {
    return each.key == scope.route.methodology;
  });
  const Alternative& chosen = asked == all.end() ? all.front() : *asked;
  const std::vector<Shift> shifts = shifts_of(view, *peers_by(view, chosen.rule));
  if (shifts.size() < 2) return std::nullopt;
  Card card;
  card.title = shift_title(view, shifts);
  card.subtitle = scope.say(Word::method_alternative,
                            {view.methodology.name.in(scope.language), chosen.name});
  if (all.size() > 1)
    card.blocks.push_back({Choices{.choices = {alternatives_choice(scope, all, chosen)}}});
  card.blocks.push_back({Figure{.chart = slope_of(view, shifts, chosen.name),
                                .title = card.subtitle,
                                .description = card.title}});
  return card;
}

}  // namespace tiendo
