// SPDX-License-Identifier: Apache-2.0
#include "cli/rules_digest.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <cstdint>
#include <fstream>
#include <vector>

namespace emrlint {

struct RulesDigest::State {
  XXH3_state_t* hash = XXH3_createState();

  State() { XXH3_128bits_reset(hash); }
  ~State() { XXH3_freeState(hash); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void more(const char* bytes, std::size_t size) { XXH3_128bits_update(hash, bytes, size); }
  void end(std::uint64_t length) { XXH3_128bits_update(hash, &length, sizeof length); }
};

RulesDigest::RulesDigest() : state_(std::make_unique<State>()) { add_file("/proc/self/exe"); }
RulesDigest::~RulesDigest() = default;

void RulesDigest::add(std::string_view text) {
  state_->more(text.data(), text.size());
  state_->end(text.size());
}

void RulesDigest::add_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<char> block(256 * 1024);
  std::uint64_t length = 0;
  while (file) {
    file.read(block.data(), static_cast<std::streamsize>(block.size()));
    const auto got = static_cast<std::size_t>(file.gcount());
    state_->more(block.data(), got);
    length += got;
  }
  state_->end(length);
}

std::string RulesDigest::hex() const {
  const XXH128_hash_t value = XXH3_128bits_digest(state_->hash);
  return fmt::format("{:016x}{:016x}", value.high64, value.low64);
}

}  // namespace emrlint
