// SPDX-License-Identifier: Apache-2.0
// Copies across charts at growing size: what whole calls of the program cost, and whether they find
// all that was planted and nothing else.
//
//   emrlint_copies_scale EMRLINT SCRATCH [MOST-SECTIONS [STORE-MEMORY]]
#include <fcntl.h>
#include <fmt/core.h>
#include <rapidjson/document.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "copies_corpus.h"

extern char** environ;

namespace {

namespace fs = std::filesystem;
using emrlint::CopiesCorpus;
using emrlint::PlantedCopy;

struct Cost {
  double wall = 0, cpu = 0, memory = 0;  // Seconds, seconds, MB at the most.
};

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

Cost run(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (posix_spawnp(&child, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0) {
    throw std::runtime_error("cannot start " + command[0]);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    throw std::runtime_error(command[0] + " failed");
  }
  return {wall.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime),
          static_cast<double>(usage.ru_maxrss) * 1024 / 1e6};
}

double megabytes(const fs::path& path) {
  if (!fs::is_directory(path)) return static_cast<double>(fs::file_size(path)) / 1e6;
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return static_cast<double>(bytes) / 1e6;
}

// What a call said, against what is true.
struct Found {
  std::uint64_t planted = 0, found = 0, wrong = 0;
  std::uint64_t forms = 0, forms_once = 0, forms_twice = 0, no_form = 0;
  std::uint64_t candidates = 0;
};

bool stands_in(const std::string& text, const std::string& other) {
  // What was found may go on by a character or two that are equal by chance, and does not begin
  // or end with a comma.
  return text.size() + 12 >= other.size() && text.size() <= other.size() + 12 &&
         text.find(other.substr(12, other.size() - 24)) != text.npos;
}

Found judge(const fs::path& json, const CopiesCorpus& corpus, std::uint64_t from, std::uint64_t to,
            std::uint64_t forms) {
  std::map<std::pair<std::uint64_t, std::uint64_t>, const PlantedCopy*> truth;
  for (const PlantedCopy& copy : corpus.copies()) {
    if (copy.copy >= from && copy.copy < to) truth[{copy.source, copy.copy}] = &copy;
  }
  Found found;
  found.planted = truth.size();
  found.forms = forms;
  std::map<std::uint64_t, std::uint64_t> times;
  std::ifstream lines(json);
  for (std::string line; std::getline(lines, line);) {
    rapidjson::Document said;
    said.Parse(line.c_str());
    const std::string type = said["type"].GetString();
    const auto chart = [&](const char* side) {
      return CopiesCorpus::chart_of(said[side]["chart"].GetString());
    };
    if (type == "copy") {
      const auto a = chart("source"), b = chart("copy");
      const auto planted = truth.find({std::min(a, b), std::max(a, b)});
      const bool right = planted != truth.end() && said["exact"].GetBool() &&
                         stands_in(said["source"]["text"].GetString(), planted->second->text());
      right ? ++found.found : ++found.wrong;
      if (right) truth.erase(planted);
    } else if (type == "template") {
      const std::uint64_t note =
          std::strtoull(said["place"]["document"].GetString() + 1, nullptr, 10);
      if (note < CopiesCorpus::kFirstForm) {
        ++found.no_form;  // A stock phrase.
      } else {
        ++times[corpus.form_of(chart("place"), note)];
      }
    } else if (type == "summary" && said.HasMember("compared")) {
      found.candidates = said["compared"]["candidates"].GetUint64();
    }
  }
  for (const auto& [form, count] : times) count == 1 ? ++found.forms_once : ++found.forms_twice;
  return found;
}

void print(const char* what, const Cost& cost, const Found& found) {
  fmt::print(
      "  {:<34} {:7.1f} s ({:6.1f} s CPU), at most {:4.0f} MB; copies {}/{}, wrong {}; forms "
      "{}/{} once, {} more than once; stock phrases {}; candidates {}\n",
      what, cost.wall, cost.cpu, cost.memory, found.found, found.planted, found.wrong,
      found.forms_once, found.forms, found.forms_twice, found.no_form, found.candidates);
}

class Scale {
 public:
  Scale(std::string program, fs::path scratch, std::string memory)
      : program_(std::move(program)), scratch_(std::move(scratch)), memory_(std::move(memory)) {
    std::ofstream(scratch_ / "key") << "a key for measurements, not for patients\n";
  }

