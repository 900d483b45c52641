/** Told before a board is read: what was read before somebody was erased is not kept after it. */
let turn = 0;

export const turnOfBoards = (): number => turn;
export function nextTurn(): void {
  turn += 1;
}
