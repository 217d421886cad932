// SPDX-License-Identifier: Apache-2.0
#include "cli/config_options.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/files.h"
#include "codes/code_table.h"
#include "config/glob.h"

namespace emrlint {
namespace {

constexpr const char* kDefaultPath = "emrlint.toml";

// Misses nothing: a mistyped check would otherwise switch every check off.
std::optional<Error> selects_nothing(const Catalog& catalog, const std::string& pattern) {
  const auto& entries = catalog.entries();
  const bool any = std::any_of(entries.begin(), entries.end(), [&](const CatalogEntry& entry) {
    return glob_match(pattern, entry.info.id);
  });
  if (any) return std::nullopt;
  const std::string near(catalog.nearest(pattern));
  return Error{"没有检查名为 " + pattern + (near.empty() ? "" : "。是否指 " + near + "？"),
               "no check is called " + pattern +
                   (near.empty() ? "" : ". Did you mean " + near + "?"),
               {}};
}

}  // namespace

void ConfigOptions::add(CLI::App& command, const Context& context) {
  const std::string group = context.say("检查与时间", "Checks and time");
  command
      .add_option("--config", path,
                  context.say("配置文件；默认当前文件夹的 emrlint.toml",
                              "configuration; by default emrlint.toml of this folder"))
      ->option_text(context.say("文件", "FILE"))
      ->group(group);
  command
      .add_option("--select", select,
                  context.say("只做这些检查，可用 * 通配，可重复",
                              "only these checks; * as wildcard, repeatable"))
      ->option_text(context.say("检查名", "ID"))
      ->group(group)
      ->allow_extra_args(false);
  command
      .add_option("--as-of", as_of,
                  context.say("把此刻当作这个时间，例如 2024-03-01T08:00；未到时限的不算缺陷",
                              "take this as the present time, such as 2024-03-01T08:00; what is "
                              "not due by then is no defect"))
      ->option_text(context.say("时间", "TIME"))
      ->group(group);
  command
      .add_option("--stage", stage,
                  context.say("病历所处阶段；默认由数据推断",
                              "how far the charts are; by default as the data show"))
      ->check(CLI::IsMember({"writing", "running", "discharged", "archived"}))
      ->option_text("writing|running|discharged|archived")
      ->group(group);
}

Result<Config> ConfigOptions::load(const Catalog& catalog) const {
  return load(catalog, [](const std::string&, const std::string*) {});
}

Result<Config> ConfigOptions::load(const Catalog& catalog, const Seen& seen) const {
  const auto read_file = [&](const std::string& file) {
    Result<std::string> bytes = read_small_file(file);
    if (bytes) seen(file, &*bytes);
    return bytes;
  };
  const auto open_codes = [&](const std::string& file) {
    seen(file, nullptr);
    return CodeTable::open(file);
  };
  std::error_code error;
  std::string file = path;
  if (file.empty() && !only_path && std::filesystem::exists(kDefaultPath, error)) {
    file = kDefaultPath;
  }
  std::string text;
  if (!file.empty()) {
    Result<std::string> read = read_file(file);
    if (!read) return read.error();
    text = *std::move(read);
  }
  if (file.empty() && !default_profile.empty()) {
    text = "extends = [\"" + default_profile + "\"]\n";
    file = default_profile;
  }
  Result<Config> config = Config::load(catalog, file, std::move(text), read_file, open_codes);
  if (!config) return config;
  for (const std::string& pattern : select) {
    if (std::optional<Error> nothing = selects_nothing(catalog, pattern)) return *nothing;
  }
  if (!select.empty()) config->select = select;
  if (!as_of.empty()) {
    config->as_of = parse_iso_time(as_of);
    if (!config->as_of) {
      return Error{"--as-of 不是时间：" + as_of + "，应写作 2024-03-01T08:00",
                   "--as-of: not a time: " + as_of + "; write 2024-03-01T08:00",
                   {}};
    }
  }
  if (!stage.empty()) config->stage = stage_from_id(stage);
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  config->today = config->as_of ? *config->as_of : at_minute(now);
  return config;
}

}  // namespace emrlint
