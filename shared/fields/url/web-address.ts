/** The greatest that `wWWHomePage` takes on Active Directory. */
export const longestWebAddress = 2048;

/** Why a text is no address that may be made a link: only the web, and nothing that could be taken for another site. */
export function brokenWebAddressRule(text: string): 'url' | 'urlSignIn' | undefined {
  if (text.length > longestWebAddress || !/^https?:\/\/[^\s\\]+$/iu.test(text)) return 'url';
  const url = URL.parse(text);
  if (!url) return 'url';
  return url.username || url.password ? 'urlSignIn' : undefined;
}
