// SPDX-License-Identifier: Apache-2.0
#include "reader/input.h"

#include <doctest/doctest.h>
#include <unistd.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace emrlint {
namespace {

namespace fs = std::filesystem;

// A folder of its own for one test, gone afterwards.
class Folder {
 public:
  Folder()
      : path_(fs::temp_directory_path() /
              ("emrlint-input-" + std::to_string(getpid()) + '-' + std::to_string(++count_))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void file(const std::string& name, std::string_view text) const {
    const fs::path path = path_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  std::string operator/(const std::string& name) const { return path_ / name; }
  std::string path() const { return path_; }

 private:
  inline static int count_ = 0;
  fs::path path_;
};

std::string cda(std::string_view stay, std::string_view patient = {}, std::size_t padding = 0) {
  std::string text = "<?xml version=\"1.0\"?>\n<ClinicalDocument><realmCode code=\"CN\"/>";
  text += "<!--" + std::string(padding, '-') + "-->";
  if (!stay.empty()) {
    text += "<id extension=\"" + std::string(stay) + "\" root=\"2.16.156.10011.1.12\"/>";
  }
  if (!patient.empty()) {
    text += "<id root='2.16.156.10011.1.13' extension='" + std::string(patient) + "'/>";
  }
  return text + std::string(5000, ' ') + "</ClinicalDocument>";
}

std::string chart(std::string_view key, bool complete = true) {
  return "{\"format\": \"emrlint-chart/1\",\n \"chart\": \"" + std::string(key) +
         "\", \"complete\": " + (complete ? "true" : "false") + "}";
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// One line a unit: its files by name, with the text of those that are a part of a file only.
std::vector<std::string> plan(std::vector<std::string> paths, Limits limits = {}) {
  InputOptions options;
  options.paths = std::move(paths);
  options.limits = limits;
  Inputs inputs(std::move(options));
  std::vector<std::string> units;
  while (const auto unit = inputs.next()) {
    std::string shown;
    for (const Problem& problem : unit->problems) shown += "!" + problem.id;
    for (const InputFile& file : unit->files) {
      if (!shown.empty()) shown += ' ';
      shown += fs::path(file.uri).filename();
      if (file.text && *file.text != bytes_of(file.path)) {
        shown += ":" + std::to_string(file.first_line) + "=" + *file.text;
      }
    }
    if (unit->folder) shown += " folder";
    if (unit->gaps) shown += " gaps";
    if (unit->bulk) shown += " bulk";
    units.push_back(shown);
  }
  return units;
}

using Units = std::vector<std::string>;

TEST_CASE("the documents of a folder are grouped by stay, in order of their names") {
  const Folder folder;
  folder.file("a.xml", cda("ZY1", "P1"));
  folder.file("b.xml", cda("ZY2", "P2"));
  folder.file("c.xml", cda("ZY1"));
  folder.file("d.xml", cda("", "P2"));
  folder.file("e.xml", cda("", ""));
  folder.file("deep/f.xml", cda("ZY1"));
  folder.file(".hidden.xml", cda("ZY1"));
  folder.file(".git/x.xml", cda("ZY1"));
  CHECK(plan({folder.path()}) ==
        Units{"a.xml c.xml folder", "b.xml d.xml folder", "e.xml folder", "f.xml folder"});
}

TEST_CASE("a document that names nobody belongs to the only stay of its folder") {
  const Folder folder;
  folder.file("a.xml", cda("ZY1"));
  folder.file("b.xml", cda("", ""));
  CHECK(plan({folder.path()}) == Units{"a.xml b.xml folder"});
}

TEST_CASE("the stay is found behind a long prolog, under its misspelt root, and in GB18030") {
  const Folder folder;
  folder.file("a.xml", cda("ZY1", "", 9000));
  folder.file("b.xml",
              "<ClinicalDocument><realmCode code='CN'/>"
              "<id root='2.16.165.10011.1.12' extension='ZY1'/></ClinicalDocument>");
  folder.file("c.xml",
              "<?xml version='1.0' encoding='GB2312'?><ClinicalDocument>"
              "<title>\xC8\xEB\xD4\xBA\xBC\xC7\xC2\xBC</title>"
              "<id root='2.16.156.10011.1.12' extension='ZY1'/></ClinicalDocument>");
  CHECK(plan({folder.path()}) == Units{"a.xml b.xml c.xml folder"});
}

TEST_CASE("foreign documents are grouped by the patient with the root of his id") {
  const auto ccda = [](std::string_view root, std::string_view extension) {
    return "<ClinicalDocument><realmCode code='US'/><recordTarget><patientRole>\n<id root='" +
           std::string(root) + "' extension='" + std::string(extension) + "'/>";
  };
  const Folder folder;
  folder.file("a.xml", ccda("1.2", "7"));
  folder.file("b.xml", ccda("1.3", "7"));
  folder.file("c.xml", ccda("1.2", "7"));
  CHECK(plan({folder.path()}) == Units{"a.xml c.xml folder", "b.xml folder"});
}

TEST_CASE("a chart file joins the documents of its stay, whole or not") {
  const Folder folder;
  folder.file("a.xml", cda("ZY1"));
  folder.file("b.xml", cda("", "P1"));
  folder.file("chart.json", chart("ZY1", false));
  folder.file("other.json", chart("ZY2", false));
  folder.file("whole.json", chart("ZY1", true));
  folder.file("whole2.json", chart("ZY2", true));
  CHECK(plan({folder.path()}) ==
        Units{"a.xml chart.json whole.json folder", "b.xml folder", "other.json", "whole2.json"});
}

TEST_CASE("chart files of one name stay apart") {
  const Folder folder;
  folder.file("a.json", chart("ZY1", false));
  folder.file("b.json", chart("ZY1", false));
  CHECK(plan({folder.path()}) == Units{"a.json", "b.json"});
}

TEST_CASE("FHIR: bundles alone, the lines of a bulk export together") {
  const Folder folder;
  folder.file("Condition.ndjson", "{\"resourceType\":\"Condition\"}\n");
  folder.file("Patient.ndjson", "{\"resourceType\":\"Patient\"}\n{\"resourceType\":\"Patient\"}\n");
  folder.file("bundle.json", "{\"resourceType\":\"Bundle\"}");
  CHECK(plan({folder.path()}) == Units{"Condition.ndjson Patient.ndjson bulk", "bundle.json"});
  CHECK(plan({folder / "Condition.ndjson"}) == Units{"Condition.ndjson bulk"});
}

TEST_CASE("chart NDJSON is one unit a line, blank lines aside") {
  const std::string one = R"({"format":"emrlint-chart/1","chart":"A"})";
  const std::string two = R"({"format":"emrlint-chart/1","chart":"B"})";
  const Folder folder;
  folder.file("charts.json", one + "\r\n\n" + two);
  folder.file("one.ndjson", two + "\n");
  CHECK(plan({folder.path()}) ==
        Units{"charts.json:1=" + one + "\r", "charts.json:3=" + two, "one.ndjson:1=" + two});
}

TEST_CASE("lines longer than a block, and lines in gzip") {
  const std::string one = R"({"format":"emrlint-chart/1","x":")" + std::string(700000, 'x') + "\"}";
  const Folder folder;
  folder.file("a.jsonl", one + "\n" + one + "\n");
  gzFile packed = gzopen((folder / "b.jsonl.gz").c_str(), "wb");
  REQUIRE(packed != nullptr);
  for (int i = 0; i < 2; ++i)
    gzputs(packed, R"({"format":"emrlint-chart/1"})"
                   "\n");
  gzclose(packed);
  CHECK(plan({folder / "a.jsonl"}) == Units{"a.jsonl:1=" + one, "a.jsonl:2=" + one});
  CHECK(plan({folder / "b.jsonl.gz"}) == Units{R"(b.jsonl.gz:1={"format":"emrlint-chart/1"})",
                                               R"(b.jsonl.gz:2={"format":"emrlint-chart/1"})"});
}

TEST_CASE("a line over the limit is a problem, the next ones are read") {
  const std::string good = R"({"format":"emrlint-chart/1"})";
  const Folder folder;
  folder.file("a.ndjson", good + "\n" + std::string(900000, '{') + "\n" + good);
  Limits limits;
  limits.bytes = 400000;
  CHECK(plan({folder / "a.ndjson"}, limits) ==
        Units{"a.ndjson:1=" + good, "!file-too-large", "a.ndjson:3=" + good});
}

TEST_CASE("what is no record is passed over in a folder, and read when named") {
  const Folder folder;
  folder.file("a.xml", cda("ZY1"));
  folder.file("notes.txt", "hello");
  folder.file("scan.png", std::string_view("\x89PNG\0\0", 6));
  folder.file("style.xsl", "<xsl:stylesheet/>");
  folder.file("package.json", "{\"name\":\"x\"}");
  InputOptions options;
  options.paths = {folder.path()};
  Inputs inputs(options);
  REQUIRE(inputs.next());
  CHECK_FALSE(inputs.next());
  CHECK(inputs.skipped() == 4);
  CHECK(inputs.skipped_examples().size() == 4);
  CHECK(plan({folder / "notes.txt", folder / "scan.png"}) == Units{"notes.txt", "scan.png"});
}

TEST_CASE("a record in a folder that can't be read is a unit all the same") {
  const Folder folder;
  folder.file("empty.xml", "");
  folder.file("noise.json", std::string_view("\0\1\2\3\0\0", 6));
  CHECK(plan({folder.path(), folder / "missing.xml"}) ==
        Units{"empty.xml", "noise.json", "missing.xml"});
}

TEST_CASE("a record that can't be read is one of the only stay of its folder") {
  const Folder folder;
  folder.file("a.xml", cda("ZY1"));
  folder.file("b.xml", "");
  CHECK(plan({folder.path()}) == Units{"a.xml folder gaps", "b.xml"});
  // Of several stays nobody can tell whose it is.
  folder.file("c.xml", cda("ZY2"));
  CHECK(plan({folder.path()}) == Units{"a.xml folder", "b.xml", "c.xml folder"});
}

TEST_CASE("paths come in the order given") {
  const Folder folder;
  folder.file("b/1.xml", cda("ZY1"));
  folder.file("a/2.xml", cda("ZY2"));
  folder.file("a/sub/3.xml", cda("ZY3"));
  folder.file("c.json", chart("ZY4"));
  CHECK(plan({folder / "c.json", folder / "b", folder / "a"}) ==
        Units{"c.json", "1.xml folder", "2.xml folder", "3.xml folder"});
  CHECK(plan({folder.path()}) == Units{"c.json", "2.xml folder", "3.xml folder", "1.xml folder"});
}

}  // namespace
}  // namespace emrlint
