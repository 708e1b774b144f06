// The dataset itself: its tables, to be fetched, and the columns of it that no page uses.
#include <algorithm>

#include "report/cells.h"
#include "report/sources_parts.h"

namespace tiendo {
namespace {

constexpr std::size_t iso_date_length = 10;  // "2026-11-22T00:00:00Z" is a day to the reader

struct TableInfo { const char* name; Word word; std::size_t rows; };

std::vector<TableInfo> tables_of(const Dataset& dataset) {
  return {{"units", Word::sources_table_units, dataset.units().size()},
          {"indicators", Word::sources_table_indicators, dataset.indicators().size()},
          {"observations", Word::sources_table_observations, dataset.observations().size()},
          {"targets", Word::sources_table_targets, dataset.targets().size()},
          {"threads", Word::sources_table_threads, dataset.threads().size()},
          {"tasks", Word::sources_table_tasks, dataset.tasks().size()},
          {"task_reports", Word::sources_table_task_reports, dataset.task_reports().size()},
          {"events", Word::sources_table_events, dataset.events().size()},
          {"sources", Word::sources_table_sources, dataset.sources().size()},
          {"databases", Word::sources_table_databases, dataset.databases().size()}};
}

Words package_foot(const Scope& scope, const std::string& folder) {
  const DatasetInfo& info = scope.dataset.info();
  std::vector<std::string> parts;
  if (!info.version.empty())
    parts.push_back(scope.say(Word::sources_package_version, {info.version}));
  const std::string_view day = std::string_view(info.created).substr(0, iso_date_length);
  if (const std::optional<Date> created = parse_date(day))
    parts.push_back(scope.say(Word::sources_package_created, {scope.date(*created)}));
  if (!info.licence.empty())
    parts.push_back(scope.say(Word::sources_package_licence, {info.licence}));
  const std::string file = "datapackage.json";
  Words foot = {plain(scope.say(Word::sources_package_descriptor), Ink::muted),
                folder.empty() ? plain(file, Ink::muted) : link(file, folder + file)};
  if (!parts.empty())
    foot.push_back(plain(scope.say(Word::phrases_dot) +
                         join(parts, scope.say(Word::phrases_comma)), Ink::muted));
  return foot;
}

std::string table_name(const Scope& scope, const std::string& name) {
  for (const TableInfo& info : tables_of(scope.dataset))
    if (name == info.name) return scope.say(info.word);
  return name;
}

// The first few that differ, "Bắc; Nam; …".
std::string examples(const Scope& scope, const ExtraColumn& column) {
  constexpr std::size_t shown_max = 3;
  std::vector<std::string> shown;
  for (const std::string_view cell : column.cells) {
    if (cell.empty() || std::find(shown.begin(), shown.end(), cell) != shown.end()) continue;
    if (shown.size() == shown_max) {
      shown.emplace_back("…");
      break;
    }
    shown.emplace_back(cell);
  }
  return join(shown, scope.say(Word::site_semicolon));
}

}  // namespace

// The site serves the package as it is published, beside the page: data/<name>/.
Card package_card(const Scope& scope, const Shelf& shelf) {
  const bool served = shelf.origin == DatasetOrigin::site;
  const std::string folder = served ? "data/" + scope.dataset.info().name + "/" : "";
  Table table{.caption = scope.say(Word::sources_package_caption),
              .columns = {{.title = scope.say(Word::sources_column_table), .grow = 1,
                           .lead = true},
                          {.title = scope.say(Word::sources_column_rows), .align = Align::right},
                          {.title = scope.say(Word::sources_column_file)}}};
  long rows = 0, tables = 0;
  for (const TableInfo& info : tables_of(scope.dataset)) {
    if (info.rows == 0) continue;  // a table without rows need not be in the package
    const std::string file = std::string(info.name) + ".csv";
    table.rows.push_back({.cells = {text_cell(scope.say(info.word)),
                                    count_cell(static_cast<long>(info.rows), scope.language),
                                    served ? link_cell(file, folder + file) : text_cell(file)}});
    rows += static_cast<long>(info.rows);
    ++tables;
  }
  Card card{.title = scope.say(served ? Word::sources_package_title
                                      : Word::sources_package_title_own,
                               {scope.count(rows, Word::sources_package_rows_one,
                                            Word::sources_package_rows),
                                scope.count(tables, Word::sources_package_tables_one,
                                            Word::sources_package_tables)}),
            .subtitle = scope.say(Word::sources_package_subtitle)};
  if (!scope.dataset.info().description.empty())
    card.blocks.push_back({Paragraph{
        .words = {plain(scope.dataset.info().description.in(scope.language))}}});
  if (!table.rows.empty()) card.blocks.push_back({std::move(table)});
  card.foot = package_foot(scope, folder);
  return card;
}

std::optional<Card> extras_card(const Scope& scope) {
  long count = 0;
  Table table{.caption = scope.say(Word::sources_extras_caption),
              .columns = {{.title = scope.say(Word::sources_extras_column), .grow = 1,
                           .lead = true},
                          {.title = scope.say(Word::sources_column_table)},
                          {.title = scope.say(Word::sources_extras_filled), .align = Align::right,
                           .place = ColumnPlace::detail},
                          {.title = scope.say(Word::sources_extras_examples),
                           .place = ColumnPlace::detail, .grow = 1}}};
  Choices saves;
  for (const ExtraTable& extra : scope.dataset.extras()) {
    const std::string name = table_name(scope, extra.name);
    for (const ExtraColumn& column : extra.columns) {
      const auto filled = std::count_if(column.cells.begin(), column.cells.end(),
                                        [](std::string_view cell) { return !cell.empty(); });
      table.rows.push_back({.cells = {text_cell(column.label), text_cell(name),
                                      count_cell(static_cast<long>(filled), scope.language),
                                      text_cell(examples(scope, column))}});
      ++count;
    }
    saves.choices.push_back(
        button(scope.say(Word::sources_extras_save, {name}), save_extra + extra.name));
  }
  if (count == 0) return std::nullopt;
  Card card{.title = scope.count(count, Word::sources_extras_title_one,
                                 Word::sources_extras_title),
            .subtitle = scope.say(Word::sources_extras_subtitle)};
  card.blocks.push_back({std::move(table)});
  card.blocks.push_back({std::move(saves)});
  return card;
}

}  // namespace tiendo
