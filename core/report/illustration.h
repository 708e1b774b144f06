// The mark that invented figures carry wherever they go: on every screen, and in every file that is
// made of them. Of a dataset of real figures it is empty, and nothing is marked.
#pragma once

#include <string>

#include "chart/scene.h"
#include "model/dataset.h"

namespace tiendo {

std::string illustration_mark(const Dataset& dataset, Language language);

// CSV with a header, and a last column `illustration` that holds the mark in every row: rows are
// sorted, filtered and copied one by one.
std::string marked_csv(std::string csv, const std::string& mark);

// A chart with the mark as a line of text below it.
Scene marked_scene(Scene scene, const std::string& mark);

}  // namespace tiendo
