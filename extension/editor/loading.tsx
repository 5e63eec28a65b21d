import { useTexts } from './context.ts';
import { Header } from './header.tsx';

/** The outline of a profile while it is on its way. */
export function Loading() {
  const texts = useTexts();
  return (
    <div class="editor">
      <Header />
      <main class="body" aria-busy="true">
        <p class="visually-hidden" role="status">
          {texts.loading}
        </p>
        <div class="skeleton" aria-hidden="true">
          {Array.from({ length: 5 }, (_, row) => (
            <i key={row} />
          ))}
        </div>
      </main>
    </div>
  );
}
