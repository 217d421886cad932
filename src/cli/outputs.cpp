// SPDX-License-Identifier: Apache-2.0
#include "cli/outputs.h"

#include <algorithm>
#include <iostream>
#include <string_view>
#include <utility>

#include "base/nearest.h"
#include "output/xlsx.h"

namespace emrlint {
namespace {

Error unknown_form(const std::string& name, const std::vector<OutputForm>& forms) {
  std::vector<std::string_view> names;
  std::string zh, en;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    names.push_back(forms[i].name);
    zh += (i == 0 ? "" : "、") + forms[i].name;
    en += (i == 0 ? "" : i + 1 == forms.size() ? " or " : ", ") + forms[i].name;
  }
  const std::string near(nearest(name, names));
  return {"未知的输出格式：" + name + (near.empty() ? "，可用：" + zh : "。是否指 " + near + "？"),
          "unknown output format: " + name +
              (near.empty() ? "; use " + en : ". Did you mean " + near + "?"),
          {}};
}

}  // namespace

std::vector<OutputForm> finding_forms() {
  return {{"text", make_text_sink},
          {"json", make_json_sink},
          {"sarif", make_sarif_sink},
          {"csv", make_csv_sink},
          {"xlsx", make_xlsx_sink, XlsxBook::missing},
          {"junit", make_junit_sink},
          {"fhir", make_fhir_sink}};
}

std::optional<Error> Outputs::open(Output& output) {
  if (output.path.empty()) {
    if (stdout_used_) {
      return Error{"只能有一种格式写到标准输出，其余请写 -f 格式=文件",
                   "only one format can go to stdout; name a file for the others: -f FORM=FILE",
                   {}};
    }
    stdout_used_ = true;
    return std::nullopt;
  }
  output.file = std::make_unique<std::ofstream>(output.path, std::ios::binary);
  if (*output.file) return std::nullopt;
  return Error{"无法写入 " + output.path, "cannot write " + output.path, {}};
}

std::optional<Error> Outputs::add(const std::string& format) {
  const std::size_t equals = std::min(format.find('='), format.size());
  const std::string name = format.substr(0, equals);
  const auto form = std::find_if(forms_.begin(), forms_.end(),
                                 [&](const OutputForm& known) { return known.name == name; });
  if (form == forms_.end()) return unknown_form(name, forms_);
  if (form->missing) {
    if (std::optional<Error> error = form->missing()) return error;
  }
  Output output;
  output.path = format.substr(std::min(equals + 1, format.size()));
  if (std::optional<Error> error = open(output)) return error;
  std::ostream& out = output.file ? static_cast<std::ostream&>(*output.file) : std::cout;
  OutputOptions options = options_;
  if (output.file) {
    options.colour = false;
    options.columns = OutputOptions().columns;
  }
  output.paths = name == "sarif" || name == "fhir";
  output.sink = form->make(out, catalog_, std::move(options));
  outputs_.push_back(std::move(output));
  return std::nullopt;
}

std::optional<Error> Outputs::add_waivers(const std::string& path, const Time& today) {
  Output output;
  output.path = path;
  if (std::optional<Error> error = open(output)) return error;
  output.sink = make_waiver_sink(*output.file, catalog_, options_, today);
  outputs_.push_back(std::move(output));
  return std::nullopt;
}

bool Outputs::with_paths() const {
  return std::any_of(outputs_.begin(), outputs_.end(),
                     [](const Output& output) { return output.paths; });
}

void Outputs::begin() {
  for (const Output& output : outputs_) output.sink->begin();
}

std::vector<std::string> Outputs::render(const Batch& batch,
                                         const std::vector<ChartReport>& reports) const {
  std::vector<std::string> rendered;
  for (const Output& output : outputs_) rendered.push_back(output.sink->render(batch, reports));
  return rendered;
}

void Outputs::add(const Batch& batch, const std::vector<ChartReport>& reports,
                  const std::vector<std::string>& rendered) {
  for (std::size_t i = 0; i < outputs_.size(); ++i) {
    outputs_[i].sink->add(batch, reports, rendered[i]);
  }
}

std::optional<Error> Outputs::end(const RunSummary& summary) {
  std::optional<Error> error;
  for (const Output& output : outputs_) {
    output.sink->end(summary);
    std::ostream& out = output.file ? static_cast<std::ostream&>(*output.file) : std::cout;
    out.flush();
    if (!out) {
      const std::string name = output.path.empty() ? "stdout" : output.path;
      error = Error{"未能写完 " + name, "could not write all of " + name, {}};
    }
  }
  return error;
}

}  // namespace emrlint
