// SPDX-License-Identifier: Apache-2.0
#include "source/escape.h"

#include <doctest/doctest.h>

namespace emrlint {
namespace {

TEST_CASE("a text is escaped as its file needs") {
  CHECK(escaped(Syntax::kXml, "a<b & \"c\" > 'd'") ==
        "a&lt;b &amp; &quot;c&quot; &gt; &apos;d&apos;");
  CHECK(escaped(Syntax::kJson, "左\"肾\"\\\n") == "左\\\"肾\\\"\\\\\\u000a");
  CHECK(escaped(Syntax::kUnknown, "a<\"b\"") == "a<\"b\"");
  CHECK(escaped(Syntax::kXml, "I63.9") == "I63.9");
}

}  // namespace
}  // namespace emrlint
