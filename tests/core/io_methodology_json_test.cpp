#include "io/methodology_json.h"

#include <gtest/gtest.h>

#include "make_package.h"
#include "read_package.h"

namespace tiendo {
namespace {

using test::Lines;

std::string with_root(const std::string& root) {
  return R"({"id": "m", "version": "1", "name": {"vi": "M"}, "units": ["province"], "root": )" +
         root + "}";
}

Lines problems_of(const std::string& json) {
  return test::summary(read_methodology(json, "m.json").problems());
}
Lines problems_of_root(const std::string& root) { return problems_of(with_root(root)); }

const std::string leaf = R"("id": "a", "name": "A", "indicator": "x")";

TEST(MethodologyJson, ReadsAllThatAreShipped) {
  int read = 0;
  for (const auto& [path, bytes] : test::read_package("viet-nam").files) {
    if (path.rfind("methodologies/", 0) != 0) continue;
    const Result<Methodology> methodology = read_methodology(bytes, path);
    EXPECT_EQ(test::summary(methodology.problems()), Lines()) << path;
    ASSERT_TRUE(methodology);
    EXPECT_EQ("methodologies/" + methodology->id + ".json", path);
    ++read;
  }
  EXPECT_GE(read, 2);
}

TEST(MethodologyJson, ReadsEveryPart) {
  const Result<Methodology> read = read_methodology(R"({
    "id": "m", "version": "2.0", "name": {"vi": "Tên", "en": "Name"}, "description": "Mô tả",
    "notes": [{"vi": "một", "en": "one"}, "hai"], "units": ["province", "ministry"],
    "rank_decimals": 3,
    "bands": [{"from": 50, "name": {"vi": "Đạt"}, "confirmed": true}, {"from": 0, "name": "Yếu"}],
    "published_total": "tong",
    "root": {"id": "r", "name": "R", "missing": "fail", "coverage_min": 0.5, "children": [
      {"id": "a", "name": "A", "weight": 2, "indicator": "x",
       "normalise": {"method": "goalposts", "lower": 10, "upper": 20}},
      {"id": "b", "name": "B", "weight": 0, "indicator": "y",
      "normalise": {"method": "attainment", "cap": 120}},
      {"id": "c", "name": "C", "targets": {"cap": 90}},
      {"id": "d", "name": "D", "tasks": {"deadline": "original", "points":
        {"done_on_time": null, "done_late": {"start": 90, "per_day": 0.5, "floor": 10},
        "overdue": 20,
         "unconfirmed": 0, "in_progress": null}}}]}})",
                                                    "m.json");
  ASSERT_TRUE(read) << test::summary(read.problems()).at(0);
  const Methodology& method = *read;
  EXPECT_EQ(method.version, "2.0");
  EXPECT_EQ(method.name.en, "Name");
  EXPECT_EQ(method.notes[1].vi, "hai");
  EXPECT_EQ(method.units, (std::vector<UnitKind>{UnitKind::province, UnitKind::ministry}));
  EXPECT_EQ(method.rank_decimals, 3);
  EXPECT_TRUE(method.bands[0].confirmed);
  EXPECT_FALSE(method.bands[1].confirmed);
  EXPECT_EQ(method.published_total, "tong");
  const auto& group = std::get<GroupRule>(method.root.rule);
  EXPECT_EQ(group.missing, MissingRule::fail);
  EXPECT_EQ(group.coverage_min, 0.5);
  ASSERT_EQ(group.children.size(), 4u);
  EXPECT_EQ(group.children[0].weight, 2);
  EXPECT_EQ(group.children[2].weight, 1);
  const auto& goalposts =
      std::get<Goalposts>(std::get<IndicatorRule>(group.children[0].rule).normalisation);
  EXPECT_EQ(goalposts.lower, 10);
  EXPECT_EQ(goalposts.upper, 20);
  EXPECT_EQ(std::get<Attainment>(std::get<IndicatorRule>(group.children[1].rule).normalisation).cap,
            120);
  EXPECT_EQ(std::get<TargetsRule>(group.children[2].rule).cap, 90);
  const auto& tasks = std::get<TasksRule>(group.children[3].rule);
  EXPECT_EQ(tasks.deadline, DeadlineRule::original);
  EXPECT_EQ(tasks.points.done_on_time, std::nullopt);
  EXPECT_EQ(tasks.points.done_late->per_day, 0.5);
  EXPECT_EQ(tasks.points.overdue->start, 20);
  EXPECT_EQ(tasks.points.overdue->floor, 20);
  EXPECT_EQ(tasks.points.unconfirmed, 0);
}

