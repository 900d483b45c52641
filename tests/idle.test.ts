/** A process that nobody asks anything leaves its database in peace; what looks once a minute is seen by tests/long. */
import { describe, test } from "node:test";
import { BOTH, staysIdle } from "./idle-house.ts";

describe("on both databases at once", { concurrency: true }, () => {
  for (const sort of BOTH)
    test(`PC7 an idle process asks its database at most once in five seconds, on ${sort}`, () =>
      staysIdle(sort, { settles: 35, counted: 20, tries: 6 }));
});
