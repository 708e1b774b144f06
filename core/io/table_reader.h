// Reads the files of a resource as one table, while their bytes arrive. Header and shape of the rows
// are checked; what cells mean is not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/csv.h"
#include "io/descriptor.h"
#include "io/table.h"
#include "io/work.h"

namespace tiendo::io {

class TableReader : public Work {
 public:
  // All of these must outlive the reader; rows in place are moved out of the resource.
  TableReader(const Package& package, Resource& resource, Table& table, Problems& problems);
  Step step(std::size_t rows_max) override;

 private:
  Step open();
  Step read_text(std::size_t rows_max);
  void begin_rows();
  Step shape_rows(std::size_t rows_max);
  bool is_blank(std::size_t row);
  void check_shape(std::size_t row);

  std::size_t header_height() const;
  std::size_t place_of_row(int number) const;
  std::vector<std::string> labels_of(const CsvFile& csv) const;
  char other_delimiter() const;
  int header_below_title(const CsvFile& csv) const;
  std::string file_alike(const std::string& path) const;
  std::optional<Problem> problem_of_header(const TablePart& part) const;
  void give_up();
  std::size_t read_header(const CsvFile& csv);
  Place place_of_label(const std::string& label) const;
  Field field_of(const std::string& label);

  const Package& package_;
  Resource& resource_;
  Table& table_;
  Problems& problems_;
  Step (TableReader::*stage_)(std::size_t rows_max) = nullptr;  // null: open the next file
  std::size_t next_path_ = 0;
  std::optional<CsvReader> csv_reader_;
  Problems csv_problems_;  // of a file that may turn out not to be of its encoding
  std::size_t next_row_ = 0, kept_rows_ = 0;
  std::vector<std::string> labels_;
  Place header_place_;
  bool has_columns_ = false;
};

}  // namespace tiendo::io
