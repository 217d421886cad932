// SPDX-License-Identifier: Apache-2.0
#include "lsp/judged_together.h"

#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "engine/judge_across.h"
#include "lsp/group_view.h"

namespace emrlint::lsp {
namespace {

// Nothing of the records on the screen goes to the disk.
constexpr std::size_t kMemory = std::numeric_limits<std::size_t>::max();

// The texts that facts were taken of.
class Narratives final : public UnitSource {
 public:
  void add(const AcrossFacts& facts, const std::string& path) {
    of_path_[path] = &facts.narrative();
  }
  void load(const std::vector<const UnitPlace*>& places) override { (void)places; }
  const Batch* find(const UnitPlace& place) const override {
    const auto found = place.paths.empty() ? of_path_.end() : of_path_.find(place.paths.front());
    return found == of_path_.end() ? nullptr : found->second;
  }

 private:
  std::map<std::string, const Batch*> of_path_;
};

}  // namespace

// Takes the findings of a run and gives them to the groups of their charts.
class JudgedTogether::GroupFindings final : public Receiver {
 public:
  GroupFindings(const std::vector<Member>& members, const By& by) : by_(by) {
    for (const Member& member : members) {
      for (const std::uint32_t file : member.group->unit.plan().files) {
        of_path_.emplace(member.folder->files()[file].path, &member);
      }
    }
  }

  std::vector<std::string> render(const Batch&, const std::vector<ChartReport>&) const override {
    return {};
  }
  void add(const Batch& batch, const std::vector<ChartReport>& reports,
           const std::vector<std::string>&) override {
    for (const ChartReport& report : reports) add(batch, report);
  }

 private:
  void add(const Batch& batch, const ChartReport& report) {
    AcrossFindings* said = nullptr;
    for (const Finding& finding : report.findings) {
      const auto member = of_path_.find(batch.site(finding.outcome.span)->uri);
      if (!shown(finding) || member == of_path_.end()) continue;
      AcrossFindings& here = member->second->group->across;
      const auto where = place_of(here, *batch.site(finding.outcome.span), false);
      if (!where) continue;
      if (said == nullptr) begin(report, here);
      said = &here;
      Finding& kept = here.reports.back().findings.emplace_back(finding);
      Outcome& outcome = kept.outcome;
      outcome.span = *where;
      outcome.measures.clear();  // Their names go with the batch.
      for (Note& note : outcome.notes) {
        const auto place = place_of(here, *batch.site(note.span), true);
        note.span = place ? *place : *where;
      }
    }
  }

  static void begin(const ChartReport& report, AcrossFindings& said) {
    ChartReport& kept = said.reports.emplace_back();
    kept.key = report.key;
    kept.profile = report.profile;
    kept.clock = report.clock;
  }

  // None where something was edited since, unless that does not matter.
  std::optional<Span> place_of(AcrossFindings& said, const Site& site, bool edited) const {
    const auto found = of_path_.find(site.uri);
    if (found == of_path_.end()) return std::nullopt;
    const auto& [folder, group, revision] = *found->second;
    const auto begin = static_cast<std::uint32_t>(site.place.byte_offset);
    const auto size = static_cast<std::uint32_t>(site.place.byte_length);
    const std::uint32_t file = *folder->find(site.uri);
    const MovedPlace now = group->facts.now({file, begin, begin + size});
    if (now.touched && !edited) return std::nullopt;
    return said.keep({site.uri, by_.uri(folder->files()[file]), now.place,
                      GroupView(*folder, *group, by_.encoding).range(now.place)});
  }

  const By& by_;
  std::unordered_map<std::string, const Member*> of_path_;
};

void JudgedTogether::add(const ChartFolder& folder) {
  for (const auto& group : folder.groups()) {
    if (group->version != 0) members_.push_back({&folder, group.get()});
  }
}

std::size_t JudgedTogether::charts() const {
  std::size_t count = 0;
  for (const Member& member : members_) count += member.group->unit.batch().charts.size();
  return count;
}

// Whether anything is to be judged that was not judged last time.
bool JudgedTogether::take_facts(const By& by) {
  std::unordered_map<const Group*, std::uint64_t> now;
  for (Member& member : members_) {
    const auto before = judged_.find(member.group);
    const bool fresh = member.group->facts.update(member.group->unit, by.rules, by.config);
    const bool known = !fresh && before != judged_.end();
    now[member.group] = known ? before->second : ++revision_;
  }
  const bool anew = now != judged_ || version_ != by.version;
  judged_ = std::move(now);
  version_ = by.version;
  return anew;
}

void JudgedTogether::judge(const By& by) {
  Narratives narratives;
  AcrossOptions options;
  options.memory = kMemory;
  options.lines.boilerplate = &by.rules.config.tables().boilerplate();
  options.units = &narratives;
  AcrossCharts across(by.rules.catalog, std::move(options));
  for (const Member& member : members_) {
    const std::vector<std::unique_ptr<SourceFile>>& files = member.group->unit.batch().files;
    if (!files.empty()) narratives.add(member.group->facts, files.front()->uri());
    across.add(member.group->facts.lines());
  }
  RunSummary summary;
  summary.charts = charts();
  GroupFindings findings(members_, by);
  judge_across(across, by.rules.catalog, by.rules.config, summary, findings);
}

std::vector<const ChartFolder::Group*> JudgedTogether::update(const By& by) {
  if (charts() < 2) return silence();
  std::vector<const Group*> changed;
  std::vector<bool> before;
  const bool anew = take_facts(by);
  for (const Member& member : members_) {
    AcrossFindings& said = member.group->across;
    before.push_back(anew ? !said.reports.empty() : std::exchange(said.moved, false));
    if (anew) said = {};
  }
  if (anew) judge(by);
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const Group* const group = members_[i].group;
    if (before[i] || (anew && !group->across.reports.empty())) changed.push_back(group);
  }
  members_.clear();
  return changed;
}

std::vector<const ChartFolder::Group*> JudgedTogether::silence() {
  std::vector<const Group*> changed;
  for (const Member& member : members_) {
    if (!std::exchange(member.group->across, {}).reports.empty()) changed.push_back(member.group);
    member.group->facts = {};
  }
  members_.clear();
  judged_.clear();
  return changed;
}

}  // namespace emrlint::lsp
