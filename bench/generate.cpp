// SPDX-License-Identifier: Apache-2.0
// emrlint-generate: invented charts in any format and number, with what was made wrong in them.
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <CLI/CLI.hpp>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "generator/ccda_writer.h"
#include "generator/fhir_writer.h"
#include "generator/random_birth.h"
#include "generator/random_chart.h"
#include "generator/random_text.h"
#include "generator/ws500_writer.h"
#include "reader/readers.h"

namespace emrlint {
namespace {

namespace fs = std::filesystem;

struct Request {
  fs::path output;
  std::string format = "json";
  std::string truth;  // Empty: none.
  std::uint64_t count = 100, seed = 1;
  double rate = 0, overlaps = 0, copies = 0, births = 0;
};

std::ofstream create(const fs::path& path) {
  fs::create_directories(path.parent_path().empty() ? "." : path.parent_path());
  std::ofstream out(path, std::ios::binary);
  if (!out) throw std::runtime_error("cannot write " + path.string());
  return out;
}

void write(const fs::path& folder, const std::vector<GeneratedFile>& files) {
  for (const GeneratedFile& file : files) create(folder / file.name) << file.text;
}

std::string one_line(const std::string& json) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  rapidjson::StringStream in(json.c_str());
  rapidjson::Reader().Parse(in, writer);
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

// The chart in the other formats, by way of the record model.
std::vector<GeneratedFile> converted(const RandomChart& chart, const std::string& format) {
  std::vector<std::unique_ptr<SourceFile>> files;
  files.push_back(std::make_unique<SourceFile>("chart.json", chart.json));
  const Batch batch = read_texts(std::move(files), Limits{}, true);
  const Chart& model = batch.charts.at(0);
  if (format == "ws500") return write_ws500(model);
  if (format == "ccda") return write_ccda(model);
  return {{"bundle.json", write_fhir(model)}};
}

class Truth {
 public:
  explicit Truth(const Request& request) {
    if (request.truth.empty()) return;
    out_ = create(request.truth);
    out_ << "{\"seed\": " << request.seed << ", \"defects\": " << request.rate << ", \"charts\": [";
  }
  void add(const RandomChart& chart) {
    if (!out_.is_open()) return;
    out_ << separator_ << "\n  {\"chart\": \"" << chart.key << "\", \"injected\": [";
    const char* comma = "";
    for (const std::string& check : chart.injected) {
      out_ << comma << '"' << check << '"';
      comma = ", ";
    }
    out_ << "]}";
    separator_ = ",";
  }
  void end() {
    if (out_.is_open()) out_ << "\n]}\n";
  }

 private:
  std::ofstream out_;
  const char* separator_ = "";
};

// Whether the staff of a chart is to be at another patient at the same time.
bool overlaps(const Request& request, const RandomChart& chart, std::uint64_t number) {
  Dice dice(request.seed * 0xD1B54A32D192ED03ull + number);
  return dice.chance(request.overlaps) && chart.operated;
}

// Whether two charts more are to be made, one with the history of the other.
bool copied(const Request& request, std::uint64_t number) {
  Dice dice(request.seed * 0x8CB92BA72F3D8DD7ull + number);
  return dice.chance(request.copies);
}

// Whether a mother and her child are to be written besides.
bool birth(const Request& request, std::uint64_t number) {
  Dice dice(request.seed * 0xA0761D6478BD642Full + number);
  return dice.chance(request.births);
}

void generate(const Request& request) {
  Truth truth(request);
  std::ofstream lines;
  if (request.format == "ndjson") lines = create(request.output / "charts.ndjson");
  const auto put = [&](const RandomChart& chart) {
    truth.add(chart);
    if (request.format == "ndjson") {
      lines << one_line(chart.json);
    } else if (request.format == "json") {
      write(request.output / chart.key, {{"chart.json", chart.json}});
    } else {
      write(request.output / chart.key, converted(chart, request.format));
    }
  };
  for (std::uint64_t number = 0; number < request.count; ++number) {
    RandomChart chart = random_chart(request.seed, number, request.rate);
    const bool twin = overlaps(request, chart, number);
    if (twin) chart.injected.insert(chart.injected.end(), kOverlaps, std::end(kOverlaps));
    put(chart);
    if (twin) put(random_twin(request.seed, number));
    if (birth(request, number)) {
      const RandomBirth born = random_birth(request.seed, number, request.rate);
      put(born.mother);
      put(born.child);
    }
    if (!copied(request, number)) continue;
    const RandomCopy pair = random_copy(request.seed, number);
    put(pair.source);
    put(pair.copy);
  }
  truth.end();
}

int run(int argc, char** argv) {
  Request request;
  CLI::App app(
      "Writes invented charts, a folder for each stay. The same seed gives the same bytes.",
      "emrlint-generate");
  app.add_option("output", request.output, "Folder to write into")->required();
  app.add_option("--format", request.format, "Form of the charts")
      ->check(CLI::IsMember({"json", "ndjson", "ws500", "ccda", "fhir"}))
      ->capture_default_str();
  app.add_option("--count", request.count, "Number of charts")->capture_default_str();
  app.add_option("--seed", request.seed, "Names the series of charts")->capture_default_str();
  app.add_option("--defects", request.rate, "Probability of each kind of defect in a chart")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  app.add_option(
         "--overlaps", request.overlaps,
         "Probability that the staff of a surgery is at another patient's, a chart more, at "
         "the same time")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  app.add_option("--copies", request.copies,
                 "Probability of two charts more, of which one has the history of the other, a "
                 "few words changed")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  app.add_option("--births", request.births,
                 "Probability of two charts more, of a mother and of her child")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  app.add_option("--truth", request.truth,
                 "JSON file to write: the checks that find the injected defects of each chart");
  app.footer(
      "Example: emrlint-generate --format ws500 --count 1000 --defects 0.1 "
      "--truth truth.json charts");
  CLI11_PARSE(app, argc, argv);
  generate(request);
  return 0;
}

}  // namespace
}  // namespace emrlint

int main(int argc, char** argv) {
  try {
    return emrlint::run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "emrlint-generate: %s\n", error.what());
    return 1;
  }
}
