// SPDX-License-Identifier: Apache-2.0
#include "corpus/find_copies.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "corpus/corpus_support.h"

namespace emrlint {
namespace {

namespace fs = std::filesystem;

std::string name(const char* prefix, std::size_t number) { return prefix + std::to_string(number); }

// Sixty charts of five notes. Chart 3 has a passage of chart 1, chart 44 one of chart 7, edited;
// chart 50 one of its own first note; a template stands in nine charts.
struct Corpus {
  static constexpr std::size_t kCharts = 60;
  store::TemporaryFolder folder;
  std::vector<std::string> lines;
  std::string passage, edited, form;

  Corpus() {
    RandomText random(5);
    passage = random.text(64);
    edited = random.text(120);
    form = random.text(150);
    std::vector<std::vector<std::string>> notes(kCharts);
    for (auto& chart : notes) {
      for (int i = 0; i < 5; ++i) chart.push_back(random.text(90));
    }
    insert(random, notes[1][0], passage);
    insert(random, notes[3][2], passage);
    insert(random, notes[7][1], edited);
    std::string other = edited;
    const std::size_t at = other.find("，", other.size() / 2);
    REQUIRE(at != std::string::npos);
    other.replace(at, 3, "改动");
    insert(random, notes[44][1], other);
    notes[50][4] = notes[50][0];
    for (std::size_t i = 10; i < 55; i += 5) insert(random, notes[i][3], form);
    for (std::size_t i = 0; i < kCharts; ++i) {
      lines.push_back(chart_line(name("ZY", 100 + i), name("P", 100 + i), notes[i]));
    }
  }

  // In the middle of a note, apart from it.
  static void insert(RandomText& random, std::string& note, const std::string& text) {
    note += "。" + text + "。" + random.text(random.below(50) + 5);
  }

  std::string path(const std::string& file) const { return folder.path + "/" + file; }
  std::string store() const { return path("store"); }

