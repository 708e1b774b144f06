// The parts of the method view. Private to method*.cpp.
#pragma once

#include <string>
#include <vector>

#include "report/measures.h"
#include "report/shelf.h"
#include "score/score_memory.h"

namespace tiendo {

// One methodology at the moment shown; it and the scorecard stay where they are.
struct MethodView {
  Scope scope;
  const Methodology& methodology;
  const Scorecard& now;

  RankingGroup group() const;
};

std::string number_words(double value, Language language);  // "0,5": as many decimals as it has

// Rules in words and signs (method_words.cpp).
std::string formula_words(const Scope& scope, const IndicatorRule& rule);
std::string formula_words(const Scope& scope, const TargetsRule& rule);
std::string aggregation_words(const Scope& scope, const Aggregation& aggregation);
std::string missing_words(const Scope& scope, MissingRule missing);
std::string step_words(const Scope& scope, const PreparationStep& step);

// method_tree.cpp
std::optional<Table> weights_table(const MethodView& view);  // of the parts right below the score
Card tree_card(const MethodView& view);
std::optional<Card> points_card(const MethodView& view);       // of the states of tasks
std::optional<Card> preparation_card(const MethodView& view);
std::optional<Card> bands_card(const MethodView& view);

// method_ranks.cpp
std::optional<Card> certainty_card(const MethodView& view);
std::optional<Card> alternatives_card(const MethodView& view);

}  // namespace tiendo
