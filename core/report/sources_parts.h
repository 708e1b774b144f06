// What the sources view counts and lists: all that was taken from one document.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "report/measures.h"

namespace tiendo {

enum class FactKind : unsigned char { observation, target, task, report, event };
inline constexpr std::size_t fact_kind_count = 5;

struct FactCounts {
  std::array<long, fact_kind_count> by_kind{};

  long of(FactKind kind) const { return by_kind[static_cast<std::size_t>(kind)]; }
  long total() const;
};

// In the order of dataset.sources().
std::vector<FactCounts> count_facts(const Dataset& dataset);

const char* grade_letter(Grade grade);
std::string grade_meaning(const Scope& scope, Grade grade);

// One thing that a document says, in words, with where it leads.
struct Fact {
  FactKind kind = FactKind::observation;
  Evidence evidence;
  std::string words, href;
};
// In the order of the document's paragraphs, those without one last. `observations` false: figures
// are left out.
enum class Figures : unsigned char { listed, left_out };
std::vector<Fact> facts_of(const Scope& scope, SourceId source, Figures figures);

// An action is no choice between others: each stands alone, and is never folded into a menu.

// The datasets that can be opened from here, and how.
Card opening_card(const Scope& scope, const Shelf& shelf);
// The way to the guide for publishers, a document beside the site (cmake/make_site.py).
Words guide_words(const Scope& scope);
// What is wrong with the dataset that is shown, and with the one that could not be.
Page check_page(const Publication& publication, const Route& route, const Shelf& shelf);

// The tables of the dataset, to be fetched.
Card package_card(const Scope& scope, const Shelf& shelf);
// The columns that no page uses; nothing where there are none.
std::optional<Card> extras_card(const Scope& scope);

// What was known on a day: the choice of the day, and the figures that were published again.
Card knowledge_card(const Scope& scope);

Page source_page(const Publication& publication, const Route& route, SourceId source);

}  // namespace tiendo
