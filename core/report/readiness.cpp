// Which databases are correct, complete, clean, live, consistent and shared.
#include <algorithm>
#include <array>

#include "base/sort.h"
#include "report/cells.h"
#include "report/readiness_parts.h"
#include "report/views.h"

namespace tiendo {
namespace {

constexpr std::array<DatabaseKind, 3> kinds = {DatabaseKind::national, DatabaseKind::sectoral,
                                               DatabaseKind::local};
constexpr std::size_t listed_max = 40;  // beyond it the heat map alone, until the reader filters

struct Counts {
  long all = 0, shared = 0, refused = 0, exempt = 0, unstated = 0, measured = 0, without_reason = 0;
};

Counts count(const DatabaseList& databases) {
  Counts counts;
  for (const DatabaseReading* reading : databases) {
    ++counts.all;
    if (reading->measured() > 0) ++counts.measured;
    switch (reading->sharing()) {
      case Sharing::shared: ++counts.shared; break;
      case Sharing::refused:
        ++counts.refused;
        if (reading->database->reason.empty()) ++counts.without_reason;
        break;
      case Sharing::exempt: ++counts.exempt; break;
      case Sharing::unstated: ++counts.unstated; break;
    }
  }
  return counts;
}

DatabaseList shown_of(const DataView& view) {
  const Route& route = view.scope.route;
  const std::optional<UnitId> owner =
      route.unit.empty() ? std::nullopt : view.dataset().find_unit(route.unit);
  DatabaseList shown;
  for (const DatabaseReading& reading : view.databases) {
    if (owner && reading.database->owner != owner) continue;
    if (route.database_kind && reading.database->kind != *route.database_kind) continue;
    shown.push_back(&reading);
  }
  sort_by_mean(shown);
  return shown;
}

std::string databases_count(const Scope& scope, long number) {
  return scope.count(number, Word::readiness_databases_one, Word::readiness_databases);
}

std::string heading(const DataView& view, const Counts& counts) {
  const Scope& scope = view.scope;
  if (counts.all == 0) return scope.say(Word::readiness_heading_filtered);
  return scope.say(Word::readiness_heading, {databases_count(scope, counts.all),
                                             count_words(counts.shared, scope.language),
                                             count_words(counts.refused, scope.language)});
}

// "Đạt cao nhất ở Sống (61,2 %), thấp nhất ở Đúng (48,0 %)."
std::string lede(const DataView& view, const DatabaseList& databases) {
  const Scope& scope = view.scope;
  std::optional<std::size_t> best, worst;
  const auto mean = [&](std::size_t i) { return criterion_mean(databases, i); };
  for (std::size_t i = 0; i < view.criteria.size(); ++i) {
    if (!mean(i)) continue;
    if (!best || *mean(i) > *mean(*best)) best = i;
    if (!worst || *mean(i) < *mean(*worst)) worst = i;
  }
  if (!best || best == worst) return scope.say(Word::readiness_lede_unmeasured);
  const auto percent = [&](std::size_t i) { return format_percent(*mean(i), 1, scope.language); };
  return scope.say(Word::readiness_lede,
                   {view.name(view.criteria[*best]), percent(*best),
                    view.name(view.criteria[*worst]), percent(*worst),
                    format_month_in_words(scope.moment.month, scope.language)});
}

Stats stats_of(const DataView& view, const Counts& counts) {
  const Scope& scope = view.scope;
  const auto of_all = [&](long number) {
    return scope.say(Word::readiness_of_all, {count_words(number, scope.language),
                                              databases_count(scope, counts.all)});
  };
  const auto stat = [&](Word label, long number) {
    return Stat{.label = scope.say(label), .value = count_words(number, scope.language),
                .lines = {{plain(of_all(number), Ink::muted)}}};
  };
  Stats stats;
  stats.stats.push_back(stat(Word::readiness_stat_shared, counts.shared));
  Stat refused = stat(Word::readiness_stat_refused, counts.refused);
  if (counts.without_reason > 0)
    refused.lines.push_back({plain(scope.count(counts.without_reason,
                                               Word::readiness_without_reason_one,
                                               Word::readiness_without_reason))});
  stats.stats.push_back(std::move(refused));
  Stat exempt = stat(Word::readiness_stat_exempt, counts.exempt);
  exempt.lines.push_back({plain(scope.say(Word::readiness_exempt_line), Ink::muted)});
  stats.stats.push_back(std::move(exempt));
  Stat unstated = stat(Word::readiness_stat_unstated, counts.unstated);
  const long silent = counts.all - counts.measured;
  if (silent > 0)
    unstated.lines.push_back({plain(scope.count(silent, Word::readiness_unmeasured_one,
                                                Word::readiness_unmeasured))});
  stats.stats.push_back(std::move(unstated));
  return stats;
}

// --- filters

Choice owner_choice(const DataView& view) {
  const Scope& scope = view.scope;
  std::vector<UnitId> owners;
  for (const DatabaseReading& reading : view.databases) {
    const std::optional<UnitId> owner = reading.database->owner;
    if (owner && std::find(owners.begin(), owners.end(), *owner) == owners.end())
      owners.push_back(*owner);
  }
  sort_by(owners, [](UnitId a, UnitId b) { return a < b; });
  Choice choice{.label = scope.say(Word::readiness_column_owner), .look = ChoiceLook::menu};
  Route route = scope.route;
  route.unit.clear();
  choice.options.push_back({.text = scope.say(Word::readiness_all_owners),
                            .href = address_of(route), .selected = scope.route.unit.empty()});
  for (const UnitId owner : owners) {
    route.unit = view.dataset()[owner].key;
    choice.options.push_back({.text = view.dataset()[owner].name.in(scope.language),
                              .href = address_of(route),
                              .selected = scope.route.unit == route.unit});
  }
  return choice;
}

Choice kind_choice(const DataView& view) {
  const Scope& scope = view.scope;
  Choice choice{.label = scope.say(Word::readiness_kind), .look = ChoiceLook::segmented};
  Route route = scope.route;
  route.database_kind.reset();
  choice.options.push_back({.text = scope.say(Word::readiness_all_kinds),
                            .href = address_of(route), .selected = !scope.route.database_kind});
  for (const DatabaseKind kind : kinds) {
    route.database_kind = kind;
    choice.options.push_back({.text = database_kind_words(scope, kind),
                              .href = address_of(route),
                              .selected = scope.route.database_kind == kind});
  }
  return choice;
}

// --- cards

// "Dân cư 5 đứng đầu: trung bình 84,1 %; 3 chưa được đo".
std::string map_title(const DataView& view, DatabaseKind kind, const DatabaseList& databases) {
  const Scope& scope = view.scope;
  const Counts counts = count(databases);
  const std::string all =
      scope.say(Word::readiness_kind_count,
                {database_kind_words(scope, kind), count_words(counts.all, scope.language)});
  if (counts.measured == 0) return scope.say(Word::readiness_map_silent, {all});
  const DatabaseReading& first = *databases.front();
  return scope.say(Word::readiness_map_title,
                   {all, view.name(first), format_percent(*first.mean(), 1, scope.language)});
}

std::optional<Card> map_card(const DataView& view, DatabaseKind kind, const DatabaseList& shown) {
  DatabaseList databases;
  for (const DatabaseReading* reading : shown)
    if (reading->database->kind == kind) databases.push_back(reading);
  if (databases.empty()) return std::nullopt;
  const Scope& scope = view.scope;
  Card card{.title = map_title(view, kind, databases),
            .subtitle = scope.say(Word::readiness_map_subtitle)};
  card.blocks.push_back({heat_figure(view, databases, card.title)});
  return card;
}

std::optional<Card> list_card(const DataView& view, const DatabaseList& shown) {
  const Scope& scope = view.scope;
  if (shown.empty()) return std::nullopt;
  Card card{.title = scope.say(Word::readiness_inventory)};
  if (shown.size() > listed_max) {
    card.blocks.push_back({Paragraph{{plain(scope.say(Word::readiness_too_many))}}});
    return card;
  }
  card.blocks.push_back({databases_table(view, shown, card.title)});
  return card;
}

std::optional<Card> refused_card(const DataView& view, const DatabaseList& shown) {
  const Scope& scope = view.scope;
  const Counts counts = count(shown);
  if (counts.refused == 0) return std::nullopt;
  Card card{.title = scope.count(counts.refused, Word::readiness_refused_title_one,
                                 Word::readiness_refused_title,
                                 {count_words(counts.without_reason, scope.language)}),
            .subtitle = scope.say(Word::readiness_refused_subtitle)};
  Table table{.caption = card.title,
              .columns = {{.title = scope.say(Word::readiness_column_database), .grow = 1,
                           .lead = true},
                          {.title = scope.say(Word::readiness_column_owner),
                           .place = ColumnPlace::detail, .grow = 1},
                          {.title = scope.say(Word::readiness_reason), .grow = 1}}};
  for (const DatabaseReading* reading : shown) {
    if (reading->sharing() != Sharing::refused) continue;
    const Database& database = *reading->database;
    table.rows.push_back(
        {.cells = {link_cell(view.name(*reading), database_href(scope, database.unit)),
                   database.owner
                       ? words_cell(unit_list(view.dataset(), {*database.owner}, scope.route))
                       : text_cell(scope.say(Word::phrases_not_stated), Ink::muted),
                   database.reason.empty()
                       ? text_cell(scope.say(Word::readiness_no_reason), Ink::bad)
                       : text_cell(database.reason.in(scope.language))}});
  }
  card.blocks.push_back({std::move(table)});
  return card;
}

std::optional<Card> exempt_card(const DataView& view, const DatabaseList& shown) {
  const Scope& scope = view.scope;
  const long exempt = count(shown).exempt;
  if (exempt == 0) return std::nullopt;
  Card card{.title = scope.count(exempt, Word::readiness_exempt_title_one,
                                 Word::readiness_exempt_title)};
  Paragraph list;
  for (const DatabaseReading* reading : shown) {
    if (reading->sharing() != Sharing::exempt) continue;
    if (!list.words.empty()) list.words.push_back(plain(scope.say(Word::site_semicolon)));
    list.words.push_back(link(view.name(*reading), database_href(scope, reading->database->unit)));
  }
  card.blocks.push_back({std::move(list)});
  card.blocks.push_back({Paragraph{.words = {plain(scope.say(Word::readiness_exempt_note))},
                                   .role = ParagraphRole::note}});
  return card;
}

Page databases_page(const DataView& view) {
  const Scope& scope = view.scope;
  const DatabaseList shown = shown_of(view);
  const Counts counts = count(shown);
  Page page{.language = scope.language,
            .title = scope.say(Word::site_tab_title, {scope.say(Word::site_readiness)}),
            .heading = heading(view, counts)};
  if (counts.all > 0) page.lede = {plain(lede(view, shown))};
  page.blocks.push_back({Choices{{owner_choice(view), kind_choice(view)}}});
  if (counts.all > 0) page.blocks.push_back({stats_of(view, counts)});
  append(page.blocks, map_card(view, DatabaseKind::national, shown));
  append(page.blocks, map_card(view, DatabaseKind::sectoral, shown));
  append(page.blocks, map_card(view, DatabaseKind::local, shown));
  if (scope.route.unit.empty() && !scope.route.database_kind)
    for (Card& card : owner_cards(view)) page.blocks.push_back({std::move(card)});
  append(page.blocks, refused_card(view, shown));
  append(page.blocks, exempt_card(view, shown));
  append(page.blocks, list_card(view, shown));
  return page;
}

}  // namespace

Page readiness_page(const Publication& publication, const Route& route) {
  const Scope scope(publication, route);
  const Dataset& dataset = publication.dataset;
  if (!route.subject.empty()) {
    const std::optional<UnitId> unit = dataset.find_unit(route.subject);
    const bool known = unit && std::any_of(dataset.databases().begin(), dataset.databases().end(),
                                           [&](const Database& one) { return one.unit == *unit; });
    return known ? database_page(scope, *unit) : not_found_page(publication, route);
  }
  if (!dataset.databases().empty()) return databases_page(DataView(scope));
  Page page{.language = scope.language,
            .title = scope.say(Word::site_tab_title, {scope.say(Word::site_readiness)})};
  append_data_silence(scope, page);
  return page;
}

}  // namespace tiendo
