import { endpoints } from '#shared/contract/endpoints.ts';
import type { PeopleSearch } from '../search/people-search.ts';
import type { Serve } from './serve.ts';

export function servePeople(serve: Serve, search: PeopleSearch): void {
  serve(endpoints.findPeople, ({ actor, query, language }) => search.find(actor, query, language));
}
