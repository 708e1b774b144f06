#include <cstdio>
#include <set>

#include "cli/commands.h"
#include "cli/folder.h"
#include "cli/score_table.h"
#include "io/dataset_reader.h"
#include "io/methodology_fit.h"
#include "io/methodology_json.h"
#include "score/scorecard.h"

namespace tiendo {
namespace {

Bilingual to_words(WarningKind kind) {
  switch (kind) {
    case WarningKind::constant:
      return {"mọi nơi cùng một giá trị: không chuẩn hóa được", "all values are equal: no scale"};
    case WarningKind::no_reference:
      return {"đơn vị tham chiếu không có số liệu, hoặc là nơi thấp nhất",
              "the reference has no figure, or is the lowest"};
    case WarningKind::no_way:
      return {"chỉ tiêu không đòi thay đổi gì: bằng mức gốc",
              "the target asks for no movement: it equals where it is measured from"};
    case WarningKind::not_positive: break;
  }
  return {"phép gộp không nhận giá trị từ 0 trở xuống",
          "the mean does not take values of 0 or below"};
}

// What made leaves or groups unscorable, once each.
void print_warnings(const std::vector<ScoredMonth>& months, Language language) {
  std::set<std::string> lines;
  for (const ScoredMonth& month : months)
    for (const ScoreWarning& warning : month.warnings) {
      const std::string line = iso(month.month) + " " + warning.node->id + ": " +
                               to_words(warning.kind).in(language) + "\n";
      if (lines.insert(line).second) std::fputs(line.c_str(), stderr);
    }
}

int refuse(const Problems& problems, Language language) {
  std::fputs(to_text(problems, language).c_str(), stderr);
  return 1;
}

// A file, or a methodology of the package.
std::optional<std::string> find_methodology(const Package& package, const std::string& name) {
  const auto found = package.files.find("methodologies/" + name + ".json");
  return found != package.files.end() ? std::optional(found->second) : read_file(name);
}

}  // namespace

int print_scores(const Package& package, const ScoreOptions& options, Language language) {
  const std::optional<std::string> document = find_methodology(package, options.methodology);
  if (!document) {
    std::fprintf(stderr, "tiendo score: there is no methodology %s\n", options.methodology.c_str());
    return 2;
  }
  const Result<Dataset> dataset = read_dataset(package);
  if (!dataset) return refuse(dataset.problems(), language);
  const Result<Methodology> methodology = read_methodology(*document, options.methodology);
  if (!methodology) return refuse(methodology.problems(), language);
  const Problems misfits = check_fit(*methodology, *dataset, options.methodology);
  if (!misfits.ok()) return refuse(misfits, language);
  const std::vector<Month> months =
      options.month ? std::vector<Month>{*options.month} : scored_months(*dataset, *methodology);
  const ScoreRows kind = options.rows;
  std::vector<ScoredMonth> scored;
  for (const Month month : months)
    scored.push_back(
        score_month(*dataset, *methodology, {.month = month, .as_of = options.as_of}, kind));
  print_warnings(scored, language);
  if (options.format == ScoreFormat::json) {
    std::fputs(score_json(*dataset, *methodology, scored).c_str(), stdout);
    return 0;
  }
  std::fputs(score_csv_header(kind).c_str(), stdout);
  for (const ScoredMonth& month : scored)
    std::fputs(score_csv(*dataset, month, kind).c_str(), stdout);
  return 0;
}

}  // namespace tiendo
