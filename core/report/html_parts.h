// The small parts of which a page's HTML is made: elements, links, runs of text, states. Internal
// to report/html, whose header says which classes there are.
#pragma once

#include <string>
#include <string_view>

#include "report/page.h"

namespace tiendo {

class HtmlParts {
 public:
  std::string take() { return std::move(out_); }

  void raw(std::string_view html) { out_ += html; }
  void text(std::string_view words);
  void attribute(std::string_view name, std::string_view value);
  void open(std::string_view tag, std::string_view css_class, std::string_view attributes = "");
  void close(std::string_view tag);
  void element(std::string_view tag, std::string_view css_class, std::string_view words);
  void heading(int level, std::string_view words);
  void paragraph(std::string_view css_class, const Words& words);
  void open_link(std::string_view href);
  void link_or_text(std::string_view words, std::string_view href);
  void words(const Words& words);
  void status(const Status& status);
  void bar(double share, Ink ink);

 protected:
  std::string out_;

 private:
  void span(const Span& span);
};

}  // namespace tiendo
