#include "io/dataset_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "io/check_table.h"
#include "io/extras_reader.h"
#include "io/problems.h"
#include "io/table_reader.h"

namespace tiendo::io {
namespace {

constexpr const char* required_tables[] = {"units", "indicators", "observations", "sources"};
constexpr const char* optional_tables[] = {"targets",      "tasks",  "threads",
                                             "task_reports", "events", "databases"};

template <std::size_t count>
bool is_among(const char* const (&tables)[count], std::string_view table) {
  return std::find(std::begin(tables), std::end(tables), table) != std::end(tables);
}

bool is_no_table(std::string_view path) { return !is_table_file(path); }

}  // namespace

const DatasetReader::Stage DatasetReader::stages[] = {
    &DatasetReader::read_descriptor,          &DatasetReader::plan_tables,
    &DatasetReader::plan_checks,              &DatasetReader::plan_references,
    &DatasetReader::read_what_is_referred_to, &DatasetReader::plan_observations,
    &DatasetReader::read_what_refers,         &DatasetReader::begin_dataset};

Step DatasetReader::step(std::size_t rows_max) {
  if (!works_.empty()) {
    const Step step = works_.front()->step(rows_max);
    if (step != Step::done) return step;
    works_.pop_front();
    ++works_done_;
    return Step::more;
  }
  if (next_stage_ == std::size(stages))
    return builder_ && builder_->step(rows_max) ? Step::more : Step::done;
  if (next_stage_ == 0 && waits_for_descriptor()) return Step::waits;
  (this->*stages[next_stage_++])();
  works_done_ = 0;
  works_planned_ = works_.size();
  return Step::more;
}

// Every stage counts alike, and so does every work of a stage: the first ones are the longest.
double DatasetReader::share_done() const {
  if (next_stage_ == 0) return 0;
  const double works = works_planned_ == 0 ? 0 : static_cast<double>(works_done_) /
                                                     static_cast<double>(works_planned_);
  const auto stages_done = static_cast<double>(next_stage_);
  return (stages_done - 1 + works) / static_cast<double>(std::size(stages));
}

bool DatasetReader::has_columns() const {
  const Stage* const next = stages + next_stage_;
  return std::find(stages, next, &DatasetReader::read_what_refers) != next;
}

// The descriptor may lead to schemas and dialects in files of their own, whatever they are called.
bool DatasetReader::waits_for_descriptor() const {
  return std::any_of(package_.arriving.begin(), package_.arriving.end(), is_no_table);
}

Result<Dataset> DatasetReader::take() {
  if (!builder_) return std::move(problems_);
  return {builder_->take(), std::move(problems_)};
}

void DatasetReader::read_descriptor() {
  descriptor_ = io::read_descriptor(package_, problems_);
  if (descriptor_) {
    check_descriptor();
  } else {
    next_stage_ = std::size(stages);
  }
}

void DatasetReader::check_descriptor() {
  const std::vector<std::string>& others = descriptor_->others;
  for (const Resource& resource : descriptor_->resources) warn_of_capitals(resource.name);
  for (const std::string& name : others)
    if (is_among(required_tables, name) || is_among(optional_tables, name)) report_format(name);
  for (const char* name : required_tables)
    if (!descriptor_->find(name) && std::find(others.begin(), others.end(), name) == others.end())
      report_missing_table(name);
}

void DatasetReader::plan_tables() {
  tables_.resize(descriptor_->resources.size());
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    Resource& resource = descriptor_->resources[i];
    tables_[i].name = resource.name;
    works_.push_back(std::make_unique<TableReader>(package_, resource, tables_[i], problems_));
  }
  for (const ContentClaim& claim : descriptor_->claims)
    works_.push_back(std::make_unique<ContentCheck>(package_, claim, problems_));
}

// Tables that the profile does not know are checked like the others: references may lead to them.
void DatasetReader::plan_checks() {
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    if (&tables_[i] == find("observations")) continue;
    auto check = std::make_unique<TableCheck>(tables_[i]);
    add_own_checks(i, *check);
    if (tables_[i].name == "databases") add_profile_key(tables_[i], {"unit"}, *check);
    works_.push_back(std::move(check));
  }
}

