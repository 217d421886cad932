// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_LINE_SORTER_H_
#define EMRLINT_ENGINE_LINE_SORTER_H_

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace emrlint {

// Lines in byte order, however many. Above `limit` bytes they are sorted and put aside in a file
// without a name (of TMPDIR, gone with the process); in the end the files are merged. What comes
// out is the same for any limit and any order of adding.
class LineSorter {
 public:
  explicit LineSorter(std::size_t limit);
  ~LineSorter();
  LineSorter(const LineSorter&) = delete;
  LineSorter& operator=(const LineSorter&) = delete;

  // A line without its end, and without line ends in it.
  void add(std::string_view line);
  // Each line in order; once, after the last one was added.
  void drain(const std::function<void(std::string_view line)>& visit);

  // Why lines were lost: the disk is full, a file can't be read again.
  const std::optional<Error>& error() const { return error_; }
  std::size_t spilled_files() const { return runs_.size(); }

 private:
  class Run;

  void sort();
  void forget();
  void spill();
  void put_aside(std::unique_ptr<Run> run);
  // The runs from that one on.
  void merge(std::size_t from, const std::function<void(std::string_view line)>& visit);
  void fail(const char* zh, const char* en);

  std::size_t limit_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* end_ = nullptr;   // Of what is used of the last block.
  std::size_t left_ = 0;  // Bytes that are free behind it.
  std::size_t held_ = 0;  // Bytes of lines and of their views.
  std::vector<std::string_view> lines_;
  std::vector<std::unique_ptr<Run>> runs_;
  std::optional<Error> error_;
};

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_LINE_SORTER_H_
