// All documents, by grade, with what was taken from each, and the way to the whole dataset.
#include <algorithm>
#include <numeric>

#include "base/sort.h"
#include "report/cells.h"
#include "report/sources_parts.h"
#include "report/views.h"

namespace tiendo {
namespace {

constexpr std::array<Grade, 3> grades = {Grade::official, Grade::press, Grade::unofficial_copy};

// Those that were known on the day that is looked at.
struct Documents {
  explicit Documents(const Scope& scope)
      : dataset(scope.dataset), facts(count_facts(scope.dataset)) {
    for (std::uint32_t i = 0; i < dataset.sources().size(); ++i)
      if (published_by(dataset.sources()[i].date, scope.moment)) known.push_back({i});
  }

  const Dataset& dataset;
  std::vector<FactCounts> facts;  // of all, known or not
  std::vector<SourceId> known;

  long count() const { return static_cast<long>(known.size()); }
  long later() const { return static_cast<long>(dataset.sources().size()) - count(); }
  long facts_of(SourceId source) const { return facts[source.index].total(); }
  long all_facts() const {
    return std::accumulate(known.begin(), known.end(), 0L, [&](long sum, SourceId source) {
      return sum + facts_of(source);
    });
  }
};

struct GradeTally { long documents = 0, facts = 0; };

GradeTally tally_of(const Documents& documents, Grade grade) {
  GradeTally tally;
  for (const SourceId source : documents.known) {
    if (documents.dataset[source].grade != grade) continue;
    ++tally.documents;
    tally.facts += documents.facts_of(source);
  }
  return tally;
}

std::string documents_words(const Scope& scope, long count) {
  return scope.count(count, Word::sources_documents_one, Word::sources_documents);
}

std::string facts_words(const Scope& scope, long count) {
  return scope.count(count, Word::sources_facts_one, Word::sources_facts);
}

Word heading_word(Grade grade) {
  switch (grade) {
    case Grade::official: return Word::sources_heading_official;
    case Grade::press: return Word::sources_heading_press;
    case Grade::unofficial_copy: break;
  }
  return Word::sources_heading_unofficial_copy;
}

Word stat_word(Grade grade) {
  switch (grade) {
    case Grade::official: return Word::sources_stat_official;
    case Grade::press: return Word::sources_stat_press;
    case Grade::unofficial_copy: break;
  }
  return Word::sources_stat_unofficial_copy;
}

std::string heading_of(const Scope& scope, const Documents& documents) {
  if (documents.known.empty())
    return documents.later() == 0 ? scope.say(Word::sources_heading_none)
                                  : scope.say(Word::sources_heading_later,
                                              {scope.date(*scope.moment.as_of)});
  const long total = documents.all_facts();
  const std::string total_words = count_words(total, scope.language);
  for (const Grade grade : grades) {
    const long part = tally_of(documents, grade).facts;
    if (2 * part > total)
      return scope.say(heading_word(grade), {count_words(part, scope.language), total_words});
  }
  return scope.say(Word::sources_heading_mixed, {total_words});
}

Stats stats_of(const Scope& scope, const Documents& documents) {
  Stats stats;
  const long total = documents.all_facts();
  for (const Grade grade : grades) {
    const GradeTally tally = tally_of(documents, grade);
    if (tally.documents == 0) continue;
    Stat stat{.label = scope.say(stat_word(grade)),
              .value = count_words(tally.facts, scope.language),
              .unit = scope.say(Word::sources_stat_of)};
    stat.lines.push_back({plain(documents_words(scope, tally.documents))});
    if (total > 0)
      stat.lines.push_back({plain(scope.say(
          Word::sources_stat_share,
          {format_percent(100.0 * static_cast<double>(tally.facts) / static_cast<double>(total), 0,
                          scope.language)}))});
    stats.stats.push_back(std::move(stat));
  }
  return stats;
}

std::vector<SourceId> newest_first(const Documents& documents, Grade grade) {
  const Dataset& dataset = documents.dataset;
  std::vector<SourceId> sources;
  for (const SourceId source : documents.known)
    if (dataset[source].grade == grade) sources.push_back(source);
  sort_by(sources, [&](SourceId a, SourceId b) {
    const std::optional<Period>& first = dataset[a].date;
    const std::optional<Period>& second = dataset[b].date;
    if (!first || !second) return first && !second;
    return second->last < first->last;
  });
  return sources;
}

TableRow row_of(const Scope& scope, SourceId id, long facts) {
  const Source& source = scope.dataset[id];
  const auto or_missing = [&](const std::string& text, Word missing) {
    return text.empty() ? text_cell(scope.say(missing), Ink::faint) : text_cell(text);
  };
  Cell name = link_cell(source.title.in(scope.language),
                        source_href(scope.dataset, id, scope.route));
  if (!source.number.empty())
    name.words.push_back(plain(scope.say(Word::phrases_comma) + source.number, Ink::muted));
  return {.cells = {std::move(name),
                    or_missing(source.outlet, Word::phrases_not_stated),
                    or_missing(source.date ? scope.period(*source.date) : "",
                               Word::phrases_source_undated),
                    count_cell(facts, scope.language)}};
}

std::optional<Card> grade_card(const Scope& scope, const Documents& documents, Grade grade) {
  const GradeTally tally = tally_of(documents, grade);
  if (tally.documents == 0) return std::nullopt;
  Table table{.caption = scope.say(Word::sources_table_caption, {grade_letter(grade)}),
              .columns = {{.title = scope.say(Word::sources_column_document), .grow = 3,
                           .lead = true},
                          {.title = scope.say(Word::sources_column_outlet),
                           .place = ColumnPlace::detail, .grow = 1.2f},
                          {.title = scope.say(Word::sources_column_date)},
                          {.title = scope.say(Word::sources_column_facts),
                           .align = Align::right}}};
  for (const SourceId source : newest_first(documents, grade))
    table.rows.push_back(row_of(scope, source, documents.facts_of(source)));
  Card card{.title = scope.say(Word::sources_grade_title,
                               {grade_letter(grade), documents_words(scope, tally.documents),
                                facts_words(scope, tally.facts)}),
            .subtitle = grade_meaning(scope, grade)};
  card.blocks.push_back({std::move(table)});
  return card;
}

Page list_page(const Scope& scope, const Shelf& shelf) {
  const Documents documents(scope);
  Page page{.language = scope.language,
            .title = scope.say(Word::site_tab_title, {scope.say(Word::sources_title)}),
            .heading = heading_of(scope, documents)};
  if (documents.count() > 0) {
    page.lede = {plain(scope.say(Word::sources_lede,
                                 {documents_words(scope, documents.count()),
                                  facts_words(scope, documents.all_facts())}))};
    if (documents.later() > 0)
      page.lede.push_back(plain(scope.count(documents.later(), Word::sources_later_one,
                                            Word::sources_later,
                                            {scope.date(*scope.moment.as_of)})));
    page.blocks.push_back({stats_of(scope, documents)});
  }
  if (shelf.can_open) page.blocks.push_back({opening_card(scope, shelf)});
  for (const Grade grade : grades)
    if (auto card = grade_card(scope, documents, grade)) page.blocks.push_back({std::move(*card)});
  page.blocks.push_back({knowledge_card(scope)});
  page.blocks.push_back({package_card(scope, shelf)});
  if (auto card = extras_card(scope)) page.blocks.push_back({std::move(*card)});
  return page;
}

}  // namespace

long FactCounts::total() const { return std::accumulate(by_kind.begin(), by_kind.end(), 0L); }

std::vector<FactCounts> count_facts(const Dataset& dataset) {
  std::vector<FactCounts> counts(dataset.sources().size());
  const auto count = [&](const Evidence& evidence, FactKind kind) {
    ++counts[evidence.source.index].by_kind[static_cast<std::size_t>(kind)];
  };
  for (const Observation& row : dataset.observations()) count(row.evidence, FactKind::observation);
  for (const Target& row : dataset.targets()) count(row.evidence, FactKind::target);
  for (const Task& row : dataset.tasks()) count(row.evidence, FactKind::task);
  for (const TaskReport& row : dataset.task_reports()) count(row.evidence, FactKind::report);
  for (const Event& row : dataset.events()) count(row.evidence, FactKind::event);
  return counts;
}

const char* grade_letter(Grade grade) {
  switch (grade) {
    case Grade::official: return "A";
    case Grade::press: return "B";
    case Grade::unofficial_copy: break;
  }
  return "C";
}

std::string grade_meaning(const Scope& scope, Grade grade) {
  switch (grade) {
    case Grade::official: return scope.say(Word::sources_grade_official);
    case Grade::press: return scope.say(Word::sources_grade_press);
    case Grade::unofficial_copy: break;
  }
  return scope.say(Word::sources_grade_unofficial_copy);
}

Page sources_page(const Publication& publication, const Route& route, const Shelf& shelf) {
  if (is_check(route)) return check_page(publication, route, shelf);
  const Scope scope(publication, route);
  if (route.subject.empty()) return list_page(scope, shelf);
  const std::optional<SourceId> source = publication.dataset.find_source(route.subject);
  return source ? source_page(publication, route, *source) : not_found_page(publication, route);
}

}  // namespace tiendo
