// SPDX-License-Identifier: Apache-2.0
#include "check/core_systems.h"
#include "output/citation.h"
#include "output/coverage_forms.h"

namespace emrlint {
namespace {

constexpr const char* kOpening =
    "# 条款与检查 / Clauses and checks\n\n"
    "由 `./dev docs` 根据检查卡片所引条款和 `checks/coverage` 的数据生成，"
    "`emrlint coverage` 打印同样的内容。"
    "每一条款要么有检查加以印证，要么说明病历为何不能反映；两者都有的为“部分有检查”。"
    "检查通过只说明病历所载符合该条款，不等于该条款已经落实；哪些检查运行由配置（profile）决定。"
    "条款标题为本项目自拟，原文以文件为准。\n\n"
    "Written by `./dev docs` from the citations of the checks and the data of `checks/coverage`; "
    "`emrlint coverage` prints the same. Each clause has checks that evidence it, or a reason why "
    "a chart cannot show it; \"partly\" is where both hold. That a check passes says that the "
    "chart agrees with the clause, not that the clause is carried out; which checks run is up to "
    "the profile. The titles of clauses are ours, the text of the law counts.\n";

std::string both(Bilingual text) { return std::string(text.zh) + "<br>" + std::string(text.en); }

std::string link(const CatalogEntry& check) {
  const std::string id(check.info.id);
  return check.origin == kBuiltIn ? "[" + id + "](" + id + ".md)" : "`" + id + "`";
}

void add(std::string& list, const std::string& item) {
  if (!list.empty()) list += ", ";
  list += item;
}

std::string checks_cell(const Evidences& checks) {
  std::string list;
  for (const CatalogEntry* check : singly_listed(checks)) add(list, link(*check));
  for (const CheckGroup& group : checks.groups) {
    if (listed_singly(group)) continue;
    const std::string count = " (" + std::to_string(group.checks.size()) + ")";
    add(list, group.pattern.empty()
                  ? group_name(group, Lang::kZh) + " / " + group_name(group, Lang::kEn) + count
                  : "`" + group.pattern + "`" + count);
  }
  return list;
}

std::string remark_cell(const Remark& remark) {
  std::string cell;
  if (!remark.unseen.empty()) cell = both(remark.unseen.text());
  if (!remark.open.empty()) {
    if (!cell.empty()) cell += "<br>";
    cell += "尚无检查 / no check yet: " + both(remark.open.text());
  }
  return cell;
}

void write_summary(std::ostream& out, const std::vector<const LawCoverage*>& laws) {
  out << "\n| | 文件 / text | 条款 / clauses |";
  for (std::size_t i = 0; i < kEvidences; ++i) {
    const Bilingual name = evidence_name(static_cast<Evidence>(i));
    out << " " << name.zh << " / " << name.en << " |";
  }
  out << "\n|---|---|---:|---:|---:|---:|---:|\n";
  for (const LawCoverage* law : laws) {
    const CitedSource* const source = cited_source(law->law.key);
    std::size_t sum = 0;
    for (const std::size_t count : law->counts) sum += count;
    const std::string& key = law->law.key;
    out << "| [" << key << "](#" << key << ") | " << both(source->title) << " | " << sum << " |";
    for (const std::size_t count : law->counts) out << " " << count << " |";
    out << "\n";
  }
}

void write_law(std::ostream& out, const LawCoverage& covered) {
  const CitedSource* const source = cited_source(covered.law.key);
  out << "\n<a id=\"" << covered.law.key << "\"></a>\n\n## " << covered.law.key << " "
      << source->title.zh << " / " << source->title.en << "\n";
  if (!source->number.empty()) out << "\n" << source->number << "\n";
  for (std::size_t i = 0; i < covered.series.size(); ++i) {
    const Sentence& title = covered.law.series[i].title;
    out << "\n### " << title.zh << " / " << title.en << "\n\n"
        << "| | 条款 / clause | | 检查 / checks | 病历不能反映的 / what a chart cannot show |\n"
        << "|---|---|---|---|---|\n";
    for (const CoveredClause& one : covered.series[i]) {
      out << "| " << one.clause.number << " | " << both(one.clause.title.text()) << " | "
          << both(evidence_name(one.evidence)) << " | " << checks_cell(one.checks) << " | "
          << remark_cell(one.clause.remark) << " |\n";
    }
  }
}

void write_systems(std::ostream& out, const std::vector<const SystemCoverage*>& systems) {
  if (systems.empty()) return;
  out << "\n## 核心制度 / Core systems\n\n"
      << "| | 制度 / system | 检查 / checks | 盲区 / blind spots |\n|---|---|---|---|\n";
  for (const SystemCoverage* system : systems) {
    std::string list;
    for (const CatalogEntry* check : system->checks) add(list, link(*check));
    out << "| " << system->number << " | " << both(core_system(system->number)) << " | "
        << system->checks.size() << ": " << list << " | " << remark_cell(system->remark) << " |\n";
  }
}

void write_elsewhere(std::ostream& out, const std::vector<const CatalogEntry*>& checks) {
  if (checks.empty()) return;
  out << "\n## 其他依据的检查 / Checks that rest on other sources\n\n"
      << "| 检查 / check | 依据 / basis |\n|---|---|\n";
  for (const CatalogEntry* check : checks) {
    out << "| " << link(*check) << " | " << citations_text(check->info.basis, Lang::kZh) << "<br>"
        << citations_text(check->info.basis, Lang::kEn) << " |\n";
  }
}

}  // namespace

void write_coverage_markdown(std::ostream& out, const Coverage& coverage,
                             const CoverageChoice& choice) {
  const std::vector<const LawCoverage*> laws = choice.chosen_laws(coverage);
  out << kOpening;
  if (!laws.empty()) write_summary(out, laws);
  write_systems(out, choice.chosen_systems(coverage));
  for (const LawCoverage* law : laws) write_law(out, *law);
  if (choice.all()) write_elsewhere(out, coverage.elsewhere);
}

}  // namespace emrlint
