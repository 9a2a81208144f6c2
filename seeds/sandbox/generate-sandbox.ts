import { createLog } from "../../shared/log.ts";
import { generateInto } from "../generate.ts";
import { readReference } from "../synthetic/reference.ts";
import { withEngagements } from "../synthetic/with-engagements.ts";
import { addLatestYear } from "./latest-year.ts";

/** Few enough to be made in seconds, and enough for two releases with suppressed cells. */
const SIZE = {
	smes: 400,
	engagements: 2000,
	seed: 7,
	confidential: 30,
	releasesFrom: "2024-Q1",
};

/** The centers whose staff, in the sandbox, have worked until now. */
const SANDBOX_CENTERS = ["ga-mep", "oh-mep"];

/**
 * Fills an empty folder with the records of a sandbox: those of the generator, with releases, and the year up to `today`
 * (a day) of two centers, entered by their staff, managers and the program office through the API. All are marked synthetic.
 */
export async function generateSandbox(
	into: string,
	today: string,
	say: (line: string) => void,
): Promise<void> {
	await generateInto({ ...SIZE, into, say });
	const log = createLog("warn");
	const reference = await readReference(into, log);
	await withEngagements(into, log, async (ask) => {
		for (const center of SANDBOX_CENTERS) await addLatestYear(ask, { center, today, reference });
	});
	say(`the year up to ${today}, of ${SANDBOX_CENTERS.join(" and ")}`);
}
