#include "io/intake.h"

#include <gtest/gtest.h>

#include "io/dataset_reader.h"
#include "make_package.h"

namespace tiendo {
namespace {

using test::Lines;

// Lists all files of a package below `folder`, then hands over those that are wanted.
Result<Package> taken(const Package& package, const std::string& folder, AddressesInside inside) {
  Intake intake("goi", inside);
  for (const auto& [name, bytes] : package.files)
    intake.list({.name = name.find("://") == std::string::npos ? folder + name : name,
                 .packed_bytes = bytes.size(), .bytes = bytes.size()});
  if (intake.plan()) {
    std::size_t entry = 0;
    for (const auto& [name, bytes] : package.files) {
      if (intake.wants(entry)) intake.take(entry, bytes);
      ++entry;
    }
  }
  return intake.finish();
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

TEST(Intake, RefusesWhatClimbsBeforeAByteIsTaken) {
  Intake intake("goi.zip", AddressesInside::allowed);
  intake.list({.name = "../datapackage.json", .packed_bytes = 1, .bytes = 1});
  EXPECT_FALSE(intake.plan());
  EXPECT_EQ(test::summary(intake.finish().problems()), (Lines{"resource-error goi.zip"}));
}

TEST(Intake, SaysWhyNothingArrived) {
  Intake intake("https://a.vn/b.zip", AddressesInside::allowed);
  intake.refuse("answer", "404");
  const Result<Package> nothing = intake.finish();
  ASSERT_FALSE(nothing);
  const Problem& problem = nothing.problems().listed.front();
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
}

}  // namespace
}  // namespace tiendo
