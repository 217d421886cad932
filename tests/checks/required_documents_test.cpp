// SPDX-License-Identifier: Apache-2.0
// The table of the documents that events call for: against the catalog, and against charts that
// have an event and no document.
#include "checks/completeness/required_documents.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/lint.h"
#include "reader/readers.h"

namespace emrlint::checks {
namespace {

const Catalog& catalog() {
  static const Result<Catalog> kCatalog = Catalog::built_in();
  REQUIRE(kCatalog.ok());
  return *kCatalog;
}

constexpr std::string_view kSurgery =
    R"("surgeries": [{"id": "s1", "name": "胃癌根治术", "level": 4, "urgency": "elective",
      "start": "2024-03-05T09:00", "end": "2024-03-05T12:00", "left_room": "2024-03-05T12:30",
      "anesthesia": {"kind": "general", "start": "2024-03-05T08:30"}}], "documents": [])";

// What of a chart shows the event; the stay lasts from 1 March to 20 April.
std::string_view shown_by(CallingEvent event) {
  switch (event) {
    case CallingEvent::kSurgery:
    case CallingEvent::kLevel4Surgery:
    case CallingEvent::kAnesthesia:
      return kSurgery;
    case CallingEvent::kTransfusion:
      return R"("transfusions": [{"id": "t1", "start": "2024-03-05T10:00"}], "documents": [])";
    case CallingEvent::kSeriousCondition:
      return R"("conditions": [{"id": "c1", "severity": "critical", "start": "2024-03-05T13:00",
        "stop": "2024-03-08T10:00"}], "documents": [])";
    case CallingEvent::kConsultation:
      return R"("consultations": [{"id": "k1", "requested": "2024-03-10T10:00",
        "done": "2024-03-10T15:00"}], "documents": [])";
    case CallingEvent::kRescue:
    case CallingEvent::kRescueAtVisit:
      return R"("rescues": [{"id": "r1", "start": "2024-03-01T10:00",
        "end": "2024-03-01T11:00"}], "documents": [])";
    case CallingEvent::kTransferOut:
    case CallingEvent::kTransferIn:
      return R"("transfers": [{"id": "x1", "at": "2024-03-12T10:00", "from": "普外科",
        "to": "肿瘤科"}], "documents": [])";
    case CallingEvent::kHandoverOut:
    case CallingEvent::kHandoverIn:
      return R"("handovers": [{"id": "h1", "at": "2024-03-15T10:00", "from": {"name": "李一"},
        "to": {"name": "王二"}}], "documents": [])";
    case CallingEvent::kInvasiveProcedure:
      return R"("procedures": [{"id": "p1", "name": "胸腔穿刺术", "at": "2024-03-16T10:00",
        "invasive": true}], "documents": [])";
    case CallingEvent::kVaginalBirth:
      return R"("diagnoses": [{"role": "discharge-principal", "code": "O80.000"}],
        "documents": [])";
    case CallingEvent::kNursingDocuments:
      return R"("documents": [{"id": "d1", "type": "nursing-plan", "title": "护理计划"}])";
    default:
      return R"("documents": [])";
  }
}

std::string chart_with(CallingEvent event) {
  const bool dead = event == CallingEvent::kDeath;
  const bool visit = event == CallingEvent::kObservation || event == CallingEvent::kRescueAtVisit;
  std::string text = R"({"format": "emrlint-chart/1", "complete": true, "realm": "china",
    "sources": ["documents", "orders", "checklists"],
    "patient": {"sex": "female", "birth": "1990-05-01"}, "encounter": {"id": "ZY1", "kind": ")";
  text += visit ? "observation" : "inpatient";
  text += R"(", "admitted": "2024-03-01T09:00", "discharged": "2024-04-20T10:00", )";
  text +=
      dead ? R"("died": "2024-04-20T10:00", "disposition": "death")" : R"("disposition": "home")";
  text += "}, ";
  text += shown_by(event);
  return text + "}";
}

struct Failure {
  std::string check, subject;
};

std::vector<Failure> failures_of(const std::string& text) {
  static const Result<Config> config = Config::load(catalog(), "", "", nullptr);
  std::vector<std::unique_ptr<SourceFile>> files;
  files.push_back(std::make_unique<SourceFile>("chart.json", text));
  const Batch batch = read_texts(std::move(files), Limits{}, false);
  REQUIRE(batch.charts.size() == 1);
  std::vector<Failure> failures;
  for (const Finding& finding : lint(catalog(), *config, batch.charts.front()).findings) {
    if (finding.outcome.kind != OutcomeKind::kFail) continue;
    failures.push_back({std::string(catalog().entries()[finding.check].info.id), finding.subject});
  }
  return failures;
}

bool says(const std::vector<Failure>& failures, std::string_view check, std::string_view end) {
  return std::any_of(failures.begin(), failures.end(), [&](const Failure& failure) {
    return failure.check == check && failure.subject.ends_with(end);
  });
}

TEST_CASE("required documents: each row names a check of the catalog and an article of its card") {
  std::set<std::pair<CallingEvent, DocType>> pairs;
  for (const RequiredDocument& row : required_documents()) {
    CAPTURE(id(row.document));
    CAPTURE(row.check);
    CHECK(pairs.insert({row.event, row.document}).second);  // Its absence is said once.
    CHECK(row.document != DocType::kUnknown);
    const CatalogEntry* entry = catalog().find(row.check);
    REQUIRE(entry != nullptr);
    CHECK(std::any_of(entry->info.basis.begin(), entry->info.basis.end(), [&](const Citation& c) {
      return c.source == row.basis.source && c.article == row.basis.article;
    }));
  }
}

TEST_CASE("required documents: the check of the row says that the document is absent") {
  // Those judge several types of documents, or an event by its documents: the subject names them.
  const auto by_type = [](std::string_view check) {
    return check == "completeness-document-set" || check.starts_with("consent-");
  };
  for (const RequiredDocument& row : required_documents()) {
    CAPTURE(id(row.document));
    CAPTURE(row.check);
    const std::vector<Failure> failures = failures_of(chart_with(row.event));
    const std::string detail = "#" + std::string(id(row.document));
    CHECK(says(failures, row.check, by_type(row.check) ? detail : ""));
    const std::string_view set = "completeness-document-set";
    if (row.check != set) CHECK_FALSE(says(failures, set, detail));
  }
}

}  // namespace
}  // namespace emrlint::checks
