// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_STORE_UNFINISHED_H_
#define EMRLINT_STORE_UNFINISHED_H_

#include <chrono>
#include <string>

// Files and folders that are being written: they get their own name when they are whole. A killed
// process leaves them behind.
namespace emrlint::store {

// What is written for `path` meanwhile: PATH.tmp.HOST.PROCESS.
std::string unfinished(const std::string& path);

// Nobody writes for so long without a change that the file system shows.
inline constexpr std::chrono::hours kAbandoned{6};

// Removes what lies unfinished in a folder, if nothing in it has changed for kAbandoned and it is
// not of a process that lives on this machine. Processes of other machines are not seen from here,
// so only time tells of theirs. What cannot be removed stays.
void sweep(const std::string& folder);
// The same for all parts of a store.
void sweep_store(const std::string& store);

}  // namespace emrlint::store

#endif  // EMRLINT_STORE_UNFINISHED_H_
