// SPDX-License-Identifier: Apache-2.0
#include "output/wording.h"

namespace emrlint {

Bilingual undecided_template() {
  return {"无法判定，缺少：{0}。", "This cannot be judged; missing is {0}."};
}

const Masker* Wording::masker() {
  if (options_.snippets == Snippets::kFull) return nullptr;
  if (!masker_) masker_ = chart_ == nullptr ? Masker() : Masker(*chart_);
  return &*masker_;
}

std::string Wording::text(std::string_view text) {
  const Masker* const names = masker();
  return names == nullptr ? std::string(text) : names->mask(text);
}

bool Wording::shows(const Fix& fix) { return text(fix.replacement) == fix.replacement; }

std::string Wording::sentence(std::string_view zh, std::string_view en,
                              const std::vector<Argument>& args) {
  const bool mask = options_.snippets != Snippets::kFull;
  const std::string_view form = options_.lang == Lang::kZh ? zh : en;
  return text(format_message(form, args.data(), args.size(), options_.lang, mask));
}

std::string Wording::argument(const Argument& argument) {
  if (argument.personal && options_.snippets != Snippets::kFull) return "***";
  return text(options_.lang == Lang::kZh ? argument.zh : argument.en);
}

std::string Wording::message(const Outcome& outcome) {
  if (outcome.kind != OutcomeKind::kUndecided) {
    return sentence(outcome.zh, outcome.en, outcome.args);
  }
  const Argument what{std::string(outcome.zh), std::string(outcome.en)};
  const Bilingual form = undecided_template();
  return sentence(form.zh, form.en, {what});
}

}  // namespace emrlint
