import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

/** Opens a page in headless Chromium. */
export async function openBrowser(url: string) {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      // The pages of the tests are held to CORS, as those of users are.
      ...chromium.args.filter((argument) => argument !== '--disable-web-security'),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const page = await browser.newPage();
  await page.goto(url);
  return { page, close: () => browser.close() };
}
