// SPDX-License-Identifier: Apache-2.0
#include "copies_corpus.h"

#include <cmath>
#include <cstdlib>

namespace emrlint {
namespace {

constexpr std::uint64_t kPhrases = 20'000;
constexpr std::uint64_t kBetweenCopies = 20;

// SplitMix64: small, and the same everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0xD1342543DE82EF95ull + 1) {}

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15ull;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ z >> 27) * 0x94D049BB133111EBull;
    return z ^ z >> 31;
  }
  std::uint64_t below(std::uint64_t end) { return next() % end; }
  std::uint64_t between(std::uint64_t from, std::uint64_t to) {
    return from + below(to - from + 1);
  }

  void text(std::string& out, std::uint64_t count) {
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::uint64_t bits = next();
      const auto c = static_cast<std::uint32_t>(0x4E00 + bits % 4000);
      out += static_cast<char>(0xE0 | c >> 12);
      out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
      out += static_cast<char>(0x80 | (c & 0x3F));
      if ((bits >> 40) % 12 == 0) out += "，";
    }
  }
  std::string text(std::uint64_t count) {
    std::string out;
    text(out, count);
    return out;
  }

 private:
  std::uint64_t state_;
};

}  // namespace

std::string PlantedCopy::text() const {
  Random random(seed);
  const std::uint64_t count = random.between(80, 200);
  return random.text(count);
}

CopiesCorpus::CopiesCorpus(std::uint64_t charts, std::uint64_t forms) {
  Random random(charts);
  for (std::uint64_t i = 0; i < forms; ++i) {
    Random own(i + 1'000'000'007);
    forms_.push_back(own.text(own.between(150, 220)));
  }
  for (std::uint64_t i = 0; i < kPhrases; ++i) {
    Random own(i + 2'000'000'011);
    phrases_.push_back(own.text(own.between(20, 40)));
  }
  for (std::uint64_t chart = kBetweenCopies; chart < charts; chart += kBetweenCopies) {
    const std::uint64_t source = random.below(chart);
    if (!of_source_.emplace(source, copies_.size()).second) continue;
    of_copy_[chart] = copies_.size();
    copies_.push_back({source, chart, chart + 3'000'000'019});
  }
}

std::string CopiesCorpus::key(std::uint64_t chart) {
  std::string digits = std::to_string(chart);
  return "ZY" + std::string(9 - digits.size(), '0') + digits;
}

std::uint64_t CopiesCorpus::chart_of(const std::string& key) {
  return std::strtoull(key.c_str() + 2, nullptr, 10);
}

std::uint64_t CopiesCorpus::form_of(std::uint64_t chart, std::uint64_t note) const {
  return (chart * (kNotes - kFirstForm) + note - kFirstForm) % forms_.size();
}

std::string CopiesCorpus::note(std::uint64_t chart, std::uint64_t number) const {
  Random random(chart * kNotes + number + 5);
  std::string out;
  if (number >= kFirstForm) {
    out = "T " + std::to_string(random.between(36, 39)) + "℃，P " +
          std::to_string(random.between(60, 110)) + "次/分。" + forms_[form_of(chart, number)];
    random.text(out, random.between(40, 60));
    return out;
  }
  random.text(out, random.between(60, 90));
  const auto planted = number == kSourceNote ? of_source_.find(chart)
                       : number == kCopyNote ? of_copy_.find(chart)
                                             : of_copy_.end();
  const bool holds = planted != (number == kSourceNote ? of_source_.end() : of_copy_.end());
  if (holds) {
    out += "。" + copies_[planted->second].text() + "。";
  } else if (random.below(2) == 0) {
    // The nth phrase about as often as 1/n.
    const double share = static_cast<double>(random.below(1'000'000)) / 1e6;
    const auto rank = static_cast<std::uint64_t>(std::pow(static_cast<double>(kPhrases), share));
    out += "。" + phrases_[rank - 1] + "。";
  }
  random.text(out, random.between(60, 120));
  return out;
}

std::string CopiesCorpus::line(std::uint64_t chart) const {
  const std::string name = key(chart);
  std::string out = R"({"format":"emrlint-chart/1","chart":")" + name +
                    R"(","complete":true,"realm":"china","institution":{"id":"H1"},"patient":)"
                    R"({"id":"P)" +
                    name + R"("},"encounter":{"id":")" + name +
                    R"(","kind":"inpatient"},"documents":[)";
  for (std::uint64_t i = 0; i < kNotes; ++i) {
    const std::string day = std::to_string(10 + i);
    out += i == 0 ? "" : ",";
    out += R"({"id":"n)" + std::to_string(i) + R"(","type":"progress-note","recorded":"2024-03-)" +
           day + R"(T08:00","sections":[{"type":"course","text":")" + note(chart, i) + R"("}]})";
  }
  return out + "]}\n";
}

}  // namespace emrlint
