// SPDX-License-Identifier: Apache-2.0
#include "model/document.h"

#include <algorithm>
#include <unordered_set>

namespace emrlint {
namespace {

bool blank_text(std::string_view text) {
  // U+3000, the ideographic space, is what an empty Chinese form field is often filled with.
  constexpr std::string_view kWide = "\u3000";
  while (!text.empty()) {
    if (text.starts_with(kWide)) {
      text.remove_prefix(kWide.size());
    } else if (text.front() == ' ' || text.front() == '\t' || text.front() == '\n' ||
               text.front() == '\r') {
      text.remove_prefix(1);
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

const Section* Document::section(SectionType wanted) const {
  const Section* found = nullptr;
  const Section* with_text = nullptr;
  for (const Section& section : sections) {
    if (section.type != wanted) continue;
    if (found == nullptr) found = &section;
    if (blank(section)) continue;
    if (section.field) return &section;
    if (with_text == nullptr) with_text = &section;
  }
  return with_text == nullptr ? found : with_text;
}

bool Document::has_text(SectionType wanted) const {
  const Section* found = section(wanted);
  return found != nullptr && !blank(*found);
}

std::span<const Text> Document::text_of(const Section& section) const {
  return std::span(texts).subspan(section.texts.first, section.texts.count);
}

std::span<const Element> Document::elements_of(const Section& section) const {
  return std::span(elements).subspan(section.elements.first, section.elements.count);
}

std::vector<Text> Document::narrative() const {
  std::vector<Text> pieces;
  pieces.reserve(texts.size());
  std::uint32_t end = 0;  // Of what was taken. Sections nearly always stand one behind the other.
  std::unordered_set<std::uint64_t> taken;
  const auto place = [](Span at) { return std::uint64_t{at.begin} << 32 | at.end; };
  for (const Section& section : sections) {
    for (const Text& text : text_of(section)) {
      if (text.span.begin < end) {
        if (taken.empty()) {
          for (const Text& piece : pieces) taken.insert(place(piece.span));
        }
        if (!taken.insert(place(text.span)).second) continue;
      } else if (!taken.empty()) {
        taken.insert(place(text.span));
      }
      end = std::max(end, text.span.end);
      pieces.push_back(text);
    }
  }
  return pieces;
}

const Element* Document::element(std::string_view element_id) const {
  const auto it = std::find_if(elements.begin(), elements.end(), [&](const Element& element) {
    return element.id.value == element_id;
  });
  return it == elements.end() ? nullptr : &*it;
}

const Signature* Document::signature(Role role) const {
  const auto it = std::find_if(signatures.begin(), signatures.end(),
                               [&](const Signature& s) { return s.role == role; });
  return it == signatures.end() ? nullptr : &*it;
}

bool Document::blank(const Section& section) const {
  const auto pieces = text_of(section);
  std::size_t field = 1;  // Behind the section stand the fields that were taken from it, in order.
  return std::all_of(pieces.begin(), pieces.end(), [&](const Text& text) {
    return blank_text(text.value) || in_other_field(section, field, text);
  });
}

// Whether the text of an exchange section is that of a field which is something else: the case
// features in the section that is there for the diagnosis. Moves `field` on to where it may stand.
bool Document::in_other_field(const Section& section, std::size_t& field, const Text& text) const {
  if (section.field || format != Format::kWs500) return false;
  const std::span<const Section> behind(&section, sections.data() + sections.size());
  for (; field < behind.size() && behind[field].field; ++field) {
    for (const Text& piece : text_of(behind[field])) {
      if (piece.span == text.span) return behind[field].type != section.type;
    }
    const auto pieces = text_of(behind[field]);
    if (!pieces.empty() && pieces.back().span.begin > text.span.begin) return false;
  }
  return false;
}

}  // namespace emrlint
