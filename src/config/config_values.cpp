// SPDX-License-Identifier: Apache-2.0
#include "config/config_storage.h"
#include "config/option_value.h"

namespace emrlint {
namespace {

void add_text(std::string key, const Stated& stated, std::vector<ConfigValue>& out) {
  out.push_back({std::move(key), quoted_toml(stated.text), stated.origin});
}

void add_nightly(const StatedNightly& nightly, std::vector<ConfigValue>& out) {
  for (const Stated& one : nightly.paths) add_text("nightly.paths", one, out);
  for (const Stated& one : nightly.indicators) add_text("nightly.indicators", one, out);
  if (nightly.store) add_text("nightly.store", *nightly.store, out);
  if (nightly.key) add_text("nightly.key", *nightly.key, out);
  if (nightly.reports) add_text("nightly.reports", *nightly.reports, out);
  if (nightly.timeout) {
    out.push_back({"nightly.timeout", std::to_string(*nightly.timeout), nightly.timeout_origin});
  }
  if (nightly.keep) {
    out.push_back({"nightly.keep", std::to_string(*nightly.keep), nightly.keep_origin});
  }
}

// What one file says, but for checks and waivers.
void add_layer(const Layer& layer, std::vector<ConfigValue>& out) {
  for (const Stated& one : layer.extends) add_text("extends", one, out);
  for (const Stated& one : layer.checks) add_text("checks", one, out);
  for (const Stated& one : layer.disable) add_text("disable", one, out);
  if (layer.paper) out.push_back({"chart.paper", layer.paper->text, layer.paper->origin});
  for (std::size_t i = 0; i < kTableCount; ++i) {
    const std::optional<Stated>& path = layer.tables[i];
    if (path) add_text("tables." + std::string(table_ids()[i]), *path, out);
  }
  for (const Stated& one : layer.codes) add_text("codes.files", one, out);
  if (layer.codes_region) add_text("codes.region", *layer.codes_region, out);
  for (const Stated& one : layer.sheets) add_text("score.sheets", one, out);
  add_nightly(layer.nightly, out);
}

void add_override(const Override& override, std::size_t number, const Catalog& catalog,
                  std::vector<ConfigValue>& out) {
  for (const Setting& one : override.settings) {
    const std::string key = "override." + std::to_string(number) + ".check." +
                            std::string(catalog.entries()[one.check].info.id) + '.';
    if (one.severity) {
      out.push_back({key + "severity", quoted_toml(id(*one.severity)), one.origin});
    } else {
      out.push_back({key + std::string(one.option), to_toml(one.value), one.origin});
    }
  }
}

}  // namespace

// The severity and the options of a check, each with the last that set it.
void Config::Storage::add_values(std::uint32_t check, std::vector<ConfigValue>& out) const {
  const CheckInfo& info = catalog->entries()[check].info;
  const std::string key = "check." + std::string(info.id) + '.';
  ConfigValue severity{key + "severity", quoted_toml(id(Severity::kOff)), "in no profile"};
  std::string origin = "default";
  for (const Stack& stack : stacks) {
    const CheckSetting setting = resolve(check, stack, "", {});
    if (setting.enabled) severity = {severity.key, quoted_toml(id(setting.severity)), origin};
  }
  std::vector<ConfigValue> options;
  for (const OptionInfo& option : info.options) {
    options.push_back({key + std::string(option.name), to_toml(option.fallback), "default"});
  }
  for (const Setting* setting : settings_of(check, stacks.front(), "")) {
    if (setting->severity) {
      severity.origin = setting->origin;
      continue;
    }
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (info.options[i].name != setting->option) continue;
      options[i].value = to_toml(setting->value);
      options[i].origin = setting->origin;
    }
  }
  out.push_back(std::move(severity));
  out.insert(out.end(), options.begin(), options.end());
}

std::vector<ConfigValue> Config::values() const {
  const Storage& storage = *storage_;
  std::vector<ConfigValue> out;
  if (storage.stacks.size() > 1) {
    out.push_back({"profile", "\"cn-national\" or \"international\"", "by the realm of the chart"});
  }
  for (const Layer& layer : storage.layers) add_layer(layer, out);
  for (std::uint32_t i = 0; i < storage.catalog->entries().size(); ++i) storage.add_values(i, out);
  for (std::size_t i = 0; i < storage.overrides.size(); ++i) {
    add_override(*storage.overrides[i], i + 1, *storage.catalog, out);
  }
  for (const Waiver& one : waivers_) {
    const std::string& whose = one.chart.empty() ? one.fingerprint : one.chart;
    out.push_back(
        {"waiver." + one.check, quoted_toml(whose + ", " + to_string(one.until)), one.origin});
  }
  return out;
}

}  // namespace emrlint
