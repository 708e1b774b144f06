// The pages of the views; each in a file of its own. make_page() in publication.cpp picks one.
//
// Each stays a function of its own in the wasm too (web/CMakeLists.txt): a browser compiles a function
// as a whole, and one that had them all was a fifth of the program.
#pragma once

#include "report/publication.h"

namespace tiendo {

[[gnu::noinline]] Page overview_page(const Publication&, const Route&);
[[gnu::noinline]] Page ranking_page(const Publication&, const Route&);
[[gnu::noinline]] Page unit_page(const Publication&, const Route&);        // list or one
[[gnu::noinline]] Page tasks_page(const Publication&, const Route&);       // list or one
[[gnu::noinline]] Page indicators_page(const Publication&, const Route&);  // list or one
[[gnu::noinline]] Page readiness_page(const Publication&, const Route&);   // list or one
// The list or one.
[[gnu::noinline]] Page method_page(const Publication&, const Route&, const Shelf& = {});
[[gnu::noinline]] Page search_page(const Publication&, const Route&);
// The list, one of them, or the check report.
[[gnu::noinline]] Page sources_page(const Publication&, const Route&, const Shelf&);
[[gnu::noinline]] Page not_found_page(const Publication&, const Route&);

// Months in which the ranking has scores, oldest first.
std::vector<Month> ranking_months(const Publication&, const Route&);

}  // namespace tiendo
