/** What a moderator does with the one beside: one form, which the script gives the next one. */
import type { Html } from "../../../platform/web/route.ts";
import { conversationWordsIn, READY_REASONS } from "../../conversation/api.ts";
import { MAX_REASON } from "../commands.ts";
import type { Line } from "../lines.ts";
import type { ModerationWords } from "../words.ts";

export function Settle(props: {
  readonly line: Line;
  readonly filter: string;
  readonly words: ModerationWords;
}): Html {
  const { line, filter, words } = props;
  const { reasons } = conversationWordsIn(words.lang);
  const query = filter === "" ? "" : `?only=${filter}`;
  const isReported = line.kind === "reported";
  return (
    <form
      id="settle"
      method="post"
      action={`/desk/conversation/${line.id}/decide${query}`}
      data-query={query}
    >
      <input type="hidden" name="version" value={line.remark ? String(line.remark.version) : ""} />
      <div data-for="decide" hidden={line.isHeld}>
        <p class="acts">
          <button type="submit" name="do" value="accept" data-not="reported" hidden={isReported}>
            {words.accept}
          </button>
          <button type="submit" name="do" value="leave" data-only="reported" hidden={!isReported}>
            {words.leave}
          </button>
          <button
            class="quiet"
            type="submit"
            name="do"
            value="second"
            data-not="reported"
            hidden={isReported}
          >
            {words.second}
          </button>
        </p>
        <div data-for="refuse" hidden={!line.remark}>
          <h3 id="refuse">{words.why}</h3>
          <ol>
            {READY_REASONS.map((key, i) => (
              <li>
                <button class="small quiet" type="submit" name="do" value={`refuse:${key}`}>
                  <kbd>{i + 1}</kbd> {reasons[key]}
                </button>
              </li>
            ))}
          </ol>
          <div class="field">
            <label for="reason">{words.reason}</label>
            <textarea id="reason" name="reason" rows={2} dir="auto" maxlength={MAX_REASON} />
          </div>
          <p class="acts">
            <button class="quiet" type="submit" name="do" value="refuse">
              {words.refuse}
            </button>
          </p>
        </div>
      </div>
      <div data-for="note" hidden={!line.remark}>
        <div class="field">
          <label for="note">{words.note}</label>
          <textarea id="note" name="note" rows={2} dir="auto" maxlength={MAX_REASON} />
        </div>
        <p class="acts">
          <button class="quiet" type="submit" name="do" value="note">
            {words.noteSend}
          </button>
        </p>
      </div>
    </form>
  );
}
