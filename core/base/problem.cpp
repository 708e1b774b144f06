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
  const Severity severity = problem.severity;
  if (has_place(severity)) listed.push_back(std::move(problem));
  ++(severity == Severity::error ? errors : warnings);
}

void Problems::add_all(const Problems& others) {
  const std::size_t all_errors = errors + others.errors;
  const std::size_t all_warnings = warnings + others.warnings;
  for (const Problem& problem : others.listed) add(problem);
  errors = all_errors;
  warnings = all_warnings;
}

}  // namespace tiendo
