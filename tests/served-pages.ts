/** Every page that a campaign serves to readers: those of its sitemap, and those that no search engine is told of. */

/** Forms, lists as they are asked for, and what stands where nothing does. */
const MORE = [
  "/log",
  "/stories?page=2",
  "/stories?walk=teacher",
  "/search?q=network",
  "/search?q=nothinglikethis",
  "/take-part/story",
  "/opportunities/new",
  "/atlas?layer=speed",
  "/measure",
  "/nothing-here",
];

/** @returns paths, each once */
export async function pagesOf(base: string): Promise<string[]> {
  const map = await (await fetch(`${base}/sitemap.xml`)).text();
  const listed = [...map.matchAll(/<loc>[^<]*?\/\/[^/<]+([^<]*)<\/loc>/g)].map((m) => m[1] || "/");
  const paths = new Set([...listed, ...MORE]);
  for (const path of listed)
    if (/^\/(?:stories|pledges)\/[^/]+$/.test(path)) paths.add(`${path}/comment`);
  return [...paths].map((path) => path.replaceAll("&amp;", "&"));
}
