import { initialsOf } from './initials.ts';

/** A person at a glance: their picture where there is one, else their initials. */
export function Avatar({ name, picture }: { readonly name: string; readonly picture?: string | undefined }) {
  if (picture) return <img class="avatar" src={picture} alt="" />;
  return (
    <span class="avatar" aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
