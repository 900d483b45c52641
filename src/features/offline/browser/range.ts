/** A part of what is kept: players ask for films in ranges, and seek only in what is answered so (RFC 9110 §14). */
export async function rangeFrom(kept: Response, range: string | null): Promise<Response> {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return kept;
  const whole = await kept.blob();
  const { size } = whole;
  const start = from === "" ? Math.max(size - Number(to), 0) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (start > end)
    return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${size}` } });
  return new Response(whole.slice(start, end + 1), {
    status: 206,
    headers: {
      "Content-Type": kept.headers.get("content-type") ?? "",
      "Content-Range": `bytes ${start}-${end}/${size}`,
      "Content-Length": String(end - start + 1),
      "Accept-Ranges": "bytes",
    },
  });
}
