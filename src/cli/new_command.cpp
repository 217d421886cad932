// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/nearest.h"
#include "cli/command.h"
#include "cli/table_output.h"
#include "draft/new_document.h"
#include "draft/read_beside.h"

namespace emrlint {
namespace {

namespace fs = std::filesystem;
using draft::NewDocument;
using draft::ReadBeside;

struct FormatName {
  std::string_view id;
  Format format;
};
constexpr FormatName kFormats[] = {
    {"ws500", Format::kWs500},
    {"ccda", Format::kCcda},
    {"chart-json", Format::kChartJson},
    {"fhir", Format::kFhir},
};

std::string_view id_of(Format format) {
  for (const FormatName& name : kFormats) {
    if (name.format == format) return name.id;
  }
  return {};
}

std::optional<DocType> type_of(std::string_view word) {
  for (const DocType type : draft::new_document_types()) {
    if (word == id(type) || word == name(type, Lang::kZh) || word == name(type, Lang::kEn)) {
      return type;
    }
  }
  return std::nullopt;
}

Error no_type(std::string_view word) {
  std::vector<std::string_view> known;
  for (const DocType type : draft::new_document_types()) {
    known.insert(known.end(), {id(type), name(type, Lang::kZh), name(type, Lang::kEn)});
  }
  const std::string said(word);
  return {"没有文书类型“" + said + "”（emrlint new --list 列出全部类型）" +
              did_you_mean_zh(word, known),
          "there is no type of document \"" + said + "\" (emrlint new --list lists them)" +
              did_you_mean_en(word, known),
          {}};
}

// Writes a file that is not there yet.
std::optional<Error> create_file(const std::string& path, std::string_view text) {
  std::FILE* const file = std::fopen(path.c_str(), "wbx");
  if (file == nullptr && errno == EEXIST) {
    return Error{"已有 " + path + "，不覆盖", path + " exists and is not overwritten", {}};
  }
  const bool written =
      file != nullptr && std::fwrite(text.data(), 1, text.size(), file) == text.size();
  const bool closed = file != nullptr && std::fclose(file) == 0;
  if (written && closed) return std::nullopt;
  const std::string why = std::strerror(errno);
  return Error{"无法写入 " + path + "：" + why, "cannot write " + path + ": " + why, {}};
}

// `emrlint new`: a document that is still to be written.
class NewCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "new", context_.say("新建一份文书：含其标准要求的章节，均为空白",
                            "begin a document with the sections of its standard, empty"));
    command
        ->add_option("type", type_,
                     context_.say("文书类型，代号或名称，如 discharge-record、出院记录；见 --list",
                                  "the type, by id or name, such as discharge-record; see --list"))
        ->option_text(context_.say("类型", "TYPE"));
    command
        ->add_option("path", path_,
                     context_.say("一份病历的文件夹，或其中一份文书：患者和住院信息取自该病历；"
                                  "默认为当前文件夹",
                                  "the folder of a chart or a document in it, which tells of the "
                                  "patient and the stay; by default the current folder"))
        ->option_text(context_.say("路径", "PATH"));
    command
        ->add_option("--format", format_,
                     context_.say("格式；默认与旁边的文书相同；没有文书的用 ws500，国外病历用 ccda",
                                  "the format; by default that of the documents beside it; without "
                                  "any ws500, for charts from abroad ccda"))
        ->check(CLI::IsMember({"ws500", "ccda", "chart-json", "fhir"}))
        ->option_text("ws500|ccda|chart-json|fhir");
    command
        ->add_option("--output", output_,
                     context_.say("写入的文件，- 为标准输出；默认写在该病历的文件夹中，不覆盖已有的"
                                  "文件",
                                  "the file to write, - for stdout; by default one in the folder "
                                  "of the chart. No file is overwritten"))
        ->option_text(context_.say("文件", "FILE"));
    command->add_flag("--list", list_,
                      context_.say("列出文书类型、名称和有模板的格式",
                                   "list the types with their names and formats"));
    command->footer(context_.say(
        "示例：\n"
        "  emrlint new 出院记录 病历/ZY0001             写入 病历/ZY0001/出院记录.xml\n"
        "  emrlint new operation-record 病历/ZY0001 --output -\n"
        "  emrlint new 会诊记录 --format chart-json --output 会诊.json\n"
        "  emrlint new --list\n"
        "\n一个文件装整份病历的（chart-json、FHIR Bundle），新文书应放入该文件：只打印其"
        "文字，\n用 --output 则写出加入了它的副本。\n",
        "Examples:\n"
        "  emrlint new discharge-record charts/ZY0001   writes a file in that folder\n"
        "  emrlint new operation-record charts/ZY0001 --output -\n"
        "  emrlint new ccd --format ccda --output summary.xml\n"
        "  emrlint new --list\n"
        "\nWhere one file holds the chart (chart-json, a FHIR Bundle) the document "
        "belongs in\nthat file: its text is printed, or with --output a copy of the "
        "file that has it.\n"));
    return command;
  }

  int run() override {
    if (list_) return list();
    if (type_.empty()) {
      return usage_error(context_, {"须写文书类型，或用 --list 列出", "say a type, or --list", {}});
    }
    const auto type = type_of(type_);
    if (!type) return usage_error(context_, no_type(type_));
    std::error_code unknown;
    if (!fs::exists(path_, unknown)) {
      return usage_error(context_, {"没有 " + path_, "there is no " + path_, {}});
    }
    const ReadBeside read = draft::read_beside(path_, wanted());
    const auto made = draft::new_document(*type, read.beside);
    if (!made) return usage_error(context_, no_room(*type, read));
    if (read.charts > 1) note(several(read.charts));
    if (const auto text = other_format(read.beside)) note(*text);
    return write(read, *made);
  }

 private:
  std::optional<Format> wanted() const {
    for (const FormatName& name : kFormats) {
      if (format_ == name.id) return name.format;
    }
    return std::nullopt;
  }

  // That the chart has documents in another format than was asked for, if so.
  static std::optional<Error> other_format(const draft::Beside& beside) {
    if (beside.known().documents.empty() || !beside.text.empty()) return std::nullopt;
    const Format usual = draft::usual_format(std::span(&beside.chart, 1));
    if (usual == beside.format) return std::nullopt;
    const std::string in(id_of(usual));
    return Error{"这份病历的文书是 " + in + " 格式；不同格式的文件读取时未必合为一份病历",
                 "the documents of this chart are in the format " + in +
                     "; files of several formats are not always read as one chart",
                 {}};
  }

  // Why nobody is named.
  Error several(std::size_t charts) const {
    const std::string count = std::to_string(charts);
    std::error_code unknown;
    if (!fs::is_directory(path_, unknown)) {
      return {path_ + " 中有" + count + "份病历，不知为谁而写，患者留空",
              path_ + " holds " + count +
                  " charts; none is known to be meant, and the patient is "
                  "left empty",
              {}};
    }
    return {"此处有" + count + "份病历，不知为谁而写，患者留空；写明一份文书的路径即取其患者",
            "of " + count +
                " charts none is known to be meant: the patient is left empty; the path "
                "of a document names its own",
            {}};
  }

  void note(const Error& text) const {
    std::fprintf(stderr, "emrlint: %s\n", context_.say(text).c_str());
  }

  static Error no_room(DocType type, const ReadBeside& read) {
    const Format format = read.beside.format;
    const std::string in(id_of(format));
    if (draft::has_template(type, format)) {
      return {read.file + " 放不进新文书：它有语法错误，或只是一份文书",
              read.file +
                  " has no room for a document: it has an error of syntax, or is one "
                  "document and no more",
              {}};
    }
    std::string others;
    for (const FormatName& name : kFormats) {
      if (draft::has_template(type, name.format)) others.append(" ").append(name.id);
    }
    return {std::string(name(type, Lang::kZh)) + "在格式 " + in + " 中没有模板；有的格式：" +
                others + "（--format）",
            "the " + std::string(name(type, Lang::kEn)) + " has no template in the format " + in +
                "; it has one in:" + others + " (--format)",
            {}};
  }

  // Of a file with many documents, that file with the new one in it.
  static std::string whole(const ReadBeside& read, const NewDocument& made) {
    if (!made.at) return made.text;
    return std::string(read.beside.text).replace(*made.at, made.replaces, made.text);
  }

  // Of a file that holds the chart: it is not ours to change.
  int print(const ReadBeside& read, const NewDocument& made) const {
    std::string_view text = made.text;
    if (made.at) {
      const Batch& batch = *read.batches[read.batch];
      const std::string line =
          std::to_string(batch.files[read.beside.file]->position(*made.at).line);
      note({"属于 " + read.file + " 第" + line + "行，该文件未改动；以下是其文字",
            "belongs in " + read.file + ", line " + line +
                ", which was not changed; this is its "
                "text"});
      text.remove_prefix(std::min(text.find_first_not_of(", \r\n"), text.size()));
    }
    std::fwrite(text.data(), 1, text.size(), stdout);
    if (!text.ends_with('\n')) std::fputc('\n', stdout);
    return kExitOk;
  }

  int write(const ReadBeside& read, const NewDocument& made) const {
    if (output_ == "-" || (made.at && output_.empty())) return print(read, made);
    const std::string path =
        output_.empty() ? draft::free_path(read.folder, made.file_name) : output_;
    const auto error = create_file(path, whole(read, made));
    if (error) return usage_error(context_, *error);
    std::printf("%s\n", path.c_str());
    return kExitOk;
  }

  int list() const {
    Table table;
    table.type = "document-type";
    table.columns = {{"type", {"类型", "type"}},
                     {"zh", {"中文名称", "Chinese name"}},
                     {"en", {"英文名称", "English name"}},
                     {"formats", {"格式", "formats"}}};
    for (const DocType type : draft::new_document_types()) {
      std::string formats;
      for (const FormatName& name : kFormats) {
        if (!draft::has_template(type, name.format)) continue;
        formats.append(formats.empty() ? "" : " ").append(name.id);
      }
      if (wanted() && !draft::has_template(type, *wanted())) continue;
      table.rows.push_back({id(type), name(type, Lang::kZh), name(type, Lang::kEn), formats});
    }
    return TableOutput{}.write(context_, table);
  }

  std::string type_, path_ = ".", format_, output_;
  bool list_ = false;
};

}  // namespace

std::unique_ptr<Command> make_new_command(const Context& context) {
  return std::make_unique<NewCommand>(context);
}

}  // namespace emrlint
