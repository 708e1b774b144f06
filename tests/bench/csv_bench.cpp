// What csv_bench.mjs measures, as a module of its own: only the loader.
#include <emscripten.h>

#include <algorithm>
#include <string>
#include <utility>

#include "io/dataset_reader.h"

namespace {

using namespace tiendo;

constexpr std::size_t slice_rows = 500, piece_bytes = 1 << 16;

Package package;
char piece[piece_bytes];
double longest_ms = 0;

io::DatasetReader& reader() {
  static io::DatasetReader one(&package);
  return one;
}

enum class Until { columns, dataset };

// In slices, as the site does it.
void read(Until until) {
  for (bool more = true; more && !(until == Until::columns && reader().has_columns());) {
    const double start = emscripten_get_now();
    more = reader().step(slice_rows) == io::Step::more;
    longest_ms = std::max(longest_ms, emscripten_get_now() - start);
  }
}

}  // namespace

extern "C" {

// A file of this size begins to arrive. All of them are announced before the first piece comes.
EMSCRIPTEN_KEEPALIVE void bench_file(const char* name, std::size_t size) {
  package.begin(name, size);
}
// Where the page puts the next piece of the file `name`, of up to `bench_piece_bytes`.
EMSCRIPTEN_KEEPALIVE char* bench_piece() { return piece; }
EMSCRIPTEN_KEEPALIVE int bench_piece_bytes() { return static_cast<int>(piece_bytes); }
// It is there: what can be read is read.
EMSCRIPTEN_KEEPALIVE void bench_add(const char* name, std::size_t size) {
  package.add(name, {piece, size});
  read(Until::columns);
}
EMSCRIPTEN_KEEPALIVE void bench_end(const char* name) { package.end(name); }

// Up to checked columns: types, constraints, keys and references are checked, and the observations
// stand in columns. How many there are.
EMSCRIPTEN_KEEPALIVE int bench_columns() {
  read(Until::columns);
  return static_cast<int>(reader().observations_read());
}

// The whole Dataset; -1 where the package has errors.
EMSCRIPTEN_KEEPALIVE int bench_dataset() {
  read(Until::dataset);
  const Result<Dataset> dataset = reader().take();
  return dataset ? static_cast<int>(dataset->observations().size()) : -1;
}

EMSCRIPTEN_KEEPALIVE double bench_longest_slice_ms() { return longest_ms; }
}

int main() { return 0; }
