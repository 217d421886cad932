// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string>
#include <utility>

#include "output/copies_across_sink.h"
#include "output/copy_map.h"
#include "output/copy_matrix.h"
#include "output/mask.h"
#include "output/paint.h"
#include "output/place.h"
#include "output/snippet.h"
#include "output/width.h"

namespace emrlint {
namespace {

// More templates are counted, and listed as JSON.
constexpr std::uint64_t kMostTemplates = 20;

std::string text_of(std::uint64_t number) { return std::to_string(number); }

class CopiesAcrossText final : public CopiesAcrossSink {
 public:
  CopiesAcrossText(std::ostream& out, const Catalog& catalog, OutputOptions options)
      : out_(out),
        options_(std::move(options)),
        problems_(make_text_sink(out, catalog, options_)) {}

  using CopiesAcrossSink::add;
  void add(const Problem& problem) override {
    Batch batch;
    batch.problems = {problem};
    out_ << problems_->render(batch, {});
  }

  void add(const TemplateFound& found) override {
    if (++templates_ > kMostTemplates) return;
    const std::string charts = text_of(found.charts), places = text_of(found.places);
    heading(say("模板 ", "Template ") + text_of(templates_) + say("：见于至少", ": in at least ") +
            charts + say("份病历（", " charts (") + places + say("处），", " places), ") +
            text_of(found.place.tokens) + say("字", " words"));
    side(found.place, *found.place.chart, say("（其中一处）", " (one of them)"));
    end_item();
  }

  void add(const CopyBetween& found) override {
    const char* const arrow = found.direction_known ? " -> " : " <-> ";
    heading(say("复制 ", "Copy ") + text_of(++copies_) + say("：", ": ") + title(found.source) +
            arrow + title(found.copy));
    line(facts(found));
    side(found.source, *found.copy.chart, say("（来源）", " (source)"));
    side(found.copy, *found.source.chart, say("（后文）", " (copy)"));
    end_item();
  }

  void add(const TextFound& found) override {
    heading(text_of(++copies_) + say("：", ": ") + title(found.place));
    std::string text = text_of(found.text.size()) + "/" + text_of(found.text_tokens) +
                       say("字在此，", " words stand here, ");
    line(text + likeness(found.passage));
    side(found.place, *found.place.chart, "");
    end_item();
  }

  void add(const UnverifiedChart& chart) override {
    out_ << paint(options_.colour, "1;35", say("无法核对", "could not be verified")) << ": "
         << printable(chart.key) << say("（", " (") << printable(chart.path) << say("）：", "): ")
         << (chart.lost == Lost::kGone
                 ? say("文件已无法读取，或其中已无此病历", "its file cannot be read or lacks it")
                 : say("内容与入库时不同", "its text is not what was indexed"))
         << say("；候选", "; candidates: ") << chart.pairs << say("处\n", "\n");
  }

  void finish(const IndexedRun& run, const FindCounts* found) override {
    std::string text;
    if (templates_ > kMostTemplates) {
      text = say("另有模板", "further templates: ") + text_of(templates_ - kMostTemplates) +
             say("个，见 -f json\n", ", see -f json\n");
    }
    if (run.indexed) {
      text += say("入库：病历", "indexed: charts ") + text_of(run.counts.charts) +
              say("份，节", ", sections ") + text_of(run.counts.sections) +
              say("个，指纹", ", fingerprints ") + text_of(run.counts.grams) +
              say("个，读取有误", ", not read ") + text_of(run.counts.unreadable) + "\n";
    }
    if (found != nullptr) text += summary(*found);
    out_ << paint(options_.colour, "1", text.substr(0, text.size() - 1)) << '\n';
    out_.flush();
  }

  void finish(const WhereCounts& counts) override {
    std::string text =
        say("文字见于", "places: ") + text_of(counts.places) +
        say("处；与其有共同指纹的病历", "; charts with fingerprints in common: ") +
        text_of(counts.charts) + say("份，节", ", sections ") + text_of(counts.sections) +
        say("个，已看", ", looked at ") + text_of(counts.looked_at) +
        say("个，无法核对的病历", ", charts not verified ") + text_of(counts.unverified_charts);
    out_ << paint(options_.colour, "1", text) << '\n';
    out_.flush();
  }

 private:
  std::string say(const char* zh, const char* en) const {
    return options_.lang == Lang::kZh ? zh : en;
  }

  void heading(const std::string& text) {
    std::string wrapped;
    append_wrapped(wrapped, text, 0, 2, options_.columns);
    wrapped.pop_back();
    out_ << paint(options_.colour, "1", wrapped) << '\n';
  }
  void line(const std::string& text) {
    std::string wrapped = "  ";
    append_wrapped(wrapped, text, 2, 2, options_.columns);
    out_ << wrapped;
  }
  void end_item() { out_ << '\n'; }

