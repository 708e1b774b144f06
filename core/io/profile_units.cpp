// Units, sources, threads, and what all tables share (profile.h).
#include <algorithm>

#include "io/problems.h"
#include "io/profile.h"

namespace tiendo::io {
namespace {

constexpr int evidence_words_max = 20;  // as the warning says

constexpr Word<Grade> grades[] = {
    {"A", Grade::official}, {"B", Grade::press}, {"C", Grade::unofficial_copy}};

int count_words(std::string_view text) {
  int words = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    words += text[i] != ' ' && (i == 0 || text[i - 1] == ' ');
  return words;
}

}  // namespace

Evidence read_evidence(Rows& rows, const EvidenceColumns& columns, const ProfileKeys& keys) {
  Evidence evidence;
  evidence.source = rows.reference(columns.source, keys.sources).value_or(SourceId{});
  evidence.words = rows.view(columns.evidence);
  evidence.paragraph = rows.view(columns.paragraph);
  const bool is_long = evidence.words.size() > 2 * evidence_words_max;  // a letter and a space
  if (is_long && count_words(evidence.words) > evidence_words_max)
    rows.warn(columns.evidence,
              {"Dẫn chứng dài hơn 20 từ.", "The evidence is longer than 20 words."},
              {"Chỉ giữ những từ nêu số liệu hoặc hạn.",
               "Keep only the words that state the figure or the date."});
  return evidence;
}

Evidence kept(Evidence evidence, Texts& texts) {
  evidence.words = texts.at(texts.keep(evidence.words));
  evidence.paragraph = texts.at(texts.keep(evidence.paragraph));
  return evidence;
}

void check_parents(const Table* table, const std::vector<std::optional<std::uint32_t>>& parents,
                   Problems& problems) {
  enum class Visit : unsigned char { never, now, done };
  std::vector<Visit> visits(parents.size(), Visit::never);
  for (std::uint32_t start = 0; start < parents.size(); ++start) {
    std::vector<std::uint32_t> way;
    std::optional<std::uint32_t> row = start;
    while (row && visits[*row] == Visit::never) {
      visits[*row] = Visit::now;
      way.push_back(*row);
      row = parents[*row];
    }
    if (row && visits[*row] == Visit::now)
      problems.add(
          problem::row_rule(table->place(*row, table->find_column("parent").value_or(0)),
                            {"Dòng này là cấp trên của chính nó, trực tiếp hoặc qua các dòng khác.",
                             "The row is its own parent, directly or by way of others."},
                            {"Sửa cột “parent” để không còn vòng.",
                             "Mend the column “parent” so that no circle is left."}));
    for (const std::uint32_t visited : way) visits[visited] = Visit::done;
  }
}

std::vector<Unit> read_units(Table* table, const ProfileKeys& keys, Problems& problems) {
  Rows rows(table, problems);
  const Column id = rows.required("id"), code = rows.column("code"), kind = rows.required("kind"),
               parent = rows.column("parent"), owner = rows.column("owner"),
               merged_from = rows.column("merged_from"),
               valid_from = rows.column("valid_from"), valid_to = rows.column("valid_to");
  const BilingualColumn name = rows.required_bilingual("name"), form = rows.bilingual("form"),
                        office = rows.bilingual("office"), note = rows.bilingual("note");
  std::vector<Unit> units;
  std::vector<std::optional<std::uint32_t>> parents;
  while (rows.next()) {
    Unit unit;
    unit.key = rows.text(id);
    unit.code = rows.text(code);
    unit.name = rows.text(name);
    unit.kind = rows.choice(kind, unit_kinds, UnitKind::other);
    unit.form = rows.text(form);
    unit.parent = rows.reference(parent, keys.units);
    unit.owner = rows.reference(owner, keys.units);
    unit.merged_from = rows.references(merged_from, keys.units);
    unit.valid_from = rows.date(valid_from);
    unit.valid_to = rows.date(valid_to);
    unit.office = rows.text(office);
    unit.note = rows.text(note);
    if (unit.valid_from && unit.valid_to && *unit.valid_to < *unit.valid_from)
      rows.report(valid_to,
                  {"“valid_to” trước “valid_from”.", "“valid_to” is before “valid_from”."},
                  {"Sửa một trong hai ngày, hoặc để trống ngày không biết.",
                   "Mend one of the two dates, or leave out the one that is not known."});
    parents.push_back(unit.parent ? std::optional(unit.parent->index) : std::nullopt);
    units.push_back(std::move(unit));
  }
  check_parents(table, parents, problems);
  return units;
}

std::vector<Source> read_sources(Table* table, Problems& problems) {
  Rows rows(table, problems);
  const Column id = rows.required("id"), outlet = rows.column("outlet"),
               number = rows.column("number"), date = rows.column("date"), url = rows.column("url"),
               grade = rows.required("grade");
  const BilingualColumn title = rows.required_bilingual("title"), note = rows.bilingual("note");
  std::vector<Source> sources;
  while (rows.next()) {
    Source source;
    source.key = rows.text(id);
    source.title = rows.text(title);
    source.outlet = rows.text(outlet);
    source.number = rows.text(number);
    source.date = rows.period(date);
    source.url = rows.text(url);
    source.grade = rows.choice(grade, grades, Grade::unofficial_copy);
    source.note = rows.text(note);
    sources.push_back(std::move(source));
  }
  return sources;
}

std::vector<Thread> read_threads(Table* table, Problems& problems) {
  Rows rows(table, problems);
  const Column id = rows.required("id");
  const BilingualColumn name = rows.required_bilingual("name");
  std::vector<Thread> threads;
  while (rows.next()) threads.push_back({.key = rows.text(id), .name = rows.text(name)});
  return threads;
}

}  // namespace tiendo::io
