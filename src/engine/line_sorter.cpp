// SPDX-License-Identifier: Apache-2.0
#include "engine/line_sorter.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <queue>
#include <system_error>

namespace emrlint {
namespace {

// So many files are merged into one of the next level, and so many of these into one of the next:
// few are open, and each line is written once a level.
constexpr std::size_t kFan = 64;
// Lines lie in blocks of that size, so that memory grows by no more.
constexpr std::size_t kBlock = 64 * 1024;

// Readable by nobody else, and without a name, so that nothing is left behind.
std::FILE* unnamed_file() {
  std::error_code error;
  std::string name = std::filesystem::temp_directory_path(error).string();
  if (error) name = "/tmp";
  name += "/emrlint-XXXXXX";
  const int descriptor = mkstemp(name.data());
  if (descriptor < 0) return nullptr;
  unlink(name.c_str());
  return fdopen(descriptor, "w+b");
}

}  // namespace

// A file of sorted lines, and the one that is next.
class LineSorter::Run {
 public:
  explicit Run(int level) : file_(unnamed_file()), level_(level) {}
  ~Run() {
    if (file_ != nullptr) std::fclose(file_);
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  bool usable() const { return file_ != nullptr && std::ferror(file_) == 0; }
  void write(std::string_view line) {
    if (file_ == nullptr) return;
    std::fwrite(line.data(), 1, line.size(), file_);
    std::putc('\n', file_);
  }
  // From writing to reading.
  void rewind() {
    if (file_ != nullptr && std::fflush(file_) == 0) std::fseek(file_, 0, SEEK_SET);
  }
  bool next() {
    line_.clear();
    char block[4096];
    while (file_ != nullptr && std::fgets(block, sizeof block, file_) != nullptr) {
      line_ += block;
      if (!line_.ends_with('\n')) continue;
      line_.pop_back();
      return true;
    }
    return false;
  }
  std::string_view line() const { return line_; }
  int level() const { return level_; }

 private:
  std::FILE* file_;
  int level_;
  std::string line_;
};

LineSorter::LineSorter(std::size_t limit) : limit_(limit) {}
LineSorter::~LineSorter() = default;

void LineSorter::fail(const char* zh, const char* en) {
  if (!error_) error_ = Error{zh, en, {}};
}

void LineSorter::add(std::string_view line) {
  const std::size_t size = line.size() + sizeof line;
  if (!lines_.empty() && held_ + size > limit_) spill();
  held_ += size;
  if (line.size() > left_) {
    left_ = std::max(line.size(), kBlock);
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
    end_ = blocks_.back().get();
  }
  std::copy(line.begin(), line.end(), end_);
  lines_.emplace_back(end_, line.size());
  end_ += line.size();
  left_ -= line.size();
}

void LineSorter::sort() { std::sort(lines_.begin(), lines_.end()); }

void LineSorter::forget() {
  lines_ = {};
  blocks_.clear();
  left_ = held_ = 0;
}

void LineSorter::spill() {
  sort();
  auto run = std::make_unique<Run>(0);
  for (const std::string_view line : lines_) run->write(line);
  forget();
  put_aside(std::move(run));
  while (runs_.size() >= kFan && runs_[runs_.size() - kFan]->level() == runs_.back()->level()) {
    auto joined = std::make_unique<Run>(runs_.back()->level() + 1);
    const std::size_t from = runs_.size() - kFan;
    merge(from, [&](std::string_view line) { joined->write(line); });
    runs_.resize(from);
    put_aside(std::move(joined));
  }
}

void LineSorter::put_aside(std::unique_ptr<Run> run) {
  run->rewind();
  if (!run->usable()) fail("无法写入临时文件", "a temporary file cannot be written");
  runs_.push_back(std::move(run));
}

void LineSorter::merge(std::size_t from, const std::function<void(std::string_view line)>& visit) {
  const auto later = [](const Run* a, const Run* b) { return a->line() > b->line(); };
  std::priority_queue<Run*, std::vector<Run*>, decltype(later)> queue(later);
  for (std::size_t i = from; i < runs_.size(); ++i) {
    if (runs_[i]->next()) queue.push(runs_[i].get());
  }
  while (!queue.empty()) {
    Run* const run = queue.top();
    queue.pop();
    visit(run->line());
    if (run->next()) queue.push(run);
    if (!run->usable()) fail("无法读取临时文件", "a temporary file cannot be read");
  }
}

void LineSorter::drain(const std::function<void(std::string_view line)>& visit) {
  if (runs_.empty()) {
    sort();
    for (const std::string_view line : lines_) visit(line);
  } else {
    if (!lines_.empty()) spill();
    merge(0, visit);
  }
  runs_.clear();
  forget();
}

}  // namespace emrlint