void DatasetReader::plan_references() {
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    if (&tables_[i] == find("observations")) continue;
    auto check = std::make_unique<TableCheck>(tables_[i]);
    add_references(i, *check);
    works_.push_back(std::move(check));
  }
}

void DatasetReader::add_own_checks(std::size_t table, TableCheck& check) {
  if (!descriptor_->resources[table].schema) return;
  const TableSchema& schema = *descriptor_->resources[table].schema;
  const auto add_key = [&](const std::vector<std::string>& key, Missing missing) {
    check.add(std::make_unique<KeyCheck>(tables_[table], key, missing, problems_));
  };
  const bool is_observations = &tables_[table] == find("observations");
  check.add(std::make_unique<CellCheck>(
      tables_[table], is_observations ? ObservationReader::reads : nullptr, problems_));
  for (const Field& field : schema.fields)
    if (field.constraints.unique) add_key({field.name}, Missing::excuses_row);
  add_key(schema.primary_key, Missing::is_reported);
  for (const std::vector<std::string>& key : schema.unique_keys)
    add_key(key, Missing::excuses_row);
}

void DatasetReader::add_references(std::size_t table, TableCheck& check) {
  if (!descriptor_->resources[table].schema) return;
  const bool is_observations = &tables_[table] == find("observations");
  for (const ForeignKey& key : descriptor_->resources[table].schema->foreign_keys) {
    if (is_observations && ObservationReader::looks_up(key)) continue;
    const Table* const target = key.resource.empty() ? &tables_[table] : find(key.resource);
    check.add(std::make_unique<ReferenceCheck>(tables_[table], key, target, problems_));
  }
}

// A key that has all columns of the primary key is none of two rows either.
void DatasetReader::add_profile_key(Table& table, std::initializer_list<const char*> key,
                                    TableCheck& check) {
  std::vector<std::string> present;
  for (const char* column : key)
    if (table.find_column(column)) present.push_back(column);
  const std::optional<TableSchema>& schema = descriptor_->find(table.name)->schema;
  const auto is_in_key = [&](const std::string& column) {
    return std::find(present.begin(), present.end(), column) != present.end();
  };
  const bool is_implied = schema && !schema->primary_key.empty() &&
                          std::all_of(schema->primary_key.begin(), schema->primary_key.end(),
                                      is_in_key);
  if (is_implied) return;
  check.add(std::make_unique<KeyCheck>(table, std::move(present), Missing::is_compared, problems_));
}

void DatasetReader::read_what_is_referred_to() {
  keys_ = {.units = {read_keys("units")},
           .indicators = {read_keys("indicators")},
           .sources = {read_keys("sources")},
           .threads = {read_keys("threads")},
           .tasks = {read_keys("tasks")}};
  read_keys("targets");
  read_keys("events");
  rows_.units = read_units(find("units"), keys_, problems_);
  rows_.indicators = read_indicators(find("indicators"), keys_, problems_);
  rows_.sources = read_sources(find("sources"), problems_);
  rows_.threads = read_threads(find("threads"), problems_);
}

// Millions of rows, perhaps: everything that is asked of one in one way through them. What is
// published again later is a row of its own.
void DatasetReader::plan_observations() {
  Table* const table = find("observations");
  if (!table) return;
  const auto place = static_cast<std::size_t>(
      std::find_if(tables_.begin(), tables_.end(), [&](Table& one) { return &one == table; }) -
      tables_.begin());
  auto check = std::make_unique<TableCheck>(*table);
  add_own_checks(place, *check);
  add_references(place, *check);
  add_profile_key(*table, {"indicator", "unit", "period", "published"}, *check);
  check->add(std::make_unique<ObservationReader>(table, keys_, rows_.observations, problems_));
  works_.push_back(std::move(check));
}

