// SPDX-License-Identifier: Apache-2.0
// Near copies of a run, from charts in files to findings.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>
#include <utility>

#include "corpus/corpus_support.h"
#include "engine/facts_file.h"
#include "engine/facts_parts.h"
#include "engine/judge_across.h"
#include "engine/run.h"
#include "output/sink.h"

namespace emrlint {
namespace {

const Catalog& catalog() {
  static const Catalog kCatalog = std::move(*Catalog::built_in());
  return kCatalog;
}

Config config_of(const std::string& text = "") {
  const auto no_file = [](const std::string& path) -> Result<std::string> {
    return Error{path, path, {}};
  };
  Result<Config> config = Config::load(catalog(), "emrlint.toml", text, no_file);
  REQUIRE_MESSAGE(config.ok(), (config.ok() ? "" : config.error().en));
  config->today = parse_iso_time("2024-12-01");
  config->select = {"duplication-other-patient-narrative"};
  return *std::move(config);
}

// One form of output as a receiver.
class Written final : public Receiver {
 public:
  explicit Written(std::ostream& out)
      : sink_(make_json_sink(out, catalog(), {.lang = Lang::kEn, .show_undecided = true})) {
    sink_->begin();
  }
  std::vector<std::string> render(const Batch& batch,
                                  const std::vector<ChartReport>& reports) const override {
    return {sink_->render(batch, reports)};
  }
  void add(const Batch& batch, const std::vector<ChartReport>& reports,
           const std::vector<std::string>& rendered) override {
    sink_->add(batch, reports, rendered.front());
  }

 private:
  std::unique_ptr<Sink> sink_;
};

constexpr const char* kKey = "0123456789abcdef";

AcrossOptions options_of(std::size_t memory = 1 << 20) {
  AcrossOptions options;
  options.memory = memory;
  options.key = kKey;
  return options;
}

// Takes the facts of these files.
RunSummary take(const std::vector<std::string>& paths, const Config& config, AcrossCharts& across,
                unsigned jobs = 1) {
  std::ostringstream ignored;
  Written written(ignored);
  Inputs inputs({.paths = paths});
  return run(inputs, catalog(), config, {.jobs = jobs, .limits = {}, .progress = {}}, written,
             &across);
}

std::string judged(AcrossCharts& across, RunSummary summary, const Config& config) {
  std::ostringstream out;
  Written written(out);
  judge_across(across, catalog(), config, summary, written);
  CHECK_FALSE(across.error());
  return std::move(out).str();
}

std::string in_one(const std::vector<std::string>& paths, AcrossOptions options = options_of(),
                   const Config& config = config_of()) {
  AcrossCharts across(catalog(), options);
  const RunSummary summary = take(paths, config, across, options.jobs);
  return judged(across, summary, config);
}

std::size_t count(const std::string& text, const std::string& wanted) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(wanted, at)) != text.npos; ++at) ++found;
  return found;
}

// Texts with numbers, so that others do not write the same.
std::string note(RandomText& random) {
  return random.text(40) + "体温36." + std::to_string(random.below(9)) + "℃，" + random.text(60) +
         "脉搏" + std::to_string(60 + random.below(40)) + "次，" + random.text(30);
}

std::string edited(std::string text, const std::string& words) {
  constexpr std::size_t kAt = 60 * 3;  // Some ideographs in; on a character, whatever it is.
  std::size_t at = kAt;
  while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return text.insert(at, words);
}

// Sixty charts in a file of lines and in files of their own; in each fifth a note of the one
// before, edited.
struct Charts {
  store::TemporaryFolder folder;
  std::vector<std::string> paths;

  Charts() {
    RandomText random(7);
    std::vector<std::string> lines;
    std::string last;
    for (int i = 0; i < 60; ++i) {
      const std::string number = std::to_string(100 + i);
      const std::string text = i % 5 == 4 ? edited(last, "仍有咳嗽") : note(random);
      last = text;
      const std::string line = chart_line("ZY" + number, "P" + number, {note(random), text});
      if (i % 2 == 0) {
        lines.push_back(line);
      } else {
        paths.push_back(folder.path + "/" + number + ".json");
        write_lines(paths.back(), {line});
      }
    }
    paths.push_back(folder.path + "/charts.ndjson");
    write_lines(paths.back(), lines);
  }

  // Every so many-th file.
  std::vector<std::string> part(std::size_t first, std::size_t step) const {
    std::vector<std::string> found;
    for (std::size_t i = first; i < paths.size(); i += step) found.push_back(paths[i]);
    return found;
  }
};

}  // namespace

