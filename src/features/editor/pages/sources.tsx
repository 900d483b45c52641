/** The sources of a story, a row of fields each, in the order of their numbers. Rule W27. */
import type { Html } from "../../../platform/web/route.ts";
import { SOURCE_FIELDS, sourceRows, type SourceRow } from "../sources.ts";
import { Long, marks, Trouble, type FieldsProps } from "./fields.tsx";

const EMPTY = 2; // rows for more; saving brings new ones

export function Sources(props: FieldsProps): Html {
  const { words, typed } = props;
  const rows = sourceRows(typed["sources"] ?? "");
  if (!rows) return <Long {...props} name="sources" rows={8} code />;
  const all = [...rows, ...Array.from({ length: EMPTY }, () => undefined)];
  return (
    <div id="sources" {...marks(props, "sources")}>
      <p class="hint">{words.fields.sourcesHint}</p>
      <Trouble {...props} name="sources" />
      {all.map((row, i) => (
        <Source {...props} row={row} at={`sources.${i}`} n={i + 1} />
      ))}
    </div>
  );
}

const Source = (
  props: FieldsProps & {
    readonly row: SourceRow | undefined;
    readonly at: string;
    readonly n: number;
  },
): Html => {
  const { row, at, n, words } = props;
  return (
    <fieldset class="field">
      <legend>{words.naming.one(words.sourceOne, n)}</legend>
      {row?.rest && <input type="hidden" name={`${at}.rest`} value={row.rest} />}
      {SOURCE_FIELDS.map((key) => {
        const own = { id: `${at}.${key}`, name: `${at}.${key}`, dir: "auto" as const };
        const value = row?.fields[key] ?? "";
        return (
          <div class="field">
            <label for={own.id}>{words.sourceFields[key]}</label>
            {key === "note" ? (
              <textarea {...own} rows={2}>
                {value}
              </textarea>
            ) : (
              <input {...own} value={value} maxlength={2000} autocomplete="off" />
            )}
          </div>
        );
      })}
    </fieldset>
  );
};
