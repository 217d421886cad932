// SPDX-License-Identifier: Apache-2.0
#include "reader/input_sniff.h"

#include <algorithm>

#include "reader/readers.h"
#include "source/decode.h"

namespace emrlint {
namespace {

// Enough for the patient of nearly every CDA document; the rest needs the second look.
constexpr std::size_t kFirstLook = 4 * 1024;
constexpr std::size_t kSecondLook = 32 * 1024;
constexpr std::size_t kLineLook = 256 * 1024;

bool has_suffix(std::string_view path, std::initializer_list<std::string_view> suffixes) {
  for (const std::string_view packed : {".gz", ".zst"}) {
    if (path.ends_with(packed)) path.remove_suffix(packed.size());
  }
  return std::any_of(suffixes.begin(), suffixes.end(),
                     [&](std::string_view suffix) { return path.ends_with(suffix); });
}

// The bytes as text. What is looked for is ASCII, which UTF-8 and GB18030 share: only UTF-16, which
// shows in its zero bytes, has to be decoded.
std::string as_text(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.find('\0') == bytes.npos) return std::string(bytes);
  Result<Decoded> decoded = decode(std::string(bytes));
  return decoded.ok() ? std::move(decoded->text) : std::string();
}

std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != tag.npos; at = tag.find(name, at + 1)) {
    std::size_t after = at + name.size();
    const bool starts = at > 0 && (tag[at - 1] == ' ' || tag[at - 1] == '\n' ||
                                   tag[at - 1] == '\t' || tag[at - 1] == '\r');
    while (after < tag.size() && tag[after] == ' ') ++after;
    if (!starts || after >= tag.size() || tag[after] != '=') continue;
    after = tag.find_first_of("\"'", after);
    if (after == tag.npos) return {};
    const std::size_t end = tag.find(tag[after], after + 1);
    return end == tag.npos ? std::string_view() : tag.substr(after + 1, end - after - 1);
  }
  return {};
}

// extension of the first element whose root is `root`.
std::string_view extension_of(std::string_view head, std::string_view root) {
  for (std::size_t at = head.find(root); at != head.npos; at = head.find(root, at + 1)) {
    const std::size_t open = head.rfind('<', at), close = head.find('>', at);
    if (open == head.npos || close == head.npos) continue;
    const std::string_view tag = head.substr(open, close - open);
    if (attribute(tag, "root") != root) continue;
    const std::string_view extension = attribute(tag, "extension");
    if (!extension.empty()) return extension;
  }
  return {};
}

// The first id of the patient, with its root: extensions alone are not unique abroad.
std::string first_patient_id(std::string_view head) {
  const std::size_t role = head.find("patientRole");
  if (role == head.npos) return {};
  const std::size_t open = head.find("id ", role);
  const std::size_t close = open == head.npos ? open : head.find('>', open);
  if (close == head.npos) return {};
  const std::string_view tag = head.substr(open + 2, close - open - 2);
  const std::string_view root = attribute(tag, "root"), extension = attribute(tag, "extension");
  if (root.empty() && extension.empty()) return {};
  return std::string(root) + '^' + std::string(extension);
}

void read_claims(std::string_view head, Sniffed& sniffed) {
  // The second is the slip that public samples share: 165 for 156.
  for (const char* root : {"2.16.156.10011.1.12", "2.16.165.10011.1.12"}) {
    if (sniffed.stay.empty()) sniffed.stay = extension_of(head, root);
  }
  for (const char* root : {"2.16.156.10011.1.13", "2.16.156.10011.1.3"}) {
    if (sniffed.patient.empty()) sniffed.patient = extension_of(head, root);
  }
  if (sniffed.stay.empty() && sniffed.patient.empty()) sniffed.patient = first_patient_id(head);
}

// The string behind "name" of chart JSON.
std::string_view member(std::string_view head, std::string_view name) {
  std::size_t at = head.find("\"" + std::string(name) + "\"");
  if (at == head.npos) return {};
  at = head.find_first_not_of(" \t\r\n", at + name.size() + 2);
  if (at == head.npos || head[at] != ':') return {};
  const std::string_view rest = head.substr(std::min(head.find_first_not_of(" \t\r\n", at + 1),
                                                     head.size()));
  if (!rest.starts_with('"')) return rest.substr(0, rest.find_first_of(",}\r\n \t"));
  return rest.substr(1, rest.find('"', 1) - 1);
}

