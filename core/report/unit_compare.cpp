// Up to four units side by side: the parts of their scores, their tasks, and the indicators that at
// least two of them have figures of. The best of a row is named, with a sign.
#include <algorithm>
#include <array>

#include "report/cells.h"
#include "report/ranking_parts.h"
#include "report/unit_parts.h"
#include "score/rounding.h"

namespace tiendo {
namespace {

// What a unit is known by in the strips.
struct Sign { Ink ink; Symbol symbol; };
constexpr std::array<Sign, compared_max + 1> signs = {{{Ink::series, Symbol::circle},
                                                       {Ink::text, Symbol::square},
                                                       {Ink::series_third, Symbol::diamond},
                                                       {Ink::series_fourth, Symbol::triangle_up}}};

// One row: what each unit has, and which is best.
struct Entry {
  std::string text;
  std::optional<double> value;  // nothing: cannot be compared
  std::string href;
};
enum class Better : unsigned char { higher, lower, neither };

Cell entry_cell(const Entry& entry, bool is_best) {
  Cell cell = entry.href.empty() ? text_cell(entry.text, entry.value ? Ink::text : Ink::muted)
                                 : link_cell(entry.text, entry.href);
  if (is_best) cell.words.front().weight = Weight::bold;
  return cell;
}

// No one is best where all are level, or where only one can be compared.
std::optional<double> best_of(const std::vector<Entry>& entries, Better better) {
  std::optional<double> best, worst;
  for (const Entry& entry : entries) {
    if (!entry.value) continue;
    const double value = better == Better::lower ? -*entry.value : *entry.value;
    if (!best || value > *best) best = value;
    if (!worst || value < *worst) worst = value;
  }
  if (better == Better::neither || !best || *best == *worst) return std::nullopt;
  return better == Better::lower ? -*best : *best;
}

// The names stand in a column of their own: on a phone the others become one line.
TableRow row_of(const UnitView& view, const std::vector<UnitId>& units, Cell lead,
                const std::vector<Entry>& entries, Better better) {
  const std::optional<double> best = best_of(entries, better);
  std::vector<std::string> names;
  TableRow row{.cells = {std::move(lead), Cell{}}};
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool is_best = best && entries[i].value == best;
    if (is_best) names.push_back(name_of(view, units[i]));
    row.cells.push_back(entry_cell(entries[i], is_best));
  }
  row.cells[1] = text_cell(view.scope.say(Word::ranking_none), Ink::faint);
  if (!names.empty())
    row.cells[1] = {.status = Status{Symbol::diamond, Ink::good,
                                     join(names, view.scope.say(Word::phrases_comma))}};
  return row;
}

Table table_for(const UnitView& view, const std::vector<UnitId>& units, std::string lead,
                std::string caption) {
  Table table{.caption = std::move(caption),
              .columns = {{.title = std::move(lead), .grow = 1.5f, .lead = true},
                          {.title = view.scope.say(Word::unit_compare_best), .grow = 1}},
              .rows = {}};
  for (const UnitId unit : units)
    table.columns.push_back({.title = name_of(view, unit), .place = ColumnPlace::detail,
                             .grow = 1});
  return table;
}

Entry part_entry(const UnitView& view, UnitId unit, const MethodNode& method) {
  const Scope& scope = view.scope;
  const Entry none{.text = scope.say(Word::phrases_no_data)};
  const UnitScore* score = score_of(view, unit);
  if (!score) return none;
  for (const UnitPart& part : parts_of(*score)) {
    if (&part.method() != &method || !part.node->contribution) continue;
    const double points = *part.node->contribution;
    UnitView of = {.scope = scope, .unit = unit};
    return {.text = shown_score(*view.methodology, points, scope.language),
            .value = round_to(points, view.methodology->shown_decimals()),
            .href = href_of(published_words(of, *part.node))};
  }
  return none;
}

void append_scores(const UnitView& view, const std::vector<UnitId>& units, Table& table) {
  const Scope& scope = view.scope;
  std::vector<Entry> scores, ranks;
  for (const UnitId unit : units) {
    const UnitScore* score = score_of(view, unit);
    if (!score) {
      scores.push_back({.text = scope.say(Word::unit_no_score)});
      ranks.push_back({.text = scope.say(Word::unit_not_ranked)});
      continue;
    }
    scores.push_back({.text = shown_score(*view.methodology, *score->score, scope.language),
                      .value = round_to(*score->score, view.methodology->shown_decimals()),
                      .href = unit_href(view.dataset(), unit, scope.route)});
    ranks.push_back({.text = count_words(*score->rank, scope.language),
                     .value = *score->rank});
  }
  table.rows.push_back(row_of(view, units, text_cell(scope.say(Word::unit_stat_score)), scores,
                              Better::higher));
  table.rows.push_back(row_of(view, units, text_cell(scope.say(Word::unit_rank_in)), ranks,
                              Better::lower));
  for (const UnitPart& part : parts_of(*view.scored.now)) {
    std::vector<Entry> entries;
    for (const UnitId unit : units) entries.push_back(part_entry(view, unit, part.method()));
    table.rows.push_back(row_of(view, units,
                                text_cell(part.method().name.in(scope.language)), entries,
                                Better::higher));
  }
}

void append_tasks(const UnitView& view, const std::vector<UnitId>& units, Table& table) {
  const Scope& scope = view.scope;
  const auto all = standings(view.dataset(), scope.moment, deadline_rule_shown);
  std::vector<Entry> assigned, silent;
  bool any = false;
  for (const UnitId unit : units) {
    const TaskTally tally = tally_of(led_by(view.dataset(), unit, all));
    any = any || tally.total() > 0;
    Route there = route_to(scope.route, View::tasks);
    there.unit = view.dataset()[unit].key;
    assigned.push_back({.text = count_words(tally.total(), scope.language), .value = tally.total(),
                        .href = tally.total() > 0 ? address_of(there) : std::string()});
    there.state = TaskState::unconfirmed;
    const int count = tally.of(TaskState::unconfirmed);
    silent.push_back({.text = count_words(count, scope.language), .value = count,
                      .href = count > 0 ? address_of(there) : std::string()});
  }
  if (!any) return;
  table.rows.push_back(row_of(view, units, text_cell(scope.say(Word::unit_stat_tasks)), assigned,
                              Better::neither));
  table.rows.push_back(row_of(view, units,
                              text_cell(scope.say(Word::unit_compare_unconfirmed)), silent,
                              Better::neither));
}

Better better_of(Direction direction) {
  switch (direction) {
    case Direction::higher_is_better: return Better::higher;
    case Direction::lower_is_better: return Better::lower;
    case Direction::none: break;
  }
  return Better::neither;
}

// Figures of one period only are compared: of another day they say nothing about who is ahead.
std::optional<TableRow> indicator_row(const UnitView& view, const std::vector<UnitId>& units,
                                      IndicatorId indicator) {
  const Scope& scope = view.scope;
  const Indicator& row = view.dataset()[indicator];
  std::vector<Entry> entries;
  std::optional<Period> period;
  bool same_period = true;
  int known = 0;
  for (const UnitId unit : units) {
    const auto last = last_figure(view.dataset(), indicator, unit, scope.moment);
    if (!last) {
      entries.push_back({.text = scope.say(Word::phrases_no_data)});
      continue;
    }
    const Observation& figure = view.dataset()[*last];
    ++known;
    if (period && !(figure.period.last == period->last)) same_period = false;
    period = figure.period;
    entries.push_back({.text = scope.say(Word::unit_dated,
                                         {figure_words(view.dataset(), figure, scope.language),
                                          scope.period(figure.period)}),
                       .value = figure.value,
                       .href = indicator_href(view.dataset(), indicator, unit, scope.route)});
  }
  if (known < 2) return std::nullopt;
  return row_of(view, units, link_cell(row.name.in(scope.language),
                                indicator_href(view.dataset(), indicator, scope.route)),
                entries, same_period ? better_of(row.direction) : Better::neither);
}

// --- the strip

StripRow strip_row(const UnitView& view, const std::vector<UnitId>& units, const UnitPart& part) {
  const Scope& scope = view.scope;
  StripRow row{.label = part.method().name.in(scope.language), .high = part.maximum,
               .low_label = "0", .high_label = points_maximum(part.maximum, scope.language)};
  for (const UnitScore& peer : view.comparison->now->units) {
    const Entry entry = part_entry(view, peer.unit, part.method());
    if (!entry.value) continue;
    const auto place = std::find(units.begin(), units.end(), peer.unit);
    const bool strong = place != units.end();
    const std::string& name = name_of(view, peer.unit);
    StripDot dot{.value = *entry.value, .ink = Ink::silence, .strong = strong,
                 .words = scope.say(Word::readiness_cell, {name, row.label, entry.text}),
                 .href = entry.href};
    if (strong) {
      const Sign& sign = signs[static_cast<std::size_t>(place - units.begin())];
      dot.ink = sign.ink;
      dot.symbol = sign.symbol;
      dot.label = entry.text;  // the key names the sign
    }
    row.dots.push_back(std::move(dot));
  }
  return row;
}

std::optional<Figure> strip_figure(const UnitView& view, const std::vector<UnitId>& units,
                                   const std::string& title) {
  if (!view.has_score()) return std::nullopt;
  DotStrip strip;
  for (const UnitPart& part : parts_of(*view.scored.now)) {
    StripRow row = strip_row(view, units, part);
    if (!row.dots.empty()) strip.rows.push_back(std::move(row));
  }
  if (strip.rows.empty()) return std::nullopt;
  for (std::size_t i = 0; i < units.size(); ++i)
    strip.signs.push_back({signs[i].symbol, signs[i].ink, name_of(view, units[i])});
  return Figure{.chart = std::move(strip), .title = title,
                .description = view.scope.say(Word::unit_compare_description)};
}

// --- the card

// "Gia Lai hơn Đồng Tháp ở 4 trong 6 phần" of two; of more who leads in most parts.
std::string title_of(const UnitView& view, const std::vector<UnitId>& units) {
  const Scope& scope = view.scope;
  std::vector<std::string> names;
  for (const UnitId unit : units) names.push_back(name_of(view, unit));
  const std::string all = join(names, scope.say(Word::phrases_comma));
  if (!view.has_score()) return scope.say(Word::unit_compare_title_plain, {all});
  std::vector<long> wins(units.size(), 0);
  const std::vector<UnitPart> parts = parts_of(*view.scored.now);
  for (const UnitPart& part : parts) {
    std::vector<Entry> entries;
    for (const UnitId unit : units) entries.push_back(part_entry(view, unit, part.method()));
    const std::optional<double> best = best_of(entries, Better::higher);
    for (std::size_t i = 0; i < entries.size(); ++i)
      wins[i] += best && entries[i].value == best ? 1 : 0;
  }
  const auto most = std::max_element(wins.begin(), wins.end());
  if (*most == 0 || std::count(wins.begin(), wins.end(), *most) > 1)
    return scope.say(Word::unit_compare_title_plain, {all});
  return scope.say(Word::unit_compare_title,
                   {names[static_cast<std::size_t>(most - wins.begin())],
                    count_words(*most, scope.language),
                    count_words(static_cast<long>(parts.size()), scope.language), all});
}

}  // namespace

