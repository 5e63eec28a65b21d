import type { Catalogue } from '../ui/messages/catalogue.ts';

/** Which server it is, and the way to another one where that is the person's to choose. */
export function ServerLine(props: {
  readonly server: string;
  readonly messages: Catalogue['popup'];
  readonly onChange: (() => void) | undefined;
}) {
  const { messages } = props;
  return (
    <p class="server-line">
      <span>
        {messages.server} <b>{new URL(props.server).host}</b>
      </span>
      {props.onChange ? (
        <button type="button" class="link" onClick={props.onChange}>
          {messages.changeServer}
        </button>
      ) : (
        <span>{messages.serverIsFixed}</span>
      )}
    </p>
  );
}
