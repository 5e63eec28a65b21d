import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Browser {
  readonly kind: 'chrome' | 'firefox';
  readonly file: string;
}

const kinds: readonly (readonly [Browser['kind'], readonly string[]])[] = [
  ['chrome', ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe']],
  ['firefox', ['firefox', 'firefox-esr', 'firefox.exe']],
];

type Environment = Readonly<Record<string, string | undefined>>;

/** The first browser that is installed, where there is a display to show it on. */
export function findBrowser(env: Environment, platform: NodeJS.Platform): Browser | undefined {
  const hasDisplay = platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  if (!hasDisplay) return undefined;
  const folders = [...(env.PATH ?? '').split(delimiter), ...usualFolders(env, platform)].filter(Boolean);
  for (const [kind, names] of kinds) {
    const files = [...names, ...macNames(kind, platform)].flatMap((name) =>
      folders.map((folder) => join(folder, name)),
    );
    const file = files.find((one) => existsSync(one));
    if (file) return { kind, file };
  }
  return undefined;
}

function usualFolders(env: Environment, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') return ['/Applications'];
  if (platform !== 'win32') return [];
  return [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].flatMap((folder) =>
    folder
      ? [
          join(folder, 'Google/Chrome/Application'),
          join(folder, 'Chromium/Application'),
          join(folder, 'Mozilla Firefox'),
        ]
      : [],
  );
}

function macNames(kind: Browser['kind'], platform: NodeJS.Platform): string[] {
  if (platform !== 'darwin') return [];
  return kind === 'chrome'
    ? ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome']
    : ['Firefox.app/Contents/MacOS/firefox'];
}
