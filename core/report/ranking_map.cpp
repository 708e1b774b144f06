// The tile map: the provinces by the score or by any indicator that they have figures of. Tiles of
// one map are of one period; a province without a figure in it is hatched.
#include <algorithm>
#include <cmath>

#include "report/province_grid.h"
#include "report/ranking_parts.h"

namespace tiendo {
namespace {

constexpr std::size_t provinces_min = 2;  // with a figure, for an indicator to colour the map

struct Coloured {
  UnitId unit;
  double value = 0;
  std::string shown;  // "68,80 điểm"
};

// What colours the map, with its words.
struct Colouring {
  std::vector<Coloured> provinces;  // lowest first
  std::string title, subtitle, low, high;
  Words foot;
  std::optional<IndicatorId> indicator;  // none: the score
};

// The newest period in which an indicator has figures of provinces.
struct ProvincesIn {
  Period period;
  std::vector<UnitId> provinces;
};

std::vector<bool> placed_units(const Scope& scope) {
  std::vector<bool> placed(scope.dataset.units().size(), false);
  for (const ProvincePlace& place : province_grid) {
    const std::optional<UnitId> unit = scope.dataset.find_unit(place.key);
    if (unit && scope.dataset[*unit].exists_on(scope.moment.end())) placed[unit->index] = true;
  }
  return placed;
}

// By indicator, in one pass: there may be hundreds of thousands of figures.
std::vector<ProvincesIn> newest_of_all(const Scope& scope) {
  const std::vector<bool> placed = placed_units(scope);
  std::vector<ProvincesIn> all(scope.dataset.indicators().size());
  for (const Observation& figure : scope.dataset.observations()) {
    if (!figure.value || !placed[figure.unit.index]) continue;
    ProvincesIn& newest = all[figure.indicator.index];
    const bool is_known = !newest.provinces.empty();
    if (is_known && figure.period.last < newest.period.last) continue;
    if (!shown_at(scope.dataset, figure, scope.moment)) continue;
    if (!is_known || newest.period.last < figure.period.last)
      newest = {.period = figure.period, .provinces = {}};
    if (std::find(newest.provinces.begin(), newest.provinces.end(), figure.unit) ==
        newest.provinces.end())
      newest.provinces.push_back(figure.unit);
  }
  return all;
}

bool can_colour(const ProvincesIn& newest) { return newest.provinces.size() >= provinces_min; }

// --- the menu: the score, what it is made of, then every other indicator in the order of the table

void append_option(const Scope& scope, const std::string& key, std::string text,
                   std::vector<Option>& options) {
  options.push_back(
      {.text = std::move(text),
       .href = address_with(scope.route, [&](Route& route) { route.colour_by = key; }),
       .selected = scope.route.colour_by == key});
}

Choice colour_choice(const Ranking& ranking, const std::vector<ProvincesIn>& newest) {
  const Scope& scope = ranking.scope;
  const Dataset& dataset = scope.dataset;
  Choice choice{.label = scope.say(Word::ranking_colour_by), .look = ChoiceLook::menu,
                .options = {}};
  if (ranking.now().scored() > 0)
    append_option(scope, "", scope.say(Word::ranking_colour_score,
                                       {ranking.methodology.name.in(scope.language)}),
                  choice.options);
  std::vector<bool> listed(newest.size(), false);
  const auto append = [&](IndicatorId indicator) {
    if (listed[indicator.index] || !can_colour(newest[indicator.index])) return;
    listed[indicator.index] = true;
    append_option(scope, dataset[indicator].key, card_name(dataset[indicator], scope.language),
                  choice.options);
  };
  for (const Component& component : components_of(dataset, ranking.methodology))
    if (component.indicator) append(*component.indicator);
  for (std::uint32_t i = 0; i < newest.size(); ++i) append(IndicatorId{i});
  return choice;
}

// --- by the score

// The nation's own published total, where the methodology reproduces one.
std::optional<double> national_score(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const auto total = scope.dataset.find_indicator(ranking.methodology.published_total);
  const auto nation = nation_of(scope.dataset);
  if (!total || !nation) return std::nullopt;
  const auto figure = select(scope.dataset, *total, *nation, scope.moment);
  return figure ? scope.dataset[*figure].value : std::nullopt;
}

std::string score_title(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const std::vector<const UnitScore*> units = ranking.scored();
  const std::string& first = ranking.name(*units.front());
  if (units.size() == 1) return scope.say(Word::ranking_map_title_one, {first});
  if (const std::optional<double> national = national_score(ranking)) {
    const auto above =
        std::count_if(units.begin(), units.end(),
                      [&](const UnitScore* unit) { return *unit->score > *national; });
    return scope.count(above, Word::ranking_map_above_one, Word::ranking_map_above,
                       {ranking.shown(*national)});
  }
  return scope.say(Word::ranking_map_title, {first, ranking.name(*units.back())});
}

Colouring by_score(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  Colouring colouring;
  const std::vector<const UnitScore*> units = ranking.scored();
  const std::vector<bool> placed = placed_units(scope);
  for (auto unit = units.rbegin(); unit != units.rend(); ++unit) {
    if (!placed[(*unit)->unit.index]) continue;
    colouring.provinces.push_back(
        {.unit = (*unit)->unit, .value = *(*unit)->score,
         .shown = scope.say(Word::ranking_tile_score,
                            {ranking.points(*(*unit)->score),
                             count_words((*unit)->rank.value_or(0), scope.language)})});
  }
  if (colouring.provinces.empty()) return colouring;
  colouring.title = score_title(ranking);
  const Word subtitle =
      ranking.official ? Word::ranking_map_subtitle_own : Word::ranking_map_subtitle;
  const Scorecard& dated = ranking.official ? *ranking.official : ranking.now();
  colouring.subtitle = scope.say(subtitle, {dated_words(scope, dated)});
  colouring.low = ranking.shown(colouring.provinces.front().value);
  colouring.high = ranking.points(colouring.provinces.back().value);
  return colouring;
}

// --- by an indicator

Colouring by_indicator(const Ranking& ranking, IndicatorId id, const ProvincesIn& newest) {
  const Scope& scope = ranking.scope;
  const Dataset& dataset = scope.dataset;
  const Indicator& indicator = dataset[id];
  Colouring colouring{.indicator = id};
  std::optional<Observation> lowest, highest;
  for (const UnitId unit : newest.provinces) {
    const auto known = last_figure(dataset, id, unit, scope.moment);
    if (!known || !dataset[*known].value || dataset[*known].period.last != newest.period.last)
      continue;
    const Observation& figure = dataset[*known];
    colouring.provinces.push_back(
        {.unit = unit, .value = *figure.value,
         .shown = figure_words(dataset, figure, scope.language)});
    if (!lowest || *figure.value < *lowest->value) lowest = figure;
    if (!highest || *figure.value > *highest->value) highest = figure;
  }
  if (!lowest) return colouring;
  colouring.low = figure_number(dataset, *lowest, scope.language);
  colouring.high = figure_words(dataset, *highest, scope.language);
  const auto named = [&](const Observation& figure) {
    return scope.say(Word::ranking_extreme, {dataset[figure.unit].name.in(scope.language),
                                             figure_words(dataset, figure, scope.language)});
  };
  const std::string& name = card_name(indicator, scope.language);
  colouring.title =
      *lowest->value == *highest->value
          ? scope.say(Word::ranking_map_level, {name, colouring.high})
          : scope.say(Word::ranking_map_indicator, {name, named(*highest), named(*lowest)});
  const Word subtitle = indicator.direction == Direction::lower_is_better
                            ? Word::ranking_map_subtitle_lower
                            : Word::ranking_map_subtitle_higher;
  colouring.subtitle = scope.say(subtitle, {scope.period(newest.period)});
  colouring.foot = {plain(scope.say(Word::ranking_source), Ink::muted)};
  for (Span& span : source_words(dataset,
                                 {.source = highest->evidence.source, .words = "",
                                  .paragraph = ""}, scope.route))
    colouring.foot.push_back(std::move(span));
  return colouring;
}

// --- the tiles

// Large numbers in thousands or millions: a tile is as wide as a short name.
struct Scale { double divisor = 1; std::optional<Word> word; };

Scale scale_of(const Colouring& colouring) {
  double most = 0;
  for (const Coloured& each : colouring.provinces) most = std::max(most, std::abs(each.value));
  if (most >= 1e7) return {1e6, Word::ranking_map_millions};
  if (most >= 1e4) return {1e3, Word::ranking_map_thousands};
  return {};
}

int tile_decimals(const Dataset& dataset, const Colouring& colouring, double value) {
  const bool whole = colouring.indicator && dataset[*colouring.indicator].decimals == 0;
  return std::abs(value) >= 1000 || whole ? 0 : 1;
}

Tile tile_of(const Scope& scope, const ProvincePlace& place, UnitId unit,
             const Colouring& colouring, const Scale& scale) {
  const std::string& name = scope.dataset[unit].name.in(scope.language);
  Tile tile{.label = name, .value_label = "", .column = place.column, .row = place.row,
            .share = std::nullopt, .words = scope.say(Word::ranking_tile_missing, {name}),
            .href = colouring.indicator
                        ? indicator_href(scope.dataset, *colouring.indicator, unit, scope.route)
                        : unit_href(scope.dataset, unit, scope.route)};
  const auto found = std::find_if(colouring.provinces.begin(), colouring.provinces.end(),
                                  [&](const Coloured& each) { return each.unit == unit; });
  if (found == colouring.provinces.end()) return tile;
  const auto [low, high] = std::minmax_element(
      colouring.provinces.begin(), colouring.provinces.end(),
      [](const Coloured& a, const Coloured& b) { return a.value < b.value; });
  const double span = high->value - low->value, scaled = found->value / scale.divisor;
  tile.value_label =
      format_number(scaled, tile_decimals(scope.dataset, colouring, scaled), scope.language);
  tile.share = span > 0 ? (found->value - low->value) / span : 1;
  tile.words = scope.say(Word::ranking_tile_words, {name, found->shown});
  return tile;
}

// Where one shade of the key ends and the next begins; none where all are level.
std::vector<std::string> breaks_of(const Scope& scope, const Colouring& colouring) {
  const auto [low, high] = std::minmax_element(
      colouring.provinces.begin(), colouring.provinces.end(),
      [](const Coloured& a, const Coloured& b) { return a.value < b.value; });
  const double span = high->value - low->value;
  std::vector<std::string> breaks;
  if (span <= 0) return breaks;
  for (int i = 1; i < 5; ++i) {
    const double value = low->value + span * i / 5;
    const int decimals =
        span < 0.5 ? 2 : span < 5 ? 1 : tile_decimals(scope.dataset, colouring, value);
    breaks.push_back(format_number(value, decimals, scope.language));
  }
  return breaks;
}

TileMap map_of(const Scope& scope, const Colouring& colouring, const Scale& scale) {
  TileMap map;
  bool missing = false;
  for (const ProvincePlace& place : province_grid) {
    const std::optional<UnitId> unit = scope.dataset.find_unit(place.key);
    if (!unit || !scope.dataset[*unit].exists_on(scope.moment.end())) continue;
    map.tiles.push_back(tile_of(scope, place, *unit, colouring, scale));
    missing = missing || !map.tiles.back().share;
  }
  map.islands = {{.label = scope.say(Word::ranking_hoang_sa), .column = hoang_sa_place.column,
                  .row = hoang_sa_place.row},
                 {.label = scope.say(Word::ranking_truong_sa), .column = truong_sa_place.column,
                  .row = truong_sa_place.row}};
  map.low_label = colouring.low;
  map.high_label = colouring.high;
  map.breaks = breaks_of(scope, colouring);
  if (missing) map.missing_label = scope.say(Word::phrases_no_data);
  return map;
}

std::optional<Colouring> colouring_of(const Ranking& ranking,
                                      const std::vector<ProvincesIn>& newest) {
  const Scope& scope = ranking.scope;
  const std::optional<IndicatorId> chosen = scope.dataset.find_indicator(scope.route.colour_by);
  if (chosen && !newest.empty() && can_colour(newest[chosen->index]))
    return by_indicator(ranking, *chosen, newest[chosen->index]);
  if (ranking.now().scored() > 0) return by_score(ranking);
  return std::nullopt;
}

}  // namespace

std::optional<Card> tile_map_card(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  if (ranking.group() != RankingGroup::provinces) return std::nullopt;
  // With weights of their own the reader colours by the score that they make, at every step.
  const std::vector<ProvincesIn> newest =
      ranking.official ? std::vector<ProvincesIn>() : newest_of_all(scope);
  const std::optional<Colouring> colouring = colouring_of(ranking, newest);
  if (!colouring || colouring->provinces.empty()) return std::nullopt;
  const Scale scale = scale_of(*colouring);
  TileMap map = map_of(scope, *colouring, scale);
  if (map.tiles.empty()) return std::nullopt;
  Card card{.title = colouring->title, .subtitle = colouring->subtitle, .blocks = {},
            .foot = colouring->foot};
  if (scale.word) card.subtitle += scope.say(*scale.word);
  if (!newest.empty()) {
    Choice choice = colour_choice(ranking, newest);
    if (choice.options.size() > 1) card.blocks.push_back({Choices{.choices = {std::move(choice)}}});
  }
  const std::string count =
      group_count(scope, ranking.group(), static_cast<long>(map.tiles.size()));
  const std::string low = colouring->low, high = colouring->high;
  card.blocks.push_back({Figure{
      .chart = std::move(map),
      .title = scope.say(Word::ranking_map_figure, {count, colouring->title}),
      .description = scope.say(Word::ranking_map_description, {count, low, high})}});
  return card;
}

}  // namespace tiendo
