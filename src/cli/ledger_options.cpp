// SPDX-License-Identifier: Apache-2.0
#include "cli/ledger_options.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "cli/files.h"
#include "cli/key_file.h"
#include "cli/rules_digest.h"
#include "store/runs.h"

namespace emrlint {
namespace {

// With less DuckDB cannot sort.
constexpr std::uint64_t kLeastMemory = 64 * 1024 * 1024;
constexpr std::uint64_t kMostMemory = std::uint64_t{1} << 40;

std::string group_of(const Context& context) { return context.say("存储", "Store"); }

// Waivers by whether they hold: one that ends changes what charts lose.
void add_waivers(const Config& config, RulesDigest& digest) {
  for (const Waiver& waiver : config.waivers()) {
    digest.add(waiver.origin);
    digest.add(certainly_before(waiver.until, *config.today) ? "over" : "holds");
  }
}

std::optional<Error> load_setup_sheet(LedgerSetup& setup, RulesDigest& digest) {
  if (setup.sheet_name.empty()) return std::nullopt;
  const auto read_file = [&](const std::string& path) {
    Result<std::string> text = read_small_file(path);
    if (text) digest.add(*text);
    return text;
  };
  Result<ScoreSheet> sheet = load_sheet(setup.sheet_name, *setup.catalog, read_file);
  if (!sheet) return sheet.error();
  setup.sheet = *std::move(sheet);
  return std::nullopt;
}

// All sets that the program brings, and those of [nightly].
std::optional<Error> load_book(LedgerSetup& setup, RulesDigest& digest) {
  const std::vector<std::string_view> built_in = built_in_indicator_sets();
  std::vector<std::string> names(built_in.begin(), built_in.end());
  const std::vector<std::string>& own = setup.config.nightly.indicators;
  names.insert(names.end(), own.begin(), own.end());
  Result<IndicatorBook> book = load_indicators(names, *setup.catalog, [&](const std::string& path) {
    Result<std::string> text = read_small_file(path);
    if (text) digest.add(*text);
    return text;
  });
  if (!book) return book.error();
  if (setup.sheet) grade_by(*book, *setup.sheet);
  setup.book = std::make_unique<const IndicatorBook>(*std::move(book));
  setup.indicators = std::make_unique<const IndicatorCounter>(*setup.book, *setup.catalog);
  return std::nullopt;
}

}  // namespace

AcrossOptions LedgerSetup::across() const {
  AcrossOptions options;
  options.key = key;
  options.lines.paths = true;
  options.lines.absolute_files = true;
  options.lines.boilerplate = &config.tables().boilerplate();
  options.memory = 16 * 1024 * 1024;
  return options;
}

void LedgerOptions::add_store(CLI::App& command, const Context& context) {
  const std::string group = group_of(context);
  command.add_option("--store", store, context.say("存储文件夹", "the store"))
      ->option_text(context.say("文件夹", "DIR"))
      ->group(group);
  command
      .add_option("--run", run,
                  context.say("运行的名称，如 2024-03-01", "the run, such as 2024-03-01"))
      ->option_text(context.say("名称", "NAME"))
      ->group(group);
  command
      .add_option("--store-memory", memory_,
                  context.say("DuckDB 缓冲区的字节数，超过即写入临时文件；合并和报告用三倍；"
                              "默认 134217728",
                              "bytes of DuckDB's buffers, beyond which it uses temporary files; "
                              "three times as many for merging and reports; default 134217728"))
      ->check(CLI::Range(kLeastMemory, kMostMemory))
      ->option_text(context.say("数", "N"))
      ->group(group);
}

void LedgerOptions::add(CLI::App& command, const Context& context) {
  add_store(command, context);
  command
      .add_option("--key", key_file,
                  context.say("密钥文件：人员和文字只以此密钥散列后存入",
                              "file of the key under which persons and texts are hashed"))
      ->option_text(context.say("文件", "FILE"))
      ->group(group_of(context));
  config.add(command, context);
  catalog.add(command, context);
}

std::optional<Error> LedgerOptions::wrong_run() const {
  if (run.empty() || store::names_run(run)) return std::nullopt;
  return Error{
      "--run：运行名只能用字母、数字和 -、_、.，至多100个，不以 . 开头：" + run,
      "--run: letters, digits, \"-\", \"_\" and \".\" only, 100 at the most, not beginning "
      "with a dot: " +
          run,
      {}};
}

Result<store::Database> LedgerOptions::open() const {
  store::DatabaseOptions options;
  options.memory = memory_;
  return store::Database::open(options);
}

Result<store::Database> LedgerOptions::open_alone(unsigned jobs) const {
  // Each thread sorts and joins in memory of its own; the default memory is enough for two.
  constexpr std::uint64_t kOfThread = 192 * 1024 * 1024;
  if (jobs == 0) jobs = std::max(1u, std::thread::hardware_concurrency());
  store::DatabaseOptions options;
  options.memory = 3 * memory_;
  options.threads = static_cast<unsigned>(
      std::clamp<std::uint64_t>(options.memory / kOfThread, 1, std::uint64_t{jobs}));
  return store::Database::open(options);
}

Result<LedgerSetup> LedgerOptions::load(const std::string& sheet) const {
  RulesDigest digest;
  Result<Catalog> catalog_loaded = catalog.load();
  if (!catalog_loaded) return catalog_loaded.error();
  LedgerSetup setup;
  setup.catalog = std::make_unique<const Catalog>(*std::move(catalog_loaded));
  for (const std::string& rules : catalog.rules) {
    const Result<std::vector<std::string>> files = files_below(rules, ".toml");
    if (!files) return files.error();
    for (const std::string& file : *files) digest.add_file(file);
  }
  for (const std::string& plugin : catalog.plugins) digest.add_file(plugin);
  Result<Config> loaded =
      config.load(*setup.catalog, [&](const std::string& path, const std::string* bytes) {
        bytes != nullptr ? digest.add(*bytes) : digest.add_file(path);
      });
  if (!loaded) return loaded.error();
  setup.config = *std::move(loaded);
  add_waivers(setup.config, digest);
  for (const std::string& pattern : config.select) digest.add(pattern);
  digest.add(config.stage);
  const std::vector<std::string>& sheets = setup.config.sheets;
  setup.sheet_name = sheet.empty() && !sheets.empty() ? sheets.front() : sheet;
  if (auto error = load_setup_sheet(setup, digest)) return *std::move(error);
  if (auto error = load_book(setup, digest)) return *std::move(error);
  if (!key_file.empty()) {
    Result<std::string> key = read_key_file(key_file);
    if (!key) return key.error();
    setup.key = *std::move(key);
    digest.add(setup.key);
  }
  setup.rules = digest.hex();
  return setup;
}

Result<LedgerSetup> LedgerOptions::load_as_planned(const ledger::Terms& terms) {
  config.as_of = terms.as_of;
  Result<LedgerSetup> setup = load(terms.sheet);
  if (!setup || setup->rules == terms.rules) return setup;
  return Error{"运行 " + run + " 是用另一版程序、检查、配置或密钥计划的，不能用这一版继续",
               "the run " + run +
                   " was planned with another program, other checks, another configuration or "
                   "another key, and cannot be continued with these",
               {}};
}

std::vector<std::string> LedgerOptions::arguments() const {
  std::vector<std::string> out = {
      "--store", store, "--run", run, "--store-memory", std::to_string(memory_)};
  const auto add = [&](const char* option, const std::string& value) {
    if (!value.empty()) out.insert(out.end(), {option, value});
  };
  add("--key", key_file);
  add("--config", config.path);
  add("--stage", config.stage);
  for (const std::string& value : config.select) add("--select", value);
  for (const std::string& value : catalog.rules) add("--rules", value);
  for (const std::string& value : catalog.plugins) add("--plugin", value);
  return out;
}

}  // namespace emrlint
