// A small valid package, of which a test changes what it is about.
#pragma once

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "io/package.h"

namespace tiendo::test {

struct PackageMaker {
  struct Resource {
    std::string name;
    std::string more;  // further members of the resource: ", \"schema\": {…}"
  };
  std::vector<Resource> resources = {{"units", ""}, {"indicators", ""}, {"observations", ""},
                                     {"sources", ""}};
  std::string settings = R"({"profile": 1, "headline": ["ty-le"], "latest_month": "2025-10"})";
  Package package;

  PackageMaker() {
    file("units") = "id,name,name@en,kind\nquoc-gia,Cả nước,The nation,nation\n";
    file("indicators") = "id,name,quantity,direction\nty-le,Tỷ lệ toàn trình,%,higher\n";
    file("observations") =
        "indicator,unit,period,value,source\nty-le,quoc-gia,2025-07,39.51,bao\n";
    file("sources") = "id,title,grade\nbao,Một bài báo,B\n";
  }

  std::string& file(const std::string& name) { return package.files[name + ".csv"]; }

  // Adds a table, or gives one a schema: more members of its resource.
  void describe(const std::string& name, const std::string& members) {
    for (Resource& resource : resources)
      if (resource.name == name) {
        resource.more = ", " + members;
        return;
      }
    resources.push_back({name, members.empty() ? "" : ", " + members});
  }

  Package make() const {
    std::string list;
    for (const Resource& resource : resources)
      list += (list.empty() ? "" : ", ") + ("{\"name\": \"" + resource.name + "\", \"path\": \"" +
                                           resource.name + ".csv\"" + resource.more + "}");
    Package made = package;
    made.files["datapackage.json"] =
        "{\"name\": \"thu\", \"title\": \"Thử\", \"tien-do\": " + settings + ", \"resources\": [" +
        list + "]}";
    return made;
  }
};

// Problems as "name file:line column", in the order in which they were found.
inline std::vector<std::string> summary(const Problems& problems) {
  std::vector<std::string> lines;
  for (const Problem& problem : problems.listed) {
    std::string line = problem.name + " " + problem.place.file;
    if (problem.place.line > 0) line += ":" + std::to_string(problem.place.line);
    if (!problem.place.column.empty()) line += " " + problem.place.column;
    lines.push_back(problem.severity == Severity::warning ? "(" + line + ")" : line);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace tiendo::test
