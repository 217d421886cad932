// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "check/derived_documents.h"
#include "terminology/data_elements.h"
#include "text/placeholder.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, std::string_view> kLeft{
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

// A placeholder in an element or in the text of a section.
struct Placeholder {
  Text text;
  PlaceholderMatch match;
  Bilingual label;
  std::string_view detail;
};
struct Placeholders {
  std::vector<Placeholder> all;
};

// An element whose value repeats its name was never filled in; only WS/T 500 names its elements so
// that the name cannot be an answer.
void look(const Document& document, const Element& element, Placeholders& found) {
  if (element.kind != ValueKind::kText) return;
  const std::string_view dictionary = data_element_name(element.id.value);
  const std::string_view label = element.name.value.empty() ? dictionary : element.name.value;
  const bool named = document.format == Format::kWs500;
  PlaceholderMatch match = find_placeholder(element.value.value, named ? label : "");
  if (!match && named) match = find_placeholder(element.value.value, dictionary);
  if (match) found.all.push_back({element.value, match, {label, label}, element.id.value});
}

Placeholders placeholders_in(const Document& document) {
  Placeholders found;
  for (const Element& element : document.elements) look(document, element, found);
  for (const Section& section : document.sections) {
    if (section.field) continue;  // Its text is an element's.
    const Bilingual label{name(section.type, Lang::kZh), name(section.type, Lang::kEn)};
    for (const Text& text : document.text_of(section)) {
      const PlaceholderMatch match = find_placeholder(text.value, {});
      if (match) found.all.push_back({text, match, label, id(section.type)});
    }
  }
  return found;
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
    const auto& found = of_document<Placeholders>(chart_, document_, report_,
                                                  [&] { return placeholders_in(document_); });
    for (const auto& [text, match, label, detail] : found.all) {
      report_match(match, text, label, detail);
    }
    look(document_.author, {"书写者", "author"}, "author");
    for (const Signature& signature : document_.signatures) {
      const std::string_view said = signature.role_text.value;
      look(signature.person, said.empty() ? Bilingual{"签名者", "signer"} : Bilingual{said, said},
           id(signature.role));
    }
    for (const Participant& participant : document_.participants) {
      look(participant.person, {"参加者", "participant"}, id(participant.role));
    }
    look(document_.header);
    if (!found_) report_.pass(of(chart_, document_));
  }

 private:
  void look(const Person& person, Bilingual label, std::string_view detail) {
    report_match(find_name_placeholder(person.name.value), person.name, label, detail);
    report_match(find_label(person.id.value), person.id, label, detail);
  }
  void look(const HeaderClaims& header) {
    for (const Text& text : {header.name, header.patient_id, header.stay_id, header.department,
                             header.ward, header.institution}) {
      report_match(find_label(text.value), text, {"文书头", "header"}, "header");
    }
  }
  void report_match(PlaceholderMatch match, const Text& text, Bilingual label,
                    std::string_view detail) {
    if (!match) return;
    found_ = true;
    // The text of a section repeats the values of its elements.
    if (std::find(said_.begin(), said_.end(), text.span) != said_.end()) return;
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

// The institution of the chart is said once, however many documents name it.
void judge_institution(const Chart& chart, Report& report) {
  const Text& number = chart.institution.id;
  if (!find_label(number.value)) return;
  report.fail(kLeft, of_chart("institution"), number.span,
              {"医疗机构编号", "number of the institution"}, number.value);
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) Search(chart, document, report).search();
  judge_institution(chart, report);
}

}  // namespace

extern constinit const Check placeholder_text{
    {.id = "completeness-placeholder-text",
     .severity = Severity::kError,
     .title = {"文书中不应留有模板占位文字", "A document holds no placeholder of its template"},
     .judged =
         {"每份文书的文字、数据元、签名和文书头：模板说明（如“对患者术中用药情况的描述”）、与项目"
          "名称相同的值、“[未填写]”“XXX”“___”“{…}”“null”等；姓名处写的是角色（如“医师”"
          "“手术者签名”），编号、机构、病区处写的是标签（如“医务人员编号”）。",
          "Text, data elements, signatures and header of each document: the definition of the item "
          "left in, a value that repeats the item's name, and marks such as [未填写], XXX, ___, "
          "{…}, null; a role where a name is to stand (医师, 手术者签名), a label where an "
          "identifier or a unit is (医务人员编号)."},
     .exceptions =
         {"两个 X（如“XX 医院”）是常见的隐去方式，不算占位；染色体核型（47,XXX）、指向他处"
          "的“详见……描述”、姓名处的“患者”“家属”也不算。在院病历中尚未签名的文书只作提示。",
          "Two X (as in “XX 医院”) are a usual way of masking and do not count, nor does a "
          "karyotype (47,XXX), a reference to another place (详见……描述), or 患者 and 家属 "
          "where a name is to stand. In a document of a running stay that nobody signed yet it is "
          "a note."},
     .advice = {"填写实际内容；没有内容的项目写“无”或说明原因。",
                "Write the content; where there is none, say so or say why."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
