// The indicators view: is the target being met?
#include "report/indicators_parts.h"
#include "report/views.h"

namespace tiendo {

namespace {

Choice unit_choice(const Scope& scope, const Reading& reading) {
  const std::optional<UnitId> chosen = chosen_unit(scope);
  Choice choice = {.label = scope.say(Word::indicators_choose_unit), .look = ChoiceLook::menu};
  Route route = scope.route;
  route.unit.clear();
  choice.options.push_back({.text = scope.say(Word::indicators_all_units),
                            .href = address_of(route),
                            .selected = !chosen});
  for (const UnitId unit : reading.units) {
    route.unit = scope.dataset[unit].key;
    choice.options.push_back({.text = scope.dataset[unit].name.in(scope.language),
                              .href = address_of(route),
                              .selected = chosen == unit});
  }
  return choice;
}

std::string lede(const Scope& scope, IndicatorId indicator, const Reading& reading) {
  const std::string& name = scope.dataset[indicator].name.in(scope.language);
  if (reading.figures == 0) return scope.say(Word::indicators_lede_silent, {name});
  const auto units = static_cast<long>(reading.units.size());
  const std::string figures = scope.count(
      reading.figures, Word::indicators_lede_figures_one, Word::indicators_lede_figures);
  return scope.say(Word::indicators_lede,
                   {name, figures, scope.count(units, Word::indicators_lede_units_one,
                                               Word::indicators_lede_units)});
}

template <class Part>
void add(std::vector<Block>& blocks, std::optional<Part> part) {
  if (part) blocks.push_back({std::move(*part)});
}

}  // namespace

std::optional<UnitId> chosen_unit(const Scope& scope) {
  if (scope.route.unit.empty()) return {};
  return scope.dataset.find_unit(scope.route.unit);
}

Page indicator_page(const Scope& scope, IndicatorId indicator) {
  const std::optional<UnitId> unit = chosen_unit(scope);
  const Reading reading = reading_of(scope.dataset, indicator, scope.moment);
  const std::string& name = card_name(scope.dataset[indicator], scope.language);
  Page page = {.language = scope.language,
               .title = scope.say(Word::site_tab_title, {name}),
               .heading = unit ? unit_finding(scope, indicator, *unit)
                               : indicator_finding(scope, indicator),
               .lede = {plain(lede(scope, indicator, reading))}};
  if (reading.units.size() > 1) page.blocks.push_back({Choices{{unit_choice(scope, reading)}}});
  add(page.blocks, indicator_stats(scope, indicator));
  add(page.blocks, series_card(scope, indicator));
  add(page.blocks, projection_card(scope, leading_promise(scope, indicator)));
  add(page.blocks, promises_card(scope, indicator));
  for (Card& card : multiples_cards(scope, indicator)) page.blocks.push_back({std::move(card)});
  for (Card& card : ranking_cards(scope, indicator)) page.blocks.push_back({std::move(card)});
  page.blocks.push_back({figures_card(scope, indicator)});
  add(page.blocks, related_card(scope, indicator));
  page.blocks.push_back({definition_card(scope, indicator)});
  return page;
}

Page indicators_page(const Publication& publication, const Route& route) {
  const Scope scope(publication, route);
  if (route.subject.empty()) return indicators_list(scope);
  const auto indicator = publication.dataset.find_indicator(route.subject);
  return indicator ? indicator_page(scope, *indicator) : not_found_page(publication, route);
}

}  // namespace tiendo
