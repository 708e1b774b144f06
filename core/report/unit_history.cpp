// Score and rank over the months. A month without a figure of its own has no point, and months that
// do not follow one another are not joined.
#include <algorithm>

#include "report/cells.h"
#include "report/unit_parts.h"
#include "score/score_memory.h"

namespace tiendo {
namespace {

constexpr std::ptrdiff_t months_max = 24;
constexpr std::size_t few_months = 3;  // are no line to fill a wide chart with
constexpr float few_months_px = 200;

struct ScoredMonth {
  Month month;
  double score = 0;
  int rank = 0;
  long scored = 0;
};

// Up to the month shown, the newest of them.
std::vector<ScoredMonth> months_of(const UnitView& view) {
  std::vector<ScoredMonth> months;
  const auto history = history_of(view.scope.publication, *view.methodology, view.row().kind,
                                  view.scope.moment.as_of);
  const auto later = std::find_if(history->begin(), history->end(), [&](const MonthScores& each) {
    return view.scope.moment.month < each.month;
  });
  const auto first = history->begin() + std::max<std::ptrdiff_t>(
                                            later - history->begin() - months_max, 0);
  for (auto month = first; month != later; ++month)
    if (const MonthScores::Unit* own = month->find(view.unit))
      months.push_back({.month = month->month, .score = own->score, .rank = own->rank,
                        .scored = static_cast<long>(month->scored.size())});
  return months;
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
  if (history.size() <= few_months) chart.height = few_months_px;
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
  const std::vector<ScoredMonth> history = months_of(view);
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
