// SPDX-License-Identifier: Apache-2.0
#include "config/config.h"

#include <algorithm>

#include "config/config_storage.h"
#include "config/glob.h"

namespace emrlint {
namespace {

// Which of kRealmProfiles judges a chart that nobody configured a profile for. Without a realm the
// format decides: only foreign formats are taken for foreign.
std::size_t realm_profile(const Chart& chart) {
  if (chart.realm != Realm::kUnknown) return chart.realm == Realm::kChina ? 0 : kInternational;
  const bool foreign =
      std::any_of(chart.documents.begin(), chart.documents.end(), [](const Document& document) {
        return document.format == Format::kCcda || document.format == Format::kCda ||
               document.format == Format::kFhir;
      });
  return foreign ? kInternational : 0;
}

bool any_glob(const std::vector<Stated>& globs, std::string_view id) {
  return std::any_of(globs.begin(), globs.end(),
                     [&](const Stated& glob) { return glob_match(glob.text, id); });
}

}  // namespace

Config::Config() : storage_(std::make_unique<Storage>()) {}
Config::~Config() = default;
Config::Config(Config&&) noexcept = default;
Config& Config::operator=(Config&&) noexcept = default;

const Tables& Config::tables() const { return storage_->tables; }

std::size_t Config::Storage::stack_of(const Chart& chart) const {
  return stacks.size() == 1 ? 0 : realm_profile(chart);
}

std::vector<const Setting*> Config::Storage::settings_of(std::uint32_t check, const Stack& stack,
                                                         const std::string& fitting) const {
  std::vector<const Setting*> found;
  const auto add = [&](const std::vector<Setting>& settings) {
    for (const Setting& setting : settings) {
      if (setting.check == check) found.push_back(&setting);
    }
  };
  for (const Layer* layer : stack.layers) add(layer->settings);
  for (std::size_t i = 0; i < fitting.size(); ++i) {
    if (fitting[i] == '1') add(overrides[i]->settings);
  }
  return found;
}

CheckSetting Config::Storage::resolve(std::uint32_t check, const Stack& stack,
                                      const std::string& fitting,
                                      const std::vector<std::string>& chosen) const {
  const CheckInfo& info = catalog->entries()[check].info;
  // Who names a file of checks on the command line wants them; `disable` still takes them away.
  CheckSetting setting{catalog->entries()[check].origin != kBuiltIn, info.severity, {}};
  for (const Layer* layer : stack.layers) {
    setting.enabled = setting.enabled || any_glob(layer->checks, info.id);
    if (any_glob(layer->disable, info.id)) setting.enabled = false;
  }
  std::vector<Options::Entry> options;
  for (const Setting* one : settings_of(check, stack, fitting)) {
    if (one->severity) {
      setting.severity = *one->severity;
    } else {
      std::erase_if(options, [&](const auto& entry) { return entry.name == one->option; });
      options.push_back({one->option, one->value});
    }
  }
  setting.options = Options(std::move(options));
  if (!chosen.empty()) {
    // A check that is named in full runs although no profile has it.
    const bool named = std::find(chosen.begin(), chosen.end(), info.id) != chosen.end();
    const bool fits = std::any_of(chosen.begin(), chosen.end(), [&](const std::string& glob) {
      return glob_match(glob, info.id);
    });
    setting.enabled = named || (setting.enabled && fits);
  }
  if (setting.severity == Severity::kOff) setting.enabled = false;
  return setting;
}

const std::vector<CheckSetting>& Config::settings_for(const Chart& chart,
                                                      std::string_view uri) const {
  Storage& storage = *storage_;
  const std::size_t stack = storage.stack_of(chart);
  std::string fitting;
  for (const Override* one : storage.overrides) fitting += one->fits(chart, uri) ? '1' : '0';
  const std::lock_guard lock(storage.mutex);
  auto& settings = storage.cache[{stack, fitting}];
  if (!settings) {
    settings = std::make_unique<std::vector<CheckSetting>>();
    for (std::uint32_t i = 0; i < storage.catalog->entries().size(); ++i) {
      settings->push_back(storage.resolve(i, storage.stacks[stack], fitting, select));
    }
  }
  return *settings;
}

std::string_view Config::profile_for(const Chart& chart) const {
  return storage_->stacks[storage_->stack_of(chart)].name;
}

}  // namespace emrlint
