import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { generateInto, PUBLIC_RECORDS } from "../../seeds/generate.ts";
import { openTables } from "./peers/tables.ts";

const SEED = 7;

export type Dataset = { dir: string; smes: number; engagements: number };

/** The generated data set of that size, cached under `data/`. An incomplete one is generated again. */
export async function datasetOf(smes: number, engagements: number): Promise<Dataset> {
	const dir = resolve("data", `bench-${engagements}`);
	const made = join(dir, "bench.json");
	const wanted = JSON.stringify({ smes, engagements, seed: SEED });
	if (!existsSync(made) || readFileSync(made, "utf8") !== wanted) {
		rmSync(dir, { recursive: true, force: true });
		process.stderr.write(
			`Generating ${smes} manufacturers and ${engagements} engagements into ${dir}\n`,
		);
		await generateInto({ smes, engagements, seed: SEED, ...PUBLIC_RECORDS, into: dir });
		writeFileSync(made, wanted);
	}
	return { dir, smes, engagements };
}

/** Manufacturers with at least 20 engagements, spread over the set. */
export async function busySmes(dir: string, howMany: number): Promise<string[]> {
	const { all } = await openTables(dir);
	const rows = await all<{ sme_id: string }>(
		"SELECT sme_id FROM engagements GROUP BY sme_id HAVING COUNT(*) >= 20 ORDER BY sme_id",
	);
	const step = Math.max(1, Math.floor(rows.length / howMany));
	return rows
		.filter((_, index) => index % step === 0)
		.slice(0, howMany)
		.map((row) => row.sme_id);
}
