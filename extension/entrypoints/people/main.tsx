import '../../people/people.css';
import { render } from 'preact';
import { createMessagingBackground } from '../../people/messaging-background.ts';
import { Pages } from '../../people/pages.tsx';

render(<Pages background={createMessagingBackground()} />, document.body);
