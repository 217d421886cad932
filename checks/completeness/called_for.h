// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_COMPLETENESS_CALLED_FOR_H_
#define EMRLINT_CHECKS_COMPLETENESS_CALLED_FOR_H_

#include <cstddef>
#include <string_view>

#include "check/report.h"
#include "checks/completeness/required_documents.h"

namespace emrlint::checks {

inline constexpr Message<DocType, Bilingual> kMissing{"missing", "病历中有{1}，未见{0}。",
                                                      "the chart shows {1} and holds no {0}."};

// Judges that the chart holds the documents that its events call for; each pair of event and type
// is a subject.
class CalledFor {
 public:
  // `died_in_theatre`: the postoperative note is asked for after a death in theatre as well.
  CalledFor(const Chart& chart, bool died_in_theatre, Report& report)
      : chart_(chart), died_in_theatre_(died_in_theatre), report_(report) {}

  // Every event of the row's kind. Those that other checks judge are no concern of this class.
  void judge(const RequiredDocument& row);

  // One document of the type; `there` tells whether the chart has it.
  void by_event(SubjectKind kind, std::size_t index, DocType type, Bilingual event, bool there);

 private:
  void by_stay(DocType type);
  void by_surgery(std::size_t index, DocType type);
  void by_anesthesia(std::size_t index, DocType type);
  void about_surgery(std::size_t index, DocType type, Bilingual event);

  const Chart& chart_;
  bool died_in_theatre_;
  Report& report_;
};

// Judges what the rows of a check call for, in a stay that ended.
void judge_called_for(const Chart& chart, std::string_view check, Report& report);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_COMPLETENESS_CALLED_FOR_H_
