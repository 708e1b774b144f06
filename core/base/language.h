// The two languages of the site, and a text that exists in both.
#pragma once

#include <string>
#include <string_view>

namespace tiendo {

enum class Language : unsigned char { vi, en };

// Vietnamese comes first: where no English was written, the Vietnamese stands in for it.
struct Bilingual {
  std::string vi, en;

  const std::string& in(Language language) const {
    return language == Language::en && !en.empty() ? en : vi;
  }
  bool empty() const { return vi.empty() && en.empty(); }
  friend bool operator==(const Bilingual&, const Bilingual&) = default;
};

// The same, of texts that stand elsewhere.
struct BilingualView {
  std::string_view vi, en;

  std::string_view in(Language language) const {
    return language == Language::en && !en.empty() ? en : vi;
  }
  bool empty() const { return vi.empty() && en.empty(); }
};

}  // namespace tiendo
