// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CONFIG_CONFIG_STORAGE_H_
#define EMRLINT_CONFIG_CONFIG_STORAGE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/config.h"
#include "config/layer.h"

namespace emrlint {

// The profiles of charts that nobody configured one for: of Chinese ones, and of all others.
inline constexpr std::array<std::string_view, 2> kRealmProfiles = {"cn-national", "international"};
inline constexpr std::size_t kInternational = 1;

// What a configuration consists of. Private to this folder: config_files.cpp reads it, config.cpp
// settles what holds for a chart, config_values.cpp tells where it came from.
struct Config::Storage {
  // A profile as it is judged by: its layers, those of the files behind it.
  struct Stack {
    std::string name;
    std::vector<const Layer*> layers;
  };

  const Catalog* catalog = nullptr;
  std::deque<std::string> texts;
  std::deque<Layer> layers;   // Every file that was read, what it extends before it.
  std::vector<Stack> stacks;  // One when a profile is configured, else by realm.
  std::vector<const Override*> overrides;
  Tables tables;
  std::mutex mutex;
  // By profile and the overrides that fit ("10" for the first of two).
  std::map<std::pair<std::size_t, std::string>, std::unique_ptr<std::vector<CheckSetting>>> cache;

  std::optional<Error> add_file(const std::string& path, const std::string& text,
                                const ReadFile& read_file, std::vector<std::string>& open);
  std::optional<Error> add_extended(const Layer& layer, const ReadFile& read_file,
                                    std::vector<std::string>& open);
  std::optional<Error> add_profile(std::string_view name, std::vector<std::string>& open);
  std::optional<Error> read_tables(const ReadFile& read_file);
  std::optional<Error> read_table(TableKind kind, const Layer& layer, const ReadFile& read_file);
  std::optional<Error> read_codes(const OpenCodes& open_codes);
  std::optional<Error> find_sheets(const ReadFile& read_file,
                                   std::vector<std::string>& sheets) const;

  std::size_t stack_of(const Chart& chart) const;
  // What gives a check its settings, weakest first.
  std::vector<const Setting*> settings_of(std::uint32_t check, const Stack& stack,
                                          const std::string& fitting) const;
  CheckSetting resolve(std::uint32_t check, const Stack& stack, const std::string& fitting,
                       const std::vector<std::string>& chosen) const;
  void add_values(std::uint32_t check, std::vector<ConfigValue>& out) const;
};

}  // namespace emrlint

#endif  // EMRLINT_CONFIG_CONFIG_STORAGE_H_
