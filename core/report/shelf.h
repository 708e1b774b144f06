// Shelf: the datasets that the reader can open from here, and how it went. It comes from the program
// around the report, never from a package; the native tool has none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/problem.h"
#include "report/route.h"

namespace tiendo {

enum class DatasetOrigin : unsigned char { site, address, device };

struct ShelfItem {
  std::string dataset;             // as address_with_dataset() takes it
  Bilingual title, description;
  bool illustration = false;
  std::optional<Date> opened_on;   // of one that is kept on this device
};

struct OpeningUnderWay { std::string name; double share = 0; };      // what is under way; share 0–1
struct RefusedPackage { std::string name; Problems problems; };     // what could not be opened

struct Shelf {
  bool can_open = false;                 // there is a program that hears the actions below
  std::vector<ShelfItem> shipped, kept;  // by the site; on this device
  DatasetOrigin origin = DatasetOrigin::site;          // of what is shown
  std::string shown;                     // ShelfItem::dataset of it
  Problems problems;                     // of it: warnings only
  std::optional<RefusedPackage> refused;        // since
  std::optional<OpeningUnderWay> opening;
};

// Actions (they lead nowhere, see web/layout/sheet.h) are "!open-files", "!open-folder",
// "!forget:ID", "!cancel", "!copy-report", "!save-report:txt", "!save-report:json", and save_extra
// before the name of a table with columns that no page uses.
inline constexpr const char* save_extra = "!save-extra:";

// The check report is "#/vi/nguon/kiem-tra", "#/en/sources/check".
std::string check_subject(Language language);
bool is_check(const Route& route);

}  // namespace tiendo
