// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_GENERATOR_XML_WRITER_H_
#define EMRLINT_GENERATOR_XML_WRITER_H_

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace emrlint {

using XmlAttribute = std::pair<std::string_view, std::string_view>;

// Indented XML. Attributes without a value are left out.
class XmlWriter {
 public:
  XmlWriter();
  void open(std::string_view name, std::initializer_list<XmlAttribute> attributes = {});
  void close();
  void leaf(std::string_view name, std::initializer_list<XmlAttribute> attributes);
  void text(std::string_view name, std::string_view content,
            std::initializer_list<XmlAttribute> attributes = {});
  const std::string& result() const { return out_; }

 private:
  void start(std::string_view name, std::initializer_list<XmlAttribute> attributes);
  void escape(std::string_view text);

  std::string out_;
  std::vector<std::string> open_;
};

// Keeps an element open for a scope.
class XmlScope {
 public:
  XmlScope(XmlWriter& writer, std::string_view name,
           std::initializer_list<XmlAttribute> attributes = {})
      : writer_(writer) {
    writer_.open(name, attributes);
  }
  ~XmlScope() { writer_.close(); }
  XmlScope(const XmlScope&) = delete;
  XmlScope& operator=(const XmlScope&) = delete;

 private:
  XmlWriter& writer_;
};

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_XML_WRITER_H_
