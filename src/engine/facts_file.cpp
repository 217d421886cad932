// SPDX-License-Identifier: Apache-2.0
#include "engine/facts_file.h"

#include <unistd.h>

#include <cstdio>
#include <utility>
#include <vector>

#include "engine/fact_line.h"
#include "engine/line_fields.h"
#include "source/byte_stream.h"

namespace emrlint {
namespace {

constexpr std::string_view kName = "emrlint-facts";
constexpr std::string_view kVersion = "2";
constexpr std::string_view kEnd = "end";
constexpr std::size_t kBlock = 256 * 1024;

std::string first_line(const AcrossCharts& across) {
  LineWriter line;
  line.plain(kName);
  line.plain(kVersion);
  line.plain(across.key_check());
  return line.line();
}

std::string last_line(std::uint64_t facts, const RunSummary& summary) {
  LineWriter line;
  line.plain(kEnd);
  for (const std::uint64_t count :
       {facts, summary.charts, summary.documents, summary.problems, summary.broken}) {
    line.number(count);
  }
  return line.line();
}

Error wrong(const std::string& path, const std::string& zh, const std::string& en) {
  return {path + "：" + zh, path + ": " + en, {}};
}

std::uint64_t count_of(std::string_view field) {
  return static_cast<std::uint64_t>(number_of(field));
}

}  // namespace

std::optional<Error> write_facts(const std::string& path, AcrossCharts& across,
                                 const RunSummary& summary) {
  const std::string part = path + ".tmp." + std::to_string(getpid());
  std::FILE* const file = std::fopen(part.c_str(), "wb");
  const Error unwritable = wrong(path, "无法写入", "cannot be written");
  if (file == nullptr) return unwritable;
  const auto put = [file](std::string_view line) {
    std::fwrite(line.data(), 1, line.size(), file);
    std::putc('\n', file);
  };
  put(first_line(across));
  std::uint64_t facts = 0;
  across.write([&](std::string_view line) {
    put(line);
    ++facts;
  });
  put(last_line(facts, summary));
  bool good = std::fflush(file) == 0 && std::ferror(file) == 0 && fsync(fileno(file)) == 0;
  good = std::fclose(file) == 0 && good && !across.error();
  if (good && std::rename(part.c_str(), path.c_str()) == 0) return std::nullopt;
  std::remove(part.c_str());
  return across.error() ? across.error() : unwritable;
}

std::optional<Error> FactsReader::begin(const std::string& path, std::string_view line) {
  const std::vector<std::string_view> fields = split_fields(line);
  if (fields[0] != kName || fields.size() < 3) {
    return wrong(path, "不是 emrlint check --facts 写的文件",
                 "is no file of emrlint check --facts");
  }
  if (fields[1] != kVersion) {
    return wrong(path, "格式版本为" + std::string(fields[1]) + "，本程序只读版本2",
                 "has version " + std::string(fields[1]) + ", this program reads version 2");
  }
  if (!key_check_.empty() && key_check_ != fields[2]) {
    return wrong(path, "与前面的文件用了不同的密钥，人员无法对应",
                 "was written under another key than the files before; nobody could be matched");
  }
  key_check_ = fields[2];
  return std::nullopt;
}

std::optional<Error> FactsReader::take(const std::string& path, std::string_view line) {
  if (line.starts_with(kEnd)) {
    const std::vector<std::string_view> fields = split_fields(line);
    ended_ = fields.size() == 6 && count_of(fields[1]) == across_.count() - before_;
    if (ended_) end(fields);
    return std::nullopt;
  }
  if (ended_) return wrong(path, "文件已损坏", "the file is damaged");
  if (auto error = check_.wrong(path, line)) return error;
  across_.add_line(line);
  return std::nullopt;
}

void FactsReader::end(const std::vector<std::string_view>& fields) {
  summary_.charts += count_of(fields[2]);
  summary_.documents += count_of(fields[3]);
  summary_.problems += count_of(fields[4]);
  summary_.broken += count_of(fields[5]);
}

std::optional<Error> FactsReader::read(const std::string& path) {
  Result<ByteStream> stream = ByteStream::open(path);
  if (!stream) return wrong(path, "无法读取", "cannot be read");
  return read(*std::move(stream), path);
}

std::optional<Error> FactsReader::read(ByteStream stream, const std::string& path) {
  ended_ = false;
  before_ = across_.count();
  bool first = true;
  std::string held;
  for (std::size_t got = kBlock; got == kBlock;) {
    const std::size_t had = held.size();
    held.resize(had + kBlock);
    got = stream.read(held.data() + had, kBlock);
    held.resize(had + got);
    std::size_t at = 0;
    for (std::size_t end; (end = held.find('\n', at)) != held.npos; at = end + 1) {
      const std::string_view line = std::string_view(held).substr(at, end - at);
      std::optional<Error> error = first ? begin(path, line) : take(path, line);
      if (error) return error;
      first = false;
    }
    held.erase(0, at);
  }
  if (ended_) return std::nullopt;
  return wrong(path, "文件不完整：缺少末行或条数不符",
               "the file is cut off: its last line is missing or counts other facts");
}

}  // namespace emrlint
