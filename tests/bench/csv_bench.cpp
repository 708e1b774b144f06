// What csv_bench.mjs measures, as a module of its own: only the loader.
#include <emscripten.h>

#include <algorithm>
#include <string>
#include <utility>

#include "io/dataset_reader.h"

namespace {

using namespace tiendo;

constexpr std::size_t slice_rows = 2000;

Package package;
double longest_ms = 0;

enum class Until { columns, dataset };

// In slices, as the site does it.
io::DatasetReader& read(Until until) {
  static io::DatasetReader reader(&package);
  for (bool more = true; more && !(until == Until::columns && reader.has_columns());) {
    const double start = emscripten_get_now();
    more = reader.step(slice_rows) == io::Step::more;
    longest_ms = std::max(longest_ms, emscripten_get_now() - start);
  }
  return reader;
}

}  // namespace

extern "C" {

// Memory of `size` bytes for the file `name`, to be filled by the page.
EMSCRIPTEN_KEEPALIVE char* bench_file(const char* name, std::size_t size) {
  std::string& bytes = package.files[name];
  bytes.resize(size);
  return bytes.data();
}

// Up to checked columns: types, constraints, keys and references are checked, and the observations
// stand in columns. How many there are.
EMSCRIPTEN_KEEPALIVE int bench_columns() {
  return static_cast<int>(read(Until::columns).observations_read());
}

// The whole Dataset; -1 where the package has errors.
EMSCRIPTEN_KEEPALIVE int bench_dataset() {
  const Result<Dataset> dataset = read(Until::dataset).take();
  return dataset ? static_cast<int>(dataset->observations().size()) : -1;
}

EMSCRIPTEN_KEEPALIVE double bench_longest_slice_ms() { return longest_ms; }
}

int main() { return 0; }
