// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/embedded.h"
#include "indicator/indicator.h"
#include "rule/citation.h"
#include "rule/table_reader.h"

namespace emrlint {
namespace {

constexpr std::array<std::string_view, 2> kUnits{"chart", "subject"};
constexpr std::array<std::string_view, 2> kCounted{"pass", "fail"};
constexpr std::array<std::string_view, 3> kDirections{"none", "higher", "lower"};
constexpr std::array<std::string_view, 5> kFilters{"all", "consent", "principal-diagnosis",
                                                   "principal-procedure", "surgery"};
constexpr std::string_view kFolder = "checks/indicators/", kEnding = ".toml";
constexpr std::string_view kReasons = "checks/coverage/reasons.toml";

const SheetText kNoSheet{
    "等级由医院采用的评分表决定：在配置的 [score] sheets 中写明后统计。",
    "The grade depends on the scoring sheet that the hospital uses: counted once [score] sheets of "
    "the configuration names one."};

SheetText required_text(TableReader& table, std::string_view key) {
  if (table.require(key) == nullptr) return {};
  auto inner = table.table(key);
  if (!inner) return {};
  SheetText text{std::string(inner->required_text("zh")), std::string(inner->required_text("en"))};
  inner->finish();
  return text;
}

// An indicator that is counted as another one, which may stand in a file that is read later.
struct Alias {
  std::uint32_t indicator = 0;
  std::string of;
  std::string where;  // Of the name, for messages.
  bool own_differs = false;
};

// A text that several indicators share, by name.
using Reasons = std::map<std::string, SheetText, std::less<>>;

// Reads one file into a book.
class SetReader {
 public:
  SetReader(TableReader file, const Catalog& catalog, const Reasons& reasons, IndicatorBook& book,
            std::vector<Alias>& aliases)
      : file_(std::move(file)),
        catalog_(catalog),
        reasons_(reasons),
        book_(book),
        aliases_(aliases) {
    for (const CatalogEntry& entry : catalog.entries()) check_ids_.push_back(entry.info.id);
    for (const auto& reason : reasons) reason_names_.push_back(reason.first);
  }

  void read(IndicatorSet set) {
    set.title = required_text(file_, "title");
    set.description = required_text(file_, "description");
    if (const TomlValue* value = file_.find("source")) {
      const std::vector<std::string_view> keys = source_keys();
      if (const auto index = file_.word(*value, {"依据", "source"}, keys))
        set.source = keys[*index];
    }
    if (const auto profile = file_.text("profile")) set.profile = *profile;
    population_ = read_population(file_);
    const auto number = static_cast<std::uint32_t>(book_.sets.size());
    book_.sets.push_back(std::move(set));
    if (file_.require("indicator") != nullptr) {
      for (TableReader& table : file_.tables("indicator")) read_indicator(table, number);
    }
    file_.finish();
  }

 private:
  template <std::size_t N>
  std::size_t choice(TableReader& table, std::string_view key, Bilingual what,
                     const std::array<std::string_view, N>& words, std::size_t otherwise) {
    const TomlValue* value = table.find(key);
    return value == nullptr ? otherwise : table.word(*value, what, words).value_or(otherwise);
  }

  void read_indicator(TableReader& table, std::uint32_t set) {
    Indicator one;
    one.set = set;
    one.id = table.required_text("id");
    one.article = table.required_text("article");
    if (const auto code = table.text("code")) one.code = *code;
    one.title = required_text(table, "title");
    one.direction =
        static_cast<Direction>(choice(table, "direction", {"方向", "direction"}, kDirections, 0));
    read_target(table, one);
    const bool own_differs = table.has("differs");
    if (own_differs) one.differs = required_text(table, "differs");
    const TomlValue* const other = table.find("as");
    const bool uncounted = table.has("uncounted");
    if (uncounted) {
      read_reason(table, one);
    } else if (other != nullptr) {
      aliases_.push_back({static_cast<std::uint32_t>(book_.indicators.size()),
                          std::string(other->text), place_name(table.errors().path(), other->place),
                          own_differs});
    } else {
      read_counting(table, one);
    }
    table.finish();
    add(table, std::move(one));
  }

  void read_target(TableReader& table, Indicator& one) {
    one.target = table.number("target");
    if (const auto per = table.integer("per")) {
      one.per = static_cast<std::uint32_t>(*per);
      if (*per != 100 && *per != 1000) {
        table.fail(table.find("per")->place, "per应为100或1000", "per is 100 or 1000");
      }
    }
    if (one.target && one.direction == Direction::kNone) {
      table.fail(table.place(), "有target而没有direction", "there is a target and no direction");
    }
  }

  // A reason of its own, or the name of one that many share.
  void read_reason(TableReader& table, Indicator& one) {
    const TomlValue* value = table.find("uncounted");
    if (value->kind != TomlKind::kString) {
      one.uncounted = required_text(table, "uncounted");
      return;
    }
    const auto index = table.word(*value, {"理由", "reason"}, reason_names_);
    if (index) one.uncounted = reasons_.find(reason_names_[*index])->second;
  }

