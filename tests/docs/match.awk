# SPDX-License-Identifier: Apache-2.0
# match.awk SHOWN PRINTED: exit code 0 if the second file is what the first one shows, see
# run_blocks.sh. The first line that fits after a gap is taken.

# Whether `text` is `pattern`, with any text for each "…" of it.
function fits(pattern, text,    count, parts, i, at) {
  count = split(pattern, parts, "…")
  if (count == 1) return pattern == text
  if (substr(text, 1, length(parts[1])) != parts[1]) return 0
  text = substr(text, length(parts[1]) + 1)
  for (i = 2; i < count; ++i) {
    at = index(text, parts[i])
    if (at == 0) return 0
    text = substr(text, at + length(parts[i]))
  }
  at = length(text) - length(parts[count]) + 1
  return at >= 1 && substr(text, at) == parts[count]
}

FNR == NR { shown[++wanted] = $0; next }
{ printed[++lines] = $0 }

END {
  line = 1
  for (i = 1; i <= wanted; ++i) {
    if (shown[i] == "…") { gap = 1; continue }
    while (gap && line <= lines && !fits(shown[i], printed[line])) ++line
    if (line > lines || !fits(shown[i], printed[line])) {
      print "not found: " shown[i]
      exit 1
    }
    gap = 0
    ++line
  }
  if (!gap && line <= lines) {
    print "not shown: " printed[line]
    exit 1
  }
}
