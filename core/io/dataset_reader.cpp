#include "io/dataset_reader.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <utility>

#include "io/descriptor.h"
#include "io/problems.h"
#include "io/profile.h"
#include "io/table.h"

namespace tiendo::io {
namespace {

constexpr const char* required_tables[] = {"units", "indicators", "observations", "sources"};
constexpr const char* optional_tables[] = {"targets",      "tasks",  "threads",
                                             "task_reports", "events", "databases"};

template <std::size_t count>
bool is_among(const char* const (&tables)[count], std::string_view table) {
  return std::find(std::begin(tables), std::end(tables), table) != std::end(tables);
}

class DatasetReader {
 public:
  explicit DatasetReader(const Package& package) : package_(package) {}

  Result<Dataset> read() {
    std::optional<Descriptor> descriptor = read_descriptor(package_, problems_);
    if (!descriptor) return std::move(problems_);
    check_descriptor(*descriptor);
    read_tables(*descriptor);
    DatasetTables tables = read_profile();
    tables.info = std::move(descriptor->info);
    check_info(tables.info);
    if (!problems_.ok()) return std::move(problems_);
    return {Dataset(std::move(tables)), std::move(problems_)};
  }

 private:
  void check_descriptor(const Descriptor& descriptor) {
    for (const std::string& name : descriptor.others)
      if (is_among(required_tables, name) || is_among(optional_tables, name)) report_format(name);
    const std::vector<std::string>& others = descriptor.others;
    for (const char* name : required_tables)
      if (!descriptor.find(name) && std::find(others.begin(), others.end(), name) == others.end())
        report_missing_table(name);
  }

  // Tables that the profile does not know are checked like the others: references may lead to them.
  void read_tables(Descriptor& descriptor) {
    for (Resource& resource : descriptor.resources) {
      tables_.push_back(read_table(package_, resource, problems_));
      if (resource.schema) check_table(tables_.back(), *resource.schema, problems_);
    }
    for (std::size_t i = 0; i < tables_.size(); ++i)
      if (const std::optional<TableSchema>& schema = descriptor.resources[i].schema)
        check_references(tables_[i], *schema, tables_, problems_);
  }

  DatasetTables read_profile() {
    // What is published again later is a row of its own.
    if (Table* observations = find("observations"))
      check_profile_key(*observations, {"indicator", "unit", "period", "published"}, problems_);
    if (Table* databases = find("databases"))
      check_profile_key(*databases, {"unit"}, problems_);
    keys_ = {.units = {read_keys("units")},
             .indicators = {read_keys("indicators")},
             .sources = {read_keys("sources")},
             .threads = {read_keys("threads")},
             .tasks = {read_keys("tasks")}};
    read_keys("targets");
    read_keys("events");
    DatasetTables tables;
    tables.units = read_units(find("units"), keys_, problems_);
    tables.indicators = read_indicators(find("indicators"), keys_, problems_);
    tables.sources = read_sources(find("sources"), problems_);
    tables.threads = read_threads(find("threads"), problems_);
    tables.observations = read_observations(find("observations"), keys_, problems_);
    tables.targets = read_targets(find("targets"), keys_, problems_);
    tables.tasks = read_tasks(find("tasks"), keys_, problems_);
    tables.task_reports = read_task_reports(find("task_reports"), keys_, problems_);
    tables.events = read_events(find("events"), keys_, problems_);
    tables.databases = read_databases(find("databases"), tables.units, keys_, problems_);
    tables.extras = read_extras(tables_);
    return tables;
  }

  KeyMap read_keys(const char* table) {
    KeyMap keys = io::read_keys(find(table), table, problems_);
    if (!find(table) && is_among(required_tables, table)) keys.is_unreadable = true;
    return keys;
  }

  Table* find(std::string_view name) {
    for (Table& table : tables_)
      if (table.name == name) return &table;
    return nullptr;
  }

  void check_info(const DatasetInfo& info) {
    if (keys_.indicators.is_unreadable) return;
    for (std::size_t i = 0; i < info.headline.size(); ++i)
      if (keys_.indicators.rows.count(info.headline[i]) == 0)
        problems_.add(problem::unknown_reference(
            {.file = descriptor_file, .column = "/tien-do/headline/" + std::to_string(i)},
            info.headline[i], "indicators"));
  }

  void report_format(const std::string& name) {
    problems_.add(problem::error(
        "format-error", {.file = descriptor_file, .column = "/resources"},
        problem::fill({"Bảng {0} không phải là tệp CSV.", "The table {0} is no CSV file."},
                      {problem::quoted(name)}),
        {"Lưu bảng thành tệp CSV và ghi đường dẫn vào “path”.",
         "Save the table as a CSV file and write its path in “path”."}));
  }

  void report_missing_table(const char* name) {
    problems_.add(problem::error(
        "package-error", {.file = descriptor_file, .column = "/resources"},
        problem::fill({"Gói không có bảng {0}.", "The package has no table {0}."},
                      {problem::quoted(name)}),
        {"Thêm một tệp CSV với tên bảng đó (“name”), dù chưa có dòng nào.",
         "Add a CSV file with that name of the table (“name”), even without a row."}));
  }

  const Package& package_;
  Problems problems_;
  std::deque<Table> tables_;
  ProfileKeys keys_;
};

}  // namespace
}  // namespace tiendo::io

namespace tiendo {

Result<Dataset> read_dataset(const Package& package) {
  return io::DatasetReader(package).read();
}

}  // namespace tiendo
