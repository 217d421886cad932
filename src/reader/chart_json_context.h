// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_CHART_JSON_CONTEXT_H_
#define EMRLINT_READER_CHART_JSON_CONTEXT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/time.h"
#include "model/chart.h"
#include "reader/batch.h"
#include "syntax/json.h"

namespace emrlint::chart_json {

// What the reader of one chart knows while it reads: the chart so far and where problems go. The
// functions that take a JSON value report a value of the wrong kind and then leave things alone;
// null says nothing and is never wrong.
class Context {
 public:
  Context(const SourceFile& file, Chart& chart, ReadOutput& out)
      : file_(file), chart_(chart), out_(out) {}

  Chart& chart() { return chart_; }

  // Times that are read while a document is open are also noted in its raw_times.
  void open(Document* document) { document_ = document; }

  // Kinds of data that the chart says it brings.
  void promise(Source source) { promised_.add(source); }
  SourceSet promised() const { return promised_; }

  void problem(std::string_view id, Span where, std::string zh, std::string en);
  void wrong_kind(JsonValue value, std::string_view zh, std::string_view en);
  // A word that is none of the known ones, with the nearest of them.
  void unknown_word(std::string_view id, Text word, std::span<const std::string_view> known,
                    std::string_view zh, std::string_view en);

  std::optional<Text> text(JsonValue value);    // A string or a number as written.
  std::optional<Text> scalar(JsonValue value);  // Also true and false.
  std::optional<Located<bool>> flag(JsonValue value);
  std::optional<Located<int>> integer(JsonValue value, int least, int most);
  std::optional<Located<Time>> time(JsonValue value, std::string_view what);

  // Staff are read before everything that refers to them, documents before what refers to those.
  void know_staff();
  void know_documents();
  void resolve(Person& person);                           // By its id, from the staff table.
  std::optional<std::uint32_t> document_index(Text id);
  // Whether every `about` of the chart leads to an event or document; called at the end.
  void check_references();

 private:
  const SourceFile& file_;
  Chart& chart_;
  ReadOutput& out_;
  Document* document_ = nullptr;
  SourceSet promised_;
  std::unordered_map<std::string_view, std::size_t> staff_;
  std::unordered_map<std::string_view, std::uint32_t> documents_;
  std::unordered_set<std::string_view> missing_staff_;
  std::size_t problems_ = 0;
};

}  // namespace emrlint::chart_json

#endif  // EMRLINT_READER_CHART_JSON_CONTEXT_H_
