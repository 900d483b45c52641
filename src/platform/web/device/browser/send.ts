/** One file to the desk in pieces (tus 1.0), gone on with after every cut; the pieces grow while the link holds and shrink when it breaks. */

/** A file that goes to the desk. */
export interface Piece {
  /** The upload's id: made here, so that the same file sent twice is one. */
  readonly id: string;
  readonly what: string;
  readonly blob: Blob;
  /** Bytes that are with the desk, as far as this device knows. */
  sent: number;
  done?: boolean;
}

const SMALLEST = 16_000; // bytes; a second or two on the worst links
const LARGEST = 256_000;
const PATIENCE = 30_000; // ms without an answer after which a line is taken for dead

/** No: the desk does not take this file, and says why. */
export class Refused extends Error {
  readonly piece: Piece;
  constructor(words: string, piece: Piece) {
    super(words);
    this.piece = piece;
  }
}
/** Not now: the desk says why, and takes it later. */
export class Later extends Error {}

let size = 32_000;

/**
 * @param files the address below which files are taken
 * @param key the secret under which it is taken: whoever knows it goes on with the file
 * @param told called whenever more of its bytes are with the desk
 */
export async function sendPiece(
  piece: Piece,
  { files, key }: { readonly files: string; readonly key: string },
  told: () => void,
): Promise<void> {
  if (piece.done) return;
  const at = `${files}/${piece.id}`;
  const own = { "Tus-Resumable": "1.0.0", "Upload-Key": key };
  const head = await ask(at, { method: "HEAD", headers: own });
  if (head.status === 404) {
    const about = `id ${btoa(piece.id)},what ${btoa(piece.what)}`;
    const length = String(piece.blob.size);
    await taken(
      await ask(files, {
        method: "POST",
        headers: { ...own, "Upload-Length": length, "Upload-Metadata": about },
      }),
      piece,
    );
    piece.sent = 0;
  } else {
    await taken(head, piece);
    piece.sent = Number(head.headers.get("upload-offset"));
  }
  told();
  do {
    const body = piece.blob.slice(piece.sent, piece.sent + size);
    const began = Date.now();
    const headers = {
      ...own,
      "Upload-Offset": String(piece.sent),
      "Content-Type": "application/offset+octet-stream",
    };
    const answer = await ask(at, { method: "PATCH", headers, body }).catch((error: unknown) => {
      size = Math.max(SMALLEST, size / 2);
      throw error;
    });
    if (answer.status !== 409) await taken(answer, piece);
    piece.sent = Number(answer.headers.get("upload-offset"));
    if (Date.now() - began < 8000) size = Math.min(LARGEST, size * 2);
    told();
  } while (piece.sent < piece.blob.size);
  piece.done = true;
  told();
}

/** That a page can be had now: who leaves for one without a link sees an error in its place. @throws Error without an answer */
export async function reach(page: string): Promise<void> {
  const signal = AbortSignal.timeout(PATIENCE);
  await fetch(page, { method: "HEAD", cache: "no-store", credentials: "omit", signal });
}

/** @throws Error where no answer came, or one that is not the desk's: what stands between answers for itself, and knows nothing of the file */
async function ask(to: string, init: RequestInit): Promise<Response> {
  const patience = PATIENCE + ((init.body as Blob | undefined) ? size / 2 : 0); // 2 kB a second at least
  const answer = await fetch(to, {
    ...init,
    cache: "no-store",
    credentials: "omit",
    signal: AbortSignal.timeout(patience),
  });
  if (!answer.headers.has("tus-resumable"))
    throw new Error(`Expected an answer of the desk, got ${answer.status} of something else.`);
  return answer;
}

async function taken(answer: Response, piece: Piece): Promise<void> {
  if (answer.ok) return;
  const words = (await answer.text()).trim();
  if ([400, 403, 413, 415, 422].includes(answer.status)) throw new Refused(words, piece);
  throw words === "" ? new Error("Expected words of the desk, got none.") : new Later(words);
}
