// One task: what was ordered, in which words, by when, and what is known of it.
#include <algorithm>

#include "report/cells.h"
#include "report/tasks_parts.h"

namespace tiendo {
namespace {

std::string days_of(const Scope& scope, long days) {
  return scope.count(days, Word::phrases_days_one, Word::phrases_days);
}

bool is_done(const TaskStanding& standing) {
  return standing.state == TaskState::done_on_time || standing.state == TaskState::done_late;
}

std::string finding(const Scope& scope, const TaskStanding& standing) {
  const long days = standing.days_late;
  if (is_done(standing) && standing.ineffective) return scope.say(Word::task_done_ineffective);
  switch (standing.state) {
    case TaskState::done_on_time:
      return scope.say(standing.deadline ? Word::task_done_on_time : Word::task_done);
    case TaskState::done_late: return scope.say(Word::task_done_late, {days_of(scope, days)});
    case TaskState::in_progress:
      return scope.say(Word::task_in_progress,
                       {days_of(scope, days_between(scope.moment.end(), *standing.deadline))});
    case TaskState::overdue:
      return days > 0 ? scope.say(Word::task_overdue, {days_of(scope, days)})
                      : scope.say(Word::task_overdue_today);
    case TaskState::unconfirmed:
      return days > 0 ? scope.say(Word::task_unconfirmed, {days_of(scope, days)})
                      : scope.say(Word::task_unconfirmed_today);
    case TaskState::no_deadline: {
      const long since = days_since_assigned(scope, standing.task);
      return since > 0 ? scope.say(Word::task_no_deadline_since, {days_of(scope, since)})
                       : scope.say(Word::task_no_deadline);
    }
    case TaskState::cancelled: break;
  }
  return scope.say(Word::task_cancelled);
}

std::string heading_of(const Scope& scope, const TaskStanding& standing) {
  const Task& task = scope.dataset[standing.task];
  const std::string& title = task.title.in(scope.language);
  const std::optional<Period> assigned = assigned_on(scope.dataset, task);
  if (!known_at(scope.dataset, task, scope.moment) && assigned)
    return scope.say(Word::task_heading,
                     {title, scope.say(Word::task_not_yet, {scope.period(*assigned)})});
  return scope.say(Word::task_heading, {title, finding(scope, standing)});
}

std::string deadline_clause(const Scope& scope, const TaskStanding& standing) {
  if (!standing.deadline) return scope.say(Word::task_lede_undated);
  const std::string deadline = scope.date(*standing.deadline);
  if (standing.slips.empty()) return scope.say(Word::task_lede_deadline, {deadline});
  return scope.say(Word::task_lede_moved, {scope.date(standing.slips.front().from), deadline});
}

std::string lead_names(const Scope& scope, const Task& task) {
  std::vector<std::string> names;
  for (const UnitId lead : task.leads) names.push_back(scope.dataset[lead].name.in(scope.language));
  if (names.size() < 2) return join(names, "");
  const std::string last = names.back();
  names.pop_back();
  return join(names, scope.say(Word::phrases_comma)) + scope.say(Word::phrases_and) + last;
}

// ---- stats

Stat state_stat(const Scope& scope, const TaskStanding& standing) {
  Stat stat{.label = scope.say(Word::task_stat_state, {month_in_words(scope)}),
            .status = status_of(standing.state, scope.language)};
  const bool open = standing.state == TaskState::in_progress;
  const bool undated = standing.state == TaskState::no_deadline;
  const long days = open      ? days_between(scope.moment.end(), *standing.deadline)
                    : undated ? days_since_assigned(scope, standing.task)
                              : standing.days_late;
  if (days > 0) {
    stat.value = count_words(days, scope.language);
    stat.unit = scope.say(days == 1 ? Word::task_stat_days_one : Word::task_stat_days);
  }
  if (!standing.deadline) {
    const Word word = undated && days > 0 ? Word::task_stat_undated_since : Word::task_stat_undated;
    stat.lines.push_back({plain(scope.say(word))});
  } else {
    const Word word = days <= 0 ? Word::task_stat_due
                      : open    ? Word::task_stat_until
                                : Word::task_stat_since;
    stat.lines.push_back({plain(scope.say(word, {scope.date(*standing.deadline)}))});
  }
  return stat;
}

Stat moved_stat(const Scope& scope, const TaskStanding& standing) {
  const Date from = standing.slips.front().from, to = standing.slips.back().to;
  const std::string delay = delay_words(from, to, scope.language);  // "12 tháng"
  const std::size_t space = std::min(delay.rfind(' '), delay.size() - 1);
  Stat stat{.label = scope.say(Word::task_stat_moved),
            .value = delay.substr(0, space),
            .unit = delay.substr(space + 1)};
  stat.lines.push_back(
      {plain(scope.say(Word::task_stat_moved_line, {scope.date(from), scope.date(to)}))});
  return stat;
}

Stat clears_stat(const Scope& scope, const Task& task) {
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < clears_count; ++i)
    if (!task.clears[i]) missing.push_back(scope.say(clear_word(i)));
  Stat stat{.label = scope.say(Word::task_stat_clears),
            .value = count_words(clears_met(task), scope.language),
            .unit = scope.say(Word::task_stat_clears_unit)};
  stat.lines.push_back({plain(
      missing.empty() ? scope.say(Word::task_stat_clears_all)
                      : scope.say(Word::task_stat_clears_missing,
                                  {join(missing, scope.say(Word::phrases_comma))}))});
  return stat;
}

// ---- what was ordered, and in which words

void add_term(Terms& terms, const std::string& name, Words value) {
  if (!value.empty() && !value.front().text.empty())
    terms.terms.push_back({.name = name, .value = std::move(value)});
}

Terms terms_of(const Scope& scope, const TaskStanding& standing) {
  const Task& task = scope.dataset[standing.task];
  const auto bilingual = [&](const Bilingual& text) {
    return Words{plain(text.in(scope.language))};
  };
  Terms terms;
  add_term(terms, scope.say(Word::task_term_product), bilingual(task.product));
  add_term(terms, scope.say(Word::task_term_lead),
           unit_list(scope.dataset, task.leads, scope.route));
  if (!task.coordinating.empty())
    add_term(terms, scope.say(Word::task_term_coordinating),
             unit_list(scope.dataset, task.coordinating, scope.route));
  add_term(terms, scope.say(Word::task_term_office), bilingual(task.office));
  if (!task.programme.empty()) {
    Route there = without_task_filters(scope.route);
    there.programme = programme_slug(task.programme);
    add_term(terms, scope.say(Word::task_term_programme),
             {link(task.programme.in(scope.language), address_of(there))});
  }
  if (const auto assigned = assigned_on(scope.dataset, task))
    add_term(terms, scope.say(Word::task_term_assigned), {plain(scope.period(*assigned))});
  add_term(terms, scope.say(Word::task_term_deadline), deadline_words(scope, standing));
  const bool general = task.specificity == Specificity::general;
  add_term(terms, scope.say(Word::task_term_kind),
           {plain(scope.say(general ? Word::task_kind_general : Word::task_kind_specific))});
  add_term(terms, scope.say(Word::task_term_note), bilingual(task.note));
  return terms;
}

Card order_card(const Scope& scope, const TaskStanding& standing) {
  const Task& task = scope.dataset[standing.task];
  Card card{.title = scope.say(Word::task_order_title_nobody)};
  if (!task.leads.empty())
    card.title = scope.say(Word::task_order_title, {lead_names(scope, task)});
  card.blocks.push_back({terms_of(scope, standing)});
  return card;
}

Card task_clears_card(const Scope& scope, const Task& task) {
  constexpr std::array<Word, clears_count> meanings = {
      Word::task_goal_means, Word::task_person_means, Word::task_work_means,
      Word::task_time_means, Word::task_responsibility_means, Word::task_product_means,
      Word::task_result_means};
  const int met = clears_met(task);
  Card card;
  card.title = scope.say(Word::task_clears_title, {count_words(met, scope.language)});
  if (met == 0) card.title = scope.say(Word::task_clears_title_none);
  if (met == static_cast<int>(clears_count)) card.title = scope.say(Word::task_clears_title_all);
  Table table{.caption = scope.say(Word::task_clears_caption),
              .columns = {{.title = scope.say(Word::task_column_clear), .grow = 1, .lead = true},
                          {.title = scope.say(Word::task_column_stated)},
                          {.title = scope.say(Word::task_column_meaning),
                           .place = ColumnPlace::detail, .grow = 2}}};
  for (std::size_t i = 0; i < clears_count; ++i) {
    const bool stated = task.clears[i];
    Status status{Symbol::ring, Ink::silence, scope.say(Word::task_unstated)};
    if (stated) status = {Symbol::circle, Ink::good, scope.say(Word::task_stated)};
    table.rows.push_back({.cells = {text_cell(scope.say(clear_word(i))), {.status = status},
                                    text_cell(scope.say(meanings[i]), Ink::muted)}});
  }
  card.blocks.push_back({std::move(table)});
  card.foot = {plain(scope.say(Word::tasks_clears_note), Ink::muted)};
  return card;
}

Stats stats_of(const Scope& scope, const TaskStanding& standing) {
  const Task& task = scope.dataset[standing.task];
  Stats stats;
  stats.stats.push_back(state_stat(scope, standing));
  if (!standing.slips.empty()) stats.stats.push_back(moved_stat(scope, standing));
  stats.stats.push_back(clears_stat(scope, task));
  if (auto thread = thread_stat(scope, standing.task)) stats.stats.push_back(std::move(*thread));
  return stats;
}

}  // namespace

