import type { UserManifest } from 'wxt';
import { hostPattern } from './hosts.ts';
import type { Stamp } from './stamp.ts';

/** The oldest browsers that it is built for; their style sheets know `light-dark()` and nesting. */
export const oldest = { chrome: 130, firefox: 140 } as const;

/** What every build needs: to keep the session and settings, to be on pages, to sign in with the company's provider, and to open whom a page names. */
const permissions = ['storage', 'scripting', 'identity', 'contextMenus'];

const anyHost = ['http://*/*', 'https://*/*'];
const loopback = ['http://localhost:*', 'http://127.0.0.1:*'];

/** The manifest of a build: the least that it can do its work with, for one browser and one stamp. */
export function createManifest(target: {
  readonly browser: string;
  readonly version: string;
  readonly stamp: Stamp;
}): UserManifest {
  const { browser, version, stamp } = target;
  const isFirefox = browser === 'firefox';
  const style = { ports: !isFirefox };
  const pages = [...new Set(stamp.intranet.map((pattern) => hostPattern(pattern, style)))];
  return {
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    version,
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: {},
    permissions: [...permissions, ...(stamp.server ? [] : ['activeTab'])],
    ...(stamp.server
      ? { host_permissions: [...new Set([hostPattern(stamp.server, style), ...pages])] }
      : { optional_host_permissions: anyHost }),
    commands: {
      'open-editor': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_openEditor__' },
      'find-people': { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_findPeople__' },
    },
    web_accessible_resources: [
      {
        resources: ['editor.html'],
        matches: stamp.server ? pages : anyHost,
        ...(isFirefox ? {} : { use_dynamic_url: true }),
      },
    ],
    content_security_policy: { extension_pages: contentSecurityPolicy(stamp.server) },
    ...(isFirefox
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'nameplate@nameplate.example',
              strict_min_version: `${oldest.firefox}.0`,
              data_collection_permissions: { required: ['personallyIdentifyingInfo', 'authenticationInfo'] },
            },
          },
        }
      : { minimum_chrome_version: `${oldest.chrome}` }),
  };
}

/** Pages of the extension run its own files alone and talk to the server alone, which only the background does. */
function contentSecurityPolicy(server: string | undefined): string {
  const rules = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'connect-src': server ? [server] : ['https:', ...loopback],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
  return Object.entries(rules)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}
