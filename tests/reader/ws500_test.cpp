// SPDX-License-Identifier: Apache-2.0
// What the reader makes of shared documents (WS/T 500) with the oddities of real ones: header,
// people and places. The fixtures are invented.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "reader/ws500_read.h"

namespace emrlint {
namespace {

using ws500_test::ReadWs500;
using ws500_test::shown;

using Lines = std::vector<std::string>;

// "surgeon 手术者 D001 赵主任 2024-03-03 09:05"
Lines signatures(const Document& document) {
  Lines result;
  for (const Signature& signature : document.signatures) {
    std::string line(id(signature.role));
    for (const Text* text : {&signature.role_text, &signature.person.id, &signature.person.name}) {
      line += ' ' + (text->value.empty() ? std::string("-") : std::string(text->value));
    }
    result.push_back(line + ' ' + shown(signature.at));
  }
  return result;
}

Lines participants(const Document& document) {
  Lines result;
  for (const Participant& participant : document.participants) {
    result.push_back(std::string(id(participant.role)) + ' ' +
                     std::string(participant.person.name.value));
  }
  return result;
}

Lines invalid_times(const Document& document) {
  Lines result;
  for (const RawTime& raw : document.raw_times) {
    if (!raw.valid) result.push_back(std::string(raw.what) + '=' + std::string(raw.text.value));
  }
  return result;
}

std::string place(const HeaderClaims& header) {
  std::string result;
  for (const Text* part :
       {&header.institution, &header.ward, &header.department, &header.room, &header.bed}) {
    if (part != &header.institution) result += '/';
    result += part->value;
  }
  return result;
}

TEST_CASE("a document is recognised by code, template and title, whichever of them are right") {
  struct Case {
    std::string file;
    DocType type;
    std::string_view code, template_id, title, stay;
    EncounterKind kind;
  };
  const Case cases[] = {
      {"admission_record.xml", DocType::kAdmissionRecord, "C0034", "2.16.156.10011.2.1.1.54",
       "入院记录", "ZY240301", EncounterKind::kInpatient},
      {"front_page.xml", DocType::kFrontPage, "C0032", "", "住院病案首页", "ZY240302",
       EncounterKind::kInpatient},
      {"operation_record.xml", DocType::kOperationRecord, "C0009", "2.16.156.10011.2.1.1.54",
       "一般手术记录", "ZY240302", EncounterKind::kInpatient},
      {"orders_gb18030.xml", DocType::kInpatientOrders, "C0052", "2.16.156.10011.2.1.1.72",
       "住院医嘱", "ZY240302", EncounterKind::kInpatient},
      {"discussion_title_only.xml", DocType::kPreopDiscussion, "", "", "术前讨论", "ZY240302",
       EncounterKind::kInpatient},
      {"consent.xml", DocType::kOperationConsent, "C0026", "2.16.156.10011.2.1.1.46",
       "手术知情同意书", "ZY240302", EncounterKind::kInpatient},
      {"discharge_record.xml", DocType::kDischargeRecord, "C0049", "2.16.156.10011.2.1.1.69",
       "出院记录", "ZY240302", EncounterKind::kInpatient},
      {"lab_report_wrong_code.xml", DocType::kLabReport, "C0004", "2.16.156.10011.2.1.1.27",
       "检验报告", "MZ0099", EncounterKind::kOutpatient},
  };
  for (const Case& c : cases) {
    CAPTURE(c.file);
    const ReadWs500 read = ReadWs500::fixture(c.file);
    const Document& document = read.document();
    CHECK(read.out.problems.empty());
    CHECK(id(document.type) == id(c.type));
    CHECK(document.format == Format::kWs500);
    CHECK(document.type_code.value == c.code);
    CHECK(document.template_id.value == c.template_id);
    CHECK(document.title.value == c.title);
    CHECK(document.header.stay_id.value == c.stay);
    CHECK(read.chart().key == c.stay);
    CHECK(read.chart().realm == Realm::kChina);
    CHECK(read.chart().encounter.kind.value == c.kind);
    CHECK_FALSE(document.broken);
    CHECK(ws500_test::check_spans(read) > 90);
  }
}

TEST_CASE("a prefix of the namespace changes nothing: the header of an admission record") {
  const ReadWs500 read = ReadWs500::fixture("admission_record.xml");
  const Document& document = read.document();
  const HeaderClaims& header = document.header;
  CHECK(document.id.value == "EMR-1");
  CHECK(header.patient_id.value == "BA7001");
  CHECK(header.id_card.value == "000000000000000000");
  CHECK(header.name.value == "张三");
  REQUIRE(header.sex);
  CHECK(header.sex->value == Sex::kMale);
  CHECK(read.source(header.sex->span) == "1");
  CHECK(shown(header.birth) == "1960-01-02");
  CHECK(header.age.value == "64");
  CHECK(header.age_unit.value == "岁");
  CHECK(place(header) == "示例医院/七病区/心内科/12室/3床");
  CHECK(document.author.id.value == "D011");
  CHECK(document.author.name.value == "李一");
  CHECK(document.author.department.value == "示例医院");
  CHECK(shown(document.recorded) == "2024-03-01 09:30");
  CHECK(shown(document.generated) == "2024-03-03 12:00");
  CHECK(shown(read.chart().encounter.admitted) == "2024-03-01 08:15");
  CHECK_FALSE(read.chart().encounter.discharged.known());
  CHECK(signatures(document) == Lines{"chief 主任医师 D001 赵主任 2024-03-02 10:15",
                                      "unknown 接诊医师 D011 李一 2024-03-01 09:35",
                                      "resident 住院医师 D012 钱二 2024-03-01 09:36",
                                      "attending 主治医师 D005 孙三 2024-03-01 18:00"});
  CHECK(document.signatures[0].person.title == Title::kChief);
  CHECK(document.signatures[2].person.title == Title::kResident);
  CHECK(read.source(document.signatures[1].span).starts_with("<cda:authenticator>"));
  CHECK(participants(document) == Lines{"informant 王芳"});
  REQUIRE(document.related.size() == 1);
  CHECK(document.related[0].id.value == "EMR-0");
  CHECK(document.related[0].replaces);
  CHECK(read.chart().institution.name.value == "示例医院");
  CHECK(invalid_times(document).empty());
}

TEST_CASE("a front page without template, its stay number under a mistyped root") {
  const ReadWs500 read = ReadWs500::fixture("front_page.xml");
  const Document& document = read.document();
  CHECK(document.header.patient_id.value == "BA7002");
  CHECK(shown(document.header.birth) == "1955-12");
  CHECK(place(document.header) == "//普外科/5室/");
  CHECK(document.author.name.value == "钱二");
  CHECK_FALSE(document.recorded);
  CHECK(shown(read.chart().encounter.admitted) == "2024-03-02 09:10");
  CHECK(read.chart().encounter.admitted.best()->origin == Origin::kFrontPage);
  CHECK(shown(read.chart().encounter.discharged) == "2024-03-12");
  CHECK(signatures(document) == Lines{"director 科主任 - 周七 -",
                                      "chief 主任(副主任)医师 - 赵主任 -",
                                      "attending 主治医师 - 孙三 -", "resident 住院医师 - 钱二 -",
                                      "nurse 责任护士 - 吴八 -", "coder 编码员 - 郑九 -"});
  CHECK(invalid_times(document) ==
        Lines{"author/time=", "legalAuthenticator/time=", "authenticator/time=",
              "authenticator/time=", "authenticator/time=", "authenticator/time=",
              "authenticator/time="});
  bool mistyped = false;
  for (const OidUse& use : document.oids) {
    mistyped = mistyped || (use.identifier && use.oid.value == "2.16.165.10011.1.12");
  }
  CHECK(mistyped);
}

TEST_CASE("an operation record with an empty signing time and a template that is not its own") {
  const ReadWs500 read = ReadWs500::fixture("operation_record.xml");
  const Document& document = read.document();
  CHECK(document.author.name.value == "赵主任");
  CHECK(signatures(document) == Lines{"surgeon 手术者 D001 赵主任 -",
                                      "first-assistant 第一助手 D005 孙三 2024-03-03 16:05"});
  CHECK(participants(document) == Lines{"surgeon 赵主任", "first-assistant 孙三",
                                        "second-assistant 钱二", "scrub-nurse 吴八",
                                        "circulating-nurse 郑九"});
  REQUIRE(document.related.size() == 1);
  CHECK(document.related[0].id.value == "EMR-2");
  CHECK_FALSE(document.related[0].replaces);
  // Two of the five levels have no number; bed and room have nothing but their numbers.
  CHECK(place(document.header) == "示例医院/二病区/普外科/R12/B3");
  CHECK_FALSE(read.chart().encounter.admitted.known());
  CHECK(invalid_times(document) ==
        Lines{"legalAuthenticator/time=", "encompassingEncounter/effectiveTime=",
              "置管日期时间=2024030a"});
  for (const RawTime& raw : document.raw_times) {
    const std::string cut = read.source(raw.text.span);
    if (raw.what == "legalAuthenticator/time") CHECK(cut == "<time/>");
    if (raw.what == "encompassingEncounter/effectiveTime") CHECK(cut == "<effectiveTime/>");
  }
}

TEST_CASE("a discussion known by nothing but its title: meeting, host and members") {
  const ReadWs500 read = ReadWs500::fixture("discussion_title_only.xml");
  const Document& document = read.document();
  CHECK(shown(document.recorded) == "2024-03-03");
  CHECK(shown(document.held) == "2024-03-03 08:00");
  CHECK(place(document.header) == "示例医院////");
  CHECK(signatures(document) == Lines{"surgeon 手术者 D001 赵主任 2024-03-03 09:05",
                                      "anesthetist 麻醉医师 A002 冯十 2024-03-03 09:00",
                                      "unknown 医师签名 D012 钱二 2024-03-03 09:10"});
  CHECK(document.signatures[0].person.title == Title::kChief);
  // Several names in one person; a blank behind the code; who is only to be told is left out.
  CHECK(participants(document) ==
        Lines{"member 孙三", "member 钱二", "member 吴八", "host 周七", "recorder 钱二"});
  REQUIRE(document.padded_codes.size() == 1);
  CHECK(document.padded_codes[0].attribute == "typeCode");
  CHECK(document.padded_codes[0].written.value == "PRCP ");
  CHECK(read.source(document.padded_codes[0].written.span) == "PRCP ");
}

TEST_CASE("codes and roots are read without the blanks around them, each blank is noted once") {
  const ReadWs500 read(
      "<ClinicalDocument xmlns:xsi='x'><code code=' C0037' codeSystem='2.16.156.10011.2.4'/>"
      "<templateId root='2.16.156.10011.2.1.1.57 '/><recordTarget><patientRole>"
      "<id root=' 2.16.156.10011.1.12 ' extension='ZY1'/></patientRole></recordTarget>"
      "<component><structuredBody><component><section><code code='29548-5' codeSystem='1.2.3'/>"
      "<entry><observation classCode='OBS' moodCode='RQO '>"
      "<code code='DE06.00.221.00 ' codeSystem='2.16.156.10011.2.2.1 ' displayName='日期 '/>"
      "<value xsi:type='TS' nullFlavor=' NI'/></observation></entry>"
      "</section></component></structuredBody></component></ClinicalDocument>");
  const Document& document = read.document();
  CHECK(document.type == DocType::kFirstProgressNote);
  CHECK(document.header.stay_id.value == "ZY1");
  CHECK(document.template_id.value == "2.16.156.10011.2.1.1.57");
  REQUIRE(document.elements.size() == 1);
  const Element& element = document.elements[0];
  CHECK(element.id.value == "DE06.00.221.00");
  CHECK(read.source(element.id.span) == "DE06.00.221.00");
  CHECK(element.id_system == IdSystem::kDataElements);
  CHECK(element.name.value == "日期 ");  // No code.
  Lines noted;
  for (const PaddedCode& code : document.padded_codes) {
    noted.push_back(std::string(code.attribute) + "=" + read.source(code.written.span));
  }
  CHECK(noted == Lines{"code= C0037", "root=2.16.156.10011.2.1.1.57 ", "root= 2.16.156.10011.1.12 ",
                       "moodCode=RQO ", "code=DE06.00.221.00 ", "codeSystem=2.16.156.10011.2.2.1 ",
                       "nullFlavor= NI"});
}

TEST_CASE("in a consent patient and agent are told by their numbers and kinship") {
  const ReadWs500 read = ReadWs500::fixture("consent.xml");
  const Document& document = read.document();
  CHECK(signatures(document) == Lines{"resident 经治医师 D012 钱二 2024-03-03 08:10",
                                      "surgeon 手术者 D001 赵主任 2024-03-03 08:11",
                                      "patient - 000000000000000000 李四 2024-03-03 08:15",
                                      "agent - 000000000000000001 王五 2024-03-03 08:16"});
  CHECK(place(document.header) == "////");
  CHECK(document.author.department.value.empty());
}

TEST_CASE("a discharge record that nobody signed") {
  const ReadWs500 read = ReadWs500::fixture("discharge_record.xml");
  CHECK(read.document().signatures.empty());
  CHECK(read.document().author.name.value == "钱二");
  CHECK(shown(read.document().recorded) == "2024-03-12 10:00");
  CHECK(read.document().related.empty());
}

TEST_CASE("a laboratory report under the code of another document is an outpatient's") {
  const ReadWs500 read = ReadWs500::fixture("lab_report_wrong_code.xml");
  CHECK(signatures(read.document()) ==
        Lines{"reviewer 审核医师 J002 吕十二 2024-03-05 11:30", "executor 检验技师 J003 施十三 -"});
  CHECK(read.source(read.chart().encounter.kind.span) == "1");
  CHECK(invalid_times(read.document()) == Lines{"authenticator/time="});
}

TEST_CASE("GB18030 becomes the same document as UTF-8") {
  const ReadWs500 read = ReadWs500::fixture("orders_gb18030.xml");
  CHECK(read.document().header.name.value == "李四");
  CHECK(read.document().author.name.value == "钱二");
  CHECK(shown(read.chart().encounter.admitted) == "2024-03-02 09:10");
  CHECK(read.chart().encounter.admitted.best()->origin == Origin::kOrders);
}

}  // namespace
}  // namespace emrlint
