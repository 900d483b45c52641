/** A dataset's table beside its form: its first rows, how many fit, and what is wrong with the others. Rule KO10. */
import type { StoredMedia } from "../../../platform/folder/fields.ts";
import type { Html } from "../../../platform/web/route.ts";
import type { Coming, FormVisit } from "../coming.ts";
import type { Typed } from "../form/typed.ts";
import { askContent } from "../private.ts";
import type { ContentWords } from "../words.ts";
import { MOST_ROWS, type TableRefused } from "./intake.ts";
import { lookAt, withColumns, type Looked } from "./looking.ts";

const SHOWN = 20; // rows that do not fit

/** Why it was not taken. */
export const tableRefused = ({ why, line }: TableRefused, { table }: ContentWords): string =>
  why === "rows"
    ? table.rows(MOST_ROWS.toLocaleString("en"))
    : why === "formula"
      ? table.formula(line)
      : table[why];

/** The form with the columns of its table to choose from, and what the table says above it. */
export async function withTable(at: FormVisit, coming: Coming): Promise<Coming> {
  const first = await lookedAt(at, coming.typed);
  if (!first) return coming;
  const typed = withColumns(coming.typed, first.columns);
  const looked = (await lookedAt(at, typed)) ?? first;
  const above = <TablePage looked={looked} words={at.words} />;
  return { ...coming, typed, columns: looked.columns, above };
}

/** How many rows there are and how many are left out, counted and not typed. */
export async function withCounts(at: FormVisit, typed: Typed): Promise<Typed> {
  const { checked } = (await lookedAt(at, typed)) ?? {};
  if (!checked) return typed;
  const { good, bad } = checked;
  return { ...typed, rows: String(good), leftOut: bad > 0 ? String(bad) : "" };
}

async function lookedAt(at: FormVisit, typed: Typed): Promise<Looked | undefined> {
  const media = await storedAt(at, typed["file"] ?? "");
  return media === undefined ? undefined : lookAt(at.serving.instance.media, media, typed);
}

async function storedAt({ serving, standing }: FormVisit, name: string) {
  const own = standing?.known.body?.["file"] as StoredMedia | undefined;
  if (own?.name === name) return own.media;
  const [row] = name === "" ? [] : await askContent(serving.instance.log.private).files([name]);
  return row?.media;
}

function TablePage({
  looked,
  words,
}: {
  readonly looked: Looked;
  readonly words: ContentWords;
}): Html {
  const { columns, rows, checked, trouble } = looked;
  return (
    <div>
      <h2 class="knot mini" id="table">
        {words.firstRows}
      </h2>
      <div class="scroll" tabindex={0} role="region" aria-labelledby="table">
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells) => (
              <tr>
                {cells.map((cell) => (
                  <td dir="auto">{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {trouble !== undefined && <p class="status">{trouble}</p>}
      {checked && (
        <>
          <p>{words.fits(checked.good)}</p>
          {checked.bad > 0 && (
            <>
              <p>{words.leftOut(checked.bad)}</p>
              <ul>
                {checked.problems.slice(0, SHOWN).map(({ line, problem }) => (
                  <li dir="auto">{words.atLine(line, problem)}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </div>
  );
}
