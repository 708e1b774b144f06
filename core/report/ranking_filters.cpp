// Which rows of the ranked table are shown: those of one band, of one region or of one form of
// unit. Ranks stay those among all.
#include <algorithm>

#include "report/cells.h"
#include "report/ranking_parts.h"

namespace tiendo {
namespace {

// A value that rows can have: what it is called, in the address and to the reader.
struct FilterValue {
  std::string slug, name;
  long count = 0;  // of the rows that the other filter lets through
};

FilterValue band_of(const Ranking& ranking, const UnitScore& unit) {
  if (!unit.band) return {};
  return {.slug = programme_slug(unit.band->name),
          .name = unit.band->name.in(ranking.scope.language)};
}

// Units of one parent are told apart by their form: "tỉnh", "thành phố".
bool has_regions(const Ranking& ranking) {
  const std::vector<UnitScore>& units = ranking.now().units;
  return std::any_of(units.begin(), units.end(), [&](const UnitScore& unit) {
    return ranking.unit(unit).parent != ranking.unit(units.front()).parent;
  });
}

FilterValue cluster_of(const Ranking& ranking, const UnitScore& unit, bool regions) {
  const Unit& row = ranking.unit(unit);
  if (!regions)
    return {.slug = programme_slug(row.form), .name = row.form.in(ranking.scope.language)};
  if (!row.parent) return {};
  const Unit& parent = ranking.scope.dataset[*row.parent];
  return {.slug = parent.key, .name = parent.name.in(ranking.scope.language)};
}

bool passes(const std::string& chosen, const FilterValue& value) {
  return chosen.empty() || chosen == value.slug;
}

void count(std::vector<FilterValue>& values, FilterValue value, bool shown) {
  const auto found =
      std::find_if(values.begin(), values.end(),
                   [&](const FilterValue& known) { return known.slug == value.slug; });
  FilterValue& counted = found == values.end() ? values.emplace_back(std::move(value)) : *found;
  counted.count += shown ? 1 : 0;
}

// Nothing where all rows have the same value: then there is nothing to choose.
void append_choice(const Scope& scope, Word label, const std::vector<FilterValue>& values,
                   std::string Route::* parameter, Choices& choices) {
  if (values.size() < 2 && (scope.route.*parameter).empty()) return;
  Choice choice{.label = scope.say(label), .look = ChoiceLook::menu};
  Route there = scope.route;
  (there.*parameter).clear();
  long all = 0;
  for (const FilterValue& value : values) all += value.count;
  choice.options.push_back(counted_option(scope, there, scope.say(Word::tasks_option_all), all));
  for (const FilterValue& value : values) {
    if (value.slug.empty()) continue;
    there.*parameter = value.slug;
    choice.options.push_back(counted_option(scope, there, value.name, value.count));
  }
  choices.choices.push_back(std::move(choice));
}

}  // namespace

RowFilter::RowFilter(const Ranking& ranking)
    : ranking_(ranking), is_set_(has_filter(ranking.scope.route)),
      regions_(is_set_ && has_regions(ranking)) {}

bool RowFilter::passes(const UnitScore& unit) const {
  const Route& route = ranking_.scope.route;
  return !is_set_ || (tiendo::passes(route.band, band_of(ranking_, unit)) &&
                      tiendo::passes(route.cluster, cluster_of(ranking_, unit, regions_)));
}

bool has_filter(const Route& route) { return !route.band.empty() || !route.cluster.empty(); }

std::optional<Choices> filter_choices(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const bool regions = has_regions(ranking);
  std::vector<FilterValue> bands, clusters;
  for (const UnitScore* unit : ranking.scored()) {
    FilterValue band = band_of(ranking, *unit), cluster = cluster_of(ranking, *unit, regions);
    const bool in_band = passes(scope.route.band, band);
    const bool in_cluster = passes(scope.route.cluster, cluster);
    count(bands, std::move(band), in_cluster);
    count(clusters, std::move(cluster), in_band);
  }
  Choices choices;
  append_choice(scope, Word::ranking_band, bands, &Route::band, choices);
  append_choice(scope, regions ? Word::ranking_region : Word::ranking_form, clusters,
                &Route::cluster, choices);
  if (choices.choices.empty()) return std::nullopt;
  return choices;
}

std::string filter_words(const Ranking& ranking, std::size_t shown) {
  const Scope& scope = ranking.scope;
  if (!has_filter(scope.route)) return "";
  return scope.say(Word::ranking_filtered,
                   {count_words(static_cast<long>(shown), scope.language),
                    group_count(scope, ranking.group(), ranking.now().scored())});
}

}  // namespace tiendo
