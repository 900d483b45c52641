/** A process that nobody asks anything leaves its database in peace for minutes, whatever looks once a minute. */
import { describe, test } from "node:test";
import { BOTH, staysIdle } from "../idle-house.ts";

describe("on both databases at once", { concurrency: true }, () => {
  for (const sort of BOTH)
    test(`PC7 an idle process asks its database at most once in five seconds, minute after minute, on ${sort}`, () =>
      staysIdle(sort, { settles: 150, counted: 90 }));
});