void DatasetReader::read_what_refers() {
  Texts& texts = *rows_.texts;
  works_.push_back(read_targets(find("targets"), keys_, texts, rows_.targets, problems_));
  works_.push_back(read_tasks(find("tasks"), keys_, texts, rows_.tasks, problems_));
  works_.push_back(
      read_task_reports(find("task_reports"), keys_, texts, rows_.task_reports, problems_));
  rows_.events = read_events(find("events"), keys_, texts, problems_);
  rows_.databases = read_databases(find("databases"), rows_.units, keys_, problems_);
  works_.push_back(std::make_unique<ExtrasReader>(tables_, rows_.extras, texts));
  rows_.info = std::move(descriptor_->info);
  check_info();
}

void DatasetReader::begin_dataset() {
  keys_ = {};
  tables_.clear();
  if (released_)
    for (const Resource& resource : descriptor_->resources)
      for (const std::string& path : resource.paths)
        if (!released_->is_arriving(path)) released_->files.erase(path);
  if (problems_.ok()) builder_.emplace(std::move(rows_));
}

KeyMap DatasetReader::read_keys(const char* table) {
  KeyMap keys = io::read_keys(find(table), table, problems_);
  if (!find(table) && is_among(required_tables, table)) keys.is_unreadable = true;
  return keys;
}

Table* DatasetReader::find(std::string_view name) {
  for (Table& table : tables_)
    if (table.name == name) return &table;
  return nullptr;
}

void DatasetReader::check_info() {
  const DatasetInfo& info = rows_.info;
  if (keys_.indicators.is_unreadable) return;
  const auto is_known = [this](std::string_view key) {
    return keys_.indicators.rows.find(&key).has_value();
  };
  for (std::size_t i = 0; i < info.headline.size(); ++i)
    if (!is_known(info.headline[i]))
      problems_.add(problem::unknown_reference(
          {.file = descriptor_file, .column = "/tien-do/headline/" + std::to_string(i)},
          info.headline[i], "indicators"));
}

// Such a table is kept as one of the publisher's own, and nobody would notice.
void DatasetReader::warn_of_capitals(const std::string& name) {
  const std::string small = fold(name);
  if (small == name || !(is_among(required_tables, small) || is_among(optional_tables, small)))
    return;
  problems_.add(problem::warning(
      "resource-error", {.file = descriptor_file, .column = "/resources"},
      problem::fill({"Bảng {0} không được đọc như bảng {1}: tên bảng phân biệt chữ hoa và chữ "
                     "thường.",
                     "The table {0} is not read as the table {1}: names of tables are "
                     "case-sensitive."},
                    {problem::quoted(name), problem::quoted(small)}),
      problem::fill({"Ghi “name”: “{0}”, hoặc đặt tên khác hẳn.",
                     "Write “name”: “{0}”, or choose quite another name."},
                    {problem::both(small)})));
}

void DatasetReader::report_format(const std::string& name) {
  problems_.add(problem::error(
      "format-error", {.file = descriptor_file, .column = "/resources"},
      problem::fill({"Bảng {0} không phải là tệp CSV.", "The table {0} is no CSV file."},
                    {problem::quoted(name)}),
      {"Lưu bảng thành tệp CSV và ghi đường dẫn vào “path”.",
       "Save the table as a CSV file and write its path in “path”."}));
}

void DatasetReader::report_missing_table(const char* name) {
  problems_.add(problem::error(
      "package-error", {.file = descriptor_file, .column = "/resources"},
      problem::fill({"Gói không có bảng {0}.", "The package has no table {0}."},
                    {problem::quoted(name)}),
      {"Thêm một tệp CSV với tên bảng đó (“name”), dù chưa có dòng nào.",
       "Add a CSV file with that name of the table (“name”), even without a row."}));
}

}  // namespace tiendo::io

namespace tiendo {

Result<Dataset> read_dataset(const Package& package) {
  io::DatasetReader reader(package);
  while (reader.step(1 << 16) != io::Step::done) {
  }
  return reader.take();
}

}  // namespace tiendo
