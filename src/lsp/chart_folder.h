// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_CHART_FOLDER_H_
#define EMRLINT_LSP_CHART_FOLDER_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lsp/across_facts.h"
#include "lsp/across_findings.h"
#include "lsp/chart_unit.h"
#include "lsp/text_buffer.h"

namespace emrlint::lsp {

// A file of a folder as an editor has it.
struct FolderFile {
  std::string path;
  const TextBuffer* open = nullptr;  // What is on the screen; null: what is on the disk.
  std::optional<std::filesystem::file_time_type> written;  // On disk, when it was listed.
  Sniffed sniffed;
  bool unsniffed = true, unread = true;  // The text is newer than that.
  LineMap lines;                         // Of what was read from the disk.
};

// The files of one folder and the charts that they make up, as a run over that folder groups them.
// Only charts of which a document is open are read, or only the others. Texts on the screen stand
// for those on disk.
class ChartFolder {
 public:
  enum class Scope : std::uint8_t { kOpen, kOthers };

  // Without `on_disk` it holds only what is opened: for documents that were never saved.
  ChartFolder(std::string path, bool on_disk, Scope scope = Scope::kOpen)
      : path_(std::move(path)), on_disk_(on_disk), scope_(scope) {}

  // The text of an open document, also when it changed; it must live until close().
  void open(const std::string& path, const TextBuffer& text);
  void close(const std::string& path);
  // A file changed on disk, came or went.
  void changed_on_disk();

  bool stale() const { return stale_; }
  bool any_open() const;
  // Called with the count of files that were read so far and of all that will be.
  using Progress = std::function<void(std::size_t done, std::size_t all)>;
  // Lists, groups, reads and judges what changed since the last time. What was judged gets the next
  // `version`.
  void update(const Rules& rules, const Limits& limits, std::uint64_t& version,
              const Progress& progress = nullptr);
  // Before the rules go that the charts were judged by.
  void forget_reports();
  // The rules or the clock changed: the charts are judged again.
  void judge_again(const Rules& rules, std::uint64_t& version);

  const std::vector<FolderFile>& files() const { return files_; }
  // The charts that are read, the version of what was judged of each, what they give to checks
  // across charts and what those say of them (judged_together.h).
  struct Group {
    explicit Group(UnitPlan plan) : unit(std::move(plan)) {}

    ChartUnit unit;
    std::uint64_t version = 0;
    AcrossFacts facts;
    AcrossFindings across;
  };
  const std::vector<std::unique_ptr<Group>>& groups() const { return groups_; }
  // Null where the file is in no chart that is read.
  const Group* group_of(std::uint32_t file) const;
  std::optional<std::uint32_t> find(std::string_view path) const;

 private:
  FolderFile& add(const std::string& path);
  void list();
  void sniff_new_texts();
  void plan();
  bool wanted(const UnitPlan& plan) const;
  std::size_t unread() const;
  void read(Group& group, std::uint32_t file, std::size_t index, const Limits& limits);

  std::string path_;
  bool on_disk_;
  Scope scope_;
  bool list_again_ = true, plan_again_ = true, stale_ = true;
  std::vector<FolderFile> files_;  // By path.
  std::vector<std::unique_ptr<Group>> groups_;
};

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_CHART_FOLDER_H_
