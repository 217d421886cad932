// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reader/ccda.h"
#include "reader/cda_body.h"
#include "reader/cda_header.h"
#include "reader/cda_walk.h"
#include "reader/readers.h"
#include "reader/ws500.h"
#include "source/utf8.h"
#include "syntax/tolerant_tree.h"
#include "syntax/xml.h"

namespace emrlint {
namespace {

constexpr std::string_view kFirstElements[] = {"realmCode", "templateId", "id",
                                               "code",      "title",      "effectiveTime"};
constexpr std::string_view kHeaderElements[] = {
    "recordTarget",  "author",      "informant",       "custodian",  "legalAuthenticator",
    "authenticator", "participant", "relatedDocument", "componentOf"};
constexpr std::string_view kBodyElements[] = {"section", "entry"};

Problem problem_at(const SourceFile& file, Span where, Problem::Kind kind, std::string id,
                   std::string zh, std::string en) {
  Problem problem;
  problem.kind = kind;
  problem.id = std::move(id);
  problem.zh = std::move(zh);
  problem.en = std::move(en);
  problem.uri = file.uri();
  problem.where = where;
  problem.located = true;
  return problem;
}

bool has_body(pugi::xml_node root, const CdaWalk& walk) {
  for (pugi::xml_node child = root.first_child(); child; child = child.next_sibling()) {
    if (walk.name(child) == CdaName::kComponent) return true;
  }
  return false;
}

// The document of one file while it is read.
class CdaReader {
 public:
  CdaReader(SourceFile& file, std::uint32_t index, const Limits& limits, ReadOutput& out)
      : file_(file), index_(index), limits_(limits), out_(out) {}

  void read() {
    if (too_many_elements()) return;
    XmlTree tree = XmlTree::parse(file_, index_);
    const std::optional<SyntaxError> error = tree.error();
    if (!tree.root()) tree = skip_prolog(std::move(tree));
    if (!is_document(tree)) return refuse(tree, error);
    read_document(tree, error);
  }

 private:
  // An element takes four bytes at least, so short texts need no count.
  bool too_many_elements() {
    const std::string_view text = file_.text();
    if (text.size() / 4 <= limits_.nodes) return false;
    const auto count = std::count(text.begin(), text.end(), '<');
    if (static_cast<std::uint64_t>(count) / 2 <= limits_.nodes) return false;
    out_.problems.push_back(problem_at(file_, {index_, 0, 0}, Problem::Kind::kLimit, "xml-elements",
                                       "元素过多，超出安全限制，文件未读取",
                                       "too many elements for the safety limit; the file was not "
                                       "read"));
    return true;
  }

  // A broken declaration or comment before the document need not cost the document.
  XmlTree skip_prolog(XmlTree tree) {
    const std::size_t name = file_.text().find("ClinicalDocument");
    const std::size_t begin = name == std::string_view::npos ? name : file_.text().rfind('<', name);
    if (begin == std::string_view::npos || name - begin > 64) return tree;
    const std::string_view prefix = file_.text().substr(begin + 1, name - begin - 1);
    return XmlTree::parse_part(file_, index_, static_cast<std::uint32_t>(begin),
                               static_cast<std::uint32_t>(file_.text().size()), prefix);
  }

  static bool is_document(const XmlTree& tree) {
    return tree.root() && cda_name(tree.strip(tree.root().name()), tree.buffer_end()) ==
                              CdaName::kClinicalDocument;
  }

  void refuse(const XmlTree& tree, const std::optional<SyntaxError>& error) {
    if (const pugi::xml_node deep = XmlTree::deeper_than(tree.root(), limits_.depth)) {
      report_depth(tree.name_span(deep));
    } else if (error) {
      report_error(*error, Problem::Kind::kUnreadable, "");
    } else {
      const Span where = tree.root() ? tree.name_span(tree.root()) : Span{index_, 0, 0};
      out_.problems.push_back(problem_at(file_, where, Problem::Kind::kNotARecord, "not-a-record",
                                         "XML文件不是病历文书（根元素不是ClinicalDocument）",
                                         "this XML is no medical document: its document element "
                                         "is not ClinicalDocument"));
    }
  }

  void read_document(const XmlTree& tree, const std::optional<SyntaxError>& error) {
    Chart chart;
    Document& document = chart.documents.emplace_back();
    document.span = tree.name_span(tree.root());
    document.broken = error.has_value();
    if (error) document.damage = place_of(*error);
    chart.span = document.span;
    reserve(document);
    CdaWalk walk(file_, tree, chart, limits_.depth);
    CdaBody body(walk);
    std::size_t recovered = 0;
    walk.attributes(tree.root());
    std::vector<pugi::xml_node> bodies;
    for (pugi::xml_node child = tree.root().first_child(); child; child = child.next_sibling()) {
      if (!read_header_element(walk, child)) bodies.push_back(child);
    }
    const bool recover = error && limits_.recover;
    TolerantTree own;
    TolerantTree& tolerant = limits_.tolerant == nullptr ? own : *limits_.tolerant;
    if (recover) tolerant.update(file_.text(), Syntax::kXml);
    if (recover && !has_body(tree.root(), walk)) {
      recovered += recover_header(walk, tree, tolerant, error->offset);
    }
    finish_header(walk);
    for (const pugi::xml_node component : bodies) body.read(component);
    if (recover) recovered += recover_body(walk, body, tree, tolerant, error->offset);
    if (document.format == Format::kWs500) {
      read_ws500_events(walk, body.entries());
    } else {
      read_ccda_events(walk, body.entries());
    }
    chart.sources.add(Source::kDocuments);
    chart.key = document.header.stay_id.value;
    if (error) report_broken(*error, recovered);
    report_references(document.span.begin);
    if (walk.too_deep()) report_depth(*walk.too_deep());
    out_.fragments.push_back(std::move(chart));
  }

