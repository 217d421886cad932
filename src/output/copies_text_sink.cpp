// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "output/copies_sink.h"
#include "output/copy_matrix.h"
#include "output/paint.h"
#include "output/place.h"
#include "output/side_by_side.h"
#include "output/snippet.h"
#include "output/width.h"

namespace emrlint {
namespace {

// The copies of one chart.
class ChartText {
 public:
  ChartText(std::ostream& out, const Batch& batch, const ChartReport& report,
            const ChartCopies& copies, const CopyMap& map, const OutputOptions& options)
      : out_(out),
        batch_(batch),
        report_(report),
        copies_(copies),
        map_(map),
        options_(options),
        wording_(options, report.chart) {}

  // Gives the number of passages.
  std::size_t write(bool passages) {
    const std::vector<LeadPassage> leads = map_.leads();
    heading(leads.size());
    write_copy_matrix(out_, map_, options_, wording_);
    HiddenParts hidden(wording_.masker());
    for (std::size_t i = 0; passages && i < leads.size(); ++i) passage(i, leads[i], hidden);
    out_ << '\n';
    return leads.size();
  }

 private:
  std::string say(const char* zh, const char* en) const {
    return options_.lang == Lang::kZh ? zh : en;
  }
  // Wraps a text whose first line begins at `column`, all others two columns in.
  void line(const std::string& text, std::size_t column) {
    std::string wrapped(column, ' ');
    append_wrapped(wrapped, text, column, 2, options_.columns);
    out_ << wrapped;
  }

  void heading(std::size_t leads) {
    const std::string share = std::to_string(percent(map_.copied(), map_.tokens()));
    const std::string counts = std::to_string(map_.copied()) + "/" + std::to_string(map_.tokens());
    const std::string documents = std::to_string(map_.documents().size());
    const std::string passages = std::to_string(leads);
    out_ << paint(options_.colour, "1;4", say("病历 ", "Chart ") + printable(report_.key));
    out_ << say("：", ": ") << documents << say("份有文字的文书，", " documents with text, ")
         << share << say("%的文字与前文相同（", " % of the text stands in earlier text (") << counts
         << say("字），", " words), ") << passages
         << say("段\n", leads == 1 ? " passage\n" : " passages\n");
  }

  std::string title(std::uint32_t text) {
    const std::uint32_t document = map_.document_of(text);
    std::string out = "#" + std::to_string(document + 1) + " ";
    out += document_title(*map_.documents()[document].document, options_, wording_);
    const Section& section = copies_.section_of(text);
    if (section.type == SectionType::kUnknown) return out;
    return out + say("·", ", ") + std::string(name(section.type, options_.lang));
  }

  void passage(std::size_t number, const LeadPassage& lead, HiddenParts& hidden) {
    const Passage& passage = copies_.passages()[lead.passage];
    std::string text = say("段落", "Passage ") + std::to_string(number + 1) + say("：", ": ");
    text += title(passage.source) + (copies_.direction_known(passage) ? " -> " : " <-> ");
    text += title(passage.text);
    out_ << '\n';
    if (options_.colour) out_ << "\033[1m";
    line(text, 0);
    if (options_.colour) out_ << "\033[0m";
    line(facts(passage, lead), 2);
    out_ << "  " << place(passage.from) << say("（来源）\n", " (source)\n");
    out_ << "  " << place(passage.to) << say("（后文）\n", " (copy)\n");
    if (options_.snippets == Snippets::kNone) return;
    write_side_by_side(out_, copies_, passage, hidden,
                       {options_.lang, options_.colour, options_.columns});
  }

