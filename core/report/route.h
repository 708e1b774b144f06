// Route: where the reader is, which is the whole state of the site. Route ↔ address is pure and
// exact: parse_address(address_of(route)) == route.
//
//   #/vi/xep-hang?thang=2026-10&loai=bo        #/en/ranking?month=2026-10&kind=ministries
//   #/vi/chi-tieu/ty-le-toan-trinh?don-vi=ha-noi   #/vi/nhiem-vu?trang-thai=qua-han&don-vi=bo-y-te
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "base/language.h"
#include "model/database.h"
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
enum class TasksAs : unsigned char { table, timeline, review };

// A weight of the reader's own, of the methodology's node with this id, against its siblings'.
struct OwnWeight {
  std::string node;
  int weight = 0;  // 0–9999
  friend bool operator==(const OwnWeight&, const OwnWeight&) = default;
};

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
  Order order = Order::by_default;
  TasksAs tasks_as = TasksAs::table;
  std::string colour_by;               // key of the indicator that colours the map; "": the score
  std::vector<std::string> compared;   // keys of the units beside `subject`
  std::string methodology;             // id; "": the first that fits
  std::vector<OwnWeight> weights;      // in the order of the methodology; others keep their own
  std::string query;                   // what is searched for

  friend bool operator==(const Route&, const Route&) = default;
};

// Starts with "#/". Parameters at their default are left out.
std::string address_of(const Route& route);
// Never fails: what it does not know becomes View::not_found in the language it could read;
// unknown parameters are passed over.
Route parse_address(std::string_view address);

// The same place with one thing changed, for links.
template <class Change>
std::string address_with(Route route, Change change) {
  change(route);
  return address_of(route);
}

}  // namespace tiendo
