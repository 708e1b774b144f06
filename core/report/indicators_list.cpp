// Every indicator with its latest figure and its promise, by programme. Those promised come first;
// those promised and never measured say so.
#include <algorithm>

#include "base/sort.h"
#include "report/indicators_parts.h"

namespace tiendo {

namespace {

enum class Standing : unsigned char {
  promised_and_measured, promised_only, measured_only, nothing
};

struct Entry {
  IndicatorId indicator;
  Reading reading;
  std::optional<Promise> promise;
  Standing standing = Standing::nothing;
};

struct Programme {
  Bilingual name;
  std::string slug;
  std::vector<Entry> entries;
};

Entry entry_of(const Scope& scope, IndicatorId indicator) {
  Entry entry = {.indicator = indicator,
                 .reading = reading_of(scope.dataset, indicator, scope.moment),
                 .promise = promise_in_family(scope.dataset, indicator, scope.moment)};
  const bool measured =
      entry.reading.figures > 0 || (entry.promise && entry.promise->standing.latest);
  if (entry.promise) {
    entry.standing = measured ? Standing::promised_and_measured : Standing::promised_only;
  } else if (measured) {
    entry.standing = Standing::measured_only;
  }
  return entry;
}

// In the order of the dataset's first indicator of each.
std::vector<Programme> programmes_of(const Scope& scope) {
  std::vector<Programme> programmes;
  for (std::uint32_t i = 0; i < scope.dataset.indicators().size(); ++i) {
    const Bilingual& name = scope.dataset.indicators()[i].programme;
    const std::string slug = programme_slug(name);
    auto found = std::find_if(programmes.begin(), programmes.end(),
                              [&](const Programme& programme) { return programme.slug == slug; });
    if (found == programmes.end()) {
      found = programmes.insert(programmes.end(), Programme{.name = name, .slug = slug});
    }
    found->entries.push_back(entry_of(scope, {i}));
  }
  for (Programme& programme : programmes) {
    sort_by(programme.entries,
            [](const Entry& a, const Entry& b) { return a.standing < b.standing; });
  }
  return programmes;
}

std::string programme_name(const Scope& scope, const Programme& programme) {
  if (programme.name.empty()) return scope.say(Word::indicators_no_programme);
  return programme.name.in(scope.language);
}

Choice form_choice(const Scope& scope) {
  Choice choice = {.label = scope.say(Word::indicators_by)};
  const auto add = [&](Word word, IndicatorsAs form) {
    choice.options.push_back(
        {.text = scope.say(word),
         .href = address_with(scope.route, [&](Route& there) { there.indicators_as = form; }),
         .selected = scope.route.indicators_as == form});
  };
  add(Word::indicators_by_programme, IndicatorsAs::list);
  add(Word::indicators_by_due, IndicatorsAs::by_due);
  return choice;
}

Choice programme_choice(const Scope& scope, const std::vector<Programme>& programmes) {
  Choice choice = {.label = scope.say(Word::indicators_programme), .look = ChoiceLook::menu};
  Route route = scope.route;
  const auto add = [&](const std::string& text, const std::string& slug) {
    route.programme = slug;
    choice.options.push_back(
        {.text = text, .href = address_of(route), .selected = scope.route.programme == slug});
  };
  add(scope.say(Word::indicators_all_programmes), "");
  for (const Programme& programme : programmes) {
    if (programme.slug.empty()) continue;
    add(scope.say(Word::indicators_programme_count,
                  {programme_name(scope, programme),
                   count_words(static_cast<long>(programme.entries.size()), scope.language)}),
        programme.slug);
  }
  return choice;
}

Span of_unit(const Scope& scope, const std::string& name) {
  return plain(scope.say(Word::indicators_of_unit, {name}), Ink::muted);
}

// The figure of another measure that is held against the same promise, named as such.
Cell figure_of_kin(const Scope& scope, const Entry& entry) {
  const Dataset& dataset = scope.dataset;
  if (!entry.promise || !entry.promise->standing.latest) {
    return {.words = {plain(scope.say(Word::phrases_no_data), Ink::muted)}};
  }
  const Observation& figure = dataset[*entry.promise->standing.latest];
  return {.words = {plain(figure_words(dataset, figure, scope.language)),
                    of_unit(scope, card_name(dataset[figure.indicator], scope.language))}};
}

// The nation's last figure, else between which figures the units lie in the newest period.
Cell figure_cell(const Scope& scope, const Entry& entry) {
  const Dataset& dataset = scope.dataset;
  if (entry.reading.figure) {
    const Observation& figure = dataset[*entry.reading.figure];
    Cell cell = {.words = {plain(figure_words(dataset, figure, scope.language), Ink::text,
                                 Weight::bold)}};
    if (dataset[figure.unit].kind != UnitKind::nation) {
      cell.words.push_back(of_unit(scope, dataset[figure.unit].name.in(scope.language)));
    }
    return cell;
  }
  if (entry.reading.units.empty()) return figure_of_kin(scope, entry);
  const Newest newest = *newest_of(dataset, entry.indicator, scope.moment);
  if (newest.valued == 1) {
    const Observation& figure = dataset[*newest.lowest];
    return {.words = {plain(figure_words(dataset, figure, scope.language)),
                      of_unit(scope, dataset[figure.unit].name.in(scope.language))}};
  }
  if (!newest.lowest) {
    return {.words = {plain(scope.count(newest.units, Word::indicators_units_classed_one,
                                        Word::indicators_units_classed))}};
  }
  return {.words = {plain(scope.say(
              Word::indicators_between,
              {figure_number(dataset, dataset[*newest.lowest], scope.language),
               figure_words(dataset, dataset[*newest.highest], scope.language),
               scope.count(newest.units, Word::overview_units_one, Word::overview_units)}))}};
}

std::string as_of(const Scope& scope, const Entry& entry) {
  if (entry.reading.figure) return scope.period(scope.dataset[*entry.reading.figure].period);
  if (entry.promise && entry.promise->standing.latest && entry.reading.units.empty()) {
    return scope.period(scope.dataset[*entry.promise->standing.latest].period);
  }
  if (entry.reading.units.empty()) return scope.say(Word::indicators_no_place);
  return scope.period(newest_of(scope.dataset, entry.indicator, scope.moment)->period);
}

Cell promise_cell(const Scope& scope, const Entry& entry) {
  if (!entry.promise) return {.words = {plain(scope.say(Word::indicators_no_promise), Ink::muted)}};
  const Target& target = scope.dataset[entry.promise->target];
  Cell cell = {.words = {plain(promise_words(scope.dataset, target, scope.language))}};
  const auto delay = delay_of(*entry.promise, scope.language);
  if (delay && entry.promise->slip->of == target.indicator) {
    cell.words.push_back(plain(scope.say(Word::indicators_after_slip, {*delay}), Ink::accent));
  }
  return cell;
}

Cell status_cell(const Scope& scope, const Entry& entry) {
  if (!entry.promise) return {.words = {plain(scope.say(Word::indicators_no_status), Ink::muted)}};
  Status status = promise_status(scope, *entry.promise);
  if (entry.standing == Standing::promised_only) {
    status.word = scope.say(Word::indicators_promised_never_measured);
  }
  return {.status = status};
}

Table table_of(const Scope& scope, const Programme& programme) {
  Table table = {.caption = programme_name(scope, programme)};
  table.columns = {
      {.title = scope.say(Word::indicators_indicator), .grow = 1.4f, .lead = true},
      {.title = scope.say(Word::indicators_latest), .grow = 1},
      {.title = scope.say(Word::indicators_as_of), .place = ColumnPlace::detail},
      {.title = scope.say(Word::indicators_target), .place = ColumnPlace::detail, .grow = 1},
      {.title = scope.say(Word::indicators_status)},
      {.title = scope.say(Word::indicators_figures), .align = Align::right,
       .place = ColumnPlace::detail},
      {.title = scope.say(Word::indicators_units_measured), .align = Align::right,
       .place = ColumnPlace::detail},
  };
  for (const Entry& entry : programme.entries) {
    TableRow row;
    const Indicator& indicator = scope.dataset[entry.indicator];
    const std::string href = indicator_href(scope.dataset, entry.indicator, scope.route);
    row.cells.push_back({.words = {link(indicator.name.in(scope.language), href)}});
    row.cells.push_back(figure_cell(scope, entry));
    row.cells.push_back({.words = {plain(as_of(scope, entry))}});
    row.cells.push_back(promise_cell(scope, entry));
    row.cells.push_back(status_cell(scope, entry));
    row.cells.push_back({.words = {plain(count_words(entry.reading.figures, scope.language))}});
    row.cells.push_back({.words = {plain(count_words(
        static_cast<long>(entry.reading.units.size()), scope.language))}});
    table.rows.push_back(std::move(row));
  }
  return table;
}

struct Counts { long all = 0, promised = 0, unmeasured = 0, measured = 0; };

void count(const Programme& programme, Counts& counts) {
  for (const Entry& entry : programme.entries) {
    ++counts.all;
    if (entry.promise) ++counts.promised;
    if (entry.standing == Standing::promised_only) ++counts.unmeasured;
    if (entry.reading.figures > 0) ++counts.measured;
  }
}

std::string finding(const Scope& scope, const Counts& counts) {
  if (counts.promised > 0) {
    const std::string promised =
        scope.count(counts.promised, Word::indicators_promised_one, Word::indicators_promised);
    const Word unmeasured = counts.unmeasured == 0   ? Word::indicators_unmeasured_none
                            : counts.unmeasured == 1 ? Word::indicators_unmeasured_one
                                                     : Word::indicators_unmeasured;
    return join({promised, scope.say(unmeasured, {count_words(counts.unmeasured, scope.language)})},
                scope.say(Word::phrases_comma));
  }
  return scope.count(counts.measured, Word::indicators_measured_one, Word::indicators_measured);
}

Card programme_card(const Scope& scope, const Programme& programme) {
  Counts counts;
  count(programme, counts);
  Card card = {.title = scope.say(Word::indicators_programme_title,
                                  {programme_name(scope, programme), finding(scope, counts)})};
  card.blocks.push_back({table_of(scope, programme)});
  return card;
}

void add_programmes(const Scope& scope, const std::vector<Programme>& programmes, Page& page) {
  const std::string& wanted = scope.route.programme;
  Counts counts;
  bool any = false;
  for (const Programme& programme : programmes) {
    if (!wanted.empty() && programme.slug != wanted) continue;
    any = true;
    count(programme, counts);
    page.blocks.push_back({programme_card(scope, programme)});
  }
  page.lede = {plain(scope.say(Word::indicators_list_lede))};
  page.heading = any ? finding(scope, counts)
                     : scope.say(programmes.empty() ? Word::indicators_list_empty
                                                    : Word::indicators_programme_unknown);
}

}  // namespace

Page indicators_list(const Scope& scope) {
  const std::vector<Programme> programmes = programmes_of(scope);
  Page page = {.language = scope.language,
               .title = scope.say(Word::site_tab_title, {scope.say(Word::site_indicators)})};
  page.blocks.push_back({Choices{{form_choice(scope), programme_choice(scope, programmes)}}});
  if (scope.route.indicators_as == IndicatorsAs::by_due) add_by_due(scope, page);
  else add_programmes(scope, programmes, page);
  return page;
}

}  // namespace tiendo
