// The program of the worker (shell/study_worker.mjs): how sure the ranks of a month are, in slices,
// so that the page is never blocked and can be told how far it is. It has the core alone, no
// canvas. A package comes in as into the site (io/intake); texts are freed here.
#include <emscripten.h>

#include <cstdlib>
#include <optional>
#include <string>

#include "io/dataset_reader.h"
#include "io/intake.h"
#include "io/methodology_json.h"
#include "io/study_json.h"
#include "score/rank_certainty.h"

namespace {

using namespace tiendo;

struct Study {
  std::optional<Intake> intake;
  std::optional<Dataset> dataset;
  std::optional<Methodology> methodology;
  std::optional<Robustness> robustness;  // points into the two above
};
Study self;

// The package and the methodology have been checked by the page that asks.
bool begin(const std::string& method, std::string_view month, std::string_view as_of) {
  const Package& package = self.intake->package();
  const auto at = parse_month(month);
  if (!self.intake->problems().ok() || !at) return false;
  const std::string path = "methodologies/" + method + ".json";
  const auto file = package.files.find(path);
  if (file == package.files.end()) return false;
  Result<Methodology> methodology = read_methodology(file->second, path);
  Result<Dataset> dataset = read_dataset(package);
  if (!methodology || !dataset) return false;
  self.methodology.emplace(std::move(*methodology));
  self.dataset.emplace(std::move(*dataset));
  self.robustness.emplace(*self.dataset, *self.methodology,
                          Moment{.month = *at, .as_of = parse_date(as_of)}, shown_study);
  return true;
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void study_list(char* name, double packed_bytes, double bytes) {
  if (!self.intake) self.intake.emplace("", AddressesInside::allowed);
  self.intake->list({.name = name, .packed_bytes = static_cast<std::uint64_t>(packed_bytes),
                     .bytes = static_cast<std::uint64_t>(bytes)});
  std::free(name);
}
EMSCRIPTEN_KEEPALIVE int study_plan() { return self.intake->plan(); }
EMSCRIPTEN_KEEPALIVE void study_take(int entry, char* bytes, int size) {
  const auto place = static_cast<std::size_t>(entry);
  if (self.intake->wants(place)) {
    self.intake->add(place, {bytes, static_cast<std::size_t>(size)});
    self.intake->end(place);
  }
  std::free(bytes);
}
// How many runs there are to be made; 0: there is nothing to study.
EMSCRIPTEN_KEEPALIVE int study_begin(char* method, char* month, char* as_of) {
  const bool ready = begin(method, month, as_of);
  for (char* text : {method, month, as_of}) std::free(text);
  return ready ? shown_study.runs : 0;
}
EMSCRIPTEN_KEEPALIVE int study_advance(int runs) {
  self.robustness->advance(runs);
  return self.robustness->done();
}
EMSCRIPTEN_KEEPALIVE const char* study_result() {
  static std::string text;
  text = study_json(self.robustness->study(), *self.dataset);
  return text.c_str();
}
}
