// The ranking by the reader's own weights, made by the same kernel as the published one: sliders,
// and the table with the published ranks beside. It is made anew at every step of a slider, so it
// has no more than that.
#include <algorithm>
#include <cmath>

#include "base/sort.h"
#include "report/name_order.h"
#include "report/ranking_parts.h"

namespace tiendo {
namespace {

constexpr std::size_t rows_max = 100;  // that can be laid out while a slider moves

const GroupRule* root_of(const Methodology& methodology) {
  return std::get_if<GroupRule>(&methodology.root.rule);
}

double weight_sum(const GroupRule& group) {
  double sum = 0;
  for (const MethodNode& child : group.children) sum += child.weight;
  return sum;
}

// In percent of the whole.
double share_of(const GroupRule& group, const MethodNode& child) {
  const double sum = weight_sum(group);
  return sum > 0 ? 100 * child.weight / sum : 0;
}

const Methodology& published(const Ranking& ranking) { return *ranking.official->methodology; }

int places_of(const Ranking& ranking, const UnitScore& unit) {
  const UnitScore* before = ranking.official->find(unit.unit);
  return before && before->rank && unit.rank ? *before->rank - *unit.rank : 0;
}

long moved(const Ranking& ranking) {
  long units = 0;
  for (const UnitScore* unit : ranking.scored()) units += places_of(ranking, *unit) != 0 ? 1 : 0;
  return units;
}

std::string leader_of(const Ranking& ranking, const Scorecard& card) {
  for (const UnitScore& unit : card.units)
    if (unit.rank == 1) return ranking.name(unit);
  return {};
}

// --- the sliders

Slider slider_of(const Ranking& ranking, std::size_t index) {
  const Scope& scope = ranking.scope;
  const GroupRule &own = *root_of(ranking.methodology), &theirs = *root_of(published(ranking));
  const MethodNode& child = own.children[index];
  const double parts = 100 * child.weight / weight_sum(theirs);
  const std::string share = percent_words(share_of(own, child), scope.language);
  const bool whole = std::abs(parts - std::round(parts)) < 0.05;
  const std::string number = format_number(parts, whole ? 0 : 1, scope.language);
  const bool is_share = percent_words(parts, scope.language) == share;
  return {.label = scope.say(Word::ranking_own_slider,
                             {child.name.in(scope.language),
                              percent_words(share_of(theirs, theirs.children[index]),
                                          scope.language)}),
          .value_label =
              is_share ? share : scope.say(Word::ranking_own_value, {number, share}),
          .value = parts,
          .low = 0,
          .high = std::max(100.0, std::ceil(parts)),
          .step = 1,
          .href = address_with_weight_of(scope.route, child.id)};
}

std::string published_address(const Scope& scope) {
  return address_with(scope.route, [](Route& route) { route.weights.clear(); });
}

// --- the table

std::vector<const UnitScore*> in_order(const Ranking& ranking) {
  std::vector<const UnitScore*> units = ranking.scored();
  const RowFilter filter(ranking);
  std::erase_if(units, [&](const UnitScore* unit) { return !filter.passes(*unit); });
  const Order order = ranking.scope.route.order;
  if (order == Order::by_name)
    sort_by(units, [&](const UnitScore* a, const UnitScore* b) {
      return name_before(ranking.name(*a), ranking.name(*b));
    });
  if (order == Order::by_change)
    sort_by(units, [&](const UnitScore* a, const UnitScore* b) {
      return places_of(ranking, *a) > places_of(ranking, *b);
    });
  return units;
}

std::vector<Column> columns_of(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const bool provinces = ranking.group() == RankingGroup::provinces;
  const Word lead = provinces ? Word::ranking_province : Word::ranking_ministry;
  return {
      sortable(ranking, {.title = scope.say(Word::ranking_own_rank), .align = Align::right},
               Order::by_default, true),
      sortable(ranking, {.title = scope.say(lead), .grow = 1, .lead = true}, Order::by_name, true),
      {.title = scope.say(Word::ranking_own_score), .align = Align::right},
      {.title = scope.say(Word::ranking_scale), .place = ColumnPlace::detail, .grow = 2,
       .ticks = {"0", "50", "100"}},
      {.title = scope.say(Word::ranking_official_rank), .align = Align::right,
       .place = ColumnPlace::detail},
      sortable(ranking,
               {.title = scope.say(Word::ranking_against_official), .place = ColumnPlace::detail},
               Order::by_change, false),
      {.title = scope.say(Word::ranking_official_score), .align = Align::right,
       .place = ColumnPlace::detail},
  };
}

TableRow row_of(const Ranking& ranking, const UnitScore& unit) {
  const Scope& scope = ranking.scope;
  const UnitScore* before = ranking.official->find(unit.unit);
  const auto muted = [](std::string text) {
    return Cell{.words = {plain(std::move(text), Ink::muted)}};
  };
  TableRow row;
  row.cells.push_back({.words = {plain(rank_words(ranking, unit), Ink::text, Weight::bold)}});
  row.cells.push_back(
      {.words = {link(ranking.name(unit), unit_href(scope.dataset, unit.unit, scope.route))}});
  row.cells.push_back({.words = {plain(ranking.shown(*unit.score), Ink::text, Weight::bold)}});
  row.cells.push_back({.bar = std::clamp(*unit.score / 100, 0.0, 1.0),
                       .bar_ink = unit.rank == 1 ? Ink::seq5 : Ink::series});
  const bool scored = before && before->rank;
  row.cells.push_back(muted(scored ? count_words(*before->rank, scope.language)
                                   : scope.say(Word::ranking_none)));
  row.cells.push_back(scored ? moved_cell(scope, places_of(ranking, unit))
                             : muted(scope.say(Word::ranking_new_score)));
  row.cells.push_back(muted(scored ? ranking.shown(*before->score)
                                   : scope.say(Word::ranking_none)));
  return row;
}

}  // namespace

bool can_be_weighed(const Methodology& methodology) {
  const GroupRule* root = root_of(methodology);
  return root && root->children.size() > 1 && weight_sum(*root) > 0;
}

Choice weights_choice(const Scope& scope, const Methodology& methodology) {
  // What opens the sliders changes nothing yet: a weight that is a whole number stays what it is.
  const GroupRule& root = *root_of(methodology);
  const auto whole = std::find_if(
      root.children.begin(), root.children.end(), [&](const MethodNode& child) {
        const double share = share_of(root, child);
        return share == std::round(share);
      });
  const MethodNode& first = whole == root.children.end() ? root.children.front() : *whole;
  Route own = scope.route;
  if (own.weights.empty())
    own.weights = {{first.id, static_cast<int>(std::lround(share_of(root, first)))}};
  return {.label = scope.say(Word::ranking_weights),
          .look = ChoiceLook::segmented,
          .options = {{.text = scope.say(Word::ranking_weights_published),
                       .href = published_address(scope),
                       .selected = scope.route.weights.empty()},
                      {.text = scope.say(Word::ranking_weights_own), .href = address_of(own),
                       .selected = !scope.route.weights.empty()}}};
}

std::string own_heading(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  if (ranking.now().scored() == 0) return scope.say(Word::ranking_own_nothing);
  const std::string now = leader_of(ranking, ranking.now());
  const std::string before = leader_of(ranking, *ranking.official);
  const std::string leads = now == before
                                ? scope.say(Word::ranking_own_still, {now})
                                : scope.say(Word::ranking_own_overtakes, {now, before});
  const long units = moved(ranking);
  const std::string moves =
      units == 0 ? scope.say(Word::ranking_nobody_moved)
                 : scope.count(units, Word::ranking_own_moved_one, Word::ranking_own_moved);
  return scope.say(Word::ranking_then, {leads, moves});
}

Words own_lede(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const std::string name = published(ranking).name.in(scope.language);
  return {plain(scope.say(Word::ranking_own_lede, {name, dated_words(scope, *ranking.official)}))};
}

Card weights_card(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  Sliders sliders;
  for (std::size_t i = 0; i < root_of(ranking.methodology)->children.size(); ++i)
    sliders.sliders.push_back(slider_of(ranking, i));
  Card card{.title = scope.say(Word::ranking_own_title),
            .subtitle = scope.say(Word::ranking_own_subtitle), .blocks = {}, .foot = {}};
  card.blocks.push_back({std::move(sliders)});
  card.foot = {link(scope.say(Word::ranking_own_back), published_address(scope)),
               plain(scope.say(Word::ranking_own_share), Ink::muted)};
  return card;
}

Card own_table_card(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  std::vector<const UnitScore*> units = in_order(ranking);
  const std::size_t all = units.size();
  units.resize(std::min(all, rows_max));
  Table table{.caption = scope.say(Word::ranking_own_caption), .columns = columns_of(ranking),
              .rows = {}};
  for (const UnitScore* unit : units) table.rows.push_back(row_of(ranking, *unit));
  Card card{.title = scope.say(Word::ranking_own_table),
            .subtitle = scope.say(Word::ranking_own_table_subtitle,
                                  {published(ranking).name.in(scope.language)}),
            .blocks = {}, .foot = {}};
  if (has_filter(scope.route)) {  // else not asked for at every step of a slider
    card.subtitle = filter_words(ranking, all);
    append(card.blocks, filter_choices(ranking));
  }
  card.blocks.push_back({std::move(table)});
  if (all > units.size()) {
    card.foot = {plain(scope.say(Word::ranking_own_first,
                                 {count_words(static_cast<long>(units.size()), scope.language),
                                  count_words(static_cast<long>(all), scope.language)}),
                       Ink::muted),
                 link(scope.say(Word::ranking_own_all), published_address(scope))};
  }
  return card;
}

}  // namespace tiendo
