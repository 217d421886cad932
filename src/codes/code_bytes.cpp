// SPDX-License-Identifier: Apache-2.0
#include "codes/code_bytes.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <initializer_list>

#include "codes/code_file.h"
#include "codes/code_import.h"

namespace emrlint {

namespace file = code_file;

CodeTable::Bytes::~Bytes() {
  if (mapped_ != nullptr) munmap(mapped_, view_.size());
}

std::optional<Error> CodeTable::Bytes::map(const std::string& path) {
  const Error unreadable{"无法读取 " + path, "cannot read " + path, {}};
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return unreadable;
  struct stat status {};
  const bool plain = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  void* address = MAP_FAILED;
  if (plain && status.st_size > 0) {
    address = mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ,
                   MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
  }
  close(descriptor);
  if (plain && status.st_size == 0) return std::nullopt;  // No code table, as the check will say.
  if (address == MAP_FAILED) return unreadable;
  mapped_ = address;
  view_ = {static_cast<const char*>(address), static_cast<std::size_t>(status.st_size)};
  return std::nullopt;
}

void CodeTable::Bytes::take(std::string_view bytes) {
  owned_.assign((bytes.size() + 7) / 8, 0);
  if (!bytes.empty()) std::memcpy(owned_.data(), bytes.data(), bytes.size());
  view_ = {reinterpret_cast<const char*>(owned_.data()), bytes.size()};
}

std::uint64_t code_file_checksum(std::string_view bytes) {
  constexpr std::size_t kBegin = offsetof(file::Header, checksum);
  constexpr std::size_t kEnd = kBegin + sizeof(std::uint64_t);
  const std::uint64_t head = XXH3_64bits(bytes.data(), kBegin);
  return XXH3_64bits_withSeed(bytes.data() + kEnd, bytes.size() - kEnd, head);
}

namespace {

constexpr Bilingual kForeign = {"不是编码表文件（请用 emrlint codes import 生成）",
                                "is no code table (emrlint codes import makes them)"};
constexpr Bilingual kVersion = {"是另一版本或另一类计算机的编码表文件，请重新导入",
                                "is a code table of another version or kind of machine; import "
                                "the code list again"};
constexpr Bilingual kDamaged = {"编码表文件已损坏或不完整，请重新导入",
                                "is a damaged or incomplete code table; import the code list "
                                "again"};

class Inspector {
 public:
  Inspector(std::string_view bytes, const file::Header& header) : bytes_(bytes), header_(header) {}

  bool sound() const {
    return sections_fit() && texts_fit() && find_coding_system(text(header_.system)) != nullptr &&
           lists_fit() && entries_fit() && tree_is_shallow() && tokens_fit() && initials_fit() &&
           names_fit();
  }

 private:
  bool fits(const file::Section& section, std::size_t record) const {
    return section.at % 8 == 0 && section.at >= sizeof(file::Header) &&
           section.at <= bytes_.size() && section.count <= (bytes_.size() - section.at) / record;
  }
  bool sections_fit() const {
    return fits(header_.entries, sizeof(file::Entry)) && fits(header_.lists, sizeof(file::Text)) &&
           fits(header_.children, 4) && fits(header_.tokens, sizeof(file::Token)) &&
           fits(header_.postings, 1) && fits(header_.initials, 1) &&
           fits(header_.initials_ends, 4) && fits(header_.text, 1) &&
           fits(header_.name_nodes, sizeof(NameNode)) && fits(header_.name_points, 2) &&
           fits(header_.name_words, sizeof(NameWord)) && fits(header_.name_lengths, 1) &&
           fits(header_.name_owners, 4) && fits(header_.name_owner_ends, 4);
  }
  bool inside(std::uint64_t at, std::uint64_t size) const {
    return at <= header_.text.count && size <= header_.text.count - at;
  }
  std::string_view text(file::Text part) const {
    return bytes_.substr(header_.text.at + part.at, part.size);
  }
  bool texts_fit() const {
    for (const file::Text& part :
         {header_.system, header_.edition, header_.name_zh, header_.name_en, header_.publisher,
          header_.region, header_.source}) {
      if (!inside(part.at, part.size)) return false;
    }
    return true;
  }

  template <typename Record>
  const Record& at(const file::Section& section, std::size_t index) const {
    return reinterpret_cast<const Record*>(bytes_.data() + section.at)[index];
  }
  const file::Entry& entry(std::size_t index) const {
    return at<file::Entry>(header_.entries, index);
  }

  bool lists_fit() const {
    for (std::size_t i = 0; i < header_.lists.count; ++i) {
      const auto& part = at<file::Text>(header_.lists, i);
      if (!inside(part.at, part.size)) return false;
    }
    for (std::size_t i = 0; i < header_.children.count; ++i) {
      if (at<std::uint32_t>(header_.children, i) >= header_.entries.count) return false;
    }
    return true;
  }

