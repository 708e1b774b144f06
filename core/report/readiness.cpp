// The databases and how ready each is to be shared.
#include "report/cells.h"
#include "report/views.h"

namespace tiendo {

Page readiness_page(const Publication& publication, const Route& route) {
  const Scope scope(publication, route);
  const std::vector<Database>& databases = scope.dataset.databases();
  Page page{.language = route.language,
            .title = scope.say(Word::site_tab_title, {scope.say(Word::site_readiness)}),
            .heading = scope.say(databases.empty() ? Word::readiness_heading_none
                                                   : Word::readiness_heading)};
  if (databases.empty()) return page;
  Table table{.caption = scope.say(Word::readiness_inventory),
              .columns = {{.title = scope.say(Word::readiness_column_database), .grow = 1,
                           .lead = true},
                          {.title = scope.say(Word::readiness_column_owner), .grow = 1}}};
  for (const Database& database : databases)
    table.rows.push_back(
        {.cells = {link_cell(scope.dataset[database.unit].name.in(route.language),
                             unit_href(scope.dataset, database.unit, route)),
                   text_cell(database.owner ? scope.dataset[*database.owner].name.in(route.language)
                                            : std::string())}});
  page.blocks.push_back({std::move(table)});
  return page;
}

}  // namespace tiendo
