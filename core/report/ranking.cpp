// The ranking view: who leads, who lags, and what moved.
#include <algorithm>

#include "report/ranking_parts.h"
#include "report/views.h"

namespace tiendo {
namespace {

bool scores(const Methodology& methodology, UnitKind kind) {
  return std::find(methodology.units.begin(), methodology.units.end(), kind) !=
         methodology.units.end();
}

Choice group_choice(const Scope& scope) {
  const auto option = [&](RankingGroup group, Word word) {
    return Option{.text = scope.say(word),
                  .href = address_of({.language = scope.language, .view = View::ranking,
                                      .month = scope.route.month,
                                      .as_of = scope.route.as_of, .group = group}),
                  .selected = scope.route.group == group};
  };
  return {.label = scope.say(Word::ranking_group),
          .look = ChoiceLook::segmented,
          .options = {option(RankingGroup::provinces, Word::ranking_provinces),
                      option(RankingGroup::ministries, Word::ranking_ministries)}};
}

// Of the months with scores, the newest of them: what a reader steps through.
std::vector<Scorecard> history_of(const Scope& scope, const Methodology& methodology) {
  constexpr std::size_t months_max = 24;
  std::vector<Month> months = scored_months(scope.dataset, methodology);
  if (months.size() > months_max)
    months.erase(months.begin(), months.end() - static_cast<std::ptrdiff_t>(months_max));
  std::vector<Scorecard> history;
  for (const Month month : months)
    history.push_back(
        score(scope.dataset, methodology, {.month = month, .as_of = scope.moment.as_of}));
  return history;
}

// "10/2026, số liệu 10/10/2026": months with few units say so instead.
std::string month_words(const Scope& scope, const Scorecard& card) {
  const std::string name = format_month(card.moment.month, scope.language);
  const auto units = static_cast<double>(card.units.size());
  if (card.scored() < comparable_share_min * units && !card.methodology->published_total.empty())
    return scope.count(card.scored(), Word::ranking_month_few_one, Word::ranking_month_few, {name});
  const std::optional<FiguresSpan> span = figures_span(scope.dataset, card);
  if (!span) return name;
  return scope.say(Word::ranking_month_figures, {name, span_words(scope, *span)});
}

std::optional<Choice> month_choice(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  if (ranking.history.empty()) return std::nullopt;
  Choice choice{.label = scope.say(Word::ranking_month), .look = ChoiceLook::menu, .options = {}};
  const Month latest = month_shown(scope.publication, Route{});
  bool listed = false;
  for (auto card = ranking.history.rbegin(); card != ranking.history.rend(); ++card) {
    const Month month = card->moment.month;
    Route there = scope.route;
    there.month = month == latest ? std::nullopt : std::optional(month);
    const bool shown = month == scope.moment.month;
    listed = listed || shown;
    choice.options.push_back(
        {.text = month_words(scope, *card), .href = address_of(there), .selected = shown});
  }
  if (!listed)
    choice.options.insert(choice.options.begin(),
                          {.text = format_month(scope.moment.month, scope.language),
                           .href = address_of(scope.route), .selected = true});
  return choice;
}

// Where several rules score the same units.
std::optional<Choice> methodology_choice(const Scope& scope, const Methodology& shown) {
  Choice choice{.label = scope.say(Word::ranking_rule), .look = ChoiceLook::menu, .options = {}};
  const Methodology* first = scope.publication.methodology_for(kind_of(scope.route.group));
  for (const Methodology& methodology : scope.publication.methodologies) {
    if (!scores(methodology, kind_of(scope.route.group))) continue;
    Route there = scope.route;
    there.methodology = &methodology == first ? std::string() : methodology.id;
    there.weights.clear();  // are of the nodes of another tree
    choice.options.push_back({.text = methodology.name.in(scope.language),
                              .href = address_of(there), .selected = &methodology == &shown});
  }
  if (choice.options.size() < 2) return std::nullopt;
  return choice;
}

Page page_frame(const Scope& scope) {
  const bool provinces = scope.route.group == RankingGroup::provinces;
  const Word title = provinces ? Word::ranking_provinces_title : Word::ranking_ministries_title;
  Page page;
  page.language = scope.language;
  page.title = scope.say(Word::site_tab_title, {scope.say(title)});
  return page;
}

Page page_without_method(const Scope& scope) {
  Page page = page_frame(scope);
  const bool provinces = scope.route.group == RankingGroup::provinces;
  page.heading = scope.say(
      Word::ranking_no_method,
      {scope.say(provinces ? Word::ranking_provinces_none : Word::ranking_ministries_none)});
  page.lede = {plain(scope.say(Word::ranking_no_method_lede))};
  page.blocks.push_back({Choices{.choices = {group_choice(scope)}}});
  return page;
}

// The table, and beside it the map and what changed.
void append_ranking(std::vector<Block>& blocks, const Ranking& ranking) {
  std::optional<Card> map = tile_map_card(ranking);
  if (ranking.now().scored() == 0) return append(blocks, std::move(map));
  Card table = ranking.official ? own_table_card(ranking) : ranking_table_card(ranking);
  std::optional<Card> changes = change_card(ranking);
  if (!map) {
    blocks.push_back({std::move(table)});
    return append(blocks, std::move(changes));
  }
  Row row{.columns = {}, .min_width = 340};
  row.columns.push_back({.share = 2, .blocks = blocks_of(std::move(table))});
  row.columns.push_back({.share = 1, .blocks = blocks_of(std::move(*map))});
  append(row.columns.back().blocks, std::move(changes));
  blocks.push_back({std::move(row)});
}

// Nothing but what the sliders change: it is made anew at every step of theirs.
std::optional<Page> own_ranking_page(const Scope& scope, const Methodology& published) {
  const Scorecard official = score(scope.dataset, published, scope.moment);
  if (official.scored() == 0) return std::nullopt;
  const Methodology own = with_weights(published, scope.route.weights);
  const Comparison comparison{.now = score(scope.dataset, own, scope.moment),
                              .before = std::nullopt};
  const Ranking ranking{.scope = scope, .methodology = own, .comparison = comparison,
                        .standings = {}, .history = {}, .official = &official};
  Page page = page_frame(scope);
  page.heading = own_heading(ranking);
  page.lede = own_lede(ranking);
  page.blocks.push_back({Choices{.choices = {group_choice(scope),
                                             weights_choice(scope, published)}}});
  page.blocks.push_back({weights_card(ranking)});
  append_ranking(page.blocks, ranking);
  return page;
}

}  // namespace

bool asks_for_tasks(const MethodNode& node) {
  if (std::holds_alternative<TasksRule>(node.rule)) return true;
  const GroupRule* group = std::get_if<GroupRule>(&node.rule);
  return group && std::any_of(group->children.begin(), group->children.end(),
                              [](const MethodNode& child) { return asks_for_tasks(child); });
}

bool Ranking::asks_for_tasks() const { return tiendo::asks_for_tasks(methodology.root); }

std::vector<const UnitScore*> Ranking::scored() const {
  std::vector<const UnitScore*> units;
  for (const UnitScore& unit : now().units)
    if (unit.score) units.push_back(&unit);
  return units;
}

std::vector<const UnitScore*> Ranking::unscored() const {
  std::vector<const UnitScore*> units;
  for (const UnitScore& unit : now().units)
    if (!unit.score) units.push_back(&unit);
  return units;
}

UnitKind kind_of(RankingGroup group) {
  return group == RankingGroup::provinces ? UnitKind::province : UnitKind::ministry;
}

const Methodology* methodology_shown(const Publication& publication, const Route& route) {
  const UnitKind kind = kind_of(route.group);
  for (const Methodology& methodology : publication.methodologies)
    if (methodology.id == route.methodology && scores(methodology, kind)) return &methodology;
  return publication.methodology_for(kind);
}

std::vector<Month> ranking_months(const Publication& publication, const Route& route) {
  const Methodology* methodology = methodology_shown(publication, route);
  return methodology ? scored_months(publication.dataset, *methodology) : std::vector<Month>();
}

Page ranking_page(const Publication& publication, const Route& route) {
  if (!route.subject.empty()) return not_found_page(publication, route);
  const Scope scope(publication, route);
  const Methodology* methodology = methodology_shown(publication, route);
  if (!methodology) return page_without_method(scope);
  const bool weighed = can_be_weighed(*methodology);
  if (weighed && !route.weights.empty())
    if (std::optional<Page> own = own_ranking_page(scope, *methodology)) return std::move(*own);
  const Comparison comparison = compare(publication, *methodology, scope.moment);
  Ranking ranking{.scope = scope, .methodology = *methodology, .comparison = comparison,
                  .standings = {}, .history = history_of(scope, *methodology),
                  .certainty = rank_certainty(publication, *methodology, scope.moment)};
  if (ranking.asks_for_tasks())
    ranking.standings = standings(scope.dataset, scope.moment, deadline_rule_shown);

  Page page = page_frame(scope);
  page.heading = ranking_heading(ranking);
  page.lede = ranking_lede(ranking);
  Choices choices{.choices = {group_choice(scope)}};
  if (std::optional<Choice> rules = methodology_choice(scope, *methodology))
    choices.choices.push_back(std::move(*rules));
  if (std::optional<Choice> months = month_choice(ranking))
    choices.choices.push_back(std::move(*months));
  if (weighed && ranking.now().scored() > 0)
    choices.choices.push_back(weights_choice(scope, *methodology));
  page.blocks.push_back({std::move(choices)});
  append_ranking(page.blocks, ranking);
  append(page.blocks, unscored_card(ranking));
  append(page.blocks, components_card(ranking));
  append(page.blocks, component_matrix_card(ranking));
  page.blocks.push_back({method_card(ranking)});
  return page;
}

}  // namespace tiendo
