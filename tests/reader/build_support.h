// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_READER_BUILD_SUPPORT_H_
#define EMRLINT_TESTS_READER_BUILD_SUPPORT_H_

#include <doctest/doctest.h>

#include <string_view>
#include <utility>
#include <vector>

#include "model/chart.h"
#include "reader/readers.h"

// Short ways to write down fragments as the readers give them.
namespace emrlint::build_test {

inline std::uint32_t next_place() {
  static std::uint32_t place = 0;
  return ++place;
}

inline Text text(std::string_view value) { return {value, {0, next_place(), next_place()}}; }

inline Located<Time> at(std::string_view digits) {
  const std::optional<Time> time = parse_hl7_time(digits);
  REQUIRE(time);
  return {*time, {0, next_place(), next_place()}};
}

inline Person person(std::string_view id, std::string_view name = {}) {
  Person person;
  person.id = text(id);
  if (!name.empty()) person.name = text(name);
  return person;
}

inline Signature signed_by(Role role, std::string_view time, std::string_view name = "李四") {
  Signature signature;
  signature.role = role;
  signature.person.name = text(name);
  if (!time.empty()) signature.at = at(time);
  return signature;
}

inline Element element(std::string_view id, std::string_view value, std::string_view name = {}) {
  Element element;
  element.id = text(id);
  element.value = text(value);
  element.name = text(name);
  return element;
}

inline Document document(DocType type, std::vector<Signature> signatures = {},
                         std::vector<Element> elements = {}) {
  Document document;
  document.type = type;
  document.format = Format::kWs500;
  document.signatures = std::move(signatures);
  document.elements = std::move(elements);
  document.span = text("").span;
  return document;
}

// What the reader of a CDA document gives.
inline Chart fragment(std::string_view stay, Document document) {
  Chart chart;
  chart.encounter.id = text(stay);
  chart.documents.push_back(std::move(document));
  return chart;
}

inline Surgery surgery(std::string_view id, std::string_view code, std::string_view start,
                       std::string_view end = {}, Origin origin = Origin::kChartData) {
  Surgery surgery;
  surgery.id = text(id);
  surgery.code = text(code);
  surgery.span = text("").span;
  if (!start.empty()) surgery.start.add({at(start).value, text("").span, origin});
  if (!end.empty()) surgery.end.add({at(end).value, text("").span, origin});
  return surgery;
}

inline Chart only(std::vector<Chart> fragments, bool folder = true) {
  std::vector<Chart> charts = build_charts(std::move(fragments), folder);
  REQUIRE(charts.size() == 1);
  return std::move(charts.front());
}

// A list of what can't be copied from an initializer list without pain.
template <typename... T>
std::vector<Chart> list(T... charts) {
  std::vector<Chart> all;
  (all.push_back(std::move(charts)), ...);
  return all;
}

inline std::string shown(const std::optional<Located<Time>>& time) {
  return time ? to_string(time->value) : "none";
}
inline std::string shown(const TimeFact& fact) {
  return fact.known() ? to_string(fact.value()) : "none";
}

}  // namespace emrlint::build_test

#endif  // EMRLINT_TESTS_READER_BUILD_SUPPORT_H_
