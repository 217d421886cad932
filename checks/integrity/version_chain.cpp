// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <string_view>

#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, std::string_view> kNone{
    "none", "{0}为第{1}版，没有指明被替代的版本，病历和日志中也未见前一版本。",
    "this is version {1} of the {0}; it names no version that it replaces, and neither chart nor "
    "log show an earlier one."};
constexpr Message<DocType, std::string_view> kAmended{
    "amended", "{0}标明定稿后有修改（{1}），没有指明被替代的版本，日志中也没有修改的记录。",
    "the {0} says that it was changed after it was final ({1}); it names no version that it "
    "replaces, and the log holds no change."};
constexpr Message<DocType, std::string_view, std::string_view> kOtherSet{
    "set", "{0}替代了另一份文书，而两者不是同一份文书的前后版本（setId 为{1}、{2}）。",
    "the {0} replaces a document of which it is no later version (setId {1} and {2})."};
constexpr Message<DocType, std::string_view, std::string_view> kNotLater{
    "number", "{0}的版本号{1}不大于它所替代版本的{2}。",
    "the {0} has version number {1}, which is not above {2} of the version that it replaces."};
constexpr Message<DocType, std::string_view> kTwice{
    "twice", "{0}有两份不同的文书同为第{1}版。",
    "two different documents are version {1} of the {0}."};
constexpr Message<> kOther{"other", "另一版本", "the other version"};

constexpr Citation kBasis[] = {{"HX", "15-4"}, {"BL", "7"}, {"DZ", "14"}};
constexpr int kCore[] = {15, 18};
constexpr MessageInfo kMessages[] = {kNone, kAmended, kOtherSet, kNotLater, kTwice, kOther};

constexpr Missing kPredecessor{"predecessor", "被替代的版本或其修改日志",
                               "the version that was replaced, or a log of the change"};

int number_of(const Text& version) {
  int number = 0;
  const std::string_view text = version.value;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

bool same_set(const Document& a, const Document& b) {
  return !a.set_id.value.empty() && a.set_id.value == b.set_id.value;
}

const RelatedDocument* replaced_by(const Document& document) {
  const auto found = std::find_if(document.related.begin(), document.related.end(),
                                  [](const RelatedDocument& r) { return r.replaces; });
  return found == document.related.end() ? nullptr : &*found;
}

class Judge {
 public:
  Judge(const Chart& chart, const Document& document, Report& report)
      : chart_(chart), document_(document), report_(report), subject_(of(chart, document)) {}

  void judge() {
    if (twice()) return;
    const RelatedDocument* replaced = replaced_by(document_);
    if (replaced != nullptr) return follows(*replaced);
    if (number_of(document_.version) > 1) {
      alone(document_.version, kNone);
    } else if (!document_.amended.value.empty()) {
      alone(document_.amended, kAmended);
    } else {
      report_.pass(subject_);
    }
  }

 private:
  // The later of two documents with one number.
  bool twice() {
    if (number_of(document_.version) == 0) return false;
    for (const Document& other : chart_.documents) {
      if (&other == &document_) return false;
      const bool equal = same_set(other, document_) && other.id.value != document_.id.value &&
                         number_of(other.version) == number_of(document_.version);
      if (!equal) continue;
      report_
          .fail(kTwice, subject_, document_.version.span, document_.type, document_.version.value)
          .note(kOther, other.version.span);
      return true;
    }
    return false;
  }

  void follows(const RelatedDocument& replaced) {
    const auto previous = std::find_if(
        chart_.documents.begin(), chart_.documents.end(),
        [&](const Document& d) { return &d != &document_ && d.id.value == replaced.id.value; });
    if (previous == chart_.documents.end()) {
      return logged() ? report_.pass(subject_)
                      : report_.undecided(subject_, kPredecessor, replaced.id.span);
    }
    const Text &own = document_.set_id, &other = previous->set_id;
    const int version = number_of(document_.version), before = number_of(previous->version);
    if (!own.value.empty() && !other.value.empty() && own.value != other.value) {
      report_.fail(kOtherSet, subject_, own.span, document_.type, own.value, other.value)
          .note(kOther, other.span);
    } else if (version > 0 && before > 0 && version <= before) {
      report_
          .fail(kNotLater, subject_, document_.version.span, document_.type,
                document_.version.value, previous->version.value)
          .note(kOther, previous->version.span);
    } else {
      report_.pass(subject_);
    }
  }

  // A later version that names no earlier one.
  void alone(const Text& says, const Message<DocType, std::string_view>& message) {
    const auto& documents = chart_.documents;
    const bool earlier = std::any_of(documents.begin(), documents.end(), [&](const Document& d) {
      return same_set(d, document_) && number_of(d.version) < number_of(document_.version);
    });
    if (earlier || logged()) return report_.pass(subject_);
    if (!chart_.complete || chart_.cut_off)
      return report_.undecided(subject_, missing::kRestOfChart, says.span);
    if (!chart_.sources.has(Source::kAudit)) {
      return report_.undecided(subject_, missing_source(Source::kAudit), says.span);
    }
    report_.fail(message, subject_, says.span, document_.type, says.value);
  }

  bool logged() const {
    const std::string_view id = document_.id.value;
    return !id.empty() &&
           std::any_of(chart_.audit.begin(), chart_.audit.end(), [&](const AuditEvent& event) {
             return event.object.value.find(id) != std::string_view::npos;
           });
  }

  const Chart& chart_;
  const Document& document_;
  Report& report_;
  Subject subject_;
};

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) {
    const bool versioned = !document.version.value.empty() || !document.amended.value.empty() ||
                           replaced_by(document) != nullptr;
    if (versioned) Judge(chart, document, report).judge();
  }
}

}  // namespace

extern constinit const Check integrity_version_chain{
    {.id = "integrity-version-chain",
     .severity = Severity::kWarning,
     .title = {"修改后的文书应能追溯到前一版本",
               "A changed document can be traced to the version before"},
     .judged =
         {"有版本号、定稿后修改标记或替代关系（RPLC、relatesTo、Provenance 的 "
          "revision）的文书：第2版及以后的指明被替代的版本，或病历中有前一版本，或日志中有其操作记"
          "录；替代者与被替代者的版本标识相同，版本号更大；同一版本号只有一份文书。",
          "Documents with a version number, a mark of amendment or a document that they replace "
          "(RPLC, relatesTo, a revision of Provenance): from version 2 on they name the version "
          "that "
          "they replace, or the chart has an earlier one, or the log tells of them; the two share "
          "a "
          "set and the number rises; no number is there twice."},
     .exceptions =
         {"没有版本信息的文书不评价；被替代的版本不在病历中的、未载入日志的、仅有单份文书的无法判定"
          "。FHIR 的 meta.versionId 是系统保存次数，不作为版本号。",
          "Not for documents without such data; undecided where the replaced version is not in the "
          "chart, where no log was loaded, and for a lone document. The versionId of FHIR counts "
          "savings and is no version."},
     .advice = {"核对替代的是哪一份、第几版；请接口维护人员在导出时保留被替代的版本和修改日志。",
                "Check which document and which version is replaced; have the maintainers of the "
                "interface export replaced versions and the log."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
