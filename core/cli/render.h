// tiendo render: one view as it stands on the site, on standard output.
#pragma once

#include <cstddef>
#include <string>

#include "model/publication.h"

namespace tiendo {

struct RenderOptions {
  std::string view = "overview";  // "xep-hang?thang=2026-10" or a whole address, "#/vi/xep-hang"
  std::string format = "html";    // html: a document; html-fragment: the first seconds;
                                  // svg: a chart of the view; csv: a table of it
  std::size_t number = 1;         // which chart or table of the view, from 1
  std::string language;           // "vi", "en"; empty: that of the address, else Vietnamese
};

std::string view_list();  // what `view` may begin with, in both languages

// Returns the exit code: 0 written, 1 nothing of that kind in the view, 2 unusable options, of which
// one is a view that is not there.
int render(const Publication& publication, const RenderOptions& options);

}  // namespace tiendo
