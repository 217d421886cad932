// SPDX-License-Identifier: Apache-2.0
#include "checks/medication/allergen_words.h"

#include <algorithm>
#include <iterator>

#include "check/words.h"
#include "checks/consistency/history_text.h"

namespace emrlint::checks {
namespace {

constexpr std::size_t kShortest = 6, kLongest = 45;  // Bytes of a word.

constexpr std::string_view kLeading[] = {"有", "对", "使用", "应用", "接触", "既往",
                                         "及", "和", "与",   "或",   "患者", "自述",
                                         "述", "系", "为",   "于",   "史",   " "};
constexpr std::string_view kTrailing[] = {"类抗生素", "类抗菌药物", "类药物", "类药", "类", "药物",
                                          "药",       "制剂",       "注射液", "等",   "时", "皮试",
                                          "有",       "史",         " ",      "过敏"};
// Behind these in an item the name begins; with 后 it ends.
constexpr std::string_view kBegins[] = {"有",   "用",   "服",   "曾",   "诉",
                                        "输注", "静滴", "静点", "注射", "肌注"};
// Begins with one of kLeading and is a name all the same.
constexpr std::string_view kNames[] = {"对乙酰", "对比剂", "对氨基", "对硝基"};

constexpr WordList kNoDrugs{
    "海鲜|海产|虾|蟹|鱼|花粉|尘螨|螨|牛奶|奶制品|鸡蛋|蛋清|芒果|菠萝|坚果|花生|食物|粉尘|灰尘|动物|"
    "皮毛|毛发|豆|羊肉|牛肉|冷空气|紫外线|日光|橡胶|乳胶|胶布|油漆|蜂|蒿|化妆品|染发|金属|蚊|季节|"
    "不详|不明|未知|何物|某|多种"};
constexpr WordList kForAll{
    "消炎|止痛|镇痛|解热|退烧|退热|降压|降糖|感冒|抗生素|抗菌|抗感染|麻醉|局麻|安眠|镇静|避孕|减肥|"
    "保健|外用|输液|成份|其他|其它|上述|以上|该"};
constexpr std::string_view kDenials[] = {"无", "否认", "未", "暂无", "可疑", "疑", "怀疑", "考虑"};

std::string_view strip(std::string_view word, Words leading, Words trailing) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view one : leading) {
      const bool name = std::any_of(std::begin(kNames), std::end(kNames),
                                    [&](std::string_view it) { return word.starts_with(it); });
      if (name || !word.starts_with(one)) continue;
      word.remove_prefix(one.size());
      cut = true;
    }
    for (const std::string_view one : trailing) {
      if (!word.ends_with(one)) continue;
      word.remove_suffix(one.size());
      cut = true;
    }
  }
  return word;
}

// Less than two characters: no drug but iodine.
bool too_short(std::string_view word) {
  const bool latin = !word.empty() && static_cast<unsigned char>(word.front()) < 0x80;
  return word.size() < (latin ? kShortest / 2 : kShortest) && word != "碘";
}

}  // namespace

std::string_view allergen_in(std::string_view item) {
  item = item.substr(0, item.find("后"));
  for (const std::string_view begins : kBegins) {
    const std::size_t at = item.rfind(begins);
    if (at != item.npos && at + begins.size() < item.size()) item.remove_prefix(at + begins.size());
  }
  return strip(item, kLeading, kTrailing);
}

std::string_view bare_drug_word(std::string_view word) { return strip(word, {}, kTrailing); }

bool may_name_drug(std::string_view word) {
  const bool denied = std::any_of(std::begin(kDenials), std::end(kDenials),
                                  [&](std::string_view one) { return word.starts_with(one); });
  return !too_short(word) && word.size() <= kLongest && !denied && !holds_any(word, kNoDrugs) &&
         !lists(kForAll, word);
}

}  // namespace emrlint::checks
