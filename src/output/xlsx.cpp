// SPDX-License-Identifier: Apache-2.0
#include "output/xlsx.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <utility>

#include "codes/shared_library.h"
#include "source/utf8.h"

namespace emrlint {
namespace {

constexpr std::size_t kMostText = 32'767;     // UTF-16 units of a cell.
constexpr std::size_t kMostName = 31;         // UTF-16 units of the name of a worksheet.
constexpr std::time_t kNoTime = 315'532'800;  // 1980-01-01, as zip archives count from.
constexpr int kPaperA4 = 9;

#define EMRLINT_XLSX_FUNCTIONS(X)                                                                  \
  X(workbook_new_opt)                                                                              \
  X(workbook_add_worksheet) X(workbook_add_format) X(workbook_close) X(workbook_set_properties)    \
      X(worksheet_write_string) X(worksheet_write_number) X(worksheet_write_blank)                 \
          X(worksheet_write_url) X(worksheet_set_column) X(worksheet_set_row)                      \
              X(worksheet_merge_range) X(worksheet_freeze_panes) X(worksheet_autofilter)           \
                  X(worksheet_repeat_rows) X(worksheet_set_landscape) X(worksheet_set_paper)       \
                      X(worksheet_fit_to_pages) X(format_set_bold) X(format_set_font_size)         \
                          X(format_set_font_color) X(format_set_underline) X(format_set_text_wrap) \
                              X(format_set_align) X(format_set_border) X(format_set_bg_color)

struct XlsxFunctions {
#define EMRLINT_DECLARE(name) decltype(::name)* name = nullptr;
  EMRLINT_XLSX_FUNCTIONS(EMRLINT_DECLARE)
#undef EMRLINT_DECLARE

  bool load() {
    // The version that its header is of: the structures that it takes change with it.
    const SharedLibrary library{"libxlsxwriter.so." LXW_SOVERSION};
    bool all = true;
#define EMRLINT_FIND(name) all = all && library.find(#name, name);
    EMRLINT_XLSX_FUNCTIONS(EMRLINT_FIND)
#undef EMRLINT_FIND
    return all;
  }
};

// Null where the library cannot be loaded.
const XlsxFunctions* xlsx() {
  static XlsxFunctions functions;
  static const bool loaded = functions.load();
  return loaded ? &functions : nullptr;
}

// The bytes of `text` that make up to `most` UTF-16 units; `text` is well-formed.
std::size_t cut(std::string_view text, std::size_t most) {
  std::size_t units = 0, at = 0;
  while (at < text.size()) {
    const std::size_t length = utf8_length(text.substr(at));
    units += length == 4 ? 2 : 1;
    if (units > most) break;
    at += length;
  }
  return at;
}

// What a cell can hold: well-formed, without control characters but line ends, not too long.
std::string cell_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const auto byte = static_cast<unsigned char>(text.front());
    if (length == 0 || (byte < 0x20 && byte != '\n') || byte == 0x7F) {
      out += byte == '\t' ? " " : byte == '\r' ? "" : "\uFFFD";
      text.remove_prefix(1);
      continue;
    }
    // U+FFFE and U+FFFF are no characters of XML.
    const bool none = text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
    out += none ? std::string_view("\uFFFD") : text.substr(0, length);
    text.remove_prefix(length);
  }
  const std::size_t end = cut(out, kMostText);
  if (end < out.size()) out = out.substr(0, cut(out, kMostText - 1)) + "…";
  return out;
}

std::string temporary_folder() {
  std::error_code error;
  const std::string name = std::filesystem::temp_directory_path(error).string();
  return error ? "/tmp" : name;
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

}  // namespace

std::optional<Error> XlsxBook::missing() {
  if (xlsx() != nullptr) return std::nullopt;
  return Error{"写XLSX需要libxlsxwriter（Debian软件包libxlsxwriter4），未能加载",
               "writing XLSX needs libxlsxwriter (Debian's package libxlsxwriter4), which could "
               "not be loaded",
               {}};
}

