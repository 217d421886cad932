// SPDX-License-Identifier: Apache-2.0
// What a person who types waits for: from a change of the text, as the client sends it, to the
// diagnostics of that text. The counters are milliseconds; the goals stand in README.md.
#include <benchmark/benchmark.h>

#include <time.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
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

// The generated charts with the most documents first.
std::vector<ChartFiles> longest_charts() {
  std::vector<ChartFiles> charts = bench_charts(BenchFormat::kWs500);
  std::stable_sort(charts.begin(), charts.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return charts;
}

// A folder with one chart: `documents` documents of together about `bytes` bytes. The first one is
// the one that is edited; alone it has all the bytes. Each number is another patient.
class ChartOnDisk {
 public:
  ChartOnDisk(std::size_t documents, std::size_t bytes, std::size_t number = 0) {
    std::string name = (fs::temp_directory_path() / "emrlint-bench-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    static const std::vector<ChartFiles> charts = longest_charts();
    std::vector<std::string> texts;
    for (const std::string& text : charts.at(number)) {
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

  void open() { open(uri_, text_); }
  // A document of the chart of somebody else.
  void open_beside(const ChartOnDisk& chart) {
    open(json_quoted(uri_reference(chart.edited.path)), chart.edited.text);
  }
  // Types into the text of some section, at another place each time; what was typed stays.
  void type(std::size_t number) {
    const std::string_view letters[] = {"患", "者", "a", "，", "𠮷"};
    const std::string_view end = "</value>";
    replace(find(number, end), {}, letters[number % std::size(letters)]);
  }
  // Types what leaves the text broken: by turns the beginning of a tag in the text of a section, a
  // quote that ends the value of an attribute too early, and a letter in the name of a tag.
  void type_half(std::size_t number) {
    const struct {
      std::string_view behind, typed;
    } kinds[] = {{"</value", "<"}, {" code=\"", "\""}, {"</sect", "x"}};
    const auto& kind = kinds[number % std::size(kinds)];
    half_ = find(number, kind.behind) + (kind.typed == "<" ? 0 : kind.behind.size());
    replace(half_, {}, kind.typed);
  }
  // Opens the text without the end of a tag in its middle, which nobody mends.
  void open_broken() {
    text_.erase(text_.find("\"/>", text_.size() / 2), 1);
    open();
  }
  // Takes that back.
  void whole_again() { replace(half_, text_.substr(half_, 1), {}); }
  // Milliseconds until the diagnostics of the last change are there, and what of them was work: a
  // busy machine makes people wait for others.
  struct Wait {
    double time = 0, work = 0;
  };
  Wait wait() {
    const std::size_t before = answer_;
    const Wait taken = time([&] {
      server_.receive(message_);
      while (server_.busy()) server_.step();
    });
    if (answer_ == before) std::abort();  // Nothing was published.
    return taken;
  }
  // The same of what is done in a pause.
  Wait pause() {
    if (!server_.quiet_time()) std::abort();  // There is nothing to do.
    return time([&] { server_.idle(); });
  }

 private:
  template <typename Work>
  static Wait time(Work work) {
    const double before = thread_milliseconds();
    const auto start = std::chrono::steady_clock::now();
    work();
    const Milliseconds time = std::chrono::steady_clock::now() - start;
    return {time.count(), thread_milliseconds() - before};
  }

  void open(const std::string& uri, const std::string& text) {
    send(R"("method":"textDocument/didOpen","params":{"textDocument":{"uri":)" + uri +
         R"(,"languageId":"xml","version":1,"text":)" + json_quoted(text) + "}}");
  }

  // Some place where the words stand.
  std::size_t find(std::size_t number, std::string_view words) const {
    const std::size_t at = text_.find(words, number * 7919 % text_.size());
    return at == text_.npos ? text_.find(words) : at;
  }
  // Makes the change of `old` at a byte, which is of one code unit a byte, the next message.
  void replace(std::size_t at, const std::string& old, std::string_view fresh) {
    const lsp::TextPosition from =
        lsp::LineMap(text_).position(text_, at, lsp::PositionEncoding::kUtf16);
    const auto place = [&](std::size_t character) {
      return "{\"line\":" + std::to_string(from.line) +
             ",\"character\":" + std::to_string(character) + "}";
    };
    text_.replace(at, old.size(), fresh);
    message_ = R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{)"
               R"("uri":)" +
               uri_ + ",\"version\":" + std::to_string(++version_) +
               R"(},"contentChanges":[{"range":{"start":)" + place(from.character) +
               ",\"end\":" + place(from.character + old.size()) +
               "},\"text\":" + json_quoted(fresh) + "}]}}";
  }
  void send(const std::string& rest) {
    server_.receive(R"({"jsonrpc":"2.0",)" + rest + "}");
    while (server_.busy()) server_.step();
  }

  std::string uri_, text_, message_;
  std::size_t answer_ = 0, half_ = 0, version_ = 1;
  lsp::Server server_;
};

void count(benchmark::State& state, std::vector<Editor::Wait> waits) {
  for (double Editor::Wait::*const one : {&Editor::Wait::time, &Editor::Wait::work}) {
    std::sort(waits.begin(), waits.end(),
              [&](const Editor::Wait& a, const Editor::Wait& b) { return a.*one < b.*one; });
    const std::string name = one == &Editor::Wait::time ? "" : "work_";
    state.counters[name + "p50"] = waits[waits.size() / 2].*one;
    state.counters[name + "p99"] = waits[waits.size() * 99 / 100].*one;
  }
}

void type_letters(benchmark::State& state, Editor& editor) {
  std::vector<Editor::Wait> waits;
  for (auto _ : state) {
    editor.type(waits.size());
    waits.push_back(editor.wait());
    state.SetIterationTime(waits.back().time / 1000);
  }
  count(state, waits);
}

void keystroke(benchmark::State& state, std::size_t documents, std::size_t bytes) {
  const ChartOnDisk chart(documents, bytes);
  Editor editor(chart);
  editor.open();
  type_letters(state, editor);
}

// Only the keystrokes that leave the text broken are timed; each is taken back before the next.
void keystroke_half_typed(benchmark::State& state, std::size_t documents, std::size_t bytes) {
  const ChartOnDisk chart(documents, bytes);
  Editor editor(chart);
  editor.open();
  std::vector<Editor::Wait> waits;
  for (auto _ : state) {
    editor.type_half(waits.size());
    waits.push_back(editor.wait());
    state.SetIterationTime(waits.back().time / 1000);
    editor.whole_again();
    editor.wait();
  }
  count(state, waits);
}

// A text that was never whole: nothing from before helps to read it.
void keystroke_never_whole(benchmark::State& state, std::size_t bytes) {
  const ChartOnDisk chart(1, bytes);
  Editor editor(chart);
  editor.open_broken();
  type_letters(state, editor);
}

// With so many charts open, all of that size: the keystroke, or the pause behind it, in which the
// charts are judged together.
void charts_open(benchmark::State& state, std::size_t documents, std::size_t bytes, bool pause) {
  std::vector<std::unique_ptr<ChartOnDisk>> charts;
  for (std::size_t i = 0; i < static_cast<std::size_t>(state.range(0)); ++i) {
    charts.push_back(std::make_unique<ChartOnDisk>(documents, bytes, i));
  }
  Editor editor(*charts.front());
  editor.open();
  for (std::size_t i = 1; i < charts.size(); ++i) editor.open_beside(*charts[i]);
  std::vector<Editor::Wait> waits;
  for (auto _ : state) {
    editor.type(waits.size());
    const Editor::Wait keystroke = editor.wait();
    const Editor::Wait then = editor.pause();
    waits.push_back(pause ? then : keystroke);
    state.SetIterationTime(waits.back().time / 1000);
  }
  count(state, waits);
}

void keystroke_beside(benchmark::State& state, std::size_t documents, std::size_t bytes) {
  charts_open(state, documents, bytes, false);
}

void pause_beside(benchmark::State& state, std::size_t documents, std::size_t bytes) {
  charts_open(state, documents, bytes, true);
}

void first_open(benchmark::State& state, std::size_t documents, std::size_t bytes) {
  const ChartOnDisk chart(documents, bytes);
  for (auto _ : state) {
    Editor editor(chart);
    editor.open();
  }
}

// What is measured counts, not what comes between.
void timed(benchmark::internal::Benchmark* benchmark) {
  benchmark->Unit(benchmark::kMillisecond)->UseManualTime();
}

// So many charts are open.
void beside(benchmark::internal::Benchmark* benchmark) { benchmark->Apply(timed)->Arg(2)->Arg(10); }

BENCHMARK_CAPTURE(keystroke, 95kB_document, 1, 95'000)->Apply(timed)->Iterations(1000);
BENCHMARK_CAPTURE(keystroke, 1MB_chart_of_50, 50, 1'000'000)->Apply(timed)->Iterations(1000);
BENCHMARK_CAPTURE(keystroke, 1MB_document, 1, 1'000'000)->Apply(timed)->Iterations(300);
BENCHMARK_CAPTURE(keystroke_half_typed, 95kB_document, 1, 95'000)->Apply(timed)->Iterations(1000);
BENCHMARK_CAPTURE(keystroke_half_typed, 1MB_chart_of_50, 50, 1'000'000)
    ->Apply(timed)
    ->Iterations(300);
BENCHMARK_CAPTURE(keystroke_never_whole, 95kB_document, 95'000)->Apply(timed)->Iterations(1000);
BENCHMARK_CAPTURE(keystroke_beside, 95kB_document, 1, 95'000)->Apply(beside)->Iterations(300);
BENCHMARK_CAPTURE(keystroke_beside, 1MB_chart_of_50, 50, 1'000'000)->Apply(beside)->Iterations(100);
BENCHMARK_CAPTURE(pause_beside, 95kB_document, 1, 95'000)->Apply(beside)->Iterations(300);
BENCHMARK_CAPTURE(pause_beside, 1MB_chart_of_50, 50, 1'000'000)->Apply(beside)->Iterations(100);
BENCHMARK_CAPTURE(first_open, 95kB_document, 1, 95'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(first_open, 1MB_chart_of_50, 50, 1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace emrlint
