// A Page as semantic HTML: headings, landmarks, tables, figures with inline SVG. It is what stands
// on screen before the canvas does, what stays when the canvas cannot be had, and the print form.
//
// No styles and no scripts, so that it stands under the site's policy; classes (shell/page.css):
//   .site > .masthead (.brand .tagline, nav.tabs, nav.menu, a.language) .illustration .page .foot
//   .page > h1, .lede, blocks; .headline beside .page where only the first seconds are asked for
//   .stats > .stat[.silent] (.label .number .unit .line .note) .choices > nav.tabs .segmented .menu
//   .figure > svg, figcaption      .quote > blockquote, figcaption      .terms: dl      .note: p
//   table.table (caption, th, td; .right .centre .detail [data-label] .grow; tr.highlighted;
//     svg.bar)                     .card > title, .subtitle, blocks, .note
//   .row > .column (.wide: has more room than its neighbour)
//   .status (.symbol + word) and every run of text: .ink-muted, .ink-good … as in chart/svg.h
// A menu is <details><summary>, closed. The shell has the skip link: the hash is the address here.
//
// Links of a dataset are not trusted: only the site's addresses, relative files and http(s) stay.
#pragma once

#include <string>
#include <string_view>

#include "report/page.h"

namespace tiendo {

enum class HtmlUse : unsigned char {
  headline,  // heading, lede and the first Stats only: the page's first seconds, a few KB
  page       // the whole page with its frame's links
};

// A fragment to be put into <main>; no <html>, no styles of its own, classes only.
std::string to_html(const Page& page, const Frame& frame, HtmlUse use);

std::string escape_html(std::string_view text);

}  // namespace tiendo
