#include "report/illustration.h"

#include "report/phrases.h"
#include "report/table_csv.h"

namespace tiendo {

std::string illustration_mark(const Dataset& dataset, Language language) {
  return dataset.info().illustration ? say(language, Word::site_illustration) : std::string();
}

std::string marked_csv(std::string csv, const std::string& mark) {
  if (mark.empty()) return csv;
  const std::string mark_cell = "," + csv_field(mark);
  std::string marked, cell = ",illustration";
  bool is_quoted = false;
  for (const char c : csv) {
    is_quoted ^= c == '"';
    if (c == '\n' && !is_quoted) {
      marked += cell;
      cell = mark_cell;
    }
    marked += c;
  }
  return marked;
}

Scene marked_scene(Scene scene, const std::string& mark) {
  if (mark.empty()) return scene;
  constexpr float height = 32;
  scene.marks.push_back(TextMark{.at = {0, scene.height + 22}, .text = mark,
                                 .weight = Weight::bold, .ink = Ink::accent});
  scene.height += height;
  return scene;
}

}  // namespace tiendo
