// SPDX-License-Identifier: Apache-2.0
#include "cli/learn_options.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <utility>
#include <vector>

#include "cli/files.h"
#include "cli/progress.h"
#include "output/sink.h"
#include "output/template_texts.h"
#include "tables/boilerplate_rows.h"

namespace emrlint {
namespace {

constexpr unsigned kMostPercent = 100;

// Counts grams. They are gathered in the threads that read, and counted in order of input.
class Counting final : public Receiver {
 public:
  explicit Counting(BoilerplateLearner& learner) : learner_(learner) {}

  std::vector<std::string> render(const Batch& batch,
                                  const std::vector<ChartReport>&) const override {
    std::vector<std::string> out;
    for (const Chart& chart : batch.charts) {
      const std::vector<SectionGram> grams = BoilerplateLearner::grams_of(chart);
      std::string bytes(grams.size() * sizeof(SectionGram), '\0');
      if (!grams.empty()) std::memcpy(bytes.data(), grams.data(), bytes.size());
      out.push_back(std::move(bytes));
    }
    return out;
  }

  void add(const Batch&, const std::vector<ChartReport>&,
           const std::vector<std::string>& rendered) override {
    for (const std::string& bytes : rendered) {
      std::vector<SectionGram> grams(bytes.size() / sizeof(SectionGram));
      if (!grams.empty()) std::memcpy(grams.data(), bytes.data(), bytes.size());
      learner_.add(grams);
    }
  }

 private:
  BoilerplateLearner& learner_;
};

// Takes the wording of what was learnt; says on stderr what could not be read.
class Wordings final : public Receiver {
 public:
  Wordings(const Catalog& catalog, OutputOptions options, TemplateTexts& texts)
      : problems_(make_text_sink(std::cerr, catalog, std::move(options))), texts_(texts) {}

  std::vector<std::string> render(const Batch& batch,
                                  const std::vector<ChartReport>&) const override {
    return {problems_->render(batch, {})};
  }

  void add(const Batch& batch, const std::vector<ChartReport>&,
           const std::vector<std::string>& rendered) override {
    std::cerr << rendered.front();
    for (const Chart& chart : batch.charts) texts_.add(chart);
  }

 private:
  std::unique_ptr<Sink> problems_;
  TemplateTexts& texts_;
};

RunSummary read_all(const Context& context, const Catalog& catalog, const Config& config,
                    const RunFlags& flags, Receiver& receiver) {
  Inputs inputs = flags.inputs();
  Progress progress(context, progress_wanted(false));
  RunOptions options = flags.options;
  options.progress = [&](const RunSummary& so_far) { progress.update(so_far); };
  return run(inputs, catalog, config, options, receiver);
}

}  // namespace

void LearnFlags::add(CLI::App& command, const Context& context) {
  const std::string group = context.say("模板文字", "Boilerplate");
  command
      .add_option("--boilerplate", tables,
                  context.say("本院的模板文字（CSV，列为章节、文字），查找复制时不计，可重复",
                              "the hospital's boilerplate, which counts for no copy (CSV with the "
                              "columns section and text); repeatable"))
      ->option_text(context.say("文件", "FILE"))
      ->group(group)
      ->allow_extra_args(false);
  command
      .add_option("--learn", path,
                  context.say("不显示复制，而把许多病历共有的文字写成模板文字表（CSV）",
                              "show no copies; write what many charts have in common as a table of "
                              "boilerplate (CSV)"))
      ->option_text(context.say("文件", "FILE"))
      ->group(group);
  command
      .add_option(
          "--learn-share", percent,
          context.say("有该章节的病历中，至少百分之几（且至少10份）有此文字才算模板；默认 5",
                      "of the charts that have the section, in how many per cent (and 10 "
                      "charts) a text stands that is boilerplate; default 5"))
      ->check(CLI::Range(1u, kMostPercent))
      ->option_text(context.say("百分数", "PERCENT"))
      ->group(group);
  command
      .add_flag("--no-learn{false}", wanted,
                context.say("不先从这些病历中学习模板文字",
                            "learn no boilerplate from these charts before"))
      ->group(group);
}

LearnSettings LearnFlags::settings() const {
  LearnSettings settings;
  settings.share = percent / double(kMostPercent);
  return settings;
}

Result<Boilerplate> LearnFlags::stated(const Tables& hospital) const {
  Boilerplate boilerplate = hospital.boilerplate();
  for (const std::string& table : tables) {
    Result<std::string> bytes = read_small_file(table);
    if (!bytes) return bytes.error();
    if (auto error = read_boilerplate(table, *std::move(bytes), boilerplate)) return *error;
  }
  return boilerplate;
}

bool read_again(const std::vector<std::string>& paths) {
  return std::all_of(paths.begin(), paths.end(), [](const std::string& path) {
    std::error_code error;
    if (path == "-") return false;
    const auto type = std::filesystem::status(path, error).type();
    return type != std::filesystem::file_type::fifo;
  });
}

BoilerplateLearner learn(const Context& context, const Catalog& catalog, const Config& config,
                         const RunFlags& run, const LearnSettings& settings, RunSummary& summary) {
  BoilerplateLearner learner(settings);
  Counting counting(learner);
  summary = read_all(context, catalog, config, run, counting);
  return learner;
}

int write_learnt(const Context& context, const Catalog& catalog, const Config& config,
                 const RunFlags& run, const LearnFlags& flags) {
  if (!read_again(run.input.paths)) {
    return usage_error(context, {"--learn 须读两遍，只能用于文件和文件夹",
                                 "--learn reads everything twice: only files and folders will do",
                                 {}});
  }
  RunSummary summary;
  const BoilerplateLearner learner =
      learn(context, catalog, config, run, flags.settings(), summary);
  TemplateTexts texts(learner, built_in_boilerplate());
  OutputOptions options;
  options.lang = context.lang;
  Wordings wordings(catalog, options, texts);
  summary = read_all(context, catalog, config, run, wordings);
  if (const auto error = write_small_file(flags.path, texts.csv(context.lang))) {
    return usage_error(context, *error);
  }
  std::printf(context
                  .say("已写 %s：%llu份病历，%zu条模板文字\n",
                       "wrote %s: %llu charts, %zu texts of boilerplate\n")
                  .c_str(),
              flags.path.c_str(), static_cast<unsigned long long>(summary.charts), texts.size());
  return exit_code(summary, Severity::kOff);
}

}  // namespace emrlint
