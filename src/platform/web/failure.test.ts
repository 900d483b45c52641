/** What the operator reads of an error. */
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import { errorLine } from "./failure.ts";

test("bug: an error of SQLite said ERR_SQLITE_ERROR, and not what it was; nothing that was typed is said", () => {
  using database = new DatabaseSync(":memory:");
  let line = "";
  try {
    database.exec("create table a (b unique); insert into a values (1); insert into a values (1)");
  } catch (error) {
    line = errorLine(error);
  }
  assert.match(line, /^Error \(ERR_SQLITE_ERROR: constraint failed\) at /);
  const typed = Object.assign(new Error("Li typed this"), { code: "E", errstr: undefined });
  assert.match(errorLine(typed), /^Error \(E\) at /);
  assert.doesNotMatch(errorLine(typed), /Li typed/);
});
