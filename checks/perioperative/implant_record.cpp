// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/items.h"
#include "checks/perioperative/surgery.h"
#include "checks/process/notes_after.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kNoBarcode{"no-barcode", "高值耗材（植入物）使用记录未见条形码或产品编码。",
                               "the record of the implant shows no barcode or product code."};
constexpr Message<std::string_view> kUntold{
    "untold", "使用了植入物“{0}”，手术记录和病程均未写明其种类和数量。",
    "the implant “{0}” was used; neither the operation record nor a note tells of it."};

constexpr Option<WordList> kImplants{
    "implants",
    {"假体|人工关节|人工晶体|人工晶状体|钢板|螺钉|髓内钉|克氏针|椎间融合|融合器|支架|补片|起搏器|"
     "人工血管|封堵器|"
     "人工瓣膜|弹簧圈|骨水泥|锚钉|植入|人工耳蜗|钛网|钛板"},
    "植入物的用语",
    "words for implants"};

constexpr Citation kBasis[] = {{"ZB", "15"}};
constexpr int kCore[] = {10, 11};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kNoBarcode, kUntold};
constexpr OptionInfo kOptions[] = {kImplants};

constexpr WordList kNone{"植入物：无|植入物：否|植入物:无|植入物:否|非植入"};
// Kinds and words of orders by which none is used.
constexpr WordList kNoUse{
    "drug|surgery|consultation|exam|lab|pathology|nursing|nursing-level|diet|transfer"};
constexpr WordList kOther{
    "护理|拔除|取出|拆除|去除|术后|程控|调试|复查|植入性|胚胎|支具|颈托|宣教|康复|换药"};
constexpr WordList kBarcode{
    "条形码|条码|二维码|产品编码|追溯码|UDI|SN|S/N|LOT|REF|序列号|批号|产品标识|标签"};

bool tells_operation(DocType type) {
  return type == DocType::kOperationRecord || type == DocType::kCesareanRecord ||
         type == DocType::kProcedureNote || type == DocType::kInvasiveProcedureNote ||
         type == DocType::kPostopFirstNote || is_course_note(type);
}

// Whether an operation record or a note tells of an implant at all; names of products differ.
bool told(const Chart& chart, WordList implants) {
  const auto& documents = chart.documents;
  return std::any_of(documents.begin(), documents.end(), [&](const Document& document) {
    return tells_operation(document.type) && tells_any(document, implants);
  });
}

// Whether the record is of an implant, or of another article.
const Text* implant_in(const Document& record, WordList implants) {
  for (const Text& text : record.texts) {
    if (holds_any(text.value, implants) && !holds_any(text.value, kNone)) return &text;
  }
  for (const Element& element : record.elements) {
    const Text& value = element.display.value.empty() ? element.value : element.display;
    if (holds_any(value.value, implants)) return &value;
  }
  return nullptr;
}

bool has_barcode(const Document& record) {
  if (tells_any(record, kBarcode)) return true;
  return std::any_of(record.elements.begin(), record.elements.end(), [](const Element& element) {
    return holds_any(element.name.value, kBarcode) && !element.value.value.empty();
  });
}

void judge_told(const Chart& chart, const Subject& subject, const Text& name, WordList implants,
                Report& report) {
  if (told(chart, implants)) {
    report.pass(subject);
  } else if (const auto doubt = untold_doubt(chart)) {
    report.undecided(subject, *doubt, name.span);
  } else {
    report.fail(kUntold, subject, name.span, name.value);
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  const WordList implants = options[kImplants];
  bool used = false;
  for (const Document& record : chart.documents) {
    if (record.type != DocType::kHighValueConsumableRecord) continue;
    const Text* name = implant_in(record, implants);
    if (name == nullptr) continue;
    const Subject coded = of(chart, record, "barcode");
    if (has_barcode(record)) {
      report.pass(coded);
    } else if (record.broken) {
      report.undecided(coded, missing::kRestOfDocument, record.span);
    } else {
      report.fail(kNoBarcode, coded, record.span);
    }
    if (!used) judge_told(chart, of(chart, record, "told"), *name, implants, report);
    used = true;
  }
  for (std::size_t i = 0; i < chart.orders.size() && !used; ++i) {
    const Order& order = chart.orders[i];
    const std::string_view kind = order.kind.value;
    // Plans and drugs are no implants; a charge or an order of material is.
    if (order.cancelled || lists(kNoUse, kind) || holds_any(order.content.value, kOther)) continue;
    if (!holds_any(order.content.value, implants)) continue;
    used = true;
    judge_told(chart, {SubjectKind::kOrder, static_cast<std::uint32_t>(i)}, order.content, implants,
               report);
  }
}

}  // namespace

extern constinit const Check periop_implant_record{
    {.id = "periop-implant-record",
     .severity = Severity::kWarning,
     .title = {"植入物应有条形码并在手术记录中写明",
               "An implant has its barcode and is told of in the operation record"},
     .judged =
         {"已出院或归档、有植入物（高值耗材使用记录或医嘱，词表可调）的住院病历：使用记录有条形码或"
          "产品编码；手术记录、操作记录"
          "或病程写到植入物。指标要求条形码齐全、种类和数量有记录；数量由人核对。",
          "Stays that ended with an implant, by its record or an order (the words are an option): "
          "the "
          "record bears a barcode or product code, and the operation record, a procedure note or a "
          "note of the course tells of it. The indicator asks for barcodes, kind and number; the "
          "number is for the reader to compare."},
     .exceptions = {"没有使用记录也没有医嘱的不识别；手术、检查、护理等医嘱和取出、拔除、程控、支具"
                    "不算。单份文书、文书未能完整读取的无"
                    "法判定。",
                    "Not known where neither record nor order tells of it; orders of surgeries, "
                    "examinations and "
                    "nursing, removals and braces are none. Undecided for a lone document or one "
                    "that could not be read whole."},
     .advice = {"补贴植入物条形码，在手术记录中写明种类和数量。",
                "Attach the barcode, and write kind and number into the operation record."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
