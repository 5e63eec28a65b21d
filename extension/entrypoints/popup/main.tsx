import '../../ui/base.css';
import '../../ui/button.css';
import '../../ui/control.css';
import '../../ui/avatar.css';
import '../../ui/plate.css';
import '../../ui/switch.css';
import '../../ui/language-choice.css';
import '../../popup/popup.css';
import { render } from 'preact';
import { createBrowserExtension } from '../../popup/browser-extension.ts';
import { Popup } from '../../popup/popup.tsx';

render(<Popup extension={createBrowserExtension()} />, document.body);
