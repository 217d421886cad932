// SPDX-License-Identifier: Apache-2.0
#include "copies/plagdet.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace emrlint {
namespace {

using Bytes = std::pair<std::size_t, std::size_t>;

Bytes common(const NotePart& a, const NotePart& b) {
  if (a.note != b.note) return {0, 0};
  const Bytes both{std::max(a.from, b.from), std::min(a.to, b.to)};
  return both.first < both.second ? both : Bytes{0, 0};
}

bool meet(const CopyPair& a, const CopyPair& b) {
  return common(a.source, b.source) != Bytes{0, 0} && common(a.copy, b.copy) != Bytes{0, 0};
}

std::size_t covered(std::vector<Bytes> parts) {
  std::sort(parts.begin(), parts.end());
  std::size_t sum = 0, end = 0;
  for (const auto& [from, to] : parts) {
    sum += to - std::min(to, std::max(from, end));
    end = std::max(end, to);
  }
  return sum;
}

// The share of a pair's bytes that lie in those of the others that meet it, and their number.
std::pair<double, std::size_t> share(const CopyPair& pair, std::span<const CopyPair> others) {
  std::vector<Bytes> source, copy;
  for (const CopyPair& other : others) {
    if (!meet(pair, other)) continue;
    source.push_back(common(pair.source, other.source));
    copy.push_back(common(pair.copy, other.copy));
  }
  const std::size_t all = pair.source.to - pair.source.from + pair.copy.to - pair.copy.from;
  const std::size_t count = source.size();
  return {static_cast<double>(covered(std::move(source)) + covered(std::move(copy))) /
              static_cast<double>(all),
          count};
}

double mean(double sum, std::size_t count) {
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

}  // namespace

double DetectionQuality::plagdet() const {
  if (precision + recall == 0) return 0;
  return 2 * precision * recall / (precision + recall) / std::log2(1 + granularity);
}

void QualityMeter::add(std::span<const CopyPair> truth, std::span<const CopyPair> found) {
  for (const CopyPair& pair : found) precision_ += share(pair, truth).first;
  for (const CopyPair& pair : truth) {
    const auto [part, count] = share(pair, found);
    recall_ += part;
    detected_ += count > 0 ? 1 : 0;
    hits_ += count;
  }
  found_ += found.size();
  truth_ += truth.size();
}

DetectionQuality QualityMeter::quality() const {
  return {mean(precision_, found_), mean(recall_, truth_),
          detected_ == 0 ? 1 : mean(static_cast<double>(hits_), detected_)};
}

}  // namespace emrlint
