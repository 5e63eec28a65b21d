import type { Page } from 'playwright-core';

/** Brings the options page, with an admin signed in, into the state that a picture shows. */
export type OptionScene = (page: Page) => Promise<unknown>;

const at = async (page: Page, hash: string) => {
  await page.goto(page.url().replace(/#.*$/u, '') + hash);
  await page.locator('h1').waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
};

export const firstSteps: OptionScene = async (page) => {
  await at(page, '#/first-steps');
  await page.locator('.first-step .step').first().waitFor();
};

export const directory: OptionScene = async (page) => {
  await at(page, '#/directories/hq');
  await page.locator('#control-url').waitFor();
};

export const connectionTest: OptionScene = async (page) => {
  await directory(page);
  await page.locator('.card-head .button').click();
  await page.locator('.step').first().waitFor();
  await page.locator('.card-head').scrollIntoViewIfNeeded();
};

export const fields: OptionScene = async (page) => {
  await at(page, '#/fields');
  await page.locator('.preview-host').waitFor();
};

export const attributes: OptionScene = async (page) => {
  await at(page, '#/fields/+');
  await page.locator('#control-search').fill('phone');
  await page.locator('.row .mono').first().waitFor();
};

export const sync: OptionScene = async (page) => {
  await at(page, '#/sync');
  for (const mode of ['full', 'incremental', 'full', 'incremental']) {
    const before = await page.locator('tbody tr').count();
    await page.locator(`input[type=radio][value=${mode}]`).check();
    await page.locator('.button.primary').click();
    await page.waitForFunction(
      (count) =>
        document.querySelectorAll('tbody tr').length > count && document.querySelector('progress.progress') === null,
      before,
    );
  }
  await page.locator('.chart').waitFor();
};
