// SPDX-License-Identifier: Apache-2.0
#include "checks/tcm/pulse.h"

namespace emrlint::checks {
namespace {

constexpr std::string_view kPulse = "脉";
constexpr std::string_view kNames = "象弦细滑沉浮数缓涩迟濡弱紧洪虚实微结代促长短大伏平和如同未无";
constexpr std::string_view kVessels = "静动血经筋络门腔冠";  // 静脉, 门脉, 冠脉

}  // namespace

bool tells_of_tongue(std::string_view text) {
  return text.find("舌") != text.npos || text.find("苔") != text.npos;
}

bool tells_of_pulse(std::string_view text) {
  const auto one_of = [](std::string_view characters, std::string_view c) {
    const std::size_t at = characters.find(c);
    return c.size() == 3 && at != characters.npos && at % 3 == 0;
  };
  for (std::size_t at = text.find(kPulse); at != text.npos; at = text.find(kPulse, at + 3)) {
    const std::string_view before = at < 3 ? std::string_view() : text.substr(at - 3, 3);
    if (one_of(kVessels, before)) continue;
    if (before == "舌" || one_of(kNames, text.substr(at + 3, 3))) return true;
    for (const std::string_view mark : {"：", ":"}) {
      if (text.substr(at + 3).starts_with(mark)) return true;
    }
  }
  return false;
}

}  // namespace emrlint::checks
