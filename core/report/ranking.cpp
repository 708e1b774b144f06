// The ranking view: who leads, who lags, and what moved.
#include <algorithm>

#include "report/ranking_parts.h"
#include "report/views.h"

namespace tiendo {
namespace {

UnitKind kind_of(RankingGroup group) {
  return group == RankingGroup::provinces ? UnitKind::province : UnitKind::ministry;
}

Choice group_choice(const Scope& scope) {
  const auto option = [&](RankingGroup group, Word word) {
    return Option{.text = scope.say(word),
                  .href = address_of({.language = scope.language, .view = View::ranking,
                                      .month = scope.route.month, .group = group}),
                  .selected = scope.route.group == group};
  };
  return {.label = scope.say(Word::ranking_group),
          .look = ChoiceLook::segmented,
          .options = {option(RankingGroup::provinces, Word::ranking_provinces),
                      option(RankingGroup::ministries, Word::ranking_ministries)}};
}

// "tháng 10/2026 (số liệu 10/10/2026)": months with few units say so instead.
std::string month_words(const Scope& scope, const Methodology& methodology, Month month) {
  const Scorecard card =
      score(scope.dataset, methodology, {.month = month, .as_of = scope.moment.as_of});
  const std::string name = format_month(month, scope.language);
  const auto units = static_cast<double>(card.units.size());
  if (card.scored() < comparable_share_min * units && !methodology.published_total.empty()) {
    return scope.count(card.scored(), Word::ranking_month_few_one, Word::ranking_month_few, {name});
  }
  const std::optional<FiguresSpan> span = figures_span(scope.dataset, card);
  if (!span) return name;
  return scope.say(Word::ranking_month_figures, {name, span_words(scope, *span)});
}

constexpr std::size_t months_listed_max = 24;

std::optional<Choice> month_choice(const Scope& scope, const Methodology& methodology) {
  std::vector<Month> months = scored_months(scope.dataset, methodology);
  if (months.empty()) return std::nullopt;
  std::reverse(months.begin(), months.end());
  if (months.size() > months_listed_max) months.resize(months_listed_max);
  Choice choice{.label = scope.say(Word::ranking_month), .look = ChoiceLook::menu, .options = {}};
  if (std::find(months.begin(), months.end(), scope.moment.month) == months.end()) {
    choice.options.push_back({.text = format_month(scope.moment.month, scope.language),
                              .href = address_of(scope.route),
                              .selected = true});
  }
  const Month latest = month_shown(scope.publication, Route{});
  for (const Month month : months) {
    Route there = scope.route;
    there.month = month == latest ? std::nullopt : std::optional(month);
    choice.options.push_back({.text = month_words(scope, methodology, month),
                              .href = address_of(there),
                              .selected = month == scope.moment.month});
  }
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

void append(std::vector<Block>& blocks, std::optional<Card> card) {
  if (card) blocks.push_back({std::move(*card)});
}

// The table and the map side by side.
void append_ranking(std::vector<Block>& blocks, const Ranking& ranking) {
  if (ranking.now().scored() == 0) return;
  Block table{ranking_table_card(ranking)};
  std::optional<Card> map = tile_map_card(ranking);
  if (!map) {
    blocks.push_back(std::move(table));
    return;
  }
  Row row{.columns = {}, .min_width = 340};
  row.columns.push_back({.share = 2, .blocks = {std::move(table)}});
  row.columns.push_back({.share = 1, .blocks = {{std::move(*map)}}});
  blocks.push_back({std::move(row)});
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

Page ranking_page(const Publication& publication, const Route& route) {
  if (!route.subject.empty()) return not_found_page(publication, route);
  const Scope scope(publication, route);
  const Methodology* methodology = publication.methodology_for(kind_of(route.group));
  if (!methodology) return page_without_method(scope);
  const Comparison comparison = compare(publication, *methodology, scope.moment);
  Ranking ranking{.scope = scope, .methodology = *methodology, .comparison = comparison,
                  .standings = {},
                  .certainty = rank_certainty(publication, *methodology, scope.moment)};
  if (ranking.asks_for_tasks())
    ranking.standings = standings(scope.dataset, scope.moment, deadline_rule_shown);

  Page page = page_frame(scope);
  page.heading = ranking_heading(ranking);
  page.lede = ranking_lede(ranking);
  Choices choices{.choices = {group_choice(scope)}};
  if (std::optional<Choice> months = month_choice(scope, *methodology))
    choices.choices.push_back(std::move(*months));
  page.blocks.push_back({std::move(choices)});
  append_ranking(page.blocks, ranking);
  append(page.blocks, unscored_card(ranking));
  append(page.blocks, change_card(ranking));
  append(page.blocks, components_card(ranking));
  append(page.blocks, component_matrix_card(ranking));
  page.blocks.push_back({method_card(ranking)});
  return page;
}

}  // namespace tiendo