// A whole object in the first line, and another below it.
bool looks_like_lines(std::string_view head) {
  const std::size_t end = head.find('\n');
  if (end == head.npos) return false;
  const std::size_t last = head.find_last_not_of(" \t\r\n", end);
  const std::size_t next = head.find_first_not_of(" \t\r\n", end);
  return last != head.npos && head[last] == '}' && next != head.npos && head[next] == '{';
}

Sniffed::Kind json_kind(ByteStream& stream, const std::string& head, std::string_view path) {
  using Kind = Sniffed::Kind;
  bool lines = has_suffix(path, {".ndjson", ".jsonl"});
  if (!lines && head.find('\n') != head.npos) lines = looks_like_lines(head);
  if (!lines && head.find('\n') == head.npos && head.size() >= kFirstLook / 2) {
    lines = looks_like_lines(stream.peek(kLineLook));
  }
  const Format format = recognise(head);
  if (format == Format::kChartJson) return lines ? Kind::kChartLines : Kind::kChart;
  if (format == Format::kFhir) return lines ? Kind::kFhirLines : Kind::kFhir;
  return Kind::kOther;
}

void sniff_json(ByteStream& stream, std::string head, std::string_view path, Sniffed& sniffed) {
  sniffed.kind = json_kind(stream, head, path);
  if (sniffed.kind == Sniffed::Kind::kOther) {
    // The telling member may stand anywhere; one long line may be one chart or the first of many.
    const std::string_view more = stream.peek(kLineLook);
    head = as_text(more);
    sniffed.kind = json_kind(stream, head, path);
    if (sniffed.kind == Sniffed::Kind::kOther && more.size() == kLineLook) {
      sniffed.kind = Sniffed::Kind::kFhir;  // Read whole; it is recognised there.
    }
  }
  if (sniffed.kind != Sniffed::Kind::kChart) return;
  sniffed.name = member(head, "chart");
  sniffed.complete = member(head, "complete") == "true";
}

}  // namespace

Sniffed sniff(ByteStream& stream, std::string_view path) {
  Sniffed sniffed;
  const bool meant = has_suffix(path, {".xml", ".json", ".ndjson", ".jsonl", ".cda"});
  sniffed.size = stream.size_on_disk();
  std::string_view bytes = stream.peek(kFirstLook);
  std::string head = as_text(bytes);
  const std::size_t start = head.find_first_not_of(" \t\r\n");
  if (start == std::string::npos) {
    if (meant) sniffed.kind = Sniffed::Kind::kBroken;
    return sniffed;
  }
  if (head[start] == '{') {
    sniff_json(stream, std::move(head), path, sniffed);
    return sniffed;
  }
  Format format = recognise(head);
  if (format != Format::kUnknown) read_claims(head, sniffed);
  const bool seen = !sniffed.stay.empty() || (format == Format::kCcda && !sniffed.patient.empty());
  if (!seen && bytes.size() == kFirstLook && head[start] == '<') {
    bytes = stream.peek(kSecondLook);
    head = as_text(bytes);
    format = recognise(head);
    if (format != Format::kUnknown) read_claims(head, sniffed);
  }
  if (format != Format::kUnknown) sniffed.kind = Sniffed::Kind::kCda;
  if (format == Format::kUnknown && meant && head[start] != '<' && head[start] != '[') {
    sniffed.kind = Sniffed::Kind::kBroken;
  }
  return sniffed;
}

Sniffed sniff_file(const std::string& path, bool keep) {
  Result<ByteStream> stream = keep ? ByteStream::open(path) : ByteStream::open(path, kFirstLook);
  Sniffed sniffed;
  if (stream.ok()) {
    sniffed = sniff(*stream, path);
    if (keep) sniffed.bytes = stream->take_whole();
  } else {
    sniffed.kind = Sniffed::Kind::kBroken;
  }
  return sniffed;
}

}  // namespace emrlint
