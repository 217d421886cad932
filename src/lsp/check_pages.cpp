// SPDX-License-Identifier: Apache-2.0
#include "lsp/check_pages.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "base/version.h"
#include "output/card_text.h"
#include "output/place.h"

namespace emrlint::lsp {
namespace {

namespace fs = std::filesystem;

bool holds(const fs::path& path, const std::string& text) {
  std::ifstream in(path, std::ios::binary);
  return in && std::string((std::istreambuf_iterator<char>(in)), {}) == text;
}

}  // namespace

std::string CheckPages::text(std::string_view check, Lang lang) const {
  const CatalogEntry* const entry = catalog_.find(check);
  if (entry == nullptr) return {};
  return "# " + std::string(entry->info.title.in(lang)) + "\n\n`" + std::string(check) + "`\n\n" +
         card_text(*entry, lang, CardForm::kMarkdown);
}

std::string CheckPages::uri(std::string_view check, Lang lang) {
  auto& known = known_[lang == Lang::kEn ? 1 : 0];
  const auto found = known.find(check);
  if (found != known.end()) return found->second;
  return known.emplace(check, write(check, lang)).first->second;
}

std::string CheckPages::write(std::string_view check, Lang lang) const {
  const std::string page = text(check, lang);
  if (folder_.empty() || page.empty()) return {};
  const fs::path folder =
      fs::path(folder_) / std::string(kVersion) / (lang == Lang::kEn ? "en" : "zh");
  const fs::path path = folder / (std::string(check) + ".md");
  std::error_code error;
  fs::create_directories(folder, error);
  if (!holds(path, page)) {
    std::ofstream out(path, std::ios::binary);
    out << page;
    if (!out.flush()) return {};
  }
  return uri_reference(path.string());
}

}  // namespace emrlint::lsp
