#include "io/key_index.h"

#include <algorithm>
#include <utility>

#include "base/bytes.h"
#include "base/check.h"
#include "io/table.h"

namespace tiendo::io {
namespace {

std::uint32_t folded(std::uint64_t hash) { return static_cast<std::uint32_t>(hash ^ hash >> 29); }

}  // namespace

KeyIndex::KeyIndex(const Table& table, std::vector<std::size_t> columns)
    : table_(&table),
      columns_(std::move(columns)),
      key_(columns_.size()),
      rooms_(columns_.size()) {
  for (const std::size_t column : columns_)
    has_many_forms_ |= io::has_many_forms(table.fields[column]);
  while (slot_count_ < table.row_count() + table.row_count() / 2) slot_count_ *= 2;
}

bool KeyIndex::make_room(std::size_t rows_max) {
  constexpr std::size_t slots_a_row = 16;  // made in the time that a row takes to read
  slots_.reserve(slot_count_);
  slots_.resize(std::min(slot_count_, slots_.size() + rows_max * slots_a_row));
  return slots_.size() < slot_count_;
}

std::uint32_t KeyIndex::hash_of(const std::string_view* cells) const {
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    hash = hash_bytes(hash, value_of(i, cells[columns_[i]], rooms_[i]));
  return folded(hash);
}

std::string_view KeyIndex::value_of(std::size_t place, std::string_view cell,
                                    std::string& room) const {
  return has_many_forms_ ? canonical(table_->fields[columns_[place]], cell, room) : cell;
}

void KeyIndex::fetch(const std::vector<std::uint32_t>& hashes) const {
  const std::size_t mask = slots_.size() - 1;
  std::uint32_t sum = 0;
  for (const std::uint32_t hash : hashes) sum += slots_[hash & mask].row;
  [[maybe_unused]] const volatile std::uint32_t read = sum;
}

std::optional<std::uint32_t> KeyIndex::add(std::size_t row, const std::string_view* cells,
                                           std::uint32_t hash) {
  for (std::size_t i = 0; i < columns_.size(); ++i)
    key_[i] = value_of(i, cells[columns_[i]], rooms_[i]);
  Slot& slot = const_cast<Slot&>(slot_of(hash, key_.data()));
  if (slot.row != none) return slot.row;
  slot = {.hash = hash, .row = static_cast<std::uint32_t>(row)};
  if (is_single()) {
    single_keys_.resize(row + 1);
    const bool is_as_written = key_.front().data() == cells[columns_.front()].data();
    single_keys_[row] = is_as_written ? key_.front() : single_texts_.emplace_back(key_.front());
  }
  return {};
}

std::optional<std::uint32_t> KeyIndex::find(const std::string_view* key) const {
  if (slots_.empty()) return {};
  if (found_row_ != none && same_bytes(*key, single_keys_[found_row_])) return found_row_;
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    key_[i] = value_of(i, key[i], rooms_[i]);
    hash = hash_bytes(hash, key_[i]);
  }
  const Slot& slot = slot_of(folded(hash), key_.data());
  if (slot.row == none) return {};
  if (is_single()) found_row_ = slot.row;
  return slot.row;
}

bool KeyIndex::is_key_of(std::uint32_t row, const std::string_view* key) const {
  if (is_single()) return same_bytes(single_keys_[row], *key);
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (!same_bytes(value_of(i, table_->cell(row, columns_[i]), other_room_), key[i]))
      return false;
  return true;
}

// The place of the key, or the one where it belongs.
const KeyIndex::Slot& KeyIndex::slot_of(std::uint32_t hash, const std::string_view* key) const {
  check(!slots_.empty());
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t place = hash & mask;; place = (place + 1) & mask) {
    const Slot& slot = slots_[place];
    if (slot.row == none || (slot.hash == hash && is_key_of(slot.row, key))) return slot;
  }
}

}  // namespace tiendo::io
