// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_CORPUS_CORPUS_SUPPORT_H_
#define EMRLINT_TESTS_CORPUS_CORPUS_SUPPORT_H_

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "corpus/find_copies.h"
#include "store/store_support.h"

namespace emrlint {

// Invented texts, the same in every run.
class RandomText {
 public:
  explicit RandomText(std::uint64_t seed) : engine_(seed) {}

  std::uint32_t below(std::uint32_t end) {
    return std::uniform_int_distribution<std::uint32_t>(0, end - 1)(engine_);
  }
  // So many ideographs, with some commas.
  std::string text(std::uint32_t count) {
    std::string out;
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint32_t c = 0x4E00 + below(4000);
      out += static_cast<char>(0xE0 | c >> 12);
      out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
      out += static_cast<char>(0x80 | (c & 0x3F));
      if (below(10) == 0) out += "，";
    }
    return out;
  }

 private:
  std::mt19937_64 engine_;
};

// A chart on one line: progress notes of one section each, a day apart.
inline std::string chart_line(const std::string& key, const std::string& patient,
                              const std::vector<std::string>& notes) {
  std::string line = R"({"format": "emrlint-chart/1", "chart": ")" + key +
                     R"(", "complete": true, "realm": "china", "institution": {"id": "H1"}, )"
                     R"("patient": {"id": ")" +
                     patient + R"("}, "encounter": {"id": ")" + key +
                     R"(", "kind": "inpatient"}, "documents": [)";
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const std::string day = std::to_string(10 + i % 20);
    line += i == 0 ? "" : ", ";
    line += R"({"id": "n)" + std::to_string(i) +
            R"(", "type": "daily-course-record", "recorded": "2024-03-)" + day +
            R"(T08:00", "sections": [{"type": "course", "text": ")" + notes[i] + R"("}]})";
  }
  return line + "]}";
}

inline void write_lines(const std::string& path, const std::vector<std::string>& lines) {
  std::ofstream out(path, std::ios::binary);
  for (const std::string& line : lines) out << line << '\n';
}

inline const KeyedHash& test_key() {
  static const KeyedHash key("a secret of sixteen bytes or more");
  return key;
}

inline IndexCounts index_part(const std::string& store, const std::string& run,
                              const store::Shard& shard, const std::vector<std::string>& paths,
                              unsigned jobs = 1) {
  store::Database database = store::open_database();
  Result<CopyIndexWriter> writer = CopyIndexWriter::open(database);
  REQUIRE(writer);
  Inputs inputs({.paths = paths});
  const IndexCounts counts =
      index_charts(inputs, test_key(), {}, {.limits = {}, .jobs = jobs}, *writer);
  const Fingerprinter fingerprinter(test_key());
  const auto failed = writer->write(
      store, run, shard, index_labels(fingerprinter, copies_key_check(test_key()), counts));
  REQUIRE_MESSAGE(!failed, (failed ? failed->en : ""));
  return counts;
}

// What was found, as lines: "copy ZY1 n0 ZY2 n3 80/80 exact" and so on.
class Lines final : public CopyReceiver {
 public:
  void add(const TemplateFound& found) override {
    list.push_back("template " + place(found.place) + " in " + std::to_string(found.charts));
    texts.push_back(text(found.place));
  }
  void add(const CopyBetween& found) override {
    list.push_back("copy " + place(found.source) + " -> " + place(found.copy) +
                   (found.passage.exact() ? " exact" : " edited") +
                   (found.direction_known ? "" : " either way") +
                   (!found.same_patient   ? ""
                    : *found.same_patient ? " same"
                                          : " other"));
    texts.push_back(text(found.source));
    copies.push_back(text(found.copy));
  }
  void add(const TextFound& found) override {
    list.push_back("text " + place(found.place));
    texts.push_back(text(found.place));
  }
  void add(const UnverifiedChart& chart) override {
    list.push_back("lost " + chart.key + (chart.lost == Lost::kGone ? " gone" : " changed"));
  }

  std::vector<std::string> list, texts, copies;

  static std::string text(const CopyPlace& place) {
    return std::string(place.batch->files[place.span.file]->text(place.span));
  }

 private:
  static std::string place(const CopyPlace& place) {
    return place.chart->key + " " + std::string(place.document->id.value) + " " +
           std::to_string(place.tokens);
  }
};

inline FindCounts find(const CopyRuns& runs, Lines& lines, FindSettings settings = {}) {
  store::Database database = store::open_database();
  const Result<FindCounts> counts = find_copies(database, runs, test_key(), settings, lines);
  REQUIRE_MESSAGE(counts.ok(), store::en(counts));
  return *counts;
}

}  // namespace emrlint

#endif  // EMRLINT_TESTS_CORPUS_CORPUS_SUPPORT_H_
