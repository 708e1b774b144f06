// From a package to a Dataset: descriptor, tables, keys, references. All problems are reported,
// each with file, line, column and how to mend it, under the Frictionless error names; any error
// stops the load.
#pragma once

#include <deque>
#include <memory>
#include <optional>

#include "base/result.h"
#include "io/descriptor.h"
#include "io/package.h"
#include "io/check_table.h"
#include "io/profile.h"
#include "io/table.h"
#include "io/work.h"
#include "model/dataset.h"

namespace tiendo::io {

// Reads a slice at a time, while the files arrive.
class DatasetReader : public Work {
 public:
  explicit DatasetReader(const Package& package) : package_(package) {}
  // Gives the files of tables back as soon as they have been read.
  explicit DatasetReader(Package* package) : package_(*package), released_(package) {}
  Step step(std::size_t rows_max) override;
  double share_done() const;  // of the work, 0–1, roughly
  bool has_columns() const;     // the observations have been read
  std::size_t observations_read() const { return rows_.observations.size(); }
  Result<Dataset> take();  // once it is done

 private:
  using Stage = void (DatasetReader::*)();
  static const Stage stages[];

  void read_descriptor();
  void check_descriptor();
  void plan_tables();
  void plan_checks();
  void plan_references();
  void read_what_is_referred_to();
  void plan_observations();
  void read_what_refers();
  void begin_dataset();

  KeyMap read_keys(const char* table);
  void add_own_checks(std::size_t table, TableCheck& check);
  void add_references(std::size_t table, TableCheck& check);
  void add_profile_key(Table& table, std::initializer_list<const char*> key, TableCheck& check);
  Table* find(std::string_view name);
  void check_info();
  void warn_of_capitals(const std::string& name);
  void report_format(const std::string& name);
  void report_missing_table(const char* name);
  bool waits_for_descriptor() const;

  const Package& package_;
  Package* released_ = nullptr;
  Problems problems_;
  std::size_t next_stage_ = 0;
  std::deque<std::unique_ptr<Work>> works_;  // of the stage; the first one is under way
  std::size_t works_planned_ = 0, works_done_ = 0;
  std::optional<Descriptor> descriptor_;
  std::deque<Table> tables_;  // one a resource
  ProfileKeys keys_;
  DatasetTables rows_;
  std::optional<DatasetBuilder> builder_;
};

}  // namespace tiendo::io

namespace tiendo {

Result<Dataset> read_dataset(const Package& package);

}  // namespace tiendo
