// SPDX-License-Identifier: Apache-2.0
#include "text/template_word.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

namespace emrlint {
namespace {

constexpr std::string_view kWords[] = {
    // Marks and labels.
    "文本",
    "疾病名称",
    "null",
    "NULL",
    "undefined",
    "NaN",
    "未填写",
    "待填写",
    "请填写",
    "请输入",
    "此处填写",
    "测试",
    "test",
    "签名人姓名",
    "患者姓名",
    "医务人员编号",
    "医疗机构编号",
    "医疗卫生机构编号",
    "医疗机构名称",
    "医疗卫生机构名称",
    "科室名称",
    "病区名称",
    // Definitions of items that do not end like one, see definition() in placeholder.cpp.
    "患者接受医学检查项目所采用的检查方法名称",
    "患者检查项目在特定编码体系中的代码",
    "患者当前诊疗过程结束后的去向在特定编码体系中的代码，这里指手术结束后的去向",
    "患者在接受手术前，除与手术相关的诊断外，同时合并的其他疾病",
    "患者在住院前，由门（急）诊接诊医师在住院证上填写的门（急）诊诊断",
    "对患者一般状况检查结果的详细描述，包括其发育状况、营养状况、体味、步态、面容与表情、意识，"
    "检查能否合作等等",
    "实施手术的人体部位名称",
    "实施手术操作时使用/放置的材料/药物的名称",
    "手术中可能出现的意外",
    "手术后可能出现的意外",
    "术前麻醉医师下达的医嘱",
    "输入血液或血液成分的计量单位，可包含汉字的字符，如mL，单位，治疗量等",
    "表示本次输血的原因",
    "药物通用名称",
};

// Words that nobody is called. The second list counts only with 签名 or the like behind it.
constexpr std::string_view kRoles[] = {
    "医师",     "医生",     "护士",     "手术者",   "术者",     "麻醉医师", "上级医师", "经治医师",
    "住院医师", "主治医师", "主任医师", "责任护士", "器械护士", "巡回护士", "巡台护士", "主持人",
    "讨论人",   "记录人",   "记录者",   "审核者",   "审核医师", "编码员",   "质控医师", "质控护士",
};
constexpr std::string_view kSigners[] = {"患者", "代理人", "家属", "患者家属", "签名人", "见证人"};

constexpr std::string_view kSuffixes[] = {"签名", "签字", "姓名"};

// What the roles and suffixes end in.
constexpr std::string_view kLastOfNames = "师生士者人员名字";
static_assert(std::all_of(std::begin(kRoles), std::end(kRoles), [](std::string_view role) {
  return ends_in_one_of(role, kLastOfNames);
}));

// In which bytes the words of each length end, one bit for each six bits of a last byte: nearly no
// other value has the like.
constexpr std::size_t kLongest = 192;
static_assert(std::all_of(std::begin(kWords), std::end(kWords), [](std::string_view word) {
  return !word.empty() && word.size() < kLongest;
}));
constexpr std::uint64_t end_bit(std::string_view text) {
  return std::uint64_t{1} << (static_cast<unsigned char>(text.back()) % 64);
}
constexpr auto kEnds = [] {
  std::array<std::uint64_t, kLongest> ends{};
  for (const std::string_view word : kWords) ends[word.size()] |= end_bit(word);
  return ends;
}();

template <std::size_t N>
bool is_one_of(const std::string_view (&words)[N], std::string_view text) {
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

// Passes over 的, and over the first character of 手术前 where it stands for 术前.
void skip_fillers(std::string_view& text) {
  while (text.starts_with("的")) text.remove_prefix(3);
  for (const std::string_view word : {"手术前", "手术中", "手术后"}) {
    if (text.starts_with(word)) text.remove_prefix(3);
  }
}

}  // namespace

bool is_template_word(std::string_view value) {
  if (value.empty() || value.size() >= kLongest) return false;
  return (kEnds[value.size()] & end_bit(value)) != 0 && is_one_of(kWords, value);
}

bool is_template_name(std::string_view name) {
  if (!ends_in_one_of(name, kLastOfNames)) return false;
  for (const std::string_view suffix : kSuffixes) {
    if (!name.ends_with(suffix)) continue;
    const std::string_view who = name.substr(0, name.size() - suffix.size());
    return is_one_of(kRoles, who) || is_one_of(kSigners, who);
  }
  return is_one_of(kRoles, name);
}

bool repeats_name(std::string_view value, std::string_view name) {
  constexpr std::size_t kShortest = 6;  // Two characters.
  constexpr std::size_t kFillers = 12;
  if (value.size() < kShortest || name.size() < kShortest) return false;
  if (value.size() > name.size() + kFillers || name.size() > value.size() + kFillers) return false;
  while (true) {
    skip_fillers(value);
    skip_fillers(name);
    if (value.empty() || name.empty() || value.front() != name.front()) break;
    value.remove_prefix(1);
    name.remove_prefix(1);
  }
  return name.empty() && (value.empty() || value == "内容" || value == "信息");
}

}  // namespace emrlint
