/** Counts of what the web server did, without a word about who asked. */

export interface Counters {
  /** Answers by the first digit of their status; index 2 is 2xx. */
  readonly answers: [number, number, number, number, number, number];
  /** Pages that are kept at this moment, in memory or on disk. */
  readonly kept: () => number;
  hits: number;
  misses: number;
  renders: number;
  renderMs: number;
  recompressed: number;
  errors: number;
  /** Promises that failed while nobody listened; each is a mistake of ours. */
  strays: number;
  /** Deeds of which the trail has no row, because it could not be written. */
  unnoted: number;
}

export const newCounters = (kept: Counters["kept"] = () => 0): Counters => ({
  kept,
  answers: [0, 0, 0, 0, 0, 0],
  hits: 0,
  misses: 0,
  renders: 0,
  renderMs: 0,
  recompressed: 0,
  errors: 0,
  strays: 0,
  unnoted: 0,
});

/** Prometheus text. @param gauges further values by their whole name, such as `cnd_log_size` */
export function metricsText(
  counters: Counters,
  gauges: Readonly<Record<string, number>> = {},
): string {
  const lines = [
    "# TYPE cnd_http_responses_total counter",
    ...[2, 3, 4, 5].map(
      (digit) => `cnd_http_responses_total{class="${digit}xx"} ${counters.answers[digit] ?? 0}`,
    ),
    ...one("cnd_page_cache_pages", "gauge", counters.kept()),
    ...one("cnd_page_cache_hits_total", "counter", counters.hits),
    ...one("cnd_page_cache_misses_total", "counter", counters.misses),
    ...one("cnd_page_renders_total", "counter", counters.renders),
    ...one("cnd_page_render_seconds_total", "counter", counters.renderMs / 1000),
    ...one("cnd_pages_recompressed_total", "counter", counters.recompressed),
    ...one("cnd_page_errors_total", "counter", counters.errors),
    ...one("cnd_unheard_failures_total", "counter", counters.strays),
    ...one("cnd_trail_lost_total", "counter", counters.unnoted),
    ...one("process_resident_memory_bytes", "gauge", process.memoryUsage.rss()),
    ...Object.entries(gauges).flatMap(([name, value]) => one(name, "gauge", value)),
  ];
  return `${lines.join("\n")}\n`;
}

const one = (name: string, type: "counter" | "gauge", value: number): string[] => [
  `# TYPE ${name} ${type}`,
  `${name} ${value}`,
];
