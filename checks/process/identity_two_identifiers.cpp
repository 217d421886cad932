// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Bilingual, int> kLacking{
    "lacking", "{0}的标题栏没有{1}；这样的文书共{2}份，床号不能作为身份标识。",
    "the header of the {0} has no {1}, as {2} document(s) of the chart; a bed number identifies "
    "nobody."};
constexpr Message<DocType> kAlso{"also", "{0}亦如此", "so has the {0}"};

constexpr Option<int> kListed{"listed", 5, "最多列出几份", "how many of them are listed at most"};

constexpr Citation kBasis[] = {{"HX", "10-2"}, {"GL", "7"}};
constexpr int kCore[] = {10};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLacking, kAlso};
constexpr OptionInfo kOptions[] = {kListed};

constexpr Bilingual kName{"患者姓名", "name of the patient"};
constexpr Bilingual kNumber{"病案号、住院（就诊）号或身份证号",
                            "number of the patient, the stay or the identity card"};

bool numbered(const HeaderClaims& header) {
  return !header.patient_id.value.empty() || !header.stay_id.value.empty() ||
         !header.id_card.value.empty();
}

// Whether the document has a header of its own. The data of a chart stand for it else, where a name
// or a date alone is a remark.
bool has_header(const Document& document) {
  const HeaderClaims& header = document.header;
  if (numbered(header) || !header.bed.value.empty() || !header.ward.value.empty()) return true;
  const bool data = document.format == Format::kChartJson || document.format == Format::kFhir;
  return !data && (!header.name.value.empty() || header.sex || header.birth);
}

bool identifies(const HeaderClaims& header) {
  return numbered(header) && !header.name.value.empty();
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (chart.realm == Realm::kOther) return;
  std::vector<const Document*> bad;
  bool any = false, broken = false;
  for (const Document& document : chart.documents) {
    if (!has_header(document)) continue;
    any = true;
    if (identifies(document.header)) continue;
    if (document.broken) {
      broken = true;
    } else {
      bad.push_back(&document);
    }
  }
  if (!any) return;
  if (bad.empty() && broken) return report.undecided(of_chart(), missing::kRestOfDocument);
  if (bad.empty()) return report.pass(of_chart());
  const Document& first = *bad.front();
  Outcome& outcome =
      report.fail(kLacking, of_chart(), first.span, first.type,
                  numbered(first.header) ? kName : kNumber, static_cast<int>(bad.size()));
  for (std::size_t i = 1; i < bad.size() && i < static_cast<std::size_t>(options[kListed]); ++i) {
    outcome.note(kAlso, bad[i]->span, bad[i]->type);
  }
}

}  // namespace

extern constinit const Check process_identity_two_identifiers{
    {.id = "process-identity-two-identifiers",
     .severity = Severity::kWarning,
     .title = {"文书标题栏应有两种身份标识", "A document carries two identifiers of the patient"},
     .judged = {"自带标题栏的文书：有患者姓名，并有病案号、住院（就诊）号或身份证号之一；床号不算。"
                "核心制度要求至少用两种方式核对身份，文书的标题栏由此推断。每份病历一条。",
                "Documents with a header of their own: it has the patient's name and a number of "
                "the patient, the stay or the identity card; a bed number does not count. The core "
                "system asks for two ways to check who the patient is; the header is inferred. One "
                "finding for each chart."},
     .exceptions = {"标题栏没有任何内容、由病历数据提供身份的不评价；标题栏未读全的无法判定。",
                    "Not where the document has no header and the data of the chart identify the "
                    "patient; undecided where a header could not be read whole."},
     .advice = {"在文书模板的标题栏加上患者姓名和唯一的标识号码。",
                "Add the name and a unique number to the header of the template."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
