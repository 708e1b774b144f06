// Cells of tables and options of filters, and the short words that stand in them.
#pragma once

#include <string>
#include <utility>

#include "report/measures.h"

namespace tiendo {

inline Cell words_cell(Words words) { return {.words = std::move(words)}; }
inline Cell text_cell(std::string text, Ink ink = Ink::text) {
  return {.words = {plain(std::move(text), ink)}};
}
inline Cell link_cell(std::string text, std::string href) {
  return {.words = {link(std::move(text), std::move(href))}};
}
// A true count: 0 is shown, but quietly. What nobody counted is no count: use text_cell.
inline Cell count_cell(long count, Language language) {
  return text_cell(count_words(count, language), count == 0 ? Ink::faint : Ink::text);
}

// A choice of one: what it asks for is an action.
inline Choice button(std::string text, std::string action) {
  return {.label = text, .options = {{.text = text, .href = std::move(action)}}};
}

// "Quá hạn (25)": how many rows choosing it would show.
inline Option counted_option(const Scope& scope, const Route& there, const std::string& name,
                             long count) {
  return {.text = scope.say(Word::tasks_option_counted, {name, count_words(count, scope.language)}),
          .href = address_of(there),
          .selected = there == scope.route};
}

// "“mới đạt 39,51%”", in the document's own language.
inline Words quoted_words(const Scope& scope, const Evidence& evidence) {
  if (evidence.words.empty()) return {plain(scope.say(Word::site_no_words), Ink::faint)};
  Span words = plain(quotation(evidence.words, scope.language));
  words.quoted = true;
  return {words};
}

// "369/TB-VPCP"; without a number "Tài liệu 13/10/2025": where a title is too long to stand.
inline std::string document_label(const Source& source, Language language) {
  if (!source.number.empty()) return source.number;
  if (!source.date) return source.title.in(language);
  return say(language, Word::site_document_of, {format_period(*source.date, language)});
}

}  // namespace tiendo
