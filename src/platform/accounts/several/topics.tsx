/** The form that puts several things of a list into a topic, or takes them out of it. */
import { foreign } from "../../words/inline.tsx";
import type { Html } from "../../web/route.ts";
import type { Frame } from "../../web/frame.ts";
import { SeveralForm } from "./parts.tsx";
import type { Row } from "./ticked.ts";
import { wordsIn } from "./words.ts";

/** Where it is posted to. */
export const severalPath = (space: string): string => `/desk/several/${space}`;

export function TopicsForm(props: {
  readonly space: string;
  readonly rows: readonly Pick<Row, "id" | "stamp">[];
  readonly frame: Pick<Frame, "topics" | "language">;
  readonly lang: string;
}): Html {
  const { space, rows, frame, lang } = props;
  const words = wordsIn(lang).topics;
  return (
    <SeveralForm action={severalPath(space)} rows={rows} lang={lang}>
      <div class="field">
        <label for="topic">{words.topic}</label>
        <select id="topic" name="topic">
          {frame.topics.map(({ id, name }) => (
            <option value={id} {...foreign(frame.language, lang)}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <p class="acts">
        <button type="submit" name="do" value="in">
          {words.putInto}
        </button>
        <button type="submit" name="do" value="out" class="quiet">
          {words.takeOut}
        </button>
      </p>
    </SeveralForm>
  );
}
