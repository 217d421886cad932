// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <initializer_list>

#include "check/fact.h"
#include "check/report.h"
#include "checks/consistency/names.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, DocType> kElsewhere{
    "elsewhere", "另一患者的病历{0}中有一份{1}，标题栏写的是本患者的姓名或号码。",
    "in another patient's chart, {0}, a document has this patient's name or number: {1}."};
constexpr Message<std::string_view> kThere{"there", "病历{0}中的该文书",
                                           "the document in the chart {0}"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"HX", "10-2"}, {"ZB", "20"}};
constexpr int kCore[] = {10, 15};
constexpr MessageInfo kMessages[] = {kElsewhere, kThere};

constexpr std::string_view kPatient = "patient", kDocument = "document";
constexpr std::size_t kNotes = 5;
enum Mark : std::size_t { kStay, kCard, kNumber, kName };
enum Word : std::size_t { kKey, kType };

bool holds_one(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return holds(text, word); });
}

// A donor's documents belong into the chart of who gets the organ.
bool transplant(const Chart& chart) {
  const auto tells = [](const auto& event) {
    return holds_one(event.name.value, {"移植", "供体", "供者", "供肾", "供肝", "捐献"});
  };
  return std::any_of(chart.surgeries.begin(), chart.surgeries.end(), tells) ||
         std::any_of(chart.diagnoses.begin(), chart.diagnoses.end(), tells);
}

// Who it was may have come out in the course of the stay.
bool unnamed(const Chart& chart) {
  return holds_one(chart.patient.name.value, {"无名", "不详", "不明", "未知", "待查"});
}

// Who somebody is by a header or a chart. He is found by the identity card, or by number and name
// in the hospital; a name alone only makes it possible.
struct Identity {
  std::string_view card, number, name, stay;
};

void add(const Chart& chart, const Identity& who, Fact fact, std::vector<Fact>& facts) {
  const std::string card = card_key(who.card);
  const bool named = tells_apart(who.name);
  fact.marks = {std::string(who.stay), card, std::string(who.number),
                named ? std::string(who.name) : std::string()};
  const auto under = [&](std::string_view kind, std::string key) {
    fact.key = std::move(key);
    fact.words[kKey] = kind;
    facts.push_back(fact);
  };
  if (!card.empty()) under("card", card);
  if (!named || (!card.empty() && fact.kind == kDocument)) return;
  under("name", key_of({"name", hospital_of(chart), who.name}));
  if (!tells_apart(who.number)) return;
  under("number", key_of({"number", hospital_of(chart), who.number, who.name}));
}

void emit(const Chart& chart, const Options&, std::vector<Fact>& facts) {
  if (transplant(chart) || unnamed(chart)) return;
  const Patient& patient = chart.patient;
  Fact fact;
  fact.kind = kPatient;
  fact.words = {"", ""};
  fact.subject = of_chart();
  fact.where = patient.name.value.empty() ? Span{} : patient.name.span;
  add(chart,
      {patient.id_card.value, patient.id.value, patient.name.value, chart.encounter.id.value}, fact,
      facts);
  for (const Document& document : chart.documents) {
    const HeaderClaims& claims = document.header;
    if (!header_of_other(chart, claims)) continue;
    fact.kind = kDocument;
    fact.words[kType] = id(document.type);
    fact.subject = of(chart, document);
    fact.where = claims.name.value.empty() ? claims.id_card.span : claims.name.span;
    add(chart,
        {claims.id_card.value, claims.patient_id.value, claims.name.value, claims.stay_id.value},
        fact, facts);
  }
}

// The chart that a document of this patient belongs into: of several stays the one it names, else
// the first. The card of a parent may stand on what is of a child.
std::string_view home_of(const Fact& document, std::span<const Fact> facts) {
  std::string_view home;
  for (const Fact& fact : facts) {
    if (fact.kind != kPatient || fact.chart == document.chart) continue;
    const std::string_view here = fact.mark(kName), there = document.mark(kName);
    if (!here.empty() && !there.empty() && here != there) continue;
    const std::string_view stay = fact.mark(kStay);
    if (!stay.empty() && stay == document.mark(kStay)) return fact.chart;
    if (home.empty() || fact.chart < home) home = fact.chart;
  }
  return home;
}

// Both have a number, so that another group knows.
bool numbered(const Fact& a, const Fact& b) {
  const auto both = [&](Mark mark) { return !a.mark(mark).empty() && !b.mark(mark).empty(); };
  return both(kCard) || both(kNumber);
}

// A document and the chart that it belongs into.
struct Lost {
  const Fact* document;
  std::string_view home;
};

void judge_patient(const Fact& patient, const std::vector<Lost>& documents, Report& report) {
  Outcome* outcome = nullptr;
  bool possible = false;
  std::size_t noted = 0;
  for (const Lost& lost : documents) {
    const Fact& document = *lost.document;
    if (lost.home != patient.chart) continue;
    if (document.word(kKey) == "name") {
      possible = possible || !numbered(patient, document);
      continue;
    }
    if (outcome == nullptr) {
      outcome = &report.fail(kElsewhere, patient.subject, patient.where, document.chart,
                             doc_type_from_id(document.word(kType)).value_or(DocType::kUnknown));
    }
    if (++noted > kNotes) break;
    outcome->note(kThere, document.where, document.chart);
  }
  if (outcome != nullptr) return;
  possible ? report.undecided(patient.subject, missing::kPerson, patient.where)
           : report.pass(patient.subject);
}

void judge(std::span<const Fact> facts, Report& report) {
  std::vector<Lost> documents;
  for (const Fact& fact : facts) {
    if (fact.kind == kDocument) documents.push_back({&fact, home_of(fact, facts)});
  }
  for (const Fact& fact : facts) {
    if (fact.kind == kPatient) judge_patient(fact, documents, report);
  }
}

}  // namespace

extern constinit const Check foreign_document{
    .info =
        {.id = "consistency-foreign-document",
         .severity = Severity::kError,
         .title = {"患者的文书不应混入他人病历",
                   "No document of a patient lies in another patient's chart"},
         .judged =
             {"每份病历的患者：同一次运行所查的其他患者病历中，没有文书头写着该患者身份证号（或该"
              "患者在本机构的编号和姓名）而与其所在病历患者不符的文书。",
              "The patient of each chart: in the charts of other patients of the run there is no "
              "document whose header has this patient's identity card number, or number and name "
              "in the hospital, and is not that of its chart's patient."},
         .exceptions =
             {"只查一份病历时不评价。母婴之间、器官移植、患者姓名不详的病历不判。身份证号须校验正"
              "确；仅姓名相同而无号码可核对的无法判定。文书与其所在病历患者不符，在那份病历中由"
              " consistency-patient-identity 指出。",
              "Nothing is judged in a run of one chart, nor between mother and newborn, donors and "
              "recipients of organs, nor for patients whose name was not known. An identity card "
              "number has to be valid; undecided where names are equal and no number tells. That "
              "the document does not fit its chart is said there by consistency-patient-identity."},
         .advice = {"核对该文书，确属本患者的移回本病历；文书头录入错误的予以改正。",
                    "Look at the document: move it here if it is this patient's, or correct its "
                    "header."},
         .basis = kBasis,
         .core_systems = kCore,
         .messages = kMessages},
    .emit = &emit,
    .judge = &judge};

}  // namespace emrlint::checks
