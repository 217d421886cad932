// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "check/report.h"
#include "terminology/data_elements.h"
#include "text/placeholder.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kLeft{
    "left", "“{0}”中留有模板占位文字“{1}”，未填写实际内容。",
    "“{0}” still holds the placeholder “{1}” of its template."};

constexpr Citation kBasis[] = {{"BL", "3"}, {"BL", "8"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLeft};

bool signed_by_staff(const Document& document) {
  return std::any_of(document.signatures.begin(), document.signatures.end(),
                     [](const Signature& s) { return !is_patient_side(s.role); });
}

// One document: remembers whether anything was found in it.
class Search {
 public:
  Search(const Chart& chart, const Document& document, Report& report)
      : chart_(chart),
        document_(document),
        draft_(report.clock().stage < Stage::kDischarged && !signed_by_staff(document)),
        report_(report) {}

  void search() {
    for (const Element& element : document_.elements) look(element);
    for (const Section& section : document_.sections) {
      if (section.field) continue;  // Its text is an element's.
      for (const Text& text : document_.text_of(section)) {
        report_match(find_placeholder(text.value, {}), text, name(section.type, Lang::kZh),
                     id(section.type));
      }
    }
    for (const Signature& signature : document_.signatures) {
      const Text& signer = signature.person.name;
      report_match(find_placeholder(signer.value, {}), signer, signature.role_text.value,
                   id(signature.role));
    }
    if (!found_) report_.pass(of(chart_, document_));
  }

 private:
  // An element whose value repeats its name was never filled in; only WS/T 500 names its elements
  // so that the name cannot be an answer.
  void look(const Element& element) {
    if (element.kind != ValueKind::kText) return;
    const std::string_view dictionary = data_element_name(element.id.value);
    const std::string_view label = element.name.value.empty() ? dictionary : element.name.value;
    const bool named = document_.format == Format::kWs500;
    PlaceholderMatch match = find_placeholder(element.value.value, named ? label : "");
    if (!match && named) match = find_placeholder(element.value.value, dictionary);
    report_match(match, element.value, label, element.id.value);
  }
  void report_match(PlaceholderMatch match, const Text& text, std::string_view label,
                    std::string_view detail) {
    // The text of a section repeats the values of its elements.
    const bool said = std::find(said_.begin(), said_.end(), text.span) != said_.end();
    if (!match || said) return;
    found_ = true;
    said_.push_back(text.span);
    const std::string_view words = text.value.substr(match.from, match.to - match.from);
    Outcome& outcome =
        report_.fail(kLeft, of(chart_, document_, detail), document_.span, label, words)
            .at({text, static_cast<std::uint32_t>(match.from),
                 static_cast<std::uint32_t>(match.to)});
    if (draft_) outcome.weaker(Severity::kNote);
  }

  const Chart& chart_;
  const Document& document_;
  bool draft_;
  Report& report_;
  bool found_ = false;
  std::vector<Span> said_;
};

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) Search(chart, document, report).search();
}

}  // namespace

extern constinit const Check placeholder_text{
    {.id = "completeness-placeholder-text",
     .severity = Severity::kError,
     .title = {"文书中不应留有模板占位文字", "A document holds no placeholder of its template"},
     .judged =
         {"每份文书的文字、数据元和签名：模板说明（如“对患者术中用药情况的描述”）、与项目名称相同"
          "的值、“[未填写]”“XXX”“___”“{…}”“null”等。",
          "Text, data elements and signatures of each document: the definition of the item left "
          "in, a value that repeats the item's name, and marks such as [未填写], XXX, ___, {…}, "
          "null."},
     .exceptions =
         {"两个 X（如“XX 医院”）是常见的隐去方式，不算占位；染色体核型（47,XXX）、指向他处"
          "的“详见……描述”也不算。在院病历中尚未签名的文书只作提示。",
          "Two X (as in “XX 医院”) are a usual way of masking and do not count, nor does a "
          "karyotype (47,XXX) or a reference to another place (详见……描述). In a document "
          "of a running stay that nobody signed yet it is a note."},
     .advice = {"填写实际内容；没有内容的项目写“无”或说明原因。",
                "Write the content; where there is none, say so or say why."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
