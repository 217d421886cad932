// SPDX-License-Identifier: Apache-2.0
#include "syntax/xml.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace emrlint {
namespace {

// A file and its tree, which points into it.
struct Parsed {
  explicit Parsed(std::string text) : file("a.xml", std::move(text)) {
    tree = XmlTree::parse(file, 0);
  }
  std::string_view source(Span span) const { return file.text(span); }

  SourceFile file;
  XmlTree tree;
};

TEST_CASE("xml: values and elements are cut out of the source") {
  Parsed parsed("<?xml version=\"1.0\"?>\n<a b='1 &lt; 2'><!-- x --><c>  张三\n</c><d/></a>");
  const pugi::xml_node root = parsed.tree.root();
  const Text value = parsed.tree.attribute(root.attribute("b").value());
  CHECK(value.value == "1 < 2");
  CHECK(parsed.source(value.span) == "1 &lt; 2");
  const Text name = parsed.tree.text(root.child("c"), parsed.file);
  CHECK(name.value == "张三");
  CHECK(parsed.source(name.span) == "张三");
  CHECK(parsed.source(parsed.tree.start_tag(root)) == "<a b='1 &lt; 2'>");
  CHECK(parsed.source(parsed.tree.span(root.child("c"))) == "<c>  张三\n</c>");
  CHECK(parsed.source(parsed.tree.span(root.child("d"))) == "<d/>");
  CHECK(parsed.tree.span(root).end == parsed.file.text().size());
}

TEST_CASE("xml: blanks around a value are cut off, and its place is without them") {
  Parsed parsed("<a b=' EVN ' c=\"x\" d=' ' e='\t&#69;VN\n' f='1 '/>");
  const pugi::xml_node root = parsed.tree.root();
  const auto cut = [&](const char* name) {
    return parsed.tree.attribute(parsed.tree.cut_blanks(root.attribute(name).value()));
  };
  CHECK(cut("b").value == "EVN");
  CHECK(parsed.source(cut("b").span) == "EVN");
  CHECK(parsed.source(cut("c").span) == "x");
  CHECK(cut("d").value.empty());
  CHECK(cut("d").span.empty());
  CHECK(cut("e").value == "EVN");
  CHECK(parsed.source(cut("e").span) == "&#69;VN");
  CHECK(parsed.source(cut("f").span) == "1");
  CHECK(parsed.source(parsed.tree.span(root)) == parsed.file.text());
}

TEST_CASE("xml: names are compared without the prefix of the document") {
  Parsed parsed("<hl7:a xmlns:hl7=\"x\"><hl7:b/><sdtc:b/></hl7:a>");
  const pugi::xml_node root = parsed.tree.root();
  CHECK(parsed.tree.prefix() == "hl7:");
  CHECK(std::string_view(parsed.tree.strip(root.first_child().name())) == "b");
  CHECK(std::string_view(parsed.tree.strip(root.last_child().name())) == "sdtc:b");
}

TEST_CASE("xml: an element that an error cut off in an attribute still has a place") {
  for (const char* rest : {"b", "b=", "b=\"1", "b=\"1\" c", "b=\"1\" c=2 "}) {
    CAPTURE(rest);
    Parsed parsed(std::string("<a>\n  <time ") + rest + ">\n  <e/></a>");
    REQUIRE(parsed.tree.error());
    const pugi::xml_node time = parsed.tree.root().child("time");
    REQUIRE(time);
    const Span tag = parsed.tree.start_tag(time);
    CHECK(parsed.source({0, tag.begin, tag.begin + 5}) == "<time");
    CHECK(tag.end >= parsed.tree.name_span(time).end);
    CHECK(tag.end <= parsed.file.text().size());
  }
}

}  // namespace
}  // namespace emrlint
