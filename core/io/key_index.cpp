#include "io/key_index.h"

#include <algorithm>
#include <utility>

#include "base/bytes.h"
#include "base/check.h"
#include "io/table.h"

namespace tiendo::io {
namespace {

std::uint32_t hash_of(const std::string_view* key, std::size_t count) {
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < count; ++i) hash = hash_bytes(hash, key[i]);
  return static_cast<std::uint32_t>(hash ^ hash >> 29);
}

}  // namespace

KeyIndex::KeyIndex(const Table& table, std::vector<std::size_t> columns)
    : table_(&table), columns_(std::move(columns)), key_(columns_.size()) {
  while (slot_count_ < table.row_count() + table.row_count() / 2) slot_count_ *= 2;
  slots_.reserve(slot_count_);
}

bool KeyIndex::make_room(std::size_t rows_max) {
  constexpr std::size_t slots_a_row = 16;  // made in the time that a row takes to read
  slots_.resize(std::min(slot_count_, slots_.size() + rows_max * slots_a_row));
  return slots_.size() < slot_count_;
}

std::optional<std::uint32_t> KeyIndex::add(std::size_t row, const std::string_view* cells) {
  for (std::size_t i = 0; i < columns_.size(); ++i) key_[i] = cells[columns_[i]];
  const std::uint32_t hash = hash_of(key_.data(), key_.size());
  Slot& slot = const_cast<Slot&>(slot_of(hash, key_.data()));
  if (slot.row != none) return slot.row;
  slot = {.hash = hash, .row = static_cast<std::uint32_t>(row)};
  return {};
}

std::optional<std::uint32_t> KeyIndex::find(const std::string_view* key) const {
  if (slots_.empty()) return {};
  const bool is_single = columns_.size() == 1;
  if (is_single && found_row_ != none && same_bytes(*key, found_key_)) return found_row_;
  const Slot& slot = slot_of(hash_of(key, columns_.size()), key);
  if (slot.row == none) return {};
  if (is_single) {
    found_key_ = table_->cell(slot.row, columns_.front());
    found_row_ = slot.row;
  }
  return slot.row;
}

// The place of the key, or the one where it belongs.
const KeyIndex::Slot& KeyIndex::slot_of(std::uint32_t hash, const std::string_view* key) const {
  check(!slots_.empty());
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t place = hash & mask;; place = (place + 1) & mask) {
    const Slot& slot = slots_[place];
    if (slot.row == none) return slot;
    if (slot.hash != hash) continue;
    std::size_t same = 0;
    while (same < columns_.size() && same_bytes(table_->cell(slot.row, columns_[same]), key[same]))
      ++same;
    if (same == columns_.size()) return slot;
  }
}

}  // namespace tiendo::io
