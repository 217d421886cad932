// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "output/copies_sink.h"
#include "output/json_place.h"
#include "output/side_by_side.h"
#include "output/wording.h"

namespace emrlint {
namespace {

// One side of a passage as text, with the code points at which its tokens begin and end.
struct SideText {
  std::string text;
  std::vector<std::uint32_t> begin, end;  // By token of the passage.
};

// Puts the bytes of a piece behind the text, hidden characters as stars.
class PieceWriter {
 public:
  PieceWriter(SideText& out, const std::vector<Masker::Range>& hidden)
      : out_(out), hidden_(hidden) {}

  void write(std::string_view piece, std::size_t from, std::size_t to, std::uint32_t& points) {
    for (std::size_t at = from; at < to;) {
      while (range_ < hidden_.size() && hidden_[range_].end <= at) ++range_;
      const bool hide = range_ < hidden_.size() && hidden_[range_].begin <= at;
      std::size_t next = at + 1;
      while (next < to && (static_cast<unsigned char>(piece[next]) & 0xC0) == 0x80) ++next;
      if (hide) {
        out_.text += '*';
      } else {
        out_.text += piece.substr(at, next - at);
      }
      at = next;
      ++points;
    }
  }

 private:
  SideText& out_;
  const std::vector<Masker::Range>& hidden_;
  std::size_t range_ = 0;
};

SideText side_text(const Tokens& tokens, TokenRange range, HiddenParts& hidden) {
  SideText out;
  std::uint32_t points = 0;
  for (std::uint32_t i = range.from; i < range.to;) {
    const std::string_view piece = tokens.part(i).value.value;
    PieceWriter writer(out, hidden.of(piece));
    if (i > range.from) out.text += '\n', ++points;
    for (std::size_t at = tokens.part(i).from; i < range.to; ++i) {
      const Part part = tokens.part(i);
      if (part.value.value.data() != piece.data()) break;
      // Several tokens may come of one character.
      if (part.from > at) writer.write(piece, at, part.from, points);
      out.begin.push_back(points);
      writer.write(piece, std::max<std::size_t>(at, part.from), part.to, points);
      at = std::max<std::size_t>(at, part.to);
      out.end.push_back(points);
    }
  }
  return out;
}

double rounded(double share) {
  constexpr double kParts = 10000;
  return std::floor(share * kParts) / kParts;
}

class ChartObject {
 public:
  ChartObject(std::ostream& out, const Batch& batch, const ChartReport& report,
              const ChartCopies& copies, const CopyMap& map, const OutputOptions& options)
      : json_(out),
        batch_(batch),
        report_(report),
        copies_(copies),
        map_(map),
        options_(options),
        wording_(options, report.chart),
        hidden_(wording_.masker()) {}

  void write(bool passages) {
    json_.begin_object();
    json_.text("type", "copies");
    json_.text("chart", report_.key);
    json_.number("words", map_.tokens());
    json_.number("copied", map_.copied());
    json_.begin_array("documents");
    for (std::uint32_t i = 0; i < map_.documents().size(); ++i) document(i);
    json_.end_array();
    json_.begin_array("matrix");
    for (const CopyCell& cell : map_.cells()) {
      json_.begin_object();
      json_.number("copy", cell.copy + 1);
      json_.number("source", cell.source + 1);
      json_.number("copied", cell.tokens);
      share(cell.tokens, map_.documents()[cell.copy].tokens);
      json_.end_object();
    }
    json_.end_array();
    if (passages) {
      json_.begin_array("passages");
      for (const Passage& one : copies_.passages()) {
        if (map_.shows(one)) passage(one);
      }
      json_.end_array();
    }
    json_.end_object();
    json_.end_document();
  }

 private:
  void share(std::uint32_t part, std::uint32_t whole) {
    json_.decimal("share", whole == 0 ? 0 : rounded(static_cast<double>(part) / whole));
  }

  void document(std::uint32_t i) {
    const MappedDocument& mapped = map_.documents()[i];
    const Document& document = *mapped.document;
    json_.begin_object();
    json_.number("number", i + 1);
    json_.text("type", id(document.type));
    if (!document.id.value.empty()) json_.text("id", wording_.text(document.id.value));
    if (!document.title.value.empty()) json_.text("title", wording_.text(document.title.value));
    if (const auto time = writing_time(document)) json_.text("time", to_iso(*time));
    json_.text("author", author_label(mapped, options_));
    json_.number("words", mapped.tokens);
    json_.number("copied", mapped.copied);
    share(mapped.copied, mapped.tokens);
    json_.end_object();
  }

