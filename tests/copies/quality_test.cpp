// SPDX-License-Identifier: Apache-2.0
// How well copied passages are found in generated notes whose copies are known.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "copies/passages.h"
#include "copies/plagdet.h"
#include "generator/copied_notes.h"

namespace emrlint {
namespace {

struct Read {
  Tokens tokens;
  std::vector<CopyText> texts;
};

// The notes, each a text of one piece; the number of the note is the file of its span.
Read read(const CopiedNotes& stay) {
  Read out;
  for (std::uint32_t i = 0; i < stay.notes.size(); ++i) {
    const std::string& note = stay.notes[i];
    const Text piece{note, {i, 0, static_cast<std::uint32_t>(note.size())}};
    out.texts.push_back({out.tokens.add({&piece, 1}), SectionType::kUnknown});
  }
  return out;
}

NotePart part_of(const Tokens& tokens, TokenRange range) {
  const Part part = tokens.parts(range).front();
  return {part.value.span.file, part.from, part.to};
}

// What stands in most of some other stays.
Boilerplate learnt(Lang lang) {
  constexpr std::uint64_t kStays = 10;
  std::unordered_map<std::uint64_t, int> counts;
  for (std::uint64_t seed = 0; seed < kStays; ++seed) {
    const CopiedNotes stay = copied_notes(lang, 1'000'000 + seed);
    const Read notes = read(stay);
    std::vector<Gram> grams;
    for (const CopyText& text : notes.texts) sample_grams(notes.tokens, text.tokens, grams);
    std::unordered_set<std::uint64_t> own;
    for (const Gram& gram : grams) own.insert(gram.hash);
    for (const std::uint64_t hash : own) ++counts[hash];
  }
  Boilerplate out;
  for (const auto& [hash, count] : counts) {
    if (count >= 6) out.add(hash, SectionType::kUnknown);
  }
  return out;
}

// Whether most of a stretch lies in templates.
bool in_templates(const NotePart& part, const std::vector<NotePart>& templates) {
  std::size_t bytes = 0;
  for (const NotePart& other : templates) {
    const std::size_t from = std::max(part.from, other.from), to = std::min(part.to, other.to);
    if (part.note == other.note && from < to) bytes += to - from;
  }
  return bytes * 2 > part.to - part.from;
}

double share_of(std::vector<CopyPair> pairs, std::size_t total) {
  std::vector<std::pair<std::size_t, std::size_t>> parts;
  for (const CopyPair& pair : pairs) {
    const std::size_t base = pair.copy.note << 32;
    parts.emplace_back(base + pair.copy.from, base + pair.copy.to);
  }
  std::sort(parts.begin(), parts.end());
  std::size_t sum = 0, end = 0;
  for (const auto& [from, to] : parts) {
    sum += to - std::min(to, std::max(from, end));
    end = std::max(end, to);
  }
  return static_cast<double>(sum) / static_cast<double>(total);
}

struct Result {
  DetectionQuality quality;
  double share_error = 0;        // The largest of a stay, in points.
  std::size_t in_templates = 0;  // Passages of which most lies in templates.
};

Result result_of(Lang lang, std::uint64_t stays) {
  const Boilerplate boilerplate = learnt(lang);
  QualityMeter meter;
  Result out;
  for (std::uint64_t seed = 1; seed <= stays; ++seed) {
    const CopiedNotes stay = copied_notes(lang, seed);
    const Read notes = read(stay);
    const Passages passages = find_passages(notes.tokens, notes.texts, boilerplate);
    std::vector<CopyPair> truth, found;
    for (const PlantedCopy& copy : stay.copies) truth.push_back({copy.source, copy.copy});
    for (const Passage& passage : passages.list) {
      found.push_back({part_of(notes.tokens, passage.from), part_of(notes.tokens, passage.to)});
      out.in_templates += in_templates(found.back().copy, stay.templates) ? 1 : 0;
    }
    meter.add(truth, found);
    std::size_t total = 0;
    for (const std::string& note : stay.notes) total += note.size();
    const double error = 100 * std::abs(share_of(truth, total) - share_of(found, total));
    out.share_error = std::max(out.share_error, error);
  }
  out.quality = meter.quality();
  return out;
}

void check(Lang lang, double least) {
  const Result result = result_of(lang, 20);
  MESSAGE("precision " << result.quality.precision << ", recall " << result.quality.recall
                       << ", granularity " << result.quality.granularity << ", plagdet "
                       << result.quality.plagdet() << ", largest error of the share "
                       << result.share_error << " points");
  CHECK(result.quality.plagdet() >= least);
  CHECK(result.quality.granularity <= 1.05);
  CHECK(result.share_error <= 2);
  CHECK(result.in_templates == 0);
}

}  // namespace

TEST_CASE("copies in Chinese notes are found") { check(Lang::kZh, 0.95); }

TEST_CASE("copies in English notes are found") { check(Lang::kEn, 0.90); }

TEST_CASE("two fifths of the generated notes are copies") {
  for (const Lang lang : {Lang::kZh, Lang::kEn}) {
    const CopiedNotes stay = copied_notes(lang, 1);
    std::vector<CopyPair> truth;
    for (const PlantedCopy& copy : stay.copies) truth.push_back({copy.source, copy.copy});
    std::size_t total = 0;
    for (const std::string& note : stay.notes) total += note.size();
    CHECK(stay.notes.size() == 30);
    CHECK(std::abs(share_of(truth, total) - 0.40) < 0.03);
  }
}

}  // namespace emrlint
