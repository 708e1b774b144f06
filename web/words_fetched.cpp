#include "words_fetched.h"

#include <array>
#include <string>

#include "base/check.h"
#include "report/words_generated.h"

namespace tiendo {

namespace {

struct Fetched {
  std::string text;
  std::array<std::string_view, 2 * word_count> lines;
};
Fetched fetched;

}  // namespace

void set_words(std::string_view text) {
  fetched.text = std::string(text);
  std::string_view rest = fetched.text;
  for (std::string_view& line : fetched.lines) {
    const std::size_t end = rest.find('\n');
    check(end != std::string_view::npos);
    line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
  }
  check(rest.empty());
}

std::string_view word_pattern(Word word, Language language) {
  return fetched.lines[2 * static_cast<std::size_t>(word) + static_cast<std::size_t>(language)];
}

}  // namespace tiendo
