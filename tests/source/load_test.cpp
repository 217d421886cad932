// SPDX-License-Identifier: Apache-2.0
#include "source/load.h"

#include <doctest/doctest.h>
#include <zlib.h>
#include <zstd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace emrlint {
namespace {

std::string gzipped(const std::string& text) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

std::string zstandard(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

// Varied enough that it does not pack into one block.
std::string long_text() {
  std::string text = "<a>";
  for (unsigned i = 0; i < 200000; ++i) text += std::to_string(i * 2654435761u);
  return text + "入院</a>";
}

Loaded loaded(std::string bytes, std::uint64_t limit = 1 << 30) {
  return load(ByteStream::of(std::move(bytes)), "a", limit);
}

TEST_CASE("plain, gzip and zstd give the same text") {
  const std::string text = long_text();
  for (const std::string& bytes :
       {text, gzipped(text), zstandard(text),
        gzipped(text.substr(0, 1000)) + gzipped(text.substr(1000)),
        zstandard(text.substr(0, 1000)) + zstandard(text.substr(1000))}) {
    const Loaded result = loaded(bytes);
    CHECK(result.failure == LoadFailure::kNone);
    REQUIRE(result.file);
    CHECK(result.file->text() == text);
  }
}

TEST_CASE("a cut or damaged archive gives what was readable, and says so") {
  const std::string text = long_text();
  for (const std::string& whole : {gzipped(text), zstandard(text)}) {
    const Loaded cut = loaded(whole.substr(0, whole.size() / 2));
    CHECK(cut.failure == LoadFailure::kCompression);
    CHECK(cut.error.en.find("truncated") != std::string::npos);
    REQUIRE(cut.file);
    CHECK(text.starts_with(cut.file->text()));
    CHECK(cut.file->text().size() > 1000);
    std::string damaged = whole;
    for (std::size_t i = 20; i < damaged.size(); ++i) damaged[i] = 'x';
    CHECK(loaded(damaged).failure == LoadFailure::kCompression);
    CHECK(loaded(damaged).error.en.find("damaged") != std::string::npos);
  }
}

TEST_CASE("the limit holds for what comes out of an archive") {
  const std::string bomb(20 << 20, ' ');
  CHECK(gzipped(bomb).size() < 100000);
  CHECK(loaded(gzipped(bomb), 1 << 20).failure == LoadFailure::kTooLarge);
  CHECK(loaded(zstandard(bomb), 1 << 20).failure == LoadFailure::kTooLarge);
  CHECK(loaded("12345", 4).failure == LoadFailure::kTooLarge);
  CHECK(loaded("1234", 4).failure == LoadFailure::kNone);
  CHECK(loaded(gzipped("1234"), 4).failure == LoadFailure::kNone);
}

TEST_CASE("empty and binary inputs say what they are") {
  CHECK(loaded("").failure == LoadFailure::kEmpty);
  CHECK(loaded(" \r\n").failure == LoadFailure::kEmpty);
  CHECK(loaded(gzipped("")).failure == LoadFailure::kEmpty);
  CHECK(loaded(std::string("\x7F"
                           "ELF\0\1\2",
                           7))
            .failure == LoadFailure::kEncoding);
}

TEST_CASE("files on disk") {
  CHECK(load_file("tests/no-such-file", "u", 100).failure == LoadFailure::kUnreadable);
  CHECK(load_file("tests", "u", 100).failure == LoadFailure::kUnreadable);
  const std::string path = std::filesystem::temp_directory_path() / "emrlint-load-test.xml";
  const std::string text = long_text();
  std::ofstream(path, std::ios::binary) << text;
  const Loaded result = load_file(path, "u", text.size());
  REQUIRE(result.file);
  CHECK(result.file->text() == text);
  CHECK(result.file->uri() == "u");
  CHECK(load_file(path, "u", text.size() - 1).failure == LoadFailure::kTooLarge);
  std::filesystem::remove(path);
}

TEST_CASE("peeking takes nothing away") {
  for (const std::string& bytes : {std::string("0123456789"), gzipped("0123456789")}) {
    ByteStream stream = ByteStream::of(bytes);
    CHECK(stream.peek(3) == "012");
    CHECK(stream.peek(6) == "012345");
    CHECK(stream.peek(2) == "01");
    char buffer[8];
    CHECK(stream.read(buffer, 4) == 4);
    CHECK(std::string(buffer, 4) == "0123");
    CHECK(stream.peek(99) == "456789");
    CHECK(stream.read(buffer, 8) == 6);
    CHECK(stream.read(buffer, 8) == 0);
    CHECK(stream.peek(1).empty());
    CHECK_FALSE(stream.error());
  }
}

}  // namespace
}  // namespace emrlint
