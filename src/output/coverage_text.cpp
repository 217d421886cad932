// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/core_systems.h"
#include "output/citation.h"
#include "output/coverage_forms.h"
#include "output/paint.h"
#include "output/width.h"

namespace emrlint {
namespace {

constexpr const char* kBold = "1";

const char* colour_of(Evidence evidence) {
  switch (evidence) {
    case Evidence::kFull:
      return "1;32";
    case Evidence::kPartly:
      return "1;33";
    case Evidence::kNone:
      return "2";
    case Evidence::kOpen:
      break;
  }
  return "1;31";
}

std::string padded(std::string_view text, std::size_t width) {
  std::string out(text);
  const std::size_t used = display_width(text);
  if (used < width) out.append(width - used, ' ');
  return out;
}

std::string right(std::size_t number, std::size_t width) {
  const std::string text = std::to_string(number);
  return std::string(text.size() < width ? width - text.size() : 0, ' ') + text;
}

class CoverageText {
 public:
  CoverageText(std::ostream& out, const CoverageTextOptions& options)
      : out_(out), options_(options) {
    for (std::size_t i = 0; i < kEvidences; ++i) {
      const auto name = evidence_name(static_cast<Evidence>(i)).in(options_.lang);
      status_width_ = std::max(status_width_, display_width(name));
    }
  }

  void law(const LawCoverage& covered) {
    heading(title_of(covered), cited_source(covered.law.key)->number);
    for (std::size_t i = 0; i < covered.series.size(); ++i) {
      out_ << "\n" << paint(kBold, covered.law.series[i].title.text().in(options_.lang)) << "\n";
      std::size_t width = 0;
      for (const CoveredClause& one : covered.series[i]) {
        width = std::max(width, display_width(one.clause.number));
      }
      for (const CoveredClause& one : covered.series[i]) clause(one, width);
    }
    out_ << "\n";
  }

  void system(const SystemCoverage& covered) {
    const std::string number = std::to_string(covered.number);
    heading(std::string(say("核心制度", "Core system ")) + number + " " +
                std::string(core_system(covered.number).in(options_.lang)),
            "");
    for (const CatalogEntry* check : covered.checks) {
      line(std::string(check->info.id) + "  " + std::string(check->info.title.in(options_.lang)), 2,
           6);
    }
    remark(covered.remark, say("盲区：", "blind spots: "), say("尚无检查：", "no check yet: "), 2);
    out_ << "\n";
  }

  // The checks that cite none of the law texts.
  void elsewhere(const std::vector<const CatalogEntry*>& checks) {
    if (checks.empty()) return;
    heading(std::string(say("其他依据的检查", "Checks that rest on other sources")), "");
    for (const CatalogEntry* check : checks) {
      line(std::string(check->info.id) + "  " + citations_text(check->info.basis, options_.lang), 2,
           6);
    }
    out_ << "\n";
  }

  // A line for each law text.
  void summary(const std::vector<const LawCoverage*>& laws) {
    if (laws.empty()) return;
    std::size_t title_width = 0;
    for (const LawCoverage* law : laws) {
      title_width = std::max(title_width, display_width(title_of(*law)));
    }
    const std::string_view clauses = say("条款", "clauses");
    out_ << paint(kBold, padded("", title_width) + "  " + std::string(clauses));
    for (std::size_t i = 0; i < kEvidences; ++i) {
      const auto evidence = static_cast<Evidence>(i);
      out_ << "  " << paint(colour_of(evidence), evidence_name(evidence).in(options_.lang));
    }
    out_ << "\n";
    for (const LawCoverage* law : laws) {
      std::size_t sum = 0;
      for (const std::size_t count : law->counts) sum += count;
      out_ << padded(title_of(*law), title_width) << "  " << right(sum, display_width(clauses));
      for (std::size_t i = 0; i < kEvidences; ++i) {
        const auto name = evidence_name(static_cast<Evidence>(i)).in(options_.lang);
        out_ << "  " << right(law->counts[i], display_width(name));
      }
      out_ << "\n";
    }
  }

