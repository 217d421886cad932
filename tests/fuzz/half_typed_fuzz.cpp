// SPDX-License-Identifier: Apache-2.0
// A text on the screen that changes: the first bytes tell where and how, the rest is the text.
#include <algorithm>
#include <utility>

#include "fuzz/invariants.h"
#include "lsp/screen_text.h"
#include "reader/readers.h"
#include "source/utf8.h"

namespace {

using namespace emrlint;

// The place that was passed over is one of the text as it stands there; all else is of the text as
// it was read.
void check_gap(const std::string& text, ReadOutput& out) {
  if (out.problems.empty() || !lsp::syntax_problem(out.problems.back())) return;
  const Span where = out.problems.back().where;
  const auto front = [&](std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  fuzz::expect(where.begin <= where.end && where.end <= text.size(), "the gap is no place");
  fuzz::expect(front(where.begin) && front(where.end), "the gap cuts a character");
  out.problems.pop_back();
}

// Shows the text; all that is read of it lies in it.
void show(lsp::ScreenText& screen, const std::string& text) {
  fuzz::Files files;
  files.push_back(std::make_unique<SourceFile>("x", text));
  ReadOutput out = screen.read(files.front(), 0, true, fuzz::small_limits());
  fuzz::expect(files.front()->text().size() >= text.size(), "a mended text is too short");
  if (files.front()->text() != text) check_gap(text, out);
  fuzz::check_problems(files, out.problems);
  fuzz::check_charts(files, build_charts(std::move(out.fragments), false));
}

// Replaces a part of the text by one from elsewhere in it, each by two bytes.
void change(std::string& text, const std::uint8_t* how) {
  const auto place = [&](std::uint8_t byte) { return text.size() * byte / 256; };
  const std::size_t from = place(how[0]), to = place(how[1]);
  const std::string piece = text.substr(from, how[2] % 32);
  text.replace(to, std::min<std::size_t>(how[3] % 32, text.size() - to), piece);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kChanges = 4, kBytes = 4;
  if (size < kChanges * kBytes) return 0;
  std::string text = fuzz::bytes_of(data + kChanges * kBytes, size - kChanges * kBytes);
  lsp::ScreenText screen;
  for (std::size_t i = 0;; ++i) {
    if (first_invalid_utf8(text) == text.size() && text.find('\0') == text.npos) show(screen, text);
    if (i == kChanges) return 0;
    change(text, data + i * kBytes);
  }
}
