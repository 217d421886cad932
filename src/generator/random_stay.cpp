// SPDX-License-Identifier: Apache-2.0
#include "generator/random_stay.h"

#include <utility>

namespace emrlint {
namespace {

using Minutes = std::chrono::minutes;
using Hours = std::chrono::hours;

// What can be made wrong; each is one finding of the check it is named after.
constexpr std::string_view kMedical[] = {
    "timeliness-admission-record-24h", "timeliness-first-progress-note-8h",
    "timeliness-discharge-record-24h", "completeness-past-history",
    "completeness-chief-complaint",    "completeness-placeholder-text",
    "duplication-first-note-vs-hpi",   "duplication-progress-notes",
    "coding-dx-sex-conflict",          "coding-dx-format",
    "coding-principal-duplicate",
};
constexpr std::string_view kSurgical[] = {
    "timeliness-operation-record-24h", "periop-preop-discussion",   "periop-safety-checklist",
    "periop-anesthesia-previsit",      "periop-coagulation-result",
};

constexpr std::string_view kSerious[] = {"timeliness-critical-notice"};
constexpr std::string_view kRescue[] = {"timeliness-rescue-record-6h"};
constexpr std::string_view kTransfer[] = {"timeliness-transfer-out-before",
                                          "timeliness-transfer-in-24h"};
constexpr std::string_view kHandover[] = {"timeliness-handover-out-before",
                                          "timeliness-handover-in-24h"};
constexpr std::string_view kTransfusion[] = {"completeness-document-set"};

}  // namespace

RandomStay::RandomStay(Dice& dice_of_chart, std::string key_of_chart, double rate)
    : dice(dice_of_chart), key(std::move(key_of_chart)) {
  using std::chrono::sys_days;
  // 09:00 hospital time of some day of 2024.
  admitted = sys_days{std::chrono::year{2024} / 1 / 1} + Hours{24 * dice.between(0, 300) + 1};
  days = dice.between(4, 20);
  if (dice.chance(0.5)) surgery_day = 2;
  female = dice.chance(0.5);
  patient = person_name(dice);
  history = history_text(dice);
  make_wrong(kMedical, rate, true);
  make_wrong(kSurgical, rate, surgery_day > 0);
  // After the day of a surgery has begun, and over before the stay ends.
  rescued = dice.chance(0.15);
  if (rescued || dice.chance(0.15)) condition_day = surgery_day > 0 ? surgery_day : 1;
  make_wrong(kSerious, rate, condition_day > 0);
  make_wrong(kRescue, rate, rescued);
  transferred = dice.chance(0.15);
  make_wrong(kTransfer, rate, transferred);
  handed_over = dice.chance(0.15) && days > 5;
  make_wrong(kHandover, rate, handed_over);
  transfused = dice.chance(0.15);
  make_wrong(kTransfusion, rate, transfused);
  critical_value = dice.chance(0.2);
}

void RandomStay::make_wrong(std::span<const std::string_view> checks, double rate, bool possible) {
  for (const std::string_view check : checks) {
    if (dice.chance(rate) && possible) defects.insert(check);
  }
}

Time RandomStay::at(int day, int hour, int minute) const {
  return at_minute(admitted + Hours{24 * day} - Hours{9} + Hours{hour} + Minutes{minute});
}

void RandomStay::signature(std::string_view role, std::string_view by, const Time& when) {
  json.object([&] {
    json.text("role", role);
    if (role == "patient") {
      json.object("by", [&] { json.text("name", patient); });
    } else {
      json.text("by", by);
    }
    time("at", when);
  });
}

void RandomStay::section(std::string_view type, std::string_view text) {
  json.object([&] {
    json.text("type", type);
    json.text("text", text);
  });
}

void RandomStay::write_head(const RandomRecord& record) {
  const std::string_view type = record.type;
  json.text("id", record.id);
  json.text("type", type);
  time("recorded", record.recorded);
  json.text("author", record.by);
  if (!record.about.empty()) json.array("about", [&] { json.string(record.about); });
  if (type == "preop-discussion") time("held", record.recorded);
  const auto participant = [&](std::string_view role, std::string_view by) {
    json.object([&] {
      json.text("role", role);
      json.text("by", by);
    });
  };
  json.array("participants", [&] {
    participant(record.role, record.by);
    if (record.about != kSurgery) return;
    participant("host", kChief);
    participant("surgeon", kChief);
  });
  const Time& when = record.signed_at;
  json.array("signatures", [&] {
    signature(record.role, record.by, when);
    if (type == "preop-discussion") signature("host", kChief, when);
    if (type == "preop-summary" || type == "operation-consent") signature("surgeon", kChief, when);
    if (type == "surgical-count") signature("scrub-nurse", kScrubNurse, when);
    if (type == "rescue-record") signature("chief", kChief, when);
    const bool told = type.ends_with("consent") || type == "critical-condition-notice";
    if (told) signature("patient", "", when);
  });
}

}  // namespace emrlint
