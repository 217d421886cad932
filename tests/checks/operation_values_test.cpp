// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/operation_values.h"

#include <doctest/doctest.h>

#include <string_view>

namespace emrlint::checks {
namespace {

Text located(std::string_view text) {
  return {text, {0, 0, static_cast<std::uint32_t>(text.size())}};
}

int values(std::string_view text) {
  const Text piece = located(text);
  return operation_values({&piece, 1});
}

TEST_CASE("values of an operation: what differs between patients") {
  CHECK(values("术中出血约20ml。") == 1);
  CHECK(values("吸出淡黄色腹水500毫升，出血50mL") == 2);
  CHECK(values("肿物大小约3cm×2cm×1.5cm，包膜完整") == 1);
  CHECK(values("阑尾长约7cm，充血肿胀；息肉0.5厘米") == 2);
  CHECK(values("结石最大直径12mm；手术历时85分钟") == 2);
  CHECK(values("肝门阻断15min，总时间约2小时") == 2);
}

TEST_CASE("values of an operation: not what every one of a kind has") {
  CHECK(values("脐下缘切口长约1cm，气腹压力12mmHg") == 0);
  CHECK(values("距肿瘤下缘5cm离断，置入10cm×15cm补片") == 0);
  CHECK(values("0.9%盐水500ml冲洗，4-0可吸收线缝合") == 0);
  CHECK(values("清扫第1至12a组淋巴结，五孔法") == 0);
  CHECK(values("") == 0);
}

TEST_CASE("values of an operation: all that there are") {
  const Text pieces[] = {located("约20ml"), located("无"), located("50")};
  CHECK(any_values(pieces) == 2);
}

}  // namespace
}  // namespace emrlint::checks
