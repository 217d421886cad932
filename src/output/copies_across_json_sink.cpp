// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "output/copies_across_sink.h"
#include "output/json_place.h"
#include "output/wording.h"

namespace emrlint {
namespace {

class CopiesAcrossJson final : public CopiesAcrossSink {
 public:
  CopiesAcrossJson(std::ostream& out, const Catalog& catalog, OutputOptions options)
      : out_(out),
        json_(out),
        options_(std::move(options)),
        problems_(make_json_sink(out, catalog, options_)) {}

  using CopiesAcrossSink::add;
  void add(const Problem& problem) override {
    Batch batch;
    batch.problems = {problem};
    const std::string lines = problems_->render(batch, {});
    json_.flush();
    out_ << lines;
  }

  void add(const TemplateFound& found) override {
    begin_line("template");
    json_.number("charts", found.charts);
    json_.number("places", found.places);
    side("place", found.place, *found.place.chart);
    end_line();
  }

  void add(const CopyBetween& found) override {
    ++copies_;
    begin_line("copy");
    side("source", found.source, *found.copy.chart);
    side("copy", found.copy, *found.source.chart);
    likeness(found.passage);
    json_.flag("directionKnown", found.direction_known);
    if (found.same_patient) json_.flag("samePatient", *found.same_patient);
    end_line();
  }

  void add(const TextFound& found) override {
    begin_line("found");
    side("place", found.place, *found.place.chart);
    json_.number("words", found.text.size());
    json_.number("wordsOfText", found.text_tokens);
    likeness(found.passage);
    end_line();
  }

  void add(const UnverifiedChart& chart) override {
    begin_line("unverified");
    json_.text("chart", chart.key);
    json_.text("path", chart.path);
    json_.text("reason", chart.lost == Lost::kGone ? "gone" : "changed");
    json_.number("candidates", chart.pairs);
    end_line();
  }

  void finish(const IndexedRun& run, const FindCounts* found) override {
    begin_line("summary");
    if (run.indexed) {
      json_.begin_object("indexed");
      json_.number("charts", run.counts.charts);
      json_.number("sections", run.counts.sections);
      json_.number("textBytes", run.counts.text_bytes);
      json_.number("fingerprints", run.counts.grams);
      json_.number("unreadable", run.counts.unreadable);
      json_.end_object();
    }
    if (found != nullptr) compared(*found);
    end_line();
    json_.flush();
  }

  void finish(const WhereCounts& counts) override {
    begin_line("summary");
    json_.number("places", counts.places);
    json_.number("charts", counts.charts);
    json_.number("sections", counts.sections);
    json_.number("lookedAt", counts.looked_at);
    json_.number("unverifiedCharts", counts.unverified_charts);
    end_line();
    json_.flush();
  }

 private:
  void begin_line(std::string_view type) {
    json_.begin_object();
    json_.text("type", type);
  }
  void end_line() {
    json_.end_object();
    json_.end_document();
  }

  void side(std::string_view name, const CopyPlace& place, const Chart& other) {
    json_.begin_object(name);
    json_.text("chart", place.chart->key);
    json_.text("document", place.document->id.value);
    json_.text("documentType", id(place.document->type));
    json_.text("section", id(place.section->type));
    json_.number("words", place.tokens);
    json_.number("sectionWords", place.section_tokens);
    write_json_place(json_, whereabouts(*place.batch, place.span));
    if (options_.snippets != Snippets::kNone) {
      json_.text("text", shown_text(place, other, options_));
    }
    json_.end_object();
  }

  void likeness(const Passage& passage) {
    json_.flag("exact", passage.exact());
    json_.number("equal", passage.equal);
    json_.number("numbersChanged", passage.numbers);
    json_.number("longest", passage.longest);
  }

  void compared(const FindCounts& found) {
    json_.begin_object("compared");
    json_.number("charts", found.join.charts);
    json_.number("superseded", found.join.superseded);
    json_.number("fingerprints", found.join.grams);
    json_.number("buckets", found.join.buckets);
    json_.number("shared", found.join.shared);
    json_.number("templateFingerprints", found.join.template_hashes);
    json_.number("templates", found.templates);
    json_.number("candidates", found.verify.pairs);
    json_.number("copies", copies_);
    json_.number("sameText", found.verify.repeated);
    json_.number("unverifiedCandidates", found.verify.unverified);
    json_.number("unverifiedCharts", found.unverified_charts);
    json_.end_object();
  }

  std::ostream& out_;
  JsonWriter json_;
  const OutputOptions options_;
  std::unique_ptr<Sink> problems_;
  std::uint64_t copies_ = 0;
};

}  // namespace

std::unique_ptr<CopiesAcrossSink> make_copies_across_json_sink(std::ostream& out,
                                                               const Catalog& catalog,
                                                               OutputOptions options) {
  return std::make_unique<CopiesAcrossJson>(out, catalog, std::move(options));
}

}  // namespace emrlint
