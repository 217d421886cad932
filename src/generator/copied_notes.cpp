// SPDX-License-Identifier: Apache-2.0
#include "generator/copied_notes.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <string_view>
#include <utility>

#include "generator/random_text.h"

namespace emrlint {
namespace {

using Words = std::vector<std::string_view>;

// The wording of one language.
struct Wording {
  std::map<std::string_view, Words> slots;
  Words sentences, stock, templates;
};

Words split(std::string_view words) {
  Words out;
  for (std::size_t bar; (bar = words.find('|')) != words.npos; words.remove_prefix(bar + 1)) {
    out.push_back(words.substr(0, bar));
  }
  out.push_back(words);
  return out;
}

const Wording& wording(Lang lang) {
  static const std::map<Lang, Wording> both = [] {
    std::map<Lang, Wording> out;
#define SLOT(language, name, words) out[Lang::language].slots[name] = split(words);
#define SENTENCE(language, text) out[Lang::language].sentences.push_back(text);
#define STOCK(language, text) out[Lang::language].stock.push_back(text);
#define TEMPLATE(language, text) out[Lang::language].templates.push_back(text);
#include "generator/copied_notes.def"
    return out;
  }();
  return both.at(lang);
}

constexpr int kNotes = 30;
constexpr int kBlocks = 4;               // Of a note, written anew or copied.
constexpr double kCopied = 0.40;         // Share of all text.
constexpr std::size_t kLeastCopy = 100;  // Bytes; a block holds several hundred.

std::string number(Dice& dice) {
  const std::string whole = std::to_string(dice.between(1, 400));
  return dice.chance(0.4) ? whole + "." + std::to_string(dice.between(1, 9)) : whole;
}

std::string sentence(Dice& dice, const Wording& words) {
  std::string out;
  std::string_view pattern = dice.of(words.sentences);
  for (std::size_t open; (open = pattern.find('{')) != pattern.npos;) {
    const std::size_t close = pattern.find('}', open);
    const std::string_view slot = pattern.substr(open + 1, close - open - 1);
    out += pattern.substr(0, open);
    if (slot == "n") {
      out += number(dice);
    } else {
      out += dice.of(words.slots.at(slot));
    }
    pattern.remove_prefix(close + 1);
  }
  return out.append(pattern);
}

// What edits count by: an ideograph, a word, a number, or one other character.
std::size_t unit_length(std::string_view text, std::size_t at) {
  const auto letter = [&](std::size_t i) {
    const char c = text[i];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  const auto digit = [&](std::size_t i) {
    return (text[i] >= '0' && text[i] <= '9') || text[i] == '.';
  };
  const auto lead = static_cast<unsigned char>(text[at]);
  std::size_t end = at + (lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
  if (letter(at)) {
    while (end < text.size() && letter(end)) ++end;
  } else if (digit(at)) {
    while (end < text.size() && digit(end)) ++end;
  }
  return end - at;
}

bool is_word(std::string_view unit) {
  const auto lead = static_cast<unsigned char>(unit.front());
  return lead >= 0xE4 || (lead < 0x80 && std::isalpha(lead) != 0);
}

class Writer {
 public:
  Writer(Lang lang, std::uint64_t seed)
      : lang_(lang), words_(wording(lang)), dice_(seed * 2 + (lang == Lang::kEn ? 1 : 0)) {}

  CopiedNotes run() {
    for (int i = 0; i < kNotes; ++i) write_note();
    return std::move(out_);
  }

 private:
  void write_note() {
    note_.clear();
    const std::size_t index = out_.notes.size();
    std::vector<NotePart> fresh;
    const bool first = dice_.chance(0.5);
    if (first) add_template(index);
    for (int block = 0; block < kBlocks; ++block) {
      const bool copy =
          static_cast<double>(copied_) < kCopied * static_cast<double>(total_) && dice_.chance(0.8);
      if (copy && add_copy(index)) continue;
      fresh.push_back(add_fresh(index));
    }
    if (!first) add_template(index);
    out_.notes.push_back(note_);
    sources_.insert(sources_.end(), fresh.begin(), fresh.end());
  }

  void add(std::string_view text) {
    note_ += text;
    total_ += text.size();
  }

  void add_template(std::size_t index) {
    const std::size_t from = note_.size();
    add(dice_.of(words_.templates));
    out_.templates.push_back({index, from, note_.size()});
    space();
  }

  NotePart add_fresh(std::size_t index) {
    NotePart part{index, note_.size(), 0};
    for (int i = dice_.between(3, 7); i > 0; --i) {
      add(sentence(dice_, words_));
      part.to = note_.size();
      space();
    }
    space();
    if (dice_.chance(0.4)) add(dice_.of(words_.stock));
    space();
    return part;
  }

  void space() {
    if (lang_ == Lang::kEn && !note_.empty() && note_.back() != ' ') note_ += ' ';
  }

  // Copies most of a stretch that was written anew; false when there is none left.
  bool add_copy(std::size_t index) {
    if (sources_.empty()) return false;
    const std::size_t chosen =
        static_cast<std::size_t>(dice_.between(0, static_cast<int>(sources_.size()) - 1));
    NotePart source = sources_[chosen];
    sources_.erase(sources_.begin() + static_cast<std::ptrdiff_t>(chosen));
    const std::string_view note = out_.notes[source.note];
    if (dice_.chance(0.5)) cut(note, source);
    const auto edit = static_cast<CopyEdit>(dice_.between(0, kCopyEdits - 1));
    const std::size_t from = note_.size();
    add(edited(note.substr(source.from, source.to - source.from), edit));
    out_.copies.push_back({source, {index, from, note_.size()}, edit});
    copied_ += note_.size() - from;
    space();
    return true;
  }

  // Takes up to a third off both ends, between words.
  void cut(std::string_view note, NotePart& part) {
    const std::size_t size = part.to - part.from;
    const auto share = [&] { return static_cast<std::size_t>(dice_.between(0, 33)) * size / 100; };
    const NotePart whole = part;
    const std::size_t first = part.from + share(), last = part.to - share();
    while (part.from < first) part.from += unit_length(note, part.from);
    while (!is_word(note.substr(part.from))) part.from += unit_length(note, part.from);
    std::size_t to = part.from;
    while (to < last) to += unit_length(note, to);
    part.to = std::min(to, whole.to);
    if (part.to - part.from < kLeastCopy) part = whole;
  }

  std::string edited(std::string_view text, CopyEdit edit) {
    const double rate = edit == CopyEdit::kTwoPercent     ? 0.02
                        : edit == CopyEdit::kEightPercent ? 0.08
                                                          : 0;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t length = unit_length(text, at);
      const std::string_view unit = text.substr(at, length);
      at += length;
      if (edit == CopyEdit::kNumbers && unit.front() >= '0' && unit.front() <= '9') {
        out += number(dice_);
      } else if (is_word(unit) && dice_.chance(rate)) {
        change(unit, out);
      } else {
        out += unit;
      }
    }
    return out;
  }

  // Replaces a word, leaves it out, or adds another one.
  void change(std::string_view unit, std::string& out) {
    const int kind = dice_.between(0, 2);
    if (kind == 0) return;
    if (kind == 1) out += unit;
    const std::string other = sentence(dice_, words_);
    std::size_t at = 0;
    for (int i = dice_.between(0, 8); i > 0; --i) at += unit_length(other, at);
    while (!is_word(std::string_view(other).substr(at))) at += unit_length(other, at);
    if (kind == 1 && lang_ == Lang::kEn) out += ' ';
    out += std::string_view(other).substr(at, unit_length(other, at));
  }

  Lang lang_;
  const Wording& words_;
  Dice dice_;
  CopiedNotes out_;
  std::string note_;
  std::vector<NotePart> sources_;  // Written anew and not yet copied.
  std::size_t total_ = 0;          // Bytes.
  std::size_t copied_ = 0;
};

}  // namespace

CopiedNotes copied_notes(Lang lang, std::uint64_t seed) { return Writer(lang, seed).run(); }

}  // namespace emrlint
