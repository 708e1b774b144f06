#include "model/search_index.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/sort.h"
#include "base/text.h"

namespace tiendo {
namespace {

constexpr std::size_t typo_letters_min = 3, short_letters_max = 4;

bool is_word_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// The folded words of `text`, each ended by a space.
void append_words(std::string& out, std::string_view text) {
  bool open = false;
  for (const char c : fold(text)) {
    if (is_word_letter(c)) {
      out += c;
      open = true;
    } else if (open) {
      out += ' ';
      open = false;
    }
  }
  if (open) out += ' ';
}

// Whether `typed` becomes the beginning of `word`, a short one the whole of it, by one letter put
// in, left out, changed or swapped with its neighbour. The first letter stands: people rarely miss
// it, and it keeps noise out.
bool is_one_slip_from(std::string_view typed, std::string_view word) {
  std::size_t same = 0;
  while (same < typed.size() && same < word.size() && typed[same] == word[same]) ++same;
  if (same == 0) return false;
  const bool is_short = typed.size() <= short_letters_max;
  const auto agree = [is_short](std::string_view left, std::string_view right) {
    return is_short ? left == right : right.starts_with(left);
  };
  const std::string_view rest = typed.substr(same), wanted = word.substr(same);
  if (!rest.empty() && agree(rest.substr(1), wanted)) return true;    // one too many
  if (wanted.empty()) return false;
  if (agree(rest, wanted.substr(1))) return true;                     // one left out
  if (rest.empty()) return false;
  if (agree(rest.substr(1), wanted.substr(1))) return true;           // another letter
  return rest.size() >= 2 && wanted.size() >= 2 && rest[0] == wanted[1] && rest[1] == wanted[0] &&
         agree(rest.substr(2), wanted.substr(2));                     // swapped
}

// How badly a typed word fits one of the entry's; nothing: not at all.
std::optional<int> misfit(std::string_view typed, std::string_view word) {
  if (typed == word) return 0;
  if (word.starts_with(typed)) return 1;
  if (typed.size() >= 3 && word.find(typed) != std::string_view::npos) return 4;
  if (typed.size() >= typo_letters_min && is_one_slip_from(typed, word)) return 6;
  return std::nullopt;
}

// The sum over the typed words of the best fit of each; words far from the front fit a little
// worse.
std::optional<int> misfit_of_all(const std::vector<std::string_view>& typed,
                                 std::string_view words) {
  int sum = 0;
  for (const std::string_view one : typed) {
    std::optional<int> best;
    int place = 0;
    for (std::size_t begin = 0; begin < words.size(); ++place) {
      const std::size_t end = words.find(' ', begin);
      if (const std::optional<int> fit = misfit(one, words.substr(begin, end - begin))) {
        const int here = *fit * 16 + std::min(place, 15);
        if (!best || here < *best) best = here;
      }
      begin = end + 1;
    }
    if (!best) return std::nullopt;
    sum += *best;
  }
  return sum;
}

}  // namespace

SearchIndex::SearchIndex(const Dataset& dataset) {
  while (add_rows(dataset, 1 << 16)) {
  }
}

bool SearchIndex::add_rows(const Dataset& dataset, std::size_t rows_max) {
  const std::size_t counts[] = {dataset.units().size(), dataset.indicators().size(),
                                dataset.tasks().size(), dataset.sources().size()};
  std::size_t first = 0;  // entry of the table
  for (std::size_t kind = 0; kind < std::size(counts); first += counts[kind++])
    for (; entries_.size() < first + counts[kind]; --rows_max) {
      if (rows_max == 0) return true;
      add_row(dataset, static_cast<Findable>(kind),
              static_cast<std::uint32_t>(entries_.size() - first));
    }
  return false;
}

void SearchIndex::add_row(const Dataset& dataset, Findable kind, std::uint32_t index) {
  const Hit hit{kind, index};
  const Bilingual none;
  switch (kind) {
    case Findable::unit: {
      const Unit& unit = dataset.units()[index];
      return add(hit, unit.name, none, unit.key);
    }
    case Findable::indicator: {
      const Indicator& indicator = dataset.indicators()[index];
      return add(hit, indicator.name, indicator.short_name, indicator.key);
    }
    case Findable::task: {
      const Task& task = dataset.tasks()[index];
      return add(hit, task.title, task.product, task.key);
    }
    case Findable::source: {
      const Source& source = dataset.sources()[index];
      return add(hit, source.title, none, source.number);
    }
  }
}

void SearchIndex::add(Hit hit, const Bilingual& name, const Bilingual& second,
                      std::string_view key) {
  Entry entry{.hit = hit, .begin = static_cast<std::uint32_t>(text_.size())};
  append_words(text_, name.vi);
  append_words(text_, name.en);
  append_words(text_, key);
  append_words(text_, second.vi);
  append_words(text_, second.en);
  entry.end = static_cast<std::uint32_t>(text_.size());
  entries_.push_back(entry);
}

std::vector<Hit> SearchIndex::find(std::string_view query, std::size_t limit) const {
  std::string folded;
  append_words(folded, query);
  if (folded.empty()) return {};
  folded.pop_back();
  const std::vector<std::string_view> typed = split(folded, ' ');
  struct Fit { Hit hit; int misfit = 0; std::uint32_t letters = 0; };
  std::vector<Fit> fits;
  for (const Entry& entry : entries_) {
    const std::string_view words =
        std::string_view(text_).substr(entry.begin, entry.end - entry.begin);
    if (const std::optional<int> sum = misfit_of_all(typed, words))
      fits.push_back({entry.hit, *sum, entry.end - entry.begin});
  }
  sort_by(fits, [](const Fit& a, const Fit& b) {
    return a.misfit != b.misfit ? a.misfit < b.misfit : a.letters < b.letters;
  });
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < std::min(limit, fits.size()); ++i) hits.push_back(fits[i].hit);
  return hits;
}

}  // namespace tiendo
