/** How long a mail address is kept for the mail that tells of an answer, on both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../tests/databases.ts";
import { migrateLog } from "../../platform/log/tables.ts";
import { openPrivate, platformParts } from "../../platform/private/private.ts";
import { newSecret } from "../../platform/private/submissions.ts";
import { isMailed, mailAnswers } from "./mailing.ts";
import { askRights, rightsPart } from "./private.ts";

type House = Parameters<typeof mailAnswers>[0];

for (const [name, open] of Object.entries(DATABASES))
  test(`RI10 a mail that no server takes is tried for seven days, and the address is gone then; without a mail server none is kept: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const privately = await openPrivate(database.db, [...platformParts, rightsPart]);
    const ask = askRights(privately);
    const tried: string[] = [];
    const mail = { send: () => assert.fail("The jobs send it.") } as unknown as House["mail"] & {};
    const onDay = (day: string, withMail = true) =>
      ({
        instance: { log: { private: privately } },
        jobs: { add: async (_: string, about: string) => (tried.push(about), about) },
        now: () => Date.parse(`${day}T12:00:00Z`),
        ...(withMail && { mail }),
      }) as unknown as House;
    const answered = async (contact: string, house: House) => {
      const came = { what: "see", came: "2026-11-01", due: "2026-12-01", person: null } as const;
      const sent = { ...came, secret: newSecret(), about: "{}", contact };
      const request = (await ask.add(sent))!;
      const { id } = request;
      const said = { id, words: "Yes.", by: "a", on: "2026-11-04" };
      await ask.answer({ ...said, isMailed: isMailed(house, request) });
      return id;
    };
    const contactOf = async (id: string) => (await ask.byId(id))!.contact;

    const first = onDay("2026-11-04");
    const unsent = await answered("amal@example.org", onDay("2026-11-04", false));
    assert.equal(await contactOf(unsent), null, "nobody can send it");
    const spoken = await answered("ask at the mill", first);
    assert.equal(await contactOf(spoken), null, "it is no mail address");
    const id = await answered("amal@example.org", first);
    for (const day of ["2026-11-04", "2026-11-11"]) await mailAnswers(onDay(day));
    assert.deepEqual(tried, [id, id]);
    assert.equal(await contactOf(id), "amal@example.org");
    await mailAnswers(onDay("2026-11-12"));
    assert.deepEqual(tried, [id, id], "not tried any more");
    assert.equal(await contactOf(id), null);

    const other = await answered("beno@example.org", first);
    await mailAnswers(onDay("2026-11-05", false));
    assert.equal(await contactOf(other), null, "the server is named no more");
  });