  // Guesses from the usual density of CDA, so that the vectors seldom grow.
  void reserve(Document& document) const {
    const std::size_t bytes = file_.text().size();
    document.elements.reserve(bytes / 400 + 8);
    document.texts.reserve(bytes / 400 + 8);
    document.oids.reserve(bytes / 150 + 16);
    document.raw_times.reserve(bytes / 1000 + 16);
    document.sections.reserve(bytes / 800 + 8);
  }

  std::uint32_t find(std::string_view what, std::uint32_t from) const {
    const std::size_t at = file_.text().find(what, from);
    return static_cast<std::uint32_t>(std::min(at, file_.text().size()));
  }

  std::size_t recover_header(CdaWalk& walk, const XmlTree& tree, const TolerantTree& tolerant,
                             std::uint32_t broken) {
    // The same names stand in the body with other meanings, and "id" and "code" everywhere.
    const std::uint32_t body = find("structuredBody", broken);
    const std::uint32_t people = std::min({find("recordTarget", 0), find("<author", 0), body});
    std::size_t count = 0;
    const auto take = [&](std::uint32_t from, std::uint32_t to,
                          std::span<const std::string_view> names) {
      for (const TextRange& range : tolerant.elements(from, to, names)) {
        const XmlTree part =
            XmlTree::parse_part(file_, index_, range.begin, range.end, tree.prefix());
        if (part.error() || !part.root()) continue;
        walk.enter(part);
        read_header_element(walk, part.root());
        walk.enter(tree);
        ++count;
      }
    };
    if (broken < people) take(broken, people, kFirstElements);
    take(broken, body, kHeaderElements);
    return count;
  }

  std::size_t recover_body(CdaWalk& walk, CdaBody& body, const XmlTree& tree,
                           const TolerantTree& tolerant, std::uint32_t broken) {
    const std::uint32_t from = std::max(broken, find("structuredBody", 0));
    const auto size = static_cast<std::uint32_t>(file_.text().size());
    std::size_t count = 0;
    for (const TextRange& range : tolerant.elements(from, size, kBodyElements)) {
      const XmlTree part =
          XmlTree::parse_part(file_, index_, range.begin, range.end, tree.prefix());
      if (part.error() || !part.root()) continue;
      walk.enter(part);
      body.read_recovered(part.root());
      walk.enter(tree);
      ++count;
    }
    body.finish_recovered();
    return count;
  }

  // The character at an error.
  Span place_of(const SyntaxError& error) const {
    const std::string_view text = file_.text();
    std::uint32_t begin = std::min(error.offset, static_cast<std::uint32_t>(text.size()));
    while (begin > 0 && begin < text.size() && utf8_length(text.substr(begin)) == 0) --begin;
    const auto end = begin + static_cast<std::uint32_t>(utf8_length(text.substr(begin)));
    return {index_, begin, end};
  }

  void report_error(const SyntaxError& error, Problem::Kind kind, const std::string& suffix_zh,
                    const std::string& suffix_en = "") {
    out_.problems.push_back(problem_at(file_, place_of(error), kind, "xml-syntax",
                                       "XML语法错误：" + error.zh + suffix_zh,
                                       "XML syntax error: " + error.en + suffix_en));
  }

  void report_broken(const SyntaxError& error, std::size_t recovered) {
    const Behind behind = found_behind(recovered);
    report_error(error, Problem::Kind::kIncomplete, behind.zh, behind.en);
  }

  // What a document leaves to entities of its own and to other files is never expanded or opened.
  void report_references(std::uint32_t root) {
    constexpr std::size_t kNowhere = std::string_view::npos;
    const std::string_view text = file_.text();
    const std::size_t entity = text.substr(0, root).find("<!ENTITY");
    if (entity != kNowhere) {
      report_reference(entity, 8, "xml-entity", "自定义实体不展开，引用它的内容未读取",
                       "entities of its own are not expanded; what refers to them was not read");
    }
    const std::size_t include = text.find("XInclude");
    if (include == kNowhere || !text.substr(0, include).ends_with("www.w3.org/2001/")) return;
    const std::size_t element = text.find(":include", include);
    report_reference(element == kNowhere ? include : element + 1, 7, "xml-include",
                     "引用其他文件（XInclude）的内容未读取",
                     "what it includes from other files (XInclude) was not read");
  }

  void report_reference(std::size_t at, std::size_t size, std::string id, std::string zh,
                        std::string en) {
    const Span where{index_, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)};
    out_.problems.push_back(problem_at(file_, where, Problem::Kind::kIncomplete, std::move(id),
                                       std::move(zh), std::move(en)));
  }

  void report_depth(Span where) {
    const std::string limit = std::to_string(limits_.depth);
    out_.problems.push_back(problem_at(
        file_, where, Problem::Kind::kLimit, "xml-depth",
        "元素嵌套超过" + limit + "层，更深的内容未读取",
        "elements are nested deeper than " + limit + " levels; what is deeper was not read"));
  }

  SourceFile& file_;
  std::uint32_t index_;
  const Limits& limits_;
  ReadOutput& out_;
};

}  // namespace

void read_cda(SourceFile& file, std::uint32_t index, const Limits& limits, ReadOutput& out) {
  file.set_syntax(Syntax::kXml);
  CdaReader(file, index, limits, out).read();
}

}  // namespace emrlint
