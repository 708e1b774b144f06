// Word: how a value of an enumeration is written in cells and JSON documents.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "model/unit.h"

namespace tiendo::io {

template <class Value>
struct Word {
  std::string_view text;
  Value value;
};

template <class Value, std::size_t count>
std::optional<Value> find_word(const Word<Value> (&words)[count], std::string_view text) {
  for (const Word<Value>& word : words)
    if (same_bytes(word.text, text)) return word.value;
  return {};
}

template <class Value, std::size_t count>
std::string all_words(const Word<Value> (&words)[count]) {
  std::string all;
  for (const Word<Value>& word : words) all += (all.empty() ? "" : ", ") + std::string(word.text);
  return all;
}

inline constexpr Word<UnitKind> unit_kinds[] = {
    {"nation", UnitKind::nation},     {"government", UnitKind::government},
    {"ministry", UnitKind::ministry}, {"agency", UnitKind::agency},
    {"province", UnitKind::province}, {"commune", UnitKind::commune},
    {"database", UnitKind::database}, {"group", UnitKind::group},
    {"other", UnitKind::other}};

}  // namespace tiendo::io
