// A single-page app of the rude kind: at every step it throws the whole body away and puts a new one in its place.
const rooms = [
  { key: 'colander', name: 'Colander', seats: 4, note: 'Second floor, well aired' },
  { key: 'stockpot', name: 'Stock pot', seats: 16, note: 'Ground floor, with the big screen' },
  { key: 'whisk', name: 'Whisk', seats: 2, note: 'For calls' },
  { key: 'larder', name: 'Larder', seats: 8, note: 'No windows, good ideas' },
  { key: 'terrace', name: 'Terrace', seats: 12, note: 'When it does not rain' },
  { key: 'kiln', name: 'Kiln', seats: 6, note: 'Warm in winter' },
];
const booked = new Set(['stockpot 10:00', 'stockpot 11:00', 'whisk 9:00']);
const chrome = [document.querySelector('.top'), document.querySelector('.foot')].map((part) => part.cloneNode(true));

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function roomList() {
  const list = rooms.map(({ key, name, seats, note }) =>
    element(
      'a',
      { href: `/rooms/${key}`, className: 'room' },
      element('h2', { textContent: name }),
      element('p', { textContent: note }),
      element('p', { className: 'faint', textContent: `${seats} seats` }),
    ),
  );
  return [
    element('h1', { textContent: 'Rooms' }),
    element('p', { className: 'lead', textContent: 'Pick one, then an hour of today.' }),
    element('div', { className: 'rooms' }, ...list),
  ];
}

function roomDetail({ key, name, note }) {
  const slots = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17].map((hour) => {
    const slot = `${key} ${hour}:00`;
    const button = element('button', { type: 'button', textContent: `${hour}:00` });
    button.setAttribute('aria-pressed', String(booked.has(slot)));
    button.addEventListener('click', () => {
      if (!booked.delete(slot)) booked.add(slot);
      render();
    });
    return button;
  });
  return [
    element('p', {}, element('a', { href: '/rooms/', textContent: '← All rooms' })),
    element('h1', { textContent: name }),
    element('p', { className: 'lead', textContent: note }),
    element('div', { className: 'slots' }, ...slots),
  ];
}

function render() {
  const key = location.pathname.split('/')[2];
  const room = rooms.find((one) => one.key === key);
  const main = element('main', {}, ...(room ? roomDetail(room) : roomList()));
  const [top, foot] = chrome.map((part) => part.cloneNode(true));
  document.title = `${room?.name ?? 'Rooms'} · Fennel & Finch`;
  document.body.replaceWith(element('body', {}, top, main, foot));
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="/rooms/"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState({}, '', link.href);
  render();
});
addEventListener('popstate', render);
render();
