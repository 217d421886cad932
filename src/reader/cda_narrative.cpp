// SPDX-License-Identifier: Apache-2.0
#include "reader/cda_narrative.h"

namespace emrlint {
namespace {

void add_run(CdaWalk& walk, const char* value) {
  if (*value == '\0') return;
  const Text run = walk.tree().run(value);
  if (!run.value.empty()) walk.document().texts.push_back(run);
}

}  // namespace

void read_narrative(CdaWalk& walk, pugi::xml_node node) {
  std::uint32_t depth = 0;
  pugi::xml_node at = node;
  while (at) {
    add_run(walk, at.value());
    const pugi::xml_node child = walk.allows(at, depth) ? at.first_child() : pugi::xml_node();
    if (child) {
      at = child;
      ++depth;
      continue;
    }
    while (at != node && !at.next_sibling()) {
      at = at.parent();
      --depth;
    }
    if (at == node) return;
    at = at.next_sibling();
  }
}

}  // namespace emrlint
