// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "generator/supplement_events.h"
#include "generator/ws500_parts.h"
#include "model/ordered.h"
#include "terminology/ws500.h"

namespace emrlint {
namespace {

class Supplement : private SupplementEvents {
 public:
  explicit Supplement(const Chart& chart) : chart_(chart) {}

  std::string write() {
    object([&] {
      text("format", "emrlint-chart/1");
      // Not "complete": such a file would stand alone, not join the documents beside it.
      text("chart", chart_.key);
      if (chart_.realm == Realm::kChina) text("realm", "china");
      write_sources();
      write_stay();
      list("staff", chart_.staff, [&](const Person& person) { staff(person); });
      write_diagnoses();
      write_surgeries();
      list("results", chart_.results, [&](const TestResult& result) { write(result); });
      list("checklists", chart_.checklists, [&](const Checklist& it) { write(it); });
      write_events(chart_);
      write_front_page();
      write_documents();
    });
    return result();
  }

 private:
  void texts(std::string_view name, const std::vector<Text>& values) {
    list(name, values, [&](const Text& value) { string(value.value); });
  }

  void staff(const Person& value) {
    object([&] {
      text("id", value.id);
      text("name", value.name);
      if (value.title != Title::kUnknown) text("title", id(value.title));
      if (value.licensed) flag("licensed", *value.licensed);
      text("department", value.department);
    });
  }

  void write_sources() {
    array("sources", [&] {
      for (unsigned i = 0; i < static_cast<unsigned>(Source::kCount); ++i) {
        const auto source = static_cast<Source>(i);
        if (chart_.sources.has(source)) string(id(source));
      }
    });
  }

  void write_surgeries() {
    const auto surgeries = told_surgeries(chart_);
    if (surgeries.empty()) return;
    array("surgeries", [&] {
      for (const Surgery& surgery : surgeries) write(surgery);
    });
  }

  void write_stay() {
    key("institution");
    object([&] {
      text("id", chart_.institution.id);
      text("name", chart_.institution.name);
      text("level", chart_.institution.level);
    });
    key("encounter");
    const Encounter& stay = chart_.encounter;
    object([&] {
      text("id", stay.id);
      if (stay.kind.value != EncounterKind::kUnknown) text("kind", id(stay.kind.value));
      if (stay.disposition.value != Disposition::kUnknown) {
        text("disposition", id(stay.disposition.value));
      }
      time("archived", stay.archived);
    });
  }

  void write_diagnoses() {
    std::vector<const Diagnosis*> rest;
    for (const Diagnosis& diagnosis : chart_.diagnoses) {
      if (!in_shared_document(chart_, diagnosis)) rest.push_back(&diagnosis);
    }
    list("diagnoses", rest, [&](const Diagnosis* diagnosis) {
      object([&] {
        text("role", id(diagnosis->role));
        text("code", diagnosis->code);
        text("name", diagnosis->name);
        text("on_admission", diagnosis->on_admission);
      });
    });
  }

  // What the operation and anaesthesia records have no place for; code and day tell which it is.
  void write(const Surgery& surgery) {
    object([&] {
      text("id", surgery.id);
      text("code", surgery.code);
      if (surgery.urgency.value != Urgency::kUnknown) text("urgency", id(surgery.urgency.value));
      if (surgery.planned) flag("planned", surgery.planned->value);
      if (surgery.cancelled) flag("cancelled", true);
      time("left_room", surgery.left_room);
      person("planned_surgeon", surgery.planned_surgeon);
      if (surgery.side.value != Side::kUnknown) text("side", id(surgery.side.value));
      text("destination", surgery.destination);
    });
  }

  void item(const ResultItem& value) {
    object([&] {
      text("name", value.name);
      text("code", value.code);
      text("value", value.value);
      text("unit", value.unit);
      text("flag", value.flag);
    });
  }

  void write(const TestResult& result) {
    object([&] {
      text("id", result.id);
      text("kind", result.kind);
      text("name", result.name);
      text("code", result.code);
      time("collected", result.collected);
      time("reported", result.reported);
      time("filed", result.filed);
      list("items", result.items, [&](const ResultItem& value) { item(value); });
      text("conclusion", result.conclusion);
    });
  }

  void signatures(const std::vector<Signature>& values) {
    list("signatures", values, [&](const Signature& signature) {
      object([&] {
        if (signature.role != Role::kUnknown) text("role", id(signature.role));
        person("by", signature.person);
        time("at", signature.at);
      });
    });
  }

  void write(const Checklist& checklist) {
    object([&] {
      text("id", checklist.id);
      text("kind", checklist.kind);
      texts("about", checklist.about);
      time("at", checklist.at);
      list("phases", checklist.phases, [&](const ChecklistPhase& phase) {
        object([&] {
          text("phase", phase.phase);
          time("at", phase.at);
          signatures(phase.signatures);
          texts("items", phase.items);
        });
      });
      signatures(checklist.signatures);
      list("items", checklist.items, [&](const ResultItem& value) { item(value); });
    });
  }

  void write_front_page() {
    const bool written = chart_.has(DocType::kFrontPage);
    key("front_page");
    object([&] {
      for (const FrontPageField& field : chart_.front_page) {
        const bool there = written && !front_page_element(field.name.value).empty();
        if (!there) text(field.name.value, field.value);
      }
    });
  }

  void write_documents() {
    std::vector<const Document*> rest;
    for (const Document& document : chart_.documents) {
      if (ws500_code(document.type).empty()) rest.push_back(&document);
    }
    list("documents", rest, [&](const Document* document) { write(*document); });
  }

  void write(const Document& document) {
    object([&] {
      text("id", document.id);
      text("type", id(document.type));
      text("title", document.title);
      time("recorded", document.recorded);
      time("held", document.held);
      person("author", document.author);
      texts("about", document.about);
      list("participants", document.participants, [&](const Participant& participant) {
        object([&] {
          text("role", id(participant.role));
          person("by", participant.person);
        });
      });
      signatures(document.signatures);
      list("sections", document.sections, [&](const Section& section) {
        std::string joined;
        for (const Text& piece : document.text_of(section)) joined += piece.value;
        object([&] {
          text("type", id(section.type));
          text("text", joined);
        });
      });
    });
  }

  const Chart& chart_;
};

}  // namespace

std::string write_supplement(const Chart& chart) { return Supplement(chart).write(); }

}  // namespace emrlint
