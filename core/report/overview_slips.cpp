// Promises made again with a later date: targets and tasks.
#include <algorithm>

#include "base/sort.h"
#include "report/cells.h"
#include "report/overview_parts.h"

namespace tiendo {

namespace {

constexpr std::size_t slips_listed_max = 8;

struct Slip {
  std::string what, href;
  Date first, latest;
  const Evidence* evidence = nullptr;  // of the document that moved it
  std::optional<IndicatorId> indicator;
};

// A task to reach a target moves with it: it is the same promise.
bool is_told_by(const std::vector<Slip>& targets, const Task& task, Date first, Date latest) {
  return std::any_of(targets.begin(), targets.end(), [&](const Slip& slip) {
    return slip.first == first && slip.latest == latest &&
           std::find(task.indicators.begin(), task.indicators.end(), *slip.indicator) !=
               task.indicators.end();
  });
}

std::vector<Slip> slips_of_targets(const Scope& scope) {
  const Dataset& dataset = scope.dataset;
  std::vector<Slip> slips;
  for (const PromiseChain& chain : promise_chains(dataset, scope.moment)) {
    std::optional<Date> first, latest;
    const Target* last = nullptr;  // the last that moved the date later
    for (const TargetId id : chain.promises) {
      const std::optional<Date> due = dataset[id].due;
      if (!due) continue;
      if (!first) first = due;
      if (!last || *due > *latest) last = &dataset[id];
      latest = due;
    }
    if (chain.slips == 0 || !first || *latest <= *first) continue;
    const Indicator& indicator = dataset[last->indicator];
    const std::string value =
        quantity_words(indicator, last->value, last->printed_decimals, scope.language);
    slips.push_back({scope.say(Word::overview_slip_what,
                               {card_name(indicator, scope.language), value}),
                     indicator_href(dataset, last->indicator, scope.route), *first, *latest,
                     &last->evidence, last->indicator});
  }
  return slips;
}

std::vector<Slip> slips_of_tasks(const Scope& scope, const std::vector<Slip>& targets) {
  const Dataset& dataset = scope.dataset;
  std::vector<Slip> slips;
  for (const TaskStanding& task : standings(dataset, scope.moment, DeadlineRule::revised)) {
    if (task.slips.empty()) continue;
    const Date first = task.slips.front().from, latest = task.slips.back().to;
    if (latest <= first || is_told_by(targets, dataset[task.task], first, latest)) continue;
    slips.push_back({dataset[task.task].title.in(scope.language),
                     task_href(dataset, task.task, scope.route), first, latest,
                     &task.slips.back().report->evidence, {}});
  }
  return slips;
}

bool any_task_moved(const Scope& scope) {
  const auto all = standings(scope.dataset, scope.moment, deadline_rule_shown);
  return std::any_of(all.begin(), all.end(),
                     [](const TaskStanding& task) { return !task.slips.empty(); });
}

TableRow row_of(const Scope& scope, const Slip& slip) {
  TableRow row;
  const SourceId source = slip.evidence->source;
  const std::string delay = delay_words(slip.first, slip.latest, scope.language);
  row.cells.push_back(link_cell(slip.what, slip.href));
  row.cells.push_back(text_cell(scope.date(slip.first)));
  row.cells.push_back(text_cell(scope.date(slip.latest)));
  row.cells.push_back(words_cell({plain(delay, Ink::text, Weight::bold)}));
  row.cells.push_back(link_cell(short_document(scope.dataset, source, scope.language),
                                source_href(scope.dataset, source, scope.route)));
  return row;
}

Card card_of(const Scope& scope, std::vector<Slip> slips) {
  sort_by(slips, [](const Slip& a, const Slip& b) {
    return days_between(a.first, a.latest) > days_between(b.first, b.latest);
  });
  const Slip& worst = slips.front();
  const std::string longest = delay_words(worst.first, worst.latest, scope.language);
  Card card = {.title = scope.count(static_cast<long>(slips.size()), Word::overview_slips_one,
                                    Word::overview_slips, {longest}),
               .subtitle = scope.say(Word::overview_slips_subtitle)};
  Table table = {.caption = card.title};
  table.columns = {
      {.title = scope.say(Word::overview_slip_column), .grow = 1, .lead = true},
      {.title = scope.say(Word::overview_slip_first), .place = ColumnPlace::detail},
      {.title = scope.say(Word::overview_slip_latest), .place = ColumnPlace::detail},
      {.title = scope.say(Word::overview_slip_delay), .align = Align::right},
      {.title = scope.say(Word::overview_slip_source), .place = ColumnPlace::detail},
  };
  for (std::size_t i = 0; i < std::min(slips.size(), slips_listed_max); ++i)
    table.rows.push_back(row_of(scope, slips[i]));
  card.blocks.push_back({std::move(table)});
  if (slips.size() > slips_listed_max)
    card.foot = {plain(scope.count(static_cast<long>(slips.size() - slips_listed_max),
                                   Word::overview_slips_more_one, Word::overview_slips_more),
                       Ink::muted)};
  return card;
}

}  // namespace

std::optional<Card> slips_card(const Scope& scope) {
  std::vector<Slip> slips = slips_of_targets(scope);
  for (Slip& slip : slips_of_tasks(scope, slips)) slips.push_back(std::move(slip));
  std::vector<Block> again = threads_again(scope);
  if (slips.empty() && again.empty()) return {};
  Card card = slips.empty() ? Card{.title = scope.say(Word::overview_slips_none)}
                            : card_of(scope, std::move(slips));
  for (Block& block : again) card.blocks.push_back(std::move(block));
  if (any_task_moved(scope)) {
    card.foot.push_back(link(scope.say(Word::overview_moved_tasks),
                             address_of({.language = scope.language, .view = View::tasks,
                                         .month = scope.route.month,
                                         .as_of = scope.route.as_of, .moved_only = true})));
  }
  return card;
}

}  // namespace tiendo
