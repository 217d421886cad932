// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_STATE_NAME_H_
#define EMRLINT_OUTPUT_STATE_NAME_H_

#include <string_view>

#include "engine/lint.h"

namespace emrlint {

// What has become of a requirement, in a word: 问题, 未能判定, 尚未到期, 已豁免.
inline std::string_view state_name(const Finding& finding, Lang lang) {
  const bool zh = lang == Lang::kZh;
  if (finding.waiver != nullptr) return zh ? "已豁免" : "waived";
  switch (finding.outcome.kind) {
    case OutcomeKind::kFail:
      break;
    case OutcomeKind::kUndecided:
      return zh ? "未能判定" : "undecided";
    case OutcomeKind::kDue:
      return zh ? "尚未到期" : "due";
  }
  return zh ? "问题" : "finding";
}

// What could not be read, and a check that broke.
inline std::string_view problem_state(Lang lang) {
  return lang == Lang::kZh ? "读取有误" : "not read";
}
inline std::string_view broken_state(Lang lang) {
  return lang == Lang::kZh ? "检查中断" : "broken";
}

inline std::string_view severity_name(Severity severity, Lang lang) {
  if (lang == Lang::kEn) return id(severity);
  switch (severity) {
    case Severity::kError:
      return "必改";
    case Severity::kWarning:
      return "建议";
    case Severity::kNote:
      return "提示";
    case Severity::kOff:
      break;
  }
  return "";
}

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_STATE_NAME_H_
