// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_READER_WS500_READ_H_
#define EMRLINT_TESTS_READER_WS500_READ_H_

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "reader/readers.h"
#include "source/decode.h"

namespace emrlint::ws500_test {

// A shared document as the reader sees it, with the file that owns its text.
struct ReadWs500 {
  explicit ReadWs500(std::string text) : file("note.xml", std::move(text)) {
    read_record(file, 0, {}, out);
  }

  // A file of fixtures/formats/ws500, in whatever encoding it is.
  static ReadWs500 fixture(const std::string& name) {
    std::ifstream in("fixtures/formats/ws500/" + name, std::ios::binary);
    REQUIRE_MESSAGE(in.good(), name);
    Result<Decoded> decoded = decode({std::istreambuf_iterator<char>(in), {}});
    REQUIRE_MESSAGE(decoded, name);
    return ReadWs500(std::move(decoded->text));
  }

  const Chart& chart() const {
    REQUIRE(out.fragments.size() == 1);
    return out.fragments.front();
  }
  const Document& document() const { return chart().documents.at(0); }
  std::string source(Span span) const { return std::string(file.text(span)); }

  SourceFile file;
  ReadOutput out;
};

// A time as tests write it, "-" for none.
inline std::string shown(const std::optional<Located<Time>>& time) {
  return time ? to_string(time->value) : "-";
}
inline std::string shown(const TimeFact& fact) {
  return fact.known() ? to_string(fact.value()) : "-";
}

// Calls `text(what, value)` for each text and `time(what, value)` for each time that was read from
// the document itself. Words of the model's own (an order's kind) are not among them.
template <typename OnText, typename OnTime>
class Visitor {
 public:
  Visitor(OnText text, OnTime time) : text_(text), time_(time) {}

  void visit(const Chart& chart) {
    for (const Document& document : chart.documents) visit(document);
    time("admitted", chart.encounter.admitted);
    time("discharged", chart.encounter.discharged);
    time("died", chart.encounter.died);
    for (const Diagnosis& diagnosis : chart.diagnoses) {
      text("diagnosis code", diagnosis.code);
      text("diagnosis code system", diagnosis.code_system);
      text("diagnosis name", diagnosis.name);
      text("diagnosis on admission", diagnosis.on_admission);
    }
    for (const Procedure& procedure : chart.procedures) {
      text("procedure code", procedure.code);
      text("procedure name", procedure.name);
      time("procedure at", procedure.at);
      person("procedure by", procedure.by);
    }
    for (const Surgery& surgery : chart.surgeries) visit(surgery);
    for (const Order& order : chart.orders) visit(order);
    for (const TestResult& result : chart.results) visit(result);
  }

 private:
  void text(const char* what, const Text& value) {
    if (!value.value.empty()) text_(what, value);
  }
  void time(const char* what, const std::optional<Located<Time>>& value) {
    if (value) time_(what, value->value, value->span);
  }
  void time(const char* what, const TimeFact& fact) {
    for (const TimeClaim& claim : fact.claims()) time_(what, claim.value, claim.span);
  }
  void person(const char* what, const Person& person) {
    text(what, person.id);
    text(what, person.name);
    text(what, person.department);
  }

  void visit(const HeaderClaims& header) {
    for (const Text* value : {&header.stay_id, &header.patient_id, &header.id_card, &header.name,
                              &header.age, &header.age_unit, &header.department, &header.ward,
                              &header.room, &header.bed, &header.institution}) {
      text("header", *value);
    }
    time("birth", header.birth);
  }

  void visit(const Document& document) {
    text("document id", document.id);
    text("type code", document.type_code);
    text("template", document.template_id);
    text("title", document.title);
    visit(document.header);
    time("recorded", document.recorded);
    time("generated", document.generated);
    time("held", document.held);
    person("author", document.author);
    for (const Signature& signature : document.signatures) {
      text("role", signature.role_text);
      person("signer", signature.person);
      time("signed", signature.at);
    }
    for (const Participant& participant : document.participants) {
      person("participant", participant.person);
    }
    for (const RelatedDocument& related : document.related) text("related", related.id);
    for (const Section& section : document.sections) {
      text("section code", section.code);
      text("section code system", section.code_system);
      text("section title", section.title);
    }
    for (const Element& element : document.elements) {
      text("element id", element.id);
      text("element name", element.name);
      text("element value", element.value);
      text("element display", element.display);
      text("element code system", element.code_system);
      text("element unit", element.unit);
    }
    for (const Text& piece : document.texts) text("text", piece);
    for (const RawTime& raw : document.raw_times) text("raw time", raw.text);
    for (const OidUse& use : document.oids) text("oid", use.oid);
  }

  void visit(const Surgery& surgery) {
    text("surgery code", surgery.code);
    text("surgery name", surgery.name);
    text("surgery incision", surgery.incision);
    text("surgery site", surgery.site);
    time("surgery start", surgery.start);
    time("surgery end", surgery.end);
    person("surgeon", surgery.surgeon);
    for (const Person& assistant : surgery.assistants) person("assistant", assistant);
    text("anesthesia", surgery.anesthesia.kind_text);
    person("anesthetist", surgery.anesthesia.by);
    time("anesthesia start", surgery.anesthesia.start);
    time("anesthesia end", surgery.anesthesia.end);
  }

  void visit(const Order& order) {
    text("order", order.content);
    text("order group", order.group);
    text("order dose", order.dose);
    text("order dose unit", order.dose_unit);
    text("order route", order.route);
    text("order frequency", order.frequency);
    time("order start", order.start);
    time("order stop", order.stop);
    time("order executed", order.executed);
    person("order by", order.by);
    person("order executor", order.executor);
    person("order verifier", order.verifier);
  }

  void visit(const TestResult& result) {
    text("result", result.name);
    text("result conclusion", result.conclusion);
    time("result reported", result.reported);
    for (const ResultItem& item : result.items) {
      text("item name", item.name);
      text("item value", item.value);
      text("item unit", item.unit);
    }
  }

  OnText text_;
  OnTime time_;
};

// Source text with its entities as characters.
inline std::string unescaped(std::string text) {
  constexpr std::pair<std::string_view, char> kEntities[] = {
      {"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}};
  for (const auto& [entity, character] : kEntities) {
    for (std::size_t at = text.find(entity); at != text.npos; at = text.find(entity, at + 1)) {
      text.replace(at, entity.size(), 1, character);
    }
  }
  return text;
}

// Cuts every span out of the file and compares: a text is there as it was read, a time is what its
// digits say. How many were compared.
inline std::size_t check_spans(const ReadWs500& read) {
  std::size_t count = 0;
  const auto on_text = [&](const char* what, const Text& text) {
    ++count;
    CAPTURE(what);
    CHECK(unescaped(read.source(text.span)) == text.value);
  };
  const auto on_time = [&](const char* what, const Time& time, Span span) {
    ++count;
    CAPTURE(what);
    const std::optional<Time> written = parse_hl7_time(read.file.text(span));
    REQUIRE(written);
    CHECK(to_string(*written) == to_string(time));
  };
  Visitor(on_text, on_time).visit(read.chart());
  return count;
}

}  // namespace emrlint::ws500_test

#endif  // EMRLINT_TESTS_READER_WS500_READ_H_
