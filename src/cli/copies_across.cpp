// SPDX-License-Identifier: Apache-2.0
#include "cli/copies_across.h"

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <random>
#include <system_error>
#include <utility>

#include "cli/files.h"
#include "cli/key_file.h"

namespace emrlint {
namespace {

constexpr unsigned kLeastCharacters = 40;  // For which one sample is sure.
constexpr std::uint32_t kMostCharts = 1'000'000;
constexpr const char* kOnlyRun = "run";

// A store for one call, readable by nobody else.
class TemporaryStore {
 public:
  TemporaryStore() {
    std::error_code error;
    std::string folder = std::filesystem::temp_directory_path(error).string();
    path = (error ? "/tmp" : folder) + "/emrlint-copies-XXXXXX";
    if (mkdtemp(path.data()) == nullptr) path.clear();
  }
  ~TemporaryStore() {
    std::error_code ignored;
    if (!path.empty()) std::filesystem::remove_all(path, ignored);
  }
  TemporaryStore(const TemporaryStore&) = delete;
  TemporaryStore& operator=(const TemporaryStore&) = delete;

  std::string path;  // Empty where none could be made.
};

std::string random_key() {
  std::random_device device;
  std::string key;
  for (int i = 0; i < 8; ++i) key += std::to_string(device());
  return key;
}

// All sinks as one.
class Receivers final : public CopyReceiver {
 public:
  explicit Receivers(const std::vector<CopiesAcrossSink*>& sinks) : sinks_(sinks) {}
  void add(const TemplateFound& found) override { to_all(found); }
  void add(const CopyBetween& found) override { to_all(found); }
  void add(const TextFound& found) override { to_all(found); }
  void add(const UnverifiedChart& chart) override { to_all(chart); }