  void passage(const Passage& passage) {
    json_.begin_object();
    const SideText source = side_text(copies_.tokens(), passage.from, hidden_);
    const SideText copy = side_text(copies_.tokens(), passage.to, hidden_);
    side("source", passage.source, passage.from, source);
    side("copy", passage.text, passage.to, copy);
    json_.number("words", passage.to.size());
    json_.number("equal", passage.equal);
    json_.number("longest", passage.longest);
    json_.decimal("similarity", rounded(passage.similarity()));
    json_.flag("directionKnown", copies_.direction_known(passage));
    numbers(passage, source, copy);
    json_.begin_array("runs");
    for (const Run& run : copies_.runs_of(passage)) {
      json_.begin_object();
      extent("source", source, run.from - passage.from.from, run.length);
      extent("copy", copy, run.to - passage.to.from, run.length);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

  void side(std::string_view key, std::uint32_t text, TokenRange range, const SideText& shown) {
    json_.begin_object(key);
    json_.number("document", map_.document_of(text) + 1);
    json_.text("section", id(copies_.section_of(text).type));
    const Part first = copies_.tokens().part(range.from);
    const Part last = copies_.tokens().part(range.to - 1);
    const SourceFile& file = *batch_.files[first.value.span.file];
    Span span = file.part(first.value, first.from, first.to);
    const Span end = file.part(last.value, last.from, last.to);
    if (last.value.span.file == first.value.span.file && end.end > span.begin) span.end = end.end;
    write_json_place(json_, whereabouts(batch_, span));
    if (options_.snippets != Snippets::kNone) json_.text("text", shown.text);
    json_.end_object();
  }

  // Numbers that stand for others, as code points of both texts.
  void numbers(const Passage& passage, const SideText& source, const SideText& copy) {
    const auto exact = copies_.tokens().exact();
    json_.begin_array("numbers");
    for (const Run& run : copies_.runs_of(passage)) {
      for (std::uint32_t i = 0; i < run.length; ++i) {
        if (exact[run.from + i] == exact[run.to + i]) continue;
        json_.begin_object();
        extent("source", source, run.from + i - passage.from.from, 1);
        extent("copy", copy, run.to + i - passage.to.from, 1);
        json_.end_object();
      }
    }
    json_.end_array();
  }

  void extent(std::string_view key, const SideText& side, std::uint32_t first,
              std::uint32_t length) {
    json_.begin_array(key);
    json_.number(side.begin[first]);
    json_.number(side.end[first + length - 1]);
    json_.end_array();
  }

  JsonWriter json_;
  const Batch& batch_;
  const ChartReport& report_;
  const ChartCopies& copies_;
  const CopyMap& map_;
  const OutputOptions& options_;
  Wording wording_;
  HiddenParts hidden_;
};

class CopiesJsonSink final : public Sink {
 public:
  CopiesJsonSink(std::ostream& out, const Catalog& catalog, OutputOptions options,
                 const CopiesOptions& copies)
      : out_(out),
        options_(std::move(options)),
        copies_(copies),
        problems_(make_json_sink(out, catalog, options_)) {}

  void begin() override {}

  std::string render(const Batch& batch, const std::vector<ChartReport>& reports) const override {
    std::ostringstream out;
    out << problems_->render(batch, {});
    for (const ChartReport& report : reports) {
      if (!copies_.choice.takes_chart(report.key)) continue;
      const ChartCopies copies(*report.chart, *copies_.boilerplate, copies_.settings);
      const CopyMap map(copies, copies_.choice);
      ChartObject(out, batch, report, copies, map, options_).write(copies_.choice.passages);
    }
    return std::move(out).str();
  }

  void add(const Batch&, const std::vector<ChartReport>&, std::string_view rendered) override {
    out_ << rendered;
  }

  void end(const RunSummary&) override { out_.flush(); }

 private:
  std::ostream& out_;
  const OutputOptions options_;
  const CopiesOptions& copies_;
  std::unique_ptr<Sink> problems_;
};

}  // namespace

std::unique_ptr<Sink> make_copies_json_sink(std::ostream& out, const Catalog& catalog,
                                            OutputOptions options, const CopiesOptions& copies) {
  return std::make_unique<CopiesJsonSink>(out, catalog, std::move(options), copies);
}

}  // namespace emrlint