  std::string title(const CopyPlace& place) const {
    Wording wording(options_, place.chart);
    std::string text = printable(place.chart->key) + " ";
    text += document_title(*place.document, options_, wording);
    if (place.section->type == SectionType::kUnknown) return text;
    return text + say("·", ", ") + std::string(name(place.section->type, options_.lang));
  }

  void side(const CopyPlace& place, const Chart& other, const std::string& role) {
    const Whereabouts where = whereabouts(*place.batch, place.span);
    const Position &from = where.place.begin, &to = where.place.end;
    out_ << "  " << printable(where.uri) << ':' << from.line << ':' << from.column << '-' << to.line
         << ':' << to.column << role << '\n';
    if (options_.snippets == Snippets::kNone) return;
    out_ << "    " << beginning(printable(shown_text(place, other, options_))) << '\n';
  }

  // As much as a line holds.
  std::string beginning(const std::string& text) const {
    const std::size_t most = options_.columns < 20 ? 12 : options_.columns - 8;
    std::size_t at = 0, width = 0;
    while (at < text.size()) {
      const std::size_t length = character_length(std::string_view(text).substr(at));
      width += display_width(std::string_view(text).substr(at, length));
      if (width > most) return text.substr(0, at) + "...";
      at += length;
    }
    return text;
  }

  std::string likeness(const Passage& passage) const {
    if (passage.exact()) return say("完全相同", "word for word");
    std::string text = text_of(static_cast<unsigned>(passage.similarity() * 100)) +
                       say("%相同，最长连续", " % equal, longest run ") + text_of(passage.longest) +
                       say("字", " words");
    if (passage.numbers == 0) return text;
    return text + say("，数字改动", ", numbers changed: ") + text_of(passage.numbers) +
           say("处", "");
  }

  static std::string share(const CopyPlace& place) {
    return text_of(percent(place.tokens, place.section_tokens)) + "%";
  }

  std::string facts(const CopyBetween& found) const {
    std::string text = text_of(found.copy.tokens) + say("字，", " words, ");
    text += likeness(found.passage);
    text += say("，占来源该节", ", ") + share(found.source) +
            say("、后文该节", " of the section of the source, ") + share(found.copy) +
            say("", " of that of the copy");
    if (found.same_patient) {
      text += *found.same_patient ? say("，同一患者", ", one patient")
                                  : say("，不同患者", ", two patients");
    } else {
      text += say("，是否同一患者不明", ", whether of one patient is not stated");
    }
    if (found.direction_known) return text;
    return text + say("，书写先后不能确定", ", which was written first is not certain");
  }

  std::string summary(const FindCounts& found) const {
    std::string text = say("比较：病历", "compared: charts ") + text_of(found.join.charts) +
                       say("份；模板", "; templates ") + text_of(found.templates) +
                       say("个，复制", ", copies ") + text_of(copies_) +
                       say("处（另有同文", " (others of the same text ") +
                       text_of(found.verify.repeated) + say("处）；候选", "); candidates ") +
                       text_of(found.verify.pairs) + say("对", "");
    if (found.join.superseded > 0) {
      text += say("；已有新版而不比较的病历", "; charts left out for a newer version ") +
              text_of(found.join.superseded);
    }
    if (found.unverified_charts > 0) {
      text += say("；无法核对的候选", "; candidates not verified ") +
              text_of(found.verify.unverified) + say("对，病历", ", charts ") +
              text_of(found.unverified_charts);
    }
    return text + "\n";
  }

  std::ostream& out_;
  const OutputOptions options_;
  std::unique_ptr<Sink> problems_;
  std::uint64_t templates_ = 0, copies_ = 0;
};

}  // namespace

std::unique_ptr<CopiesAcrossSink> make_copies_across_text_sink(std::ostream& out,
                                                               const Catalog& catalog,
                                                               OutputOptions options) {
  return std::make_unique<CopiesAcrossText>(out, catalog, std::move(options));
}

std::string shown_text(const CopyPlace& place, const Chart& other, const OutputOptions& options) {
  std::optional<Masker> masker;
  if (options.snippets != Snippets::kFull) masker.emplace(*place.chart, other);
  std::string text;
  for (const Part& part : place.parts) {
    if (!text.empty()) text += '\n';
    const std::string_view piece = part.value.value;
    std::size_t at = part.from;
    const std::vector<Masker::Range> hidden =
        masker ? masker->hidden(piece) : std::vector<Masker::Range>();
    for (const Masker::Range& range : hidden) {
      if (range.end <= at || range.begin >= part.to) continue;
      if (range.begin > at) text += piece.substr(at, range.begin - at);
      text += "***";
      at = range.end;
    }
    if (at < part.to) text += piece.substr(at, part.to - at);
  }
  return text;
}

}  // namespace emrlint
