import type { FileChooser, Page } from 'playwright-core';

/** The chooser of files that a press opens. */
export async function fileChooserOf(page: Page, press: () => Promise<void>): Promise<FileChooser> {
  const chooser = page.waitForEvent('filechooser');
  // No answer says when the browser has begun to hand choosers over; a question to the page is answered after that.
  await page.evaluate(() => undefined);
  await press();
  return chooser;
}
