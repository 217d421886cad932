// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "check/report.h"
#include "text/citizen_number.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Bilingual> kFound{
    "found", "{0}的正文中写有{1}，此处并不需要。",
    "the text of the {0} holds {1}, which is not needed here."};

constexpr Bilingual kCitizenNumber{"身份证号", "an identity number"};
constexpr Bilingual kMobile{"手机号码", "a mobile phone number"};

constexpr Citation kBasis[] = {{"ZL", "24"}, {"HX", "18-5"}, {"ZZ", "8"}};
constexpr int kCore[] = {18};
constexpr MessageInfo kMessages[] = {kFound};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Records of what was found and done. Consents, talks and guidance name people and their numbers
// for a reason.
bool clinical(DocType type) {
  switch (type) {
    case DocType::kAdmissionRecord:
    case DocType::kOperationRecord:
    case DocType::kPreopSummary:
    case DocType::kPreopDiscussion:
    case DocType::kDeathRecord:
    case DocType::kDeathCaseDiscussion:
      return true;
    default:
      return is_course_note(type);
  }
}

std::optional<Bilingual> kind_of(std::string_view number) {
  if (is_citizen_number(number)) {
    const char last = number.back() == 'x' ? 'X' : number.back();
    if (check_character(number) == last && birth_in(number)) return kCitizenNumber;
  }
  const bool mobile = number.size() == 11 && number[0] == '1' && number[1] >= '3' &&
                      std::all_of(number.begin(), number.end(), is_digit);
  return mobile ? std::optional(kMobile) : std::nullopt;
}

struct Found {
  Text text;
  std::size_t from = 0, to = 0;
  Bilingual kind;
};

// The run of figures around `at`, with the X that may end an identity number.
std::pair<std::size_t, std::size_t> run_around(std::string_view text, std::size_t at) {
  std::size_t from = at, to = at;
  while (from > 0 && is_digit(text[from - 1])) --from;
  while (to < text.size() && is_digit(text[to])) ++to;
  if (to - from == 17 && to < text.size() && (text[to] == 'X' || text[to] == 'x')) ++to;
  return {from, to};
}

// The first number of a person in the text. Numbers inside longer ones and behind letters, such as
// those of specimens, are something else. As none is shorter than kShortest, only every so many
// bytes are looked at.
std::optional<Found> find_in(const Text& text) {
  constexpr std::size_t kShortest = 11;
  const std::string_view value = text.value;
  for (std::size_t at = kShortest - 1; at < value.size(); at += kShortest) {
    if (!is_digit(value[at])) continue;
    const auto [from, to] = run_around(value, at);
    const bool apart =
        (from == 0 || !is_letter(value[from - 1])) && (to == value.size() || !is_letter(value[to]));
    const auto kind = apart ? kind_of(value.substr(from, to - from)) : std::nullopt;
    if (kind) return Found{text, from, to, *kind};
  }
  return std::nullopt;
}

std::optional<Found> find_in(const Document& document) {
  const Section* narrator = document.section(SectionType::kNarrator);
  for (std::size_t i = 0; i < document.texts.size(); ++i) {
    // Who told the history may be named with a number to call.
    if (narrator != nullptr && i >= narrator->texts.first &&
        i < narrator->texts.first + narrator->texts.count) {
      continue;
    }
    if (auto found = find_in(document.texts[i])) return found;
  }
  return std::nullopt;
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) {
    if (!clinical(document.type) || document.texts.empty()) continue;
    const std::optional<Found> found = find_in(document);
    if (!found) {
      report.pass(of(chart, document));
      continue;
    }
    report.fail(kFound, of(chart, document), found->text.span, document.type, found->kind)
        .at(Part{found->text, static_cast<std::uint32_t>(found->from),
                 static_cast<std::uint32_t>(found->to)});
  }
}

}  // namespace

extern constinit const Check privacy_identifier_in_text{
    {.id = "privacy-identifier-in-free-text",
     .severity = Severity::kWarning,
     .title = {"病历正文不应写入不必要的身份证号、手机号码",
               "The text of a record holds no identity or phone numbers that it does not need"},
     .judged =
         {"入院记录、病程记录、手术与术前文书、死亡文书的正文：写有校验正确的18位身份证号或11位手机"
          "号码的，每份文书指出第一处。",
          "The text of admission, course, operation, preoperative and death records: an "
          "identity number of 18 digits whose check digit is right, or a mobile number of 11 "
          "digits; the first place of each document."},
     .exceptions =
         {"同意书、谈话、出院指导、首页和病史陈述者一栏不评价；更长号码中的一段、字母后的号码不"
          "算；银行卡号不识别。",
          "Not for consents, talks, guidance, front pages and the narrator of the "
          "history; not for parts of longer numbers or numbers behind letters; bank "
          "cards are not recognised."},
     .advice = {"删去不必要的号码；确需联系的写在联系人一栏。",
                "Leave such numbers out; what is needed to reach somebody belongs to the contact."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
