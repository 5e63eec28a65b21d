import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';

const rules = [
  ['Up to 500 €', 'Team lead', 'By card, receipt within 10 days'],
  ['Up to 5,000 €', 'Head of department', 'Two offers'],
  ['Up to 50,000 €', 'Head of department and Controller', 'Three offers, contract in the archive'],
  ['Above', 'Managing Director and CFO', 'Board minutes'],
];
const accounts = [
  ['Main account', 'EUR', '•••• 4021'],
  ['Export', 'GBP', '•••• 7730'],
  ['Payroll', 'EUR', '•••• 1192'],
];

/** The page that trusts nothing: it is served with `strictPolicy`, and has no script and no picture. */
export function treasuryPage(): Markup {
  const main = html`<main>
    <div class="heading">
      <div><h1>Treasury</h1><p class="lead">Who may sign for what. Confidential: stays in the house.</p></div>
      <span class="seal">Protected page</span>
    </div>
    <section class="panel">
      <h2>Signing limits</h2>
      <table>
        <thead><tr><th scope="col">Amount</th><th scope="col">Signed by</th><th scope="col">With</th></tr></thead>
        <tbody>${rules.map((cells) => row(cells))}</tbody>
      </table>
    </section>
    <section class="panel">
      <h2>Accounts</h2>
      <table>
        <thead><tr><th scope="col">Account</th><th scope="col">Currency</th><th scope="col">Number</th></tr></thead>
        <tbody>${accounts.map((cells) => row(cells))}</tbody>
      </table>
    </section>
    <section class="panel">
      <h2>Month-end</h2>
      <p>Books close on the third working day at noon. Postings after that go to the next month, whatever the invoice says.</p>
    </section>
  </main>`;
  return layout({ title: 'Treasury', path: '/treasury', icon: false, main });
}

function row(cells: readonly string[]): Markup {
  return html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`;
}
