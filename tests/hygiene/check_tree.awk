# SPDX-License-Identifier: Apache-2.0
# Reads source files, prints one sentence for each violation. Run by check_tree.sh with LC_ALL=C.

BEGIN {
  # What the files of a folder may include besides their own folder (style guide, "Layers").
  below["base"] = ""
  below["store"] = "base"
  below["source"] = "base"
  below["syntax"] = "source base"
  below["model"] = "syntax source base"
  below["terminology"] = "model syntax source base"
  below["text"] = "model syntax source base"
  below["reader"] = "terminology text model syntax source base"
  below["copies"] = "text model syntax source base"
  below["corpus"] = "copies reader store terminology text model syntax source base"
  below["codes"] = "terminology text model syntax source base"
  below["tables"] = "codes copies terminology text model syntax source base"
  below["check"] = "tables " below["tables"]
  below["rule"] = "check " below["check"]
  below["config"] = "rule " below["rule"]
  below["coverage"] = "config " below["config"]
  below["engine"] = "config corpus reader store " below["config"]
  below["score"] = "engine " below["engine"]
  below["indicator"] = "score " below["score"]
  below["output"] = "coverage indicator " below["indicator"]
  below["ledger"] = "output " below["output"]
  below["review"] = "ledger output " below["output"]
  below["nightly"] = "review ledger output " below["output"]
  below["generator"] = "terminology model syntax source base"
  below["draft"] = "output " below["output"]
  below["lsp"] = "draft " below["draft"]
  below["serve"] = "output " below["output"]
  below["testing"] = "lsp generator " below["lsp"]
  below["cli"] = "nightly testing serve review ledger " below["testing"]
  # A check judges a chart: it sees no parser, no file and no clock.
  below["checks"] = "check tables codes copies text terminology model base"
  forbidden["checks"] = "^(pugixml|rapidjson/|toml\\+\\+|tree_sitter/|fstream|filesystem|" \
    "iostream|locale|thread|mutex|ctime|unistd)"

  # Split, so that this file does not find itself.
  open_end = "(^|[^A-Za-z])(TO" "DO|FIX" "ME)([^A-Za-z]|$)"
  max_columns = 100
}

function say(line, sentence) {
  printf "%s%s: %s\n", file, line ? ":" line : "", sentence
}

# Columns as an editor counts them: one for each code point.
function columns(text) {
  gsub(/[\200-\277]/, "", text)
  return length(text)
}

function guard_of(path) {
  sub(/^src\//, "", path)
  gsub(/[^A-Za-z0-9]/, "_", path)
  return "EMRLINT_" toupper(path) "_"
}

function check_include(name, target) {
  target = name
  if (target !~ /\// || name ~ /\.def$/) return
  sub(/\/.*/, "", target)
  if (!(target in below)) {
    say(FNR, "includes \"" name "\", but " target "/ is no layer; known to tests/hygiene are the " \
      "folders of src/ and checks/.")
    return
  }
  if (target == folder || index(" " below[folder] " ", " " target " ")) return
  say(FNR, folder "/ may not include \"" name "\"; it may include " \
    (below[folder] == "" ? "no other folder" : below[folder]) ".")
}

function finish_file(limit, kind) {
  if (file == "") return
  if (is_header && guard_line == 0) {
    say(0, "has no include guard; expected #ifndef " guard_of(file) ".")
  }
  if (!has_license) say(0, "the first three lines lack \"SPDX-License-Identifier: Apache-2.0\".")
  if (!is_code) return
  limit = folder == "checks" ? 200 : is_header ? 300 : 600
  kind = folder == "checks" ? "check" : is_header ? "header" : "source file"
  if (lines > limit) say(0, "has " lines " lines; a " kind " over " limit " is too long to read.")
}

FNR == 1 {
  finish_file()
  file = FILENAME
  has_license = guard_line = 0
  is_header = file ~ /\.h(\.in)?$/
  is_code = file ~ /\.(cpp|h)$/
  wraps = file !~ /\.def$/
  folder = file
  if (!sub(/^src\//, "", folder)) folder = file ~ /^checks\// ? "checks" : ""
  sub(/\/.*/, "", folder)
  if (is_code && folder != "" && !(folder in below)) {
    say(0, "src/" folder "/ is no layer that tests/hygiene/check_tree.awk knows; add it there.")
    folder = ""
  }
}

{ lines = FNR }

FNR <= 3 && /SPDX-License-Identifier: Apache-2\.0/ { has_license = 1 }

wraps && length($0) > max_columns && !/https?:\/\// {
  width = columns($0)
  if (width > max_columns) say(FNR, "has " width " columns; the limit is " max_columns ".")
}

$0 ~ open_end { say(FNR, "leaves work open in a comment; do it, or file an issue.") }

is_header && /^#ifndef / && guard_line == 0 {
  guard_line = FNR
  wanted = file
  sub(/\.in$/, "", wanted)
  if ($2 != guard_of(wanted)) {
    say(FNR, "the include guard is " $2 "; from the path it is " guard_of(wanted) ".")
  }
}

is_header && /^#pragma once/ { say(FNR, "uses #pragma once; the house style is an #ifndef guard.") }

folder != "" && /^#[ \t]*include[ \t]*"/ {
  split($0, parts, "\"")
  check_include(parts[2])
}

folder in forbidden && /^#[ \t]*include[ \t]*</ {
  name = $0
  sub(/^[^<]*</, "", name)
  sub(/>.*/, "", name)
  if (name ~ forbidden[folder]) {
    say(FNR, "a check may not include <" name ">; it judges a chart, not files, parsers or clocks.")
  }
}

END { finish_file() }
