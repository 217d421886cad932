// SPDX-License-Identifier: Apache-2.0
#include "config/config.h"

#include <algorithm>
#include <mutex>

#include "config/glob.h"

namespace emrlint {

struct Config::Storage {
  const Catalog* catalog = nullptr;
  std::once_flag once;
  std::vector<CheckSetting> settings;
};

Config::Config() : storage_(std::make_unique<Storage>()) {}
Config::~Config() = default;
Config::Config(Config&&) noexcept = default;
Config& Config::operator=(Config&&) noexcept = default;

Result<Config> Config::load(const Catalog& catalog, std::string, std::string, const ReadFile&) {
  Config config;
  config.storage_->catalog = &catalog;
  return config;
}

const std::vector<CheckSetting>& Config::settings_for(const Chart&, std::string_view) const {
  std::call_once(storage_->once, [this] {
    for (const CatalogEntry& entry : storage_->catalog->entries()) {
      const bool selected =
          select.empty() || std::any_of(select.begin(), select.end(), [&](const auto& pattern) {
            return glob_match(pattern, entry.info.id);
          });
      storage_->settings.push_back({selected, entry.info.severity, {}});
    }
  });
  return storage_->settings;
}

std::string_view Config::profile_for(const Chart& chart) const {
  return chart.realm == Realm::kOther ? "international" : "cn-national";
}

std::vector<ConfigValue> Config::values() const { return {}; }

}  // namespace emrlint
