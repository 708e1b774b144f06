// What csv_bench.mjs measures, as a module of its own: only the loader.
#include <emscripten.h>

#include <optional>
#include <string>

#include "io/dataset_reader.h"

namespace {
tiendo::Package package;
}

extern "C" {

// Memory of `size` bytes for the file `name`, to be filled by the page.
EMSCRIPTEN_KEEPALIVE char* bench_file(const char* name, std::size_t size) {
  std::string& bytes = package.files[name];
  bytes.resize(size);
  return bytes.data();
}

EMSCRIPTEN_KEEPALIVE int bench_dataset();
EMSCRIPTEN_KEEPALIVE int bench_columns() { return bench_dataset(); }  // todo

// The whole Dataset; how many observations it has, -1 where the package has errors.
EMSCRIPTEN_KEEPALIVE int bench_dataset() {
  const tiendo::Result<tiendo::Dataset> dataset = tiendo::read_dataset(package);
  return dataset ? static_cast<int>(dataset->observations().size()) : -1;
}
}

int main() { return 0; }
