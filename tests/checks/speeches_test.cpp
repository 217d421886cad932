// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/speeches.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace emrlint::checks {
namespace {

std::vector<Text> texts(const std::vector<std::string_view>& pieces) {
  std::vector<Text> out;
  for (const std::string_view piece : pieces) out.push_back({piece, {}});
  return out;
}

// "speaker>words" of each speech.
std::vector<std::string> told(const std::vector<std::string_view>& pieces) {
  std::vector<std::string> out;
  for (const Speech& speech : speeches_of(texts(pieces))) {
    std::string text = std::string(speech.speaker) + ">";
    for (const Part& part : speech.words) {
      text += part.value.value.substr(part.from, part.to - part.from);
    }
    out.push_back(text);
  }
  return out;
}

using Told = std::vector<std::string>;

TEST_CASE("speeches are told apart by titles before a colon") {
  CHECK(told({"李一主任医师：建议手术。王二副主任医师：同意。"}) ==
        Told{"李一主任医师>建议手术。", "王二副主任医师>同意。"});
  CHECK(told({"李一主任医师:建议手术；注意：备血。", "次日复查。", "护士长：备好器械"}) ==
        Told{"李一主任医师>建议手术；注意：备血。次日复查。", "护士长>备好器械"});
  CHECK(told({"Dr. Smith: Operate. Watch the drain. Prof. Jones: I agree."}) ==
        Told{"Dr. Smith> Operate. Watch the drain. ", "Prof. Jones> I agree."});
}

TEST_CASE("headings, hosts and lists of those present are no speeches") {
  CHECK(told({"手术指征：胆囊结石。术前准备：备皮。"}).empty());
  CHECK(
      told({"参加医师：李一、王二。李一主任医师：建议手术。主持人李一主任医师小结：同意手术。"}) ==
      Told{"李一主任医师>建议手术。"});
  CHECK(told({"李一主任医师：建议手术。主持人小结：同意手术。签名：李一"}) ==
        Told{"李一主任医师>建议手术。"});
  CHECK(told({""}).empty());
}

TEST_CASE("an echo is what another speaker said, not short consent") {
  const auto echo = [](std::string_view text) {
    const std::vector<Text> pieces = texts({text});
    const Minutes told(pieces, 8);
    const auto found = told.echo(0.9);
    return found ? std::string(found->copy->speaker) + "<" + std::string(found->source->speaker)
                 : std::string();
  };
  CHECK(echo("李医师：建议择期手术治疗。王医师：建议择期手术治疗。") == "王医师<李医师");
  CHECK(echo("李医师：建议择期手术治疗。李医师：建议择期手术治疗。").empty());
  CHECK(echo("李医师：同意手术。王医师：同意手术。").empty());
}

}  // namespace
}  // namespace emrlint::checks
