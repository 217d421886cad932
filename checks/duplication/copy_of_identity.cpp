// SPDX-License-Identifier: Apache-2.0
// Probe of duplication-copy-error: the name or number of another patient.
#include <algorithm>

#include "check/words.h"
#include "checks/consistency/names.h"
#include "checks/consistency/pieces.h"
#include "checks/duplication/copy_error.h"
#include "checks/privacy/whose_number.h"
#include "text/find_word.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

using namespace copy_error;

constexpr Bilingual kName{"患者姓名", "the patient's name"};
constexpr Bilingual kStayNumber{"住院号", "the number of the stay"};

// The surnames that nine of ten people have; a name behind 患者 that begins otherwise may be none.
bool surname(std::string_view name) {
  constexpr std::string_view kSurnames =
      "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏"
      "蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常"
      "万顾赖武康贺严尹钱施牛洪龚";
  return !name.empty() && holds(kSurnames, name.substr(0, char_length(name, 0)));
}

// 姓名：李四, 患者李四，男，: where the name stands.
std::vector<Part> names_in(const Piece& piece) {
  const std::string_view text = piece.text.value;
  std::vector<Part> found;
  const auto add = [&](std::size_t from, std::size_t to) {
    const std::size_t size = to - from;
    const std::string_view name = text.substr(from, size);
    if (size < 6 || size > 12 || !surname(name)) return;
    found.push_back(part_of_piece(piece, from, to));
  };
  constexpr std::string_view kSexes[] = {"，男，", "，女，", "，男性，", "，女性，",
                                         ",男,",   ",女,",   ",男性,",   ",女性,"};
  for (const std::string_view sex : kSexes) {
    for (std::size_t at = find_word(text, sex); at != text.npos;
         at = find_word(text, sex, at + 1)) {
      constexpr std::string_view kPatient = "患者";
      const std::size_t from = text.substr(0, at).rfind(kPatient);
      if (from != text.npos && at - from <= 18) add(from + kPatient.size(), at);
    }
  }
  constexpr std::string_view kLabels[] = {"患者姓名：", "患者姓名:", "病人姓名："};
  for (const std::string_view label : kLabels) {
    const std::size_t at = find_word(text, label);
    if (at == text.npos) continue;
    const std::size_t from = at + label.size();
    std::size_t to = from;
    while (to < text.size() && static_cast<unsigned char>(text[to]) >= 0xE4 &&
           static_cast<unsigned char>(text[to]) <= 0xE9) {
      to += 3;
    }
    add(from, std::min(to, text.size()));
  }
  return found;
}

// 曾于我院住院（住院号：…）
bool of_earlier_stay(std::string_view before) {
  constexpr std::size_t kNear = 90;
  constexpr std::string_view kWords[] = {"曾", "上次", "前次", "既往", "外院", "首次", "年前"};
  before.remove_prefix(before.size() - std::min(before.size(), kNear));
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return holds(before, word); });
}

// 住院号：12345678: where the number stands.
std::vector<Part> stay_numbers_in(const Piece& piece) {
  constexpr std::string_view kLabels[] = {"住院号", "病案号", "病历号", "MRN"};
  const std::string_view text = piece.text.value;
  std::vector<Part> found;
  for (const std::string_view label : kLabels) {
    for (std::size_t at = find_word(text, label); at != text.npos;
         at = find_word(text, label, at + 1)) {
      if (of_earlier_stay(text.substr(0, at))) continue;
      std::size_t from = at + label.size();
      for (const std::string_view colon : {"：", ":", " "}) {
        while (stands_at(text, from, colon)) from += colon.size();
      }
      std::size_t to = from;
      const auto plain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      };
      while (to < text.size() && plain(text[to])) ++to;
      if (to - from >= 5) found.push_back(part_of_piece(piece, from, to));
    }
  }
  return found;
}

// Whether two numbers may be of one series: figures and letters stand in the same places.
bool alike(std::string_view a, std::string_view b) {
  const auto figure = [](char c) { return c >= '0' && c <= '9'; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return figure(x) == figure(y); });
}

class IdentityJudge {
 public:
  IdentityJudge(const CopyJudge& judge, const Document& document)
      : judge_(judge), document_(document), subject_(of(judge.chart, document, "identity")) {}

  void read(const Piece& piece) {
    const Patient& patient = judge_.chart.patient;
    // A name that is none, such as a number in its stead, cannot be compared with one.
    const bool named = patient.name.value.empty() || surname(patient.name.value);
    for (const Part& name : named ? names_in(piece) : std::vector<Part>()) {
      compare(name, patient.name, kName, same_name(words_at(name), patient.name.value));
    }
    for (const Part& number : stay_numbers_in(piece)) {
      const Text& stay = judge_.chart.encounter.id;
      const std::string_view said = words_at(number);
      // Either may be called by either label, and a longer one may hold it.
      const bool ours = holds(stay.value, said) || holds(patient.id.value, said) ||
                        holds(document_.header.patient_id.value, said) ||
                        holds(document_.header.stay_id.value, said);
      if (!ours && !stay.value.empty() && !alike(said, stay.value)) continue;
      compare(number, stay, kStayNumber, ours);
    }
    for (std::size_t at = 0; const auto number = next_person_number(piece.text, at);) {
      at = number->to;
      if (number->kind == NumberKind::kCitizen && !of_related(*number, {kRelatedWords})) {
        read_card(number->part(), number->value());
      }
    }
  }
  void finish() {
    if (copied_ && !done_) judge_.report.pass(subject_);
  }

 private:
  void compare(const Part& words, const Text& own, Bilingual what, bool same) {
    if (done_) return;
    const auto copy = judge_.find(document_, words);
    if (!copy) return;
    copied_ = true;
    if (same) return;
    if (own.value.empty() || masked(own.value) || masked(words_at(words))) {
      return leave_open(words);
    }
    tell(words, *copy, what, own.span);
  }

  void read_card(const Part& words, std::string_view number) {
    if (done_ || !grown_up(judge_.chart)) return;
    const auto copy = judge_.find(document_, words);
    if (!copy) return;
    const Whose owner = whose(judge_.chart, document_, number);
    if (owner.unknown) return leave_open(words);
    copied_ = true;
    const Text& card = judge_.chart.patient.id_card;
    const Span fact = card.value.empty() ? judge_.chart.encounter.span : card.span;
    if (owner.other) tell(words, *copy, *owner.other, fact);
  }

  void leave_open(const Part& words) {
    done_ = true;
    judge_.report.undecided(subject_, missing::kPerson, span_of(words));
  }

  void tell(const Part& words, const CopiedWords& copy, Bilingual what, Span fact) {
    done_ = true;
    place_copy(judge_.report.fail(kIdentity, subject_, document_.span, document_.type,
                                  Personal{words_at(words)}, what),
               words, copy)
        .note(kFact, fact, what);
  }

  const CopyJudge& judge_;
  const Document& document_;
  Subject subject_;
  bool copied_ = false, done_ = false;
};

}  // namespace

void probe_identity(const CopyJudge& judge) {
  for (const Document& document : judge.chart.documents) {
    if (!judge.copies.copied(document) || of_other_person(judge.chart, document)) continue;
    if (!clinical_record(document.type)) continue;
    IdentityJudge identity(judge, document);
    for (const Piece& piece : pieces_of(document)) {
      if (owner_of(piece.section) == Who::kPatient) identity.read(piece);
    }
    identity.finish();
  }
}

}  // namespace emrlint::checks
