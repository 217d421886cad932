// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "reader/fhir_resources.h"
#include "reader/cda_roles.h"
#include "terminology/oids.h"

namespace emrlint::fhir {
namespace {

constexpr std::string_view kRanks = "2.16.156.10011.2.3.1.209";  // 专业技术职务类别

bool is_latin(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// The title that a concept names: by our code, by the rank of the national table, by its words.
Title title_of(JsonValue concept_value, Text& as_written) {
  as_written = or_else(concept_value["text"].text(), first_display(concept_value));
  if (const auto title = title_from_id(own_code(concept_value, "title").value)) return *title;
  Title title = Title::kUnknown;
  any_coding(concept_value, [&](const Coding& coding) {
    if (coding.system.value == kRanks) title = title_from_rank(coding.code.value, Role::kUnknown);
    if (title == Title::kUnknown) title = title_from_text(coding.display.value);
    return title != Title::kUnknown;
  });
  return title != Title::kUnknown ? title : title_from_text(as_written.value);
}

void add_role(Record& record, const Resource& role, Person& person) {
  JsonValue code, organization, specialty, extension;
  take(role.value, {{"code", &code}, {"organization", &organization}, {"specialty", &specialty},
                    {"extension", &extension}});
  for (JsonValue item : children(code)) {
    Text as_written;
    const Title title = title_of(item, as_written);
    if (person.title_text.value.empty()) person.title_text = as_written;
    if (title == Title::kUnknown) continue;
    person.title = title;
    person.title_text = as_written;
    break;
  }
  JsonValue department, licensed;
  take_own(extension, {{"department", &department}, {"licensed", &licensed}});
  if (department) person.department = department.text();
  if (person.department.value.empty()) person.department = label(specialty);
  if (const auto said = licensed.boolean()) person.licensed = said;
  if (person.department.value.empty()) {
    const Resource unit = record.resolve(organization, role);
    if (unit && has_code(unit.value["type"], "dept")) person.department = unit.value["name"].text();
  }
}

Person read_practitioner(Record& record, const Resource& who) {
  JsonValue identifier, name, qualification, extension;
  take(who.value, {{"identifier", &identifier}, {"name", &name}, {"qualification", &qualification},
                   {"extension", &extension}});
  Person person;
  person.id = or_else(first_identifier(identifier), who.id);
  person.name = read_name(record, name);
  for (JsonValue item : children(qualification)) {
    Text as_written;
    const Title title = title_of(item["code"], as_written);
    if (title == Title::kUnknown) continue;
    person.title = title;
    person.title_text = as_written;
    break;
  }
  JsonValue title, licensed, department;
  take_own(extension, {{"title", &title}, {"licensed", &licensed}, {"department", &department}});
  person.department = department.text();
  if (const auto known = title_from_id(title.str())) {
    person.title = *known;
    person.title_text = title.text();
  }
  person.licensed = licensed.boolean();
  return person;
}

}  // namespace

Text read_name(Record& record, JsonValue names) {
  const JsonValue name = names.is_array() ? names.first() : names;
  JsonValue text, family, given;
  take(name, {{"text", &text}, {"family", &family}, {"given", &given}});
  if (text.is_string()) return text.text();
  const JsonValue first = given.is_array() ? given.first() : given;
  if (!first) return family.text();
  if (!family) return first.text();
  const bool latin = is_latin(family.str()) && is_latin(first.str());
  std::string whole(latin ? first.str() : family.str());
  if (latin) whole += ' ';
  whole += latin ? family.str() : first.str();
  return {record.keep(name.span(), std::move(whole)), name.span()};
}

const Person& Record::practitioner(std::uint32_t number) {
  if (people_known_[number]) return people_[number];
  people_known_[number] = true;
  const Resource& who = resources_[number];
  Person& person = people_[number];
  if (who.type == Type::kPractitionerRole) {
    const Resource behind = resolve(who.value["practitioner"], who);
    if (behind.type == Type::kPractitioner) person = read_practitioner(*this, behind);
    if (!behind) {
      person.id = reference_id(who.value["practitioner"]);
      person.name = who.value["practitioner"]["display"].text();
    }
    add_role(*this, who, person);
  } else {
    person = read_practitioner(*this, who);
    if (role_of_[number] != kNone) add_role(*this, resources_[role_of_[number]], person);
  }
  return person;
}

Person Record::person(JsonValue reference, const Resource& from) {
  if (!reference) return {};
  const Resource who = resolve(reference, from);
  const Text display = reference["display"].text();
  Person person;
  switch (who.type) {
    case Type::kPractitioner:
    case Type::kPractitionerRole:
      if (who.number == kNone) {
        person = read_practitioner(*this, who);
      } else {
        person = practitioner(who.number);
        if (current_ != kNone) staff_[current_].push_back(who.number);
      }
      break;
    case Type::kPatient:
    case Type::kRelatedPerson:
      person.id = who.id;
      person.name = read_name(*this, who.value["name"]);
      break;
    default:
      if (who) return {};  // An organisation or a device signs nothing.
      person.id = reference_id(reference);
  }
  // A finding points at where the person is named, not at his entry in the directory.
  const Span place = display.value.empty() ? reference["reference"].span() : display.span;
  if (!display.value.empty()) person.name = display;
  if (who) {
    person.name.span = place;
    person.id.span = place;
  }
  return person;
}

void Record::finish() {
  // A hospital's export names everybody; a chart keeps who has to do with it. The only chart of an
  // input keeps all.
  if (charts.size() == 1) {
    for (const Resource& resource : resources_) {
      if (resource.type == Type::kPractitioner) staff_[0].push_back(resource.number);
    }
  }
  for (std::size_t i = 0; i < charts.size(); ++i) {
    std::vector<std::uint32_t>& numbers = staff_[i];
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    charts[i].staff.reserve(numbers.size());
    std::unordered_set<std::string_view> known;
    for (const std::uint32_t number : numbers) {
      const Person& person = practitioner(number);
      if (known.insert(person.id.value).second) charts[i].staff.push_back(person);
    }
    charts[i].realm = chinese ? Realm::kChina : Realm::kOther;
    if (!sources_stated[i]) charts[i].sources.merge(sources);
  }
}

std::uint32_t Record::new_chart() {
  charts.emplace_back();
  staff_.emplace_back();
  sources_stated.push_back(false);
  return static_cast<std::uint32_t>(charts.size() - 1);
}

Chart* Record::enter(std::uint32_t chart) {
  current_ = chart;
  return chart == kNone ? nullptr : &charts[chart];
}

Chart* Record::enter(const Resource& from, JsonValue encounter, JsonValue subject,
                     const std::optional<Located<Time>>& at) {
  if (encounter) {
    const Resource named = resolve(encounter, from);
    if (named && named.number != kNone && stay_of[named.number] != kNone) {
      return enter(stays[stay_of[named.number]].chart);
    }
    return enter(kNone);
  }
  if (document_bundle && stays.size() == 1) return enter(stays.front().chart);
  if (!subject || !at) return enter(kNone);
  const Resource patient = resolve(subject, from);
  if (!patient || patient.number == kNone) return enter(kNone);
  const auto first = std::lower_bound(
      stays.begin(), stays.end(), patient.number,
      [](const Stay& stay, std::uint32_t number) { return stay.patient < number; });
  for (auto stay = first; stay != stays.end() && stay->patient == patient.number; ++stay) {
    if (!stay->start || certainly_before(at->value, *stay->start)) continue;
    if (stay->end && certainly_after(at->value, *stay->end)) continue;
    return enter(stay->chart);
  }
  return enter(kNone);
}

}  // namespace emrlint::fhir
