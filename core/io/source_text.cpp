#include "io/source_text.h"

#include <algorithm>

#include "base/text.h"
#include "io/problems.h"

namespace tiendo::io {

std::optional<SourceText> read_source_text(std::string_view bytes, const std::string& file,
                                           Problems& problems) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark)
    bytes.remove_prefix(byte_order_mark.size());
  if (const std::optional<std::size_t> invalid = find_invalid_utf8(bytes)) {
    const std::string_view before = bytes.substr(0, *invalid);
    const auto line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
    problems.add(problem::not_utf8({.file = file, .line = line}, *invalid));
    return {};
  }
  return is_surely_nfc(bytes) ? SourceText(bytes) : SourceText(to_nfc(bytes));
}

}  // namespace tiendo::io
