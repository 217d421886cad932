// SPDX-License-Identifier: Apache-2.0
#include "reader/input.h"

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "reader/folder_listing.h"
#include "reader/input_lines.h"
#include "reader/input_sniff.h"
#include "reader/plan_folder.h"
#include "source/byte_stream.h"

namespace emrlint {
namespace {

namespace fs = std::filesystem;
using Kind = Sniffed::Kind;

InputFile on_disk(const std::string& path, std::uint64_t size = 0) {
  InputFile file;
  file.path = path;
  file.uri = path;
  file.size = size;
  return file;
}

WorkUnit single(InputFile file) {
  WorkUnit unit;
  unit.files.push_back(std::move(file));
  return unit;
}

WorkUnit unreadable(const std::string& path, const std::error_code& error) {
  WorkUnit unit;
  Problem& problem = unit.problems.emplace_back();
  problem.id = "file-unreadable";
  problem.zh = "无法读取：" + error.message();
  problem.en = "cannot be read: " + error.message();
  problem.uri = path;
  return unit;
}

// A record of the folder at hand.
struct Entry {
  std::string path;
  Sniffed sniffed;

  InputFile file() {
    InputFile file = on_disk(path, sniffed.size);
    file.text = std::move(sniffed.bytes);
    return file;
  }
};

// Bytes of one folder that are kept from planning until its files are read, so that small files
// are opened once.
constexpr std::uint64_t kKept = 4 * 1024 * 1024;

}  // namespace

std::uint64_t WorkUnit::size() const {
  std::uint64_t sum = 0;
  for (const InputFile& file : files) sum += file.size;
  return sum;
}

class Inputs::Planner {
 public:
  explicit Planner(InputOptions options) : options_(std::move(options)) {}

  std::optional<WorkUnit> next() {
    for (;;) {
      if (lines_) {
        if (auto unit = lines_->next()) return unit;
        lines_.reset();
      } else if (!items_.empty()) {
        Item item = std::move(items_.front());
        items_.pop_front();
        if (!item.lines) return std::move(item.unit);
        if (auto failed = open_lines(item.unit.files.front().path)) return failed;
      } else if (!folders_.empty()) {
        const std::string folder = std::move(folders_.back());
        folders_.pop_back();
        plan_folder(folder);
      } else if (next_path_ < options_.paths.size()) {
        plan_path(options_.paths[next_path_++]);
      } else {
        return std::nullopt;
      }
    }
  }

  std::uint64_t skipped = 0;
  std::vector<std::string> skipped_examples;

 private:
  struct Item {
    WorkUnit unit;
    bool lines = false;  // The unit's one file is NDJSON of charts.
  };

  void plan_path(const std::string& path) {
    std::error_code error;
    if (path == "-") {
      plan_stream(ByteStream::standard_input(), path, options_.stdin_filename);
    } else if (fs::is_directory(path, error)) {
      folders_.push_back(path);
    } else if (fs::is_other(path, error)) {
      plan_pipe(path);
    } else if (!plan_known({path})) {
      Entry entry{path, sniff_file(path, true)};
      add(entry);
      items_.back().unit.bulk = entry.sniffed.kind == Kind::kFhirLines;
    }
  }

  void add(Entry& entry) {
    items_.push_back({single(entry.file()), entry.sniffed.kind == Kind::kChartLines});
  }

  // A pipe, such as <(command) of a shell: its bytes come once.
  void plan_pipe(const std::string& path) {
    Result<ByteStream> stream = ByteStream::open(path);
    if (stream.ok()) return plan_stream(std::move(*stream), path, path);
    items_.push_back({single(on_disk(path)), false});  // Reading it says why.
  }

  void plan_stream(ByteStream stream, const std::string& path, const std::string& name) {
    const Sniffed sniffed = sniff(stream, name);
    if (sniffed.kind == Kind::kChartLines) {
      lines_.emplace(std::move(stream), path, name, options_.limits.bytes);
      return;
    }
    InputFile file = on_disk(path);
    file.uri = name;
    file.text = read_all(stream);
    file.size = file.text->size();
    items_.push_back({single(std::move(file)), false});
    items_.back().unit.bulk = sniffed.kind == Kind::kFhirLines;
  }

