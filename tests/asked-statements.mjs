/** Loaded before the program (NODE_OPTIONS), whose processes for pictures take no TypeScript: notes each statement that it gives to its database, a line each. */
import { appendFileSync } from "node:fs";
import { createRequire } from "node:module";
import { DatabaseSync, StatementSync } from "node:sqlite";
import { threadId } from "node:worker_threads";

const file = process.env["CND_TEST_STATEMENTS"];
const note = (statement) =>
  file && appendFileSync(file, `${threadId} ${statement.replaceAll(/\s+/g, " ")}\n`);

for (const verb of ["run", "all", "get", "iterate"]) {
  const own = StatementSync.prototype[verb];
  StatementSync.prototype[verb] = function (...values) {
    note(this.sourceSQL);
    return own.apply(this, values);
  };
}
const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (statement) {
  note(statement);
  return exec.call(this, statement);
};
const { Client } = createRequire(import.meta.url)("pg");
const { query } = Client.prototype;
Client.prototype.query = function (...asked) {
  note(asked[0].text ?? asked[0]);
  return query.apply(this, asked);
};
