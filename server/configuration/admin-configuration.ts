import { randomBytes } from 'node:crypto';
import type { Impact, ShownDirectory, ShownSignIn } from '#shared/contract/admin.ts';
import type { DirectoryDefinition, SecretReference } from '#shared/contract/configuration/directory.ts';
import type { SignInSettings } from '#shared/contract/configuration/sign-in.ts';
import type { Configuration } from '#shared/contract/configuration.ts';
import { Problem } from '../problem.ts';
import { keptAs } from '../profiles/field-source.ts';
import { createCipher } from '../secrets/cipher.ts';
import type { ValueCounts } from '../store/value-counts.ts';
import { type BindPassword, bindPasswordOf } from './bind-password.ts';
import type { Issue } from './configuration-fault.ts';
import { createEdit, type Edit, type EditDeps, type Editor, type Revised } from './edit-configuration.ts';
import { languageIssues } from './language-issues.ts';
import type { SecretSources } from './secret-reference.ts';
import { strayPasswords, takeDirectory } from './take-directory.ts';
import { secretsIn } from './take-secret.ts';
import { strayClientSecret, takeSignIn } from './take-sign-in.ts';

/** What speaks against fields, and what should be known of them. */
export interface CheckedFields {
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
}

export interface DraftDirectory {
  readonly definition: DirectoryDefinition;
  readonly password: BindPassword;
}

export interface AdminConfigurationDeps extends EditDeps {
  readonly valueCounts: ValueCounts;
  /** Whether the directories can take these fields. */
  checkFields(fields: unknown, now: Configuration): Promise<CheckedFields>;
}

