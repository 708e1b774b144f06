// Score and rank over the months. A month without a figure of its own has no point, and months that
// do not follow one another are not joined.
#include <algorithm>

#include "report/cells.h"
#include "report/unit_parts.h"
#include "score/prepare.h"
#include "score/rank.h"

namespace tiendo {
namespace {

constexpr std::size_t months_max = 24;

struct ScoredMonth {
  Month month;
  double score = 0;
  int rank = 0;
  long scored = 0;
};

// By the kernel alone: no trace is needed of months that are only drawn.
std::optional<ScoredMonth> score_of(const UnitView& view, Month month) {
  const Prepared prepared =
      prepare(view.dataset(), *view.methodology, {.month = month, .as_of = view.scope.route.as_of});
  const auto unit = std::find(prepared.units.begin(), prepared.units.end(), view.unit);
  if (unit == prepared.units.end()) return std::nullopt;
  const std::vector<double> weights = prepared.tree.weights();
  const KernelInput input = prepared.input(weights);
  NodeScores scores;
  evaluate(input, scores);
  const ScoreColumn& total = column_of(input, scores, 0);
  const auto place = static_cast<std::size_t>(unit - prepared.units.begin());
  if (!total.has(place)) return std::nullopt;
  RankingSpace space;
  std::vector<std::uint32_t> ranks;
  rank_column(total, view.methodology->rank_decimals, space, ranks);
  return ScoredMonth{.month = month, .score = total.values[place],
                     .rank = static_cast<int>(ranks[place]),
                     .scored = static_cast<long>(std::count(
                         total.presence.begin(), total.presence.end(), Presence::present))};
}

std::vector<ScoredMonth> history_of(const UnitView& view) {
  std::vector<Month> months = scored_months(view.dataset(), *view.methodology);
  std::erase_if(months, [&](Month month) { return month > view.scope.moment.month; });
  if (months.size() > months_max) months.erase(months.begin(), months.end() - months_max);
  std::vector<ScoredMonth> history;
  for (const Month month : months)
    if (const auto scored = score_of(view, month)) history.push_back(*scored);
  return history;
}

std::string rank_words(const Scope& scope, const ScoredMonth& month) {
  return scope.say(Word::unit_place, {count_words(month.rank, scope.language),
                                      count_words(month.scored, scope.language)});
}

LinePoint point_of(const UnitView& view, const ScoredMonth& month) {
  const Scope& scope = view.scope;
  return {.at = last_day(month.month), .value = month.score,
          .words = scope.say(Word::unit_history_point,
                             {format_month_in_words(month.month, scope.language),
                              view.points(month.score), rank_words(scope, month)}),
          .href = address_with(scope.route,
                               [&](Route& route) { route.month = month.month; })};
}

LineChart chart_of(const UnitView& view, const std::vector<ScoredMonth>& history) {
  const Scope& scope = view.scope;
  LineChart chart{.from = first_day(history.front().month), .to = scope.moment.end(),
                  .language = scope.language};
  for (std::size_t i = 0; i < history.size(); ++i) {
    const bool follows =
        i > 0 && months_between(history[i - 1].month, history[i].month) == 1;
    if (!follows) chart.series.push_back({.ink = Ink::series});
    chart.series.back().points.push_back(point_of(view, history[i]));
  }
  chart.series.back().label = view.name();
  chart.series.back().value_label = view.points(history.back().score);
  return chart;
}

Table table_of(const UnitView& view, const std::vector<ScoredMonth>& history) {
  const Scope& scope = view.scope;
  Table table{.caption = scope.say(Word::unit_history_caption),
              .columns = {{.title = scope.say(Word::unit_month), .grow = 1, .lead = true},
                          {.title = scope.say(Word::unit_stat_score), .align = Align::right},
                          {.title = scope.say(Word::unit_rank_in), .align = Align::right},
                          {.title = scope.say(Word::unit_among), .align = Align::right,
                           .place = ColumnPlace::detail}},
              .rows = {}};
  for (auto month = history.rbegin(); month != history.rend(); ++month)
    table.rows.push_back(
        {.cells = {link_cell(format_month_in_words(month->month, scope.language),
                             point_of(view, *month).href),
                   text_cell(view.shown(month->score)),
                   text_cell(count_words(month->rank, scope.language)),
                   text_cell(count_words(month->scored, scope.language))}});
  return table;
}

}  // namespace

std::optional<Card> history_card(const UnitView& view) {
  if (!view.has_score()) return std::nullopt;
  const Scope& scope = view.scope;
  const std::vector<ScoredMonth> history = history_of(view);
  if (history.size() < 2) return std::nullopt;
  const auto by_rank = [](const ScoredMonth& a, const ScoredMonth& b) { return a.rank < b.rank; };
  const auto best = std::min_element(history.begin(), history.end(), by_rank);
  const auto worst = std::max_element(history.begin(), history.end(), by_rank);
  const auto month = [&](const ScoredMonth& one) {
    return format_month_in_words(one.month, scope.language);
  };
  Card card;
  card.title = best->rank == worst->rank
                   ? scope.say(Word::unit_history_level,
                               {count_words(static_cast<long>(history.size()), scope.language),
                                count_words(best->rank, scope.language)})
                   : scope.say(Word::unit_history_title,
                               {count_words(best->rank, scope.language), month(*best),
                                count_words(worst->rank, scope.language), month(*worst)});
  card.subtitle = scope.say(Word::unit_history_subtitle,
                            {view.methodology->name.in(scope.language)});
  card.blocks.push_back(
      {Figure{.chart = chart_of(view, history), .title = card.title,
              .description = scope.say(Word::unit_history_description,
                                       {view.name(), month(history.front()),
                                        view.points(history.front().score), month(history.back()),
                                        view.points(history.back().score)})}});
  card.blocks.push_back({table_of(view, history)});
  return card;
}

}  // namespace tiendo
