// The controls of the list: how it is shown, and its filters, each with the count of what choosing
// it would show.
#include <algorithm>
#include <map>

#include "base/sort.h"
#include "report/cells.h"
#include "report/tasks_parts.h"

namespace tiendo {
namespace {

Choice as_choice(const Scope& scope) {
  constexpr std::pair<TasksAs, Word> forms[] = {
      {TasksAs::table, Word::tasks_as_table},
      {TasksAs::leads, Word::tasks_as_leads},
      {TasksAs::timeline, Word::tasks_as_timeline},
      {TasksAs::review, Word::tasks_as_review}};
  Choice choice{.label = scope.say(Word::tasks_choice_as)};
  Route there = scope.route;
  for (const auto& [form, word] : forms) {
    there.tasks_as = form;
    choice.options.push_back({.text = scope.say(word), .href = address_of(there),
                              .selected = form == scope.route.tasks_as});
  }
  return choice;
}

Choice state_choice(const Scope& scope, const TaskPool& pool) {
  const TaskTally tally = tally_of(pool.matching(TaskFilter::state));
  Choice choice{.label = scope.say(Word::tasks_choice_state)};
  Route there = scope.route;
  there.state.reset();
  choice.options.push_back(
      counted_option(scope, there, scope.say(Word::tasks_option_all), tally.total()));
  for (const TaskState state : states_in_order) {
    there.state = state;
    if (tally.of(state) > 0 || scope.route.state == state)
      choice.options.push_back(
          counted_option(scope, there, status_of(state, scope.language).word, tally.of(state)));
  }
  return choice;
}

Choice unit_choice(const Scope& scope, const TaskPool& pool) {
  const std::vector<TaskStanding> tasks = pool.matching(TaskFilter::unit);
  std::map<UnitId, int> counts;
  for (const TaskStanding& task : tasks)
    for (const UnitId lead : scope.dataset[task.task].leads) ++counts[lead];
  if (const auto chosen = scope.dataset.find_unit(scope.route.unit)) counts.try_emplace(*chosen, 0);
  std::vector<std::pair<UnitId, int>> by_count(counts.begin(), counts.end());
  sort_by(by_count, [](const auto& a, const auto& b) { return a.second > b.second; });
  Choice choice{.label = scope.say(Word::tasks_choice_unit), .look = ChoiceLook::menu};
  Route there = scope.route;
  there.unit.clear();
  choice.options.push_back(counted_option(scope, there, scope.say(Word::tasks_option_all),
                                  static_cast<long>(tasks.size())));
  for (const auto& entry : by_count) {
    const Unit& unit = scope.dataset[entry.first];
    there.unit = unit.key;
    choice.options.push_back(
        counted_option(scope, there, unit.name.in(scope.language), entry.second));
  }
  return choice;
}

Choice programme_choice(const Scope& scope, const TaskPool& pool) {
  const std::vector<TaskStanding> tasks = pool.matching(TaskFilter::programme);
  std::map<std::string, std::pair<const Bilingual*, int>> by_name;
  for (const TaskStanding& task : tasks) {
    const Bilingual& programme = scope.dataset[task.task].programme;
    if (programme.empty()) continue;
    auto& entry = by_name[programme.vi];
    entry.first = &programme;
    ++entry.second;
  }
  Choice choice{.label = scope.say(Word::tasks_choice_programme), .look = ChoiceLook::menu};
  Route there = scope.route;
  there.programme.clear();
  choice.options.push_back(counted_option(scope, there, scope.say(Word::tasks_option_all),
                                  static_cast<long>(tasks.size())));
  for (const auto& entry : by_name) {
    there.programme = programme_slug(*entry.second.first);
    choice.options.push_back(counted_option(scope, there, entry.second.first->in(scope.language),
                                    entry.second.second));
  }
  return choice;
}

struct Flag {
  Word label, on;
  TaskFilter filter;
  bool Route::*set;
};

Choice flag_choice(const Scope& scope, const TaskPool& pool, const Flag& flag) {
  const std::vector<TaskStanding> tasks = pool.matching(flag.filter);
  Route there = scope.route;
  there.*flag.set = false;
  Choice choice{.label = scope.say(flag.label), .look = ChoiceLook::menu};
  choice.options.push_back(counted_option(scope, there, scope.say(Word::tasks_option_all),
                                          static_cast<long>(tasks.size())));
  const long marked = std::count_if(tasks.begin(), tasks.end(), [&](const TaskStanding& task) {
    return pool.has(flag.filter, task);
  });
  there.*flag.set = true;
  choice.options.push_back(counted_option(scope, there, scope.say(flag.on), marked));
  return choice;
}

Field query_field(const Scope& scope) {
  return {.label = scope.say(Word::tasks_field),
          .value = scope.route.query,
          .placeholder = scope.say(Word::tasks_field_placeholder),
          .href = address_with_typed_query(scope.route),
          .leads = FieldLeads::as_typed};
}

}  // namespace

void add_filters(const Scope& scope, const TaskPool& pool, std::vector<Block>& blocks) {
  blocks.push_back({Choices{{as_choice(scope)}}});
  Choices choices{
      .choices = {state_choice(scope, pool), unit_choice(scope, pool),
                  programme_choice(scope, pool),
                  flag_choice(scope, pool,
                              {Word::tasks_choice_moved, Word::tasks_option_moved,
                               TaskFilter::moved, &Route::moved_only}),
                  flag_choice(scope, pool,
                              {Word::tasks_choice_trace, Word::tasks_option_no_trace,
                               TaskFilter::trace, &Route::without_trace_only}),
                  flag_choice(scope, pool,
                              {Word::tasks_choice_clear, Word::tasks_option_clear,
                               TaskFilter::clear, &Route::all_clear_only})}};
  std::erase_if(choices.choices, [](const Choice& choice) { return choice.options.size() < 2; });
  blocks.push_back({std::move(choices)});
  blocks.push_back({query_field(scope)});
}

}  // namespace tiendo
