#include "base/sort.h"

#include <algorithm>

namespace tiendo {

std::vector<std::uint32_t> sorted_order(std::size_t count, GoesBefore goes_before,
                                        const void* context) {
  std::vector<std::uint32_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = static_cast<std::uint32_t>(i);
  std::stable_sort(order.begin(), order.end(), [=](std::uint32_t a, std::uint32_t b) {
    return goes_before(context, a, b);
  });
  return order;
}

}  // namespace tiendo
