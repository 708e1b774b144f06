// Whatever bytes a publisher sends, the loader ends with a package or with problems in words. The entry
// is libFuzzer's; core/io_fuzz_test runs it over a corpus in every test run. To search on with clang:
//   clang++ -std=c++20 -fsanitize=fuzzer,address,undefined -fno-exceptions -Icore -Itests
//     -Ibuild/native/generated -isystem build/third_party/include -DJSON_NOEXCEPTION
//     tests/fuzz/package_fuzzer.cpp core/{base,model,io}/*.cpp -o build/package_fuzzer
//   build/package_fuzzer -max_len=65536 tests/fixtures/*
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/text.h"
#include "core/make_package.h"
#include "io/problem_report.h"
#include "io/publication_reader.h"

using namespace tiendo;

namespace {

// The first byte says which file the others are.
const char* const targets[] = {"datapackage.json", "units.csv", "indicators.csv",
                               "observations.csv", "sources.csv"};
constexpr std::size_t target_count = sizeof targets / sizeof *targets;

void check_report(const Problems& problems, bool has_value) {
  check(has_value == problems.ok());
  check(problems.listed.size() <= Problems::listed_max);
  check(!find_invalid_utf8(to_json(problems)).has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % (target_count + 1) == target_count) {
    const Result<Publication> publication = read_publication(std::string_view(bytes));
    check_report(publication.problems(), static_cast<bool>(publication));
    return 0;
  }
  Package package = test::PackageMaker().make();
  package.files[targets[data[0] % (target_count + 1)]] = bytes;
  const Result<Publication> publication = read_publication(package);
  check_report(publication.problems(), static_cast<bool>(publication));
  return 0;
}
