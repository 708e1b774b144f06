// Databases by criteria: what is measured of each, whether it is shared, and the heat map of both.
#include <algorithm>
#include <deque>

#include "base/sort.h"
#include "report/cells.h"
#include "report/readiness_parts.h"

namespace tiendo {
namespace {

const std::string* indicator_of(const MethodNode& node) {
  const auto* rule = std::get_if<IndicatorRule>(&node.rule);
  return rule ? &rule->indicator : nullptr;
}

const OwnedRule* owned_rule(const MethodNode& node) {
  if (const auto* owned = std::get_if<OwnedRule>(&node.rule))
    return owned->kind == UnitKind::database ? owned : nullptr;
  const auto* group = std::get_if<GroupRule>(&node.rule);
  if (!group) return nullptr;
  for (const MethodNode& child : group->children)
    if (const OwnedRule* owned = owned_rule(child)) return owned;
  return nullptr;
}

std::size_t place_of(const std::vector<DataCriterion>& criteria, const std::string& indicator) {
  std::size_t place = 0;
  while (place < criteria.size() && *indicator_of(*criteria[place].method) != indicator) ++place;
  return place;
}

void append_criteria(const Dataset& dataset, const MethodNode& root,
                     std::vector<DataCriterion>& criteria) {
  for (const MethodNode* leaf : leaves_of(root)) {
    const std::string* key = indicator_of(*leaf);
    if (key && place_of(criteria, *key) == criteria.size())
      criteria.push_back({.method = leaf, .indicator = dataset.find_indicator(*key)});
  }
}

void read_leaves(const std::vector<DataCriterion>& criteria, const TraceNode& node,
                 DatabaseReading& reading) {
  for (const TraceNode& child : node.children) read_leaves(criteria, child, reading);
  const std::string* key = indicator_of(*node.method);
  if (!key) return;
  CriterionReading& read = reading.criteria[place_of(criteria, *key)];
  if (read.points || read.presence != Presence::absent) return;
  read = {.points = node.score, .presence = node.presence, .figure = node.observation};
}

void read_all(const Scorecard& card, DataView& view) {
  for (DatabaseReading& reading : view.databases)
    if (const UnitScore* unit = card.find(reading.database->unit))
      read_leaves(view.criteria, unit->trace(), reading);
}

Word sharing_word(Sharing sharing) {
  switch (sharing) {
    case Sharing::shared: return Word::readiness_shared;
    case Sharing::refused: return Word::readiness_refused;
    case Sharing::exempt: return Word::readiness_exempt;
    case Sharing::unstated: break;
  }
  return Word::readiness_unstated;
}

HeatCell criterion_cell(const DataView& view, const DatabaseReading& reading, std::size_t column) {
  const Scope& scope = view.scope;
  const CriterionReading& read = reading.criteria[column];
  const DataCriterion& criterion = view.criteria[column];
  HeatCell cell;
  cell.words = scope.say(Word::readiness_cell,
                         {view.name(reading), view.name(criterion), reading_words(view, read)});
  if (criterion.indicator)
    cell.href = indicator_href(view.dataset(), *criterion.indicator, reading.database->unit,
                               scope.route);
  if (read.presence == Presence::exempt) {
    cell.symbol = Symbol::dash;
    return cell;
  }
  if (!read.points) return cell;
  cell.share = std::clamp(*read.points / 100, 0.0, 1.0);
  if (read.figure)
    cell.value_label = figure_number(view.dataset(), view.dataset()[*read.figure], scope.language);
  return cell;
}

HeatCell sharing_cell(const DataView& view, const DatabaseReading& reading) {
  const Scope& scope = view.scope;
  const Status status = status_of(scope, reading.sharing());
  const Bilingual& reason = reading.database->reason;
  std::string words = status.word;
  if (!reason.empty())
    words = scope.say(Word::readiness_with_reason, {words, reason.in(scope.language)});
  return {.share = std::nullopt, .symbol = status.symbol, .ink = status.ink, .value_label = {},
          .words = scope.say(Word::readiness_cell,
                             {view.name(reading), scope.say(Word::readiness_sharing), words}),
          .href = database_href(scope, reading.database->unit)};
}

std::string means_words(const DataView& view, const DatabaseList& databases) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < view.criteria.size(); ++i) {
    const std::optional<double> mean = criterion_mean(databases, i);
    parts.push_back(view.scope.say(
        Word::readiness_criterion_value,
        {view.name(view.criteria[i]),
         mean ? format_percent(*mean, 1, view.scope.language)
              : view.scope.say(Word::phrases_no_data)}));
  }
  return join(parts, view.scope.say(Word::site_semicolon));
}

