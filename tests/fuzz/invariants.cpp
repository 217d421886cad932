// SPDX-License-Identifier: Apache-2.0
#include "fuzz/invariants.h"

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <type_traits>
#include <utility>

#include "reader/readers.h"
#include "source/load.h"
#include "source/utf8.h"

namespace emrlint::fuzz {
namespace {

bool on_boundary(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check_span(const Files& files, const Span& span) {
  expect(span.begin <= span.end, "a span ends before it begins");
  if (span == Span{}) return;
  expect(span.file < files.size(), "a span is of no file");
  const std::string_view text = files[span.file]->text();
  expect(span.end <= text.size(), "a span reaches over the end of its file");
  expect(on_boundary(text, span.begin), "a span begins inside a character");
  expect(on_boundary(text, span.end), "a span ends inside a character");
}

// Visits the values of a chart: checks each span and adds everything to a digest.
class Visitor {
 public:
  explicit Visitor(const Files& files) : files_(files) {}

  std::uint64_t digest() const { return digest_; }

  void add(std::uint64_t number) { digest_ = (digest_ ^ number) * 0x100000001B3u; }
  void visit(std::string_view text) {
    expect(first_invalid_utf8(text) == text.size(), "a value is no UTF-8");
    for (const char c : text) add(static_cast<unsigned char>(c));
    add(text.size());
  }
  void visit(const std::string& text) { visit(std::string_view(text)); }
  template <typename T>
  requires(std::is_arithmetic_v<T> || std::is_enum_v<T>) void visit(T value) {
    add(static_cast<std::uint64_t>(value));
  }
  void visit(const Span& span) {
    check_span(files_, span);
    all(span.file, span.begin, span.end);
  }
  void visit(const Time& time) { visit(to_iso(time)); }
  template <typename T>
  void visit(const Located<T>& value) {
    all(value.value, value.span);
  }
  template <typename T>
  void visit(const std::optional<T>& value) {
    add(value.has_value());
    if (value) visit(*value);
  }
  template <typename T>
  void visit(const std::vector<T>& values) {
    add(values.size());
    for (const T& value : values) visit(value);
  }
  template <typename... Values>
  void all(const Values&... values) {
    (visit(values), ...);
  }

  void visit(const TimeClaim& claim) { all(claim.value, claim.span, claim.origin); }
  void visit(const TimeFact& fact) { visit(fact.claims()); }
  void visit(const Person& p) {
    all(p.id, p.name, p.title, p.title_text, p.department, p.licensed);
  }
  void visit(const Signature& s) { all(s.role, s.role_text, s.person, s.at, s.span); }
  void visit(const Participant& p) { all(p.role, p.person); }
  void visit(const RelatedDocument& r) { all(r.id, r.replaces); }
  void visit(const RawTime& t) { all(t.what, t.text, t.valid); }
  void visit(const OidUse& o) { all(o.oid, o.identifier); }
  void visit(const PaddedCode& p) { all(p.attribute, p.written); }
  void visit(const Range& r) { all(r.first, r.count); }
  void visit(const Element& e) {
    all(e.id, e.name, e.kind, e.id_system, e.value, e.display, e.code_system, e.unit, e.section,
        e.parent, e.span);
  }
  void visit(const Section& s) {
    all(s.type, s.field, s.code, s.code_system, s.title, s.texts, s.elements, s.span);
  }
  void visit(const HeaderClaims& h) {
    all(h.stay_id, h.patient_id, h.id_card, h.name, h.sex, h.birth, h.age, h.age_unit);
    all(h.department, h.ward, h.room, h.bed, h.institution);
  }
  void visit(const Document& d) {
    all(d.type, d.format, d.id, d.type_code, d.template_id, d.title, d.header, d.recorded,
        d.created, d.generated, d.held, d.author, d.signatures, d.participants, d.related);
    all(d.about, d.sections, d.elements, d.texts, d.raw_times, d.oids, d.padded_codes, d.span,
        d.broken, d.damage, d.completed, d.surgeries);
    for (const Section& section : d.sections) {
      expect(section.texts.first + section.texts.count <= d.texts.size(), "a section's texts");
      expect(section.elements.first + section.elements.count <= d.elements.size(),
             "a section's elements");
    }
    const auto elements = static_cast<std::int64_t>(d.elements.size());
    for (const Element& element : d.elements) {
      expect(element.parent < elements, "the parent of an element");
    }
  }
  void visit(const Anesthesia& a) {
    all(a.present, a.kind, a.kind_text, a.asa, a.by, a.start, a.end);
  }
  void visit(const Surgery& s) {
    all(s.id, s.code, s.name, s.level, s.urgency, s.planned, s.cancelled, s.cesarean,
        s.malformed_time, s.start, s.end, s.left_room, s.surgeon, s.assistants, s.planned_surgeon,
        s.incision, s.site, s.side, s.destination, s.anesthesia, s.span);
  }
  void visit(const Condition& c) { all(c.id, c.severity, c.start, c.stop, c.span); }
  void visit(const Consultation& c) {
    all(c.id, c.kind, c.requested, c.arrived, c.done, c.from_department, c.department, c.consultant,
        c.cancelled, c.span);
  }
  void visit(const Transfer& t) { all(t.id, t.at, t.from, t.to, t.urgent, t.span); }
  void visit(const Handover& h) { all(h.id, h.at, h.from, h.to, h.span); }
  void visit(const Round& r) { all(r.id, r.at, r.by, r.span); }
  void visit(const Rescue& r) { all(r.id, r.start, r.end, r.span); }
  void visit(const Transfusion& t) {
    all(t.id, t.start, t.end, t.product, t.volume, t.unit, t.span);
  }
  void visit(const Order& o) {
    all(o.id, o.kind, o.term, o.content, o.start, o.stop, o.executed, o.entered, o.by, o.executor,
        o.verifier, o.cancelled, o.dose, o.dose_unit, o.route, o.frequency, o.group, o.about,
        o.span);
  }
  void visit(const ResultItem& i) { all(i.name, i.code, i.value, i.unit, i.flag, i.span); }
  void visit(const TestResult& r) {
    all(r.id, r.kind, r.name, r.code, r.collected, r.reported, r.filed, r.items, r.conclusion,
        r.span);
  }
  void visit(const Observation& o) { all(o.name, o.code, o.value, o.unit, o.at, o.span); }
  void visit(const ChecklistPhase& p) { all(p.phase, p.at, p.signatures, p.items, p.span); }
  void visit(const Checklist& c) {
    all(c.id, c.kind, c.about, c.at, c.phases, c.signatures, c.items, c.surgeries, c.span);
  }
  void visit(const CriticalValue& v) {
    all(v.id, v.name, v.value, v.unit, v.reported, v.received, v.handled, v.span);
  }
  void visit(const Procedure& p) {
    all(p.id, p.code, p.name, p.code_system, p.at, p.principal, p.invasive, p.by, p.document,
        p.span);
  }
  void visit(const Diagnosis& d) {
    all(d.role, d.code, d.name, d.code_system, d.on_admission, d.tcm, d.document, d.span);
  }
  void visit(const FollowUp& f) { all(f.id, f.kind, f.content, f.at, f.span); }
  void visit(const AuditEvent& a) {
    all(a.id, a.action, a.object, a.account, a.terminal, a.at, a.span);
  }
  void visit(const FrontPageField& f) { all(f.name, f.value); }
  void visit(const Chart& c) {
    all(c.key, c.complete, c.realm, c.stage, c.institution.id, c.institution.name,
        c.institution.level, c.span);
    all(c.patient.id, c.patient.name, c.patient.id_card, c.patient.sex, c.patient.birth,
        c.patient.age, c.patient.age_unit);
    const Encounter& e = c.encounter;
    all(e.id, e.kind, e.admitted, e.discharged, e.died, e.disposition, e.department, e.ward, e.bed,
        e.attending, e.archived, e.span);
    all(c.documents, c.diagnoses, c.procedures, c.surgeries, c.orders, c.results, c.observations,
        c.conditions, c.consultations, c.transfers, c.handovers, c.rescues, c.rounds,
        c.transfusions, c.critical_values, c.checklists, c.followups, c.audit, c.front_page,
        c.staff);
    for (const Diagnosis& diagnosis : c.diagnoses) check_document(c, diagnosis.document);
    for (const Procedure& procedure : c.procedures) check_document(c, procedure.document);
    for (const Document& document : c.documents) check_surgeries(c, document.surgeries);
    for (const Checklist& checklist : c.checklists) check_surgeries(c, checklist.surgeries);
  }
  void visit(const Problem& p) {
    all(p.kind, p.id, p.zh, p.en, p.uri, p.where, p.located);
    expect(!p.id.empty() && !p.zh.empty() && !p.en.empty(), "a problem says nothing");
  }

 private:
  static void check_document(const Chart& chart, std::uint32_t index) {
    expect(index == Procedure::kNoDocument || index < chart.documents.size(),
           "a link to no document");
  }
  static void check_surgeries(const Chart& chart, const std::vector<std::uint32_t>& indexes) {
    for (const std::uint32_t index : indexes) {
      expect(index < chart.surgeries.size(), "a link to no surgery");
    }
  }

  const Files& files_;
  std::uint64_t digest_ = 0xCBF29CE484222325u;
};

}  // namespace

void expect(bool holds, std::string_view sentence) {
  if (holds) return;
  std::fprintf(stderr, "broken invariant: %.*s\n", static_cast<int>(sentence.size()),
               sentence.data());
  std::abort();
}

Limits small_limits() {
  Limits limits;
  limits.bytes = 4 * 1024 * 1024;
  limits.depth = 64;
  limits.nodes = 100'000;
  return limits;
}

std::unique_ptr<SourceFile> load_text(const std::string& bytes) {
  Loaded loaded = load(ByteStream::of(bytes), "input", small_limits().bytes);
  if (!loaded.file) return nullptr;
  return std::make_unique<SourceFile>(std::move(*loaded.file));
}

std::uint64_t check_charts(const Files& files, const std::vector<Chart>& charts) {
  Visitor visitor(files);
  visitor.visit(charts);
  return visitor.digest();
}

std::uint64_t check_problems(const Files& files, const std::vector<Problem>& problems) {
  Visitor visitor(files);
  visitor.visit(problems);
  return visitor.digest();
}

std::uint64_t check_batch(const Batch& batch) {
  return check_charts(batch.files, batch.charts) ^
         (check_problems(batch.files, batch.problems) << 1);
}

void check_report(const Files& files, const ChartReport& report) {
  for (const BrokenCheck& broken : report.broken) expect(false, broken.what);
  for (const Finding& finding : report.findings) {
    check_span(files, finding.outcome.span);
    for (const Note& note : finding.outcome.notes) check_span(files, note.span);
    expect(finding.fingerprint.size() == 32, "the length of a fingerprint");
  }
}

namespace {

std::uint64_t read_once(Reader reader, const std::string& bytes) {
  Batch batch;
  std::unique_ptr<SourceFile> file = load_text(bytes);
  if (!file) return 0;
  batch.files.push_back(std::move(file));
  ReadOutput out;
  reader(*batch.files[0], 0, small_limits(), out);
  const std::uint64_t fragments = check_charts(batch.files, out.fragments);
  batch.problems = std::move(out.problems);
  batch.charts = build_charts(std::move(out.fragments), true);
  return fragments ^ check_batch(batch);
}

}  // namespace

void check_reader(Reader reader, const std::string& bytes) {
  expect(read_once(reader, bytes) == read_once(reader, bytes), "reading twice differs");
}

}  // namespace emrlint::fuzz
