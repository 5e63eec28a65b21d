import type { Frame, Page } from 'playwright-core';
import { openEditor, visit } from '#test/e2e/chromium.ts';
import type { Product } from './start-product.ts';

export interface Stage {
  readonly product: Product;
  readonly page: Page;
}

/** Brings a page into the state that a picture shows. */
export type Scene = (stage: Stage) => Promise<unknown>;

export const launcher: Scene = ({ page, product }) => visit(page, product.intranetURL);

export const editing: Scene = async (stage) => {
  const editor = await open(stage);
  await phone(editor).fill('0611 7654321');
};

export const saved: Scene = async (stage) => {
  const editor = await open(stage);
  await phone(editor).fill('0611 7654321');
  await editor.locator('select').selectOption('Berlin');
  await save(editor);
  await editor.locator('.mark').nth(1).waitFor();
};

export const refused: Scene = async (stage) => {
  const editor = await open(stage);
  await editor.locator('input[type=text]').first().fill('Head of Design');
  await phone(editor).fill('0611 7654321');
  await save(editor);
  await editor.locator('.note.bad').waitFor();
};

export const conflict: Scene = async (stage) => {
  const editor = await open(stage);
  await phone(editor).fill('0611 7654321');
  await stage.product.changePhone('+49 611 7654388');
  await save(editor);
  await editor.locator('.conflict').waitFor();
};

async function open({ page, product }: Stage): Promise<Frame> {
  await visit(page, product.intranetURL);
  return openEditor(page);
}

const phone = (editor: Frame) => editor.locator('input[type=tel]').first();
const save = (editor: Frame) => editor.locator('button[type=submit]').click();
