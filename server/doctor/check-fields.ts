import { isDeepStrictEqual } from 'node:util';
import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import { type Configuration, configuration as schema } from '#shared/contract/configuration.ts';
import type { CheckedFields } from '../configuration/admin-configuration.ts';
import type { Issue } from '../configuration/configuration-fault.ts';
import type { DirectoryGateway } from '../directory/gateway.ts';
import { Problem } from '../problem.ts';
import { sampleOf } from './sample.ts';
import { type Unfit, unfit } from './unfit.ts';

type Judgement = { readonly unfit: Unfit | undefined } | { readonly trouble: string };

/**
 * Whether the attributes of new and changed fields can take them (F8), by the schemas of the directories that are
 * switched on and that the values come from. What no directory can take is an issue; what only some cannot, and what could not be asked, is a warning.
 */
export async function checkFields(
  sent: unknown,
  before: Configuration,
  gateway: (key: string) => Promise<DirectoryGateway | undefined>,
): Promise<CheckedFields> {
  const fields = changedFields(sent, before);
  if (fields.length === 0) return { issues: [], warnings: [] };
  const directories = before.directories.filter(({ enabled }) => enabled);
  const judges = await Promise.all(
    directories.map(async ({ key, name = key, join }) => ({
      name,
      joined: join && key,
      judge: await createJudge(await gateway(key)),
    })),
  );
  const issues: Issue[] = [];
  const warnings: Issue[] = [];
  for (const { field, index } of fields) {
    const asked = field.source.kind === 'directory' ? field.source.directory : undefined;
    const judged = judges
      .filter(({ joined }) => joined === asked)
      .map(({ name, judge }) => ({ name, judgement: judge(field) }));
    const unfits = judged.flatMap(({ name, judgement }) =>
      'unfit' in judgement && judgement.unfit ? [{ name, ...judgement.unfit }] : [],
    );
    const fitsSomewhere = judged.some(({ judgement }) => 'unfit' in judgement && !judgement.unfit);
    const path = ['fields', index, 'source', 'attribute'];
    for (const { name, rule, cause, fix } of unfits) {
      (fitsSomewhere ? warnings : issues).push({ path, rule, message: `does not fit "${name}". ${cause} ${fix}` });
    }
    for (const { name, judgement } of judged) {
      if (!('trouble' in judgement)) continue;
      warnings.push({ path, rule: 'notChecked', message: `could not be checked with "${name}". ${judgement.trouble}` });
    }
  }
  // Of several directories that cannot take a field, the first says why.
  return {
    issues: issues.filter(({ path }, at) => issues.findIndex((other) => isDeepStrictEqual(other.path, path)) === at),
    warnings,
  };
}

/** Those fields of a list that are sound as such and say something new about an attribute. */
function changedFields(sent: unknown, before: Configuration): { field: FieldDefinition; index: number }[] {
  const list: readonly unknown[] = Array.isArray(sent) ? sent : [];
  return list.flatMap((each, index) => {
    const field = schema.safeParse({ fields: [each] }).data?.fields[0];
    if (field?.source.kind !== 'directory') return [];
    return before.fields.some((known) => isDeepStrictEqual(known, field)) ? [] : [{ field, index }];
  });
}

async function createJudge(gateway: DirectoryGateway | undefined): Promise<(field: FieldDefinition) => Judgement> {
  try {
    if (!gateway) throw new Problem('unavailable', 'It is not set up.');
    const [known, sample] = await Promise.all([gateway.schema(), sampleOf(gateway)]);
    return (field) => ({ unfit: unfit(field, known, sample) });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return () => ({ trouble: error.message });
  }
}
