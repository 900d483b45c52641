/** What waits for its day or its hour: until when, what hindered it, and a button by which it is not said then. */
import { Said } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { Waiting } from "../../stories/model.ts";
import { beginsWords } from "../hours.ts";
import type { WritingWords } from "../words.ts";

interface WaitsProps {
  /** Of its draft. */
  readonly path: string;
  readonly waits: Waiting;
  readonly words: WritingWords;
  readonly zone: string;
  readonly mayPublish?: boolean;
}

export function Waits({ path, waits, words, zone, mayPublish = true }: WaitsProps): Html {
  const { day, trouble } = waits;
  return (
    <>
      {trouble === null ? (
        <p>{words.waits.until(beginsWords(day, zone, words))}</p>
      ) : (
        <Said isWrong>
          {words.waits.trouble} {trouble}
        </Said>
      )}
      {mayPublish && (
        <form method="post" action={`${path}/cancel`}>
          <p class="acts">
            <button type="submit" class="quiet">
              {words.waits.cancel}
            </button>
          </p>
        </form>
      )}
    </>
  );
}
