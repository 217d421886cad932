// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "draft/drafts.h"
#include "draft/json_append.h"
#include "draft/json_draft.h"
#include "draft/sections.h"

namespace emrlint::draft {
namespace {

void write_document(JsonDraft& json, DocType type, bool china, const Beside& beside) {
  const Lang lang = china ? Lang::kZh : Lang::kEn;
  json.object([&] {
    json.text("id", free_id(id(type), beside));
    json.text("type", id(type));
    json.text("title", name(type, lang));
    json.object("author", [&] { json.text("name", ""); });
    json.array("sections", [&] {
      for (const SectionType section : standard_sections(type, china)) {
        json.object([&] {
          json.text("type", id(section));
          json.text("title", name(section, lang));
          json.text("text", "");
        });
      }
    });
  });
}

void write_patient(JsonDraft& json, const Patient& patient) {
  json.text("id", patient.id.value);
  json.text("name", patient.name.value);
  json.known("id_card", patient.id_card.value);
  if (patient.sex.value != Sex::kUnknown) json.text("sex", id(patient.sex.value));
  if (patient.birth) json.text("birth", to_iso(patient.birth->value));
}

void write_encounter(JsonDraft& json, const Encounter& stay) {
  json.text("id", stay.id.value);
  if (stay.kind.value != EncounterKind::kUnknown) json.text("kind", id(stay.kind.value));
  if (stay.admitted.known()) json.text("admitted", to_iso(stay.admitted.value()));
}

// A chart with nothing but the document. It names the stay as the other documents do.
std::string whole_chart(DocType type, bool china, const Beside& beside) {
  const Chart& chart = beside.known();
  const std::string_view stay = chart.encounter.id.value;
  JsonDraft json;
  json.object([&] {
    json.text("format", "emrlint-chart/1");
    json.text("chart", stay.empty() ? std::string_view(chart.key) : stay);
    json.flag("complete", false);
    json.text("realm", china ? "china" : "other");
    json.object("patient", [&] { write_patient(json, chart.patient); });
    json.object("encounter", [&] { write_encounter(json, chart.encounter); });
    json.array("documents", [&] { write_document(json, type, china, beside); });
  });
  return json.take() + "\n";
}

}  // namespace

// A chart file is a chart: another file beside it would be another chart.
std::optional<NewDocument> chart_json_draft(DocType type, const Beside& beside) {
  const bool china = in_china(beside);
  const std::string file_name = file_stem(type, china) + ".json";
  if (beside.text.empty()) {
    return NewDocument{file_name, whole_chart(type, china, beside)};
  }
  SourceFile file({}, std::string(beside.text));
  const Limits limits;
  const JsonTree tree = JsonTree::parse(file, 0, limits.depth, limits.nodes);
  if (tree.error()) return std::nullopt;
  JsonDraft json;
  write_document(json, type, china, beside);
  const auto item = append_item(beside.text, tree.root(), "documents", compact(json.take()));
  if (!item) return std::nullopt;
  return NewDocument{file_name, item->text, item->at, item->replaces};
}

}  // namespace emrlint::draft
