// SPDX-License-Identifier: Apache-2.0
#include "tables/table_info.h"

#include <array>

namespace emrlint {
namespace {

constexpr std::string_view kDays[] = {"rest|休|休息", "work|班|上班|工作"};
constexpr std::string_view kLevels[] = {"1|一级|一|I|Ⅰ|1级", "2|二级|二|II|Ⅱ|2级",
                                        "3|三级|三|III|Ⅲ|3级", "4|四级|四|IV|Ⅳ|4级"};
constexpr std::string_view kClasses[] = {"unrestricted|非限制|非限制级|非限制使用级|非限制使用",
                                         "restricted|限制|限制级|限制使用级|限制使用",
                                         "special|特殊|特殊级|特殊使用级|特殊使用"};
constexpr std::string_view kSexes[] = {"male|男", "female|女"};
// In order of Title.
constexpr std::string_view kTitles[] = {"unknown|不详",
                                        "student|实习|实习医师",
                                        "trainee|试用期|试用期医师|规培",
                                        "resident|住院医师|医师",
                                        "attending|主治医师|主治",
                                        "associate-chief|副主任医师",
                                        "chief|主任医师",
                                        "nurse|护士|护师|主管护师|副主任护师|主任护师",
                                        "head-nurse|护士长",
                                        "technician|技师|技士|主管技师|副主任技师|主任技师",
                                        "pharmacist|药师|药士|主管药师|副主任药师|主任药师",
                                        "other|其他"};

constexpr Column kValidFrom{
    "valid_from",
    "启用日期",
    {"自哪一天起有效（含当日）；空白为一直有效", "first day on which the row holds; blank: always"},
    CellKind::kDay,
    false,
    true};
constexpr Column kValidUntil{
    "valid_until",
    "停用日期",
    {"至哪一天有效（含当日）；空白为至今", "last day on which the row holds; blank: still"},
    CellKind::kDay};
constexpr Column kRemark{
    "remark", "备注", {"供人阅读，程序不用", "for people, the program does not read it"}};

constexpr Column kCalendar[] = {
    {.id = "date",
     .zh = "日期",
     .text = {"日期；某年有一行，该年即视为已知", "the day; a year with a row counts as known"},
     .kind = CellKind::kDay,
     .required = true,
     .key = true},
    {.id = "day",
     .zh = "安排",
     .text = {"休息或上班；只需列出与周历不同的日子",
              "rest or work; only days that differ from the week need a row"},
     .kind = CellKind::kChoice,
     .required = true,
     .choices = kDays},
    kRemark,
};

constexpr Column kSurgeryLevels[] = {
    {.id = "code",
     .zh = "手术编码",
     .text = {"本院病历所用的手术操作编码，须与病历一致（Excel中设为文本格式）",
              "code of the procedure as the charts write it (format the cells as text in Excel)"},
     .key = true,
     .group = 1},
    {.id = "name",
     .zh = "手术名称",
     .text = {"手术名称；病历没有编码时按全名查找",
              "name; looked up in full where a chart has no code"},
     .key = true,
     .group = 1},
    {.id = "level",
     .zh = "手术级别",
     .text = {"手术级别，1至4", "level of the surgery, 1 to 4"},
     .kind = CellKind::kChoice,
     .required = true,
     .key = true,
     .choices = kLevels},
    kValidFrom,
    kValidUntil,
    kRemark,
};

constexpr Column kSurgeonAuthorisations[] = {
    {.id = "staff_id",
     .zh = "工号",
     .text = {"医师工号，与病历一致", "the surgeon's id as the charts have it"},
     .key = true,
     .group = 1},
    {.id = "name",
     .zh = "姓名",
     .text = {"医师姓名；病历没有工号时按姓名查找",
              "the surgeon's name; looked up where a chart has no id"},
     .key = true,
     .group = 1},
    {.id = "code",
     .zh = "手术编码",
     .text = {"逐项授权的手术编码（三、四级手术应逐项授权）；亚目的编码包括其下的细目",
              "code of the procedure that is authorised (item by item for levels 3 and 4); that of "
              "a category covers what is below it"},
     .key = true,
     .group = 2},
    {.id = "procedure",
     .zh = "手术名称",
     .text = {"逐项授权的手术名称；没有编码时按全名比较",
              "name of the procedure, compared in full where there is no code"},
     .key = true,
     .group = 2},
    {.id = "level",
     .zh = "手术级别",
     .text = {"按级授权：可做到几级（一、二级手术）",
              "authorisation by level: up to which (levels 1 and 2)"},
     .kind = CellKind::kChoice,
     .key = true,
     .group = 2,
     .choices = kLevels},
    kValidFrom,
    kValidUntil,
    kRemark,
};

constexpr Column kTechnologies[] = {
    {.id = "code",
     .zh = "手术编码",
     .text = {"手术操作编码，与病历一致；亚目的编码包括其下的细目",
              "code of the procedure as the charts write it; that of a category covers what is "
              "below it"},
     .key = true,
     .group = 1},
    {.id = "name",
     .zh = "技术名称",
     .text = {"技术名称；病历没有编码时按全名查找",
              "name of the technology; looked up in full where a chart has no code"},
     .key = true,
     .group = 1},
    kValidFrom,
    kValidUntil,
    kRemark,
};

constexpr Column kAntibiotics[] = {
    {.id = "name",
     .zh = "药品名称",
     .text = {"抗菌药物通用名，不带剂型和规格", "generic name, without form and strength"},
     .required = true,
     .key = true},
    {.id = "synonyms",
     .zh = "别名",
     .text = {"商品名、英文名等，以|、；或、分隔",
              "brands and other names, with | or ; between them"},
     .kind = CellKind::kList},
    {.id = "class",
     .zh = "分级",
     .text = {"非限制、限制或特殊；空白为尚未分级",
              "unrestricted, restricted or special; blank: not classified yet"},
     .kind = CellKind::kChoice,
     .choices = kClasses},
    kValidFrom,
    kValidUntil,
    kRemark,
};

constexpr Column kDrugClasses[] = {
    {.id = "name",
     .zh = "药品名称",
     .text = {"药品通用名，不带剂型和规格", "generic name, without form and strength"},
     .required = true,
     .key = true},
    {.id = "synonyms",
     .zh = "别名",
     .text = {"商品名、英文名等，以|、；或、分隔",
              "brands and other names, with | or ; between them"},
     .kind = CellKind::kList},
    {.id = "class",
     .zh = "类别",
     .text = {"过敏史中可能写的类别，如青霉素类；多个类别以|、；或、分隔",
              "classes that a history of allergy may name, such as penicillins; several with | or "
              "; between them"},
     .kind = CellKind::kList,
     .required = true,
     .key = true},
    kRemark,
};

constexpr Column kCriticalLimits[] = {
    {.id = "analyte",
     .zh = "检验项目",
     .text = {"项目名称，与检验报告一致", "name of the analyte as the reports write it"},
     .required = true,
     .key = true},
    {.id = "synonyms",
     .zh = "别名",
     .text = {"其他名称或项目代码，以|、；或、分隔",
              "other names or codes of it, with | or ; between them"},
     .kind = CellKind::kList},
    {.id = "unit",
     .zh = "单位",
     .text = {"单位，与检验报告一致；空白为不分单位",
              "unit as the reports write it; blank: whatever it is"},
     .key = true},
    {.id = "low",
     .zh = "低限",
     .text = {"低于此值为危急值", "values below it are critical"},
     .kind = CellKind::kNumber,
     .group = 1},
    {.id = "high",
     .zh = "高限",
     .text = {"高于此值为危急值", "values above it are critical"},
     .kind = CellKind::kNumber,
     .group = 1},
    {.id = "sex",
     .zh = "性别",
     .text = {"男或女；空白为不分性别", "male or female; blank: both"},
     .kind = CellKind::kChoice,
     .key = true,
     .choices = kSexes},
    {.id = "age_from",
     .zh = "年龄下限",
     .text = {"满几周岁起适用；空白为不限", "from which age in years it holds; blank: any"},
     .kind = CellKind::kWhole,
     .key = true},
    {.id = "age_until",
     .zh = "年龄上限",
     .text = {"至几周岁适用（含）；空白为不限", "up to which age in years, inclusive; blank: any"},
     .kind = CellKind::kWhole,
     .key = true},
    kRemark,
};

constexpr Column kStaff[] = {
    {.id = "id",
     .zh = "工号",
     .text = {"工号，与病历一致", "id as the charts have it"},
     .key = true,
     .group = 1},
    {.id = "name",
     .zh = "姓名",
     .text = {"姓名；病历没有工号时按姓名查找", "name; looked up where a chart has no id"},
     .key = true,
     .group = 1},
    {.id = "title",
     .zh = "职称",
     .text = {"职称", "professional title"},
     .kind = CellKind::kChoice,
     .choices = kTitles},
    {.id = "department", .zh = "科室", .text = {"所在科室", "department"}, .key = true},
    {.id = "antibiotic",
     .zh = "抗菌药物处方权",
     .text = {"可开具的抗菌药物最高级别；空白为未登记",
              "highest class of antibiotics that may be prescribed; blank: not registered"},
     .kind = CellKind::kChoice,
     .choices = kClasses},
    kValidFrom,
    kValidUntil,
    kRemark,
};

constexpr Column kBoilerplate[] = {
    {.id = "section",
     .zh = "章节",
     .text = {"在哪些章节中是模板（章节名称或代号），多个以|、；或、分隔；空白为任何章节",
              "sections in which it is boilerplate (name or id), several with | or ; between them; "
              "blank: any"},
     .kind = CellKind::kList,
     .key = true},
    {.id = "text",
     .zh = "文字",
     .text = {"不属于个人书写的文字：模板、常规描述、告知书条文，不少于4个汉字或2个西文词；其中的数字代表任何数字",
              "wording that nobody writes himself: templates, stock findings, consent clauses; 4 "
              "Chinese characters or 2 words at least; a number in it stands for any number"},
     .required = true,
     .key = true},
    kRemark,
};

// In order of TableKind.
constexpr TableInfo kTables[] = {
    {"calendar",
     {"工作日历", "working days"},
     {"内置2020至2026年全国安排之外的年份，或本院自己的安排",
      "years beyond the built-in ones (China, 2020 to 2026), or a hospital's own days"},
     kCalendar},
    {"surgery-levels",
     {"手术分级目录", "surgery catalogue with levels"},
     {"本院手术分级管理目录", "the hospital's catalogue of surgeries by level"},
     kSurgeryLevels},
    {"surgeon-authorisations",
     {"手术医师授权表", "authorisations of surgeons"},
     {"谁可做哪些手术，一行一项", "who may do which surgery, one authorisation a row"},
     kSurgeonAuthorisations},
    {"restricted-technologies",
     {"限制类技术目录", "restricted technologies"},
     {"国家和省级限制类技术所对应的手术操作",
      "procedures of the national and provincial lists of restricted technologies"},
     kTechnologies},
    {"new-technologies",
     {"新技术和新项目目录", "new technologies"},
     {"本院准入管理期内的新技术、新项目", "technologies that the hospital admitted as new"},
     kTechnologies},
    {"antibiotics",
     {"抗菌药物分级目录", "antibiotics with their classes"},
     {"本院抗菌药物分级管理目录", "the hospital's list of antibiotics by class"},
     kAntibiotics},
    {"drug-classes",
     {"药品类别表", "drugs with their classes"},
     {"药品属于哪些类别，用于核对过敏史", "classes of drugs, for histories of allergy"},
     kDrugClasses},
    {"critical-limits",
     {"危急值界限表", "critical limits"},
     {"本院危急值项目和界限", "the hospital's critical values"},
     kCriticalLimits},
    {"staff",
     {"人员表", "staff"},
     {"人员的职称、科室和抗菌药物处方权；补充病历中的人员信息",
      "titles, departments and authority over antibiotics; beside what the charts say of staff"},
     kStaff},
    {"boilerplate",
     {"模板文字", "boilerplate"},
     {"本院的模板和常规用语，查找复制时不计；内置通用用语之外的。emrlint copies --learn 可从病历中归纳",
      "the hospital's templates and stock phrases, which count for no copy, beside the built-in "
      "ones; emrlint copies --learn gathers them from charts"},
     kBoilerplate},
};
static_assert(std::size(kTables) == kTableCount);

constexpr std::array<std::string_view, kTableCount> kIds = [] {
  std::array<std::string_view, kTableCount> ids;
  for (std::size_t i = 0; i < kTableCount; ++i) ids[i] = kTables[i].id;
  return ids;
}();

}  // namespace

const TableInfo& table_info(TableKind kind) { return kTables[static_cast<std::size_t>(kind)]; }
std::string_view id(TableKind kind) { return table_info(kind).id; }
std::span<const std::string_view> table_ids() { return kIds; }

}  // namespace emrlint
