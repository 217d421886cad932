// SPDX-License-Identifier: Apache-2.0
#include "ledger/plan.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <utility>

#include "engine/line_fields.h"
#include "ledger/tables.h"
#include "store/part.h"
#include "store/runs.h"

namespace emrlint::ledger {
namespace {

constexpr const char* kVersion = "1";
constexpr store::Shard kWhole = {0, 1};

std::string joined(const std::vector<std::string>& items) {
  LineWriter line;
  line.list(items);
  return line.line();
}

std::string problem_text(const std::vector<Problem>& problems) {
  std::vector<std::string> items;
  for (const Problem& problem : problems) {
    items.insert(items.end(), {problem.id, problem.zh, problem.en, problem.uri});
  }
  return joined(items);
}

std::vector<Problem> problems_of(std::string_view text) {
  const std::vector<std::string> items = list_of(text);
  std::vector<Problem> problems;
  for (std::size_t i = 0; i + 3 < items.size(); i += 4) {
    problems.push_back({Problem::Kind::kUnreadable,
                        items[i],
                        items[i + 1],
                        items[i + 2],
                        items[i + 3],
                        {},
                        false});
  }
  return problems;
}

unsigned flags_of(const UnitPlace& place) {
  return place.folder + 2u * place.gaps + 4u * place.bulk;
}

std::optional<Error> fill_plan(store::Database& database, const Plan& plan) {
  if (auto error = database.run("BEGIN; " + create_table(kPlan))) return error;
  Result<store::Appender> rows = database.append_to(kPlan.name);
  if (!rows) return rows.error();
  for (const PlannedUnit& unit : plan.units) {
    rows->row({unit.id, unit.shard, joined(unit.place.paths), unit.place.line_at,
               unit.place.first_line, flags_of(unit.place), unit.size, unit.content, unit.origin,
               problem_text(unit.problems)});
  }
  if (auto error = rows->finish()) return error;
  return database.run("COMMIT");
}

std::string plan_path(const std::string& store, const std::string& run) {
  return store::part_path(store, kPlan.name, run, kWhole);
}

PlannedUnit unit_of(const store::Rows& rows, std::size_t i) {
  PlannedUnit unit;
  unit.id = rows.natural(0, i);
  if (!rows.null(1, i)) unit.shard = static_cast<std::uint32_t>(rows.natural(1, i));
  unit.place.paths = list_of(rows.text(2, i));
  if (!rows.null(3, i)) unit.place.line_at = rows.natural(3, i);
  unit.place.first_line = static_cast<std::uint32_t>(rows.natural(4, i));
  const std::uint64_t flags = rows.natural(5, i);
  unit.place.folder = flags & 1;
  unit.place.gaps = flags & 2;
  unit.place.bulk = flags & 4;
  unit.size = rows.natural(6, i);
  unit.content = rows.text(7, i);
  unit.origin = rows.text(8, i);
  unit.problems = problems_of(rows.text(9, i));
  return unit;
}

}  // namespace

std::optional<Error> carry_over(store::Database& database, const std::string& store, Plan& plan) {
  const std::string& previous = plan.terms.previous;
  if (previous.empty()) return std::nullopt;
  const Result<Terms> terms = read_terms(database, store, previous);
  if (!terms) return terms.error();
  if (terms->rules != plan.terms.rules || terms->sheet != plan.terms.sheet) return std::nullopt;
  const Result<std::vector<std::string>> parts = store::parts_of(store, kUnits.name, previous);
  if (!parts) return parts.error();
  std::unordered_map<std::uint64_t, std::pair<std::string, std::string>> known;
  auto error = database.each("SELECT unit, content, origin FROM " + rows_of(*parts) +
                                 " WHERE settled AND status IN ('judged', 'unreadable')",
                             [&](const store::Rows& rows, std::size_t i) {
                               known.emplace(rows.natural(0, i),
                                             std::pair(rows.text(1, i), rows.text(2, i)));
                             });
  if (error) return error;
  for (PlannedUnit& unit : plan.units) {
    const auto found = known.find(unit.id);
    if (found == known.end() || found->second.first != unit.content) continue;
    unit.origin = found->second.second;
  }
  return std::nullopt;
}

std::optional<Error> write_plan(store::Database& database, const std::string& store,
                                const Plan& plan) {
  if (auto error = fill_plan(database, plan)) return error;
  const Terms& terms = plan.terms;
  const store::Labels labels = {{"emrlint", kPlan.name},
                                {"version", kVersion},
                                {"as_of", terms.as_of},
                                {"rules", terms.rules},
                                {"sheet", terms.sheet},
                                {"previous", terms.previous},
                                {"shards", std::to_string(terms.shards)},
                                {"skipped", std::to_string(plan.skipped)}};
  if (auto error =
          store::write_part(database, "SELECT * FROM plan", plan_path(store, terms.run), labels)) {
    return error;
  }
  return database.run("DROP TABLE plan");
}

Result<Terms> read_terms(store::Database& database, const std::string& store,
                         const std::string& run) {
  const Result<std::vector<std::string>> parts = store::parts_of(store, kPlan.name, run);
  if (!parts) return parts.error();
  const Result<store::Labels> labels = store::labels_of(database, parts->front());
  if (!labels) return labels.error();
  const auto label = [&](const char* name) { return std::string(store::label(*labels, name)); };
  if (label("emrlint") != kPlan.name || label("version") != kVersion) {
    return Error{parts->front() + "：不是本程序写的运行计划",
                 parts->front() + ": is no plan of a run that this program reads",
                 {}};
  }
  Terms terms{run, label("as_of"), label("rules"), label("sheet"), label("previous"), 1};
  const std::string shards = label("shards");
  std::from_chars(shards.data(), shards.data() + shards.size(), terms.shards);
  return terms;
}

Result<Plan> read_plan(store::Database& database, const std::string& store, const std::string& run,
                       std::optional<unsigned> shard) {
  Result<Terms> terms = read_terms(database, store, run);
  if (!terms) return terms.error();
  Plan plan{*std::move(terms), {}, 0};
  const std::string where = shard ? " WHERE shard = " + std::to_string(*shard) : std::string();
  auto error = database.each(
      "SELECT * EXCLUDE (run) FROM " + rows_of({plan_path(store, run)}) + where,
      [&](const store::Rows& rows, std::size_t i) { plan.units.push_back(unit_of(rows, i)); });
  if (error) return *std::move(error);
  return plan;
}

}  // namespace emrlint::ledger
