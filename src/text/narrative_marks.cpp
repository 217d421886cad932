// SPDX-License-Identifier: Apache-2.0
// What a narrative is made of: the marks in it, which change how what follows is meant.
#include "text/narrative.h"

#include <algorithm>
#include <array>

#include "text/word_index.h"

namespace emrlint {

// The words of narrative_cues.def with their kinds.
class Narrative::Cues {
 public:
  struct Found {
    Kind kind = Kind::kSkip;
    std::size_t length = 0;  // 0: none.
  };

  static const Cues& get() {
    static const Cues cues;
    return cues;
  }

  bool may_begin(std::string_view text, std::size_t at) const {
    return at + 2 < text.size() && index_.may_begin(text, at);
  }

  Found at(std::string_view text, std::size_t at) const {
    const int number = index_.match(text, at);
    if (number < 0) return {};
    const auto i = static_cast<std::size_t>(number);
    return {kinds_[i], words_[i].size()};
  }

 private:
  struct Row {
    Kind kind;
    std::string_view words;
  };

  Cues() : words_(split(kinds_)), index_(words_) {}

  static std::vector<std::string_view> split(std::vector<Kind>& kinds) {
    static constexpr Row kRows[] = {
#define EMRLINT_CUES(kind, words) {Kind::kind, words},
#include "text/narrative_cues.def"
#undef EMRLINT_CUES
    };
    std::vector<std::string_view> all;
    for (const Row& row : kRows) {
      std::string_view rest = row.words;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (end > 0) {
          all.push_back(rest.substr(0, end));
          kinds.push_back(row.kind);
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return all;
  }

  std::vector<Kind> kinds_;  // By number of the word; filled by split().
  std::vector<std::string_view> words_;
  WordIndex index_;
};

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

template <std::size_t N>
bool any_stands(std::string_view text, std::size_t at, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return stands_at(text, at, word); });
}

template <std::size_t N>
bool any_ends(std::string_view text, std::size_t at, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return ends_at(text, at, word); });
}

// A relative who tells, brings or signs: what follows is not about him. 其母代诉, 由其子陪同.
bool informant(std::string_view text, std::size_t from, std::size_t to) {
  constexpr std::string_view kDoes[] = {
      "代诉", "诉", "代述", "述",   "陪",   "送",   "搀",   "护送", "发现", "告知",
      "补充", "签", "要求", "表示", "提供", "同意", "代为", "照顾", "协助", "陈述",
      "反映", "呼", "意见", "知情", "拒绝", "及患", "和患", "与患", "抱"};
  constexpr std::string_view kTo[] = {"由", "向", "被", "与", "经", "请"};
  return any_stands(text, to, kDoes) || any_ends(text, from, kTo);
}

constexpr std::string_view kSiblings[] = {"兄", "弟", "姐", "妹", "哥"};

// Whether a new item can begin at `at`: at the front, behind a blank or behind punctuation.
bool item_may_begin(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const auto before = static_cast<unsigned char>(text[at - 1]);
  if (before < 0x80) return before <= ' ' || before == ';' || before == ':' || before == '(';
  if (at < 3) return false;
  const auto lead = static_cast<unsigned char>(text[at - 3]);
  return (lead == 0xE3 && static_cast<unsigned char>(text[at - 2]) == 0x80 &&
          !ends_at(text, at, "、")) ||
         (lead == 0xEF && static_cast<unsigned char>(text[at - 2]) == 0xBC);
}

// The length of the number of an item at a digit, "2." or "2、" before something that is no digit;
// else 0.
std::size_t item_number(std::string_view text, std::size_t at) {
  if (!item_may_begin(text, at)) return 0;
  std::size_t to = at;
  while (to < text.size() && digit(text[to])) ++to;
  if (to - at > 2) return 0;
  for (const std::string_view point : {".", "．", "、", "）", ")"}) {
    if (!stands_at(text, to, point)) continue;
    to += point.size();
    return to < text.size() && !digit(text[to]) ? to - at : 0;
  }
  return 0;
}

// The result of a test in brackets, after the opening one: '-', '+' or '~' for ±; else 0.
char bracketed_sign(std::string_view text, std::size_t at, std::size_t& to) {
  struct Sign {
    std::string_view text;
    char sign;
  };
  constexpr Sign kSigns[] = {{"-", '-'}, {"－", '-'}, {"—", '-'},  {"–", '-'},    {"+-", '~'},
                             {"±", '~'}, {"+", '+'},  {"＋", '+'}, {"阴性", '-'}, {"阳性", '+'}};
  for (const Sign& sign : kSigns) {
    if (!stands_at(text, at, sign.text)) continue;
    to = at + sign.text.size();
    while (sign.sign == '+' && to < text.size() && text[to] == '+') ++to;
    if (stands_at(text, to, ")")) return ++to, sign.sign;
    if (stands_at(text, to, "）")) return to += 3, sign.sign;
  }
  return 0;
}

}  // namespace

