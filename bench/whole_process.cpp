// SPDX-License-Identifier: Apache-2.0
// Whole runs of the program beside the least that any linter has to do (floor.cpp), in turn, so
// that a change of the machine's speed meets both. Ratios are of medians.
//
//   emrlint_whole EMRLINT GENERATE FLOOR SCRATCH [MEASUREMENT...]
#include <fcntl.h>
#include <fmt/core.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

extern char** environ;

namespace {

namespace fs = std::filesystem;
using Command = std::vector<std::string>;

struct Cost {
  double wall = 0, cpu = 0;  // Seconds.
  double memory = 0;         // Peak, MB.
};

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

// Runs a command with its output thrown away. Exit codes 0 to 3 are results of a lint run.
Cost run(const Command& command) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int stream : {1, 2}) {
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0);
  }
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ) != 0) {
    throw std::runtime_error("cannot start " + command[0]);
  }
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
    throw std::runtime_error(command[0] + " failed");
  }
  return {wall.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime),
          static_cast<double>(usage.ru_maxrss) / 1024 * 1.048576};
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
  return values[values.size() / 2];
}

Cost median(const std::vector<Cost>& runs) {
  const auto of = [&](double Cost::*member) {
    std::vector<double> values;
    for (const Cost& cost : runs) values.push_back(cost.*member);
    return median(std::move(values));
  };
  return {of(&Cost::wall), of(&Cost::cpu), of(&Cost::memory)};
}

// Both commands in turn, after one run of each that does not count.
std::pair<Cost, Cost> in_turn(const Command& first, const Command& second, int runs) {
  std::vector<Cost> firsts, seconds_;
  for (int i = -1; i < runs; ++i) {
    const Cost a = run(first), b = run(second);
    if (i < 0) continue;
    firsts.push_back(a);
    seconds_.push_back(b);
  }
  return {median(firsts), median(seconds_)};
}

struct Programs {
  std::string emrlint, generate, floor;
  fs::path scratch;

  Command lint(const fs::path& input, int jobs) const {
    return {emrlint,       "check",
            "--jobs",      std::to_string(jobs),
            "-f",          "sarif=" + (scratch / "log.sarif").string(),
            input.string()};
  }
  // Generated charts with a usual number of defects; made once.
  fs::path charts(const std::string& format, int count) const {
    const fs::path folder = scratch / (format + "-" + std::to_string(count));
    if (!fs::exists(folder)) {
      const fs::path making = folder.string() + ".part";
      fs::remove_all(making);
      run({generate, "--format", format, "--count", std::to_string(count), "--defects", "0.05",
           making.string()});
      fs::rename(making, folder);
    }
    return folder;
  }
};

double megabytes(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return static_cast<double>(bytes) / 1e6;
}

// Whole-process lint with a SARIF log against reading and parsing the same files.
void against_floor(const Programs& programs, const std::string& format, int count, double goal) {
  constexpr int kRuns = 9;
  const fs::path folder = programs.charts(format, count);
  const double size = megabytes(folder);
  const auto [lint, floor] =
      in_turn(programs.lint(folder, 1), {programs.floor, folder.string()}, kRuns);
  fmt::print(
      "{:<9} {:6.1f} MB  lint {:5.0f} MB/s  read+parse {:5.0f} MB/s  ratio {:.2f} wall, "
      "{:.2f} cpu (goal {:.1f})\n",
      format, size, size / lint.wall, size / floor.wall, lint.wall / floor.wall,
      lint.cpu / floor.cpu, goal);
}

void two_threads(const Programs& programs, const std::string& format) {
  const fs::path folder = programs.charts(format, 1000);
  const auto [one, two] = in_turn(programs.lint(folder, 1), programs.lint(folder, 2), 9);
  fmt::print("{:<9} two threads {:.2f} times as fast (goal 1.8)\n", format, one.wall / two.wall);
}

void one_document(const Programs& programs, const std::string& format) {
  const fs::path folder = programs.charts(format, 1000);
  fs::path largest;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    if (largest.empty() || entry.file_size() > fs::file_size(largest)) largest = entry.path();
  }
  std::vector<Cost> runs;
  for (int i = 0; i < 21; ++i) runs.push_back(run(programs.lint(largest, 1)));
  const Cost cost = median(runs);
  fmt::print("{:<9} one document of {:.0f} kB: {:.1f} ms (goal 10)\n", format,
             static_cast<double>(fs::file_size(largest)) / 1e3, cost.wall * 1e3);
}

void memory(const Programs& programs, const std::string& format, int count) {
  const fs::path folder = programs.charts(format, count);
  double largest = 0;
  for (const auto& chart : fs::directory_iterator(folder)) {
    if (chart.is_directory()) largest = std::max(largest, megabytes(chart.path()));
  }
  const Cost cost = run(programs.lint(folder, 1));
  fmt::print("{:<9} {} charts: peak memory {:.1f} MB, largest chart {:.2f} MB (goal {:.1f} MB)\n",
             format, count, cost.memory, largest, 4 * largest + 16);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  const Programs programs{argv[1], argv[2], argv[3], argv[4]};
  fs::create_directories(programs.scratch);
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);  // Results show as they come.
  try {
    against_floor(programs, "ws500", 1000, 2.0);
    against_floor(programs, "ccda", 100, 2.0);
    against_floor(programs, "json", 1000, 1.6);
    against_floor(programs, "fhir", 1000, 1.6);
    for (const char* format : {"ws500", "json", "fhir"}) two_threads(programs, format);
    for (const char* format : {"ws500", "json"}) one_document(programs, format);
    for (const int count : {100, 10'000}) memory(programs, "json", count);
  } catch (const std::exception& error) {
    fmt::print(stderr, "emrlint_whole: {}\n", error.what());
    return 1;
  }
  return 0;
}
