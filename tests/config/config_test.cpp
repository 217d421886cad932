// SPDX-License-Identifier: Apache-2.0
#include "config/config.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "codes/code_tables.h"
#include "codes/codes_support.h"
#include "config/glob.h"

namespace emrlint {
namespace {

constexpr Option<Duration> kLimit{"limit", Duration(60), "时限", "limit"};
constexpr Option<WordList> kWords{"words", {"甲|乙"}, "词语", "words"};
constexpr Option<int> kCount{"count", 3, "次数", "count"};
constexpr OptionInfo kOptions[] = {kLimit, kWords, kCount};

Catalog test_catalog() {
  Catalog catalog = [] {
    auto built_in = Catalog::built_in();
    REQUIRE_MESSAGE(built_in.ok(), (built_in.ok() ? "" : built_in.error().en));
    return std::move(*built_in);
  }();
  for (const std::string_view id : {"test-late", "test-missing"}) {
    const Check check{{.id = id, .severity = Severity::kWarning, .options = kOptions},
                      [](const Chart&, const Options&, Report&) {}};
    REQUIRE_FALSE(catalog.add_native(check, std::string(kBuiltIn)));
  }
  return catalog;
}

const Catalog& catalog() {
  static const Catalog kCatalog = test_catalog();
  return kCatalog;
}

using Files = std::map<std::string, std::string>;

Result<Config> load(std::string text, const Files& files = {}) {
  return Config::load(catalog(), "conf/emrlint.toml", std::move(text),
                      [&](const std::string& path) -> Result<std::string> {
                        const auto it = files.find(path);
                        if (it == files.end()) return Error{"无" + path, "no file " + path, {}};
                        return it->second;
                      });
}

Config loaded(std::string text, const Files& files = {}) {
  Result<Config> config = load(std::move(text), files);
  REQUIRE_MESSAGE(config.ok(), (config.ok() ? "" : config.error().en));
  return std::move(*config);
}

std::string error_of(std::string text, const Files& files = {}) {
  const Result<Config> config = load(std::move(text), files);
  REQUIRE_FALSE(config.ok());
  return config.error().en;
}

const CheckSetting& setting(const Config& config, std::string_view id, const Chart& chart = {},
                            std::string_view uri = "") {
  return config.settings_for(chart, uri)[*catalog().index_of(id)];
}

TEST_CASE("globs") {
  struct Case {
    std::string_view pattern, text;
    bool fits;
  };
  for (const auto& [pattern, text, fits] :
       {Case{"timeliness-*", "timeliness-x", true}, Case{"timeliness-*", "periop-x", false},
        Case{"*-x", "a-x-x", true}, Case{"内科", "内科", true}, Case{"?科", "内科", true},
        Case{"*", "", true}, Case{"", "a", false}, Case{"a*b*c", "aXbXc", true},
        Case{"a*b*c", "aXbX", false}}) {
    const auto& shown_pattern = pattern;
    CAPTURE(shown_pattern);
    const auto& shown_text = text;
    CAPTURE(shown_text);
    CHECK(glob_match(pattern, text) == fits);
  }
}

TEST_CASE("without a configuration the realm of the chart chooses the profile") {
  const Config config = loaded("");
  Chart chart;
  CHECK(config.profile_for(chart) == "cn-national");
  CHECK_FALSE(setting(config, "test-late", chart).enabled);
  CHECK(setting(config, "timeliness-admission-record-24h", chart).enabled);
  chart.documents.emplace_back().format = Format::kFhir;
  CHECK(config.profile_for(chart) == "international");
  CHECK_FALSE(setting(config, "timeliness-admission-record-24h", chart).enabled);
  chart.realm = Realm::kChina;
  CHECK(config.profile_for(chart) == "cn-national");
  chart.realm = Realm::kOther;
  CHECK(config.profile_for(chart) == "international");
}

TEST_CASE("settings apply whichever profile the realm chooses") {
  const Config config = loaded(
      "[check.coding-principal-missing]\nseverity = \"note\"\n"
      "[check.\"duplication-*\"]\nseverity = \"off\"\n");
  for (const Realm realm : {Realm::kChina, Realm::kOther}) {
    Chart chart;
    chart.realm = realm;
    CHECK(setting(config, "coding-principal-missing", chart).severity == Severity::kNote);
    CHECK_FALSE(setting(config, "duplication-progress-notes", chart).enabled);
  }
}

TEST_CASE("options have the type of their declaration") {
  const Config config = loaded(
      "checks = [\"test-*\"]\n[check.test-late]\nlimit = \"36h\"\nwords = [\"丙\"]\ncount = 5\n");
  const Options& options = setting(config, "test-late").options;
  CHECK(options[kLimit] == Duration(36 * 60));
  CHECK(options[kWords].joined == "丙");
  CHECK(options[kCount] == 5);
  CHECK(setting(config, "test-missing").options[kLimit] == Duration(60));
}

TEST_CASE("files are extended in order, the last word counts") {
  const Files files = {
      {"conf/hospital.toml",
       "extends = [\"ward.toml\"]\n[check.test-late]\nseverity = \"note\"\ncount = 7\n"},
      {"conf/ward.toml",
       "checks = [\"test-late\"]\n[check.test-late]\ncount = 8\nlimit = \"2h\"\n"}};
  const Config config = loaded(
      "extends = [\"cn-national\", \"hospital.toml\"]\n"
      "[check.test-late]\nseverity = \"error\"\n",
      files);
  const CheckSetting& late = setting(config, "test-late");
  CHECK(late.enabled);
  CHECK(late.severity == Severity::kError);
  CHECK(late.options[kCount] == 7);
  CHECK(late.options[kLimit] == Duration(120));
  CHECK_FALSE(setting(config, "test-missing").enabled);
  CHECK(setting(config, "coding-principal-missing").enabled);
  Chart foreign;
  foreign.realm = Realm::kOther;
  CHECK(config.profile_for(foreign) == "cn-national");
}

TEST_CASE("overrides apply to charts that fit") {
  const Config config = loaded(R"(
checks = ["test-*"]
[[override]]
when = { department = "*ICU*", disease = ["I21", "I22"] }
[override.check.test-late]
limit = "1h"
[[override]]
when = { document = "death-record", path = "*/archive/*" }
check.test-missing.severity = "off"
)");
  Chart chart;
  CHECK(setting(config, "test-late", chart).options[kLimit] == Duration(60));
  chart.encounter.department.value = "急诊ICU";
  CHECK(setting(config, "test-late", chart).options[kLimit] == Duration(60));
  chart.diagnoses.emplace_back().code.value = "I22.900";
  CHECK(setting(config, "test-late", chart).options[kLimit] == Duration(3600 / 60));
  CHECK(setting(config, "test-missing", chart, "x/archive/1").enabled);
  chart.documents.emplace_back().type = DocType::kDeathRecord;
  CHECK(setting(config, "test-missing", chart).enabled);
  CHECK_FALSE(setting(config, "test-missing", chart, "x/archive/1").enabled);
}

TEST_CASE("the command line selects checks") {
  Config config = loaded("checks = [\"test-late\"]\n");
  config.select = {"test-*"};
  CHECK(setting(config, "test-late").enabled);
  CHECK_FALSE(setting(config, "test-missing").enabled);
  Config named = loaded("checks = [\"test-late\"]\n");
  named.select = {"test-missing"};
  CHECK_FALSE(setting(named, "test-late").enabled);
  CHECK(setting(named, "test-missing").enabled);
}

TEST_CASE("checks that are loaded from elsewhere run, unless a file disables them") {
  Catalog own = test_catalog();
  const Check check{{.id = "own-check"}, [](const Chart&, const Options&, Report&) {}};
  REQUIRE_FALSE(own.add_native(check, "hospital.so"));
  const std::size_t index = *own.index_of("own-check");
  const auto enabled = [&](std::string text, std::vector<std::string> select) {
    Result<Config> config = Config::load(own, "emrlint.toml", std::move(text), nullptr);
    REQUIRE_MESSAGE(config.ok(), (config.ok() ? "" : config.error().en));
    config->select = std::move(select);
    return config->settings_for({}, "")[index].enabled;
  };
  CHECK(enabled("", {}));
  CHECK(enabled("extends = \"cn-national\"", {"own-*"}));
  CHECK_FALSE(enabled("", {"coding-*"}));
  CHECK_FALSE(enabled("disable = [\"own-*\"]", {}));
}

TEST_CASE("disable takes checks away again") {
  const Config config = loaded("checks = [\"test-*\"]\ndisable = [\"test-late\"]\n");
  CHECK_FALSE(setting(config, "test-late").enabled);
  CHECK(setting(config, "test-missing").enabled);
}

TEST_CASE("an error points and guesses what was meant") {
  struct Case {
    std::string_view text, message;
  };
  for (const auto& [text, message] : {
           Case{"extend = []", "1:1: unknown key \"extend\"; did you mean \"extends\"?"},
           Case{"[check.test-lat]",
                "1:8: there is no check \"test-lat\"; did you mean \"test-late\"?"},
           Case{"checks = [\"test-lat\"]",
                "1:11: there is no check \"test-lat\"; did you mean \"test-late\"?"},
           Case{"[check.test-late]\nlimits = 3",
                "2:1: unknown key \"limits\"; did you mean \"limit\"?"},
           Case{"[check.test-late]\nlimit = 3",
                "2:9: limit must be a duration such as \"24h\" or \"7d\""},
           Case{"[check.test-late]\nwords = [\"a|b\"]",
                "2:9: words must be an array of words without \"|\""},
           Case{"[check.test-late]\ncount = -1", "2:9: count must be a whole number, not negative"},
           Case{"[check.test-late]\nseverity = \"warn\"",
                "2:12: there is no severity \"warn\"; use one of: error, warning, note, "
                "off"},
           Case{"[check.\"test-*\"]\nlimit = \"1h\"", "2:1: unknown key \"limit\""},
           Case{"check.test-late = 3", "1:7: write it as [check.test-late]"},
           Case{"[override]", "1:1: write it as [[override]]"},
           Case{"[[override]]\nwhen = { departement = \"x\" }",
                "2:10: unknown key \"departement\"; did you mean \"department\"?"},
           Case{"[[override]]", "1:1: when is missing"},
           Case{"[tables]\ncalender = \"c.csv\"",
                "2:1: unknown key \"calender\"; did you mean \"calendar\"?"},
           Case{"[tables]\ncalendar = \"c.csv\"", "2:12: no file conf/c.csv"},
           Case{"[codes]\nfile = \"c.codes\"",
                "2:1: unknown key \"file\"; did you mean \"files\"?"},
           Case{"[codes]\nfiles = [\"c.codes\"]", "2:10: cannot read conf/c.codes"},
           Case{"[chart]\npaper = [\"checklist\"]",
                "2:10: there is no kind of paper \"checklist\"; did you mean \"checklists\"?"},
           Case{"[score]\nsheet = \"ours.toml\"",
                "2:1: unknown key \"sheet\"; did you mean \"sheets\"?"},
           Case{"[score]\nsheets = [\"cn-generic-100\", \"cn-zhejiang-2020\"]",
                "2:29: there is no built-in sheet \"cn-zhejiang-2020\" (one of your own is a "
                ".toml file); did you mean \"cn-zhejiang-2021\"?"},
           Case{"[score]\nsheets = [\"ours.toml\"]", "2:11: no file conf/ours.toml"},
           Case{"[[waiver]]\ncheck = \"test-late\"", "1:1: chart or fingerprint is missing"},
           Case{"[[waiver]]\ncheck = \"test-late\"\nchart = \"ZY1\"\nby = \"李四\"\nuntil = "
                "2026-12-31",
                "1:1: reason is missing"},
           Case{"[[waiver]]\ncheck = \"test-late\"\nchart = \"ZY1\"\nreason = \"r\"\nby = "
                "\"李四\"\nuntil = \"soon\"",
                "6:9: until must be a date such as 2026-12-31"},
           Case{"extends = [\"gone.toml\"]",
                "1:12: there is no built-in profile and no file \"gone.toml\""},
       }) {
    const auto& shown_text = text;
    CAPTURE(shown_text);
    CHECK(error_of(std::string(text)) == "conf/emrlint.toml:" + std::string(message));
  }
  CHECK(error_of("x = [", {}).starts_with("conf/emrlint.toml:1:"));
}

TEST_CASE("working days are China's, or those of a table beside the file") {
  using namespace std::chrono_literals;
  CHECK(loaded("").tables().calendar().works(2024y / 9 / 29) == true);
  const Files files = {{"conf/c.csv", "date,day\n2024-09-29,rest\n"}};
  const Config config = loaded("[tables]\ncalendar = \"c.csv\"", files);
  CHECK(config.tables().calendar().works(2024y / 9 / 29) == false);
  CHECK(error_of("[tables]\ncalendar = \"c.csv\"", {{"conf/c.csv", "date,day\n2024,rest\n"}}) ==
        "conf/c.csv:2:1: column date: a date such as 2024-01-31 is expected, not \"2024\"");
}

TEST_CASE("code tables are those of the last file that names any, in their order") {
  const Files files = {{"conf/base.toml", "[codes]\nfiles = [\"x\"]\nregion = \"CN\"\n"}};
  std::vector<std::string> opened;
  const auto open = [&](const std::string& path) -> Result<CodeTable> {
    opened.push_back(path);
    return table_of("A00.000 霍乱\n");
  };
  const auto read = [&](const std::string& path) -> Result<std::string> { return files.at(path); };
  const Result<Config> config =
      Config::load(catalog(), "conf/emrlint.toml",
                   "extends = [\"base.toml\"]\n[codes]\nfiles = [\"a\", \"/b\"]\n", read, open);
  REQUIRE(config.ok());
  CHECK(opened == std::vector<std::string>{"conf/a", "/b"});
  CHECK(config->tables().codes().all().size() == 2);
  CHECK(config->tables().codes().region() == "CN");
  CHECK(loaded("").tables().codes().empty());
}

TEST_CASE("score sheets are those of the last file that names any, files beside it") {
  const Files files{{"conf/hospital.toml", "[score]\nsheets = [\"cn-generic-100\"]\n"},
                    {"conf/ours.toml", ""}};
  const Config config = loaded(
      "extends = [\"hospital.toml\"]\n[score]\nsheets = [\"cn-zhejiang-2021\", \"ours.toml\"]\n",
      files);
  CHECK(config.sheets == std::vector<std::string>{"cn-zhejiang-2021", "conf/ours.toml"});
  CHECK(loaded("extends = [\"hospital.toml\"]\n", files).sheets ==
        std::vector<std::string>{"cn-generic-100"});
  CHECK(loaded("").sheets.empty());
}

TEST_CASE("files that extend each other are refused") {
  const Files files = {{"conf/a.toml", "extends = [\"b.toml\"]"},
                       {"conf/b.toml", "extends = [\"a.toml\"]"}};
  CHECK(error_of("extends = [\"a.toml\"]", files) ==
        "conf/b.toml:1:12: extends leads back to this file");
}

TEST_CASE("every value has an origin") {
  const Config config = loaded(
      "checks = [\"test-*\"]\n[chart]\npaper = [\"checklists\"]\n[check.test-late]\nlimit = "
      "\"5d\"\n[check.test-missing]\nseverity = \"error\"\n[score]\nsheets = "
      "[\"cn-generic-100\"]\n[nightly]\nstore = \"/s\"\ntimeout = 9\nkeep = 40\n");
  CHECK(config.paper_checklists);
  const auto values = config.values();
  const auto line = [&](std::string_view key) -> std::string {
    const auto it = std::find_if(values.begin(), values.end(),
                                 [&](const ConfigValue& value) { return value.key == key; });
    return it == values.end() ? "" : it->value + " (" + it->origin + ")";
  };
  CHECK(line("checks") == "\"test-*\" (conf/emrlint.toml:1)");
  CHECK(line("chart.paper") == "[\"checklists\"] (conf/emrlint.toml:3)");
  CHECK(line("score.sheets") == "\"cn-generic-100\" (conf/emrlint.toml:9)");
  CHECK(line("nightly.store") == "\"/s\" (conf/emrlint.toml:11)");
  CHECK(line("nightly.timeout") == "9 (conf/emrlint.toml:12)");
  CHECK(line("nightly.keep") == "40 (conf/emrlint.toml:13)");
  CHECK(line("check.test-late.limit") == "\"5d\" (conf/emrlint.toml:5)");
  CHECK(line("check.test-late.severity") == "\"warning\" (default)");
  CHECK(line("check.test-late.words") == "[\"甲\", \"乙\"] (default)");
  CHECK(line("check.test-missing.severity") == "\"error\" (conf/emrlint.toml:7)");
  CHECK(line("check.coding-principal-missing.severity") == "\"off\" (in no profile)");
}

}  // namespace
}  // namespace emrlint
