// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_WORKSPACE_H_
#define EMRLINT_LSP_WORKSPACE_H_

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "lsp/chart_folder.h"
#include "lsp/text_buffer.h"

namespace emrlint::lsp {

// What a workspace is made of that does not come from the client.
struct WorkspaceOptions {
  const Catalog& catalog;
  // The configuration of a file; of an empty path the built-in one.
  std::function<Result<Config>(const std::string& path)> load_config;
  Limits limits = {};
};

// A document that the client has opened.
struct OpenDocument {
  std::string uri;
  std::string path;  // Of an unsaved one its URI.
  std::int64_t version = 0;
  TextBuffer buffer;
};

// All open documents, the charts that they belong to, and the configuration that they are judged
// by.
class Workspace {
 public:
  enum class Clock : std::uint8_t { kSystem, kFixed, kNone };

  explicit Workspace(WorkspaceOptions options) : options_(std::move(options)) {}

  const Catalog& catalog() const { return options_.catalog; }
  // The file of the configuration, empty for the built-in one. Why it could not be used, if so:
  // then the one before stays.
  std::optional<Error> configure(const std::string& path);
  const std::string& config_path() const { return config_path_; }
  // The folder where a configuration is looked for; none: beside the first document and above.
  void set_root(std::string root) { root_ = std::move(root); }
  // emrlint.toml of the root or, without one, of the nearest folder from that of a document up;
  // empty if there is none.
  std::string find_config(const std::string& document) const;
  // Has it looked for and read again.
  void forget_config() { reload_ = true; }
  bool configured() const { return config_.has_value() && !reload_; }
  // Counts the changes of what charts are judged by: the configuration and the clock.
  std::uint64_t rules_version() const { return rules_version_; }
  // The same of the configuration alone.
  std::uint64_t config_version() const { return config_version_; }
  const Config& config() const { return *config_; }

  void set_clock(Clock clock, std::optional<Time> now = std::nullopt);
  // The day of new waivers.
  Time today() const;
  // Moves on a clock of the system; whether charts have to be judged again.
  bool tick();

  void open(const std::string& uri, std::int64_t version, std::string text);
  // Null for what is not open.
  OpenDocument* find(std::string_view uri);
  const OpenDocument* by_path(std::string_view path) const;
  // After its text changed.
  void changed(const OpenDocument& document);
  void close(std::string_view uri);
  // A file came, went or changed on disk.
  void changed_on_disk(const std::string& path);

  // Brings all charts up to date. Needs a configuration.
  void update(const ChartFolder::Progress& progress = nullptr);
  bool stale() const;

  // The charts of an open document. Null where it is no record.
  struct Found {
    const ChartFolder* folder = nullptr;
    const ChartFolder::Group* group = nullptr;
    std::uint32_t file = 0;
    explicit operator bool() const { return group != nullptr; }
  };
  Found chart_of(const OpenDocument& document) const;
  const std::map<std::string, std::unique_ptr<ChartFolder>>& folders() const { return folders_; }
  const std::map<std::string, std::unique_ptr<OpenDocument>, std::less<>>& documents() const {
    return documents_;
  }

 private:
  ChartFolder& folder_of(const std::string& path);
  void apply_clock();
  void change_rules();

  WorkspaceOptions options_;
  std::optional<Config> config_;
  std::string config_path_;
  std::string root_;
  Clock clock_ = Clock::kSystem;
  std::optional<Time> now_;
  std::optional<Time> own_as_of_, own_today_;  // Of the configuration, without a clock.
  bool judge_again_ = false, reload_ = false;
  std::uint64_t version_ = 0;  // Of the charts, counted over all folders.
  std::uint64_t rules_version_ = 0, config_version_ = 0;
  std::map<std::string, std::unique_ptr<OpenDocument>, std::less<>> documents_;  // By URI.
  std::map<std::string, std::unique_ptr<ChartFolder>> folders_;                  // By path.
};

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_WORKSPACE_H_