// The figure alone: a table of many columns has no room for its date.
Cell reading_cell(const DataView& view, const CriterionReading& reading) {
  const Scope& scope = view.scope;
  if (reading.figure)
    return text_cell(
        figure_words(view.dataset(), view.dataset()[*reading.figure], scope.language));
  const bool exempt = reading.presence == Presence::exempt;
  return text_cell(scope.say(exempt ? Word::readiness_exempt_short : Word::readiness_silent_short),
                   Ink::muted);
}

}  // namespace

Sharing DatabaseReading::sharing() const {
  if (database->exempt) return Sharing::exempt;
  if (!database->shared) return Sharing::unstated;
  return *database->shared ? Sharing::shared : Sharing::refused;
}

int DatabaseReading::measured() const {
  return static_cast<int>(std::count_if(criteria.begin(), criteria.end(),
                                        [](const CriterionReading& read) {
                                          return read.points.has_value();
                                        }));
}

std::optional<double> DatabaseReading::mean() const {
  double sum = 0;
  for (const CriterionReading& read : criteria) sum += read.points.value_or(0);
  const int count = measured();
  return count == 0 ? std::nullopt : std::optional(sum / count);
}

DataView::DataView(const Scope& of) : scope(of) {
  // Scorecards point into their methodology: it must not move.
  std::deque<Methodology> rules;
  for (const Methodology& methodology : scope.publication.methodologies)
    if (const OwnedRule* owned = owned_rule(methodology.root)) {
      append_criteria(dataset(), owned->each.front(), criteria);
      rules.push_back(owned_methodology(methodology, *owned));
    }
  for (const Methodology& methodology : scope.publication.methodologies) {
    if (!methodology.scores(UnitKind::database)) continue;
    append_criteria(dataset(), methodology.root, criteria);
    rules.push_back(methodology);
  }
  for (const Database& database : dataset().databases())
    databases.push_back({.database = &database,
                         .criteria = std::vector<CriterionReading>(criteria.size())});
  if (databases.empty()) return;
  for (const Methodology& rule : rules) read_all(score(dataset(), rule, scope.moment), *this);
}

std::string database_href(const Scope& scope, UnitId database) {
  return address_of({.language = scope.language, .view = View::readiness,
                     .subject = scope.dataset[database].key, .month = scope.route.month,
                     .as_of = scope.route.as_of});
}

Status status_of(const Scope& scope, Sharing sharing) {
  const std::string word = scope.say(sharing_word(sharing));
  switch (sharing) {
    case Sharing::shared: return {Symbol::circle, Ink::good, word};
    case Sharing::refused: return {Symbol::cross, Ink::bad, word};
    case Sharing::exempt: return {Symbol::dash, Ink::muted, word};
    case Sharing::unstated: break;
  }
  return {Symbol::ring, Ink::silence, word};
}

std::string database_kind_words(const Scope& scope, DatabaseKind kind) {
  switch (kind) {
    case DatabaseKind::national: return scope.say(Word::readiness_national);
    case DatabaseKind::sectoral: return scope.say(Word::readiness_sectoral);
    case DatabaseKind::local: break;
  }
  return scope.say(Word::readiness_local);
}

