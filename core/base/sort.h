// sort_by: a stable sort with one body for all types. The library's own is written out anew for
// every type and every order, which was a tenth of the wasm.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace tiendo {

// Whether the item at `a` goes before the item at `b`; a strict weak order.
using GoesBefore = bool (*)(const void* context, std::size_t a, std::size_t b);
// The order in which `count` items stand when sorted: a permutation of 0 … count − 1.
std::vector<std::uint32_t> sorted_order(std::size_t count, GoesBefore goes_before,
                                        const void* context);

// `less(a, b)`: a goes before b. Items that go before neither other keep their order.
template <class Item, class Less>
void sort_by(std::vector<Item>& items, Less less) {
  struct Context { const Item* items; const Less* less; };
  const Context context{items.data(), &less};
  const GoesBefore goes_before = [](const void* at, std::size_t a, std::size_t b) {
    const Context& known = *static_cast<const Context*>(at);
    return static_cast<bool>((*known.less)(known.items[a], known.items[b]));
  };
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (const std::uint32_t index : sorted_order(items.size(), goes_before, &context))
    sorted.push_back(std::move(items[index]));
  items = std::move(sorted);
}

}  // namespace tiendo
