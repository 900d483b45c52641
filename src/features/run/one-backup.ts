/** One backup at the desk: named, deleted, taken away encrypted. Rules RN3 and RN4. */
import type { ServerResponse } from "node:http";
import * as v from "valibot";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { after, deskPage } from "../../platform/accounts/pages.tsx";
import type { Serving } from "../../platform/feature.ts";
import { line } from "../../platform/folder/fields.ts";
import {
  backupPath,
  deleteBackup,
  isBackupFile,
  isEncrypted,
  listBackups,
  nameBackup,
} from "../../platform/process/backups/folder.ts";
import type { Backup } from "../../platform/process/backups/keeping.ts";
import { encryptTo, readRecipients } from "../../platform/process/encrypt.ts";
import type { Problems, Typed } from "../../platform/sent/sort.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { lost, type Reply } from "../../platform/web/reply.ts";
import { sendFile } from "../../platform/web/send-file.ts";
import { OneBackup } from "./pages/backups.tsx";
import { PART, runPage } from "./routes.ts";
import { wordsIn } from "./words.ts";

const AT = `${PART}/backups`;
const MAX_NAME = 100; // characters

export function oneBackupAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { door, instance, budgets } = serving;
  const { dir, recipients } = instance.folder;
  const show = runPage(serving);
  const keys = (): string[] => readRecipients(recipients);

  /** What is asked of one backup that is there. */
  const about =
    <V extends DeskVisit>(work: (visit: V, of: Backup) => Reply | Promise<Reply>) =>
    async (visit: V): Promise<Reply> => {
      const file = visit.params["file"]!.split("/")[0]!;
      const of = isBackupFile(file) && listBackups(dir).find((found) => found.file === file);
      return of ? work(visit, of) : lost(visit);
    };

  function one({ account, lang }: DeskVisit, of: Backup, typed?: Typed, problems?: Problems) {
    const words = wordsIn(lang);
    const main = OneBackup({ words, of, typed, problems, hasKey: keys().length > 0 });
    const { title } = words;
    return deskPage({ account, lang, part: PART, title, main });
  }

  const download = door.sure(
    "settings",
    PART,
    about(async (visit, { file }) => {
      const { key, backups } = wordsIn(visit.lang);
      const to = keys();
      const open = !isEncrypted(file);
      if (open && to.length === 0)
        return { status: 409, page: await show(visit, { trouble: key.first }) };
      return {
        noted: { about: file },
        sends: async (req, res) => {
          using place = budgets.enter("backup", req, res);
          const path = backupPath(dir, file);
          const name = open ? `${file}.age` : file;
          const how = { path, name, ...(open && { through: encryptTo(to) }) };
          if (place) await sendFile(req, res, how);
          else refuseBusy(res, backups.busy);
        },
      };
    }),
  );

  return {
    [`GET ${AT}/:file`]: door.of(
      "settings",
      about((visit, of) => ({ page: one(visit, of) })),
    ),
    [`GET ${AT}/:file/download`]: download,
    [`POST ${AT}/:file/name`]: door.of(
      "settings",
      ["name"],
      about((visit, of) => {
        const { name } = visit.fields;
        const fits = name === "" || (v.is(line, name) && name.length <= MAX_NAME);
        if (!fits) {
          const problems = { name: wordsIn(visit.lang).backups.nameLong };
          return { status: 422, page: one(visit, of, visit.fields, problems) };
        }
        nameBackup(dir, of.file, name);
        return after(PART);
      }),
    ),
    [`POST ${AT}/:file/delete`]: door.sure(
      "settings",
      PART,
      about((_visit, { file }) => {
        deleteBackup(dir, file);
        return { ...after(PART), noted: { about: file } };
      }),
    ),
  };
}

function refuseBusy(res: ServerResponse, words: string): void {
  res.setHeader("Retry-After", "600");
  res.setHeader("Content-Type", "text/plain; charset=utf-8");
  res.writeHead(503).end(`${words}\n`);
}
