/** Rebuild the log at the path given, in a process of its own, so that its peak memory is the rebuild's. */
import { Kysely } from "kysely";
import { registry } from "../src/models.ts";
import { openSqlite } from "../src/platform/db/open-sqlite.ts";
import type { Db } from "../src/platform/db/store.ts";
import { openLog } from "../src/platform/log/log.ts";
import { newKey } from "../src/platform/records/keys.ts";
import { report } from "./report.ts";

const store = openSqlite(process.argv[2]!);
const db: Db = new Kysely({ dialect: store.dialect });
const signer = { origin: "bench", privateKey: newKey().privateKey };
const log = await openLog({ db, store, registry, signer, now: Date.now });
const began = performance.now();
const { records } = await log.rebuild();
const seconds = (performance.now() - began) / 1000;
report({ name: "log-rebuild", value: seconds, unit: `s for ${records} records` });
report({
  name: "log-rebuild-memory",
  value: process.resourceUsage().maxRSS / 1024,
  unit: "MB, peak of this process",
});
await db.destroy();
