/** The picture of the toolbar button, as in icons/nameplate.svg. */
export function PlateIcon() {
  return (
    <svg class="plate" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <g>
        <rect x="5" y="9" width="22" height="14" rx="3.5" />
        <circle cx="11" cy="14" r="2.3" />
        <path d="M7.2 20.3c.3-2.4 1.7-3.6 3.8-3.6s3.5 1.2 3.8 3.6z" />
        <path d="M17.5 13.800h6.5M17.5 18h4" />
      </g>
    </svg>
  );
}