TEST(MethodologyJson, ListsAllProblemsOfADocument) {
  EXPECT_EQ(problems_of("{}"),
            Lines(5, "methodology-error m.json"));  // id, version, name, units, root
  EXPECT_EQ(problems_of("{\n\n\"id\": }"), (Lines{"methodology-error m.json:3"}));
  EXPECT_EQ(problems_of("[]"), (Lines{"methodology-error m.json"}));
  EXPECT_EQ(
      problems_of(R"({"id": 7, "version": "1", "name": "M", "units": ["city"], "rank_decimals": -1,
      "bands": [{"from": 50, "name": "a"}, {"from": 60, "name": "b"}, {"name": "c"}],
      "root": {)" +
                  leaf + R"(, "normalise": {"method": "share"}}})"),
      (Lines{"methodology-error m.json /id", "methodology-error m.json",
             "methodology-error m.json /units/0", "methodology-error m.json",
             "methodology-error m.json /rank_decimals", "methodology-error m.json /bands/1",
             "methodology-error m.json /bands/2"}));
}

TEST(MethodologyJson, RefusesUnknownMethodsAndRules) {
  EXPECT_EQ(problems_of_root("{" + leaf + R"(, "normalise": {"method": "zscore"}})"),
            (Lines{"methodology-error m.json /root/normalise/method"}));
  EXPECT_EQ(problems_of_root("{" + leaf + "}"), (Lines{"methodology-error m.json /root"}));
  EXPECT_EQ(
      problems_of_root("{" + leaf + R"(, "normalise": {"method": "goalposts", "lower": 100}})"),
      (Lines{"methodology-error m.json /root/normalise"}));
  EXPECT_EQ(
      problems_of_root(R"({"id": "r", "name": "R", "aggregate": "median", "missing": "mean",
      "coverage_min": 1.5, "children": [{)" +
                       leaf + R"(, "normalise": {"method": "min_max"}}]})"),
      (Lines{"methodology-error m.json /root/aggregate", "methodology-error m.json /root/missing",
             "methodology-error m.json /root/coverage_min"}));
  EXPECT_EQ(problems_of_root(R"({"id": "r", "name": "R", "tasks": {"points":
      {"in_progress": 50, "late": 1, "overdue": {"start": 10, "floor": 20},
      "unconfirmed": 101}}})"),
            (Lines{"methodology-error m.json /root/tasks/points/late",
                   "methodology-error m.json /root/tasks/points/in_progress",
                   "methodology-error m.json /root/tasks/points/overdue",
                   "methodology-error m.json /root/tasks/points/unconfirmed"}));
}

TEST(MethodologyJson, RefusesWhatItWouldHaveToPassOver) {
  EXPECT_EQ(
      problems_of_root("{" + leaf + R"(, "penalties": [], "normalise": {"method": "share"}})"),
      (Lines{"methodology-error m.json /root/penalties"}));
}

TEST(MethodologyJson, RefusesAPartOfAMonth) {
  const auto problems_of_age = [](const std::string& months) {
    std::string json = with_root("{" + leaf + R"(, "normalise": {"method": "share"}})");
    json.insert(1, R"("prepare": [{"step": "impute", "method": "carry_forward",
                                   "max_age_months": )" + months + "}], ");
    return problems_of(json);
  };
  EXPECT_EQ(problems_of_age("2"), Lines());
  EXPECT_EQ(problems_of_age("2.5"),
            (Lines{"methodology-error m.json /prepare/0/max_age_months"}));
}

TEST(MethodologyJson, RefusesANodeThatIsTwoThingsOrNone) {
  EXPECT_EQ(problems_of_root("{" + leaf + R"(, "normalise": {"method": "share"}, "targets": {}})"),
            (Lines{"methodology-error m.json /root"}));
  EXPECT_EQ(problems_of_root(R"({"id": "r", "name": "R"})"),
            (Lines{"methodology-error m.json /root"}));
}

TEST(MethodologyJson, RefusesWeightsAndIdsThatMakeNoSense) {
  const auto child = [](const char* id, const char* weight) {
    return std::string("{\"id\": \"") + id + "\", \"name\": \"N\", \"weight\": " + weight +
           ", \"targets\": {}}";
  };
  const auto group = [](const std::string& children) {
    return R"({"id": "r", "name": "R", "children": [)" + children + "]}";
  };
  EXPECT_EQ(problems_of_root(group(child("a", "-1") + "," + child("b", "1"))),
            (Lines{"methodology-error m.json /root/children/0/weight"}));
  EXPECT_EQ(problems_of_root(group(child("a", "0") + "," + child("b", "0"))),
            (Lines{"methodology-error m.json /root/children"}));
  EXPECT_EQ(problems_of_root(group("")), (Lines{"methodology-error m.json /root/children"}));
  EXPECT_EQ(problems_of_root(group(child("a", "1") + "," + child("r", "1"))),
            (Lines{"methodology-error m.json /root/children/1"}));
}

TEST(MethodologyJson, RefusesATreeDeeperThanSixteenLevels) {
  const auto nested = [](int levels) {
    std::string json = R"({"id": "leaf", "name": "L", "targets": {}})";
    for (int level = 1; level < levels; ++level)
      json =
          R"({"id": "n)" + std::to_string(level) + R"(", "name": "N", "children": [)" + json + "]}";
    return json;
  };
  EXPECT_EQ(problems_of_root(nested(16)), Lines());
  EXPECT_EQ(problems_of_root(nested(17)).size(), 1u);
  EXPECT_EQ(problems_of_root(nested(3000)).size(), 1u);
}

}  // namespace
}  // namespace tiendo
