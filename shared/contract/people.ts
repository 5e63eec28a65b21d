import * as z from 'zod/mini';
import { next, pageQuery } from './page.ts';

/** What a search for people answers of each: enough to tell one from another. */
export const foundPerson = z.object({
  id: z.string(),
  username: z.string(),
  displayName: z.string(),
  /** The key of the directory that knows the person; null for a local person (D3). */
  directory: z.nullable(z.string()),
  /** What people call that directory. */
  directoryName: z.optional(z.string()),
  /** The position, where a field that whoever searches may see has it. */
  title: z.optional(z.string()),
  /** The field by which the person was found, where it was not the name alone. */
  match: z.optional(z.object({ label: z.string(), value: z.string() })),
});
export type FoundPerson = z.infer<typeof foundPerson>;

export const foundPeople = z.object({ people: z.array(foundPerson), next });
export type FoundPeople = z.infer<typeof foundPeople>;

export const peopleQuery = z.strictObject({
  /**
   * Words that begin anything visible of a person, in any order; case, accents, and the blanks of a number do not count.
   * Without any, everybody by name.
   */
  q: z._default(z.string().check(z.maxLength(100)), ''),
  ...pageQuery(50, /^(?:[wb]\.\d{1,15}\.\d{1,4}|n\.[\w-]{0,800}\.\d{1,15})$/),
});
export type PeopleQuery = z.infer<typeof peopleQuery>;