  void read_counting(TableReader& table, Indicator& one) {
    one.unit = static_cast<IndicatorUnit>(choice(table, "unit", {"单位", "unit"}, kUnits, 0));
    one.counted = static_cast<Counted>(choice(table, "counts", {"计数", "counts"}, kCounted, 0));
    one.filter = static_cast<SubjectFilter>(choice(table, "of", {"对象", "of"}, kFilters, 0));
    one.population = table.has("population") ? read_population(table) : population_;
    one.absent_passes = table.boolean("absent_passes").value_or(false);
    one.bound = table.boolean("bound").value_or(false);
    if (const TomlValue* value = table.find("fact")) {
      const std::vector<std::string_view> ids = chart_fact_ids();
      const auto index = table.word(*value, {"事实", "fact"}, ids);
      if (index) one.fact = static_cast<ChartFact>(*index);
      return;
    }
    if (const auto grade = table.text("grade")) {
      one.grade = *grade;
      one.uncounted = kNoSheet;
      return;
    }
    if (table.require("checks") == nullptr) return;
    for (const TomlValue* value : table.texts("checks")) read_match(table, *value, one.matches);
    for (const TomlValue* value : table.texts("also")) read_match(table, *value, one.also);
    check_across(table, one);
  }

  // What checks across charts say names its subjects in words only.
  void check_across(TableReader& table, const Indicator& one) {
    const auto across = [&](const IndicatorMatch& match) {
      return catalog_.entries()[match.check].emit != nullptr;
    };
    const bool some = std::any_of(one.matches.begin(), one.matches.end(), across);
    const bool subjects = one.unit == IndicatorUnit::kSubject && one.matches.size() > 1;
    const bool narrowed = one.filter != SubjectFilter::kAll || !one.also.empty();
    if ((some && (subjects || narrowed)) || std::any_of(one.also.begin(), one.also.end(), across)) {
      table.fail(table.place(), "跨病历的检查不能与其他检查逐项合并，也不能筛选对象",
                 "a check across charts cannot be joined by subject with others, nor narrowed");
    }
  }

  std::vector<StayTrait> read_population(TableReader& table) {
    std::vector<StayTrait> traits;
    const std::vector<std::string_view> ids = stay_trait_ids();
    for (const TomlValue* value : table.texts("population")) {
      const auto index = table.word(*value, {"病历范围", "population"}, ids);
      if (index) traits.push_back(static_cast<StayTrait>(*index));
    }
    return traits;
  }

  // "check", "check/message", "check#detail"
  void read_match(TableReader& table, const TomlValue& value, std::vector<IndicatorMatch>& out) {
    const std::string_view text = value.text;
    const std::size_t end = std::min(text.find_first_of("/#"), text.size());
    TomlValue name = value;
    name.text = text.substr(0, end);
    const auto check = catalog_.index_of(name.text);
    if (!check) {
      table.word(name, {"检查", "check"}, check_ids_);
      return;
    }
    const bool message = end < text.size() && text[end] == '/';
    IndicatorMatch match{*check, std::string(text.substr(message ? end + 1 : end))};
    if (message) {
      std::vector<std::string_view> ids;
      for (const MessageInfo& info : catalog_.entries()[*check].info.messages)
        ids.push_back(info.id);
      name.text = match.which;
      table.word(name, {"消息", "message"}, ids);
    }
    out.push_back(std::move(match));
  }

  void add(TableReader& table, Indicator one) {
    const auto same = [&](const Indicator& other) { return other.id == one.id; };
    if (std::any_of(book_.indicators.begin(), book_.indicators.end(), same)) {
      table.fail(table.find("id")->place, "已有指标" + one.id, "there is an indicator " + one.id);
    }
    book_.indicators.push_back(std::move(one));
  }

  TableReader file_;
  const Catalog& catalog_;
  const Reasons& reasons_;
  IndicatorBook& book_;
  std::vector<Alias>& aliases_;
  std::vector<std::string_view> check_ids_, reason_names_;
  std::vector<StayTrait> population_;  // Where an indicator names none.
};

// "checks/indicators/cn-records-2021.toml" is cn-records-2021.
std::string name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash != path.npos) path.remove_prefix(slash + 1);
  if (path.ends_with(kEnding)) path.remove_suffix(kEnding.size());
  return std::string(path);
}

// Reads the files of a run, the built-in ones first.
class BookReader {
 public:
  explicit BookReader(const Catalog& catalog) : catalog_(catalog) {}

  std::optional<Error> read_reasons() {
    const EmbeddedFile* file = find_embedded_file(kReasons);
    const Result<TomlValue> root = parse_toml(std::string(kReasons), file->text);
    if (!root) return root.error();
    TomlErrors errors{std::string(kReasons)};
    for (const TomlMember& member : root->members) {
      TableReader reason(member.value, member.place, errors);
      reasons_[std::string(member.key)] = {std::string(reason.required_text("zh")),
                                           std::string(reason.required_text("en"))};
    }
    return errors.first();
  }

