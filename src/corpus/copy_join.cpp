// SPDX-License-Identifier: Apache-2.0
#include "corpus/copy_join.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "store/part.h"

namespace emrlint {
namespace {

constexpr unsigned kSectionBits = 20;  // Of kMostSections.
// Of the sections that hold a template's gram, the first ones, that may stand for all.
constexpr unsigned kTemplatePlaces = 32;
// Bytes of memory that a row of a bucket takes in the queries on it, together.
constexpr std::uint64_t kRowBytes = 160;

// How a chart is found again, for SELECT.
constexpr const char* kPlace =
    "paths, line_at, first_line, kind, in_unit, unit_bytes, digest, chart_key";
constexpr std::size_t kPlaceColumns = 8;

std::uint64_t number(std::string_view text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Error wrong(const std::string& path, const std::string& zh, const std::string& en) {
  return {path + "：" + zh, path + ": " + en, {}};
}

std::string parquet(const std::string& path) {
  return "read_parquet(" + store::sql_files({path}) + ", hive_partitioning = false)";
}

}  // namespace

Result<CopyJoin> CopyJoin::open(store::Database& database, const CopyRuns& runs,
                                std::uint64_t memory) {
  CopyJoin join(database, memory);
  std::set<std::string> against(runs.against.begin(), runs.against.end());
  against.erase(runs.run);
  for (const std::string& run : against) {
    if (auto failed = join.add_run(runs, run, false)) return *std::move(failed);
  }
  if (!runs.run.empty()) {
    if (auto failed = join.add_run(runs, runs.run, true)) return *std::move(failed);
  }
  if (auto failed = join.make_views()) return *std::move(failed);
  return join;
}

std::optional<Error> CopyJoin::add_run(const CopyRuns& runs, const std::string& run, bool fresh) {
  const auto grams = store::parts_of(runs.store, kGramParts, run);
  if (!grams) return grams.error();
  const auto charts = store::parts_of(runs.store, kChartParts, run);
  if (!charts) return charts.error();
  if (grams->size() != charts->size()) {
    return wrong(grams->front(), "与 copy-charts 的分片数不同",
                 "is one of another number of parts than there are of copy-charts");
  }
  for (std::size_t i = 0; i < grams->size(); ++i) {
    for (const std::string* const path : {&(*grams)[i], &(*charts)[i]}) {
      if (auto failed = check_labels(*path)) return failed;
    }
    parts_.push_back({(*grams)[i], (*charts)[i], runs_, fresh});
  }
  ++runs_;
  return std::nullopt;
}

std::optional<Error> CopyJoin::check_labels(const std::string& path) {
  const Result<store::Labels> labels = store::labels_of(*database_, path);
  if (!labels) return labels.error();
  if (store::label(*labels, "emrlint") != "copies") {
    return wrong(path, "不是 emrlint copies 写的分片", "is no part of emrlint copies");
  }
  const std::string version(store::label(*labels, "version"));
  if (version != kIndexVersion) {
    const std::string own = kIndexVersion;
    return wrong(path, "格式版本为" + version + "，本程序只读版本" + own,
                 "has version " + version + ", this program reads version " + own);
  }
  const std::string key(store::label(*labels, "key"));
  if (!key_check_.empty() && key != key_check_) {
    return wrong(path, "与前面的分片用了不同的密钥，指纹无法对应",
                 "was written under another key than the parts before; nothing could match");
  }
  const GramSettings grams{static_cast<unsigned>(number(store::label(*labels, "weight"))),
                           static_cast<unsigned>(number(store::label(*labels, "window")))};
  if (!key_check_.empty() && (grams.weight != grams_.weight || grams.window != grams_.window)) {
    return wrong(path, "与前面的分片的取样设置不同",
                 "was sampled with other settings than the parts before");
  }
  key_check_ = key;
  grams_ = grams;
  return std::nullopt;
}

// The charts that are compared, numbered by where they are: in whatever parts they came. And the
// grams of all parts.
std::optional<Error> CopyJoin::make_views() {
  std::string charts, grams, fresh;
  const auto add = [](std::string& list, const std::string& select) {
    list += (list.empty() ? "" : " UNION ALL ") + select;
  };
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const Part& part = parts_[i];
    add(charts, fmt::format("SELECT {}::UINTEGER AS part, {}::UINTEGER AS run_rank, {} AS fresh, * "
                            "FROM {}",
                            i, part.rank, part.fresh, parquet(part.charts)));
    const std::string rows =
        fmt::format("SELECT {}::UINTEGER AS part, * FROM {}", i, parquet(part.grams));
    add(grams, rows);
    if (part.fresh) add(fresh, rows);
  }
  if (fresh.empty()) fresh = "SELECT * FROM grams LIMIT 0";
  auto failed = database_->run(
      "CREATE TABLE places AS SELECT (row_number() OVER (ORDER BY paths, line_at, in_unit, "
      "run_rank, part, chart) - 1)::UINTEGER AS number, part, chart, fresh, id, " +
      std::string(kPlace) + " FROM (SELECT *, max(run_rank) OVER (PARTITION BY id) AS last FROM (" +
      charts + ")) WHERE run_rank = last ORDER BY number");
  if (!failed) {
    failed = database_->run(
        "CREATE TABLE charts AS SELECT part, chart, number, fresh, "
        "(dense_rank() OVER (ORDER BY id))::UINTEGER AS stay FROM places;"
        "CREATE VIEW grams AS " +
        grams + ";CREATE VIEW fresh_grams AS " + fresh +
        ";"
        "CREATE TABLE pairs (a UBIGINT, b UBIGINT, common UBIGINT);"
        "CREATE TABLE template_grams (hash UBIGINT, charts UBIGINT, places UBIGINT);"
        "CREATE TABLE template_places (hash UBIGINT, section UBIGINT)");
  }
  if (failed) return failed;
  const Result<std::uint64_t> all = count("SELECT count(*) FROM grams");
  if (!all) return all.error();
  const Result<std::uint64_t> left = count("SELECT count(*) FROM charts");
  if (!left) return left.error();
  std::string every;
  for (const Part& part : parts_) {
    every += (every.empty() ? "SELECT count(*) AS n FROM " : " UNION ALL SELECT count(*) FROM ") +
             parquet(part.charts);
  }
  const Result<std::uint64_t> read = count("SELECT sum(n) FROM (" + every + ")");
  if (!read) return read.error();
  counts_.grams = *all;
  counts_.charts = *left;
  counts_.superseded = *read - *left;
  counts_.buckets = std::max<std::uint64_t>(1, *all * kRowBytes / memory_);
  return std::nullopt;
}

Result<std::uint64_t> CopyJoin::count(const std::string& sql) {
  Result<store::Rows> rows = database_->rows(sql);
  if (!rows) return rows.error();
  std::uint64_t found = 0;
  while (rows->next()) found = rows->natural(0, 0);
  if (rows->error()) return *rows->error();
  return found;
}

std::optional<Error> CopyJoin::run(const JoinSettings& settings) {
  settings_ = settings;
  const std::uint64_t buckets = counts_.buckets;
  const std::uint64_t width = ~std::uint64_t{0} / buckets;
  for (std::uint64_t i = 0; i < buckets; ++i) {
    const std::uint64_t to = i + 1 == buckets ? ~std::uint64_t{0} : (i + 1) * width - 1;
    if (auto failed = bucket(i * width, to)) return failed;
  }
  auto failed = database_->run(fmt::format(
      "CREATE TABLE candidates AS SELECT a, b, sum(common)::UBIGINT AS common FROM pairs "
      "GROUP BY a, b HAVING sum(common) >= {};"
      "DROP TABLE pairs",
      settings_.common));
  if (failed) return failed;
  const Result<std::uint64_t> pairs = count("SELECT count(*) FROM candidates");
  if (!pairs) return pairs.error();
  const Result<std::uint64_t> hashes = count("SELECT count(*) FROM template_grams");
  if (!hashes) return hashes.error();
  counts_.pairs = *pairs;
  counts_.template_hashes = *hashes;
  return std::nullopt;
}

// Hashes from `from` to `to`. What cannot be shared is left out first, that is nearly all: what no
// other chart has, or, against old charts, what no new one has.
std::optional<Error> CopyJoin::bucket(std::uint64_t from, std::uint64_t to) {
  const std::string range = fmt::format("hash BETWEEN {} AND {}", from, to);
  const std::string columns = fmt::format(
      "SELECT hash, stay, fresh, (number::UBIGINT << {}) | section AS section FROM ", kSectionBits);
  const bool some_old =
      std::any_of(parts_.begin(), parts_.end(), [](const Part& part) { return !part.fresh; });
  const std::string among_all = fmt::format(
      "CREATE OR REPLACE TABLE bucket AS {}grams JOIN charts USING (part, chart) WHERE {};"
      "CREATE OR REPLACE TABLE shared AS SELECT * FROM bucket WHERE hash IN "
      "  (SELECT hash FROM bucket GROUP BY hash HAVING min(stay) < max(stay));"
      "CREATE OR REPLACE TABLE bucket AS SELECT 0;",
      columns, range);
  const std::string with_new = fmt::format(
      "CREATE OR REPLACE TABLE wanted AS SELECT DISTINCT hash FROM fresh_grams WHERE {};"
      "CREATE OR REPLACE TABLE shared AS {}(SELECT * FROM grams WHERE {} AND hash IN "
      "  (SELECT hash FROM wanted)) JOIN charts USING (part, chart);",
      range, columns, range);
  const std::string pairs = fmt::format(
      "CREATE OR REPLACE TABLE counts AS SELECT hash, count(DISTINCT stay) AS charts, "
      "  count(*) AS places FROM shared GROUP BY hash HAVING min(stay) < max(stay);"
      "INSERT INTO template_grams SELECT hash, charts, places FROM counts WHERE charts > {cap};"
      "INSERT INTO template_places SELECT DISTINCT hash, section FROM "
      "  (SELECT hash, unnest(min(section, {samples})) AS section FROM shared WHERE hash IN "
      "    (SELECT hash FROM counts WHERE charts > {cap}) GROUP BY hash);"
      "CREATE OR REPLACE TABLE few AS SELECT *, count(*) AS times FROM shared WHERE hash IN "
      "  (SELECT hash FROM counts WHERE charts <= {cap}) GROUP BY hash, stay, fresh, section "
      "  QUALIFY row_number() OVER (PARTITION BY hash, stay ORDER BY section) <= {repeats};"
      "INSERT INTO pairs SELECT x.section, y.section, sum(least(x.times, y.times))::UBIGINT "
      "  FROM few x JOIN few y ON x.hash = y.hash AND x.section < y.section "
      "  AND x.stay <> y.stay AND (x.fresh OR y.fresh) GROUP BY ALL",
      fmt::arg("cap", settings_.cap), fmt::arg("samples", kTemplatePlaces),
      fmt::arg("repeats", settings_.repeats));
  if (auto failed = database_->run((some_old ? with_new : among_all) + pairs)) return failed;
  const Result<std::uint64_t> shared =
      count(fmt::format("SELECT count(*) FROM counts WHERE charts <= {}", settings_.cap));
  if (!shared) return shared.error();
  counts_.shared += *shared;
  return std::nullopt;
}

Result<std::vector<std::uint64_t>> CopyJoin::template_hashes() {
  Result<store::Rows> rows = database_->rows("SELECT hash FROM template_grams ORDER BY hash");
  if (!rows) return rows.error();
  std::vector<std::uint64_t> hashes;
  hashes.reserve(counts_.template_hashes);
  while (rows->next()) {
    for (std::size_t i = 0; i < rows->size(); ++i) hashes.push_back(rows->natural(0, i));
  }
  if (rows->error()) return *rows->error();
  return hashes;
}

// `first`: the column of the section, behind which those of kPlace stand.
SectionPlace CopyJoin::place(const store::Rows& rows, std::size_t row, std::size_t first) const {
  SectionPlace found;
  const std::uint64_t section = rows.natural(first, row);
  found.number = static_cast<std::uint32_t>(section >> kSectionBits);
  found.section = static_cast<std::uint32_t>(section & (kMostSections - 1));
  UnitPlace& unit = found.chart.place;
  unit.paths = split_paths(rows.text(first + 1, row));
  if (!rows.null(first + 2, row)) unit.line_at = rows.natural(first + 2, row);
  unit.first_line = static_cast<std::uint32_t>(rows.natural(first + 3, row));
  const std::uint64_t kind = rows.natural(first + 4, row);
  unit.folder = (kind & 1) != 0;
  unit.gaps = (kind & 2) != 0;
  unit.bulk = (kind & 4) != 0;
  found.chart.in_unit = static_cast<std::uint32_t>(rows.natural(first + 5, row));
  found.chart.unit_bytes = rows.natural(first + 6, row);
  found.chart.digest = rows.natural(first + 7, row);
  found.chart.key = rows.text(first + 8, row);
  return found;
}

namespace {

std::string place_of(const char* table) {
  std::string columns;
  for (const char* const name :
       {"paths", "line_at", "first_line", "kind", "in_unit", "unit_bytes", "digest", "chart_key"}) {
    columns += fmt::format(", {}.{}", table, name);
  }
  return columns;
}

}  // namespace

std::optional<Error> CopyJoin::pairs(const std::function<void(const SectionPair&)>& visit) {
  Result<store::Rows> rows = database_->rows(
      fmt::format("SELECT common, a{}, b{} FROM candidates JOIN places p ON a >> {} = p.number "
                  "JOIN places q ON b >> {} = q.number ORDER BY p.number, q.number, a, b",
                  place_of("p"), place_of("q"), kSectionBits, kSectionBits));
  if (!rows) return rows.error();
  while (rows->next()) {
    for (std::size_t i = 0; i < rows->size(); ++i) {
      visit({place(*rows, i, 1), place(*rows, i, 2 + kPlaceColumns), rows->natural(0, i)});
    }
  }
  return rows->error();
}

// Of the sections that hold a gram the one that holds the most of all such grams stands for it.
std::optional<Error> CopyJoin::templates(const std::function<void(const TemplatePlace&)>& visit) {
  Result<store::Rows> rows = database_->rows(fmt::format(
      "WITH held AS (SELECT section, count(*) AS holds FROM template_places GROUP BY section), "
      "best AS (SELECT hash, section FROM template_places JOIN held USING (section) "
      "  QUALIFY row_number() OVER (PARTITION BY hash ORDER BY holds DESC, section) = 1) "
      "SELECT hash, charts, places, section{} FROM best JOIN template_grams USING (hash) "
      "JOIN places p ON section >> {} = p.number ORDER BY section, hash",
      place_of("p"), kSectionBits));
  if (!rows) return rows.error();
  TemplatePlace found;
  const auto hand_over = [&] {
    if (!found.samples.empty()) visit(found);
    found.samples.clear();
  };
  while (rows->next()) {
    for (std::size_t i = 0; i < rows->size(); ++i) {
      SectionPlace section = place(*rows, i, 3);
      if (section.number != found.section.number || section.section != found.section.section) {
        hand_over();
      }
      found.section = std::move(section);
      found.samples.push_back({rows->natural(0, i), rows->natural(1, i), rows->natural(2, i)});
    }
  }
  hand_over();
  return rows->error();
}

Result<CopyJoin::Holders> CopyJoin::holders(const std::vector<std::uint64_t>& hashes,
                                            std::uint32_t most) {
  Holders found;
  std::string list;
  for (const std::uint64_t hash : hashes) list += (list.empty() ? "" : ", ") + std::to_string(hash);
  if (list.empty()) return found;
  if (auto failed = database_->run(fmt::format(
          "CREATE OR REPLACE TABLE holders AS SELECT stay, number::UBIGINT << {} | section AS "
          "section, count(DISTINCT hash) AS holds FROM grams JOIN charts USING (part, chart) "
          "WHERE hash IN ({}) GROUP BY ALL",
          kSectionBits, list))) {
    return *std::move(failed);
  }
  const Result<std::uint64_t> charts = count("SELECT count(DISTINCT stay) FROM holders");
  if (!charts) return charts.error();
  const Result<std::uint64_t> all = count("SELECT count(*) FROM holders");
  if (!all) return all.error();
  found.charts = *charts;
  found.all = *all;
  Result<store::Rows> rows = database_->rows(
      fmt::format("SELECT holds, section{} FROM holders JOIN places p ON section >> {} = p.number "
                  "ORDER BY holds DESC, section LIMIT {}",
                  place_of("p"), kSectionBits, most));
  if (!rows) return rows.error();
  while (rows->next()) {
    for (std::size_t i = 0; i < rows->size(); ++i) {
      found.sections.emplace_back(place(*rows, i, 1), rows->natural(0, i));
    }
  }
  if (rows->error()) return *rows->error();
  return found;
}

}  // namespace emrlint
