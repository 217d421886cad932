// Draws the charts of a report. The data stand in the page as JSON; nothing is fetched.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const axis = (extra) => ({ stroke: colour("--mild"), grid: { stroke: colour("--line"), width: 1 },
    ticks: { stroke: colour("--line") }, ...extra });

  function draw(id, options, values) {
    const box = document.getElementById(id);
    if (!box || typeof uPlot === "undefined") return;
    const width = () => Math.max(300, box.clientWidth - 20);
    const plot = new uPlot({ width: width(), height: 240, ...options }, values, box);
    new ResizeObserver(() => plot.setSize({ width: width(), height: 240 })).observe(box);
  }

  function nights() {
    const rows = data.nights;
    if (rows.length < 2) return;
    const series = (key, label, stroke) => ({ key, label, stroke: colour(stroke), width: 2,
      points: { show: rows.length < 40 } });
    const shown = [series("errors", data.words.errors, "--red"),
      series("warnings", data.words.warnings, "--amber"),
      series("fresh", data.words.fresh, "--blue")];
    draw("nights", {
      padding: [null, 60, null, null],
      scales: { x: { time: false } },
      axes: [axis({ values: (_, at) => at.map((i) => Number.isInteger(i) && rows[i] ? rows[i].run : "") }),
        axis({ size: 70 })],
      series: [{ label: data.words.run, value: (_, i) => i === null ? "--" : rows[i].run },
        ...shown],
    }, [rows.map((_, i) => i), ...shown.map((one) => rows.map((row) => row[one.key]))]);
  }

  function scores() {
    const counts = data.scores;
    if (!counts.some((n) => n > 0)) return;
    const bars = uPlot.paths.bars({ size: [0.8, 60] });
    const label = (i) => `${i * 10}–${i === 9 ? 100 : i * 10 + 10}`;
    draw("scores", {
      scales: { x: { time: false, range: [-0.6, 9.6] }, y: { range: (_, _low, high) => [0, Math.max(1, high * 1.1)] } },
      axes: [axis({ splits: () => counts.map((_, i) => i), values: (_, at) => at.map(label), gap: 4 }),
        axis({ size: 60 })],
      series: [{ label: data.words.score, value: (_, i) => i === null ? "--" : label(i) },
        { label: data.words.charts, stroke: colour("--blue"), fill: colour("--blue") + "55", paths: bars,
          points: { show: false } }],
    }, [counts.map((_, i) => i), counts]);
  }

  if (typeof uPlot !== "undefined") { nights(); scores(); }
})();
