// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <rapidjson/document.h>
#include <rapidjson/pointer.h>

#include <string>

#include "base/number.h"
#include "output/sample_run.h"

namespace emrlint {
namespace {

class Log {
 public:
  explicit Log(OutputOptions options = {}) {
    options.base_uri = "file:///data/";
    document_.Parse<rapidjson::kParseFullPrecisionFlag>(
        SampleRun().write(make_sarif_sink, options).c_str());
    REQUIRE_FALSE(document_.HasParseError());
  }

  // A text, number or boolean of the only run; "(none)" where there is nothing.
  std::string at(const std::string& path) const {
    const rapidjson::Value* const value =
        rapidjson::Pointer(("/runs/0" + path).c_str()).Get(document_);
    if (value == nullptr) return "(none)";
    if (value->IsString()) return value->GetString();
    if (value->IsBool()) return value->GetBool() ? "true" : "false";
    if (value->IsArray()) return std::to_string(value->Size()) + " items";
    return value->IsNumber() ? shortest(value->GetDouble()) : "(other)";
  }

 private:
  rapidjson::Document document_;
};

struct Expected {
  const char* path;
  const char* value;
};

TEST_CASE("SARIF: results") {
  const Log log;
  const Expected expected[] = {
      {"/results", "4 items"},
      {"/columnKind", "unicodeCodePoints"},
      {"/originalUriBaseIds/SRCROOT/uri", "file:///data/"},
      {"/results/0/ruleId", "sample-check"},
      {"/results/0/ruleIndex", "0"},
      {"/results/0/kind", "fail"},
      {"/results/0/level", "error"},
      {"/results/0/message/text", "患者***的病史在2024-03-01 09:12之后写成。"},
      {"/results/0/message/id", "found"},
      {"/results/0/message/arguments/0", "***"},
      {"/results/0/message/arguments/1", "2024-03-01 09:12"},
      {"/results/0/suppressions", "0 items"},
      {"/results/0/properties/subject", "document/admission-record/d1"},
      {"/results/0/properties/similarity", "0.9230769230769231"},
      {"/results/0/properties/length", "210"},
      {"/results/1/properties/length", "(none)"},
      {"/results/1/kind", "open"},
      {"/results/1/level", "none"},
      {"/results/1/message/id", "undecided"},
      {"/results/1/message/text", "无法判定，缺少：医师职称。"},
      {"/results/1/properties/missing", "title"},
      {"/results/2/kind", "review"},
      {"/results/2/properties/dueAt", "2024-03-01T09:12:00+08:00"},
      {"/results/3/suppressions/0/kind", "external"},
      {"/results/3/suppressions/0/justification", "***知情"},
  };
  for (const Expected& one : expected) {
    CAPTURE(one.path);
    CHECK(log.at(one.path) == one.value);
  }
  CHECK(log.at("/results/0/partialFingerprints/emrlintSubject~1v1").size() == 32);
}

TEST_CASE("SARIF: places") {
  const Log log;
  const std::string location = "/results/0/locations/0";
  const std::string region = location + "/physicalLocation/region";
  CHECK(log.at(location + "/physicalLocation/artifactLocation/uri") ==
        "%E7%97%85%E5%8E%86/a%20b.json");
  CHECK(log.at(location + "/physicalLocation/artifactLocation/uriBaseId") == "SRCROOT");
  CHECK(log.at(region + "/startLine") == "7");
  CHECK(log.at(region + "/startColumn") == "54");
  CHECK(log.at(region + "/endColumn") == "56");
  CHECK(log.at(region + "/byteLength") == "6");
  CHECK(log.at(region + "/snippet/text") == "腹痛");
  CHECK(log.at(location + "/logicalLocations/0/fullyQualifiedName") ==
        "/documents/0/sections/0/text");
  CHECK(log.at(location + "/logicalLocations/0/kind") == "property");
  // The timeline leads from the admission to the finding.
  CHECK(log.at("/results/0/relatedLocations") == "1 items");
  const std::string steps = "/results/0/codeFlows/0/threadFlows/0/locations";
  CHECK(log.at(steps) == "2 items");
  CHECK(log.at(steps + "/0/location/message/text") == "入院：2024-03-01 09:12。");
  CHECK(log.at(steps + "/1/location/physicalLocation/region/startLine") == "7");
}

TEST_CASE("SARIF: fixes are escaped for their file, and show nothing that is hidden") {
  const Log masked;
  const std::string change = "/results/0/fixes/0/artifactChanges/0";
  CHECK(masked.at("/results/0/fixes") == "1 items");
  CHECK(masked.at("/results/0/fixes/0/description/text") == "写\"≥\"");
  CHECK(masked.at(change + "/artifactLocation/uri") == "%E7%97%85%E5%8E%86/a%20b.json");
  CHECK(masked.at(change + "/replacements/0/deletedRegion/startColumn") == "54");
  CHECK(masked.at(change + "/replacements/0/deletedRegion/byteLength") == "6");
  CHECK(masked.at(change + "/replacements/0/insertedContent/text") == "\\\"≥\\\"");
  CHECK(masked.at("/results/3/fixes") == "(none)");
  OutputOptions full;
  full.snippets = Snippets::kFull;
  CHECK(Log(full).at("/results/0/fixes") == "2 items");
}

TEST_CASE("SARIF: rules, taxonomies, translation") {
  const Log log;
  const Expected expected[] = {
      {"/tool/driver/language", "zh-CN"},
      {"/tool/driver/rules/0/id", "sample-check"},
      {"/tool/driver/rules/0/name", "SampleCheck"},
      {"/tool/driver/rules/0/shortDescription/text", "病史及时书写。"},
      {"/tool/driver/rules/0/messageStrings/found/text", "患者{0}的病史在{1}之后写成。"},
      {"/tool/driver/rules/0/defaultConfiguration/level", "error"},
      {"/tool/driver/rules/0/relationships", "4 items"},
      {"/tool/driver/rules/0/relationships/0/target/id", "15"},
      {"/tool/driver/rules/0/relationships/0/target/index", "14"},
      {"/tool/driver/rules/0/relationships/1/target/id", "BL 22(15)"},
      {"/tool/driver/rules/0/relationships/1/target/toolComponent/name", "regulations"},
      {"/taxonomies/0/taxa", "18 items"},
      {"/taxonomies/0/taxa/14/name", "病历管理制度"},
      {"/taxonomies/1/taxa", "3 items"},
      {"/taxonomies/1/taxa/0/id", "BL 22(15)"},
      {"/taxonomies/1/taxa/0/name", "《病历书写基本规范》第22条第(15)项"},
      {"/translations/0/language", "en-US"},
      {"/translations/0/rules/0/messageStrings/found/text",
       "The history of {0} was written after {1}."},
  };
  for (const Expected& one : expected) {
    CAPTURE(one.path);
    CHECK(log.at(one.path) == one.value);
  }
}

TEST_CASE("SARIF: invocation and counts") {
  const Log log;
  const std::string notification = "/invocations/0/toolExecutionNotifications/0";
  CHECK(log.at("/invocations/0/executionSuccessful") == "false");
  CHECK(log.at("/invocations/0/exitCode") == "3");
  CHECK(log.at(notification + "/descriptor/id") == "xml-syntax");
  CHECK(log.at(notification + "/message/text") == "第3行：标签没有结束。");
  CHECK(log.at("/properties/checks/sample-check/fail") == "2");
  CHECK(log.at("/properties/checks/sample-check/undecided") == "1");
  CHECK(log.at("/properties/checks/sample-check/due") == "1");
}

TEST_CASE("SARIF: no snippets when none are wanted") {
  OutputOptions options;
  options.snippets = Snippets::kNone;
  CHECK(Log(options).at("/results/0/locations/0/physicalLocation/region/snippet") == "(none)");
}

}  // namespace
}  // namespace emrlint
