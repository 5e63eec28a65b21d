import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a page runs of the launcher, gzipped, in bytes. */
export async function launcherBytes(folder: string): Promise<number> {
  return gzipSync(await readFile(join(folder, 'content-scripts/launcher.js'))).length;
}

/**
 * All that the editor's page loads to be there (document, scripts with everything they import, styles), each gzipped, in
 * bytes. What is loaded only once somebody asks for it (`import()`) is no part of that.
 */
export async function editorBytes(folder: string): Promise<number> {
  const wanted = ['/editor.html'];
  const seen = new Set<string>();
  let bytes = 0;
  for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const content = await readFile(join(folder, path));
    bytes += gzipSync(content).length;
    wanted.push(...referencesOf(content.toString(), path));
  }
  return bytes;
}

function referencesOf(text: string, path: string): string[] {
  const atOnce = text.replace(/import\(\s*["'`][^"'`]+["'`]\s*\)|__vite__mapDeps=[\s\S]*?\]/gu, '');
  const references = [...atOnce.matchAll(/["'`]([^"'`\s]+\.(?:js|css))["'`]/gu)].map(([, reference = '']) => reference);
  return references.flatMap((reference) => {
    const { pathname, host } = new URL(reference, `http://extension${path}`);
    return host === 'extension' ? [pathname] : [];
  });
}
