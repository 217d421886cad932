// SPDX-License-Identifier: Apache-2.0
#include "draft/new_document.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <span>
#include <system_error>

#include "draft/drafts.h"
#include "terminology/ccda.h"
#include "terminology/ws500.h"

namespace emrlint::draft {
namespace {

namespace fs = std::filesystem;

std::vector<DocType> types_in(std::span<const Format> formats) {
  std::vector<DocType> types;
  for (std::size_t i = 1; i < kDocTypeCount; ++i) {
    const auto type = static_cast<DocType>(i);
    if (std::any_of(formats.begin(), formats.end(),
                    [&](Format format) { return has_template(type, format); })) {
      types.push_back(type);
    }
  }
  return types;
}

}  // namespace

bool has_template(DocType type, Format format) {
  const bool ws500 = !ws500_sections(type).empty();
  switch (format) {
    case Format::kWs500:
      return ws500;
    case Format::kCcda:
      return ccda_document(type) != nullptr;
    case Format::kChartJson:
    case Format::kFhir:
      return ws500 || ccda_document(type) != nullptr;
    case Format::kCda:
    case Format::kUnknown:
      break;
  }
  return false;
}

std::vector<DocType> new_document_types() { return types_in(kDraftFormats); }

std::vector<DocType> new_document_types(const Beside& beside) {
  std::vector<DocType> types = types_in({&beside.format, 1});
  // Whether there is room for one does not depend on its type.
  if (!types.empty() && !new_document(types.front(), beside)) types.clear();
  return types;
}

std::optional<NewDocument> new_document(DocType type, const Beside& beside) {
  if (!has_template(type, beside.format)) return std::nullopt;
  switch (beside.format) {
    case Format::kCcda:
      return ccda_draft(type, beside);
    case Format::kChartJson:
      return chart_json_draft(type, beside);
    case Format::kFhir:
      return fhir_draft(type, beside);
    case Format::kWs500:
    case Format::kCda:
    case Format::kUnknown:
      break;
  }
  return ws500_draft(type, beside);
}

std::string free_path(const std::string& folder, const std::string& file_name) {
  const fs::path wanted(file_name);
  const fs::path first = folder == "." ? wanted : fs::path(folder) / wanted;
  fs::path path = first;
  std::error_code unknown;
  for (int i = 2; fs::exists(path, unknown); ++i) {
    path = first.parent_path() / (wanted.stem().string() + "-" + std::to_string(i));
    path += wanted.extension();
  }
  return path.string();
}

}  // namespace emrlint::draft
