#include "base/problem.h"

#include <utility>

namespace tiendo {

std::string to_text(const Place& place) {
  std::string words = place.file;
  if (place.line > 0) words += ":" + std::to_string(place.line);
  if (!place.column.empty()) words += (words.empty() ? "" : " ") + place.column;
  return words;
}

void Problems::add(Problem problem) {
  ++(problem.severity == Severity::error ? errors : warnings);
  if (listed.size() < listed_max) listed.push_back(std::move(problem));
}

void Problems::add_all(const Problems& others) {
  errors += others.errors;
  warnings += others.warnings;
  for (const Problem& problem : others.listed)
    if (listed.size() < listed_max) listed.push_back(problem);
}

}  // namespace tiendo
