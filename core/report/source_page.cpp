// One document: what it is, and everything that was taken from it, in its own order.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "base/sort.h"
#include "report/cells.h"
#include "report/sources_parts.h"

namespace tiendo {
namespace {

constexpr std::size_t facts_listed_max = 200;

struct KindWords { FactKind kind; Word one, many, label; };
constexpr std::array<KindWords, fact_kind_count> kind_words = {{
    {FactKind::observation, Word::sources_kind_observations_one, Word::sources_kind_observations,
     Word::sources_fact_observation},
    {FactKind::target, Word::sources_kind_targets_one, Word::sources_kind_targets,
     Word::sources_fact_target},
    {FactKind::task, Word::sources_kind_tasks_one, Word::sources_kind_tasks,
     Word::sources_fact_task},
    {FactKind::report, Word::sources_kind_reports_one, Word::sources_kind_reports,
     Word::sources_fact_report},
    {FactKind::event, Word::sources_kind_events_one, Word::sources_kind_events,
     Word::sources_fact_event},
}};

// "32 việc được giao, 9 mục tiêu, 4 số liệu": the most frequent first.
std::string counts_words(const Scope& scope, const FactCounts& counts) {
  std::vector<KindWords> kinds(kind_words.begin(), kind_words.end());
  sort_by(kinds, [&](const KindWords& a, const KindWords& b) {
    return counts.of(a.kind) > counts.of(b.kind);
  });
  std::vector<std::string> parts;
  for (const KindWords& words : kinds)
    if (counts.of(words.kind) > 0)
      parts.push_back(scope.count(counts.of(words.kind), words.one, words.many));
  if (parts.empty()) return scope.say(Word::sources_page_nothing);
  return join(parts, scope.say(Word::phrases_comma));
}

// Paragraphs are numbers as a rule; what is none comes last.
long paragraph_order(const Evidence& evidence) {
  const std::string text(evidence.paragraph);
  char* end = nullptr;
  const long number = std::strtol(text.c_str(), &end, 10);
  return end == text.c_str() ? 1000000000L : number;
}

std::string unit_name(const Scope& scope, UnitId unit) {
  return scope.dataset[unit].name.in(scope.language);
}

void add_figures(const Scope& scope, SourceId source, std::vector<Fact>& facts) {
  for (const Observation& row : scope.dataset.observations()) {
    if (!(row.evidence.source == source)) continue;
    facts.push_back({.kind = FactKind::observation,
                     .evidence = row.evidence,
                     .words = scope.say(Word::sources_observation_words,
                                        {scope.dataset[row.indicator].name.in(scope.language),
                                         unit_name(scope, row.unit),
                                         figure_words(scope.dataset, row, scope.language),
                                         scope.period(row.period)}),
                     .href = indicator_href(scope.dataset, row.indicator, row.unit, scope.route)});
  }
}

void add_promises(const Scope& scope, SourceId source, std::vector<Fact>& facts) {
  for (const Target& row : scope.dataset.targets()) {
    if (!(row.evidence.source == source)) continue;
    facts.push_back({.kind = FactKind::target,
                     .evidence = row.evidence,
                     .words = scope.say(Word::sources_target_words,
                                        {scope.dataset[row.indicator].name.in(scope.language),
                                         unit_name(scope, row.unit),
                                         promise_words(scope.dataset, row, scope.language)}),
                     .href = indicator_href(scope.dataset, row.indicator, scope.route)});
  }
}

void add_tasks(const Scope& scope, SourceId source, std::vector<Fact>& facts) {
  const Dataset& dataset = scope.dataset;
  for (std::uint32_t i = 0; i < dataset.tasks().size(); ++i) {
    const Task& row = dataset[TaskId{i}];
    if (!(row.evidence.source == source)) continue;
    facts.push_back({.kind = FactKind::task,
                     .evidence = row.evidence,
                     .words = row.title.in(scope.language),
                     .href = task_href(dataset, TaskId{i}, scope.route)});
  }
  for (const TaskReport& row : dataset.task_reports()) {
    if (!(row.evidence.source == source)) continue;
    facts.push_back({.kind = FactKind::report,
                     .evidence = row.evidence,
                     .words = dataset[row.task].title.in(scope.language),
                     .href = task_href(dataset, row.task, scope.route)});
  }
}

void add_events(const Scope& scope, SourceId source, std::vector<Fact>& facts) {
  for (const Event& row : scope.dataset.events()) {
    if (!(row.evidence.source == source)) continue;
    const std::string& title = row.title.in(scope.language);
    facts.push_back({.kind = FactKind::event,
                     .evidence = row.evidence,
                     .words = row.date ? scope.say(Word::sources_event_dated,
                                                   {title, scope.period(*row.date)})
                                       : title});
  }
}

bool any_paragraph(const std::vector<Fact>& facts) {
  return std::any_of(facts.begin(), facts.end(),
                     [](const Fact& fact) { return !fact.evidence.paragraph.empty(); });
}

Table facts_table(const Scope& scope, const std::vector<Fact>& facts) {
  Table table{.caption = scope.say(Word::sources_facts_caption),
              .columns = {{.title = scope.say(Word::sources_column_fact), .grow = 2,
                           .lead = true},
                          {.title = scope.say(Word::sources_column_words), .grow = 2},
                          {.title = scope.say(Word::sources_column_kind),
                           .place = ColumnPlace::detail}}};
  const bool numbered = any_paragraph(facts);
  if (numbered)
    table.columns.push_back({.title = scope.say(Word::sources_column_paragraph),
                             .align = Align::right, .place = ColumnPlace::detail});
  for (std::size_t i = 0; i < std::min(facts.size(), facts_listed_max); ++i) {
    const Fact& fact = facts[i];
    const Evidence& evidence = fact.evidence;
    const Word kind = kind_words[static_cast<std::size_t>(fact.kind)].label;
    TableRow row{.cells = {link_cell(fact.words, fact.href),
                           words_cell(quoted_words(scope, evidence)),
                           text_cell(scope.say(kind), Ink::muted)}};
    if (numbered)
      row.cells.push_back(evidence.paragraph.empty()
                              ? text_cell(scope.say(Word::sources_no_paragraph), Ink::faint)
                              : text_cell(std::string(evidence.paragraph)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

// ---- a document with more figures than anyone reads: by indicator

struct IndicatorGroup {
  long figures = 0;
  std::set<UnitId> units;
  std::optional<Period> first, last;
  std::optional<Evidence> example;

  void add(const Observation& row) {
    ++figures;
    units.insert(row.unit);
    if (!first || row.period.last < first->last) first = row.period;
    if (!last || last->last < row.period.last) last = row.period;
    if (!example || example->words.empty()) example = row.evidence;
  }
};

Table groups_table(const Scope& scope, const std::map<IndicatorId, IndicatorGroup>& groups) {
  Table table{.caption = scope.say(Word::sources_grouped_caption),
              .columns = {{.title = scope.say(Word::sources_column_indicator), .grow = 2,
                           .lead = true},
                          {.title = scope.say(Word::sources_column_figures),
                           .align = Align::right},
                          {.title = scope.say(Word::sources_column_units), .align = Align::right,
                           .place = ColumnPlace::detail},
                          {.title = scope.say(Word::sources_column_period),
                           .place = ColumnPlace::detail},
                          {.title = scope.say(Word::sources_column_example),
                           .place = ColumnPlace::detail, .grow = 2}}};
  for (const auto& entry : groups) {
    const IndicatorGroup& group = entry.second;
    const std::string first = scope.period(*group.first), last = scope.period(*group.last);
    table.rows.push_back(
        {.cells = {link_cell(scope.dataset[entry.first].name.in(scope.language),
                             indicator_href(scope.dataset, entry.first, scope.route)),
                   count_cell(group.figures, scope.language),
                   count_cell(static_cast<long>(group.units.size()), scope.language),
                   text_cell(first == last ? last
                                           : scope.say(Word::sources_period_span, {first, last})),
                   words_cell(quoted_words(scope, *group.example))}});
  }
  return table;
}

Card groups_card(const Scope& scope, SourceId source, long figures) {
  std::map<IndicatorId, IndicatorGroup> groups;
  for (const Observation& row : scope.dataset.observations())
    if (row.evidence.source == source) groups[row.indicator].add(row);
  Card card{.title = scope.say(Word::sources_grouped_title,
                               {scope.count(figures, Word::sources_kind_observations_one,
                                            Word::sources_kind_observations),
                                scope.count(static_cast<long>(groups.size()),
                                            Word::sources_grouped_indicators_one,
                                            Word::sources_grouped_indicators)}),
            .subtitle = scope.say(Word::sources_grouped_subtitle)};
  card.blocks.push_back({groups_table(scope, groups)});
  return card;
}

Card facts_card(const Scope& scope, const std::vector<Fact>& facts) {
  const long count = static_cast<long>(facts.size());
  Card card{.title = any_paragraph(facts)
                         ? scope.count(count, Word::sources_facts_title_one,
                                       Word::sources_facts_title)
                         : scope.count(count, Word::sources_facts_one, Word::sources_facts)};
  card.blocks.push_back({facts_table(scope, facts)});
  if (facts.size() > facts_listed_max)
    card.foot = {plain(scope.count(static_cast<long>(facts.size() - facts_listed_max),
                                   Word::sources_facts_more_one, Word::sources_facts_more),
                       Ink::muted)};
  return card;
}

Card about_card(const Scope& scope, const Source& source) {
  Card card{.title = scope.say(Word::sources_about_title, {grade_letter(source.grade)}),
            .subtitle = grade_meaning(scope, source.grade)};
  Terms terms;
  const auto add = [&](Word name, Words value) {
    terms.terms.push_back({.name = scope.say(name), .value = std::move(value)});
  };
  const auto or_missing = [&](const std::string& text, Word missing) -> Words {
    if (text.empty()) return {plain(scope.say(missing), Ink::muted)};
    return {plain(text)};
  };
  add(Word::sources_column_outlet, or_missing(source.outlet, Word::phrases_not_stated));
  if (!source.number.empty()) add(Word::sources_column_number, {plain(source.number)});
  add(Word::sources_column_date, or_missing(source.date ? scope.period(*source.date) : "",
                                            Word::phrases_source_undated));
  add(Word::sources_term_address,
      source.url.empty() ? Words{plain(scope.say(Word::sources_no_address), Ink::muted)}
                         : Words{link(source.url, source.url)});
  if (const std::string& note = source.note.in(scope.language); !note.empty())
    add(Word::sources_term_note, {plain(note)});
  card.blocks.push_back({std::move(terms)});
  return card;
}

}  // namespace

std::vector<Fact> facts_of(const Scope& scope, SourceId source, Figures figures) {
  std::vector<Fact> facts;
  if (figures == Figures::listed) add_figures(scope, source, facts);
  add_promises(scope, source, facts);
  add_tasks(scope, source, facts);
  add_events(scope, source, facts);
  sort_by(facts, [](const Fact& a, const Fact& b) {
    return paragraph_order(a.evidence) < paragraph_order(b.evidence);
  });
  return facts;
}

Page source_page(const Publication& publication, const Route& route, SourceId id) {
  const Scope scope(publication, route);
  const Source& source = scope.dataset[id];
  const FactCounts counts = count_facts(scope.dataset)[id.index];
  const std::string& title = source.title.in(scope.language);
  Page page{.language = scope.language,
            .title = scope.say(Word::site_tab_title, {title}),
            .heading = scope.say(Word::sources_page_heading,
                                 {document_label(source, scope.language),
                                  counts_words(scope, counts)}),
            .lede = {plain(title)}};
  if (!published_by(source.date, scope.moment))
    page.blocks.push_back({Paragraph{{plain(
        scope.say(Word::sources_not_yet_known, {scope.date(*scope.moment.as_of)}), Ink::accent)}}});
  page.blocks.push_back({about_card(scope, source)});
  const bool grouped =
      counts.of(FactKind::observation) > static_cast<long>(facts_listed_max);
  if (grouped) page.blocks.push_back({groups_card(scope, id, counts.of(FactKind::observation))});
  const std::vector<Fact> facts =
      facts_of(scope, id, grouped ? Figures::left_out : Figures::listed);
  if (!facts.empty()) page.blocks.push_back({facts_card(scope, facts)});
  return page;
}

}  // namespace tiendo
