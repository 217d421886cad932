// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "reader/readers.h"

namespace emrlint {
namespace {

constexpr std::size_t kHead = 16 * 1024;

std::string_view skip_blank(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t\r\n\f\v");
  return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool name_ends(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '>' || c == '/';
}

// The tag <ClinicalDocument or <cda:ClinicalDocument, whatever damage lies before it.
std::size_t find_clinical_document(std::string_view head) {
  constexpr std::string_view kName = "ClinicalDocument";
  for (std::size_t at = head.find(kName); at != head.npos; at = head.find(kName, at + 1)) {
    const std::size_t after = at + kName.size();
    if (after < head.size() && !name_ends(head[after])) continue;
    const std::size_t open = head.find_last_of("<> \t\r\n", at);
    const bool prefixed = open + 1 < at && head[at - 1] == ':';
    if (open != head.npos && head[open] == '<' && (open + 1 == at || prefixed)) return open;
  }
  return head.npos;
}

// The code attribute of the first <realmCode>.
std::string_view realm_of(std::string_view head) {
  const std::size_t tag = head.find("realmCode");
  if (tag == head.npos) return {};
  std::string_view rest = head.substr(tag, head.find('>', tag) - tag);
  const std::size_t code = rest.find("code=");
  if (code == rest.npos || code + 6 >= rest.size()) return {};
  const char quote = rest[code + 5];
  rest.remove_prefix(code + 6);
  return rest.substr(0, rest.find(quote));
}

Format recognise_xml(std::string_view text) {
  const std::string_view start = text.substr(0, kHead);
  const std::size_t root = find_clinical_document(start);
  if (root == start.npos) return Format::kUnknown;
  const std::string_view head = text.substr(root, kHead);
  const std::string_view realm = realm_of(head);
  if (realm == "CN" || holds(head, "2.16.156.10011.")) return Format::kWs500;
  if (realm == "US" || holds(head, "2.16.840.1.113883.10.20")) return Format::kCcda;
  return Format::kCda;
}

// Walks a JSON object without decoding it; only strings and nesting matter here.
class FirstLevel {
 public:
  explicit FirstLevel(std::string_view text) : text_(text) {}

  // Format by the members of the outermost object, wherever among them the telling one stands.
  Format format() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        const std::string_view string = take_string();
        if (depth_ != 1) continue;
        if (key_ == "format" && string.starts_with("emrlint-chart/")) return Format::kChartJson;
        if (key_ == "resourceType") return Format::kFhir;
        key_ = followed_by_colon() ? string : std::string_view();
        continue;
      }
      if (c == '{' || c == '[') ++depth_;
      if (c == '}' || c == ']') --depth_;
      if (depth_ == 0) break;
      if (c != ':' && c != ' ' && c != '\t' && c != '\r' && c != '\n') key_ = {};
      ++at_;
    }
    return Format::kUnknown;
  }

 private:
  std::string_view take_string() {
    const std::size_t start = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    const std::string_view string = text_.substr(start, std::min(at_, text_.size()) - start);
    ++at_;
    return string;
  }
  bool followed_by_colon() const {
    const std::string_view rest = skip_blank(text_.substr(std::min(at_, text_.size())));
    return !rest.empty() && rest.front() == ':';
  }

  std::string_view text_;
  std::string_view key_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

Format recognise(std::string_view text) {
  const std::string_view start = skip_blank(text);
  if (!start.empty() && start.front() == '{') return FirstLevel(start).format();
  return recognise_xml(start);
}

}  // namespace emrlint
