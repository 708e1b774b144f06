// The finding about one unit, the sentence below it and its headline figures.
#include <algorithm>
#include <cmath>

#include "report/ranking_parts.h"
#include "report/tasks_parts.h"
#include "report/unit_parts.h"
#include "score/rounding.h"

namespace tiendo {
namespace {

std::string rank_heading(const UnitView& view) {
  const Scope& scope = view.scope;
  const UnitScore& now = *view.scored.now;
  const std::string points = view.points(*now.score);
  const int scored = view.comparison->now->scored();
  if (scored == 1) return scope.say(Word::unit_ranks_alone, {view.name(), points});
  const std::string ranks =
      scope.say(now.tied ? Word::unit_ranks_tied : Word::unit_ranks,
                {view.name(), count_words(*now.rank, scope.language),
                 peers_count(scope, view.row().kind, scored), points});
  const int places = view.scored.change ? view.scored.change->places : 0;
  if (places > 0) return scope.count(places, Word::unit_climbed_one, Word::unit_climbed, {ranks});
  if (places < 0) return scope.count(-places, Word::unit_fell_one, Word::unit_fell, {ranks});
  return ranks;
}

std::string former_heading(const UnitView& view) {
  const Scope& scope = view.scope;
  const long figures = view.figures();
  const std::string left =
      figures == 0 ? scope.say(Word::unit_former_silent)
                   : scope.count(figures, Word::unit_former_figures_one, Word::unit_former_figures);
  return scope.say(Word::unit_former, {view.name(), scope.date(*view.row().valid_to), left});
}

// The tasks view says what tasks come to; asked about this unit it names it.
std::string tasks_finding(const UnitView& view) {
  const Route route = tasks_route(view);
  return tasks_heading(Scope(view.scope.publication, route), view.tasks);
}

std::string period_words(const UnitView& view, ObservationId figure) {
  return view.scope.period(view.dataset()[figure].period);
}

bool is_past(const UnitView& view) {
  return view.row().valid_to && *view.row().valid_to < view.scope.moment.end();
}

Words link_list(const UnitView& view, const std::vector<UnitId>& units) {
  return unit_list(view.dataset(), units, view.scope.route);
}

void append_sentence(Words& words, std::string sentence) {
  if (!words.empty()) sentence = " " + sentence;
  words.push_back(plain(std::move(sentence)));
}

void append_successors(const UnitView& view, Words& words) {
  const std::vector<UnitId> successors = successors_of(view.dataset(), view.unit);
  if (successors.empty()) return;
  // The pattern around a list of links.
  const std::string pattern = view.scope.say(Word::unit_lede_successors, {"\n"});
  const std::size_t place = pattern.find('\n');
  append_sentence(words, pattern.substr(0, place));
  for (Span& span : link_list(view, successors)) words.push_back(std::move(span));
  words.push_back(plain(pattern.substr(place + 1)));
}

// --- the headline figures

Status band_status(const UnitView& view) {
  const Scope& scope = view.scope;
  const Band& band = *view.scored.now->band;
  const bool lowest = &band == &view.methodology->bands.back();
  const bool highest = &band == &view.methodology->bands.front();
  const std::string& name = band.name.in(scope.language);
  return {highest ? Symbol::circle : lowest ? Symbol::square : Symbol::half_circle,
          highest ? Ink::good : lowest ? Ink::bad : Ink::info,
          scope.say(band.confirmed ? Word::unit_stat_band : Word::unit_stat_band_unconfirmed,
                    {name})};
}

// How sure the rank is; "" where there is no study of it.
std::string range_of(const UnitView& view) {
  const Scope& scope = view.scope;
  const std::optional<RankStudy> study =
      rank_certainty(scope.publication, *view.methodology, scope.moment);
  const UnitRobustness* found = study ? study->find(view.unit) : nullptr;
  return found ? range_words(scope, *found) : std::string();
}

Stat score_stat(const UnitView& view) {
  const Scope& scope = view.scope;
  Stat stat{.label = scope.say(Word::unit_stat_score), .href = ranking_href(view)};
  if (!view.has_score()) {
    stat.status = Status{Symbol::ring, Ink::silence, scope.say(Word::unit_stat_no_score)};
    stat.lines.push_back({plain(scope.say(Word::unit_stat_not_zero), Ink::muted)});
    return stat;
  }
  const UnitScore& now = *view.scored.now;
  stat.value = view.shown(*now.score);
  stat.unit = scope.say(Word::unit_stat_of_100);
  if (now.band) stat.status = band_status(view);
  stat.lines.push_back(
      {plain(scope.say(Word::unit_stat_rank,
                       {count_words(*now.rank, scope.language),
                        peers_count(scope, view.row().kind, view.comparison->now->scored())}))});
  if (const std::string range = range_of(view); !range.empty())
    stat.lines.push_back({plain(scope.say(Word::unit_stat_range, {range}), Ink::muted)});
  stat.foot = {plain(scope.say(Word::phrases_as_of, {scored_at(view)}), Ink::muted)};
  return stat;
}

Status places_status(const Scope& scope, int places) {
  if (places > 0)
    return {Symbol::triangle_up, Ink::good,
            scope.count(places, Word::unit_stat_up_one, Word::unit_stat_up)};
  if (places < 0)
    return {Symbol::triangle_down, Ink::bad,
            scope.count(-places, Word::unit_stat_down_one, Word::unit_stat_down)};
  return {Symbol::dash, Ink::muted, scope.say(Word::unit_stat_same_rank)};
}

Stat change_stat(const UnitView& view) {
  const Scope& scope = view.scope;
  Stat stat;
  if (!view.scored.change) {
    stat.label = scope.say(Word::unit_stat_change_plain);
    stat.lines.push_back({plain(scope.say(Word::unit_stat_no_before), Ink::muted)});
    return stat;
  }
  const UnitScore& before = *view.scored.before;
  stat.label = scope.say(Word::unit_stat_change, {compared_at(view)});
  stat.value = view.change(view.scored.change->points);
  stat.unit = scope.say(Word::unit_stat_points);
  stat.status = places_status(scope, view.scored.change->places);
  stat.lines.push_back({plain(scope.say(
      Word::unit_stat_before, {view.points(*before.score),
                               count_words(*before.rank, scope.language)}))});
  stat.href = ranking_href(view);
  return stat;
}

Stat tasks_stat(const UnitView& view) {
  const Scope& scope = view.scope;
  const TaskTally tally = tally_of(view.tasks);
  Stat stat{.label = scope.say(Word::unit_stat_tasks)};
  if (tally.total() == 0) {
    stat.lines.push_back({plain(scope.say(Word::unit_stat_tasks_none), Ink::muted)});
    return stat;
  }
  stat.value = count_words(tally.total(), scope.language);
  stat.unit = scope.say(tally.total() == 1 ? Word::unit_stat_tasks_unit_one
                                           : Word::unit_stat_tasks_unit);
  stat.lines.push_back({plain(tally_words(tally, scope.language))});
  stat.foot = {plain(scope.say(Word::unit_stat_at_end,
                               {format_month_in_words(scope.moment.month, scope.language)}),
                     Ink::muted)};
  stat.href = address_of(tasks_route(view));
  return stat;
}

void count_leaves(const TraceNode& node, int& known, int& all) {
  if (node.children.empty()) {
    ++all;
    known += node.score ? 1 : 0;
  }
  for (const TraceNode& child : node.children) count_leaves(child, known, all);
}

Stat coverage_stat(const UnitView& view) {
  const Scope& scope = view.scope;
  int known = 0, all = 0;
  count_leaves(view.scored.now->trace(), known, all);
  const double percent = 100 * view.scored.now->coverage;
  return {.label = scope.say(Word::unit_stat_coverage),
          .value = format_number(percent, 0, scope.language),
          .unit = "%",
          .lines = {{plain(scope.say(Word::unit_stat_coverage_line,
                                     {count_words(known, scope.language),
                                      count_words(all, scope.language)}))}}};
}

Stat figures_stat(const UnitView& view) {
  const Scope& scope = view.scope;
  Stat stat{.label = scope.say(Word::unit_stat_figures)};
  const std::optional<ObservationId> latest = view.latest_figure();
  if (!latest) {
    stat.lines.push_back({plain(scope.say(Word::unit_stat_figures_none), Ink::muted)});
    return stat;
  }
  stat.value = count_words(view.figures(), scope.language);
  stat.unit = scope.say(view.figures() == 1 ? Word::unit_stat_figures_unit_one
                                            : Word::unit_stat_figures_unit);
  stat.lines.push_back({plain(scope.count(static_cast<long>(view.indicators.size()),
                                          Word::unit_stat_figures_line_one,
                                          Word::unit_stat_figures_line))});
  stat.foot = {plain(scope.say(Word::unit_stat_figures_latest, {period_words(view, *latest)}),
                     Ink::muted)};
  return stat;
}

}  // namespace

std::string unit_heading(const UnitView& view) {
  const Scope& scope = view.scope;
  const Unit& unit = view.row();
  if (is_past(view)) return former_heading(view);
  if (unit.valid_from && *unit.valid_from > scope.moment.end() && view.figures() == 0)
    return scope.say(Word::unit_not_yet, {view.name(), scope.date(*unit.valid_from)});
  if (view.has_score()) return rank_heading(view);
  if (!view.tasks.empty()) return tasks_finding(view);
  const std::optional<ObservationId> latest = view.latest_figure();
  if (!latest) return scope.say(Word::unit_silent, {view.name()});
  return scope.count(view.figures(), Word::unit_only_figures_one, Word::unit_only_figures,
                     {view.name(), period_words(view, *latest)});
}

Words unit_lede(const UnitView& view) {
  const Scope& scope = view.scope;
  Words words;
  if (view.methodology && view.has_score()) {
    const std::string method = view.methodology->name.in(scope.language);
    const bool figures = figures_span(*view.scored.now).has_value();
    const Word word = figures ? Word::unit_lede_scored : Word::unit_lede_scored_month;
    append_sentence(words, scope.say(word, {method, scored_at(view)}));
    const std::string provisional = provisional_parts(scope, {view.scored.now});
    if (!provisional.empty())
      words.push_back(plain(scope.say(Word::ranking_lede_provisional, {provisional})));
  } else if (view.scored.now) {
    append_sentence(words, scope.say(Word::unit_lede_unscored,
                                     {view.methodology->name.in(scope.language),
                                      unscored_reason(scope, *view.methodology, *view.scored.now,
                                                      tally_of(view.tasks))}));
  }
  append_successors(view, words);
  if (!view.row().note.empty()) append_sentence(words, view.row().note.in(scope.language));
  return words;
}

Stats unit_stats(const UnitView& view) {
  Stats stats;
  const bool ranked = view.comparison != nullptr;
  if (ranked) stats.stats.push_back(score_stat(view));
  if (ranked && view.has_score()) stats.stats.push_back(change_stat(view));
  stats.stats.push_back(tasks_stat(view));
  if (ranked && view.has_score()) stats.stats.push_back(coverage_stat(view));
  if (!ranked || !view.has_score()) stats.stats.push_back(figures_stat(view));
  return stats;
}

}  // namespace tiendo
