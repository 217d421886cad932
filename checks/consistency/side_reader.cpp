// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/side_reader.h"

#include <algorithm>
#include <utility>

#include "text/narrative.h"

namespace emrlint::checks {
namespace {

bool first_item(std::string_view text, std::size_t at) {
  constexpr std::string_view kParts[] = {"，", ",", "；", ";", "。", "、", "\n", "2", "②"};
  const std::string_view before = text.substr(0, at);
  return std::none_of(std::begin(kParts), std::end(kParts),
                      [&](std::string_view part) { return before.find(part) != before.npos; });
}

bool stated(SideSource source, Mode mode) {
  return mode == Mode::kActual || (mode == Mode::kPlanned && source == SideSource::kProcedure);
}
std::string_view clause(const Narrative& narrative, std::size_t at) {
  const std::size_t from = narrative.clause_begin(at);
  return narrative.text().substr(from, narrative.clause_end(at) - from);
}
bool of_incision(const Narrative& narrative, const SidedPart& part) {
  return clause(narrative, part.from).find("切口") != std::string_view::npos;
}
// An old one, 左侧基底节区陈旧性脑梗死, is another lesion than the one of this stay.
bool old(const Narrative& narrative, const SidedPart& part) {
  const std::string_view said = clause(narrative, part.from);
  const std::size_t at = part.from - narrative.clause_begin(part.from);
  return said.substr(at, std::min(said.find("、", at), said.size()) - at).find("陈旧") != said.npos;
}
// What is only held ready: 必要时同期行右侧…, 备…
bool reserved(const Narrative& narrative, const SidedPart& part) {
  const std::string_view text = clause(narrative, part.from);
  return text.find("必要时") != text.npos || text.find("备") != text.npos ||
         text.find("二期") != text.npos;
}

}  // namespace

void add_sides(std::vector<SideStatement>& found, const SideList& list, const Text& text,
               bool may_be_first, bool countable) {
  const std::vector<SidedPart> parts = sided_parts(text.value);
  if (parts.empty()) return;
  const Narrative narrative(text.value);
  for (const SidedPart& part : parts) {
    const Reading reading = narrative.reading(part.from, part.to);
    if (list.what.en == "incision" && !of_incision(narrative, part)) continue;
    SideStatement one;
    one.list = list;
    one.said = part;
    one.first = may_be_first && first_item(text.value, part.from);
    one.counts = countable && reading.polarity == Polarity::kAffirmed &&
                 reading.who == Who::kPatient && stated(list.source, reading.mode) &&
                 !reserved(narrative, part) && !old(narrative, part);
    one.place = {text, static_cast<std::uint32_t>(part.from), static_cast<std::uint32_t>(part.to)};
    one.quote = text.value.substr(part.from, part.to - part.from);
    found.push_back(std::move(one));
  }
}

std::int32_t only_surgery(const Chart& chart) { return chart.surgeries.size() == 1 ? 0 : -1; }

Bilingual name_of(DocType type) { return {name(type, Lang::kZh), name(type, Lang::kEn)}; }

Bilingual name_of(SectionType type) { return {name(type, Lang::kZh), name(type, Lang::kEn)}; }

}  // namespace emrlint::checks
