#include "report/phrases.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/text.h"

namespace tiendo {

namespace {

std::string fill(std::string_view pattern, const std::vector<std::string_view>& values) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool whole = at + 2 < pattern.size();
    const bool placeholder = whole && pattern[at] == '{' && pattern[at + 2] == '}';
    const std::size_t index = placeholder ? static_cast<std::size_t>(pattern[at + 1] - '0') : 0;
    if (!placeholder || index >= values.size()) {
      text += pattern[at];
      continue;
    }
    text += values[index];
    at += 2;
  }
  return text;
}

// "1 task", "2 tasks": a package states a quantity in the plural; only English has a singular.
// "million accounts" and "ministries and sectors" stay as they are.
std::string in_singular(std::string quantity) {
  for (const char* part : {"illion ", "housand ", " and ", " per "}) {
    if (quantity.find(part) != std::string::npos) return quantity;
  }
  const auto ends_with = [&](std::string_view end) {
    return quantity.size() > end.size() &&
           quantity.compare(quantity.size() - end.size(), end.size(), end) == 0;
  };
  if (ends_with("ies")) return quantity.substr(0, quantity.size() - 3) + "y";
  if (ends_with("s") && !ends_with("ss")) quantity.pop_back();
  return quantity;
}

// "hạng 20", "mức độ 3": what is not counted but numbered.
bool is_ordinal(const Indicator& indicator) {
  return indicator.quantity.vi == "hạng" || indicator.quantity.vi == "mức độ";
}

std::string with_quantity(const Indicator& indicator, std::string number, bool one,
                          Language language) {
  std::string quantity = short_quantity(indicator, language);
  if (quantity.empty()) return number;
  if (is_ordinal(indicator)) return say(language, Word::phrases_quantity, {quantity, number});
  if (one && language == Language::en) quantity = in_singular(quantity);
  return say(language, Word::phrases_quantity, {number, quantity});
}

// What the qualifier makes of a figure's words.
std::string qualified(Qualifier qualifier, std::string words, Language language) {
  switch (qualifier) {
    case Qualifier::approximate: return say(language, Word::phrases_approximate, {words});
    case Qualifier::more_than: return say(language, Word::phrases_more_than, {words});
    case Qualifier::at_least: return say(language, Word::phrases_at_least, {words});
    case Qualifier::at_most: return say(language, Word::phrases_at_most, {words});
    case Qualifier::derived: return say(language, Word::phrases_derived, {words});
    case Qualifier::provisional: return say(language, Word::phrases_provisional, {words});
    case Qualifier::exact:
    case Qualifier::range: break;
  }
  return words;
}

std::string without_value(const Observation& observation, Language language) {
  const BilingualView& category = observation.category;
  if (!category.vi.empty()) return std::string(category.in(language));
  if (observation.rank) {
    return say(language, Word::phrases_rank, {count_words(*observation.rank, language)});
  }
  return say(language, Word::phrases_no_figure);
}

// As printed; what was only computed by the dataset, as finely as the indicator asks.
int shown_decimals(const Indicator& indicator, const Observation& observation) {
  const int printed = observation.printed_decimals;
  const bool computed = observation.qualifier == Qualifier::derived && indicator.decimals > 0;
  return computed ? std::min(printed, indicator.decimals) : printed;
}

// "39,51", "22–25" of the observation's value, which must be there.
std::string printed_number(const Indicator& indicator, const Observation& observation,
                           Language language) {
  const int decimals = shown_decimals(indicator, observation);
  const std::string low = format_number(*observation.value, decimals, language);
  if (!observation.value_max) return low;
  const std::string high = format_number(*observation.value_max, decimals, language);
  return say(language, Word::phrases_range, {low, high});
}

std::string printed_percent(const Indicator& indicator, const Observation& observation,
                            Language language) {
  const int decimals = shown_decimals(indicator, observation);
  if (!observation.value_max) return format_percent(*observation.value, decimals, language);
  const std::string low = format_number(*observation.value, decimals, language);
  const std::string high = format_percent(*observation.value_max, decimals, language);
  return say(language, Word::phrases_range, {low, high});
}

}  // namespace

std::string say(Language language, Word word, std::initializer_list<std::string_view> values) {
  return fill(word_pattern(word, language), values);
}

std::string say_count(Language language, long count, Word one, Word many,
                      std::initializer_list<std::string_view> values) {
  const std::string number = count_words(count, language);
  std::vector<std::string_view> all = {number};
  all.insert(all.end(), values.begin(), values.end());
  return fill(word_pattern(count == 1 ? one : many, language), all);
}

std::string count_words(long count, Language language) {
  return format_number(static_cast<double>(count), 0, language);
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += between;
    text += parts[i];
  }
  return text;
}

Span plain(std::string text, Ink ink, Weight weight) {
  return {.text = std::move(text), .ink = ink, .weight = weight};
}

