// SPDX-License-Identifier: Apache-2.0
#include "nightly/report_files.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <unordered_map>
#include <utility>

#include "ledger/plan.h"
#include "ledger/sums.h"
#include "ledger/tables.h"
#include "ledger/views.h"
#include "nightly/html_report.h"
#include "nightly/indicator_groups.h"
#include "output/indicator_table.h"
#include "output/xlsx.h"
#include "review/review_file.h"
#include "store/part.h"
#include "store/runs.h"
#include "store/unfinished.h"

namespace emrlint::nightly {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kMostNights = 90;  // On the page.
// People work in a spreadsheet of so many rows; writing millions takes longer than judging charts.
constexpr std::uint64_t kMostXlsxRows = 20'000;

Error unwritable(const std::string& path) {
  return {"无法写入 " + path, "cannot write " + path, {}};
}

// What people said, in words; nothing is said where there is no review data.
Result<std::unordered_map<std::string, Cell>> states_of(const std::string& store) {
  std::unordered_map<std::string, Cell> states;
  const Result<std::optional<review::ReviewFile>> file =
      review::ReviewFile::open_if_there(review::ReviewFile::path_in(store));
  if (!file) return file.error();
  if (!*file) return states;
  const auto error = (*file)->each([&](const review::Review& review) {
    const review::StateName& state = review::name(review::state_of(review));
    states[review.fingerprint] = Word{state.id, state.text};
  });
  if (error) return *error;
  return states;
}

// Of the indicators those of which something was counted, in a few columns.
Table shown_on_page(Table all) {
  Table shown{all.type, {}, {}};
  std::vector<std::size_t> columns;
  std::size_t denominator = 0;
  for (std::size_t i = 0; i < all.columns.size(); ++i) {
    const std::string_view id = all.columns[i].id;
    if (id == "denominator") denominator = i;
    for (const std::string_view wanted : {"indicator", "title", "numerator", "denominator", "rate",
                                          "unit", "target", "met", "undecided", "notEvaluated"}) {
      if (id == wanted) columns.push_back(i);
    }
  }
  for (const std::size_t i : columns) shown.columns.push_back(all.columns[i]);
  for (const std::vector<Cell>& row : all.rows) {
    const auto* const counted = std::get_if<std::uint64_t>(&row[denominator].value());
    if (counted == nullptr || *counted == 0) continue;
    std::vector<Cell>& short_row = shown.rows.emplace_back();
    for (const std::size_t i : columns) short_row.push_back(row[i]);
  }
  return shown;
}

// Gives the rows of a table to whoever wants them.
using Source = std::function<std::optional<Error>(const RowVisitor& visit)>;

class Reports {
 public:
  Reports(store::Database& database, const ReportJob& job, std::string previous)
      : database_(database),
        job_(job),
        previous_(std::move(previous)),
        tables_(database, *job.catalog, job.lang, job.run, previous_) {}

  Result<NightNumbers> write() {
    std::error_code error;
    final_ = (fs::path(job_.folder) / job_.run).string();
    folder_ = store::unfinished(final_);
    fs::create_directories(folder_, error);
    if (error) return unwritable(folder_);
    Result<NightNumbers> numbers = write_all();
    if (numbers) {
      fs::remove_all(final_, error);
      fs::rename(folder_, final_, error);
      if (!error) return numbers;
      numbers = unwritable(final_);
    }
    fs::remove_all(folder_, error);
    return numbers;
  }

 private:
  Result<NightNumbers> write_all() {
    if (auto error = tables_.prepare()) return *error;
    Result<NightNumbers> numbers = tables_.numbers();
    if (!numbers) return numbers;
    if (auto error = write_problems()) return *error;
    const Source scores = [this](const RowVisitor& visit) { return tables_.scores(visit); };
    if (auto error = write_csv("scores.csv", NightTables::score_columns(), scores)) return *error;
    if (auto error = write_page(*numbers)) return *error;
    return numbers;
  }

