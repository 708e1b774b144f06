// Databases, and what the profile does not know (profile.h).
#include <utility>

#include "io/problems.h"
#include "io/profile.h"

namespace tiendo::io {
namespace {

constexpr Word<DatabaseKind> database_kinds[] = {{"national", DatabaseKind::national},
                                                 {"sectoral", DatabaseKind::sectoral},
                                                 {"local", DatabaseKind::local}};

}  // namespace

std::vector<Database> read_databases(Table* table, const std::vector<Unit>& units,
                                     const ProfileKeys& keys, Problems& problems) {
  Rows rows(table, problems);
  const Column unit = rows.required("unit"), owner = rows.column("owner"),
               kind = rows.required("kind"), shared = rows.column("shared"),
               exempt = rows.column("exempt");
  const BilingualColumn reason = rows.bilingual("reason");
  std::vector<Database> databases;
  while (rows.next()) {
    Database database;
    const std::optional<UnitId> found = rows.reference(unit, keys.units);
    database.unit = found.value_or(UnitId{});
    database.owner = rows.reference(owner, keys.units);
    database.kind = rows.choice(kind, database_kinds, DatabaseKind::sectoral);
    database.shared = rows.stated_flag(shared);
    database.exempt = rows.flag(exempt);
    database.reason = rows.text(reason);
    if (found && units[found->index].kind != UnitKind::database)
      rows.report(unit,
                  {"Đơn vị này không phải là cơ sở dữ liệu.", "The unit is not a database."},
                  {"Ghi “database” ở cột “kind” của bảng “units”, hoặc sửa khóa.",
                   "Say “database” in the column “kind” of “units”, or mend the key."});
    const std::optional<UnitId> known = found ? units[found->index].owner : std::nullopt;
    if (known && database.owner && !(*known == *database.owner))
      rows.report(owner, {"Đơn vị chủ quản khác với bảng “units”.",
                          "The owner is another one than in the table “units”."},
                  {"Ghi cùng một đơn vị ở cả hai bảng, hoặc để trống ở đây.",
                   "Name the same unit in both tables, or leave the cell empty here."});
    if (!database.owner) database.owner = known;
    databases.push_back(database);
  }
  return databases;
}

}  // namespace tiendo::io
