// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "base/embedded.h"
#include "codes/code_tables.h"
#include "config/config_storage.h"

namespace emrlint {
namespace {

constexpr std::string_view kProfiles = "checks/profiles/", kSheets = "checks/sheets/";
constexpr std::string_view kToml = ".toml";

const EmbeddedFile* find_profile(std::string_view name) {
  return find_embedded_toml(kProfiles, name);
}

// "没有内置方案 X，是否指Y？": what `extends` names is neither a profile nor a file.
Error no_profile(const Stated& wanted) {
  const std::vector<std::string_view> names = embedded_toml_names(kProfiles);
  return {wanted.place + ": 没有内置方案或文件\"" + wanted.text + "\"" +
              did_you_mean_zh(wanted.text, names),
          wanted.place + ": there is no built-in profile and no file \"" + wanted.text + "\"" +
              did_you_mean_en(wanted.text, names),
          {}};
}

// A path that a file names is relative to its own folder.
std::string beside(const Layer& layer, const std::string& path) {
  const std::size_t slash = layer.name.rfind('/');
  const bool absolute = path.starts_with('/') || slash == std::string::npos;
  return absolute ? path : layer.name.substr(0, slash + 1) + path;
}

// The file that a configuration names at a place, which an error tells.
Result<std::string> read_stated(const Stated& stated, const std::string& path,
                                const Config::ReadFile& read_file) {
  const std::string& place = stated.place;
  if (!read_file) return Error{place + ": 无法读取" + path, place + ": cannot read " + path, {}};
  Result<std::string> bytes = read_file(path);
  if (!bytes) return Error{place + ": " + bytes.error().zh, place + ": " + bytes.error().en, {}};
  return bytes;
}

// "没有内置评分表 X，是否指Y？"
Error no_sheet(const Stated& wanted) {
  const std::vector<std::string_view> names = embedded_toml_names(kSheets);
  return {wanted.place + ": 没有内置评分表\"" + wanted.text + "\"（本院的评分表写.toml文件）" +
              did_you_mean_zh(wanted.text, names),
          wanted.place + ": there is no built-in sheet \"" + wanted.text +
              "\" (one of your own is a .toml file)" + did_you_mean_en(wanted.text, names),
          {}};
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
  if (nightly.timeout) out.timeout = nightly.timeout;
  if (nightly.keep) out.keep = nightly.keep;
}

}  // namespace

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
  Result<std::string> bytes = read_stated(stated, path, read_file);
  if (!bytes) return bytes.error();
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

// Those of the last file that names any. A name that ends as a file does is one, beside it.
std::optional<Error> Config::Storage::find_sheets(const ReadFile& read_file,
                                                  std::vector<std::string>& found) const {
  const auto layer = std::find_if(layers.rbegin(), layers.rend(),
                                  [](const Layer& one) { return !one.sheets.empty(); });
  if (layer == layers.rend()) return std::nullopt;
  for (const Stated& one : layer->sheets) {
    if (!one.text.ends_with(kToml)) {
      if (find_embedded_toml(kSheets, one.text) == nullptr) return no_sheet(one);
      found.push_back(one.text);
      continue;
    }
    found.push_back(beside(*layer, one.text));
    const Result<std::string> text = read_stated(one, found.back(), read_file);
    if (!text) return text.error();
  }
  return std::nullopt;
}

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
  if (auto error = storage.find_sheets(read_file, config.sheets)) return *error;
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

}  // namespace emrlint
