import { expect, test } from 'vitest';
import { createSenders } from '../../../extension/background/senders.ts';

const id = 'nameplate';
const origin = 'chrome-extension://nameplate';
const senders = createSenders({ id, origin });
type Sender = Parameters<typeof senders.isPopup>[0];

const launcher = { id, url: 'https://intranet.example.com/', frameId: 0, tab: { id: 7 } } as Sender;
const editor = { id, url: `${origin}/editor.html#token`, frameId: 3, tab: { id: 7 } } as Sender;
const popup = { id, url: `${origin}/popup.html` } as Sender;
const people = { id, url: `${origin}/people.html#approvals`, frameId: 0, tab: { id: 8 } } as Sender;
const options = { id, url: `${origin}/options.html#/fields`, frameId: 0, tab: { id: 9 } } as Sender;

const who = (sender: Sender) => [
  ...(senders.launcherTab(sender) === undefined ? [] : ['launcher']),
  ...(senders.editorPlace(sender) === undefined ? [] : ['editor']),
  ...(senders.isPopup(sender) ? ['popup'] : []),
  ...(senders.isPeople(sender) ? ['people'] : []),
  ...(senders.isOptions(sender) ? ['options'] : []),
];

test.each<[string, Sender, string[]]>([
  ['a launcher', launcher, ['launcher']],
  ['a launcher in a frame of a page', { ...launcher, frameId: 2 }, []],
  ['a launcher of another extension', { ...launcher, id: 'other' }, []],
  ['a launcher on a page of the browser', { ...launcher, url: 'chrome://settings/' }, []],
  ['an editor in a frame', editor, ['editor']],
  ['an editor in a window', { ...editor, frameId: 0 }, ['editor']],
  ['an editor in no tab', { id, url: editor.url, frameId: 3 } as Sender, []],
  ['an editor of another extension', { ...editor, id: 'other' }, []],
  ['a launcher in a frame that is called like the editor', { ...editor, url: 'https://evil.example/editor.html' }, []],
  ['another page of ours', { ...editor, url: `${origin}/editor.html.evil` }, []],
  ['the popup', popup, ['popup']],
  [
    'the popup in a window, asked to sign in',
    { ...popup, url: `${popup.url}#sign-in`, frameId: 0, tab: { id: 9 } } as Sender,
    ['popup'],
  ],
  ['the popup in a frame of a page', { ...popup, frameId: 2, tab: { id: 7 } } as Sender, []],
  ['the page on which people are found', people, ['people']],
  ['the page on which people are found, in a frame of a page', { ...people, frameId: 2 } as Sender, []],
  ['the page on which people are found, of another extension', { ...people, id: 'other' } as Sender, []],
  ['the page on which people are found, in no tab', { id, url: people.url, frameId: 0 } as Sender, []],
  ['the options page', options, ['options']],
  ['the options page in a frame of a page', { ...options, frameId: 2 } as Sender, []],
  ['the options page of another extension', { ...options, id: 'other' } as Sender, []],
  [
    'a web page that is called like the options page',
    { ...options, url: 'https://evil.example/options.html' },
    ['launcher'],
  ],
  ['somebody without an address', { id } as Sender, []],
])('%s is taken for what it is', (_, sender, expected) => {
  expect(who(sender)).toEqual(expected);
});

test('the tab of a launcher, and the place of an editor, are those that the browser names', () => {
  expect(senders.launcherTab(launcher)).toBe(7);
  expect(senders.editorPlace(editor)).toEqual({ tabId: 7, frameId: 3 });
});
