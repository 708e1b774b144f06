// The databases that a unit owns.
#include <algorithm>

#include "report/readiness_parts.h"
#include "report/unit_parts.h"

namespace tiendo {

std::optional<Card> unit_databases_card(const UnitView& view) {
  if (view.dataset().databases_of(view.unit).empty()) return std::nullopt;
  const Scope& scope = view.scope;
  const DataView data(scope);
  DatabaseList owned;
  for (const DatabaseReading& reading : data.databases)
    if (reading.database->owner == view.unit) owned.push_back(&reading);
  sort_by_mean(owned);
  const auto shared = std::count_if(owned.begin(), owned.end(), [](const DatabaseReading* one) {
    return one->sharing() == Sharing::shared;
  });
  Card card{.title = scope.count(static_cast<long>(owned.size()), Word::unit_databases_one,
                                 Word::unit_databases, {count_words(shared, scope.language)}),
            .subtitle = scope.say(Word::readiness_map_subtitle)};
  card.blocks.push_back({heat_figure(data, owned, card.title)});
  card.blocks.push_back({databases_table(data, owned, card.title)});
  card.foot = {link(scope.say(Word::readiness_all_databases),
                     address_of(route_to(scope.route, View::readiness)))};
  return card;
}

}  // namespace tiendo
