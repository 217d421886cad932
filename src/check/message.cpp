// SPDX-License-Identifier: Apache-2.0
#include "check/message.h"

namespace emrlint {
namespace {

constexpr Bilingual kTitles[] = {
    {"职称不详", "unknown title"}, {"实习医学生", "student"},
    {"试用期医务人员", "trainee"}, {"住院医师", "resident"},
    {"主治医师", "attending physician"}, {"副主任医师", "associate chief physician"},
    {"主任医师", "chief physician"}, {"护士", "nurse"},
    {"护士长", "head nurse"}, {"技师", "technician"},
    {"药师", "pharmacist"}, {"其他人员", "other staff"},
};

constexpr Bilingual kRoles[] = {
    {"签名者", "signer"}, {"书写者", "author"}, {"记录者", "recorder"},
    {"住院医师", "resident"}, {"主治医师", "attending physician"}, {"主任医师", "chief physician"},
    {"上级医师", "senior physician"}, {"科主任", "head of department"}, {"审核者", "reviewer"},
    {"手术者", "surgeon"}, {"第一助手", "first assistant"}, {"第二助手", "second assistant"},
    {"助手", "assistant"}, {"麻醉医师", "anaesthetist"}, {"器械护士", "scrub nurse"},
    {"巡回护士", "circulating nurse"}, {"护士", "nurse"}, {"主持人", "host"},
    {"参加者", "member"}, {"抢救人员", "rescuer"}, {"申请医师", "requesting physician"},
    {"会诊医师", "consultant"}, {"交班（转出）医师", "outgoing physician"},
    {"接班（转入）医师", "incoming physician"}, {"开立者", "ordering physician"},
    {"执行者", "executor"}, {"核对者", "verifier"}, {"编码员", "coder"}, {"患者", "patient"},
    {"代理人", "agent"}, {"见证人", "witness"}, {"陈述者", "informant"},
};

constexpr Bilingual kSexes[] = {
    {"未知", "unknown"}, {"男", "male"}, {"女", "female"}, {"未说明", "unspecified"}};

template <typename E, std::size_t N>
Argument from_table(const Bilingual (&table)[N], E value) {
  return to_argument(table[static_cast<std::size_t>(value)]);
}

}  // namespace

Argument to_argument(std::string_view text) { return {std::string(text), std::string(text)}; }

Argument to_argument(Personal text) {
  return {std::string(text.text), std::string(text.text), true};
}

Argument to_argument(int number) { return {std::to_string(number), std::to_string(number)}; }

Argument to_argument(const Time& time) { return {to_string(time), to_string(time)}; }

Argument to_argument(Duration duration) { return {to_zh(duration), to_en(duration)}; }

Argument to_argument(DocType type) {
  return to_argument(Bilingual{name(type, Lang::kZh), name(type, Lang::kEn)});
}

Argument to_argument(SectionType type) {
  return to_argument(Bilingual{name(type, Lang::kZh), name(type, Lang::kEn)});
}

Argument to_argument(Title title) { return from_table(kTitles, title); }
Argument to_argument(Role role) { return from_table(kRoles, role); }
Argument to_argument(Sex sex) { return from_table(kSexes, sex); }

Argument to_argument(Bilingual text) { return {std::string(text.zh), std::string(text.en)}; }

Argument to_argument(const Surgery& surgery) {
  const Text& name = surgery.name.value.empty() ? surgery.code : surgery.name;
  Argument argument{"手术", "the surgery"};
  if (!name.value.empty()) {
    argument.zh = "“" + std::string(name.value) + "”";
    argument.en = argument.zh;
  }
  if (surgery.start) {
    const std::string start = to_string(surgery.start.value());
    argument.zh += "（" + start + "）";
    argument.en += " (" + start + ")";
  }
  return argument;
}

std::string format_message(std::string_view text, const Argument* arguments, std::size_t count,
                           Lang lang, bool mask) {
  std::string out;
  out.reserve(text.size() + 32);
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    out += text.substr(0, open);
    if (open == text.npos) break;
    const std::size_t close = text.find('}', open);
    const std::size_t index = static_cast<std::size_t>(text[open + 1] - '0');
    if (close == text.npos || index >= count) {  // A rule file's template is checked when loaded.
      out += text.substr(open);
      break;
    }
    const Argument& argument = arguments[index];
    out += argument.personal && mask ? "***" : lang == Lang::kZh ? argument.zh : argument.en;
    text.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace emrlint
