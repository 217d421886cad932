// SPDX-License-Identifier: Apache-2.0
#include "engine/fact_line.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <unordered_map>

#include "base/short_hash.h"
#include "engine/line_fields.h"
#include "engine/near_text.h"
#include "reader/logical_path.h"

namespace emrlint {
namespace {

constexpr std::size_t kMarkDigits = 16;
// What follows the 16 digits of a gram; no key of a fact ends so, but one in 2^64.
constexpr std::string_view kGramEnd = "0000000000000000";

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) text.append(part).append(1, '\x1f');
  return text;
}

// Of what the line holds in clear, so that nothing depends on the key.
std::string id_of(std::initializer_list<std::string_view> parts) {
  const std::string text = joined(parts);
  return fmt::format("{:016x}", XXH3_64bits(text.data(), text.size()));
}

class Encoder {
 public:
  Encoder(const Catalog& catalog, const KeyedHash& hash, const FactLineOptions& options,
          const Batch& batch, const UnitPlace& place)
      : catalog_(catalog), hash_(hash), options_(options), batch_(batch), place_(place) {
    for (const auto& file : batch.files) bytes_ += file->text().size();
  }

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
                                : hashed_key(hash_, check, fact.key));
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
    if (fact.text.empty()) {
      line.list({});
      return end(line);
    }
    KeptText kept;
    kept.id = id_of({check, input, report.key, subject});
    const std::vector<Gram> grams = take(chart, fact, kept);
    line.list(kept.items());
    end(line);
    for (std::size_t i = 0; i < grams.size(); ++i) {
      write(check, report.key, kept.id, grams[i].hash, i);
    }
  }

  void write(std::string_view check, std::string_view chart, const std::string& text,
             std::uint64_t gram, std::size_t number) {
    auto salt = salts_.find(check);
    if (salt == salts_.end()) {
      salt = salts_.emplace(check, ShortHash(hash_, "near/" + std::string(check))).first;
    }
    LineWriter line;
    line.plain(fmt::format("{:016x}", salt->second(gram)).append(kGramEnd));
    line.text(chart);
    line.list({text, std::to_string(number)});
    end(line);
  }

  void end(const LineWriter& line) {
    out_ += line.line();
    out_ += '\n';
  }

  std::vector<Gram> take(const Chart& chart, const Fact& fact, KeptText& kept) const {
    kept.unit = place_;
    if (options_.absolute_files) {
      for (std::string& path : kept.unit.paths) {
        if (path != "-") path = std::filesystem::absolute(path).lexically_normal().string();
      }
    }
    kept.bytes = bytes_;
    kept.in_unit = static_cast<std::uint32_t>(&chart - batch_.charts.data());
    kept.document = fact.subject.index;
    const SectionType section =
        section_type_from_id(fact.subject.detail).value_or(SectionType::kUnknown);
    return take_text(chart.documents[fact.subject.index], fact.text, section, *options_.boilerplate,
                     kept);
  }

  std::string hashed(std::initializer_list<std::string_view> parts) const {
    return hash_.hex(joined(parts));
  }

  // Half of a hash tells apart what one key brings together. The facts of a chart have many marks
  // in common.
  const std::string& hashed_mark(const std::string& mark) {
    const auto [it, inserted] = marks_.try_emplace(mark);
    if (inserted && !mark.empty()) it->second = hashed({mark}).substr(0, kMarkDigits);
    return it->second;
  }

  Site site(Span span) {
    if (options_.site) return options_.site(span);
    const SourceFile& file = *batch_.files[span.file];
    Site site{file.uri(), place_of(file, span), {}, {}, {}};
    if (!options_.paths || file.syntax() == Syntax::kUnknown) return site;
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
  const FactLineOptions& options_;
  const Batch& batch_;
  const UnitPlace& place_;
  std::uint64_t bytes_ = 0;                      // Of its files.
  std::map<std::string_view, ShortHash> salts_;  // By check.
  std::optional<PathFinder> finder_;             // Of finder_file_.
  const SourceFile* finder_file_ = nullptr;
  std::unordered_map<std::string, std::string> marks_;
  std::string out_;
};

}  // namespace

std::string fact_lines(const Catalog& catalog, const KeyedHash& hash,
                       const FactLineOptions& options, const Batch& batch,
                       const std::vector<ChartReport>& reports, const UnitPlace& place) {
  Encoder encoder(catalog, hash, options, batch, place);
  for (const ChartReport& report : reports) encoder.write(report);
  return encoder.take();
}

bool is_gram(std::string_view line) {
  return line.substr(0, kFactKeySize).substr(kFactKeySize - kGramEnd.size()) == kGramEnd;
}

std::string hashed_key(const KeyedHash& hash, std::string_view check, std::string_view key) {
  return hash.hex(joined({check, key}));
}

std::optional<Error> FactLineCheck::wrong(const std::string& path, std::string_view line) {
  const auto fields = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')) + 1;
  const bool key = line.find('\t') == kFactKeySize;
  const bool gram = key && is_gram(line);
  if (!key || fields != (gram ? std::size_t{kGramFields} : std::size_t{kFactFields})) {
    return Error{path + "：文件已损坏", path + ": the file is damaged", {}};
  }
  if (gram) return std::nullopt;
  const std::string_view rest = line.substr(kFactKeySize + 1);
  const std::string_view id = rest.substr(0, rest.find('\t'));
  if (id == known_) return std::nullopt;
  known_ = id;
  const CatalogEntry* const check = catalog_.find(id);
  if (check != nullptr && check->judge != nullptr) return std::nullopt;
  return Error{
      path + "：没有加载检查 " + known_, path + ": the check " + known_ + " is not loaded", {}};
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
