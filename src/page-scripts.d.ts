/** What a page is sent as its script: see platform/web/script.ts. */
declare module "*?script" {
  const text: string;
  export default text;
}
