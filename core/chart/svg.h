// A Scene as a stand-alone or an inline SVG. Inks become CSS classes ("ink-accent") that set
// `color`, so that a page's style sheet themes it; a stand-alone file carries the light theme and
// its background.
//
// The same Scene gives the same bytes everywhere: numbers are rounded to a tenth of a pixel, no
// locale is asked. Text is escaped; control characters that XML forbids are left out.
#pragma once

#include <string>

#include "chart/palette.h"
#include "chart/scene.h"

namespace tiendo {

enum class SvgUse : unsigned char { inline_in_page, stand_alone };

std::string to_svg(const Scene& scene, const std::string& title, const std::string& description,
                   SvgUse use);

const char* ink_class(Ink ink);          // "ink-line-strong"
std::string ink_style_sheet(Theme theme);  // ".ink-text{color:#15202e}…", a rule an ink

}  // namespace tiendo
