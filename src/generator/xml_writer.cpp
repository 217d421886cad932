// SPDX-License-Identifier: Apache-2.0
#include "generator/xml_writer.h"

namespace emrlint {

XmlWriter::XmlWriter() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void XmlWriter::open(std::string_view name, std::initializer_list<XmlAttribute> attributes) {
  start(name, attributes);
  out_ += ">\n";
  open_.emplace_back(name);
}

void XmlWriter::close() {
  const std::string name = std::move(open_.back());
  open_.pop_back();
  out_.append(2 * open_.size(), ' ').append("</").append(name).append(">\n");
}

void XmlWriter::leaf(std::string_view name, std::initializer_list<XmlAttribute> attributes) {
  start(name, attributes);
  out_ += "/>\n";
}

void XmlWriter::text(std::string_view name, std::string_view content,
                     std::initializer_list<XmlAttribute> attributes) {
  if (content.empty()) return leaf(name, attributes);
  start(name, attributes);
  out_ += '>';
  escape(content);
  out_.append("</").append(name).append(">\n");
}

void XmlWriter::start(std::string_view name, std::initializer_list<XmlAttribute> attributes) {
  out_.append(2 * open_.size(), ' ').append("<").append(name);
  for (const auto& [key, value] : attributes) {
    if (value.empty()) continue;
    out_.append(" ").append(key).append("=\"");
    escape(value);
    out_ += '"';
  }
}

void XmlWriter::escape(std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '<':
        out_ += "&lt;";
        break;
      case '>':
        out_ += "&gt;";
        break;
      case '&':
        out_ += "&amp;";
        break;
      case '"':
        out_ += "&quot;";
        break;
      default:
        out_ += c;
    }
  }
}

}  // namespace emrlint
