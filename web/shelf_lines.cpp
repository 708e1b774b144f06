#include "shelf_lines.h"

#include <utility>

#include "base/text.h"

namespace tiendo {

Shelf read_shelf(std::string_view lines) {
  Shelf shelf;
  for (const std::string_view line : split(lines, '\n')) {
    const std::vector<std::string_view> fields = split(line, '\t');
    const auto field = [&fields](std::size_t index) {
      return std::string(index < fields.size() ? fields[index] : std::string_view());
    };
    ShelfItem item{.dataset = field(1), .title = {field(2), field(3)}};
    if (field(0) == "shipped") {
      item.description = {field(4), field(5)};
      item.illustration = field(6) == "1";
      shelf.shipped.push_back(std::move(item));
    } else if (field(0) == "kept") {
      item.opened_on = parse_date(field(4));
      shelf.kept.push_back(std::move(item));
    }
  }
  return shelf;
}

}  // namespace tiendo
