// SPDX-License-Identifier: Apache-2.0
#include "reader/build.h"
#include "terminology/data_elements.h"
#include "terminology/front_page.h"

namespace emrlint {
namespace {

bool is_front_page(DocType type) {
  return type == DocType::kFrontPage || type == DocType::kTcmFrontPage;
}

// The reader of shared documents has done so itself.
void add_fields(const Document& document, std::vector<FrontPageField>& fields) {
  if (!is_front_page(document.type) || document.format == Format::kWs500) return;
  for (const Element& element : document.elements) fields.push_back(front_page_field(element));
}

}  // namespace

FrontPageField front_page_field(const Element& element) {
  FrontPageField field;
  field.name = element.name;
  if (field.name.value.empty()) {
    field.name = {data_element_name(element.id.value), element.id.span};
  }
  field.value = element.display.value.empty() ? element.value : element.display;
  field.code = element.id;
  field.unit = element.unit;
  return field;
}

void resolve_front_page(Chart& chart) {
  for (const Document& document : chart.documents) add_fields(document, chart.front_page);
  for (FrontPageField& field : chart.front_page) {
    field.item = front_page_item(field.code.value, field.name.value);
  }
}

}  // namespace emrlint
