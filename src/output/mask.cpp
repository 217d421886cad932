// SPDX-License-Identifier: Apache-2.0
#include "output/mask.h"

#include <algorithm>
#include <cstdint>

#include "output/width.h"
#include "source/utf8.h"
#include "text/placeholder.h"

namespace emrlint {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "\u5f20\u4e09": what a JSON text may hold instead of a Chinese name. Characters beyond the basic
// plane are left out: no reader meets them in escaped names.
std::string escaped(std::string_view name, std::string_view digits) {
  std::string out;
  while (!name.empty()) {
    const std::size_t length = character_length(name);
    std::uint32_t code = static_cast<unsigned char>(name[0]);
    if (length == 2) code = (code & 0x1Fu) << 6 | (static_cast<unsigned char>(name[1]) & 0x3Fu);
    if (length == 3) {
      code = (code & 0x0Fu) << 12 | (static_cast<unsigned char>(name[1]) & 0x3Fu) << 6 |
             (static_cast<unsigned char>(name[2]) & 0x3Fu);
    }
    if (length == 1) {
      out += name[0];
    } else {
      out += "\\u";
      for (const unsigned shift : {12u, 8u, 4u, 0u}) out += digits[code >> shift & 15u];
    }
    name.remove_prefix(length);
  }
  return out;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && digit(text[at + count])) ++count;
  return count;
}

// How many bytes from `at`, where a run of digits starts, are an identity or telephone number.
std::size_t personal_number(std::string_view text, std::size_t at) {
  const std::size_t count = digits_at(text, at);
  const char next = at + count < text.size() ? text[at + count] : ' ';
  if (count == 17 && (next == 'X' || next == 'x')) return 18;
  if (count == 18 || count == 15) return count;
  if (count == 11 && text[at] == '1' && text[at + 1] >= '3') return count;
  if ((count == 3 || count == 4) && text[at] == '0' && next == '-') {
    const std::size_t rest = digits_at(text, at + count + 1);
    if (rest == 7 || rest == 8) return count + 1 + rest;
  }
  return 0;
}

}  // namespace

Masker::Masker(const Chart& chart) {
  add(chart);
  hide_names();
}

Masker::Masker(const Chart& chart, const Chart& other) {
  add(chart);
  add(other);
  hide_names();
}

void Masker::add(const Chart& chart) {
  add(chart.patient.name.value);
  add(chart.patient.id_card.value);
  add(chart.encounter.attending);
  for (const Person& person : chart.staff) add(person);
  for (const Document& document : chart.documents) {
    add(document.header.name.value);
    add(document.header.id_card.value);
    add(document.author);
    for (const Signature& signature : document.signatures) add(signature.person);
    for (const Participant& participant : document.participants) add(participant.person);
  }
  for (const Surgery& surgery : chart.surgeries) {
    add(surgery.surgeon);
    add(surgery.planned_surgeon);
    add(surgery.anesthesia.by);
    for (const Person& person : surgery.assistants) add(person);
  }
  for (const Order& order : chart.orders) {
    add(order.by);
    add(order.executor);
    add(order.verifier);
  }
  for (const Procedure& procedure : chart.procedures) add(procedure.by);
  for (const Consultation& consultation : chart.consultations) add(consultation.consultant);
  for (const Handover& handover : chart.handovers) {
    add(handover.from);
    add(handover.to);
  }
  for (const Checklist& checklist : chart.checklists) {
    for (const Signature& signature : checklist.signatures) add(signature.person);
    for (const ChecklistPhase& phase : checklist.phases) {
      for (const Signature& signature : phase.signatures) add(signature.person);
    }
  }
}

void Masker::hide_names() {
  // The same few people stand in all documents.
  std::sort(names_.begin(), names_.end());
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  for (const std::string_view name : names_) hide(name);
  names_.clear();
}

void Masker::hide(std::string_view name) {
  // One character or two letters would hide too much else.
  if (name.size() < 4) return;
  // "手术者签名" is nobody's name, and a finding speaks of it.
  const PlaceholderMatch left = find_name_placeholder(name);
  if (left.from == 0 && left.to == name.size()) return;
  words_.emplace_back(name);
  const bool ascii = count_code_points(name) == name.size();
  if (!ascii) {
    words_.push_back(escaped(name, "0123456789abcdef"));
    words_.push_back(escaped(name, "0123456789ABCDEF"));
    return;
  }
  // The parts of a Latin name stand apart in FHIR and CDA.
  while (!name.empty()) {
    const std::size_t blank = std::min(name.find(' '), name.size());
    if (blank >= 4) words_.emplace_back(name.substr(0, blank));
    name.remove_prefix(std::min(blank + 1, name.size()));
  }
}

std::vector<Masker::Range> Masker::hidden(std::string_view text) const {
  std::vector<Range> found;
  for (const std::string& word : words_) {
    for (std::size_t at = 0; (at = text.find(word, at)) != text.npos; at += word.size()) {
      found.push_back({at, at + word.size()});
    }
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!digit(text[at])) continue;
    const bool inside = at > 0 && (letter(text[at - 1]) || text[at - 1] == '.');
    const std::size_t length = inside ? 0 : personal_number(text, at);
    if (length > 0) found.push_back({at, at + length});
    at += std::max(length, digits_at(text, at)) - 1;
  }
  std::sort(found.begin(), found.end(),
            [](const Range& a, const Range& b) { return a.begin < b.begin; });
  std::vector<Range> out;
  for (const Range& range : found) {
    if (!out.empty() && range.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, range.end);
    } else {
      out.push_back(range);
    }
  }
  return out;
}

std::string Masker::mask(std::string_view text) const {
  std::string out;
  std::size_t at = 0;
  for (const Range& range : hidden(text)) {
    out.append(text.substr(at, range.begin - at)).append("***");
    at = range.end;
  }
  return out.append(text.substr(at));
}

}  // namespace emrlint
