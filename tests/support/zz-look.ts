import { startConsole, PHONE, DESKTOP } from "./console.ts";
import { signInBy } from "./sign-in.ts";
const site = await startConsole(signInBy({}));
const dir = "/tmp/offline"; 
const shot = async (width: number, language: "en"|"zh", theme: "light"|"dark") => {
  const { page, faults } = await site.open("/", { width, language, theme });
  await page.evaluate(async () => {
    await fetch("/session/development", { method: "POST", headers: { "content-type": "application/json", "apollo-require-preflight": "1" }, body: JSON.stringify({ role: "FIELD_STAFF", center: "ga-mep", sub: "ada" }) });
  });
  const tag = `${width}-${language}-${theme}`;
  await page.goto(site.url + "/log"); await page.locator("form").waitFor({timeout: 8000}).catch((e)=>console.log(String(e).slice(0,200)));
  await page.waitForTimeout(800);
  await page.screenshot({ path: `${dir}/log-${tag}.png`, fullPage: true });
  await page.locator("input[name=smeId]").fill("windh"); await page.waitForTimeout(1500);
  await page.screenshot({ path: `${dir}/type-${tag}.png` });
  await page.keyboard.press("ArrowDown"); await page.keyboard.press("Enter"); await page.waitForTimeout(500);
  await page.screenshot({ path: `${dir}/chosen-${tag}.png` });
  await page.locator("form button[type=submit]").click(); await page.waitForTimeout(300);
  await page.screenshot({ path: `${dir}/fault-${tag}.png` });
  await page.locator("input[value=TRAINING]").check(); await page.waitForTimeout(300);
  await page.locator("input[name=peopleTrained]").fill("12");
  await page.screenshot({ path: `${dir}/train-${tag}.png`, fullPage: true });
  await page.locator("form button[type=submit]").click(); await page.waitForTimeout(2500);
  await page.screenshot({ path: `${dir}/sent-${tag}.png` });
  await page.goto(site.url + "/work"); await page.waitForTimeout(2500);
  await page.screenshot({ path: `${dir}/work-${tag}.png`, fullPage: true });
  console.log(tag, faults);
  await page.context().close();
};
try { await shot(PHONE, "en", "light"); await shot(DESKTOP, "zh", "dark"); } finally { await site.close(); }
