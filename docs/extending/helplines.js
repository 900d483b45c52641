/**
 * A feature of one's own, whole: helplines that readers can call, kept at the desk, each with a note for the desk alone.
 * Start the program with CND_FEATURES=/path/to/helplines.js; docs/extending.md goes through it.
 */

/** Kinds, tables, projections and private parts begin with it. */
export const name = "helplines";

const LISTED = "helplines.listed/1";
const ENDED = "helplines.ended/1";
const NUMBER = /^\+?[0-9][0-9 ]{2,24}$/;

/** What the log is made of: the form of each record, and the table that is folded from them. No page. */
export function model({ v, fields, table, text, rowProjection, lastSaid }) {
  const Listed = v.strictObject({
    title: fields.line,
    number: v.pipe(v.string(), v.regex(NUMBER)),
  });
  const kinds = {
    [LISTED]: { opens: true, body: Listed, page: "/helplines" },
    [ENDED]: { opens: false, body: fields.withdrawal },
  };
  return {
    kinds,
    projections: [
      rowProjection({
        name,
        version: 1, // raised where rows change: tables are then filled anew
        kinds,
        tables: { helplines: table({ subject: text, title: text, number: text }) },
        fold: (records) => lastSaid(records, Listed, ENDED),
        rows: (said) => ({ helplines: [said] }),
      }),
    ],
    private: [notes],
  };
}

/** What may never be public: in the backup, in no record. */
const notes = {
  name,
  // A note that was deleted comes back by no restore of an older backup, and it stays until the desk removes it.
  tables: { helplines_note: { key: ["subject"], keeps: { what: "own", until: "desk" } } },
  migrations: [
    (db) =>
      db.schema
        .createTable("helplines_note")
        .addColumn("subject", "text", (c) => c.primaryKey())
        .addColumn("note", "text", (c) => c.notNull())
        .execute(),
  ],
  questions: { all: (db) => db.selectFrom("helplines_note").selectAll().execute() },
  // Their answers go to another thread, so they are plain values, or none.
  operations: {
    async keep(db, row) {
      await db.insertInto("helplines_note").values(row).execute();
    },
    async forget(db, subject) {
      await db.deleteFrom("helplines_note").where("subject", "=", subject).execute();
    },
  },
};

/** Its pages, its part of the desk, and what is posted there. */
export function feature({ html, deskPage, after, doneIn, say, sayAbout }, { asking, v, fields }) {
  const PART = "/desk/helplines";
  const listed = (db) => db.selectFrom("helplines").selectAll().orderBy("title").execute();
  const about = () => ({
    title: "Helplines",
    help: "Numbers that readers can call. What you list is public at once. A note is for the desk alone.",
  });

  const routes = [
    {
      path: "/helplines",
      async answer({ db }) {
        const all = await listed(db);
        return {
          kind: "page",
          uses: { projections: [name] }, // it is made anew when a record has touched one
          title: "Helplines",
          description: "Whom you can call.",
          lang: "en",
          main: html`<h1>Helplines</h1>
            ${all.length === 0 ? html`<p class="wanted">No number stands here yet.</p>` : ""}
            <ul class="lines">
              ${all.map((one) => html`<li><span>${one.title}</span> <b>${one.number}</b></li>`)}
            </ul>`,
        };
      },
    },
  ];

  function machine({ door, instance, speaker }) {
    const ask = asking(notes)(instance.log.private);

    async function show({ account, lang, search }, typed = {}, trouble) {
      const kept = new Map((await ask.all()).map((row) => [row.subject, row.note]));
      const all = await instance.snapshot(listed);
      const field = (id, label) =>
        html`<div class="field">
          <label for="${id}">${label}</label>
          <input id="${id}" name="${id}" maxlength="120" value="${typed[id] ?? ""}" />
        </div>`;
      const line = ({ subject, title, number }) =>
        html`<li>
          <span>${title}, ${number}. ${kept.get(subject) ?? ""}</span>
          <form method="post" action="${PART}/${subject}/end">
            <button class="quiet small">Take ${title} off</button>
          </form>
        </li>`;
      const main = html`<h1>Helplines</h1>
        ${trouble ? html`<p class="aside" role="alert" tabindex="-1" autofocus>${trouble}</p>` : ""}
        <ul class="lines">
          ${all.map(line)}
        </ul>
        <form method="post" action="${PART}">
          ${field("title", "Whom one calls")} ${field("number", "Number")}
          ${field("note", "Note for the desk")}
          <p class="acts"><button>List it</button></p>
        </form>`;
      const done = doneIn(search, lang);
      return deskPage({ account, lang, part: PART, title: "Helplines", main, done });
    }

    return {
      [`GET ${PART}`]: door.of("publish", async (visit) => ({ page: await show(visit) })),
      [`POST ${PART}`]: door.of("publish", ["title", "number", "note"], async (visit) => {
        const { note, ...body } = visit.fields;
        if (!v.is(fields.line, body.title) || !NUMBER.test(body.number) || note.length > 120) {
          const trouble =
            "Nothing was listed: write whom one calls, and a number such as +263 1234.";
          return { status: 422, page: await show(visit, visit.fields, trouble) };
        }
        const [record] = await say(speaker, [{ kind: LISTED, body }]);
        if (note !== "") await ask.keep({ subject: record.id, note });
        return after(PART);
      }),
      [`POST ${PART}/:subject/end`]: door.of("publish", async ({ params }) => {
        const all = await instance.snapshot(listed);
        const { subject } = all.find((one) => one.subject === params.subject) ?? {};
        if (subject === undefined) return { to: PART };
        await sayAbout(speaker, subject, { kind: ENDED, body: {} });
        await ask.forget(subject);
        return after(PART);
      }),
    };
  }

  return {
    routes,
    machine,
    desk: [{ path: PART, group: "reach", permission: "publish", about }],
  };
}
