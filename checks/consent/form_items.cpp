// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/record_items.h"
#include "checks/consent/forms.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, int, ItemNames> kLacking{"lacking", "{0}缺少{1}项：{2}。",
                                                    "the {0} lacks {1} items: {2}."};

constexpr Option<bool> kAlternative{"alternative", false, "也要求替代方案（地方评分表）",
                                    "also ask for alternatives (a local sheet)"};

constexpr Citation kBasis[] = {{"BL", "23"}, {"BL", "24"}, {"BL", "25"},
                               {"BL", "26"}, {"BL", "27"}, {"ZB", "26"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLacking};
constexpr OptionInfo kOptions[] = {kAlternative};

void judge(const Chart& chart, const Document& consent, const ConsentForm& form, bool alternative,
           Report& report) {
  const Subject subject = of(chart, consent);
  const ItemNames lacking = form.lacking(consent, alternative);
  if (lacking.empty()) {
    report.pass(subject);
  } else if (consent.broken) {
    report.undecided(subject, missing::kRestOfDocument, consent.span);
  } else if (!has_content(consent)) {
    report.undecided(subject, kContent, consent.span);
  } else {
    report.fail(kLacking, subject, consent.span, consent.type, lacking.count(), lacking);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (chart.realm == Realm::kOther) return;
  for (const Document* consent : current_documents(chart)) {
    const ConsentForm* form = consent_form(consent->type);
    if (form != nullptr) judge(chart, *consent, *form, options[kAlternative], report);
  }
}

}  // namespace

extern constinit const Check consent_form_items{
    {.id = "consent-form-items",
     .severity = Severity::kWarning,
     .title = {"知情同意书的项目应齐全", "The items of a consent are complete"},
     .judged =
         {"手术同意书：术前诊断、手术名称、术中或术后可能的并发症与手术风险、患方意见。麻醉同意书："
          "术前诊断、拟行手术方式"
          "、拟行麻醉方式、基础疾病及特殊情况、有创操作和监测、麻醉风险、患方意见。输血同意书：诊断"
          "、输血指征、拟输成份"
          "、输血前检查结果、输血风险、患方意见。特殊检查（治疗）同意书：项目名称、目的、并发症及风"
          "险。病危（重）通知书"
          "：目前诊断、病情危重情况。按章节、数据元或文字认定。",
          "Surgery: diagnosis, name, complications and risks, opinion. Anaesthesia: diagnosis, "
          "planned "
          "surgery and anaesthesia, underlying diseases, invasive procedures and monitoring, "
          "risks, "
          "opinion. Transfusion: diagnosis, indication, product, results of tests, risks, opinion. "
          "Special examinations: name, purpose, complications and risks. Notice of a critical "
          "condition: diagnosis and condition. By sections, data elements or words."},
     .exceptions =
         {"姓名等一般项目取自病历，不在此判定；签名和日期由 signature-missing "
          "判定。替代方案只见于地方评分表，默认不要求"
          "。共享文档规范没有位置的项目不判；文书未能完整读取或没有可读内容的无法判定。",
          "Name and the like are the chart's and not judged; signatures and dates are judged by "
          "signature-missing. Alternatives stand in a local sheet only and are not asked for by "
          "default. Nothing that a shared document has no place for is asked of it. Undecided "
          "where "
          "the document could not be read whole or holds nothing to read."},
     .advice =
         {"补齐缺失的项目；已签署的同意书不得涂改，重新告知并签署。",
          "Complete the items: inform anew and have it signed; a signed consent is not altered."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
