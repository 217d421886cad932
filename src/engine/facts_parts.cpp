// SPDX-License-Identifier: Apache-2.0
#include "engine/facts_parts.h"

#include <charconv>
#include <cstdint>
#include <iterator>
#include <utility>

#include "engine/line_fields.h"
#include "engine/near_text.h"
#include "store/part.h"

namespace emrlint {
namespace {

constexpr const char* kKind = "facts";
constexpr const char* kVersion = "3";
// Of a key, hexadecimal; what follows is spread evenly, for any number of buckets.
constexpr std::size_t kBucketDigits = 4;

// The fields of a line in their order.
constexpr const char* kColumns[] = {
    "key",         "check_id",    "kind",         "start_time",   "end_time",     "limit_minutes",
    "marks",       "words",       "severity",     "profile",      "chart",        "input",
    "subject",     "path",        "line",         "col",          "end_line",     "end_col",
    "byte_offset", "byte_length", "logical_path", "logical_name", "logical_kind", "text",
};
static_assert(std::size(kColumns) == kFactFields);
// What is joined by, as numbers: of a sample the first 16 digits of its key, its text's id, and
// which sample of the text it is; of a fact with a text its id and how many samples it has.
constexpr const char* kNumbers = "gram UBIGINT, text_id UBIGINT, number UINTEGER";

std::string columns(const char* behind_each) {
  std::string list;
  for (const char* const name : kColumns) {
    list.append(list.empty() ? "" : ", ").append(name).append(behind_each);
  }
  return list;
}

// A sample's line of its row.
constexpr const char* kSampleLine =
    "printf('%016x0000000000000000\t%s\t%016x|%d|', gram, chart, text_id, number)";

// For FROM. The folders' "run=NAME" is no column.
std::string files(const std::vector<std::string>& paths) {
  return "read_parquet(" + store::sql_files(paths) + ", hive_partitioning = false)";
}

// A fact of which nothing is said: others are judged beside it.
void make_source(std::string_view line, std::string& source) {
  if (is_gram(line)) return void(source = line);
  std::size_t at = 0;
  for (std::size_t field = 0; field < kFactSeverity; ++field) at = line.find('\t', at) + 1;
  source.assign(line.substr(0, at)).append(kSourceOnly).append(line.substr(line.find('\t', at)));
}

Error wrong(const std::string& path, const std::string& zh, const std::string& en) {
  return {path + "：" + zh, path + ": " + en, {}};
}

std::uint32_t bucket_of(std::string_view key) {
  std::uint32_t bucket = 0;
  std::from_chars(key.data(), key.data() + kBucketDigits, bucket, 16);
  return bucket;
}

constexpr const char* kSum = "sum";

// FNV-1a. Parquet as DuckDB writes it has no checksums: a changed byte may pass for another fact.
std::uint64_t hash_of(std::string_view line) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : line) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

// Of the hashes of what a part says of itself, and then of each fact, in any order.
std::uint64_t sum_of(const store::Labels& labels) {
  std::uint64_t sum = 0;
  for (const auto& [name, value] : labels) sum += name == kSum ? 0 : hash_of(value);
  return sum;
}

std::uint64_t hexadecimal(std::string_view digits) {
  std::uint64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

void add_fact(const std::vector<std::string_view>& fields, store::Appender& appender) {
  for (const std::string_view field : fields) appender.add(field);
  appender.add(nullptr);
  const std::optional<KeptText> text = KeptText::of(list_of(fields[kFactText]));
  text ? appender.add(hexadecimal(text->id)) : appender.add(nullptr);
  text ? appender.add(text->samples) : appender.add(nullptr);
}

// NULL makes no field of a line.
void add_gram(const std::vector<std::string_view>& fields, store::Appender& appender) {
  for (std::size_t i = 0; i < kFactFields; ++i) {
    i == kFactChart ? appender.add(fields[kGramChart]) : appender.add(nullptr);
  }
  const std::vector<std::string> text = list_of(fields[kGramText]);
  appender.add(hexadecimal(fields[kGramKey].substr(0, 16)));
  appender.add(hexadecimal(text[0]));
  appender.add(static_cast<std::uint32_t>(number_of(text[1])));
}

std::optional<Error> fill_table(store::Database& database, AcrossCharts& across,
                                std::uint64_t& sum) {
  // In one transaction: DuckDB copies the rows of a small one once more.
  auto failed = database.run("BEGIN; CREATE TABLE facts (bucket USMALLINT, " + columns(" VARCHAR") +
                             ", " + kNumbers + ")");
  if (failed) return failed;
  Result<store::Appender> appender = database.append_to("facts");
  if (!appender) return appender.error();
  across.write([&](std::string_view line) {
    appender->add(bucket_of(line));
    const std::vector<std::string_view> fields = split_fields(line);
    is_gram(line) ? add_gram(fields, *appender) : add_fact(fields, *appender);
    appender->end_row();
    sum += hash_of(line);
  });
  failed = appender->finish();
  if (!failed) failed = database.run("COMMIT");
  return across.error() ? across.error() : failed;
}

// The labels of a part of facts of this version.
Result<store::Labels> facts_labels(store::Database& database, const std::string& path) {
  Result<store::Labels> labels = store::labels_of(database, path);
  if (!labels) return labels;
  if (store::label(*labels, "emrlint") != kKind) {
    return wrong(path, "不是 emrlint check --store 写的事实分片",
                 "is no part with facts of emrlint check --store");
  }
  const std::string version(store::label(*labels, "version"));
  if (version == kVersion) return labels;
  return wrong(path, "格式版本为" + version + "，本程序只读版本" + kVersion,
               "has version " + version + ", this program reads version " + kVersion);
}

}  // namespace

std::string FactsParts::lines_of(const std::string& rows, bool sources) {
  return "SELECT CASE WHEN gram IS NULL THEN concat_ws(chr(9), " + columns("") + ") ELSE " +
         kSampleLine + " END AS fact, " + (sources ? "true" : "false") + " AS source FROM " + rows;
}

std::string FactsParts::lines_of_samples(const std::string& rows) {
  return std::string("SELECT ") + kSampleLine + " AS fact, false AS source FROM " + rows;
}

std::string FactsParts::lines_of_caps(const std::string& rows) {
  return "SELECT printf('%016x0000000000000000\t\t', gram) AS fact, false AS source FROM " + rows;
}

std::string facts_part_path(const std::string& store, const std::string& run,
                            const store::Shard& shard) {
  return store::part_path(store, kKind, run, shard);
}

std::vector<std::string> facts_runs(const std::string& store) {
  return store::runs_of(store, kKind);
}

std::optional<Error> write_facts_part(store::Database& database, const std::string& path,
                                      AcrossCharts& across, const RunSummary& summary) {
  const auto text = [](std::uint64_t number) { return std::to_string(number); };
  store::Labels labels = {{"emrlint", kKind},
                          {"version", kVersion},
                          {"key", across.key_check()},
                          {"charts", text(summary.charts)},
                          {"documents", text(summary.documents)},
                          {"problems", text(summary.problems)},
                          {"broken", text(summary.broken)}};
  std::uint64_t sum = sum_of(labels);
  if (auto failed = fill_table(database, across, sum)) {
    (void)database.run("ROLLBACK");
    return failed;
  }
  labels.emplace_back(kSum, text(sum));
  // Samples are many, and who asks for the facts skips them.
  auto failed = store::write_part(database,
                                  "SELECT * FROM facts WHERE check_id IS NOT NULL UNION ALL "
                                  "SELECT * FROM facts WHERE check_id IS NULL",
                                  path, labels);
  auto dropped = database.run("DROP TABLE facts");
  return failed ? failed : dropped;
}

std::optional<Error> other_key(store::Database& database, const std::string& store,
                               const std::string& key_check) {
  const std::string path = store::any_part(store, kKind);
  if (path.empty()) return std::nullopt;
  // Of whatever version: a store goes on when the program is replaced.
  const Result<store::Labels> labels = store::labels_of(database, path);
  if (!labels) return labels.error();
  if (store::label(*labels, "key") == key_check) return std::nullopt;
  return wrong(store, "其中的事实用了不同的密钥（见 " + path + "），人员无法对应",
               "its facts are under another key (see " + path + "); nobody could be matched");
}

std::optional<Error> FactsParts::add(const std::string& store, const std::string& run) {
  const Result<std::vector<std::string>> paths = store::parts_of(store, kKind, run);
  if (!paths) return paths.error();
  for (const std::string& path : *paths) {
    if (auto error = add_part(path)) return error;
  }
  runs_.push_back(*paths);
  return std::nullopt;
}

std::optional<Error> FactsParts::add_earlier(const std::string& store, const std::string& run) {
  const Result<std::vector<std::string>> paths = store::parts_of(store, kKind, run);
  if (!paths) return paths.error();
  for (const std::string& path : *paths) {
    const Result<store::Labels> labels = facts_labels(database_, path);
    if (!labels) return labels.error();
    if (auto error = check_part(path, *labels)) return error;
  }
  earlier_.push_back(*paths);
  return std::nullopt;
}

std::optional<Error> FactsParts::check_key(const std::string& path, const store::Labels& labels) {
  const std::string key(store::label(labels, "key"));
  if (!key_check_.empty() && key != key_check_) {
    return wrong(path, "与前面的分片用了不同的密钥，人员无法对应",
                 "was written under another key than the parts before; nobody could be matched");
  }
  key_check_ = key;
  return std::nullopt;
}

// Its key is that of the others, and it is whole.
std::optional<Error> FactsParts::check_part(const std::string& path, const store::Labels& labels) {
  if (auto error = check_key(path, labels)) return error;
  return read_through(path, labels);
}

std::optional<Error> FactsParts::add_part(const std::string& path) {
  const Result<store::Labels> labels = facts_labels(database_, path);
  if (!labels) return labels.error();
  if (auto error = check_part(path, *labels)) return error;
  const auto count = [&](const char* name) {
    return static_cast<std::uint64_t>(number_of(store::label(*labels, name)));
  };
  summary_.charts += count("charts");
  summary_.documents += count("documents");
  summary_.problems += count("problems");
  summary_.broken += count("broken");
  paths_.push_back(path);
  return std::nullopt;
}

std::optional<Error> FactsParts::read_through(const std::string& path,
                                              const store::Labels& labels) {
  std::uint64_t sum = sum_of(labels);
  Result<store::Rows> rows = database_.rows(FactsParts::lines_of(files({path}), false));
  while (rows && rows->next()) {
    for (std::size_t i = 0; i < rows->size(); ++i) {
      const std::string_view line = rows->text(0, i);
      if (auto error = check_.wrong(path, line)) return error;
      sum += hash_of(line);
    }
  }
  const std::optional<Error> error = rows ? rows->error() : rows.error();
  if (error) {
    return wrong(path, "文件已损坏（" + error->zh + "）",
                 "the file is damaged (" + error->en + ")");
  }
  if (std::to_string(sum) == store::label(labels, kSum)) return std::nullopt;
  return wrong(path, "文件已损坏：校验和不符", "the file is damaged: its checksum is another");
}

std::optional<Error> FactsParts::chart_in_two_runs() {
  std::string charts;
  for (const std::vector<std::string>& paths : runs_) {
    charts += (charts.empty() ? "" : " UNION ALL ");
    charts += "SELECT DISTINCT chart FROM " + files(paths);
  }
  Result<store::Rows> rows = database_.rows("SELECT chart FROM (" + charts +
                                            ") GROUP BY chart HAVING count(*) > 1 "
                                            "ORDER BY chart LIMIT 1");
  if (!rows) return rows.error();
  if (!rows->next()) return rows->error();
  const std::string chart = text_of(rows->text(0, 0));
  return Error{"病历 " + chart + " 在多次运行中都有，先后的内容不能一起判定",
               "the chart " + chart +
                   " is in several of these runs; what it said then cannot be judged beside what "
                   "it says now",
               {}};
}

// Into "earlier": of each chart the last run that has it; its texts that have the key or a gram of
// one of the runs at hand, and these grams.
std::optional<Error> FactsParts::select_earlier() {
  std::string rows;
  for (std::size_t i = 0; i < earlier_.size(); ++i) {
    rows += (i == 0 ? "" : " UNION ALL ");
    rows += "SELECT " + std::to_string(i) + " AS night, * FROM " + files(earlier_[i]);
  }
  const std::string now = files(paths_);
  return database_.run(
      "CREATE TABLE now_keys AS SELECT DISTINCT key FROM " + now +
      " WHERE text <> '';"
      "CREATE TABLE now_grams AS SELECT DISTINCT gram FROM " +
      now +
      " WHERE gram IS NOT NULL;"
      "CREATE TABLE now_charts AS SELECT DISTINCT chart FROM " +
      now +
      ";"
      "CREATE VIEW before AS " +
      rows +
      ";"
      "CREATE TABLE last_runs AS SELECT chart, max(night) AS night FROM before "
      "  WHERE chart NOT IN (SELECT chart FROM now_charts) GROUP BY chart;"
      "CREATE TABLE earlier_grams AS SELECT before.* FROM before JOIN last_runs USING (chart, "
      "night) "
      "  WHERE gram IN (SELECT gram FROM now_grams);"
      "CREATE TABLE texts AS SELECT text_id FROM earlier_grams UNION SELECT text_id FROM before "
      "  JOIN last_runs USING (chart, night) WHERE text <> '' AND key IN (SELECT key FROM "
      "now_keys);"
      "CREATE TABLE earlier AS SELECT * FROM earlier_grams UNION ALL SELECT before.* "
      "  FROM before JOIN last_runs USING (chart, night) "
      "  WHERE check_id IS NOT NULL AND text_id IN (SELECT text_id FROM texts)");
}

std::optional<Error> FactsParts::sort() {
  if (runs_.size() > 1) {
    if (auto error = chart_in_two_runs()) return error;
  }
  std::string lines = FactsParts::lines_of(files(paths_), false);
  if (any_earlier()) {
    if (auto error = select_earlier()) return error;
    // A table, since DuckDB sorts a union in memory alone.
    auto failed =
        database_.run("CREATE TABLE lines AS " + lines + " UNION ALL " + lines_of("earlier", true));
    if (failed) return failed;
    lines = "FROM lines";
  }
  return sort_lines(lines);
}

std::optional<Error> FactsParts::sort(const std::vector<std::string>& paths,
                                      const std::string& lines) {
  for (const std::string& path : paths) {
    const Result<store::Labels> labels = facts_labels(database_, path);
    if (!labels) return labels.error();
    if (auto error = check_key(path, *labels)) return error;
  }
  return sort_lines(lines);
}

std::optional<Error> FactsParts::sort_lines(const std::string& lines) {
  Result<store::Rows> rows =
      database_.rows("SELECT fact, source FROM (" + lines + ") ORDER BY fact, source");
  if (!rows) return rows.error();
  rows_ = *std::move(rows);
  rows_->next();  // All is read before the first row comes.
  return rows_->error();
}

std::optional<Error> FactsParts::read(const std::function<void(std::string_view line)>& visit) {
  std::string source;
  do {
    for (std::size_t i = 0; i < rows_->size(); ++i) {
      const std::string_view line = rows_->text(0, i);
      const bool alone = rows_->flag(1, i);
      if (alone) make_source(line, source);
      visit(alone ? std::string_view(source) : line);
    }
  } while (rows_->next());
  return rows_->error();
}

}  // namespace emrlint
