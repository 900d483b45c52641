/** Films and sounds at the desk. */
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import type { Recording } from "../recordings.ts";
import { en as words } from "../words/en.ts";

export const RecordingList = ({ all }: { readonly all: readonly Recording[] }): Html => (
  <>
    <header class="row head">
      <h1 class="c10">{words.title}</h1>
      <p class="stand c8">{words.lead}</p>
    </header>
    {all.length === 0 ? (
      <p>{words.none}</p>
    ) : (
      <ul class="lines">
        {all.map(({ media, title, bytes, lines }) => (
          <li>
            <a href={`/desk/media/${media}`}>{title}</a>
            <small>
              {formatBytes(bytes)}
              {lines.length > 0 && " · "}
              {lines
                .filter(({ kind }) => kind === "captions")
                .map(({ language }) => language)
                .join(", ")}
            </small>
          </li>
        ))}
      </ul>
    )}
  </>
);
