// What was ordered to be done every month, or at once: the reviews of late tasks and the handling
// of responsibility for them. An event of such a kind that is "due" orders it from its day on, one
// that has "happened" is a review held or a handling published; of a month without one, nothing is
// published.
#include <algorithm>

#include "base/sort.h"
#include "report/cells.h"
#include "report/tasks_parts.h"

namespace tiendo {
namespace {

using Events = std::vector<const Event*>;

Events events_of(const Scope& scope, std::string_view kind, std::string_view status) {
  Events events;
  for (const Event& event : scope.dataset.events()) {
    if (event.kind != kind || event.status != status || !event.date) continue;
    const std::optional<Period>& document = scope.dataset[event.evidence.source].date;
    if (event.date->last <= scope.moment.end() &&
        published_by(document ? document : event.date, scope.moment))
      events.push_back(&event);
  }
  sort_by(events, [](const Event* a, const Event* b) { return a->date->last < b->date->last; });
  return events;
}

bool is_in(const Events& events, Month month) {
  return std::any_of(events.begin(), events.end(), [&](const Event* event) {
    return month_of(event->date->last) == month;
  });
}

// "10/2025–12/2025, 3/2026": the months that no event is of, up to the month shown.
std::string months_without(const Scope& scope, const Events& held, Month from) {
  std::vector<std::string> runs;
  const auto name = [&](Month month) { return format_month(month, scope.language); };
  for (Month month = from; months_between(month, scope.moment.month) >= 0;
       month = add_months(month, 1)) {
    if (is_in(held, month)) continue;
    const Month first = month;
    while (!(month == scope.moment.month) && !is_in(held, add_months(month, 1)))
      month = add_months(month, 1);
    runs.push_back(month == first ? name(first)
                                  : scope.say(Word::tasks_record_run, {name(first), name(month)}));
  }
  return join(runs, scope.say(Word::phrases_comma));
}

// What was ordered, since when, in which words.
void add_orders(const Scope& scope, const Events& orders, Card& card) {
  for (const Event* order : orders) {
    const long days = days_between(order->date->last, scope.moment.end());
    card.blocks.push_back({Paragraph{
        .words = {plain(scope.period(*order->date), Ink::text, Weight::bold),
                  plain(scope.say(Word::phrases_dot) + order->title.in(scope.language)),
                  plain(scope.count(days, Word::tasks_record_days_one, Word::tasks_record_days,
                                    {month_in_words(scope)}), Ink::muted)}}});
    card.blocks.push_back({quote_of(scope.dataset, order->evidence, scope.route)});
  }
}

void add_published(const Scope& scope, const Events& events, Word what, Card& card) {
  if (events.empty()) return;
  Table table{.caption = card.title,
              .columns = {{.title = scope.say(Word::tasks_record_column_date)},
                          {.title = scope.say(what), .grow = 2, .lead = true},
                          {.title = scope.say(Word::tasks_record_column_units),
                           .place = ColumnPlace::detail, .grow = 1},
                          {.title = scope.say(Word::tasks_column_words),
                           .place = ColumnPlace::detail, .grow = 2}}};
  for (const Event* event : events) {
    Words said = quoted_words(scope, event->evidence);
    said.push_back(plain(" "));
    said.push_back(link(document_label(scope.dataset[event->evidence.source], scope.language),
                        source_href(scope.dataset, event->evidence.source, scope.route)));
    table.rows.push_back({.cells = {text_cell(scope.period(*event->date)),
                                    text_cell(event->title.in(scope.language)),
                                    words_cell(unit_list(scope.dataset, event->units, scope.route)),
                                    words_cell(std::move(said))}});
  }
  card.blocks.push_back({std::move(table)});
}

std::optional<Card> reviews_card(const Scope& scope) {
  const Events orders = events_of(scope, "review", "due");
  if (orders.empty()) return std::nullopt;
  const Events held = events_of(scope, "review", "happened");
  const Month from = month_of(orders.front()->date->last), to = scope.moment.month;
  long published = 0;
  for (Month month = from; months_between(month, to) >= 0; month = add_months(month, 1))
    if (is_in(held, month)) ++published;
  const long months = months_between(from, to) + 1;
  const std::string since = format_month(from, scope.language);
  const std::string until = format_month(to, scope.language);
  const bool any = published > 0;
  Card card{.title = scope.count(
                months, any ? Word::tasks_record_reviews_one : Word::tasks_record_no_review_one,
                any ? Word::tasks_record_reviews : Word::tasks_record_no_review,
                {since, until, count_words(published, scope.language)})};
  add_orders(scope, orders, card);
  if (published > 0 && published < months)
    card.blocks.push_back({Paragraph{
        .words = {plain(scope.say(Word::tasks_record_missing,
                                  {months_without(scope, held, from)}))}}});
  add_published(scope, held, Word::tasks_record_column_review, card);
  return card;
}

std::optional<Card> handling_card(const Scope& scope) {
  const Events orders = events_of(scope, "handling", "due");
  if (orders.empty()) return std::nullopt;
  const Events results = events_of(scope, "handling", "happened");
  const std::string since = scope.period(*orders.front()->date);
  Card card{.title = results.empty()
                         ? scope.say(Word::tasks_record_no_handling, {since})
                         : scope.count(static_cast<long>(results.size()),
                                       Word::tasks_record_handling_one,
                                       Word::tasks_record_handling, {since})};
  add_orders(scope, orders, card);
  add_published(scope, results, Word::tasks_record_column_handling, card);
  return card;
}

}  // namespace

bool is_record_silent(const Scope& scope) {
  return events_of(scope, "review", "happened").empty() &&
         events_of(scope, "handling", "happened").empty();
}

void add_review_record(const Scope& scope, std::vector<Block>& blocks) {
  std::optional<Card> reviews = reviews_card(scope), handling = handling_card(scope);
  if (!reviews || !handling) {
    append(blocks, std::move(reviews));
    append(blocks, std::move(handling));
    return;
  }
  Row row{.columns = {}, .min_width = 360};
  row.columns.push_back({.share = 1, .blocks = blocks_of(std::move(*reviews))});
  row.columns.push_back({.share = 1, .blocks = blocks_of(std::move(*handling))});
  blocks.push_back({std::move(row)});
}

}  // namespace tiendo
