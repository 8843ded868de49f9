// ncc has no types. This is the part of its readme ("Programmatically From Node.js") that is used here.
declare module '@vercel/ncc' {
  export default function ncc(
    entry: string,
    options: { cache: false; quiet: boolean },
  ): Promise<{ code: string; assets: Record<string, { source: string | Buffer }> }>
}

// Not in the readme: the loader to which ncc passes each compilation of webpack before it starts.
declare module '@vercel/ncc/dist/ncc/loaders/relocate-loader.js' {
  const loader: {
    initAssetCache: (compilation: import('./bundle/webpack.ts').Compilation, ...more: unknown[]) => void
  }
  export default loader
}
