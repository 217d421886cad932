// SPDX-License-Identifier: Apache-2.0
#include "engine/fact_line.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "engine/line_fields.h"
#include "reader/logical_path.h"

namespace emrlint {
namespace {

constexpr std::size_t kMarkDigits = 16;

class Encoder {
 public:
  Encoder(const Catalog& catalog, const KeyedHash& hash, bool paths, const Batch& batch)
      : catalog_(catalog), hash_(hash), paths_(paths), batch_(batch) {}

  void write(const ChartReport& report) {
    for (const EmittedFact& fact : report.facts) write(report, fact);
  }
  std::string take() { return std::move(out_); }

 private:
  void write(const ChartReport& report, const EmittedFact& emitted) {
    const Chart& chart = *report.chart;
    const Fact& fact = emitted.fact;
    const std::string_view check = catalog_.entries()[emitted.check].info.id;
    const std::string subject = subject_key(chart, fact.subject);
    const std::string& input = batch_.files[chart.span.file]->uri();
    LineWriter line;
    line.plain(fact.key.empty() ? hashed({check, input, report.key, subject, fact.kind, "alone"})
                                : hashed({check, fact.key}));
    line.text(check);
    line.text(fact.kind);
    line.time(fact.start);
    line.time(fact.end);
    line.number(fact.limit.count());
    std::vector<std::string> marks;
    for (const std::string& mark : fact.marks) marks.push_back(hashed_mark(mark));
    line.list(marks);
    line.list(fact.words);
    line.text(id(emitted.severity));
    line.text(report.profile);
    line.text(report.key);
    line.text(input);
    line.text(subject);
    const Span where = fact.where == Span{} ? subject_span(chart, fact.subject) : fact.where;
    line.site(site(where));
    out_ += line.line();
    out_ += '\n';
  }

  std::string hashed(std::initializer_list<std::string_view> parts) const {
    std::string text;
    for (const std::string_view part : parts) text.append(part).append(1, '\x1f');
    return hash_.hex(text);
  }

  // Half of a hash tells apart what one key brings together. The facts of a chart have many marks
  // in common.
  const std::string& hashed_mark(const std::string& mark) {
    const auto [it, inserted] = marks_.try_emplace(mark);
    if (inserted && !mark.empty()) it->second = hashed({mark}).substr(0, kMarkDigits);
    return it->second;
  }

  Site site(Span span) {
    const SourceFile& file = *batch_.files[span.file];
    Site site{file.uri(), place_of(file, span), {}, {}, {}};
    if (!paths_ || file.syntax() == Syntax::kUnknown) return site;
    if (!finder_ || finder_file_ != &file) {
      finder_.emplace(file, path_style(file));
      finder_file_ = &file;
    }
    LogicalPath path = finder_->at(span.begin);
    site.path = std::move(path.path);
    site.name = std::move(path.name);
    site.kind = path.kind;
    return site;
  }

  const Catalog& catalog_;
  const KeyedHash& hash_;
  const bool paths_;
  const Batch& batch_;
  std::optional<PathFinder> finder_;  // Of finder_file_.
  const SourceFile* finder_file_ = nullptr;
  std::unordered_map<std::string, std::string> marks_;
  std::string out_;
};

}  // namespace

std::string fact_lines(const Catalog& catalog, const KeyedHash& hash, bool paths,
                       const Batch& batch, const std::vector<ChartReport>& reports) {
  Encoder encoder(catalog, hash, paths, batch);
  for (const ChartReport& report : reports) encoder.write(report);
  return encoder.take();
}

std::optional<Error> FactLineCheck::wrong(const std::string& path, std::string_view line) {
  const auto tabs = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t'));
  if (tabs + 1 != kFactFields || line.find('\t') != kFactKeySize) {
    return Error{path + "：文件已损坏", path + ": the file is damaged", {}};
  }
  const std::string_view rest = line.substr(kFactKeySize + 1);
  const std::string_view id = rest.substr(0, rest.find('\t'));
  if (id == known_) return std::nullopt;
  known_ = id;
  const CatalogEntry* const check = catalog_.find(id);
  if (check != nullptr && check->judge != nullptr) return std::nullopt;
  return Error{path + "：没有加载检查 " + known_,
               path + ": the check " + known_ + " is not loaded",
               {}};
}

Fact fact_of(const std::vector<std::string_view>& fields, std::uint32_t index) {
  Fact fact;
  fact.key = fields[kFactKey];
  fact.kind = text_of(fields[kFactKind]);
  fact.marks = list_of(fields[kFactMarks]);
  fact.words = list_of(fields[kFactWords]);
  fact.start = time_of(fields[kFactStart]);
  fact.end = time_of(fields[kFactEnd]);
  fact.limit = Duration(number_of(fields[kFactLimit]));
  fact.subject = {SubjectKind::kChart, index, {}};
  fact.where = {Batch::kSites + index, 0, 0};
  fact.chart = text_of(fields[kFactChart]);
  return fact;
}

}  // namespace emrlint
