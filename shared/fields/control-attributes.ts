import type { ControlProps } from './widget.ts';

/** What every native control carries, whatever its type. */
export function controlAttributes<Value, Settings>({
  id,
  required,
  invalid,
  describedBy,
  onLeave,
}: ControlProps<Value, Settings>) {
  return {
    id,
    class: 'control',
    autocomplete: 'off',
    'aria-required': required,
    'aria-invalid': invalid,
    'aria-describedby': describedBy,
    onBlur: onLeave,
  } as const;
}
