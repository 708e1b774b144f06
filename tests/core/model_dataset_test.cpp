#include "model/dataset.h"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

Period on(const char* text) { return *parse_period(text); }

DatasetTables tables() {
  DatasetTables tables;
  for (const char* key : {"quoc-gia", "hue", "ha-noi"}) tables.units.push_back({.key = key});
  for (const char* key : {"a", "b"}) tables.indicators.push_back({.key = key});
  tables.sources = {{.key = "cu", .date = on("2025-01")}, {.key = "moi", .date = on("2025-06")},
                    {.key = "khong-ngay"}};
  return tables;
}

Observation observed(std::uint32_t indicator, std::uint32_t unit, const char* period, double value,
                     std::uint32_t source = 2) {
  return {.indicator = {indicator}, .unit = {unit}, .period = on(period), .value = value,
          .evidence = {.source = {source}}};
}

TEST(Dataset, FindsRowsByTheirKeys) {
  const Dataset dataset(tables());
  EXPECT_EQ(dataset.find_unit("hue"), UnitId{1});
  EXPECT_EQ(dataset.find_unit("Hue"), std::nullopt);
  EXPECT_EQ(dataset.find_indicator("b"), IndicatorId{1});
  EXPECT_EQ(dataset.find_source("moi"), SourceId{1});
  EXPECT_EQ(dataset.find_task("x"), std::nullopt);
  EXPECT_EQ(dataset[UnitId{1}].key, "hue");
}

TEST(Dataset, OrdersObservationsByPeriodThenByPublication) {
  DatasetTables rows = tables();
  Observation published = observed(0, 1, "2025-01-15", 7);
  published.published = on("2025-03");
  rows.observations = Observations(
      {observed(0, 1, "2025-03", 1), observed(0, 1, "2024", 2), observed(1, 1, "2023", 3),
       observed(0, 1, "2025-01-15", 4, 1), observed(0, 1, "2025-01-15", 5, 0),
       observed(0, 0, "2020", 6), published});
  const Dataset dataset(std::move(rows));
  std::vector<double> values;
  for (const ObservationId id : dataset.observations_of({0}, {1}))
    values.push_back(*dataset[id].value);
  EXPECT_EQ(values, (std::vector<double>{2, 5, 7, 4, 1}));
  EXPECT_TRUE(dataset.observations_of({1}, {2}).empty());
  EXPECT_EQ(dataset.units_observed({0}), (std::vector<UnitId>{{0}, {1}}));
}

// A slice is as short as it was asked to be, even where all rows are of one indicator.
TEST(Dataset, IsMadeInSlicesOfAFewRows) {
  DatasetTables rows = tables();
  std::vector<Observation> observations;
  for (std::uint32_t i = 0; i < 60; ++i)
    observations.push_back(observed(0, i % 3, i % 2 ? "2025-01" : "2024-01", i));
  rows.observations = Observations(observations);
  const Dataset whole(rows);
  DatasetBuilder builder(std::move(rows));
  std::size_t steps = 1;
  while (builder.step(10)) ++steps;
  EXPECT_GE(steps, 3 * 6 + 3u);
  const Dataset dataset = builder.take();
  for (std::uint32_t unit = 0; unit < 3; ++unit) {
    std::vector<std::uint32_t> found, expected;
    for (const ObservationId id : dataset.observations_of({0}, {unit})) found.push_back(id.index);
    for (const ObservationId id : whole.observations_of({0}, {unit})) expected.push_back(id.index);
    EXPECT_EQ(found, expected);
    EXPECT_EQ(found.size(), 20u);
  }
}

TEST(Dataset, StaysWholeWhenItIsMoved) {
  DatasetTables rows = tables();
  rows.observations = Observations({observed(0, 1, "2025", 1)});
  Dataset first(std::move(rows));
  const Dataset second = std::move(first);
  EXPECT_EQ(second.observations_of({0}, {1}).size(), 1u);
}

TEST(Dataset, OrdersTargetsByWhenTheyWerePromised) {
  DatasetTables rows = tables();
  const auto promise = [&](double value, std::optional<Period> set_on, std::uint32_t source) {
    rows.targets.push_back({.key = std::to_string(rows.targets.size()),
                            .indicator = {0},
                            .unit = {1},
                            .value = value,
                            .set_on = set_on,
                            .evidence = {.source = {source}}});
  };
  promise(3, on("2025-12"), 0);
  promise(2, {}, 1);
  promise(1, {}, 0);
  const Dataset dataset(std::move(rows));
  std::vector<double> values;
  for (const TargetId id : dataset.targets_of({0}, {1})) values.push_back(dataset[id].value);
  EXPECT_EQ(values, (std::vector<double>{1, 2, 3}));
  EXPECT_TRUE(dataset.targets_of({0}, {0}).empty());
}

TEST(Dataset, FindsTheTasksOfAUnitAndTheirReports) {
  DatasetTables rows = tables();
  rows.tasks = {{.key = "t0", .leads = {{1}, {2}}},
                {.key = "t1", .leads = {{0}}, .coordinating = {{1}}}};
  rows.task_reports = {{.task = {0}, .date = on("2025-07")}, {.task = {1}, .date = on("2025-01")},
                       {.task = {0}, .date = on("2025-02-03")}};
  const Dataset dataset(std::move(rows));
  EXPECT_EQ(dataset.tasks_led_by({1}), std::vector<TaskId>{{0}});
  const auto reports = dataset.reports_of({0});
  ASSERT_EQ(reports.size(), 2u);
  EXPECT_EQ(iso(reports[0]->date), "2025-02-03");
}

TEST(DatasetDeathTest, RefusesRowsThatLeadNowhere) {
  DatasetTables rows = tables();
  rows.observations = Observations({observed(0, 9, "2025", 1)});
  EXPECT_DEATH_IF_SUPPORTED(Dataset{std::move(rows)}, "check failed");
}

}  // namespace
}  // namespace tiendo