TEST_CASE("near copies: the same with any memory and threads, in one run and in parts") {
  const Charts charts;
  const std::string expected = in_one(charts.paths);
  CHECK(count(expected, "\"messageId\":\"near") == 12);
  CHECK(count(expected, "the text that is much like it, in the chart") == 12);
  CHECK(count(expected, "\"severity\":\"warning\"") == 12);
  CHECK(count(expected, "\"type\":\"undecided\"") == 0);
  CHECK(in_one(charts.paths, options_of(1)) == expected);
  AcrossOptions threads = options_of(5000);
  threads.jobs = 4;
  CHECK(in_one(charts.paths, threads) == expected);
  AcrossOptions other = options_of();
  other.key = "another key, other hashes";
  CHECK(in_one(charts.paths, other) == expected);
  std::vector<std::string> reversed(charts.paths.rbegin(), charts.paths.rend());
  CHECK(in_one(reversed) == expected);

  const Config config = config_of();
  store::Database database = store::open_database();
  for (const std::size_t parts : {1u, 3u}) {
    AcrossCharts from_files(catalog(), options_of()), from_store(catalog(), options_of());
    FactsReader reader(catalog(), from_files);
    const std::string store = charts.folder.path + "/store" + std::to_string(parts);
    for (std::size_t part = 0; part < parts; ++part) {
      AcrossCharts first(catalog(), options_of(2000)), second(catalog(), options_of());
      const std::string path = charts.folder.path + "/" + std::to_string(part) + ".facts";
      CHECK_FALSE(write_facts(path, first, take(charts.part(part, parts), config, first)));
      CHECK_FALSE(reader.read(path));
      const store::Shard shard{static_cast<unsigned>(part), static_cast<unsigned>(parts)};
      const RunSummary summary = take(charts.part(part, parts), config, second);
      CHECK_FALSE(write_facts_part(database, facts_part_path(store, "r", shard), second, summary));
    }
    CHECK(judged(from_files, reader.summary(), config) == expected);
    FactsParts read(database, catalog());
    CHECK_FALSE(read.add(store, "r"));
    CHECK_FALSE(read.sort());
    from_store.read_from([&](const auto& visit) { return read.read(visit); });
    CHECK(judged(from_store, read.summary(), config) == expected);
  }
}

TEST_CASE("near copies: what cannot be read again is undecided and named") {
  const Charts charts;
  const Config config = config_of();
  AcrossCharts gone(catalog(), options_of()), changed(catalog(), options_of()),
      no_key(catalog(), [] {
        AcrossOptions options = options_of();
        options.compare = false;
        return options;
      }());
  const RunSummary summary = take(charts.paths, config, gone);
  take(charts.paths, config, changed);
  take(charts.paths, config, no_key);

  const std::string unread = judged(no_key, summary, config);
  CHECK(count(unread, "\"missing\":\"texts-to-compare\"") == 12);
  CHECK(count(unread, "\"messageId\":\"near") == 0);
  CHECK(count(unread, "\"type\":\"problem\"") == 0);

  // ZY109 has the note of ZY108, ZY119 that of ZY118: the copy, and the source.
  const std::string copy = charts.folder.path + "/109.json";
  write_lines(copy, {"no chart any more"});
  std::filesystem::remove(charts.folder.path + "/119.json");
  const std::string found = judged(gone, summary, config);
  CHECK(count(found, "\"messageId\":\"near") == 10);
  CHECK(count(found, "\"missing\":\"texts-to-compare\"") == 2);
  CHECK(count(found, "\"id\":\"chart-gone\"") == 2);
  CHECK(found.find("109.json") != found.npos);
  CHECK(found.find("the chart ZY119 is not here any more; 1 pairs") != found.npos);

  RandomText random(8);
  write_lines(copy, {chart_line("ZY109", "P109", {note(random), note(random)})});
  const std::string others = judged(changed, summary, config);
  CHECK(count(others, "\"id\":\"chart-changed\"") == 1);
  CHECK(others.find("the chart ZY109 was changed; 1 pairs") != others.npos);
  CHECK(count(others, "\"missing\":\"texts-to-compare\"") == 2);
}

// The lines that say something of these charts.
std::string of_charts(const std::string& output, const std::vector<std::string>& keys) {
  std::istringstream in(output);
  std::string found;
  for (std::string line; std::getline(in, line);) {
    const bool wanted = std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
      return line.find("\"chart\":\"" + key + "\"") != line.npos;
    });
    if (wanted) found += line + '\n';
  }
  return found;
}

