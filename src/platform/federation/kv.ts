/** What the protocol's library remembers, in our private tables: read through its thread's own connection. */
import type { KvKey, KvStore, KvStoreListEntry, KvStoreSetOptions } from "@fedify/fedify";
import type { Db } from "../db/store.ts";
import { askFederation, remembered, rememberedBelow, type KvRow } from "../private/federation.ts";
import type { Privately } from "../private/part.ts";

interface KvOptions {
  readonly db: Db;
  readonly private: Privately;
  /** UTC milliseconds. */
  readonly now: () => number;
}

export function openKv({ db, private: privately, now }: KvOptions): KvStore {
  const kept = askFederation(privately);
  const row = (key: KvKey, value: unknown, options?: KvStoreSetOptions): KvRow => ({
    key: JSON.stringify(key),
    value: JSON.stringify(value),
    ends: options?.ttl ? now() + options.ttl.total("milliseconds") : null,
  });
  return {
    async get<T>(key: KvKey) {
      const json = await remembered(db, JSON.stringify(key), now());
      return json === undefined ? undefined : (JSON.parse(json) as T);
    },
    async set(key, value, options) {
      if (value === undefined) await kept.unset(JSON.stringify(key));
      else await kept.set([row(key, value, options)]);
    },
    async delete(key) {
      await kept.unset(JSON.stringify(key));
    },
    async cas(key, expected, value, options) {
      return await kept.compareAndSet({
        row: row(key, value, options),
        expected: expected === undefined ? undefined : JSON.stringify(expected),
        now: now(),
      });
    },
    async *list(prefix?: KvKey): AsyncGenerator<KvStoreListEntry> {
      // `["a"` begins `["a"]` and `["a","b"]`, and not `["ab"]`.
      const begins = prefix ? JSON.stringify(prefix).slice(0, -1) : "[";
      for (const { key, value } of await rememberedBelow(db, begins, now()))
        yield { key: JSON.parse(key) as KvKey, value: JSON.parse(value) as unknown };
    },
  };
}