Span link(std::string text, std::string href, Ink ink) {
  return {.text = std::move(text), .ink = ink, .href = std::move(href)};
}

std::string figure_words(const Dataset& dataset, const Observation& observation,
                         Language language) {
  if (!observation.value) return without_value(observation, language);
  const Indicator& indicator = dataset[observation.indicator];
  if (indicator.is_percentage()) {
    return qualified(observation.qualifier, printed_percent(indicator, observation, language),
                     language);
  }
  if (observation.qualifier == Qualifier::at_most && indicator.quantity.vi == "hạng") {
    return say(language, Word::phrases_rank_or_better,
               {printed_number(indicator, observation, language)});
  }
  const bool one = *observation.value == 1 && !observation.value_max;
  return qualified(
      observation.qualifier,
      with_quantity(indicator, printed_number(indicator, observation, language), one, language),
      language);
}

std::string figure_number(const Dataset& dataset, const Observation& observation,
                          Language language) {
  if (!observation.value) return without_value(observation, language);
  const Indicator& indicator = dataset[observation.indicator];
  return qualified(observation.qualifier, printed_number(indicator, observation, language),
                   language);
}

FigureParts figure_parts(const Dataset& dataset, const Observation& observation,
                         Language language) {
  if (!observation.value) return {.number = without_value(observation, language)};
  Qualifier qualifier = observation.qualifier;
  const Indicator& indicator = dataset[observation.indicator];
  std::vector<std::string> quantity = {indicator.quantity.in(language)};
  if (qualifier == Qualifier::provisional || qualifier == Qualifier::derived) {
    quantity.push_back(say(language, qualifier == Qualifier::derived
                                         ? Word::phrases_derived_remark
                                         : Word::phrases_provisional_remark));
    qualifier = Qualifier::exact;
  }
  const std::string number = printed_number(indicator, observation, language);
  return {.number = qualified(qualifier, number, language),
          .quantity = join(quantity, say(language, Word::phrases_comma))};
}

std::string promise_words(const Dataset& dataset, const Target& target, Language language) {
  std::string value =
      quantity_words(dataset[target.indicator], target.value, target.printed_decimals, language);
  if (target.comparator == Comparator::at_most) {
    value = say(language, Word::phrases_at_most, {value});
  } else if (target.comparator == Comparator::approximate) {
    value = say(language, Word::phrases_approximate, {value});
  }
  if (!target.due) return say(language, Word::phrases_promise_undated, {value});
  return say(language, Word::phrases_promise_by, {value, format_date(*target.due, language)});
}

std::string quantity_words(const Indicator& indicator, double value, int decimals,
                           Language language) {
  if (indicator.is_percentage()) return format_percent(value, decimals, language);
  return with_quantity(indicator, format_number(value, decimals, language), value == 1, language);
}

std::string short_quantity(const Indicator& indicator, Language language) {
  const std::string& quantity = indicator.quantity.in(language);
  return std::string(trim(std::string_view(quantity).substr(0, quantity.find('('))));
}

std::string difference_words(const Indicator& indicator, double difference, int decimals,
                             Language language) {
  const double size = std::abs(difference);
  if (!indicator.is_percentage()) return quantity_words(indicator, size, decimals, language);
  return say(language, Word::phrases_percent_points, {format_number(size, decimals, language)});
}

std::optional<Period> published_on(const Dataset& dataset, const Observation& observation) {
  if (observation.published) return observation.published;
  return dataset[observation.evidence.source].date;
}

std::string delay_words(Date from, Date to, Language language) {
  if (to < from) std::swap(from, to);
  int months = months_between(month_of(from), month_of(to));
  const bool end = to == last_day(month_of(to));  // 31/10 to 30/11 is a month
  if (to.day < from.day && !end) --months;
  if (months > 0) {
    const bool whole = to.day == from.day || (end && to.day < from.day) ||
                       (end && from == last_day(month_of(from)));
    if (!whole)
      return say_count(language, months, Word::phrases_months_over_one, Word::phrases_months_over);
    return say_count(language, months, Word::phrases_months_one, Word::phrases_months);
  }
  return say_count(language, days_between(from, to), Word::phrases_days_one, Word::phrases_days);
}

std::string programme_slug(const Bilingual& programme) {
  std::string slug;
  for (const char c : fold(programme.vi)) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (word) slug += c;
    else if (!slug.empty() && slug.back() != '-') slug += '-';
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

std::string score_words(double score, int decimals, Language language) {
  const Word word = score == 1 ? Word::phrases_score_one : Word::phrases_score;
  return say(language, word, {format_number(score, decimals, language)});
}

std::string percent_words(double percent, Language language) {
  const bool whole = std::abs(percent - std::round(percent)) < 0.05;
  return format_percent(percent, whole ? 0 : 1, language);
}

}  // namespace tiendo
