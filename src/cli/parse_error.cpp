// SPDX-License-Identifier: Apache-2.0
#include "cli/parse_error.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/nearest.h"

namespace emrlint {
namespace {

// "--stage: " of an option; nothing for a positional, whose name nobody has seen.
std::string place_of(std::string_view what) {
  const std::size_t colon = what.find(": ");
  return what.starts_with('-') && colon != what.npos ? std::string(what.substr(0, colon + 2)) : "";
}

std::string_view between(std::string_view what, std::string_view from, std::string_view to) {
  const std::size_t begin = what.find(from);
  if (begin == what.npos) return {};
  const std::size_t start = begin + from.size();
  const std::size_t end = what.rfind(to);
  return end == what.npos || end < start ? std::string_view{} : what.substr(start, end - start);
}

// "--stage: runing not in {writing,running}"
std::optional<Error> no_member(std::string_view what) {
  constexpr std::string_view kNotIn = " not in {";
  if (what.find(kNotIn) == what.npos) return std::nullopt;
  const std::string_view value = between(what, ": ", kNotIn);
  std::string_view rest = between(what, kNotIn, "}");
  std::vector<std::string_view> words;
  std::string zh, en;
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    words.push_back(rest.substr(0, comma));
    zh.append(zh.empty() ? "" : "、").append(words.back());
    en.append(en.empty() ? "" : ", ").append(words.back());
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  const std::string near(nearest(value, words));
  const std::string place = place_of(what), given(value);
  return Error{
      place + "没有 " + given + "，可用：" + zh + (near.empty() ? "" : "。是否指 " + near + "？"),
      place + "there is no " + given + "; use one of: " + en +
          (near.empty() ? "" : ". Did you mean " + near + "?"),
      {}};
}

// "--jobs: Value x not in range 0 to 1024"
std::optional<Error> out_of_range(std::string_view what) {
  constexpr std::string_view kValue = "Value ", kRange = " not in range ", kTo = " to ";
  if (what.find(kRange) == what.npos) return std::nullopt;
  const std::string value(between(what, kValue, kRange)), least(between(what, kRange, kTo));
  const std::string most(what.substr(what.rfind(kTo) + kTo.size()));
  return Error{place_of(what) + value + " 不是 " + least + " 至 " + most + " 的数",
               place_of(what) + value + " is no number from " + least + " to " + most,
               {}};
}

// "Could not convert: --max-bytes = ten"
std::optional<Error> no_number(std::string_view what) {
  constexpr std::string_view kFailed = "Could not convert: ", kIs = " = ";
  if (!what.starts_with(kFailed)) return std::nullopt;
  const std::string option(between(what, kFailed, kIs));
  const std::string value(what.substr(std::min(what.rfind(kIs) + kIs.size(), what.size())));
  return Error{option + ": " + value + " 不是可用的值", option + ": cannot use " + value, {}};
}

}  // namespace

Error explain_parse_error(const CLI::ParseError& error) {
  const std::string what = error.what();
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError)) {
    return {"缺少参数", "an argument is missing", {}};
  }
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ArgumentMismatch)) {
    const std::string option = what.substr(0, what.find(':'));
    return {option + "：值的个数不对", option + ": a value is missing, or there are too many", {}};
  }
  for (const auto& explain : {no_member, out_of_range, no_number}) {
    if (std::optional<Error> explained = explain(what)) return *std::move(explained);
  }
  return {what, what, {}};
}

}  // namespace emrlint
