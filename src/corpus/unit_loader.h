// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CORPUS_UNIT_LOADER_H_
#define EMRLINT_CORPUS_UNIT_LOADER_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "reader/batch.h"
#include "reader/reopen.h"

namespace emrlint {

// Where units of a run are read again.
class UnitSource {
 public:
  virtual ~UnitSource() = default;
  // Opens the units of these places, and forgets the ones before that are not among them.
  virtual void load(const std::vector<const UnitPlace*>& places) = 0;
  // Of the places of the last load(); null for what cannot be read any more.
  virtual const Batch* find(const UnitPlace& place) const = 0;
};

// Reads them from their files, each once as long as it is asked for in turn.
class UnitLoader final : public UnitSource {
 public:
  // `jobs`: threads; 0 for as many as the machine has.
  UnitLoader(const Limits& limits, unsigned jobs);

  void load(const std::vector<const UnitPlace*>& places) override;
  const Batch* find(const UnitPlace& place) const override;
  unsigned jobs() const { return jobs_; }

 private:
  Limits limits_;
  unsigned jobs_;
  Reopener reopener_;
  std::map<std::string, std::unique_ptr<Batch>> units_;  // By unit_key().
};

// What tells units apart, in order of path and line.
std::string unit_key(const UnitPlace& place);

// Calls `work` with 0 to count - 1, in several threads.
void for_each_index(unsigned jobs, std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace emrlint

#endif  // EMRLINT_CORPUS_UNIT_LOADER_H_
