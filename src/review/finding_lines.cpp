// SPDX-License-Identifier: Apache-2.0
#include "review/finding_lines.h"

#include <rapidjson/document.h>

#include <string_view>
#include <utility>

namespace emrlint::review {
namespace {

std::string text_of(const rapidjson::Value& object, const char* name) {
  const auto member = object.FindMember(name);
  if (member == object.MemberEnd() || !member->value.IsString()) return {};
  return {member->value.GetString(), member->value.GetStringLength()};
}

std::uint64_t number_of(const rapidjson::Value& object, const char* name) {
  const auto member = object.FindMember(name);
  return member != object.MemberEnd() && member->value.IsUint64() ? member->value.GetUint64() : 0;
}

Error no_such_line(const std::string& path, std::uint64_t number) {
  const std::string where = path + ":" + std::to_string(number);
  return {where + "：不是 emrlint check -f json 的输出",
          where + ": this is no output of emrlint check -f json",
          {}};
}

}  // namespace

Result<FindingLines> FindingLines::open(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{path + "：打不开", path + ": cannot be opened", {}};
  return FindingLines(path, std::move(file));
}

Result<std::optional<FindingLine>> FindingLines::next() {
  for (std::string text; std::getline(file_, text);) {
    offset_ = next_;
    next_ += text.size() + 1;
    ++number_;
    rapidjson::Document json;
    json.Parse(text.data(), text.size());
    if (json.HasParseError() || !json.IsObject() || !json.HasMember("type")) {
      return no_such_line(path_, number_);
    }
    const std::string type = text_of(json, "type");
    const bool undecided = type == "undecided";
    if (!undecided && type != "finding" && type != "due") continue;
    FindingLine line;
    if (undecided) line.kind = FindingLine::Kind::kUndecided;
    line.counts = !json.HasMember("superseded") && !json.HasMember("waiver");
    line.check = text_of(json, "check");
    line.message_id = text_of(json, "messageId");
    line.chart = text_of(json, "chart");
    line.fingerprint = text_of(json, "fingerprint");
    line.severity = text_of(json, "severity");
    line.message = text_of(json, "message");
    line.path = text_of(json, "path");
    line.line = number_of(json, "line");
    if (line.check.empty() || line.fingerprint.empty()) return no_such_line(path_, number_);
    return std::optional(std::move(line));
  }
  return std::optional<FindingLine>();
}

Result<std::optional<FindingLine>> FindingLines::at(std::uint64_t offset) {
  file_.clear();
  file_.seekg(static_cast<std::streamoff>(offset));
  next_ = offset;
  return next();
}

}  // namespace emrlint::review