std::optional<Card> comparison_card(const UnitView& view) {
  const std::vector<UnitId> others = compared_units(view);
  if (others.empty()) return std::nullopt;
  const Scope& scope = view.scope;
  std::vector<UnitId> units = {view.unit};
  units.insert(units.end(), others.begin(), others.end());
  Card card{.title = title_of(view, units)};
  card.blocks.push_back({remove_words(view, others)});
  if (std::optional<Figure> strip = strip_figure(view, units, card.title))
    card.blocks.push_back({std::move(*strip)});
  Table table = table_for(view, units, scope.say(Word::unit_part), card.title);
  if (view.has_score()) append_scores(view, units, table);
  append_tasks(view, units, table);
  if (!table.rows.empty()) card.blocks.push_back({std::move(table)});
  Table figures = table_for(view, units, scope.say(Word::unit_indicator),
                            scope.say(Word::unit_compare_figures));
  for (std::uint32_t i = 0; i < view.dataset().indicators().size(); ++i)
    if (std::optional<TableRow> row = indicator_row(view, units, {i}))
      figures.rows.push_back(std::move(*row));
  if (!figures.rows.empty()) {
    card.blocks.push_back({Heading{scope.say(Word::unit_compare_figures)}});
    card.blocks.push_back({std::move(figures)});
  }
  return card;
}

}  // namespace tiendo