bool Narrative::parts(Kind kind) { return kind <= Kind::kQuestion && kind != Kind::kColon; }
bool Narrative::ends_sentence(Kind kind) {
  return kind == Kind::kStop || kind == Kind::kSemicolon || kind == Kind::kQuestion;
}

// A mark at `at`, empty as yet.
Narrative::Mark Narrative::mark_at(std::size_t at, Kind kind) {
  Mark mark;
  mark.from = mark.to = static_cast<std::uint32_t>(at);
  mark.kind = kind;
  return mark;
}

// Marks of one byte, 1妹, brackets with a sign, and numbers of items.
Narrative::Mark Narrative::mark_of_byte(std::size_t at) const {
  Mark mark = mark_at(at, Kind::kSkip);
  const char c = text_[at];
  const Kind kind = c == ','                 ? Kind::kComma
                    : c == ':'               ? Kind::kColon
                    : c == ';'               ? Kind::kSemicolon
                    : c == '?'               ? Kind::kQuestion
                    : c == '\n' || c == '\r' ? Kind::kStop
                                             : Kind::kSkip;
  if (kind != Kind::kSkip) {
    mark.kind = kind;
    mark.to = mark.from + 1;
  } else if (c == '(') {
    return sign_at(at);
  } else if (digit(c) && any_stands(text_, at + 1, kSiblings)) {
    mark.to = mark.from + 4;
    mark.kind = Kind::kFamily;
  } else if (digit(c)) {
    mark.to = mark.from + static_cast<std::uint32_t>(item_number(text_, at));
    mark.kind = Kind::kStop;
  }
  return mark;
}

// （-） and the like, at the bracket.
Narrative::Mark Narrative::sign_at(std::size_t at) const {
  Mark mark = mark_at(at, Kind::kSkip);
  std::size_t to = at;
  const char sign = bracketed_sign(text_, at + char_length(text_, at), to);
  if (sign == 0) return mark;
  mark.to = static_cast<std::uint32_t>(to);
  mark.kind = sign == '-'   ? Kind::kNegatesBack
              : sign == '+' ? Kind::kAssertsBack
                            : Kind::kDoubtsBack;
  return mark;
}

// What a cue is in its place.
Narrative::Kind Narrative::kind_here(Kind kind, std::size_t from, std::size_t to) const {
  switch (kind) {
    case Kind::kHeading:
      if (stands_at(text_, to, ":") || stands_at(text_, to, "：")) return kind;
      if (ends_at(text_, to, "既往史")) return Kind::kWas;
      return ends_at(text_, to, "史") ? Kind::kWasBack : Kind::kSkip;  // 否认手术史
    case Kind::kFamily:
    case Kind::kOther:
      return informant(text_, from, to) ? Kind::kSkip : kind;
    default:
      return kind;
  }
}

// The mark at `at`, empty (from == to) when there is none.
Narrative::Mark Narrative::next_mark(std::size_t at) const {
  const auto lead = static_cast<unsigned char>(text_[at]);
  if (lead < 0x80) return mark_of_byte(at);
  Mark mark = mark_at(at, Kind::kSkip);
  if (lead == 0xE3 || lead == 0xEF) {
    struct Point {
      std::string_view text;
      Kind kind;
    };
    constexpr Point kPoints[] = {{"，", Kind::kComma},     {"。", Kind::kStop},
                                 {"；", Kind::kSemicolon}, {"：", Kind::kColon},
                                 {"？", Kind::kQuestion},  {"！", Kind::kStop}};
    for (const Point& point : kPoints) {
      if (!stands_at(text_, at, point.text)) continue;
      mark.kind = point.kind;
      mark.to += 3;
      return mark;
    }
    return stands_at(text_, at, "（") ? sign_at(at) : mark;
  }
  const Cues::Found cue = Cues::get().at(text_, at);
  mark.to += static_cast<std::uint32_t>(cue.length);
  mark.kind = kind_here(cue.kind, at, mark.to);
  return mark;
}

void Narrative::read() const {
  read_ = true;
  std::size_t at = 0;
  const Cues& cues = Cues::get();
  while (at < text_.size()) {
    // Most characters begin no cue and are no point.
    const auto lead = static_cast<unsigned char>(text_[at]);
    if (lead > 0xE3 && lead < 0xEF && !cues.may_begin(text_, at)) {
      at += 3;
      continue;
    }
    Mark mark = next_mark(at);
    if (mark.from == mark.to) {
      at += char_length(text_, at);
      continue;
    }
    at = mark.to;
    if (mark.kind == Kind::kSkip) continue;
    const Mark* last = marks_.empty() ? nullptr : &marks_.back();
    mark.after = after(last == nullptr ? start_ : last->after, mark, last);
    marks_.push_back(mark);
  }
  auto end = static_cast<std::uint32_t>(text_.size());
  for (auto mark = marks_.rbegin(); mark != marks_.rend(); ++mark) {
    if (parts(mark->kind)) end = mark->from;
    mark->clause_end = end;
  }
}

}  // namespace emrlint
