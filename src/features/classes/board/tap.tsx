/** A thing that a teacher sets by a tap, and takes back by the same one. */
import type { Html } from "../../../platform/web/route.ts";

/** One button of the form of the board: what it sends is what it is to be then, so that sent twice it is once. */
export function Tap(props: {
  readonly id: string;
  readonly value: string;
  /** Absent where there is nothing to take back. */
  readonly isOn?: boolean;
  readonly label: string;
  readonly children?: unknown;
}): Html {
  const { id, value, isOn, label, children } = props;
  return (
    <button
      form="tap"
      name="tap"
      id={id}
      value={value}
      class={isOn ? "tap set" : "tap quiet"}
      aria-pressed={isOn === undefined ? undefined : isOn ? "true" : "false"}
      aria-label={label}
    >
      {children}
    </button>
  );
}
