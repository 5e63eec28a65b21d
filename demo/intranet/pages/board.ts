import { html } from 'hono/html';
import type { Person } from '#demo/company/person.ts';
import { layout, type Markup } from './layout.ts';

const lines = [
  ['Kiln 1', 'Enamel, cobalt blue', 'running', '84'],
  ['Kiln 2', 'Enamel, cream', 'running', '61'],
  ['Press 4', 'Stock pots 24 cm', 'waiting', '12'],
  ['Lathe B', 'Walnut knobs', 'running', '97'],
  ['Packing', 'Order 20418, London', 'running', '45'],
  ['Polish 2', 'Ladles', 'stopped', '0'],
] as const;

/** The busy page: figures that never stand still, hot keys that take every key, a dialog of its own, and a chat in the corner. */
export function boardPage(staff: readonly Person[]): Markup {
  const onShift = staff.filter(({ department }) => department.name === 'Production').length;
  const main = html`<main>
      <div class="heading">
        <div><h1>Shop floor</h1><p class="lead">${onShift} people on shift · <span id="clock">–</span></p></div>
        <p class="actions">
          <button class="button" id="report">Report a fault <kbd>N</kbd></button>
          <button class="button quiet" id="keys">Keys <kbd>?</kbd></button>
        </p>
      </div>
      <div class="board">
        ${lines.map(
          ([name, job, state, done]) => html`<article class="line ${state}" tabindex="0">
            <h2>${name}</h2><p>${job}</p>
            <progress max="100" value="${done}" aria-label="Done"></progress>
            <p class="state"><span>${state}</span><output>${done} %</output></p>
          </article>`,
        )}
      </div>
      <section class="panel"><h2>Ticker</h2><ol id="ticker" class="ticker"></ol></section>
    </main>
    <dialog id="fault" aria-labelledby="fault-title">
      <form method="dialog">
        <h2 id="fault-title">Report a fault</h2>
        <label>Machine<select name="machine">${lines.map(([name]) => html`<option>${name}</option>`)}</select></label>
        <label>What happened<textarea name="what" rows="3" required></textarea></label>
        <p class="actions"><button class="button" value="send">Send</button><button class="button quiet" value="cancel" formnovalidate>Cancel</button></p>
      </form>
    </dialog>
    <dialog id="help" aria-labelledby="help-title">
      <form method="dialog">
        <h2 id="help-title">Keys</h2>
        <p><kbd>N</kbd> reports a fault, <kbd>J</kbd> and <kbd>K</kbd> walk along the lines, <kbd>C</kbd> opens the chat.</p>
        <p class="actions"><button class="button">Close</button></p>
      </form>
    </dialog>
    <aside class="chat" aria-label="Shift chat">
      <div class="chat-panel" id="chat" hidden>
        <p class="bubble">Morning! Kiln 2 is warm.</p>
        <p class="bubble own">On my way with the cream batch.</p>
        <form id="say"><input name="text" aria-label="Message" placeholder="Message…" autocomplete="off" /></form>
      </div>
      <button class="chat-button" id="chat-button" aria-expanded="false" aria-controls="chat" aria-label="Chat">
        <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true"><path d="M4 5h16v11H11l-5 4v-4H4z" fill="currentColor" /></svg>
      </button>
    </aside>`;
  return layout({ title: 'Shop floor', path: '/board', styles: ['board'], scripts: ['board'], main });
}
