// SPDX-License-Identifier: Apache-2.0
#include "checks/structure/time_names.h"

#include <algorithm>
#include <iterator>

namespace emrlint::checks {
namespace {

struct Row {
  std::string_view what;  // Without "/low" or "/high".
  Bilingual name;
};

constexpr Bilingual kHere{"此处的", "given here"};
constexpr Bilingual kSignature{"签名", "of the signature"};
constexpr Bilingual kWriting{"书写", "of writing"};
constexpr Bilingual kHeld{"讨论等活动的", "of the discussion, round or visit"};
constexpr Bilingual kSaved{"首次保存", "of the first saving"};

constexpr Row kRows[] = {
    // CDA
    {"author/time", kWriting},
    {"authenticator/time", kSignature},
    {"legalAuthenticator/time", {"审核签名", "of the reviewer's signature"}},
    {"informant/time", {"病史陈述的", "of the informant"}},
    {"participant/time", {"相关人员的", "of a participant"}},
    {"performer/time", {"执行", "of what was done"}},
    {"birthTime", {"出生", "of birth"}},
    {"deceasedTime", {"死亡", "of death"}},
    {"discussion/effectiveTime", {"讨论", "of the discussion"}},
    {"encompassingEncounter/effectiveTime", {"住院（就诊）", "of the stay or visit"}},
    {"serviceEvent/effectiveTime", {"所记诊疗活动的", "of the care that is recorded"}},
    // FHIR
    {"date", kWriting},
    {"attester.time", kSignature},
    {"signature.when", kSignature},
    // Chart JSON, and extensions of FHIR that carry its members
    {"recorded", {"记录", "of recording"}},
    {"created", kSaved},
    {"generated", {"文件生成", "of the export"}},
    {"held", kHeld},
    {"signatures/at", kSignature},
};

}  // namespace

TimeName time_name(std::string_view what) {
  Bilingual which{"时间", "time"};
  if (what.ends_with("/low")) {
    which = {"开始时间", "start"};
    what.remove_suffix(4);
  } else if (what.ends_with("/high")) {
    which = {"结束时间", "end"};
    what.remove_suffix(5);
  }
  const auto* row = std::find_if(std::begin(kRows), std::end(kRows),
                                 [&](const Row& candidate) { return candidate.what == what; });
  return {row == std::end(kRows) ? kHere : row->name, which};
}

}  // namespace emrlint::checks