/** What admins see and change of the configuration. Each change is checked whole, and made against the revision that the admin saw. */
export function createAdminConfiguration(deps: AdminConfigurationDeps) {
  const { valueCounts } = deps;
  const { load, edit } = createEdit(deps);

  function addedDirectory(sent: unknown, now: Configuration, sources: SecretSources = deps): Edit {
    const { directories } = now;
    const { document, issues } = takeDirectory(sent, undefined, { ...sources, known: secretsIn(now) });
    const place = ['directories', directories.length];
    return { document: { ...now, directories: [...directories, document] }, place, issues };
  }

  function replacedDirectory(key: string, sent: unknown, now: Configuration, sources: SecretSources = deps): Edit {
    const index = now.directories.findIndex((directory) => directory.key === key);
    if (index < 0) throw noDirectory(key);
    const { directories } = now;
    const { document, issues } = takeDirectory(sent, directories[index], { ...sources, known: secretsIn(now) });
    return {
      document: { ...now, directories: directories.with(index, document as never) },
      place: ['directories', index],
      issues,
    };
  }

  return {
    load,

    addDirectory: (editor: Editor, sent: unknown): Promise<Revised> => edit(editor, (now) => addedDirectory(sent, now)),

    /** A directory that is not saved, checked as if it were, with the password that came with it or is kept for this very address. */
    async draftDirectory(key: string, sent: unknown): Promise<DraftDirectory> {
      // Typed passwords can be tried without a key for keeping them.
      const sources = { environment: deps.environment, cipher: deps.cipher ?? createCipher(randomBytes(32)) };
      const { tryOut: tryDraft } = createEdit({ ...deps, ...sources });
      const { directories } = await tryDraft((now) =>
        now.directories.some((directory) => directory.key === key)
          ? replacedDirectory(key, sent, now, sources)
          : addedDirectory(sent, now, sources),
      );
      const definition = directories.find((directory) => directory.key === key);
      if (!definition)
        throw new Problem('invalid', `key has to be ${key}, as in the address.`, { field: 'key', rule: 'key' });
      return { definition, password: bindPasswordOf(definition, sources) };
    },

    putDirectory: (editor: Editor, key: string, sent: unknown): Promise<Revised> =>
      edit(editor, (now) => replacedDirectory(key, sent, now)),

    removeDirectory: (editor: Editor, key: string): Promise<Revised> =>
      edit(editor, (now) => {
        const directories = now.directories.filter((directory) => directory.key !== key);
        if (directories.length === now.directories.length) throw noDirectory(key);
        return { document: { ...now, directories }, place: ['directories'] };
      }),

    orderDirectories: (editor: Editor, keys: readonly string[]): Promise<Revised> =>
      edit(editor, (now) => {
        const directories = keys.flatMap((key) => now.directories.filter((directory) => directory.key === key));
        const isOrder = directories.length === keys.length && new Set(keys).size === now.directories.length;
        const message = `must name each directory once: ${now.directories.map(({ key }) => key).join(', ')}`;
        const issues = isOrder ? [] : [{ path: ['keys'], rule: 'order', message }];
        return { document: isOrder ? { ...now, directories } : now, place: ['directories'], issues };
      }),

    async putFields(editor: Editor, sent: unknown): Promise<Revised & { readonly warnings: readonly Issue[] }> {
      let checked: CheckedFields = { issues: [], warnings: [] };
      const edited = await edit(editor, async (now) => {
        const fields = onlyMember(sent, 'fields');
        checked = await deps.checkFields(fields, now);
        return {
          document: { ...now, fields },
          place: [],
          issues: [...languageIssues(fields, ['fields']), ...checked.issues],
        };
      });
      return { ...edited, warnings: checked.warnings };
    },

    putSettings: (editor: Editor, settings: unknown): Promise<Revised> =>
      edit(editor, (now) => ({
        document: { ...now, settings },
        place: ['settings'],
        issues: languageIssues(settings, []),
      })),

    putRoles: (editor: Editor, roles: unknown): Promise<Revised> =>
      edit(editor, (now) => ({ document: { ...now, roles }, place: ['roles'] })),

    putSignIn: (editor: Editor, sent: unknown): Promise<Revised> =>
      edit(editor, (now) => {
        const { document, issues } = takeSignIn(sent, now.signIn, { ...deps, known: secretsIn(now) });
        return {
          document: { ...now, signIn: document },
          place: ['signIn'],
          issues: [...languageIssues(sent, []), ...issues],
        };
      }),

    /** What was exported before; so it also brings back what was taken away since. */
    importConfiguration: (editor: Editor, document: unknown): Promise<Revised> =>
      edit(editor, (now) => {
        const known = secretsIn(now);
        return {
          document,
          place: [],
          issues: [...strayPasswords(document, known), ...strayClientSecret(document, known)],
        };
      }),

    async directoryImpact(key: string): Promise<Impact> {
      const { configuration } = await load();
      if (!configuration.directories.some((directory) => directory.key === key)) throw noDirectory(key);
      return valueCounts.ofDirectory(key);
    },

    async fieldImpact(key: string): Promise<Impact> {
      const { configuration } = await load();
      const field = configuration.fields.find((each) => each.key === key);
      if (!field) throw new Problem('notFound', `There is no field ${key}.`);
      const { source } = field;
      return valueCounts.ofField(key, source.kind === 'directory' ? keptAs(source) : undefined);
    },
  };
}
export type AdminConfiguration = ReturnType<typeof createAdminConfiguration>;

/** A directory without its password: only where it is (D4). */
export function showDirectory({ bindPassword, ...definition }: DirectoryDefinition): ShownDirectory {
  return bindPassword ? { ...definition, bindPassword: showSecret(bindPassword) } : definition;
}

/** The sign-in without the secret of the provider's client. */
export function showSignIn({ openid, ...settings }: SignInSettings): ShownSignIn {
  if (!openid) return settings;
  const { clientSecret, ...provider } = openid;
  return { ...settings, openid: clientSecret ? { ...provider, clientSecret: showSecret(clientSecret) } : provider };
}

function showSecret({ env }: SecretReference): { stored: true } | { env: string } {
  return env === undefined ? { stored: true } : { env };
}

function noDirectory(key: string): Problem {
  return new Problem('notFound', `There is no directory ${key}.`);
}

function onlyMember(body: unknown, name: string): unknown {
  const members = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const [[only, value] = []] = members;
  if (only === name && members.length === 1) return value;
  throw new Problem('malformed', `${name}: the request has to consist of this member alone.`, {
    field: name,
    rule: 'missing',
  });
}
