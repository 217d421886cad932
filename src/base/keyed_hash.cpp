// SPDX-License-Identifier: Apache-2.0
#include "base/keyed_hash.h"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace emrlint {
namespace {

using State = std::array<std::uint32_t, 8>;

constexpr std::size_t kBlock = 64;

// FIPS 180-4.
constexpr State kStart = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                          0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
constexpr std::uint32_t kRounds[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

std::uint32_t big_endian(const unsigned char* bytes) {
  return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 |
         std::uint32_t{bytes[2]} << 8 | bytes[3];
}

void compress(State& state, const unsigned char* block) {
  std::uint32_t w[64];
  for (int i = 0; i < 16; ++i) w[i] = big_endian(block + 4 * i);
  for (int i = 16; i < 64; ++i) {
    const std::uint32_t a = w[i - 15], b = w[i - 2];
    w[i] = w[i - 16] + (std::rotr(a, 7) ^ std::rotr(a, 18) ^ a >> 3) + w[i - 7] +
           (std::rotr(b, 17) ^ std::rotr(b, 19) ^ b >> 10);
  }
  auto [a, b, c, d, e, f, g, h] = state;
  for (int i = 0; i < 64; ++i) {
    const std::uint32_t t = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                            ((e & f) ^ (~e & g)) + kRounds[i] + w[i];
    const std::uint32_t u =
        (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + t, d = c, c = b, b = a, a = t + u;
  }
  const State add = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < state.size(); ++i) state[i] += add[i];
}

// Goes on from a state that `before` bytes led to, to the end of the message.
State finish(State state, std::size_t before, std::string_view text) {
  const std::uint64_t bits = 8 * (std::uint64_t{before} + text.size());
  for (; text.size() >= kBlock; text.remove_prefix(kBlock)) {
    compress(state, reinterpret_cast<const unsigned char*>(text.data()));
  }
  unsigned char block[kBlock] = {};
  std::copy(text.begin(), text.end(), block);
  block[text.size()] = 0x80;
  if (text.size() + 9 > kBlock) {
    compress(state, block);
    std::fill(block, block + kBlock, std::uint8_t{0});
  }
  for (int i = 0; i < 8; ++i) block[56 + i] = static_cast<unsigned char>(bits >> (56 - 8 * i));
  compress(state, block);
  return state;
}

std::array<char, 32> bytes_of(const State& state) {
  std::array<char, 32> bytes;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<char>(state[i / 4] >> (24 - 8 * (i % 4)));
  }
  return bytes;
}

std::string hex_of(const State& state, std::size_t words) {
  std::string out;
  for (std::size_t i = 0; i < words; ++i) {
    for (int shift = 28; shift >= 0; shift -= 4) {
      out += "0123456789abcdef"[state[i] >> shift & 15];
    }
  }
  return out;
}

}  // namespace

KeyedHash::KeyedHash(std::string_view key) : inner_(kStart), outer_(kStart) {
  std::array<char, 32> shortened;
  if (key.size() > kBlock) {
    shortened = bytes_of(finish(kStart, 0, key));
    key = {shortened.data(), shortened.size()};
  }
  unsigned char inner[kBlock], outer[kBlock];
  for (std::size_t i = 0; i < kBlock; ++i) {
    const auto byte = static_cast<unsigned char>(i < key.size() ? key[i] : 0);
    inner[i] = byte ^ 0x36;
    outer[i] = byte ^ 0x5c;
  }
  compress(inner_, inner);
  compress(outer_, outer);
}

std::string KeyedHash::hex(std::string_view text) const {
  const std::array<char, 32> digest = bytes_of(finish(inner_, kBlock, text));
  return hex_of(finish(outer_, kBlock, {digest.data(), digest.size()}), 4);
}

std::string sha256_hex(std::string_view bytes) { return hex_of(finish(kStart, 0, bytes), 8); }

std::string sha256_base64(std::string_view bytes) {
  constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::array<char, 32> digest = bytes_of(finish(kStart, 0, bytes));
  std::string out;
  for (std::size_t i = 0; i < digest.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      const char byte = i + k < digest.size() ? digest[i + k] : '\0';
      group = group << 8 | static_cast<unsigned char>(byte);
    }
    for (int shift = 18; shift >= 0; shift -= 6) out += kDigits[group >> shift & 63];
  }
  out.back() = '=';  // 32 bytes: two of the last three.
  return out;
}

}  // namespace emrlint
