/** The sources and the open questions of a story, a row of fields each, in the order of their numbers. Rules W27 and W42. */
import type { Html } from "../../../platform/web/route.ts";
import { LISTS, listRows, type ListName, type ListRow } from "../list-rows.ts";
import { wordsOfList } from "../within.ts";
import { Long, marks, Trouble, type FieldsProps } from "./fields.tsx";

const EMPTY = 2; // rows for more; saving brings new ones
const LONG: readonly string[] = ["note", "settled.answer"];

interface RowsProps extends FieldsProps {
  readonly list: ListName;
}

export function ListRows(props: RowsProps): Html {
  const { list, words, typed } = props;
  const rows = listRows(list, typed);
  if (!rows) {
    const problems = props.problems.map(({ field, message }) => ({ field, message }));
    return <Long {...props} problems={problems} name={list} rows={8} code />;
  }
  const all = [...rows, ...Array.from({ length: EMPTY }, () => undefined)];
  return (
    <div id={list} {...marks(props, list)}>
      <p class="hint">{words.fields[`${list}Hint`]}</p>
      <Trouble {...props} name={list} />
      {all.map((row, i) => (
        <Row {...props} row={row} at={`${list}.${i}`} n={i + 1} />
      ))}
    </div>
  );
}

function Row(
  props: RowsProps & {
    readonly row: ListRow | undefined;
    readonly at: string;
    readonly n: number;
  },
): Html {
  const { list, row, at, n, words } = props;
  const { one, labels } = wordsOfList(list, words);
  return (
    <fieldset class="field">
      <legend>{words.naming.one(one, n)}</legend>
      {row?.rest && <input type="hidden" name={`${at}.rest`} value={row.rest} />}
      {LISTS[list].map((key) => {
        const name = `${at}.${key}`;
        const own = { id: name, name, dir: "auto" as const, ...marks(props, name) };
        const value = row?.fields[key] ?? "";
        return (
          <div class="field">
            <label for={name}>{labels[key.split(".").at(-1)!]}</label>
            {LONG.includes(key) ? (
              <textarea {...own} rows={2}>
                {value}
              </textarea>
            ) : (
              <input {...own} value={value} maxlength={2000} autocomplete="off" />
            )}
            <Trouble {...props} name={name} />
          </div>
        );
      })}
    </fieldset>
  );
}
