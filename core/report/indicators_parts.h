// The parts of the indicators view: the list, and the page of one indicator.
#pragma once

#include <optional>

#include "report/finding.h"
#include "report/page.h"

namespace tiendo {

Page indicators_list(const Scope& scope);
Page indicator_page(const Scope& scope, IndicatorId indicator);

// The unit that the reader chose, if the dataset knows it.
std::optional<UnitId> chosen_unit(const Scope& scope);

// The page's parts, in its order; nothing where there is nothing to show.
std::optional<Stats> indicator_stats(const Scope& scope, IndicatorId indicator);
std::optional<Card> series_card(const Scope& scope, IndicatorId indicator);
std::optional<Card> promises_card(const Scope& scope, IndicatorId indicator);
std::vector<Card> ranking_cards(const Scope& scope, IndicatorId indicator);
Card figures_card(const Scope& scope, IndicatorId indicator);
std::optional<Card> related_card(const Scope& scope, IndicatorId indicator);
Card definition_card(const Scope& scope, IndicatorId indicator);

}  // namespace tiendo
