import { useEffect, useState } from 'preact/hooks';
import type { Catalogue } from '../ui/messages/catalogue.ts';
import type { Extension, Site } from './extension.ts';

/** Whether the launcher is on the site that the popup was opened over: the store build is nowhere until it is allowed. */
export function SiteSwitch(props: {
  readonly extension: Extension;
  readonly server: string | undefined;
  readonly messages: Catalogue['popup'];
}) {
  const { extension, server, messages } = props;
  const [site, setSite] = useState<Site | 'none'>();
  useEffect(() => {
    extension.readSite(server).then((found) => setSite(found ?? 'none'));
  }, [extension, server]);

  if (site === undefined) return null;
  if (site === 'none') return <p class="help">{messages.siteIsUnfit}</p>;

  async function change(known: Site) {
    setSite({ ...known, isAllowed: await extension.allowSite(known, !known.isAllowed) });
  }
  return (
    <div class="site">
      <button
        type="button"
        role="switch"
        aria-checked={site.isAllowed}
        aria-describedby="site-help"
        onClick={() => change(site)}
      >
        {messages.allowSite(site.host)}
      </button>
      <p class="help" id="site-help">
        {messages.allowSiteHelp}
      </p>
    </div>
  );
}
