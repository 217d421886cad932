// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/files.h"
#include "cli/option_group.h"
#include "cli/review_commands.h"
#include "cli/store_run.h"
#include "cli/table_output.h"
#include "ledger/views.h"
#include "review/review_file.h"
#include "review/work_table.h"

namespace emrlint {
namespace {

using review::Change;
using review::Entry;
using review::Field;
using review::FindingName;
using review::ReviewFile;
using review::Reviews;
using review::WorkRow;

constexpr std::size_t kLeastDigits = 6;  // Of the beginning of a fingerprint.
constexpr int kMostShown = 5;            // Of several that begin so.

// `emrlint review`: what people say of findings.
class ReviewCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "review", context_.say("记录对问题的审核、申诉和整改",
                               "record verdicts, appeals and rectification of findings"));
    command->add_option("action", action_, context_.say("做什么", "what to do"))
        ->required()
        ->check(CLI::IsMember({"list", "show", "assign", "verdict", "appeal", "decide", "rectify",
                               "comment", "import", "export"}))
        ->option_text("list|show|assign|verdict|appeal|decide|rectify|comment|import|export");
    command
        ->add_option(
            "words", words_,
            context_.say(
                "指纹（至少前6位）...，最后是内容：assign 审核人；verdict "
                "confirmed|refuted|unclear（属实|不属实|不能确定）；appeal 申诉理由；decide "
                "upheld|rejected（成立|不成立）；rectify modified|confirmed|unmodified（"
                "已修改|确认|未修改）；comment 备注。show：指纹；import：文件",
                "fingerprints (their first 6 digits at least), then what is said: assign "
                "a reviewer; verdict confirmed|refuted|unclear; appeal with its reasons; "
                "decide upheld|rejected; rectify modified|confirmed|unmodified; comment "
                "a text. show: fingerprints; import: files"))
        ->option_text(context_.say("指纹或文件...", "FINGERPRINT or FILE..."));
    add_options(*command);
    output_.add(*command, context_, "text|csv|json");
    command->footer(context_.say(kExamplesZh, kExamplesEn));
    return command;
  }

  int run() override {
    if (auto error = store_problem(store_.store)) return usage_error(context_, *error);
    if (action_ == "list" || action_ == "export") return list();
    if (action_ == "show") return show();
    if (auto error = date()) return usage_error(context_, *error);
    return action_ == "import" ? import() : say();
  }

 private:
  static constexpr const char* kExamplesZh =
      "示例：\n"
      "  emrlint review --store 存储 verdict 3f9a02 属实 --by 张三\n"
      "  emrlint review --store 存储 appeal 3f9a02 '纸质病历中有术前讨论' --by 李四\n"
      "  emrlint review --store 存储 decide 3f9a02 成立 --by 王五\n"
      "  emrlint review --store 存储 rectify 5be711 已修改 --by 李四\n"
      "  emrlint review --store 存储 show 3f9a02\n"
      "  emrlint worklist --store 存储 -f csv --output 清单.csv   用电子表格填写后\n"
      "  emrlint review --store 存储 import 清单.csv --by 张三\n"
      "  emrlint review --store 存储 export --output 审核.csv\n"
      "\n退出码：0 正常；2 用法错误，或不允许这样改（什么都没有写入）；3 无法读写\n";
  static constexpr const char* kExamplesEn =
      "Examples:\n"
      "  emrlint review --store store verdict 3f9a02 confirmed --by Zhang\n"
      "  emrlint review --store store appeal 3f9a02 'it is in the paper record' --by Li\n"
      "  emrlint review --store store decide 3f9a02 upheld --by Wang\n"
      "  emrlint review --store store rectify 5be711 modified --by Li\n"
      "  emrlint review --store store show 3f9a02\n"
      "  emrlint worklist --store store -f csv --output list.csv   filled in, then\n"
      "  emrlint review --store store import list.csv --by Zhang\n"
      "  emrlint review --store store export --output reviews.csv\n"
      "\nExit codes: 0 well; 2 usage error, or a change that is not allowed (nothing was\n"
      "written); 3 cannot be read or written\n";

  void add_options(CLI::App& command) {
    const std::string group = context_.say("审核", "Review");
    store_.add(command, context_, group);
    const OptionGroup options(command, context_, group);
    options.add("--by", by_, "由谁", "who says it", "姓名", "NAME");
    options.add("--at", at_, "何时，默认此刻", "when, by default now", "时间", "TIME");
    options.add("--comment", comment_, "同时写下的备注", "a comment beside it", "文字", "TEXT");
    options.add("--chart", finding_.chart, "运行中没有此问题时：病历号",
                "of a finding that the run has not: its chart", "病历号", "KEY");
    options.add("--check", finding_.check, "运行中没有此问题时：检查名",
                "of a finding that the run has not: its check", "检查名", "ID");
  }

  // The time of what is said.
  std::optional<Error> date() {
    if (at_.empty()) return std::nullopt;  // When it is written.
    const std::optional<Time> time = parse_iso_time(at_);
    if (!time) {
      return Error{"--at 不是时间：" + at_ + "，应写作 2024-03-01T08:00",
                   "--at: not a time: " + at_ + "; write 2024-03-01T08:00",
                   {}};
    }
    at_ = to_iso(*time);
    return std::nullopt;
  }

  int failed(const Error& error) const {
    usage_error(context_, error);
    return kExitIncomplete;
  }

  // The run, where the store has any: what is said of a finding needs none that is known already.
  std::optional<Error> open_run() {
    if (ledger::published_runs(store_.store).empty()) return std::nullopt;
    if (auto error = store_.resolve()) return error;
    Result<store::Database> database = store_.open();
    if (!database) return database.error();
    database_.emplace(*std::move(database));
    return std::nullopt;
  }

  int list() {
    if (auto error = open_run()) return failed(*error);
    if (action_ == "export" && output_.format == "text") output_.format = "csv";
    const Result<Reviews> reviews = review::reviews_of(store_.store);
    if (!reviews) return failed(reviews.error());
    const auto rows = review::reviewed(database_ ? &*database_ : nullptr, *reviews);
    if (!rows) return failed(rows.error());
    return output_.write(context_, review::work_table(*rows, context_.lang));
  }

  // The whole fingerprint and the finding that a word means.
  Result<FindingName> named(const ReviewFile& file, const std::string& word) {
    if (word.size() < kLeastDigits || word.find_first_not_of("0123456789abcdef") != word.npos) {
      return Error{"不是指纹：" + word + "；至少写前6位",
                   "no fingerprint: " + word + "; write 6 digits of it at least",
                   {}};
    }
    const Result<std::vector<std::string>> known = file.beginning_with(word, kMostShown + 1);
    if (!known) return known.error();
    std::set<std::string> all(known->begin(), known->end());
    std::vector<WorkRow> rows;
    if (database_) {
      Result<std::vector<WorkRow>> found = review::find_findings(*database_, word);
      if (!found) return found.error();
      rows = *std::move(found);
      for (const WorkRow& row : rows) all.insert(row.review.fingerprint);
    }
    if (all.size() > 1) return ambiguous(word, all);
    if (!rows.empty()) {
      const review::Review& found = rows.front().review;
      return FindingName{found.fingerprint, found.chart, found.check, store_.run};
    }
    if (!all.empty()) return FindingName{*all.begin(), "", "", ""};
    if (finding_.chart.empty() || finding_.check.empty() || !review::is_fingerprint(word)) {
      return Error{"没有此问题：" + word + "；如确有，请写出完整指纹和 --chart、--check",
                   "there is no such finding: " + word +
                       "; if there is, write all of its fingerprint, with --chart and --check",
                   {}};
    }
    return FindingName{word, finding_.chart, finding_.check, ""};
  }

  static Error ambiguous(const std::string& word, const std::set<std::string>& all) {
    std::string list;
    int shown = 0;
    for (const std::string& fingerprint : all) {
      if (shown++ == kMostShown) break;
      list += "\n  " + fingerprint;
    }
    return {word + " 不止指一个问题：" + list, word + " means more than one finding:" + list, {}};
  }

  int say() {
    constexpr std::pair<const char*, Field> kFieldOf[] = {
        {"assign", Field::kReviewer}, {"verdict", Field::kVerdict},
        {"appeal", Field::kAppeal},   {"decide", Field::kDecision},
        {"comment", Field::kComment}, {"rectify", Field::kRectification}};
    if (words_.size() < 2) {
      return usage_error(context_,
                         {"须写明指纹和内容：" + action_ + " 指纹 内容",
                          "name the finding and say something: " + action_ + " FINGERPRINT TEXT",
                          {}});
    }
    Result<ReviewFile> file = ReviewFile::open(ReviewFile::path_in(store_.store));
    if (!file) return failed(file.error());
    if (auto error = open_run()) return failed(*error);
    std::vector<Entry> entries;
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      Result<FindingName> finding = named(*file, words_[i]);
      if (!finding) return usage_error(context_, finding.error());
      Entry& entry = entries.emplace_back();
      entry.finding = *std::move(finding);
      entry.act = {by_, at_};
      for (const auto& [name, field] : kFieldOf) {
        if (action_ == name) entry.changes.push_back({field, words_.back()});
      }
      if (!comment_.empty()) entry.changes.push_back({Field::kComment, comment_});
    }
    return record(*file, entries);
  }

  int record(ReviewFile& file, const std::vector<Entry>& entries) const {
    const Result<std::uint64_t> changes = file.say(entries);
    if (!changes) return usage_error(context_, changes.error());
    const std::string count = std::to_string(*changes);
    const std::string told = *changes == 0
                                 ? context_.say("没有变化\n", "nothing changed\n")
                                 : count + context_.say(" 处改动已记录\n", " changes recorded\n");
    std::fputs(told.c_str(), stderr);
    return kExitOk;
  }

  int import() {
    if (words_.empty()) {
      return usage_error(context_,
                         {"须写明文件：import 清单.csv", "name a file: import LIST.csv", {}});
    }
    std::vector<Entry> entries;
    for (const std::string& path : words_) {
      Result<std::string> bytes = read_small_file(path);
      if (!bytes) return failed(bytes.error());
      Result<std::vector<Entry>> read =
          review::read_work_table(path, *std::move(bytes), {by_, at_});
      if (!read) return usage_error(context_, read.error());
      entries.insert(entries.end(), read->begin(), read->end());
    }
    Result<ReviewFile> file = ReviewFile::open(ReviewFile::path_in(store_.store));
    if (!file) return failed(file.error());
    if (auto error = open_run()) return failed(*error);
    if (database_) {
      if (auto error = review::name_findings(*database_, store_.run, entries)) {
        return failed(*error);
      }
    }
    return record(*file, entries);
  }

  int show() {
    const Result<std::optional<ReviewFile>> file =
        ReviewFile::open_if_there(ReviewFile::path_in(store_.store));
    if (!file) return failed(file.error());
    if (!*file) {
      return usage_error(
          context_,
          {store_.store + "：还没有审核数据", store_.store + ": nobody said anything yet", {}});
    }
    if (words_.empty()) {
      return usage_error(context_, {"须写明指纹", "name a finding by its fingerprint", {}});
    }
    for (const std::string& word : words_) {
      const Result<FindingName> finding = named(**file, word);
      if (!finding) return usage_error(context_, finding.error());
      const Result<std::vector<review::Step>> steps = (*file)->history(finding->fingerprint);
      if (!steps) return failed(steps.error());
      if (output_.format == "text") print_heading(**file, finding->fingerprint);
      const int status = output_.write(context_, review::history_table(*steps));
      if (status != kExitOk) return status;
    }
    return kExitOk;
  }

  void print_heading(const ReviewFile& file, const std::string& fingerprint) const {
    const Result<std::optional<review::Review>> found = file.find(fingerprint);
    if (!found || !*found) return;
    const review::Review& review = **found;
    std::cout << fingerprint << context_.say("  病历 ", "  chart ") << review.chart << "  "
              << review.check << "  "
              << review::name(review::state_of(review)).text.in(context_.lang) << "\n";
  }

  StoreRun store_;
  TableOutput output_;
  std::string action_, by_, at_, comment_;
  FindingName finding_;
  std::vector<std::string> words_;
  std::optional<store::Database> database_;  // Of the run, if the store has one.
};

}  // namespace

std::unique_ptr<Command> make_review_command(const Context& context) {
  return std::make_unique<ReviewCommand>(context);
}

}  // namespace emrlint
