const fault = document.querySelector('#fault');
const help = document.querySelector('#help');
const chat = document.querySelector('#chat');
const chatButton = document.querySelector('#chat-button');
const ticker = document.querySelector('#ticker');
const lines = [...document.querySelectorAll('.line')];

function toggleChat() {
  chat.hidden = !chat.hidden;
  chatButton.setAttribute('aria-expanded', String(!chat.hidden));
  if (!chat.hidden) chat.querySelector('input').focus();
}

function tell(text) {
  const entry = document.createElement('li');
  entry.textContent = `${new Date().toLocaleTimeString('en-GB')}  ${text}`;
  ticker.prepend(entry);
  while (ticker.children.length > 6) ticker.lastChild.remove();
}

function walk(step) {
  const at = lines.indexOf(document.activeElement);
  lines[(at + step + lines.length) % lines.length].focus();
}

const keys = {
  n: () => fault.showModal(),
  '?': () => help.showModal(),
  c: toggleChat,
  j: () => walk(1),
  k: () => walk(-1),
};

// The page hears every key before anybody else, and keeps those that are its own.
addEventListener(
  'keydown',
  (event) => {
    const act = keys[event.key];
    const typing = event.target.closest?.('input, textarea, select');
    if (!act || typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]'))
      return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  },
  true,
);

document.querySelector('#report').addEventListener('click', keys.n);
document.querySelector('#keys').addEventListener('click', keys['?']);
chatButton.addEventListener('click', toggleChat);
fault.addEventListener('close', () => {
  if (fault.returnValue !== 'send') return;
  tell(`${fault.querySelector('select').value}: ${fault.querySelector('textarea').value}`);
  fault.querySelector('form').reset();
});
document.querySelector('#say').addEventListener('submit', (event) => {
  event.preventDefault();
  const input = event.target.elements.text;
  const bubble = document.createElement('p');
  bubble.className = 'bubble own';
  bubble.textContent = input.value;
  if (input.value) event.target.before(bubble);
  input.value = '';
});

tell('Kiln 1 reached 820 °C');
setInterval(() => {
  document.querySelector('#clock').textContent = new Date().toLocaleTimeString('en-GB');
  const line = lines[Math.floor(Math.random() * lines.length)];
  if (!line.classList.contains('running')) return;
  const bar = line.querySelector('progress');
  bar.value = bar.value >= 100 ? 0 : bar.value + 1;
  line.querySelector('output').textContent = `${bar.value} %`;
  if (bar.value === 100) tell(`${line.querySelector('h2').textContent}: batch done`);
}, 800);
