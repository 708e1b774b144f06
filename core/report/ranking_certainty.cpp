// How sure each rank is, in words: the range of a unit, and what the ranges mean.
#include <cmath>

#include "base/format.h"
#include "report/ranking_parts.h"

namespace tiendo {
namespace {

constexpr double share_within = 90;  // percent of the runs: from the 5th to the 95th

// What the study varies: "mỗi trọng số xê dịch tới 25%, số liệu xê dịch trong phần làm tròn".
std::string varied_words(const Scope& scope, const Uncertainty& uncertainty) {
  std::vector<std::string> parts;
  if (uncertainty.weight_share > 0)
    parts.push_back(scope.say(
        Word::ranking_varied_weights,
        {format_percent(100 * uncertainty.weight_share, 0, scope.language)}));
  if (uncertainty.rounding == Rounding::varied)
    parts.push_back(scope.say(Word::ranking_varied_rounding));
  if (!uncertainty.normalisations.empty() || !uncertainty.aggregations.empty() ||
      !uncertainty.missing.empty())
    parts.push_back(scope.say(Word::ranking_varied_methods));
  return join(parts, scope.say(Word::phrases_comma));
}

}  // namespace

std::string range_words(const Scope& scope, const UnitRobustness& unit) {
  if (unit.ranked == 0) return "";
  const std::string from = count_words(std::lround(std::floor(unit.low)), scope.language);
  const std::string to = count_words(std::lround(std::ceil(unit.high)), scope.language);
  return from == to ? from : scope.say(Word::phrases_range, {from, to});
}

std::string certainty_note(const Scope& scope, const Methodology& methodology, int runs) {
  const std::string varied = varied_words(scope, methodology.uncertainty);
  if (varied.empty()) return {};
  return scope.say(Word::ranking_range_note, {format_percent(share_within, 0, scope.language),
                                              count_words(runs, scope.language), varied});
}

Words certainty_words(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  if (!ranking.certainty) {
    if (ranking.official) return {};  // the study is of the published weights
    return {link(scope.say(Word::ranking_study_offer), "!study:" + ranking.methodology.id)};
  }
  std::string note = certainty_note(scope, ranking.methodology, ranking.certainty->runs);
  if (note.empty()) return {};
  return {plain(std::move(note), Ink::muted)};
}

}  // namespace tiendo
