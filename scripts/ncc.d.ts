// ncc ships no types; this is the part of its readme ("Programmatically From Node.js") that is used here.
declare module '@vercel/ncc' {
  export default function ncc(
    entry: string,
    options: { cache: false; quiet: boolean; license: string },
  ): Promise<{ code: string; assets: Record<string, { source: string | Buffer }> }>
}
