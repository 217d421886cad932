// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "terminology/oids.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kMistyped{
    "mistyped", "OID“{0}”不在已知标识体系中，疑为“{1}”的笔误。",
    "the OID “{0}” is unknown and looks like “{1}” mistyped."};
constexpr Message<std::string_view> kUnknown{
    "unknown", "OID“{0}”使用了国家卫生信息 OID 根，但不在 WS/T 500 所用的标识和代码系统之内。",
    "the OID “{0}” is under the national health root, yet none that WS/T 500 uses."};

constexpr Citation kBasis[] = {{"WS500", "文档头与代码系统"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kMistyped, kUnknown};

constexpr std::string_view kNationalRoot = "2.16.156.10011.";

// An arc that somebody added below a known identifier root is his own, not a slip of the pen.
bool below_known_root(std::string_view oid) { return is_known_oid(oid.substr(0, oid.rfind('.'))); }

// What is to be said of an OID, wherever it stands.
struct Verdict {
  std::string_view oid;
  std::string nearest;   // The known OID that it is a slip of; empty for none.
  bool unknown = false;  // It is none of the standard's, though below its root.
};

Verdict judge(std::string_view oid) {
  Verdict verdict{oid, {}, false};
  if (is_known_oid(oid)) return verdict;
  if (!below_known_root(oid)) verdict.nearest = nearest_known_oid(oid);
  // The arc of a hospital or vendor nobody else can know.
  verdict.unknown = verdict.nearest.empty() && oid.starts_with(kNationalRoot);
  return verdict;
}

// The documents of a chart share a few dozen OIDs.
class Verdicts {
 public:
  const Verdict& of(std::string_view oid) {
    const auto found = std::find_if(verdicts_.begin(), verdicts_.end(),
                                    [&](const Verdict& verdict) { return verdict.oid == oid; });
    if (found != verdicts_.end()) return *found;
    return verdicts_.emplace_back(judge(oid));
  }

 private:
  std::vector<Verdict> verdicts_;
};

void report_oid(const Text& oid, const Verdict& verdict, Subject subject, Report& report) {
  if (!verdict.nearest.empty()) {
    report.fail(kMistyped, subject, oid.span, oid.value, verdict.nearest);
  } else if (verdict.unknown) {
    report.fail(kUnknown, subject, oid.span, oid.value).weaker(Severity::kNote);
  } else {
    report.pass(subject);
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  Verdicts verdicts;
  std::vector<std::string_view> seen;  // A document uses a dozen OIDs many times each.
  for (const Document& document : chart.documents) {
    if (document.format != Format::kWs500) continue;
    seen.clear();
    for (const OidUse& use : document.oids) {
      if (std::find(seen.begin(), seen.end(), use.oid.value) != seen.end()) continue;
      seen.push_back(use.oid.value);
      report_oid(use.oid, verdicts.of(use.oid.value), of(chart, document, use.oid.value), report);
    }
  }
}

}  // namespace

extern constinit const Check structure_oid{
    {.id = "structure-oid",
     .severity = Severity::kWarning,
     .title = {"标识与代码系统的 OID 应为标准所列", "Identifiers and code systems use known OIDs"},
     .judged = {"WS/T 500 文档中用作标识根或代码系统的每个 OID：与已知 OID "
                "只差一个字符（含相邻两位颠倒）的"
                "视为笔误；国家根 2.16.156.10011 之下的未知 OID 只作提示。",
                "Each OID of a WS/T 500 document that is an identifier root or a code system: one "
                "character (or a swap of neighbours) away from a known one counts as mistyped; an "
                "unknown one under the national root 2.16.156.10011 is a note."},
     .exceptions = {"机构或厂商自有根下的 OID 不判。",
                    "OIDs of a hospital's or vendor's own root are not judged."},
     .advice =
         {"请文档生成系统的维护人员改正模板；住院号的根写错时，文档无法归入患者的病历。",
          "Ask the maintainers of the system that writes the documents to mend the template; with "
          "a wrong root of the stay number a document cannot be filed to its chart."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
