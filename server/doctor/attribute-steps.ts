import type { FieldDefinition } from '#shared/contract/configuration/field.ts';
import type { Examination } from '../directory/examination.ts';
import type { Entry } from '../directory/gateway.ts';
import type { AttributeType, DirectorySchema } from '../directory/schema/directory-schema.ts';
import { explain } from './explain.ts';
import { Found, finding, type Recorder, type Seen } from './recorder.ts';
import { asSample } from './sample.ts';
import { type Saw, saw } from './saw.ts';
import { isBinarySyntax, type Unfit, unfit, unwritable } from './unfit.ts';

export interface AttributeSteps {
  readonly examination: Examination;
  readonly recorder: Recorder;
  readonly schema: DirectorySchema;
  /** The service account writes, and not whoever makes a change (W9). */
  readonly isWriter: boolean;
}

interface About {
  readonly attribute: string;
  readonly field?: string;
}

/** Whether an attribute of this person can be written, for a field that is mapped to it or as such; the last step writes for real. */
export async function writeSteps(
  steps: AttributeSteps,
  person: Entry,
  attribute: string,
  field: FieldDefinition | undefined,
): Promise<void> {
  const { schema, recorder } = steps;
  const sample = asSample(person);
  const about = { attribute, ...(field && { field: field.key }) };
  const found = (field && unfit(field, schema, sample)) ?? unwritable(attribute, schema, sample);
  const isFit = await schemaStep(steps, about, found);
  if (isFit) await recorder.make('attribute.write', () => write(steps, person, attribute), about);
}

/** Whether a field's attribute can be read, and written where the field is written back. */
export async function fieldSteps(
  steps: AttributeSteps,
  sample: Entry,
  field: FieldDefinition,
  isWriting: boolean,
): Promise<void> {
  const { source, key } = field;
  if (source.kind !== 'directory') return;
  const { attribute } = source;
  const about = { attribute, field: key };
  const { recorder, schema, examination } = steps;
  if (!(await schemaStep(steps, about, unfit(field, schema, asSample(sample))))) return;
  const shown = await recorder.make('attribute.read', () => read(examination, attribute), about);
  if (!shown || source.edit !== 'writeBack') return;
  const person = shown.value ?? sample;
  await recorder.make(
    'attribute.write',
    async () =>
      isWriting ? write(steps, person, attribute) : { ...saw('notTried', {}), value: true, warning: writingOff },
    about,
  );
}

async function schemaStep(
  { recorder, schema }: AttributeSteps,
  about: About,
  found: Unfit | undefined,
): Promise<boolean> {
  const step = await recorder.make(
    'attribute.schema',
    async () => {
      const type = schema.find(about.attribute);
      const seen = type ? describe(type) : saw('notInSchema', {});
      if (found) throw new Found(finding(seen, found));
      const warning = type && isBinarySyntax(type.syntax) && about.field === undefined ? binary : undefined;
      return { ...seen, value: true, warning };
    },
    about,
  );
  return step !== undefined;
}

function describe({ syntax, singleValued: isSingleValued, maxLength: most = 0 }: AttributeType): Saw {
  const unit = isBinarySyntax(syntax) ? 'bytes' : 'characters';
  return saw('attributeType', { syntax, isSingleValued, most, unit });
}

/** Somebody who shows a value, for an attribute that nobody shows may be empty everywhere, or hidden (L7). */
async function read(examination: Examination, attribute: string): Promise<Seen<Entry | undefined>> {
  const entry = await examination.findWith(attribute, [attribute, 'objectClass']);
  const count = entry?.attributes[attribute]?.length ?? 0;
  if (entry && count > 0) {
    return { ...saw('valuesShown', { username: entry.username, count }), value: entry };
  }
  const warning = {
    rule: 'nobodyShowsIt',
    cause: 'Nobody has a value yet, or the service account may not read it; a directory does not tell which.',
    fix: 'If people have values, permit the account to read and to search the attribute.',
  };
  return { ...saw('nobodyShows', {}), value: undefined, warning };
}

async function write(
  { examination, schema, isWriter }: AttributeSteps,
  person: Entry,
  attribute: string,
): Promise<Seen<boolean>> {
  const { dn } = person;
  if (!isWriter) return { ...saw('notTried', {}), value: true, warning: writtenAsPerson };
  const type = schema.find(attribute);
  if (!type) throw new Error(`${attribute} was found in the schema before`);
  const writable = await examination.writable(person);
  if (writable && !writable.has(type.name.toLowerCase())) {
    throw new Found({
      ...saw('notListedAsWritable', { dn }),
      ...notPermitted(attribute),
    });
  }
  const probed = await examination.probe(person.id, attribute, type);
  switch (probed.status) {
    case 'refused': {
      const { rule, detail, cause, fix } = explain(probed.problem);
      if (rule === 'notPermitted') throw new Found({ detail, ...notPermitted(attribute) });
      throw new Found({ detail, rule, cause, fix: mends[rule] ?? fix });
    }
    case 'gone':
      throw new Found({
        ...saw('entryGone', { dn }),
        rule: 'gone',
        cause: 'The entry was taken away meanwhile.',
        fix: 'Test again.',
      });
    case 'notProbed':
      return { ...saw('notTried', {}), value: true, warning: notProbed };
    case 'sameValue':
      return { ...saw('rewritten', { dn }), value: true };
    case 'addedAndTaken':
      return { ...saw('addedAndTaken', { dn }), value: true };
  }
}

function notPermitted(attribute: string) {
  return {
    rule: 'notPermitted',
    cause: `The service account may not write ${attribute}.`,
    fix: 'Permit it: on OpenLDAP by an access rule (write), on Active Directory by delegating "Write" of this property.',
  };
}

/** What an admin can do where the directory refuses, beyond what it says to people. */
const mends: Readonly<Record<string, string>> = {
  constraint: 'Look which overlay, constraint or password policy of the directory forbids it.',
  unwilling: 'Look whether the directory is a read-only copy, or a policy forbids changes.',
  wrongSyntax: 'Choose another attribute, or another type of field.',
  namingAttribute: 'Set edit to never, or choose another attribute.',
  notAllowedByObjectClass: 'Choose another attribute, or add its object class to the entries.',
};

const binary = {
  rule: 'binary',
  cause: 'It holds bytes, and no text.',
  fix: 'Map it to a field of the type picture alone.',
};

const writingOff = {
  rule: 'writingOff',
  cause: 'Writing is switched off for all directories, so nothing was written.',
  fix: 'Switch settings.writeEnabled on, or use the write test.',
};

const writtenAsPerson = {
  rule: 'writtenAsPerson',
  cause:
    'This directory is written as whoever makes a change (writeAs), so the rights of the service account say nothing.',
  fix: 'Sign in as somebody and save the field.',
};

const notProbed = {
  rule: 'notProbed',
  cause: 'There is no value, and the directory cannot take one away again without those that it may hide.',
  fix: 'Test with somebody who has a value.',
};
