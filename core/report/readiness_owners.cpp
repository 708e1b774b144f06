// Readiness and sharing by owner: ministries and provinces apart, by the methodologies that score a
// unit by the databases that it owns.
#include "base/sort.h"
#include "report/cells.h"
#include "report/comparison.h"
#include "report/ranking_parts.h"
#include "report/readiness_parts.h"

namespace tiendo {
namespace {

bool is_owned_rule(const MethodNode& node) {
  const auto* owned = std::get_if<OwnedRule>(&node.rule);
  return owned && owned->kind == UnitKind::database;
}

using Measures = std::vector<SharedScorecard>;  // one a methodology whose root is an owned rule

Measures measures_of(const Scope& scope) {
  Measures measures;
  for (const Methodology& methodology : scope.publication.methodologies)
    if (is_owned_rule(methodology.root))
      measures.push_back(scorecard_of(scope.publication, methodology, scope.moment));
  return measures;
}

struct Owner {
  UnitId unit;
  std::vector<const UnitScore*> scores;  // by measure; null: takes no part in it
  long databases = 0;
};

bool in_group(UnitKind kind, RankingGroup group) {
  return (kind == UnitKind::province) == (group == RankingGroup::provinces);
}

std::vector<Owner> owners_of(const Scope& scope, const Measures& measures, RankingGroup group) {
  std::vector<Owner> owners;
  for (const UnitScore& score : measures.front()->units) {
    if (!in_group(scope.dataset[score.unit].kind, group)) continue;
    Owner owner{.unit = score.unit,
                .databases = static_cast<long>(scope.dataset.databases_of(score.unit).size())};
    if (owner.databases == 0) continue;
    for (const SharedScorecard& card : measures) owner.scores.push_back(card->find(score.unit));
    owners.push_back(std::move(owner));
  }
  return owners;
}

Table owners_table(const Scope& scope, const Measures& measures, const std::vector<Owner>& owners,
                   std::string caption) {
  Table table{.caption = std::move(caption),
              .columns = {{.title = scope.say(Word::unit_unit), .grow = 2, .lead = true}}};
  for (const SharedScorecard& card : measures) {
    const std::string& name = card->methodology->root.name.in(scope.language);
    table.columns.push_back({.title = name, .align = Align::right});
    table.columns.push_back({.title = scope.say(Word::readiness_rank_in, {name}),
                             .align = Align::right, .place = ColumnPlace::detail});
  }
  table.columns.push_back({.title = scope.say(Word::readiness_databases_column),
                           .align = Align::right, .place = ColumnPlace::detail});
  for (const Owner& owner : owners) {
    TableRow row{.cells = {link_cell(scope.dataset[owner.unit].name.in(scope.language),
                                     unit_href(scope.dataset, owner.unit, scope.route))}};
    for (std::size_t i = 0; i < measures.size(); ++i) {
      const UnitScore* own = owner.scores[i];
      if (!own || !own->score) {
        row.cells.push_back(text_cell(scope.say(Word::phrases_no_data), Ink::muted));
        row.cells.push_back(text_cell(scope.say(Word::unit_not_ranked), Ink::muted));
        continue;
      }
      row.cells.push_back(words_cell(
          {plain(shown_score(*measures[i]->methodology, *own->score, scope.language), Ink::text,
                 Weight::bold)}));
      row.cells.push_back(text_cell(count_words(*own->rank, scope.language)));
    }
    Route there = route_to(scope.route, View::readiness);
    there.unit = scope.dataset[owner.unit].key;
    row.cells.push_back(link_cell(count_words(owner.databases, scope.language),
                                  address_of(there)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::optional<Card> owners_card(const Scope& scope, const Measures& measures, RankingGroup group) {
  std::vector<Owner> owners = owners_of(scope, measures, group);
  if (owners.empty()) return std::nullopt;
  const auto points = [](const Owner& owner) {
    return owner.scores.front() ? owner.scores.front()->score.value_or(-1) : -1;
  };
  sort_by(owners, [&](const Owner& a, const Owner& b) {
    return points(a) > points(b);
  });
  Card card;
  const Owner& first = owners.front();
  const bool provinces = group == RankingGroup::provinces;
  const std::string all = group_count(scope, group, static_cast<long>(owners.size()));
  card.title =
      points(first) >= 0
          ? scope.say(Word::readiness_owners_title,
                      {scope.dataset[first.unit].name.in(scope.language), all,
                       score_words(points(first),
                                   measures.front()->methodology->shown_decimals(),
                                   scope.language)})
          : scope.say(Word::readiness_owners_silent, {all});
  card.subtitle = scope.say(provinces ? Word::readiness_provinces : Word::readiness_ministries);
  card.blocks.push_back({owners_table(scope, measures, owners, card.subtitle)});
  card.foot = {plain(scope.say(Word::readiness_owners_note), Ink::muted)};
  for (const SharedScorecard& measure : measures) {
    const Methodology& methodology = *measure->methodology;
    card.foot.push_back(plain(scope.say(Word::phrases_dot), Ink::muted));
    card.foot.push_back(link(methodology.name.in(scope.language),
                             address_of(route_to(scope.route, View::method, methodology.id))));
  }
  return card;
}

}  // namespace

std::vector<Card> owner_cards(const DataView& view) {
  std::vector<Card> cards;
  const Measures measures = measures_of(view.scope);
  if (measures.empty()) return cards;
  for (const RankingGroup group : {RankingGroup::ministries, RankingGroup::provinces})
    if (std::optional<Card> card = owners_card(view.scope, measures, group))
      cards.push_back(std::move(*card));
  return cards;
}

}  // namespace tiendo