  // Files of so many charts: one for each part.
  std::vector<std::string> files(const char* prefix, std::size_t from, std::size_t to,
                                 std::size_t parts) const {
    std::vector<std::string> paths;
    for (std::size_t part = 0; part < parts; ++part) {
      std::vector<std::string> some;
      for (std::size_t i = from; i < to; ++i) {
        if (i * parts / kCharts == part) some.push_back(lines[i]);
      }
      paths.push_back(path(name(prefix, part) + ".ndjson"));
      write_lines(paths.back(), some);
    }
    return paths;
  }
};

constexpr std::uint32_t kCap = 8;

FindSettings settings() {
  FindSettings settings;
  settings.cap = kCap;
  return settings;
}

}  // namespace

TEST_CASE("copies across charts: all that was planted and nothing else, with its exact bytes") {
  const Corpus corpus;
  index_part(corpus.store(), "all", {}, corpus.files("all", 0, Corpus::kCharts, 1));
  Lines lines;
  const FindCounts counts = find({corpus.store(), "all", {}}, lines, settings());
  CHECK(counts.join.charts == Corpus::kCharts);
  REQUIRE(lines.list.size() == 3);
  CHECK(lines.list[0].starts_with("template ZY110 n3"));
  CHECK(lines.list[0].ends_with(" in 9"));
  CHECK(corpus.form.find(lines.texts[0]) != std::string::npos);
  CHECK(lines.list[1] == "copy ZY101 n0 64 -> ZY103 n2 64 exact other");
  CHECK(lines.texts[1] == lines.copies[0]);
  CHECK(corpus.passage.starts_with(lines.texts[1]));
  CHECK(lines.list[2] == "copy ZY107 n1 120 -> ZY144 n1 122 edited either way other");
  CHECK(counts.templates == 1);
  CHECK(counts.verify.copies == 2);
  CHECK(counts.verify.unverified == 0);
}

TEST_CASE("copies across charts: parts, threads and memory make no difference") {
  const Corpus corpus;
  std::vector<std::string> first;
  for (const std::size_t parts : {1u, 2u, 5u}) {
    const std::string run = name("in", parts);
    // The same files in every case: what is one part of one run are five of another.
    const std::vector<std::string> files = corpus.files("part", 0, Corpus::kCharts, 10);
    std::vector<unsigned> order(parts);
    for (unsigned i = 0; i < parts; ++i) order[i] = (i * 3 + 1) % static_cast<unsigned>(parts);
    for (const unsigned part : order) {
      std::vector<std::string> paths;
      for (std::size_t i = 0; i < files.size(); ++i) {
        if (i % parts == part) paths.push_back(files[i]);
      }
      index_part(corpus.store(), run, {part, static_cast<unsigned>(parts)}, paths, 2);
    }
    Lines lines;
    FindSettings chosen = settings();
    chosen.memory = parts == 5 ? 20'000 : chosen.memory;       // Many buckets.
    chosen.chart_bytes = parts == 2 ? 1 : chosen.chart_bytes;  // A pair at a time.
    chosen.jobs = static_cast<unsigned>(parts);
    const FindCounts counts = find({corpus.store(), run, {}}, lines, chosen);
    CHECK((counts.join.buckets > 1) == (parts == 5));
    REQUIRE(lines.list.size() == 3);
    if (first.empty()) first = lines.list;
    CHECK(lines.list == first);
  }
}

TEST_CASE("copies across charts: new charts against old ones are the rest of all against all") {
  const Corpus corpus;
  const std::vector<std::string> old = corpus.files("old", 0, 40, 1);
  const std::vector<std::string> fresh = corpus.files("young", 40, Corpus::kCharts, 1);
  std::vector<std::string> both = old;
  both.insert(both.end(), fresh.begin(), fresh.end());
  index_part(corpus.store(), "2024-03-01", {}, old);
  index_part(corpus.store(), "2024-03-02", {}, fresh);
  index_part(corpus.store(), "both", {}, both);
  const auto copies = [](const Lines& lines) {
    std::set<std::string> found;
    for (const std::string& line : lines.list) {
      if (line.starts_with("copy")) found.insert(line);
    }
    return found;
  };
  Lines all, night, before;
  find({corpus.store(), "both", {}}, all, settings());
  find({corpus.store(), "2024-03-01", {}}, before, settings());
  const FindCounts counts = find({corpus.store(), "2024-03-02", {"2024-03-01"}}, night, settings());
  CHECK(counts.join.charts == Corpus::kCharts);
  CHECK(copies(night) ==
        std::set<std::string>{"copy ZY107 n1 120 -> ZY144 n1 122 edited either way other"});
  // Six charts of the first night hold the form, in fifteen pairs: with those of the second one
  // they are too many, and it is a template.
  CHECK(before.list.size() == 1 + 15);
  CHECK(night.list.front().starts_with("template"));
  std::set<std::string> together = copies(night);
  together.insert("copy ZY101 n0 64 -> ZY103 n2 64 exact other");
  CHECK(copies(before).contains("copy ZY101 n0 64 -> ZY103 n2 64 exact other"));
  CHECK(together == copies(all));
  CHECK(night.list.front() == all.list.front());
}

TEST_CASE("copies across charts: a passage over the cap is a template and said once") {
  const Corpus corpus;
  index_part(corpus.store(), "all", {}, corpus.files("all", 0, Corpus::kCharts, 1));
  for (const std::uint32_t cap : {8u, 9u}) {
    Lines lines;
    FindSettings chosen = settings();
    chosen.cap = cap;
    find({corpus.store(), "all", {}}, lines, chosen);
    const auto templates =
        std::count_if(lines.list.begin(), lines.list.end(),
                      [](const auto& line) { return line.starts_with("template"); });
    CHECK(templates == (cap == 8 ? 1 : 0));
    // Nine charts in pairs, and the two passages.
    CHECK(lines.list.size() == (cap == 8 ? 3 : 36 + 2));
  }
}

TEST_CASE("copies across charts: old charts are not compared with each other again") {
  const store::TemporaryFolder folder;
  RandomText random(11);
  const std::string passage = random.text(100);
  const auto chart = [&](const char* key) {
    return chart_line(key, key, {random.text(40) + "。" + passage + "。" + random.text(40)});
  };
  write_lines(folder.path + "/a.ndjson", {chart("ZY1"), chart("ZY2")});
  write_lines(folder.path + "/b.ndjson", {chart("ZY3")});
  index_part(folder.path, "1", {}, {folder.path + "/a.ndjson"});
  index_part(folder.path, "2", {}, {folder.path + "/b.ndjson"});
  Lines lines;
  find({folder.path, "2", {"1"}}, lines);
  REQUIRE(lines.list.size() == 2);
  CHECK(lines.list[0].starts_with("copy ZY1 n0 100 -> ZY3 n0 100 exact"));
  CHECK(lines.list[1].starts_with("copy ZY2 n0 100 -> ZY3 n0 100 exact"));
}

// At the edges of a form the samples depend on what stands around it: they are under the cap.
TEST_CASE("copies across charts: the edges of a template do not make copies") {
  const store::TemporaryFolder folder;
  RandomText random(13);
  constexpr std::size_t kForms = 5;
  std::vector<std::string> forms, lines;
  for (std::size_t i = 0; i < kForms; ++i) forms.push_back(random.text(100));
  for (std::size_t i = 0; i < 100 * kForms; ++i) {
    const std::string key = name("ZY", 1000 + i);
    const std::string note = random.text(40) + "。" + forms[i % kForms] + "。" + random.text(40);
    lines.push_back(chart_line(key, key, {note}));
  }
  write_lines(folder.path + "/a.ndjson", lines);
  index_part(folder.path, "1", {}, {folder.path + "/a.ndjson"});
  Lines said;
  const FindCounts counts = find({folder.path, "1", {}}, said);
  REQUIRE(counts.verify.pairs > 0);
  CHECK(said.list.size() == kForms);
  for (const std::string& line : said.list) CHECK(line.starts_with("template"));
}

TEST_CASE("copies across charts: a chart that is gone or changed is told") {
  const Corpus corpus;
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < Corpus::kCharts; ++i) {
    paths.push_back(corpus.path(name("chart", i) + ".json"));
    write_lines(paths.back(), {corpus.lines[i]});
  }
  index_part(corpus.store(), "all", {}, paths);
  fs::remove(paths[3]);
  write_lines(paths[7], {chart_line("ZY107", "P107", {"只有一句话，不再是那份病历了。"})});
  Lines lines;
  const FindCounts counts = find({corpus.store(), "all", {}}, lines, settings());
  REQUIRE(lines.list.size() == 3);
  CHECK(lines.list[0].starts_with("template"));
  CHECK(lines.list[1] == "lost ZY103 gone");
  CHECK(lines.list[2] == "lost ZY107 changed");
  CHECK(counts.verify.pairs == counts.verify.unverified);
  CHECK(counts.unverified_charts == 2);
}

