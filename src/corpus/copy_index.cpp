// SPDX-License-Identifier: Apache-2.0
#include "corpus/copy_index.h"

#include <charconv>
#include <cstdio>
#include <utility>

#include "source/utf8.h"
#include "store/part.h"

namespace emrlint {
namespace {

constexpr const char* kTables =
    "CREATE TABLE new_grams (hash UBIGINT, chart UINTEGER, section UINTEGER, position UINTEGER);"
    "CREATE TABLE new_charts (chart UINTEGER, id UBIGINT, digest UBIGINT, chart_key VARCHAR, "
    "paths VARCHAR, line_at UBIGINT, first_line UINTEGER, kind UTINYINT, in_unit UINTEGER, "
    "unit_bytes UBIGINT)";

}  // namespace

// Bytes that would be no text of SQL, and what parts the paths, as "\\HH".
std::string joined_paths(const std::vector<std::string>& paths) {
  std::string list;
  for (const std::string& path : paths) {
    if (!list.empty()) list += '\n';
    const bool plain = first_invalid_utf8(path) == path.size();
    for (const char c : path) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '\\' || byte < 0x20 || (byte >= 0x80 && !plain)) {
        char code[4];
        std::snprintf(code, sizeof code, "\\%02X", byte);
        list += code;
      } else {
        list += c;
      }
    }
  }
  return list;
}

std::vector<std::string> split_paths(std::string_view list) {
  std::vector<std::string> paths(1);
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i] == '\n') {
      paths.emplace_back();
    } else if (list[i] == '\\') {
      unsigned byte = 0;
      const std::string_view code = list.substr(i + 1, 2);
      std::from_chars(code.data(), code.data() + code.size(), byte, 16);
      paths.back() += static_cast<char>(byte);
      i += 2;
    } else {
      paths.back() += list[i];
    }
  }
  return paths;
}

CopyIndexWriter::CopyIndexWriter(store::Database& database, store::Appender grams,
                                 store::Appender charts)
    : database_(&database), grams_(std::move(grams)), charts_(std::move(charts)) {}

Result<CopyIndexWriter> CopyIndexWriter::open(store::Database& database) {
  if (auto failed = database.run(kTables)) return *std::move(failed);
  Result<store::Appender> grams = database.append_to("new_grams");
  if (!grams) return grams.error();
  Result<store::Appender> charts = database.append_to("new_charts");
  if (!charts) return charts.error();
  return CopyIndexWriter(database, *std::move(grams), *std::move(charts));
}

void CopyIndexWriter::add(const IndexedChart& chart, std::span<const Fingerprint> list) {
  const UnitPlace& place = chart.place;
  const unsigned kind = (place.folder ? 1u : 0) | (place.gaps ? 2u : 0) | (place.bulk ? 4u : 0);
  charts_.row({count_, chart.id, chart.digest, chart.key, joined_paths(place.paths), place.line_at,
               place.first_line, kind, chart.in_unit, chart.unit_bytes});
  for (const Fingerprint& one : list) {
    grams_.row({one.hash, count_, one.section, one.position});
  }
  ++count_;
}

std::optional<Error> CopyIndexWriter::write(const std::string& store, const std::string& run,
                                            const store::Shard& shard,
                                            const store::Labels& labels) {
  for (store::Appender* const appender : {&grams_, &charts_}) {
    if (auto failed = appender->finish()) return failed;
  }
  auto failed = store::write_part(*database_,
                                  "SELECT * FROM new_grams ORDER BY hash, chart, section, position",
                                  store::part_path(store, kGramParts, run, shard), labels);
  if (!failed) failed = database_->run("DROP TABLE new_grams");
  if (!failed) {
    failed = store::write_part(*database_, "SELECT * FROM new_charts ORDER BY chart",
                               store::part_path(store, kChartParts, run, shard), labels);
  }
  if (!failed) failed = database_->run("DROP TABLE new_charts");
  return failed;
}

std::optional<Error> index_under_other_key(store::Database& database, const std::string& store,
                                           const std::string& key_check) {
  const std::string path = store::any_part(store, kGramParts);
  if (path.empty()) return std::nullopt;
  const Result<store::Labels> labels = store::labels_of(database, path);
  if (!labels) return labels.error();
  if (store::label(*labels, "key") == key_check) return std::nullopt;
  return Error{
      store + "：其中的指纹用了不同的密钥（见 " + path + "），无法对应",
      store + ": its fingerprints are under another key (see " + path + "); nothing could match",
      {}};
}

store::Labels index_labels(const Fingerprinter& fingerprinter, const std::string& key_check,
                           const IndexCounts& counts) {
  const auto text = [](std::uint64_t number) { return std::to_string(number); };
  return {{"emrlint", "copies"},
          {"version", kIndexVersion},
          {"key", key_check},
          {"weight", text(fingerprinter.settings().weight)},
          {"window", text(fingerprinter.settings().window)},
          {"charts", text(counts.charts)},
          {"sections", text(counts.sections)},
          {"grams", text(counts.grams)},
          {"text_bytes", text(counts.text_bytes)},
          {"unreadable", text(counts.unreadable)}};
}

}  // namespace emrlint
