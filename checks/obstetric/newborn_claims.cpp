// SPDX-License-Identifier: Apache-2.0
#include "checks/obstetric/newborn_claims.h"

#include "checks/frontpage/page.h"

namespace emrlint::checks {
namespace {

constexpr Bilingual kPage{"病案首页", "the front page"};

bool retells_birth(DocType type) {
  return type == DocType::kDischargeRecord || type == DocType::kDischargeSummary ||
         type == DocType::kPostopFirstNote || type == DocType::kOperationRecord;
}

template <typename T>
void add(std::vector<Claim<T>>& claims, DocType type, const std::vector<Said<T>>& said) {
  for (const Said<T>& each : said) {
    if (each.value != said.front().value) return;
  }
  if (said.empty()) return;
  const Bilingual where{name(type, Lang::kZh), name(type, Lang::kEn)};
  claims.push_back({where, said.front().value, said.front().part});
}

}  // namespace

Claims claims_of(const Chart& chart) {
  Claims claims;
  for (const auto tells : {&record_of_birth, &retells_birth}) {
    for (const Document& document : chart.documents) {
      if (!tells(document.type)) continue;
      const SaidNewborns said = newborns_in(document);
      add(claims.sexes, document.type, said.sexes);
      add(claims.weights, document.type, said.grams);
    }
  }
  const FrontPageField* field = FrontPage(chart).filled(FrontPageItem::kBirthWeight);
  const auto grams = field != nullptr ? number_in(field->value.value) : std::nullopt;
  if (grams && *grams >= 200) {  // Less is a number of kilograms.
    const auto size = static_cast<std::uint32_t>(field->value.value.size());
    claims.weights.push_back({kPage, static_cast<int>(*grams), Part{field->value, 0, size}});
  }
  return claims;
}

std::vector<Span> newborn_elements(const Chart& chart) {
  std::vector<Span> spans;
  for (const Document& document : chart.documents) {
    if (!record_of_birth(document.type)) continue;
    for (const Element& element : document.elements) {
      if (element.id.value == elements::kNewbornSex) spans.push_back(element.span);
    }
  }
  return spans;
}

}  // namespace emrlint::checks
