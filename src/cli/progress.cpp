// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <cstdio>

namespace emrlint {

void Progress::update(const RunSummary& so_far) {
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (written_ && now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  written_ = true;
  const double megabytes = static_cast<double>(so_far.bytes) / 1e6;
  std::fprintf(stderr, context_.say("\r\033[K已检查 %llu 份病历，%llu 份文书，%.1f MB",
                                    "\r\033[K%llu charts, %llu documents, %.1f MB").c_str(),
               static_cast<unsigned long long>(so_far.charts),
               static_cast<unsigned long long>(so_far.documents), megabytes);
  std::fflush(stderr);
}

void Progress::clear() {
  if (written_) std::fputs("\r\033[K", stderr);
  written_ = false;
}

}  // namespace emrlint
