// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>
#include <vector>

#include "check/report.h"
#include "checks/frontpage/page.h"
#include "checks/tcm/kinds.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kNoSyndrome{
    "syndrome", "中医诊断有病名“{0}”，未见证候诊断。",
    "the diagnosis of traditional medicine names the disease “{0}” and no syndrome."};
constexpr Message<std::string_view> kNoDisease{
    "disease", "中医诊断有证候“{0}”，未见病名诊断。",
    "the diagnosis of traditional medicine names the syndrome “{0}” and no disease."};
constexpr Message<std::string_view> kUncoded{"code", "中医病案首页的诊断“{0}”没有编码。",
                                             "“{0}” on the front page has no code."};
constexpr Message<> kNone{"none", "中医住院病案首页没有中医出院诊断。",
                          "the front page for traditional medicine has no such diagnosis."};

constexpr Citation kBasis[] = {{"WS500", "C0033"}, {"ZJM", "诊断2"}, {"BL", "36"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kNoSyndrome, kNoDisease, kUncoded, kNone};

constexpr Missing kKind{"tcm-kind", "中医诊断是病名还是证候",
                        "whether the diagnosis is a disease or a syndrome"};

bool at_discharge(DiagnosisRole role) {
  return role == DiagnosisRole::kDischarge || role == DiagnosisRole::kDischargePrincipal ||
         role == DiagnosisRole::kDischargeOther;
}

// The diagnoses that belong together: of one document and one occasion.
std::tuple<std::uint32_t, DiagnosisRole> group_of(const Diagnosis& d) {
  return {d.document, at_discharge(d.role) ? DiagnosisRole::kDischarge : d.role};
}

// Forms for both kinds of medicine are crossed out where one of them was not used.
bool absent(const Text& text) { return blank_item(text.value) || text.value == "无"; }

using Group = std::vector<const Diagnosis*>;

std::vector<Group> groups_in(const Chart& chart) {
  std::vector<Group> groups;
  for (const Diagnosis& d : chart.diagnoses) {
    if (!d.tcm || absent(d.name)) continue;
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
      return group_of(*group.front()) == group_of(d);
    });
    same == groups.end() ? groups.push_back({&d}) : same->push_back(&d);
  }
  return groups;
}

bool on_front_page(const Chart& chart, const Diagnosis& d) {
  return d.document < chart.documents.size() &&
         chart.documents[d.document].type == DocType::kTcmFrontPage;
}

// What is missing in the data may stand in the words of the document: 中医诊断：胸痹，气虚血瘀证.
bool told_in_words(const Chart& chart, const Diagnosis& d, std::string_view word) {
  if (d.document >= chart.documents.size()) return false;
  const Document& document = chart.documents[d.document];
  return std::any_of(document.texts.begin(), document.texts.end(), [&](const Text& text) {
    const std::size_t at = text.value.find("中医");
    return at != text.value.npos && text.value.find(word, at) != text.value.npos;
  });
}

class Judge {
 public:
  Judge(const Chart& chart, Report& report) : chart_(chart), report_(report) {}

  void pair(const Group& group) {
    const auto has = [&](TcmKind kind) {
      return std::any_of(group.begin(), group.end(),
                         [&](const Diagnosis* d) { return tcm_kind(*d) == kind; });
    };
    const Diagnosis& first = *group.front();
    const bool disease = has(TcmKind::kDisease), syndrome = has(TcmKind::kSyndrome);
    if (has(TcmKind::kBoth) || (disease && syndrome)) return report_.pass(subject(first));
    if (has(TcmKind::kUnknown)) {
      return report_.undecided(subject(first), kKind, first.name.span);
    }
    const Span where = first.name.span;
    if (told_in_words(chart_, first, syndrome ? "病" : "证")) {
      report_.pass(subject(first));
    } else if (syndrome) {
      report_.fail(kNoDisease, subject(first), where, first.name.value);
    } else {
      report_.fail(kNoSyndrome, subject(first), where, first.name.value);
    }
  }

  // The page has a field for the code of each; other documents may do without.
  void codes(const Group& group) {
    for (const Diagnosis* d : group) {
      if (!on_front_page(chart_, *d) || !at_discharge(d->role) || !absent(d->code)) continue;
      report_.fail(kUncoded, subject(*d, "code"), d->name.span, d->name.value);
    }
  }

  void page(const Document& document, std::uint32_t index) {
    if (document.type != DocType::kTcmFrontPage || document.format != Format::kWs500) return;
    const bool any =
        std::any_of(chart_.diagnoses.begin(), chart_.diagnoses.end(), [&](const Diagnosis& d) {
          return d.tcm && at_discharge(d.role) && d.document == index && !absent(d.name);
        });
    if (any) return;
    const Subject page = of(chart_, document);
    if (document.broken) {
      return report_.undecided(page, missing::kRestOfDocument, document.damage);
    }
    report_.fail(kNone, page, document.span);
  }

 private:
  Subject subject(const Diagnosis& d, std::string_view detail = {}) const {
    return {SubjectKind::kDiagnosis, static_cast<std::uint32_t>(&d - chart_.diagnoses.data()),
            detail};
  }

  const Chart& chart_;
  Report& report_;
};

void run(const Chart& chart, const Options&, Report& report) {
  Judge judge(chart, report);
  for (const Group& group : groups_in(chart)) {
    judge.pair(group);
    judge.codes(group);
  }
  for (std::uint32_t i = 0; i < chart.documents.size(); ++i) judge.page(chart.documents[i], i);
}

}  // namespace

extern constinit const Check tcm_diagnosis_pair{
    {.id = "tcm-diagnosis-pair",
     .severity = Severity::kWarning,
     .title = {"中医诊断应包括疾病诊断和证候诊断",
               "A diagnosis of traditional medicine names the disease and the syndrome"},
     .judged =
         {"每份文书中同一类（门诊、入院、出院等）的中医诊断：既有病名又有证候；中医住院病案首页的中"
          "医出院诊断有编码；共享文档的中医住院病案首页有中医出院诊断。",
          "The diagnoses of traditional medicine of one document and occasion: a disease and a "
          "syndrome are among them; on the front page for traditional medicine each has a code, "
          "and a shared one has such a discharge diagnosis."},
     .exceptions =
         {"没有中医诊断的不评价；看不出是病名还是证候的无法判定；同一名称写有两者、或文书正文写有另"
          "一半的视为齐全。病历书写基本规范第三十六条将中医病历另行规定，该规定未读到；要求出自共享"
          "文档规范和地方评分标准。",
          "Not without such a diagnosis; undecided where nothing tells a disease from a syndrome; "
          "one name that holds both will do, as will the words of the document. The writing rules "
          "leave records of traditional medicine to rules that were not read: this rests on the "
          "exchange standard and a local sheet."},
     .advice = {"补充缺少的病名或证候诊断，首页填写编码。",
                "Add the missing disease or syndrome, and the code on the front page."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
