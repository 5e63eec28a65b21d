import { createContext } from 'preact';
import { useContext, useLayoutEffect } from 'preact/hooks';
import type { User } from '#shared/contract/session.ts';
import type { Language } from '#shared/fields/field-kind.ts';
import { type OptionsTexts, optionsTexts } from '../ui/messages/options-texts.ts';
import type { Background } from './background.ts';
import type { Route } from './route.ts';

/** What every component of the page may use. */
export interface Page {
  readonly background: Background;
  readonly language: Language;
  readonly user: User;
  readonly server: string;
  readonly route: Route;
  go(route: Route): void;
  /** What screen readers are told. */
  announce(sentence: string): void;
  /** Whether something would be lost by leaving this view. */
  guard(isChanged: boolean): void;
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('This component belongs below a PageContext');
  return page;
}

/** The texts of one area in the person's language. */
export function useTexts<Area extends keyof OptionsTexts>(area: Area): OptionsTexts[Area] {
  return optionsTexts(usePage().language)[area];
}

/** Has the person asked before unsaved changes are left. */
export function useGuard(isChanged: boolean): void {
  const { guard } = usePage();
  useLayoutEffect(() => {
    guard(isChanged);
    return () => guard(false);
  }, [isChanged, guard]);
}
