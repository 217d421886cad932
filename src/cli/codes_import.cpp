// SPDX-License-Identifier: Apache-2.0
#include "cli/codes_import.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <iterator>

#include "cli/files.h"
#include "output/json_writer.h"

namespace emrlint {
namespace {

constexpr std::size_t kShown = 50;  // Rows that were not taken.

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) out.append(out.empty() ? "" : "|").append(word);
  return out;
}

Result<std::string> bytes_of(const std::string& path) {
  if (path != "-") return read_small_file(path);
  return std::string((std::istreambuf_iterator<char>(std::cin)), {});
}

Error not_a_day(const char* option, const std::string& text) {
  const std::string name(option);
  return {name + " 应为日期，如2024-01-31：" + text,
          name + " must be a date such as 2024-01-31: " + text,
          {}};
}

}  // namespace

void CodesImportOptions::add(CLI::App& command, const Context& context) {
  const std::string group = context.say("导入", "Import");
  const auto option = [&](const char* name, std::string& value, const char* zh, const char* en,
                          const std::string& word) {
    return command.add_option(name, value, context.say(zh, en))->option_text(word)->group(group);
  };
  const std::string file = context.say("文件", "FILE");
  option("-o,--output", output_, "写入的编码表文件", "the code table to write", file);
  std::vector<std::string> systems(coding_system_ids().begin(), coding_system_ids().end());
  option("--system", system_, "编码体系；默认由内容判断",
         "code system; by default told by the codes", joined(coding_system_ids()))
      ->check(CLI::IsMember(systems));
  option("--edition", edition_,
         "版本标识，如clinical-2.0、insurance-2.0、clinical-3.0、gbt-14396-2016、who-2019",
         "id of the edition, such as clinical-2.0, insurance-2.0, clinical-3.0, gbt-14396-2016, "
         "who-2019",
         "ID");
  option("--name", name_, "版本的名称", "name of the edition", "TEXT");
  option("--publisher", publisher_, "发布者", "who publishes it", "TEXT");
  option("--region", region_, "适用地区，如CN-ZJ；默认不限", "where it holds, such as CN-ZJ",
         "REGION");
  option("--valid-from", from_, "启用日期（含）", "first day on which it is in force", "DATE");
  option("--valid-to", to_, "停用日期（含）", "last day on which it is in force", "DATE");
  option("--columns", columns_,
         "列名认不出时指明各列，如code=A,name=C；可用code、name、name-en、synonyms、link、parent、"
         "billable、sex、age-from、age-to、valid-from、valid-to、category、category-name、"
         "subcategory、subcategory-name",
         "which columns hold what where headings do not tell: code=A,name=C; of code, name, "
         "name-en, synonyms, link, parent, billable, sex, age-from, age-to, valid-from, valid-to, "
         "category, category-name, subcategory, subcategory-name",
         "KEY=COLUMN,...");
  option("--sheet", sheet_, "工作簿中的工作表；默认所有有编码的表",
         "sheet of a workbook; by default all with codes", "NAME");
  command
      .add_flag("--repeats-are-synonyms", repeats_,
                context.say("重复的编码若名称不同，收为别名",
                            "a code that comes again with another name "
                            "brings a synonym"))
      ->group(group);
  command
      .add_flag(
          "--all-rejected", all_,
          context.say("列出所有未采用的行；默认前50行", "list all rows not taken, not just 50"))
      ->group(group);
}

Result<ImportOptions> CodesImportOptions::options() const {
  ImportOptions options;
  CodeEdition& edition = options.edition;
  edition.system = find_coding_system(system_);
  edition.id = edition_;
  edition.name_zh = edition.name_en = name_;
  edition.publisher = publisher_;
  edition.region = region_;
  edition.validity = {parse_code_day(from_), parse_code_day(to_)};
  if (!from_.empty() && !edition.validity.from) return not_a_day("--valid-from", from_);
  if (!to_.empty() && !edition.validity.to) return not_a_day("--valid-to", to_);
  options.sheet = sheet_;
  options.repeats_are_synonyms = repeats_;
  for (std::size_t at = 0; at < columns_.size();) {
    const std::size_t end = std::min(columns_.find(',', at), columns_.size());
    const std::string one = columns_.substr(at, end - at);
    const std::size_t equals = one.find('=');
    if (equals == one.npos) {
      return Error{
          "--columns 应写作 code=A,name=C：" + one, "--columns: write code=A,name=C: " + one, {}};
    }
    options.columns.emplace_back(one.substr(0, equals), one.substr(equals + 1));
    at = end + 1;
  }
  return options;
}

int CodesImportOptions::run(const std::vector<std::string>& files, bool json,
                            const Context& context) const {
  if (files.empty() || output_.empty()) {
    return usage_error(context,
                       {"请写明来源文件和 --output", "name source files and --output", {}});
  }
  Result<ImportOptions> chosen = options();
  if (!chosen) return usage_error(context, chosen.error());
  CodeImport import(*std::move(chosen));
  for (const std::string& file : files) {
    Result<std::string> bytes = bytes_of(file);
    if (!bytes) return usage_error(context, bytes.error());
    if (auto error = import.add(file, *std::move(bytes))) return usage_error(context, *error);
  }
  const Result<std::string> table = import.finish();
  if (!table) {
    report(import, json, context);
    return usage_error(context, table.error());
  }
  if (auto error = write_code_file(output_, *table)) return usage_error(context, *error);
  report(import, json, context);
  return import.faults().empty() ? kExitOk : kExitFindings;
}

void CodesImportOptions::report(const CodeImport& import, bool json, const Context& context) const {
  for (const Error& note : import.notes()) {
    std::fprintf(stderr, "emrlint: %s\n", context.say(note).c_str());
  }
  const auto& faults = import.faults();
  if (json) {
    JsonWriter out(std::cout);
    for (const ImportFault& fault : faults) {
      out.begin_object(), out.text("type", "rejected"), out.text("place", fault.place);
      out.both("reason", {fault.zh, fault.en}), out.end_object(), out.end_document();
    }
    out.begin_object(), out.text("type", "import"), out.text("output", output_);
    out.number("rows", import.edition().rows), out.number("codes", import.codes());
    out.number("rejected", faults.size()), out.number("other", import.other_rows());
    out.end_object(), out.end_document();
    return;
  }
  const std::size_t shown = all_ ? faults.size() : std::min(faults.size(), kShown);
  for (std::size_t i = 0; i < shown; ++i) {
    const std::string& text = context.lang == Lang::kZh ? faults[i].zh : faults[i].en;
    std::fprintf(stderr, "%s: %s\n", faults[i].place.c_str(), text.c_str());
  }
  if (shown < faults.size()) {
    std::fprintf(stderr,
                 context
                     .say("另有%zu行未采用，--all-rejected 全部列出\n",
                          "%zu more rows were not taken: --all-rejected lists all\n")
                     .c_str(),
                 faults.size() - shown);
  }
  if (import.codes() == 0) return;
  const CodeEdition& edition = import.edition();
  std::printf(context
                  .say("%s：%s，读入%u行，%zu个编码，%zu行未采用\n",
                       "%s: %s, %u rows read, %zu codes, %zu rows not taken\n")
                  .c_str(),
              output_.c_str(),
              (context.lang == Lang::kZh ? edition.name_zh : edition.name_en).c_str(), edition.rows,
              import.codes(), faults.size());
  if (import.other_rows() > 0) {
    std::printf(context
                    .say("%u行属于其他编码体系或其他规则，未读\n",
                         "%u rows are of another code system or of other edits\n")
                    .c_str(),
                import.other_rows());
  }
}

}  // namespace emrlint
