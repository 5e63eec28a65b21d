import { useEffect, useState } from 'preact/hooks';
import type { ProfileField } from '#shared/contract/profile.ts';
import { FieldValue } from './field-value.tsx';
import type { Piece } from './text-difference.ts';

interface Compared {
  readonly field: ProfileField;
  readonly value: unknown;
  /** The value that it is held against. */
  readonly other: unknown;
}

/** A value beside another one: of a text, what differs is marked as soon as that has been found out. */
export function ComparedValue({ field, value, other }: Compared) {
  const [pieces, setPieces] = useState<readonly Piece[] | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    setPieces(undefined);
    if (typeof value === 'string' && typeof other === 'string') {
      void import('./text-difference.ts').then(({ compareTexts }) => {
        if (isCurrent) setPieces(compareTexts(value, other)[0]);
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [value, other]);
  if (!pieces) return <FieldValue field={field} value={value} />;
  return (
    <p class="value">
      <bdi>{pieces.map(({ text, isDifferent }) => (isDifferent ? <mark>{text}</mark> : text))}</bdi>
    </p>
  );
}
