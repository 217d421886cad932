// SPDX-License-Identifier: Apache-2.0
#include "lsp/publisher.h"

#include <iterator>
#include <utility>

#include "engine/fingerprint.h"
#include "lsp/json_text.h"
#include "output/result_json.h"

namespace emrlint::lsp {
namespace {

constexpr const char* kNone = "[]";

// Names the content of a list: the same list, the same id.
std::string result_id(const std::string& list) { return fingerprint(list, {}, {}, {}); }

// The members of a report on one document.
void write_report(JsonWriter& json, const std::string& list, std::string_view previous) {
  const std::string id = result_id(list);
  const bool same = previous == id;
  json.text("kind", same ? "unchanged" : "full");
  json.text("resultId", id);
  if (!same) json.made("items", list);
}

}  // namespace

void Publisher::begin() {
  for (auto& one : states_) one.second.seen = false;
}

void Publisher::set(const std::string& uri, std::string list, std::optional<std::int64_t> version) {
  State& state = states_[uri];
  state.seen = true;
  const bool edited = version && version != state.version;
  state.changed = state.changed || (!edited && state.list != list);
  state.list = std::move(list);
  state.version = version;
}

void Publisher::keep(const std::string& uri) {
  const auto found = states_.find(uri);
  if (found != states_.end()) found->second.seen = true;
}

bool Publisher::end() {
  bool others = false;
  for (auto one = states_.begin(); one != states_.end();) {
    State& state = one->second;
    if (!state.seen) {
      state.changed = state.changed || state.list != kNone;
      state.list = kNone;
      state.version.reset();
    }
    others = std::exchange(state.changed, false) || others;
    if (!pulling_) push(one->first, state);
    one = state.seen ? std::next(one) : states_.erase(one);
  }
  return others && pulling_;
}

// Of an open document each version is answered, of others what changed.
void Publisher::push(const std::string& uri, State& state) {
  const bool same = state.pushed == state.list || (state.pushed.empty() && state.list == kNone);
  const bool answered = !state.version || state.version == state.pushed_version;
  if (same && answered) return;
  state.pushed = state.list;
  state.pushed_version = state.version;
  JsonText json;
  json.begin_object();
  json.text("uri", uri);
  if (state.version && with_version) {
    json.number("version", static_cast<std::uint64_t>(*state.version));
  }
  json.made("diagnostics", state.list);
  json.end_object();
  push_(json.take());
}

void Publisher::start_pulling() {
  if (std::exchange(pulling_, true)) return;
  for (auto& [uri, state] : states_) {
    if (state.pushed.empty() || state.pushed == kNone) continue;
    JsonText json;
    json.begin_object();
    json.text("uri", uri);
    json.made("diagnostics", kNone);
    json.end_object();
    push_(json.take());
    state.pushed = kNone;
  }
}

std::string Publisher::pull(const std::string& uri, std::string_view previous,
                            const std::vector<std::string>& related) {
  start_pulling();
  const auto list_of = [this](const std::string& one) -> std::string {
    const auto found = states_.find(one);
    return found == states_.end() ? kNone : found->second.list;
  };
  JsonText json;
  json.begin_object();
  write_report(json, list_of(uri), previous);
  if (!related.empty()) {
    json.begin_object("relatedDocuments");
    for (const std::string& other : related) {
      json.begin_object(other);
      write_report(json, list_of(other), {});
      json.end_object();
    }
    json.end_object();
  }
  json.end_object();
  return json.take();
}

std::string Publisher::pull_all(const rapidjson::Value& previous_ids) {
  start_pulling();
  std::map<std::string, std::string> previous;
  if (previous_ids.IsArray()) {
    for (const rapidjson::Value& one : previous_ids.GetArray()) {
      previous[text_at(one, "uri")] = text_at(one, "value");
    }
  }
  JsonText json;
  json.begin_object();
  json.begin_array("items");
  const auto add = [&](const std::string& uri, const State& state) {
    json.begin_object();
    json.text("uri", uri);
    if (state.version) {
      json.number("version", static_cast<std::uint64_t>(*state.version));
    } else {
      json.made("version", "null");
    }
    write_report(json, state.list, previous[uri]);
    json.end_object();
    previous.erase(uri);
  };
  for (const auto& one : states_) add(one.first, one.second);
  // What the client still has of documents that are gone.
  const std::map<std::string, std::string> gone = previous;
  for (const auto& one : gone) add(one.first, State());
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace emrlint::lsp
