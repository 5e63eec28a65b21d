import type { AdminAnswer } from '../../admin-calls.ts';

export type ConfigurationFile = AdminAnswer<'exportConfiguration'>;

const parts = ['directories', 'fields', 'settings', 'roles'];

/** A configuration from the text of a file; what is wrong inside of it, the server says. */
export function readFile(
  text: string,
): { readonly file: ConfigurationFile } | { readonly fault: 'notJSON' | 'notConfiguration' } {
  const document = parse(text);
  if (document === undefined) return { fault: 'notJSON' };
  const isOne =
    typeof document === 'object' && document !== null && parts.some((part) => Object.hasOwn(document, part));
  return isOne ? { file: document as ConfigurationFile } : { fault: 'notConfiguration' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
