// The monthly review (scoring.md §6): tasks overdue, unconfirmed or done without effect, oldest
// deadline first, by the office that answers for them, with the words that assigned them.
#include <algorithm>

#include "report/cells.h"
#include "report/comparison.h"
#include "report/tasks_parts.h"
#include "score/offices.h"

namespace tiendo {
namespace {

// "31/12/2024 → 31/12/2025, dời thêm 12 tháng"
Words deadline_with_slips(const Scope& scope, const TaskStanding& standing) {
  Words words = deadline_words(scope, standing);
  if (standing.slips.empty()) return words;
  const std::string delay = delay_words(standing.slips.front().from, standing.slips.back().to,
                                        scope.language);
  words.push_back(plain(scope.say(Word::phrases_comma) +
                            scope.count(static_cast<long>(standing.slips.size()),
                                        Word::tasks_review_moved_one, Word::tasks_review_moved,
                                        {delay}),
                        Ink::muted));
  return words;
}

// The words that assigned the task and, where a report decides its state, those of the report.
Words evidence_words(const Scope& scope, const TaskStanding& standing) {
  const Task& task = scope.dataset[standing.task];
  Words words = quoted_words(scope, task.evidence);
  const auto add = [&](const Words& more) {
    words.insert(words.end(), more.begin(), more.end());
  };
  words.push_back(plain(" "));
  add(document_words(scope, task));
  if (!standing.deciding) return words;
  const Evidence& said = standing.deciding->evidence;
  words.push_back(plain("\n" + scope.period(standing.deciding->date) + ": ", Ink::muted));
  add(quoted_words(scope, said));
  words.push_back(plain(" "));
  words.push_back(link(document_label(scope.dataset[said.source], scope.language),
                       source_href(scope.dataset, said.source, scope.route)));
  return words;
}

Table office_table(const Scope& scope, const ReviewGroup& group) {
  Table table{.caption = scope.say(Word::tasks_review_caption),
              .columns = {
                  {.title = scope.say(Word::tasks_column_task), .grow = 2, .lead = true},
                  {.title = scope.say(Word::tasks_column_lead), .place = ColumnPlace::detail,
                   .grow = 1},
                  {.title = scope.say(Word::tasks_column_deadline), .place = ColumnPlace::detail,
                   .grow = 0.6f},
                  {.title = scope.say(Word::tasks_column_state), .grow = 1},
                  {.title = scope.say(Word::tasks_column_words), .place = ColumnPlace::detail,
                   .grow = 2}}};
  for (const TaskStanding& standing : group.tasks) {
    const Task& task = scope.dataset[standing.task];
    table.rows.push_back({.cells = {
                              link_cell(task.title.in(scope.language),
                                        task_href(scope.dataset, standing.task, scope.route)),
                              words_cell(unit_list(scope.dataset, task.leads, scope.route)),
                              words_cell(deadline_with_slips(scope, standing)),
                              state_cell(scope, standing),
                              words_cell(evidence_words(scope, standing))}});
  }
  return table;
}

// "20 chưa xác nhận, 1 quá hạn; chờ lâu nhất 669 ngày"
std::string office_subtitle(const Scope& scope, const ReviewGroup& group) {
  std::string words = tally_words(tally_of(group.tasks), scope.language);
  long longest = 0;
  for (const TaskStanding& standing : group.tasks)
    if (is_unresolved(standing)) longest = std::max(longest, standing.days_late);
  if (longest == 0) return words;
  return words + scope.say(Word::phrases_comma) +
         scope.say(Word::tasks_stat_oldest,
                   {scope.count(longest, Word::phrases_days_one, Word::phrases_days)});
}

Card office_card(const Scope& scope, const ReviewGroup& group) {
  const std::string name = group.office.empty() ? scope.say(Word::tasks_review_no_office)
                                               : group.office.in(scope.language);
  Card card{.title = scope.count(static_cast<long>(group.tasks.size()),
                                 Word::tasks_review_office_one, Word::tasks_review_office, {name}),
            .subtitle = office_subtitle(scope, group)};
  card.blocks.push_back({office_table(scope, group)});
  return card;
}

// What the tasks of every office come to, by the first methodology that scores tasks.
struct OfficesScored {
  const Methodology* methodology = nullptr;
  std::vector<OfficeScore> offices;  // with a score

