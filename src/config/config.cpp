// SPDX-License-Identifier: Apache-2.0
#include "config/config.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <mutex>
#include <utility>

#include "base/embedded.h"
#include "codes/code_tables.h"
#include "config/glob.h"
#include "config/layer.h"
#include "config/option_value.h"

namespace emrlint {
namespace {

constexpr std::array<std::string_view, 2> kRealmProfiles = {"cn-national", "international"};
constexpr std::size_t kInternational = 1;

const EmbeddedFile* find_profile(std::string_view name) {
  return find_embedded_file("checks/profiles/" + std::string(name) + ".toml");
}

// "没有内置方案 X，是否指Y？": what `extends` names is neither a profile nor a file.
Error no_profile(const Stated& wanted) {
  constexpr std::string_view kFolder = "checks/profiles/", kEnding = ".toml";
  std::vector<std::string_view> names;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with(kFolder)) continue;
    names.push_back(
        file.path.substr(kFolder.size(), file.path.size() - kFolder.size() - kEnding.size()));
  }
  return {wanted.place + ": 没有内置方案或文件\"" + wanted.text + "\"" +
              did_you_mean_zh(wanted.text, names),
          wanted.place + ": there is no built-in profile and no file \"" + wanted.text + "\"" +
              did_you_mean_en(wanted.text, names),
          {}};
}

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

// A path that a file names is relative to its own folder.
std::string beside(const Layer& layer, const std::string& path) {
  const std::size_t slash = layer.name.rfind('/');
  const bool absolute = path.starts_with('/') || slash == std::string::npos;
  return absolute ? path : layer.name.substr(0, slash + 1) + path;
}

// What a file says of [nightly] in place of what files before it did.
void set_nightly(const Layer& layer, NightlySettings& out) {
  const auto path = [&](const std::optional<Stated>& value, std::string& to) {
    if (value) to = beside(layer, value->text);
  };
  const StatedNightly& nightly = layer.nightly;
  if (!nightly.paths.empty()) out.paths.clear();
  for (const Stated& one : nightly.paths) out.paths.push_back(beside(layer, one.text));
  if (!nightly.indicators.empty()) out.indicators.clear();
  for (const Stated& one : nightly.indicators) out.indicators.push_back(beside(layer, one.text));
  path(nightly.store, out.store);
  path(nightly.key, out.key);
  path(nightly.reports, out.reports);
  if (nightly.sheet) out.sheet = nightly.sheet->text;
  if (nightly.timeout) out.timeout = nightly.timeout;
}

bool any_glob(const std::vector<Stated>& globs, std::string_view id) {
  return std::any_of(globs.begin(), globs.end(),
                     [&](const Stated& glob) { return glob_match(glob.text, id); });
}

}  // namespace

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

  std::size_t stack_of(const Chart& chart) const {
    return stacks.size() == 1 ? 0 : realm_profile(chart);
  }
  // What gives a check its settings, weakest first.
  std::vector<const Setting*> settings_of(std::uint32_t check, const Stack& stack,
                                          const std::string& fitting) const;
  CheckSetting resolve(std::uint32_t check, const Stack& stack, const std::string& fitting,
                       const std::vector<std::string>& chosen) const;
  void add_values(std::uint32_t check, std::vector<ConfigValue>& out) const;
};

Config::Config() : storage_(std::make_unique<Storage>()) {}
Config::~Config() = default;
Config::Config(Config&&) noexcept = default;
Config& Config::operator=(Config&&) noexcept = default;

std::optional<Error> Config::Storage::add_profile(std::string_view name,
                                                  std::vector<std::string>& open) {
  const EmbeddedFile* file = find_profile(name);
  if (file == nullptr) {
    const std::string text(name);
    return Error{"没有内置方案" + text, "there is no built-in profile " + text, {}};
  }
  Result<Layer> layer = read_layer(*catalog, std::string(file->path), file->text, texts, true);
  if (!layer) return layer.error();
  layer->name = name;
  if (auto error = add_extended(*layer, nullptr, open)) return error;
  layers.push_back(std::move(*layer));
  return std::nullopt;
}

std::optional<Error> Config::Storage::add_extended(const Layer& layer, const ReadFile& read_file,
                                                   std::vector<std::string>& open) {
  for (const Stated& wanted : layer.extends) {
    if (find_profile(wanted.text) != nullptr) {
      if (auto error = add_profile(wanted.text, open)) return error;
      continue;
    }
    if (!read_file) return no_profile(wanted);
    const std::string path = beside(layer, wanted.text);
    if (std::find(open.begin(), open.end(), path) != open.end()) {
      return Error{wanted.place + ": extends构成循环",
                   wanted.place + ": extends leads back to this file",
                   {}};
    }
    const Result<std::string> text = read_file(path);
    if (!text) return no_profile(wanted);
    if (auto error = add_file(path, *text, read_file, open)) return error;
  }
  return std::nullopt;
}

// Adds what the file extends, then the file. `open` are the files that led here.
std::optional<Error> Config::Storage::add_file(const std::string& path, const std::string& text,
                                               const ReadFile& read_file,
                                               std::vector<std::string>& open) {
  Result<Layer> layer = read_layer(*catalog, path, text, texts);
  if (!layer) return layer.error();
  open.push_back(path);
  if (auto error = add_extended(*layer, read_file, open)) return error;
  open.pop_back();
  layers.push_back(std::move(*layer));
  return std::nullopt;
}