  bool entry_fits(const file::Entry& one) const {
    const auto part_of = [](const file::Section& section, std::uint64_t from, std::uint64_t count) {
      return from <= section.count && count <= section.count - from;
    };
    return one.code_size > 0 && inside(one.code_at, one.code_size) &&
           inside(one.zh_at, one.zh_size) && inside(one.en_at, one.en_size) &&
           (one.parent == file::kNone || one.parent < header_.entries.count) &&
           part_of(header_.children, one.children, one.child_count) &&
           part_of(header_.lists, one.lists, std::uint64_t{one.synonyms} + one.links) &&
           one.flags <= file::kAllFlags && one.sex <= static_cast<int>(Sex::kUnspecified) &&
           one.level <= file::Level::kChapter;
  }

  bool entries_fit() const {
    std::string_view before;
    for (std::size_t i = 0; i < header_.entries.count; ++i) {
      const file::Entry& one = entry(i);
      if (!entry_fits(one)) return false;
      const std::string_view code = text({one.code_at, one.code_size});
      if (code <= before) return false;
      before = code;
    }
    return true;
  }

  bool tree_is_shallow() const {
    for (std::size_t i = 0; i < header_.entries.count; ++i) {
      int depth = 0;
      for (std::uint32_t above = entry(i).parent; above != file::kNone;
           above = entry(above).parent) {
        if (++depth > file::kMaxDepth) return false;
      }
    }
    return true;
  }

  bool tokens_fit() const {
    for (std::size_t i = 0; i < header_.tokens.count; ++i) {
      const auto& one = at<file::Token>(header_.tokens, i);
      if (!inside(one.text_at, one.text_size) || one.posting > header_.postings.count ||
          one.size > header_.postings.count - one.posting || one.count > one.size) {
        return false;
      }
    }
    return true;
  }

  bool initials_fit() const {
    const std::size_t count = header_.initials_ends.count;
    if (count != 0 && count != header_.entries.count) return false;
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const auto end = at<std::uint32_t>(header_.initials_ends, i);
      if (end < before || end > header_.initials.count) return false;
      before = end;
    }
    return true;
  }

  bool names_fit() const {
    if (!name_parts(bytes_, header_).sound()) return false;
    if (header_.name_owner_ends.count != header_.name_lengths.count) return false;
    std::uint32_t before = 0;
    for (const std::uint32_t end : records<std::uint32_t>(bytes_, header_.name_owner_ends)) {
      if (end < before || end > header_.name_owners.count) return false;
      before = end;
    }
    const auto owners = records<std::uint32_t>(bytes_, header_.name_owners);
    return std::all_of(owners.begin(), owners.end(),
                       [&](std::uint32_t entry) { return entry < header_.entries.count; });
  }

  std::string_view bytes_;
  const file::Header& header_;
};

}  // namespace

NameParts name_parts(std::string_view bytes, const file::Header& header) {
  return {records<NameNode>(bytes, header.name_nodes),
          records<std::uint16_t>(bytes, header.name_points),
          records<NameWord>(bytes, header.name_words),
          records<std::uint8_t>(bytes, header.name_lengths)};
}

std::optional<Bilingual> code_file_fault(std::string_view bytes) {
  if (bytes.size() < file::kMagic.size() ||
      !std::equal(file::kMagic.begin(), file::kMagic.end(), bytes.begin())) {
    return kForeign;
  }
  if (bytes.size() < sizeof(file::Header)) return kDamaged;
  const auto& header = *reinterpret_cast<const file::Header*>(bytes.data());
  if (header.version != file::kVersion || header.byte_order != file::kByteOrder) return kVersion;
  if (header.size != bytes.size() || header.checksum != code_file_checksum(bytes)) return kDamaged;
  if (!Inspector(bytes, header).sound()) return kDamaged;
  return std::nullopt;
}

std::optional<Error> write_code_file(const std::string& path, std::string_view bytes) {
  const std::string draft = path + ".tmp" + std::to_string(getpid());
  const int descriptor = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  bool written = descriptor >= 0;
  for (std::string_view rest = bytes; written && !rest.empty();) {
    const ssize_t count = ::write(descriptor, rest.data(), rest.size());
    written = count > 0;
    if (written) rest.remove_prefix(static_cast<std::size_t>(count));
  }
  written = written && fsync(descriptor) == 0;
  if (descriptor >= 0) written = close(descriptor) == 0 && written;
  if (written && std::rename(draft.c_str(), path.c_str()) == 0) return std::nullopt;
  if (descriptor >= 0) unlink(draft.c_str());
  return Error{"无法写入 " + path, "cannot write " + path, {}};
}

}  // namespace emrlint
