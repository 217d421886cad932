// SPDX-License-Identifier: Apache-2.0
#include "engine/across.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <sstream>

#include "engine/facts_file.h"
#include "engine/facts_parts.h"
#include "engine/judge_across.h"
#include "output/sink.h"
#include "reader/readers.h"
#include "store/part.h"
#include "store/store_support.h"

namespace emrlint {
namespace {

const Catalog& catalog() {
  static const Catalog kCatalog = std::move(*Catalog::built_in());
  return kCatalog;
}

Config config_of(const std::string& text) {
  const auto no_file = [](const std::string& path) -> Result<std::string> {
    return Error{path, path, {}};
  };
  Result<Config> config = Config::load(catalog(), "emrlint.toml", text, no_file);
  REQUIRE_MESSAGE(config.ok(), (config.ok() ? "" : config.error().en));
  config->today = parse_iso_time("2024-12-01");
  config->select = {"periop-surgeon-overlap"};
  return *std::move(config);
}

// Charts with a surgery each, of a few surgeons in a few days, so that many overlap.
std::vector<std::string> charts(std::uint32_t count) {
  std::mt19937 random(3);
  std::vector<std::string> texts;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    const auto pick = [&](std::uint32_t from, std::uint32_t many) {
      const std::string text = std::to_string(from + random() % many);
      return text.size() < 2 ? "0" + text : text;
    };
    const std::string day = "2024-03-" + pick(1, 9) + "T";
    const std::string hour = pick(10, 9);
    const std::string surgeon = pick(1, 6), assistant = pick(1, 6);
    const std::string from = pick(10, 40), to = pick(10, 40);  // In this order with any compiler.
    texts.push_back(
        R"({"format": "emrlint-chart/1", "chart": "ZY)" + number +
        R"(", "complete": true, "realm": "china", "patient": {"id": "P)" + number +
        R"(", "name": "患者)" + number +
        R"("}, "encounter": {"kind": "inpatient", "department": "外科"}, "surgeries": [{"id": "s1",
        "start": ")" +
        day + hour + ":" + from + (i % 11 == 0 ? R"(", "left_room": ")" : R"(", "end": ")") + day +
        std::to_string(std::stoi(hour) + 1) + ":" + to +
        (i % 5 == 0 ? R"(", "surgeon": {"name": "医师)" : R"(", "surgeon": {"id": "D)") + surgeon +
        R"("}, "assistants": [{"id": "D)" + assistant + R"("}]}]})");
  }
  return texts;
}

struct Read {
  Batch batch;
  std::vector<ChartReport> reports;
};

Read read(const Config& config, const std::string& name, const std::string& text) {
  std::vector<std::unique_ptr<SourceFile>> files;
  files.push_back(std::make_unique<SourceFile>(name, text));
  Read out{read_texts(std::move(files), Limits{}, false), {}};
  REQUIRE(out.batch.charts.size() == 1);
  out.reports.push_back(lint(catalog(), config, out.batch.charts.front(), name));
  return out;
}

// One form of output as a receiver.
class Written final : public Receiver {
 public:
  explicit Written(std::unique_ptr<Sink> sink) : sink_(std::move(sink)) { sink_->begin(); }
  std::vector<std::string> render(const Batch& batch,
                                  const std::vector<ChartReport>& reports) const override {
    return {sink_->render(batch, reports)};
  }
  void add(const Batch& batch, const std::vector<ChartReport>& reports,
           const std::vector<std::string>& rendered) override {
    sink_->add(batch, reports, rendered.front());
  }
  void end(const RunSummary& summary) { sink_->end(summary); }

 private:
  std::unique_ptr<Sink> sink_;
};

using MakeSink = std::unique_ptr<Sink> (*)(std::ostream&, const Catalog&, OutputOptions);

std::string judged(AcrossCharts& across, const Config& config, RunSummary summary,
                   MakeSink make = make_json_sink) {
  std::ostringstream out;
  Written written(make(out, catalog(), OutputOptions{.show_undecided = true}));
  judge_across(across, catalog(), config, summary, written);
  CHECK_FALSE(across.error());
  written.end(summary);
  return std::move(out).str();
}

// The charts in one process.
std::string in_one(const Config& config, const std::vector<std::string>& texts,
                   AcrossOptions options, MakeSink make = make_json_sink) {
  AcrossCharts across(catalog(), options);
  RunSummary summary;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Read chart = read(config, "chart" + std::to_string(i) + ".json", texts[i]);
    across.add(across.facts(chart.batch, chart.reports));
    summary.add(chart.batch, chart.reports);
  }
  return judged(across, config, summary, make);
}

