import * as z from 'zod/mini';

/** Not `z.int()`: its fault would keep the rules over several members from being asked, and hide what they find. */
export const wholeNumber = z.number().check(z.multipleOf(1));
