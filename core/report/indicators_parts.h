// The parts of the indicators view: the list, and the page of one indicator.
#pragma once

#include <optional>

#include "report/finding.h"
#include "report/page.h"

namespace tiendo {

Page indicators_list(const Scope& scope);
// The form of the list that goes by due dates: the page's heading, lede and cards.
void add_by_due(const Scope& scope, Page& page);
Page indicator_page(const Scope& scope, IndicatorId indicator);

// The unit that the reader chose, if the dataset knows it.
std::optional<UnitId> chosen_unit(const Scope& scope);

// The page's parts, in its order; nothing where there is nothing to show.
std::optional<Stats> indicator_stats(const Scope& scope, IndicatorId indicator);
std::optional<Card> series_card(const Scope& scope, IndicatorId indicator);
std::optional<Card> promises_card(const Scope& scope, IndicatorId indicator);
std::vector<Card> ranking_cards(const Scope& scope, IndicatorId indicator);
// One small line a unit, where there are many with a history.
std::vector<Card> multiples_cards(const Scope& scope, IndicatorId indicator);
// Of one unit, a point without a value where a period seems to be missing.
std::vector<LinePoint> points_with_gaps(const Scope& scope,
                                        const std::vector<ObservationId>& figures);
// The promise that the page holds its figures against: the chosen unit's, else the main one.
std::optional<Promise> leading_promise(const Scope& scope, IndicatorId indicator);
// Where the pace of the figures leads; nothing without two figures or where the promise is kept.
std::optional<Card> projection_card(const Scope& scope, const std::optional<Promise>& promise);
Card figures_card(const Scope& scope, IndicatorId indicator);
std::optional<Card> related_card(const Scope& scope, IndicatorId indicator);
Card definition_card(const Scope& scope, IndicatorId indicator);

}  // namespace tiendo
