// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_REVIEW_STATISTICS_H_
#define EMRLINT_REVIEW_STATISTICS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "review/reviews.h"
#include "store/duckdb.h"

namespace emrlint::review {

// From 0 to 1.
struct Interval {
  double low = 0, high = 1;
};

// Where a share lies that was seen `hits` times of `of`, with a confidence of 95 %: the score
// interval of Wilson (1927), which holds for few cases and for shares near 0 and 1 too. All of 0 to
// 1 where nothing was seen.
Interval wilson(std::uint64_t hits, std::uint64_t of);

// How often a check was right, of the findings of it that people came to a conclusion on.
struct Precision {
  std::string check;
  std::uint64_t right = 0;    // Confirmed, or an appeal against it rejected.
  std::uint64_t wrong = 0;    // Refuted, or an appeal upheld.
  std::uint64_t unclear = 0;  // Looked at without a conclusion; in neither.
  std::uint64_t appeals = 0, upheld = 0;  // That were made; and of these.

  std::uint64_t reviewed() const { return right + wrong; }
};

// Of each check that anybody said something of, by check id.
std::vector<Precision> precisions(const Reviews& reviews);

// What counts are broken down by. Month: of discharge.
enum class Facet : std::uint8_t { kDepartment, kDoctor, kCheck, kMonth };

// Counts of subjects that checks judged, and what came of it.
struct Counts {
  std::string run;                  // Of a trend.
  std::vector<std::string> values;  // Of the facets; blank: what does not tell it.
  std::uint64_t charts = 0;         // With any such subject; 0 in totals, which know no charts.
  std::uint64_t findings = 0;       // Defects that are not waived and that no other finding says.
  std::uint64_t pass = 0, fail = 0, undecided = 0, due = 0;

  std::uint64_t judged() const { return pass + fail; }  // What a rate is of.
};

// Of one run, by facets (none: one row), in the order of their values. `check`: of that check
// alone; empty: of all. The database has the views of the run.
Result<std::vector<Counts>> counts(store::Database& database, const std::vector<Facet>& by,
                                   const std::string& check);

// The totals of nights: parts of the kind "totals", with the columns department, check_id, month,
// findings, pass, fail, undecided, due. Those of a night count every chart that was there, so that
// sums over nights would count charts again and again.
struct TotalsQuery {
  std::vector<std::string> parts;  // Paths below folders run=NAME.
  std::vector<Facet> by;           // Not kDoctor.
  std::string department, check;   // Empty: all.
};

// By run, then by values.
Result<std::vector<Counts>> trend(store::Database& database, const TotalsQuery& query);

// Of runs in order, the last one of each month, where their names begin with it ("2024-03"); all
// where they do not.
std::vector<std::string> last_of_months(const std::vector<std::string>& runs);

}  // namespace emrlint::review

#endif  // EMRLINT_REVIEW_STATISTICS_H_
