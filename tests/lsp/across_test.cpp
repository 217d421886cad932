// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "lsp/lsp_client.h"
#include "lsp/stays.h"

namespace emrlint::lsp_test {
namespace {

namespace fs = std::filesystem;

const std::string kOtherIllness =
    "患者5年前体检时测血压160/95mmHg，此后规律服用氨氯地平5mg每日一次，"
    "血压控制在130/80mmHg左右，近1周因琐事情绪波动，自觉头晕、心悸，"
    "晨起测血压172/100mmHg，门诊以高血压病收入院，病程中无胸痛及黑矇。";

// "{"now":null,"lang":"en",…}"
std::string options(const std::string& more = "") {
  return R"({"now":null,"lang":"en")" + more + "}";
}

// The patients of a ward, each in a folder of his own.
struct Ward {
  TemporaryFolder folder;
  LspClient client{lsp::ServerOptions{built_in_catalog(), [](const std::string& path) {
                                        return Config::load(built_in_catalog(), path,
                                                            file_text(path), nullptr);
                                      }}};
  std::string first = uri_of(folder.write("a/chart.json", kFirst.json()));
  std::string second = uri_of(folder.write("b/chart.json", kSecond.json()));

  void start(const std::string& encoding = "utf-16", const std::string& settings = options(),
             const std::string& capabilities = "{}") {
    client.start(
        encoding, settings, capabilities,
        R"(,"workspaceFolders":[{"name":"w","uri":)" + json_quoted(uri_of(folder.path())) + "}]");
  }
  void open(const std::string& uri, const Stay& stay) { client.open(uri, stay.json()); }
  void open_both() {
    open(first, kFirst);
    open(second, kSecond);
  }
  std::size_t find(const std::string& uri, std::string_view text) {
    return client.texts[uri].find(text);
  }
  // What stands under the findings of the check.
  std::vector<std::string> shown(const std::string& uri, const std::string& check) const {
    std::vector<std::string> under;
    for (const std::string& line : client.shown(uri)) {
      if (line.starts_with(check + ": ")) under.push_back(line.substr(check.size() + 2));
    }
    return under;
  }
  const Value* diagnostic(const std::string& uri, const std::string& check) {
    for (const Value& one : client.diagnostics[uri]["diagnostics"].GetArray()) {
      if (one["code"].GetString() == check) return &one;
    }
    return nullptr;
  }
  // What stands under the only related place of the finding.
  std::string related(const std::string& uri, const std::string& check) {
    const Value* const found = diagnostic(uri, check);
    REQUIRE(found != nullptr);
    const Value& notes = (*found)["relatedInformation"];
    REQUIRE(notes.Size() == 1);
    const Value& location = notes[0]["location"];
    return std::string(location["uri"].GetString()) + ": " +
           client.under(location["uri"].GetString(), location["range"]);
  }
  bool asked_to_refresh() {
    const bool asked = std::any_of(
        client.messages.begin(), client.messages.end(), [](const rapidjson::Document& message) {
          return message["method"].GetString() == std::string("workspace/diagnostic/refresh");
        });
    client.messages.clear();
    return asked;
  }
};

using Lines = std::vector<std::string>;
const Lines kNothing;

TEST_CASE("open charts are judged together, as a run over them judges them") {
  Ward ward;
  ward.start();
  ward.open(ward.first, kFirst);
  CHECK(ward.shown(ward.first, kOverlap) == kNothing);
  ward.open(ward.second, kSecond);
  // The copy is that of the second one; both surgeries are at fault.
  CHECK(ward.shown(ward.first, kCopy) == kNothing);
  CHECK(ward.shown(ward.second, kCopy) == Lines{kIllness});
  CHECK(ward.related(ward.second, kCopy) == ward.first + ": " + kIllness);
  CHECK(ward.shown(ward.first, kOverlap) == Lines{"2024-03-02T09:00"});
  CHECK(ward.shown(ward.second, kOverlap) == Lines{"2024-03-02T09:00"});
  CHECK(ward.related(ward.first, kOverlap) == ward.second + ": 2024-03-02T09:00");
  CHECK(ward.related(ward.second, kOverlap) == ward.first + ": 2024-03-02T09:00");

  const Value& copy = *ward.diagnostic(ward.second, kCopy);
  CHECK(copy["severity"].GetUint() == 1);
  CHECK(copy["message"].GetString() ==
        std::string("history of present illness (98 characters or words): word for word what was "
                    "written before in another patient's chart, ZY1."));
  CHECK(copy["tags"].Size() == 1);
  CHECK(std::string(copy["data"]["fingerprint"].GetString()).size() == 32);
}

TEST_CASE("charts in one folder, and lines of one file, are judged together too") {
  Ward ward;
  ward.start();
  const std::string beside = uri_of(ward.folder.write("a/second.json", kSecond.json()));
  ward.open(ward.first, kFirst);
  CHECK(ward.shown(ward.first, kOverlap) == kNothing);  // Nothing of the other one is open.
  ward.open(beside, kSecond);
  CHECK(ward.related(beside, kCopy) == ward.first + ": " + kIllness);
  ward.client.close(beside);
  ward.client.close(ward.first);

  std::string one = kFirst.json(), two = kSecond.json();
  std::replace(one.begin(), one.end() - 1, '\n', ' ');
  std::replace(two.begin(), two.end() - 1, '\n', ' ');
  const std::string lines = uri_of(ward.folder.path() / "c/charts.ndjson");
  ward.client.open(lines, one + two);
  const Value& copy = *ward.diagnostic(lines, kCopy);
  CHECK(copy["range"]["start"]["line"].GetUint() == 1);
  CHECK(copy["relatedInformation"][0]["location"]["range"]["start"]["line"].GetUint() == 0);
  CHECK(ward.related(lines, kCopy) == lines + ": " + kIllness);
}

TEST_CASE("what is said across charts goes when it is edited, and comes back in a pause") {
  Ward ward;
  ward.start();
  ward.open_both();
  const std::size_t at = ward.find(ward.second, "活动后气促");
  ward.client.edit(ward.second, at, at + 15,
                   "活动后无不适，饮食睡眠可，大小便正常，体重无明显变化");
  CHECK(ward.shown(ward.second, kCopy) == kNothing);
  CHECK(ward.shown(ward.second, kOverlap).size() == 1);  // That was not touched.
  CHECK(ward.client.server().quiet_time() == 200);
  ward.client.pause();
  CHECK(ward.client.server().quiet_time() == std::nullopt);
  CHECK(ward.shown(ward.second, kCopy) == kNothing);
  ward.client.edit(ward.second, 0, ward.client.texts[ward.second].size(), kSecond.json());
  CHECK(ward.shown(ward.second, kCopy) == kNothing);
  ward.client.pause();
  CHECK(ward.shown(ward.second, kCopy) == Lines{kIllness});

  // The other side of a finding: it is told at the next pause, where nothing was edited.
  const std::size_t start = ward.find(ward.first, "2024-03-02T09:00");
  ward.client.edit(ward.first, start, start + 16, "2024-03-02T07:00");
  const std::size_t end = ward.find(ward.first, "2024-03-02T09:50");
  ward.client.edit(ward.first, end, end + 16, "2024-03-02T07:50");
  CHECK(ward.shown(ward.first, kOverlap) == kNothing);
  CHECK(ward.shown(ward.second, kOverlap).size() == 1);
  ward.client.published.clear();
  ward.client.pause();
  CHECK(ward.shown(ward.second, kOverlap) == kNothing);
  CHECK(ward.client.published == Lines{ward.second});
}

TEST_CASE("a near copy is one of the texts on the screen") {
  Ward ward;
  ward.start();
  ward.open_both();
  const std::size_t at = ward.find(ward.first, "精神食欲欠佳");
  ward.client.edit(ward.first, at, at + 18, "精神食欲尚可");
  ward.client.pause();
  CHECK(ward.shown(ward.second, kCopy) == Lines{kIllness});
  CHECK(std::string((*ward.diagnostic(ward.second, kCopy))["message"].GetString()).find(" %)") !=
        std::string::npos);
  CHECK(ward.related(ward.second, kCopy).find("精神食欲尚可") != std::string::npos);
}

TEST_CASE("places move with what is typed before them, in every encoding") {
  for (const std::string encoding : {"utf-8", "utf-16", "utf-32"}) {
    CAPTURE(encoding);
    Ward ward;
    ward.start(encoding);
    ward.open_both();
    for (const std::string& uri : {ward.first, ward.second}) {
      const std::size_t title = ward.find(uri, "入院记录");
      ward.client.edit(uri, title, title, "𠮷");
      const std::size_t name = ward.find(uri, "胆囊");
      ward.client.edit(uri, name, name, "𠮷");
    }
    CHECK(ward.shown(ward.second, kCopy) == Lines{kIllness});
    CHECK(ward.shown(ward.second, kOverlap) == Lines{"2024-03-02T09:00"});
    CHECK(ward.related(ward.second, kCopy) == ward.first + ": " + kIllness);
    CHECK(ward.related(ward.second, kOverlap) == ward.first + ": 2024-03-02T09:00");
    ward.client.pause();
    CHECK(ward.shown(ward.second, kCopy) == Lines{kIllness});
    CHECK(ward.related(ward.second, kCopy) == ward.first + ": " + kIllness);
    CHECK(ward.related(ward.first, kOverlap) == ward.second + ": 2024-03-02T09:00");
  }
}

TEST_CASE("a half-typed chart stays beside the others as it was") {
  Ward ward;
  ward.start();
  ward.open_both();
  const std::string third = uri_of(ward.folder.path() / "c/chart.json");
  for (const std::string& uri : {ward.first, ward.second}) {
    const std::size_t before = ward.find(uri, "\"surgeries\"");
    ward.client.edit(uri, before, before, "\"orders\":[{\"id\":\"𠮷");
    ward.client.pause();
    CHECK_FALSE(ward.shown(uri, "json-syntax").empty());
    CHECK(ward.shown(ward.second, kCopy) == Lines{kIllness});
    CHECK(ward.related(ward.second, kOverlap) == ward.first + ": 2024-03-02T09:00");
    CHECK(ward.related(ward.first, kOverlap) == ward.second + ": 2024-03-02T09:00");
    // Others change while it is so.
    ward.open(third, kThird);
    CHECK(ward.shown(ward.second, kCopy) == Lines{kIllness});
    CHECK(ward.shown(third, kCopy) == Lines{kIllness});
    CHECK(ward.related(ward.second, kCopy) == ward.first + ": " + kIllness);
    CHECK(ward.related(third, kCopy) == ward.first + ": " + kIllness);
    CHECK(ward.shown(uri, kOverlap) == Lines{"2024-03-02T09:00"});
    ward.client.close(third);
  }
  // What was edited itself is not said again before the text is whole.
  const std::size_t at = ward.find(ward.second, "活动后");
  ward.client.edit(ward.second, at, at, "，");
  ward.open(third, kThird);
  CHECK(ward.shown(ward.second, kCopy) == kNothing);
  CHECK(ward.shown(third, kCopy) == Lines{kIllness});
  ward.client.edit(ward.second, 0, ward.client.texts[ward.second].size(), kSecond.json());
  ward.client.pause();
  CHECK(ward.shown(ward.second, kCopy) == Lines{kIllness});
}

TEST_CASE("a chart that was whole when nobody asked gives nothing while it is half typed") {
  Ward ward;
  ward.start();
  ward.open(ward.first, kFirst);
  const std::size_t card = ward.find(ward.first, "0014\"");
  ward.client.edit(ward.first, card, card + 5, "");
  CHECK_FALSE(ward.shown(ward.first, "json-syntax").empty());
  ward.open(ward.second, kSecond);
  CHECK(ward.shown(ward.second, kCopy) == kNothing);
  ward.client.edit(ward.first, card, card, "0014\"");
  ward.client.pause();
  CHECK(ward.shown(ward.second, kCopy) == Lines{kIllness});
}

TEST_CASE("a chart that is closed is beside nothing any more") {
  Ward ward;
  ward.start();
  ward.open_both();
  ward.client.close(ward.first);
  CHECK(ward.shown(ward.second, kCopy) == kNothing);
  CHECK(ward.shown(ward.second, kOverlap) == kNothing);
  CHECK(ward.shown(ward.first, kOverlap) == kNothing);
  CHECK(ward.client.server().quiet_time() == std::nullopt);
  ward.open(ward.first, kFirst);
  CHECK(ward.shown(ward.second, kCopy).size() == 1);
}

TEST_CASE("a setting says which charts are judged together") {
  Ward ward;
  ward.start("utf-16", options(R"(,"acrossCharts":"workspace")"));
  ward.client.texts[ward.first] = kFirst.json();
  ward.open(ward.second, kSecond);
  CHECK(ward.shown(ward.second, kCopy) == Lines{kIllness});
  CHECK(ward.related(ward.second, kCopy) == ward.first + ": " + kIllness);
  CHECK(ward.client.diagnostics.count(ward.first) == 0);
  ward.open(ward.first, kFirst);
  CHECK(ward.shown(ward.first, kOverlap).size() == 1);
  CHECK(ward.related(ward.second, kCopy) == ward.first + ": " + kIllness);
  ward.client.close(ward.first);
  CHECK(ward.shown(ward.first, kOverlap) == kNothing);
  CHECK(ward.shown(ward.second, kOverlap).size() == 1);

  const auto set = [&](const std::string& charts) {
    ward.client.notify("workspace/didChangeConfiguration",
                       R"({"settings":{"emrlint":{"acrossCharts":")" + charts + "\"}}}");
  };
  set("open");
  CHECK(ward.shown(ward.second, kCopy) == kNothing);
  ward.open(ward.first, kFirst);
  CHECK(ward.shown(ward.second, kCopy).size() == 1);
  set("off");
  CHECK(ward.shown(ward.second, kCopy) == kNothing);
  CHECK(ward.shown(ward.first, kOverlap) == kNothing);
  set("open");
  CHECK(ward.shown(ward.first, kOverlap).size() == 1);
  CHECK(LspClient()
            .request("initialize",
                     R"({"initializationOptions":{"acrossCharts":"all"}})")["error"]["code"]
            .GetInt() == lsp::kInvalidParams);
}

TEST_CASE("a chart of the workspace that is written anew on the disk is judged anew") {
  Ward ward;
  ward.start("utf-16", options(R"(,"acrossCharts":"workspace")"));
  ward.open(ward.second, kSecond);
  CHECK(ward.shown(ward.second, kCopy).size() == 1);
  Stay other = kFirst;
  other.illness = kOtherIllness;
  const fs::path path = ward.folder.write("a/chart.json", other.json());
  fs::last_write_time(path, fs::last_write_time(path) + std::chrono::seconds(5));
  ward.client.notify("textDocument/didSave",
                     R"({"textDocument":{"uri":)" + json_quoted(ward.second) + "}}");
  CHECK(ward.shown(ward.second, kCopy) == kNothing);
  CHECK(ward.shown(ward.second, kOverlap).size() == 1);
}

TEST_CASE("a client that pulls gets them, and is told when they change") {
  Ward ward;
  ward.start("utf-16", options(), R"({"workspace":{"diagnostics":{"refreshSupport":true}}})");
  const auto pull = [&](const std::string& uri, const std::string& previous = "") {
    const std::string params = R"({"textDocument":{"uri":)" + json_quoted(uri) +
                               R"(},"previousResultId":)" + json_quoted(previous) + "}";
    return std::string(lsp::to_json(ward.client.ask("textDocument/diagnostic", params)));
  };
  const auto says = [](const std::string& report, const std::string& check) {
    return report.find("\"code\":\"" + check) != report.npos;
  };
  const auto id = [](const std::string& report) {
    return report.substr(report.find("\"resultId\":\"") + 12, 32);
  };
  ward.open(ward.first, kFirst);
  pull(ward.first);
  ward.client.messages.clear();
  // All in one go: it asks right after opening.
  ward.client.texts[ward.second] = kSecond.json();
  ward.client.post("textDocument/didOpen",
                   R"({"textDocument":{"languageId":"json","version":1,"uri":)" +
                       json_quoted(ward.second) + R"(,"text":)" + json_quoted(kSecond.json()) +
                       "}}");
  const std::string second = pull(ward.second);
  CHECK(says(second, kCopy));
  CHECK(ward.asked_to_refresh());  // For the first one.
  const std::string first = pull(ward.first);
  CHECK(says(first, kOverlap));
  CHECK(ward.client.ask("workspace/diagnostic", R"({"previousResultIds":[]})")["items"].Size() ==
        2);

  const std::size_t at = ward.find(ward.second, "2024-03-02T09:50");
  ward.client.edit(ward.second, at, at + 16, "2024-03-02T09:05");
  CHECK(pull(ward.first, id(first)).find("unchanged") != std::string::npos);
  CHECK_FALSE(ward.asked_to_refresh());
  ward.client.pause();
  CHECK(ward.asked_to_refresh());
  const std::string later = pull(ward.first, id(first));
  CHECK_FALSE(says(later, kOverlap));
  CHECK(id(later) != id(first));
  ward.client.pause();
  CHECK_FALSE(ward.asked_to_refresh());
}

TEST_CASE("a client that pulls and cannot be told gets them with each answer") {
  Ward ward;
  ward.start();
  ward.open_both();
  const std::string params = R"({"textDocument":{"uri":)" + json_quoted(ward.first) + "}}";
  const auto overlaps = [&] {
    const std::string report = lsp::to_json(ward.client.ask("textDocument/diagnostic", params));
    return report.find("\"code\":\"" + kOverlap) != report.npos;
  };
  CHECK(overlaps());
  const std::size_t at = ward.find(ward.second, "2024-03-02T09:50");
  ward.client.edit(ward.second, at, at + 16, "2024-03-02T09:05");
  CHECK_FALSE(overlaps());
}

TEST_CASE("they are waived, hovered over and counted like others") {
  Ward ward;
  ward.start("utf-16", options(),
             R"({"workspace":{"workspaceEdit":{"documentChanges":true,)"
             R"("resourceOperations":["create"]}}})");
  ward.open_both();
  const std::size_t at = ward.find(ward.second, kIllness) + 9;
  const Value& hover = ward.client.ask("textDocument/hover", ward.client.at(ward.second, at));
  REQUIRE(hover.IsObject());
  const std::string told = hover["contents"]["value"].GetString();
  CHECK(told.find(kCopy) != std::string::npos);
  CHECK(told.find("ZY1") != std::string::npos);
  const auto document = R"({"textDocument":{"uri":)" + json_quoted(ward.second) + "}";
  const auto lens = [&] {
    return std::string(
        ward.client.ask("textDocument/codeLens", document + "}")[0]["command"]["title"]
            .GetString());
  };
  const std::string before = lens();
  const Value& actions = ward.client.ask(
      "textDocument/codeAction",
      document + ",\"range\":" + ward.client.range_json(ward.client.texts[ward.second], at, at) +
          R"(,"context":{"diagnostics":[]}})");
  std::set<std::string> titles;
  std::string waiver;
  for (const Value& action : actions.GetArray()) {
    if (action["diagnostics"][0]["code"].GetString() != kCopy) continue;
    titles.insert(std::string(action["title"].GetString()).substr(0, 5));
    if (!action.HasMember("edit")) continue;
    waiver = action["edit"]["documentChanges"][1]["edits"][0]["newText"].GetString();
  }
  CHECK(titles == std::set<std::string>{"open ", "waive"});
  const std::size_t reason = waiver.find("reason = \"");
  REQUIRE(reason != std::string::npos);
  waiver.insert(reason + 10, "agreed");
  ward.folder.write("emrlint.toml", waiver);
  ward.client.notify("workspace/didChangeWatchedFiles",
                     R"({"changes":[{"type":1,"uri":)" +
                         json_quoted(uri_of(ward.folder.path() / "emrlint.toml")) + "}]}");
  CHECK(ward.shown(ward.second, kCopy) == kNothing);
  CHECK(ward.shown(ward.second, kOverlap).size() == 1);
  CHECK(lens() != before);
}

}  // namespace
}  // namespace emrlint::lsp_test
