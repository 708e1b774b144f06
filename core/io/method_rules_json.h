// The parts of a methodology's document that choose a method: normalisation, aggregation,
// preparation, uncertainty. Private to io/; methodology_json reads the tree around them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "io/json.h"
#include "io/problems.h"
#include "io/word.h"
#include "model/methodology.h"

namespace tiendo::io {

inline constexpr double points_max = 100;

void report_choice(const JsonCursor& json, std::string_view name, std::string known);

// The value that the text at `json` names; an unknown name is reported with all that are known.
template <class Value, std::size_t count>
std::optional<Value> lookup(const JsonCursor& json, const Word<Value> (&words)[count]) {
  const std::string name = json.as_text();
  const std::optional<Value> value = find_word(words, name);
  if (!value && json.is_text()) report_choice(json, name, all_words(words));
  return value;
}

template <class Value, std::size_t count>
Value option(const JsonCursor& json, const char* name, const Word<Value> (&words)[count],
             Value otherwise) {
  const std::optional<JsonCursor> found = json.member(name);
  return found ? lookup(*found, words).value_or(otherwise) : otherwise;
}

inline constexpr Word<MissingRule> missing_rules[] = {{"reweight", MissingRule::reweight},
                                                      {"zero", MissingRule::zero},
                                                      {"fail", MissingRule::fail}};

void report_range(const JsonCursor& json, const char* name, double least, double most);
double number_within(const JsonCursor& json, const char* name, double least, double most,
                     double otherwise);
double required_number(const JsonCursor& json, const char* name);
double cap_of(const JsonCursor& json);  // "cap", in points: 0 to 1000

// Each reads the object or the name at `json`; what is wrong is reported there.
Normalisation read_normalisation(const JsonCursor& json);
Aggregation read_aggregation(const JsonCursor& json);
PreparationStep read_preparation_step(const JsonCursor& json);
Uncertainty read_uncertainty(const JsonCursor& json);

}  // namespace tiendo::io
