import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltExtension, buildExtension } from '#test/e2e/build-extension.ts';
import { editorBytes, launcherBytes } from './built-bytes.ts';

const kibibyte = 1024;

describe.each(['chrome', 'firefox'] as const)('the build for %s', (browser) => {
  let extension: BuiltExtension;
  beforeAll(async () => {
    extension = await buildExtension({ browser });
  });
  afterAll(() => extension?.remove());

  test('its launcher weighs at most 6 KiB, gzipped', async () => {
    expect(await launcherBytes(extension.folder)).toBeLessThanOrEqual(6 * kibibyte);
  });

  test('its editor, with all that the page loads, weighs at most 60 KiB, gzipped', async () => {
    const bytes = await editorBytes(extension.folder);
    expect(bytes).toBeLessThanOrEqual(60 * kibibyte);
    // A document that refers to nothing would be light, too.
    expect(bytes).toBeGreaterThan(20 * kibibyte);
  });
});
