import { hashOf } from "../../platform/private/submissions.ts";

/** Of a comment that was made here: from what is kept of its secret, so that nobody else can make it. */
export const commentIdOf = (secret: string): string => hashOf(secret).slice(0, 32);
