// Every promise by the year it falls due in, and what has become of it: met, missed, unknown, or
// promised again for a later year. A promise stated again is one promise.
#include <algorithm>
#include <array>
#include <map>

#include "base/sort.h"
#include "report/cells.h"
#include "report/indicators_parts.h"

namespace tiendo {

namespace {

struct Entry {
  const Promise* promise = nullptr;
  Outcome outcome = Outcome::open;
  Date due;            // in the year that it is listed under
  bool moved = false;  // fell due here first, and was promised again for a later year
};

// Of one year, or of the promises without a day.
struct DueYear {
  std::vector<Entry> entries;

  long of(Outcome outcome) const {
    return std::count_if(entries.begin(), entries.end(), [&](const Entry& entry) {
      return !entry.moved && entry.outcome == outcome;
    });
  }
  long moved() const {
    return std::count_if(entries.begin(), entries.end(),
                         [](const Entry& entry) { return entry.moved; });
  }
};

struct Ledger {
  std::vector<Promise> promises;
  std::map<int, DueYear> years;
  DueYear undated;

  long came_due(Date end, Outcome outcome) const {
    long all = 0;
    for (const auto& [year, due] : years)
      all += std::count_if(due.entries.begin(), due.entries.end(), [&](const Entry& entry) {
        return !entry.moved && entry.due <= end && entry.outcome == outcome;
      });
    return all;
  }
};

bool is_of(const Scope& scope, const Promise& promise, const std::string& programme) {
  const Indicator& indicator = scope.dataset[scope.dataset[promise.target].indicator];
  return programme.empty() || programme_slug(indicator.programme) == programme;
}

Ledger ledger_of(const Scope& scope) {
  Ledger ledger{.promises = promises_once(scope.dataset, scope.moment)};
  std::erase_if(ledger.promises, [&](const Promise& promise) {
    return !is_of(scope, promise, scope.route.programme);
  });
  for (const Promise& promise : ledger.promises) {
    const Outcome outcome = outcome_of(scope.dataset, promise, scope.moment);
    const std::optional<Date> due = scope.dataset[promise.target].due;
    if (!due) {
      ledger.undated.entries.push_back({.promise = &promise, .outcome = outcome});
      continue;
    }
    ledger.years[due->year].entries.push_back(
        {.promise = &promise, .outcome = outcome, .due = *due});
    if (!promise.slip || promise.slip->from.year >= due->year) continue;
    ledger.years[promise.slip->from.year].entries.push_back(
        {.promise = &promise, .outcome = outcome, .due = promise.slip->from, .moved = true});
  }
  return ledger;
}

constexpr std::array<std::pair<Outcome, Word>, outcome_count> outcome_words = {{
    {Outcome::met, Word::indicators_due_met},
    {Outcome::missed, Word::indicators_due_missed},
    {Outcome::unknown, Word::indicators_due_unknown},
    {Outcome::open, Word::indicators_due_open},
    {Outcome::undated, Word::indicators_due_undated},
}};

// "2 đạt, 3 không đạt, 18 không rõ kết quả": those that are there.
template <class Count>
std::string outcomes(const Scope& scope, Count count) {
  std::vector<std::string> parts;
  for (const auto& [outcome, word] : outcome_words)
    if (const long number = count(outcome); number > 0)
      parts.push_back(scope.say(word, {count_words(number, scope.language)}));
  return join(parts, scope.say(Word::phrases_comma));
}

std::string year_title(const Scope& scope, const DueYear& year, const std::string& name) {
  std::string parts = outcomes(scope, [&](Outcome outcome) { return year.of(outcome); });
  if (const long moved = year.moved(); moved > 0) {
    const std::string words =
        scope.say(Word::indicators_due_moved, {count_words(moved, scope.language)});
    parts = parts.empty() ? words : join({parts, words}, scope.say(Word::phrases_comma));
  }
  return scope.say(Word::indicators_programme_title, {name, parts});
}

Cell figure_cell(const Scope& scope, const Promise& promise) {
  const auto at_due = promise.standing.at_due;
  const auto figure = at_due ? at_due : last_measured(scope.dataset, promise, scope.moment);
  if (!figure) return text_cell(scope.say(Word::phrases_no_data), Ink::muted);
  const Observation& shown = scope.dataset[*figure];
  return text_cell(scope.say(Word::indicators_figure_as_of,
                             {figure_words(scope.dataset, shown, scope.language),
                              scope.period(shown.period)}));
}

// The promise as it was first made for that day, else as it was last made.
const Target& promised(const Dataset& dataset, const Entry& entry) {
  const Promise& promise = *entry.promise;
  if (entry.moved)
    for (const TargetId id : promise.chain.promises)
      if (dataset[id].due == entry.due && dataset[id].indicator == promise.slip->of)
        return dataset[id];
  return dataset[promise.target];
}

TableRow row_of(const Scope& scope, const Entry& entry) {
  const Dataset& dataset = scope.dataset;
  const Promise& promise = *entry.promise;
  const Target& target = dataset[promise.target];
  const bool of_nation = dataset[target.unit].kind == UnitKind::nation;
  Words what = {link(card_name(dataset[target.indicator], scope.language),
                     of_nation ? indicator_href(dataset, target.indicator, scope.route)
                               : indicator_href(dataset, target.indicator, target.unit,
                                                scope.route))};
  if (!of_nation)
    what.push_back(plain(scope.say(Word::indicators_of_unit,
                                   {dataset[target.unit].name.in(scope.language)}),
                         Ink::muted));
  Status status = promise_status(scope, promise);
  if (entry.moved)
    status = {Symbol::ring, Ink::accent, scope.say(Word::indicators_due_moved_to,
                                                   {scope.date(*target.due)})};
  const SourceId source = promised(dataset, entry).evidence.source;
  return {.cells = {words_cell(std::move(what)),
                    text_cell(promised_value(dataset, promise, scope.language)),
                    text_cell(target.due ? scope.date(entry.due)
                                         : scope.say(Word::indicators_no_place)),
                    figure_cell(scope, promise),
                    {.status = std::move(status)},
                    link_cell(document_label(dataset[source], scope.language),
                              source_href(dataset, source, scope.route))}};
}

Card year_card(const Scope& scope, DueYear year, const std::string& name) {
  sort_by(year.entries, [](const Entry& a, const Entry& b) {
    if (a.moved != b.moved) return b.moved;
    return a.outcome != b.outcome ? a.outcome < b.outcome : a.due < b.due;
  });
  Card card = {.title = year_title(scope, year, name)};
  Table table = {.caption = card.title,
                 .columns = {{.title = scope.say(Word::indicators_indicator), .grow = 2,
                              .lead = true},
                             {.title = scope.say(Word::indicators_promised_value),
                              .align = Align::right},
                             {.title = scope.say(Word::indicators_due),
                              .place = ColumnPlace::detail},
                             {.title = scope.say(Word::indicators_figure_column),
                              .place = ColumnPlace::detail, .grow = 1},
                             {.title = scope.say(Word::indicators_status), .grow = 1},
                             {.title = scope.say(Word::indicators_document),
                              .place = ColumnPlace::detail}}};
  for (const Entry& entry : year.entries) table.rows.push_back(row_of(scope, entry));
  card.blocks.push_back({std::move(table)});
  return card;
}

TableRow balance_row(const Scope& scope, const std::string& name, const DueYear& year) {
  TableRow row = {.cells = {text_cell(name)}};
  for (const Outcome outcome : {Outcome::met, Outcome::missed, Outcome::unknown})
    row.cells.push_back(count_cell(year.of(outcome), scope.language));
  row.cells.push_back(count_cell(year.of(Outcome::open) + year.of(Outcome::undated),
                                 scope.language));
  row.cells.push_back(count_cell(year.moved(), scope.language));
  return row;
}

// One line a year: what its balance came to.
Card balance_card(const Scope& scope, const Ledger& ledger) {
  const auto column = [&](Word title, ColumnPlace place = ColumnPlace::own) {
    return Column{.title = scope.say(title), .align = Align::right, .place = place};
  };
  Card card = {.title = scope.say(Word::indicators_balance),
               .subtitle = scope.say(Word::indicators_balance_subtitle)};
  Table table = {.caption = card.title,
                 .columns = {{.title = scope.say(Word::indicators_balance_year), .grow = 1,
                              .lead = true},
                             column(Word::indicators_balance_met),
                             column(Word::indicators_balance_missed),
                             column(Word::indicators_balance_unknown),
                             column(Word::indicators_balance_open, ColumnPlace::detail),
                             column(Word::indicators_balance_moved, ColumnPlace::detail)}};
  for (const auto& [year, due] : ledger.years)
    table.rows.push_back(balance_row(scope, std::to_string(year), due));
  if (!ledger.undated.entries.empty())
    table.rows.push_back(
        balance_row(scope, scope.say(Word::indicators_balance_undated), ledger.undated));
  card.blocks.push_back({std::move(table)});
  return card;
}

std::string heading_of(const Scope& scope, const Ledger& ledger) {
  const auto count = [&](Outcome outcome) { return ledger.came_due(scope.moment.end(), outcome); };
  long due = 0;
  for (const auto& [outcome, word] : outcome_words) due += count(outcome);
  if (due > 0)
    return scope.count(due, Word::indicators_came_due_one, Word::indicators_came_due,
                       {outcomes(scope, count)});
  return scope.count(static_cast<long>(ledger.promises.size()), Word::indicators_none_due_one,
                     Word::indicators_none_due);
}

}  // namespace

std::string due_finding(const Scope& scope) { return heading_of(scope, ledger_of(scope)); }

void add_by_due(const Scope& scope, Page& page) {
  const Ledger ledger = ledger_of(scope);
  page.heading = heading_of(scope, ledger);
  page.lede = {plain(scope.say(Word::indicators_by_due_lede))};
  if (ledger.promises.empty()) return;
  page.blocks.push_back({balance_card(scope, ledger)});
  const auto add = [&](int year, const DueYear& due) {
    const std::string name = scope.say(Word::indicators_due_in, {std::to_string(year)});
    page.blocks.push_back({year_card(scope, due, name)});
  };
  const int now = scope.moment.end().year;  // its year and those before, newest first; then ahead
  for (auto at = ledger.years.rbegin(); at != ledger.years.rend(); ++at)
    if (at->first <= now) add(at->first, at->second);
  for (const auto& [year, due] : ledger.years)
    if (year > now) add(year, due);
  if (!ledger.undated.entries.empty())
    page.blocks.push_back({year_card(scope, ledger.undated,
                                     scope.say(Word::indicators_balance_undated))});
}

}  // namespace tiendo