  std::optional<Error> write_problems() {
    Result<std::unordered_map<std::string, Cell>> states = states_of(job_.store);
    if (!states) return states.error();
    const FindState state = [&](const std::string& fingerprint) {
      const auto found = states->find(fingerprint);
      return found == states->end() ? Cell() : found->second;
    };
    const Table columns = NightTables::problem_columns();
    std::unique_ptr<XlsxBook> book;
    if (!XlsxBook::missing()) {  // Without it the CSV file says the same.
      Result<std::unique_ptr<XlsxBook>> begun = begin_book(columns);
      if (!begun) return begun.error();
      book = *std::move(begun);
    }
    std::ofstream out = file("problems.csv");
    out << csv_headings(columns, job_.lang);
    std::uint64_t count = 0;
    const auto write = [&](const std::vector<Cell>& row) {
      out << csv_line(columns, row, job_.lang);
      if (book && count++ < kMostXlsxRows) add_row(*book, row);
    };
    if (auto error = tables_.problems(state, write)) return error;
    if (auto error = closed(out, "problems.csv")) return error;
    if (!book) return std::nullopt;
    std::ofstream spreadsheet = file("problems.xlsx");
    if (auto error = book->write(spreadsheet)) return error;
    return closed(spreadsheet, "problems.xlsx");
  }

  // The tables of the page, each beside it as a file.
  std::optional<Error> write_page(const NightNumbers& numbers) {
    NightPage page;
    page.numbers = numbers;
    const Result<ledger::Terms> terms = ledger::read_terms(database_, job_.store, job_.run);
    if (!terms) return terms.error();
    page.run = job_.run;
    page.as_of = terms->as_of;
    page.sheet = terms->sheet;
    page.previous = previous_;
    if (auto error = add_nights(page)) return error;
    Result<std::vector<std::uint64_t>> scores = tables_.score_histogram();
    if (!scores) return scores.error();
    page.scores = *std::move(scores);
    using Make = Result<Table> (NightTables::*)();
    constexpr std::array<std::pair<const char*, Make>, 4> kTables = {
        {{"not-evaluated.csv", &NightTables::not_evaluated},
         {"departments.csv", &NightTables::departments},
         {"checks.csv", &NightTables::checks},
         {"due.csv", &NightTables::due_soon}}};
    for (const auto& [name, make] : kTables) {
      Result<Table> table = (tables_.*make)();
      if (!table) return table.error();
      const Source rows = [&](const RowVisitor& visit) {
        for (const std::vector<Cell>& row : table->rows) visit(row);
        return std::optional<Error>();
      };
      if (auto error = write_csv(name, *table, rows)) return error;
      page.tables.push_back(*std::move(table));
    }
    if (auto error = write_indicators(page)) return error;
    std::ofstream out = file("summary.html");
    write_html(out, page, job_.lang);
    return closed(out, "summary.html");
  }

  std::optional<Error> write_indicators(NightPage& page) {
    if (auto error = ledger::sum_indicators(database_, job_.store, job_.run)) return error;
    for (const std::optional<Facet> by :
         {std::optional<Facet>(), std::optional(Facet::kDepartment), std::optional(Facet::kDoctor),
          std::optional(Facet::kDisease), std::optional(Facet::kMonth)}) {
      const Result<std::vector<IndicatorGroup>> groups =
          indicator_groups(database_, *job_.book, by);
      if (!groups) return groups.error();
      Table table = indicator_table(*job_.book, *groups, by, job_.lang);
      const Source rows = [&](const RowVisitor& visit) {
        for (const std::vector<Cell>& row : table.rows) visit(row);
        return std::optional<Error>();
      };
      const std::string name =
          by ? "indicators-by-" + std::string(id(*by)) + ".csv" : std::string("indicators.csv");
      if (auto error = write_csv(name.c_str(), table, rows)) return error;
      if (!by) page.tables.push_back(shown_on_page(std::move(table)));
    }
    return std::nullopt;
  }

