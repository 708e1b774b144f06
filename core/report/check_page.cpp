// The check report: every problem of a package in words, errors and warnings apart.
#include <utility>

#include "report/cells.h"
#include "report/sources_parts.h"

namespace tiendo {
namespace {

std::string counts_words(const Scope& scope, const Problems& problems) {
  const std::string errors = scope.count(static_cast<long>(problems.errors),
                                         Word::check_errors_one, Word::check_errors);
  const std::string warnings = scope.count(static_cast<long>(problems.warnings),
                                           Word::check_warnings_one, Word::check_warnings);
  if (problems.errors == 0 && problems.warnings == 0) return scope.say(Word::check_none);
  if (problems.errors == 0) return warnings;
  if (problems.warnings == 0) return errors;
  return errors + scope.say(Word::phrases_comma) + warnings;
}

Cell place_cell(const Scope& scope, const Problem& problem) {
  const std::string place = to_text(problem.place);
  return text_cell(place.empty() ? scope.say(Word::check_whole_package) : place);
}

void add_table(const Scope& scope, const Problems& problems, Severity severity,
               std::vector<Block>& blocks) {
  const bool errors = severity == Severity::error;
  Table table{.caption = scope.say(errors ? Word::check_caption_errors
                                          : Word::check_caption_warnings),
              .columns = {{.title = scope.say(Word::check_column_place), .grow = 1, .lead = true},
                          {.title = scope.say(Word::check_column_problem), .grow = 2},
                          {.title = scope.say(Word::check_column_mend),
                           .place = ColumnPlace::detail, .grow = 2},
                          {.title = scope.say(Word::check_column_name),
                           .place = ColumnPlace::detail}}};
  for (const Problem& problem : problems.listed) {
    if (problem.severity != severity) continue;
    const std::string& mend = problem.mend.in(scope.language);
    table.rows.push_back({.cells = {place_cell(scope, problem),
                                    text_cell(problem.message.in(scope.language)),
                                    text_cell(mend, Ink::muted),
                                    text_cell(problem.name, Ink::faint)}});
  }
  if (table.rows.empty()) return;
  blocks.push_back({Heading{table.caption}});
  blocks.push_back({std::move(table)});
}

void add_problems(const Scope& scope, const Problems& problems, std::vector<Block>& blocks) {
  add_table(scope, problems, Severity::error, blocks);
  add_table(scope, problems, Severity::warning, blocks);
  const std::size_t all = problems.errors + problems.warnings;
  if (all > problems.listed.size())
    blocks.push_back({Paragraph{
        .words = {plain(scope.say(Word::check_cut,
                                  {count_words(static_cast<long>(problems.listed.size()),
                                               scope.language),
                                   count_words(static_cast<long>(all), scope.language)}),
                        Ink::muted)}}});
}

Choices report_choices(const Scope& scope) {
  return {{button(scope.say(Word::check_copy), "!copy-report"),
           button(scope.say(Word::check_save_text), "!save-report:txt"),
           button(scope.say(Word::check_save_json), "!save-report:json")}};
}

std::string dataset_name(const Scope& scope) {
  const DatasetInfo& info = scope.dataset.info();
  return info.title.empty() ? info.name : info.title.in(scope.language);
}

Card shown_card(const Scope& scope, const Shelf& shelf) {
  Card card{.title = scope.say(Word::check_card, {dataset_name(scope),
                                                  counts_words(scope, shelf.problems)}),
            .subtitle = scope.say(Word::check_shown_subtitle)};
  add_problems(scope, shelf.problems, card.blocks);
  if (shelf.problems.listed.empty())
    card.blocks.push_back({Paragraph{.words = {plain(scope.say(Word::check_none_note))}}});
  return card;
}

Card refused_card(const Scope& scope, const RefusedPackage& refusal) {
  Card card{.title = scope.say(Word::check_card, {refusal.name,
                                                  counts_words(scope, refusal.problems)}),
            .subtitle = scope.say(Word::check_refused_subtitle)};
  add_problems(scope, refusal.problems, card.blocks);
  card.foot = guide_words(scope);
  return card;
}

}  // namespace

std::string check_subject(Language language) {
  return language == Language::vi ? "kiem-tra" : "check";
}

bool is_check(const Route& route) {
  return route.view == View::sources && (route.subject == check_subject(Language::vi) ||
                                         route.subject == check_subject(Language::en));
}

Page check_page(const Publication& publication, const Route& route, const Shelf& shelf) {
  const Scope scope(publication, route);
  Page page{.language = scope.language,
            .title = scope.say(Word::site_tab_title, {scope.say(Word::check_title)}),
            .heading = shelf.refused
                ? scope.say(Word::check_heading_refused, {shelf.refused->name})
                : scope.say(Word::check_heading_shown, {counts_words(scope, shelf.problems)}),
            .lede = {plain(scope.say(shelf.refused ? Word::check_lede_refused
                                                   : Word::check_lede_shown))}};
  if (shelf.refused) page.blocks.push_back({refused_card(scope, *shelf.refused)});
  if (shelf.can_open) page.blocks.push_back({report_choices(scope)});
  page.blocks.push_back({shown_card(scope, shelf)});
  return page;
}

}  // namespace tiendo