std::optional<Error> Config::Storage::read_table(TableKind kind, const Layer& layer,
                                                 const ReadFile& read_file) {
  const Stated& stated = *layer.tables[static_cast<std::size_t>(kind)];
  const std::string path = beside(layer, stated.text);
  const std::string& place = stated.place;
  if (!read_file) return Error{place + ": 无法读取" + path, place + ": cannot read " + path, {}};
  Result<std::string> bytes = read_file(path);
  if (!bytes) return Error{place + ": " + bytes.error().zh, place + ": " + bytes.error().en, {}};
  return tables.read(kind, path, *std::move(bytes));
}

// Each table once: that of the last file that names one.
std::optional<Error> Config::Storage::read_tables(const ReadFile& read_file) {
  for (std::size_t i = 0; i < kTableCount; ++i) {
    const auto named = std::find_if(layers.rbegin(), layers.rend(), [&](const Layer& layer) {
      return layer.tables[i].has_value();
    });
    if (named == layers.rend()) continue;
    if (auto error = read_table(static_cast<TableKind>(i), *named, read_file)) return error;
  }
  return std::nullopt;
}

// The files of the last layer that names any, and the region likewise.
std::optional<Error> Config::Storage::read_codes(const OpenCodes& open_codes) {
  CodeTables codes;
  bool read = false;
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    if (layer->codes_region && codes.region().empty()) codes.set_region(layer->codes_region->text);
    if (read) continue;
    for (const Stated& file : layer->codes) {
      const std::string path = beside(*layer, file.text);
      Result<CodeTable> table = open_codes ? open_codes(path) : CodeTable::open(path);
      if (!table) {
        const Error& error = table.error();
        return Error{file.place + ": " + error.zh, file.place + ": " + error.en, {}};
      }
      codes.add(*std::move(table));
      read = true;
    }
  }
  tables.set_codes(std::move(codes));
  return std::nullopt;
}

const Tables& Config::tables() const { return storage_->tables; }

Result<Config> Config::load(const Catalog& catalog, std::string path, std::string text,
                            const ReadFile& read_file, const OpenCodes& open_codes) {
  Config config;
  Storage& storage = *config.storage_;
  storage.catalog = &catalog;
  std::vector<std::string> open;
  if (auto error = storage.add_file(path, text, read_file, open)) return *error;
  std::vector<const Layer*> own;
  bool configured = false;
  std::string name;
  for (const Layer& layer : storage.layers) {
    own.push_back(&layer);
    configured = configured || !layer.checks.empty();
    if (name.empty() && !layer.checks.empty()) name = layer.name;
    for (const Override& one : layer.overrides) storage.overrides.push_back(&one);
    config.waivers_.insert(config.waivers_.end(), layer.waivers.begin(), layer.waivers.end());
    if (layer.paper) config.paper_checklists = true;
    set_nightly(layer, config.nightly);
  }
  if (auto error = storage.read_tables(read_file)) return *error;
  if (auto error = storage.read_codes(open_codes)) return *error;
  if (configured) {
    storage.stacks.push_back({name, own});
    return config;
  }
  for (const std::string_view realm : kRealmProfiles) {
    if (auto error = storage.add_profile(realm, open)) return *error;
    std::vector<const Layer*> layers{&storage.layers.back()};
    layers.insert(layers.end(), own.begin(), own.end());
    storage.stacks.push_back({std::string(realm), std::move(layers)});
  }
  return config;
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
  for (const Layer& layer : storage.layers) {
    for (const Stated& one : layer.extends) {
      out.push_back({"extends", quoted_toml(one.text), one.origin});
    }
    for (const Stated& one : layer.checks)
      out.push_back({"checks", quoted_toml(one.text), one.origin});
    for (const Stated& one : layer.disable) {
      out.push_back({"disable", quoted_toml(one.text), one.origin});
    }
    if (layer.paper) out.push_back({"chart.paper", layer.paper->text, layer.paper->origin});
    for (std::size_t i = 0; i < kTableCount; ++i) {
      const std::optional<Stated>& path = layer.tables[i];
      if (!path) continue;
      const std::string key = "tables." + std::string(table_ids()[i]);
      out.push_back({key, quoted_toml(path->text), path->origin});
    }
    for (const Stated& one : layer.codes) {
      out.push_back({"codes.files", quoted_toml(one.text), one.origin});
    }
    if (const auto& region = layer.codes_region) {
      out.push_back({"codes.region", quoted_toml(region->text), region->origin});
    }
  }
  const auto& entries = storage.catalog->entries();
  for (std::uint32_t i = 0; i < entries.size(); ++i) storage.add_values(i, out);
  for (std::size_t i = 0; i < storage.overrides.size(); ++i) {
    for (const Setting& one : storage.overrides[i]->settings) {
      const std::string key = "override." + std::to_string(i + 1) + ".check." +
                              std::string(entries[one.check].info.id) + '.';
      if (one.severity) {
        out.push_back({key + "severity", quoted_toml(id(*one.severity)), one.origin});
      } else {
        out.push_back({key + std::string(one.option), to_toml(one.value), one.origin});
      }
    }
  }
  for (const Waiver& one : waivers_) {
    const std::string& whose = one.chart.empty() ? one.fingerprint : one.chart;
    out.push_back(
        {"waiver." + one.check, quoted_toml(whose + ", " + to_string(one.until)), one.origin});
  }
  return out;
}

}  // namespace emrlint