Page task_page(const Publication& publication, const Route& route, TaskId id) {
  const Scope scope(publication, route);
  const Task& task = scope.dataset[id];
  const TaskStanding standing =
      standing_of(scope.dataset, id, scope.moment, deadline_rule_shown);
  const std::string deadline = deadline_clause(scope, standing);
  Page page{.language = scope.language,
            .title = scope.say(Word::site_tab_title, {task.title.in(scope.language)}),
            .heading = heading_of(scope, standing)};
  const std::string lede =
      task.leads.empty() ? scope.say(Word::task_lede_nobody, {deadline})
                         : scope.say(Word::task_lede_assigned, {lead_names(scope, task), deadline});
  page.lede = {plain(lede)};
  const bool known = known_at(scope.dataset, task, scope.moment);
  if (known) page.blocks.push_back({stats_of(scope, standing)});
  Row row;
  row.columns.push_back({.share = 1.5f, .blocks = blocks_of(story_card(scope, standing))});
  std::vector<Block> beside = blocks_of(order_card(scope, standing));
  append(beside, served_card(scope, task));
  beside.push_back({task_clears_card(scope, task)});
  row.columns.push_back({.share = 1, .blocks = std::move(beside)});
  page.blocks.push_back({std::move(row)});
  return page;
}

}  // namespace tiendo
