import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltExtension, buildExtension } from '#test/e2e/build-extension.ts';

const browsers = ['chrome', 'firefox'] as const;
const stamp = {
  server: 'https://nameplate.example.com:8443',
  intranet: ['https://intranet.example.com/*', 'http://wiki.example.com:8080/team/*'],
};
/** Of that stamp, as the browser takes them: Firefox has no ports in match patterns (bug 1362809). */
const hosts = {
  chrome: ['https://nameplate.example.com:8443/*', 'https://intranet.example.com/*', 'http://wiki.example.com:8080/*'],
  firefox: ['https://nameplate.example.com/*', 'https://intranet.example.com/*', 'http://wiki.example.com/*'],
};
const anyHost = ['http://*/*', 'https://*/*'];

/** What a browser reads of a build, as far as it decides what the build may do. */
interface Manifest {
  readonly manifest_version: number;
  readonly permissions: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly content_scripts?: readonly unknown[];
  readonly externally_connectable?: unknown;
  readonly web_accessible_resources: readonly unknown[];
  readonly content_security_policy: { readonly extension_pages: string };
}

const builds = browsers.flatMap((browser) => [
  { browser, kind: 'store', options: { browser } },
  { browser, kind: 'company', options: { browser, ...stamp } },
]);

describe.each(builds)('least privilege: the $kind build for $browser', ({ browser, kind, options }) => {
  let extension: BuiltExtension;
  let manifest: Manifest;
  let text: string;

  beforeAll(async () => {
    extension = await buildExtension(options);
    text = await readFile(join(extension.folder, 'manifest.json'), 'utf8');
    manifest = JSON.parse(text);
  });
  afterAll(() => extension?.remove());

  test('is of version 3, and no page may talk to it', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('has no <all_urls>, and no script that runs before a host was granted', () => {
    expect(text).not.toContain('<all_urls>');
    expect(manifest.content_scripts ?? []).toEqual([]);
  });

  test('asks for no more than storage, scripting, identity, menus and, where sites are allowed one by one, the active tab', () => {
    expect(manifest.permissions.toSorted()).toEqual(
      kind === 'store'
        ? ['activeTab', 'contextMenus', 'identity', 'scripting', 'storage']
        : ['contextMenus', 'identity', 'scripting', 'storage'],
    );
    expect(manifest.optional_permissions ?? []).toEqual([]);
  });

  test('asks for no host up front in the store; in a company has exactly the hosts of its stamp', () => {
    expect(manifest.host_permissions ?? []).toEqual(kind === 'store' ? [] : hosts[browser]);
    expect(manifest.optional_host_permissions ?? []).toEqual(kind === 'store' ? anyHost : []);
  });

  test('X3 lets pages load the editor alone, on Chromium by an address of this session alone', () => {
    // The server is no page.
    const matches = kind === 'store' ? anyHost : hosts[browser].slice(1);
    const accessible = { resources: ['editor.html'], matches };
    expect(manifest.web_accessible_resources).toEqual([
      browser === 'chrome' ? { ...accessible, use_dynamic_url: true } : accessible,
    ]);
  });

  test('its pages run their own files alone, and reach the server alone', () => {
    const policy = manifest.content_security_policy.extension_pages;
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('script-src')).toEqual(["'self'"]);
    expect(rules.get('style-src')).toEqual(["'self'"]);
    expect(rules.get('base-uri')).toEqual(["'none'"]);
    expect(rules.get('form-action')).toEqual(["'none'"]);
    expect(rules.get('connect-src')).toEqual(
      kind === 'company' ? [stamp.server] : ['https:', 'http://localhost:*', 'http://127.0.0.1:*'],
    );
    expect(policy).not.toContain('unsafe');
  });
});

test.each([
  ['a server without pages', { server: 'https://nameplate.example.com' }, 'needs both'],
  ['pages without a server', { intranet: ['https://intranet.example.com/*'] }, 'needs both'],
  ['a server with a path', { ...stamp, server: 'https://example.com/nameplate' }, 'address without a path'],
  ['every host there is', { ...stamp, intranet: ['<all_urls>'] }, 'is no http:// or https:// address'],
])('a company build stamped with %s is refused, and the reason said', async (_, stamped, reason) => {
  await expect(buildExtension({ browser: 'chrome', ...stamped })).rejects.toThrow(reason);
});
