import { storeAdapters } from './store-adapters.ts';

/** A call of one method of the store. */
export interface Call {
  readonly id: number;
  readonly part: string;
  readonly method: string;
  readonly args: readonly unknown[];
}

type Methods = Record<string, Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

const [adapter = '', location = ''] = process.argv.slice(2);
const store = await storeAdapters[adapter]?.open(location);

process.on('message', async ({ id, part, method, args }: Call) => {
  try {
    process.send?.({ id, result: await (store as unknown as Methods)[part]?.[method]?.(...args) });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
});
process.on('disconnect', () => process.exit());
process.send?.({ id: 0 });
