// Of one indicator: every promise and every figure, each with the words of its document.
#include <algorithm>

#include "base/sort.h"
#include "report/cells.h"
#include "report/indicators_parts.h"

namespace tiendo {

namespace {

constexpr std::size_t figures_shown_max = 80;

bool stands_for_many(const Unit& unit) {
  return unit.kind == UnitKind::nation || unit.kind == UnitKind::group ||
         unit.kind == UnitKind::government;
}

// The promises of the indicator and those of its next of kin that it is held against, by the day
// they were made.
std::vector<TargetId> promises_shown(const Scope& scope, IndicatorId indicator) {
  const Dataset& dataset = scope.dataset;
  std::vector<TargetId> shown;
  for (std::uint32_t i = 0; i < dataset.targets().size(); ++i) {
    const Target& target = dataset.targets()[i];
    const bool own = target.indicator == indicator;
    if (own && known_at(dataset, target, scope.moment)) shown.push_back({i});
  }
  if (const auto promise = main_promise(dataset, indicator, scope.moment)) {
    for (const TargetId id : promise->chain.promises) {
      if (std::find(shown.begin(), shown.end(), id) == shown.end()) shown.push_back(id);
    }
  }
  sort_by(shown, [&](TargetId a, TargetId b) {
    return made_before(dataset, a, b);
  });
  return shown;
}

constexpr std::size_t promises_of_all_max = 12;

// Many were made to one unit each: then those of the page's own unit. How many are left out.
long leave_to_units(const Scope& scope, IndicatorId indicator, std::vector<TargetId>& promises) {
  const std::size_t all = promises.size();
  if (all <= promises_of_all_max) return 0;
  std::optional<UnitId> unit = chosen_unit(scope);
  if (!unit)
    if (const auto main = main_promise(scope.dataset, indicator, scope.moment))
      unit = scope.dataset[main->target].unit;
  if (!unit) return 0;
  std::erase_if(promises, [&](TargetId id) { return scope.dataset[id].unit != *unit; });
  return static_cast<long>(all - promises.size());
}

// The last promise of the same thing made before this one that named a date.
const Target* promised_before(const Dataset& dataset, const std::vector<TargetId>& promises,
                              std::size_t at) {
  const Target& target = dataset[promises[at]];
  for (std::size_t i = at; i > 0; --i) {
    const Target& earlier = dataset[promises[i - 1]];
    const bool same = earlier.unit == target.unit && earlier.value == target.value &&
                      same_quantity(dataset, earlier.indicator, target.indicator);
    if (same && earlier.due) return &earlier;
  }
  return nullptr;
}

Cell moved_cell(const Scope& scope, const Target& target, const Target* before) {
  if (!before) return text_cell(scope.say(Word::indicators_first_promise), Ink::muted);
  if (!target.due) return text_cell(scope.say(Word::indicators_date_dropped), Ink::accent);
  if (*target.due == *before->due) {
    return text_cell(scope.say(Word::indicators_same_date), Ink::muted);
  }
  const bool later = *target.due > *before->due;
  return text_cell(scope.say(later ? Word::indicators_later_by : Word::indicators_earlier_by,
                             {delay_words(*before->due, *target.due, scope.language)}),
                   Ink::accent);
}

Table promises_table(const Scope& scope, const std::vector<TargetId>& promises,
                     const std::string& caption) {
  const Dataset& dataset = scope.dataset;
  Table table = {.caption = caption};
  table.columns = {
      {.title = scope.say(Word::indicators_promised_value), .lead = true},
      {.title = scope.say(Word::indicators_due)},
      {.title = scope.say(Word::indicators_moved)},
      {.title = scope.say(Word::indicators_for_unit), .place = ColumnPlace::detail},
      {.title = scope.say(Word::indicators_indicator), .place = ColumnPlace::detail, .grow = 1},
      {.title = scope.say(Word::indicators_said_on), .place = ColumnPlace::detail},
      {.title = scope.say(Word::indicators_document), .place = ColumnPlace::detail, .grow = 1},
  };
  for (std::size_t i = 0; i < promises.size(); ++i) {
    const Target& target = dataset[promises[i]];
    const Indicator& indicator = dataset[target.indicator];
    const auto made = made_on(dataset, target);
    TableRow row;
    row.cells.push_back(text_cell(
        quantity_words(indicator, target.value, target.printed_decimals, scope.language)));
    row.cells.push_back(text_cell(target.due ? scope.date(*target.due)
                                             : scope.say(Word::phrases_undated)));
    row.cells.push_back(moved_cell(scope, target, promised_before(dataset, promises, i)));
    row.cells.push_back(link_cell(dataset[target.unit].name.in(scope.language),
                                  unit_href(dataset, target.unit, scope.route)));
    row.cells.push_back(link_cell(card_name(indicator, scope.language),
                                  indicator_href(dataset, target.indicator, scope.route)));
    row.cells.push_back(
        text_cell(made ? scope.period(*made) : scope.say(Word::phrases_source_undated)));
    row.cells.push_back(link_cell(short_document(dataset, target.evidence.source, scope.language),
                                  source_href(dataset, target.evidence.source, scope.route)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string promises_title(const Scope& scope, IndicatorId indicator,
                           const std::vector<TargetId>& promises) {
  const Dataset& dataset = scope.dataset;
  long moved = 0;
  for (std::size_t i = 0; i < promises.size(); ++i) {
    const Target* before = promised_before(dataset, promises, i);
    const std::optional<Date> due = dataset[promises[i]].due;
    if (before && due && *due > *before->due) ++moved;
  }
  const auto main = main_promise(dataset, indicator, scope.moment);
  const auto times = static_cast<long>(main ? main->chain.promises.size() : promises.size());
  if (times == 1) {
    const Target& only = dataset[main ? main->target : promises.front()];
    return scope.say(Word::indicators_promised_once,
                     {promise_words(dataset, only, scope.language)});
  }
  const std::string number = count_words(times, scope.language);
  const std::string said =
      main ? scope.say(Word::indicators_value_said,
                       {promised_value(dataset, *main, scope.language), number})
           : scope.say(Word::indicators_said_times, {number});
  const Word how = moved == 0   ? Word::indicators_never_moved
                   : moved == 1 ? Word::indicators_moved_once
                                : Word::indicators_moved_times;
  return join({said, scope.say(how, {count_words(moved, scope.language)})},
              scope.say(Word::phrases_comma));
}

struct Shown {
  std::vector<ObservationId> figures;  // newest first
  std::size_t left_out = 0;
};

// All figures where they are few; else those of the chosen unit, or of the nation and the groups.
Shown figures_shown(const Scope& scope, IndicatorId indicator) {
  const Dataset& dataset = scope.dataset;
  const std::optional<UnitId> chosen = chosen_unit(scope);
  std::vector<ObservationId> all;
  for (const UnitId unit : dataset.units_observed(indicator)) {
    const auto figures = figures_of(dataset, indicator, unit, scope.moment);
    all.insert(all.end(), figures.begin(), figures.end());
  }
  Shown shown;
  for (const ObservationId id : all) {
    const UnitId unit = dataset[id].unit;
    const bool wanted = chosen ? unit == *chosen
                               : all.size() <= figures_shown_max || stands_for_many(dataset[unit]);
    if (wanted) shown.figures.push_back(id);
  }
  shown.left_out = all.size() - shown.figures.size();
  const auto newer = [&](ObservationId a, ObservationId b) {
    return dataset[a].period.last > dataset[b].period.last;
  };
  sort_by(shown.figures, newer);
  return shown;
}

Cell value_cell(const Scope& scope, const Observation& figure) {
  Cell cell = {.words = {plain(figure_words(scope.dataset, figure, scope.language), Ink::text,
                               Weight::bold)}};
  if (figure.value && figure.numerator && figure.denominator) {
    const auto whole = [&](double value) { return format_number(value, 0, scope.language); };
    cell.words.push_back(plain(scope.say(Word::indicators_of_base,
                                         {whole(*figure.numerator), whole(*figure.denominator)}),
                               Ink::muted));
  }
  if (figure.value && figure.rank) {
    cell.words.push_back(plain(scope.say(Word::indicators_and_rank,
                                         {count_words(*figure.rank, scope.language)}),
                               Ink::muted));
  }
  return cell;
}

Table figures_table(const Scope& scope, const std::vector<ObservationId>& figures,
                    const std::string& caption) {
  const Dataset& dataset = scope.dataset;
  Table table = {.caption = caption};
  table.columns = {
      {.title = scope.say(Word::indicators_unit), .lead = true},
      {.title = scope.say(Word::indicators_period)},
      {.title = scope.say(Word::indicators_figure_column)},
      {.title = scope.say(Word::indicators_words), .place = ColumnPlace::detail, .grow = 1},
      {.title = scope.say(Word::indicators_source), .place = ColumnPlace::detail, .grow = 1},
      {.title = scope.say(Word::indicators_published), .place = ColumnPlace::detail},
      {.title = scope.say(Word::indicators_note), .place = ColumnPlace::detail, .grow = 1},
  };
  for (const ObservationId id : figures) {
    const Observation& figure = dataset[id];
    const auto published = published_on(dataset, figure);
    TableRow row;
    row.cells.push_back(link_cell(dataset[figure.unit].name.in(scope.language),
                                  unit_href(dataset, figure.unit, scope.route)));
    row.cells.push_back(text_cell(scope.period(figure.period)));
    row.cells.push_back(value_cell(scope, figure));
    row.cells.push_back(words_cell(quoted_words(scope, figure.evidence)));
    row.cells.push_back(words_cell(source_words(dataset, figure.evidence, scope.route)));
    row.cells.push_back(
        text_cell(published ? scope.period(*published) : scope.say(Word::phrases_source_undated)));
    row.cells.push_back(text_cell(std::string(figure.note.in(scope.language)), Ink::muted));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::optional<Card> promises_card(const Scope& scope, IndicatorId indicator) {
  const Dataset& dataset = scope.dataset;
  std::vector<TargetId> promises = promises_shown(scope, indicator);
  const long left_out = leave_to_units(scope, indicator, promises);
  if (promises.empty()) return {};
  Card card = {.title = promises_title(scope, indicator, promises)};
  const bool of_others = std::any_of(promises.begin(), promises.end(), [&](TargetId id) {
    return dataset[id].indicator != indicator;
  });
  if (of_others) card.subtitle = scope.say(Word::indicators_promised_for);
  card.blocks.push_back({promises_table(scope, promises, card.title)});
  for (const TargetId id : promises) {
    const Target& target = dataset[id];
    if (!target.evidence.words.empty()) {
      card.blocks.push_back({quote_of(dataset, target.evidence, scope.route)});
    }
    if (!target.note.empty()) {
      card.blocks.push_back({Paragraph{{plain(target.note.in(scope.language), Ink::muted)},
                                       ParagraphRole::note}});
    }
  }
  if (left_out > 0)
    card.foot = {plain(scope.count(left_out, Word::indicators_promises_left_out_one,
                                   Word::indicators_promises_left_out), Ink::muted)};
  return card;
}

Card figures_card(const Scope& scope, IndicatorId indicator) {
  const Shown shown = figures_shown(scope, indicator);
  const auto count = static_cast<long>(shown.figures.size());
  Card card = {.title = scope.count(count, Word::indicators_figures_title_one,
                                    Word::indicators_figures_title)};
  if (count == 0 && shown.left_out == 0) {
    const std::string month = format_month_in_words(scope.moment.month, scope.language);
    card.title = scope.say(Word::indicators_no_figures_title);
    card.blocks.push_back(
        {Paragraph{{plain(scope.say(Word::indicators_no_figures, {month}))}, ParagraphRole::body}});
    return card;
  }
  if (count == 0) card.title = scope.say(Word::indicators_choose_title);
  if (count > 0) card.blocks.push_back({figures_table(scope, shown.figures, card.title)});
  if (shown.left_out > 0) {
    card.blocks.push_back({Paragraph{
        {plain(scope.count(static_cast<long>(shown.left_out), Word::indicators_left_out_one,
                           Word::indicators_left_out),
               Ink::muted)},
        ParagraphRole::note}});
  }
  return card;
}

}  // namespace tiendo
