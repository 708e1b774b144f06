// Opening another dataset: the site's own, one by address or from this device, one opened before.
#include <utility>

#include "report/cells.h"
#include "report/sources_parts.h"

namespace tiendo {
namespace {

Cell item_cell(const Scope& scope, const Shelf& shelf, const ShelfItem& item) {
  const std::string& title = item.title.empty() ? item.dataset : item.title.in(scope.language);
  const bool shown = item.dataset == shelf.shown;
  const std::string href = address_with_dataset(item.dataset, {.language = scope.language});
  Cell cell{.words = {shown ? plain(title, Ink::text, Weight::bold) : link(title, href)}};
  if (shown) cell.words.push_back(plain(scope.say(Word::opening_shown), Ink::muted));
  if (item.illustration)
    cell.words.push_back(plain(scope.say(Word::opening_illustration), Ink::accent));
  return cell;
}

Table shipped_table(const Scope& scope, const Shelf& shelf) {
  Table table{.caption = scope.say(Word::opening_shipped),
              .columns = {{.title = scope.say(Word::opening_column_dataset), .grow = 1,
                           .lead = true},
                          {.title = scope.say(Word::opening_column_content),
                           .place = ColumnPlace::detail, .grow = 2}}};
  for (const ShelfItem& item : shelf.shipped)
    table.rows.push_back({.cells = {item_cell(scope, shelf, item),
                                    text_cell(item.description.in(scope.language), Ink::muted)}});
  return table;
}

Table kept_table(const Scope& scope, const Shelf& shelf) {
  Table table{.caption = scope.say(Word::opening_kept),
              .columns = {{.title = scope.say(Word::opening_column_dataset), .grow = 1,
                           .lead = true},
                          {.title = scope.say(Word::opening_column_opened)},
                          {.title = scope.say(Word::opening_column_forget)}}};
  for (const ShelfItem& item : shelf.kept)
    table.rows.push_back(
        {.cells = {item_cell(scope, shelf, item),
                   text_cell(item.opened_on ? scope.date(*item.opened_on)
                                            : scope.say(Word::phrases_not_stated)),
                   link_cell(scope.say(Word::opening_forget), "!forget:" + item.dataset)}});
  return table;
}

Words check_words(const Scope& scope, const Shelf& shelf) {
  Route there{.language = scope.language, .view = View::sources,
              .subject = check_subject(scope.language), .month = scope.route.month,
              .as_of = scope.route.as_of};
  const auto warnings = static_cast<long>(shelf.problems.warnings);
  const std::string found = warnings == 0
      ? scope.say(Word::check_none)
      : scope.count(warnings, Word::check_warnings_one, Word::check_warnings);
  return {plain(scope.say(Word::opening_check), Ink::muted), link(found, address_of(there))};
}

}  // namespace

Words guide_words(const Scope& scope) {
  return {link(scope.say(Word::opening_guide), scope.say(Word::opening_guide_address))};
}

Card opening_card(const Scope& scope, const Shelf& shelf) {
  Card card{.title = scope.say(Word::opening_title), .subtitle = scope.say(Word::opening_subtitle)};
  if (!shelf.shipped.empty()) card.blocks.push_back({shipped_table(scope, shelf)});
  card.blocks.push_back({Field{.label = scope.say(Word::opening_address),
                               .placeholder = scope.say(Word::opening_address_example),
                               .href = address_with_typed_dataset({.language = scope.language})}});
  card.blocks.push_back({Choices{{button(scope.say(Word::opening_files), "!open-files"),
                                  button(scope.say(Word::opening_folder), "!open-folder")}}});
  card.blocks.push_back({Paragraph{.words = {plain(scope.say(Word::opening_how), Ink::muted)},
                                   .role = ParagraphRole::note}});
  card.blocks.push_back({Paragraph{.words = guide_words(scope)}});
  if (!shelf.kept.empty()) {
    card.blocks.push_back({Heading{scope.say(Word::opening_kept)}});
    card.blocks.push_back({kept_table(scope, shelf)});
    card.blocks.push_back({Paragraph{.words = {plain(scope.say(Word::opening_kept_note),
                                                     Ink::muted)},
                                     .role = ParagraphRole::note}});
  }
  card.foot = check_words(scope, shelf);
  return card;
}

}  // namespace tiendo
