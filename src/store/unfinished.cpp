// SPDX-License-Identifier: Apache-2.0
#include "store/unfinished.h"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

namespace emrlint::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = ".tmp.";

std::string host() {
  char name[256] = "";
  gethostname(name, sizeof name - 1);
  return name;
}

// The process that `name` is of, as unfinished() has it; 0 for another name.
pid_t process_of(std::string_view name, std::string_view& host) {
  const std::size_t mark = name.rfind(kMark), dot = name.rfind('.');
  if (mark == name.npos || mark == 0 || dot <= mark + kMark.size()) return 0;
  host = name.substr(mark + kMark.size(), dot - mark - kMark.size());
  pid_t process = 0;
  const char* const end = name.data() + name.size();
  const auto [at, error] = std::from_chars(name.data() + dot + 1, end, process);
  return error == std::errc() && at == end ? process : 0;
}

bool lives(pid_t process) { return kill(process, 0) == 0 || errno != ESRCH; }

// The last change of a file, or of a folder and what is in it.
fs::file_time_type changed(const fs::path& path, std::error_code& error) {
  fs::file_time_type time = fs::last_write_time(path, error);
  for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
    time = std::max(time, fs::last_write_time(at->path(), error));
  }
  if (error == std::errc::not_a_directory) error.clear();
  return time;
}

std::vector<fs::path> entries(const std::string& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    paths.push_back(at->path());
  }
  return paths;
}

}  // namespace

std::string unfinished(const std::string& path) {
  return path + std::string(kMark) + host() + "." + std::to_string(getpid());
}

void sweep(const std::string& folder) {
  const std::string here = host();
  const fs::file_time_type now = fs::file_time_type::clock::now();
  for (const fs::path& path : entries(folder)) {
    std::string_view host;
    const std::string name = path.filename().string();
    const pid_t process = process_of(name, host);
    if (process <= 0 || (host == here && lives(process))) continue;
    std::error_code error;
    const fs::file_time_type last = changed(path, error);
    if (!error && now - last > kAbandoned) fs::remove_all(path, error);
  }
}

void sweep_store(const std::string& store) {
  sweep(store);
  for (const fs::path& kind : entries(store)) {
    for (const fs::path& run : entries(kind.string())) {
      if (run.filename().string().starts_with("run=")) sweep(run.string());
    }
  }
}

}  // namespace emrlint::store
