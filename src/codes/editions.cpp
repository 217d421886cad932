// SPDX-License-Identifier: Apache-2.0
#include <iterator>

#include "codes/code_row.h"

namespace emrlint {
namespace {

// Editions that --edition knows by their ids. When they came into force differs from province to
// province, so that the dates are the user's to say.
struct KnownEdition {
  CodeSystem system;
  std::string_view id;
  Bilingual name;
  std::string_view publisher;
};
constexpr KnownEdition kEditions[] = {
    {CodeSystem::kIcd10,
     "clinical-2.0",
     {"疾病分类与代码国家临床版2.0", "ICD-10, national clinical edition 2.0"},
     "国家卫生健康委员会"},
    {CodeSystem::kIcd10,
     "insurance-2.0",
     {"ICD-10医保版2.0", "ICD-10, national insurance edition 2.0"},
     "国家医疗保障局"},
    {CodeSystem::kIcd10,
     "gbt-14396-2016",
     {"疾病分类与代码GB/T 14396—2016", "ICD-10, GB/T 14396-2016"},
     "国家标准化管理委员会"},
    {CodeSystem::kIcd10, "who-2019", {"世界卫生组织ICD-10（2019）", "ICD-10, WHO 2019"}, "WHO"},
    {CodeSystem::kIcd9Cm3,
     "clinical-3.0",
     {"手术操作分类代码国家临床版3.0", "ICD-9-CM-3, national clinical edition 3.0"},
     "国家卫生健康委员会"},
    {CodeSystem::kIcd9Cm3,
     "insurance-2.0",
     {"ICD-9-CM-3医保版2.0", "ICD-9-CM-3, national insurance edition 2.0"},
     "国家医疗保障局"},
    {CodeSystem::kTcm,
     "gbt-15657-2021",
     {"中医病证分类与代码GB/T 15657—2021", "TCM diseases and patterns, GB/T 15657-2021"},
     "国家标准化管理委员会"},
};

}  // namespace

void name_edition(CodeEdition& edition) {
  Bilingual name = edition.system->name;
  std::string_view publisher;
  bool known = false;
  for (const KnownEdition& one : kEditions) {
    if (one.system != edition.system->system || one.id != edition.id) continue;
    name = one.name;
    publisher = one.publisher;
    known = true;
  }
  const std::string id = known || edition.id.empty() ? "" : " " + edition.id;
  if (edition.name_zh.empty()) edition.name_zh = std::string(name.zh) + id;
  if (edition.name_en.empty()) edition.name_en = std::string(name.en) + id;
  if (edition.publisher.empty()) edition.publisher = publisher;
}

}  // namespace emrlint
