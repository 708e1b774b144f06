#include "io/intake.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "io/dataset_reader.h"
#include "io/publication_reader.h"
#include "make_package.h"

namespace tiendo {
namespace {

using test::Lines;

// Lists all files of a package below `folder`, then hands over those that are wanted, in pieces.
Result<Package> taken(const Package& package, const std::string& folder, AddressesInside inside,
                      const ArchiveLimits& limits = {}) {
  Intake intake("goi", inside, limits);
  for (const auto& [name, bytes] : package.files) {
    const bool is_address = name.find("://") != std::string::npos;  // whose size nobody states
    intake.list({.name = is_address ? name : folder + name,
                 .packed_bytes = is_address ? 0 : bytes.size(),
                 .bytes = is_address ? 0 : bytes.size()});
  }
  std::size_t entry = 0;
  const bool is_planned = intake.plan();
  for (const auto& [name, bytes] : package.files) {
    if (is_planned && intake.wants(entry)) {
      for (std::size_t at = 0; at < bytes.size(); at += 100)
        intake.add(entry, std::string_view(bytes).substr(at, 100));
      intake.end(entry);
    }
    ++entry;
  }
  if (!intake.problems().ok()) return intake.problems();
  EXPECT_TRUE(intake.package().arriving.empty());
  return intake.package();
}

// The tables arrive in this order, in pieces, and are read meanwhile.
Lines problems_in_order(const Package& package, Lines order) {
  Intake intake("goi", AddressesInside::allowed);
  order.insert(order.begin(), "datapackage.json");
  for (const std::string& name : order) intake.list({.name = name});
  EXPECT_TRUE(intake.plan());
  PublicationReader reader(&intake.package());
  const auto read_on = [&] {
    while (reader.step(1) == PublicationReader::State::reading) {
    }
  };
  for (std::size_t entry = 0; entry < order.size(); ++entry) {
    const auto file = package.files.find(order[entry]);
    read_on();
    if (file == package.files.end()) {
      intake.lacks(entry);
      continue;
    }
    for (std::size_t at = 0; at < file->second.size(); at += 5) {
      intake.add(entry, std::string_view(file->second).substr(at, 5));
      read_on();
    }
    intake.end(entry);
  }
  read_on();
  return test::summary(reader.take().problems());
}

TEST(Intake, TakesThePackageOutOfItsFolder) {
  const Package package = test::PackageMaker().make();
  const Result<Package> found = taken(package, "tai-ve/goi/", AddressesInside::refused);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->files, package.files);
}

TEST(Intake, WantsNoHiddenFile) {
  Intake intake("goi", AddressesInside::refused);
  intake.list({.name = "datapackage.json", .packed_bytes = 1, .bytes = 1});
  intake.list({.name = ".git/config", .packed_bytes = 1, .bytes = 1});
  ASSERT_TRUE(intake.plan());
  EXPECT_TRUE(intake.wants(0));
  EXPECT_FALSE(intake.wants(1));
  EXPECT_FALSE(intake.wants(2));
}

TEST(Intake, MakesRoomOnceForAFileWhoseSizeIsKnownLate) {
  Intake intake("goi", AddressesInside::allowed, {.bytes = 5000});
  for (const char* name : {"a.csv", "b.csv"}) intake.list({.name = name});
  ASSERT_TRUE(intake.plan());
  intake.expect(0, 5000);
  intake.expect(1, 5001);  // more than may come in: it is refused when it comes
  EXPECT_GE(intake.package().files["a.csv"].capacity(), 5000u);
  EXPECT_LT(intake.package().files["b.csv"].capacity(), 5000u);
  EXPECT_TRUE(intake.package().is_arriving("a.csv"));
}

TEST(Intake, RefusesWhatClimbsBeforeAByteIsTaken) {
  Intake intake("goi.zip", AddressesInside::allowed);
  intake.list({.name = "../datapackage.json", .packed_bytes = 1, .bytes = 1});
  EXPECT_FALSE(intake.plan());
  EXPECT_EQ(test::summary(intake.problems()), (Lines{"resource-error goi.zip"}));
}

TEST(Intake, SaysWhyNothingArrived) {
  Intake intake("https://a.vn/b.zip", AddressesInside::allowed);
  intake.refuse("answer", "404");
  ASSERT_FALSE(intake.problems().ok());
  const Problem& problem = intake.problems().listed.front();
  EXPECT_EQ(problem.place.file, "https://a.vn/b.zip");
  EXPECT_EQ(problem.message.en,
            "The server did not give “https://a.vn/b.zip”: it answered 404.");
}

// A part at another address is read only where the reader opened the package by address.
TEST(Intake, PartsAtOtherAddressesNeedAPackageOpenedByAddress) {
  test::PackageMaker maker;
  Package package = maker.make();
  const std::string address = "https://a.vn/sources.csv";
  std::string& descriptor = package.files["datapackage.json"];
  descriptor.replace(descriptor.find("sources.csv"), 11, address);
  package.files[address] = package.files["sources.csv"];
  package.files.erase("sources.csv");

  const Result<Package> by_address = taken(package, "", AddressesInside::allowed);
  ASSERT_TRUE(by_address);
  EXPECT_TRUE(read_dataset(*by_address));
  EXPECT_FALSE(taken(package, "", AddressesInside::refused));

  Intake without("goi", AddressesInside::allowed);  // the address answers that there is nothing
  std::size_t entry = 0;
  for (const auto& [name, bytes] : package.files) without.list({.name = name});
  ASSERT_TRUE(without.plan());
  for (const auto& [name, bytes] : package.files) {
    name == address ? without.lacks(entry)
                    : (without.add(entry, bytes), without.end(entry));
    ++entry;
  }
  EXPECT_EQ(test::summary(read_dataset(without.package()).problems()).front(),
            "scheme-error " + address);
}

// A schema of another name than *.json comes before the tables all the same, and from elsewhere too.
TEST(Intake, ReadsASchemaBeforeTheTablesWhateverItIsCalled) {
  for (const std::string schema : {"units.schema", "https://a.vn/units"}) {
    test::PackageMaker maker;
    maker.describe("units", "\"schema\": \"" + schema + "\"");
    Package package = maker.make();
    package.files[schema] = R"({"fields": [{"name": "id"}, {"name": "name"}, {"name": "name@en"},
        {"name": "kind", "constraints": {"enum": ["province"]}}]})";
    const Lines tables = {"units.csv", "indicators.csv", "observations.csv", "sources.csv"};
    Lines order = tables;
    order.insert(order.begin(), schema);
    EXPECT_EQ(problems_in_order(package, order), (Lines{"constraint-error units.csv:2 kind"}));
  }
}

