/** Who saves, joins or withdraws at the desk does so alone: each sees what the one before has said. */
import { openTurn } from "../../platform/db/in-turn.ts";

export const inTurn = openTurn();
