// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_LEDGER_OPTIONS_H_
#define EMRLINT_CLI_LEDGER_OPTIONS_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/catalog_options.h"
#include "cli/command.h"
#include "cli/config_options.h"
#include "engine/across.h"
#include "ledger/plan.h"
#include "ledger/recorder.h"
#include "score/sheet.h"
#include "store/duckdb.h"

namespace emrlint {

// What a run of the store is judged with, and a hash of it.
struct LedgerSetup {
  std::unique_ptr<const Catalog> catalog;  // The configuration points to it.
  Config config;
  std::optional<ScoreSheet> sheet;
  std::string sheet_name;  // As it was loaded by; empty for none.
  std::unique_ptr<const IndicatorBook> book;
  std::unique_ptr<const IndicatorCounter> indicators;  // By the book.
  std::string rules;                                   // As ledger::Terms has it.
  std::string key;                                     // Of the facts.

  ledger::Lenses lenses() const {
    return {catalog.get(), sheet ? &*sheet : nullptr, indicators.get()};
  }
  AcrossOptions across() const;
};

// What the command line says of a run of the store: --store, --run, --key, --store-memory, the
// configuration and the checks.
struct LedgerOptions {
  std::string store, run, key_file;
  ConfigOptions config;
  CatalogOptions catalog;

  void add(CLI::App& command, const Context& context);
  // --store, --run and --store-memory alone, for commands that only read.
  void add_store(CLI::App& command, const Context& context);
  // Why a run cannot be named so, if so.
  std::optional<Error> wrong_run() const;
  // `sheet`: a scoring sheet by name or file; where it is empty the first of [score] sheets.
  Result<LedgerSetup> load(const std::string& sheet) const;
  Result<store::Database> open() const;
  // The same for merging and reports, which run alone: three times the memory, and up to `jobs`
  // threads, 0 for as many as the machine has. What they write must not depend on the threads.
  Result<store::Database> open_alone(unsigned jobs = 0) const;
  // The terms of the run, with what must be the same for every part of it: sets the time and loads.
  // An error where the rules are others than those that the run was planned with.
  Result<LedgerSetup> load_as_planned(const ledger::Terms& terms);
  // The arguments by which another process of the program gets the same options.
  std::vector<std::string> arguments() const;

 private:
  std::uint64_t memory_ = 128 * 1024 * 1024;  // Of the database, in bytes.
};

// An error that the next attempt may not meet, such as a full disk: sysexits' EX_TEMPFAIL, by which
// schedulers try again.
inline constexpr int kExitRetry = 75;

}  // namespace emrlint

#endif  // EMRLINT_CLI_LEDGER_OPTIONS_H_