  const OfficeScore* find(const Bilingual& office) const {
    const auto found = std::find_if(offices.begin(), offices.end(), [&](const OfficeScore& each) {
      return each.office.vi == office.vi;
    });
    return found == offices.end() ? nullptr : &*found;
  }
};

OfficesScored offices_scored(const Scope& scope) {
  OfficesScored scored;
  for (const Methodology& methodology : scope.publication.methodologies) {
    const TasksRule* rule = tasks_rule_in(methodology.root);
    if (!rule) continue;
    scored.methodology = &methodology;
    scored.offices = office_scores(scope.dataset, scope.moment, *rule);
    std::erase_if(scored.offices, [](const OfficeScore& office) { return !office.score; });
    break;
  }
  return scored;
}

Cell office_score_cell(const Scope& scope, const OfficesScored& scored, const Bilingual& office) {
  const OfficeScore* found = scored.find(office);
  if (!found) return text_cell(scope.say(Word::unit_no_score), Ink::faint);
  const auto due = static_cast<long>(found->tasks.size()), told = due - found->excluded;
  const std::string part = count_words(told, scope.language);
  const std::string all = count_words(due, scope.language);
  if (2 * told < due)  // the silent ones say more of the office than the few that were told of
    return text_cell(scope.say(Word::tasks_office_score_too_few, {part, all}), Ink::faint);
  return text_cell(
      scope.say(Word::tasks_office_score,
                {shown_score(*scored.methodology, *found->score, scope.language), part, all}));
}

// Who has to answer, before what they have to answer for.
Card offices_card(const Scope& scope, const std::vector<ReviewGroup>& offices) {
  Table table{.caption = scope.say(Word::tasks_review_caption),
              .columns = {{.title = scope.say(Word::tasks_column_office), .grow = 3, .lead = true},
                          {.title = scope.say(Word::tasks_column_tasks), .align = Align::right},
                          {.title = scope.say(Word::tasks_column_longest), .align = Align::right,
                           .place = ColumnPlace::detail},
                          {.title = scope.say(Word::tasks_column_oldest), .place =
                               ColumnPlace::detail, .grow = 2}}};
  const OfficesScored scored = offices_scored(scope);
  if (!scored.offices.empty())
    table.columns.push_back({.title = scope.say(Word::tasks_column_office_score),
                             .align = Align::right, .place = ColumnPlace::detail});
  for (const ReviewGroup& group : offices) {
    const TaskStanding& oldest = group.tasks.front();
    table.rows.push_back(
        {.cells = {text_cell(group.office.empty() ? scope.say(Word::tasks_review_no_office)
                                                 : group.office.in(scope.language)),
                   count_cell(static_cast<long>(group.tasks.size()), scope.language),
                   text_cell(state_days(scope, oldest)),
                   link_cell(scope.dataset[oldest.task].title.in(scope.language),
                             task_href(scope.dataset, oldest.task, scope.route))}});
    if (!scored.offices.empty())
      table.rows.back().cells.push_back(office_score_cell(scope, scored, group.office));
  }
  Card card{.title = scope.count(static_cast<long>(offices.size()), Word::tasks_review_offices_one,
                                 Word::tasks_review_offices)};
  card.blocks.push_back({std::move(table)});
  return card;
}

}  // namespace

std::string review_title(const Scope& scope, const std::vector<TaskStanding>& tasks) {
  const auto count =
      static_cast<long>(std::count_if(tasks.begin(), tasks.end(), needs_answer));
  const std::string month = month_in_words(scope);
  if (count == 0) return scope.say(Word::tasks_review_title_none, {month});
  return scope.count(count, Word::tasks_review_title_one, Word::tasks_review_title, {month});
}

void add_review(const Scope& scope, const std::vector<TaskStanding>& tasks,
                std::vector<Block>& blocks) {
  const std::vector<ReviewGroup> offices = review_list(scope.dataset, tasks);
  if (offices.empty()) return;
  blocks.push_back({Paragraph{.words = {link(scope.say(Word::tasks_review_print), "!print")}}});
  if (offices.size() > 1) blocks.push_back({offices_card(scope, offices)});
  for (const ReviewGroup& group : offices) blocks.push_back({office_card(scope, group)});
  blocks.push_back({Paragraph{.words = {plain(scope.say(Word::tasks_review_note))},
                              .role = ParagraphRole::note}});
}

}  // namespace tiendo
