// SPDX-License-Identifier: Apache-2.0
#include "ledger/unit_hash.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <cstdio>

namespace emrlint::ledger {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

void hash_file(const std::string& path, PieceHash& hash, std::string& buffer) {
  constexpr std::size_t kBlock = 256 * 1024;
  buffer.resize(kBlock);
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (!file) return hash.end(~std::uint64_t{0});
  std::setvbuf(file.get(), nullptr, _IONBF, 0);
  std::uint64_t length = 0;
  while (const std::size_t got = std::fread(buffer.data(), 1, kBlock, file.get())) {
    hash.more({buffer.data(), got});
    length += got;
  }
  hash.end(length);
}

}  // namespace

void PieceHash::FreeState::operator()(XXH3_state_s* state) const { XXH3_freeState(state); }

PieceHash::PieceHash() : state_(XXH3_createState()) { XXH3_128bits_reset(state_.get()); }

void PieceHash::piece(std::string_view bytes) {
  more(bytes);
  end(bytes.size());
}

void PieceHash::more(std::string_view bytes) {
  XXH3_128bits_update(state_.get(), bytes.data(), bytes.size());
}

void PieceHash::end(std::uint64_t length) {
  XXH3_128bits_update(state_.get(), &length, sizeof length);
}

std::uint64_t PieceHash::low64() const { return XXH3_128bits_digest(state_.get()).low64; }

std::string PieceHash::hex() const {
  const XXH128_hash_t value = XXH3_128bits_digest(state_.get());
  return fmt::format("{:016x}{:016x}", value.high64, value.low64);
}

std::uint64_t id_of(const UnitPlace& place) {
  PieceHash hash;
  for (const std::string& path : place.paths) hash.piece(path);
  hash.end(place.line_at.value_or(InputFile::kNowhere));
  hash.end(place.first_line);
  return hash.low64();
}

std::string content_of(const WorkUnit& unit, std::string& buffer) {
  PieceHash hash;
  for (const InputFile& file : unit.files) {
    file.text ? hash.piece(*file.text) : hash_file(file.path, hash, buffer);
  }
  hash.end(unit.folder + 2 * unit.gaps + 4 * unit.bulk);
  return hash.hex();
}

}  // namespace emrlint::ledger
