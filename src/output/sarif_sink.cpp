// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "output/json_summary.h"
#include "output/json_writer.h"
#include "output/place.h"
#include "output/placed.h"
#include "output/sarif_place.h"
#include "output/sarif_results.h"
#include "output/sarif_tool.h"
#include "output/sink.h"
#include "output/state_name.h"
#include "output/wording.h"

namespace emrlint {
namespace {

constexpr std::size_t kMaxNotifications = 10'000;  // Kept until the end of the run.

// What could not be read or judged, for the invocation at the end of the log.
struct Notification {
  std::string id, text;
  std::string uri;
  std::optional<Place> place;
  std::string kind = {};                       // Of a problem.
  std::string chart = {};                      // Of a check that broke,
  std::optional<std::uint32_t> check = {};     // and its index.
};

class SarifSink final : public Sink {
 public:
  SarifSink(std::ostream& out, const Catalog& catalog, OutputOptions options)
      : json_(out), catalog_(catalog), options_(std::move(options)) {}

  void begin() override {
    json_.begin_object();
    json_.text("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_.text("version", "2.1.0");
    json_.begin_array("runs");
    json_.begin_object();
    json_.text("columnKind", "unicodeCodePoints");
    json_.text("language", sarif_language(options_.lang));
    if (!options_.base_uri.empty()) {
      json_.begin_object("originalUriBaseIds");
      json_.begin_object("SRCROOT");
      json_.text("uri", options_.base_uri);
      json_.end_object();
      json_.end_object();
    }
    json_.begin_array("results");
  }

  std::string render(const Batch& batch, const std::vector<ChartReport>& reports) const override {
    return sarif_results(catalog_, options_, batch, reports);
  }

  void add(const Batch& batch, const std::vector<ChartReport>& reports,
           std::string_view rendered) override {
    for (const Problem& problem : batch.problems) note_problem(batch, problem);
    for (const ChartReport& report : reports) {
      Wording wording(options_, report.chart);
      for (const BrokenCheck& broken : report.broken) note_broken(batch, report, broken, wording);
    }
    if (rendered.empty()) return;
    if (any_) json_.raw(",");
    any_ = true;
    json_.raw(rendered);
  }

  void end(const RunSummary& summary) override {
    json_.end_array();
    json_.line();
    write_sarif_tool(json_, catalog_, options_.lang);
    json_.line();
    write_invocation(summary);
    write_properties(summary);
    json_.end_object();
    json_.end_array();
    json_.end_object();
    json_.line();
    json_.flush();
  }

 private:
  void message(std::string_view name, std::string_view text) {
    json_.begin_object(name);
    json_.text("text", text);
    json_.end_object();
  }

  void notify(Notification notification) {
    if (notifications_.size() < kMaxNotifications) {
      notifications_.push_back(std::move(notification));
    } else {
      ++dropped_;
    }
  }

  void note_problem(const Batch& batch, const Problem& problem) {
    Wording wording(options_, nullptr);
    Notification out{problem.id,
                     wording.text(options_.lang == Lang::kZh ? problem.zh : problem.en),
                     problem.uri, {}};
    out.kind = id(problem.kind);
    if (placed(batch, problem)) {
      const Whereabouts where = whereabouts(batch, problem.where);
      out.uri = where.uri;
      out.place = where.place;
    }
    notify(std::move(out));
  }

  void note_broken(const Batch& batch, const ChartReport& report, const BrokenCheck& broken,
                   Wording& wording) {
    const std::string check(catalog_.entries()[broken.check].info.id);
    const std::string what = wording.text(broken.what);
    notify({"broken-check",
            options_.lang == Lang::kZh ? "检查 " + check + " 中断：" + what
                                       : "The check " + check + " broke: " + what,
            std::string(report.chart == nullptr ? "" : whereabouts(batch, report.chart->span).uri),
            {}, {}, report.key, broken.check});
  }

  void write_invocation(const RunSummary& summary) {
    json_.begin_array("invocations");
    json_.begin_object();
    json_.flag("executionSuccessful", summary.problems == 0 && summary.broken == 0);
    json_.number("exitCode", static_cast<std::uint64_t>(exit_code(summary, options_.fail_on)));
    json_.begin_array("toolExecutionNotifications");
    for (const Notification& notification : notifications_) write_notification(notification);
    json_.end_array();
    json_.end_object();
    json_.end_array();
  }

  void write_notification(const Notification& notification) {
    json_.line();
    json_.begin_object();
    json_.begin_object("descriptor");
    json_.text("id", notification.id);
    json_.end_object();
    json_.text("level", "error");
    message("message", notification.text);
    if (notification.check) {
      json_.begin_object("associatedRule");
      json_.text("id", catalog_.entries()[*notification.check].info.id);
      json_.number("index", *notification.check);
      json_.end_object();
    }
    write_about(notification);
    if (!notification.uri.empty()) {
      json_.begin_array("locations");
      json_.begin_object();
      json_.begin_object("physicalLocation");
      places_.artifact(notification.uri);
      if (notification.place) {
        places_.begin_region(*notification.place);
        json_.end_object();
      }
      json_.end_object();
      json_.end_object();
      json_.end_array();
    }
    json_.end_object();
  }

  void write_about(const Notification& notification) {
    json_.begin_object("properties");
    if (!notification.kind.empty()) json_.text("kind", notification.kind);
    if (!notification.chart.empty()) json_.text("chart", notification.chart);
    json_.end_object();
  }

  void write_properties(const RunSummary& summary) {
    json_.begin_object("properties");
    json_.number("charts", summary.charts);
    json_.number("documents", summary.documents);
    json_.number("notificationsLeftOut", dropped_);
    write_unused_waivers(json_, summary);
    write_tallies(json_, catalog_, summary);
    json_.end_object();
  }

  JsonWriter json_;
  const Catalog& catalog_;
  const OutputOptions options_;
  SarifPlaces places_{json_, options_};
  bool any_ = false;  // Whether a result has been written.
  std::vector<Notification> notifications_;
  std::uint64_t dropped_ = 0;
};

}  // namespace

std::unique_ptr<Sink> make_sarif_sink(std::ostream& out, const Catalog& catalog,
                                      OutputOptions options) {
  return std::make_unique<SarifSink>(out, catalog, std::move(options));
}

}  // namespace emrlint
