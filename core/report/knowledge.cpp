// What was known on a day: the site as it stood then, and the figures that were published again
// since.
#include <algorithm>
#include <utility>

#include "base/sort.h"
#include "model/revisions.h"
#include "report/cells.h"
#include "report/sources_parts.h"

namespace tiendo {
namespace {

constexpr std::size_t revisions_listed_max = 1000;

// The ends of the months, and between them the days on which something was published.
std::vector<Date> days_on_offer(const Scope& scope) {
  std::vector<Date> days;
  for (const Month month : months_on_offer(scope.publication)) days.push_back(last_day(month));
  for (const Source& source : scope.dataset.sources())
    if (source.date) days.push_back(source.date->last);
  if (scope.route.as_of) days.push_back(*scope.route.as_of);
  sort_by(days, [](Date a, Date b) { return b < a; });
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

Choice days_choice(const Scope& scope) {
  Choice choice{.label = scope.say(Word::knowledge_choice), .look = ChoiceLook::menu};
  const std::optional<Date>& as_of = scope.route.as_of;
  Route there = scope.route;
  there.as_of.reset();
  choice.options.push_back({.text = scope.say(Word::knowledge_all), .href = address_of(there),
                            .selected = !as_of});
  for (const Date day : days_on_offer(scope)) {
    there.as_of = day;
    choice.options.push_back({.text = scope.say(Word::knowledge_until, {scope.date(day)}),
                              .href = address_of(there), .selected = as_of == day});
  }
  return choice;
}

// Those that were known at the moment, the last published first; undated ones last.
std::vector<Revision> known_revisions(const Scope& scope) {
  std::vector<Revision> known;
  for (const Revision& revision : revisions(scope.dataset))
    if (known_at(scope.dataset, scope.dataset[revision.after], scope.moment))
      known.push_back(revision);
  sort_by(known, [](const Revision& a, const Revision& b) {
    if (!a.when || !b.when) return a.when.has_value() && !b.when;
    return b.when->last < a.when->last;
  });
  return known;
}

// The old figure leads to its page as it stood on the day before the new one.
Cell before_cell(const Scope& scope, const Revision& revision) {
  const Observation& before = scope.dataset[revision.before];
  const std::string words = figure_words(scope.dataset, before, scope.language);
  if (!revision.when) return text_cell(words);
  Route then = scope.route;
  then.as_of = date_of_day_number(day_number(revision.when->last) - 1);
  return link_cell(words, indicator_href(scope.dataset, before.indicator, before.unit, then));
}

TableRow row_of(const Scope& scope, const Revision& revision) {
  const Observation& after = scope.dataset[revision.after];
  const std::string place = scope.say(
      Word::knowledge_of, {scope.dataset[after.unit].name.in(scope.language),
                           scope.period(after.period)});
  Cell figure = link_cell(card_name(scope.dataset[after.indicator], scope.language),
                          indicator_href(scope.dataset, after.indicator, after.unit, scope.route));
  figure.words.push_back(plain(place, Ink::muted));
  return {.cells = {std::move(figure), before_cell(scope, revision),
                    text_cell(figure_words(scope.dataset, after, scope.language)),
                    text_cell(revision.when ? scope.period(*revision.when)
                                            : scope.say(Word::phrases_source_undated)),
                    link_cell(document_label(scope.dataset[after.evidence.source], scope.language),
                              source_href(scope.dataset, after.evidence.source, scope.route))}};
}

Table revisions_table(const Scope& scope, const std::vector<Revision>& known) {
  Table table{.caption = scope.say(Word::knowledge_caption),
              .columns = {{.title = scope.say(Word::knowledge_column_figure), .grow = 2,
                           .lead = true},
                          {.title = scope.say(Word::knowledge_column_before),
                           .align = Align::right},
                          {.title = scope.say(Word::knowledge_column_after),
                           .align = Align::right},
                          {.title = scope.say(Word::knowledge_column_when),
                           .place = ColumnPlace::detail},
                          {.title = scope.say(Word::knowledge_column_source),
                           .place = ColumnPlace::detail, .grow = 1}}};
  for (std::size_t i = 0; i < std::min(known.size(), revisions_listed_max); ++i)
    table.rows.push_back(row_of(scope, known[i]));
  return table;
}

}  // namespace

Card knowledge_card(const Scope& scope) {
  const std::vector<Revision> known = known_revisions(scope);
  const auto count = static_cast<long>(known.size());
  Card card{.title = count == 0 ? scope.say(Word::knowledge_title_none)
                                : scope.count(count, Word::knowledge_title_one,
                                              Word::knowledge_title),
            .subtitle = scope.say(Word::knowledge_subtitle)};
  card.blocks.push_back({Choices{{days_choice(scope)}}});
  if (count == 0) return card;
  card.blocks.push_back({revisions_table(scope, known)});
  const auto listed = static_cast<long>(revisions_listed_max);
  card.foot = {plain(count > listed ? scope.say(Word::knowledge_cut,
                                                {count_words(listed, scope.language),
                                                 count_words(count, scope.language)})
                                    : scope.say(Word::knowledge_foot), Ink::muted)};
  return card;
}

}  // namespace tiendo
