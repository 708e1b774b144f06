#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "io/descriptor.h"
#include "io/publication_reader.h"

namespace tiendo {
namespace {

std::string place_in_words(const Place& place) {
  std::string words = place.file;
  if (place.line > 0) words += ":" + std::to_string(place.line);
  if (!place.column.empty()) words += (words.empty() ? "" : " ") + place.column;
  return words;
}

std::string count_in_words(const Problems& problems, Language language) {
  const std::string errors = std::to_string(problems.errors);
  const std::string warnings = std::to_string(problems.warnings);
  return language == Language::vi ? errors + " lỗi, " + warnings + " cảnh báo"
                                  : "errors: " + errors + ", warnings: " + warnings;
}

nlohmann::ordered_json both_languages(const Bilingual& text) {
  return {{"vi", text.vi}, {"en", text.en}};
}

}  // namespace

std::string to_text(const Problems& problems, Language language) {
  const bool is_vietnamese = language == Language::vi;
  std::string text;
  for (const Problem& problem : problems.listed) {
    const bool is_error = problem.severity == Severity::error;
    text += is_vietnamese ? (is_error ? "lỗi" : "cảnh báo") : (is_error ? "error" : "warning");
    text += " " + problem.name + " " + place_in_words(problem.place) + "\n";
    text += "  " + problem.message.in(language) + "\n";
    if (!problem.mend.empty()) text += "  " + problem.mend.in(language) + "\n";
  }
  if (problems.errors + problems.warnings > problems.listed.size()) text += "…\n";
  return text;
}

std::string to_json(const Problems& problems) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Problem& problem : problems.listed)
    list.push_back({{"severity", problem.severity == Severity::error ? "error" : "warning"},
                    {"name", problem.name},
                    {"file", problem.place.file},
                    {"line", problem.place.line},
                    {"column", problem.place.column},
                    {"message", both_languages(problem.message)},
                    {"mend", both_languages(problem.mend)}});
  const nlohmann::ordered_json report = {{"valid", problems.ok()},
                                         {"errors", problems.errors},
                                         {"warnings", problems.warnings},
                                         {"problems", std::move(list)}};
  return report.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

int validate(const Package& package, ReportFormat format, Language language) {
  const Result<Publication> publication = read_publication(package);
  const Problems& problems = publication.problems();
  const std::string report =
      format == ReportFormat::json
          ? to_json(problems)
          : to_text(problems, language) + count_in_words(problems, language) + "\n";
  std::fputs(report.c_str(), stdout);
  if (package.files.count(io::descriptor_file) == 0) return 2;
  return problems.ok() ? 0 : 1;
}

}  // namespace tiendo