std::string path_of(const std::string& name) {
  return (std::filesystem::temp_directory_path() / ("emrlint_across_" + name)).string();
}

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Gives `take` each of `parts` runs with every so many-th chart.
template <typename Take>
void for_parts(const Config& config, const std::vector<std::string>& texts, std::size_t parts,
               const Take& take) {
  for (std::size_t part = 0; part < parts; ++part) {
    AcrossCharts across(catalog(), AcrossOptions{.memory = 1000, .key = "0123456789abcdef"});
    RunSummary summary;
    for (std::size_t i = part; i < texts.size(); i += parts) {
      const Read chart = read(config, "chart" + std::to_string(i) + ".json", texts[i]);
      across.add(across.facts(chart.batch, chart.reports));
      summary.add(chart.batch, chart.reports);
    }
    take(part, across, summary);
  }
}

// The charts in `parts` runs, each with a file of facts; the files in the order of `seed`.
std::string in_parts(const Config& config, const std::vector<std::string>& texts, std::size_t parts,
                     unsigned seed) {
  std::vector<std::string> paths;
  for_parts(config, texts, parts, [&](std::size_t part, auto& across, const auto& summary) {
    paths.push_back(path_of(std::to_string(part)));
    CHECK_FALSE(write_facts(paths.back(), across, summary));
  });
  std::shuffle(paths.begin(), paths.end(), std::mt19937(seed));
  AcrossCharts across(catalog(), {});
  FactsReader reader(catalog(), across);
  for (const std::string& path : paths) CHECK_FALSE(reader.read(path));
  for (const std::string& path : paths) std::remove(path.c_str());
  return judged(across, config, reader.summary());
}

// The charts in `parts` shards of a run in a store, written from the last one on.
std::string in_store(const Config& config, const std::vector<std::string>& texts,
                     std::size_t parts) {
  const store::TemporaryFolder folder;
  store::Database database = store::open_database();
  for_parts(config, texts, parts, [&](std::size_t part, auto& across, const auto& summary) {
    const store::Shard shard{static_cast<unsigned>(parts - 1 - part), static_cast<unsigned>(parts)};
    const std::string path = facts_part_path(folder.path, "r", shard);
    CHECK_FALSE(write_facts_part(database, path, across, summary));
  });
  AcrossCharts across(catalog(), {});
  FactsParts read(database, catalog());
  CHECK_FALSE(read.add(folder.path, "r"));
  CHECK_FALSE(read.sort());
  across.read_from([&](const auto& visit) { return read.read(visit); });
  return judged(across, config, read.summary());
}

TEST_CASE("across charts: the same with and without the disk, in one run and in parts") {
  const Config config = config_of("");
  const std::vector<std::string> texts = charts(120);
  const std::string expected = in_one(config, texts, {});
  CHECK(expected.find("periop-surgeon-overlap") != expected.npos);
  CHECK(expected.find("\"type\":\"undecided\"") != expected.npos);
  CHECK(in_one(config, texts, {.memory = 1}) == expected);
  CHECK(in_one(config, texts, {.memory = 3000}) == expected);
  CHECK(in_one(config, texts, {.key = "another key, other hashes"}) == expected);
  for (const std::size_t parts : {1u, 2u, 5u}) {
    for (const unsigned seed : {1u, 2u}) CHECK(in_parts(config, texts, parts, seed) == expected);
    CHECK(in_store(config, texts, parts) == expected);
  }
}

TEST_CASE("across charts: each form of output has them") {
  const Config config = config_of("");
  const std::vector<std::string> texts = charts(60);
  const std::string text = in_one(config, texts, {}, make_text_sink);
  CHECK(text.find(".json:2:19: ") != text.npos);
  CHECK(text.find("[periop-surgeon-overlap/overlap]") != text.npos);
  CHECK(text.find("另一台手术：病历ZY") != text.npos);
  const std::string sarif = in_one(config, texts, {}, make_sarif_sink);
  CHECK(sarif.find("\"fullyQualifiedName\":\"/surgeries/0/start\"") != sarif.npos);
  CHECK(sarif.find("\"relatedLocations\"") != sarif.npos);
}

