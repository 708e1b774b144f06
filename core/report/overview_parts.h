// The parts of the overview, each from the dataset and the moment alone. A part without anything to
// say is nothing, or says in words what is not published.
#pragma once

#include <optional>

#include "report/finding.h"
#include "report/page.h"

namespace tiendo {

// The promise that the page opens with, and the indicator whose figures are held against it.
struct MainPromise {
  IndicatorId indicator;
  Promise promise;
};
// Among the headline indicators: one that slipped and is broken, else one that slipped and is not
// kept, else one that is broken; else the most missed of all promises, else any headline one.
std::optional<MainPromise> main_promise_of_site(const Scope& scope);
std::vector<IndicatorId> headline_indicators(const Dataset& dataset);

std::optional<Stats> headline_stats(const Scope& scope);         // overview_stats.cpp
std::optional<Card> promise_card(const Scope& scope);            // overview_cards.cpp
std::optional<Card> task_states_card(const Scope& scope);        // overview_cards.cpp
std::optional<Card> movers_card(const Scope& scope);             // overview_movers.cpp
std::optional<Card> slips_card(const Scope& scope);              // overview_slips.cpp
std::vector<Block> threads_again(const Scope& scope);            // overview_threads.cpp
std::optional<Card> news_card(const Scope& scope);               // overview_news.cpp

}  // namespace tiendo
