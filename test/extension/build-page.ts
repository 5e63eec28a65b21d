import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { createManifest } from '../../extension/manifest.ts';

const root = join(import.meta.dirname, '../..');

/** What is served in the place of a page of the extension, by path. */
export type Files = ReadonlyMap<string, { readonly contentType: string; readonly body: string }>;

/** The content security policy that the extension's own pages are under. */
export const extensionPolicy = String(
  (
    createManifest({ browser: 'chrome', version: '0', stamp: { server: undefined, intranet: [] } })
      .content_security_policy as { extension_pages: string }
  ).extension_pages,
);

/** A page of the extension, with the script of a test in the place of its own. */
export async function buildPage(entrypoint: string, script: string): Promise<Files> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, rolldownOptions: { input: script } },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const files = new Map<string, { contentType: string; body: string }>();
  let head = '';
  for (const file of outputs) {
    const path = `/${file.fileName}`;
    if (file.type === 'chunk') {
      files.set(path, { contentType: 'text/javascript', body: file.code });
      if (file.isEntry) head += `<script type="module" src="${path}"></script>`;
    } else {
      files.set(path, { contentType: 'text/css', body: String(file.source) });
      head += `<link rel="stylesheet" href="${path}">`;
    }
  }
  const html = readFileSync(join(root, `extension/entrypoints/${entrypoint}/index.html`), 'utf8');
  return files.set('/', { contentType: 'text/html', body: html.replace(/<script.*<\/script>/u, () => head) });
}
