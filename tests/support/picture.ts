import { join } from "node:path";
import { startBrowser } from "./clients/browser.ts";
import { served } from "./command.ts";
import { seededFolder } from "./hub.ts";
import { HUB_PROGRAM, ROOT } from "./paths.ts";

/** Takes the README's picture: the first example in GraphiQL, answered from the seed data. */
const hub = await served(process.execPath, [...HUB_PROGRAM, "start"], {
	env: { HUB_DATA_DIR: await seededFolder(), PORT: "0" },
});
const browser = await startBrowser();
try {
	const page = await browser.newPage({ viewport: { width: 1280, height: 640 } });
	await page.goto(`${hub.url}/graphiql`);
	await page.locator(".graphiql-query-editor .view-line").nth(3).waitFor();
	await page.click(".graphiql-execute-button");
	await page.locator(".graphiql-response .view-line", { hasText: "nodes" }).first().waitFor();
	await page.screenshot({ path: join(ROOT, "docs/graphiql.png") });
} finally {
	await browser.close();
	await hub.end();
}
