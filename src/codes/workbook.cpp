// SPDX-License-Identifier: Apache-2.0
#include "codes/workbook.h"

#include <zip.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

#include "codes/shared_library.h"

namespace emrlint {
namespace {

constexpr std::uint64_t kLargestPart = 1u << 29;
constexpr std::size_t kMostCells = 40'000'000;
constexpr std::uint32_t kMostColumns = 256;  // No code list is as wide.

struct ZipFunctions {
  decltype(zip_source_buffer_create)* source = nullptr;
  decltype(zip_source_free)* free_source = nullptr;
  decltype(zip_open_from_source)* open = nullptr;
  decltype(zip_discard)* close = nullptr;
  decltype(zip_name_locate)* locate = nullptr;
  decltype(zip_stat_index)* stat = nullptr;
  decltype(zip_fopen_index)* open_part = nullptr;
  decltype(zip_fread)* read = nullptr;
  decltype(zip_fclose)* close_part = nullptr;

  bool load() {
    const SharedLibrary library{"libzip.so.4", "libzip.so.5"};
    return library.find("zip_source_buffer_create", source) &&
           library.find("zip_source_free", free_source) &&
           library.find("zip_open_from_source", open) && library.find("zip_discard", close) &&
           library.find("zip_name_locate", locate) && library.find("zip_stat_index", stat) &&
           library.find("zip_fopen_index", open_part) && library.find("zip_fread", read) &&
           library.find("zip_fclose", close_part);
  }
};

const Error kNoWorkbook = {"不是XLSX工作簿，或已损坏", "is no XLSX workbook, or a damaged one", {}};

// Without the prefix of a namespace.
std::string_view local(const char* name) {
  const char* const colon = std::strchr(name, ':');
  return colon == nullptr ? name : colon + 1;
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
  for (const pugi::xml_node& one : parent.children()) {
    if (local(one.name()) == name) return one;
  }
  return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& one : node.attributes()) {
    if (local(one.name()) == name) return one.value();
  }
  return {};
}

// The runs of a rich text, without readings.
void add_text(const pugi::xml_node& node, std::string& out) {
  for (const pugi::xml_node& one : node.children()) {
    if (local(one.name()) == "t") out += one.text().get();
    if (local(one.name()) != "r") continue;
    for (const pugi::xml_node& run : one.children()) {
      if (local(run.name()) == "t") out += run.text().get();
    }
  }
}

std::size_t number_of(std::string_view text) {
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// 2 of "B12".
std::uint32_t column_of(std::string_view reference) {
  const std::size_t digits = std::min(reference.find_first_of("0123456789"), reference.size());
  return column_number(reference.substr(0, digits));
}

}  // namespace

bool looks_zipped(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

class Workbook::Archive {
 public:
  ~Archive() {
    if (zip_ != nullptr) functions_.close(zip_);
  }

  std::optional<Error> open(std::string_view bytes) {
    if (!functions_.load()) {
      return Error{
          "读取XLSX需要libzip（Debian软件包libzip4），未能加载",
          "reading XLSX needs libzip (Debian's package libzip4), which could not be loaded",
          {}};
    }
    zip_source_t* const source = functions_.source(bytes.data(), bytes.size(), 0, nullptr);
    if (source != nullptr) zip_ = functions_.open(source, ZIP_RDONLY, nullptr);
    if (zip_ != nullptr) return std::nullopt;
    if (source != nullptr) functions_.free_source(source);
    return kNoWorkbook;
  }

  // The unpacked part; nothing where it is not there, damaged or too large.
  std::optional<std::string> part(const std::string& name) const {
    const zip_int64_t index = functions_.locate(zip_, name.c_str(), ZIP_FL_NOCASE);
    zip_stat_t status{};
    if (index < 0) return std::nullopt;
    const auto number = static_cast<zip_uint64_t>(index);
    if (functions_.stat(zip_, number, 0, &status) != 0 || status.size > kLargestPart) {
      return std::nullopt;
    }
    zip_file_t* const file = functions_.open_part(zip_, number, 0);
    if (file == nullptr) return std::nullopt;
    std::string text(status.size, '\0');
    const zip_int64_t size = functions_.read(file, text.data(), text.size());
    functions_.close_part(file);
    if (size < 0 || static_cast<std::uint64_t>(size) != status.size) return std::nullopt;
    return text;
  }

 private:
  ZipFunctions functions_;
  zip_t* zip_ = nullptr;
};

pugi::xml_document* Workbook::parse(std::string part) {
  std::string& text = parts_.emplace_back(std::move(part));
  pugi::xml_document& document = documents_.emplace_back();
  const auto result = document.load_buffer_inplace(text.data(), text.size());
  return result ? &document : nullptr;
}

std::optional<Error> Workbook::read(std::string_view bytes, const std::string& only) {
  Archive archive;
  if (auto error = archive.open(bytes)) return error;
  auto book = archive.part("xl/workbook.xml"), links = archive.part("xl/_rels/workbook.xml.rels");
  if (!book || !links) return kNoWorkbook;
  const pugi::xml_document* const book_tree = parse(*std::move(book));
  const pugi::xml_document* const link_tree = parse(*std::move(links));
  if (book_tree == nullptr || link_tree == nullptr) return kNoWorkbook;
  if (auto error = read_strings(archive)) return error;
  std::string known;
  bool found = only.empty();
  for (const pugi::xml_node& one : child(book_tree->document_element(), "sheets").children()) {
    const std::string name(attribute(one, "name"));
    known.append(known.empty() ? "" : ", ").append(name);
    if (!only.empty() && name != only) continue;
    found = true;
    for (const pugi::xml_node& link : link_tree->document_element().children()) {
      if (attribute(link, "Id") != attribute(one, "id")) continue;
      std::string target(attribute(link, "Target"));
      target.starts_with('/') ? target.erase(0, 1) : target.insert(0, "xl/");
      if (auto error = read_sheet(archive, name, target)) return error;
    }
  }
  if (found) return std::nullopt;
  return Error{"没有工作表“" + only + "”；有：" + known,
               "there is no sheet \"" + only + "\"; there are: " + known,
               {}};
}

std::optional<Error> Workbook::read_strings(Archive& archive) {
  auto part = archive.part("xl/sharedStrings.xml");
  if (!part) return std::nullopt;  // A workbook may do without.
  const pugi::xml_document* const tree = parse(*std::move(part));
  if (tree == nullptr) return kNoWorkbook;
  for (const pugi::xml_node& item : tree->document_element().children()) {
    add_text(item, strings_.emplace_back());
  }
  return std::nullopt;
}

std::string_view Workbook::cell_text(const pugi::xml_node& cell, Sheet& sheet) const {
  const std::string_view type = attribute(cell, "t");
  if (type == "inlineStr") {
    std::string text;
    add_text(child(cell, "is"), text);
    return sheet.kept.emplace_back(std::move(text));
  }
  const char* const value = child(cell, "v").text().get();
  if (type != "s") return value;
  const std::size_t number = number_of(value);
  return number < strings_.size() ? std::string_view(strings_[number]) : std::string_view();
}

// The cells before it that the sheet leaves out are blank.
bool Workbook::add_cell(const pugi::xml_node& cell, std::uint32_t& column, Sheet& sheet) const {
  const std::uint32_t named = column_of(attribute(cell, "r"));
  const std::uint32_t at = named > column ? named : column + 1;
  if (at > kMostColumns) return true;
  for (++column; column < at; ++column) sheet.cells.push_back({{}, column});
  const std::string_view text = trim_blanks(cell_text(cell, sheet));
  const std::string_view type = attribute(cell, "t");
  const bool number = (type.empty() || type == "n") && !text.empty();
  sheet.cells.push_back({text, at, number});
  return sheet.cells.size() < kMostCells;
}

std::optional<Error> Workbook::read_sheet(Archive& archive, const std::string& name,
                                          const std::string& part) {
  auto text = archive.part(part);
  const pugi::xml_document* const tree = text ? parse(*std::move(text)) : nullptr;
  if (tree == nullptr) {
    return Error{"工作表“" + name + "”已损坏", "the sheet \"" + name + "\" is damaged", {}};
  }
  Sheet& sheet = sheets_.emplace_back();
  sheet.name = name;
  std::uint32_t line = 0;
  for (const pugi::xml_node& row : child(tree->document_element(), "sheetData").children()) {
    const auto number = static_cast<std::uint32_t>(number_of(attribute(row, "r")));
    line = number > line ? number : line + 1;
    std::uint32_t column = 0;
    for (const pugi::xml_node& cell : row.children()) {
      if (!add_cell(cell, column, sheet)) {
        return Error{"工作表“" + name + "”过大", "the sheet \"" + name + "\" is too large", {}};
      }
    }
    sheet.end_row(line);
  }
  return std::nullopt;
}

}  // namespace emrlint
