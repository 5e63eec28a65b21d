import {
  createScanner,
  findNodeAtLocation,
  getNodePath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { type ConfigurationFault, type Issue, type JSONPath, writePath } from './configuration-fault.ts';

/** A JSON document whose values can be found in its text. */
export interface JSONDocument {
  readonly value: unknown;
  /** What plain JSON permits, but nobody means: a member that is given twice, a member `__proto__`. */
  readonly oddities: readonly ConfigurationFault[];
  locate(issue: Issue): ConfigurationFault;
}

const mostDepth = 100;
const [openBrace, closeBrace, openBracket, closeBracket] = [1, 2, 3, 4];

const sentences: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON: a text in quotes, a number, true, false, null, a list or an object is expected',
  InvalidNumberFormat: 'this is no number as JSON writes it',
  PropertyNameExpected: 'a member name in double quotes is expected here; no comma stands before }',
  ValueExpected: 'a value is expected here; no comma stands before ]',
  ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'the document ended before this; nothing may follow it',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'the closing quote of this text is missing on its line',
  UnexpectedEndOfNumber: 'this number is not complete',
  InvalidUnicode: 'this \\u is not followed by four hexadecimal digits',
  InvalidEscapeCharacter: 'this backslash begins nothing that JSON knows; write \\\\ for a backslash',
  InvalidCharacter: 'this text contains a control character; write it as \\u and four hexadecimal digits',
};

/** Reads plain JSON (RFC 8259); all errors at once, each at its place. */
export function readJSON(text: string): JSONDocument | { readonly faults: readonly ConfigurationFault[] } {
  const fault = (offset: number, message: string, path: JSONPath = []): ConfigurationFault => ({
    path: writePath(path),
    ...placeOf(text, offset),
    message,
  });

  if (text.trim() === '') return { faults: [fault(0, 'the file is empty')] };
  const deep = findTooDeep(text);
  if (deep !== undefined) return { faults: [fault(deep, `nests deeper than ${mostDepth} levels`)] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  if (!root || errors.length > 0) {
    const spoken = errors.map(({ error, offset }) => fault(offset, `${sentences[printParseErrorCode(error)]}`));
    return { faults: onePerPlace(spoken) };
  }
  return {
    value: JSON.parse(text),
    oddities: findOddMembers(root).map(({ offset, path, message }) => fault(offset, message, path)),
    locate: ({ path, message, isName = false }) => fault(offsetOf(root, path, isName), message, path),
  };
}

/** Where the value stands, or its name; for a member that is missing, where what should enclose it begins. */
function offsetOf(root: Node, path: JSONPath, isName: boolean): number {
  const node = findNodeAtLocation(root, [...path]);
  if (node) return (isName ? node.parent?.children?.[0] : node)?.offset ?? node.offset;
  return path.length > 0 ? offsetOf(root, path.slice(0, -1), false) : root.offset;
}

function findOddMembers(node: Node): { offset: number; path: JSONPath; message: string }[] {
  const names =
    node.type === 'object' ? (node.children ?? []).flatMap(({ children = [] }) => children.slice(0, 1)) : [];
  const own = names.flatMap(({ value: name, offset }, index) => {
    const path = [...getNodePath(node), String(name)];
    if (name === '__proto__') return [{ offset, path, message: 'is a name that no member may have' }];
    const isRepeated = names.findIndex(({ value }) => value === name) < index;
    return isRepeated ? [{ offset, path, message: 'is given twice' }] : [];
  });
  return [...own, ...(node.children ?? []).flatMap(findOddMembers)];
}

/** The parser and the checks recur; a file that nests without end must not exhaust the stack. */
function findTooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    const token: number = scanner.scan();
    if (token === openBrace || token === openBracket) depth++;
    if (token === closeBrace || token === closeBracket) depth--;
    if (depth > mostDepth) return scanner.getTokenOffset();
  }
  return undefined;
}

function onePerPlace(faults: readonly ConfigurationFault[]): ConfigurationFault[] {
  return faults.filter(
    ({ line, column }, index) => faults.findIndex((other) => other.line === line && other.column === column) === index,
  );
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