 private:
  template <typename Found>
  void to_all(const Found& found) {
    for (CopyReceiver* const sink : sinks_) sink->add(found);
  }
  const std::vector<CopiesAcrossSink*>& sinks_;
};

}  // namespace

void CopiesAcross::add(CLI::App& command) {
  const std::string group = context_.say("跨病历的复制", "Copies across charts");
  CLI::Option* const paths = command.get_option("paths");
  const auto paths_may_lack = [paths](const std::string&) { paths->required(false); };
  command
      .add_flag("--across", across_,
                context_.say("所给各病历之间的复制和模板，而不是每份病历之内的",
                             "copies and templates between the charts, not within each"))
      ->group(group);
  command
      .add_option("--where", where_,
                  context_.say("这段文字还见于存储中的哪些病历；文件内为纯文本，- 为标准输入",
                               "where else this text stands in the store: a file of plain text, "
                               "- for stdin"))
      ->each(paths_may_lack)
      ->option_text(context_.say("文件", "FILE"))
      ->group(group);
  add_store(command, group);
  command.get_option("--store")->each(paths_may_lack);
  command
      .add_option("--cap", settings_.cap,
                  context_.say("见于更多病历的文字算模板，只报告一次；默认 50",
                               "text in more charts is a template, said once; default 50"))
      ->check(CLI::Range(2u, kMostCharts))
      ->option_text(context_.say("数", "N"))
      ->group(group);
  command
      .add_option("--most", most_,
                  context_.say("--where 最多核对多少节；默认 100",
                               "sections that --where looks at; default 100"))
      ->check(CLI::Range(1u, kMostCharts))
      ->option_text(context_.say("数", "N"))
      ->group(group);
}

void CopiesAcross::add_store(CLI::App& command, const std::string& group) {
  store_.add_copies(command, context_, group);
  command
      .add_option("--against", against_,
                  context_.say("也与存储中的这次运行比较，可重复；* 为其余各次",
                               "compare with this run of the store too; repeatable, * for all "
                               "others"))
      ->option_text(context_.say("名称", "NAME"))
      ->group(group)
      ->allow_extra_args(false);
  command
      .add_option("--key", key_file_,
                  context_.say("--store 所需：密钥文件，指纹只以此密钥的散列值写入；各次运行须相同",
                               "needed by --store: a file with a secret under which "
                               "fingerprints are hashed; the same for all runs"))
      ->option_text(context_.say("文件", "FILE"))
      ->group(group);
}

std::optional<Error> CopiesAcross::read_key() {
  if (key_file_.empty()) {
    return Error{"--store 需要 --key：指纹只能以密钥散列后写入",
                 "--store needs --key: fingerprints are only written hashed under a key",
                 {}};
  }
  const Result<std::string> key = read_key_file(key_file_);
  if (!key) return key.error();
  key_.emplace(*key);
  return std::nullopt;
}

std::optional<Error> CopiesAcross::problem(const RunFlags& run) {
  const std::vector<std::string>& paths = run.input.paths;
  if (std::find(paths.begin(), paths.end(), "-") != paths.end()) {
    return Error{"跨病历的复制须读两遍，不能用标准输入",
                 "charts are read a second time here: not from stdin",
                 {}};
  }
  if (!where_.empty()) {
    if (store_.folder.empty() || across_ || !paths.empty() || !against_.empty()) {
      return Error{"--where 须与 --store 和 --key 同用，不带路径、--across 或 --against",
                   "--where goes with --store and --key, without paths, --across and --against",
                   {}};
    }
    if (store_.runs.empty()) store_.runs = store::runs_of(store_.folder, kGramParts);
  } else if (store_.folder.empty()) {
    if (!key_file_.empty() || !against_.empty() || !store_.runs.empty()) {
      return Error{"--run、--against 和 --key 须与 --store 同用",
                   "--run, --against and --key go with --store",
                   {}};
    }
    key_.emplace(random_key());
    return std::nullopt;
  }
  if (auto failed = store_.problem(where_.empty())) return failed;
  return read_key();
}

int CopiesAcross::run(const RunFlags& run, const OutputFlags& output, unsigned least) {
  if (const auto error = problem(run)) return usage_error(context_, *error);
  if (least != 0 && least < kLeastCharacters) {
    const std::string most = std::to_string(kLeastCharacters);
    return usage_error(
        context_,
        {"--least：跨病历时至少为 " + most, "--least: " + most + " at least, across charts", {}});
  }
  if (least != 0) settings_.least = 2 * least;
  settings_.limits = run.options.limits;
  settings_.jobs = run.options.jobs;
  settings_.memory = store_.memory();
  std::ios::sync_with_stdio(false);
  return with_outputs(run, output);
}

int CopiesAcross::with_outputs(const RunFlags& run, const OutputFlags& output) {
  const Result<Catalog> catalog = Catalog::built_in();
  if (!catalog) return usage_error(context_, catalog.error());
  const auto form = [this](auto make) {
    return [this, make](std::ostream& out, const Catalog& known, OutputOptions options) {
      std::unique_ptr<CopiesAcrossSink> sink = make(out, known, std::move(options));
      sinks_.push_back(sink.get());
      return std::unique_ptr<Sink>(std::move(sink));
    };
  };
  Outputs outputs(
      *catalog, output.options(context_),
      {{"text", form(make_copies_across_text_sink)}, {"json", form(make_copies_across_json_sink)}});
  if (const auto error = output.open(outputs, Time())) return usage_error(context_, *error);
  std::optional<TemporaryStore> temporary;
  if (store_.folder.empty()) {
    store_.folder = temporary.emplace().path;
    temporary_ = true;
    store_.runs = {kOnlyRun};
  }
  std::optional<Error> failed;
  if (where_.empty()) {
    const Result<IndexedRun> indexed = index(run);
    failed = indexed ? find(*indexed) : indexed.error();
  } else {
    failed = find_where();
  }
  if (!failed) failed = outputs.end(RunSummary());
  if (!failed) return incomplete_ ? kExitIncomplete : kExitOk;
  usage_error(context_, *failed);
  return kExitIncomplete;
}

// Reads the paths, if there are any, into a part of the store.
Result<IndexedRun> CopiesAcross::index(const RunFlags& run) {
  IndexedRun indexed;
  if (run.input.paths.empty()) return indexed;
  Result<store::Database> database = store_.open();
  if (!database) return database.error();
  if (auto other = index_under_other_key(*database, store_.folder, copies_key_check(*key_))) {
    return *std::move(other);
  }
  Result<CopyIndexWriter> writer = CopyIndexWriter::open(*database);
  if (!writer) return writer.error();
  IndexOptions options;
  options.limits = run.options.limits;
  options.jobs = run.options.jobs;
  options.problem = [this](const Problem& problem) {
    for (CopiesAcrossSink* const sink : sinks_) sink->add(problem);
  };
  RunFlags absolute = run;
  if (!temporary_) {
    // The store may be read from another folder.
    for (std::string& path : absolute.input.paths) {
      path = std::filesystem::absolute(path).lexically_normal().string();
    }
  }
  Inputs inputs = absolute.inputs();
  const Fingerprinter fingerprinter(*key_);
  indexed.counts = index_charts(inputs, *key_, fingerprinter.settings(), options, *writer);
  indexed.indexed = true;
  note_skipped(context_, inputs);
  if (indexed.counts.unreadable > 0) incomplete_ = true;
  auto failed = writer->write(store_.folder, store_.runs.front(), store_.shard,
                              index_labels(fingerprinter, copies_key_check(*key_), indexed.counts));
  if (failed) return *std::move(failed);
  return indexed;
}

// Compares, unless this was one of several shards of the run.
std::optional<Error> CopiesAcross::find(const IndexedRun& indexed) {
  if (indexed.indexed && store_.shard.count > 1) {
    for (CopiesAcrossSink* const sink : sinks_) sink->finish(indexed, nullptr);
    return std::nullopt;
  }
  CopyRuns runs{store_.folder, store_.runs.front(), against_};
  if (std::find(against_.begin(), against_.end(), "*") != against_.end()) {
    runs.against = store::runs_of(store_.folder, kGramParts);
  }
  Result<store::Database> database = store_.open();
  if (!database) return database.error();
  Receivers receivers(sinks_);
  const Result<FindCounts> found = find_copies(*database, runs, *key_, settings_, receivers);
  if (!found) return found.error();
  if (found->unverified_charts > 0) incomplete_ = true;
  for (CopiesAcrossSink* const sink : sinks_) sink->finish(indexed, &*found);
  return std::nullopt;
}

Result<std::string> CopiesAcross::text_asked_for() const {
  if (where_ != "-") return read_small_file(where_);
  std::string text(std::istreambuf_iterator<char>(std::cin), {});
  return text;
}

std::optional<Error> CopiesAcross::find_where() {
  const Result<std::string> text = text_asked_for();
  if (!text) return text.error();
  Result<store::Database> database = store_.open();
  if (!database) return database.error();
  Receivers receivers(sinks_);
  const Result<WhereCounts> found = find_text(*database, {store_.folder, "", store_.runs}, *key_,
                                              *text, most_, settings_, receivers);
  if (!found) return found.error();
  if (found->unverified_charts > 0) incomplete_ = true;
  for (CopiesAcrossSink* const sink : sinks_) sink->finish(*found);
  return std::nullopt;
}

}  // namespace emrlint
