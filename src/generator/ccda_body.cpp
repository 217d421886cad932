// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "generator/ccda_parts.h"
#include "generator/words.h"
#include "terminology/oids.h"

namespace emrlint {
namespace {

std::uint64_t hash(std::string_view text, std::uint64_t seed) {
  for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  return seed;
}

class Body {
 public:
  Body(XmlWriter& xml, const Chart& chart, const Document& document)
      : xml_(xml),
        document_(document),
        entries_{xml, chart, document,
                 Dice(hash(document.id.value, hash(chart.key, 0xCBF29CE484222325ull))),
                 hl7_time(document.recorded)} {}

  // First what the kind of document has, then what this record has besides.
  void write(const CcdaKind& kind) {
    std::vector<SectionType> types(kind.sections.begin(), kind.sections.end());
    for (const Section& section : document_.sections) {
      const bool named = section.type != SectionType::kUnknown;
      if (named && std::find(types.begin(), types.end(), section.type) == types.end()) {
        types.push_back(section.type);
      }
    }
    for (const SectionType type : types) write_section(type);
  }

 private:
  void write_section(SectionType type) {
    const XmlScope component(xml_, "component");
    const XmlScope scope(xml_, "section");
    if (const CcdaSection* const known = ccda_section(type)) {
      write_ccda_template(xml_, known->template_id, known->template_date);
      xml_.leaf("code", {{"code", known->code},
                         {"codeSystem", oids::kLoinc},
                         {"codeSystemName", "LOINC"},
                         {"displayName", known->title}});
      xml_.text("title", known->title);
    } else {
      xml_.leaf("code", {{"nullFlavor", "UNK"}});
      xml_.text("title", name(type, Lang::kEn));
    }
    // Narrative and entries are drawn from the same dice, so that they say the same.
    const Dice dice(entries_.dice.next());
    {
      const XmlScope text(xml_, "text");
      write_narrative(type);
      if (has_ccda_entries(type)) write_ccda_table(entries_, type, dice);
    }
    if (has_ccda_entries(type)) write_ccda_entries(entries_, type, dice);
  }

  void write_narrative(SectionType type) {
    bool own = false;
    for (const Section& section : document_.sections) {
      if (section.type != type) continue;
      for (const Text& text : document_.text_of(section)) {
        xml_.text("paragraph", text.value);
        own = true;
      }
    }
    if (own && !has_ccda_entries(type)) return;
    for (int i = entries_.dice.between(2, 5); i > 0 && !has_ccda_entries(type); --i) {
      std::string paragraph;
      for (int k = entries_.dice.between(3, 6); k > 0; --k) {
        if (!paragraph.empty()) paragraph += ' ';
        paragraph += ccda_sentence(entries_.dice, type);
      }
      xml_.text("paragraph", paragraph);
    }
  }

  XmlWriter& xml_;
  const Document& document_;
  CcdaEntries entries_;
};

}  // namespace

void write_ccda_body(XmlWriter& xml, const Chart& chart, const Document& document,
                     const CcdaKind& kind) {
  Body(xml, chart, document).write(kind);
}

}  // namespace emrlint
