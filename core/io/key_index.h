// KeyIndex: which row of a table has which key, the values of some of its columns taken together:
// 1 and 1.0 are one key of numbers, and two of texts. Missing, faulty and empty cells are the same.
// A hash table of row numbers, eight bytes a place: the keys themselves stay where they are, in the
// table, which must outlive the index. Of a key that is one column, which many rows refer to, it is
// noted where it stands.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::io {

struct Table;

class KeyIndex {
 public:
  KeyIndex() = default;
  KeyIndex(const Table& table, std::vector<std::size_t> columns);

  const std::vector<std::size_t>& columns() const { return columns_; }
  bool has_many_forms() const { return has_many_forms_; }  // some column's values have
  // Comes first, a slice at a time. False: there is room for all rows of the table.
  bool make_room(std::size_t rows_max);
  // `cells` are those of the row, here and below.
  std::uint32_t hash_of(const std::string_view* cells) const;
  // Brings near what keys with these hashes will ask for. The places are far apart: to wait for one
  // after the other would take longer than everything else that is done with a row.
  void fetch(const std::vector<std::uint32_t>& hashes) const;
  // The row that had the same key before; nothing: `row` is the first one, and is known from now on.
  std::optional<std::uint32_t> add(std::size_t row, const std::string_view* cells) {
    return add(row, cells, hash_of(cells));
  }
  std::optional<std::uint32_t> add(std::size_t row, const std::string_view* cells,
                                   std::uint32_t hash);
  // `key`: a text for every column.
  std::optional<std::uint32_t> find(const std::string_view* key) const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t row = none;
  };
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::string_view value_of(std::size_t place, std::string_view cell, std::string& room) const;
  bool is_single() const { return columns_.size() == 1; }
  bool is_key_of(std::uint32_t row, const std::string_view* key) const;
  const Slot& slot_of(std::uint32_t hash, const std::string_view* key) const;

  const Table* table_ = nullptr;
  std::vector<std::size_t> columns_;
  std::size_t slot_count_ = 16;  // a power of two
  std::vector<Slot> slots_;
  bool has_many_forms_ = false;
  mutable std::vector<std::string_view> key_;
  // Of values that are not as they are written: of the key that is looked for, of the one that it is
  // compared with, and of those in `single_keys_`.
  mutable std::vector<std::string> rooms_;
  mutable std::string other_room_;
  std::deque<std::string> single_texts_;
  std::vector<std::string_view> single_keys_;  // by row, where the key is one column
  mutable std::uint32_t found_row_ = none;  // by find() there: columns repeat themselves
};

}  // namespace tiendo::io
