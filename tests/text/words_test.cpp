// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "text/age_words.h"
#include "text/day_words.h"
#include "text/quantity.h"
#include "text/side_words.h"

namespace emrlint {
namespace {

// A sentence and what is found in it, in order and with blanks between.
struct Case {
  std::string_view text;
  std::string_view found;
};

std::string number(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string cut(std::string_view text, std::size_t from, std::size_t to) {
  return std::string(text.substr(from, to - from));
}

// "38.5℃", "3~5天", "130/80mmHg", "20+年", "第3天".
std::string quantities(std::string_view text) {
  std::string all;
  for (auto q = next_quantity(text, 0); q; q = next_quantity(text, q->to)) {
    REQUIRE(q->to > q->from);
    all += std::string(all.empty() ? "" : " ") + (q->ordinal ? "第" : "") + number(q->value);
    if (q->upto != q->value) all += (q->slash ? "/" : "~") + number(q->upto);
    all += (q->more ? "+" : "") + std::string(q->unit);
  }
  return all;
}

TEST_CASE("quantities") {
  constexpr Case kCases[] = {
      {"体温38.5℃", "38.5℃"},
      {"体温３８．５℃，咳嗽３天", "38.5℃ 3天"},
      {"BP 130/80mmHg，P 76次/分", "130/80mmHg 76次/分"},
      {"肿块3.5cm×2cm", "3.5cm 2cm"},
      {"高血压3+年", "3+年"},
      {"高血压20余年", "20+年"},
      {"高血压10多年", "10+年"},
      {"咳嗽3年余", "3+年"},
      {"咳嗽半年", "0.5年"},
      {"咳嗽半个月", "0.5个月"},
      {"病程2年半", "2.5年"},
      {"1个半月", "1.5个半月"},
      {"二十余年前", "20+年"},
      {"十余天", "10+天"},
      {"三天前", "3天"},
      {"两周前", "2周"},
      {"二十三天", "23天"},
      {"一百二十天", "120天"},
      {"三次发作", "3次"},
      {"发热3-5天", "3~5天"},
      {"28～30天", "28~30天"},
      {"术后第3天", "第3天"},
      {"第三天", "第3天"},
      {"45岁", "45岁"},
      {"4周岁", "4周岁"},
      {"孕39⁺²周", "39+周"},
      {"孕39+2周", "39+周"},
      {"头孢唑林2g", "2g"},
      {"胰岛素8单位", "8"},
      {"每日3次，每次2片", "3次 2片"},
      {"GCS 15分", "15分"},
      {"疼痛2h，20min缓解", "2h 20min"},
      {"WBC 12.3×10^9/L", "12.3 10 9/L"},
      {"白细胞78%", "78%"},
      {"10个月", "10个月"},
      {"3月前起病", "3月"},
      // No numbers.
      {"十二指肠球部溃疡", ""},
      {"三尖瓣、二尖瓣", ""},
      {"四肢活动可", ""},
      {"一般情况可", ""},
      {"三叉神经痛", ""},
      {"七氟烷吸入", ""},
      {"一次性导尿包", ""},
      {"五官端正", ""},
      {"百日咳", ""},
      {"十分疼痛", ""},
      {"同一天", ""},
      {"某一天", ""},
      {"百分之三", ""},
      {"一侧肢体", ""},
      {"一级医院", ""},
      {"半卧位", ""},
      {"半月板损伤", ""},
      {"半年级", ""},
      {"2024年3月1日", ""},
      {"2024-03-01 08:30", ""},
      {"3月1日", ""},
      {"2019年因胆石", ""},
      {"CA199升高", ""},
      {"L4椎体", ""},
      {"B12缺乏", ""},
      {"检查号US20240226015", ""},
      {"电话13800001234", ""},
      {"", ""},
      {"8：30入室", ""},
      {"三月初起病", ""},
      {"一二三", ""},
  };
  for (const Case& c : kCases) CHECK_MESSAGE(quantities(c.text) == c.found, c.text);
}

std::string days(std::string_view text) {
  std::string all;
  for (auto day = next_day(text, 0); day; day = next_day(text, day->to)) {
    REQUIRE(day->to > day->from);
    all += (all.empty() ? "" : " ") + cut(text, day->from, day->to) + "=";
    if (day->kind == DayKind::kDate) {
      if (day->date.ok()) all += std::to_string(static_cast<int>(day->date.year())) + "/";
      all += std::to_string(day->month) + "/" + std::to_string(day->day);
    } else {
      all += day->kind == DayKind::kRelative ? "r" : day->kind == DayKind::kOfStay ? "stay" : "op";
      all += std::to_string(day->number) + (day->ordinal ? "th" : "");
    }
  }
  return all;
}

TEST_CASE("days") {
  constexpr Case kCases[] = {
      {"2024年3月1日入院", "2024年3月1日=2024/3/1"},
      {"于2024-03-01行手术", "2024-03-01=2024/3/1"},
      {"2024/3/1、2024.03.02", "2024/3/1=2024/3/1 2024.03.02=2024/3/2"},
      {"２０２４年３月１日", "２０２４年３月１日=2024/3/1"},
      {"3月1日", "3月1日=3/1"},
      {"3月1号", "3月1号=3/1"},
      {"2024年3月", "2024年3月=3/0"},
      {"今日查房，昨日发热，明日手术", "今日=r0 昨日=r-1 明日=r1"},
      {"今晨", "今晨=r0"},
      {"昨晚呕吐", "昨晚=r-1"},
      {"拟明晨手术", "明晨=r1"},
      {"术后第3天", "术后第3天=op3th"},
      {"术后第三天", "术后第三天=op3th"},
      {"术后第十二日", "术后第十二日=op12th"},
      {"术后3天", "术后3天=op3"},
      {"手术后第１天", "手术后第１天=op1th"},
      {"入院第2天", "入院第2天=stay2th"},
      {"入院后第2天", "入院后第2天=stay2th"},
      {"住院第三日", "住院第三日=stay3th"},
      {"胆囊切除术后第1天", "术后第1天=op1th"},
      {"POD 3 from hysterectomy", "POD 3=op3th"},
      {"患者POD3，", "POD3=op3th"},
      {"Post-op day #2, postoperative day 12", "Post-op day #2=op2th postoperative day 12=op12th"},
      // None.
      {"POD 3-5", ""},
      {"POD3/4", ""},
      {"iPod 3, podiatry 3", ""},
      {"术后24小时", ""},
      {"术后第3周", ""},
      {"术后3-5天", ""},
      {"术后1周", ""},
      {"术后第三个月", ""},
      {"说明日期", ""},
      {"证明日后", ""},
      {"查明天冬氨酸", ""},
      {"2024年因胆石", ""},
      {"3月前", ""},
      {"13月1日", ""},
      {"3天后", ""},
      {"入院2天", ""},
      {"血压130/80mmHg", ""},
      {"1.5.2", ""},
      {"", ""},
  };
  for (const Case& c : kCases) CHECK_MESSAGE(days(c.text) == c.found, c.text);
}

std::string ages(std::string_view text) {
  std::string all;
  const Narrative narrative(text);
  for (auto age = next_age(narrative, 0); age; age = next_age(narrative, age->to)) {
    REQUIRE(age->to > age->from);
    all += (all.empty() ? "" : " ") + std::to_string(age->years);
    if (age->of_patient_now) all += "!";
    if (age->sex != SaidSex::kNone) all += cut(text, age->sex_from, age->sex_to);
  }
  return all;
}

TEST_CASE("ages") {
  constexpr Case kCases[] = {
      {"患者，男，45岁。", "45!男"},
      {"The patient is a 45-year-old man with pain.", "45!man"},
      {"This is an 80 year old white female.", "80!female"},
      {"Seen today. 45-year-old Right-handed gentleman", "45!gentleman"},
      {"Ms. Sample is a 63-year-old woman", "63!woman"},
      {"Patient is a 45-years-old, with pain", "45!"},
      {"Her sister is a 45-year-old woman.", "45"},
      {"Mr. Sample's wife is a 45-year-old woman.", "45"},
      {"He lives with his 70-year-old mother. Nonsmoker for years.", "70"},
      {"Hip replaced with a 12-year-old device", "12"},
      {"ISO9001-year-old, old-year-old", ""},
      {"患者，男性，４５岁，已婚", "45!男性"},
      {"患者张三，女，52岁，因腹痛入院", "52!女"},
      {"患者张三丰，女性，52岁", "52!女性"},
      {"女性，52岁，反复右上腹痛", "52!女性"},
      {"1.女性，31岁，孕2产1", "31!女性"},
      {"患者女性，52岁", "52!女性"},
      {"患者女，52岁", "52!女"},
      {"患者老年男性，76岁", "76!男性"},
      {"老年男性，76岁，", "76!男性"},
      {"45岁男性，因腹痛入院", "45!男性"},
      {"患者45岁男性，", "45!男性"},
      {"患者为45岁女性患者", "45!女性"},
      {"患者45岁，因腹痛", "45!"},
      {"患者，45岁，男", "45!"},
      {"年龄：45岁", "45!"},
      {"患者现年45岁。", "45!"},
      {"性别：男 年龄：45岁", "45!"},
      {"病例特点：男，45岁", "45!男"},
      {"患儿，女，4岁", "4!女"},
      {"患者，男，45周岁", "45!男"},
      // Not about the present, not about the patient, or not certain.
      {"30岁时患肺结核", "30"},
      {"患者30岁时行阑尾切除术", "30"},
      {"初潮13岁，行经5天", "13"},
      {"26岁结婚，育1女", "26"},
      {"50岁绝经", "50"},
      {"绝经年龄：50岁", "50"},
      {"发病年龄45岁", "45"},
      {"其父70岁去世", "70"},
      {"其父，男，70岁", "70"},
      {"患者父亲，70岁", "70"},
      {"患者父亲，男，70岁", "70"},
      {"患者之女，女，20岁", "20"},
      {"多见于60岁以上男性", "60"},
      {"好发于50岁女性", "50"},
      {"60岁以上男性患者多见", "60"},
      {"60-70岁男性", "60"},
      {"40岁左右起病", "40"},
      {"自30岁起吸烟", "30"},
      {"患者40余岁", "40"},
      {"18岁前", "18"},
      {"供者，男，30岁", "30"},
      {"新生儿，男，1岁", "1"},
      {"若患者，男，45岁", "45"},
      {"既往30岁，女", "30"},
      {"患者吸烟，始于20岁，每日20支", "20"},
      {"患者有吸烟史，20岁，每日20支", "20"},
      {"鉴别诊断：儿童，男，5岁多见", "5"},
      {"45岁男性多见", "45"},
      {"患者育一子，男，3岁", "3"},
      {"患者有妹，女，30岁", "30"},
      {"3个月", ""},
      {"", ""},
  };
  for (const Case& c : kCases) CHECK_MESSAGE(ages(c.text) == c.found, c.text);
}

// Would take hours if a mention walked through its whole sentence.
TEST_CASE("a sentence without an end is read in linear time") {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "无左3岁伴术后第2天，";
  const Narrative narrative(text);
  int count = 0;
  for (auto age = next_age(narrative, 0); age; age = next_age(narrative, age->to)) ++count;
  for (auto side = next_side(text, 0); side; side = next_side(text, side->to)) {
    count += narrative.reading(side->from, side->to).polarity == Polarity::kNegated;
  }
  for (auto day = next_day(text, 0); day; day = next_day(text, day->to)) ++count;
  CHECK(count == 300000);
}

std::string sides(std::string_view text) {
  std::string all;
  for (auto side = next_side(text, 0); side; side = next_side(text, side->to)) {
    REQUIRE(side->to > side->from);
    const char letter = side->side == Side::kLeft ? 'L' : side->side == Side::kRight ? 'R' : 'B';
    all += (all.empty() ? "" : " ") + cut(text, side->from, side->to) + "=" + letter;
  }
  return all;
}

TEST_CASE("sides") {
  constexpr Case kCases[] = {
      {"左侧腹股沟疝", "左侧=L"},
      {"右肺下叶", "右=R"},
      {"左肾结石、右肾囊肿", "左=L 右=R"},
      {"双肺呼吸音清", "双=B"},
      {"双侧瞳孔等大", "双侧=B"},
      {"两侧胸廓对称", "两侧=B"},
      {"双下肢无水肿", "双=B"},
      {"左、右下肢", "左、右=B"},
      {"左侧及右侧腹股沟", "左侧及右侧=B"},
      {"左和右侧", "左和右侧=B"},
      {"左右两侧对称", "左右两侧=B"},
      {"左右眼", "左右=B"},
      {"左上腹压痛", "左=L"},
      {"右手拇指", "右=R"},
      {"左半结肠癌", "左=L"},
      {"左锁骨上淋巴结", "左=L"},
      {"双乳对称", "双=B"},
      {"右边肩痛", "右边=R"},
      // No side of the body.
      {"3天左右", ""},
      {"约5cm左右下肢", ""},
      {"40岁左右起病", ""},
      {"左右为难", ""},
      {"右利手", ""},
      {"左撇子", ""},
      {"左旋氧氟沙星", ""},
      {"左氧氟沙星0.5g", ""},
      {"左甲状腺素钠", ""},
      {"左乙拉西坦", ""},
      {"左炔诺孕酮", ""},
      {"左布比卡因", ""},
      {"右美沙芬", ""},
      {"右美托咪定", ""},
      {"右旋糖酐", ""},
      {"左心室肥厚", ""},
      {"右心房增大", ""},
      {"左室射血分数", ""},
      {"左前降支狭窄", ""},
      {"左束支传导阻滞", ""},
      {"右冠状动脉", ""},
      {"左向右分流", ""},
      {"核左移", ""},
      {"电轴左偏", ""},
      {"左侧卧位", ""},
      {"右侧卧位片", ""},
      {"胎位左枕前", ""},
      {"双氯芬酸钠", ""},
      {"双歧杆菌", ""},
      {"双相情感障碍", ""},
      {"双胎妊娠", ""},
      {"双顶径9.4cm", ""},
      {"双黄连", ""},
      {"双人核对", ""},
      {"", ""},
  };
  for (const Case& c : kCases) CHECK_MESSAGE(sides(c.text) == c.found, c.text);
}

}  // namespace
}  // namespace emrlint
