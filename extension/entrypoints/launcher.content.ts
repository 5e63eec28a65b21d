import { defineContentScript } from 'wxt/utils/define-content-script';
import { startLauncher } from '../launcher/start-launcher.ts';

export default defineContentScript({ registration: 'runtime', noScriptStartedPostMessage: true, main: startLauncher });