TEST_CASE("near copies: a night beside earlier ones says what all at once would of its charts") {
  const Charts charts;
  const Config config = config_of();
  store::Database database = store::open_database();
  const std::string store = charts.folder.path + "/store";
  const auto night = [&](const std::string& name, const std::vector<std::string>& paths) {
    AcrossCharts across(catalog(), options_of());
    const RunSummary summary = take(paths, config, across);
    CHECK_FALSE(write_facts_part(database, facts_part_path(store, name, {}), across, summary));
  };
  const auto reduced = [&](const std::string& run, const std::vector<std::string>& earlier) {
    store::Database own = store::open_database();
    AcrossCharts across(catalog(), options_of());
    FactsParts parts(own, catalog());
    CHECK_FALSE(parts.add(store, run));
    for (const std::string& name : earlier) CHECK_FALSE(parts.add_earlier(store, name));
    const auto failed = parts.sort();
    REQUIRE_MESSAGE(!failed, (failed ? failed->en : ""));
    across.read_from([&](const auto& visit) { return parts.read(visit); }, parts.any_earlier());
    return judged(across, parts.summary(), config);
  };
  // The last file is that of lines, with each second chart: sources and copies of the others.
  std::vector<std::string> lines = {charts.paths.back()}, others = charts.paths;
  others.pop_back();
  night("1", others);
  night("2", lines);
  std::vector<std::string> keys;
  for (int i = 0; i < 60; i += 2) keys.push_back("ZY" + std::to_string(100 + i));
  const std::string expected = of_charts(in_one(charts.paths), keys);
  CHECK(count(expected, "\"messageId\":\"near") > 3);
  const std::string found = reduced("2", {"1"});
  CHECK(of_charts(found, keys) == expected);
  CHECK(count(found, "\"chart\":\"") == count(expected, "\"chart\":\""));
  CHECK(count(reduced("2", {}), "\"messageId\"") == 0);

  // One chart is enough beside others; of a chart the last night counts.
  RandomText random(9);
  const std::string one = charts.folder.path + "/one.json";
  write_lines(one, {chart_line("ZY500", "P500", {note(random), note(random)})});
  const std::string text = note(random);
  night("3", {one});
  write_lines(one, {chart_line("ZY500", "P500", {note(random), text})});
  night("4", {one});
  const std::string copy = charts.folder.path + "/copy.json";
  write_lines(copy, {chart_line("ZY501", "P501", {note(random), edited(text, "复查"), text})});
  night("5", {copy});
  const std::string last = reduced("5", {"1", "2", "3", "4"});
  CHECK(count(last, "\"messageId\":\"near") == 1);
  CHECK(count(last, "\"messageId\":\"equal") == 1);
  CHECK(count(last, "in the chart ZY500") == 2);
  CHECK(count(reduced("5", {"3"}), "\"messageId\"") == 0);
  CHECK(count(reduced("4", {"3", "5"}), "\"messageId\"") == 0);
}

TEST_CASE("near copies: none are looked for where the option is off, nor in one chart") {
  const Charts charts;
  const Config off = config_of("[check.duplication-other-patient-narrative]\nnear = 0\n");
  CHECK(count(in_one(charts.paths, options_of(), off), "\"messageId\":\"near") == 0);
  AcrossCharts across(catalog(), options_of());
  take(charts.paths, off, across);
  const std::uint64_t without = across.count();
  AcrossCharts with(catalog(), options_of());
  take(charts.paths, config_of(), with);
  CHECK(with.count() > without);
  CHECK(count(in_one({charts.paths.front()}), "\"messageId\"") == 0);
}

// Tokens are replaced here and there, which is harder to find than sentences that were changed.
TEST_CASE("near copies: texts with edits here and there are found") {
  const store::TemporaryFolder folder;
  RandomText random(11);
  constexpr int kTexts = 200;
  std::vector<std::string> lines;
  for (int i = 0; i < kTexts; ++i) {
    std::string text = "体温36.5℃，脉搏78次，" + random.text(120);
    const std::string number = std::to_string(1000 + i);
    lines.push_back(chart_line("ZA" + number, "PA" + number, {text}));
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (static_cast<unsigned char>(text[at]) == 0xE5) places.push_back(at);  // Some ideographs.
    }
    for (int edit = 0; edit < 8 && !places.empty(); ++edit) {  // Of some 130 tokens.
      const std::size_t at = places[random.below(static_cast<std::uint32_t>(places.size()))];
      text.replace(at, 3, "某");
    }
    std::string later = chart_line("ZB" + number, "PB" + number, {text});
    later.replace(later.find("2024-03-10"), 10, "2024-03-11");
    lines.push_back(later);
  }
  write_lines(folder.path + "/charts.ndjson", lines);
  const std::string found = in_one({folder.path + "/charts.ndjson"});
  const std::size_t near = count(found, "\"messageId\":\"near\"");
  MESSAGE(near << " of " << kTexts << " edited texts were found");
  CHECK(near >= kTexts * 95 / 100);
  CHECK(near + count(found, "\"missing\"") <= kTexts);
}

}  // namespace emrlint
