// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_CHART_JSON_FIELDS_H_
#define EMRLINT_READER_CHART_JSON_FIELDS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "reader/chart_json_types.h"

// How values of chart JSON become members of the model: an overload of read() for each type.
namespace emrlint::chart_json {

// The enumerator that a value names; reports one that there is not.
std::optional<Located<std::uint8_t>> word(Context& context, JsonValue value,
                                          const Enumeration& enumeration);
void unknown_key(Context& context, JsonValue member, std::span<const std::string_view> known);
void repeated_key(Context& context, JsonValue member);

void read(Context& context, JsonValue value, Text& target);
void read(Context& context, JsonValue value, bool& target);
void read(Context& context, JsonValue value, std::optional<bool>& target);
void read(Context& context, JsonValue value, std::optional<Located<bool>>& target);
void read(Context& context, JsonValue value, std::optional<Located<Time>>& target);
void read(Context& context, JsonValue value, TimeFact& target);
void read(Context& context, JsonValue value, Person& target);
void read(Context& context, JsonValue value, std::vector<Text>& target);

template <typename E>
  requires std::is_enum_v<E>
void read(Context& context, JsonValue value, E& target) {
  const auto found = word(context, value, enumeration_of<E>());
  if (found) target = static_cast<E>(found->value);
}
template <typename E>
  requires std::is_enum_v<E>
void read(Context& context, JsonValue value, Located<E>& target) {
  const auto found = word(context, value, enumeration_of<E>());
  if (found) target = {static_cast<E>(found->value), found->span};
}
template <typename E>
  requires std::is_enum_v<E>
void read(Context& context, JsonValue value, std::optional<Located<E>>& target) {
  const auto found = word(context, value, enumeration_of<E>());
  if (found) target = {static_cast<E>(found->value), found->span};
}

// The members of an object, each by its field.
template <typename T>
void read_members(Context& context, JsonValue value, T& target) {
  const std::span<const Field<T>> fields = object_of<T>().fields;
  std::uint64_t seen = 0;
  std::size_t next = 0;  // Members mostly come in the order of the table.
  for (const JsonValue member : children(value)) {
    std::size_t tried = 0;
    while (tried < fields.size() && fields[next].key != member.key()) {
      next = next + 1 == fields.size() ? 0 : next + 1;
      ++tried;
    }
    if (tried == fields.size()) {
      std::vector<std::string_view> known;
      for (const Field<T>& field : fields) known.push_back(field.key);
      unknown_key(context, member, known);
    } else if ((seen >> next) & 1u) {
      repeated_key(context, member);
    } else {
      seen |= std::uint64_t{1} << next;
      fields[next].read(context, member, target);
    }
  }
}

template <typename T>
  requires std::is_class_v<T>
void read(Context& context, JsonValue value, T& target) {
  if (value.kind() == JsonKind::kNull) return;
  if (!value.is_object()) return context.wrong_kind(value, "对象", "an object");
  if constexpr (requires { target.span = Span{}; }) target.span = value.span();
  read_members(context, value, target);
}

template <typename T>
void read(Context& context, JsonValue value, std::vector<T>& target) {
  if (value.kind() == JsonKind::kNull) return;
  if (!value.is_array()) return context.wrong_kind(value, "数组", "an array");
  for (const JsonValue item : children(value)) {
    // Of an event that an error cut off nobody can tell what it lacks.
    if (item.kind() == JsonKind::kNull || item.broken()) continue;
    if constexpr (std::is_class_v<T> && !std::is_same_v<T, Person>) {
      if (!item.is_object()) {
        context.wrong_kind(item, "对象", "an object");
        continue;
      }
    }
    read(context, item, target.emplace_back());
  }
}

template <typename>
struct MemberOf;
template <typename T, typename M>
struct MemberOf<M T::*> {
  using Owner = T;
  using Member = M;
};

// A field that is a member of T, or of a base of T.
template <auto Member, typename T = typename MemberOf<decltype(Member)>::Owner>
constexpr Field<T> field(std::string_view key) {
  using M = typename MemberOf<decltype(Member)>::Member;
  return {key, [](Context& context, JsonValue value, T& target) {
            read(context, value, target.*Member);
          },
          [] { return type_of(static_cast<const M*>(nullptr)); }};
}

}  // namespace emrlint::chart_json

#endif  // EMRLINT_READER_CHART_JSON_FIELDS_H_