  std::string facts(const Passage& passage, const LeadPassage& lead) const {
    const std::string size = std::to_string(passage.to.size());
    std::string text = size + say("字，", " words, ");
    if (passage.exact()) {
      text += say("完全相同", "word for word");
    } else {
      text += std::to_string(static_cast<unsigned>(passage.similarity() * 100)) +
              say("%相同，最长连续", " % equal, longest run ") + std::to_string(passage.longest) +
              say("字", " words");
    }
    if (passage.numbers > 0) {
      text += say("，数字改动", ", numbers changed: ") + std::to_string(passage.numbers) +
              say("处", "");
    }
    if (!copies_.direction_known(passage)) {
      text += say("，书写先后不能确定", ", which was written first is not certain");
    }
    for (std::size_t i = 0; i < lead.also.size(); ++i) {
      text += i == 0 ? say("；同文又见 #", "; also in #") : say("、#", ", #");
      text += std::to_string(lead.also[i] + 1);
    }
    return text;
  }

  std::string place(TokenRange range) const {
    const Part part = copies_.tokens().part(range.from);
    const Span span = batch_.files[part.value.span.file]->part(part.value, part.from, part.to);
    const Whereabouts where = whereabouts(batch_, span);
    return printable(where.uri) + ":" + std::to_string(where.place.begin.line) + ":" +
           std::to_string(where.place.begin.column);
  }

  std::ostream& out_;
  const Batch& batch_;
  const ChartReport& report_;
  const ChartCopies& copies_;
  const CopyMap& map_;
  const OutputOptions& options_;
  Wording wording_;
};

class CopiesTextSink final : public Sink {
 public:
  CopiesTextSink(std::ostream& out, const Catalog& catalog, OutputOptions options,
                 const CopiesOptions& copies)
      : out_(out),
        options_(std::move(options)),
        copies_(copies),
        problems_(make_text_sink(out, catalog, options_)) {}

  void begin() override {}

  std::string render(const Batch& batch, const std::vector<ChartReport>& reports) const override {
    std::ostringstream out;
    out << problems_->render(batch, {});
    for (const ChartReport& report : reports) {
      if (!copies_.choice.takes_chart(report.key)) continue;
      const ChartCopies copies(*report.chart, *copies_.boilerplate, copies_.settings);
      const CopyMap map(copies, copies_.choice);
      ++charts_;
      if (map.cells().empty()) continue;
      ++with_copies_;
      passages_ +=
          ChartText(out, batch, report, copies, map, options_).write(copies_.choice.passages);
    }
    return std::move(out).str();
  }

  void add(const Batch&, const std::vector<ChartReport>&, std::string_view rendered) override {
    out_ << rendered;
  }

  void end(const RunSummary&) override {
    std::string text;
    if (options_.lang == Lang::kZh) {
      text = std::to_string(charts_) + "份病历，其中" + std::to_string(with_copies_) +
             "份有复制的文字，共" + std::to_string(passages_) + "段";
    } else {
      text = std::to_string(charts_) + (charts_ == 1 ? " chart, " : " charts, ") +
             std::to_string(with_copies_) + " with copied text, " + std::to_string(passages_) +
             (passages_ == 1 ? " passage" : " passages");
    }
    out_ << paint(options_.colour, "1", text) << '\n';
    out_.flush();
  }

 private:
  std::ostream& out_;
  const OutputOptions options_;
  const CopiesOptions& copies_;
  std::unique_ptr<Sink> problems_;
  mutable std::atomic<std::uint64_t> charts_{0}, with_copies_{0}, passages_{0};
};

}  // namespace

std::unique_ptr<Sink> make_copies_text_sink(std::ostream& out, const Catalog& catalog,
                                            OutputOptions options, const CopiesOptions& copies) {
  return std::make_unique<CopiesTextSink>(out, catalog, std::move(options), copies);
}

std::string author_label(const MappedDocument& document, const OutputOptions& options) {
  if (document.author == 0) return "-";
  if (options.snippets == Snippets::kFull) {
    const Person& author = document.document->author;
    return std::string(author.name.value.empty() ? author.id.value : author.name.value);
  }
  constexpr std::uint32_t kLetters = 26;
  if (document.author > kLetters) return "***" + std::to_string(document.author);
  return std::string("***") + static_cast<char>('A' + document.author - 1);
}

}  // namespace emrlint
