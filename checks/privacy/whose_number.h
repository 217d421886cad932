// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_PRIVACY_WHOSE_NUMBER_H_
#define EMRLINT_CHECKS_PRIVACY_WHOSE_NUMBER_H_

#include <optional>
#include <string_view>

#include "base/lang.h"
#include "check/option.h"
#include "checks/privacy/numbers.h"
#include "model/chart.h"

// Whether an identity number in a record is the patient's.
namespace emrlint::checks {

struct Whose {
  std::optional<Bilingual> other;  // What of the patient differs.
  bool unknown = false;            // Neither his number nor his birth date is known.
};
Whose whose(const Chart& chart, const Document& document, std::string_view citizen_number);

inline constexpr std::string_view kRelatedWords =
    "父|母|丈夫|其夫|妻|儿子|女儿|之子|之女|其子|其女|兄|弟|姐|妹|孙|配偶|亲属|家属|家长|监护|"
    "联系人|代理|委托|授权|签字|陪护|陪同|护工|同事|朋友|送来|供者|供体|献血|供精|受者|"
    "曾用|更正|卡号|病理号|条码|编号";

// The sentence names a relative, a contact, a donor.
bool of_related(const PersonNumber& number, WordList words);

// 14 years or more, as far as is known: the number of a child's record may well be of a parent.
bool grown_up(const Chart& chart);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_PRIVACY_WHOSE_NUMBER_H_
