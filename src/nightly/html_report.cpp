// SPDX-License-Identifier: Apache-2.0
#include "nightly/html_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <string_view>

#include "base/embedded.h"
#include "base/keyed_hash.h"
#include "output/json_writer.h"

namespace emrlint::nightly {
namespace {

constexpr std::size_t kMostRows = 50;  // Of a table on the page.

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string_view embedded(std::string_view path) {
  const EmbeddedFile* const file = find_embedded_file(path);
  return file == nullptr ? std::string_view() : file->text;
}

Bilingual heading_of(std::string_view type) {
  if (type == "notEvaluated")
    return {"未能评估或未能完整评估的病历", "Charts not evaluated, or in part only"};
  if (type == "due") return {"即将到期", "Due next"};
  if (type == "department") return {"各科室", "Departments"};
  if (type == "check") return {"各项检查", "Checks"};
  if (type == "indicator") return {"质控指标", "Indicators"};
  return {"", ""};
}

// JSON as it may stand in a page: no "<" ends the element.
std::string json_of(const NightPage& page, Lang lang) {
  std::ostringstream out;
  {
    JsonWriter json(out);
    const auto say = [&](const char* key, const char* zh, const char* en) {
      json.text(key, lang == Lang::kZh ? zh : en);
    };
    json.begin_object();
    json.begin_array("nights");
    for (const NightPoint& night : page.nights) {
      json.begin_object();
      json.text("run", night.run);
      json.number("errors", night.errors);
      json.number("warnings", night.warnings);
      json.number("fresh", night.fresh);
      json.end_object();
    }
    json.end_array();
    json.begin_array("scores");
    for (const std::uint64_t count : page.scores) json.number(count);
    json.end_array();
    json.begin_object("words");
    say("errors", "必改", "errors");
    say("warnings", "建议", "warnings");
    say("fresh", "新增", "new");
    say("run", "运行", "run");
    say("score", "得分", "score");
    say("charts", "病历数", "charts");
    json.end_object();
    json.end_object();
    json.flush();
  }
  std::string text = std::move(out).str();
  for (std::size_t at = 0; (at = text.find('<', at)) != text.npos; at += 6) {
    text.replace(at, 1, "\\u003c");
  }
  return text;
}

class Page {
 public:
  Page(std::ostream& out, const NightPage& page, Lang lang) : out_(out), page_(page), lang_(lang) {}

  void write() {
    const std::string script(embedded("src/nightly/report.js"));
    const std::string plot(embedded("node_modules/uplot/dist/uPlot.iife.min.js"));
    const std::string title =
        fmt::format("{} {}", say("病历质量", "Quality of records"), page_.run);
    out_ << "<!DOCTYPE html>\n<html lang=\"" << (lang_ == Lang::kZh ? "zh-CN" : "en")
         << "\">\n<head>\n<meta charset=\"utf-8\">\n"
         << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
         << "style-src 'unsafe-inline'; script-src 'sha256-" << sha256_base64(plot) << "' 'sha256-"
         << sha256_base64(script) << "'\">\n"
         << "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" << escaped(title)
         << "</title>\n<style>\n"
         << embedded("node_modules/uplot/dist/uPlot.min.css") << "\n"
         << embedded("src/nightly/report.css") << "</style>\n</head>\n<body>\n<h1>"
         << escaped(title) << "</h1>\n";
    write_subtitle();
    write_tiles();
    write_charts();
    for (const Table& table : page_.tables) write_table(table);
    out_ << "<script type=\"application/json\" id=\"data\">" << json_of(page_, lang_)
         << "</script>\n<script>" << plot << "</script>\n<script>" << script
         << "</script>\n</body>\n</html>\n";
  }

 private:
  const char* say(const char* zh, const char* en) const { return lang_ == Lang::kZh ? zh : en; }

