/** Stands in an address for what is still to be made; nothing is called so, since a key begins with a letter. */
export const newItem = '+';
