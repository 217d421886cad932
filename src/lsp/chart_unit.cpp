// SPDX-License-Identifier: Apache-2.0
#include "lsp/chart_unit.h"

#include <algorithm>
#include <memory>

#include "engine/lint_kept.h"
#include "engine/places.h"
#include "engine/staff.h"
#include "reader/readers.h"

namespace emrlint::lsp {

std::string_view uri_of(const Batch& batch, const Chart& chart) {
  if (chart.span.file >= batch.files.size()) return {};
  return batch.files[chart.span.file]->uri();
}

void ChartUnit::resize(std::size_t files) {
  batch_.files.resize(files);
  read_.resize(files);
  losses_.resize(files);
  screens_.resize(files);
  kept_.resize(files);
  for (std::size_t i = origins_.size(); i < files; ++i) origins_.push_back({i, 0});
}

void ChartUnit::read(std::size_t index, const std::string& path, Loaded loaded, bool on_screen,
                     const Limits& limits) {
  // What points into the text that goes away.
  reports_.clear();
  batch_.charts.clear();
  if (batch_.files.empty()) resize(plan_.files.size());
  on_screen_.resize(plan_.files.size());
  on_screen_[index] = on_screen;
  std::optional<Problem> loss = load_problem(loaded, path);
  SourceFile file = loaded.file ? *std::move(loaded.file) : SourceFile(path, {});
  if (plan_.lines) {
    read_lines(path, std::move(file), limits);
    index = 0;
  } else {
    ReadOutput out;
    const bool there = !file.text().empty();
    batch_.files[index] = std::make_unique<SourceFile>(std::move(file));
    if (there && !plan_.bulk) {
      out = screens_[index].read(batch_.files[index], static_cast<std::uint32_t>(index), on_screen,
                                 limits);
    }
    read_[index] = std::move(out);
    kept_[index] = KeptDocuments(read_[index]);
  }
  if (index < losses_.size()) losses_[index] = std::move(loss);
}

// One file of the batch for each line that is not blank.
void ChartUnit::read_lines(const std::string& path, SourceFile file, const Limits& limits) {
  lines_ = file.text();
  batch_.files.clear();
  read_.clear();
  kept_.clear();
  origins_.clear();
  losses_.assign(1, std::nullopt);
  std::uint32_t line = 1;
  for (std::size_t begin = 0; begin < lines_.size(); ++line) {
    const std::size_t end = std::min(lines_.find('\n', begin), lines_.size());
    const std::string_view text = std::string_view(lines_).substr(begin, end - begin);
    if (text.find_first_not_of(" \t\r") != text.npos) {
      const auto number = static_cast<std::uint32_t>(batch_.files.size());
      batch_.files.push_back(std::make_unique<SourceFile>(path, std::string(text), line));
      origins_.push_back({0, static_cast<std::uint32_t>(begin)});
      read_record(*batch_.files.back(), number, limits, read_.emplace_back());
    }
    begin = end + 1;
  }
  losses_.resize(batch_.files.size());
}

// References lead across the files of a bulk export: all are read again, from copies of their
// texts, since a parser works in place.
void ChartUnit::read_bulk(const Limits& limits) {
  for (std::unique_ptr<SourceFile>& file : batch_.files) {
    file = std::make_unique<SourceFile>(file->uri(), std::string(file->text()));
    file->set_syntax(Syntax::kJson);
  }
  read_.front() = {};
  read_fhir_bulk(batch_.files, limits, read_.front());
  batch_.charts = build_charts(std::move(read_.front().fragments), true);
}

void ChartUnit::judge(const Rules& rules, const Limits& limits) {
  ++built_;
  reports_.clear();
  batch_.charts.clear();
  batch_.problems.clear();
  if (plan_.bulk) {
    read_bulk(limits);
  } else {
    std::vector<std::vector<Chart>> fragments;
    fragments.reserve(read_.size());
    for (const ReadOutput& read : read_) fragments.push_back(read.fragments);
    batch_.charts = join_fragments(std::move(fragments), plan_.folder, plan_.gaps);
  }
  for (std::size_t i = 0; i < read_.size(); ++i) {
    if (losses_[i]) batch_.problems.push_back(*losses_[i]);
    const auto& problems = read_[i].problems;
    batch_.problems.insert(batch_.problems.end(), problems.begin(), problems.end());
  }
  name_charts(batch_.files, batch_.charts);
  for (Chart& chart : batch_.charts) supplement_staff(chart, rules.config.tables());
  judge_again(rules);
}

void ChartUnit::forget_reports() {
  reports_.clear();
  for (KeptDocuments& kept : kept_) kept.forget();
  kept_of_charts_.clear();
}

void ChartUnit::judge_again(const Rules& rules) {
  reports_.clear();
  kept_of_charts_.resize(batch_.charts.size());
  for (std::size_t i = 0; i < batch_.charts.size(); ++i) {
    const Chart& chart = batch_.charts[i];
    std::unique_ptr<Derived>& of_chart = kept_of_charts_[i];
    if (of_chart == nullptr) of_chart = std::make_unique<Derived>();
    std::vector<Derived*> kept;
    for (const Document& document : chart.documents) {
      const bool known = document.span.file < kept_.size();
      kept.push_back(known ? kept_[document.span.file].find(document) : nullptr);
    }
    reports_.push_back(lint_kept(rules.catalog, rules.config, chart, uri_of(batch_, chart),
                                 {kept, of_chart.get()}));
    resolve_places(batch_, reports_.back());
  }
}

// `which`: of the plan, by index.
template <typename Which>
bool ChartUnit::any_half_typed(Which which) const {
  return std::any_of(batch_.problems.begin(), batch_.problems.end(), [&](const Problem& problem) {
    if (!syntax_problem(problem) || problem.where.file >= origins_.size()) return false;
    const std::size_t index = origins_[problem.where.file].index;
    return on_screen_[index] && which(index);
  });
}

bool ChartUnit::half_typed() const {
  return any_half_typed([](std::size_t) { return true; });
}

bool ChartUnit::was_whole() const {
  return any_half_typed(
      [this](std::size_t i) { return i < screens_.size() && screens_[i].was_whole(); });
}

bool ChartUnit::passed_over(std::size_t index, std::uint32_t begin, std::uint32_t end) const {
  if (plan_.lines || index >= screens_.size()) return false;
  const std::optional<TextRange>& gap = screens_[index].passed_over();
  return gap && begin <= gap->end && gap->begin <= end;
}

std::string_view ChartUnit::text(std::size_t index) const {
  if (plan_.lines) return lines_;
  return index < batch_.files.size() ? batch_.files[index]->text() : std::string_view();
}

}  // namespace emrlint::lsp
