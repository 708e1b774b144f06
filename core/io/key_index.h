// KeyIndex: which row of a table has which key, the texts of some of its columns taken together.
// Missing, faulty and empty cells are the same here. A hash table of row numbers, eight bytes a
// place: the keys themselves stay where they are, in the table, which must outlive the index.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tiendo::io {

struct Table;

class KeyIndex {
 public:
  KeyIndex() = default;
  KeyIndex(const Table& table, std::vector<std::size_t> columns);

  const std::vector<std::size_t>& columns() const { return columns_; }
  // Comes first, a slice at a time. False: there is room for all rows of the table.
  bool make_room(std::size_t rows_max);
  // The row that had the same key before; nothing: `row` is the first one, and is known from now on.
  // `cells` are those of the row.
  std::optional<std::uint32_t> add(std::size_t row, const std::string_view* cells);
  // `key`: a text for every column.
  std::optional<std::uint32_t> find(const std::string_view* key) const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t row = none;
  };
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  const Slot& slot_of(std::uint32_t hash, const std::string_view* key) const;

  const Table* table_ = nullptr;
  std::vector<std::size_t> columns_;
  std::size_t slot_count_ = 16;  // a power of two
  std::vector<Slot> slots_;
  std::vector<std::string_view> key_;
  mutable std::string_view found_key_;  // by find() where the key is one column: columns repeat
  mutable std::uint32_t found_row_ = none;  // themselves
};

}  // namespace tiendo::io
