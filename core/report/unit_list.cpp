// All units: provinces and ministries with their scores, the others with their tasks, and apart
// those that do not exist at the time shown.
#include <algorithm>

#include "base/sort.h"
#include "report/cells.h"
#include "report/ranking_parts.h"
#include "report/task_columns.h"
#include "report/unit_parts.h"
#include "score/rank.h"

namespace tiendo {
namespace {

struct ListedUnit {
  UnitId id;
  TaskTally tally;
  long figures = 0;
  const UnitScore* score = nullptr;  // null: not scored at all
};

struct UnitLists {
  std::vector<ListedUnit> provinces, ministries, others, apart;

  std::size_t all() const {
    return provinces.size() + ministries.size() + others.size() + apart.size();
  }
};

// What the list is made from; the scorecards stay where they are.
struct ListView {
  Scope scope;
  SharedScorecard provinces, ministries;
  const Methodology* provinces_method = nullptr;
  const Methodology* ministries_method = nullptr;

  const std::string& name(UnitId unit) const {
    return scope.dataset[unit].name.in(scope.language);
  }
};

const UnitScore* score_in(const SharedScorecard& card, UnitId unit) {
  return card ? card->find(unit) : nullptr;
}

// Figures known at the moment, by unit; ranks and classes count as figures.
std::vector<long> figures_by_unit(const Scope& scope) {
  std::vector<long> figures(scope.dataset.units().size());
  for (const Observation& observation : scope.dataset.observations())
    if (shown_at(scope.dataset, observation, scope.moment)) ++figures[observation.unit.index];
  return figures;
}

bool by_rank(const ListedUnit& a, const ListedUnit& b) {
  const auto rank = [](const ListedUnit& unit) {
    return unit.score ? unit.score->rank : std::nullopt;
  };
  return ranks_before(rank(a), rank(b));
}

bool by_tasks(const ListedUnit& a, const ListedUnit& b) {
  return a.tally.total() > b.tally.total();
}

UnitLists lists_of(const ListView& view) {
  const Scope& scope = view.scope;
  const std::vector<TaskStanding> tasks =
      standings(scope.dataset, scope.moment, deadline_rule_shown);
  const std::vector<long> figures = figures_by_unit(scope);
  UnitLists lists;
  for (std::uint32_t i = 0; i < scope.dataset.units().size(); ++i) {
    const UnitId id{i};
    const Unit& unit = scope.dataset[id];
    ListedUnit listed{.id = id,
                      .tally = tally_of(led_by(scope.dataset, id, tasks)),
                      .figures = figures[i]};
    if (!unit.exists_on(scope.moment.end())) {
      lists.apart.push_back(std::move(listed));
    } else if (unit.kind == UnitKind::province) {
      listed.score = score_in(view.provinces, id);
      lists.provinces.push_back(std::move(listed));
    } else if (unit.kind == UnitKind::ministry || unit.kind == UnitKind::agency) {
      listed.score = score_in(view.ministries, id);
      lists.ministries.push_back(std::move(listed));
    } else {
      lists.others.push_back(std::move(listed));
    }
  }
  sort_by(lists.provinces, by_rank);
  sort_by(lists.ministries, by_tasks);
  sort_by(lists.ministries, by_rank);
  sort_by(lists.others, by_tasks);
  return lists;
}

// --- heading

const ListedUnit* busiest(const UnitLists& lists) {
  const ListedUnit* most = nullptr;
  for (const std::vector<ListedUnit>* list : {&lists.provinces, &lists.ministries})
    for (const ListedUnit& unit : *list)
      if (unit.tally.total() > (most ? most->tally.total() : 0)) most = &unit;
  return most;
}

std::string list_heading(const ListView& view, const UnitLists& lists) {
  const Scope& scope = view.scope;
  if (lists.all() == 0) return scope.say(Word::unit_nothing);
  if (const ListedUnit* unit = busiest(lists)) {
    const std::string most = scope.count(unit->tally.total(), Word::unit_most_tasks_one,
                                         Word::unit_most_tasks, {view.name(unit->id)});
    const int silent = unit->tally.of(TaskState::unconfirmed);
    if (silent == 0) return most;
    return scope.say(Word::unit_most_tasks_silent, {most, count_words(silent, scope.language)});
  }
  const long scored = view.provinces ? view.provinces->scored() : 0;
  return scope.say(Word::unit_no_tasks, {group_count(scope, RankingGroup::provinces, scored)});
}

Words list_lede(const ListView& view, const UnitLists& lists) {
  const Scope& scope = view.scope;
  std::vector<std::string> parts;
  const auto size = [](const std::vector<ListedUnit>& list) {
    return static_cast<long>(list.size());
  };
  if (!lists.provinces.empty())
    parts.push_back(group_count(scope, RankingGroup::provinces, size(lists.provinces)));
  if (!lists.ministries.empty())
    parts.push_back(group_count(scope, RankingGroup::ministries, size(lists.ministries)));
  if (!lists.others.empty())
    parts.push_back(scope.count(size(lists.others), Word::unit_others_count_one,
                                Word::unit_others_count));
  if (parts.empty()) return {};
  std::string text = scope.say(Word::unit_list_lede,
                               {format_month_in_words(scope.moment.month, scope.language),
                                join(parts, scope.say(Word::unit_semicolon))});
  if (!lists.apart.empty())
    text += scope.count(size(lists.apart), Word::unit_list_apart_one, Word::unit_list_apart);
  return {plain(std::move(text))};
}

// --- tables

Cell unit_cell(const ListView& view, UnitId unit) {
  return link_cell(view.name(unit), unit_href(view.scope.dataset, unit, view.scope.route));
}

Cell score_cell(const ListView& view, const ListedUnit& unit, const Methodology* methodology) {
  const Scope& scope = view.scope;
  if (!methodology || !unit.score || !unit.score->score)
    return text_cell(scope.say(Word::unit_no_score), Ink::muted);
  return words_cell({plain(shown_score(*methodology, *unit.score->score, scope.language),
                           Ink::text, Weight::bold)});
}

Cell rank_cell(const ListView& view, const ListedUnit& unit) {
  if (!unit.score || !unit.score->rank)
    return text_cell(view.scope.say(Word::unit_not_ranked), Ink::muted);
  return text_cell(count_words(*unit.score->rank, view.scope.language));
}

Cell figures_cell(const ListView& view, const ListedUnit& unit) {
  if (unit.figures == 0) return text_cell(view.scope.say(Word::phrases_no_data), Ink::faint);
  return text_cell(count_words(unit.figures, view.scope.language));
}

std::vector<TaskColumn> columns_for(const std::vector<ListedUnit>& units) {
  std::vector<TaskTally> tallies;
  for (const ListedUnit& unit : units) tallies.push_back(unit.tally);
  return task_columns(tallies);
}

bool any_scored(const std::vector<ListedUnit>& units) {
  return std::any_of(units.begin(), units.end(), [](const ListedUnit& unit) {
    return unit.score && unit.score->score;
  });
}

Table group_table(const ListView& view, const std::vector<ListedUnit>& units,
                  const Methodology* methodology, std::string caption) {
  const Scope& scope = view.scope;
  const std::vector<TaskColumn> counted = columns_for(units);
  const bool scored = any_scored(units);
  Table table{.caption = scope.say(Word::unit_list_caption, {std::move(caption)}),
              .columns = {{.title = scope.say(Word::unit_unit), .grow = 2, .lead = true}},
              .rows = {}};
  if (scored) {
    table.columns.push_back({.title = scope.say(Word::ranking_rank), .align = Align::right,
                             .place = ColumnPlace::detail});
    table.columns.push_back({.title = scope.say(Word::ranking_score), .align = Align::right});
  }
  for (const TaskColumn& column : counted) table.columns.push_back(column_of(scope, column));
  table.columns.push_back({.title = scope.say(Word::unit_figures), .align = Align::right,
                           .place = ColumnPlace::detail});
  for (const ListedUnit& unit : units) {
    TableRow row{.cells = {unit_cell(view, unit.id)}};
    if (scored) {
      row.cells.push_back(rank_cell(view, unit));
      row.cells.push_back(score_cell(view, unit, methodology));
    }
    for (const TaskColumn& column : counted)
      row.cells.push_back(cell_of(scope, column, unit.id, unit.tally));
    row.cells.push_back(figures_cell(view, unit));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string group_title(const ListView& view, RankingGroup group,
                        const std::vector<ListedUnit>& units, const Methodology* methodology) {
  const Scope& scope = view.scope;
  const bool provinces = group == RankingGroup::provinces;
  const auto scored = std::count_if(units.begin(), units.end(), [](const ListedUnit& unit) {
    return unit.score && unit.score->score;
  });
  const std::string all = group_count(scope, group, static_cast<long>(units.size()));
  if (scored == 0)
    return scope.say(Word::unit_no_score_list,
                     {scope.say(provinces ? Word::ranking_provinces_none
                                          : Word::ranking_ministries_none)});
  if (scored < static_cast<long>(units.size()))
    return scope.count(scored, Word::unit_scored_list_one, Word::unit_scored_list, {all});
  const ListedUnit& first = units.front();
  return scope.say(Word::unit_leads_list,
                   {all, view.name(first.id),
                    score_words(*first.score->score, methodology->shown_decimals(),
                                scope.language)});
}

std::optional<Card> group_card(const ListView& view, RankingGroup group,
                               const std::vector<ListedUnit>& units,
                               const Methodology* methodology) {
  if (units.empty()) return std::nullopt;
  const Scope& scope = view.scope;
  const bool provinces = group == RankingGroup::provinces;
  const std::string name =
      scope.say(provinces ? Word::ranking_provinces : Word::ranking_ministries);
  Card card;
  card.title = group_title(view, group, units, methodology);
  card.subtitle = name;
  card.blocks.push_back({group_table(view, units, methodology, name)});
  const Route ranking{.language = scope.language, .view = View::ranking,
                      .month = scope.route.month, .as_of = scope.route.as_of, .group = group};
  card.foot = {link(scope.say(provinces ? Word::ranking_provinces_title
                                        : Word::ranking_ministries_title),
                    address_of(ranking))};
  return card;
}

std::optional<Card> others_card(const ListView& view, const std::vector<ListedUnit>& units) {
  if (units.empty()) return std::nullopt;
  const Scope& scope = view.scope;
  const std::vector<TaskColumn> counted = columns_for(units);
  std::vector<UnitId> ids;
  Table table{.caption = scope.say(Word::unit_list_caption,
                                   {scope.say(Word::unit_others_title_plain)}),
              .columns = {{.title = scope.say(Word::unit_unit), .grow = 2, .lead = true},
                          {.title = scope.say(Word::unit_form), .place = ColumnPlace::detail}},
              .rows = {}};
  for (const TaskColumn& column : counted) table.columns.push_back(column_of(scope, column));
  table.columns.push_back({.title = scope.say(Word::unit_figures), .align = Align::right,
                           .place = ColumnPlace::detail});
  for (const ListedUnit& unit : units) {
    ids.push_back(unit.id);
    const Bilingual& form = scope.dataset[unit.id].form;
    TableRow row{.cells = {unit_cell(view, unit.id),
                           text_cell(form.empty() ? scope.say(Word::phrases_not_stated)
                                                  : form.in(scope.language),
                                     Ink::muted)}};
    for (const TaskColumn& column : counted)
      row.cells.push_back(cell_of(scope, column, unit.id, unit.tally));
    row.cells.push_back(figures_cell(view, unit));
    table.rows.push_back(std::move(row));
  }
  const std::vector<TaskStanding> tasks =
      standings(scope.dataset, scope.moment, deadline_rule_shown);
  const int total = tally_of_any(scope.dataset, ids, tasks).total();
  Card card;
  card.title = total == 0
                   ? scope.say(Word::unit_others_title_plain)
                   : scope.count(total, Word::unit_others_title_one, Word::unit_others_title);
  card.blocks.push_back({std::move(table)});
  return card;
}

std::optional<Card> apart_card(const ListView& view, const std::vector<ListedUnit>& units) {
  if (units.empty()) return std::nullopt;
  const Scope& scope = view.scope;
  Table table{.caption = scope.say(Word::unit_apart_subtitle),
              .columns = {{.title = scope.say(Word::unit_unit), .grow = 1, .lead = true},
                          {.title = scope.say(Word::unit_existed), .place = ColumnPlace::detail},
                          {.title = scope.say(Word::unit_successor), .place = ColumnPlace::detail,
                           .grow = 1},
                          {.title = scope.say(Word::unit_figures), .align = Align::right}},
              .rows = {}};
  for (const ListedUnit& unit : units) {
    const std::vector<UnitId> successors = successors_of(scope.dataset, unit.id);
    const bool past = scope.dataset[unit.id].valid_to.has_value();
    table.rows.push_back(
        {.cells = {unit_cell(view, unit.id),
                   text_cell(existence_words(scope, scope.dataset[unit.id])),
                   !successors.empty()
                       ? words_cell(unit_list(scope.dataset, successors, scope.route))
                       : text_cell(scope.say(past ? Word::unit_not_stated : Word::ranking_none),
                                   Ink::faint),
                   figures_cell(view, unit)}});
  }
  Card card;
  card.title = scope.count(static_cast<long>(units.size()), Word::unit_apart_title_one,
                           Word::unit_apart_title);
  card.subtitle = scope.say(Word::unit_apart_subtitle);
  card.blocks.push_back({std::move(table)});
  return card;
}

SharedScorecard scorecard_for(const Scope& scope, const Methodology* methodology, UnitKind kind) {
  if (!methodology) return {};
  return scorecard_of(scope.publication, *methodology, kind, scope.moment);
}

}  // namespace

Page unit_list_page(const Publication& publication, const Route& route) {
  ListView view{.scope = Scope(publication, route)};
  view.provinces_method = publication.methodology_for(UnitKind::province);
  view.ministries_method = publication.methodology_for(UnitKind::ministry);
  view.provinces = scorecard_for(view.scope, view.provinces_method, UnitKind::province);
  view.ministries = scorecard_for(view.scope, view.ministries_method, UnitKind::ministry);
  const UnitLists lists = lists_of(view);

  Page page;
  page.language = route.language;
  page.title = view.scope.say(Word::site_tab_title, {view.scope.say(Word::unit_title)});
  page.heading = list_heading(view, lists);
  page.lede = list_lede(view, lists);
  append(page.blocks, group_card(view, RankingGroup::provinces, lists.provinces,
                                 view.provinces_method));
  append(page.blocks, group_card(view, RankingGroup::ministries, lists.ministries,
                                 view.ministries_method));
  append(page.blocks, others_card(view, lists.others));
  append(page.blocks, apart_card(view, lists.apart));
  return page;
}

}  // namespace tiendo
