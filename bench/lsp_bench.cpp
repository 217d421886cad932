// SPDX-License-Identifier: Apache-2.0
// What a person who types waits for: from a change of the text, as the client sends it, to the
// diagnostics of that text. The counters are milliseconds; the goals stand in README.md.
#include <benchmark/benchmark.h>

#include <time.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "charts.h"
#include "lsp/line_map.h"
#include "lsp/server.h"
#include "output/place.h"

namespace emrlint {
namespace {

namespace fs = std::filesystem;
using Milliseconds = std::chrono::duration<double, std::milli>;

const Catalog& catalog() {
  static const Catalog value = *Catalog::built_in();
  return value;
}

// The document with its last section repeated until it has that size.
std::string padded(std::string text, std::size_t bytes) {
  const std::size_t end = text.rfind("</structuredBody>");
  const std::size_t close = text.rfind("</component>", end);
  const std::size_t open = text.rfind("<component>", close);
  if (end == text.npos || open == text.npos) return text;
  const std::string block = text.substr(open, close - open) + "</component>\n";
  std::string more;
  while (text.size() + more.size() < bytes) more += block;
  return text.insert(end, more);
}

// A folder with one chart: `documents` documents of together about `bytes` bytes. The first one is
// the one that is edited; alone it has all the bytes.
class ChartOnDisk {
 public:
  ChartOnDisk(std::size_t documents, std::size_t bytes) {
    std::string name = (fs::temp_directory_path() / "emrlint-bench-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    const auto& charts = bench_charts(BenchFormat::kWs500);
    const auto longest =
        std::max_element(charts.begin(), charts.end(),
                         [](const auto& a, const auto& b) { return a.size() < b.size(); });
    std::vector<std::string> texts;
    for (const std::string& text : *longest) {
      if (text.find("<structuredBody>") != text.npos) texts.push_back(text);
    }
    for (std::size_t i = 0; i < documents; ++i) {
      const std::string text = padded(texts[i % texts.size()], bytes / documents);
      const fs::path path = folder_ / (std::to_string(100 + i) + ".xml");
      std::ofstream(path, std::ios::binary) << text;
      if (i == 0) edited = {path.string(), text};
    }
  }
  ~ChartOnDisk() { fs::remove_all(folder_); }
  ChartOnDisk(const ChartOnDisk&) = delete;
  ChartOnDisk& operator=(const ChartOnDisk&) = delete;

  struct {
    std::string path, text;
  } edited;

 private:
  fs::path folder_;
};

std::string json_quoted(std::string_view text) {
  return lsp::to_json(rapidjson::Value(text.data(), static_cast<rapidjson::SizeType>(text.size())));
}

double thread_milliseconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

class Editor {
 public:
  explicit Editor(const ChartOnDisk& chart)
      : uri_(json_quoted(uri_reference(chart.edited.path))),
        text_(chart.edited.text),
        server_({catalog(),
                 [](const std::string&) { return Config::load(catalog(), "", "", nullptr); }},
                [this](const std::string& body) { answer_ += body.size(); }) {
    send(R"("id":1,"method":"initialize","params":{"initializationOptions":{"now":null}})");
  }

  void open() {
    send(R"("method":"textDocument/didOpen","params":{"textDocument":{"uri":)" + uri_ +
         R"(,"languageId":"xml","version":1,"text":)" + json_quoted(text_) + "}}");
  }
  // Types into the text of some section, at another place each time; what was typed stays.
  void type(std::size_t number) {
    const std::string_view letters[] = {"患", "者", "a", "，", "𠮷"};
    const std::string_view letter = letters[number % std::size(letters)];
    const std::size_t from = number * 7919 % text_.size();
    std::size_t at = text_.find("</value>", from);
    if (at == text_.npos) at = text_.find("</value>");
    const lsp::TextPosition position =
        lsp::LineMap(text_).position(text_, at, lsp::PositionEncoding::kUtf16);
    const std::string place = "{\"line\":" + std::to_string(position.line) +
                              ",\"character\":" + std::to_string(position.character) + "}";
    text_.insert(at, letter);
    message_ = R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{)"
               R"("uri":)" +
               uri_ + ",\"version\":" + std::to_string(number + 2) +
               R"(},"contentChanges":[{"range":{"start":)" + place + ",\"end\":" + place +
               "},\"text\":" + json_quoted(letter) + "}]}}";
  }
  // Milliseconds until the diagnostics of the last change are there, and what of them was work: a
  // busy machine makes people wait for others.
  struct Wait {
    double time = 0, work = 0;
  };
  Wait wait() {
    const std::size_t before = answer_;
    const double work = thread_milliseconds();
    const auto start = std::chrono::steady_clock::now();
    server_.receive(message_);
    while (server_.busy()) server_.step();
    const Milliseconds time = std::chrono::steady_clock::now() - start;
    if (answer_ == before) std::abort();  // Nothing was published.
    return {time.count(), thread_milliseconds() - work};
  }

 private:
  void send(const std::string& rest) {
    server_.receive(R"({"jsonrpc":"2.0",)" + rest + "}");
    while (server_.busy()) server_.step();
  }

  std::string uri_, text_, message_;
  std::size_t answer_ = 0;
  lsp::Server server_;
};

void keystroke(benchmark::State& state, std::size_t documents, std::size_t bytes) {
  const ChartOnDisk chart(documents, bytes);
  Editor editor(chart);
  editor.open();
  std::vector<double> times, works;
  for (auto _ : state) {
    editor.type(times.size());
    const Editor::Wait wait = editor.wait();
    times.push_back(wait.time);
    works.push_back(wait.work);
    state.SetIterationTime(wait.time / 1000);
  }
  for (std::vector<double>* const one : {&times, &works}) {
    std::sort(one->begin(), one->end());
    const std::string name = one == &times ? "" : "work_";
    state.counters[name + "p50"] = (*one)[one->size() / 2];
    state.counters[name + "p99"] = (*one)[one->size() * 99 / 100];
  }
}

void first_open(benchmark::State& state, std::size_t documents, std::size_t bytes) {
  const ChartOnDisk chart(documents, bytes);
  for (auto _ : state) {
    Editor editor(chart);
    editor.open();
  }
}

BENCHMARK_CAPTURE(keystroke, 95kB_document, 1, 95'000)
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime()
    ->Iterations(1000);
BENCHMARK_CAPTURE(keystroke, 1MB_chart_of_50, 50, 1'000'000)
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime()
    ->Iterations(1000);
BENCHMARK_CAPTURE(keystroke, 1MB_document, 1, 1'000'000)
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime()
    ->Iterations(300);
BENCHMARK_CAPTURE(first_open, 95kB_document, 1, 95'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(first_open, 1MB_chart_of_50, 50, 1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace emrlint
