import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import packageJson from '../package.json' with { type: 'json' };
import { createManifest, oldest } from './manifest.ts';
import { readStamp } from './read-stamp.ts';

const stamp = readStamp(process.env);

export default defineConfig({
  imports: false,
  outDir: process.env.NAMEPLATE_OUT ?? '.output',
  manifest: ({ browser }) => createManifest({ browser, version: packageJson.version, stamp }),
  experimental: { escapeUnicode: true },
  vite: () => ({
    // For older ones `light-dark()` would be written out in a way that our `!important` rules break.
    build: { cssTarget: Object.entries(oldest).map(([name, version]) => `${name}${version}`) },
    define: {
      'import.meta.env.NAMEPLATE_SERVER': JSON.stringify(stamp.server ?? ''),
      'import.meta.env.NAMEPLATE_INTRANET': JSON.stringify(stamp.intranet.join(',')),
    },
  }),
  hooks: {
    'build:publicAssets': async (_wxt, files) => {
      for (const language of ['en', 'de']) {
        const { manifest } = await import(`./ui/messages/${language}.ts`).then((all) => all[language]);
        const messages = Object.fromEntries(Object.entries(manifest).map(([key, message]) => [key, { message }]));
        files.push({ relativeDest: `_locales/${language}/messages.json`, contents: JSON.stringify(messages) });
      }
    },
    'build:done': async ({ config }) => {
      const { default: sharp } = await import('sharp');
      const folder = join(config.outDir, 'icon');
      await mkdir(folder, { recursive: true });
      for (const size of [16, 32, 48, 128]) {
        const image = sharp(join(config.srcDir, 'icons/nameplate.svg'), { density: ((72 * size) / 128) * 4 });
        await image
          .resize(size, size)
          .png()
          .toFile(join(folder, `${size}.png`));
      }
    },
  },
});