  std::optional<Error> read(const std::string& path, std::string_view text) {
    const Result<TomlValue> root = parse_toml(path, text);
    if (!root) return root.error();
    TomlErrors errors(path);
    IndicatorSet set;
    set.id = name_of(path);
    SetReader(TableReader(*root, root->place, errors), catalog_, reasons_, book_, aliases_)
        .read(std::move(set));
    return errors.first();
  }

  // Gives each alias what the other one counts; that may be one itself.
  std::optional<Error> resolve() {
    while (!aliases_.empty()) {
      std::vector<Alias> left;
      for (Alias& alias : aliases_) {
        const auto other = std::find_if(book_.indicators.begin(), book_.indicators.end(),
                                        [&](const Indicator& one) { return one.id == alias.of; });
        if (other == book_.indicators.end()) {
          return Error{alias.where + ": 没有可引用的指标" + alias.of,
                       alias.where + ": no indicator to count as: " + alias.of,
                       {}};
        }
        const bool waits = std::any_of(aliases_.begin(), aliases_.end(), [&](const Alias& waiting) {
          return book_.indicators[waiting.indicator].id == other->id;
        });
        if (waits) {
          left.push_back(std::move(alias));
        } else {
          take_over(*other, book_.indicators[alias.indicator], alias.own_differs);
        }
      }
      if (left.size() == aliases_.size()) {
        return Error{left.front().where + ": 指标互相引用", left.front().where + ": a circle", {}};
      }
      aliases_ = std::move(left);
    }
    return std::nullopt;
  }

  // The sets with these names and their indicators.
  IndicatorBook pick(const std::vector<std::string>& names) {
    IndicatorBook picked;
    for (const std::string& name : names) {
      const auto set = std::find_if(book_.sets.begin(), book_.sets.end(),
                                    [&](const IndicatorSet& one) { return one.id == name; });
      const auto number = static_cast<std::uint32_t>(set - book_.sets.begin());
      for (const Indicator& one : book_.indicators) {
        if (one.set != number) continue;
        picked.indicators.push_back(one);
        picked.indicators.back().set = static_cast<std::uint32_t>(picked.sets.size());
      }
      picked.sets.push_back(*set);
    }
    return picked;
  }

 private:
  static void take_over(const Indicator& from, Indicator& to, bool own_differs) {
    Indicator taken = from;
    taken.id = std::move(to.id);
    taken.set = to.set;
    taken.article = std::move(to.article);
    taken.code = std::move(to.code);
    taken.title = std::move(to.title);
    if (to.direction != Direction::kNone) taken.direction = to.direction;
    taken.target = to.target;
    if (to.per != 100) taken.per = to.per;
    if (own_differs) taken.differs = std::move(to.differs);
    to = std::move(taken);
  }

  const Catalog& catalog_;
  Reasons reasons_;
  IndicatorBook book_;
  std::vector<Alias> aliases_;
};

const EmbeddedFile* embedded_set(std::string_view name) {
  return find_embedded_toml(kFolder, name);
}

}  // namespace

std::vector<std::string_view> built_in_indicator_sets() { return embedded_toml_names(kFolder); }

Result<IndicatorBook> load_indicators(const std::vector<std::string>& names, const Catalog& catalog,
                                      const ReadIndicators& read_file) {
  BookReader reader(catalog);
  if (auto error = reader.read_reasons()) return *error;
  const std::vector<std::string_view> built_in = built_in_indicator_sets();
  for (const std::string_view name : built_in) {
    const EmbeddedFile& file = *embedded_set(name);
    if (auto error = reader.read(std::string(file.path), file.text)) return *error;
  }
  std::vector<std::string> wanted;
  for (const std::string& name : names) {
    if (std::find(wanted.begin(), wanted.end(), name_of(name)) != wanted.end()) continue;
    wanted.push_back(name_of(name));
    if (embedded_set(name) != nullptr) continue;
    Result<std::string> text = read_file(name);
    if (!text) {
      Error error = text.error();
      error.zh += did_you_mean_zh(name, built_in);
      error.en += did_you_mean_en(name, built_in);
      return error;
    }
    if (auto error = reader.read(name, *text)) return *error;
  }
  if (auto error = reader.resolve()) return *error;
  return reader.pick(wanted);
}

bool grade_by(IndicatorBook& book, const ScoreSheet& sheet) {
  const auto& kinds = sheet.encounters;
  if (std::find(kinds.begin(), kinds.end(), EncounterKind::kInpatient) == kinds.end()) return false;
  bool some = false;
  for (Indicator& one : book.indicators) {
    if (one.grade.empty() || !sheet.grade_of(one.grade)) continue;
    some = true;
    one.uncounted = {};
    one.differs.zh = "按“" + sheet.title.zh + "”：" + one.differs.zh;
    one.differs.en = "By the \"" + sheet.title.en + "\": " + one.differs.en;
  }
  if (some) book.sheet = sheet;
  return some;
}

std::string_view id(IndicatorUnit unit) { return kUnits[static_cast<std::size_t>(unit)]; }

std::string_view id(Direction direction) {
  return kDirections[static_cast<std::size_t>(direction)];
}

}  // namespace emrlint