  void write_subtitle() {
    out_ << "<p class=\"mild\">" << say("判定时间", "As of") << ' ' << escaped(page_.as_of);
    if (!page_.sheet.empty()) {
      out_ << " · " << say("评分表", "sheet") << ' ' << escaped(page_.sheet);
    }
    if (!page_.previous.empty()) {
      out_ << " · " << say("与此次相比", "against") << ' ' << escaped(page_.previous);
    }
    out_ << "</p>\n";
  }

  void tile(const char* zh, const char* en, const std::string& value, const char* look = "") {
    out_ << "<div class=\"tile " << look << "\"><b>" << escaped(value) << "</b><span>"
         << say(zh, en) << "</span></div>\n";
  }
  void tile(const char* zh, const char* en, std::uint64_t value, const char* look = "") {
    tile(zh, en, std::to_string(value), value == 0 ? "" : look);
  }

  void write_tiles() {
    const NightNumbers& n = page_.numbers;
    out_ << "<div class=\"tiles\">\n";
    tile("份病历", "charts", n.charts);
    tile("今晚检查", "judged tonight", n.judged);
    tile("未能评估", "not evaluated", n.not_evaluated(), "bad");
    tile("只评估了一部分", "in part only", n.in_part + n.broken, "bad");
    tile("必改", "errors", n.errors, "bad");
    tile("建议", "warnings", n.warnings, "warn");
    tile("未能判定", "undecided", n.undecided);
    tile("即将到期", "due", n.due);
    tile("新增", "new", n.fresh, "bad");
    tile("已消失", "gone", n.absent, "good");
    if (n.mean_score) {
      tile("平均分", "mean score", fmt::format("{:.1f}", *n.mean_score));
    }
    out_ << "</div>\n";
  }

  void write_charts() {
    out_ << "<div class=\"charts\">\n";
    if (page_.nights.size() > 1) chart("nights", "历次运行的问题数", "Findings by run");
    if (page_.numbers.scored > 0) chart("scores", "得分分布", "Charts by score");
    out_ << "</div>\n";
  }
  void chart(const char* id, const char* zh, const char* en) {
    out_ << "<div class=\"chart\" id=\"" << id << "\"><p class=\"mild\">" << say(zh, en)
         << "</p></div>\n";
  }

  void write_table(const Table& table) {
    if (table.rows.empty()) return;
    out_ << "<h2>" << escaped(heading_of(table.type).in(lang_)) << "</h2>\n<div class=\"wide\">"
         << "<table>\n<tr>";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      out_ << "<th" << (number(table, i) ? " class=\"number\"" : "") << '>'
           << escaped(table.columns[i].title.in(lang_)) << "</th>";
    }
    out_ << "</tr>\n";
    const std::size_t shown = std::min(kMostRows, table.rows.size());
    for (std::size_t row = 0; row < shown; ++row) write_row(table.rows[row]);
    out_ << "</table></div>\n";
    if (shown == table.rows.size()) return;
    out_ << "<p class=\"mild\">"
         << fmt::format(fmt::runtime(say("共 {} 行，此处列出前 {} 行；其余见同一文件夹的 CSV 文件",
                                         "{} rows, of which the first {} are shown; the others "
                                         "are in the CSV file beside this page")),
                        table.rows.size(), shown)
         << "</p>\n";
  }

  static bool number(const Table& table, std::size_t column) {
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [&](const auto& row) { return row[column].number(); });
  }

  void write_row(const std::vector<Cell>& row) {
    out_ << "<tr>";
    for (const Cell& cell : row) {
      out_ << (cell.number() ? "<td class=\"number\">" : "<td class=\"text\">")
           << escaped(cell_text(cell, lang_)) << "</td>";
    }
    out_ << "</tr>\n";
  }

  std::ostream& out_;
  const NightPage& page_;
  const Lang lang_;
};

}  // namespace

void write_html(std::ostream& out, const NightPage& page, Lang lang) {
  Page(out, page, lang).write();
}

}  // namespace emrlint::nightly
