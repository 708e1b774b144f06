// The parts of the view of data readiness, each in a file of its own. Private to readiness*.cpp,
// database_page.cpp and the unit view.
//
// The criteria of a database are no words of the code: they are the indicators that the methodologies
// score databases by, in their order, those of an `owned` rule first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/measures.h"
#include "score/scorecard.h"

namespace tiendo {

struct DataCriterion {
  const MethodNode* method = nullptr;  // a leaf of an indicator
  std::optional<IndicatorId> indicator;
};

struct CriterionReading {
  std::optional<double> points;  // 0–100, by the methodology
  Presence presence = Presence::absent;
  std::optional<ObservationId> figure;
};

enum class Sharing : unsigned char { shared, refused, exempt, unstated };

struct DatabaseReading {
  const Database* database = nullptr;
  std::vector<CriterionReading> criteria;  // in the order of DataView::criteria

  Sharing sharing() const;
  int measured() const;                // criteria with a figure
  std::optional<double> mean() const;  // of those; only to put databases in order
};

struct DataView {
  explicit DataView(const Scope& of);

  Scope scope;
  std::vector<DataCriterion> criteria;
  std::vector<DatabaseReading> databases;  // in table order

  const Dataset& dataset() const { return scope.dataset; }
  const std::string& name(const DatabaseReading& reading) const {
    return dataset()[reading.database->unit].name.in(scope.language);
  }
  const std::string& name(const DataCriterion& criterion) const {
    return criterion.method->name.in(scope.language);
  }
};

using DatabaseList = std::vector<const DatabaseReading*>;

std::string database_href(const Scope& scope, UnitId database);
Status status_of(const Scope& scope, Sharing sharing);
std::string database_kind_words(const Scope& scope, DatabaseKind kind);
// The best first; those without a figure last, in table order.
void sort_by_mean(DatabaseList& databases);
// The mean of one criterion over the databases that have a figure.
std::optional<double> criterion_mean(const DatabaseList& databases, std::size_t criterion);
// "39,4 %", "miễn", "chưa có số liệu".
std::string reading_words(const DataView& view, const CriterionReading& reading);
// Databases × criteria, and whether each is shared.
Figure heat_figure(const DataView& view, const DatabaseList& databases, std::string title);
// The same as rows: for a list that is short enough to read.
Table databases_table(const DataView& view, const DatabaseList& databases, std::string caption);

// Readiness and sharing by owner; nothing where no methodology scores owners.
std::vector<Card> owner_cards(const DataView& view);
// Where no database is in the dataset: what is published about databases all the same, and what was
// ordered and when; with the heading.
void append_data_silence(const Scope& scope, Page& page);

Page database_page(const Scope& scope, UnitId database);

}  // namespace tiendo
