// SPDX-License-Identifier: Apache-2.0
// QuestionnaireResponse: checklists, and the front page of the Chinese medical record.
#include <utility>

#include "reader/fhir_documents.h"

namespace emrlint::fhir {
namespace {

constexpr std::string_view kChecklist = "urn:emrlint:checklist:";
constexpr std::string_view kFrontPage = "urn:emrlint:front-page";

Text item_name(JsonValue item) { return or_else(item["text"].text(), item["linkId"].text()); }

JsonValue answer_of(JsonValue item) { return item["answer"].first(); }

ChecklistPhase phase_of(Record& record, JsonValue item, const Resource& from) {
  ChecklistPhase phase;
  phase.phase = item["linkId"].text();
  phase.at = read_time(own(item, "at"));
  read_own_signatures(record, item, from, phase.signatures);
  for (JsonValue part : children(item["item"])) phase.items.push_back(item_name(part));
  phase.span = phase.phase.span;
  return phase;
}

void read_front_page(JsonValue items, Chart& chart) {
  for (JsonValue item : children(items)) {
    const Text name = item["linkId"].text();
    JsonValue answer = answer_of(item);
    do {  // A field that was left empty is one, too.
      const Value given = read_value(answer);
      FrontPageField field{name, given.text, {}, given.unit};
      if (field.value.value.empty()) {
        field.value.span = {name.span.file, name.span.end, name.span.end};
      }
      chart.front_page.push_back(field);
      answer = answer.next();
    } while (answer);
  }
}

}  // namespace

void read_questionnaire_response(Record& record, const Resource& resource) {
  JsonValue identifier, questionnaire, status, part_of, subject, encounter, authored, items;
  take(resource.value,
       {{"identifier", &identifier}, {"questionnaire", &questionnaire}, {"status", &status},
        {"partOf", &part_of}, {"subject", &subject}, {"encounter", &encounter},
        {"authored", &authored}, {"item", &items}});
  Text kind = questionnaire.text();
  const bool front_page = kind.value == kFrontPage;
  if (!front_page && !kind.value.starts_with(kChecklist)) return;
  if (status.str() == "entered-in-error") return;
  record.chinese = true;
  record.sources.add(front_page ? Source::kFrontPage : Source::kChecklists);
  const auto at = read_time(authored);
  Chart* const chart = record.enter(resource, encounter, subject, at);
  if (chart == nullptr) return;
  if (front_page) {
    read_front_page(items, *chart);
    return;
  }
  kind.value.remove_prefix(kChecklist.size());
  kind.span.begin += static_cast<std::uint32_t>(kChecklist.size());
  Checklist checklist;
  checklist.id = or_else(first_identifier(identifier), resource.id);
  checklist.kind = kind;
  checklist.at = at;
  checklist.span = kind.span;
  add_about(record, resource, part_of, checklist.about);
  each_own(resource.value, "about", [&](JsonValue reference) {
    add_about(record, resource, reference, checklist.about);
  });
  read_own_signatures(record, resource.value, resource, checklist.signatures);
  for (JsonValue item : children(items)) {
    const JsonValue answer = answer_of(item);
    if (!answer) {
      checklist.phases.push_back(phase_of(record, item, resource));
      continue;
    }
    ResultItem result;
    result.name = item_name(item);
    result.code = item["linkId"].text();
    const Value value = read_value(answer);
    result.value = value.text;
    result.unit = value.unit;
    result.span = result.name.span;
    checklist.items.push_back(std::move(result));
  }
  chart->checklists.push_back(std::move(checklist));
}

}  // namespace emrlint::fhir
