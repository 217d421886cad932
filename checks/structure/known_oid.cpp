// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/report.h"
#include "terminology/oids.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kMistyped{
    "mistyped", "接口：OID“{0}”不在已知标识体系中，疑为“{1}”的笔误。",
    "interface: the OID “{0}” is unknown and looks like “{1}” mistyped."};
constexpr Message<std::string_view> kUnknown{
    "unknown",
    "接口：OID“{0}”使用了国家卫生信息 OID 根，但不在 WS/T 500 所用的标识和代码系统之内。",
    "interface: the OID “{0}” is under the national health root, yet none that WS/T 500 uses."};
constexpr Message<std::string_view> kShort{
    "short", "接口：OID“{0}”不足三级，没有机构或厂商会分配到这样的 OID，无从得知它指什么。",
    "interface: the OID “{0}” has fewer than three arcs; no hospital or vendor can have been "
    "assigned it, so what it stands for is unknown."};

constexpr Citation kBasis[] = {{"WS500", "文档头与代码系统"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kMistyped, kUnknown, kShort};

constexpr std::string_view kNationalRoot = "2.16.156.10011.";

// An arc that somebody added below a known identifier root is his own, not a slip of the pen.
bool below_known_root(std::string_view oid) { return is_known_oid(oid.substr(0, oid.rfind('.'))); }

// One arc or two name the bodies that assign OIDs; a UUID is no matter of arcs.
bool too_short(std::string_view oid) {
  return oid.find_first_not_of("0123456789.") == std::string_view::npos &&
         std::count(oid.begin(), oid.end(), '.') < 2;
}

enum class Fault : std::uint8_t { kNone, kSlip, kNobodys, kStray };

// What is to be said of an OID, wherever it stands.
struct Verdict {
  std::string_view oid;
  Fault fault = Fault::kNone;
  std::string nearest;  // The known OID that it is a slip of.
};

Verdict judge(std::string_view oid) {
  if (is_known_oid(oid)) return {oid, Fault::kNone, {}};
  if (too_short(oid)) return {oid, Fault::kNobodys, {}};
  std::string nearest = below_known_root(oid) ? std::string() : nearest_known_oid(oid);
  if (!nearest.empty()) return {oid, Fault::kSlip, std::move(nearest)};
  // The arc of a hospital or vendor nobody else can know.
  return {oid, oid.starts_with(kNationalRoot) ? Fault::kStray : Fault::kNone, {}};
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
  switch (verdict.fault) {
    case Fault::kNone:
      return report.pass(subject);
    case Fault::kSlip:
      report.fail(kMistyped, subject, oid.span, oid.value, verdict.nearest);
      return;
    case Fault::kNobodys:
      report.fail(kShort, subject, oid.span, oid.value);
      return;
    case Fault::kStray:
      report.fail(kUnknown, subject, oid.span, oid.value).weaker(Severity::kNote);
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
                "视为笔误；不足三级的不是可用的 OID；国家根 2.16.156.10011 之下的未知 OID "
                "只作提示。",
                "Each OID of a WS/T 500 document that is an identifier root or a code system: one "
                "character (or a swap of neighbours) away from a known one counts as mistyped; one "
                "of fewer than three arcs cannot be right; an unknown one under the national root "
                "2.16.156.10011 is a note."},
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