void sort_by_mean(DatabaseList& databases) {
  sort_by(databases, [](const DatabaseReading* a, const DatabaseReading* b) {
    return a->mean().value_or(-1) > b->mean().value_or(-1);
  });
}

std::optional<double> criterion_mean(const DatabaseList& databases, std::size_t criterion) {
  double sum = 0;
  int count = 0;
  for (const DatabaseReading* reading : databases) {
    if (!reading->criteria[criterion].points) continue;
    sum += *reading->criteria[criterion].points;
    ++count;
  }
  return count == 0 ? std::nullopt : std::optional(sum / count);
}

std::string reading_words(const DataView& view, const CriterionReading& reading) {
  const Scope& scope = view.scope;
  if (reading.presence == Presence::exempt) return scope.say(Word::readiness_exempt);
  if (!reading.figure) return scope.say(Word::phrases_no_data);
  const Observation& figure = view.dataset()[*reading.figure];
  return scope.say(Word::unit_dated, {figure_words(view.dataset(), figure, scope.language),
                                      scope.period(figure.period)});
}

Figure heat_figure(const DataView& view, const DatabaseList& databases, std::string title) {
  const Scope& scope = view.scope;
  HeatMap map{.low_label = format_percent(0, 0, scope.language),
              .high_label = format_percent(100, 0, scope.language),
              .missing_label = scope.say(Word::readiness_silent_short)};
  for (const double border : {20.0, 40.0, 60.0, 80.0})
    map.breaks.push_back(format_percent(border, 0, scope.language));
  for (const Sharing sharing :
       {Sharing::shared, Sharing::refused, Sharing::exempt, Sharing::unstated}) {
    const Status status = status_of(scope, sharing);
    map.signs.push_back({.symbol = status.symbol, .ink = status.ink, .label = status.word});
  }
  for (const DataCriterion& criterion : view.criteria) map.columns.push_back(view.name(criterion));
  map.columns.push_back(scope.say(Word::readiness_sharing));
  for (const DatabaseReading* reading : databases) {
    HeatRow row{.label = view.name(*reading),
                .href = database_href(scope, reading->database->unit)};
    for (std::size_t i = 0; i < view.criteria.size(); ++i)
      row.cells.push_back(criterion_cell(view, *reading, i));
    row.cells.push_back(sharing_cell(view, *reading));
    map.rows.push_back(std::move(row));
  }
  return {.chart = std::move(map), .title = std::move(title),
          .description = scope.say(Word::readiness_map_description,
                                   {count_words(static_cast<long>(databases.size()),
                                                scope.language),
                                    means_words(view, databases)})};
}

Table databases_table(const DataView& view, const DatabaseList& databases, std::string caption) {
  const Scope& scope = view.scope;
  Table table{.caption = std::move(caption),
              .columns = {{.title = scope.say(Word::readiness_column_database), .grow = 2,
                           .lead = true},
                          {.title = scope.say(Word::readiness_column_owner),
                           .place = ColumnPlace::detail, .grow = 1},
                          {.title = scope.say(Word::readiness_sharing)}}};
  for (const DataCriterion& criterion : view.criteria)
    table.columns.push_back({.title = view.name(criterion), .align = Align::right,
                             .place = ColumnPlace::detail});
  for (const DatabaseReading* reading : databases) {
    const std::optional<UnitId> owner = reading->database->owner;
    TableRow row{.cells = {link_cell(view.name(*reading),
                                     database_href(scope, reading->database->unit)),
                           owner ? words_cell(unit_list(view.dataset(), {*owner}, scope.route))
                                 : text_cell(scope.say(Word::phrases_not_stated), Ink::muted),
                           {.status = status_of(scope, reading->sharing())}}};
    for (const CriterionReading& read : reading->criteria)
      row.cells.push_back(reading_cell(view, read));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace tiendo