  // The nights so far, each by what it left; this one by its numbers.
  std::optional<Error> add_nights(NightPage& page) {
    if (auto error = leave_numbers(page.numbers)) return error;
    std::vector<std::string> paths;
    for (const std::string& run : store::runs_of(job_.store, ledger::kNights.name)) {
      if (run > job_.run) break;
      paths.push_back(store::part_path(job_.store, ledger::kNights.name, run, {0, 1}));
    }
    if (paths.size() > kMostNights) paths.erase(paths.begin(), paths.end() - kMostNights);
    return database_.each("SELECT run, charts, errors, warnings, fresh, absent, mean_score FROM " +
                              ledger::rows_of(paths) + " ORDER BY run",
                          [&](const store::Rows& rows, std::size_t i) {
                            NightPoint& night = page.nights.emplace_back();
                            night.run = rows.text(0, i);
                            night.charts = rows.natural(1, i);
                            night.errors = rows.natural(2, i);
                            night.warnings = rows.natural(3, i);
                            night.fresh = rows.natural(4, i);
                            night.absent = rows.natural(5, i);
                            if (!rows.null(6, i)) night.mean_score = rows.number(6, i);
                          });
  }

  std::optional<Error> leave_numbers(const NightNumbers& n) {
    if (auto error = database_.run(create_table(ledger::kNights))) return error;
    Result<store::Appender> row = database_.append_to(ledger::kNights.name);
    if (!row) return row.error();
    row->row({n.charts, n.documents, n.errors, n.warnings, n.notes, n.undecided, n.due, n.waived,
              n.fresh, n.updated, n.unchanged, n.absent, n.not_evaluated(), n.scored,
              n.mean_score});
    if (auto error = row->finish()) return error;
    return store::write_part(database_, "SELECT * FROM nights",
                             store::part_path(job_.store, ledger::kNights.name, job_.run, {0, 1}),
                             {{"emrlint", ledger::kNights.name}});
  }

  std::ofstream file(const char* name) const {
    return std::ofstream(fs::path(folder_) / name, std::ios::binary);
  }
  std::optional<Error> closed(std::ofstream& out, const char* name) const {
    out.close();
    if (out) return std::nullopt;
    return unwritable((fs::path(folder_) / name).string());
  }

  std::optional<Error> write_csv(const char* name, const Table& columns, const Source& rows) {
    std::ofstream out = file(name);
    out << csv_headings(columns, job_.lang);
    const auto write = [&](const std::vector<Cell>& row) {
      out << csv_line(columns, row, job_.lang);
    };
    if (auto error = rows(write)) return error;
    return closed(out, name);
  }

  Result<std::unique_ptr<XlsxBook>> begin_book(const Table& columns) const {
    const char* const title = job_.lang == Lang::kZh ? "问题台账" : "Problems";
    Result<std::unique_ptr<XlsxBook>> book = XlsxBook::make(XlsxBook::Memory::kInOrder, title);
    if (!book) return book;
    std::vector<XlsxColumn> headings;
    for (const TableColumn& column : columns.columns) {
      const bool wide = column.id == "message" || column.id == "measure" || column.id == "title";
      headings.push_back({std::string(column.title.in(job_.lang)), wide ? 40.0 : 14.0});
    }
    (*book)->begin_table((*book)->name_for(title), std::move(headings));
    return book;
  }

  void add_row(XlsxBook& book, const std::vector<Cell>& row) const {
    std::vector<std::string> texts;
    std::vector<XlsxCell> cells;
    for (const Cell& cell : row) texts.push_back(cell_text(cell, job_.lang));
    for (const std::string& text : texts) cells.push_back({text});
    book.row(cells);
  }

  store::Database& database_;
  const ReportJob& job_;
  const std::string previous_;
  NightTables tables_;
  std::string final_, folder_;
};

}  // namespace

Result<NightNumbers> write_reports(store::Database& database, const ReportJob& job) {
  const std::string previous = ledger::run_before(job.store, job.run);
  if (auto error = ledger::make_views(database, job.store, job.run)) return *error;
  if (!previous.empty()) {
    if (auto error = ledger::make_views(database, job.store, previous, "old_")) return *error;
  }
  return Reports(database, job, previous).write();
}

}  // namespace emrlint::nightly
