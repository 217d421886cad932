// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/words.h"
#include "checks/consistency/site_mentions.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

constexpr Message<Surgery, Bilingual, std::string_view, Bilingual, std::string_view> kDiffers{
    "differs", "手术{0}的{1}实为“{2}”，{3}所计划的是“{4}”，两者不一致，且未见更改的说明。",
    "the {1} of the surgery {0} was “{2}”; the plan in the {3} is “{4}”, and no note tells of "
    "a change."};
constexpr Message<> kPlan{"plan", "计划的部位", "the site that was planned"};

constexpr Option<WordList> kChange{"change_words",
                                   {"改行|改为|变更|更改|改变|调整|扩大|追加|加行|与术前|更正"},
                                   "说明术中改变部位的用语",
                                   "words that tell of a change of the site"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"SA", "7"}};
constexpr int kCore[] = {11};
constexpr MessageInfo kMessages[] = {kDiffers, kPlan};
constexpr OptionInfo kOptions[] = {kChange};

struct Place {
  Text text;
  SiteMention site;
  Bilingual where;

  std::string_view quote() const { return text.value.substr(site.from, site.to - site.from); }
  Part part() const {
    return {text, static_cast<std::uint32_t>(site.from), static_cast<std::uint32_t>(site.to)};
  }
};
using Places = std::vector<Place>;

void add(Places& places, const Text& text, Bilingual where) {
  // 必要时, 或: open yet.
  if (text.value.find("必要时") != text.value.npos || text.value.find("或") != text.value.npos) {
    return;
  }
  for (const SiteMention& site : site_mentions(text.value)) places.push_back({text, site, where});
}

Bilingual name_of(DocType type) { return {name(type, Lang::kZh), name(type, Lang::kEn)}; }

void add_section(Places& places, const Document& document, SectionType type) {
  for (const Section& section : document.sections) {
    if (section.type != type) continue;
    for (const Text& text : document.text_of(section)) add(places, text, name_of(document.type));
  }
}

bool of_surgery(const Chart& chart, const Document& document, std::size_t index) {
  const std::vector<const Surgery*> surgeries = surgeries_of(chart, document);
  return surgeries.size() == 1 && surgeries.front() == &chart.surgeries[index];
}

// One surgery with what was planned and what was done.
struct Operation {
  Places planned, done;
  bool changed = false;  // A record tells of a change.
  const Document* unread = nullptr;
};

Operation operation(const Chart& chart, std::size_t index, WordList change) {
  Operation all;
  add(all.done, chart.surgeries[index].name, {"手术资料", "data of the surgery"});
  for (const Document* document : current_documents(chart)) {
    if (!of_surgery(chart, *document, index)) continue;
    const bool record = document->type == DocType::kOperationRecord;
    if (record) {
      add_section(all.done, *document, SectionType::kProcedureName);
      if (document->broken) all.unread = document;
    } else if (document->type != DocType::kPostopFirstNote) {
      add_section(all.planned, *document, SectionType::kPlannedProcedure);
    }
    if (record || document->type == DocType::kPostopFirstNote ||
        document->type == DocType::kCommunicationRecord) {
      all.changed |= tells_any(*document, change);
    }
  }
  return all;
}

// The first of that kind, of a plan or of what was done; null for none.
const Place* first_of(const Places& places, SiteKind kind) {
  const auto found = std::find_if(places.begin(), places.end(),
                                  [&](const Place& place) { return place.site.kind == kind; });
  return found == places.end() ? nullptr : &*found;
}

// A plan of which nothing was done. Documents of one type state one plan together.
const Place* undone(const Operation& operation, SiteKind kind) {
  const auto agrees = [&](const Place& plan) {
    return std::any_of(operation.done.begin(), operation.done.end(), [&](const Place& done) {
      return done.site.kind == kind && done.site.number == plan.site.number;
    });
  };
  for (const Place& plan : operation.planned) {
    if (plan.site.kind != kind) continue;
    const bool met =
        std::any_of(operation.planned.begin(), operation.planned.end(), [&](const Place& other) {
          return other.site.kind == kind && other.where.zh == plan.where.zh && agrees(other);
        });
    if (!met) return &plan;
  }
  return nullptr;
}

void judge(const Chart& chart, std::size_t index, WordList change, Report& report) {
  const Operation all = operation(chart, index, change);
  for (std::size_t i = 0; i < kSiteKinds; ++i) {
    const auto kind = static_cast<SiteKind>(i);
    const Place* done = first_of(all.done, kind);
    if (done == nullptr || first_of(all.planned, kind) == nullptr) continue;
    const Subject subject = emrlint::of_surgery(index, id(kind));
    const Place* plan = undone(all, kind);
    if (plan == nullptr || all.changed) {
      report.pass(subject);
    } else if (chart.cut_off || all.unread != nullptr) {
      report.undecided(subject, missing::kRestOfDocument, done->text.span);
    } else {
      report
          .fail(kDiffers, subject, done->text.span, chart.surgeries[index], name(kind),
                done->quote(), plan->where, plan->quote())
          .at(done->part())
          .note(kPlan, plan->part());
    }
  }
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    if (!chart.surgeries[i].cancelled) judge(chart, i, options[kChange], report);
  }
}

}  // namespace

extern constinit const Check site_level{
    {.id = "consistency-site-level",
     .severity = Severity::kError,
     .title = {"手术的节段、肺叶、指趾、牙位应与计划一致",
               "Level, lobe, digit and tooth of a surgery are those of the plan"},
     .judged =
         {"手术名称（手术资料、手术记录）写明椎间隙、椎体、肺叶、手指、足趾、掌骨、跖骨或牙位的，"
          "与术前小结、同意书等的拟施手术所写的同类部位至少有一处相同。",
          "Where the name of the surgery, in its data or the operation record, tells the "
          "intervertebral level, vertebra, lobe of the lung, finger, toe, metacarpal, "
          "metatarsal or tooth: one at least is that of the planned procedure in summary, "
          "consent and the like."},
     .exceptions =
         {"手术记录、术后首次病程或沟通记录有更改的说明（用语可调）时不算；只有一方写明的、写“或”"
          "“必要时”的、取消的手术不判；扩大范围而仍包括所计划部位的不算；左右侧由 "
          "consistency-laterality 判定。手术记录未能读全时无法判定。",
          "Not where operation record, first postoperative note or communication record tell "
          "of a change (the words are an option), where one side alone is told, or leaves it "
          "open (或, 必要时), nor for cancelled surgery or an extension that holds the planned "
          "site; sides are judged by consistency-laterality. Undecided where the record could "
          "not be read whole."},
     .advice = {"核对术中影像与手术部位标识；改变部位的写明理由并告知患者，写错的予以改正。",
                "Check the intraoperative images and the mark; state why the site was changed "
                "and tell the patient, or correct the wrong place."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
