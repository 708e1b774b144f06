#include "words_fetched.h"

#include <array>
#include <string>

#include "base/check.h"
#include "report/words_generated.h"

namespace tiendo {

namespace {

struct Fetched {
  std::string text;
  std::array<std::string_view, word_count> lines;
};
std::array<Fetched, 2> fetched;  // by language

}  // namespace

void set_words(Language language, std::string_view text) {
  Fetched& words = fetched[static_cast<std::size_t>(language)];
  words.text = std::string(text);
  std::string_view rest = words.text;
  for (std::string_view& line : words.lines) {
    const std::size_t end = rest.find('\n');
    check(end != std::string_view::npos);
    line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
  }
  check(rest.empty());
}

std::string_view word_pattern(Word word, Language language) {
  return fetched[static_cast<std::size_t>(language)].lines[static_cast<std::size_t>(word)];
}

}  // namespace tiendo
