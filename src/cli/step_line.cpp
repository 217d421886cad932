// SPDX-License-Identifier: Apache-2.0
#include "cli/step_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace emrlint {
namespace {

using Seconds = std::chrono::duration<double>;
constexpr std::chrono::milliseconds kPace{100};

}  // namespace

StepLine::StepLine(const Context& context, bool shown, std::string what, std::uint64_t total)
    : context_(context), shown_(shown), what_(std::move(what)), total_(total) {}

StepLine::~StepLine() {
  if (last_ != std::chrono::steady_clock::time_point{}) std::fputs("\r\033[K", stderr);
}

void StepLine::update(std::uint64_t done) {
  const auto now = std::chrono::steady_clock::now();
  if (!shown_ || now - last_ < kPace) return;
  last_ = now;
  std::fprintf(stderr, "\r\033[K%s  %s%s", what_.c_str(), bar(done).c_str(), rest(done).c_str());
  std::fflush(stderr);
}

std::string StepLine::bar(std::uint64_t done) const {
  if (total_ == 0) return std::to_string(done);
  constexpr std::size_t kWidth = 30;
  const auto full = static_cast<std::size_t>(std::min(done, total_) * kWidth / total_);
  std::string text;
  for (std::size_t i = 0; i < kWidth; ++i) text += i < full ? "█" : "░";
  return fmt::format("{} {}/{}", text, done, total_);
}

std::string StepLine::rest(std::uint64_t done) const {
  const double seconds = Seconds(std::chrono::steady_clock::now() - begin_).count();
  if (done == 0 || seconds < 1) return {};
  const double pace = static_cast<double>(done) / seconds;
  if (total_ <= done) return fmt::format("  {:.0f}/s", pace);
  const auto left = static_cast<long>(static_cast<double>(total_ - done) / pace);
  return fmt::format("  {:.0f}/s  {} {}:{:02}", pace, context_.say("还需", "left"), left / 60,
                     left % 60);
}

}  // namespace emrlint
