// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_CDA_WALK_H_
#define EMRLINT_READER_CDA_WALK_H_

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "base/time.h"
#include "model/chart.h"
#include "model/document.h"
#include "reader/cda_names.h"
#include "source/source_file.h"
#include "syntax/xml.h"

namespace emrlint {

// Attributes of one element, as pugixml holds them; null where there is none.
struct CdaAttributes {
  const char* code = nullptr;
  const char* code_system = nullptr;
  const char* display = nullptr;
  const char* value = nullptr;
  const char* unit = nullptr;  // or currency
  const char* root = nullptr;
  const char* extension = nullptr;
  const char* null_flavor = nullptr;
  const char* type_code = nullptr;
  const char* mood_code = nullptr;
  const char* negation = nullptr;
  const char* type = nullptr;  // xsi:type
};

// How Document::raw_times calls a time and the two ends of an interval.
struct CdaTimeNames {
  std::string_view value, low, high;
};

// A point or an interval of time. What is malformed is empty here and kept in raw_times.
struct CdaPeriod {
  std::optional<Located<Time>> at, low, high;
  bool malformed = false;  // Something is written that is no possible time.

  bool blank() const { return !at && !low && !high && !malformed; }
};

// documentationOf/serviceEvent: what the document is about.
struct CdaService {
  CdaPeriod period;
  Text code, name;
  Person performer;
  Span span;

  bool blank() const {
    return period.blank() && code.value.empty() && name.value.empty() && !performer.known();
  }
};

// One pass over a CDA document: every element is looked at once, by a function that knows it or by
// skip(). On the way each OID and each time goes into the document, wherever it stands.
class CdaWalk {
 public:
  CdaWalk(SourceFile& file, const XmlTree& tree, Chart& chart, std::uint32_t depth_limit)
      : file_(&file), tree_(&tree), chart_(&chart), depth_limit_(depth_limit) {}

  // Goes on in another tree of the same file: a part that was recovered behind an error.
  void enter(const XmlTree& tree) { tree_ = &tree; }

  SourceFile& file() const { return *file_; }
  const XmlTree& tree() const { return *tree_; }
  Chart& chart() const { return *chart_; }
  Document& document() const { return chart_->documents.back(); }
  std::optional<CdaService>& service() { return service_; }
  // The stay id is a 住院号, not the number of an outpatient visit.
  void set_stay_number() { stay_number_ = true; }
  bool has_stay_number() const { return stay_number_; }

  CdaName name(pugi::xml_node node) const {
    return cda_name(tree_->strip(node.name()), tree_->buffer_end());
  }
  // Reads the attributes, and notes the OIDs among them and the codes with blanks around them,
  // which are read without.
  CdaAttributes attributes(pugi::xml_node node);
  // An attribute as text; an empty one at the start of the file for null.
  Text text(const char* attribute) const;
  // The text of the element without its children.
  Text content(pugi::xml_node node) const { return tree_->text(node, *file_); }

  // Reads a time element with @value or low/high/center below, and notes every time in it.
  CdaPeriod period(pugi::xml_node node, const CdaTimeNames& names) {
    return period(node, attributes(node), names);
  }
  // The same when the attributes are known already.
  CdaPeriod period(pugi::xml_node node, const CdaAttributes& own, const CdaTimeNames& names);
  // The same when there can be no children either.
  std::optional<Located<Time>> time(pugi::xml_node node, const CdaAttributes& attributes,
                                    std::string_view what);

  // Notes what is in the element and below it, and leaves it at that.
  void skip(pugi::xml_node node);
  void skip_children(pugi::xml_node node);

  // Whether `depth` is still allowed. If not, the place is remembered for the report.
  bool allows(pugi::xml_node node, std::uint32_t depth);
  const std::optional<Span>& too_deep() const { return too_deep_; }

 private:
  const char* without_blanks(std::string_view attribute, const char* value);
  void note_oid(const char*& value, bool identifier);

  SourceFile* file_;
  const XmlTree* tree_;
  Chart* chart_;
  std::uint32_t depth_limit_;
  std::optional<Span> too_deep_;
  std::optional<CdaService> service_;
  bool stay_number_ = false;
};

}  // namespace emrlint

#endif  // EMRLINT_READER_CDA_WALK_H_
