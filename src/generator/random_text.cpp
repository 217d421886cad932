// SPDX-License-Identifier: Apache-2.0
#include "generator/random_text.h"

namespace emrlint {
namespace {

using Words = std::string_view;

constexpr Words kMood[] = {"精神好",     "精神可",           "神志清楚，对答切题", "情绪平稳",
                           "诉睡眠欠佳", "自述乏力较前减轻", "可下床活动",         "食欲逐渐恢复"};
constexpr Words kSymptom[] = {
    "咳嗽较前减轻",     "痰量减少，转为白色", "活动后气促好转", "无胸痛、心悸", "仍有轻度头晕",
    "腹胀缓解，已排气", "无恶心、呕吐",       "切口疼痛可耐受", "夜间未再发热", "咽部不适消失"};
constexpr Words kSign[] = {"双肺呼吸音清",       "右下肺少量湿啰音", "心律齐，未闻及杂音",
                           "腹软，无压痛反跳痛", "双下肢无水肿",     "肠鸣音正常",
                           "巩膜无黄染",         "颈静脉无充盈",     "四肢肌力正常",
                           "皮肤无皮疹及出血点"};
constexpr Words kTest[] = {"血常规", "肝肾功能", "电解质", "凝血功能", "降钙素原",
                           "尿常规", "心电图",   "胸部CT", "腹部彩超", "血糖谱"};
constexpr Words kResult[] = {"回报基本正常",   "较前明显好转",   "提示轻度升高，予观察",
                             "与临床表现相符", "结果已告知患者", "拟三日后复查"};
constexpr Words kPlan[] = {"继续目前治疗方案",     "调整补液量",       "停用止痛药物",
                           "加强营养支持",         "指导呼吸功能锻炼", "控制血压在目标范围",
                           "监测血糖并调整胰岛素", "鼓励早期下床活动", "改为口服药物序贯",
                           "请营养科指导饮食"};
constexpr Words kOnset[] = {"受凉后",     "劳累后", "进食油腻食物后",
                            "无明显诱因", "饮酒后", "情绪激动后"};
constexpr Words kOccasion[] = {
    "随单位同事到郊外登山归来后", "参加亲友婚礼连续忙碌两日后", "搬家整理书籍杂物一整天后",
    "在田间收割作物直至天黑后",   "乘长途客车返乡途中颠簸后",   "连续值夜班未能好好休息后",
    "与邻居在院中下棋久坐之后",   "陪小辈在公园游玩半日之后",   "在市场摆摊淋了一场小雨后",
    "照料家中老人多日疲惫之后",   "赴外地探亲住宿旅馆一夜后",   "清扫屋顶积雪大汗淋漓之后"};
constexpr Words kMeal[] = {
    "晚餐与家人同食红烧肉和煎鱼", "午间在食堂进食油炸糕点数块", "席间饮浓茶并食用卤制肉类",
    "夜宵吃了烤羊肉串和冷饮",     "早餐空腹喝下一大碗浓骨汤",   "途中只吃了自带的腌制火腿",
    "回家后连吃两碗猪油拌面条",   "聚会上进食奶油蛋糕较平日多", "晚饭时食用动物内脏炒制菜肴",
    "饭后又吃花生核桃等坚果不少", "傍晚进食肥牛火锅至深夜方散", "中午吃了隔夜的梅菜扣肉一盘"};
constexpr Words kCourse[] = {
    "起初以为是胃部着凉并未在意", "用热水袋敷于腹部略感舒服",   "弯腰抱膝卧床时不适可以减轻",
    "在屋内来回走动反而觉得好些", "饮用温开水之后症状依旧存在", "按揉上腹部片刻后稍有缓解",
    "嗳气几次以后闷胀感有所下降", "静坐休息约一顿饭工夫才消退", "改为侧身躺下后仍觉隐隐牵扯",
    "解手之后自觉轻松但很快复来", "听收音机分散注意力方能忍受", "喝了几口姜茶后胀闷并无变化"};
constexpr Words kNight[] = {
    "夜里被惊醒两次后难以再入睡", "后半夜坐起靠着床头直到天亮", "整夜翻来覆去家属在旁陪伴",
    "凌晨时分曾起身到阳台透气",   "睡前自己数着钟声等它过去",   "半夜里叫醒家属为其倒水捶背",
    "清早鸡叫前后才迷糊睡了一会", "夜间用枕头垫高上身略觉好转", "次日醒来时衣领已被汗水浸湿",
    "一夜之间换了好几种睡觉姿势", "入夜后间或缓解间或重新加剧", "直到后半夜方才慢慢安静下来"};
constexpr Words kAdvice[] = {
    "家人劝其早些到医院看看",   "同村卫生员建议拍片检查一下", "厂医室的医生嘱其暂停上工",
    "邻居介绍其到本院专科就诊", "家属下班回来便张罗着去医院", "社区家庭医生电话里催促就医",
    "药店店员提醒其不要硬扛",   "远房亲戚是护士让其别再拖",   "工友见其面色不好劝其歇着",
    "家属担心是老毛病坚持要查", "外甥在网上替其预约了门诊",   "房东热心地帮忙叫来了车"};
constexpr Words kWay[] = {
    "由家人骑车送到镇卫生院就诊", "自己搭早班车前往县城就诊",   "步行到附近门诊部就诊问药",
    "托人开车送至区医院就诊后",   "先在校医务室就诊并观察半日", "打出租车到社区中心就诊后",
    "坐邻居的货车赶到市里就诊",   "由两位亲属护送至专科就诊",   "乘城际列车辗转来本市就诊",
    "请半天假独自前往诊所就诊",   "换乘地铁和公交前往就诊后",   "坐渡船过江后转车前往就诊"};
constexpr Words kPain[] = {
    "右上腹隐痛，每阵约{}分钟，量得体温{}",         "一阵阵右上腹隐痛，持续{}分钟左右，腋温{}",
    "右上腹隐痛不止，长时达{}分钟，体温计示{}",     "开始右上腹隐痛，前后{}分钟才过去，家中测温{}",
    "右上腹隐痛如针扎，短则{}分钟，额温{}",         "反复右上腹隐痛，多在{}分钟内自停，当晚体温{}",
    "右上腹隐痛连及胁部，每发{}分钟，耳温{}",       "频频右上腹隐痛，一次有{}分钟之久，随即测温{}",
    "右上腹隐痛时轻时重，历{}分钟，自觉发热{}",     "再度右上腹隐痛，歇{}分钟又来，傍晚复测{}",
    "右上腹隐痛牵及后背，过{}分钟渐轻，护士量得{}", "阵发右上腹隐痛，间隔{}分钟，到家后量为{}"};
constexpr Words kChanged = "数小时后觉";
constexpr Words kComplaint[] = {"咳嗽、咳痰", "上腹部隐痛", "头晕、乏力",
                                "活动后气促", "右下腹疼痛", "发热、咽痛"};
constexpr Words kCare[] = {"自行服药后稍缓解", "在社区卫生服务中心输液治疗", "未予重视",
                           "在外院门诊检查，未见明确诊断", "休息后可自行好转"};
constexpr Words kSurname[] = {"张", "李", "王", "赵", "钱", "孙", "周", "吴", "郑", "冯"};
constexpr Words kGiven[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

constexpr Words kAnalysis[] = {
    "结合症状、体征及近日化验结果，考虑目前处于恢复期，炎症指标逐步回落",
    "患者基础疾病稳定，各脏器功能评估可耐受目前治疗强度",
    "营养风险筛查评分较入院时下降，可由肠外营养逐步过渡到肠内营养",
    "血栓风险评估为中危，予弹力袜及下肢主动活动预防",
    "疼痛评分控制在三分以内，暂不调整镇痛方案",
    "跌倒和压疮风险评估为低危，护理措施已落实",
    "监测出入量基本平衡，电解质无明显紊乱",
    "血压、血糖监测曲线平稳，未出现低血糖反应",
    "已向患者及家属说明目前病情和下一步安排，表示理解并配合",
    "如再次出现发热或腹痛加重，及时复查血常规和影像学检查",
    "引流液颜色清亮，量逐日减少，拟择日拔除",
    "康复训练耐受良好，继续循序渐进增加活动量",
};
constexpr Words kOperation[] = {
    "麻醉成功后取平卧位，常规消毒铺巾，脐下缘作弧形切口长约1cm，建立气腹，压力维持12mmHg",
    "置入腹腔镜探查腹腔，肝脏色泽形态正常，胃肠道、脾脏未见异常，胆囊约{}cm×{}cm，壁增厚充血",
    "于剑突下、右锁骨中线肋缘下分别置入操作孔，头高脚低左侧倾斜位",
    "提起胆囊底部，钝性分离粘连，显露胆囊三角，辨清胆囊管、肝总管与胆总管的关系",
    "游离胆囊管，距胆总管约0.5cm处以可吸收夹夹闭两道后离断，分离并夹闭胆囊动脉",
    "沿胆囊床以电钩剥离胆囊，创面电凝止血，检查无活动性出血及胆漏",
    "标本装入标本袋经剑突下切口取出，剖开见多枚结石，最大径约{}cm，送病理检查",
    "温盐水冲洗术野，吸净，清点纱布、器械无误，放尽气腹，逐层缝合切口",
};
constexpr Words kRisks[] = {
    "麻醉意外，心脑血管意外，严重者可危及生命",
    "术中出血，损伤邻近血管、神经、脏器，需要输血或进一步处理",
    "解剖变异或粘连严重，需要扩大切口或改变手术方式",
    "术后切口感染、裂开、脂肪液化、延迟愈合及瘢痕增生",
    "术后腹腔感染、积液、胆漏，需要穿刺引流或再次手术",
    "术后肺部感染、肺不张、肺栓塞，下肢深静脉血栓形成",
    "术后应激性溃疡、消化道出血、肠梗阻、肠粘连",
    "术后原有基础疾病加重，水电解质紊乱，多器官功能障碍",
    "病理结果与术前判断不一致时需要补充治疗",
    "医用耗材、药物过敏及其他难以预料的情况",
};

std::string number(Dice& dice, int least, int most) {
  return std::to_string(dice.between(least, most));
}

std::string decimal(Dice& dice, int least, int most) {
  return number(dice, least, most) + "." + number(dice, 0, 9);
}

}  // namespace

std::uint64_t Dice::next() {
  state_ += 0x9E3779B97F4A7C15ull;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
  return z ^ (z >> 31);
}

int Dice::between(int least, int most) {
  const auto width = static_cast<std::uint64_t>(most - least + 1);
  return least + static_cast<int>(next() % width);
}

bool Dice::chance(double probability) {
  return static_cast<double>(next() >> 11) * 0x1.0p-53 < probability;
}

std::string_view Dice::of(std::span<const std::string_view> words) {
  return words[next() % words.size()];
}

std::string note_text(Dice& dice, int day, bool critical) {
  std::string text = "住院第" + std::to_string(day + 1) + "天。";
  text += "患者" + std::string(dice.of(kMood)) + "，" + std::string(dice.of(kSymptom)) + "，" +
          std::string(dice.of(kSymptom)) + "。";
  text += "T " + decimal(dice, 36, 36) + "℃，P " + number(dice, 66, 90) + "次/分，R " +
          number(dice, 16, 20) + "次/分，BP " + number(dice, 108, 138) + "/" +
          number(dice, 62, 86) + "mmHg。";
  text += std::string(dice.of(kSign)) + "，" + std::string(dice.of(kSign)) + "，" +
          std::string(dice.of(kSign)) + "。";
  for (int i = dice.between(1, 3); i > 0; --i) {
    text += std::string(dice.of(kTest)) + std::string(dice.of(kResult)) + "（第" +
            number(dice, 1, 999) + "号），白细胞" + decimal(dice, 4, 12) + "×10⁹/L。";
  }
  for (int i = dice.between(2, 4); i > 0; --i) {
    text += std::string(dice.of(kAnalysis)) + "（评估" + number(dice, 1, 999) + "）。";
  }
  text += (critical ? "分析病情仍危重，" : "分析病情平稳，") + std::string(dice.of(kPlan)) + "；" +
          std::string(dice.of(kPlan)) + "，" + number(dice, 2, 9) + "小时后复测体征。";
  return text;
}

// As the chief complaint of the records says: 右上腹隐痛3天.
std::string history_text(Dice& dice) {
  std::string text = "患者3天前" + std::string(dice.of(kOnset));
  const int drawn = dice.between(0, 46 * 30'000'000 - 1);  // No two patients have one number.
  text += "出现右上腹隐痛，呈间断性，每次持续约" + std::to_string(5 + drawn % 46) + "分钟，伴";
  text += std::string(dice.of(kComplaint)) + "，" + std::string(dice.of(kCare)) + "。";
  text += number(dice, 1, 2) + "天前上述症状加重，最高体温" + decimal(dice, 37, 38) +
          "℃，为求进一步诊治来院，门诊（挂号" + std::to_string(drawn / 46) + "）查血常规白细胞" +
          decimal(dice, 6, 16) +
          "×10⁹/L后收入院。发病以来精神、睡眠一般，食欲稍差，大小便正常，体重下降约" +
          number(dice, 1, 4) + "kg。";
  return text;
}

std::string own_history_text(Dice& dice) {
  std::string text = "患者3天前";
  for (const std::span<const Words> sentences :
       {std::span(kOccasion), std::span(kMeal), std::span(kCourse), std::span(kNight),
        std::span(kAdvice), std::span(kWay)}) {
    text += std::string(dice.of(sentences)) + "，";
  }
  std::string pain(dice.of(kPain));
  pain.replace(pain.find("{}"), 2, number(dice, 5, 50));
  pain.replace(pain.find("{}"), 2, decimal(dice, 37, 38));
  text += std::string(kChanged) + pain + "℃。";
  return text + "起病以来，精神、睡眠、食欲可，二便正常，体重无明显改变。";
}

std::string copied_history(std::string text) {
  return text.replace(text.find(kChanged), kChanged.size(), "今晨起床觉");
}

std::string exam_text(Dice& dice) {
  return "T " + decimal(dice, 36, 38) + "℃，P " + number(dice, 66, 104) + "次/分，R " +
         number(dice, 16, 22) + "次/分，BP " + number(dice, 106, 146) + "/" + number(dice, 64, 90) +
         "mmHg。发育正常，营养中等，神志清楚，自动体位，查体合作。皮肤黏膜无黄染，无皮疹及出血点，"
         "浅表淋巴结未触及肿大。头颅无畸形，双侧瞳孔等大等圆，直径约3mm，对光反射灵敏，耳鼻无异常分"
         "泌物，口唇无发绀，咽部无充血，扁桃体无肿大。颈软，气管居中，甲状腺无肿大，颈静脉无怒张。"
         "胸廓对称，双侧呼吸动度一致，语颤正常，叩诊清音，双肺未闻及干湿啰音。心前区无隆起，心界不"
         "大，心率" +
         number(dice, 66, 104) + "次/分，律齐，各瓣膜区未闻及病理性杂音。" +
         std::string(dice.of(kSign)) + "，" + std::string(dice.of(kSign)) +
         "，肝脾肋下未触及，移动性浊音阴性。直肠肛门、外生殖器未查，脊柱四肢无畸形，活动自如，"
         "双下肢无水肿，生理反射存在，病理反射未引出。专科情况：右上腹轻压痛，无肌紧张，胆囊区叩击"
         "痛" +
         std::string(dice.chance(0.5) ? "阳性" : "弱阳性") + "，压痛范围约" + number(dice, 2, 6) +
         "cm。专项评估：疼痛NRS评分2分，NRS-"
         "2002评分1分，血栓风险评分2分，用药、康复、心理评估无特殊"
         "，无宗教信仰。";
}

std::string features_text(Dice& dice) {
  const std::string days = number(dice, 2, 9), pulse = number(dice, 66, 104);
  const std::string systolic = number(dice, 106, 146), diastolic = number(dice, 64, 90);
  const int drawn = dice.between(0, 1'399'999'999);  // No two patients have one number.
  return "1.急性起病，病程" + days + "天。2.入院时脉搏" + pulse + "次/分，血压" + systolic + "/" +
         diastolic + "mmHg，右上腹压痛，Murphy征可疑。3.超声（检查号" + std::to_string(drawn / 14) +
         "）见胆囊内强回声团伴声影，最大约" + std::to_string(6 + drawn % 14) + "mm，" +
         std::string(dice.of(kSign)) + "。";
}

// Of what was found at the operation: no two patients alike.
std::string size_cm(Dice& dice) { return number(dice, 1, 9) + "." + number(dice, 1, 9); }

std::string surgical_text(Dice& dice, std::string_view section) {
  const auto joined = [&dice](std::span<const Words> sentences) {
    std::string text;
    for (Words sentence : sentences) {
      for (std::size_t open; (open = sentence.find("{}")) != sentence.npos;) {
        text.append(sentence.substr(0, open)).append(size_cm(dice));
        sentence.remove_prefix(open + 2);
      }
      text.append(sentence).append("；");
    }
    return text;
  };
  const std::string tag = "编号" + number(dice, 100'000'000, 999'999'999) + "。";
  if (section.ends_with("-diagnosis")) return "胆囊结石伴慢性胆囊炎";
  if (section.ends_with("anesthesia") || section == "anesthesia-method") return "全身麻醉";
  if (section == "operation-course") {
    const std::string size = number(dice, 60, 119) + "mm×";
    const std::string width = number(dice, 25, 65) + "mm";
    return joined(kOperation) + "标本胆囊大小约" + size + width + "，手术顺利，出血约" +
           number(dice, 5, 60) + "ml，患者安返病房，" + tag;
  }
  if (section == "anesthesia-course")
    return "麻醉前用药戊乙奎醚0.5mg；8时30分丙泊酚" + number(dice, 90, 150) +
           "mg、舒芬太尼20μg、罗库溴铵40mg诱导，气管插管顺利，七氟烷维持，体温36."
           "4℃，生命体征平稳，" +
           tag;
  if (section == "postop-handover")
    return "由手术医师、麻醉医师护送返病房，生命体征、切口、皮肤交接清楚，" + tag;
  if (section == "patient-opinion") return "已了解上述内容，同意。";
  if (section == "postop-measures")
    return "监测生命体征，疼痛NRS评分2分，血栓风险评分3分，气压治疗，" + tag;
  if (section.find("risk") != section.npos) return joined(kRisks) + tag;
  return std::string(dice.of(kAnalysis)) + "；" + std::string(dice.of(kAnalysis)) + "，" + tag;
}

std::string course_text(Dice& dice) {
  return "入院后予抗感染、补液、解痉治疗，" + std::string(dice.of(kTest)) +
         std::string(dice.of(kResult)) + "，" + std::string(dice.of(kAnalysis)) + "（评估" +
         number(dice, 1, 999) + "）。";
}

std::string condition_text(Dice& dice) {
  return "患者" + std::string(dice.of(kMood)) + "，" + std::string(dice.of(kSymptom)) + "，脉搏" +
         number(dice, 64, 98) + "次/分，" + std::string(dice.of(kSign)) + "。";
}

std::string person_name(Dice& dice) {
  return std::string(dice.of(kSurname)) + std::string(dice.of(kGiven)) +
         std::string(dice.of(kGiven));
}

}  // namespace emrlint
