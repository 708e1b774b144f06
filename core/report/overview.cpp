// The overview: how is the programme doing this month?
#include <utility>

#include "report/overview_parts.h"
#include "report/views.h"

namespace tiendo {

namespace {

// Every promise once.
struct PromiseCounts { long promises = 0, dated = 0, compared = 0; };

PromiseCounts count_promises(const Scope& scope) {
  PromiseCounts counts;
  for (const Promise& promise : promises_once(scope.dataset, scope.moment)) {
    ++counts.promises;
    if (scope.dataset[promise.target].due) ++counts.dated;
    if (promise.standing.latest) ++counts.compared;
  }
  return counts;
}

std::string counts_heading(const Scope& scope, const PromiseCounts& counts) {
  if (counts.promises > 0) return due_finding(scope);
  for (const Observation& figure : scope.dataset.observations())
    if (shown_at(scope.dataset, figure, scope.moment))
      return scope.say(Word::overview_heading_no_targets);
  return scope.say(Word::overview_heading_nothing);
}

std::string heading(const Scope& scope, const PromiseCounts& counts) {
  const std::optional<MainPromise> main = main_promise_of_site(scope);
  const bool tells = main && (is_broken(main->promise) || main->promise.slip) &&
                     main->promise.standing.status != TargetStatus::achieved;
  if (!tells) return counts_heading(scope, counts);
  return indicator_finding(scope, main->indicator);
}

Word compared_word(const PromiseCounts& counts) {
  if (counts.compared == 0) return Word::overview_lede_compared_none;
  const bool few = counts.compared * 2 < counts.promises;
  if (counts.compared == 1) {
    return few ? Word::overview_lede_compared_few_one : Word::overview_lede_compared_one;
  }
  return few ? Word::overview_lede_compared_few : Word::overview_lede_compared;
}

// What became of those that have come due leads to them; just the way where the heading says so.
Words lede(const Scope& scope, const PromiseCounts& counts, const std::string& heading) {
  if (counts.promises == 0) return {plain(scope.say(Word::overview_lede_no_targets))};
  const std::string promises = scope.count(counts.promises, Word::overview_lede_targets_one,
                                           Word::overview_lede_targets);
  const std::string dated =
      scope.count(counts.dated, Word::overview_lede_dated_one, Word::overview_lede_dated);
  const std::string compared =
      scope.say(compared_word(counts), {count_words(counts.compared, scope.language)});
  Route by_due = route_to(scope.route, View::indicators);
  by_due.indicators_as = IndicatorsAs::by_due;
  const std::string due = due_finding(scope);
  return {plain(promises + scope.say(Word::phrases_comma) + dated + ". " + compared + ". "),
          link(due == heading ? scope.say(Word::overview_lede_by_due) : due, address_of(by_due)),
          plain(".")};
}

void add(std::vector<Block>& blocks, std::optional<Card> card) {
  if (card) blocks.push_back({std::move(*card)});
}

// Side by side; a card alone takes the row for itself.
void add_row(std::vector<Block>& blocks, std::optional<Card> left, float left_share,
             std::optional<Card> right) {
  if (!left || !right) {
    add(blocks, std::move(left));
    add(blocks, std::move(right));
    return;
  }
  Row row;
  row.columns.push_back({.share = left_share, .blocks = blocks_of(std::move(*left))});
  row.columns.push_back({.share = 1, .blocks = blocks_of(std::move(*right))});
  blocks.push_back({std::move(row)});
}

}  // namespace

Page overview_page(const Publication& publication, const Route& route) {
  const Scope scope(publication, route);
  const PromiseCounts counts = count_promises(scope);
  Page page = {.language = scope.language,
               .title = scope.say(Word::site_tab_title, {scope.say(Word::site_overview)}),
               .heading = heading(scope, counts)};
  page.lede = lede(scope, counts, page.heading);
  if (auto stats = headline_stats(scope)) page.blocks.push_back({std::move(*stats)});
  add_row(page.blocks, promise_card(scope), 2, task_states_card(scope));
  add_row(page.blocks, movers_card(scope), 0.75f, slips_card(scope));
  add(page.blocks, news_card(scope));
  return page;
}

}  // namespace tiendo
