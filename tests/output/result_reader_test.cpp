// SPDX-License-Identifier: Apache-2.0
#include "output/result_reader.h"

#include <doctest/doctest.h>

#include <sstream>

#include "output/sink.h"

namespace emrlint {
namespace {

constexpr MessageInfo kMessages[] = {{"late", "{0}迟了{1}小时。", "{0} is {1} h late."}};

const Catalog& catalog() {
  static const Catalog one = [] {
    static const Check check{
        .info = {.id = "sample-late", .severity = Severity::kWarning, .messages = kMessages},
        .run = [](const Chart&, const Options&, Report&) {}};
    Catalog made;
    REQUIRE_FALSE(made.add_native(check, "test"));
    return made;
  }();
  return one;
}

// What a form makes of these lines, with a summary behind them.
std::string converted(const std::string& lines,
                      std::unique_ptr<Sink> (*make)(std::ostream&, const Catalog&, OutputOptions),
                      Lang lang = Lang::kZh) {
  std::ostringstream out;
  OutputOptions options;
  options.lang = lang;
  const auto sink = make(out, catalog(), options);
  sink->begin();
  std::istringstream in(lines + "{\"type\":\"summary\",\"charts\":1}\n");
  const auto read = read_results(in, "a.jsonl", catalog(),
                                 [&](const Batch& batch, const std::vector<ChartReport>& reports) {
                                   sink->batch(batch, reports);
                                 });
  REQUIRE_MESSAGE(read.ok(), read.error().en);
  sink->end(read->summary);
  return out.str();
}

const std::string kChart =
    R"({"type":"chart","chart":"ZY1","profile":"p","patient":"***","department":"内科",)"
    R"("doctor":"D1","documents":2,"complete":true,"passed":{"sample-late":3}})"
    "\n";
const std::string kFinding =
    R"({"type":"finding","chart":"ZY1","profile":"p","check":"sample-late","messageId":"late",)"
    R"("severity":"error","message":"入院记录迟了2小时。","arguments":["入院记录","2"],)"
    R"("subject":"chart","document":"入院记录","doctor":"D2","fingerprint":"00",)"
    R"("path":"a.json","line":3,"column":5,"endLine":3,"endColumn":9,"notes":[],"basis":[]})"
    "\n";

TEST_CASE("results: JSON lines give what they were made of") {
  const std::string json = converted(kChart + kFinding, make_json_sink);
  CHECK(json.starts_with(kChart + kFinding));
  const std::string csv = converted(kChart + kFinding, make_csv_sink);
  CHECK(csv.find("ZY1,***,内科,D2,入院记录,问题,必改,sample-late,,入院记录迟了2小时。,") !=
        csv.npos);
}

TEST_CASE("results: in another language the sentence is said anew, not what was filled in") {
  const std::string csv = converted(kChart + kFinding, make_csv_sink, Lang::kEn);
  CHECK(csv.find(",入院记录 is 2 h late.,") != csv.npos);
}

TEST_CASE("results: a sentence that the card would not say stays as it was written") {
  std::string older = kFinding;
  older.replace(older.find("迟了2小时"), std::string("迟了2小时").size(), "迟到2小时");
  const std::string csv = converted(kChart + older, make_csv_sink, Lang::kEn);
  CHECK(csv.find(",入院记录迟到2小时。,") != csv.npos);
}

TEST_CASE("results: names that a file shows are masked again unless they are asked for") {
  std::string named = kChart + kFinding;
  named.replace(named.find("***"), 3, "张小三");
  named.replace(named.find("\"D2\""), 4, "\"李小四\"");
  const std::string csv = converted(named, make_csv_sink);
  CHECK(csv.find("张小三") == csv.npos);
  CHECK(csv.find("李小四") == csv.npos);
  CHECK(csv.find("ZY1,***,内科,***,") != csv.npos);
}

TEST_CASE("results: what no result file is, is refused with its line") {
  const auto error = [](const std::string& text) {
    std::istringstream in(text);
    const auto read = read_results(in, "a", catalog(), [](const auto&, const auto&) {});
    REQUIRE_FALSE(read.ok());
    return read.error().en;
  };
  CHECK(error(kChart) == "a:2: the last line, the summary, is missing: the file is cut off");
  CHECK(error(kChart + "{\"type\":\"fi") == "a:2: this is no whole JSON object");
  CHECK(error("{\"type\":\"score\"}\n") ==
        "a:1: this is no result of emrlint check: its type is \"score\"");
  CHECK(error("{\"type\":\"broken\",\"check\":\"x\"}\n")
            .starts_with("a:1: the results name the check x"));
  CHECK(error("") == "a: this is neither JSON lines nor a SARIF log of emrlint check");
  CHECK(error("{\"runs\":[]}") == "a: this is neither JSON lines nor a SARIF log of emrlint check");
}

TEST_CASE("results: what a form lacks is said") {
  CHECK(what_is_lost(ResultForm::kJsonLines, "csv").en.empty());
  CHECK(what_is_lost(ResultForm::kJsonLines, "fhir").en.starts_with("no paths"));
  CHECK(what_is_lost(ResultForm::kSarif, "csv").zh.starts_with("没有未发现问题的病历"));
}

}  // namespace
}  // namespace emrlint