TEST_CASE("across charts: severity and waivers are those of the chart") {
  const std::vector<std::string> texts = charts(60);
  const std::string plain = in_one(config_of(""), texts, {});
  REQUIRE(plain.find("\"severity\":\"warning\"") != plain.npos);
  const std::string noted =
      in_one(config_of("[check.periop-surgeon-overlap]\nseverity = \"note\"\n"), texts, {});
  CHECK(noted.find("\"severity\":\"warning\"") == noted.npos);
  CHECK(noted.find("\"severity\":\"note\"") != noted.npos);
  const std::size_t at = plain.find("\"finding\",\"chart\":\"ZY") + 21;
  const std::string chart = plain.substr(at - 2, plain.find('"', at) - at + 2);
  const std::string waived =
      in_one(config_of("[[waiver]]\ncheck = \"periop-surgeon-overlap\"\nchart = \"" + chart +
                       "\"\nreason = \"r\"\nby = \"b\"\nuntil = 2024-12-31\n"),
             texts, {});
  CHECK(waived.find("\"waived\":1,") != waived.npos);
}

TEST_CASE("across charts: too many records of one number are nobody's") {
  const Config config = config_of("");
  const std::string few = in_one(config, charts(60), {.most_alike = 5});
  CHECK(few.find("\"missing\":\"one-person-or-thing\"") != few.npos);
  CHECK(few == in_one(config, charts(60), {.memory = 500, .most_alike = 5}));
}

TEST_CASE("across charts: of one chart nothing is judged") {
  const std::string one = in_one(config_of(""), charts(1), {});
  CHECK(one.find("fingerprint") == one.npos);
  CHECK(one.find("\"checks\":{}") != one.npos);
}

class FactsFile {
 public:
  explicit FactsFile(const std::string& name, const std::string& key = "0123456789abcdef")
      : path(path_of(name)) {
    const Config config = config_of("");
    AcrossCharts across(catalog(), AcrossOptions{.key = key});
    RunSummary summary;
    const Read chart = read(config, "a.json", charts(1).front());
    across.add(across.facts(chart.batch, chart.reports));
    summary.add(chart.batch, chart.reports);
    REQUIRE_FALSE(write_facts(path, across, summary));
    text = content(path);
  }
  ~FactsFile() { std::remove(path.c_str()); }

  std::string refused(const std::string& changed) const {
    std::ofstream(path, std::ios::binary) << changed;
    AcrossCharts across(catalog(), {});
    const std::optional<Error> error = FactsReader(catalog(), across).read(path);
    return error ? error->en.substr(path.size() + 2) : "";
  }

  const std::string path;
  std::string text;
};

TEST_CASE("facts file: names nobody") {
  const FactsFile file("names");
  CHECK(file.text.starts_with("emrlint-facts\t2\t"));
  CHECK(file.text.find("periop-surgeon-overlap") != file.text.npos);
  CHECK(file.text.find("ZY0") != file.text.npos);
  for (const char* const who : {"患者", "医师", "P0"}) CHECK(file.text.find(who) == file.text.npos);
}

TEST_CASE("facts file: what is damaged, cut off or of another kind is refused") {
  const FactsFile file("damaged");
  const auto without_last_line = file.text.substr(0, file.text.find("\nend\t") + 1);
  std::string other = file.text;
  CHECK(file.refused(file.text).empty());
  CHECK(file.refused(without_last_line).starts_with("the file is cut off"));
  CHECK(file.refused(without_last_line + "end\t9\t1\t0\t0\t0\n").starts_with("the file is cut"));
  CHECK(file.refused("").starts_with("the file is cut off"));
  CHECK(file.refused("{\"format\": 1}\n").starts_with("is no file of emrlint check --facts"));
  CHECK(file.refused("emrlint-facts\t1\tx\n").starts_with("has version 1"));
  CHECK(file.refused("emrlint-facts\t2\tx\na\tb\n") == "the file is damaged");
  CHECK(file.refused(other.replace(other.find("periop-"), 7, "qeriop-"))
            .starts_with("the check qeriop-surgeon-overlap is not loaded"));
}

TEST_CASE("facts files: of two keys nobody could be matched") {
  const FactsFile first("first"), second("second", "fedcba9876543210");
  AcrossCharts across(catalog(), {});
  FactsReader reader(catalog(), across);
  CHECK_FALSE(reader.read(first.path));
  const std::optional<Error> error = reader.read(second.path);
  REQUIRE(error);
  CHECK(error->en.find("under another key") != error->en.npos);
}

// A store with the facts of one chart.
struct FactsStore {
  store::TemporaryFolder folder;
  store::Database database = store::open_database();