TEST_CASE("copies across charts: of a chart in several runs the last one counts") {
  const Corpus corpus;
  index_part(corpus.store(), "1", {}, corpus.files("old", 0, Corpus::kCharts, 1));
  write_lines(corpus.path("new.ndjson"), {corpus.lines[3], corpus.lines[4]});
  index_part(corpus.store(), "2", {}, {corpus.path("new.ndjson")});
  Lines lines;
  const FindCounts counts = find({corpus.store(), "2", {"1"}}, lines, settings());
  CHECK(counts.join.superseded == 2);
  CHECK(counts.join.charts == Corpus::kCharts);
  CHECK(lines.list == std::vector<std::string>{"copy ZY101 n0 64 -> ZY103 n2 64 exact other"});
}

TEST_CASE("copies across charts: where a text stands") {
  const Corpus corpus;
  index_part(corpus.store(), "1", {}, corpus.files("all", 0, 30, 1));
  index_part(corpus.store(), "2", {}, corpus.files("more", 30, Corpus::kCharts, 1));
  const auto where = [&](const std::string& text, Lines& lines) {
    store::Database database = store::open_database();
    return find_text(database, {corpus.store(), "", {"1", "2"}}, test_key(), text, 100, {}, lines);
  };
  Lines passage, form, none;
  const Result<WhereCounts> counts = where(corpus.passage.substr(0, 150), passage);
  REQUIRE(counts);
  CHECK(counts->charts == 2);
  REQUIRE(passage.list.size() == 2);
  CHECK(passage.list[0].starts_with("text ZY101 n0"));
  CHECK(passage.list[1].starts_with("text ZY103 n2"));
  CHECK(corpus.passage.starts_with(passage.texts[0]));
  REQUIRE(where(corpus.form, form));
  CHECK(form.list.size() == 9);
  REQUIRE(where(RandomText(99).text(80), none));
  CHECK(none.list.empty());
  CHECK_FALSE(where("太短", none));
}

TEST_CASE("copies across charts: another key matches nothing, and that is said") {
  const Corpus corpus;
  index_part(corpus.store(), "all", {}, corpus.files("all", 0, Corpus::kCharts, 1));
  store::Database database = store::open_database();
  Lines lines;
  const KeyedHash other("another secret of as many bytes");
  const auto counts = find_copies(database, {corpus.store(), "all", {}}, other, {}, lines);
  REQUIRE_FALSE(counts);
  CHECK(counts.error().en.find("under another key") != std::string::npos);
}

}  // namespace emrlint
