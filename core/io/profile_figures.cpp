// Indicators, observations, targets (profile.h).
#include <algorithm>
#include <iterator>

#include "io/problems.h"
#include "io/profile.h"
#include "io/rows_work.h"

namespace tiendo::io {
namespace {

constexpr Word<Direction> directions[] = {{"higher", Direction::higher_is_better},
                                          {"lower", Direction::lower_is_better},
                                          {"none", Direction::none}};

constexpr Word<Qualifier> qualifiers[] = {
    {"exact", Qualifier::exact},         {"approx", Qualifier::approximate},
    {"more_than", Qualifier::more_than}, {"at_least", Qualifier::at_least},
    {"at_most", Qualifier::at_most},     {"range", Qualifier::range},
    {"derived", Qualifier::derived},     {"provisional", Qualifier::provisional}};

constexpr Word<Comparator> comparators[] = {{"ge", Comparator::at_least},
                                            {"le", Comparator::at_most},
                                            {"eq", Comparator::equal},
                                            {"approx", Comparator::approximate}};

}  // namespace

std::vector<Indicator> read_indicators(Table* table, const ProfileKeys& keys,
                                       Problems& problems) {
  Rows rows(table, problems);
  const Column id = rows.required("id"), direction = rows.column("direction"),
               frequency = rows.column("frequency"), decimals = rows.column("decimals"),
               max_age_months = rows.column("max_age_months"), parent = rows.column("parent");
  const BilingualColumn name = rows.required_bilingual("name"),
                        short_name = rows.bilingual("short"), quantity = rows.bilingual("quantity"),
                        programme = rows.bilingual("programme"),
                        definition = rows.bilingual("definition"), note = rows.bilingual("note");
  std::vector<Indicator> indicators;
  std::vector<std::optional<std::uint32_t>> parents;
  while (rows.next()) {
    Indicator indicator;
    indicator.key = rows.text(id);
    indicator.name = rows.text(name);
    indicator.short_name = rows.text(short_name);
    indicator.quantity = rows.text(quantity);
    indicator.direction = rows.choice(direction, directions, Direction::none);
    indicator.programme = rows.text(programme);
    indicator.definition = rows.text(definition);
    indicator.frequency = rows.text(frequency);
    indicator.decimals = rows.integer(decimals, 0).value_or(0);
    indicator.max_age_months = rows.integer(max_age_months, 0);
    indicator.parent = rows.reference(parent, keys.indicators);
    indicator.note = rows.text(note);
    parents.push_back(indicator.parent ? std::optional(indicator.parent->index) : std::nullopt);
    indicators.push_back(std::move(indicator));
  }
  check_parents(table, parents, problems);
  return indicators;
}

ObservationReader::ObservationReader(Table* table, const ProfileKeys& keys,
                                     Observations& observations, Problems& problems)
    : rows_(table, problems),
      keys_(keys),
      observations_(observations),
      indicator_(rows_.required("indicator")),
      unit_(rows_.required("unit")),
      period_(rows_.required("period")),
      qualifier_(rows_.column("qualifier")),
      numerator_(rows_.column("numerator")),
      denominator_(rows_.column("denominator")),
      published_(rows_.column("published")),
      value_(rows_.column("value")),
      value_max_(rows_.column("value_max")),
      rank_(rows_.column("rank")),
      category_(rows_.bilingual("class")),
      evidence_(rows_),
      note_(rows_.bilingual("note")),
      lacks_value_(table && table->lacks("value")) {
  if (table) observations_.reserve(table->row_count());
}

bool ObservationReader::looks_up(const ForeignKey& key) {
  constexpr std::string_view known[][2] = {
      {"indicator", "indicators"}, {"unit", "units"}, {"source", "sources"}};
  const std::vector<std::string> id = {"id"};
  for (const auto& [column, table] : known)
    if (key.fields.size() == 1 && key.fields.front() == column && key.resource == table &&
        key.reference_fields == id)
      return true;
  return false;
}

bool ObservationReader::reads(const Field& field) {
  constexpr std::string_view known[] = {"value", "value_max", "numerator", "denominator"};
  const Constraints& rules = field.constraints;
  const bool has_rules =
      rules.required || !rules.choices.empty() || rules.has_bounds() || rules.pattern;
  return field.type == FieldType::number && !has_rules && !rules.min_length && !rules.max_length &&
         std::find(std::begin(known), std::end(known), field.name) != std::end(known);
}

void ObservationReader::check_rows(RowBlock& rows) {
  for (std::size_t i = 0; i < rows.count; ++i) {
    rows_.go_to(rows.first + i, rows.row(i));
    observations_.add(read());
  }
}

Observation ObservationReader::read() {
  Observation row;
  row.indicator = rows_.reference(indicator_, keys_.indicators).value_or(IndicatorId{});
  row.unit = rows_.reference(unit_, keys_.units).value_or(UnitId{});
  row.period = rows_.period(period_).value_or(Period{});
  if (const std::optional<Number> number = rows_.number(value_)) {
    row.value = number->value;
    row.printed_decimals = number->decimals;
  }
  row.value_max = rows_.value(value_max_);
  row.qualifier = rows_.choice(qualifier_, qualifiers, Qualifier::exact);
  row.numerator = rows_.value(numerator_);
  row.denominator = rows_.value(denominator_);
  row.rank = rows_.integer(rank_, 1);
  row.category = {.vi = rows_.view(category_.vi), .en = rows_.view(category_.en)};
  row.published = rows_.period(published_);
  row.evidence = read_evidence(rows_, evidence_, keys_);
  row.note = {.vi = rows_.view(note_.vi), .en = rows_.view(note_.en)};
  check_rules(row);
  return row;
}

void ObservationReader::check_rules(const Observation& row) {
  const bool has_value = lacks_value_ || !rows_.is_missing(value_);
  if (!has_value && rows_.is_missing(rank_) && rows_.is_missing(category_.vi))
    rows_.report(
        value_,
        {"Dòng không có giá trị, thứ hạng hay xếp loại.", "The row has no value, rank or class."},
        {"Điền “value”, “rank” hoặc “class”, hoặc xóa dòng; chưa công bố thì không có dòng.",
         "Fill in “value”, “rank” or “class”, or delete the row; what is not published has no "
         "row."});
  if (row.qualifier == Qualifier::range && (!has_value || rows_.is_missing(value_max_)))
    rows_.report(value_max_, {"“range” cần cả “value” và “value_max”.",
                              "“range” needs both “value” and “value_max”."},
                 {"Điền cả hai đầu của khoảng, hoặc ghi “qualifier” khác.",
                  "Fill in both ends of the range, or state another “qualifier”."});
  if (row.value && row.value_max && *row.value_max < *row.value)
    rows_.report(value_max_, {"“value_max” nhỏ hơn “value”.", "“value_max” is below “value”."},
                 {"Ghi đầu nhỏ ở “value”, đầu lớn ở “value_max”.",
                  "State the lower end in “value”, the upper one in “value_max”."});
}

std::unique_ptr<Work> read_targets(Table* table, const ProfileKeys& keys, Texts& texts,
                                   std::vector<Target>& targets, Problems& problems) {
  Rows rows(table, problems);
  const Column id = rows.required("id"), indicator = rows.required("indicator"),
               unit = rows.required("unit"), value = rows.required("value"),
               comparator = rows.column("comparator"), due = rows.column("due"),
               baseline = rows.column("baseline"), baseline_period = rows.column("baseline_period"),
               set_on = rows.column("set_on");
  const EvidenceColumns evidence(rows);
  const BilingualColumn note = rows.bilingual("note");
  return rows_work(table, rows, targets, [=, &keys, &texts](Rows& row) {
    Target target;
    target.key = row.text(id);
    target.indicator = row.reference(indicator, keys.indicators).value_or(IndicatorId{});
    target.unit = row.reference(unit, keys.units).value_or(UnitId{});
    const Number number = row.number(value).value_or(Number{});
    target.value = number.value;
    target.printed_decimals = number.decimals;
    target.comparator = row.choice(comparator, comparators, Comparator::at_least);
    target.due = row.date(due);
    target.baseline = row.value(baseline);
    target.baseline_period = row.period(baseline_period);
    target.set_on = row.period(set_on);
    target.evidence = kept(read_evidence(row, evidence, keys), texts);
    target.note = row.text(note);
    return target;
  });
}

}  // namespace tiendo::io
