// Route: where the reader is, which is the whole state of the site. Route ↔ address is pure and
// exact: parse_address(address_of(route)) == route.
//
//   #/vi/xep-hang?thang=2026-10&loai=bo        #/en/ranking?month=2026-10&kind=ministries
//   #/vi/chi-tieu/ty-le-toan-trinh?don-vi=ha-noi   #/vi/nhiem-vu?trang-thai=qua-han&don-vi=bo-y-te
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/language.h"
#include "model/database.h"
#include "model/own_weights.h"
#include "score/task_state.h"

namespace tiendo {

enum class View : unsigned char {
  overview,
  ranking,
  unit,
  tasks,
  indicators,
  readiness,  // of the data: databases by six criteria
  method,
  sources,
  search,
  not_found
};
enum class RankingGroup : unsigned char { provinces, ministries };
enum class Order : unsigned char { by_default, by_name, by_change };
enum class TasksAs : unsigned char { table, leads, timeline, review };
enum class IndicatorsAs : unsigned char { list, by_due };

struct Route {
  Language language = Language::vi;
  View view = View::overview;
  std::string subject;         // key of the one unit, task, indicator or source; "" for the list
  std::optional<Month> month;  // empty: the dataset's latest
  std::optional<Date> as_of;   // only what was published by then; empty: all
  RankingGroup group = RankingGroup::provinces;
  std::string unit;            // filter: key of a unit
  std::string programme;       // filter: programme, as folded words joined by "-"
  std::optional<TaskState> state;  // filter of tasks
  std::optional<DatabaseKind> database_kind;  // filter of databases
  bool moved_only = false;         // filter of tasks: only those with a moved deadline
  bool all_clear_only = false;     // filter of tasks: only assignments that meet all seven clears
  bool without_trace_only = false; // filter of tasks: only those of which nothing later speaks
  std::string band;     // filter of the ranking: a band's name, as folded words joined by "-"
  std::string cluster;  // filter of the ranking: the region or the form of the units, likewise
  Order order = Order::by_default;
  TasksAs tasks_as = TasksAs::table;
  IndicatorsAs indicators_as = IndicatorsAs::list;
  std::string colour_by;               // key of the indicator that colours the map; "": the score
  std::vector<std::string> compared;   // keys of the units beside `subject`
  std::string methodology;             // id; "": the first that fits
  std::vector<OwnWeight> weights;      // empty: as published
  std::string query;                   // what is searched for

  friend bool operator==(const Route&, const Route&) = default;
};

// Starts with "#/". Parameters at their default are left out.
std::string address_of(const Route& route);
// The same with "{}" in the place of what is searched for: where a field leads.
std::string address_with_typed_query(Route route);
// The same with "{}" in the place of the weight of this node: where a slider leads.
std::string address_with_weight_of(Route route, std::string_view node);
// Never fails: what it does not know becomes View::not_found in the language it could read;
// unknown parameters are passed over.
Route parse_address(std::string_view address);

// What the views are called in addresses, but for View::not_found.
std::vector<std::string> view_names(Language language);

// The page's whole address with another dataset: "?du-lieu=minh-hoa#/vi/tong-quan". `dataset`: the
// id of one of the site's, an address, or "may-nay:" and the id of one kept on this device; "": the
// one that the site opens with.
std::string address_with_dataset(std::string_view dataset, const Route& route);
std::string address_with_typed_dataset(const Route& route);  // "{}" where it is typed

// Another place at the same time, in the same language.
inline Route route_to(const Route& here, View view, std::string subject = {}) {
  return {.language = here.language, .view = view, .subject = std::move(subject),
          .month = here.month, .as_of = here.as_of};
}

// The same place with one thing changed, for links.
template <class Change>
std::string address_with(Route route, Change change) {
  change(route);
  return address_of(route);
}

}  // namespace tiendo
