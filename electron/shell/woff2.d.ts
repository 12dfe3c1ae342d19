/** Vite puts the file's content in place of such an import, as a `data:` address. */
declare module '*.woff2?inline' {
  const address: string;

  export = address;
}
