// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_OBSTETRIC_NEWBORN_H_
#define EMRLINT_CHECKS_OBSTETRIC_NEWBORN_H_

#include <vector>

#include "base/span.h"
#include "base/time.h"
#include "model/document.h"
#include "model/person.h"

// What a record says of the children who were born: in its data elements, else in its words.
namespace emrlint::checks {

template <typename T>
struct Said {
  T value{};
  Part part;  // Where it stands.
};

struct SaidNewborns {
  std::vector<Said<Sex>> sexes;
  std::vector<Said<int>> grams;
};

bool record_of_birth(DocType type);  // C0015, C0016

// Of a record of a birth every statement counts: the elements of 新生儿, else 一男婴, and weights
// in the section for the newborn. Of any other, what a sentence tells of a child:
// 娩一男婴，体重3350g. Estimates (胎儿估重) are left out.
SaidNewborns newborns_in(const Document& document);

// The possible times that elements with this id state.
std::vector<Located<Time>> times_in(const Document& document, std::string_view id);

namespace elements {
inline constexpr std::string_view kLabourOnset = "DE06.00.224.00";  // 临产日期时间
inline constexpr std::string_view kInLabour = "DE06.00.197.00";     // 待产日期时间
inline constexpr std::string_view kFullyOpen = "DE04.10.250.00";    // 宫口开全日期时间
inline constexpr std::string_view kBorn = "DE02.01.014.00";         // 胎儿娩出日期时间
inline constexpr std::string_view kPlacenta = "DE06.00.273.00";     // 胎盘娩出日期时间
inline constexpr std::string_view kNewbornSex = "DE02.01.040.00";
inline constexpr std::string_view kBirthWeight = "DE04.10.019.00";
}  // namespace elements

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_OBSTETRIC_NEWBORN_H_
