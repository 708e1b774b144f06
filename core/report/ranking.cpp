// The ranking view: who leads, who lags, and what moved.
#include <algorithm>

#include "report/ranking_parts.h"
#include "report/views.h"
#include "score/offices.h"

namespace tiendo {
namespace {

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

constexpr std::size_t months_listed_max = 24;

// "10/2026, số liệu 10/10/2026": months with few units say so instead.
std::string month_words(const Ranking& ranking, const MonthScores& month) {
  const Scope& scope = ranking.scope;
  const std::string name = format_month(month.month, scope.language);
  const auto units = static_cast<double>(month.units);
  const auto scored = static_cast<long>(month.scored.size());
  const bool few = static_cast<double>(scored) < comparable_share_min * units;
  if (few && !ranking.methodology.published_total.empty())
    return scope.count(scored, Word::ranking_month_few_one, Word::ranking_month_few, {name});
  if (!month.figures) return name;
  return scope.say(Word::ranking_month_figures, {name, span_words(scope, *month.figures)});
}

std::optional<Choice> month_choice(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const ScoreHistory& history = *ranking.history;
  if (history.empty()) return std::nullopt;
  Choice choice{.label = scope.say(Word::ranking_month), .look = ChoiceLook::menu, .options = {}};
  bool listed = false;
  for (std::size_t i = 0; i < std::min(history.size(), months_listed_max); ++i) {
    const MonthScores& scores = history[history.size() - 1 - i];
    Route there = scope.route;
    there.month = in_address(scope.publication, scores.month);
    const bool shown = scores.month == scope.moment.month;
    listed = listed || shown;
    choice.options.push_back(
        {.text = month_words(ranking, scores), .href = address_of(there), .selected = shown});
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
    if (!methodology.scores(kind_of(scope.route.group))) continue;
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

// The same with the published weights and with the reader's own.
Choices choices_of(const Ranking& ranking, const Methodology& published) {
  const Scope& scope = ranking.scope;
  Choices choices{.choices = {group_choice(scope)}};
  if (std::optional<Choice> rules = methodology_choice(scope, published))
    choices.choices.push_back(std::move(*rules));
  if (std::optional<Choice> months = month_choice(ranking))
    choices.choices.push_back(std::move(*months));
  if (can_be_weighed(published) && ranking.now().scored() > 0)
    choices.choices.push_back(weights_choice(scope, published));
  return choices;
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
  const UnitKind kind = kind_of(scope.route.group);
  const SharedScorecard official =
      scorecard_of(scope.publication, published, kind, scope.moment);
  if (official->scored() == 0) return std::nullopt;
  const Methodology own = with_weights(published, scope.route.weights);
  Comparison comparison;
  comparison.now =
      std::make_shared<const Scorecard>(only_peers(score_with(*official, own), kind));
  const Ranking ranking{.scope = scope, .methodology = own, .comparison = comparison,
                        .standings = {},
                        .history = history_of(scope.publication, published, kind,
                                              scope.moment.as_of),
                        .official = official};
  Page page = page_frame(scope);
  page.heading = own_heading(ranking);
  page.lede = own_lede(ranking);
  page.blocks.push_back({choices_of(ranking, published)});
  page.blocks.push_back({weights_card(ranking)});
  append_ranking(page.blocks, ranking);
  return page;
}

}  // namespace

bool Ranking::asks_for_tasks() const { return tasks_rule_in(methodology.root) != nullptr; }

std::vector<const UnitScore*> Ranking::scored() const {
  std::vector<const UnitScore*> units;
  units.reserve(now().units.size());
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
    if (methodology.id == route.methodology && methodology.scores(kind)) return &methodology;
  return publication.methodology_for(kind);
}

std::vector<Month> ranking_months(const Publication& publication, const Route& route) {
  const Methodology* methodology = methodology_shown(publication, route);
  std::vector<Month> months;
  if (!methodology) return months;
  const auto history = history_of(publication, *methodology, kind_of(route.group), {});
  for (const MonthScores& scores : *history) months.push_back(scores.month);
  return months;
}

Page ranking_page(const Publication& publication, const Route& route) {
  if (!route.subject.empty()) return not_found_page(publication, route);
  const Scope scope(publication, route);
  const Methodology* methodology = methodology_shown(publication, route);
  if (!methodology) return page_without_method(scope);
  if (can_be_weighed(*methodology) && !route.weights.empty())
    if (std::optional<Page> own = own_ranking_page(scope, *methodology)) return std::move(*own);
  const UnitKind kind = kind_of(route.group);
  const Comparison comparison = compare(publication, *methodology, kind, scope.moment);
  Ranking ranking{.scope = scope, .methodology = *methodology, .comparison = comparison,
                  .standings = {},
                  .history = history_of(publication, *methodology, kind, scope.moment.as_of),
                  .certainty = rank_certainty(publication, *methodology, scope.moment)};
  if (ranking.asks_for_tasks())
    ranking.standings = standings(scope.dataset, scope.moment, deadline_rule_shown);

  Page page = page_frame(scope);
  page.heading = ranking_heading(ranking);
  page.lede = ranking_lede(ranking);
  page.blocks.push_back({choices_of(ranking, *methodology)});
  append_ranking(page.blocks, ranking);
  append(page.blocks, unscored_card(ranking));
  append(page.blocks, components_card(ranking));
  append(page.blocks, component_matrix_card(ranking));
  page.blocks.push_back({method_card(ranking)});
  return page;
}

}  // namespace tiendo
