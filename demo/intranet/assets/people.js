const search = document.querySelector('#search');
const nobody = document.querySelector('#nobody');
const cards = [...document.querySelectorAll('.person')];

search.addEventListener('input', () => {
  const wanted = search.value.trim().toLowerCase();
  for (const card of cards) card.hidden = !card.dataset.words.includes(wanted);
  nobody.hidden = cards.some((card) => !card.hidden);
});
