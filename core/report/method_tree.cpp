// What the score is made of: the tree with its weights, and the tables of points, steps and bands.
#include <algorithm>

#include "base/overloaded.h"
#include "report/cells.h"
#include "report/method_parts.h"
#include "score/offices.h"

namespace tiendo {
namespace {

struct Place {
  int depth = 0;
  double of_parent = 100, of_all = 100;  // percent
  bool weighed = true;                   // false: once for each that the unit owns
};

std::string deductions_words(const Scope& scope, const GroupRule& group) {
  std::string words;
  for (const Deduction& deduction : group.deductions) {
    const std::string each = number_words(deduction.points_each, scope.language);
    const std::string reason = deduction.reason.in(scope.language);
    words += scope.say(Word::site_semicolon);
    words += deduction.points_max
                 ? scope.say(Word::method_deduction_most,
                             {each, reason, number_words(*deduction.points_max, scope.language)})
                 : scope.say(Word::method_deduction, {each, reason});
  }
  if (group.cap)
    words += scope.say(Word::site_semicolon) +
             scope.say(Word::method_cap, {number_words(*group.cap, scope.language)});
  return words;
}

std::string group_words(const Scope& scope, const GroupRule& group) {
  std::string words = aggregation_words(scope, group.aggregation);
  if (group.coverage_min >= 1) {
    words += scope.say(Word::site_semicolon) + scope.say(Word::method_all_present);
  } else {
    words += scope.say(Word::site_semicolon) + missing_words(scope, group.missing);
    if (group.coverage_min > 0)
      words += scope.say(Word::site_semicolon) +
               scope.say(Word::method_coverage,
                         {percent_words(100 * group.coverage_min, scope.language)});
  }
  return words + deductions_words(scope, group);
}

std::string rule_words(const Scope& scope, const MethodNode& node) {
  return std::visit(
      overloaded{
          [&](const GroupRule& rule) { return group_words(scope, rule); },
          [&](const IndicatorRule& rule) { return formula_words(scope, rule); },
          [&](const TargetsRule& rule) { return formula_words(scope, rule); },
          [&](const TasksRule& rule) {
            return scope.say(rule.deadline == DeadlineRule::original ? Word::method_tasks_original
                                                                     : Word::method_tasks_revised);
          },
          [&](const ClearsRule& rule) {
            std::vector<std::string> weights;
            for (const double weight : rule.weights)
              weights.push_back(number_words(weight, scope.language));
            return scope.say(Word::method_clears, {join(weights, scope.say(Word::method_colon))});
          },
          [&](const OwnedRule& rule) {
            return scope.say(rule.kind == UnitKind::database ? Word::method_owned_databases
                                                             : Word::method_owned);
          },
      },
      node.rule);
}

Cell measured_cell(const Scope& scope, const MethodNode& node) {
  const IndicatorRule* rule = std::get_if<IndicatorRule>(&node.rule);
  if (!rule) return {};  // a group measures nothing itself
  const std::optional<IndicatorId> id = scope.dataset.find_indicator(rule->indicator);
  if (!id) return text_cell(rule->indicator, Ink::muted);
  Cell cell = link_cell(card_name(scope.dataset[*id], scope.language),
                        indicator_href(scope.dataset, *id, scope.route));
  const std::string quantity = scope.dataset[*id].quantity.in(scope.language);
  if (!quantity.empty())
    cell.words.push_back(plain(scope.say(Word::method_quantity, {quantity}), Ink::muted));
  return cell;
}

void append_rows(const Scope& scope, const MethodNode& node, const Place& place, Table& table) {
  std::string indent;
  for (int i = 0; i < place.depth; ++i) indent += scope.say(Word::method_below);
  const bool is_top = place.depth == 0;
  TableRow row{.cells = {}, .highlighted = is_top};
  row.cells.push_back({.words = {plain(indent + node.name.in(scope.language), Ink::text,
                                       is_top ? Weight::bold : Weight::regular)}});
  const auto percent = [&](double value) {
    return text_cell(place.weighed ? percent_words(value, scope.language)
                                   : scope.say(Word::method_each));
  };
  row.cells.push_back(percent(place.of_parent));
  row.cells.push_back(percent(place.of_all));
  row.cells.push_back(measured_cell(scope, node));
  row.cells.push_back(text_cell(rule_words(scope, node)));
  table.rows.push_back(std::move(row));
  if (const OwnedRule* owned = std::get_if<OwnedRule>(&node.rule))
    for (const MethodNode& each : owned->each)
      append_rows(scope, each, {place.depth + 1, 100, place.of_all, false}, table);
  const GroupRule* group = std::get_if<GroupRule>(&node.rule);
  if (!group) return;
  double sum = 0;
  for (const MethodNode& child : group->children) sum += child.weight;
  for (const MethodNode& child : group->children) {
    const double share = sum > 0 ? child.weight / sum : 0;
    append_rows(scope, child, {place.depth + 1, 100 * share, place.of_all * share}, table);
  }
}

std::string declining_words(const Scope& scope, const std::optional<DecliningPoints>& points) {
  if (!points) return scope.say(Word::method_not_counted);
  return scope.say(Word::method_declining, {number_words(points->start, scope.language),
                                            number_words(points->per_day, scope.language),
                                            number_words(points->floor, scope.language)});
}

std::string fixed_words(const Scope& scope, const std::optional<double>& points) {
  return points ? score_words(*points, 0, scope.language) : scope.say(Word::method_not_counted);
}

}  // namespace

Card tree_card(const MethodView& view) {
  const Scope& scope = view.scope;
  Table table{.caption = scope.say(Word::method_tree_caption),
              .columns = {{.title = scope.say(Word::method_part), .grow = 2, .lead = true},
                          {.title = scope.say(Word::method_of_parent), .align = Align::right},
                          {.title = scope.say(Word::method_of_all), .align = Align::right},
                          {.title = scope.say(Word::method_measured), .place = ColumnPlace::detail,
                           .grow = 2},
                          {.title = scope.say(Word::method_formula), .place = ColumnPlace::detail,
                           .grow = 3}},
              .rows = {}};
  append_rows(scope, view.methodology.root, {}, table);
  const bool pooled = view.methodology.statistics == Statistics::pooled;
  return {.title = scope.say(Word::method_tree_title), .subtitle = {},
          .blocks = blocks_of(std::move(table)),
          .foot = {plain(scope.say(pooled ? Word::method_signs_pooled : Word::method_signs),
                         Ink::muted)}};
}

std::optional<Table> weights_table(const MethodView& view) {
  const GroupRule* group = std::get_if<GroupRule>(&view.methodology.root.rule);
  if (!group) return std::nullopt;
  const Scope& scope = view.scope;
  double sum = 0, greatest = 0;
  for (const MethodNode& part : group->children) {
    sum += part.weight;
    greatest = std::max(greatest, part.weight);
  }
  if (greatest <= 0) return std::nullopt;
  const std::string end = percent_words(100 * greatest / sum, scope.language);
  Table table{.caption = scope.say(Word::method_tree_caption),
              .columns = {{.title = scope.say(Word::method_part), .lead = true},
                          {.title = scope.say(Word::method_of_all), .align = Align::right},
                          {.title = scope.say(Word::indicators_scale, {end}),
                           .place = ColumnPlace::detail, .grow = 1, .ticks = {"0", end}}}};
  for (const MethodNode& part : group->children)
    table.rows.push_back(
        {.cells = {text_cell(part.name.in(scope.language)),
                   text_cell(percent_words(100 * part.weight / sum, scope.language)),
                   {.bar = part.weight / greatest}}});
  return table;
}

std::optional<Card> points_card(const MethodView& view) {
  const Scope& scope = view.scope;
  const TasksRule* rule = tasks_rule_in(view.methodology.root);
  if (!rule) return std::nullopt;
  Table table{.caption = scope.say(Word::method_points_title),
              .columns = {{.title = scope.say(Word::method_state), .grow = 1, .lead = true},
                          {.title = scope.say(Word::method_points), .grow = 2}},
              .rows = {}};
  const auto add = [&](TaskState state, std::string words) {
    table.rows.push_back(
        {.cells = {{.status = status_of(state, scope.language)}, text_cell(std::move(words))}});
  };
  add(TaskState::done_on_time, fixed_words(scope, rule->points.done_on_time));
  add(TaskState::done_late, declining_words(scope, rule->points.done_late));
  add(TaskState::overdue, declining_words(scope, rule->points.overdue));
  add(TaskState::unconfirmed, fixed_words(scope, rule->points.unconfirmed));
  for (const TaskState state :
       {TaskState::in_progress, TaskState::no_deadline, TaskState::cancelled})
    add(state, scope.say(Word::method_not_counted));
  return Card{.title = scope.say(Word::method_points_title), .subtitle = {},
              .blocks = blocks_of(std::move(table)), .foot = {}};
}

std::optional<Card> preparation_card(const MethodView& view) {
  const Scope& scope = view.scope;
  if (view.methodology.preparation.empty()) return std::nullopt;
  Terms terms;
  for (std::size_t i = 0; i < view.methodology.preparation.size(); ++i)
    terms.terms.push_back(
        {.name = scope.say(Word::method_step_number,
                           {count_words(static_cast<long>(i + 1), scope.language)}),
         .value = {plain(step_words(scope, view.methodology.preparation[i]))}});
  return Card{.title = scope.say(Word::method_preparation), .subtitle = {},
              .blocks = blocks_of(std::move(terms)), .foot = {}};
}

std::optional<Card> bands_card(const MethodView& view) {
  const Scope& scope = view.scope;
  if (view.methodology.bands.empty()) return std::nullopt;
  Table table{.caption = scope.say(Word::method_bands),
              .columns = {{.title = scope.say(Word::ranking_band), .lead = true},
                          {.title = scope.say(Word::method_from), .align = Align::right},
                          {.title = scope.say(Word::method_confirmation), .grow = 1}},
              .rows = {}};
  for (const Band& band : view.methodology.bands)
    table.rows.push_back(
        {.cells = {text_cell(band.name.in(scope.language)),
                   text_cell(number_words(band.from, scope.language)),
                   {.status = band.confirmed
                                  ? Status{Symbol::circle, Ink::good,
                                           scope.say(Word::method_confirmed)}
                                  : Status{Symbol::ring, Ink::muted,
                                           scope.say(Word::method_ours)}}}});
  return Card{.title = scope.say(Word::method_bands), .subtitle = {},
              .blocks = blocks_of(std::move(table)), .foot = {}};
}

}  // namespace tiendo