Result<std::unique_ptr<XlsxBook>> XlsxBook::make(Memory memory, const std::string& title,
                                                 std::uint32_t most_rows) {
  if (const auto error = missing()) return *error;
  std::string folder = temporary_folder();
  std::string path = folder + "/emrlint-XXXXXX";
  const int descriptor = mkstemp(path.data());  // Readable by nobody else.
  if (descriptor < 0) {
    return Error{
        "无法在" + folder + "建立临时文件", "cannot make a temporary file in " + folder, {}};
  }
  close(descriptor);
  lxw_workbook_options options{};
  options.constant_memory = memory == Memory::kInOrder ? 1 : 0;
  options.tmpdir = folder.data();
  options.use_zip64 = 0;
  lxw_workbook* const book = xlsx()->workbook_new_opt(path.c_str(), &options);
  std::string name = cell_text(title);
  lxw_doc_properties properties{};
  properties.title = name.data();
  properties.created = kNoTime;
  xlsx()->workbook_set_properties(book, &properties);
  return std::unique_ptr<XlsxBook>(new XlsxBook(book, std::move(path), most_rows));
}

XlsxBook::XlsxBook(lxw_workbook* book, std::string path, std::uint32_t most_rows)
    : book_(book), path_(std::move(path)), most_rows_(most_rows) {
  make_looks();
}

XlsxBook::~XlsxBook() {
  if (book_ != nullptr) xlsx()->workbook_close(book_);
  unlink(path_.c_str());
}

void XlsxBook::make_looks() {
  const XlsxFunctions& f = *xlsx();
  for (std::size_t i = 0; i < kLooks; ++i) {
    lxw_format* const one = looks_[i] = f.workbook_add_format(book_);
    const auto look = static_cast<XlsxLook>(i);
    const bool centred =
        look == XlsxLook::kCentred || look == XlsxLook::kHeading || look == XlsxLook::kTitle;
    f.format_set_text_wrap(one);
    f.format_set_align(one, centred ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
    if (centred) f.format_set_align(one, LXW_ALIGN_CENTER);
    if (look == XlsxLook::kNumber) f.format_set_align(one, LXW_ALIGN_RIGHT);
    if (look != XlsxLook::kTitle && look != XlsxLook::kNote) {
      f.format_set_border(one, LXW_BORDER_THIN);
    }
    if (look == XlsxLook::kStrong || look == XlsxLook::kHeading || look == XlsxLook::kTitle) {
      f.format_set_bold(one);
    }
  }
  f.format_set_font_size(format(XlsxLook::kTitle), 16);
  f.format_set_bg_color(format(XlsxLook::kHeading), 0xE7E6E6);
  f.format_set_font_color(format(XlsxLook::kLink), 0x0563C1);
  f.format_set_underline(format(XlsxLook::kLink), LXW_UNDERLINE_SINGLE);
}

std::string XlsxBook::name_for(std::string_view wanted) {
  std::string clean;
  for (const char c : cell_text(wanted)) {
    clean += std::string_view("[]:*?/\\'\n").find(c) == std::string_view::npos ? c : '_';
  }
  if (clean.empty()) clean = "_";
  clean.resize(cut(clean, kMostName));
  std::string name = clean;
  for (std::size_t i = 2; !names_.insert(lower(name)).second; ++i) {
    const std::string number = " (" + std::to_string(i) + ")";
    name = clean.substr(0, cut(clean, kMostName - number.size())) + number;
  }
  return name;
}

void XlsxBook::begin(const std::string& name) {
  end_table();
  sheet_ = xlsx()->workbook_add_worksheet(book_, name.c_str());
  failed_ = failed_ || sheet_ == nullptr;
  name_ = name;
  next_ = 0;
  columns_.clear();
  if (sheet_ == nullptr) return;
  xlsx()->worksheet_set_paper(sheet_, kPaperA4);
  xlsx()->worksheet_fit_to_pages(sheet_, 1, 0);
}

void XlsxBook::begin_table(std::string name, std::vector<XlsxColumn> columns) {
  begin(name);
  columns_ = std::move(columns);
  if (sheet_ == nullptr) return;
  xlsx()->worksheet_set_landscape(sheet_);
  std::vector<XlsxCell> heading;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    xlsx()->worksheet_set_column(sheet_, column, column, columns_[i].width, nullptr);
    heading.push_back({.text = columns_[i].heading, .look = XlsxLook::kHeading});
  }
  row(heading);
  freeze();
}

