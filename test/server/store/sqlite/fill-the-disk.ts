import { createSQLiteStore } from '#server/store/sqlite/sqlite-store.ts';
import { aRecord } from '#test/conformance/store/a-record.ts';

/** Keeps people in the file until it takes no more; prints who was acknowledged, and the error. */
const [file = ''] = process.argv.slice(2);
const { people } = await createSQLiteStore(file);
const ids: string[] = [];
try {
  for (;;) ids.push((await people.keepEntry(aRecord({ displayName: 'x'.repeat(20_000) }), true)).id);
} catch (error) {
  process.stdout.write(JSON.stringify({ ids, problem: String(error) }));
}