  void measure(std::uint64_t sections) {
    constexpr std::uint64_t kNight = 1000;  // Charts.
    const std::uint64_t old = sections / CopiesCorpus::kNotes;
    // So many that each stands in more charts than the cap, at night too.
    const std::uint64_t forms =
        std::min<std::uint64_t>(500, std::max<std::uint64_t>(10, sections / 500));
    const CopiesCorpus corpus(old + kNight, forms);
    const fs::path folder = scratch_ / std::to_string(sections);
    fs::remove_all(folder);
    fs::create_directories(folder);
    write(folder / "a.ndjson", corpus, 0, old / 2);
    write(folder / "b.ndjson", corpus, old / 2, old);
    write(folder / "night.ndjson", corpus, old, old + kNight);
    const double size = megabytes(folder / "a.ndjson") + megabytes(folder / "b.ndjson");
    fmt::print("{} sections in {} charts, {:.0f} MB of JSON\n", sections, old, size);

    const std::string store = (folder / "store").string();
    const auto copies = [&](std::vector<std::string> more, const char* json) {
      std::vector<std::string> command = {program_,
                                          "copies",
                                          "--store",
                                          store,
                                          "--key",
                                          (scratch_ / "key").string(),
                                          "--store-memory",
                                          memory_,
                                          "-f",
                                          "json=" + (folder / json).string()};
      command.insert(command.end(), more.begin(), more.end());
      return run(command);
    };
    Cost index;
    for (const std::string part : {"0/2", "1/2"}) {
      const fs::path file = folder / (part == "0/2" ? "a.ndjson" : "b.ndjson");
      const Cost one =
          copies({"--run", "old", "--shard", part, "-j", "1", file.string()}, "i.json");
      index = {index.wall + one.wall, index.cpu + one.cpu, std::max(index.memory, one.memory)};
    }
    const double stored = megabytes(store);
    fmt::print(
        "  {:<34} {:7.1f} s ({:6.1f} s CPU), at most {:4.0f} MB; {:.0f} MB/s of JSON; "
        "{:.0f} bytes a section\n",
        "read and written, one thread", index.wall, index.cpu, index.memory, size / index.cpu,
        stored * 1e6 / static_cast<double>(sections));
    const Cost all = copies({"--run", "old"}, "all.json");
    print("all compared", all, judge(folder / "all.json", corpus, 0, old, forms));
    const Cost night = copies(
        {"--run", "night", "--against", "old", (folder / "night.ndjson").string()}, "night.json");
    print("10000 new ones against them", night,
          judge(folder / "night.json", corpus, old, old + kNight, forms));
    std::ofstream(folder / "text") << corpus.copies().front().text();
    const Cost where = copies({"--where", (folder / "text").string()}, "where.json");
    fmt::print("  {:<34} {:7.1f} s ({:6.1f} s CPU), at most {:4.0f} MB\n", "where a passage stands",
               where.wall, where.cpu, where.memory);
    fs::remove_all(folder);
  }

 private:
  static void write(const fs::path& path, const CopiesCorpus& corpus, std::uint64_t from,
                    std::uint64_t to) {
    std::ofstream out(path, std::ios::binary);
    for (std::uint64_t i = from; i < to; ++i) out << corpus.line(i);
  }

  std::string program_;
  fs::path scratch_;
  std::string memory_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::uint64_t most = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1'000'000;
  const std::string memory = argc > 4 ? argv[4] : "134217728";
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  try {
    fs::create_directories(argv[2]);
    Scale scale(argv[1], argv[2], memory);
    for (std::uint64_t sections = 10'000; sections <= most; sections *= 10) scale.measure(sections);
  } catch (const std::exception& error) {
    fmt::print(stderr, "emrlint_copies_scale: {}\n", error.what());
    return 1;
  }
  return 0;
}