  // A line for each core system.
  void summary(const std::vector<const SystemCoverage*>& systems) {
    if (systems.empty()) return;
    out_ << paint(kBold, say("核心制度", "Core systems")) << "\n";
    std::size_t width = 0;
    for (const SystemCoverage* system : systems) {
      width = std::max(width, display_width(core_system(system->number).in(options_.lang)));
    }
    for (const SystemCoverage* system : systems) {
      out_ << right(static_cast<std::size_t>(system->number), 4) << "  "
           << padded(core_system(system->number).in(options_.lang), width) << "  "
           << right(system->checks.size(), 4)
           << (options_.lang == Lang::kZh   ? " 项检查"
               : system->checks.size() == 1 ? " check"
                                            : " checks")
           << "\n";
    }
  }

 private:
  std::string_view say(std::string_view zh, std::string_view en) const {
    return options_.lang == Lang::kZh ? zh : en;
  }
  std::string paint(const char* code, std::string_view text) const {
    return emrlint::paint(options_.colour, code, text);
  }

  std::string title_of(const LawCoverage& covered) const {
    return padded(covered.law.key, 5) +
           std::string(cited_source(covered.law.key)->title.in(options_.lang));
  }

  void heading(const std::string& title, std::string_view behind) {
    out_ << paint("1;4", title);
    if (!behind.empty()) out_ << "  " << behind;
    out_ << "\n";
  }

  void line(const std::string& text, std::size_t column, std::size_t indent) {
    std::string wrapped(column, ' ');
    append_wrapped(wrapped, text, column, indent, options_.columns);
    out_ << wrapped;
  }

  void clause(const CoveredClause& covered, std::size_t number_width) {
    const std::size_t indent = 2 + number_width + 2 + status_width_ + 2;
    const auto status = evidence_name(covered.evidence).in(options_.lang);
    out_ << "  " << padded(covered.clause.number, number_width) << "  "
         << paint(colour_of(covered.evidence), padded(status, status_width_)) << "  ";
    std::string title;
    append_wrapped(title, covered.clause.title.text().in(options_.lang), indent, indent,
                   options_.columns);
    out_ << paint(kBold, title.substr(0, title.size() - 1)) << "\n";
    checks(covered.checks, indent);
    const bool partly = covered.evidence == Evidence::kPartly;  // Else the status says what it is.
    remark(covered.clause.remark, partly ? say("病历不能反映：", "not in a chart: ") : "",
           partly ? say("尚无检查：", "no check yet: ") : "", indent);
  }

  void checks(const Evidences& checks, std::size_t indent) {
    std::string list;
    const auto add = [&](const std::string& item) {
      if (!list.empty()) list += ", ";
      list += item;
    };
    for (const CatalogEntry* check : singly_listed(checks)) add(std::string(check->info.id));
    for (const CheckGroup& group : checks.groups) {
      if (listed_singly(group)) continue;
      const std::string_view blank = group.pattern.empty() ? say("", " ") : "";
      add(group_name(group, options_.lang) + std::string(blank) + "(" +
          std::to_string(group.checks.size()) + ")");
    }
    if (!list.empty()) line(list, indent, indent);
  }

  void remark(const Remark& remark, std::string_view unseen, std::string_view open,
              std::size_t indent) {
    labelled(unseen, remark.unseen, indent);
    labelled(open, remark.open, indent);
  }

  void labelled(std::string_view label, const Sentence& sentence, std::size_t indent) {
    if (sentence.empty()) return;
    line(std::string(label) + std::string(sentence.text().in(options_.lang)), indent, indent);
  }

  std::ostream& out_;
  const CoverageTextOptions options_;
  std::size_t status_width_ = 0;
};

}  // namespace

void write_coverage_text(std::ostream& out, const Coverage& coverage, const CoverageChoice& choice,
                         const CoverageTextOptions& options) {
  CoverageText text(out, options);
  const std::vector<const LawCoverage*> laws = choice.chosen_laws(coverage);
  const std::vector<const SystemCoverage*> systems = choice.chosen_systems(coverage);
  for (const LawCoverage* law : laws) text.law(*law);
  for (const SystemCoverage* system : systems) text.system(*system);
  if (choice.all()) text.elsewhere(coverage.elsewhere);
  text.summary(laws);
  if (!laws.empty() && !systems.empty()) out << "\n";
  text.summary(systems);
}

}  // namespace emrlint
