import type { Database } from "../../shared/database/database.ts";
import { QuarterRow } from "../../subgraphs/engagements/database/record-rows.ts";
import {
	EngagementRow,
	OutcomeClaimRow,
	OutcomeCoverRow,
	OutcomeRow,
	SmeRow,
} from "../../subgraphs/engagements/database/rows.ts";
import { makeEngagement, type World } from "./engagement.ts";
import { beyondBound, coversOf, makeOutcomes } from "./outcome.ts";
import { reportProgress } from "./progress.ts";
import { createRandom, zipf } from "./random.ts";
import type { Reference } from "./reference.ts";
import { shares } from "./shares.ts";
import { makeSme } from "./sme.ts";
import { drawStandings, isEstablished, type Standing } from "./standing.ts";
import { SyntheticWriter } from "./writer.ts";

export type Size = { smes: number; engagements: number; seed: number };

/** Writes the synthetic records, one manufacturer with its engagements and outcomes after another. */
export async function writeRecords(
	database: Database,
	reference: Reference,
	size: Size & Standing & { say?: (line: string) => void },
): Promise<void> {
	const random = createRandom(size.seed);
	const world: World = {
		reference,
		centers: zipf(reference.centers, random),
		institutes: zipf(reference.institutes, random),
		source: `Throughline synthetic generator, seed ${size.seed}`,
	};
	const standings = drawStandings(size, reference.centers, size.seed);
	const writer = new SyntheticWriter(database);
	const progress = reportProgress(size.engagements, size.say);
	let smes = 0;
	let engagements = 0;
	let outcomes = 0;
	for (const share of shares(size.smes, size.engagements, size.seed)) {
		const home = random.weighted(world.centers);
		const sme = standings.sme(makeSme(smes++, home, random));
		const rows = Array.from({ length: share }, () =>
			standings.engagement(makeEngagement(engagements++, sme.id, home, random, world), sme),
		);
		writer.add(SmeRow, sme);
		writer.add(EngagementRow, ...rows);
		for (const { outcome, claims, covered } of makeOutcomes(rows, () => outcomes++, random)) {
			// Made of all engagements, so that statuses do not change what else is drawn.
			const established = covered.filter(isEstablished);
			if (established.length === 0) continue;
			const stands = standings.outcome(outcome, established);
			const isOutlier = stands.verification === "OUTLIER";
			writer.add(OutcomeRow, stands);
			writer.add(OutcomeClaimRow, ...(isOutlier ? beyondBound(claims, sme.employees) : claims));
			writer.add(OutcomeCoverRow, ...coversOf(outcome, established));
		}
		await writer.flushIfFull();
		progress.update(engagements);
	}
	writer.add(QuarterRow, ...standings.quarters());
	await writer.flush();
	progress.stop();
}