  // Up to one byte over the limit, which is then found out when the unit is read.
  std::string read_all(ByteStream& stream) const {
    constexpr std::size_t kBlock = 256 * 1024;
    std::string bytes;
    while (bytes.size() <= options_.limits.bytes) {
      const std::size_t had = bytes.size();
      bytes.resize(had + kBlock);
      bytes.resize(had + stream.read(bytes.data() + had, kBlock));
      if (bytes.size() < had + kBlock) break;
    }
    return bytes;
  }

  std::optional<WorkUnit> open_lines(const std::string& path) {
    Result<ByteStream> stream = ByteStream::open(path);
    if (!stream.ok()) return single(on_disk(path));  // Reading it says why.
    lines_.emplace(std::move(*stream), path, path, options_.limits.bytes);
    return std::nullopt;
  }

  void plan_folder(const std::string& folder) {
    FolderListing listing = list_folder(folder);
    if (listing.error) items_.push_back({unreadable(folder, listing.error), false});
    folders_.insert(folders_.end(), listing.folders.rbegin(), listing.folders.rend());
    if (plan_known(listing.files)) return;
    std::vector<Entry> entries = sniff_files(listing.files);
    std::erase_if(entries, [this](const Entry& entry) {
      if (entry.sniffed.kind != Kind::kOther) return false;
      skip(entry.path);
      return true;
    });
    plan_entries(entries);
  }

  bool plan_known(const std::vector<std::string>& files) {
    if (!options_.look_at) return false;
    std::optional<std::vector<WorkUnit>> units = options_.look_at(files);
    if (!units) return false;
    for (WorkUnit& unit : *units) items_.push_back({std::move(unit), false});
    return true;
  }

  std::vector<Entry> sniff_files(const std::vector<std::string>& paths) const {
    std::vector<Entry> entries(paths.size());
    std::atomic<std::uint64_t> kept = 0;
    const auto look = [&](std::size_t i) {
      entries[i] = {paths[i], sniff_file(paths[i], kept < kKept)};
      if (entries[i].sniffed.bytes) kept += entries[i].sniffed.bytes->size();
    };
    if (options_.jobs == 1) {
      for (std::size_t i = 0; i < paths.size(); ++i) look(i);
    } else {
      // No other work meanwhile: the units of this folder are waited for.
      tbb::this_task_arena::isolate(
          [&] { tbb::parallel_for(std::size_t{0}, paths.size(), look); });
    }
    return entries;
  }

  void skip(const std::string& path) {
    constexpr std::size_t kExamples = 5;
    ++skipped;
    if (skipped_examples.size() < kExamples) skipped_examples.push_back(path);
  }

  void plan_entries(std::vector<Entry>& entries) {
    std::vector<Sniffed> sniffed;
    for (Entry& entry : entries) sniffed.push_back(std::move(entry.sniffed));
    for (const UnitPlan& plan : emrlint::plan_folder(sniffed)) {
      Item& item = items_.emplace_back();
      item.lines = plan.lines;
      item.unit.folder = plan.folder;
      item.unit.gaps = plan.gaps;
      item.unit.bulk = plan.bulk;
      for (const std::uint32_t i : plan.files) {
        InputFile file = on_disk(entries[i].path, sniffed[i].size);
        file.text = std::move(sniffed[i].bytes);
        item.unit.files.push_back(std::move(file));
      }
    }
  }

  InputOptions options_;
  std::size_t next_path_ = 0;
  std::vector<std::string> folders_;  // Still to be listed, the next one last.
  std::deque<Item> items_;
  std::optional<InputLines> lines_;
};

Inputs::Inputs(InputOptions options) : planner_(std::make_unique<Planner>(std::move(options))) {}
Inputs::~Inputs() = default;
Inputs::Inputs(Inputs&&) noexcept = default;
Inputs& Inputs::operator=(Inputs&&) noexcept = default;

std::optional<WorkUnit> Inputs::next() { return planner_->next(); }
std::uint64_t Inputs::skipped() const { return planner_->skipped; }
const std::vector<std::string>& Inputs::skipped_examples() const {
  return planner_->skipped_examples;
}

}  // namespace emrlint
