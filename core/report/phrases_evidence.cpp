// States, links and sources: the part of phrases.h that leads a reader from a figure to its words.
#include <cmath>

#include "report/phrases.h"

namespace tiendo {

namespace {

const char* grade_letter(Grade grade) {
  switch (grade) {
    case Grade::official: return "A";
    case Grade::press: return "B";
    case Grade::unofficial_copy: break;
  }
  return "C";
}

// "Thông báo … số 369/TB-VPCP": the number only where the title does not say it already.
std::string document_name(const Source& source, Language language) {
  const std::string& title = source.title.in(language);
  if (source.number.empty() || title.find(source.number) != std::string::npos) return title;
  return join({title, say(language, Word::phrases_source_number, {source.number})},
              say(language, Word::phrases_comma));
}

}  // namespace

Status status_of(TaskState state, Language language) {
  switch (state) {
    case TaskState::done_on_time:
      return {Symbol::circle, Ink::good, say(language, Word::phrases_done_on_time)};
    case TaskState::done_late:
      return {Symbol::diamond, Ink::warn, say(language, Word::phrases_done_late)};
    case TaskState::in_progress:
      return {Symbol::half_circle, Ink::info, say(language, Word::phrases_in_progress)};
    case TaskState::overdue:
      return {Symbol::square, Ink::bad, say(language, Word::phrases_overdue)};
    case TaskState::unconfirmed:
      return {Symbol::ring, Ink::silence, say(language, Word::phrases_unconfirmed)};
    case TaskState::no_deadline:
      return {Symbol::dash, Ink::silence, say(language, Word::phrases_no_deadline)};
    case TaskState::cancelled: break;
  }
  return {Symbol::cross, Ink::muted, say(language, Word::phrases_cancelled)};
}

Status status_of(TargetStatus status, Language language) {
  switch (status) {
    case TargetStatus::achieved:
      return {Symbol::circle, Ink::good, say(language, Word::phrases_achieved)};
    case TargetStatus::on_track:
      return {Symbol::half_circle, Ink::info, say(language, Word::phrases_on_track)};
    case TargetStatus::behind:
      return {Symbol::diamond, Ink::warn, say(language, Word::phrases_behind)};
    case TargetStatus::far_behind:
      return {Symbol::triangle_down, Ink::bad, say(language, Word::phrases_far_behind)};
    case TargetStatus::moving_away:
      return {Symbol::cross, Ink::bad, say(language, Word::phrases_moving_away)};
    case TargetStatus::missed:
      return {Symbol::square, Ink::bad, say(language, Word::phrases_missed)};
    case TargetStatus::not_measured: break;
  }
  return {Symbol::ring, Ink::silence, say(language, Word::phrases_not_measured)};
}

Status change_status(double change, int decimals, Direction direction, Language language) {
  const std::string zero = format_number(0, decimals, language);
  const std::string size = format_number(std::abs(change), decimals, language);
  if (size == zero) return {Symbol::dash, Ink::muted, say(language, Word::phrases_no_change)};
  const bool up = change > 0;
  const bool better = up == (direction == Direction::higher_is_better);
  const Ink ink = direction == Direction::none ? Ink::info : better ? Ink::good : Ink::bad;
  return {up ? Symbol::triangle_up : Symbol::triangle_down, ink,
          say(language, up ? Word::phrases_increase : Word::phrases_decrease, {size})};
}

std::string unit_href(const Dataset& dataset, UnitId unit, const Route& here) {
  return address_of(route_to(here, View::unit, dataset[unit].key));
}

std::string task_href(const Dataset& dataset, TaskId task, const Route& here) {
  return address_of(route_to(here, View::tasks, dataset[task].key));
}

std::string indicator_href(const Dataset& dataset, IndicatorId indicator, const Route& here) {
  return address_of(route_to(here, View::indicators, dataset[indicator].key));
}

std::string indicator_href(const Dataset& dataset, IndicatorId indicator, UnitId unit,
                           const Route& here) {
  Route route = route_to(here, View::indicators, dataset[indicator].key);
  route.unit = dataset[unit].key;
  return address_of(route);
}

std::string source_href(const Dataset& dataset, SourceId source, const Route& here) {
  return address_of(route_to(here, View::sources, dataset[source].key));
}

Words source_words(const Dataset& dataset, const Evidence& evidence, const Route& here) {
  const Language language = here.language;
  const Source& source = dataset[evidence.source];
  std::vector<std::string> parts;
  parts.push_back(source.date ? format_period(*source.date, language)
                              : say(language, Word::phrases_source_undated));
  if (!evidence.paragraph.empty()) {
    parts.push_back(say(language, Word::phrases_source_paragraph, {evidence.paragraph}));
  }
  parts.push_back(say(language, Word::phrases_source_grade, {grade_letter(source.grade)}));
  const std::string comma = say(language, Word::phrases_comma);

  Words words;
  words.push_back(
      link(document_name(source, language), source_href(dataset, evidence.source, here)));
  words.push_back(plain(comma + join(parts, comma), Ink::muted));
  if (!source.url.empty()) {
    words.push_back(plain(say(language, Word::phrases_dot), Ink::muted));
    words.push_back(link(say(language, Word::phrases_open_document), source.url));
  }
  return words;
}

std::string quotation(std::string_view words, Language language) {
  if (words.find("\":") == std::string_view::npos)
    return say(language, Word::site_quoted, {std::string(words)});
  std::string plain_words;
  for (const char c : words)
    if (c != '"' && c != '{' && c != '}') plain_words += c;
  return say(language, Word::phrases_data_line, {plain_words});
}

Quote quote_of(const Dataset& dataset, const Evidence& evidence, const Route& here) {
  return {.words = std::string(evidence.words), .source = source_words(dataset, evidence, here)};
}

std::string short_document(const Dataset& dataset, SourceId id, Language language) {
  const Source& source = dataset[id];
  if (source.number.empty() && !source.date) return source.title.in(language);
  if (source.number.empty()) {
    return say(language, Word::phrases_document_of, {format_period(*source.date, language)});
  }
  if (!source.date) return source.number;
  return say(language, Word::phrases_document_numbered,
             {source.number, format_period(*source.date, language)});
}

std::string grade_words(Grade grade, Language language) {
  switch (grade) {
    case Grade::official: return say(language, Word::phrases_grade_official);
    case Grade::press: return say(language, Word::phrases_grade_press);
    case Grade::unofficial_copy: break;
  }
  return say(language, Word::phrases_grade_unofficial_copy);
}

Words unit_list(const Dataset& dataset, const std::vector<UnitId>& units, const Route& here) {
  const Language language = here.language;
  if (units.empty()) return {plain(say(language, Word::phrases_nobody_named), Ink::muted)};
  Words words;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const Word between = i + 1 == units.size() ? Word::phrases_and : Word::phrases_comma;
    if (i > 0) words.push_back(plain(say(language, between)));
    words.push_back(link(dataset[units[i]].name.in(language), unit_href(dataset, units[i], here)));
  }
  return words;
}

}  // namespace tiendo
