// The fuzzer's entry over the fixtures and so many mutations of each, the same ones every time.
#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;
constexpr int mutations = 40;  // of each file

std::vector<std::string> corpus() {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator("tests/fixtures")) {
    if (!entry.is_regular_file() || entry.file_size() > 4000) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return files;
}

class Dice {  // a linear congruential generator (D. Knuth's constants)
 public:
  std::size_t operator()(std::size_t sides) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state_ >> 33) % sides;
  }

 private:
  std::uint64_t state_ = 20261125;
};

std::string mutated(std::string text, Dice& dice) {
  constexpr char signs[] = "\",\n\r{}[]:;\\0\xff\xc3-\0";
  for (std::size_t i = 0, count = 1 + dice(4); i < count && !text.empty(); ++i) {
    const std::size_t place = dice(text.size());
    switch (dice(4)) {
      case 0: text[place] = static_cast<char>(dice(256)); break;
      case 1: text[place] = signs[dice(sizeof signs)]; break;
      case 2: text.erase(place, 1 + dice(20)); break;
      default: text.insert(place, text.substr(dice(text.size()), 1 + dice(20)));
    }
  }
  return text;
}

TEST(Fuzz, NoFileAndNoMutationOfOneBreaksTheLoader) {
  Dice dice;
  const std::vector<std::string> files = corpus();
  ASSERT_GT(files.size(), 30u);
  for (const std::string& file : files)
    for (int i = 0; i < mutations; ++i) {
      const std::string input = static_cast<char>(dice(6)) + (i == 0 ? file : mutated(file, dice));
      LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
    }
}

}  // namespace
