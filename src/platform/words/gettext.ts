/** Reads and writes gettext's files, for whoever meets one. */
import { whenUsed } from "../process/when-used.ts";

export const gettext = whenUsed(
  (from) => from("gettext-parser") as typeof import("gettext-parser"),
);
