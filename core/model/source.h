// Source: a document. Evidence: the few words of a document that state a fact, and where they stand.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "base/language.h"
#include "model/ids.h"

namespace tiendo {

// How near the document is to the office that speaks in it.
enum class Grade : unsigned char {
  official,        // A: an official page
  press,           // B: a newspaper quoting an official
  unofficial_copy  // C: an official figure in an unofficial copy
};

struct Source {
  std::string key;
  Bilingual title;
  std::string outlet;  // who published it, as printed
  std::string number;  // of an official document: "369/TB-VPCP"
  std::optional<Period> date;
  std::string url;     // empty: no address is known
  Grade grade = Grade::unofficial_copy;
  Bilingual note;
};

// Its texts are kept by the dataset (model/texts.h).
struct Evidence {
  SourceId source;
  std::string_view words;      // verbatim, in the document's own language, at most 20 words
  std::string_view paragraph;  // number of the paragraph, empty where it is not known
};

}  // namespace tiendo
