#include "io/problem_report.h"

namespace tiendo {
namespace {

std::string counts_in_words(const Problems& problems, Language language) {
  const std::string errors = std::to_string(problems.errors);
  const std::string warnings = std::to_string(problems.warnings);
  const std::string listed = std::to_string(problems.listed.size());
  const bool is_cut = problems.errors + problems.warnings > problems.listed.size();
  if (language == Language::vi)
    return errors + " lỗi, " + warnings + " cảnh báo" +
           (is_cut ? "; ở trên là " + listed + " mục đầu" : "") + "\n";
  return "errors: " + errors + ", warnings: " + warnings +
         (is_cut ? "; above are the first " + listed : "") + "\n";
}

// Control characters, those of U+0080 to U+009F too, as U+001B.
std::string printable(const std::string& text) {
  constexpr const char* digits = "0123456789ABCDEF";
  std::string shown;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto code = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    const bool is_high = code == 0xC2 && next >= 0x80 && next < 0xA0;
    if (!is_high && code >= ' ' && code != 0x7F) {
      shown += text[i];
      continue;
    }
    if (is_high) code = static_cast<unsigned char>(text[++i]);
    shown += {'U', '+', '0', '0', digits[code >> 4], digits[code & 15]};
  }
  return shown;
}

void append_string(std::string& json, const std::string& text) {
  json += '"';
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (code < 0x20) {
      json += "\\u00";
      json += "0123456789abcdef"[code >> 4];
      json += "0123456789abcdef"[code & 15];
    } else {
      json += c;
    }
  }
  json += '"';
}

void append_member(std::string& json, const char* name, const std::string& text) {
  json += std::string(", \"") + name + "\": ";
  append_string(json, text);
}

void append_member(std::string& json, const char* name, const Bilingual& text) {
  json += std::string(", \"") + name + "\": {\"vi\": ";
  append_string(json, text.vi);
  append_member(json, "en", text.en);
  json += "}";
}

}  // namespace

std::string to_text(const Problems& problems, Language language) {
  const bool is_vietnamese = language == Language::vi;
  std::string text;
  for (const Severity severity : {Severity::error, Severity::warning}) {
    const bool is_error = severity == Severity::error;
    for (const Problem& problem : problems.listed) {
      if (problem.severity != severity) continue;
      text += is_vietnamese ? (is_error ? "lỗi" : "cảnh báo") : (is_error ? "error" : "warning");
      text += " " + problem.name + " " + printable(to_text(problem.place)) + "\n";
      text += "  " + printable(problem.message.in(language)) + "\n";
      if (!problem.mend.empty()) text += "  " + printable(problem.mend.in(language)) + "\n";
    }
  }
  return text + counts_in_words(problems, language);
}

std::string to_json(const Problems& problems) {
  std::string json = std::string("{\"valid\": ") + (problems.ok() ? "true" : "false") +
                     ", \"errors\": " + std::to_string(problems.errors) +
                     ", \"warnings\": " + std::to_string(problems.warnings) +
                     ", \"listed\": " + std::to_string(problems.listed.size()) +
                     ", \"problems\": [";
  const char* separator = "\n  ";
  for (const Problem& problem : problems.listed) {
    json += std::string(separator) + "{\"severity\": ";
    append_string(json, problem.severity == Severity::error ? "error" : "warning");
    append_member(json, "name", problem.name);
    append_member(json, "file", problem.place.file);
    json += ", \"line\": " + std::to_string(problem.place.line);
    append_member(json, "column", problem.place.column);
    append_member(json, "message", problem.message);
    append_member(json, "mend", problem.mend);
    json += "}";
    separator = ",\n  ";
  }
  return json + "\n]}\n";
}

}  // namespace tiendo
