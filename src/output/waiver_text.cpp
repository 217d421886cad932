// SPDX-License-Identifier: Apache-2.0
#include "output/waiver_text.h"

#include "output/snippet.h"

namespace emrlint {
namespace {

constexpr std::chrono::days kRespite{90};

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : printable(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

}  // namespace

std::string waiver_text(const NewWaiver& waiver, Lang lang) {
  return "\n# " + printable(waiver.message) + "\n[[waiver]]\ncheck = " + quoted(waiver.check) +
         "\nchart = " + quoted(waiver.chart) + "\nfingerprint = " + quoted(waiver.fingerprint) +
         (lang == Lang::kZh ? "\nreason = \"待说明\"\nby = \"待填写\""
                            : "\nreason = \"to be explained\"\nby = \"to be named\"") +
         "\nuntil = " + waiver.until + "\n";
}

std::string waiver_end(const Time& today) {
  Time end = today;
  end.earliest += kRespite;
  end.precision = Precision::kDay;
  return to_string(end);
}

}  // namespace emrlint
