// tiendo: the command-line tool for publishers and for checks. Exit codes: 0 done, 1 problems,
// 2 unusable. The one file that is compiled with exceptions: the parser of the command line throws.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "cli/bundle.h"
#include "cli/commands.h"
#include "cli/folder.h"
#include "cli/init.h"
#include "cli/render.h"
#include "io/publication_reader.h"

#undef check  // below it is a rule of an option

namespace {

using namespace tiendo;

struct Options {
  std::string package;
  Language language = Language::vi;
  ReportFormat report_format = ReportFormat::text;
  std::string month, as_of;
  ScoreOptions score;
  bool normalised = false;
  SensitivityOptions sensitivity;
  RenderOptions render;
  std::string out, folder;
};

CLI::App* add_command(CLI::App& app, const char* name, const char* description, Options& options) {
  CLI::App* command = app.add_subcommand(name, description);
  command->add_option("package", options.package, "a folder, its datapackage.json, or a .zip")
      ->required();
  return command;
}

// One of some words, each of which stands for a value. Help and errors show the words.
template <class Value>
void add_choice(CLI::App* command, const char* name, Value& chosen,
                const std::vector<std::pair<std::string, Value>>& words,
                const std::string& description) {
  std::vector<std::string> names;
  for (const auto& [word, value] : words) names.push_back(word);
  const auto choose = [&chosen, words](const std::string& found) {
    for (const auto& [word, value] : words)
      if (word == found) chosen = value;
  };
  command->add_option_function<std::string>(name, choose, description)
      ->check(CLI::IsMember(names));
}

void add_language(CLI::App* command, Options& options) {
  add_choice(command, "--lang", options.language, {{"vi", Language::vi}, {"en", Language::en}},
             "of what is said; vi without it");
}

int run_score(const Package& package, Options& options) {
  if (!options.month.empty()) options.score.month = parse_month(options.month);
  if (!options.as_of.empty()) options.score.as_of = parse_date(options.as_of);
  if (options.normalised) options.score.rows = ScoreRows::normalised;
  return print_scores(package, options.score, options.language);
}

int run_sensitivity(const Package& package, Options& options) {
  if (!options.month.empty()) options.sensitivity.month = parse_month(options.month);
  if (!options.as_of.empty()) options.sensitivity.as_of = parse_date(options.as_of);
  return print_sensitivity(package, options.sensitivity, options.language);
}

int run_render(const Package& package, const Options& options) {
  const Result<Publication> publication = read_publication(package);
  if (publication) return render(*publication, options.render);
  std::fputs(to_text(publication.problems(), options.language).c_str(), stderr);
  return 1;
}

constexpr const char* examples =
    "Examples:\n"
    "  tiendo init so-lieu                           an example package to start from\n"
    "  tiendo validate so-lieu                       what is wrong with it, in Vietnamese\n"
    "  tiendo validate so-lieu --format json         the same for a program\n"
    "  tiendo score so-lieu --methodology vi-du --month 2025-10\n"
    "  tiendo render so-lieu --view xep-hang --format csv --lang en\n"
    "  tiendo render so-lieu --view tong-quan --format html > tong-quan.html\n"
    "  tiendo bundle so-lieu --out so-lieu.zip       one file, sizes and hashes filled in\n"
    "Exit codes: 0 done, 1 the package has problems, 2 unusable (no package, wrong options).";

std::string month_rule(const std::string& text) {
  return parse_month(text) ? "" : "expected a month such as 2026-10";
}
std::string date_rule(const std::string& text) {
  return parse_date(text) ? "" : "expected a date such as 2026-10-31";
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Tiến Độ: checks, scores and renders a data package");
  app.require_subcommand(1);
  app.footer(examples);

  CLI::App* validate_command = add_command(app, "validate", "lists what is wrong", options);
  add_choice(validate_command, "--format", options.report_format,
             {{"text", ReportFormat::text}, {"json", ReportFormat::json}}, "text without it");
  add_language(validate_command, options);

  CLI::App* score_command = add_command(app, "score", "prints scores as CSV", options);
  score_command->add_option("--methodology", options.score.methodology, "an id or a file")
      ->required();
  score_command->add_option("--month", options.month, "YYYY-MM; every scored month without it")
      ->check(month_rule);
  score_command->add_option("--as-of", options.as_of, "YYYY-MM-DD: what was published by then")
      ->check(date_rule);
  add_choice(score_command, "--format", options.score.format,
             {{"csv", ScoreFormat::csv}, {"json", ScoreFormat::json}}, "csv without it");
  score_command->add_flag("--normalised", options.normalised,
                          "only the leaves, with their figures");
  add_language(score_command, options);

  CLI::App* sensitivity_command =
      add_command(app, "sensitivity", "prints how sure the ranks are", options);
  SensitivityOptions& sensitivity = options.sensitivity;
  sensitivity_command->add_option("--methodology", sensitivity.methodology, "an id or a file")
      ->required();
  sensitivity_command->add_option("--month", options.month, "YYYY-MM; the last scored without it")
      ->check(month_rule);
  sensitivity_command->add_option("--as-of", options.as_of, "YYYY-MM-DD")->check(date_rule);
  sensitivity_command->add_option("--runs", sensitivity.runs, "how many simulations")
      ->check(CLI::Range(1, 1'000'000));
  sensitivity_command->add_option("--seed", sensitivity.seed, "of the random numbers");
  sensitivity_command->add_option("--top", sensitivity.top, "ranks that count as the top");
  sensitivity_command->add_option("--format", "the only one")
      ->check(CLI::IsMember({"csv"}));
  add_choice(sensitivity_command, "--table", sensitivity.table,
             {{"units", SensitivityTable::units},
              {"sources", SensitivityTable::sources},
              {"nodes", SensitivityTable::nodes},
              {"groups", SensitivityTable::groups},
              {"correlations", SensitivityTable::correlations}},
             "units (how sure each rank is), sources (of what is unsure), nodes (effective "
             "weights, leaving out), groups (alpha, correlations) or correlations");
  add_language(sensitivity_command, options);

  CLI::App* render_command = add_command(app, "render", "prints a view of the site", options);
  render_command->add_option("--view", options.render.view,
                             "an address of the site; the views are " + view_list());
  render_command->add_option("--format", options.render.format, "html without it")
      ->check(CLI::IsMember({"html", "html-fragment", "svg", "csv"}));
  render_command->add_option("--number", options.render.number,
                             "which chart (svg) or table (csv) of the view, the first without it");
  render_command->add_option("--lang", options.render.language, "that of the address without it")
      ->check(CLI::IsMember({"vi", "en"}));

  CLI::App* bundle_command = add_command(app, "bundle", "writes the package as one .zip", options);
  bundle_command->add_option("--out", options.out, "the .zip to write")->required();
  add_language(bundle_command, options);

  CLI::App* init_command = app.add_subcommand("init", "writes an example package to start from");
  init_command->add_option("dir", options.folder, "a folder that is empty or not there")
      ->required();

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (init_command->parsed()) return init(options.folder);
  const Result<Package> package = read_package(options.package);
  if (validate_command->parsed())
    return validate(package, options.report_format, options.language);
  if (!package) {
    std::fputs(to_text(package.problems(), options.language).c_str(), stderr);
    return 2;
  }
  if (bundle_command->parsed()) return bundle(*package, options.out, options.language);
  if (score_command->parsed()) return run_score(*package, options);
  if (sensitivity_command->parsed()) return run_sensitivity(*package, options);
  return run_render(*package, options);
}
