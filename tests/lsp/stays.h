// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_LSP_STAYS_H_
#define EMRLINT_TESTS_LSP_STAYS_H_

#include <string>

#include "lsp/lsp_client.h"

// Invented patients of one ward: the second one's history is the first one's, and one surgeon is
// with both at the same time.
namespace emrlint::lsp_test {

inline const std::string kIllness =
    "患者3天前受凉后出现发热，最高体温38.6℃，伴咳嗽、咳黄痰，痰量中等，"
    "活动后气促，自服头孢类药物2天后体温有所下降，咳嗽仍明显，夜间为著，"
    "影响睡眠，门诊胸部CT示右下肺炎，白细胞12.4×10⁹/L，遂收入院，"
    "发病以来精神食欲欠佳，体重下降1kg。";

struct Stay {
  std::string key, name, card, recorded, surgery, illness = kIllness;

  std::string json() const {
    return R"({"format":"emrlint-chart/1","chart":")" + key +
           R"(","complete":true,"realm":"china","institution":{"id":"H1"},)" + "\n" +
           R"("patient":{"id":"P)" + key + R"(","name":")" + name + R"(","id_card":")" + card +
           R"("},"encounter":{"id":")" + key +
           R"(","kind":"inpatient","admitted":"2024-03-01T09:00",)" +
           R"("discharged":"2024-03-09T10:00"},)" + "\n" +
           R"("surgeries":[{"id":"s1","name":"胆囊切除术","start":")" + surgery +
           R"(:00","end":")" + surgery + R"(:50","surgeon":{"id":"D1","name":"李医师"}}],)" + "\n" +
           R"("documents":[{"id":"d1","type":"admission-record","title":"入院记录","recorded":")" +
           recorded + R"(","sections":[{"type":"present-illness","text":")" + illness + "\"}]}]}\n";
  }
};

inline const Stay kFirst{"ZY1", "张三", "110105196005010014", "2024-03-01T12:00", "2024-03-02T09"};
inline const Stay kSecond{"ZY2", "李四", "110105197103020026", "2024-03-04T10:00", "2024-03-02T09"};
inline const Stay kThird{"ZY3", "王五", "", "2024-03-05T10:00", "2024-03-05T15"};

inline const std::string kCopy = "duplication-other-patient-narrative",
                         kOverlap = "periop-surgeon-overlap";

}  // namespace emrlint::lsp_test

#endif  // EMRLINT_TESTS_LSP_STAYS_H_
