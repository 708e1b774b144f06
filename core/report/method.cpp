// The scoring rules in words.
#include "report/cells.h"
#include "report/views.h"

namespace tiendo {

Page method_page(const Publication& publication, const Route& route) {
  const Scope scope(publication, route);
  Page page{.language = route.language,
            .title = scope.say(Word::site_tab_title, {scope.say(Word::site_method)}),
            .heading = scope.say(Word::method_heading)};
  for (const Methodology& methodology : publication.methodologies)
    page.blocks.push_back(
        {Card{.title = methodology.name.in(route.language),
              .subtitle = scope.say(Word::method_version, {methodology.version}),
              .blocks = {{Paragraph{
                  .words = {plain(methodology.description.in(route.language))}}}}}});
  return page;
}

}  // namespace tiendo