TEST(Intake, CountsTheBytesOfPartsWhoseSizeNobodyStated) {
  test::PackageMaker maker;
  Package package = maker.make();
  std::size_t bytes = 0;
  for (const auto& [name, content] : package.files) bytes += content.size();
  package.files["https://a.vn/them.csv"] = std::string(1000, 'x');
  EXPECT_TRUE(taken(package, "", AddressesInside::allowed, {.bytes = bytes + 1000}));
  const Result<Package> more = taken(package, "", AddressesInside::allowed, {.bytes = bytes + 999});
  EXPECT_EQ(test::summary(more.problems()), (Lines{"source-error goi"}));
  EXPECT_FALSE(taken(package, "", AddressesInside::allowed, {.entries = package.files.size() - 1}));
}

TEST(Intake, WhatIsNotToBeHadIsReportedByWhoReadsThePackage) {
  Intake intake("goi", AddressesInside::allowed);
  const Package package = test::PackageMaker().make();
  for (const auto& [name, bytes] : package.files) intake.list({.name = name});
  ASSERT_TRUE(intake.plan());
  std::size_t entry = 0;
  for (const auto& [name, bytes] : package.files) {
    if (name == "units.csv") {
      intake.lacks(entry);
    } else {
      intake.add(entry, bytes);
      intake.end(entry);
    }
    ++entry;
  }
  EXPECT_EQ(test::summary(read_dataset(intake.package()).problems()).front(),
            "scheme-error units.csv");
}

// The tables in every order, each one first, last and in between: what is broken is found while the
// others arrive, or when nothing else does.
TEST(Intake, ReadsTheSameInWhateverOrderTablesArriveBreakOrLack) {
  const Package package = test::PackageMaker().make();
  Lines order = {"indicators.csv", "observations.csv", "sources.csv", "units.csv"};
  do {
    for (const std::string& odd : order) {
      for (const bool is_lacking : {false, true}) {
        Package expected = package;
        is_lacking ? void(expected.files.erase(odd)) : void(expected.files[odd] += "\xE0\n and so on\n");
        EXPECT_EQ(problems_in_order(expected, order),
                  test::summary(read_publication(expected).problems()));
      }
    }
  } while (std::next_permutation(order.begin(), order.end()));
}

}  // namespace
}  // namespace tiendo
