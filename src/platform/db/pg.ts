/** The driver of PostgreSQL, for whoever has one. */
import { whenUsed } from "../process/when-used.ts";

export const pg = whenUsed((from) => from("pg") as typeof import("pg"));
