import type { Language } from '#shared/fields/field-kind.ts';

/** The part of a storage area of the browser that we use. */
export interface StorageArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** One value that outlives the background, which the browser may end at any moment. */
export interface Stored<Value> {
  read(): Promise<Value | undefined>;
  write(value: Value): Promise<void>;
  remove(): Promise<void>;
}

export function createStored<Value>(area: StorageArea, key: string): Stored<Value> {
  return {
    // What stands there is our own: the background alone writes it.
    read: async () => (await area.get(key))[key] as Value | undefined,
    write: (value) => area.set({ [key]: value }),
    remove: () => area.remove(key),
  };
}

export interface Settings {
  /** The server's origin. */
  readonly server: Stored<string>;
  /** The language that the person chose; without a choice it is the browser's. */
  readonly language: Stored<Language>;
}

/** In the area that launchers may read and write, and so whoever breaks out of a page: it holds nothing of weight. */
export const languageIn = (area: StorageArea): Stored<Language> => createStored(area, 'language');

/** What is kept: in an area that is ours alone, and in one that launchers share. */
export function createSettings(area: StorageArea, shared: StorageArea): Settings {
  return { server: createStored(area, 'server'), language: languageIn(shared) };
}

/** The language to speak: the chosen one, else the browser's, else English. */
export const languageFor = (chosen: Language | undefined, browserLanguage: string): Language =>
  chosen ?? (/^de\b/i.test(browserLanguage) ? 'de' : 'en');