// The filter reaches to the last row, which is known only now.
void XlsxBook::end_table() {
  if (sheet_ == nullptr || columns_.empty()) return;
  const auto last = static_cast<lxw_col_t>(columns_.size() - 1);
  xlsx()->worksheet_autofilter(sheet_, 0, 0, next_ - 1, last);
}

void XlsxBook::begin_form(const std::string& name, std::span<const double> widths) {
  begin(name);
  if (sheet_ == nullptr) return;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    xlsx()->worksheet_set_column(sheet_, column, column, widths[i], nullptr);
  }
}

void XlsxBook::row(std::span<const XlsxCell> cells, std::optional<double> height) {
  if (sheet_ != nullptr && next_ >= most_rows_ && !columns_.empty()) {
    std::vector<XlsxColumn> columns = columns_;
    begin_table(name_for(name_), std::move(columns));
  }
  if (sheet_ == nullptr) return;
  failed_ = failed_ || next_ >= kMostRows;
  if (height) xlsx()->worksheet_set_row(sheet_, next_, *height, nullptr);
  std::uint16_t column = 0;
  for (const XlsxCell& cell : cells) {
    put(next_, column, cell);
    column = static_cast<std::uint16_t>(column + std::max<std::uint16_t>(cell.across, 1));
  }
  ++next_;
}

void XlsxBook::put(std::uint32_t row, std::uint16_t column, const XlsxCell& cell) {
  const XlsxFunctions& f = *xlsx();
  lxw_format* const look = format(cell.look);
  if (cell.across > 1) {
    const auto last = static_cast<lxw_col_t>(column + cell.across - 1);
    f.worksheet_merge_range(sheet_, row, column, row, last, "", look);
  }
  if (cell.number) {
    f.worksheet_write_number(sheet_, row, column, *cell.number, look);
    return;
  }
  if (!cell.link.empty()) {
    const std::string target = "internal:'" + std::string(cell.link) + "'!A1";
    f.worksheet_write_url(sheet_, row, column, target.c_str(), look);
  }
  if (cell.text.empty()) {
    f.worksheet_write_blank(sheet_, row, column, look);
  } else {
    f.worksheet_write_string(sheet_, row, column, cell_text(cell.text).c_str(), look);
  }
}

void XlsxBook::freeze() {
  if (sheet_ == nullptr || next_ == 0) return;
  xlsx()->worksheet_freeze_panes(sheet_, next_, 0);
  xlsx()->worksheet_repeat_rows(sheet_, next_ - 1, next_ - 1);
}

void XlsxBook::merge_down(std::uint16_t column, std::uint32_t rows, const XlsxCell& cell) {
  if (sheet_ == nullptr || rows == 0 || rows > next_) return;
  const std::uint32_t first = next_ - rows;
  if (rows > 1) {
    xlsx()->worksheet_merge_range(sheet_, first, column, next_ - 1, column, "", format(cell.look));
  }
  put(first, column, cell);
}

std::optional<Error> XlsxBook::write(std::ostream& out) {
  end_table();
  failed_ = xlsx()->workbook_close(std::exchange(book_, nullptr)) != LXW_NO_ERROR || failed_;
  sheet_ = nullptr;
  std::ifstream file(path_, std::ios::binary);
  if (failed_ || !file) {
    return Error{
        "未能写成XLSX：临时文件夹" + temporary_folder() + "可能已满",
        "could not write XLSX: the temporary folder " + temporary_folder() + " may be full",
        {}};
  }
  out << file.rdbuf();
  return std::nullopt;
}

}  // namespace emrlint
