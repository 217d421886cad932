// SPDX-License-Identifier: Apache-2.0
#include <iterator>
#include <string>
#include <utility>

#include "reader/readers.h"

namespace emrlint {
namespace {

void report_damage(const SourceFile& file, std::uint32_t index, ReadOutput& out) {
  if (file.invalid_bytes() == 0) return;
  const std::string count = std::to_string(file.invalid_bytes());
  const Span where{index, file.first_invalid(), file.first_invalid() + 3};  // U+FFFD
  out.problems.push_back({Problem::Kind::kIncomplete, "encoding-invalid-bytes",
                          "有" + count + "个字节不是合法字符，已按U+FFFD读入",
                          count + (file.invalid_bytes() == 1 ? " byte is" : " bytes are") +
                              " no valid character; read as U+FFFD", file.uri(),
                          where, true});
}

Problem not_a_record(const SourceFile& file, std::uint32_t index) {
  const std::uint32_t end = file.line_at(0).end;
  return {Problem::Kind::kNotARecord,
          "not-a-record",
          "未识别为病历：不是共享文档（CDA）、FHIR资源或emrlint病历JSON",
          "not recognised as a record: no CDA document, no FHIR resource, no emrlint chart JSON",
          file.uri(),
          {index, 0, end},
          true};
}

// A bundle or a chart file speaks for a whole stay, a document for itself.
bool holds_charts(const std::vector<Chart>& fragments) {
  for (const Chart& chart : fragments) {
    for (const Document& document : chart.documents) {
      const bool cda = document.format == Format::kWs500 || document.format == Format::kCcda ||
                       document.format == Format::kCda;
      if (cda) return false;
    }
  }
  return true;
}

template <typename T>
void append(std::vector<T>& to, std::vector<T> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void read_record(SourceFile& file, std::uint32_t index, const Limits& limits, ReadOutput& out) {
  report_damage(file, index, out);
  switch (recognise(file.text())) {
    case Format::kWs500:
    case Format::kCcda:
    case Format::kCda:
      file.set_syntax(Syntax::kXml);
      read_cda(file, index, limits, out);
      return;
    case Format::kFhir:
      file.set_syntax(Syntax::kJson);
      read_fhir(file, index, limits, out);
      return;
    case Format::kChartJson:
      file.set_syntax(Syntax::kJson);
      read_chart_json(file, index, limits, out);
      return;
    case Format::kUnknown:
      out.problems.push_back(not_a_record(file, index));
  }
}

std::vector<Chart> join_fragments(std::vector<std::vector<Chart>> files, bool folder, bool gaps) {
  std::vector<Chart> charts, together;
  for (std::vector<Chart>& fragments : files) {
    if (folder) {
      gaps = gaps || fragments.empty();
      append(together, std::move(fragments));
    } else {
      const bool whole = holds_charts(fragments);
      append(charts, build_charts(std::move(fragments), whole));
    }
  }
  for (Chart& chart : together) {
    if (!gaps) break;
    chart.cut_off = true;
    chart.sources = {};
  }
  if (folder) append(charts, build_charts(std::move(together), true));
  return charts;
}

Batch read_texts(std::vector<std::unique_ptr<SourceFile>> files, const Limits& limits,
                 bool folder, bool gaps) {
  Batch batch;
  batch.files = std::move(files);
  std::vector<std::vector<Chart>> fragments;
  for (std::uint32_t i = 0; i < batch.files.size(); ++i) {
    ReadOutput out;
    read_record(*batch.files[i], i, limits, out);
    append(batch.problems, std::move(out.problems));
    fragments.push_back(std::move(out.fragments));
  }
  batch.charts = join_fragments(std::move(fragments), folder, gaps);
  return batch;
}

Behind found_behind(std::size_t parts) {
  const std::string number = std::to_string(parts);
  return {"；已读取此前内容，此后恢复" + number + "个完整部分",
          "; what stands before was read, and " + number +
              (parts == 1 ? " whole part" : " whole parts") + " behind it"};
}

}  // namespace emrlint
