import '../../people/people.css';
import { render } from 'preact';
import { App } from '../../people/app.tsx';
import { createMessagingBackground } from '../../people/messaging-background.ts';

const initial = new URLSearchParams(location.hash.slice(1)).get('q') ?? '';
render(<App background={createMessagingBackground()} initial={initial} />, document.body);
