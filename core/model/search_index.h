// SearchIndex: finds units, indicators, tasks and sources by what a reader types. Diacritics, case
// and word order do not matter ("dien bien" finds Điện Biên), nor does one wrong, missing, doubled
// or swapped letter in a word of three or more.
//
// It knows no page: what it finds is a kind and a row of the dataset that it was made from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/dataset.h"

namespace tiendo {

enum class Findable : unsigned char { unit, indicator, task, source };

struct Hit {
  Findable kind = Findable::unit;
  std::uint32_t index = 0;  // row of its table
};

class SearchIndex {
 public:
  SearchIndex() = default;  // of nothing yet
  explicit SearchIndex(const Dataset& dataset);
  // Up to `rows_max` further rows of the dataset, always the same one. False: it has all of them.
  bool add_rows(const Dataset& dataset, std::size_t rows_max);

  // The best first, at most `limit`; all words of the query must be found in a row's names.
  // Cost: linear in the letters of the index.
  std::vector<Hit> find(std::string_view query, std::size_t limit) const;
  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    Hit hit;
    std::uint32_t begin = 0, end = 0;  // its folded words in text_, each ended by a space
  };

  void add_row(const Dataset& dataset, Findable kind, std::uint32_t index);
  void add(Hit hit, const Bilingual& name, const Bilingual& second, std::string_view key);

  std::string text_;
  std::vector<Entry> entries_;  // unit by unit, indicator by indicator …
};

}  // namespace tiendo
