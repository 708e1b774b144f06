// What a reader looks for, found in the dataset that is shown: a page like any other, made anew
// with every letter. Its heading stays the same, so that nobody loses the field while typing.
#include "base/text.h"
#include "model/search_index.h"
#include "report/cells.h"
#include "report/views.h"

namespace tiendo {
namespace {

constexpr std::size_t hits_max = 30;

struct Found { std::string name, href, kind, more; };

// The name as a link, the words of it that begin with a word of the query in bold.
Words marked_link(const Found& found, const std::string& query) {
  const std::string wanted = ' ' + fold(query) + ' ';
  Words words;
  for (std::size_t begin = 0; begin < found.name.size();) {
    const std::size_t end = std::min(found.name.find(' ', begin), found.name.size() - 1) + 1;
    const std::string folded = ' ' + fold(trim(found.name.substr(begin, end - begin)));
    bool matches = false;
    for (std::size_t at = 0; (at = wanted.find(' ', at)) + 1 < wanted.size() && !matches; ++at) {
      const std::string word = wanted.substr(at, wanted.find(' ', at + 1) - at);
      matches = word.size() > 1 && folded.compare(0, word.size(), word) == 0;
    }
    const Weight weight = matches ? Weight::bold : Weight::regular;
    if (words.empty() || words.back().weight != weight)
      words.push_back({.text = {}, .weight = weight, .href = found.href});
    words.back().text += found.name.substr(begin, end - begin);
    begin = end;
  }
  return words;
}

std::string lead_names(const Scope& scope, const Task& task) {
  std::vector<std::string> names;
  for (const UnitId unit : task.leads) names.push_back(scope.dataset[unit].name.in(scope.language));
  return join(names, scope.say(Word::phrases_comma));
}

Found found_of(const Scope& scope, const Hit& hit) {
  const Dataset& dataset = scope.dataset;
  const Language language = scope.language;
  switch (hit.kind) {
    case Findable::unit: {
      const UnitId id{hit.index};
      const Unit& unit = dataset[id];
      return {.name = unit.name.in(language), .href = unit_href(dataset, id, scope.route),
              .kind = scope.say(Word::search_unit),
              .more = unit.parent ? dataset[*unit.parent].name.in(language) : std::string()};
    }
    case Findable::indicator: {
      const IndicatorId id{hit.index};
      return {.name = dataset[id].name.in(language),
              .href = indicator_href(dataset, id, scope.route),
              .kind = scope.say(Word::search_indicator),
              .more = dataset[id].programme.in(language)};
    }
    case Findable::task: {
      const TaskId id{hit.index};
      return {.name = dataset[id].title.in(language), .href = task_href(dataset, id, scope.route),
              .kind = scope.say(Word::search_task), .more = lead_names(scope, dataset[id])};
    }
    case Findable::source: break;
  }
  const SourceId id{hit.index};
  return {.name = dataset[id].title.in(language), .href = source_href(dataset, id, scope.route),
          .kind = scope.say(Word::search_source), .more = dataset[id].number};
}

Table results_table(const Scope& scope, const std::vector<Hit>& hits) {
  Table table{.caption = scope.say(Word::search_results),
              .columns = {{.title = scope.say(Word::search_column_name), .grow = 3, .lead = true},
                          {.title = scope.say(Word::search_column_kind)},
                          {.title = scope.say(Word::search_column_more),
                           .place = ColumnPlace::detail, .grow = 2}}};
  for (const Hit& hit : hits) {
    Found found = found_of(scope, hit);
    table.rows.push_back({.cells = {words_cell(marked_link(found, scope.route.query)),
                                    text_cell(std::move(found.kind), Ink::muted),
                                    text_cell(std::move(found.more), Ink::muted)}});
  }
  return table;
}

std::string summary(const Scope& scope, std::size_t hits) {
  const std::string& query = scope.route.query;
  if (hits == 0) return scope.say(Word::search_none, {query});
  if (hits > hits_max)
    return scope.say(Word::search_found_more, {count_words(hits_max, scope.language), query});
  const auto count = static_cast<long>(hits);
  return scope.count(count, Word::search_found_one, Word::search_found, {query});
}

Words lists_line(const Scope& scope) {
  Words words = {plain(scope.say(Word::search_lists) + ": ", Ink::muted)};
  const std::pair<View, Word> lists[] = {{View::unit, Word::site_units},
                                         {View::indicators, Word::site_indicators},
                                         {View::tasks, Word::site_tasks},
                                         {View::sources, Word::site_sources}};
  for (const auto& [view, name] : lists) {
    if (words.size() > 1) words.push_back(plain(scope.say(Word::phrases_dot), Ink::muted));
    words.push_back(link(scope.say(name), address_of({.language = scope.language, .view = view,
                                                      .month = scope.route.month,
                                                      .as_of = scope.route.as_of})));
  }
  return words;
}

}  // namespace

Page search_page(const Publication& publication, const Route& route) {
  const Scope scope(publication, route);
  Page page{.language = route.language,
            .title = scope.say(Word::site_tab_title, {scope.say(Word::site_search)}),
            .heading = scope.say(Word::search_heading),
            .lede = {plain(scope.say(Word::search_lede))}};
  page.blocks.push_back(
      {Field{.label = scope.say(Word::search_field),
             .value = route.query,
             .placeholder = scope.say(Word::search_placeholder),
             .href = address_with_typed_query(route),
             .leads = FieldLeads::as_typed}});
  if (!route.query.empty()) {
    std::vector<Hit> hits =
        publication.search ? publication.search->find(route.query, hits_max + 1)
                           : SearchIndex(publication.dataset).find(route.query, hits_max + 1);
    page.blocks.push_back({Paragraph{.words = {plain(summary(scope, hits.size()))}}});
    if (hits.size() > hits_max) hits.resize(hits_max);
    if (!hits.empty())
      page.blocks.push_back({Card{.blocks = blocks_of(results_table(scope, hits))}});
  }
  page.blocks.push_back({Paragraph{.words = lists_line(scope), .role = ParagraphRole::note}});
  return page;
}

}  // namespace tiendo
