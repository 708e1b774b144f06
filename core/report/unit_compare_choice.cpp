// Who stands beside a unit in its comparison: what the address asks for, whom to add, whom to leave
// out.
#include <algorithm>

#include "report/unit_parts.h"

namespace tiendo {
namespace {

std::vector<std::string> keys_of(const UnitView& view, const std::vector<UnitId>& units) {
  std::vector<std::string> keys;
  for (const UnitId unit : units) keys.push_back(view.dataset()[unit].key);
  return keys;
}

// Peers by name; of the same kind where there is no score.
std::vector<UnitId> peers_of(const UnitView& view) {
  std::vector<UnitId> peers;
  if (view.comparison) {
    for (const UnitScore& unit : view.comparison->now->units) peers.push_back(unit.unit);
    return peers;
  }
  for (std::uint32_t i = 0; i < view.dataset().units().size(); ++i) {
    const Unit& unit = view.dataset().units()[i];
    if (unit.kind == view.row().kind && unit.exists_on(view.scope.moment.end()))
      peers.push_back({i});
  }
  return peers;
}

std::string option_text(const UnitView& view, UnitId unit) {
  const UnitScore* score = score_of(view, unit);
  if (!score) return name_of(view, unit);
  return view.scope.say(Word::unit_compare_ranked,
                        {name_of(view, unit), count_words(*score->rank, view.scope.language)});
}

std::string address_beside(const UnitView& view, std::vector<UnitId> units) {
  return address_with(view.scope.route,
                      [&](Route& route) { route.compared = keys_of(view, units); });
}

// The best of all and those next to the unit in rank, that are not beside it yet.
std::vector<UnitId> suggested(const UnitView& view, const std::vector<UnitId>& others) {
  std::vector<UnitId> units;
  if (!view.has_score()) return units;
  const std::vector<UnitScore>& all = view.comparison->now->units;
  std::size_t own = 0;
  while (!(all[own].unit == view.unit)) ++own;
  for (const std::size_t place : {std::size_t{0}, own - 1, own + 1}) {
    if (place >= all.size() || place == own || !all[place].score) continue;
    const UnitId unit = all[place].unit;
    const bool taken = std::find(others.begin(), others.end(), unit) != others.end() ||
                       std::find(units.begin(), units.end(), unit) != units.end();
    if (!taken) units.push_back(unit);
  }
  return units;
}

}  // namespace

// The units of the address that exist in the dataset, each once, without the page's own.
std::vector<UnitId> compared_units(const UnitView& view) {
  std::vector<UnitId> others;
  for (const std::string& key : view.scope.route.compared) {
    const std::optional<UnitId> unit = view.dataset().find_unit(key);
    const bool known = unit && *unit != view.unit &&
                       std::find(others.begin(), others.end(), *unit) == others.end();
    if (known && others.size() < compared_max) others.push_back(*unit);
  }
  return others;
}

const std::string& name_of(const UnitView& view, UnitId unit) {
  return view.dataset()[unit].name.in(view.scope.language);
}

const UnitScore* score_of(const UnitView& view, UnitId unit) {
  const UnitScore* found = view.comparison ? view.comparison->now->find(unit) : nullptr;
  return found && found->score ? found : nullptr;
}

std::optional<Paragraph> compare_suggestions(const UnitView& view) {
  const std::vector<UnitId> others = compared_units(view);
  const std::vector<UnitId> units = suggested(view, others);
  if (others.size() >= compared_max || units.empty()) return std::nullopt;
  Paragraph paragraph{.words = {plain(view.scope.say(Word::unit_compare_suggested), Ink::muted)}};
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (i > 0) paragraph.words.push_back(plain(view.scope.say(Word::phrases_dot), Ink::muted));
    std::vector<UnitId> more = others;
    more.push_back(units[i]);
    paragraph.words.push_back(link(option_text(view, units[i]),
                                   address_beside(view, std::move(more))));
  }
  return paragraph;
}

std::optional<Choice> compare_choice(const UnitView& view) {
  const std::vector<UnitId> others = compared_units(view);
  if (others.size() >= compared_max) return std::nullopt;
  const Scope& scope = view.scope;
  Choice choice{.label = scope.say(Word::unit_compare_with), .look = ChoiceLook::menu};
  choice.options.push_back({.text = scope.say(Word::unit_compare_choose),
                            .href = address_of(scope.route), .selected = true});
  for (const UnitId peer : peers_of(view)) {
    if (peer == view.unit || std::find(others.begin(), others.end(), peer) != others.end())
      continue;
    std::vector<UnitId> more = others;
    more.push_back(peer);
    choice.options.push_back({.text = option_text(view, peer),
                              .href = address_beside(view, std::move(more))});
  }
  if (choice.options.size() < 2) return std::nullopt;
  return choice;
}

Paragraph remove_words(const UnitView& view, const std::vector<UnitId>& others) {
  const Scope& scope = view.scope;
  Paragraph paragraph;
  for (std::size_t i = 0; i < others.size(); ++i) {
    std::vector<UnitId> left = others;
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
    if (i > 0) paragraph.words.push_back(plain(scope.say(Word::phrases_dot)));
    paragraph.words.push_back(link(scope.say(Word::unit_compare_remove,
                                             {name_of(view, others[i])}),
                                   address_beside(view, std::move(left))));
  }
  return paragraph;
}

}  // namespace tiendo
