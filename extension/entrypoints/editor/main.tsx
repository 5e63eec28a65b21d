import '../../editor/editor.css';
import { render } from 'preact';
import { App } from '../../editor/app.tsx';
import { createMessagingBackground } from '../../editor/messaging-background.ts';

const background = createMessagingBackground(location.hash.slice(1));
render(<App background={background} />, document.body);
