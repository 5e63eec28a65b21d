import { measureSearch } from './search.ts';

console.log(JSON.stringify(await measureSearch(1_000_000)), process.memoryUsage().rss / 2 ** 20);
