/** The id of what takes the focus for a field. */
export const focusId = (key: string): string => `field-${key}`;
