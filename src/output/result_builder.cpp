// SPDX-License-Identifier: Apache-2.0
#include "output/result_builder.h"

#include <algorithm>
#include <tuple>

#include "output/wording.h"

namespace emrlint {
namespace {

constexpr std::size_t kNear = 64;  // Places that are looked through for an equal one.

// What stands for {0} in a sentence made of the template; nothing if it was not.
std::optional<std::string> argument_in(std::string_view form, std::string_view sentence) {
  const std::size_t at = form.find("{0}");
  const std::string_view before = form.substr(0, at), behind = form.substr(at + 3);
  if (sentence.size() < before.size() + behind.size() || !sentence.starts_with(before) ||
      !sentence.ends_with(behind)) {
    return std::nullopt;
  }
  sentence.remove_prefix(before.size());
  sentence.remove_suffix(behind.size());
  return std::string(sentence);
}

}  // namespace

// Equal places of one finding are one: sinks tell by it that a note stands where the finding does.
Span ResultBuilder::keep(Site site) {
  const auto place = [](const Site& one) {
    return std::tie(one.uri, one.place.begin.line, one.place.begin.column, one.place.end.line,
                    one.place.end.column);
  };
  const std::size_t size = batch_.sites.size();
  for (std::size_t i = size; i > 0 && i + kNear > size; --i) {
    const Site& known = batch_.sites[i - 1];
    // Notes come without a path.
    if (place(known) == place(site) && (site.path.empty() || site.path == known.path)) {
      return {Batch::kSites + static_cast<std::uint32_t>(i - 1), 0, 0};
    }
  }
  batch_.sites.push_back(std::move(site));
  return {Batch::kSites + static_cast<std::uint32_t>(batch_.sites.size() - 1), 0, 0};
}

void ResultBuilder::hand_over() {
  if (reports_.empty() && batch_.problems.empty()) return;
  if (!charts_.empty()) {
    std::vector<Document>& documents = charts_.back().documents;
    documents.resize(std::max(documents.size(), documents_));
  }
  take_(batch_, reports_);
  reports_.clear();
  charts_.clear();
  waivers_.clear();
  kept_.clear();
  batch_ = {};
  documents_ = 0;
}

ChartReport& ResultBuilder::begin(std::string_view chart, bool across) {
  if (!reports_.empty()) hand_over();
  ChartReport& report = reports_.emplace_back();
  report.key = chart;
  report.tallies.resize(catalog_.entries().size());
  across_ = across;
  return report;
}

// What checks across charts say of a chart is a report of its own, without the chart.
ChartReport& ResultBuilder::report_of(std::string_view chart, bool across) {
  const bool same = !reports_.empty() && reports_.back().key == chart && across_ == across;
  return same ? reports_.back() : begin(chart, across);
}

Result<std::uint32_t> ResultBuilder::check_of(std::string_view id) const {
  if (const auto check = catalog_.index_of(id)) return *check;
  const std::string name(id);
  return Error{"结果中的检查" + name + "不在现有的检查之列；本院的规则请用 --rules 载入",
               "the results name the check " + name +
                   ", which is unknown here; load rules of your own with --rules",
               {}};
}

void ResultBuilder::name(Person& person, std::string_view text) const {
  // Where the file shows names, that of the patient is among them; else staff goes by number.
  const std::string_view patient = charts_.back().patient.name.value;
  (patient.empty() || patient == "***" ? person.id : person.name).value = text;
}

void ResultBuilder::add(ReadChart read) {
  ChartReport& report = begin(read.key, false);
  report.profile = read.profile;
  Chart& chart = charts_.emplace_back();
  report.chart = &chart;
  chart.key = read.key;
  chart.span = keep(Site{});
  chart.complete = read.complete;
  chart.patient.name.value = keep(std::move(read.patient));
  chart.encounter.department.value = keep(std::move(read.department));
  name(chart.encounter.attending, keep(std::move(read.doctor)));
  documents_ = read.documents;
  for (const auto& [id, count] : read.passed) {
    if (const auto check = catalog_.index_of(id)) report.tallies[*check].pass = count;
  }
}

std::optional<Error> ResultBuilder::add_broken(const std::string& chart, std::string_view check,
                                               std::string what) {
  const Result<std::uint32_t> index = check_of(check);
  if (!index) return index.error();
  const bool across = catalog_.entries()[*index].emit != nullptr;
  report_of(chart, across).broken.push_back({*index, std::move(what)});
  return std::nullopt;
}

void ResultBuilder::add(Problem problem, std::optional<Site> site) {
  if (!reports_.empty()) hand_over();  // Problems of a batch come before its charts.
  problem.located = site.has_value();
  if (site) problem.where = keep(*std::move(site));
  batch_.problems.push_back(std::move(problem));
}

// The templates of the card where they make the sentence; else, and for what only the file knows,
// the sentence itself.
void ResultBuilder::say(const ReadFinding& read, const CheckInfo& info, Outcome& outcome) {
  outcome.message_id = keep(read.message_id);
  for (const std::string& text : read.arguments) {
    outcome.args.push_back({text, text, text == "***"});
  }
  if (read.kind == OutcomeKind::kUndecided) {
    const Bilingual form = undecided_template();
    std::optional<std::string> what = argument_in(form.zh, read.message);
    if (!what) what = argument_in(form.en, read.message);
    outcome.zh = outcome.en = keep(what.value_or(read.message));
    return;
  }
  outcome.zh = outcome.en = keep(read.message);
  for (const MessageInfo& message : info.messages) {
    if (message.id != read.message_id) continue;
    for (const Lang lang : {Lang::kZh, Lang::kEn}) {
      const std::string_view form = lang == Lang::kZh ? message.zh : message.en;
      if (format_message(form, outcome.args.data(), outcome.args.size(), lang, true) ==
          read.message) {
        outcome.message_id = message.id;
        outcome.zh = message.zh;
        outcome.en = message.en;
      }
    }
  }
}

Subject ResultBuilder::document_of(const ReadFinding& read) {
  std::vector<Document>& documents = charts_.back().documents;
  std::size_t at = 0;
  while (at < documents.size() && (documents[at].title.value != read.document ||
                                   (documents[at].author.id.value != read.doctor &&
                                    documents[at].author.name.value != read.doctor))) {
    ++at;
  }
  if (at == documents.size()) {
    Document& document = documents.emplace_back();
    document.title.value = keep(read.document);
    name(document.author, keep(read.doctor));
  }
  return {SubjectKind::kDocument, static_cast<std::uint32_t>(at)};
}

std::optional<Error> ResultBuilder::add(ReadFinding read) {
  const Result<std::uint32_t> check = check_of(read.check);
  if (!check) return check.error();
  const CatalogEntry& entry = catalog_.entries()[*check];
  ChartReport& report = report_of(read.chart, entry.emit != nullptr);
  report.profile = read.profile;
  Finding finding;
  finding.check = *check;
  finding.severity = read.severity.value_or(entry.info.severity);
  finding.superseded = read.superseded;
  finding.subject = read.subject;
  finding.fingerprint = read.fingerprint;
  if (read.waiver) finding.waiver = &waivers_.emplace_back(*std::move(read.waiver));
  Outcome& outcome = finding.outcome;
  outcome.kind = read.kind;
  if (report.chart != nullptr && !read.document.empty()) outcome.subject = document_of(read);
  say(read, entry.info, outcome);
  outcome.due = read.due;
  outcome.timeline = read.timeline;
  outcome.span = keep(std::move(read.site));
  for (ReadFinding::Note& note : read.notes) {
    const std::string_view text = keep(std::move(note.message));
    outcome.notes.push_back({"", text, text, keep(std::move(note.site)), {}, {}, {}});
  }
  for (ReadFinding::Change& change : read.fixes) {
    const std::string_view text = keep(std::move(change.message));
    outcome.fixes.push_back({"", text, text, {}, keep(std::move(change.site)), change.replacement});
  }
  for (auto& [name, value] : read.measures) outcome.measure(keep(std::move(name)), value);
  Tally& tally = report.tallies[*check];
  ++(read.kind == OutcomeKind::kFail        ? tally.fail
     : read.kind == OutcomeKind::kUndecided ? tally.undecided
                                            : tally.due);
  report.findings.push_back(std::move(finding));
  return std::nullopt;
}

}  // namespace emrlint
