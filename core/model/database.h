// Database: what the inventory of databases says of one. The database itself is a unit of kind
// `database`; its six criteria are figures of that unit.
#pragma once

#include <optional>

#include "base/language.h"
#include "model/ids.h"

namespace tiendo {

enum class DatabaseKind : unsigned char { national, sectoral, local };

struct Database {
  UnitId unit;
  std::optional<UnitId> owner;  // the ministry or province that answers for it
  DatabaseKind kind = DatabaseKind::sectoral;
  std::optional<bool> shared;   // with others, as stated; empty: nothing is stated
  bool exempt = false;          // from sharing, as a state secret: a value, not a gap
  Bilingual reason;             // why it is not shared, as stated; empty: no reason is stated
};

}  // namespace tiendo
