// The scoring rules: all of them, and each one whole, down to its formulas.
#include <algorithm>
#include <utility>

#include "report/cells.h"
#include "report/method_parts.h"
#include "report/ranking_parts.h"
#include "report/views.h"

namespace tiendo {
namespace {

// "34 trong 34 đơn vị có điểm trong tháng 10/2026"
std::string scored_words(const MethodView& view) {
  const Scope& scope = view.scope;
  const std::string month = format_month_in_words(scope.moment.month, scope.language);
  if (view.now.scored() == 0) return scope.say(Word::method_none_scored, {month});
  return scope.count(view.now.scored(), Word::method_scored_one, Word::method_scored,
                     {count_words(static_cast<long>(view.now.units.size()), scope.language),
                      month});
}

// Nobody is scored: what the ranking says of it.
std::string why_none(const MethodView& view) {
  Route there = view.scope.route;
  there.group = view.group();
  const Scope scope(view.scope.publication, there);
  const UnitKind kind = kind_of(there.group);
  Comparison comparison;
  comparison.now = scorecard_of(scope.publication, view.methodology, kind, scope.moment);
  Ranking ranking{.scope = scope, .methodology = view.methodology, .comparison = comparison,
                  .standings = {},
                  .history = history_of(scope.publication, view.methodology, kind,
                                        scope.moment.as_of),
                  .certainty = std::nullopt};
  if (ranking.asks_for_tasks())
    ranking.standings = standings(scope.dataset, scope.moment, deadline_rule_shown);
  std::string words = ranking_heading(ranking) + scope.say(Word::ranking_stop);
  const std::vector<const UnitScore*> unscored = ranking.unscored();
  if (!unscored.empty() && !ranking.asks_for_tasks())
    words += " " + unscored_reason(scope, view.methodology, *unscored.front(), {}) +
             scope.say(Word::ranking_stop);
  return words;
}

std::string ranking_address(const MethodView& view) {
  Route there{.language = view.scope.language, .view = View::ranking,
              .month = view.scope.route.month, .as_of = view.scope.route.as_of,
              .group = view.group()};
  const Methodology* first = view.scope.publication.methodology_for(kind_of(there.group));
  if (first != &view.methodology) there.methodology = view.methodology.id;
  return address_of(there);
}

std::string own_address(const Scope& scope, const Methodology& methodology) {
  return address_with(scope.route, [&](Route& route) {
    route.subject = methodology.id;
    route.methodology.clear();
  });
}

Card standing_card(const MethodView& view, const Shelf& shelf) {
  const Scope& scope = view.scope;
  Card card{.title = scored_words(view),
            .subtitle = scope.say(Word::method_version,
                                  {view.methodology.version, view.methodology.id}),
            .blocks = {}, .foot = {}};
  if (view.now.scored() == 0)
    card.blocks.push_back({Paragraph{.words = {plain(why_none(view))}}});
  card.foot = {link(scope.say(Word::method_to_ranking), ranking_address(view))};
  if (shelf.origin == DatasetOrigin::site) {  // which serves the package beside the page
    const std::string file = "methodologies/" + view.methodology.id + ".json";
    card.foot.push_back(plain(scope.say(Word::phrases_dot), Ink::muted));
    card.foot.push_back(link(scope.say(Word::method_download),
                             "data/" + scope.dataset.info().name + "/" + file));
  }
  return card;
}

std::optional<Card> notes_card(const MethodView& view) {
  if (view.methodology.notes.empty()) return std::nullopt;
  Card card{.title = view.scope.say(Word::method_notes), .subtitle = {}, .blocks = {},
            .foot = {}};
  for (const Bilingual& note : view.methodology.notes)
    card.blocks.push_back({Paragraph{.words = {plain(note.in(view.scope.language))}}});
  return card;
}

Page one_page(const MethodView& view, const Shelf& shelf) {
  const Scope& scope = view.scope;
  const std::string& name = view.methodology.name.in(scope.language);
  Page page{.language = scope.language,
            .title = scope.say(Word::site_tab_title, {name}),
            .heading = scope.say(Word::method_one, {name}),
            .lede = {plain(view.methodology.description.in(scope.language))}};
  page.blocks.push_back({standing_card(view, shelf)});
  page.blocks.push_back({tree_card(view)});
  append(page.blocks, points_card(view));
  append(page.blocks, preparation_card(view));
  append(page.blocks, certainty_card(view));
  append(page.blocks, alternatives_card(view));
  append(page.blocks, bands_card(view));
  append(page.blocks, notes_card(view));
  return page;
}

Card listed_card(const MethodView& view) {
  const Scope& scope = view.scope;
  Card card{.title = view.methodology.name.in(scope.language),
            .subtitle = scope.say(Word::method_version,
                                  {view.methodology.version, view.methodology.id}),
            .blocks = {}, .foot = {}};
  if (!view.methodology.description.empty())
    card.blocks.push_back(
        {Paragraph{.words = {plain(view.methodology.description.in(scope.language))}}});
  card.blocks.push_back({Paragraph{.words = {plain(scored_words(view), Ink::muted)}}});
  if (std::optional<Table> weights = weights_table(view))
    card.blocks.push_back({std::move(*weights)});
  card.foot = {link(scope.say(Word::method_whole), own_address(scope, view.methodology)),
               plain(scope.say(Word::phrases_dot), Ink::muted),
               link(scope.say(Word::method_to_ranking), ranking_address(view))};
  return card;
}

}  // namespace

RankingGroup MethodView::group() const {
  return methodology.scores(UnitKind::province) ? RankingGroup::provinces
                                                 : RankingGroup::ministries;
}

Page method_page(const Publication& publication, const Route& route, const Shelf& shelf) {
  const Scope scope(publication, route);
  for (const Methodology& methodology : publication.methodologies) {
    if (methodology.id != route.subject) continue;
    const SharedScorecard now = scorecard_of(publication, methodology, scope.moment);
    return one_page({.scope = scope, .methodology = methodology, .now = *now}, shelf);
  }
  if (!route.subject.empty()) return not_found_page(publication, route);
  Page page{.language = route.language,
            .title = scope.say(Word::site_tab_title, {scope.say(Word::site_method)}),
            .heading = scope.say(publication.methodologies.empty() ? Word::method_heading_none
                                                                   : Word::method_heading),
            .lede = {plain(scope.say(Word::method_lede))}};
  for (const Methodology& methodology : publication.methodologies) {
    const SharedScorecard now = scorecard_of(publication, methodology, scope.moment);
    page.blocks.push_back(
        {listed_card({.scope = scope, .methodology = methodology, .now = *now})});
  }
  return page;
}

}  // namespace tiendo
