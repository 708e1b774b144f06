#include "io/key_index.h"

#include <cstring>
#include <utility>

#include "base/check.h"
#include "io/table.h"

namespace tiendo::io {
namespace {

std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 32;
}

// Eight bytes at a time; the length is in it, so that ("a", "bc") is not ("ab", "c").
std::uint64_t mix_text(std::uint64_t hash, std::string_view text) {
  hash = mix(hash, text.size());
  std::uint64_t word = 0;
  for (; text.size() >= sizeof word; text.remove_prefix(sizeof word)) {
    std::memcpy(&word, text.data(), sizeof word);
    hash = mix(hash, word);
  }
  word = 0;
  for (const char c : text) word = word << 8 | static_cast<unsigned char>(c);
  return mix(hash, word);
}

std::uint32_t hash_of(const std::string_view* key, std::size_t count) {
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < count; ++i) hash = mix_text(hash, key[i]);
  return static_cast<std::uint32_t>(hash ^ hash >> 29);
}

}  // namespace

KeyIndex::KeyIndex(const Table& table, std::vector<std::size_t> columns)
    : table_(&table), columns_(std::move(columns)), key_(columns_.size()) {
  std::size_t size = 16;
  while (size < table.row_count() + table.row_count() / 2) size *= 2;
  slots_.resize(size);
}

std::optional<std::uint32_t> KeyIndex::add(std::size_t row) {
  for (std::size_t i = 0; i < columns_.size(); ++i) key_[i] = table_->cell(row, columns_[i]);
  const std::uint32_t hash = hash_of(key_.data(), key_.size());
  Slot& slot = const_cast<Slot&>(slot_of(hash, key_.data()));
  if (slot.row != none) return slot.row;
  slot = {.hash = hash, .row = static_cast<std::uint32_t>(row)};
  return {};
}

std::optional<std::uint32_t> KeyIndex::find(const std::string_view* key) const {
  if (slots_.empty()) return {};
  const Slot& slot = slot_of(hash_of(key, columns_.size()), key);
  return slot.row == none ? std::nullopt : std::optional(slot.row);
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
    while (same < columns_.size() && table_->cell(slot.row, columns_[same]) == key[same]) ++same;
    if (same == columns_.size()) return slot;
  }
}

}  // namespace tiendo::io
