// SPDX-License-Identifier: Apache-2.0
#include "lsp/screen_text.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "lsp/half_typed.h"
#include "reader/readers.h"
#include "syntax/common_ends.h"
#include "syntax/mend.h"

namespace emrlint::lsp {
namespace {

bool sound(const ReadOutput& read) {
  return std::none_of(read.problems.begin(), read.problems.end(), syntax_problem);
}

Syntax syntax_of(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  const bool json = first != text.npos && (text[first] == '{' || text[first] == '[');
  return json ? Syntax::kJson : Syntax::kXml;
}

Problem not_complete(std::string uri, Span where, Syntax syntax) {
  return {Problem::Kind::kIncomplete,
          syntax == Syntax::kJson ? "json-syntax" : "xml-syntax",
          "此处尚不完整，已略过；其余内容照常检查",
          "this is not complete yet and was passed over; the rest was checked",
          std::move(uri),
          where,
          true};
}

}  // namespace

bool syntax_problem(const Problem& problem) {
  return problem.id == "xml-syntax" || problem.id == "json-syntax";
}

// The ways in which a text was mended, and what was read by the best of them.
class ScreenText::Readings {
 public:
  Readings(const SourceFile& file, std::uint32_t index, Limits limits, const Shape& whole)
      : file_(file), index_(index), limits_(limits), whole_(whole) {
    limits_.recover = false;
  }

  // The way by which the most is read is the best; the first one of several. One that is `certain`
  // needs no other beside it, if all is there that was when the text was whole.
  void attempt(const MendedText& mended, bool certain) {
    if (best && best->text() == mended.text) return;
    auto file = std::make_unique<SourceFile>(file_.uri(), mended.text);
    ReadOutput out;
    read_record(*file, index_, limits_, out);
    if (!sound(out) || out.fragments.empty()) return;
    Shape read_shape = shape_of(out);
    certain = certain && read_shape.counts == whole_.counts;
    if (best && !certain && read_shape.parts <= shape.parts) return;
    const auto size = static_cast<std::uint32_t>(file_.text().size());
    gap = {index_, std::min(mended.broken.begin, size), std::min(mended.broken.end, size)};
    passed_over = {gap.begin, std::min(mended.last, size)};
    gaps = mended.gaps;
    best = std::move(file);
    read = std::move(out);
    shape = std::move(read_shape);
    done = certain;
  }

  std::unique_ptr<SourceFile> best;
  ReadOutput read;
  Span gap;               // The first place that was mended,
  TextRange passed_over;  // and all from it to the last one.
  std::uint32_t gaps = 0;
  Shape shape;
  bool done = false;

 private:
  const SourceFile& file_;
  std::uint32_t index_;
  Limits limits_;
  const Shape& whole_;
};

ScreenText::Shape ScreenText::shape_of(const ReadOutput& read) {
  Shape shape;
  for (const Chart& chart : read.fragments) {
    for (const std::size_t count :
         {chart.documents.size(), chart.diagnoses.size(), chart.procedures.size(),
          chart.surgeries.size(), chart.orders.size(), chart.results.size(),
          chart.observations.size(), chart.consultations.size(), chart.transfers.size(),
          chart.handovers.size(), chart.rescues.size(), chart.transfusions.size(),
          chart.critical_values.size(), chart.checklists.size(), chart.front_page.size(),
          chart.staff.size()}) {
      shape.counts.push_back(count);
      shape.parts += count;
    }
    for (const Document& document : chart.documents) {
      shape.counts.push_back(document.signatures.size());
      shape.parts += document.signatures.size() + document.sections.size();
      for (const Section& section : document.sections) {
        shape.counts.push_back(static_cast<std::size_t>(section.type));
      }
    }
  }
  return shape;
}

ReadOutput ScreenText::read(std::unique_ptr<SourceFile>& file, std::uint32_t index, bool on_screen,
                            const Limits& limits) {
  passed_over_.reset();
  ReadOutput out;
  Limits first = limits;
  first.recover = !on_screen;
  read_record(*file, index, first, out);
  if (sound(out)) {
    shape_ = shape_of(out);
    whole_ = on_screen ? file->text() : std::string_view();
    better_.reset();
  } else if (on_screen) {
    return read_half_typed(file, index, out, limits);
  } else {
    shape_ = {};
    whole_.clear();
  }
  return out;
}

void ScreenText::attempt_all(Readings& readings, std::string_view text, Syntax syntax) {
  // All that changed since the text was whole lies between these.
  const auto [front, back] = common_ends(whole_, text);
  const auto as_before = [&, kept = front + back] {
    if (kept == 0 || kept < whole_.size() / 2) return;  // It is another text.
    if (const auto before = mend_as_before(text, whole_, syntax)) readings.attempt(*before, true);
  };
  // As it was, for as long as a few words are typed; then what is typed counts.
  constexpr std::size_t kLittle = 64;
  const bool little = front + back + kLittle >= text.size();
  if (little) as_before();
  if (readings.done) return;
  const MendedText mended = mend(text, syntax);
  if (!whole_.empty()) {
    readings.attempt(mended, mended.broken.begin >= front && mended.last <= text.size() - back);
    if (!readings.done && !little) as_before();
  }
  if (!readings.done) attempt_either(readings, text, syntax, mended);
}

void ScreenText::attempt_either(Readings& readings, std::string_view text, Syntax syntax,
                                const MendedText& mended) {
  const auto by_mending = [&] { readings.attempt(mended, false); };
  const auto by_tree = [&] {
    tree_.update(text, syntax, mended);
    const TolerantTree::Errors errors = tree_.errors();
    if (errors.placed) readings.attempt(mend_without(text, errors.ranges, syntax), false);
  };
  const bool tree_first = better_ && better_->tree;
  tree_first ? by_tree() : by_mending();
  const bool the_same = better_ && readings.best && readings.gaps == better_->gaps &&
                        readings.shape.counts == better_->counts;
  if (the_same) return;
  tree_first ? by_mending() : by_tree();
  better_.reset();
  if (!readings.best) return;
  better_ = {readings.best->text() != mended.text, readings.gaps, readings.shape.counts};
}

ReadOutput ScreenText::read_half_typed(std::unique_ptr<SourceFile>& file, std::uint32_t index,
                                       const ReadOutput& strict, const Limits& limits) {
  const std::string_view text = file->text();
  const Syntax syntax = syntax_of(text);
  Readings readings(*file, index, limits, shape_);
  attempt_all(readings, text, syntax);
  ReadOutput out;
  if (readings.best) {
    out = std::move(readings.read);
    if (readings.shape.counts != shape_.counts) take_back(out, strict, readings.gap);
    out.problems.push_back(not_complete(file->uri(), readings.gap, syntax));
    passed_over_ = readings.passed_over;
    file = std::move(readings.best);
    return out;
  }
  // As a run reads it.
  file = std::make_unique<SourceFile>(file->uri(), std::string(text));
  Limits last = limits;
  last.tolerant = &tree_;
  read_record(*file, index, last, out);
  return out;
}

}  // namespace emrlint::lsp
