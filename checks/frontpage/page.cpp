// SPDX-License-Identifier: Apache-2.0
#include "checks/frontpage/page.h"

#include <algorithm>
#include <charconv>

#include "terminology/front_page.h"

namespace emrlint::checks {
namespace {

bool one_of(std::string_view value, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), value) != words.end();
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

FrontPage::FrontPage(const Chart& chart) : chart_(chart) {
  for (const Document& document : chart.documents) {
    const bool tcm = document.type == DocType::kTcmFrontPage;
    if (!tcm && document.type != DocType::kFrontPage) continue;
    document_ = &document;
    tcm_ |= tcm;
  }
}

bool FrontPage::is_page(std::uint32_t document) const {
  if (document >= chart_.documents.size()) return false;
  const DocType type = chart_.documents[document].type;
  return type == DocType::kFrontPage || type == DocType::kTcmFrontPage;
}

const FrontPageField* FrontPage::find(FrontPageItem item) const {
  const FrontPageField* empty = nullptr;
  for (const FrontPageField& field : chart_.front_page) {
    if (field.item != item) continue;
    if (!blank_item(field.value.value)) return &field;
    if (empty == nullptr) empty = &field;
  }
  return empty;
}

const FrontPageField* FrontPage::filled(FrontPageItem item) const {
  const FrontPageField* field = find(item);
  return field == nullptr || blank_item(field->value.value) ? nullptr : field;
}

Span FrontPage::place_of(FrontPageItem item) const {
  if (const FrontPageField* field = find(item)) {
    return field->value.span.empty() ? field->name.span : field->value.span;
  }
  return document_ != nullptr ? document_->span : chart_.front_page.front().name.span;
}

std::optional<Missing> FrontPage::doubt(FrontPageItem item) const {
  constexpr Missing kItem{"front-page-item", "首页数据中的该项目", "that item of the front page"};
  if (chart_.cut_off) return missing::kRestOfChart;
  if (document_ != nullptr && document_->broken) return missing::kRestOfDocument;
  const bool whole = document_ != nullptr && !document_->elements.empty();
  if (whole || find(item) != nullptr) return std::nullopt;
  return kItem;
}

bool still_there(const Report& report) { return report.clock().stage < Stage::kDischarged; }

bool blank_item(std::string_view value) {
  return one_of(trimmed(value), {"", "-", "--", "—", "－", "/", "\\", "――", "——"});
}

std::optional<bool> yes_or_no(std::string_view value) {
  const std::string_view word = trimmed(value);
  if (one_of(word, {"有", "是", "true", "yes", "Y", "y"})) return true;
  if (one_of(word, {"无", "否", "false", "no", "N", "n", "0", "没有", "无计划"})) return false;
  return std::nullopt;
}

std::optional<double> number_in(std::string_view text) {
  const std::string_view digits = trimmed(text);
  double number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number);
  if (error != std::errc() || stop != end || digits.empty()) return std::nullopt;
  return number;
}

Disposition disposition_in(std::string_view value) { return disposition_of(trimmed(value)); }

}  // namespace emrlint::checks