  std::string write(const std::string& run, const std::string& key = "0123456789abcdef",
                    std::uint32_t chart = 0) {
    const Config config = config_of("");
    AcrossCharts across(catalog(), AcrossOptions{.key = key});
    RunSummary summary;
    const Read one = read(config, "a.json", charts(chart + 1).back());
    across.add(across.facts(one.batch, one.reports));
    summary.add(one.batch, one.reports);
    const auto error = write_facts_part(database, path(run), across, summary);
    return error ? error->en : "";
  }
  std::string path(const std::string& run) const { return facts_part_path(folder.path, run, {}); }
  // Why a run cannot be read, behind the path of its part.
  std::string refused(const std::string& run) {
    const std::optional<Error> error = FactsParts(database, catalog()).add(folder.path, run);
    if (!error) return "";
    return error->en.starts_with(path(run) + ": ") ? error->en.substr(path(run).size() + 2)
                                                   : error->en;
  }
  // Writes a part of our own, with other rows or labels.
  void forge(const std::string& run, const std::string& rows, store::Labels labels) {
    REQUIRE_FALSE(store::write_part(database, rows, path(run), labels));
  }
};

TEST_CASE("facts in a store: a run that is done again writes the same, or is refused") {
  FactsStore store;
  CHECK(store.write("a").empty());
  const std::string before = content(store.path("a"));
  CHECK(store.write("a").empty());
  CHECK(store.write("b").empty());
  CHECK(content(store.path("b")) == before);
  CHECK(store.write("a", "0123456789abcdef", 1).find("another part is there") != before.npos);
  CHECK(content(store.path("a")) == before);
  CHECK(store.write("c").empty());
  CHECK(content(store.path("c")) == before);
  CHECK(store.refused("a").empty());
  for (const char* const who : {"患者", "医师", "P0"}) CHECK(before.find(who) == before.npos);
}

TEST_CASE("facts in a store: all under one key") {
  FactsStore store;
  CHECK(store.write("a").empty());
  CHECK(store.write("b", "fedcba9876543210").empty());
  FactsParts parts(store.database, catalog());
  CHECK_FALSE(parts.add(store.folder.path, "a"));
  CHECK(parts.add(store.folder.path, "b")->en.find("under another key") != std::string::npos);
  const auto key_check = [](const std::string& key) {
    return AcrossCharts(catalog(), AcrossOptions{.key = key}).key_check();
  };
  CHECK_FALSE(other_key(store.database, store.folder.path, key_check("0123456789abcdef")));
  CHECK(other_key(store.database, store.folder.path, key_check("fedcba9876543210"))
            ->en.find(store.path("a")) != std::string::npos);
  CHECK_FALSE(other_key(store.database, store.folder.path + "/new", "12345678"));
  // A store goes on when the program is replaced.
  const std::string key = key_check("0123456789abcdef");
  store.forge("0", "SELECT 1 AS key", {{"emrlint", "facts"}, {"version", "2"}, {"key", key}});
  CHECK_FALSE(other_key(store.database, store.folder.path, key));
}

TEST_CASE("facts in a store: what is something else, or was changed, is refused") {
  FactsStore store;
  CHECK(store.write("a").empty());
  CHECK(store.refused("none").find("there are no parts of such a run") != std::string::npos);
  store.forge("foreign", "SELECT 1 AS key", {});
  CHECK(store.refused("foreign").starts_with("is no part with facts"));
  store.forge("version", "SELECT 1 AS key", {{"emrlint", "facts"}, {"version", "1"}});
  CHECK(store.refused("version").starts_with("has version 1"));
  store.forge("columns", "SELECT 1 AS key", {{"emrlint", "facts"}, {"version", "3"}});
  CHECK(store.refused("columns").starts_with("the file is damaged (DuckDB: "));

  const store::Labels labels = *store::labels_of(store.database, store.path("a"));
  const std::string rows = "FROM read_parquet('" + store.path("a") + "')";
  store.forge("same", "SELECT * " + rows, labels);
  CHECK(store.refused("same").empty());
  const std::pair<const char*, const char*> changes[] = {
      {"'1709251200i+480' AS start_time", "the file is damaged: its checksum is another"},
      {"'no-check' AS check_id", "the check no-check is not loaded"},
      {"'short' AS key", "the file is damaged"},
      {"NULL AS words", "the file is damaged"},
      {"chr(9) AS words", "the file is damaged"},
  };
  int number = 0;
  for (const auto& change : changes) {
    const std::string run = "changed" + std::to_string(number++);
    store.forge(run, std::string("SELECT * REPLACE (") + change.first + ") " + rows, labels);
    CAPTURE(change.first);
    CHECK(store.refused(run) == change.second);
  }
  store::Labels counts = labels;
  for (auto& [name, value] : counts) value = name == "charts" ? "7" : value;
  store.forge("counts", "SELECT * " + rows, counts);
  CHECK(store.refused("counts") == "the file is damaged: its checksum is another");
}

}  // namespace
}  // namespace emrlint
