/** Where a word stands in the database of an instance on SQLite, read beside the program. */
import { DatabaseSync } from "node:sqlite";
import { dataPaths } from "../src/platform/process/data-folder.ts";

/** @param data the data folder @returns the tables with a row that holds it as it stands, in the order of their names */
export function tablesHolding(data: string, word: string): string[] {
  using db = new DatabaseSync(dataPaths(data).database, { readOnly: true });
  const tables = db.prepare("select name from sqlite_master where type = 'table' order by name");
  const legible = (value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : String(value);
  return tables
    .all()
    .map(({ name }) => String(name))
    .filter((name) => {
      const every = db.prepare(`select * from "${name}"`);
      every.setReadBigInts(true);
      return every
        .all()
        .some((row) => Object.values(row).some((one) => legible(one).includes(word)));
    });
}
