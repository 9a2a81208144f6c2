import { statSync } from "node:fs";
import { join } from "node:path";
import { DESKTOP, PHONE, startConsole } from "./console.ts";
import { ROOT } from "./paths.ts";

/** The README shows them; a clone should stay small. */
const MOST_BYTES = 300_000;

const PICTURES = [
	{ file: "docs/console.png", width: DESKTOP, height: 960 },
	{ file: "docs/console-phone.png", width: PHONE, height: 844 },
] as const;

/** Takes the README's pictures: a question and its answer on the console's page Trace, from the real seed data. */
const site = await startConsole();
try {
	for (const { file, width, height } of PICTURES) {
		const { page, faults } = await site.open("/trace?kinds=TECH_TRANSFER", { width });
		await page.setViewportSize({ width, height });
		await page.getByRole("heading", { name: "The flow" }).waitFor();
		await page.locator("main svg path").first().waitFor();
		await page.waitForLoadState("networkidle");
		if (faults.length > 0) throw new Error(faults.join("\n"));
		const path = join(ROOT, file);
		await page.screenshot({ path });
		const { size } = statSync(path);
		if (size > MOST_BYTES) throw new Error(`${file} has ${size} bytes, more than ${MOST_BYTES}`);
		console.log(`${file}: ${size} bytes, from the real seed data`);
		await page.context().close();
	}
} finally {
	await site.close();
}
