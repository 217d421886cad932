// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/hospital_tables.h"

#include <algorithm>
#include <vector>

namespace emrlint::checks {
namespace {

constexpr Missing kCatalogueRow{"catalogue-row",
                                "本院手术分级目录中该手术的级别（未列，或列有多个级别）",
                                "the level of the surgery in the catalogue (not listed, or with "
                                "several levels)"};
constexpr Missing kLevelRows{"level-authorisations", "授权表中按级别的授权（一、二级手术）",
                             "authorisations by level in the table (for levels 1 and 2)"};
constexpr std::size_t kCategory = 3;  // "51.2" without the dot, the shortest code of a category

// As far as a row, by its procedure or its level, is about the surgery.
Answer is_about(const Authorisation& row, const Surgery& surgery, std::optional<int> level) {
  if (row.level && (!level || *level <= 2)) {
    if (!level) return Answer::kUnknown;
    if (*row.level >= *level) return Answer::kYes;
  }
  if (row.code.empty() && row.procedure.empty()) return Answer::kNo;
  const std::string code = folded_key(surgery.code.value);
  if (!row.code.empty() && !code.empty()) {
    const std::string authorised = folded_key(row.code);
    if (code == authorised) return Answer::kYes;
    if (code.starts_with(authorised) && authorised.size() >= kCategory) return Answer::kYes;
    // The surgery is coded less finely than what is authorised.
    return authorised.starts_with(code) ? Answer::kUnknown : Answer::kNo;
  }
  const bool same =
      !row.procedure.empty() && folded_key(row.procedure) == folded_key(surgery.name.value);
  return same ? Answer::kYes : Answer::kUnknown;
}

Authority unknown(Authority authority, const Missing& what) {
  authority.answer = Answer::kUnknown;
  authority.doubt = what;
  return authority;
}

std::vector<const Authorisation*> rows_of(const Chart& chart, const Tables& tables,
                                          const Person& surgeon) {
  return tables.authorisations().find(surgeon.id.value, name_of(chart, surgeon).text);
}

// Namesakes, or a table that may have other ids than the chart: nobody can tell whose authorisation
// it is.
bool doubtful(const Chart& chart, const Tables& tables, const Person& surgeon,
              const std::vector<const Authorisation*>& rows) {
  if (rows.empty()) {
    const bool namesake = !tables.authorisations().find({}, name_of(chart, surgeon).text).empty();
    return namesake && tables.staff().by_code.find(surgeon.id.value).empty();
  }
  return std::any_of(rows.begin(), rows.end(), [&](const Authorisation* row) {
    return folded_key(row->staff_id) != folded_key(rows.front()->staff_id);
  });
}

// Whether anybody is authorised by level: a table may hold items only.
bool grants_levels(const Tables& tables) {
  const std::vector<Authorisation>& rows = tables.authorisations().rows;
  return std::any_of(rows.begin(), rows.end(),
                     [](const Authorisation& row) { return row.level.has_value(); });
}

}  // namespace

CatalogueLevel catalogue_level(const Tables& tables, const Surgery& surgery) {
  std::vector<const SurgeryLevel*> rows;
  for (const SurgeryLevel* row :
       tables.surgery_levels().find(surgery.code.value, surgery.name.value)) {
    const Within valid = row->valid.covers(start_of(surgery));
    if (valid == Within::kUnknown) return {std::nullopt, missing::kSurgeryStart};
    if (valid == Within::kYes) rows.push_back(row);
  }
  const auto several = [&] {
    return std::any_of(rows.begin(), rows.end(),
                       [&](const SurgeryLevel* row) { return row->level != rows[0]->level; });
  };
  if (several()) {  // One code may stand for several surgeries; then the name tells which.
    const std::string name = folded_key(surgery.name.value);
    std::erase_if(rows, [&](const SurgeryLevel* row) { return folded_key(row->name) != name; });
  }
  if (rows.empty() || several()) return {std::nullopt, kCatalogueRow};
  return {rows[0]->level, std::nullopt};
}

Authority authority_of(const Chart& chart, const Tables& tables, const Surgery& surgery) {
  Authority authority;
  authority.level = catalogue_level(tables, surgery).level;
  if (!authority.level && surgery.level) authority.level = surgery.level->value;
  const Person& surgeon = surgery.surgeon;
  if (!surgeon.known()) return unknown(authority, missing::kPerson);
  const std::vector<const Authorisation*> rows = rows_of(chart, tables, surgeon);
  if (doubtful(chart, tables, surgeon, rows)) return unknown(authority, missing::kPerson);
  authority.named = !rows.empty();
  std::optional<Missing> doubt;
  for (const Authorisation* row : rows) {
    const Within valid = row->valid.covers(start_of(surgery));
    const Answer about = is_about(*row, surgery, authority.level);
    if (about == Answer::kNo) continue;
    if (valid == Within::kNo) {
      if (about == Answer::kYes) authority.lapsed = row;
    } else if (about == Answer::kUnknown) {
      doubt = authority.level || !row->level ? kSurgeryCode : missing::kSurgeryLevel;
    } else if (valid == Within::kUnknown) {
      doubt = missing::kSurgeryStart;
    } else {
      authority.answer = Answer::kYes;
      return authority;
    }
  }
  if (!doubt && authority.level && *authority.level <= 2 && !grants_levels(tables)) {
    return unknown(authority, kLevelRows);
  }
  return doubt ? unknown(authority, *doubt) : authority;
}

Listing listing_of(const Listed<Technology>& list, std::string_view code, std::string_view name,
                   const std::optional<Time>& at) {
  std::vector<const Technology*> rows = list.find(code, name);
  if (rows.empty() && code.empty()) return {Answer::kUnknown, kSurgeryCode};
  const std::string folded = folded_key(code);
  for (std::size_t size = folded.size(); size-- > kCategory;) {
    for (const std::uint32_t row : list.by_code.find(folded.substr(0, size))) {
      rows.push_back(&list.rows[row]);
    }
  }
  Listing listing;
  for (const Technology* row : rows) {
    const Within valid = row->valid.covers(at);
    if (valid == Within::kYes) return {Answer::kYes, {}};
    if (valid == Within::kUnknown) listing = {Answer::kUnknown, missing::kEventTime};
  }
  return listing;
}

Bilingual level_name(int level) {
  constexpr Bilingual kNames[] = {
      {"一级", "level 1"}, {"二级", "level 2"}, {"三级", "level 3"}, {"四级", "level 4"}};
  return kNames[std::clamp(level, 1, 4) - 1];
}

std::string to_text(const Validity& valid) {
  const auto day = [](const std::optional<std::chrono::sys_days>& one) {
    if (!one) return std::string();
    return to_string(at_minute(Instant(*one), 0)).substr(0, 10);
  };
  return day(valid.from) + "–" + day(valid.until);
}

bool emergency(const Surgery& surgery) {
  const Urgency urgency = surgery.urgency.value;
  return urgency == Urgency::kEmergency || urgency == Urgency::kLifeSaving;
}

Personal name_of(const Chart& chart, const Person& person) {
  if (!person.name.value.empty()) return {person.name.value};
  const Person* member = chart.staff_member(person);
  const bool named = member != nullptr && !member->name.value.empty();
  return {named ? member->name.value : person.id.value};
}

}  // namespace emrlint::checks
