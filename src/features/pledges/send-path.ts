/** The address of a pledge's own form, the same for every pledger (P41). */
import type { Way } from "./sent.ts";

/** @param claim the figure or, for an answer, the dispute that it is about */
export function sendPath(slug: string, about?: Way, claim?: string): string {
  const query = [
    ...(about === undefined ? [] : [`about=${about}`]),
    ...(claim === undefined ? [] : [`${about === "answer" ? "dispute" : "claim"}=${claim}`]),
  ].join("&");
  return `/pledges/${slug}/send${query === "" ? "" : `?${query}`}`;
}
