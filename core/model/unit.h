// Unit: something that is scored or that is given a task.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/language.h"
#include "model/ids.h"

namespace tiendo {

enum class UnitKind : unsigned char {
  nation, government, ministry, agency, province, commune, database, group, other
};
inline constexpr std::size_t unit_kind_count = 9;

// Whom a unit is ranked among: those of its own kind. Agencies of the Government stand among the
// ministries, as in every list that is published of them.
constexpr UnitKind peers_of(UnitKind kind) {
  return kind == UnitKind::agency ? UnitKind::ministry : kind;
}

struct Unit {
  std::string key;
  std::string code;  // official code; seven of them changed meaning in 2025, so nothing joins on it
  Bilingual name;
  UnitKind kind = UnitKind::other;
  Bilingual form;  // "tỉnh", "thành phố"
  std::optional<UnitId> parent, owner;
  std::vector<UnitId> merged_from;  // the units that it replaced; their figures stay theirs
  std::optional<Date> valid_from, valid_to;  // empty: open
  Bilingual office;                          // the accountable office; never a person
  Bilingual note;

  bool exists_on(Date date) const {
    return (!valid_from || *valid_from <= date) && (!valid_to || date <= *valid_to);
  }
};

}  // namespace tiendo
