import '../../options/styles/options.css';
import { render } from 'preact';
import { App } from '../../options/app.tsx';
import { createMessagingBackground } from '../../options/messaging-background.ts';

render(<App background={createMessagingBackground()} />, document.body);
