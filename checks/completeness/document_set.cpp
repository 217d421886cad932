// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/called_for.h"

namespace emrlint::checks {
namespace {

constexpr Option<bool> kDiedInTheatre{"died_in_theatre", false, "术中死亡的也要求术后首次病程记录",
                                      "also ask for the note where the patient died in theatre"};

constexpr Citation kBasis[] = {
    {"BL", "8"}, {"BL", "16"}, {"BL", "22(2)"}, {"BL", "22(18)"}, {"ZB", "20"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr std::string_view kSupersedes[] = {
    "timeliness-postop-first-note-immediate@postop-first-note",
};
constexpr MessageInfo kMessages[] = {kMissing};
constexpr OptionInfo kOptions[] = {kDiedInTheatre};

constexpr std::string_view kId = "completeness-document-set";

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  CalledFor documents(chart, options[kDiedInTheatre], report);
  for (const RequiredDocument& row : required_documents()) {
    if (row.check == kId) documents.judge(row);
  }
}

}  // namespace

extern constinit const Check document_set{
    {.id = kId,
     .severity = Severity::kError,
     .title = {"病历应含事件所要求的文书", "A chart holds the documents that its events call for"},
     .judged =
         {"已出院或归档的住院病历：手术→术后首次病程记录；住院超过3天→病程记录。每种缺失的文书一条"
          "。",
          "A stay that ended: surgery calls for a first postoperative note, more than 3 days for "
          "progress notes. One finding for each absent document."},
     .exceptions =
         {"有单独检查的文书（入院记录、首次病程、手术记录、知情同意书、会诊记录、麻醉记录、安全核查"
          "表等）不在此"
          "列；在手术室内死亡的不要求术后首次病程记录；单份文书、或有几次手术而文书未说明是哪一次时"
          "无法判定。",
          "Documents with a check of their own (admission record, first note, operation record, "
          "consents, consultations, anaesthesia record, checklist) are left to it; no "
          "postoperative "
          "note after a death in the operating room; undecided for a lone document, and where a "
          "document does not tell which of several surgeries it is about."},
     .advice =
         {"补归已书写的文书；确未书写的按规定补记并注明。",
          "File the document if it was written; else write it as the rules for late entries ask."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
