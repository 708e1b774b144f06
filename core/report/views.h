// The pages of the views; each in a file of its own. make_page() in publication.cpp picks one.
#pragma once

#include "report/publication.h"

namespace tiendo {

Page overview_page(const Publication& publication, const Route& route);
Page ranking_page(const Publication& publication, const Route& route);
Page unit_page(const Publication& publication, const Route& route);        // list or one
Page tasks_page(const Publication& publication, const Route& route);       // list or one
Page indicators_page(const Publication& publication, const Route& route);  // list or one
Page readiness_page(const Publication& publication, const Route& route);   // list or one
Page method_page(const Publication& publication, const Route& route,
                 const Shelf& shelf = {});                                // list or one
Page search_page(const Publication& publication, const Route& route);
Page sources_page(const Publication& publication, const Route& route,      // list, one, or the
                  const Shelf& shelf);                                     // check report
Page not_found_page(const Publication& publication, const Route& route);

// Months in which the ranking has scores, oldest first.
std::vector<Month> ranking_months(const Publication& publication, const Route& route);

}  // namespace tiendo
