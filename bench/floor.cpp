// SPDX-License-Identifier: Apache-2.0
// The least that any linter has to do, as a process of its own: read every file of a folder tree
// and parse it in place. XML with pugixml, all else with RapidJSON. Prints the bytes read.
#include <fcntl.h>
#include <rapidjson/document.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace {

bool read_whole(const std::string& path, std::vector<char>& buffer) {
  const int file = open(path.c_str(), O_RDONLY);
  struct stat status {};
  if (file < 0 || fstat(file, &status) != 0) return false;
  buffer.resize(static_cast<std::size_t>(status.st_size) + 1);
  std::size_t filled = 0;
  while (filled + 1 < buffer.size()) {
    const ssize_t count = ::read(file, buffer.data() + filled, buffer.size() - 1 - filled);
    if (count <= 0) break;
    filled += static_cast<std::size_t>(count);
  }
  close(file);
  buffer[filled] = '\0';
  return filled + 1 == buffer.size();
}

bool parse(std::vector<char>& buffer) {
  if (buffer.front() == '<') {
    pugi::xml_document document;
    return static_cast<bool>(document.load_buffer_inplace(buffer.data(), buffer.size() - 1));
  }
  rapidjson::Document document;
  rapidjson::InsituStringStream stream(buffer.data());
  while (true) {  // One value, or one a line.
    document.ParseStream<rapidjson::kParseInsituFlag | rapidjson::kParseStopWhenDoneFlag>(stream);
    if (document.HasParseError()) return false;
    while (stream.Peek() == '\n' || stream.Peek() == '\r') stream.Take();
    if (stream.Peek() == '\0') return true;
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::uint64_t bytes = 0;
  std::vector<char> buffer;
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
      if (!entry.is_regular_file()) continue;
      if (!read_whole(entry.path().string(), buffer)) return 1;
      bytes += buffer.size() - 1;
      if (!parse(buffer)) return 1;
    }
  }
  std::printf("%llu\n", static_cast<unsigned long long>(bytes));
  return 0;
}
